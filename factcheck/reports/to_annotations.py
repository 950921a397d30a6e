"""The claims as W3C Web Annotations: quote and position of each span, verdict as the body.

Positions are Unicode code points into the stored text; the quote with its context lets a reader
find the words again where the text has changed.
"""

import json
from typing import Any

from factcheck.reports.model import Report, ReportClaim
from factcheck.reports.to_json import moment
from factcheck.text.addresses import judge
from factcheck.text.direction import is_rtl

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_Object = dict[str, Any]


def write(report: Report) -> bytes:
    """Return the claims as an AnnotationCollection with one page."""
    items = [_annotation(each, report) for each in report.claims]
    article = f"urn:uuid:{report.article.id}"
    collection = {
        "@context": _CONTEXT,
        "id": f"{article}#claims",
        "type": "AnnotationCollection",
        "label": report.article.title,
        "total": len(items),
        "first": {
            "id": f"{article}#page-1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    text = json.dumps(collection, ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode("utf-8", "replace")


def _annotation(told: ReportClaim, report: Report) -> _Object:
    claim, anchor = told.claim, told.claim.anchor
    article = report.article
    source = article.url if judge(article.url).is_link else f"urn:uuid:{article.id}"
    annotation: _Object = {
        "id": f"urn:uuid:{claim.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "generated": moment(report.made_at),
        "body": _bodies(told, report),
        "target": {
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": anchor.exact,
                    "prefix": anchor.prefix,
                    "suffix": anchor.suffix,
                },
                {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
            ],
        },
    }
    if claim.created_at:
        annotation["created"] = moment(claim.created_at)
    if claim.updated_at:
        annotation["modified"] = moment(claim.updated_at)
    if told.reviewer and report.options.with_names:
        annotation["creator"] = {"type": "Person", "name": told.reviewer}
    return annotation


def _bodies(told: ReportClaim, report: Report) -> list[_Object]:
    claim, options = told.claim, report.options
    texts = [("classifying", told.rating.name(options.language))] if told.rating else []
    texts += [("describing", claim.statement), ("assessing", claim.rationale)]
    texts += [("commenting", claim.note)] if options.with_notes else []
    bodies: list[_Object] = [_body(purpose, text) for purpose, text in texts if text]
    bodies.append({"type": "TextualBody", "purpose": "tagging", "value": claim.kind.value})
    links = [each.url for each in told.evidence if judge(each.url).is_link]
    return bodies + [
        {"type": "SpecificResource", "purpose": "linking", "source": url} for url in links
    ]


def _body(purpose: str, text: str) -> _Object:
    rtl = is_rtl(text)
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": text,
        "format": "text/plain",
        "language": "ar" if rtl else "en",
        "textDirection": "rtl" if rtl else "ltr",
    }
