"""The choices of one person; each takes effect at once."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from factcheck.domain.errors import N_
from factcheck.gui import theme
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language, tr
from factcheck.runtime.settings import TEXT_SIZES
from factcheck.text.display import format_percent

# Languages are called by their own names in every language.
_LANGUAGES = {"ar": "العربية", "en": "English"}
_DIGITS = {"ascii": "123", "arabic": "١٢٣"}
_MONTHS = {
    "egypt": N_("Egypt and the Gulf: Yanayir, Fibrayir"),
    "levant": N_("Levant and Iraq: Kanun II, Shubat"),
    "maghreb": N_("Tunisia and Algeria: Janfi, Fifri"),
}
_THEMES = {
    "system": N_("As the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}


class SettingsDialog(Dialog):
    """One form; closing it is all there is to do."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("settingsDialog", tr("Settings"), (500, 360), parent)
        self._workspace = workspace
        now = workspace.settings
        self.form = QFormLayout()
        self.form.setSpacing(theme.GRID)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.reviewer = QLineEdit(now.reviewer)
        self.reviewer.setPlaceholderText(tr("The name under which your changes are recorded"))
        self.reviewer.editingFinished.connect(
            lambda: workspace.update_settings(reviewer=self.reviewer.text().strip())
        )
        self._row("reviewerEdit", tr("Your name"), self.reviewer)
        self._choice("language", tr("Language"), _LANGUAGES)
        self._choice("digits", tr("Digits"), _DIGITS)
        self._choice("months", tr("Month names"), _translated(_MONTHS))
        self._choice("theme", tr("Colours"), _translated(_THEMES))
        self._choice("text_size", tr("Text size"), self._text_sizes())
        scales = {each.key: each.name(language()) for each in workspace.scales}
        if scales:
            self._choice("scale", tr("Rating scale"), scales)
        self.detect = QCheckBox(tr("Look for claims in every new article"))
        self.detect.setChecked(now.detect_on_import)
        self.detect.toggled.connect(lambda on: workspace.update_settings(detect_on_import=on))
        self.form.addRow("", self.detect)
        self.column.addLayout(self.form)
        self.column.addStretch()
        self.column.addWidget(dialog_buttons((tr("Close"), self.accept)))

    def _choice(self, name: str, label: str, choices: Mapping[Any, str]) -> None:
        box = QComboBox()
        for key, text in choices.items():
            box.addItem(text, key)
        at = box.findData(getattr(self._workspace.settings, name))
        box.setCurrentIndex(max(0, at))
        box.activated.connect(self._setter(name, box))
        self._row(f"{name}Box", label, box)

    def _setter(self, name: str, box: QComboBox) -> Callable[[int], None]:
        def update(_index: int) -> None:
            if name == "language":
                self.accept()
            self._workspace.update_settings(**{name: box.currentData()})

        return update

    def _text_sizes(self) -> dict[int, str]:
        settings = self._workspace.settings
        least, most = TEXT_SIZES
        sizes = sorted({*range(least, most + 1, 10), settings.text_size})
        return {size: format_percent(size, settings) for size in sizes}

    def _row(self, name: str, label: str, field: QWidget) -> None:
        field.setObjectName(name)
        field.setAccessibleName(label)
        self.form.addRow(label, field)


def _translated(names: dict[str, str]) -> dict[str, str]:
    return {key: tr(name) for key, name in names.items()}
