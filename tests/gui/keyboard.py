"""A keyboard for tests: QTest types ASCII only, and aborts on an Arabic letter."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

NONE = Qt.KeyboardModifier.NoModifier


def focused():
    """Return the widget that would get the keys of a real keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def type_text(text, widget=None):
    """Send each letter as a keyboard of any layout does."""
    for letter in text:
        target = widget or focused()
        if letter == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
            continue
        key = ord(letter.upper()) if len(letter.upper()) == 1 else ord(letter)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, NONE, letter))


def press(keys, widget=None):
    """Press a portable key sequence (`Ctrl+Z`, `Ctrl+ئ`) where the focus is, shortcuts included."""
    combination = QKeySequence(keys)[0]
    target = widget or focused()
    key, modifiers = combination.key(), combination.keyboardModifiers()
    window = target.window().windowHandle() or target
    if key.value < 0x80 or key.value >= Qt.Key.Key_Escape.value:
        QTest.keyClick(window, key, modifiers)
        return
    text = "" if modifiers & ~Qt.KeyboardModifier.ShiftModifier else chr(key.value)
    for action in (QTest.KeyAction.Press, QTest.KeyAction.Release):
        QTest.sendKeyEvent(action, window, key, text, modifiers)
