"""What report to write: for whom, in which format and language, with what in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QWidget

from factcheck.domain.claim import Claim
from factcheck.domain.errors import N_, InvalidInputError
from factcheck.domain.ids import ArticleId
from factcheck.gui import theme
from factcheck.gui.jobs import Jobs
from factcheck.gui.reporting.choices import Choices, Scope, options_of, wanted
from factcheck.gui.reporting.drawing import Look
from factcheck.gui.reporting.form import ExportForm
from factcheck.gui.reporting.preview import Preview
from factcheck.gui.reporting.previewing import Previewing
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.notice import Notice
from factcheck.gui.workspace import Workspace
from factcheck.operations.reporting import Material, read_material
from factcheck.reports.overall import propose
from factcheck.reports.registry import FORMATS
from factcheck.reports.to_pdf import MANY_CLAIMS
from factcheck.runtime.i18n import explain, language, ntr, tr
from factcheck.storage import queries

NEEDS_REASON = N_("A rating of the article by hand needs a reason. Write one.")


@dataclass(frozen=True, slots=True)
class Purpose:
    """What the dialog is for: its `title` and `button` (msgids), and of which articles.

    `format` is fixed where it is given, and not asked for.
    """

    title: str
    button: str
    articles: tuple[ArticleId, ...]
    format: str = ""

    @property
    def is_several(self) -> bool:
        """Whether choices that belong to one article are left out."""
        return len(self.articles) > 1


class _Column(QScrollArea):
    """Scrolls a form up and down only, and is as wide as the form needs."""

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(form)
        self._form = form

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._form.minimumSizeHint().width() + bar, theme.scaled(200))

    def sizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return self._form.sizeHint() + QSize(bar, 0)


class ExportDialog(Dialog):
    """Emits `chosen` with the `Choices` when a person goes on."""

    chosen = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        choices: Choices,
        purpose: Purpose,
        jobs: Jobs,
        parent: QWidget,
    ) -> None:
        super().__init__("exportDialog", tr(purpose.title), (1040, 700), parent)
        self._workspace = workspace
        self._purpose = purpose
        self._is_warned = False
        self._goes_on = False
        self._claims: Sequence[Claim] = workspace.read_or((), queries.claims, purpose.articles[0])
        self.form = self._make_form(choices)
        self.preview = Preview()
        self.notice = Notice()
        self._previewing = Previewing(jobs, self._build, self)
        self._previewing.drawn.connect(self._on_drawn)
        self._previewing.began.connect(self.preview.show_updating)
        self.form.changed.connect(self._on_changed)
        self.finished.connect(lambda _result: self._previewing.stop())
        self.buttons = dialog_buttons(
            (tr(purpose.button), self.go_on), cancel=(tr("Cancel"), self.reject)
        )
        self._lay_out()
        self._propose()
        self._previewing.refresh()

    def _make_form(self, choices: Choices) -> ExportForm:
        purpose = self._purpose
        scopes = [Scope.ALL, Scope.DONE]
        if not purpose.is_several and self._workspace.chosen:
            scopes.insert(1, Scope.CHOSEN)
        formats = [key for key in FORMATS if not purpose.is_several or key != "claimreview"]
        form = ExportForm(choices, formats, scopes)
        if purpose.format:
            form.fix("format", purpose.format)
        if purpose.is_several:
            for name, value in (("overall", None), ("page_url", ""), ("with_claimreview", False)):
                form.fix(name, value)
        elif self._workspace.scale is not None:
            form.offer_ratings(self._workspace.scale.ratings, language())
        return form

    def _lay_out(self) -> None:
        scroll = _Column(self.form)
        self.form.changed.connect(scroll.updateGeometry)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID * 2)
        row.addWidget(scroll, 2)
        row.addWidget(self.preview, 3)
        self.column.addLayout(row, 1)
        self.column.addWidget(self.notice)
        self.column.addWidget(self.buttons)

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return self.form.choices

    def _build(self) -> tuple[Material, str]:
        choices = self.choices
        options = options_of(choices, self._claims, self._workspace.chosen)
        article = self._purpose.articles[0]
        material = self._workspace.read(read_material, article_id=article, options=options)
        return material, choices.format

    def _wanted(self) -> list[Claim]:
        return wanted(self.choices, self._claims, self._workspace.chosen)

    def _propose(self) -> None:
        if self._purpose.is_several:
            return
        ratings = self._workspace.ratings
        given = [ratings.get(each.rating_id) for each in self._wanted() if each.rating_id]
        self.form.propose(propose(given), language())

    def _on_changed(self) -> None:
        self._goes_on = False
        self.notice.withdraw()
        self._warn(is_warned=False)
        self._propose()
        self._previewing.refresh()

    def _on_drawn(self, look: Look) -> None:
        self.preview.show_look(look)
        if self._goes_on:
            self._goes_on = False
            self.go_on()

    # --- going on

    def go_on(self) -> None:
        """Hand the choices over, unless something has to be mended or thought over first."""
        choices = self.choices
        if choices.overall is not None and not choices.reason.strip():
            self.notice.refuse(tr(NEEDS_REASON))
            self.form["reason"].setFocus()
            return
        try:
            options = options_of(choices, self._claims, self._workspace.chosen)
        except InvalidInputError as error:
            self.notice.refuse(explain(error))
            return
        is_published = choices.format == "claimreview" or options.with_claimreview
        if is_published and self._previewing.is_under_way:
            # What stands against it is not known yet.
            self._goes_on = True
            return
        if is_published and self.preview.look.is_blocked:
            self.notice.refuse(tr("This cannot be published as ClaimReview yet. See the list."))
            self.preview.findings.setFocus()
            return
        if self._is_too_long() and not self._is_warned:
            self._warn(is_warned=True)
            return
        self.accept()
        self.chosen.emit(choices)

    def _is_too_long(self) -> bool:
        return self.choices.format == "pdf" and len(self._wanted()) > MANY_CLAIMS

    def _warn(self, *, is_warned: bool) -> None:
        """Ask whether so long a PDF is meant; the button says what pressing it again does."""
        self._is_warned = is_warned
        button = self.buttons.findChild(QPushButton)
        if button is None:
            return
        button.setText(tr("Export anyway") if is_warned else tr(self._purpose.button))
        if is_warned:
            count = len(self._wanted())
            self.notice.refuse(
                ntr(
                    "A PDF of {n} claim takes minutes and much memory. A workbook does not.",
                    "A PDF of {n} claims takes minutes and much memory. A workbook does not.",
                    count,
                )
            )
