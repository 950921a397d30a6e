"""What every format does once it has the text: normalise it, guess title and language."""

import re

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import N_, ImportRefusedError
from factcheck.text.direction import is_rtl
from factcheck.text.normalising import normalise
from factcheck.text.sentences import sentences
from factcheck.text.words import previous_word_end, trim, word_span

LONGEST_TITLE = 120
"""Code points of a guessed title; a longer first line is cut after a sentence or a word."""

_HIDDEN = re.compile(
    "[\u200b\u200e\u200f\u061c\u00ad\ufeff\u202a-\u202e\u2060-\u2069\x00-\x08\x0b-\x1f]"
)


def make_draft(text: str, *, title: str = "") -> ArticleDraft:
    """Return the draft of an article with `text`, title and language guessed where not given.

    Raises:
        ImportRefusedError: The text is empty.
    """
    stored = normalise(text)
    if not stored.strip():
        raise ImportRefusedError(N_("The text is empty. Choose another file or paste the article."))
    return ArticleDraft(
        title=title or guess_title(stored), text=stored, language=guess_language(stored)
    )


def guess_title(text: str) -> str:
    """Return the first line of `text` that says something, without list marks and hidden signs."""
    spans = sentences(text[: 40 * LONGEST_TITLE])
    if not spans:
        return ""
    start = spans[0][0]
    line_end = text.find("\n", start)
    start, end = trim(text, start, len(text) if line_end < 0 else line_end)
    if end - start > LONGEST_TITLE:
        end = spans[0][1]
    if end - start > LONGEST_TITLE:
        word_start, _ = word_span(text, start + LONGEST_TITLE - 1)
        end = previous_word_end(text, word_start)
        if end <= start:
            end = start + LONGEST_TITLE - 1
        return _HIDDEN.sub("", text[start:end]) + "…"
    return _HIDDEN.sub("", text[start:end])


def guess_language(text: str) -> str:
    """Return `ar` for text that runs from right to left, otherwise `en`."""
    return "ar" if is_rtl(text[:20_000]) else "en"
