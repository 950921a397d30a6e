"""ClaimReview (schema.org, JSON-LD): one review for each claim, together a DataFeed.

Only what may be published is written: `factcheck.reports.claimreview_checks` looks at the reviews
first, and what blocks is said with its code.
"""

import json
from collections.abc import Iterable
from typing import Any

from factcheck.domain.errors import N_, ExportError
from factcheck.domain.evidence import Evidence
from factcheck.reports.claimreview_checks import Finding, check
from factcheck.reports.marks import anchor_of
from factcheck.reports.model import Report, ReportClaim
from factcheck.reports.to_json import moment
from factcheck.runtime.i18n import tr

_CONTEXT = "https://schema.org"
_MOST_REASONS = 12
_Object = dict[str, Any]


def write(report: Report) -> bytes:
    """Return the reviews of a report as a DataFeed in UTF-8.

    Raises:
        ExportError: Something blocks publication; the sentence lists the coded reasons.
    """
    text = json.dumps(feed(report), ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode("utf-8")


def feed(report: Report) -> _Object:
    """Return the reviews as a DataFeed.

    Raises:
        ExportError: As `write`.
    """
    found = checked(report)
    day = moment(report.made_at)
    items = [{"@type": "DataFeedItem", "dateCreated": day, "item": [each]} for each in found]
    return {
        "@context": _CONTEXT,
        "@type": "DataFeed",
        "dateModified": day,
        "dataFeedElement": items,
    }


def checked(report: Report) -> list[_Object]:
    """Return the reviews, each complete for a page of its own but for its `@context`.

    Raises:
        ExportError: As `write`.
    """
    blocking = [each for each in findings(report) if each.is_blocking]
    if blocking:
        raise ExportError(
            N_("This cannot be published as ClaimReview yet. {reasons}"),
            reasons=_reasons(blocking),
        )
    return [review(each, report) for each in report.claims]


def scripts(report: Report) -> list[str]:
    """Return the content of one script element of a web page for each review.

    Raises:
        ExportError: As `write`.
    """
    return [
        json.dumps({"@context": _CONTEXT, **each}, ensure_ascii=False, sort_keys=True).replace(
            "<", "\\u003c"
        )
        for each in checked(report)
    ]


def findings(report: Report) -> list[Finding]:
    """Return what blocks or weakens the publication of the report's claims."""
    return check(report, [review(each, report) for each in report.claims])


def _reasons(blocking: list[Finding]) -> str:
    told = [each.sentence() for each in blocking[:_MOST_REASONS]]
    if len(blocking) > _MOST_REASONS:
        told.append(tr("and {n} more", n=len(blocking) - _MOST_REASONS))
    return " · ".join(told)


def review(told: ReportClaim, report: Report) -> _Object:
    """Return the ClaimReview of one claim, checked or not; empty values are left out."""
    claim, options = told.claim, report.options
    return _filled(
        {
            "@type": "ClaimReview",
            "url": f"{options.page_url.split('#')[0]}#{anchor_of(claim)}",
            "claimReviewed": " ".join((claim.statement or claim.anchor.exact).split()),
            "datePublished": report.made_at.date().isoformat(),
            "inLanguage": options.language,
            "author": _filled(
                {"@type": "Organization", "name": options.newsroom, "url": options.site_url}
            ),
            "reviewRating": _rating(told, report),
            "itemReviewed": _item(told, report),
            "citation": [_citation(each) for each in told.evidence],
        }
    )


def _rating(told: ReportClaim, report: Report) -> _Object:
    rating = told.rating
    if rating is None:
        return {"@type": "Rating"}
    is_arabic = report.options.language.startswith("ar")
    values = [each.value for each in _scale_of(told, report) if each.value is not None]
    numbers: _Object = {}
    if rating.value is not None and len(set(values)) > 1:
        numbers = {
            "ratingValue": rating.value,
            "bestRating": max(values),
            "worstRating": min(values),
        }
    return numbers | _filled(
        {
            "@type": "Rating",
            "alternateName": rating.name_ar if is_arabic else rating.name_en,
            "name": rating.name_en,
            "ratingExplanation": told.claim.rationale,
        }
    )


def _scale_of(told: ReportClaim, report: Report) -> Iterable[Any]:
    for scale in report.scales or ((report.scale,) if report.scale else ()):
        if told.rating and scale.id == told.rating.scale_id:
            return scale.ratings
    return ()


def _item(told: ReportClaim, report: Report) -> _Object:
    claim, article = told.claim, report.article
    source = _filled(
        {
            "@type": "CreativeWork",
            "url": article.url,
            "headline": article.title,
            "datePublished": article.published,
            "publisher": _named("Organization", article.outlet),
            "author": _named("Person", article.author),
        }
    )
    kind = "Organization" if claim.claimant == article.outlet else "Person"
    return _filled(
        {
            "@type": "Claim",
            "@id": f"urn:uuid:{claim.id}",
            "author": _named(kind, claim.claimant),
            "datePublished": claim.said_on or article.published,
            "appearance": source,
            "text": claim.anchor.exact,
        }
    )


def _named(kind: str, name: str) -> _Object:
    return {"@type": kind, "name": name} if name else {}


def _citation(evidence: Evidence) -> _Object:
    return _filled(
        {
            "@type": "CreativeWork",
            "name": evidence.title,
            "url": evidence.url,
            "archivedAt": evidence.archive_url,
            "publisher": _named("Organization", evidence.publisher),
            "datePublished": evidence.published,
            "text": evidence.quote,
        }
    )


def _filled(values: _Object) -> _Object:
    return {name: value for name, value in values.items() if value not in ("", {}, [])}
