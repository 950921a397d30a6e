"""The text as a Qt document."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QTextDocument

from factcheck.gui.article.document import build_document
from factcheck.text.normalising import normalise

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
texts = st.text(
    st.one_of(st.sampled_from("ابت abc 1.\n\n😀"), st.characters(exclude_categories=("Cs",))),
    max_size=60,
)


def blocks(document: QTextDocument):
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def directions(text: str):
    owner = QObject()
    document = build_document(text, QFont(), owner)
    return [each.blockFormat().layoutDirection() for each in blocks(document) if each.text()]


@given(texts)
def test_paragraphs_are_blocks_at_the_same_places(qapp, text):
    text = normalise(text)
    owner = QObject()
    document = build_document(text, QFont(), owner)
    lengths = [len(line.encode("utf-16-le")) // 2 for line in text.split("\n")]
    assert [each.length() - 1 for each in blocks(document)] == lengths


def test_each_paragraph_has_its_own_direction(qapp):
    text = "WHO قالت إن العدد ارتفع\nThe report is out.\n- 3 -\n«COVID-19» لقاح جديد"
    assert directions(text) == [RTL, LTR, LTR, RTL]


def test_lines_without_letters_begin_arabic(qapp):
    assert directions("12\nنص") == [RTL, RTL]


def test_nothing_can_be_undone_in_it(qapp):
    owner = QObject()
    document = build_document("نص", QFont(), owner)
    assert not document.isUndoAvailable()
