"""The language of the program: gettext catalogues, Arabic first.

English sentences are the message ids. Values put into an Arabic sentence are wrapped in Unicode
isolates where they hold Latin letters or digits, so that a path or an id keeps its own order
inside right-to-left text (Unicode Standard Annex 9, 2.4.2).
"""

import gettext
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import PurePath

from factcheck.runtime.resources import resource

LANGUAGES = ("ar", "en")
"""Languages of the program; the first one is the default."""

_FIRST_STRONG_ISOLATE = "\u2068"
_LEFT_TO_RIGHT_ISOLATE = "\u2066"
_POP_ISOLATE = "\u2069"
_NEEDS_ISOLATE = re.compile(r"[A-Za-z0-9/\\]")


class _Current:
    """The chosen language of this process."""

    language: str = LANGUAGES[0]


_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    path = resource("i18n", language, "LC_MESSAGES", "factcheck.mo")
    try:
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)
    except OSError:
        return gettext.NullTranslations()


def set_language(language: str) -> None:
    """Choose the language of everything translated from now on.

    Args:
        language: `ar` or `en`; regional tags such as `ar-EG` count as their language.

    Raises:
        ValueError: The program does not speak `language`.
    """
    _Current.language = _primary(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Translate into `language` within the block, in this thread only.

    For what is written in another language than the program speaks, such as a report.

    Raises:
        ValueError: The program does not speak `language`.
    """
    token = _spoken.set(_primary(language))
    try:
        yield
    finally:
        _spoken.reset(token)


def _primary(language: str) -> str:
    primary = re.split("[-_]", language)[0].lower()
    if primary not in LANGUAGES:
        raise ValueError(language)
    return primary


def language() -> str:
    """Return the language in use, `ar` or `en`."""
    return _spoken.get() or _Current.language


def is_rtl() -> bool:
    """Return whether the language in use is written from right to left."""
    return language() == "ar"


def tr(message: str, /, **values: object) -> str:
    """Translate `message` and fill its `{placeholders}` with `values`."""
    return _fill(_catalogue(language()).gettext(message), values)


def ntr(singular: str, plural: str, n: int, /, **values: object) -> str:
    """Translate a sentence that counts, in the plural form that `n` asks for.

    `{n}` is filled with the number; pass `n` again by name to show it in other digits.
    """
    text = _catalogue(language()).ngettext(singular, plural, n)
    return _fill(text, {"n": n, **values})


def explain(error: Exception) -> str:
    """Return what an error says, in the language in use.

    An error with `message` and `values` (a user error) is translated; of any other one the text
    is returned as it is.
    """
    message = getattr(error, "message", None)
    if not isinstance(message, str):
        return str(error)
    values = getattr(error, "values", None)
    return tr(message, **values) if isinstance(values, Mapping) else tr(message)


def _phrase(value: object) -> object:
    """Translate a value that is itself a msgid (`factcheck.domain.errors.Phrase`)."""
    return tr(str(value)) if getattr(value, "is_phrase", False) else value


def _fill(text: str, values: Mapping[str, object]) -> str:
    if not values:
        return text
    return text.format(**{name: _isolated(_phrase(value)) for name, value in values.items()})


def _isolated(value: object) -> object:
    if not is_rtl() or not isinstance(value, str | PurePath):
        return value
    text = str(value)
    if text.startswith(_FIRST_STRONG_ISOLATE) or not _NEEDS_ISOLATE.search(text):
        return text
    start = _LEFT_TO_RIGHT_ISOLATE if isinstance(value, PurePath) else _FIRST_STRONG_ISOLATE
    return f"{start}{text}{_POP_ISOLATE}"
