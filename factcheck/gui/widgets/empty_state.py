"""What an empty place shows: what to do next, and by which key."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from factcheck.gui import theme
from factcheck.gui.shortcuts import command, key_text
from factcheck.runtime.i18n import tr


class EmptyState(QWidget):
    """A heading, a sentence, and a line for each command that leads on."""

    def __init__(
        self,
        heading: str,
        sentence: str = "",
        commands: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show translated texts and the keys of `commands` (ids of the command table)."""
        super().__init__(parent)
        self._heading = self._label(heading)
        self._sentence = self._label(sentence)
        hints = [f"{_isolated(key_text(each))}   {tr(command(each).text)}" for each in commands]
        self._hints = self._label("\n".join(hints))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.GRID * 3] * 4)
        layout.setSpacing(theme.GRID)
        layout.addStretch(2)
        for label in (self._heading, self._sentence, self._hints):
            layout.addWidget(label)
        layout.addStretch(3)
        self._dress()

    def set_texts(self, heading: str, sentence: str = "") -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setVisible(bool(text))
        return label

    def _dress(self) -> None:
        look = theme.current()
        self._heading.setFont(theme.title_font())
        for label, colour in (
            (self._heading, look.ink),
            (self._sentence, look.muted),
            (self._hints, look.muted),
        ):
            colours = label.palette()
            colours.setColor(label.foregroundRole(), colour)
            label.setPalette(colours)


def _isolated(keys: str) -> str:
    return f"\u2066{keys}\u2069"
