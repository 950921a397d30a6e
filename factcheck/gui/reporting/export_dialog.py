"""What report to write: for whom, in which format and language, with what in it."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from factcheck.gui import theme
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.reports.compose import TITLES
from factcheck.reports.model import ReportKind, ReportOptions
from factcheck.reports.registry import FORMATS
from factcheck.runtime.i18n import language, tr
from factcheck.runtime.settings import Settings

# Languages are called by their own names in every language.
_LANGUAGES = {"ar": "العربية", "en": "English"}


class ExportDialog(Dialog):
    """Calls `export` with the key of a format and the options chosen."""

    def __init__(
        self,
        settings: Settings,
        export: Callable[[str, ReportOptions], None],
        parent: QWidget,
    ) -> None:
        super().__init__("exportDialog", tr("Export a report"), (460, 240), parent)
        self._settings = settings
        self._export = export
        self.form = QFormLayout()
        self.form.setSpacing(theme.GRID)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.format = self._box("formatBox", tr("Format"))
        for key, each in FORMATS.items():
            self.format.addItem(tr(each.name), key)
        self.kind = self._box("reportKindBox", tr("Kind of report"))
        for kind, title in TITLES.items():
            self.kind.addItem(tr(title), kind)
        self.language = self._box("reportLanguageBox", tr("Language"))
        for code, name in _LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(language()))
        self.names = QCheckBox(tr("Name who checked"))
        self.names.setChecked(True)
        self.notes = QCheckBox(tr("Include private notes"))
        for box in (self.names, self.notes):
            self.form.addRow("", box)
        self.format.currentIndexChanged.connect(self._offer)
        self.column.addLayout(self.form)
        self.column.addStretch()
        self.column.addWidget(
            dialog_buttons((tr("Export…"), self._go_on), cancel=(tr("Cancel"), self.reject))
        )
        self._offer()

    def _box(self, name: str, label: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        self.form.addRow(label, box)
        return box

    def _offer(self) -> None:
        """A sheet is the same for everybody."""
        self.kind.setEnabled(FORMATS[self.format.currentData()].is_document)

    def _go_on(self) -> None:
        options = ReportOptions(
            kind=ReportKind(self.kind.currentData()),
            language=self.language.currentData(),
            digits=self._settings.digits,
            months=self._settings.months,
            with_names=self.names.isChecked(),
            with_notes=self.notes.isChecked(),
        )
        key = self.format.currentData()
        self.accept()
        self._export(key, options)
