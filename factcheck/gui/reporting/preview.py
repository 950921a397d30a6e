"""The preview: pages as pictures, the first lines of a sheet, or why it cannot be published."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.gui import theme
from factcheck.gui.reporting.drawing import Look
from factcheck.gui.reporting.page_view import PageView
from factcheck.gui.widgets.empty_state import EmptyState
from factcheck.gui.widgets.labelled import Remark
from factcheck.reports.claimreview_checks import Finding
from factcheck.runtime.i18n import explain, ntr, tr


class Preview(QWidget):
    """Shows a `Look`; what was there before stays until the next one comes."""

    def __init__(self) -> None:
        super().__init__()
        self._look = Look()
        self._at = 0
        self.pages = PageView()
        self.pages.setAccessibleName(tr("Preview"))
        self.pages.turned.connect(self.turn)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(tr("The first lines of the file"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setTabChangesFocus(True)
        self.nothing = EmptyState(tr("Preview"), tr("The pages are being drawn…"))
        self.findings = QListWidget()
        self.findings.setObjectName("findingList")
        self.findings.setAccessibleName(tr("What stands against publishing"))
        self.findings.setWordWrap(True)
        self.findings.hide()
        self.remark = Remark()
        self._stack = QStackedWidget()
        for widget in (self.nothing, self.pages, self.text):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._stack, 3)
        column.addWidget(self.findings, 2)
        column.addWidget(self._make_foot())
        column.addWidget(self.remark)
        self._show_place()

    def _make_foot(self) -> QWidget:
        self._back = QPushButton(tr("Previous page"))
        self._on = QPushButton(tr("Next page"))
        self._back.clicked.connect(lambda _checked=False: self.turn(-1))
        self._on.clicked.connect(lambda _checked=False: self.turn(1))
        self.place = QLabel()
        self.place.setObjectName("pagePlace")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole = QCheckBox(tr("Whole page"))
        whole.setChecked(True)
        whole.toggled.connect(lambda on: self.pages.fit_whole(whole=on))
        self._foot = QWidget()
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for button in (self._back, self._on):
            button.setAutoDefault(False)
        row.addWidget(self._back)
        row.addWidget(self.place, 1)
        row.addWidget(whole)
        row.addWidget(self._on)
        return self._foot

    @property
    def look(self) -> Look:
        """What is shown."""
        return self._look

    def show_look(self, look: Look) -> None:
        """Show another look, at the same page where there is one."""
        self._look = look
        self._at = min(self._at, max(0, len(look.pages) - 1))
        self._list_findings()
        if look.pages:
            self._stack.setCurrentWidget(self.pages)
        elif look.text:
            self._show_text(look.text)
        else:
            heading, sentence = _in_place_of_pages(look)
            self.nothing.set_texts(heading, sentence)
            self._stack.setCurrentWidget(self.nothing)
        self._stack.setVisible(bool(look.pages or look.text or not look.findings))
        self._show_page()
        self._say_how_much()

    def show_updating(self) -> None:
        """Tell that what is shown is out of date."""
        self.place.setText(tr("Updating…"))

    def _show_text(self, text: str) -> None:
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(theme.small_font().pointSizeF())
        self.text.setFont(fixed)
        self.text.setPlainText(text)
        self._stack.setCurrentWidget(self.text)

    def turn(self, step: int) -> None:
        """Show the page so many pages on."""
        at = self._at + step
        if 0 <= at < len(self._look.pages):
            self._at = at
            self._show_page()

    def _show_page(self) -> None:
        if self._look.pages:
            self.pages.show_page(self._look.pages[self._at])
        self._show_place()

    def _show_place(self) -> None:
        count = len(self._look.pages)
        self._foot.setVisible(count > 0)
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at < count - 1)
        if count:
            place = tr("Page {page} of {pages}", page=self._at + 1, pages=count)
            self.place.setText(place)
            self.pages.setAccessibleDescription(place)

    def _list_findings(self) -> None:
        self.findings.clear()
        for line in finding_lines(self._look.findings):
            self.findings.addItem(line)
        self.findings.setVisible(bool(self._look.findings))
        if self._look.findings:
            self.findings.setCurrentRow(0)

    def _say_how_much(self) -> None:
        look = self._look
        said = []
        if look.is_other_layout:
            said.append(tr("The file holds the same, on pages of its own."))
        if look.told < look.claims:
            text = ntr(
                "The preview tells the first {told} of {n} claim; the file tells all.",
                "The preview tells the first {told} of {n} claims; the file tells all.",
                look.claims,
                told=look.told,
            )
            said.append(text)
        self.remark.say(" ".join(said))


def finding_lines(findings: Iterable[Finding]) -> list[str]:
    """Return a line for each thing found, with the claims in which it was found."""
    same: dict[tuple[bool, str, str], list[Finding]] = {}
    for each in findings:
        same.setdefault((each.is_blocking, each.code, each.message), []).append(each)
    return [_line(group) for group in same.values()]


def _line(group: Sequence[Finding]) -> str:
    first = group[0]
    sign = "!" if first.is_blocking else "·"
    kind = tr("must be mended") if first.is_blocking else tr("advice")
    said = first.sentence()
    if len(group) > 1:
        numbers = tr(", ").join(str(each.number) for each in group)
        # Put side by side, because isolates would run the numbers the other way in Arabic.
        said = f"{replace(first, number=0).sentence()} {tr('Claims:')} {numbers}"
    return f"{sign} {said} ({kind})"


def _in_place_of_pages(look: Look) -> tuple[str, str]:
    if look.error is not None:
        return tr("There is nothing to show"), explain(look.error)
    return tr("Preview"), tr("The pages are being drawn…")
