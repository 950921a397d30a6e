"""The one table of commands: menus, toolbar, tooltips and the shortcut sheet are made from it.

Keys are written for a Latin keyboard in Qt's portable form; `sequences` adds the letters that the
same keys type under the Arabic layout. A widget offers its commands by
`commands() -> dict[str, Callable[[], None]]`, keyed by the ids below.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from factcheck.domain.errors import N_
from factcheck.gui.arabic_keys import physical_twins


class Section(StrEnum):
    """A menu, and a heading of the shortcut sheet."""

    FILE = N_("File")
    EDIT = N_("Edit")
    ARTICLE = N_("Article")
    CLAIM = N_("Claim")
    REVIEW = N_("Review")
    VIEW = N_("View")
    HELP = N_("Help")


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can ask for.

    `text` is the msgid of its name; `keys` are portable key sequences, the first one is shown;
    `icon` names a file of `resources/icons`; `group` separates entries of one menu by lines.
    """

    id: str
    text: str
    section: Section
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: int = 0


_FILE = (
    Command("add_article", N_("Add an article…"), Section.FILE, ("Ctrl+N",), "add"),
    Command("import_file", N_("Add an article from a file…"), Section.FILE, ("Ctrl+O",), "folder"),
    Command("export_report", N_("Export a report…"), Section.FILE, ("Ctrl+E",), "export", 1),
    Command("settings", N_("Settings…"), Section.FILE, ("Ctrl+,",), "settings", 2),
    Command("edit_scale", N_("Rating scale…"), Section.FILE, (), "scale", 2),
    Command("quit", N_("Quit"), Section.FILE, ("Ctrl+Q",), "", 3),
)

_EDIT = (
    Command("undo", N_("Undo"), Section.EDIT, ("Ctrl+Z",), "undo"),
    Command("redo", N_("Redo"), Section.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
)

_LIBRARY = (
    Command("edit_article", N_("Edit the article's details…"), Section.ARTICLE, ("F4",), "edit"),
    Command("delete_articles", N_("Delete the article"), Section.ARTICLE, (), "delete"),
)

_ARTICLE: tuple[Command, ...] = ()

_CLAIMS: tuple[Command, ...] = ()

_REVIEW: tuple[Command, ...] = ()

_VIEW = (
    Command("show_library", N_("Library"), Section.VIEW, ("Ctrl+L",), "library"),
    Command("show_desk", N_("Desk"), Section.VIEW, ("Ctrl+D",), "desk"),
    Command("next_pane", N_("Next pane"), Section.VIEW, ("F6",), "", 1),
    Command("previous_pane", N_("Previous pane"), Section.VIEW, ("Shift+F6",), "", 1),
    Command("larger_text", N_("Larger text"), Section.VIEW, ("Ctrl++", "Ctrl+="), "larger", 2),
    Command("smaller_text", N_("Smaller text"), Section.VIEW, ("Ctrl+-",), "smaller", 2),
    Command("normal_text", N_("Normal text size"), Section.VIEW, ("Ctrl+0",), "", 2),
)

_HELP = (
    Command("show_shortcuts", N_("Keyboard shortcuts"), Section.HELP, ("F1",), "keyboard"),
    Command("about", N_("About factcheck"), Section.HELP),
)

COMMANDS: tuple[Command, ...] = (
    *_FILE,
    *_EDIT,
    *_LIBRARY,
    *_ARTICLE,
    *_CLAIMS,
    *_REVIEW,
    *_VIEW,
    *_HELP,
)

_BY_ID = {command.id: command for command in COMMANDS}


def command(command_id: str) -> Command:
    """Return the command with this id.

    Raises:
        KeyError: there is none.
    """
    return _BY_ID[command_id]


def sequences(keys: tuple[str, ...]) -> list[QKeySequence]:
    """Return every sequence that triggers `keys`: as written, then as Arabic layouts name them."""
    latin = [QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in keys]
    taken = {key for each in COMMANDS for key in each.keys}
    twins = [twin for each in latin for twin in physical_twins(each)]
    return latin + [twin for twin in twins if twin.toString() not in taken]


def key_text(command_id: str) -> str:
    """Return the first key of a command as people read it (`Ctrl+Z`), empty where it has none."""
    keys = command(command_id).keys
    if not keys:
        return ""
    return QKeySequence(keys[0], QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )
