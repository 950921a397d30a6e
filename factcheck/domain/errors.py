"""Errors that a person can do something about.

A `UserError` carries an English sentence (the msgid of the catalogues, marked with `N_`) and the
values for its placeholders; it is translated where it is shown. Anything else that is raised is a
bug and ends in the crash report.
"""


def N_(message: str) -> str:  # noqa: N802 - the customary name of the gettext marker
    """Mark `message` for the catalogues without translating it."""
    return message


class Phrase(str):
    """A msgid given as a value of a sentence; it is translated together with the sentence."""

    __slots__ = ()
    is_phrase = True


class UserError(Exception):
    """Something a person asked for could not be done; `message` says what to do about it."""

    def __init__(self, message: str, **values: object) -> None:
        """Keep the msgid and the values of its `{placeholders}`."""
        super().__init__(message.format(**values) if values else message)
        self.message = message
        self.values = values


class NotFoundError(UserError):
    """What was asked for is not in the file."""


class InvalidInputError(UserError):
    """A value cannot be stored as given."""


class ImportRefusedError(UserError):
    """A file, a text or a link cannot be taken in."""


class DatabaseError(UserError):
    """The database file cannot be opened, read or written."""


class BusyError(DatabaseError):
    """Another program is writing to the database; trying again later may work."""


class MovedError(BusyError):
    """The file was replaced or moved while it was open; opened again, it can be written again."""


class ConflictError(UserError):
    """Somebody else changed the same thing meanwhile."""


class ExportError(UserError):
    """A report could not be written."""
