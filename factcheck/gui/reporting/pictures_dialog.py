"""The article in pictures: verdicts, progress, and dates; they follow the work while it goes on."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from factcheck.domain.errors import UserError
from factcheck.gui import theme
from factcheck.gui.reporting.picture_view import PictureView
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.labelled import Caption, Heading
from factcheck.gui.workspace import Workspace
from factcheck.operations.reporting import read_material
from factcheck.reports import parts
from factcheck.reports.chronology import chronology
from factcheck.reports.document import Drawing
from factcheck.reports.model import Report, ReportOptions
from factcheck.reports.pictures import Picture, Share, distribution
from factcheck.runtime.i18n import language, tr
from factcheck.text.display import format_number

_PAUSE_MS = 300
"""How long nothing changes before the pictures are drawn anew."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture under a heading; `words` say what it shows, `legend` what its signs mean."""

    heading: str
    picture: Picture
    words: str
    legend: str = ""


def scenes(report: Report) -> Iterator[Scene]:
    """Return what can be shown of a report; nothing where it has no claims."""
    if not report.claims:
        return
    rtl, options = report.options.is_rtl, report.options
    verdicts = parts.verdict_shares(report)
    yield Scene(tr("Verdicts"), distribution(verdicts, rtl=rtl), _in_words(verdicts))
    progress = [
        Share(each.name, each.count, each.colour, format_number(each.count, options))
        for each in parts.progress_shares(report)
    ]
    yield Scene(tr("Progress"), distribution(progress, rtl=rtl), _in_words(progress))
    for block in chronology(report):
        if isinstance(block, Drawing):
            legend = tr("Filled: the date claimed. Hollow: the date found.")
            yield Scene(tr("Dates claimed and found"), block.picture, block.description, legend)


def _in_words(shares: list[Share]) -> str:
    return tr(", ").join(f"{each.name}: {each.shown}" for each in shares)


class PicturesDialog(Dialog):
    """Stands beside the window, and goes when another article is opened."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("picturesDialog", tr("The article in pictures"), (620, 560), parent)
        self._workspace = workspace
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self.views: list[PictureView] = []
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._body)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self._title)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(dialog_buttons((tr("Close"), self.accept)))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        workspace.changed.connect(self._timer.start)
        workspace.article_opened.connect(self.reject)
        self.refresh()

    def refresh(self) -> None:
        """Draw the pictures of the open article as it is now."""
        workspace = self._workspace
        if workspace.article is None:
            return
        settings = workspace.settings
        options = ReportOptions(
            language=language(),
            digits=settings.digits,
            months=settings.months,
            with_names=False,
        )
        try:
            found = workspace.read(read_material, article_id=workspace.article.id, options=options)
        except UserError:
            # The file is locked; `changed` comes again when it is not.
            return
        self._title.setFont(theme.title_font())
        self._title.setText(found.report.article.title)
        self._show(list(scenes(found.report)))

    def _show(self, shown: list[Scene]) -> None:
        headings = [view.accessibleName() for view in self.views]
        if headings != [each.heading for each in shown] or not shown:
            self._rebuild(shown)
        for view, scene in zip(self.views, shown, strict=True):
            view.show_picture(scene.picture, scene.words)

    def _rebuild(self, shown: list[Scene]) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.views = []
        if not shown:
            self._rows.addWidget(Caption(tr("There are no claims in this article yet.")))
        for scene in shown:
            view = PictureView(scene.heading)
            self.views.append(view)
            self._rows.addWidget(Heading(scene.heading))
            self._rows.addWidget(view)
            if scene.legend:
                self._rows.addWidget(Caption(scene.legend))
        self._rows.addStretch()
