"""Keep the message catalogues in `resources/i18n` in step with the source.

    python packaging/catalogues.py add < strings.json   # {"msgid": "arabic" | [six Arabic forms]}
    python packaging/catalogues.py update               # follow the source, drop what it lost
    python packaging/catalogues.py missing              # msgids without Arabic; exit code 1 if any
    python packaging/catalogues.py compile              # .po → .mo, only what is stale

`ar.po` holds the Arabic, `en.po` the same msgids in plain English (gettext needs its two plural
forms). A plural entry whose `ntr` call is not in the source yet is keyed "singular|||plural".
Entries carry no line numbers: they would change with every edit of the source.
"""

import argparse
import ast
import contextlib
import io
import json
import os
import string
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PLURAL_SEPARATOR = "|||"
# Babel's own rule for Arabic swaps the last two; CLDR order: zero, one, two, few, many, other.
PLURAL_FORMS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5);",
    "en": "nplurals=2; plural=(n != 1);",
}
HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: factcheck\\n"\n"Language: {language}\\n"\n'
    '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {plural_forms}\\n"\n'
)
NOISE = (
    "Report-Msgid-Bugs-To",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
)

Translation = str | list[str]


class Msgid(NamedTuple):
    """What the source asks the catalogue for; `plural` is empty for a plain message."""

    singular: str
    plural: str = ""


class RefusedError(Exception):
    """Translations that cannot go into the catalogue; one reason a line."""


def catalogue_path(language: str, root: Path = ROOT) -> Path:
    """The .po of `language` ("ar" or "en")."""
    return root / "resources" / "i18n" / f"{language}.po"


def compiled_path(language: str, root: Path = ROOT) -> Path:
    """The .mo of `language`, where gettext looks for it."""
    return root / "resources" / "i18n" / language / "LC_MESSAGES" / "factcheck.mo"


def msgids_of_source(root: Path = ROOT) -> list[Msgid]:
    """Every msgid of `factcheck/**/*.py`, once, in the order of the source."""
    found: dict[Msgid, None] = {}
    for path in sorted((root / "factcheck").rglob("*.py")):
        found.update(dict.fromkeys(msgids_of_module(path.read_text("utf-8"))))
    plurals = {msgid.singular for msgid in found if msgid.plural}
    return [msgid for msgid in found if msgid.plural or msgid.singular not in plurals]


def msgids_of_module(source: str) -> list[Msgid]:
    """The literals in calls of `tr`, `ntr` and `N_`, in the order they are written."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    calls.sort(key=lambda call: (call.lineno, call.col_offset))
    return [msgid for call in calls if (msgid := _msgid_of_call(call)) is not None]


def _msgid_of_call(call: ast.Call) -> Msgid | None:
    name = getattr(call.func, "id", None) or getattr(call.func, "attr", None)
    wanted = {"tr": 1, "N_": 1, "ntr": 2}.get(str(name), 0)
    literals = [
        argument.value
        for argument in call.args[:wanted]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    return Msgid(*literals) if wanted and len(literals) == wanted else None


def read(language: str, root: Path = ROOT) -> Catalog:
    """The catalogue of `language`; an empty one if there is no file yet."""
    path = catalogue_path(language, root)
    if path.exists():
        text = path.read_bytes()
    else:
        header = HEADER.format(language=language, plural_forms=PLURAL_FORMS[language])
        text = header.encode()
    return read_po(io.BytesIO(text), locale=language, ignore_obsolete=True)


def write(catalogue: Catalog, language: str, root: Path = ROOT) -> None:
    """Replace the .po of `language` in one step."""
    buffer = io.BytesIO()
    catalogue.header_comment = ""
    for message in catalogue:
        message.flags.discard("python-format")
    write_po(buffer, catalogue, no_location=True, width=100, ignore_obsolete=True)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(tuple(f'"{name}' for name in NOISE))]
    _replace(catalogue_path(language, root), "".join(kept).lstrip("#\n").encode())


def add(translations: Mapping[str, Translation], root: Path = ROOT) -> int:
    """Add or replace Arabic translations; return how many.

    Raises:
        RefusedError: a plural is not known, forms are missing or placeholders differ; then
            nothing is written.
    """
    with _locked(root):
        arabic, english = read("ar", root), read("en", root)
        known = {msgid.singular: msgid.plural for msgid in msgids_of_source(root) if msgid.plural}
        known |= {m.id[0]: m.id[1] for m in arabic if isinstance(m.id, tuple)}
        entries = [_entry(key, value, known) for key, value in translations.items()]
        reasons = [reason for msgid, value in entries for reason in reasons_against(msgid, value)]
        if reasons:
            raise RefusedError("\n".join(reasons))
        for msgid, value in entries:
            _put(arabic, msgid, value)
            _put(english, msgid, [*msgid] if msgid.plural else msgid.singular)
        write(arabic, "ar", root)
        write(english, "en", root)
    return len(entries)


def _entry(key: str, value: Translation, known: Mapping[str, str]) -> tuple[Msgid, Translation]:
    singular, _, plural = key.partition(PLURAL_SEPARATOR)
    if isinstance(value, list):
        plural = plural or known.get(singular, "")
    return Msgid(singular, plural), value


def reasons_against(msgid: Msgid, value: Translation) -> Iterator[str]:
    """Why `value` cannot be the Arabic of `msgid`, a sentence each."""
    if isinstance(value, list) != bool(msgid.plural):
        yield (
            f"{msgid.singular!r}: six forms need the key 'singular{PLURAL_SEPARATOR}plural' "
            "(or the ntr call in the source), and a plural needs six forms"
        )
        return
    forms = value if isinstance(value, list) else [value]
    if len(forms) != (6 if msgid.plural else 1) or not all(form.strip() for form in forms):
        yield f"{msgid.singular!r}: needs {6 if msgid.plural else 1} forms, none empty"
    wanted = placeholders(msgid.singular) | placeholders(msgid.plural)
    for form in forms:
        # The forms for nought, one and two say the number in the noun itself.
        optional = {"n"} if msgid.plural else set()
        if not wanted - optional <= placeholders(form) <= wanted:
            yield f"{msgid.singular!r}: {form!r} needs the placeholders {sorted(wanted)}"


def placeholders(text: str) -> set[str]:
    """The names of the `{placeholders}` in `text`; a brace left open counts as one."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError as error:
        return {str(error)}


