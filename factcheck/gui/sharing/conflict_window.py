"""What people decided differently, claim by claim, and deciding it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.gui import theme
from factcheck.gui.sharing.choice_group import ChoiceGroup, Offer
from factcheck.gui.sharing.values import stored_words
from factcheck.gui.sharing.wording import about_words, decide_words, who_words
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.notice import Notice
from factcheck.operations.conflicts import DATES, TEXTS, resolve_conflict
from factcheck.runtime.i18n import tr
from factcheck.text.actions import table_name

if TYPE_CHECKING:
    from factcheck.domain.conflict import Conflict, StandingValue
    from factcheck.domain.ids import ArticleId, ClaimId
    from factcheck.gui.sharing.undecided import Undecided
    from factcheck.gui.workspace import Workspace

DELETED = "deleted_at"
_CONFLICT_ROLE = Qt.ItemDataRole.UserRole
_LONGEST = 80

Go = Callable[["ArticleId | None", "ClaimId | None"], None]


class ConflictWindow(Dialog):
    """A list by claim and, beside it, the values that stand; stays open while one works on."""

    def __init__(self, workspace: Workspace, undecided: Undecided, go: Go, parent: QWidget) -> None:
        """Call `go` with the article and claim that somebody wants to see."""
        super().__init__("conflictWindow", tr("To decide"), (820, 520), parent)
        self._workspace = workspace
        self._undecided = undecided
        self._go = go
        self._conflict: Conflict | None = None
        self.group: ChoiceGroup | None = None
        self._count = QLabel()
        self.list = QTreeWidget()
        self.list.setObjectName("conflictList")
        self.list.setAccessibleName(tr("To decide"))
        self.list.setHeaderHidden(True)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(lambda item, _old: self._show(item))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notice = Notice(self)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self._area)
        parts.setSizes([theme.scaled(340), theme.scaled(440)])
        self._buttons = dialog_buttons(
            (tr("Decide"), self.decide),
            (tr("Go to the claim"), self._go_there),
            cancel=(tr("Close"), self.reject),
        )
        for widget, stretch in ((self._count, 0), (parts, 1), (self.notice, 0), (self._buttons, 0)):
            self.column.addWidget(widget, stretch)
        undecided.told.connect(self._fill)
        self._fill()

    @property
    def decide_button(self) -> QPushButton:
        """The button that takes the choice, enabled once there is one."""
        return next(each for each in self._buttons.findChildren(QPushButton) if each.isDefault())

    def show_claim(self, claim_id: ClaimId | None) -> None:
        """Go to the first conflict about a claim."""
        for item in self._entries():
            conflict = item.data(0, _CONFLICT_ROLE)
            if claim_id is None or conflict.claim_id == claim_id:
                self.list.setCurrentItem(item)
                return

    # --- the list

    def _fill(self) -> None:
        found = self._undecided.found
        before = self._conflict
        place = next((at for at, each in enumerate(self._entries()) if _of(each) == before), 0)
        self._count.setText(
            decide_words(len(found.conflicts), self._workspace.settings)
            if found.conflicts
            else tr("Nothing is to decide.")
        )
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.clear()
        owners: dict[str, QTreeWidgetItem] = {}
        for conflict in found.conflicts:
            owner = self._owner(conflict)
            if owner not in owners:
                owners[owner] = QTreeWidgetItem(self.list, [owner])
                owners[owner].setFlags(Qt.ItemFlag.ItemIsEnabled)
                owners[owner].setToolTip(0, owner)
            item = QTreeWidgetItem(owners[owner], [_sign(conflict) + about_words(conflict)])
            item.setData(0, _CONFLICT_ROLE, conflict)
        self.list.expandAll()
        self.list.blockSignals(False)  # noqa: FBT003
        self._choose_again(before, place)

    def _choose_again(self, before: Conflict | None, place: int) -> None:
        """Stay on the same conflict; where it is decided, go to the one in its place."""
        entries = self._entries()
        same = [each for each in entries if before and _key(_of(each)) == _key(before)]
        if same or entries:
            item = same[0] if same else entries[min(place, len(entries) - 1)]
            self.list.setCurrentItem(item)
            if not same or _of(item) != before:
                self._show(item)
        else:
            self._show(None)

    def _entries(self) -> list[QTreeWidgetItem]:
        roots = [self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount())]
        items = (root.child(at) for root in roots if root for at in range(root.childCount()))
        return [each for each in items if each is not None]

    def _owner(self, conflict: Conflict) -> str:
        words = self._undecided.found.words
        if conflict.claim_id is not None and conflict.claim_id in words:
            text = words[conflict.claim_id]
            return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        return table_name(conflict.table)

    # --- one conflict

    def _show(self, item: QTreeWidgetItem | None) -> None:
        conflict = _of(item) if item is not None else None
        if conflict is not None and conflict == self._conflict and self.group is not None:
            return
        self._conflict = conflict
        self.group = None
        content = QWidget()
        column = QVBoxLayout(content)
        if conflict is not None:
            self.group = self._choices(conflict)
            self.group.decided.connect(self._allow)
            column.addWidget(self.group)
        column.addStretch(1)
        self._area.setWidget(content)
        self._allow()

    def _choices(self, conflict: Conflict) -> ChoiceGroup:
        settings, field = self._workspace.settings, conflict.field
        name = about_words(conflict)
        said = [(each, who_words(each.actor, each.at, settings)) for each in conflict.values]
        if field == DELETED:
            offers = [Offer(each.value, _deletion_words(each, whose)) for each, whose in said]
            return ChoiceGroup(name, offers, None)
        offers = [
            Offer(each.value, whose, stored_words(self._workspace, field, each.value))
            for each, whose in said
        ]
        shown = conflict.values[-1].value or ""
        return ChoiceGroup(name, offers, shown if field in TEXTS | DATES else None)

    def _allow(self) -> None:
        chosen = self.group.chosen if self.group else None
        self.decide_button.setEnabled(chosen is not None)
        for button in self._buttons.findChildren(QPushButton):
            if button.text() == tr("Go to the claim"):
                button.setEnabled(self._conflict is not None and bool(self._conflict.claim_id))

    def decide(self) -> None:
        """Take what was chosen; the next conflict follows."""
        conflict, group = self._conflict, self.group
        chosen = group.chosen if group else None
        if conflict is None or chosen is None:
            return
        with self.notice.refusals(self._workspace):
            self._workspace.run(
                resolve_conflict,
                table=conflict.table,
                row_id=conflict.row_id,
                field=conflict.field,
                value=chosen.stored,
            )
        self.list.setFocus()

    def _go_there(self) -> None:
        if self._conflict is not None:
            self._go(self._conflict.article_id, self._conflict.claim_id)


def _of(item: QTreeWidgetItem) -> Conflict | None:
    found: Conflict | None = item.data(0, _CONFLICT_ROLE)
    return found


def _key(conflict: Conflict | None) -> object:
    return (conflict.table, conflict.row_id, conflict.field) if conflict else None


def _deletion_words(value: StandingValue, whose: str) -> str:
    if value.value:
        return tr("Delete it (deleted by {who})", who=whose)
    return tr("Keep it (edited by {who})", who=whose)


def _sign(conflict: Conflict) -> str:
    return "⚑ " if conflict.field == DELETED else ""
