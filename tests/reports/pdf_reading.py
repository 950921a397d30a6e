"""PDF as other programs read it: poppler's tools."""

import re
import shutil
import subprocess
import unicodedata

import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler-utils is not installed"
)
_HIDDEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")


def run(tool, data, *options):
    made = subprocess.run(
        [tool, *options, "-", *(["-"] if tool == "pdftotext" else [])],
        input=data, capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    return made.stdout.decode()


def text_of(data, *options):
    """The text of a PDF, direction controls dropped."""
    return _HIDDEN.sub("", run("pdftotext", data, *options))


def words_of(text):
    """The Arabic words of two letters and more, marks dropped."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", _HIDDEN.sub("", text)))
    return _WORD.findall(plain)


def share_of_words_found(source, data):
    found = set(words_of(text_of(data)))
    wanted = words_of(source)
    return sum(word in found for word in wanted) / len(wanted)


def squeezed(text):
    return re.sub(r"\s+", "", _HIDDEN.sub("", text))
