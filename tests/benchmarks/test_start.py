"""From the command to a window, beside a Qt window with nothing in it."""

import statistics
from pathlib import Path

import pytest

from tests.benchmarks import desk
from tests.benchmarks.measuring import Figures, in_fresh_process, resident_megabytes
from tests.benchmarks.workload import MEGABYTE, build

pytestmark = pytest.mark.benchmark

EMPTY_WINDOW = """
import json, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(json.dumps({"painted": time.process_time()}))
        app.quit()
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

DESK = """
import json, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit
from factcheck.__main__ import main
from factcheck.gui.main import DeskSession
from tests.benchmarks.measuring import resident_megabytes
figures = {}
open_file = DeskSession.open
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and "usable" not in figures:
            figures["usable"] = 0
            QTimer.singleShot(0, finish)
        return False
def finish():
    figures["usable"] = time.process_time()
    figures["letters"] = len(current.workspace.article.text)
    figures["claims"] = len(current.workspace.claims)
    figures["resident"] = resident_megabytes() or 0
    current.window.close()
    QApplication.quit()
def open_watched(self):
    global current
    current = self
    figures["painted"] = time.process_time()
    open_file(self)
    self.window.findChild(QTextEdit, "articleView").viewport().installEventFilter(watch)
watch = Watch()
DeskSession.open = open_watched
sys.argv = ["factcheck", "--home", sys.argv[1], "open"]
code = main()
print(json.dumps(figures))
sys.exit(code)
"""


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def test_start(tmp_path: Path, figures: Figures) -> None:
    small = build(100_000, 500)
    (article_id,) = desk.prepare(tmp_path, small)
    remember_place(tmp_path, article_id)
    in_fresh_process(EMPTY_WINDOW)
    in_fresh_process(DESK, str(tmp_path))  # these two left the bytecode for the others
    # By turns, so that a machine that slows down slows both.
    runs = [
        (in_fresh_process(EMPTY_WINDOW), in_fresh_process(DESK, str(tmp_path))) for _ in "12345"
    ]
    floor = medians([empty for empty, _ in runs])["painted"]
    started = medians([desktop for _, desktop in runs])
    figures.add("start: empty Qt window painted", floor * 1_000, "ms")
    figures.add("start: first paint, to the empty window", started["painted"] / floor, "×", 2)
    figures.add("start: usable with the last article", started["usable"] / floor, "×", 6)
    assert (started["letters"], started["claims"]) == (len(small.text), 500)


@pytest.mark.skipif(resident_megabytes() is None, reason="needs /proc")
def test_memory(tmp_path: Path, figures: Figures) -> None:
    large = build(MEGABYTE, 5_000)
    (article_id,) = desk.prepare(tmp_path, large)
    remember_place(tmp_path, article_id)
    started = in_fresh_process(DESK, str(tmp_path))
    figures.add("memory: 1 MB with 5,000 claims, resident", started["resident"], "MB", 200)
    figures.add("start: usable with 1 MB and 5,000 claims", started["usable"], "s")
    assert (started["letters"], started["claims"]) == (len(large.text), 5_000)


def remember_place(home: Path, article_id) -> None:
    """As if the person had closed the desk with this article open."""
    with desk.opened(home) as desktop:
        desktop.open(article_id)
        desk.settle()
