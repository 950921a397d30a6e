"""Who else is at the claim, what is to be decided about it, and texts that were set aside."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.domain.claim import Claim
from factcheck.domain.ids import ClaimId
from factcheck.gui import theme
from factcheck.gui.widgets.labelled import Caption, Remark
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr
from factcheck.text.actions import field_name, table_name

_DELETED = "deleted_at"


class CompanyBar(QWidget):
    """Hidden while one is alone with the claim and nothing is to be decided."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("companyBar")
        self._workspace = workspace
        self._claim_id: ClaimId | None = None
        company = workspace.company
        self.others = Caption()
        self.conflicts = _Offer(tr("Decide…"), lambda: company.asked.emit(self._claim_id))
        self.drafts = _Offer(tr("Choose…"), lambda: company.drafts_asked.emit(self._claim_id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        for widget in (self.others, self.conflicts, self.drafts):
            column.addWidget(widget)
        company.changed.connect(self._on_changed)
        self._refresh()

    def show_claim(self, claim: Claim | None) -> None:
        """Show what is to be said about `claim`."""
        self._claim_id = claim.id if claim else None
        self._refresh()

    @property
    def disputed(self) -> frozenset[str]:
        """Names of the claim's own fields with several values that stand, or a text set aside."""
        if self._claim_id is None:
            return frozenset()
        company = self._workspace.company
        found = company.conflicts.get(self._claim_id, ())
        own = {each.field for each in found if each.table == "claim"}
        return frozenset(own.union(company.drafts.get(self._claim_id, ())))

    def _on_changed(self, ids: frozenset[ClaimId]) -> None:
        if self._claim_id in ids:
            self._refresh()

    def _refresh(self) -> None:
        company, claim_id = self._workspace.company, self._claim_id
        others = company.others.get(claim_id, ()) if claim_id else ()
        conflicts = company.conflicts.get(claim_id, ()) if claim_id else ()
        drafts = company.drafts.get(claim_id, ()) if claim_id else ()
        self.others.setText(tr("Also here: {names}", names=tr(", ").join(others)))
        self.others.setVisible(bool(others))
        is_deletion = any(each.field == _DELETED and each.table == "claim" for each in conflicts)
        fields = [
            field_name(each.field) if each.table == "claim" else table_name(each.table)
            for each in conflicts
            if each.field != _DELETED
        ]
        said = [tr("⚑ Somebody deleted this claim while another one worked on it.")] * is_deletion
        if fields:
            said.append(tr("⚑ Several values stand: {fields}", fields=_listed(fields)))
        self.conflicts.say(" ".join(said))
        names = _listed(field_name(each) for each in drafts)
        self.drafts.say(tr("✎ Your text was not saved: {fields}", fields=names) if drafts else "")
        self.setVisible(bool(others or conflicts or drafts))


class _Offer(QWidget):
    """A remark, and a button for what can be done about it."""

    def __init__(self, label: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.remark = Remark(self)
        self.button = QPushButton(label, self)
        self.button.clicked.connect(lambda _checked=False: act())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.remark, 1)
        row.addWidget(self.button)

    def say(self, text: str) -> None:
        """Show `text`, or nothing at all."""
        self.remark.say(text, is_warning=True)
        self.button.setAccessibleDescription(text)
        self.setVisible(bool(text))


def _listed(names: Iterable[str]) -> str:
    return tr(", ").join(dict.fromkeys(names))
