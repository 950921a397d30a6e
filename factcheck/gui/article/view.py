"""The text of the article with its claims marked.

The view knows no workspace: it is given a text, claims and ratings, and says what was clicked and
where the cursor stands. Offsets in its interface are code points.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from factcheck.domain.claim import Claim
from factcheck.domain.ids import RatingId
from factcheck.domain.rating import Rating
from factcheck.gui import theme
from factcheck.gui.article import geometry
from factcheck.gui.article.finding import Finding
from factcheck.gui.article.highlights import Highlighter
from factcheck.gui.article.margin import ClaimMargin
from factcheck.gui.article.marked_text import MarkedText
from factcheck.gui.article.marks import Marks
from factcheck.gui.article.spans import SpanIndex
from factcheck.gui.article.text_pane import TextPane
from factcheck.runtime.i18n import tr
from factcheck.runtime.settings import Settings


class ArticleView(TextPane):
    """Shows one article.

    `claim_picked` carries the id of a claim that was clicked, `menu_wanted` the place on the
    screen where somebody asked what can be done.
    """

    claim_picked = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self.setAccessibleName(tr("Text of the article"))
        self._ratings: Mapping[RatingId, Rating] = {}
        self._shown = MarkedText("", Marks({}, theme.current()), settings)
        self._finding: Finding | None = None
        self._margin = ClaimMargin(self, lambda: self._shown)
        self._margin.picked.connect(self.claim_picked)

    # --- what is shown

    @property
    def shown(self) -> MarkedText:
        """The text with its claims."""
        return self._shown

    def show_text(self, text: str) -> None:
        """Show another text from its beginning, without claims."""
        self._shown = MarkedText(text, self._shown.marks, self._shown.settings)
        self._finding = None
        super().show_text(text)

    def show_settings(self, settings: Settings) -> None:
        """Write numbers as `settings` say; colours and fonts come from the theme by themselves."""
        self._shown.settings = settings
        self.refresh_soon()

    def show_claims(self, claims: Sequence[Claim], ratings: Mapping[RatingId, Rating]) -> None:
        """Mark `claims`, given by place, in the text; the place on screen stays."""
        if ratings is not self._ratings:
            self._ratings = ratings
            self._shown.marks = Marks(ratings, theme.current())
        digits = len(str(self._shown.largest_number))
        self._shown.mark(claims)
        if len(str(self._shown.largest_number)) != digits:
            self.fit()
        self.refresh_soon()

    def show_selected(self, claim: Claim | None) -> None:
        """Outline `claim`, bring it into view and put the cursor before it."""
        self._shown.selected = claim.id if claim else None
        if claim is not None:
            start, end = claim.anchor.start, claim.anchor.end
            if not start <= self.caret <= end:
                self.set_selection(start, start)
            self.reveal(start, end)
        self.refresh_soon()

    def show_uncovered(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark sentences, given by place, that nobody has dealt with, or none."""
        self._shown.uncovered = SpanIndex(
            [start for start, _ in spans], [end for _, end in spans], [None] * len(spans)
        )
        self.refresh_soon()

    def show_finding(self, finding: Finding | None) -> None:
        """Mark what was found and bring the current match into view, or mark nothing."""
        self._finding = finding
        if finding is not None and finding.current is not None:
            start, end = finding.current
            self.set_selection(start, start)
            self.reveal(start, end)
        self.refresh_soon()

    def announce(self, words: str) -> None:
        """Have a screen reader say `words`; highlights are invisible to it."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # --- painting

    def refresh(self) -> None:
        """Mark what is in view."""
        super().refresh()
        shown, look = self._shown, theme.current()
        start, end = self.visible_span()
        highlighter = Highlighter(self.document(), shown.positions)
        selections = highlighter.uncovered(shown.uncovered.touching(start, end), look)
        selections += highlighter.claims(shown.index.segments(start, end), shown.marks)
        selections += [
            highlighter.outline(span.key, look)
            for span in shown.index.touching(start, end)
            if span.key.id == shown.selected
        ]
        if self._finding is not None:
            found = self._finding.within(start, end)
            selections += highlighter.matches(found, self._finding.current, look)
        self.setExtraSelections(selections)
        self._margin.follow(start, end)

    def restyle(self) -> None:
        """Take the theme and the text size in use."""
        self._shown.marks = Marks(self._ratings, theme.current())
        self._margin.restyle()
        super().restyle()

    def leading_width(self) -> int:
        """Return the room the margin needs."""
        return self._margin.least_width()

    def leading_changed(self, width: int) -> None:
        """Give the margin its room."""
        self._margin.place(width)

    # --- the mouse

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._pick(event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        place = event.pos() if by_mouse else self.cursorRect().bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def _pick(self, point: QPointF) -> None:
        down = QPointF(0, self.verticalScrollBar().value())
        unit = geometry.unit_under(self.document(), point + down)
        claim = None if unit is None else self._shown.picked(self._shown.positions.to_text(unit))
        if claim is not None:
            self.claim_picked.emit(claim.id)
