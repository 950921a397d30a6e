"""Detection without a database: of one text, or line by line for other programs."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from factcheck.cli.call import Call, read_stdin
from factcheck.cli.output import Answer
from factcheck.cli.parser import WrongUsageError
from factcheck.cli.records import figure_record
from factcheck.detection.detect import language_of
from factcheck.detection.jsonl import answers, as_json
from factcheck.detection.proposals import examine
from factcheck.detection.statements import Candidate
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.dates import parse_partial_date
from factcheck.text.folding import fold_key
from factcheck.text.naming import name_of

FILE_OR_LINES = N_("Give a file, or - for the input, or --jsonl; not both.")
WHOLE_DAY = N_("The day of publication must be a whole date such as 2025-07-11, not {text}.")

_BLANK = b" \t\r\n\0\xef\xbb\xbf\xff\xfe"
"""White space and byte order marks."""


def propose(call: Call) -> Answer:
    """Propose the checkable statements of a text, and say why.

    Offsets are code points of the text as `article add` would store it.
    """
    typed = call.arguments
    if typed.jsonl is (typed.file is not None):
        raise WrongUsageError(tr(FILE_OR_LINES))
    if typed.jsonl:
        _answer_lines()
        return Answer()
    published = _day(typed.published)
    text = _read(typed)
    language = typed.text_language or language_of(fold_key(text))
    findings = examine(text, language=language, published=published)
    items, found = findings.items, findings.candidates
    data = {
        "language": language,
        "published": published,
        "items": [as_json(each, text) for each in items],
        "candidates": [_record(each, text) for each in found],
    }
    said = ntr("{n} statement to check", "{n} statements to check", len(found))
    ranked = sorted(found, key=lambda each: each.rank)
    return Answer(data, lambda: "\n\n".join(_shown(each, text) for each in ranked), said)


def _answer_lines() -> None:
    """Answer each line of the input as soon as it is there."""
    lines = (raw.decode("utf-8", "surrogateescape") for raw in sys.stdin.buffer)
    for answer in answers(lines):
        print(answer, flush=True)


def _day(text: str | None) -> str | None:
    """Return the day as `YYYY-MM-DD`, None when none was typed.

    Raises:
        InvalidInputError: The text is no date, or not a whole one.
    """
    if text is None or not text.strip():
        return None
    date = parse_partial_date(text)
    if date.day is None:
        raise InvalidInputError(WHOLE_DAY, text=text)
    return date.iso()


def _read(typed: argparse.Namespace) -> str:
    """Return the text meant; one without any words is an empty text and no error.

    Raises:
        ImportRefusedError: The file is missing, or is no text.
    """
    from factcheck.importing import registry  # noqa: PLC0415 - its readers only where needed

    if typed.file == "-":
        name, data = "", read_stdin(registry.MOST_BYTES + 1)
    else:
        path = Path(typed.file).expanduser()
        name, data = path.name, registry.load(path)
    if not data.strip(_BLANK):
        return ""
    return registry.read(data, typed.encoding, name=name).text


def _record(candidate: Candidate, text: str) -> dict[str, object]:
    return {
        "rank": candidate.rank,
        "start": candidate.start,
        "end": candidate.end,
        "text": text[candidate.start : candidate.end],
        "kind": candidate.kind.value,
        "type": candidate.claim_type.value,
        "claimant": candidate.claimant,
        "claimed": figure_record(candidate.claimed),
        "rule": candidate.rule,
        "reasons": list(_reasons(candidate)),
    }


def _reasons(candidate: Candidate) -> Iterable[str]:
    return dict.fromkeys(tr(each.message, **each.values) for each in candidate.reasons)


def _shown(candidate: Candidate, text: str) -> str:
    words = " ".join(text[candidate.start : candidate.end].split())
    place = f"{candidate.start}-{candidate.end}"
    facts = " · ".join(
        each for each in (name_of(candidate.kind), place, candidate.claimant) if each
    )
    reasons = "".join(f"\n   - {each}" for each in _reasons(candidate))
    return f"{candidate.rank}. {facts}\n   {words}{reasons}"
