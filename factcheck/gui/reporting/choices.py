"""What a person chose for a report, remembered from one report to the next.

Never in the record. What belongs to one article only (its address, its overall rating) is chosen
anew each time.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from factcheck.domain.claim import UNNUMBERED, Claim
from factcheck.domain.ids import ClaimId, RatingId
from factcheck.gui.reporting.own_files import read_logo, read_template
from factcheck.reports.model import DONE, Order, ReportKind, ReportOptions
from factcheck.reports.registry import FORMATS
from factcheck.runtime.i18n import LANGUAGES, language
from factcheck.runtime.settings import Settings


class Scope(StrEnum):
    """Which claims a report tells."""

    ALL = "all"
    CHOSEN = "chosen"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Choices:
    """Every choice of the export dialog; `logo` and `template` are paths, empty for none."""

    format: str = "pdf"
    kind: ReportKind = ReportKind.VERDICTS
    language: str = "ar"
    scope: Scope = Scope.ALL
    order: Order = Order.PLACE
    with_names: bool = True
    with_notes: bool = False
    digits: str = "ascii"
    months: str = "egypt"
    newsroom: str = ""
    logo: str = ""
    template: str = ""
    byte_order_mark: bool = True
    with_claimreview: bool = False
    page_url: str = ""
    site_url: str = ""
    profile: str = "google"
    overall: RatingId | None = None
    reason: str = ""

    def kept(self) -> str:
        """Return what is worth remembering, as JSON."""
        own = {name: value for name, value in asdict(self).items() if name not in _PASSING}
        return json.dumps(own, ensure_ascii=False)

    def without_claims(self) -> "Choices":
        """Return the same for several articles: nothing that belongs to one of them."""
        scope = Scope.ALL if self.scope is Scope.CHOSEN else self.scope
        return replace(self, scope=scope, overall=None, reason="", page_url="")


_PASSING = frozenset({"overall", "reason", "page_url", "scope"})
_LOOK = frozenset({"digits", "months", "newsroom"})
_SIFTED = frozenset({"language", "scope", "order"})
_PRIVATE = frozenset({"with_names", "with_notes"})
_DOCUMENT = frozenset({"kind", "overall"}) | _SIFTED | _PRIVATE | _LOOK
_PUBLISHED = frozenset({"page_url", "site_url", "profile", "newsroom"})
_USED: Mapping[str, frozenset[str]] = {
    "pdf": _DOCUMENT | {"logo"},
    "html": _DOCUMENT | {"logo", "with_claimreview"},
    "docx": _DOCUMENT | {"logo", "template"},
    "md": _DOCUMENT,
    "xlsx": _SIFTED | _PRIVATE | {"newsroom"},
    "csv": _SIFTED | _PRIVATE | {"byte_order_mark"},
    "json": _PRIVATE | {"scope"},
    "claimreview": _PUBLISHED | {"language", "scope"},
    "annotations": _PRIVATE | {"language", "scope"},
}
_RATED_KINDS = (ReportKind.VERDICTS, ReportKind.CHECKING)


def used(choices: Choices) -> frozenset[str]:
    """Return the names of the choices that change the report in the format chosen."""
    names = _USED.get(choices.format, _DOCUMENT)
    if choices.language != "ar":
        names -= {"digits", "months"}
    if choices.kind not in _RATED_KINDS:
        names -= {"overall"}
    if "with_claimreview" in names and choices.with_claimreview:
        names |= _PUBLISHED
    return names | {"format"}


def wanted(
    choices: Choices, claims: Iterable[Claim], chosen: Collection[ClaimId] = ()
) -> list[Claim]:
    """Return the claims that the report will tell."""
    match choices.scope:
        case Scope.CHOSEN:
            return [each for each in claims if each.id in chosen]
        case Scope.DONE:
            return [each for each in claims if each.state in DONE]
        case _:
            return [each for each in claims if each.state not in UNNUMBERED]


def options_of(
    choices: Choices, claims: Iterable[Claim], chosen: Collection[ClaimId] = ()
) -> ReportOptions:
    """Return the options of the report of an article with these claims.

    Raises:
        InvalidInputError: The logo or the template cannot be read.
    """
    names = used(choices)
    everything = choices.scope is Scope.ALL
    ids = None if everything else frozenset(each.id for each in wanted(choices, claims, chosen))
    return ReportOptions(
        kind=choices.kind,
        language=choices.language,
        digits=choices.digits,
        months=choices.months,
        claim_ids=ids,
        order=choices.order,
        with_names=choices.with_names,
        with_notes=choices.with_notes,
        newsroom=choices.newsroom.strip(),
        logo=read_logo(choices.logo) if "logo" in names else b"",
        page_url=choices.page_url.strip(),
        site_url=choices.site_url.strip(),
        profile=choices.profile,
        overall_rating=choices.overall if "overall" in names else None,
        overall_reason=choices.reason,
        byte_order_mark=choices.byte_order_mark,
        with_claimreview=choices.with_claimreview and "with_claimreview" in names,
        docx_template=read_template(choices.template) if "template" in names else b"",
    )


_ALLOWED: Mapping[str, Collection[object]] = {
    "format": FORMATS.keys(),
    "kind": tuple(ReportKind),
    "order": tuple(Order),
    "language": LANGUAGES,
    "digits": ("ascii", "arabic"),
    "months": ("egypt", "levant", "maghreb"),
    "profile": ("google", "bing"),
}


def remembered(text: str, settings: Settings) -> Choices:
    """Return the choices that `kept` wrote; what is missing or wrong gets its default."""
    start = Choices(language=language(), digits=settings.digits, months=settings.months)
    try:
        stored = json.loads(text)
    except (ValueError, RecursionError):
        return start
    if not isinstance(stored, dict):
        return start
    known = {each.name: getattr(start, each.name) for each in fields(start)}
    valid: dict[str, Any] = {
        name: stored[name]
        for name, value in known.items()
        if name not in _PASSING and _fits(name, stored.get(name), value)
    }
    for name, kind in (("kind", ReportKind), ("order", Order)):
        if name in valid:
            valid[name] = kind(valid[name])
    return replace(start, **valid)


def _fits(name: str, value: object, like: object) -> bool:
    if isinstance(like, bool):
        return isinstance(value, bool)
    return isinstance(value, str) and value in _ALLOWED.get(name, (value,))
