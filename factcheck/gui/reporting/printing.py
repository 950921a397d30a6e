"""Paper: the pages of a report drawn at the resolution of a printer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from factcheck.domain.errors import N_, ExportError, UserError
from factcheck.gui.reporting.drawing import stopping
from factcheck.gui.reporting.export_dialog import Purpose
from factcheck.operations.reporting import finish
from factcheck.reports import cancelling, to_pdf
from factcheck.runtime.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.gui.jobs import Jobs, Tell
    from factcheck.gui.main_window import MainWindow
    from factcheck.gui.reporting.choices import Choices
    from factcheck.gui.reporting.exporting import Exporting
    from factcheck.operations.reporting import Material

FINEST = 300
"""Pixels an inch; finer pages take much memory and look the same."""

NO_PRINTER = N_("The printer does not take the pages. Check it, or export a PDF and print that.")


class Printing(QObject):
    """Asks what to print and on which printer, and prints it."""

    def __init__(self, exporting: Exporting, window: MainWindow, jobs: Jobs) -> None:
        super().__init__(window)
        self._exporting = exporting
        self._window = window
        self._jobs = jobs

    def ask(self) -> None:
        """Ask what report of the open article to print."""
        article = self._exporting.workspace.article
        if article is None:
            return
        purpose = Purpose(N_("Print a report"), N_("Print…"), (article.id,), "pdf")
        self._exporting.open_dialog(purpose).chosen.connect(self._choose_printer)

    def _choose_printer(self, choices: Choices) -> None:
        printer = new_printer()
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(lambda: self.print_report(printer, choices))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_report(self, printer: QPrinter, choices: Choices) -> None:
        """Draw the report of the open article and send it to `printer`."""
        workspace = self._exporting.workspace
        if workspace.article is None:
            return
        try:
            material = self._exporting.read(workspace.article.id, choices)
        except UserError as error:
            workspace.failed.emit(error)
            return
        work = partial(_drawn, material, min(printer.resolution(), FINEST))
        job = self._jobs.start(work, partial(self._print, printer))
        self._window.frame.job_line.follow(job, tr("Drawing the pages…"))

    def _print(self, printer: QPrinter, drawn: list[bytes] | UserError) -> None:
        workspace = self._exporting.workspace
        if isinstance(drawn, UserError):
            workspace.failed.emit(drawn)
            return
        run = PrintRun(printer, chosen_pages(printer, drawn), self)
        run.ended.connect(lambda: workspace.said.emit(tr("Sent to the printer.")))
        run.failed.connect(workspace.failed)
        run.start()


class PrintRun(QObject):
    """Paints one page after the other, and lets the window live between them."""

    ended = Signal()
    failed = Signal(object)

    def __init__(self, printer: QPrinter, pages: Sequence[bytes], parent: QObject) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = list(pages)
        self._painter = QPainter()
        self._at = 0

    def start(self) -> None:
        """Print; `ended` or `failed` comes once."""
        if not self._pages or not self._painter.begin(self._printer):
            self._fail()
            return
        self._paint()

    def _paint(self) -> None:
        if self._at and not self._printer.newPage():
            self._painter.end()
            self._fail()
            return
        paint_page(self._painter, self._printer, self._pages[self._at])
        self._at += 1
        if self._at < len(self._pages):
            QTimer.singleShot(0, self, self._paint)
            return
        self._painter.end()
        self.ended.emit()
        self.deleteLater()

    def _fail(self) -> None:
        self.failed.emit(ExportError(NO_PRINTER))
        self.deleteLater()


def new_printer() -> QPrinter:
    """Return the printer that the system prefers, for whole sheets of A4."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def chosen_pages(printer: QPrinter, pages: Sequence[bytes]) -> Sequence[bytes]:
    """Return the pages that were asked for in the dialog of the printer."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return pages
    return pages[printer.fromPage() - 1 : printer.toPage() or None]


def paint_page(painter: QPainter, printer: QPrinter, png: bytes) -> None:
    """Paint a page into the middle of the sheet, as large as it goes."""
    image = QImage.fromData(png)
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = QSizeF(image.size()).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    area = QRectF(
        (sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2,
        size.width(), size.height(),
    )  # fmt: skip
    painter.drawImage(area, image)


def _drawn(material: Material, ppi: int, tell: Tell) -> list[bytes] | UserError:
    with cancelling.stop_when(stopping(tell)):
        try:
            return to_pdf.pages(finish(material, tell), float(ppi))
        except UserError as error:
            return error
