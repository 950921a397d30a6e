"""What an empty place shows: what to do next, and by which key."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from factcheck.gui import theme
from factcheck.gui.shortcuts import command, key_text
from factcheck.runtime.i18n import tr

Way = tuple[str, Callable[[], object]]
"""The name of a button, translated, and what it does."""


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
        self._ways = QHBoxLayout()
        self._ways.setSpacing(theme.GRID)
        layout.addLayout(self._ways)
        layout.addStretch(3)
        self._dress()

    def set_texts(self, heading: str, sentence: str = "") -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def offer(self, ways: Sequence[Way]) -> None:
        """Show a button for each way to go on, instead of earlier ones; the first has the focus."""
        while (item := self._ways.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        self._ways.addStretch()
        for at, (name, action) in enumerate(ways):
            button = QPushButton(name, self)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, action=action: action())
            self._ways.addWidget(button)
            button.show()
            if at == 0:
                button.setFocus()
        self._ways.addStretch()

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
