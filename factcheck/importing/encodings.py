"""Which encoding is this text in? For Arabic and English, also in files of two words.

A byte order mark or valid UTF-8 settle it. Otherwise UTF-16 shows in its zero or Arabic high bytes,
and the old one-byte encodings (windows-1256, ISO-8859-6, code page 720) are told apart by how much
the decoded letters look like Arabic: which letters are frequent, that words begin with the article
and end in letters that end words, that marks do not stand between letters.
"""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

UTF_8, UTF_8_MARKED, UTF_16 = "utf-8", "utf-8-sig", "utf-16"
UTF_16_LE, UTF_16_BE = "utf-16-le", "utf-16-be"
WINDOWS, ISO, DOS = "cp1256", "iso8859_6", "cp720"

CHOICES = (UTF_8, UTF_16, UTF_16_LE, UTF_16_BE, WINDOWS, ISO, DOS)
"""Encodings a person may choose by hand, as Python names."""

LABELS = {
    UTF_8: "UTF-8",
    UTF_8_MARKED: "UTF-8 (BOM)",
    UTF_16: "UTF-16 (BOM)",
    UTF_16_LE: "UTF-16 LE",
    UTF_16_BE: "UTF-16 BE",
    WINDOWS: "windows-1256",
    ISO: "ISO-8859-6",
    DOS: "CP720 (DOS)",
}
"""How the encodings are shown; the names are the same in every language."""

_SAMPLE = 16 * 1024
"""Bytes that are looked at; even, so that UTF-16 is not cut in the middle."""
_ONE_BYTE = (WINDOWS, ISO, DOS)
_NO_TEXT = -0.5
"""Likeness below which nothing readable is left."""
_PRIOR = 0.04
"""Windows-1256 is by far the most usual of the old encodings; this decides between equals."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd]")

_FREQUENT = dict(zip("اليمونرتبةعدسفهكقأحجشطصخىإذضزثئغظءآؤ", range(36, 0, -1), strict=True))
_COMMON_WORDS = (
    "في من على إلى عن أن إن هذا هذه التي الذي مع بعد قبل لا ما كان قال بين حول كل لم "
    "لن أو ثم حتى هل عند غير ضد منذ نحو أكثر خلال قد كيف ماذا لماذا أين متى هو هي عام "
    "يوم "
)
_COMMON = frozenset(_COMMON_WORDS.split())
_NEVER_FINAL = frozenset("إ")
_NEVER_FIRST = frozenset("ةىؤئء")
_ARABIC_WORD = re.compile("[\u0621-\u063a\u0641-\u065f]+")
_OTHER_LETTER = re.compile(r"[^\W\d_a-zA-Z\u0600-\u06ff]")
_ODD_SIGNS = re.compile("[\u2500-\u25ff¤¬¦§¶¸¹²³¼½¾±µ×÷ˆ‰‡†]")
_NEWS_SIGNS = re.compile("[،؛؟«»“”‘’–—…°%€£]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the bytes: the `encoding` (a Python name) and the `text` it gives."""

    encoding: str
    text: str


def readings(data: bytes) -> list[Reading]:
    """Return every way to read `data`, the most likely first; empty where none gives a text."""
    found = []
    for encoding in ranked(data):
        text = decode(data, encoding)
        if text is not None:
            found.append(Reading(encoding, text))
    return found


def decode(data: bytes, encoding: str) -> str | None:
    """Return `data` read as `encoding`, its byte order mark dropped, or None where it is not."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, LookupError):
        return None


def ranked(data: bytes) -> list[str]:
    """Return the encodings that `data` may be in, the most likely first."""
    certain = _marked(data)
    sample = data[:_SAMPLE]
    scores = {encoding: _score(sample, encoding) for encoding in (UTF_16_LE, UTF_16_BE, *_ONE_BYTE)}
    guesses = sorted(
        (encoding for encoding, score in scores.items() if score is not None),
        key=lambda encoding: -(scores[encoding] or 0),
    )
    if certain:
        return [certain, *(guess for guess in guesses if not certain.startswith(guess[:6]))]
    text = decode(data, UTF_8)
    if text is None:
        return guesses
    return [*guesses, UTF_8] if _CONTROLS.search(text) else [UTF_8, *guesses]


def _marked(data: bytes) -> str:
    """Return the encoding that the byte order mark names, or nothing."""
    if data.startswith(codecs.BOM_UTF8):
        return UTF_8_MARKED
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return UTF_16
    return ""


def _score(sample: bytes, encoding: str) -> float | None:
    """Return how much `sample` looks like news text in `encoding`; None where it is not in it."""
    if encoding.startswith("utf-16") and len(sample) % 2:
        return None
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeError:
        return None
    return _likeness(text) + (_PRIOR if encoding == WINDOWS else 0)


def _likeness(text: str) -> float:
    """Return a score per character, about 1 for news text and below 0 for the wrong encoding."""
    letters = sum(char.isalpha() for char in text) or 1
    good = sum(_word_score(word) for word in _ARABIC_WORD.findall(text))
    good += sum(char.isascii() and (char.isalnum() or char.isspace()) for char in text)
    good += 0.5 * len(_NEWS_SIGNS.findall(text))
    bad = 3.0 * len(_OTHER_LETTER.findall(text)) + 2.0 * len(_ODD_SIGNS.findall(text))
    bad += 10.0 * len(_CONTROLS.findall(text))
    return (good - bad) / max(letters, len(text) / 2)


def _word_score(word: str) -> float:
    score = _mean(_FREQUENT.get(letter, -6) / 24 for letter in word) * len(word)
    if word.startswith(("ال", "وال", "بال", "لل")):
        score += 2
    if word in _COMMON or word.removeprefix("و") in _COMMON:
        score += 2
    if word.endswith(("ة", "ى", "ن", "م", "ي", "ات")):
        score += 0.7
    if word[0] in _NEVER_FIRST:
        score -= 2
    if word[-1] in _NEVER_FINAL:
        score -= 2
    return score - 2 * len(re.findall("[ةى].", word))


def _mean(values: Iterable[float]) -> float:
    collected = list(values)
    return sum(collected) / len(collected)


def looks_like_text(text: str) -> bool:
    """Whether `text` could be something to read rather than the bytes of a program or picture."""
    sample = text[:_SAMPLE]
    return len(_CONTROLS.findall(sample)) * 50 <= len(sample) and _likeness(sample) > _NO_TEXT
