"""What is under way: its name, how far it is, and a button that ends it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from factcheck.gui import theme
from factcheck.gui.jobs import Job
from factcheck.gui.widgets.progress_line import ProgressLine
from factcheck.runtime.i18n import tr

_PAUSE_MS = 300
"""Work that is done before that is not worth a word."""

_STEPS = 1000


class JobLine(QWidget):
    """Stands in the foot of the window; hidden while nothing takes long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobLine")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._job: Job | None = None
        self._name = QLabel()
        self._progress = ProgressLine(tr("Progress"))
        self._progress.setMaximum(_STEPS)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setObjectName("cancelJob")
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        for widget in (self._name, self._progress, self.cancel):
            row.addWidget(widget)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def follow(self, job: Job, name: str) -> None:
        """Show `job` under `name` once it has taken a third of a second."""
        self._job = job
        self._name.setText(name)
        self._progress.setAccessibleName(name)
        self._progress.setValue(0)
        job.progressed.connect(self._show_share)
        job.ended.connect(self._end)
        self._timer.start()

    def _show_share(self, share: float) -> None:
        if self.sender() is self._job:
            self._progress.setValue(round(share * _STEPS))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._forget()

    def _end(self) -> None:
        if self.sender() is self._job:
            self._forget()

    def _forget(self) -> None:
        self._job = None
        self._timer.stop()
        self.hide()
