"""Every word on the screen goes through the catalogues, and they are complete in both languages."""

import ast
import importlib.util
import re
from collections.abc import Iterator

import pytest

from factcheck.domain import errors
from tests.architecture.source import ROOT, Module, modules, name_of

SPEAKING = {
    *("QLabel", "QAction", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu"),
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setTitle"),
    *("setPlaceholderText", "setAccessibleName", "setAccessibleDescription", "setHtml"),
    *("addAction", "addMenu", "addTab", "addRow", "setTabText", "setItemText", "setPlainText"),
    *("setInformativeText", "setDetailedText", "showMessage", "setPrefix", "setSuffix"),
    *("setSpecialValueText", "setHeaderLabels", "setHorizontalHeaderLabels", "setFormat"),
    *("addButton", "setLabelText"),
}
IN_A_BOX = {"information", "warning", "critical", "question", "about"}
# The last of several arguments is data, not a word.
SPEAKING_BUT_LAST = {"addItem", "insertItem"}
PRINTING = {"print", "write", "say"}
USER_ERRORS = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, errors.UserError)
}
NOT_WORDS = re.compile(r"https?://|<[^>]*>|&\w+;|%[\w%]|\\u[0-9a-f]{4}")


def _catalogues():
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging/catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CATALOGUES = _catalogues()


def literal_texts(node: ast.expr) -> Iterator[str]:
    """The texts written in `node`, not those handed to a call inside it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(
        node, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.List | ast.Tuple | ast.BoolOp
    ):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr) and child is not getattr(node, "test", None):
                yield from literal_texts(child)


def has_words(text: str) -> bool:
    return any(letter.isalpha() for letter in NOT_WORDS.sub("", text))


def untranslated(module: Module, speaking: set[str]) -> list[str]:
    found = []
    for call in module.calls():
        name, arguments = name_of(call), list(call.args)
        if name in SPEAKING_BUT_LAST and speaking is SPEAKING:
            arguments = arguments[: max(1, len(arguments) - 1)]
        elif name not in speaking and not (name in IN_A_BOX and "QMessageBox" in ast.dump(call)):
            continue
        texts = [text for argument in arguments for text in literal_texts(argument)]
        found += [f"{module.where(call)} {name}({text!r})" for text in texts if has_words(text)]
    return found


def unmarked_errors(module: Module) -> list[str]:
    """Errors for people whose sentence the catalogues never hear of."""
    return [
        module.where(call)
        for call in module.calls()
        if name_of(call) in USER_ERRORS and call.args and any(literal_texts(call.args[0]))
    ]


def built_msgids(module: Module) -> list[str]:
    """Calls with a msgid put together at run time, which no catalogue can hold."""
    return [
        f"{module.where(call)} {name_of(call)}"
        for call in module.calls()
        if name_of(call) in {"tr", "ntr", "N_"}
        for argument in call.args[: 2 if name_of(call) == "ntr" else 1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (isinstance(argument, ast.Call) and name_of(argument) in {"format", "join"})
    ]


def unfilled(module: Module) -> list[str]:
    """Calls whose values are not those that the placeholders of the msgid ask for."""
    found = []
    for call in module.calls():
        sentence, given = _sentence_and_values(call)
        wanted = CATALOGUES.placeholders(sentence) if sentence and given is not None else set()
        optional = {"n"} if name_of(call) == "ntr" else set()
        if given is not None and sentence and wanted - optional != given - optional:
            found.append(f"{module.where(call)} {sorted(wanted)} {sorted(given)}")
    return found


def _sentence_and_values(call: ast.Call) -> tuple[str, set[str] | None]:
    sentence = call.args[0] if call.args else None
    if name_of(call) in USER_ERRORS and isinstance(sentence, ast.Call):
        sentence = sentence.args[0] if name_of(sentence) == "N_" else None
    elif name_of(call) not in {"tr", "ntr"}:
        return "", None
    if not isinstance(sentence, ast.Constant) or not isinstance(sentence.value, str):
        return "", None
    names = [keyword.arg for keyword in call.keywords]
    return sentence.value, None if None in names else {str(name) for name in names}


@pytest.mark.parametrize("module", modules("factcheck/gui"), ids=str)
def test_the_desk_shows_translated_words_only(module: Module) -> None:
    assert not untranslated(module, SPEAKING)


@pytest.mark.parametrize("module", modules("factcheck/cli"), ids=str)
def test_the_command_line_prints_translated_words_only(module: Module) -> None:
    assert not untranslated(module, PRINTING)


@pytest.mark.parametrize("module", modules("factcheck"), ids=str)
def test_sentences_are_marked_whole_and_filled(module: Module) -> None:
    assert not unmarked_errors(module) + built_msgids(module) + unfilled(module)


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("QLabel('Hello')", lambda module: untranslated(module, SPEAKING)),
        ("box.addItem('Hello', 'key')", lambda module: untranslated(module, SPEAKING)),
        ("label.setText(f'{n} claims')", lambda module: untranslated(module, SPEAKING)),
        ("label.setText('A' if x else tr('B'))", lambda module: untranslated(module, SPEAKING)),
        (
            "QMessageBox.warning(self, tr('A'), 'Hello')",
            lambda module: untranslated(module, SPEAKING),
        ),
        ("print('Done')", lambda module: untranslated(module, PRINTING)),
        ("raise UserError('No.')", unmarked_errors),
        ("tr('a' + b)", built_msgids),
        ("tr('Hello {name}')", unfilled),
        ("raise UserError(N_('No {x}.'), y=1)", unfilled),
    ],
)
def test_the_rule_catches(source: str, rule) -> None:
    assert rule(Module(ROOT / "planted.py", source, ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    ["QLabel(tr('Hello'))", "box.addItem(tr('Hello'), 'key')", "label.setText(f'<b>{x}</b> · ')"],
)
def test_the_rule_lets_translated_words_pass(source: str) -> None:
    assert not untranslated(Module(ROOT / "planted.py", source, ast.parse(source)), SPEAKING)


def test_every_msgid_has_its_arabic() -> None:
    assert CATALOGUES.missing(ROOT) == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_catalogues_hold_what_the_source_says_and_no_more(language: str) -> None:
    wanted = {tuple(filter(None, msgid)) for msgid in CATALOGUES.msgids_of_source(ROOT)}
    held = {
        message.id if isinstance(message.id, tuple) else (message.id,)
        for message in CATALOGUES.read(language, ROOT)
        if message.id
    }
    assert held == wanted, "python packaging/catalogues.py update"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_catalogues_hold_nothing_doubtful(language: str) -> None:
    text = CATALOGUES.catalogue_path(language, ROOT).read_text("utf-8")
    assert not re.findall(r"^#~.*|^#,.*fuzzy.*|^#:.*", text, re.MULTILINE)
    forms = CATALOGUES.read(language, ROOT).num_plurals
    assert forms == {"ar": 6, "en": 2}[language]


def test_english_says_what_the_source_says() -> None:
    messages = [message for message in CATALOGUES.read("en", ROOT) if message.id]
    assert [each.id for each in messages if tuple(each.id) != tuple(each.string)] == []
