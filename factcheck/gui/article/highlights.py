"""Highlights of what is visible, as extra selections: the document itself is never touched."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QBrush, QColor, QPen, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtGui import QTextFormat as Format
from PySide6.QtWidgets import QTextEdit

from factcheck.domain.claim import Claim
from factcheck.gui.article.marks import Mark, Marks
from factcheck.gui.article.positions import Positions
from factcheck.gui.article.spans import Segment, Span
from factcheck.gui.contrast import mix
from factcheck.gui.theme import Theme

_UNCOVERED_SHARE = 0.12
_OUTLINE = 1.6
"""Width of the outlines, in pixels."""


class Highlighter:
    """Makes the extra selections of one document; spans come in code points."""

    def __init__(self, document: QTextDocument, positions: Positions) -> None:
        self._document = document
        self._positions = positions

    def claims(
        self, segments: Iterable[Segment[Claim]], marks: Marks
    ) -> list[QTextEdit.ExtraSelection]:
        """Return one selection per segment: tint of the gravest claim, line of the innermost."""
        return [
            self._selection(segment.start, segment.end, _format(segment.keys, marks))
            for segment in segments
        ]

    def uncovered(
        self, spans: Iterable[Span[None]], theme: Theme
    ) -> list[QTextEdit.ExtraSelection]:
        """Return the light ground of sentences that nobody has dealt with."""
        ground = QTextCharFormat()
        ground.setBackground(mix(theme.paper, theme.accent, _UNCOVERED_SHARE))
        return [self._selection(span.start, span.end, ground) for span in spans]

    def outline(self, claim: Claim, theme: Theme) -> QTextEdit.ExtraSelection:
        """Return the outline of the selected claim."""
        return self._outlined(claim.anchor.start, claim.anchor.end, theme.ink)

    def matches(
        self, spans: Sequence[tuple[int, int]], current: tuple[int, int] | None, theme: Theme
    ) -> list[QTextEdit.ExtraSelection]:
        """Return the marks of what was found, the current match filled."""
        found = [self._outlined(*span, theme.accent) for span in spans if span != current]
        if current is not None:
            filled = QTextCharFormat()
            filled.setBackground(theme.accent)
            filled.setForeground(theme.on_accent)
            found.append(self._selection(*current, filled))
        return found

    def _outlined(self, start: int, end: int, colour: QColor) -> QTextEdit.ExtraSelection:
        outlined = QTextCharFormat()
        outlined.setProperty(Format.Property.OutlinePen, QPen(colour, _OUTLINE))
        return self._selection(start, end, outlined)

    def _selection(self, start: int, end: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self._document)
        cursor.setPosition(self._positions.to_qt(start))
        cursor.setPosition(self._positions.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = look
        return selection


def _format(claims: Sequence[Claim], marks: Marks) -> QTextCharFormat:
    looks = [marks.of(claim) for claim in claims]
    gravest = max(looks, key=lambda mark: mark.gravity)
    line = _line(looks)
    look = QTextCharFormat()
    accepted = sum(mark.tint is not None for mark in looks)
    tint = gravest.overlap if accepted > 1 else gravest.tint
    if tint is not None:
        look.setBackground(QBrush(tint))
    look.setUnderlineStyle(line.underline)
    look.setUnderlineColor(line.line)
    return look


def _line(looks: Sequence[Mark]) -> Mark:
    """Return whose underline shows: the innermost claim's that has one."""
    lined = [mark for mark in looks if mark.underline != QTextCharFormat.UnderlineStyle.NoUnderline]
    return lined[-1] if lined else looks[-1]
