"""What one person chose, kept in a JSON file outside every database."""

import dataclasses
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args
from uuid import UUID, uuid4

from factcheck.runtime.files import write_atomically

Language = Literal["ar", "en"]
Digits = Literal["ascii", "arabic"]
Months = Literal["egypt", "levant", "maghreb"]
Theme = Literal["system", "light", "dark", "contrast"]

TEXT_SIZES = (80, 200)
"""Smallest and largest text size, in percent."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one person on one machine.

    Attributes:
        reviewer: Name under which changes are recorded; empty until asked for.
        language: Language of the program.
        digits: Digits shown on screen and in reports; machine formats always use ASCII.
        months: Family of Gregorian month names in Arabic.
        theme: Colours of the desk.
        text_size: Percent, within `TEXT_SIZES`.
        scale: Key of the rating scale in use; empty means the first one of the file.
        detect_on_import: Whether a new article is searched for claims at once.
        replica: Identity of this copy of the program in change logs, a UUID as text.
    """

    reviewer: str = ""
    language: Language = "ar"
    digits: Digits = "ascii"
    months: Months = "egypt"
    theme: Theme = "system"
    text_size: int = 100
    scale: str = ""
    detect_on_import: bool = False
    replica: str = field(default_factory=lambda: str(uuid4()))

    def __post_init__(self) -> None:
        """Check every value.

        Raises:
            ValueError: A value is not one that its field allows.
        """
        for name, allows in _ALLOWED.items():
            if not allows(getattr(self, name)):
                raise ValueError(name)

    def replace(self, **values: object) -> "Settings":
        """Return a copy with other values.

        Raises:
            ValueError: A value is not one that its field allows.
            TypeError: There is no such field.
        """
        chosen: dict[str, Any] = dict(values)
        return dataclasses.replace(self, **chosen)

    @classmethod
    def read(cls, path: Path) -> "Settings":
        """Read the settings and change nothing; what is missing or wrong gets its default.

        Raises:
            OSError: The file exists and cannot be read.
        """
        return cls(**_valid(_stored(path) or {}))

    @classmethod
    def load(cls, path: Path) -> "Settings":
        """Read the settings, and keep them where the file lacks something lasting.

        A file that cannot be understood is kept beside the new one under the ending `.broken`.
        The first load writes the file, because the replica must stay the same from then on; on
        a read-only disk that is left out.

        Raises:
            OSError: The file exists and cannot be read.
        """
        stored = _stored(path)
        if stored is None:
            _log.warning("the settings file could not be read and was put aside")
            _try(lambda: path.replace(path.with_suffix(".broken")))
            stored = {}
        settings = cls(**_valid(stored))
        if stored.get("replica") != settings.replica:
            _try(lambda: settings.save(path))
        return settings

    def save(self, path: Path) -> None:
        """Write the settings, creating the folder when it is missing.

        Raises:
            OSError: The file cannot be written; the old one is unchanged.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(dataclasses.asdict(self), ensure_ascii=False, indent=2)
        write_atomically(path, f"{text}\n".encode())


def _stored(path: Path) -> dict[str, object] | None:
    """Return what the file holds, nothing when there is none, None when it makes no sense."""
    try:
        stored = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        return None
    return stored if isinstance(stored, dict) else None


def _valid(stored: Mapping[str, object]) -> dict[str, Any]:
    return {name: stored[name] for name, allows in _ALLOWED.items() if allows(stored.get(name))}


def _try(step: Callable[[], object]) -> None:
    try:
        step()
    except OSError as error:
        _log.warning("the settings file could not be written: %s", type(error).__name__)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable()


def _is_uuid(value: object) -> bool:
    try:
        return isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        return False


def _is_text_size(value: object) -> bool:
    return type(value) is int and TEXT_SIZES[0] <= value <= TEXT_SIZES[1]


def _one_of(choices: object) -> Callable[[object], bool]:
    allowed = get_args(choices)
    return lambda value: isinstance(value, str) and value in allowed


_ALLOWED: Mapping[str, Callable[[object], bool]] = {
    "reviewer": _is_text,
    "language": _one_of(Language),
    "digits": _one_of(Digits),
    "months": _one_of(Months),
    "theme": _one_of(Theme),
    "text_size": _is_text_size,
    "scale": _is_text,
    "detect_on_import": lambda value: isinstance(value, bool),
    "replica": _is_uuid,
}
