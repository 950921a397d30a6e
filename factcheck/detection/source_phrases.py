"""Where the words that name a source begin and end.

After a verb the source runs to أن, a colon, a quotation, a relative clause, a preposition of time
or place of speaking, or to the noun that begins what is reported. Before a verb it runs back to the
beginning of the clause. Nothing is looked at beyond `LONGEST` tokens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from factcheck.detection.reporting import (
    ADJECTIVE,
    ADVERB,
    BINDER,
    BODY,
    DOCUMENT,
    EVENT,
    LISTENER,
    NAME,
    NORM,
    OCCASION,
    OUTLET,
    OUTLET_NAME,
    PARTITIVE,
    RELATIVE,
    ROLE,
    SOURCE,
    STOPPER,
    THAT,
    TIME,
    Noun,
    Reporting,
)
from factcheck.detection.tokens import MARK, NUMBER, STOP, WORD, Tokens

LONGEST = 18
"""Most tokens of a source phrase."""
_APPOSITION = 12
_PAREN = 8
EMPHASIS = frozenset(
    [
        "التاكيد",
        "التشديد",
        "القول",
        "الدعوه",
        "تاكيده",
        "تاكيدها",
        "تشديده",
        "رفضه",
        "رفضها",
        "تمسكه",
        "تمسكها",
    ]
)
"""Nouns that stand for the verb after جدد and كرر."""
_TOLD = frozenset(["ذلك", "لي", "لنا", "له", "لها", "لهم"])
_ISSUED = frozenset(["صادر", "صادره", "صدر", "صدرت"])
_OPENING = frozenset('"“”„«»‹›‘’')


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at: tokens, words of the language, and the quotations by token.

    `quotes` maps the token of an opening mark to (token after the closing mark, whether the words
    are somebody's): names and titles are read over, quotes end a phrase.
    """

    tokens: Tokens
    words: Reporting
    quotes: Mapping[int, tuple[int, bool]] = field(default_factory=dict)
    quote_ends: Mapping[int, int] = field(default_factory=dict)

    def noun(self, place: int) -> Noun:
        """The noun reading of the token at `place`."""
        return self.words.noun(self.tokens.key(place))

    def noun_of(self, key: str) -> Noun:
        """The noun reading of a folded key."""
        return self.words.noun(key)

    def is_quote(self, place: int) -> bool:
        """Whether somebody's quoted words begin at `place`."""
        return place in self.quotes and self.quotes[place][1]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source phrase: tokens `first` to `last` (exclusive), `lead` letters of the first outside.

    `outlet` is the token range, with its lead, of the outlet named after the source; `end` is the
    token at which reading stopped; `flags` the class of its head.
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


class _Reader:
    """Reads one source phrase forward; small state, dropped afterwards."""

    def __init__(self, scene: Scene, takes: frozenset[str], limit: int, lead: int = 0) -> None:
        self.scene = scene
        self.takes = takes
        self.limit = limit
        self.lead = lead
        self.flags = 0
        self.head = 0
        self.names = 0
        self.last: Noun | None = None
        self.outlet: tuple[int, int, int] | None = None

    def read(self, place: int) -> Phrase:
        tokens = self.scene.tokens
        place = place if self.lead else self._skip_adverbs(place)
        first = self.head = place
        end = min(self.limit, first + LONGEST, len(tokens))
        while place < end:
            after = self._step(place)
            if after <= place:
                break
            place = after
        last = self._trimmed(first, place)
        lead = self.scene.noun(first).conj if last > first else 0
        return Phrase(first, last, place, lead, self.flags, self.outlet)

    def _skip_adverbs(self, place: int) -> int:
        scene = self.scene
        while place < self.limit:
            noun = scene.noun(place)
            if (
                (noun.flags & ADVERB and not noun.prep)
                or (noun.flags & TIME and not noun.flags & SOURCE)
                or (scene.tokens.key(place) in _TOLD and place + 1 < self.limit)
            ):
                place += 1
            else:
                break
        return place

    def _trimmed(self, first: int, last: int) -> int:
        """Leave marks and dangling particles at the end outside."""
        while last > first:
            word = self.scene.tokens.word(last - 1)
            noun = self.scene.noun(last - 1)
            is_time = noun.flags & TIME and not noun.flags & ADJECTIVE
            if word.kind == WORD and not (word.key in ("و", "من", "في") or is_time):
                break
            if word.key in (")", '"', "”", "»", "“", "’") or word.kind == NUMBER:
                break
            last -= 1
        return last

    def _step(self, place: int) -> int:
        """The place after what belongs to the phrase at `place`, or `place` to stop."""
        word = self.scene.tokens.word(place)
        if word.kind == WORD:
            return self._word(place)
        if word.kind == NUMBER:
            return (
                place + 1
                if place == self.head and self.scene.tokens.word(place + 1).kind == WORD
                else place
            )
        if word.kind == MARK:
            return self._mark(place, word.key)
        if word.kind == STOP and word.key == ".":
            return self._initial(place)
        return place

    def _initial(self, place: int) -> int:
        """The point of `د.` or `J.` belongs to the name."""
        tokens = self.scene.tokens
        short = len(tokens.key(place - 1)) <= 2 and place > self.head
        more = tokens.word(place + 1).kind == WORD
        return place + 1 if short and more and tokens.is_glued(place) else place

    def _mark(self, place: int, key: str) -> int:
        scene, tokens = self.scene, self.scene.tokens
        if place in scene.quotes:
            after, is_quote = scene.quotes[place]
            if is_quote or after > self.limit:
                return place
            return self._quoted_name(place, after)
        if key == "(":
            return self._parenthesis(place)
        if key in "-–/" and tokens.is_glued(place) and tokens.is_glued(place + 1):
            return place + 1
        if key in "،,":
            return self._apposition(place)
        return place

    def _quoted_name(self, place: int, after: int) -> int:
        before = self.scene.tokens.key(place - 1)
        if before == "ل":
            self.outlet = (place, after, 0)
            return place
        self.last = Noun(NAME, "")
        return after

    def _parenthesis(self, place: int) -> int:
        tokens = self.scene.tokens
        for at in range(place + 1, min(place + _PAREN, self.limit)):
            if tokens.key(at) == ")":
                return at + 1 if place > self.head else place
            if tokens.word(at).kind >= STOP:
                break
        return place

    def _apposition(self, place: int) -> int:
        """A comma is inside only when an office follows and the phrase closes soon after it."""
        scene, tokens = self.scene, self.scene.tokens
        noun = scene.noun(place + 1)
        if place == self.head or noun.conj:
            return place
        if not noun.flags & ROLE:
            return self._named_apart(place)
        for at in range(place + 2, min(place + _APPOSITION, self.limit, len(tokens))):
            key = tokens.key(at)
            if key in "،,:" or scene.is_quote(at) or scene.noun(at).flags & THAT:
                self.last = None
                return place + 1
            if tokens.word(at).kind >= STOP or scene.noun(at).flags & RELATIVE:
                break
        return place

    def _named_apart(self, place: int) -> int:
        """A name between two commas after an office: `وزير الخارجية، فلان، أن`."""
        if not self.flags & ROLE:
            return place
        for at in range(place + 1, min(place + 6, self.limit)):
            noun = self.scene.noun(at)
            key = self.scene.tokens.key(at)
            if key in ("،", ",") and at > place + 1:
                self.last = None
                return place + 1
            if not self._is_namelike(at, noun) or self.scene.words.cue(key):
                break
        return place

    def _is_namelike(self, place: int, noun: Noun) -> bool:
        if self.scene.tokens.word(place).kind != WORD or noun.prep:
            return False
        if noun.flags & ~(NAME | BINDER):
            return False
        return not self.scene.tokens.key(place).endswith("ا") or bool(noun.flags)

    def _word(self, place: int) -> int:
        is_first = place == self.head
        noun = self._first_noun(place) if is_first and self.lead else self.scene.noun(place)
        if self._ends(place, noun, is_first=is_first):
            return place
        if is_first:
            self.flags = noun.flags & SOURCE
        elif noun.flags & ROLE:
            self.flags |= ROLE
        self.names = self.names + 1 if not noun.flags and not noun.is_definite else 0
        is_maker = not is_first and self._is_made_by(self.scene.tokens.key(place))
        self.last = Noun(BINDER, noun.bare) if is_maker else noun
        return place + 1

    def _is_made_by(self, key: str) -> bool:
        """Whether a clause without a relative word says whose document it is: تقرير أعدته X."""
        is_open = self.last is not None and not self.last.is_definite
        return is_open and bool(self.flags & DOCUMENT) and key.endswith(("تها", "ته"))

    def _first_noun(self, place: int) -> Noun:
        """The first word without the preposition of its cue: للاتحاد is read as الاتحاد."""
        key = self.scene.tokens.key(place)
        rest = key[self.lead :]
        return self.scene.noun_of("ا" + rest if key[self.lead - 1 :][:2] == "لل" else rest or key)

    def _ends(self, place: int, noun: Noun, *, is_first: bool) -> bool:
        key = self.scene.tokens.key(place)
        if not is_first and (noun.flags & BINDER or self._is_made_by(key)):
            return False
        if noun.flags & (THAT | RELATIVE | STOPPER) and not noun.flags & (ROLE | PARTITIVE):
            return not (key == "عن" and self.scene.tokens.key(place - 1) in _ISSUED)
        if self.scene.words.cue(key) and not noun.flags & SOURCE and not is_first:
            return True
        if key in ("في", "لدي"):
            return is_first or self._in_ends(place)
        if key == "من":
            return not (is_first or (self.last and self.last.flags & (PARTITIVE | ROLE)))
        if is_first:
            return bool(noun.flags & EVENT and not noun.flags & SOURCE) or self._listener(
                place, noun
            )
        if noun.flags & (TIME | ADVERB) and not noun.flags & SOURCE:
            return not noun.flags & ADJECTIVE or bool(self.scene.noun(place + 1).flags & TIME)
        return self._listener(place, noun) or self._clitic(noun) or self._object(place, noun)

    def _in_ends(self, place: int) -> bool:
        """`في` before a time or an occasion ends the phrase; before a place it names the office."""
        scene = self.scene
        noun = scene.noun(place + 1)
        if noun.flags & (OCCASION | TIME | EVENT) or scene.tokens.word(place + 1).kind != WORD:
            return True
        if scene.tokens.key(place + 1).endswith(("ته", "تها", "اتهم")):
            return True
        return "in" in self.takes or not self.flags & (ROLE | BODY | DOCUMENT)

    def _listener(self, place: int, noun: Noun) -> bool:
        """`ل` before an outlet or an audience: who was told, not who spoke."""
        key = self.scene.tokens.key(place)
        if key == "ل":
            after = self.scene.quotes.get(place + 1)
            end = after[0] if after else place + 2
            self.outlet = (place + 1, end, 0)
            return True
        if key[0] == "ل" and key[1:2].isascii() and len(key) > 2:
            self.outlet = (place, place + 1, 1)
            return True
        if noun.prep != "ل":
            return False
        is_body = self.last is not None and bool(self.last.flags & (ROLE | BODY | ADJECTIVE))
        if noun.flags & (OUTLET | OUTLET_NAME) and not (noun.is_definite and is_body):
            self.outlet = (place, self._outlet_end(place), noun.lead)
            return True
        return bool(noun.flags & LISTENER)

    def _outlet_end(self, place: int) -> int:
        scene, tokens = self.scene, self.scene.tokens
        at = place + 1
        while at < min(place + 6, self.limit):
            if at in scene.quotes and not scene.is_quote(at):
                at = scene.quotes[at][0]
                continue
            noun = scene.noun(at)
            stops = STOPPER | TIME | RELATIVE | THAT
            if tokens.word(at).kind != WORD or noun.flags & stops or tokens.key(at) in ("في", "من"):
                break
            at += 1
        return at

    def _clitic(self, noun: Noun) -> bool:
        if noun.prep == "ب":
            is_place = noun.is_definite or noun.flags & BODY
            return not (is_place and self.flags & (ROLE | BODY)) or bool(noun.flags & EVENT)
        if noun.prep == "ل":
            return not self._owns(noun)
        return noun.prep == "ك"

    def _owns(self, noun: Noun) -> bool:
        """Whether `ل` says whose office it is (الأمين العام للأمم), not to whom one speaks."""
        last = self.last
        if last is None or (last.is_definite and last.flags & ROLE):
            return False
        return bool(self.flags & (ROLE | BODY | DOCUMENT)) or (
            noun.is_definite and last.is_definite
        )

    def _object(self, place: int, noun: Noun) -> bool:
        """Whether the noun begins what is reported: `أعلنت الوزارة | تسجيل`, `وصف X | الاتفاق ب`."""
        last = self.last
        if last is None or not self.scene.words.is_arabic:
            return False
        key = self.scene.tokens.key(place)
        if "emphasis" in self.takes and key in EMPHASIS:
            return True
        if noun.flags & EVENT and not noun.conj and not noun.is_definite:
            return self._is_complete(last)
        if key[0] == "ب" and not noun.flags and self.scene.noun_of(key[1:]).flags & EVENT:
            return self._is_complete(last)
        if not self.takes & {"object", "by", "blame"} or noun.conj:
            return False
        if "by" in self.takes and key[0] == "ب" and not noun.flags:
            return True
        if noun.prep == "ل":
            return False
        if noun.is_definite:
            return last.is_definite and not _is_adjective(key, noun)
        if self.flags & ROLE:
            return last.is_definite and bool(noun.flags & (DOCUMENT | NORM)) and not noun.prep
        if not last.is_definite and _is_adjective(key, noun):
            return False
        return self._is_complete(last) and bool(self.flags & (BODY | DOCUMENT | NAME))

    def _is_complete(self, last: Noun) -> bool:
        """Whether the phrase could end after `last`: a definite noun, a name, not a bare head."""
        if last.is_definite or last.flags & NAME:
            return True
        return not last.flags & (ROLE | BODY | DOCUMENT | PARTITIVE | OUTLET | BINDER)


def _is_adjective(key: str, noun: Noun) -> bool:
    return bool(noun.flags & ADJECTIVE) or key.endswith(("ي", "يه", "يين", "يون", "يتان"))


def source_after(
    scene: Scene,
    place: int,
    takes: frozenset[str] = frozenset(),
    limit: int | None = None,
    lead: int = 0,
) -> Phrase:
    """The source phrase that begins at `place`, empty where none does.

    Args:
        scene: the text.
        place: the token after the cue.
        takes: what the verb takes, as in the cue data; verbs of objects end a phrase earlier.
        limit: the token at which reading ends at the latest.
        lead: letters of the first token that are a preposition of the cue, not of the source.
    """
    stop = len(scene.tokens) if limit is None else limit
    return _Reader(scene, takes, stop, lead).read(place)
