"""Sentences of Arabic and English news text.

A line break always ends a sentence (headlines, list items). Within a line one pass over the
punctuation decides; the work is linear in the length of the text.
"""

import re

from factcheck.text.direction import paragraphs
from factcheck.text.words import trim

_ENDS = re.compile(r"[.!?؟…۔]+[»”’\"')\]›]*")
_DIGITS = "\\d٠-٩۰-۹"
_BULLET = re.compile(
    rf"\s*(?:[-–—•●▪◦*‣·]+|[{_DIGITS}]{{1,3}}[.)\-](?![{_DIGITS}])|[(\[][{_DIGITS}]{{1,3}}[)\]])\s+"
)
_LAST_TOKEN = re.compile(r"[^\s(«“\"\[]*$")
_LOOK_BACK = 24
_FIRM = "!?؟۔"
_ELLIPSIS = ("…", "..")

_ABBREVIATION_LIST = (
    "mr mrs ms dr prof st jr sr vs no nos inc ltd co corp gen col lt sgt capt rev hon gov sen rep"
    " e.g i.e etc cf al fig vol pp approx dept est jan feb mar apr jun jul aug sep sept oct nov dec"
    " a.m p.m u.s u.k u.n e.u ph.d"
    " أ.د ا.د ق.م ص.ب ج.م د.إ ر.س أ.ف.ب د.ك"
)
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
_MAY_END = frozenset({"etc", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "inc", "ltd", "co", "corp"})


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text`, in order, without overlap.

    A span starts behind a list mark (dash, bullet, number) and has no white space at its edges;
    the closing punctuation and quotation mark belong to it. Lines without a letter or a digit give
    none. The point of a decimal, an initial (`د.`, `J.`) or an abbreviation ends nothing.
    """
    spans = []
    for start, end in paragraphs(text):
        bullet = _BULLET.match(text, start, end)
        first = bullet.end() if bullet else start
        for last in _ends(text, first, end):
            span = trim(text, first, last)
            if any(char.isalnum() for char in text[slice(*span)]):
                spans.append(span)
                first = last
    return spans


def _ends(text: str, start: int, end: int) -> list[int]:
    """Return the ends of the sentences of one line, its own end last."""
    ends = [
        match.end()
        for match in _ENDS.finditer(text, start, end)
        if match.end() < end and _ends_sentence(text, start, match)
    ]
    return [*ends, end]


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    marks = match.group()
    after = text[match.end()]
    following = _next_letter(text, match.end())
    if any(mark in marks for mark in _FIRM):
        return not following.islower() and not after.isdigit()
    if marks.startswith(_ELLIPSIS):
        return following.isupper()
    if not after.isspace():
        return (
            _is_arabic(after)
            and _is_arabic(text[match.start() - 1 : match.start()])
            and not (_is_abbreviation(text, start, match.start(), following))
        )
    return not following.islower() and not (
        marks == "." and _is_abbreviation(text, start, match.start(), following)
    )


def _next_letter(text: str, at: int) -> str:
    """Return the first letter or digit within a few characters after `at`."""
    for char in text[at : at + 8]:
        if char.isalnum():
            return char
        if char == "\n":
            break
    return ""


def _is_arabic(char: str) -> bool:
    return "\u0600" <= char <= "\u06ff" and char.isalpha()


def _is_abbreviation(text: str, start: int, point: int, following: str) -> bool:
    """Whether the point at `point` belongs to the token before it."""
    found = _LAST_TOKEN.search(text[max(start, point - _LOOK_BACK) : point])
    token = found.group() if found else ""
    letters = token.rsplit(".", 1)[-1].lstrip("-–/")
    if len(letters) == 1 and letters.isalpha():
        return not (letters == "I" or (token.lower() in _MAY_END and following.isupper()))
    key = token.lower()
    if key in _MAY_END:
        return not following.isupper()
    return key in _ABBREVIATIONS
