"""Typed text settles after a pause or on leaving, and is never overwritten while half typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from factcheck.gui.widgets.settling_edit import SettlingEdit, SettlingLine
from tests.gui.keyboard import type_text


@pytest.fixture(params=[SettlingEdit, SettlingLine])
def field(request, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    edit = request.param(window)
    other = QLineEdit(window)
    layout.addWidget(edit)
    layout.addWidget(other)
    window.show()
    qtbot.waitExposed(window)
    edit.setFocus()
    edit.other = other
    edit.holder = window
    edit.said = []
    edit.settled.connect(edit.said.append)
    return edit


def shown(edit):
    return edit.text() if isinstance(edit, SettlingLine) else edit.toPlainText()


def test_text_settles_after_a_pause(field, qtbot):
    type_text("مرحبا", field)
    assert field.said == []
    qtbot.waitUntil(lambda: field.said == ["مرحبا"], timeout=3000)


def test_text_settles_on_leaving_the_field(field, qtbot):
    type_text("abc", field)
    field.other.setFocus()
    assert field.said == ["abc"]


def test_text_put_in_by_the_program_stays_silent(field):
    field.set_text_quietly("من السجل")
    field.settle()
    field.other.setFocus()
    assert field.said == []
    assert shown(field) == "من السجل"


def test_half_typed_text_is_not_overwritten(field, qtbot):
    field.set_text_quietly("قديم")
    type_text("x", field)
    typed = shown(field)
    field.set_text_quietly("من شخص آخر")
    assert shown(field) == typed
    field.settle()
    assert field.said == [typed]


def test_another_record_replaces_what_is_there(field, qtbot):
    type_text("x", field)
    field.load("ثانٍ")
    field.settle()
    assert shown(field) == "ثانٍ"
    assert field.said == []


def test_text_typed_back_to_what_it_was_does_not_settle(field, qtbot):
    field.set_text_quietly("a")
    qtbot.keyClick(field, Qt.Key.Key_End)
    type_text("b", field)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    field.settle()
    assert field.said == []


def test_text_that_could_not_be_stored_settles_again(field, qtbot):
    type_text("x", field)
    field.settle()
    field.keep()
    field.set_text_quietly("")
    assert shown(field) == "x"
    field.settle()
    assert field.said == ["x", "x"]


def test_the_same_text_keeps_the_cursor(field, qtbot):
    field.set_text_quietly("abcdef")
    qtbot.keyClick(field, Qt.Key.Key_Home)
    type_text("Z", field)
    field.settle()
    field.set_text_quietly("Zabcdef")
    type_text("Y", field)
    assert shown(field) == "ZYabcdef"


def test_each_paragraph_has_its_own_direction(qtbot):
    edit = SettlingEdit()
    qtbot.addWidget(edit)
    edit.load("WHO أعلنت المنظمة النتائج يوم الأحد\nPlain English words")
    first = edit.document().begin()
    assert first.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert first.next().blockFormat().layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_typing_undoes_in_one_step_back_to_the_record(qtbot):
    edit = SettlingEdit()
    qtbot.addWidget(edit)
    edit.load("سجل")
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == "سجل"
