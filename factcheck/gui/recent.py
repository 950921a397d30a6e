"""The records that one person had open: kept per person, and never with a password."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMainWindow, QMenu

from factcheck.gui.window_state import WindowState
from factcheck.runtime.i18n import tr
from factcheck.text.isolation import LEFT_TO_RIGHT, POP, isolate

MOST = 8
"""Records that are offered beside the one that is open."""
_NAME = "records"


class RecentRecords:
    """Remembers records in a window state; what cannot be read counts as not remembered."""

    def __init__(self, state: WindowState) -> None:
        self._state = state

    @property
    def all(self) -> list[Path | str]:
        """Files and addresses of servers, the one that was opened last first."""
        kept: object = None
        with suppress(ValueError):
            kept = json.loads(self._state.text(_NAME) or "[]")
        texts = [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []
        return [Path(each) if Path(each).is_absolute() else each for each in texts]

    @property
    def last(self) -> Path | str | None:
        """The record that was opened last, None where there was none."""
        return next(iter(self.all), None)

    def note(self, record: Path | str) -> None:
        """Remember that a record was opened; the password of an address is left out."""
        plain = _plain(record)
        others = [each for each in self.all if each != plain]
        kept = [str(each) for each in (plain, *others)][: MOST + 1]
        self._state.keep_text(_NAME, json.dumps(kept, ensure_ascii=False))


class RecentMenu(QObject):
    """The records that were open before, in the menu of one window."""

    def __init__(
        self,
        recent: RecentRecords,
        own: Path,
        window: QMainWindow,
        switch: Callable[[Path | str], None],
    ) -> None:
        """Call `switch` with the record that was chosen; `own` is the person's own file."""
        super().__init__(window)
        self._recent = recent
        self._own = own
        self._window = window
        self._switch = switch
        self.menu = QMenu(window)
        self.menu.setObjectName("recentRecords")
        self.menu.setAccessibleName(tr("Open a recent record"))
        self.menu.aboutToShow.connect(self._fill)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what the command of the menu does where it is called by itself."""
        return {"open_recent": self.pop_up}

    def pop_up(self) -> None:
        """Show the menu in the middle of the window."""
        middle: QPoint = self._window.rect().center()
        self.menu.popup(self._window.mapToGlobal(middle))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _fill(self) -> None:
        self.menu.clear()
        # The first one is the record that is open.
        for each in self._recent.all[1:]:
            action = self.menu.addAction(name_of_record(each, self._own).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, each=each: self._switch(each))
        if self.menu.isEmpty():
            self.menu.addAction(tr("No other record was open yet")).setEnabled(False)


def name_of_record(record: Path | str, own: Path) -> str:
    """Return how a record is called in a list: its name and where it is, each in its own order."""
    if record == own:
        return tr("My own record")
    if isinstance(record, Path):
        return f"{isolate(record.name)} — {LEFT_TO_RIGHT}{record.parent}{POP}"
    from factcheck.storage.server import parse_address  # noqa: PLC0415 - only where there is one

    return f"{LEFT_TO_RIGHT}{parse_address(record).shown}{POP}"


def _plain(record: Path | str) -> Path | str:
    if isinstance(record, Path):
        return record.absolute()
    from factcheck.storage.server import parse_address  # noqa: PLC0415 - only where there is one

    return parse_address(record).url.render_as_string(hide_password=True)
