"""The words of reporting: cues, and the nouns and particles around them, from reviewed data.

`resources/lexicon/*/reporting/*.toml` list lemmas with the forms that are written; what grammar
makes of them (prefixes, persons, object pronouns) is made here. Keys are folded
(`factcheck.text.folding`). A key is looked at once per process; the answers are shared.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from factcheck.detection.cue_forms import (
    Cue,
    Preposition,
    first_forms,
    first_words,
    folded,
    prepositions_of,
    verb_forms,
)
from factcheck.runtime.resources import resource

_LISTS = (
    "roles", "bodies", "documents", "outlets", "outlet_names", "listeners", "occasions", "times",
    "adverbs", "stop_prepositions", "binders", "partitives", "events", "norms", "names", "labels",
    "complementizers", "questions", "relatives", "participants", "adjectives",
)  # fmt: skip
_BIT = {name: 1 << place for place, name in enumerate(_LISTS)}
ROLE, BODY, DOCUMENT, OUTLET, OUTLET_NAME, LISTENER, OCCASION, TIME = (
    _BIT[name] for name in _LISTS[:8]
)
ADVERB, STOPPER, BINDER, PARTITIVE, EVENT, NORM, NAME, LABEL = (_BIT[n] for n in _LISTS[8:16])
THAT, QUESTION, RELATIVE, PARTICIPANT, ADJECTIVE = (_BIT[name] for name in _LISTS[16:])
SOURCE = ROLE | BODY | DOCUMENT | OUTLET | OUTLET_NAME | NAME

_PARTICLES = THAT | QUESTION | RELATIVE | STOPPER | ADVERB | BINDER | OUTLET_NAME | NAME
_SUFFIX = re.compile(r"(ه|ها|هم|هما|هن|نا|ي)$")
_VERBAL_NOUN = re.compile(
    r"(?:ا.[تطد].?ا.|ات.ا.|ان..ا.|است..?ا.ه?|ت..ي.|ت...ه|ت.ا..|ا..ا.|م.ا..ه"
    r"|ال[تغزحق].?ا[مءقزسدب]|ا[عدقثزج]ا.ه)(?:ه|ها|هم|هما|هن|ا|ات)?"
)
_CACHED = 30_000
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Noun:
    """What a token may be in a source phrase; `flags` are the classes above.

    `conj` is the length of و or ف, `prep` the proclitic preposition or empty, `bare` what is left
    of the key; `is_definite` says that ال stands there. An unknown word has no `prep`.
    """

    flags: int
    bare: str
    conj: int = 0
    prep: str = ""
    is_definite: bool = False

    @property
    def lead(self) -> int:
        """Letters of و, ف and the preposition."""
        return self.conj + len(self.prep)


class Reporting:
    """Everything one language knows about reporting."""

    def __init__(self, tag: str) -> None:
        """Read the files of the language `tag`, `ar` or `en`."""
        self.is_arabic = tag == "ar"
        data: dict[str, Any] = {}
        for name in ("cues", "sources", "quotes", "particles"):
            path = resource("lexicon", tag, "reporting", f"{name}.toml")
            data |= tomllib.loads(path.read_text(encoding="utf-8"))
        self._flags = _flags(data)
        self.outlet_phrases = frozenset(key for key in folded(data["outlet_names"]) if " " in key)
        needs_that = set(folded(data.get("participle_needs_that", ())))
        self._verbs = dict(verb_forms(data["verbs"], needs_that, is_arabic=self.is_arabic))
        self.prepositions = prepositions_of(data["prepositions"])
        self.pronoun_phrases = first_words(data.get("pronoun_phrases", ()))
        self.leads = first_words(data.get("leads", ()))
        self.starts_preposition = first_forms(
            (*self.prepositions, *self.pronoun_phrases), is_arabic=self.is_arabic
        )
        self.second_words = _second_words(self.prepositions, self.pronoun_phrases)
        self.idioms = frozenset(folded(data.get("idioms", ())))
        self.sets = {
            name: frozenset(folded(words)) for name, words in data.items() if isinstance(words, str)
        }
        self._carriers = frozenset(folded(data.get("carriers", ())))
        self.type_words = frozenset(folded(data["type_words"]))
        self.namings = frozenset(tuple(key.split()) for key in folded(data["namings"]))
        self.triggers = _Triggers(self)
        self._cues: dict[str, Cue | None] = {}
        self._nouns: dict[str, Noun] = {}

    def cue(self, key: str) -> Cue | None:
        """The cue that a folded token is, prefixes undone, or None."""
        try:
            return self._cues[key]
        except KeyError:
            found = self._verbs.get(key) or self._prefixed(key)
            return _remember(self._cues, key, found)

    def noun(self, key: str) -> Noun:
        """What a folded token may be in a source phrase."""
        try:
            return self._nouns[key]
        except KeyError:
            return _remember(self._nouns, key, self._read_noun(key))

    def knows(self, key: str) -> int:
        """The classes of a key as it stands."""
        return self._flags.get(key, 0)

    def isin(self, name: str, key: str) -> bool:
        """Whether a key is in the closed set `name` of the data; no set holds nothing."""
        return key in self.sets.get(name, ())

    def is_reporting_like(self, key: str) -> bool:
        """Whether a key may be the verb after حسبما without being a cue."""
        return key in self._carriers

    def is_type(self, key: str) -> bool:
        """Whether a key, proclitics and ال undone, is a word that a name follows."""
        return key in self.type_words or any(
            key[conj + len(prep) + article :] in self.type_words
            for conj, prep, article in _readings(key)
        )

    def knows_label(self, key: str) -> bool:
        """Whether a line that begins with this key and a colon has a heading, not a speaker."""
        return bool(self._flags.get(key, 0) & LABEL)

    def _prefixed(self, key: str) -> Cue | None:
        if not self.is_arabic:
            return None
        for lead in (1, 2):
            prefix, rest = key[:lead], key[lead:]
            found = self._verbs.get(rest) if prefix in ("و", "ف", "س", "وس", "فس", "ل") else None
            if found and (found.form == "present" or prefix in ("و", "ف")):
                return Cue(found.verb, found.form, lead, found.pronoun, found.needs_that)
        return None

    def _read_noun(self, key: str) -> Noun:
        if not self.is_arabic or not key:
            return Noun(self._flags.get(key, 0), key)
        for conj, prep, article in _readings(key):
            bare = key[conj + len(prep) + article :]
            flags = self._known(bare, has_article=bool(article), has_prep=bool(prep))
            if flags:
                flags |= self._event(key[conj:], flags)
                is_definite = bool(article) or bare.startswith("ال")
                return Noun(flags, bare, conj, prep, is_definite)
        conj = 1 if key[0] in "وف" and key[1:3] in ("ال", "لل") else 0
        start = key[conj : conj + 2]
        prep = "ل" if start == "لل" and len(key) > 4 else ""
        is_definite = start in ("ال", "لل") and len(key) > 4 and not key.endswith(("ها", "هم"))
        return Noun(self._event(key, 0), key, conj, prep, is_definite)

    def _known(self, bare: str, *, has_article: bool, has_prep: bool) -> int:
        flags = self._flags.get(bare, 0)
        if has_article:
            flags = flags & ~_PARTICLES | flags & NAME | self._flags.get("ال" + bare, 0)
            return flags & ~EVENT if not has_prep else flags & ~(EVENT | TIME)
        if not flags and bare.endswith("ا") and len(bare) > 4:
            flags = self._flags.get(bare[:-1], 0) & (ROLE | BODY | DOCUMENT)
        if not flags and (suffix := _SUFFIX.search(bare)) and suffix.start() > 2:
            flags = self._possessed(bare[: suffix.start()])
        return flags & ~_PARTICLES | flags & (NAME | OUTLET_NAME) if has_prep else flags

    def _possessed(self, stem: str) -> int:
        flags = self._flags.get(stem, 0)
        if stem.endswith("ت"):
            flags |= self._flags.get(stem[:-1] + "ه", 0)
        return flags & (ROLE | BODY | DOCUMENT | OCCASION | NORM | EVENT)

    def _event(self, key: str, flags: int) -> int:
        if flags & ~EVENT or not 3 < len(key) < 11:
            return 0
        return EVENT if _VERBAL_NOUN.fullmatch(key) else 0


class _Triggers(dict[str, bool]):
    """Folded token -> whether a reporting event may begin at it; filled as tokens are met."""

    def __init__(self, words: Reporting) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, key: str) -> bool:
        words = self._words
        is_one = key in words.starts_preposition or words.cue(key) is not None or key == ":"
        return _remember(self, key, is_one)


@cache
def reporting(tag: str) -> Reporting:
    """The words of a language: Arabic for `ar`, English for everything else."""
    return Reporting("ar" if tag.startswith("ar") else "en")


def _remember(cache_: dict[str, _T], key: str, value: _T) -> _T:
    if len(cache_) >= _CACHED:
        cache_.clear()
    cache_[key] = value
    return value


def _flags(data: dict[str, Any]) -> dict[str, int]:
    """Class bits by key; a name of several words is known by its first one, if that tells."""
    flags: dict[str, int] = {}
    for name in _LISTS:
        for key in folded(data.get(name, ())):
            first = key.split(" ")[0]
            is_telling = len(first) > 2 and first not in flags and not first.startswith("ال")
            if first == key or is_telling:
                flags[first] = flags.get(first, 0) | _BIT[name]
    return flags


def _second_words(
    prepositions: Mapping[str, list[Preposition]], phrases: Mapping[str, list[tuple[str, ...]]]
) -> dict[str, frozenset[str]]:
    """For first words that are no cue alone (في, على): what must follow."""
    found = {}
    for first in {*prepositions, *phrases}:
        all_words = [each.words for each in prepositions.get(first, ())] + phrases.get(first, [])
        if all(len(words) > 1 for words in all_words):
            found[first] = frozenset(words[1] for words in all_words)
    return found


def _readings(key: str) -> Iterator[tuple[int, str, int]]:
    """Ways to read an Arabic key: (length of conjunction, preposition, length of article)."""
    for conj in (0, 1) if key[0] in "وف" and len(key) > 3 else (0,):
        rest = key[conj:]
        yield conj, "", 0
        if rest.startswith("ال") and len(rest) > 3:
            yield conj, "", 2
        if rest.startswith("لل") and len(rest) > 3:
            yield conj, "ل", 1
        elif rest[0] in "بلك" and len(rest) > 3:
            yield conj, rest[0], 0
            if rest[1:3] == "ال" and len(rest) > 4:
                yield conj, rest[0], 2
