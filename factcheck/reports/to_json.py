"""The record as JSON, for other programs and for other files of factcheck.

The envelope is described by `resources/schema/record-1.json` (JSON Schema 2020-12) and read by
`factcheck.importing.record`. Nothing is lost or normalised: offsets are code points, moments UTC
to the millisecond, dates ISO partial dates. Keys are sorted and claims stand in the order of the
text, so the same record gives the same bytes.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from factcheck.domain.evidence import Evidence
from factcheck.domain.figure import Figure
from factcheck.domain.rating import RatingScale
from factcheck.reports.model import Report, ReportClaim, ReportOptions

FORMAT, VERSION = "factcheck-record", 1

_Object = dict[str, Any]


def write(report: Report) -> bytes:
    """Return the record as JSON in UTF-8; private notes and names only where the options say so."""
    text = json.dumps(envelope(report), ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode("utf-8", "replace")


def envelope(report: Report) -> _Object:
    """Return the record as plain values."""
    told = sorted(report.claims, key=_place)
    return {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": moment(report.made_at),
        "article": _article(report),
        "claims": [_claim(each, report.options) for each in told],
        "evidence": [_evidence(row) for each in told for row in each.evidence],
        "scales": [_scale(scale) for scale in _used_scales(report)],
    }


def moment(value: datetime) -> str:
    """Return an aware moment in UTC to the millisecond, ending in `Z`."""
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _place(told: ReportClaim) -> tuple[int, int, str]:
    anchor = told.claim.anchor
    return anchor.start, -anchor.end, told.claim.id.hex


def _article(report: Report) -> _Object:
    article = report.article
    return {
        "id": str(article.id),
        "version_id": str(article.version_id),
        "title": article.title,
        "text": article.text,
        "outlet": article.outlet,
        "author": article.author,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "created_at": moment(article.created_at),
        "updated_at": moment(article.updated_at),
    }


def _claim(told: ReportClaim, options: ReportOptions) -> _Object:
    claim = told.claim
    return {
        "id": str(claim.id),
        "start": claim.anchor.start,
        "end": claim.anchor.end,
        "exact": claim.anchor.exact,
        "prefix": claim.anchor.prefix,
        "suffix": claim.anchor.suffix,
        "kind": claim.kind.value,
        "state": claim.state.value,
        "priority": claim.priority.value,
        "statement": claim.statement,
        "claimant": claim.claimant,
        "said_on": claim.said_on,
        "said_where": claim.said_where,
        "rating_id": str(claim.rating_id) if claim.rating_id else None,
        "verdict": told.rating.key if told.rating else None,
        "rationale": claim.rationale,
        "new_wording": claim.new_wording,
        "question": claim.question,
        "note": claim.note if options.with_notes else "",
        "claimed": _figure(claim.claimed),
        "found": _figure(claim.found),
        "rule": claim.rule,
        "reviewer": told.reviewer if options.with_names else "",
        "created_at": moment(claim.created_at) if claim.created_at else None,
        "updated_at": moment(claim.updated_at) if claim.updated_at else None,
    }


def _figure(figure: Figure) -> _Object:
    return {
        "value": figure.value,
        "unit": figure.unit,
        "comparator": figure.comparator.value,
        "as_of": figure.as_of,
    }


def _evidence(evidence: Evidence) -> _Object:
    return {
        "id": str(evidence.id),
        "claim_id": str(evidence.claim_id),
        "position": evidence.position,
        "url": evidence.url,
        "stance": evidence.stance.value,
        "source_class": evidence.source_class.value,
        "title": evidence.title,
        "publisher": evidence.publisher,
        "author": evidence.author,
        "quote": evidence.quote,
        "locator": evidence.locator,
        "published": evidence.published,
        "accessed": moment(evidence.accessed),
        "archive_url": evidence.archive_url,
        "created_at": moment(evidence.created_at),
        "updated_at": moment(evidence.updated_at),
    }


def _used_scales(report: Report) -> Iterable[RatingScale]:
    used = {each.rating.scale_id for each in report.claims if each.rating}
    return sorted((each for each in report.scales if each.id in used), key=lambda each: each.id)


def _scale(scale: RatingScale) -> _Object:
    return {
        "id": str(scale.id),
        "key": scale.key,
        "name_ar": scale.name_ar,
        "name_en": scale.name_en,
        "ratings": [
            {
                "id": str(each.id),
                "key": each.key,
                "name_ar": each.name_ar,
                "name_en": each.name_en,
                "colour": each.colour,
                "glyph": each.glyph,
                "value": each.value,
                "neutral": each.neutral.value,
                "position": each.position,
                "is_retired": each.is_retired,
            }
            for each in scale.ratings
        ],
    }
