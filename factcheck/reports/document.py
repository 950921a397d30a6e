"""The blocks a report is made of, between the record and the writers.

A report is composed once into these blocks; every document writer (HTML, PDF, DOCX, Markdown) then
knows how to draw each block and nothing about fact-checking. Text stands here as stored: escaping,
isolation of foreign runs, and page layout are the writers' business.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from factcheck.domain.ids import ClaimId
from factcheck.reports.pictures import Picture


class Role(StrEnum):
    """What a run of text is."""

    WORDS = "words"
    """Words of the report itself, in its language."""
    STORED = "stored"
    """A value of the record: any language, any direction, to be isolated."""
    STRONG = "strong"
    MUTED = "muted"
    BADGE = "badge"
    LINK = "link"
    """A web address that may be opened (`factcheck.text.addresses`)."""
    JUMP = "jump"
    """A reference within the report; `target` is the anchor of a heading."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text. `target` is an address or an anchor, `colour` the `#rrggbb` of a badge."""

    text: str
    role: Role = Role.WORDS
    target: str = ""
    colour: str = ""


Text = tuple[Run, ...]


class Style(StrEnum):
    """How a paragraph stands on the page."""

    NORMAL = "normal"
    LEAD = "lead"
    QUOTE = "quote"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the title. `anchor` is unique ASCII, empty where none is needed."""

    level: int
    text: Text
    is_rtl: bool
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its own direction; never holds a line break."""

    text: Text
    is_rtl: bool
    style: Style = Style.NORMAL


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels beside values, in the direction of the report."""

    rows: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head repeats on every page. `widths` are shares; the first column leads."""

    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture with the sentence that says the same; `is_told` if a paragraph says it too."""

    picture: Picture
    description: str
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Logo:
    """The newsroom's PNG."""

    data: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim whose words an article paragraph holds: its shown number, colour and anchor."""

    claim_id: ClaimId
    number: str
    colour: str
    anchor: str


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """A run of the article that lies in `marks`; `ends` are the claims that end with it.

    Within a right-to-left paragraph, `is_ltr` runs belong to a left-to-right stretch that must be
    isolated as a whole, from the run that `opens_ltr` to the one that `closes_ltr`.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()
    is_ltr: bool = False
    opens_ltr: bool = False
    closes_ltr: bool = False


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph of the article with its claims marked."""

    runs: tuple[MarkedRun, ...]
    is_rtl: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks that belong together; a short one is kept on one page where there are pages."""

    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Facts | Table | Drawing | Logo | MarkedParagraph | Section


@dataclass(frozen=True, slots=True)
class Document:
    """A composed report in one language."""

    title: str
    language: str
    is_rtl: bool
    footer: str
    blocks: tuple[Block, ...]
    keywords: tuple[str, ...] = field(default=())

    def flat(self) -> Iterator[Block]:
        """Return every block, those of sections included, sections themselves left out."""
        for block in self.blocks:
            if isinstance(block, Section):
                yield from block.blocks
            else:
                yield block
