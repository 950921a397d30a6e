"""Signals that end the desk reach its windows, and only while it heeds them."""

import os
import signal
import sys

import pytest
from PySide6.QtWidgets import QWidget

from factcheck.gui.ending import Ending

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def window(qapp):
    made = QWidget()
    made.show()
    yield made
    made.close()


def test_a_signal_closes_the_windows(qapp, qtbot, window):
    before = signal.getsignal(signal.SIGTERM)
    ending = Ending(qapp)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: not window.isVisible())
    ending.stop()
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_that_was_ignored_stays_so(qapp, window):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    ending = Ending(qapp)
    try:
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        ending.stop()
        signal.signal(signal.SIGHUP, before)
    assert window.isVisible()
