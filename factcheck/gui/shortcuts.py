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
    RECORD = N_("Record")
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
    Command(
        "export_articles",
        N_("Export reports of the chosen articles…"),
        Section.FILE,
        ("Ctrl+Shift+R",),
        "",
        1,
    ),
    Command("print_report", N_("Print a report…"), Section.FILE, ("Ctrl+P",), "", 1),
    Command("settings", N_("Settings…"), Section.FILE, ("Ctrl+,",), "settings", 2),
    Command("edit_scale", N_("Rating scale…"), Section.FILE, (), "scale", 2),
    Command("quit", N_("Quit"), Section.FILE, ("Ctrl+Q",), "", 3),
)

_RECORD = (
    Command("open_record", N_("Open a record…"), Section.RECORD),
    Command("open_recent", N_("Open a recent record"), Section.RECORD),
    Command("new_record", N_("Make a new record…"), Section.RECORD),
    Command("connect_server", N_("Connect to a server…"), Section.RECORD),
    Command("show_conflicts", N_("What is to decide…"), Section.RECORD, ("Ctrl+Shift+D",), "", 1),
    Command("merge_copy", N_("Merge a copy…"), Section.RECORD, (), "", 1),
    Command("exchange_now", N_("Exchange now"), Section.RECORD, ("Ctrl+Shift+E",), "", 2),
    Command("show_exchange", N_("Where the record lies…"), Section.RECORD, (), "", 2),
    Command("back_up", N_("Back up now"), Section.RECORD, (), "", 3),
    Command("restore_backup", N_("Restore a backup…"), Section.RECORD, (), "", 3),
    Command("check_file", N_("Check the file"), Section.RECORD, (), "", 3),
    Command("copy_to_file", N_("Copy to a file…"), Section.RECORD, (), "", 4),
    Command("copy_to_server", N_("Copy to a server…"), Section.RECORD, (), "", 4),
)

