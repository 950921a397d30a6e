"""What the rules of reporting look at, and the source phrases they speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.detection.reporting import Noun, Reporting
from factcheck.detection.tokens import BREAK, WORD, Tokens

_ALI = "علي"
_NAMED_ALI = Noun(0, _ALI)


@dataclass(frozen=True, slots=True)
class Scene:
    """A text for the rules of reporting.

    `quotes` maps the token of an opening mark to (token after the closing mark, whether the words
    are somebody's): names and titles are read over, quotes end a phrase. `quote_ends` maps the
    token of a closing mark to its opening one; `openings` are the keys of `quotes`, in order.
    `tells_ya` says that the writer tells final ya from alef maqsura, so على is not علي.
    """

    tokens: Tokens
    words: Reporting
    quotes: Mapping[int, tuple[int, bool]] = field(default_factory=dict)
    quote_ends: Mapping[int, int] = field(default_factory=dict)
    openings: Sequence[int] = ()
    tells_ya: bool = True

    def key(self, place: int) -> str:
        """The folded token at `place`, a line end outside the text."""
        words = self.tokens.words
        return words[place].key if 0 <= place < len(words) else "\n"

    def kind(self, place: int) -> int:
        """The class of the token at `place` (see `tokens`)."""
        words = self.tokens.words
        return words[place].kind if 0 <= place < len(words) else BREAK

    def noun(self, place: int) -> Noun:
        """The noun reading of the token at `place`."""
        words = self.tokens.words
        key = words[place].key if 0 <= place < len(words) else "\n"
        if key == _ALI and self.tells_ya and self._is_name(place):
            return _NAMED_ALI
        return self.words.noun(key)

    def flags(self, place: int) -> int:
        """The classes of the token at `place` (see `reporting`)."""
        return self.noun(place).flags

    def isin(self, name: str, place: int) -> bool:
        """Whether the token at `place` is in a closed set of the data."""
        return self.key(place) in self.words.sets.get(name, ())

    def is_comma(self, place: int) -> bool:
        """Whether a comma of either script stands at `place`."""
        return self.key(place) in ("،", ",")

    def is_initial(self, place: int) -> bool:
        """Whether the point at `place` belongs to a short word before it: `د.`, `أ.`."""
        tokens = self.tokens
        is_short = self.kind(place - 1) == WORD and len(tokens.key(place - 1)) <= 2
        return tokens.key(place) == "." and is_short and tokens.is_glued(place)

    def is_quote(self, place: int) -> bool:
        """Whether somebody's quoted words begin at `place`."""
        return place in self.quotes and self.quotes[place][1]

    def _is_name(self, place: int) -> bool:
        """Whether على, folded, is the name علي: written with a dotted ya, the text knows."""
        return self.tokens.folded.source[self.tokens.span(place, place + 1)[1] - 1] in "يی"

    def ends_quote(self, place: int) -> bool:
        """Whether somebody's quoted words end with the mark at `place`."""
        return place in self.quote_ends and self.is_quote(self.quote_ends[place])


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase: tokens `first` to `last` (exclusive), `lead` letters of the first outside.

    `outlet` is the token range, with its lead, of the outlet named after the source; `end` is the
    token at which reading stopped; `flags` the classes of its words.
    """

    first: int
    last: int
    end: int
    lead: int = 0
    flags: int = 0
    outlet: tuple[int, int, int] | None = None

    def __bool__(self) -> bool:
        """Whether it holds anything."""
        return self.first < self.last


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting event.

    Tokens `first` to `last` (exclusive) are its span, `lead` letters of the first outside.
    `cue` is the token range of the cue word, `cue_lead` and `cue_tail` letters of it that are
    clitics; `cue_name` replaces its words. `source` is None when it is implicit. `content` is the
    token where what is reported begins, -1 when it stands before. `outlet` is (first, last, lead).
    """

    first: int
    last: int
    lead: int
    cue: tuple[int, int]
    rule: str
    sense: str
    source: Phrase | None = None
    cue_lead: int = 0
    cue_tail: int = 0
    cue_name: str = ""
    outlet: tuple[int, int, int] | None = None
    content: int = -1
    is_verbal: bool = True
