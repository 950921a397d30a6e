"""Editing what is known about an article."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from factcheck.domain.article import Article
from factcheck.domain.errors import UserError
from factcheck.gui import theme
from factcheck.gui.library.details_form import DetailsForm
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.notice import Notice
from factcheck.gui.workspace import Workspace
from factcheck.operations import articles
from factcheck.runtime.i18n import explain, tr


class DetailsDialog(QDialog):
    """The form for one article; refusals are shown in it."""

    def __init__(self, workspace: Workspace, article: Article, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._article = article
        self.setObjectName("detailsDialog")
        self.setWindowTitle(tr("The article's details"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme.scaled(520), theme.scaled(320))
        self.form = DetailsForm(workspace.settings)
        self._before = {
            name: str(getattr(article, name)) for name in (*self.form.lines, "language")
        }
        self.form.load(self._before)
        self.notice = Notice()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GRID * 2] * 4)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self.form)
        layout.addWidget(self.notice)
        layout.addStretch()
        layout.addWidget(
            dialog_buttons((tr("Save"), self._save), cancel=(tr("Cancel"), self.reject))
        )
        self.form.lines["title"].setFocus()

    def _save(self) -> None:
        try:
            values = self.form.values()
        except UserError as error:
            self.notice.refuse(explain(error))
            return
        changed = {name: text for name, text in values.items() if text != self._before[name]}
        with self.notice.refusals(self._workspace):
            base = {name: self._before[name] for name in changed}
            done = not changed or self._workspace.run(
                articles.edit_article, article_id=self._article.id, values=changed, base=base
            )
        if done:
            self.accept()