def _put(catalogue: Catalog, msgid: Msgid, value: Translation) -> None:
    catalogue.delete(msgid.singular)
    catalogue.add(tuple(msgid) if msgid.plural else msgid.singular, value)


def update(root: Path = ROOT) -> tuple[int, int]:
    """Bring both catalogues to the msgids and the order of the source; (kept, dropped)."""
    with _locked(root):
        wanted = msgids_of_source(root)
        singulars = {msgid.singular for msgid in wanted}
        held = [message for message in read("ar", root) if message.id]
        dropped = [message for message in held if _singular(message) not in singulars]
        for language in PLURAL_FORMS:
            old = read(language, root)
            new = read_po(io.BytesIO(_header(language)), locale=language)
            for msgid in wanted:
                _put(new, msgid, _translation(old, msgid, language))
            write(new, language, root)
    return len(wanted), len(dropped)


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _header(language: str) -> bytes:
    return HEADER.format(language=language, plural_forms=PLURAL_FORMS[language]).encode()


def _translation(catalogue: Catalog, msgid: Msgid, language: str) -> Translation:
    if language == "en":
        return [*msgid] if msgid.plural else msgid.singular
    message = catalogue.get(msgid.singular)
    empty: Translation = [""] * 6 if msgid.plural else ""
    if message is None or isinstance(message.id, str) == bool(msgid.plural):
        return empty
    return message.string if isinstance(message.string, str) else list(message.string or empty)


def missing(root: Path = ROOT) -> list[Msgid]:
    """Msgids of the source that have no complete Arabic translation."""
    arabic = read("ar", root)
    return [
        msgid
        for msgid in msgids_of_source(root)
        if list(reasons_against(msgid, _translation(arabic, msgid, "ar")))
    ]


def compile_stale(root: Path = ROOT) -> list[Path]:
    """Compile each catalogue whose .mo is missing or older; return what was written."""
    written = []
    for language in PLURAL_FORMS:
        source, target = catalogue_path(language, root), compiled_path(language, root)
        if not source.exists():
            continue
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        buffer = io.BytesIO()
        write_mo(buffer, read(language, root))
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, buffer.getvalue())
        written.append(target)
    return written


def _replace(path: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as temporary:
        temporary.write(data)
    Path(temporary.name).chmod(0o644)
    os.replace(temporary.name, path)  # noqa: PTH105 - Path.replace reads the same, os says atomic


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[None]:
    """One writer at a time; where there is no flock (Windows) people do not share a work tree."""
    try:
        import fcntl  # noqa: PLC0415
    except ImportError:
        yield
        return
    folder = os.open(root / "resources" / "i18n", os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def main(arguments: Iterable[str] | None = None) -> int:
    """Run one command; the exit code says whether something is to be done."""
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("command", choices=["add", "update", "compile", "missing"])
    command = parser.parse_args(None if arguments is None else list(arguments)).command
    if command == "add":
        try:
            print(f"{add(json.load(sys.stdin))} added or replaced")
        except (RefusedError, json.JSONDecodeError) as refusal:
            print(refusal, file=sys.stderr)
            return 1
    elif command == "update":
        print("{} messages, {} dropped".format(*update()))
    elif command == "compile":
        print(f"{len(compile_stale())} compiled")
    else:
        gaps = missing()
        print("\n".join(f"{PLURAL_SEPARATOR.join(filter(None, gap))}" for gap in gaps))
        return int(bool(gaps))
    return 0


if __name__ == "__main__":
    sys.exit(main())