_EDIT = (
    Command("undo", N_("Undo"), Section.EDIT, ("Ctrl+Z",), "undo"),
    Command("redo", N_("Redo"), Section.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
)

_LIBRARY = (
    Command("edit_article", N_("Edit the article's details…"), Section.ARTICLE, ("F4",), "edit"),
    Command("delete_articles", N_("Delete the article"), Section.ARTICLE, (), "delete"),
)

_ARTICLE = (
    Command("focus_article", N_("Go to the text"), Section.ARTICLE, ("Alt+A",), "", 1),
    Command("find", N_("Find in the article…"), Section.ARTICLE, ("Ctrl+F",), "search", 1),
    Command("find_next", N_("Next match"), Section.ARTICLE, ("F3",), "", 1),
    Command("find_previous", N_("Previous match"), Section.ARTICLE, ("Shift+F3",), "", 1),
    Command("next_sentence", N_("Next sentence"), Section.ARTICLE, ("F8",), "", 2),
    Command("previous_sentence", N_("Previous sentence"), Section.ARTICLE, ("Shift+F8",), "", 2),
    Command("detect", N_("Propose claims"), Section.ARTICLE, ("F5", "P"), "detect", 3),
    Command("show_coverage", N_("Uncovered sentences"), Section.ARTICLE, ("F7",), "", 4),
    Command("next_uncovered", N_("Next uncovered sentence"), Section.ARTICLE, ("U",), "", 4),
    Command(
        "previous_uncovered",
        N_("Previous uncovered sentence"),
        Section.ARTICLE,
        ("Shift+U",),
        "",
        4,
    ),
    Command("mark_nothing", N_("Nothing to check here"), Section.ARTICLE, ("N",), "", 4),
    Command(
        "unmark_nothing",
        N_("Take “nothing to check here” away"),
        Section.ARTICLE,
        ("Shift+N",),
        "",
        4,
    ),
    Command("make_claim", N_("Make a claim"), Section.CLAIM, ("M", "Ctrl+M"), "claim"),
    Command("claims_here", N_("Claims at the cursor"), Section.CLAIM, ("F9",)),
)

# Keys with arrows move the edge of the claim that way on the screen, whatever the direction.
_EDGES = (
    Command("end_left_word", N_("End: a word to the left"), Section.CLAIM, ("Alt+Left",), "", 4),
    Command("end_right_word", N_("End: a word to the right"), Section.CLAIM, ("Alt+Right",), "", 4),
    Command("start_back_word", N_("Start: a word back"), Section.CLAIM, ("Alt+PgUp",), "", 4),
    Command("start_on_word", N_("Start: a word on"), Section.CLAIM, ("Alt+PgDown",), "", 4),
    Command("end_left_letter", N_("End: a letter to the left"), Section.CLAIM, ("[",), "", 4),
    Command("end_right_letter", N_("End: a letter to the right"), Section.CLAIM, ("]",), "", 4),
    Command("start_back_letter", N_("Start: a letter back"), Section.CLAIM, (";",), "", 4),
    Command("start_on_letter", N_("Start: a letter on"), Section.CLAIM, ("'",), "", 4),
)

_CLAIMS = (
    Command("next_claim", N_("Next claim"), Section.CLAIM, ("Ctrl+PgDown", "J")),
    Command("previous_claim", N_("Previous claim"), Section.CLAIM, ("Ctrl+PgUp", "K")),
    Command("next_unfinished", N_("Next unfinished claim"), Section.CLAIM, ("Ctrl+Return",)),
    Command("focus_claims", N_("Go to the list of claims"), Section.CLAIM, ("Alt+L",), "", 1),
    Command("focus_filter", N_("Filter the claims"), Section.CLAIM, ("Ctrl+Shift+F", "/"), "", 1),
    Command("clear_filter", N_("Show all claims"), Section.CLAIM, ("Shift+Esc",), "", 1),
    Command("select_all_claims", N_("Choose all in the list"), Section.CLAIM, ("Ctrl+Shift+A",)),
    Command("accept_suggestions", N_("Accept the suggestion"), Section.CLAIM, ("A",), "", 2),
    Command(
        "accept_kind",
        N_("Accept all suggestions of this kind"),
        Section.CLAIM,
        ("Shift+A",),
        "",
        2,
    ),
    Command("delete_claims", N_("Delete the claim"), Section.CLAIM, ("Del",), "delete", 2),
    Command(
        "dismiss_shown",
        N_("Dismiss all suggestions in the list"),
        Section.CLAIM,
        ("Shift+Del",),
        "",
        2,
    ),
    Command("next_suggestion", N_("Next suggestion"), Section.CLAIM, ("S",), "", 2),
    Command("previous_suggestion", N_("Previous suggestion"), Section.CLAIM, ("Shift+S",), "", 2),
    Command("kind_quantity", N_("Kind: quantity"), Section.CLAIM, ("1",), "", 3),
    Command("kind_date", N_("Kind: date"), Section.CLAIM, ("2",), "", 3),
    Command("kind_quote", N_("Kind: quote"), Section.CLAIM, ("3",), "", 3),
    Command("kind_attribution", N_("Kind: attributed statement"), Section.CLAIM, ("4",), "", 3),
    Command("kind_event", N_("Kind: event"), Section.CLAIM, ("5",), "", 3),
    Command("kind_name", N_("Kind: name or title"), Section.CLAIM, ("6",), "", 3),
    Command("kind_comparison", N_("Kind: comparison"), Section.CLAIM, ("7",), "", 3),
    Command("kind_image", N_("Kind: image"), Section.CLAIM, ("8",), "", 3),
    Command("kind_opinion", N_("Kind: opinion"), Section.CLAIM, ("9",), "", 3),
    Command("kind_other", N_("Kind: other"), Section.CLAIM, ("0",), "", 3),
)

_REPORTING = (
    Command("show_pictures", N_("The article in pictures"), Section.ARTICLE, ("Alt+P",), "", 5),
    Command("copy_claims", N_("Copy the claim as text"), Section.CLAIM, ("Ctrl+Shift+C",), "", 5),
)

_REVIEW = (
    Command("choose_verdict", N_("Choose a verdict…"), Section.REVIEW, ("Alt+V",)),
    *(
        Command(f"verdict_{place}", text, Section.REVIEW, (f"Alt+{place}",))
        for place, text in enumerate(
            (
                N_("First verdict of the scale"),
                N_("Second verdict of the scale"),
                N_("Third verdict of the scale"),
                N_("Fourth verdict of the scale"),
                N_("Fifth verdict of the scale"),
                N_("Sixth verdict of the scale"),
                N_("Seventh verdict of the scale"),
                N_("Eighth verdict of the scale"),
                N_("Ninth verdict of the scale"),
            ),
            start=1,
        )
    ),
    Command("no_verdict", N_("Take the verdict away"), Section.REVIEW, ("Alt+0",)),
    Command("state_open", N_("State: to check"), Section.REVIEW, ("Ctrl+1",), "", 1),
    Command("state_checking", N_("State: being checked"), Section.REVIEW, ("Ctrl+2",), "", 1),
    Command("state_checked", N_("State: checked"), Section.REVIEW, ("Ctrl+3",), "", 1),
    Command("state_approved", N_("State: approved"), Section.REVIEW, ("Ctrl+4",), "", 1),
    Command("state_dismissed", N_("State: dismissed"), Section.REVIEW, ("Ctrl+5",), "", 1),
    Command("raise_priority", N_("Raise the priority"), Section.REVIEW, ("Ctrl+Shift+Up",), "", 2),
    Command(
        "lower_priority", N_("Lower the priority"), Section.REVIEW, ("Ctrl+Shift+Down",), "", 2
    ),
    Command("focus_statement", N_("Go to the statement"), Section.REVIEW, ("Alt+S",), "", 3),
    Command("focus_claimant", N_("Go to the claimant"), Section.REVIEW, ("Alt+C",), "", 3),
    Command("focus_kind", N_("Go to the kind"), Section.REVIEW, ("Alt+K",), "", 3),
    Command("focus_state", N_("Go to the work state"), Section.REVIEW, ("Alt+T",), "", 3),
    Command("focus_rationale", N_("Go to the rationale"), Section.REVIEW, ("Alt+R",), "", 3),
    Command("focus_figures", N_("Go to the figures"), Section.REVIEW, ("Alt+G",), "", 3),
    Command("focus_evidence", N_("Go to the evidence"), Section.REVIEW, ("Alt+E",), "", 3),
    Command("focus_notes", N_("Go to the notes"), Section.REVIEW, ("Alt+N",), "", 3),
    Command("show_history", N_("Show the history"), Section.REVIEW, ("Alt+H",), "", 3),
    Command(
        "go_to_contradiction",
        N_("Go to the claim that contradicts this one"),
        Section.REVIEW,
        ("Alt+X",),
        "",
        3,
    ),
    Command("add_evidence", N_("Add evidence"), Section.REVIEW, ("Ctrl+K",), "", 4),
    Command("open_evidence", N_("Open the link"), Section.REVIEW, ("Ctrl+Shift+O",), "", 4),
)

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
    *_RECORD,
    *_EDIT,
    *_LIBRARY,
    *_ARTICLE,
    *_CLAIMS,
    *_EDGES,
    *_REPORTING,
    *_REVIEW,
    *_VIEW,
    *_HELP,
)

_TAKEN = {key for each in COMMANDS for key in each.keys}
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
    twins = [twin for each in latin for twin in physical_twins(each)]
    return latin + [twin for twin in twins if twin.toString() not in _TAKEN]


def key_text(command_id: str) -> str:
    """Return the first key of a command as people read it (`Ctrl+Z`), empty where it has none."""
    keys = command(command_id).keys
    if not keys:
        return ""
    return QKeySequence(keys[0], QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )
