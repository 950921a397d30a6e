"""The line at the foot of the window that says what happened or why something was refused."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from factcheck.gui import theme
from factcheck.gui.widgets.sentence import sentence
from factcheck.runtime.i18n import tr

_LASTS_MS = 10_000
"""How long a plain message stays; refusals and offers stay until the next message."""


class MessageBar(QFrame):
    """One message at a time, with a mark for its kind and perhaps something to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName(tr("Messages"))
        self._mark = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._act)
        self._action: Callable[[], object] | None = None
        self._second = QPushButton(self)
        self._second.clicked.connect(self._act_too)
        self._second_action: Callable[[], object] | None = None
        self._is_refusal = False
        self._text = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        layout.addWidget(self._mark)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._second)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.clear()

    @property
    def text(self) -> str:
        """The message shown, empty when there is none."""
        return self._text

    @property
    def is_refusal(self) -> bool:
        """Whether the message says why something was not done."""
        return self._is_refusal

    def say(self, text: str) -> None:
        """Show what was done; it goes by itself."""
        self._show(text, mark="✓")
        self._timer.start(_LASTS_MS)

    def refuse(
        self, text: str, label: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Show why something was not done, perhaps with a button for what can be done about it."""
        self._show(text, mark="!", is_refusal=True)
        if action is not None:
            self._offer(label, action)

    def offer(self, text: str, label: str, action: Callable[[], object]) -> None:
        """Show what was done with a button `label` that calls `action` and clears the bar."""
        self._show(text, mark="✓")
        self._offer(label, action)

    def _offer(self, label: str, action: Callable[[], object]) -> None:
        self._action = action
        self._button.setText(label)
        self._button.setAccessibleName(label)
        self._button.show()

    def also(self, label: str, action: Callable[[], object]) -> None:
        """Add a second button to an offer; it leaves the bar as it is."""
        self._second_action = action
        self._second.setText(label)
        self._second.setAccessibleName(label)
        self._second.show()

    def clear(self) -> None:
        """Show nothing."""
        self._timer.stop()
        self._action = None
        self._is_refusal = False
        self._text = ""
        self._label.clear()
        self._mark.clear()
        self._button.hide()
        self._second.hide()
        self._second_action = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _show(self, text: str, *, mark: str, is_refusal: bool = False) -> None:
        self.clear()
        self._is_refusal = is_refusal
        self._mark.setText(mark)
        self._text = text
        self._label.setText(sentence(text))
        self._colour()
        announcement = QAccessibleAnnouncementEvent(self, text)
        if is_refusal:
            announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(announcement)

    def _colour(self) -> None:
        look = theme.current()
        colour = look.warning if self._is_refusal else look.ink
        for label in (self._mark, self._label):
            colours = label.palette()
            colours.setColor(label.foregroundRole(), colour)
            label.setPalette(colours)

    def _act_too(self) -> None:
        if self._second_action is not None:
            self._second_action()

    def _act(self) -> None:
        action = self._action
        self.clear()
        if action is not None:
            action()
