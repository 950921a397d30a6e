"""What a screen reader meets: a name on everything that can take the focus, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from tests.gui.conftest import settle

FIXED = {
    "libraryView", "articleView", "claimList", "claimFilter", "claimPanel", "kindBox", "stateBox",
    "verdictBox", "rationaleEdit", "notesEdit", "evidenceList", "addEvidenceButton", "messageBar",
}  # fmt: skip
DIALOGS = ("settings", "edit_scale", "show_shortcuts", "about", "add_article", "export_report")


def focusable(window):
    return [
        each
        for each in window.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.isVisibleTo(window)
        and not isinstance(each, QLabel | QScrollArea)
        and not _is_inside(each)
    ]


def _is_inside(widget):
    """Parts that Qt makes within its own controls speak through the control."""
    parent = widget.parentWidget()
    is_viewport = isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
    is_part = widget.objectName().startswith("qt_") or isinstance(parent, QAbstractItemView)
    is_popup = widget.window() is not None and widget.windowType() == Qt.WindowType.Popup
    return is_viewport or is_part or is_popup


def nameless(window):
    found = []
    for widget in focusable(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_that_takes_the_focus_has_a_name(open_desk, language):
    desk = open_desk(language=language)
    desk.workspace.select_claim(desk.workspace.claims[0].id)
    settle()
    assert len(focusable(desk.window)) > 20
    assert nameless(desk.window) == []
    desk.window.frame.show_page(desk=False)
    settle()
    assert nameless(desk.window) == []


@pytest.mark.parametrize("command_id", DIALOGS)
def test_dialogs_too(desk, command_id):
    before = set(QApplication.topLevelWidgets())
    desk.window.frame.actions_table[command_id].trigger()
    settle()
    [dialog] = [
        each
        for each in set(QApplication.topLevelWidgets()) - before
        if each.isVisible() and each.objectName().endswith(("Dialog", "Sheet"))
    ]
    assert nameless(dialog) == []
    assert dialog.windowTitle()
    dialog.close()


def test_fixed_names_are_there_once(desk):
    desk.workspace.select_claim(desk.workspace.claims[0].id)
    for name in FIXED:
        assert len(desk.window.findChildren(QWidget, name)) == 1, name


def test_tab_goes_through_the_desk_and_comes_back(desk):
    window = desk.window
    window.activateWindow()
    desk.workspace.select_claim(desk.workspace.claims[0].id)
    settle()
    window.frame.panes()[0].setFocus()
    seen = []
    for _ in range(80):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        window.focusNextPrevChild(True)
    names = {each.objectName() for each in seen}
    assert {"articleView", "claimList", "claimFilter", "kindBox", "verdictBox"} <= names
    assert focus in seen


def test_messages_are_announced(desk, monkeypatch):
    heard = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )
    desk.window.frame.message_bar.refuse("لا يمكن ذلك")
    desk.window.frame.message_bar.say("تم")
    assert heard == ["لا يمكن ذلك", "تم"]


def test_nothing_is_cut_at_twice_the_size(open_desk):
    """Labels and buttons get the room that their words need."""
    desk = open_desk(text_size=200)
    desk.window.resize(1600, 1000)
    desk.window.frame.show_page(desk=False)
    settle()
    for field in desk.window.findChildren(QLineEdit):
        if field.isVisibleTo(desk.window):
            assert field.height() >= field.fontMetrics().height()
