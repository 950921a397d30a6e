"""One table of commands: each is answered once, has its menu, and hears the Arabic layout too."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from factcheck.gui.arabic_keys import physical_twins
from factcheck.gui.shortcuts import COMMANDS, Section, sequences
from tests.gui.keyboard import press

LETTERS = dict(zip("QWERTYUIOPASDFGHJKLZXCVNM", "ضصثقفغعهخحشسيبلاتنمئءؤرىة", strict=True))


def test_ids_and_keys_are_unique():
    assert max(Counter(each.id for each in COMMANDS).values()) == 1
    taken = Counter(key.toString() for each in COMMANDS for key in sequences(each.keys))
    assert [key for key, count in taken.items() if count > 1] == []


def test_every_key_is_understood_by_qt():
    for each in COMMANDS:
        assert all(not key.isEmpty() and key.toString() for key in sequences(each.keys)), each.id


@pytest.mark.parametrize("letter", LETTERS)
def test_letters_have_the_twin_of_their_physical_key(letter):
    twins = [each.toString() for each in physical_twins(QKeySequence(f"Ctrl+{letter}"))]
    assert twins == [f"Ctrl+{LETTERS[letter]}"]


def test_digits_have_arabic_twins_and_function_keys_none():
    assert [each.toString() for each in physical_twins(QKeySequence("Alt+3"))] == ["Alt+٣"]
    assert physical_twins(QKeySequence("F6")) == []
    assert physical_twins(QKeySequence()) == []


def test_every_command_has_a_handler_and_a_menu(desk):
    table = desk.window.frame.actions_table
    assert table.unbound() == []
    shown = [
        action.objectName()
        for menu in desk.window.menuBar().actions()
        for action in menu.menu().actions()
        if not action.isSeparator()
    ]
    assert Counter(shown) == Counter(each.id for each in COMMANDS)


def test_a_second_handler_is_refused(desk):
    with pytest.raises(ValueError, match="undo"):
        desk.window.frame.actions_table.bind({"undo": print})
    with pytest.raises(ValueError, match="no_such"):
        desk.window.frame.actions_table.bind({"no_such": print})


def test_every_key_of_a_command_triggers_it(desk, qtbot):
    """Real key events through the window, Latin and Arabic alike."""
    window = desk.window
    window.frame.actions_table.allow([each.id for each in COMMANDS], allowed=True)
    heard: list[str] = []
    for each in COMMANDS:
        action = window.frame.actions_table[each.id]
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, name=each.id: heard.append(name))
    window.frame.top_bar.setFocus()
    for each in COMMANDS:
        for key in sequences(each.keys):
            heard.clear()
            press(key, window)
            assert heard == [each.id], f"{key.toString()} of {each.id} was heard as {heard}"


def test_tooltips_name_the_key(desk):
    for each in COMMANDS:
        if each.keys:
            native = QKeySequence(each.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            assert native in desk.window.frame.actions_table[each.id].toolTip()


def test_claim_commands_rest_while_the_library_is_shown(desk):
    table = desk.window.frame.actions_table
    assert table["kind_quantity"].isEnabled()
    table["show_library"].trigger()
    claim_commands = [each.id for each in COMMANDS if each.section is Section.CLAIM]
    assert not any(table[each].isEnabled() for each in claim_commands)
    table["show_desk"].trigger()
    assert all(table[each].isEnabled() for each in claim_commands)
