"""Choosing a verdict from the scale: glyph on its colour, and word."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from factcheck.domain.claim import Claim
from factcheck.domain.rating import Rating
from factcheck.gui import marking, theme
from factcheck.gui.widgets.choice_box import Choice, ChoiceBox
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import language, tr


def rating_icon(rating: Rating, size: int) -> QIcon:
    """Return the glyph of a rating on a square of its colour, `size` pixels wide."""
    look = theme.current()
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.verdict_fill(rating.colour))
    painter.drawRoundedRect(QRect(0, 0, size, size), 3, 3)
    font = theme.strong_font()
    font.setPixelSize(max(8, size * 3 // 4))
    painter.setFont(font)
    painter.setPen(look.verdict_text(rating.colour))
    painter.drawText(QRect(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, rating.glyph)
    painter.end()
    return QIcon(pixmap)


class VerdictBox(ChoiceBox):
    """Offers the scale in use; of retired verdicts only those that the claims shown have."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Verdict"), parent)
        self._workspace = workspace
        self.setObjectName("verdictBox")
        self.setPlaceholderText(tr("Several"))
        self._offered: list[Rating] | None = None

    def offer(self, claims: Iterable[Claim], *, again: bool = False) -> None:
        """Offer what these claims can be given; `again` draws anew after a change of look."""
        offered = marking.offered_ratings(self._workspace)
        known = self._workspace.ratings
        used = dict.fromkeys(claim.rating_id for claim in claims if claim.rating_id)
        offered += [known[each] for each in used if each in known and known[each] not in offered]
        if offered == self._offered and not again:
            return
        self._offered = offered
        size = theme.scaled(16)
        spoken = language()
        rated = [Choice(each.id, each.name(spoken), rating_icon(each, size)) for each in offered]
        self.set_choices([Choice(None, tr("No verdict")), *rated])
