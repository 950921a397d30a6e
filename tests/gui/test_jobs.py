"""Work off the GUI thread: results and errors come back to it, cancelled work has no effect."""

import threading
import time

import pytest

from factcheck.gui.jobs import Jobs, StoppedError
from tests.gui.conftest import settle


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.stop()
    settle()


def wait_idle(qtbot, jobs):
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=5000)


def test_the_result_comes_back_to_the_gui_thread(qtbot, jobs):
    seen = []
    jobs.start(
        lambda _tell: threading.get_ident(),
        lambda result: seen.append((result, threading.get_ident())),
    )
    wait_idle(qtbot, jobs)
    [(worker, here)] = seen
    assert here == threading.get_ident()
    assert worker != here


def test_jobs_are_done_one_after_the_other(qtbot, jobs):
    order, seen = [], []

    def work(name):
        order.append(f"{name} begins")
        order.append(f"{name} ends")
        return name

    for name in "abc":
        jobs.start(lambda _tell, name=name: work(name), seen.append)
    wait_idle(qtbot, jobs)
    assert seen == ["a", "b", "c"]
    assert order == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]


def test_progress_is_told_at_most_twenty_times_a_second(qtbot, jobs):
    shares = []

    def work(tell):
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            tell(0.5)
        return "done"

    job = jobs.start(work, lambda _result: None)
    job.progressed.connect(shares.append)
    wait_idle(qtbot, jobs)
    settle()
    assert 2 <= len(shares) <= 8


def test_a_cancelled_job_ends_where_it_tells_and_does_nothing(qtbot, jobs):
    begun, seen, ended = threading.Event(), [], []

    def work(tell):
        begun.set()
        while True:
            tell(0.1)

    job = jobs.start(work, seen.append)
    job.ended.connect(lambda: ended.append("ended"))
    assert begun.wait(5)
    job.cancel()
    assert job.is_cancelled
    wait_idle(qtbot, jobs)
    assert (seen, ended) == ([], ["ended"])


def test_a_result_that_comes_after_the_cancel_is_dropped(qtbot, jobs):
    seen = []
    job = jobs.start(lambda _tell: "late", seen.append)
    job.cancel()
    wait_idle(qtbot, jobs)
    assert seen == []


def test_bugs_of_the_work_reach_the_hooks_and_the_next_job_runs(qtbot, jobs):
    seen = []
    with qtbot.captureExceptions() as caught:
        jobs.start(lambda _tell: 1 // 0, seen.append)
        jobs.start(lambda _tell: "after", seen.append)
        wait_idle(qtbot, jobs)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert seen == ["after"]


def test_stopping_waits_for_the_worker_and_cancels_what_waits(qtbot, jobs):
    begun, seen, ended = threading.Event(), [], []

    def work(tell):
        begun.set()
        try:
            while True:
                tell(0.1)
        except StoppedError:
            ended.append("first")
            raise

    jobs.start(work, seen.append)
    jobs.start(lambda _tell: ended.append("second"), seen.append)
    assert begun.wait(5)
    jobs.stop()
    assert ended == ["first"]
    jobs.start(lambda _tell: ended.append("third"), seen.append)
    wait_idle(qtbot, jobs)
    assert (seen, ended) == ([], ["first"])
