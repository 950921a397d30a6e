"""What the command line hands to the desk; the desk reads nothing else of it."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from factcheck.runtime.paths import Paths
from factcheck.runtime.settings import Settings


@dataclass(frozen=True, slots=True)
class DeskOptions:
    """How to open the desk: `factcheck.gui.main.open_desk(options)` returns the exit code.

    Attributes:
        paths: The person's folders.
        settings: The choices of the person, with the language of the command line.
        database: The file to work on, created when it is missing; or the address of a server.
        article: A file to take in as an article and to show, or None.
        crash_report: What is known of a hard crash of an earlier run, to be shown once; or empty.
        is_named: Whether the person named `database` though it is their own; if not, their own one
            stands for the record of last time, where there was one.
    """

    paths: Paths
    settings: Settings
    database: Path | str
    article: Path | None = None
    crash_report: str = ""
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What to draw: `factcheck.gui.main.screenshot(options)` writes a PNG without a screen.

    Attributes:
        paths: The person's folders.
        settings: The choices of the person, with language and theme of the command line.
        database: An existing file, or the address of a server; it is only read.
        article_id: The article to show.
        target: The PNG to write.
        width: Of the window, in pixels.
        height: Of the window, in pixels.
        claim: Number of the claim to select, counted from 1 in the order of the text, or None.
    """

    paths: Paths
    settings: Settings
    database: Path | str
    article_id: UUID
    target: Path
    width: int = 1280
    height: int = 800
    claim: int | None = None
