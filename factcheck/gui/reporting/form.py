"""The form of the export dialog; only what changes the report is shown."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from factcheck.domain.errors import N_
from factcheck.domain.rating import Rating
from factcheck.gui import theme
from factcheck.gui.reporting.choices import Choices, Scope, used
from factcheck.gui.reporting.file_field import FileField
from factcheck.gui.reporting.own_files import LOGO_ENDINGS
from factcheck.reports.compose import TITLES
from factcheck.reports.model import Order, ReportKind
from factcheck.reports.registry import FORMATS
from factcheck.runtime.i18n import tr

# Languages are called by their own names in every language.
_LANGUAGES = {"ar": "العربية", "en": "English"}
_DIGITS = {"ascii": "123", "arabic": "١٢٣"}
_PROFILES = {"google": "Google", "bing": "Bing"}
_MONTHS = {
    "egypt": N_("Egypt and the Gulf: Yanayir, Fibrayir"),
    "levant": N_("Levant and Iraq: Kanun II, Shubat"),
    "maghreb": N_("Tunisia and Algeria: Janfi, Fifri"),
}
_ORDERS = {Order.PLACE: N_("As in the article"), Order.VERDICT: N_("By verdict")}
SCOPES = {
    Scope.ALL: N_("All claims"),
    Scope.CHOSEN: N_("Those chosen in the list"),
    Scope.DONE: N_("Finished ones only"),
}


class ExportForm(QWidget):
    """Emits `changed` when a person chose or typed something; `choices` is what they chose."""

    changed = Signal()

    def __init__(self, choices: Choices, formats: Iterable[str], scopes: Iterable[Scope]) -> None:
        """Show `choices`; only `formats` (keys) and `scopes` are offered."""
        super().__init__()
        self._choices = choices
        self._rows: dict[str, Any] = {}
        self.layout_ = QFormLayout(self)
        self.layout_.setSpacing(theme.GRID)
        self.layout_.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._box("format", tr("Format"), {each: tr(FORMATS[each].name) for each in formats})
        self._add_what(scopes)
        self._add_look()
        self._add_publishing()
        self._show_used()

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return self._choices

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - a field of any kind
        """Return the field of a choice."""
        return self._rows[name]

    def fix(self, name: str, value: Any) -> None:  # noqa: ANN401 - of any choice
        """Choose `value` for good and do not show the choice."""
        self._choices = replace(self._choices, **{name: value})
        self.layout_.removeRow(self._rows.pop(name))
        self._show_used()

    def offer_ratings(self, ratings: Iterable[Rating], language: str) -> None:
        """Offer `ratings` for the article as a whole."""
        box = self._rows["overall"]
        for rating in ratings:
            box.addItem(f"{rating.glyph} {rating.name(language)}", rating.id)

    def propose(self, rating: Rating | None, language: str) -> None:
        """Show which rating of the article its claims propose."""
        shown = f"{rating.glyph} {rating.name(language)}" if rating else tr("none yet")
        self._rows["overall"].setItemText(0, tr("Proposed: {rating}", rating=shown))

    # --- building

    def _add_what(self, scopes: Iterable[Scope]) -> None:
        kinds = {kind: tr(title) for kind, title in TITLES.items()}
        self._box("kind", tr("Kind of report"), kinds, self._on_kind)
        self._box("language", tr("Language of the report"), _LANGUAGES)
        self._box("scope", tr("Claims"), {each: tr(SCOPES[each]) for each in scopes})
        self._box("order", tr("Order of the claims"), _translated(_ORDERS))
        self._check("with_names", tr("Name who checked"))
        self._check("with_notes", tr("Include private notes"))

    def _add_look(self) -> None:
        self._box("overall", tr("The article as a whole"), {None: ""})
        self._line("reason", tr("Reason"))
        self._box("digits", tr("Digits"), _DIGITS)
        self._box("months", tr("Month names"), _translated(_MONTHS))
        self._line("newsroom", tr("Newsroom"))
        self._file("logo", tr("Logo"), tr("Pictures"), LOGO_ENDINGS)
        self._file("template", tr("Word template"), tr("Word documents"), "*.docx")
        self._check("byte_order_mark", tr("Open rightly in Excel (byte order mark)"))

    def _add_publishing(self) -> None:
        self._check("with_claimreview", tr("With ClaimReview for search engines"))
        self._line("page_url", tr("Address of the published report"), "https://")
        self._line("site_url", tr("Address of the newsroom"), "https://")
        self._box("profile", tr("Checked for"), _PROFILES)

    def _row(self, name: str, label: str, field: QWidget) -> None:
        field.setObjectName(f"{name}Field")
        field.setAccessibleName(label)
        self._rows[name] = field
        self.layout_.addRow("" if isinstance(field, QCheckBox) else label, field)

    def _box(
        self,
        name: str,
        label: str,
        entries: Mapping[Any, str],
        choose: Callable[[object], None] | None = None,
    ) -> None:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        for value, text in entries.items():
            box.addItem(text, value)
        values = list(entries)
        current = getattr(self._choices, name)
        box.setCurrentIndex(values.index(current) if current in values else 0)
        self._choices = replace(self._choices, **{name: values[box.currentIndex()]})
        take = choose or (lambda value: self._take(**{name: value}))
        box.currentIndexChanged.connect(lambda at: take(_value(box, at, entries)))
        self._row(name, label, box)

    def _check(self, name: str, label: str) -> None:
        box = QCheckBox(label)
        box.setChecked(getattr(self._choices, name))
        box.toggled.connect(lambda on: self._take(**{name: on}))
        self._row(name, label, box)

    def _line(self, name: str, label: str, hint: str = "") -> None:
        line = QLineEdit(getattr(self._choices, name))
        line.setPlaceholderText(hint)
        line.setMinimumWidth(theme.scaled(120))
        line.textChanged.connect(lambda text: self._take(**{name: text}))
        self._row(name, label, line)

    def _file(self, name: str, label: str, kind: str, endings: str) -> None:
        field = FileField(label, f"{kind} ({endings})", getattr(self._choices, name))
        field.chosen.connect(lambda path: self._take(**{name: path}))
        self._row(name, label, field)

    # --- choosing

    def _take(self, **values: Any) -> None:  # noqa: ANN401 - of any choice
        self._choices = replace(self._choices, **values)
        self._show_used()
        self.changed.emit()

    def _on_kind(self, kind: object) -> None:
        """A checking copy holds everything unless told otherwise; other kinds only when asked."""
        self._rows["with_notes"].setChecked(kind is ReportKind.CHECKING)
        self._take(kind=kind)

    def _show_used(self) -> None:
        names = used(self._choices)
        if "overall" in names and self._choices.overall is not None:
            names |= {"reason"}
        for name, field in self._rows.items():
            if self.layout_.isRowVisible(field) is not (name in names):
                self.layout_.setRowVisible(field, name in names)


def _value(box: QComboBox, at: int, entries: Mapping[Any, str]) -> object:
    """Return the value of an entry as it was given: Qt hands enums back as plain text."""
    values = list(entries)
    return values[at] if at < len(values) else box.itemData(at)


def _translated(names: Mapping[Any, str]) -> dict[Any, str]:
    return {key: tr(name) for key, name in names.items()}
