"""Where the record lives and how the exchange stands, in the foot; what is to decide, on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from factcheck.gui.sharing.wording import decide_words, place_words, time_words
from factcheck.runtime.i18n import ntr, tr
from factcheck.text.display import format_number
from factcheck.text.isolation import isolate

if TYPE_CHECKING:
    from factcheck.gui.sharing.exchanging import Exchanging
    from factcheck.gui.sharing.link import Link


class RecordStatus(QToolButton):
    """The name of the record and the state of the exchange; opens the window about it."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.setObjectName("recordStatus")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._link = link
        self.refresh()

    def refresh(self) -> None:
        """Show the present state."""
        self.setToolTip(place_words(self._link.place))
        store, exchanging = self._link.workspace.store, self._link.exchanging
        if store is None:
            return
        here = store.name if store.is_file else str(store.path)
        name = exchanging.shared.stem if exchanging else here
        parts = [isolate(name)]
        if exchanging is not None:
            parts.append(self._exchange_words(exchanging))
        if store.is_read_only:
            parts.append(tr("read-only"))
        state = " · ".join(parts)
        # An ampersand in a name is no key of a button.
        self.setText(state.replace("&", "&&"))
        self.setAccessibleName(tr("Record: {state}", state=state))

    def _exchange_words(self, exchanging: Exchanging) -> str:
        settings = self._link.workspace.settings
        if exchanging.problem is not None:
            return tr("! not exchanged")
        if exchanging.last is None:
            return tr("exchanging…")
        at = isolate(time_words(exchanging.last.at, settings))
        said = tr("exchanged {time}", time=at)
        waiting = exchanging.waiting
        if waiting:
            shown = format_number(waiting, settings)
            said += " · " + ntr("{n} waits", "{n} wait", waiting, n=shown)
        return said


class DecideBadge(QToolButton):
    """Says how many fields are to decide; hidden while there are none."""

    def __init__(self, link: Link) -> None:
        super().__init__()
        self.setObjectName("decideBadge")
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._link = link
        self.refresh()

    def refresh(self) -> None:
        """Show the present count."""
        undecided = self._link.undecided
        count = len(undecided.found.conflicts) if undecided else 0
        text = decide_words(count, self._link.workspace.settings)
        self.setText(f"⚑ {text}")
        self.setAccessibleName(text)
        self.setVisible(count > 0)
