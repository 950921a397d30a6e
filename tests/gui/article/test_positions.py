"""Code points and UTF-16 units."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from factcheck.gui.article.positions import Positions

texts = st.text(
    st.one_of(
        st.sampled_from("ابتة ,.\n“”ً😀👩\u200d🇱🇧𝟛"),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=60,
)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts, st.data())
def test_each_offset_counts_the_units_before_it(text: str, data: st.DataObject) -> None:
    positions = Positions(text)
    at = data.draw(st.integers(0, len(text)))
    assert positions.to_qt(at) == units(text[:at])
    assert positions.to_text(positions.to_qt(at)) == at


@given(texts)
def test_a_position_within_a_pair_goes_before_the_letter(text: str) -> None:
    positions = Positions(text)
    for at, letter in enumerate(text):
        if letter > "\uffff":
            assert positions.to_text(positions.to_qt(at) + 1) == at


def test_qt_counts_as_we_convert(qapp: object) -> None:
    text = "قال 😀 إن 🇱🇧 بلدٌ\nوهذا 𝟛"
    document = QTextDocument()
    document.setPlainText(text)
    assert document.characterCount() - 1 == Positions(text).to_qt(len(text))
    second = document.findBlockByNumber(1).position()
    assert second == Positions(text).to_qt(text.index("\n") + 1)
