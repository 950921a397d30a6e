"""Reading a record of factcheck (`resources/schema/record-1.json`) back into domain values.

The file comes from outside, so every value is checked before anything is stored: shape, types,
ids, and that each claim sits on its own words. What is unknown is ignored, so that files with
additions of the same version can be read.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from factcheck.domain.anchor import Anchor
from factcheck.domain.article import Article
from factcheck.domain.claim import Claim, ClaimKind, Priority, WorkState
from factcheck.domain.errors import N_, ImportRefusedError
from factcheck.domain.evidence import Evidence, SourceClass, Stance
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.ids import (
    ArticleId,
    ClaimId,
    EvidenceId,
    RatingId,
    ReviewerId,
    ScaleId,
    VersionId,
    natural_id,
)
from factcheck.domain.rating import Neutral, Rating, RatingScale
from factcheck.domain.revision import Reviewer

FORMAT, VERSION = "factcheck-record", 1

NOT_A_RECORD = N_("This is not a record of factcheck, or only a part of one.")
NEWER = N_(
    "This record was written by a newer factcheck (version {version}). Bring your program up to"
    " date and try again."
)
MISSHAPEN = N_("The record is damaged: “{place}” is missing or is not what it should be.")

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Record:
    """An article with all that belongs to it; nothing of it is stored yet."""

    article: Article
    claims: tuple[Claim, ...]
    evidence: tuple[Evidence, ...]
    scales: tuple[RatingScale, ...]
    reviewers: tuple[Reviewer, ...]


def read_record(data: bytes) -> Record:
    """Read a record.

    Raises:
        ImportRefusedError: It is no record, a newer one, or damaged; the sentence says where.
    """
    envelope = _envelope(data)
    article = _article(envelope.object("article"))
    claims = tuple(_claim(each, article) for each in envelope.objects("claims"))
    evidence = tuple(map(_evidence, envelope.objects("evidence")))
    scales = tuple(map(_scale, envelope.objects("scales")))
    _check_references(claims, evidence, scales)
    names = sorted({each.text("reviewer") for each in envelope.objects("claims")} - {""})
    reviewers = tuple(Reviewer(_reviewer_id(name), name) for name in names)
    return Record(article, claims, evidence, scales, reviewers)


class _Fields:
    """The fields of one JSON object, each read with its check."""

    def __init__(self, values: object, place: str) -> None:
        self._place = place
        if not isinstance(values, dict):
            raise self._damaged("")
        self._values: dict[str, Any] = values

    def _damaged(self, name: str) -> ImportRefusedError:
        place = ".".join(filter(None, (self._place, name)))
        return ImportRefusedError(MISSHAPEN, place=place or "record")

    def _checked(self, name: str, make: Callable[[Any], T]) -> T:
        try:
            return make(self._values[name])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise self._damaged(name) from error

    def text(self, name: str) -> str:
        return self._checked(name, _text)

    def number(self, name: str) -> int:
        return self._checked(name, _number)

    def number_or_none(self, name: str) -> int | None:
        return self._checked(name, lambda value: None if value is None else _number(value))

    def flag(self, name: str) -> bool:
        return self._checked(name, _flag)

    def id(self, name: str) -> UUID:
        return self._checked(name, lambda value: UUID(_text(value)))

    def id_or_none(self, name: str) -> UUID | None:
        return self._checked(name, lambda value: None if value is None else UUID(_text(value)))

    def moment(self, name: str) -> datetime:
        return self._checked(name, _moment)

    def member(self, name: str, kinds: type[E]) -> E:
        return self._checked(name, kinds)

    def object(self, name: str) -> "_Fields":
        return _Fields(self._checked(name, lambda value: value), f"{self._place}.{name}".strip("."))

    def objects(self, name: str) -> list["_Fields"]:
        values = self._checked(name, _list)
        return [_Fields(each, f"{name}[{number}]") for number, each in enumerate(values)]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode("utf-8")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > 1 << 53:
        raise TypeError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError(value)
    return moment.astimezone(UTC)


def _envelope(data: bytes) -> _Fields:
    try:
        values = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(NOT_A_RECORD) from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ImportRefusedError(NOT_A_RECORD)
    fields = _Fields(values, "")
    version = fields.number("version")
    if version != VERSION:
        raise ImportRefusedError(NEWER, version=version)
    return fields


def _article(fields: _Fields) -> Article:
    return Article(
        id=ArticleId(fields.id("id")),
        version_id=VersionId(fields.id("version_id")),
        rev=1,
        title=fields.text("title"),
        text=fields.text("text"),
        outlet=fields.text("outlet"),
        author=fields.text("author"),
        url=fields.text("url"),
        published=fields.text("published"),
        language=fields.text("language"),
        created_at=fields.moment("created_at"),
        updated_at=fields.moment("updated_at"),
    )


def _claim(fields: _Fields, article: Article) -> Claim:
    start, end, exact = fields.number("start"), fields.number("end"), fields.text("exact")
    if not 0 <= start < end or article.text[start:end] != exact:
        raise ImportRefusedError(
            N_("The record is damaged: a claim does not sit on its own words: “{exact}”"),
            exact=exact[:80],
        )
    rating_id = fields.id_or_none("rating_id")
    reviewer = fields.text("reviewer")
    return Claim(
        id=ClaimId(fields.id("id")),
        article_id=article.id,
        version_id=article.version_id,
        rev=1,
        number=0,
        anchor=Anchor(start, end, exact, fields.text("prefix"), fields.text("suffix")),
        kind=fields.member("kind", ClaimKind),
        state=fields.member("state", WorkState),
        priority=fields.member("priority", Priority),
        statement=fields.text("statement"),
        claimant=fields.text("claimant"),
        said_on=fields.text("said_on"),
        said_where=fields.text("said_where"),
        rating_id=RatingId(rating_id) if rating_id else None,
        rationale=fields.text("rationale"),
        new_wording=fields.text("new_wording"),
        question=fields.text("question"),
        note=fields.text("note"),
        claimed=_figure(fields.object("claimed")),
        found=_figure(fields.object("found")),
        rule=fields.text("rule"),
        reviewer_id=_reviewer_id(reviewer) if reviewer else None,
        created_at=fields.moment("created_at"),
        updated_at=fields.moment("updated_at"),
    )


def _reviewer_id(name: str) -> ReviewerId:
    return ReviewerId(natural_id("reviewer", name))


def _figure(fields: _Fields) -> Figure:
    comparator = fields.member("comparator", Comparator)
    return Figure(fields.text("value"), fields.text("unit"), comparator, fields.text("as_of"))


def _evidence(fields: _Fields) -> Evidence:
    return Evidence(
        id=EvidenceId(fields.id("id")),
        claim_id=ClaimId(fields.id("claim_id")),
        rev=1,
        position=fields.number("position"),
        url=fields.text("url"),
        stance=fields.member("stance", Stance),
        source_class=fields.member("source_class", SourceClass),
        title=fields.text("title"),
        publisher=fields.text("publisher"),
        author=fields.text("author"),
        quote=fields.text("quote"),
        locator=fields.text("locator"),
        published=fields.text("published"),
        accessed=fields.moment("accessed"),
        archive_url=fields.text("archive_url"),
        created_at=fields.moment("created_at"),
        updated_at=fields.moment("updated_at"),
    )


def _scale(fields: _Fields) -> RatingScale:
    scale_id = ScaleId(fields.id("id"))
    ratings = tuple(_rating(each, scale_id) for each in fields.objects("ratings"))
    names = fields.text("key"), fields.text("name_ar"), fields.text("name_en")
    return RatingScale(scale_id, 1, *names, ratings)


def _rating(fields: _Fields, scale_id: ScaleId) -> Rating:
    return Rating(
        id=RatingId(fields.id("id")),
        scale_id=scale_id,
        rev=1,
        key=fields.text("key"),
        name_ar=fields.text("name_ar"),
        name_en=fields.text("name_en"),
        colour=fields.text("colour"),
        glyph=fields.text("glyph"),
        value=fields.number_or_none("value"),
        neutral=fields.member("neutral", Neutral),
        position=fields.number("position"),
        is_retired=fields.flag("is_retired"),
    )


def _check_references(
    claims: tuple[Claim, ...], evidence: tuple[Evidence, ...], scales: tuple[RatingScale, ...]
) -> None:
    """Refuse ids that are used twice and references into nothing."""
    claim_ids = [each.id for each in claims]
    rating_ids = [each.id for scale in scales for each in scale.ratings]
    everything: list[UUID] = [*claim_ids, *rating_ids, *(each.id for each in evidence)]
    wanted = {each.rating_id for each in claims if each.rating_id}
    if len(set(everything)) != len(everything) or not wanted <= set(rating_ids):
        raise ImportRefusedError(MISSHAPEN, place="id")
    if not {each.claim_id for each in evidence} <= set(claim_ids):
        raise ImportRefusedError(MISSHAPEN, place="evidence.claim_id")
