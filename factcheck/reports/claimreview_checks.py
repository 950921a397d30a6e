"""What must hold before a ClaimReview is published, as coded findings V1 to V14.

From Google's and Bing's documentation and from schema.org's ranges; a finding either blocks or
warns. The Bing profile asks for more: claimant, author and date.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from factcheck.domain.errors import N_, InvalidInputError
from factcheck.reports.model import DONE, Report, ReportClaim
from factcheck.runtime.i18n import tr
from factcheck.text.addresses import judge
from factcheck.text.dates import parse_partial_date
from factcheck.text.folding import fold_key

LONGEST_CLAIM = 75
"""Characters that Google advises for `claimReviewed`."""

_SHORTENERS = frozenset(
    (
        "bit.ly",
        "t.co",
        "goo.gl",
        "tinyurl.com",
        "ow.ly",
        "is.gd",
        "buff.ly",
        "rebrand.ly",
        "cutt.ly",
    )
)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NEGATIONS = ("ليس صحيحا", "ليس صحيحًا", "غير صحيح", "لا صحه", "it is not true", "it's not true")
_NUMBERS = ("worstRating", "ratingValue", "bestRating")
_BLOCKS, _WARNS = True, False
_Review = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding: its `code`, the number of the claim (0 for the whole), and a msgid to say it."""

    code: str
    is_blocking: bool
    message: str
    number: int = 0
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self) -> str:
        """Return the finding in the language in use, with its code."""
        said = tr(self.message, **self.values)
        if not self.number:
            return f"{self.code}: {said}"
        return tr("{code}, claim {number}: {said}", code=self.code, number=self.number, said=said)


def check(report: Report, reviews: Iterable[_Review]) -> list[Finding]:
    """Return the findings on the reviews of a report, claim by claim."""
    made = list(reviews)
    found = list(_whole(report, made))
    for told, review in zip(report.claims, made, strict=True):
        for one in _CHECKS:
            found += [_at(told, each) for each in one(told, review, report)]
    return found


_Found = tuple[str, bool, str] | tuple[str, bool, str, Mapping[str, object]]


def _at(told: ReportClaim, found: _Found) -> Finding:
    code, is_blocking, message, *values = found
    return Finding(code, is_blocking, message, told.claim.number, values[0] if values else {})


def _whole(report: Report, reviews: list[_Review]) -> Iterator[Finding]:
    if not reviews:
        yield Finding("V1", _BLOCKS, N_("There is no claim to publish."))
    urls = Counter(each.get("url") for each in reviews)
    if any(count > 1 for count in urls.values()):
        yield Finding("V9", _BLOCKS, N_("Two claims would have the same address."))
    if len(reviews) > 1:
        yield Finding("V9", _WARNS, N_("Search engines take one review for each page."))
    host = (urlsplit(report.options.page_url).hostname or "").removeprefix("www.")
    if host in _SHORTENERS:
        yield Finding("V2", _BLOCKS, N_("The address of the report is a shortened one."))


def _required(_told: ReportClaim, review: _Review, _report: Report) -> Iterator[_Found]:
    if not review.get("claimReviewed"):
        yield "V1", _BLOCKS, N_("The claim has no words (claimReviewed).")
    if "alternateName" not in review["reviewRating"]:
        yield "V1", _BLOCKS, N_("There is no verdict (reviewRating).")


def _url(_told: ReportClaim, _review: _Review, report: Report) -> Iterator[_Found]:
    address = judge(report.options.page_url)
    if not address.is_link or not address.url.lower().startswith("http"):
        yield "V2", _BLOCKS, N_("The web address where the report will stand is missing (url).")


def _numbers(_told: ReportClaim, review: _Review, _report: Report) -> Iterator[_Found]:
    rating = review["reviewRating"]
    given = [
        rating[name] for name in ("worstRating", "ratingValue", "bestRating") if name in rating
    ]
    if not given:
        return
    is_ordered = len(given) == 3 and given[0] <= given[1] <= given[2] and given[0] < given[2]
    if not is_ordered or given[0] < 1:
        yield "V3", _BLOCKS, N_("The numbers of the scale must rise from at least 1.")


