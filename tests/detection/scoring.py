"""Scores detection against annotated passages, as the annotation guideline says.

Per kind, predictions and gold items are matched one to one within a passage, best overlap first:
exact span, and overlap of at least half of the joint code points. A match is *right* when its
decisive fields are. Optional gold items cost nothing when missed, and a prediction over one is
neither right nor wrong. A passage may say which `kinds` it is annotated for.
`python tests/detection/scoring.py` prints the table and the misses.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck.text.folding import fold_key

DATA = Path(__file__).parent.parent / "data" / "detection"
KINDS = ("quantity", "date", "quote", "attribution")
Passage = dict[str, Any]
Found = dict[str, Any]


@dataclass
class Tally:
    """Counts of one kind; `notes` says what was missed, invented or misread."""

    overlap: int = 0
    exact: int = 0
    right: int = 0
    gold: int = 0
    predicted: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return 100 * self.overlap / self.predicted if self.predicted else 100.0

    @property
    def recall(self) -> float:
        return 100 * self.overlap / self.gold if self.gold else 100.0

    @property
    def f1(self) -> float:
        total = self.predicted + self.gold
        return 200 * self.overlap / total if total else 100.0

    @property
    def value(self) -> float:
        return 100 * self.right / self.overlap if self.overlap else 100.0

    @property
    def end_to_end(self) -> float:
        total = self.predicted + self.gold
        return 200 * self.right / total if total else 100.0


def passages(*names: str) -> list[Passage]:
    """The annotated passages of the named files, or of all."""
    files = [DATA / f"{name}.jsonl" for name in names] or sorted(DATA.glob("*.jsonl"))
    return [
        json.loads(line)
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def score(
    gold: Iterable[Passage], detect: Callable[[Passage], list[Found]], kinds: Iterable[str] = KINDS
) -> dict[str, Tally]:
    """Run `detect` over the passages and count; it returns items in the schema of the gold."""
    tallies = {kind: Tally() for kind in kinds}
    for passage in gold:
        found = detect(passage)
        for kind, tally in tallies.items():
            if kind not in passage.get("kinds", KINDS):
                continue
            _count(tally, passage, [item for item in found if item["kind"] == kind], kind)
    return tallies


def _count(tally: Tally, passage: Passage, found: list[Found], kind: str) -> None:
    items = [item for item in passage["items"] if item["kind"] == kind]
    wanted = [item for item in items if not item.get("optional")]
    pairs = _matched(wanted, found)
    for item, guess in pairs:
        _compare(tally, passage, item, guess)
    taken = {id(guess) for _, guess in pairs}
    spare = [item for item in passage["items"] if item.get("optional")]
    extra = [
        guess
        for guess in found
        if id(guess) not in taken and not any(_share(each, guess) >= 0.5 for each in spare)
    ]
    matched = {id(item) for item, _ in pairs}
    tally.gold += len(wanted)
    tally.overlap += len(pairs)
    tally.predicted += len(pairs) + len(extra)
    tally.notes += [
        f"{passage['id']} + {kind} {guess['text']!r} {guess.get('rule')}" for guess in extra
    ]
    tally.notes += [
        f"{passage['id']} - {kind} {item['text']!r}" for item in wanted if id(item) not in matched
    ]


def _matched(wanted: list[Found], found: list[Found]) -> list[tuple[Found, Found]]:
    ranked = sorted(
        (
            (_share(item, guess), -at, -other)
            for at, item in enumerate(wanted)
            for other, guess in enumerate(found)
        ),
        reverse=True,
    )
    items: set[int] = set()
    guesses: set[int] = set()
    pairs = []
    for share, at, other in ranked:
        if share >= 0.5 and at not in items and other not in guesses:
            items.add(at)
            guesses.add(other)
            pairs.append((wanted[-at], found[-other]))
    return pairs


def _share(one: Found, other: Found) -> float:
    shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(0, shared) / (
        one["end"] - one["start"] + other["end"] - other["start"] - max(0, shared)
    )


def _compare(tally: Tally, passage: Passage, item: Found, guess: Found) -> None:
    is_exact = (item["start"], item["end"]) == (guess["start"], guess["end"])
    tally.exact += is_exact
    judged = {name: _AGREES[name](item["value"], guess["value"]) for name in _FIELDS[item["kind"]]}
    tally.fields.update(name for name, agrees in judged.items() if agrees)
    is_right = all(judged[name] for name in _DECISIVE[item["kind"]])
    tally.right += is_right
    if not is_right or not is_exact:
        wrong = [name for name, agrees in judged.items() if not agrees]
        tally.notes.append(
            f"{passage['id']} ~ {item['text']!r} got {guess['text']!r} {wrong} {guess['value']}"
        )


def _same_number(name: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    def agree(item: Mapping[str, Any], guess: Mapping[str, Any]) -> bool:
        one, other = item.get(name), guess.get(name)
        if one is None or other is None:
            return one is other
        return abs(float(one) - float(other)) <= 1e-4 * max(1e-9, abs(float(one)))

    return agree


def _same(name: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    return lambda item, guess: item.get(name) == guess.get(name)


def _same_words(name: str, enough: float) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    def agree(item: Mapping[str, Any], guess: Mapping[str, Any]) -> bool:
        return token_f1(item.get(name), guess.get(name)) >= enough

    return agree


def token_f1(one: str | None, other: str | None) -> float:
    """F1 of the folded words of two strings; two empty ones agree."""
    first, second = (Counter(re.findall(r"\w+", fold_key(text or ""))) for text in (one, other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 1.0


def _same_cue(item: Mapping[str, Any], guess: Mapping[str, Any]) -> bool:
    return fold_key(item.get("cue") or "") == fold_key(guess.get("cue") or "")


def _same_unit(item: Mapping[str, Any], guess: Mapping[str, Any]) -> bool:
    one, other = item.get("unit"), guess.get("unit")
    if one is None or one == other:
        return True
    if other is None:
        return False
    return bool(_unit_forms(one) & _unit_forms(other))


def _unit_forms(unit: str) -> set[str]:
    key = fold_key(unit)
    bare = key.removeprefix("ال")
    bare = bare.removesuffix("ا") if len(bare) > 3 else bare
    return {bare, *(bare[:-cut] for cut in (1, 2) if len(bare) - cut > 2)}


_AGREES: dict[str, Callable[[Mapping[str, Any], Mapping[str, Any]], bool]] = {
    "number": lambda item, guess: all(
        _same_number(name)(item, guess) for name in ("number", "low", "high")
    ),
    "comparator": _same("comparator"),
    "unit": _same_unit,
    "start": _same("start"),
    "end": _same("end"),
    "precision": _same("precision"),
    "calendar": _same("calendar"),
    "mod": _same("mod"),
    "speaker": _same_words("speaker", 0.5),
    "cue": _same_cue,
    "source": _same_words("source", 0.5),
    "content": lambda item, guess: (
        item.get("content") is None or token_f1(item["content"], guess.get("content")) >= 0.6
    ),
}
_FIELDS = {
    "quantity": ("number", "comparator", "unit"),
    "date": ("start", "end", "precision", "calendar", "mod"),
    "quote": ("speaker", "cue", "source"),
    "attribution": ("speaker", "cue", "content", "source"),
}
_DECISIVE = {
    "quantity": ("number", "comparator", "unit"),
    "date": ("start", "end"),
    "quote": ("speaker",),
    "attribution": ("speaker", "cue"),
}


def table(tallies: Mapping[str, Tally]) -> str:
    """The scores as lines of text."""
    lines = [
        f"{'kind':12} {'n':>4} {'P':>6} {'R':>6} {'F1':>6} {'exact':>6} {'value':>6} {'e2e':>6}"
    ]
    for kind, tally in tallies.items():
        exact = 100 * tally.exact / tally.overlap if tally.overlap else 100
        lines.append(
            f"{kind:12} {tally.gold:4} {tally.precision:6.1f} {tally.recall:6.1f} {tally.f1:6.1f}"
            f" {exact:6.1f} {tally.value:6.1f} {tally.end_to_end:6.1f}   {dict(tally.fields)}"
        )
    return "\n".join(lines)


def as_found(text: str, items: Iterable[Any]) -> list[Found]:
    """Items of the program in the schema of the gold."""
    return [
        {
            "kind": item.kind.value,
            "text": text[item.start : item.end],
            "start": item.start,
            "end": item.end,
            "value": dict(item.value),
            "rule": item.rule,
        }
        for item in items
    ]


def run_detection(passage: Passage) -> list[Found]:
    """What the program finds in a passage."""
    from factcheck.detection.detect import detect

    published = passage.get("reference_date")
    found = detect(passage["text"], language=passage["lang"], published=published)
    return as_found(passage["text"], found)


if __name__ == "__main__":
    scores = score(passages(*sys.argv[1:]), run_detection)
    for counted in scores.values():
        print("\n".join(counted.notes))
    print(table(scores))
