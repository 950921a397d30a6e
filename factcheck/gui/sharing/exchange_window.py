"""Where the record lies, what was exchanged and when, what waits, and what is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget

from factcheck.gui.sharing.wording import place_words, report_words, time_words, waiting_words
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.notice import Notice
from factcheck.gui.widgets.sentence import sentence
from factcheck.runtime.i18n import explain, tr
from factcheck.text.isolation import isolate

if TYPE_CHECKING:
    from factcheck.gui.sharing.link import Link


class ExchangeWindow(Dialog):
    """Follows the link for as long as it is open."""

    def __init__(self, link: Link, parent: QWidget) -> None:
        super().__init__("exchangeWindow", tr("Exchange with the shared file"), (620, 420), parent)
        self._link = link
        self.where = _paragraph()
        self.state = _paragraph()
        self.advice = _paragraph()
        self.log = QListWidget()
        self.log.setObjectName("exchangeLog")
        self.log.setAccessibleName(tr("What was exchanged"))
        self.log.setWordWrap(True)
        self.notice = Notice(self)
        for widget in (self.where, self.state, self.advice, self.notice):
            self.column.addWidget(widget)
        self.column.addWidget(self.log, 1)
        self._buttons = dialog_buttons(
            (tr("Exchange now"), self._run),
            (tr("Put my copy there"), self._put_back),
            cancel=(tr("Close"), self.reject),
        )
        self._now, self._back, _ = self._buttons.findChildren(QPushButton)
        self._back.setObjectName("putBackButton")
        self.column.addWidget(self._buttons)
        if link.exchanging is not None:
            link.exchanging.told.connect(self._show)
        self._show()

    def _run(self) -> None:
        if self._link.exchanging is not None:
            self._link.exchanging.run()

    def _put_back(self) -> None:
        if self._link.exchanging is not None:
            self._link.exchanging.put_back()

    def _show(self) -> None:
        link, settings = self._link, self._link.workspace.settings
        store, exchanging = link.workspace.store, link.exchanging
        if store is None:
            return
        place = exchanging.shared if exchanging else store.path
        self.where.setText(f"{place_words(link.place)}\n{isolate(str(place))}")
        self._now.setVisible(exchanging is not None)
        self._back.hide()
        self.log.setVisible(exchanging is not None)
        if exchanging is None:
            said = tr("Nothing is to exchange: what you save is there for all at once.")
            self.state.setText(sentence(said))
            return
        self._now.setEnabled(not exchanging.is_running)
        self._back.setEnabled(not exchanging.is_running)
        at = exchanging.last.at if exchanging.last else None
        last = tr("Last exchange: {time}.", time=isolate(time_words(at, settings)))
        # What waits is unknown where the shared file holds nothing that can be read.
        is_lost = exchanging.last is not None and exchanging.last.can_put_back
        waiting = "" if is_lost else waiting_words(exchanging.waiting, settings)
        self.state.setText(sentence(f"{last} {waiting}".rstrip()))
        self._show_problem()
        self._show_advice()
        lines = [report_words(each, settings) for each in reversed(exchanging.log)]
        if lines != [self.log.item(row).text() for row in range(self.log.count())]:
            self.log.clear()
            self.log.addItems(lines)

    def _show_problem(self) -> None:
        exchanging = self._link.exchanging
        problem = exchanging.problem if exchanging else None
        if problem is None:
            self.notice.withdraw()
        elif self.notice.text() != f"! {explain(problem)}":
            self.notice.refuse(explain(problem))

    def _show_advice(self) -> None:
        """Say what would help: with a shared file that stays unfit, or with a large record."""
        exchanging = self._link.exchanging
        last = exchanging.last if exchanging else None
        can_put_back = last is not None and last.can_put_back
        self._back.setVisible(can_put_back)
        if can_put_back:
            said = tr(
                "If it stays like this, put the copy of this machine there: it holds your work and"
                " all that was exchanged before. What lies there now is kept beside it."
            )
        elif exchanging is not None and exchanging.is_large:
            said = tr(
                "This record is large, so it is exchanged once a minute. For a team that works in"
                " it at the same time, a server is quicker."
            )
        else:
            said = ""
        self.advice.setText(sentence(said))
        self.advice.setVisible(bool(said))


def _paragraph() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
