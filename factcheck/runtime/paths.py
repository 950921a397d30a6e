"""Where the program keeps the things of one person on one machine."""

from dataclasses import dataclass
from pathlib import Path

import appdirs

_NAME = "factcheck"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one person; nothing is created until `make_folders`.

    Attributes:
        settings_file: Choices of the person (`factcheck.runtime.settings`).
        window_file: Sizes and positions, kept by the desk.
        data_dir: Folder of the default database.
        database: The database used when none is named.
        log_dir: Folder of the log and of crash traces.
        drafts_dir: Half-typed text that could not be stored.
        backup_dir: Backups of the databases.
        copies_dir: Working copies of databases that live on a share.
    """

    settings_file: Path
    window_file: Path
    data_dir: Path
    database: Path
    log_dir: Path
    drafts_dir: Path
    backup_dir: Path
    copies_dir: Path

    @classmethod
    def default(cls) -> "Paths":
        """Return the places this operating system provides for the current person."""
        config = Path(appdirs.user_config_dir(_NAME, appauthor=False))
        data = Path(appdirs.user_data_dir(_NAME, appauthor=False))
        log = Path(appdirs.user_log_dir(_NAME, appauthor=False))
        return cls._of(config, data, log)

    @classmethod
    def under(cls, home: Path) -> "Paths":
        """Return places that are all below `home`, for a portable copy or a test."""
        home = home.expanduser().absolute()
        return cls._of(home / "config", home / "data", home / "log")

    @classmethod
    def _of(cls, config: Path, data: Path, log: Path) -> "Paths":
        return cls(
            settings_file=config / "settings.json",
            window_file=config / "window.ini",
            data_dir=data,
            database=data / "factcheck.sqlite",
            log_dir=log,
            drafts_dir=data / "drafts",
            backup_dir=data / "backups",
            copies_dir=data / "copies",
        )

    def make_folders(self) -> None:
        """Create the folders that are missing.

        Raises:
            OSError: A folder cannot be created.
        """
        for folder in (self.settings_file.parent, self.data_dir, self.log_dir, self.drafts_dir):
            folder.mkdir(parents=True, exist_ok=True)
