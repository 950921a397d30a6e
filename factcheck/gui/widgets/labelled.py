"""Fields with their names above them, and sections with a heading."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from factcheck.gui import theme

_GAP = theme.GRID // 4


class Caption(QLabel):
    """A line of second-rank text: the name of a field, or a remark on it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._is_warning = False
        self._dress()

    def set_warning(self, *, is_warning: bool) -> None:
        """Show the text as a refusal, or as an ordinary remark again."""
        self._is_warning = is_warning
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange):
            self._dress()

    def _dress(self) -> None:
        look = theme.current()
        wanted = look.warning if self._is_warning else look.muted
        colours = self.palette()
        if colours.color(self.foregroundRole()) != wanted:
            colours.setColor(self.foregroundRole(), wanted)
            self.setPalette(colours)
        if self.font() != theme.small_font():
            self.setFont(theme.small_font())


class Remark(Caption):
    """A caption of as many lines as it needs, hidden while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWordWrap(True)
        self.hide()

    def say(self, text: str, *, is_warning: bool = False) -> None:
        """Show `text`, or nothing."""
        self.set_warning(is_warning=is_warning)
        self.setText(text)
        self.setVisible(bool(text))


class Labelled(QWidget):
    """A field under its name; the name is also what a screen reader says."""

    def __init__(self, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.caption = Caption(name, self)
        self.caption.setBuddy(field)
        field.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(self.caption)
        layout.addWidget(field)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def flag(self, remark: str) -> None:
        """Say something about the field beside its name, or nothing any more."""
        text = f"{self._name} · {remark}" if remark else self._name
        if text != self.caption.text():
            self.caption.setText(text)
            self.caption.set_warning(is_warning=bool(remark))


class Heading(QWidget):
    """The heading of a section, with room for buttons at its trailing edge."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(text, self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, theme.GRID // 2, 0, 0)
        self._row.addWidget(self._label, 1)
        self._dress()

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the trailing edge."""
        self._row.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._dress()

    def _dress(self) -> None:
        self._label.setFont(theme.strong_font())
