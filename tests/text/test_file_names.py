import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.file_names import safe_file_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("تقرير.pdf", "تقرير.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Temp\\خبر.txt", "خبر.txt"),
        ("a.txt:stream", "a.txt_stream"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("lpt1 .txt", "_lpt1 .txt"),
        ("console.txt", "console.txt"),
        ("gpj\u202eexe.صورة", "gpjexe.صورة"),
        ("a\u200bb\u00adc\x00.txt", "abc.txt"),
        ("سؤال؟ <هل>|*.pdf", "سؤال؟ _هل___.pdf"),
        ("e\u0301.txt", "\u00e9.txt"),
        ("name. . ", "name"),
        ("folder/", "folder"),
        ("..", "file"),
        ("", "file"),
        ("   ", "file"),
    ],
)
def test_names(name, safe):
    assert safe_file_name(name) == safe


def test_a_default_of_ones_own():
    assert safe_file_name("/", default="تقرير") == "تقرير"


def test_a_long_name_keeps_its_ending():
    name = safe_file_name("ا" * 400 + ".pdf")
    assert name.endswith("ا.pdf")
    assert len(name.encode()) <= 200
    assert len(safe_file_name("a." + "b" * 400)) == 200


@given(st.text(max_size=400) | st.text(st.sampled_from("/\\.: \u202eaCONك\u0301"), max_size=30))
def test_every_name_is_one_component_and_stays_the_same_when_made_safe_again(name):
    safe = safe_file_name(name)
    assert safe
    assert safe not in (".", "..")
    assert not set(safe) & set('/\\<>:"|?*\x00\u202e')
    assert len(safe.encode()) <= 200
    assert unicodedata.is_normalized("NFC", safe)
    assert safe_file_name(safe) == safe
