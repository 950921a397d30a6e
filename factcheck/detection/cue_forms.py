"""Forms of the cues of reporting, made from what the data files list.

Arabic verbs stand in the files with their persons; the object pronouns and further persons are
made here. Keys are folded (`factcheck.text.folding`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.text.folding import fold_key

Entries = list[dict[str, Any]]
"""A list of inline tables of a data file."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of reporting; `takes` as in the data file."""

    lemma: str
    sense: str
    takes: frozenset[str]
    is_impersonal: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a verb: `lead` letters of prefixes stand before it.

    `form` is `past`, `present` or `participle`; `needs_that` holds for participles that are
    ordinary words as well; `pronoun` is the length of an object pronoun at the end.
    """

    verb: Verb
    form: str
    lead: int = 0
    pronoun: int = 0
    needs_that: bool = False


@dataclass(frozen=True, slots=True)
class Preposition:
    """A cue without a verb (وفقا ل, according to); `words` are its folded keys.

    `governs` is the proclitic the source carries, or empty. `has_verb` marks حسبما, after which
    a verb stands before the source; `needs` says what the source must be:
    `document`, `source` (a known office, body or name), or anything when empty.
    """

    cue: str
    words: tuple[str, ...]
    governs: str
    sense: str
    needs: str = ""
    has_verb: bool = False


def folded(words: str | Iterable[str]) -> list[str]:
    """Folded keys of a list or of a block of words; + joins the words of a phrase."""
    forms = words.split() if isinstance(words, str) else words
    return [fold_key(form).replace("+", " ") for form in forms]


def first_words(phrases: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their first word, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(folded(phrases), key=lambda key: -key.count(" ")):
        words = tuple(key.split())
        found.setdefault(words[0], []).append(words)
    return found


def verb_forms(
    verbs: Entries, needs_that: set[str], *, is_arabic: bool
) -> Iterator[tuple[str, Cue]]:
    """Yield every form of every verb; the first lemma in the file wins."""
    seen: set[str] = set()
    for each in verbs:
        takes = frozenset(each["takes"].split())
        verb = Verb(each["lemma"], each["sense"], takes, each.get("impersonal", False))
        for form in ("past", "present", "participle"):
            listed = folded(each.get(form, ""))
            persons = "تان" if each.get("persons") else "ت"
            for key, pronoun in _inflected(listed, form, persons) if is_arabic else _bare(listed):
                if key not in seen:
                    seen.add(key)
                    yield key, Cue(verb, form, 0, pronoun, key in needs_that)


def _bare(keys: list[str]) -> Iterator[tuple[str, int]]:
    """Forms as they stand."""
    return ((key, 0) for key in keys)


def _inflected(keys: list[str], form: str, persons: str) -> Iterator[tuple[str, int]]:
    """Forms with their persons and object pronouns: (key, length of the pronoun)."""
    yield from _bare(keys)
    if form == "participle":
        return
    forms = list(keys)
    if form == "present":
        forms += [
            person + key[1:] for key in keys if key[0] == "ي" for person in persons[: len(key) - 2]
        ]
        yield from ((key, 0) for key in forms[len(keys) :])
    for key in forms:
        stem = key[:-1] + "ا" if key.endswith("ي") and form == "past" else key
        stem = stem[:-1] if stem.endswith("وا") else stem
        yield from ((stem + pronoun, len(pronoun)) for pronoun in ("ه", "ها", "هم", "هما"))


def prepositions_of(entries: Entries) -> dict[str, list[Preposition]]:
    """Prepositional cues by their first word, longest first."""
    found: dict[str, list[Preposition]] = {}
    for each in entries:
        needs = "document" if each.get("document") else "source" if each.get("needs_source") else ""
        for follower in each.get("next", "").split() or [""]:
            governs = follower if follower in ("ل", "ب") else ""
            rest = () if governs or not follower else tuple(folded([follower])[0].split())
            words = (*folded([each["cue"]])[0].split(), *rest)
            cue = str(each.get("as", each["cue"]))
            entry = Preposition(
                cue, words, governs, each["sense"], needs, has_verb=each.get("verb", False)
            )
            found.setdefault(words[0], []).append(entry)
    for each_list in found.values():
        each_list.sort(key=lambda entry: -len(entry.words))
    return found


def first_forms(firsts: Iterable[str], *, is_arabic: bool) -> dict[str, int]:
    """First words of prepositional cues, with و and ف before them: key -> letters before."""
    found: dict[str, int] = {}
    for first in firsts:
        found |= {"و" + first: 1, "ف" + first: 1} if is_arabic else {}
    return found | dict.fromkeys(firsts, 0)
