"""Coverage: which sentences hold something checkable, and which of them nobody has dealt with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.detection.items import Item
from factcheck.detection.signals import Signal, SignalKind, signals_beside
from factcheck.detection.tokens import Tokens, tokenise
from factcheck.domain.claim import ClaimKind
from factcheck.text.sentences import sentences

_COUNTED = (SignalKind.SUPERLATIVE, SignalKind.COMPARISON)
Span = tuple[int, int]
"""(start, end) in code points, end exclusive."""


@dataclass(frozen=True, slots=True)
class CheckableSentence:
    """A sentence that holds something to check; `start` and `end` are code points.

    `holds` are the kinds in it: those of items, and COMPARISON for superlatives and comparisons.
    """

    start: int
    end: int
    holds: frozenset[ClaimKind]


def checkable_sentences(
    text: str, items: Iterable[Item], language: str = "ar", tokens: Tokens | None = None
) -> list[CheckableSentence]:
    """The sentences that hold a number, date, quote, attribution, superlative or comparison.

    Args:
        text: the article.
        items: what detection found in it, in text order.
        language: `ar` or `en`: whose superlatives and comparisons to look for.
        tokens: the tokens of `text`, where they are at hand.
    """
    listed = tuple(items)
    signs = signals_beside(tokens or tokenise(text), language, listed)
    return holding(sentences(text), listed, signs)


def holding(
    spans: Sequence[Span], items: Iterable[Item], signs: Iterable[Signal]
) -> list[CheckableSentence]:
    """The sentences that items or signals reach into.

    Args:
        spans: the sentences, in order.
        items: what detection found, in any order.
        signs: the signals of the text, in any order.
    """
    marks = [(item.start, item.end, item.kind) for item in items]
    marks += [(each.start, each.end, ClaimKind.COMPARISON) for each in signs if _counts(each)]
    marks.sort()
    return _holding(spans, marks)


def _counts(signal: Signal) -> bool:
    return signal.kind in _COUNTED


def _holding(
    spans: Sequence[Span], marks: Sequence[tuple[int, int, ClaimKind]]
) -> list[CheckableSentence]:
    """Join sentences and marks, both in order; a mark over two sentences counts for both."""
    result = []
    waiting = 0
    open_marks: list[tuple[int, int, ClaimKind]] = []
    for start, end in spans:
        open_marks = [mark for mark in open_marks if mark[1] > start]
        while waiting < len(marks) and marks[waiting][0] < end:
            if marks[waiting][1] > start:
                open_marks.append(marks[waiting])
            waiting += 1
        if open_marks:
            result.append(CheckableSentence(start, end, frozenset(kind for *_, kind in open_marks)))
    return result


def uncovered(
    checkable: Iterable[CheckableSentence], claims: Iterable[Span], nothing: Iterable[Span] = ()
) -> list[CheckableSentence]:
    """The checkable sentences without an accepted claim and without a “nothing to check” mark.

    Args:
        checkable: the sentences, as `checkable_sentences` gives them.
        claims: spans of accepted claims; one that touches a sentence covers it.
        nothing: spans a person marked as holding nothing to check.
    """
    taken = sorted((*claims, *nothing))
    result = []
    at = 0
    reach = 0
    for sentence in sorted(checkable, key=lambda each: each.start):
        while at < len(taken) and taken[at][0] < sentence.end:
            reach = max(reach, taken[at][1])
            at += 1
        if reach <= sentence.start:
            result.append(sentence)
    return result
