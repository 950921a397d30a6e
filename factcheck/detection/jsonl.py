"""Detection for other programs: one JSON object in, one out, line by line.

Reads ``{"id", "text", "lang", "reference_date", "prefer"?}`` and writes ``{"id", "items": [{"kind",
"text", "start", "end", "value", "rule", "evidence"}]}``; offsets are code points. A line that
cannot be read is answered by ``{"id"?, "error": sentence}`` and the next one is read.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.detection.detect import detect
from factcheck.detection.items import Item
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.runtime.i18n import explain

NOT_JSON = N_("The line is not a JSON object: {problem}")
NO_TEXT = N_("The line has no “text”.")


def answers(lines: Iterable[str]) -> Iterator[str]:
    """One line of JSON, ASCII only and without line end, for every line that is not blank."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answer(line))


def _answer(line: str) -> dict[str, Any]:
    request: object = None
    try:
        request = json.loads(line)
        return {**_identity(request), "items": _items(request)}
    except (ValueError, RecursionError) as error:
        problem = InvalidInputError(NOT_JSON, problem=str(error))
        return {**_identity(request), "error": explain(problem)}
    except InvalidInputError as error:
        return {**_identity(request), "error": explain(error)}


def _identity(request: object) -> dict[str, Any]:
    return {"id": request["id"]} if isinstance(request, dict) and "id" in request else {}


def _items(request: object) -> list[dict[str, Any]]:
    if not isinstance(request, dict):
        raise InvalidInputError(NOT_JSON, problem=type(request).__name__)
    text = request.get("text")
    if not isinstance(text, str):
        raise InvalidInputError(NO_TEXT)
    found = detect(
        text,
        language=_word(request.get("lang")),
        published=_word(request.get("reference_date") or request.get("reference_time")),
        prefer=_word(request.get("prefer")) or "nearest",
    )
    return [as_json(item, text) for item in found]


def _word(value: object) -> str | None:
    return None if value is None else str(value)


def as_json(item: Item, text: str) -> dict[str, Any]:
    """The item as the schema has it."""
    return {
        "kind": str(item.kind),
        "text": text[item.start : item.end],
        "start": item.start,
        "end": item.end,
        "value": dict(item.value),
        "rule": item.rule,
        "evidence": [list(each) for each in item.evidence],
    }
