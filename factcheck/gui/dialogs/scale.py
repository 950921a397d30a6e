"""The editor of rating scales: the verdicts in their order, and the fields of one of them."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.domain.changes import Changes
from factcheck.domain.ids import RatingId
from factcheck.domain.rating import Neutral, Rating, RatingScale
from factcheck.gui import theme
from factcheck.gui.dialogs.rating_form import RatingForm
from factcheck.gui.widgets.dialog import Dialog
from factcheck.gui.widgets.dialog_buttons import dialog_buttons
from factcheck.gui.widgets.notice import Notice
from factcheck.gui.workspace import Operation, Workspace
from factcheck.operations import scales
from factcheck.runtime.i18n import language, tr

_NEW_COLOUR = "#5b5750"


class ScaleDialog(Dialog):
    """Shows one scale; every change is an operation of its own and can be undone."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__("scaleDialog", tr("Rating scale"), (760, 480), parent)
        self._workspace = workspace
        self.scale_box = QComboBox()
        self.scale_box.setObjectName("scaleBox")
        self.scale_box.setAccessibleName(tr("Rating scale"))
        self.list = QListWidget()
        self.list.setObjectName("ratingList")
        self.list.setAccessibleName(tr("Verdicts of the scale"))
        self.form = RatingForm()
        self.notice = Notice()
        self.retire = QPushButton()
        self.up = QPushButton(tr("Move up"))
        self.down = QPushButton(tr("Move down"))
        self.add = QPushButton(tr("Add a verdict"))
        self.new_scale = QPushButton(tr("New scale"))
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.scale_box, 1)
        top.addWidget(self.new_scale)
        order = QHBoxLayout()
        for button in (self.add, self.up, self.down):
            order.addWidget(button)
        listing = QVBoxLayout()
        listing.addWidget(self.list, 1)
        listing.addLayout(order)
        editing = QVBoxLayout()
        editing.addWidget(self.form)
        editing.addWidget(self.retire)
        editing.addStretch()
        halves = QHBoxLayout()
        halves.setSpacing(theme.GRID * 2)
        halves.addLayout(listing, 3)
        halves.addLayout(editing, 4)
        self.column.addLayout(top)
        self.column.addLayout(halves, 1)
        self.column.addWidget(self.notice)
        self.column.addWidget(dialog_buttons((tr("Close"), self.accept)))
        for button in (self.add, self.up, self.down, self.new_scale, self.retire):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        workspace = self._workspace
        workspace.changed.connect(self._on_changed)
        workspace.register_pending(self.form.settle)
        self.scale_box.activated.connect(lambda _index: self._choose_scale())
        self.list.currentRowChanged.connect(lambda _row: self._show_rating())
        self.form.edited.connect(self._edit)
        self.add.clicked.connect(self._add)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.retire.clicked.connect(self._retire)
        self.new_scale.clicked.connect(self._add_scale)

    # --- showing

    @property
    def _scale(self) -> RatingScale | None:
        return self._workspace.scale

    @property
    def _rating(self) -> Rating | None:
        row, scale = self.list.currentRow(), self._scale
        if scale is None or not 0 <= row < len(scale.ratings):
            return None
        return self._workspace.ratings.get(self.list.item(row).data(Qt.ItemDataRole.UserRole))

    def _on_changed(self, changes: Changes) -> None:
        if changes.scales:
            self._refresh()

    def _refresh(self, wanted: RatingId | None = None) -> None:
        wanted = wanted or (self._rating.id if self._rating else None)
        scale = self._scale
        self.scale_box.clear()
        for each in self._workspace.scales:
            self.scale_box.addItem(each.name(language()), each.key)
        if scale is not None:
            self.scale_box.setCurrentIndex(self.scale_box.findData(scale.key))
        ratings = scale.ratings if scale else ()
        rows = [row for row, each in enumerate(ratings) if each.id == wanted]
        with QSignalBlocker(self.list):
            self.list.clear()
            for rating in ratings:
                self.list.addItem(_item(rating))
            self.list.setCurrentRow(rows[0] if rows else 0)
        self._show_rating(is_other=not rows)

    def _show_rating(self, *, is_other: bool = True) -> None:
        rating = self._rating
        self.form.setEnabled(rating is not None)
        for button in (self.retire, self.up, self.down):
            button.setEnabled(rating is not None)
        if rating is None:
            return
        self.form.show_rating(rating, is_other=is_other)
        retired = tr("Offer it again"), tr("Retire it: past verdicts keep it")
        self.retire.setText(retired[0] if rating.is_retired else retired[1])

    # --- changing

    def _run(self, operation: Operation, **values: object) -> Changes | None:
        with self.notice.refusals(self._workspace):
            return self._workspace.run(operation, **values)

    def _edit(self, values: dict[str, object]) -> None:
        rating = self._rating
        if (
            rating is not None
            and self._run(scales.edit_rating, rating_id=rating.id, values=values) is None
        ):
            self.form.show_rating(rating, is_other=True)

    def _add(self) -> None:
        if self._scale is None:
            return
        changes = self._run(
            scales.add_rating,
            scale_id=self._scale.id,
            values={
                "name_ar": "حكم جديد",
                "name_en": "New verdict",
                "colour": _NEW_COLOUR,
                "glyph": "○",
                "value": None,
                "neutral": Neutral.NOT_RATED,
            },
        )
        if changes is not None and changes.created is not None:
            self._refresh(RatingId(changes.created))
            self.form.lines["name_ar"].setFocus()
            self.form.lines["name_ar"].selectAll()

    def _move(self, step: int) -> None:
        rating, row = self._rating, self.list.currentRow()
        if rating is not None and 0 <= row + step < self.list.count():
            self._run(scales.move_rating, rating_id=rating.id, position=row + step)

    def _retire(self) -> None:
        rating = self._rating
        if rating is not None:
            is_retired = not rating.is_retired
            self._run(scales.retire_rating, rating_id=rating.id, is_retired=is_retired)

    def _choose_scale(self) -> None:
        self._workspace.update_settings(scale=self.scale_box.currentData())
        self._refresh()

    def _add_scale(self) -> None:
        names = {"name_ar": "سلّم جديد", "name_en": "New scale"}
        changes = self._run(scales.add_scale, values=names)
        made = changes.created if changes else None
        for each in self._workspace.scales:
            if each.id == made:
                self._workspace.update_settings(scale=each.key)
        self._refresh()


def _item(rating: Rating) -> QListWidgetItem:
    name = rating.name(language())
    text = tr("{name} (retired)", name=name) if rating.is_retired else name
    item = QListWidgetItem(_badge(rating), text)
    item.setData(Qt.ItemDataRole.UserRole, rating.id)
    return item


def _badge(rating: Rating) -> QIcon:
    look, size = theme.current(), theme.scaled(20)
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.verdict_fill(rating.colour))
    painter.drawRoundedRect(pixmap.rect(), 4, 4)
    painter.setPen(look.verdict_text(rating.colour))
    painter.setFont(theme.small_font())
    painter.drawText(pixmap.rect(), Qt.AlignmentFlag.AlignCenter, rating.glyph)
    painter.end()
    badge = QIcon(pixmap)
    # Qt would blend the picture of a selected row with the colour of the selection.
    badge.addPixmap(pixmap, QIcon.Mode.Selected)
    return badge
