import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.direction import is_rtl, paragraphs


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("WHO أعلنت عن لقاح جديد", True),
        ("«COVID-19» لقاح", True),
        ("The minister said «نعم» on Friday", False),
        ("كتاب Microsoft Windows", False),
        ("שלום world", True),
        ("Привет", False),
    ],
)
def test_most_letters_decide(paragraph, expected):
    assert is_rtl(paragraph) is expected


@pytest.mark.parametrize("paragraph", ["", "2023/04/03 - 12:30", "— … ٣٫٥ َ _"])
def test_a_line_without_letters_takes_the_default(paragraph):
    assert is_rtl(paragraph) is True
    assert is_rtl(paragraph, default=False) is False


def test_paragraphs_are_the_lines():
    text = "أول\n\nthird\n"
    assert [text[slice(*span)] for span in paragraphs(text)] == ["أول", "", "third", ""]


@given(st.text(st.characters() | st.just("\n")))
def test_paragraphs_rebuild_the_text(text):
    assert "\n".join(text[start:end] for start, end in paragraphs(text)) == text
