"""Where letters stand."""

import pytest
from PySide6.QtCore import QPointF

from factcheck.gui.article import geometry

PARAGRAPHS = "\n".join(
    f"فقرة رقم {number} فيها كلمات عدة عن الميناء والمدينة" for number in range(80)
)


@pytest.fixture
def long_desk(empty_desk):
    empty_desk.open(PARAGRAPHS)
    return empty_desk


@pytest.mark.parametrize("hint", [0, 3, 79, 500])
def test_the_block_at_a_height(long_desk, hint):
    document = long_desk.view.document()
    for number in (0, 1, 17, 79):
        block = document.findBlockByNumber(number)
        top = geometry.block_top(document, block)
        assert geometry.block_at(document, top + 1, hint).blockNumber() == number
    assert geometry.block_at(document, -5.0, hint).blockNumber() == 0
    assert geometry.block_at(document, 1e9, hint).blockNumber() == 79


def test_the_visible_span_is_what_can_be_seen(long_desk):
    view, text = long_desk.view, PARAGRAPHS
    start, end = view.visible_span()
    assert start == 0
    assert end < len(text) / 2
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    long_desk.settle()
    start, end = view.visible_span()
    assert start > len(text) / 2
    assert end == len(text)


def test_one_giant_paragraph_is_seen_by_lines(empty_desk):
    empty_desk.open("كلمة وكلمتان وثلاث كلمات. " * 600)
    start, end = empty_desk.view.visible_span()
    assert (start, end) < (0, 2_000)
    bar = empty_desk.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    start, end = empty_desk.view.visible_span()
    assert 2_000 < start < end < start + 2_000


def test_every_letter_is_found_under_its_own_place(desk):
    view, text = desk.view, desk.workspace.article.text
    down = QPointF(0, view.verticalScrollBar().value())
    for words in ("10", "WHO said", "2024", "شاركت", "التمرين", "3,500 people"):
        for letter, sign in enumerate(words):
            if sign == " ":
                continue
            point = QPointF(desk.point(words, letter)) + down
            unit = geometry.unit_under(view.document(), point)
            assert view.shown.positions.to_text(unit) == text.index(words) + letter


def test_beside_the_text_there_is_no_letter(desk):
    document = desk.view.document()
    assert geometry.unit_under(document, QPointF(3, 40)) is None
    assert geometry.unit_under(document, QPointF(100, 1e6)) is None
