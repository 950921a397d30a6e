"""Words that make a sentence worth checking although it holds no figure: superlatives and so on.

The words are data (`resources/lexicon/*/statements/signals.toml`). One pass over the tokens.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from factcheck.detection.items import Item
from factcheck.detection.lexicon import keys_of
from factcheck.detection.tokens import WORD, Tokens
from factcheck.domain.claim import ClaimKind
from factcheck.runtime.resources import resource

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_CACHED = 30_000
_FUTURE = "س"
"""Stands for a reading as the future of a verb."""
_ORDINALS = frozenset(("اول", "اولي", "اخر", "first", "last"))


class SignalKind(StrEnum):
    """What a word tells about its sentence."""

    SUPERLATIVE = "superlative"
    COMPARISON = "comparison"
    PREDICTION = "prediction"
    CAUSE = "cause"
    RULE = "rule"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Signal:
    """One such word or phrase; `start` and `end` are code points of the text, end exclusive."""

    kind: SignalKind
    start: int
    end: int


class _Words:
    """The words of one language: first key -> phrases, longest first."""

    def __init__(self, tag: str) -> None:
        path = resource("lexicon", tag, "statements", "signals.toml")
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        self.superlatives = frozenset(keys_of(data["superlatives"])) - {"\n"}
        self.not_future = frozenset(keys_of(data.get("not_future", "")))
        self.phrases: dict[str, list[tuple[tuple[str, ...], SignalKind]]] = {}
        for kind, name in (
            (SignalKind.SUPERLATIVE, "superlative_phrases"),
            (SignalKind.COMPARISON, "comparison_phrases"),
            (SignalKind.PREDICTION, "predictions"),
            (SignalKind.CAUSE, "causes"),
            (SignalKind.RULE, "rules"),
            (SignalKind.PERSONAL, "personal"),
        ):
            for form in data[name]:
                self._add(keys_of(form), kind)
        for verb in data["comparison_verbs"].split():
            self._add(keys_of(verb), SignalKind.COMPARISON)
        self.telling = _Telling(self)
        for phrases in self.phrases.values():
            phrases.sort(key=lambda each: -len(each[0]))

    def _add(self, keys: tuple[str, ...], kind: SignalKind) -> None:
        self.phrases.setdefault(keys[0], []).append((keys, kind))


class _Telling(dict[str, tuple[tuple[str, bool], ...]]):
    """Token -> its readings that may be a signal, filled as tokens are met; mostly none."""

    def __init__(self, words: _Words) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, key: str) -> tuple[tuple[str, bool], ...]:
        words = self._words
        readings = tuple(
            each
            for each in (_readings(key) if key[0].isalpha() else ())
            if each[0] in words.phrases or each[0] in words.superlatives
        )
        if not readings and _is_future(words, key):
            readings = ((_FUTURE, False),)
        if len(self) >= _CACHED:
            self.clear()
        self[key] = readings
        return readings


@cache
def _words(tag: str) -> _Words:
    return _Words("ar" if tag.startswith("ar") else "en")


def signals_beside(tokens: Tokens, language: str, items: Iterable[Item]) -> list[Signal]:
    """The signals of a text whose quantities and dates are known, in order."""
    figures = (ClaimKind.QUANTITY, ClaimKind.DATE)
    taken = sorted((item.start, item.end) for item in items if item.kind in figures)
    return signals(tokens, language, taken)


def signals(tokens: Tokens, language: str, taken: Sequence[tuple[int, int]] = ()) -> list[Signal]:
    """The signals of a text in order.

    Args:
        tokens: the tokens of the text.
        language: `ar` or `en`.
        taken: spans in order, in code points, whose words already mean something else: `أكثر من`
            in a quantity is no comparison.
    """
    found: list[Signal] = []
    at = 0
    for signal in _all(tokens, _words(language)):
        if found and signal.start < found[-1].end:
            continue
        while at < len(taken) and taken[at][1] <= signal.start:
            at += 1
        if at >= len(taken) or taken[at][0] >= signal.end:
            found.append(signal)
    return found


def _all(tokens: Tokens, words: _Words) -> Iterator[Signal]:
    telling = words.telling
    for place in [at for at, word in enumerate(tokens.words) if telling[word.key]]:
        for key, is_definite in telling[tokens.key(place)]:
            signal = _at(tokens, words, place, key, is_definite=is_definite)
            if signal:
                yield signal
                break


def _at(tokens: Tokens, words: _Words, place: int, key: str, *, is_definite: bool) -> Signal | None:
    """The signal that one reading of the token at `place` makes."""
    if key == _FUTURE:
        return _signal(tokens, SignalKind.PREDICTION, place, place + 1)
    phrase = _phrase(tokens, words, place, key)
    if phrase or key not in words.superlatives:
        return phrase
    return _superlative(tokens, place, key, is_definite=is_definite)


def _is_future(words: _Words, key: str) -> bool:
    """Whether س before ي or ت makes a future of a verb (سيبلغ) and is no letter of a noun."""
    key = key[1:] if key[0] in "وف" else key
    is_future = key.startswith(("سي", "ست")) and len(key) > 4
    return is_future and key not in words.not_future


def _readings(key: str) -> Iterator[tuple[str, bool]]:
    """The key, and what is left without proclitics and ال: (key, whether ال was there)."""
    yield key, False
    if not key[0].isascii():
        bare = key
        for prefix in ("و", "ف"):
            bare = bare.removeprefix(prefix) if len(bare) > 4 else bare
        if bare != key:
            yield bare, False
        bare = bare[1:] if bare[0] in "بكل" and len(bare) > 4 and bare != key else bare
        if bare.startswith("ال") and len(bare) > 4:
            yield bare[2:], True


def _phrase(tokens: Tokens, words: _Words, place: int, key: str) -> Signal | None:
    for keys, kind in words.phrases.get(key, ()):
        last = place + len(keys)
        is_here = all(tokens.key(place + at) == keys[at] for at in range(1, len(keys)))
        if is_here or (keys[-1] == "ب" and len(keys) == 2 and tokens.key(place + 1)[:1] == "ب"):
            return _signal(tokens, kind, place, last)
    return None


def _superlative(tokens: Tokens, place: int, key: str, *, is_definite: bool) -> Signal | None:
    """`أكبر مدينة` and `الأكبر` are superlatives, `أكبر من` compares; `أول` needs a noun."""
    if tokens.key(place + 1) == "من":
        kind = None if key in _ORDINALS else SignalKind.COMPARISON
        return _signal(tokens, kind, place, place + 2) if kind else None
    if tokens.word(place + 1).kind != WORD and not is_definite:
        return None
    if key in _ORDINALS and is_definite:
        return None
    return _signal(tokens, SignalKind.SUPERLATIVE, place, place + 1)


def _signal(tokens: Tokens, kind: SignalKind, first: int, last: int) -> Signal:
    return Signal(kind, *tokens.span(first, min(last, len(tokens))))
