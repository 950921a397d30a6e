"""The words detection knows, read once from TOML files that a speaker can review.

A file holds tables of the form ``[table.kind]`` with lines ``value = ["form", "other form"]``:
``[month.gregorian]  7 = ["يوليو", "تموز"]``. Forms are written as in print; they are folded here,
so one spelling of hamza, ta marbuta and marks is enough. A form of several words is a phrase.
Forms carry no proclitics: those are stripped when a text word is looked up.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from factcheck.runtime.resources import resource
from factcheck.text.folding import fold_key

TOKEN: Final = re.compile(
    r"(?s)[^\W\d_]+(?:['’][a-z]+)?|[0-9]+(?:[.,،][0-9]+)*|\r\n|."  # one token, or one space
)
"""Cuts folded text into words, numbers, line ends and single marks; every character is covered."""

_CACHED_WORDS = 30_000
_LONGEST_WORD = 48
_LANGUAGES = ("ar", "en")
_FILES = ("numbers", "comparators", "units", "dates", "contexts")

WORD, NUMBER, MARK, STOP, BREAK = range(5)
_STOPS = frozenset(".!?؟…")
_BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a form: ``[table.kind]  value = [form]``; `form` as written in the file."""

    table: str
    kind: str
    value: str
    form: str
    number: Decimal = Decimal(0)

    def __str__(self) -> str:
        """The value, which is what most rules ask for."""
        return self.value


Phrase = tuple[tuple[str, ...], Entry]
_NO_SENSES: Mapping[str, Entry] = {}
_NO_PHRASES: Mapping[str, tuple[Phrase, ...]] = {}


@dataclass(slots=True, eq=False)
class Word:
    """All that is known of a folded token, whatever its place; shared by all tokens like it.

    Attributes:
        key: the folded token as it stands.
        kind: WORD, NUMBER (digits with separators), MARK, STOP (. ! ? ؟ …) or BREAK (line end).
        lead: how many letters of proclitics (و ف ب ك ل س, لل) stand before `bare`.
        has_article: whether ال stands before `bare` (it is not counted in `lead`).
        bare: the key without proclitics and ال when that makes a known word, else the key.
        senses: table name -> Entry of `bare`.
        opens: table name -> phrases of two and more words that begin with `bare`, longest first.
        closes: table name -> phrases that end with this key, longest first.
        tables: the tables that have a form beginning with this word, in `senses` or `opens`.
    """

    key: str
    kind: int
    lead: int = 0
    has_article: bool = False
    bare: str = ""
    senses: Mapping[str, Entry] = field(default_factory=lambda: _NO_SENSES)
    opens: Mapping[str, tuple[Phrase, ...]] = field(default_factory=lambda: _NO_PHRASES)
    closes: Mapping[str, tuple[Phrase, ...]] = field(default_factory=lambda: _NO_PHRASES)
    tables: frozenset[str] = frozenset()