def _words(told: ReportClaim, _review: _Review, report: Report) -> Iterator[_Found]:
    rating = told.rating
    if rating is None:
        return
    is_arabic = report.options.language.startswith("ar")
    if not (rating.name_ar if is_arabic else rating.name_en):
        yield "V4", _BLOCKS, N_("The verdict has no name in the language of the report.")
    if not rating.name_en:
        yield "V4", _WARNS, N_("The verdict has no English name.")


def _claim_words(_told: ReportClaim, review: _Review, _report: Report) -> Iterator[_Found]:
    words = review.get("claimReviewed", "")
    if len(words) > LONGEST_CLAIM:
        yield "V5", _WARNS, N_("The claim has more than {n} characters."), {"n": LONGEST_CLAIM}
    if fold_key(words).startswith(tuple(map(fold_key, _NEGATIONS))):
        yield "V5", _WARNS, N_("The claim begins with its own denial.")


def _people(told: ReportClaim, review: _Review, report: Report) -> Iterator[_Found]:
    is_blocking = report.options.profile == "bing"
    if "author" not in review["itemReviewed"]:
        yield "V6", is_blocking, N_("The claimant is missing.")
    if "name" not in review["author"]:
        yield "V6", is_blocking, N_("The name of the newsroom is missing.")
    claimant, newsroom = fold_key(told.claim.claimant), fold_key(report.options.newsroom)
    if claimant and claimant == newsroom:
        yield "V7", _BLOCKS, N_("A newsroom cannot review its own claim.")


def _dates(_told: ReportClaim, review: _Review, _report: Report) -> Iterator[_Found]:
    said = review["itemReviewed"].get("datePublished", "")
    if not said:
        return
    try:
        is_valid = _DATE.fullmatch(said) is not None
        day = parse_partial_date(said).first_day().isoformat()
    except InvalidInputError:
        is_valid, day = False, ""
    if not is_valid:
        yield "V8", _BLOCKS, N_("The date of the claim is no ISO date.")
    elif day > review["datePublished"]:
        yield "V8", _BLOCKS, N_("The claim is dated after its review.")


def _appearance(_told: ReportClaim, review: _Review, _report: Report) -> Iterator[_Found]:
    url = review["itemReviewed"].get("appearance", {}).get("url", "")
    if not judge(url).is_link:
        yield "V10", _BLOCKS, N_("The web address of the checked article is missing (appearance).")


def _state(told: ReportClaim, _review: _Review, _report: Report) -> Iterator[_Found]:
    if told.claim.state not in DONE:
        yield "V11", _BLOCKS, N_("The work on the claim is not finished.")


def _agreement(told: ReportClaim, review: _Review, report: Report) -> Iterator[_Found]:
    shown = told.rating.name(report.options.language) if told.rating else ""
    if shown and review["reviewRating"].get("alternateName", shown) != shown:
        yield "V12", _WARNS, N_("The published words differ from the verdict of the report.")


def _evidence(told: ReportClaim, _review: _Review, _report: Report) -> Iterator[_Found]:
    if not told.evidence:
        yield "V13", _WARNS, N_("There is no evidence.")


def _clean(_told: ReportClaim, review: _Review, _report: Report) -> Iterator[_Found]:
    if any(_HIDDEN.search(text) for text in _texts(review)):
        yield "V14", _BLOCKS, N_("A text holds invisible control characters.")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


_CHECKS: tuple[Callable[[ReportClaim, _Review, Report], Iterator[_Found]], ...] = (
    _required,
    _url,
    _numbers,
    _words,
    _claim_words,
    _people,
    _dates,
    _appearance,
    _state,
    _agreement,
    _evidence,
    _clean,
)
