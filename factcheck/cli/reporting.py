"""From the options of the report command to the options of a report."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from factcheck.cli.call import Call, ask
from factcheck.cli.identities import matches
from factcheck.cli.values import rating
from factcheck.domain.claim import Claim
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.ids import ArticleId, ClaimId, RatingId
from factcheck.reports.model import Order, ReportKind, ReportOptions
from factcheck.runtime.i18n import language
from factcheck.storage import queries
from factcheck.storage.store import Store

NO_SUCH_CLAIM = N_(
    "The article has no claim {claim}. Write numbers such as 1,3-5, or ids of its claims."
)
BAD_MOMENT = N_("{text} is no date and time. Write it like 2025-07-11T10:30:00Z.")
NO_FILE = N_("{path} cannot be read ({reason}).")


def report_options(call: Call, store: Store, article: ArticleId) -> ReportOptions:
    """Return the options that were typed; digits and months are those of the settings.

    Raises:
        UserError: A claim, a verdict or a file that was named does not exist.
    """
    typed = call.arguments
    kind = ReportKind(typed.kind or ReportKind.VERDICTS)
    return ReportOptions(
        kind=kind,
        language=typed.report_language or language(),
        digits=typed.digits or call.settings.digits,
        months=typed.months or call.settings.months,
        claim_ids=_claims(store, article, typed.claims),
        order=Order(typed.order or Order.PLACE),
        with_names=not typed.no_names,
        with_notes=_with_notes(typed, kind),
        newsroom=typed.newsroom or "",
        logo=content(typed.logo),
        page_url=typed.page_url or "",
        site_url=typed.site_url or "",
        profile=typed.profile or "google",
        overall_rating=_overall(call, store),
        overall_reason=typed.reason or "",
        byte_order_mark=not typed.no_bom,
        with_claimreview=typed.claimreview,
        docx_template=content(typed.template),
    )


def moment(text: str | None) -> datetime | None:
    """Read the moment that a report is dated by, aware UTC; without a zone it is UTC.

    Raises:
        InvalidInputError: It is not one.
    """
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidInputError(BAD_MOMENT, text=text) from None
    return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)


def _with_notes(typed: Namespace, kind: ReportKind) -> bool:
    """A checking copy holds everything unless told otherwise; other kinds only when asked."""
    return bool(typed.notes) or (kind is ReportKind.CHECKING and not typed.no_notes)


def _claims(store: Store, article: ArticleId, text: str | None) -> frozenset[ClaimId] | None:
    if text is None:
        return None
    there = ask(store, queries.claims, article)
    return frozenset(each for part in text.split(",") for each in _named(there, part.strip()))


def _named(claims: Iterable[Claim], part: str) -> list[ClaimId]:
    """Return the claims that a number, a range or an id names."""
    first, dash, last = part.partition("-")
    if first.isdecimal() and (not dash or last.isdecimal()) and len(part) < 10:
        numbers = range(int(first), int(last or first) + 1)
        found = [each.id for each in claims if each.number and each.number in numbers]
    else:
        found = [each.id for each in claims if matches(each.id, part)]
    if not found:
        raise InvalidInputError(NO_SUCH_CLAIM, claim=part)
    return found


def _overall(call: Call, store: Store) -> RatingId | None:
    key = call.arguments.overall
    return rating(key, ask(store, queries.scales), call.settings.scale) if key else None


def content(name: str | None) -> bytes:
    """Return the bytes of a file that was named; empty where none was, the input for `-`.

    Raises:
        InvalidInputError: It cannot be read.
    """
    if name is None:
        return b""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).expanduser().read_bytes()
    except OSError as error:
        raise InvalidInputError(NO_FILE, path=name, reason=error.strerror) from error
