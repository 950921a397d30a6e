"""Messages stand in the direction of the program, whatever word they begin with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from factcheck.gui.widgets.message_bar import MessageBar
from factcheck.runtime import i18n


def ink(label):
    """The columns of a label with letters in them, from 0 to 1."""
    picture = label.grab().toImage()
    ground = picture.pixel(picture.width() - 1, 0)
    rows, width = range(picture.height()), picture.width()
    return [x / width for x in range(width) if any(picture.pixel(x, y) != ground for y in rows)]


@pytest.mark.parametrize(
    ("language", "direction", "said"),
    [
        ("en", Qt.LayoutDirection.LeftToRight, "\u2068سامي\u2069 changed this claim."),
        ("ar", Qt.LayoutDirection.RightToLeft, "\u2066/tmp/x\u2069 ليس من ملفات السجل."),
    ],
)
def test_a_message_that_begins_with_a_name_stands_where_others_do(qtbot, language, direction, said):
    before = i18n.language()
    i18n.set_language(language)
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.setLayoutDirection(direction)
    bar.resize(900, 40)
    bar.show()
    bar.say(said)
    label = max(bar.findChildren(QLabel), key=QLabel.width)
    columns = ink(label)
    i18n.set_language(before)
    assert bar.text == said
    assert max(columns) < 0.5 if language == "en" else min(columns) > 0.5