class Lexicon(dict[str, Word]):
    """Folded key -> Word, filled as keys are met; a miss costs one look at the proclitics."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        """Index the entries by form; the first of two entries of one table wins."""
        super().__init__()
        self._senses: dict[str, dict[str, Entry]] = defaultdict(dict)
        self._opens: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
        self._closes: dict[str, dict[str, list[Phrase]]] = defaultdict(lambda: defaultdict(list))
        for entry in entries:
            keys = keys_of(entry.form)
            if len(keys) == 1:
                self._senses[keys[0]].setdefault(entry.table, entry)
            elif keys:
                self._opens[keys[0]][entry.table].append((keys, entry))
                self._closes[keys[-1]][entry.table].append((keys, entry))
        self._senses.default_factory = None
        self._opens_done = _longest_first(self._opens)
        self._closes_done = _longest_first(self._closes)

    def __missing__(self, key: str) -> Word:
        """Make the word of a key met for the first time."""
        word = self._read(key)
        if len(key) <= _LONGEST_WORD:
            if len(self) >= _CACHED_WORDS:
                self.clear()
            self[key] = word
        return word

    def _read(self, key: str) -> Word:
        kind = _kind(key)
        closes = self._closes_done.get(key, _NO_PHRASES)
        own = self._opens_done.get(key, _NO_PHRASES)
        for lead, has_article, bare in _readings(key) if kind == WORD else ((0, False, key),):
            senses = self._senses.get(bare, _NO_SENSES)
            opens = self._opens_done.get(bare, _NO_PHRASES)
            if has_article:
                opens = {**opens, **self._opens_done.get("ال" + bare, _NO_PHRASES)}
            if senses or (opens and not (bare == key and key.startswith("ال"))):
                tables = frozenset(senses) | frozenset(opens)
                return Word(key, kind, lead, has_article, bare, senses, opens, closes, tables)
        return Word(key, kind, bare=key, opens=own, closes=closes, tables=frozenset(own))


@cache
def lexicon() -> Lexicon:
    """The lexicon of all languages; scripts keep their words apart."""
    return Lexicon(
        entry
        for tag in _LANGUAGES
        for name in _FILES
        for entry in _entries(resource("lexicon", tag, f"{name}.toml"))
    )


def keys_of(form: str) -> tuple[str, ...]:
    """The folded tokens of a form or any short text, without spaces."""
    return tuple(piece for piece in TOKEN.findall(fold_key(form)) if piece != " ")


def _entries(path: Path) -> Iterator[Entry]:
    if not path.is_file():
        return
    import tomllib  # noqa: PLC0415 - not needed before the first text

    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    for table, kinds in data.items():
        for kind, values in kinds.items():
            for value, forms in values.items():
                for form in forms:
                    yield Entry(table, kind, value, form, _number(value))


def _number(value: str) -> Decimal:
    """The number that a value such as `1000`, `0.5` or `1/3` is; 0 for words."""
    if not value[:1].isdigit():
        return Decimal(0)
    above, _, below = value.partition("/")
    return Decimal(above) / Decimal(below or 1)


def _kind(key: str) -> int:
    first = key[0]
    if first.isalpha():
        return WORD
    if "0" <= first <= "9":
        return NUMBER
    if first in _BREAKS:
        return BREAK
    return STOP if first in _STOPS else MARK


def _readings(key: str) -> Iterator[tuple[int, bool, str]]:
    """Ways to read an Arabic key, fewest letters stripped first: (lead, has_article, bare)."""
    yield 0, False, key
    if not "ء" <= key[0] <= "ي":
        if key.endswith(("'s", "’s")):
            yield 0, False, key[:-2]
        return
    for lead in _leads(key):
        rest = key[lead:]
        if key[lead - 1 : lead] == "س" and rest[:1] not in ("ا", "ت", "ي", "ن"):
            continue
        if lead and len(rest) > 1:
            yield lead, False, rest
        if rest.startswith("ال") and len(rest) > 3:
            yield lead, True, rest[2:]
    if key[-len(key.lstrip("وف")) :].startswith("لل") and len(key) > 4:
        lead = key.index("لل") + 2
        yield lead, True, key[lead:]


def _leads(key: str) -> tuple[int, ...]:
    """Lengths of the proclitic strings that the key may begin with, 0 first."""
    first = key[0]
    if first in "وف":
        return (0, 1, 2) if key[1:2] in ("ب", "ك", "ل", "س") else (0, 1)
    return (0, 1) if first in "بكلس" else (0,)


def _longest_first(
    phrases: Mapping[str, Mapping[str, list[Phrase]]],
) -> dict[str, dict[str, tuple[Phrase, ...]]]:
    return {
        key: {
            table: tuple(sorted(found, key=lambda phrase: -len(phrase[0])))
            for table, found in tables.items()
        }
        for key, tables in phrases.items()
    }
