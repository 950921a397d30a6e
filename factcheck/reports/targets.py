"""Where a report or a picture may be written: everywhere but over a record."""

from pathlib import Path

from factcheck.domain.errors import N_, ExportError
from factcheck.runtime.files import is_database

OVER_A_RECORD = N_(
    "{path} is a database, such as a record of factcheck, and was left as it is. Choose another"
    " name."
)


def spare_records(path: Path) -> None:
    """Refuse to replace a database: a slip in the name of a file must not cost a record.

    Raises:
        ExportError: There is one at `path`.
    """
    if is_database(path):
        raise ExportError(OVER_A_RECORD, path=path)
