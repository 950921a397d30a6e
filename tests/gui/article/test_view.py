"""The text itself: reading, selecting, copying, zooming, clicking."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck.gui import theme
from factcheck.gui.article.column import LINE_LENGTH

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = "قالت الوزارة إن أكثر من عشرة آلاف جندي وصلوا إلى الميناء الشرقي في شهر يونيو الماضي. " * 60


def lines(view):
    block = view.document().begin()
    while block.isValid():
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            yield block.text()[line.textStart() : line.textStart() + line.textLength()].strip()
        block = block.next()


@pytest.mark.parametrize("width", [420, 760, 1600])
@pytest.mark.parametrize("text", [LONG, "The report of March says that many people came. " * 60])
def test_no_line_is_too_long_to_read(empty_desk, width, text):
    empty_desk.panel.resize(width, 600)
    empty_desk.open(text)
    lengths = [len(line) for line in lines(empty_desk.view)]
    assert len(lengths) > 10
    assert max(lengths) <= LINE_LENGTH


def test_the_column_stands_in_the_middle_with_the_margin_on_the_leading_side(empty_desk):
    empty_desk.panel.resize(1400, 600)
    empty_desk.open(LONG)
    view = empty_desk.view
    viewport, margin = view.viewport().geometry(), view.findChild(type(view._margin)).geometry()
    bar = view.verticalScrollBar().geometry()
    assert abs(viewport.left() - bar.right() - (view.width() - viewport.right())) <= 3
    assert margin.left() == viewport.right() + 1
    assert margin.right() == view.width() - 1


class Painted(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, widget):
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it so  # noqa: N802 - Qt calls it by this name
        self.times += event.type() == QEvent.Type.Paint
        return False


def test_a_claim_out_of_sight_is_brought_into_view_and_marked_in_one_painting(empty_desk):
    empty_desk.open(LONG + "\nانتهى البيان.")
    claim = empty_desk.claim("انتهى البيان")
    text, margin = Painted(empty_desk.view.viewport()), Painted(empty_desk.view._margin)
    empty_desk.workspace.select_claim(claim.id)
    empty_desk.settle()
    assert empty_desk.view.verticalScrollBar().value() > 0
    assert (text.times, margin.times) == (1, 1)


def test_it_cannot_be_edited(desk):
    before = desk.view.document().toPlainText()
    desk.press(Qt.Key.Key_A)
    desk.press(Qt.Key.Key_Backspace)
    assert desk.view.document().toPlainText() == before


def test_words_are_selected_by_key_and_the_cursor_shows(desk):
    view = desk.view
    view.setFocus()
    start, end = desk.span("الوزارة")
    view.set_selection(start, start)
    for _ in range(end - start):
        desk.press(Qt.Key.Key_Left, SHIFT)
    assert view.selection == (start, end)
    assert view.cursorWidth() > 1
    assert view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    desk.press(Qt.Key.Key_Escape)
    assert view.selection == (end, end)


def test_copying_takes_the_letters_of_the_article(empty_desk):
    text = "قال\u00a0😀 إن «12%»\u200f\nوهذا سطر"
    empty_desk.open(text)
    view = empty_desk.view
    view.set_selection(0, len(text))
    view.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == text
    assert not data.hasHtml()


def test_the_wheel_with_control_changes_the_text_size(desk):
    view, point = desk.view.viewport(), QPointF(50, 50)
    for turn, size in ((120, 110), (120, 120), (-120, 110)):
        event = QWheelEvent(
            point,
            view.mapToGlobal(point),
            QPoint(0, 0),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)
        assert desk.workspace.settings.text_size == size


def test_text_grows_to_twice_its_size_around_the_place(empty_desk, qapp):
    empty_desk.open(LONG.replace(". ", ".\n"))
    view = empty_desk.view
    view.verticalScrollBar().setValue(600)
    empty_desk.settle()
    before, size = view.visible_span()[0], view.document().defaultFont().pointSizeF()
    theme.apply(qapp, "light", 200)
    empty_desk.settle()
    assert view.document().defaultFont().pointSizeF() == 2 * size
    assert abs(view.visible_span()[0] - before) < 100


def test_a_narrower_pane_keeps_the_place(empty_desk):
    empty_desk.open(LONG.replace(". ", ".\n"))
    view = empty_desk.view
    view.verticalScrollBar().setValue(700)
    empty_desk.settle()
    before = view.visible_span()[0]
    empty_desk.panel.resize(430, 600)
    empty_desk.settle()
    assert abs(view.visible_span()[0] - before) < 100


def test_clicks_go_from_the_innermost_claim_outwards_and_round(desk, heard):
    outer = desk.claim("أكثر من 10 آلاف جندي وصلوا")
    inner = desk.claim("10 آلاف جندي")
    for _ in range(3):
        desk.click("جندي", 1)
    assert heard() == [inner.id, outer.id, inner.id]
    desk.click("أكثر", 1)
    assert desk.workspace.selected == outer.id


def test_a_click_beside_claims_keeps_the_selected_one(desk, heard):
    claim = desk.claim("10 آلاف جندي")
    desk.workspace.select_claim(claim.id)
    desk.click("WHO said", 1)
    assert heard() == [claim.id]


def test_dragging_selects_words_and_no_claim(desk, heard):
    desk.claim("10 آلاف جندي")
    port, no = desk.view.viewport(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(port, Qt.MouseButton.LeftButton, no, desk.point("آلاف", 0))
    QTest.mouseMove(port, desk.point("جندي", 1))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, no, desk.point("جندي", 1))
    assert desk.view.textCursor().hasSelection()
    assert heard() == []


def test_letters_and_delete_stay_commands_of_the_window(desk, qtbot):
    from PySide6.QtGui import QAction

    called = []
    for keys in ("M", "Del", "Ctrl+Z", "Alt+Left", "1", "Ctrl+Shift+Up"):
        action = QAction(desk.panel)
        action.setShortcut(keys)
        action.triggered.connect(lambda _on=False, keys=keys: called.append(keys))
        desk.panel.addAction(action)
    desk.view.setFocus()
    window = desk.panel.window().windowHandle()
    QTest.keyClick(window, Qt.Key.Key_M)
    QTest.keyClick(window, Qt.Key.Key_Delete)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(window, Qt.Key.Key_1)
    QTest.keyClick(window, Qt.Key.Key_Up, CONTROL | SHIFT)
    assert called == ["M", "Del", "Ctrl+Z", "Alt+Left", "1", "Ctrl+Shift+Up"]
