"""Proposing claims: off the GUI thread, once, with progress and cancel, and for new articles."""

import threading

import pytest
from PySide6.QtWidgets import QWidget

from factcheck.domain.article import ArticleDraft
from factcheck.domain.claim import WorkState
from factcheck.gui.detecting import Detecting
from factcheck.gui.examiner import Examiner
from factcheck.gui.widgets.job_line import JobLine
from factcheck.operations import articles, drafts
from tests.gui.workbench import TEXT, emitted


@pytest.fixture
def line(qtbot):
    """The line in the foot of a window that is shown."""
    window = QWidget()
    qtbot.addWidget(window)
    made = JobLine(window)
    window.show()
    yield made
    window.close()


@pytest.fixture
def detecting(workspace, jobs, line):
    return Detecting(workspace, Examiner(workspace, jobs), line)


@pytest.fixture
def slow(monkeypatch):
    """Examining waits until it is allowed to go on, telling how far it is."""
    gate, reading = threading.Event(), drafts.examine_article

    def wait(article, tell):
        while not gate.wait(0.01):
            tell(0.4)
        return reading(article, tell)

    monkeypatch.setattr(drafts, "examine_article", wait)
    yield gate
    gate.set()


def suggested(workspace):
    return [each for each in workspace.claims if each.state is WorkState.SUGGESTED]


def run(qtbot, workspace, detecting):
    """Detect and return what is said about it."""
    with qtbot.waitSignal(workspace.said, timeout=20_000) as heard:
        detecting.detect()
    return heard.args[0]


def test_what_is_found_is_suggested_and_said(qtbot, workspace, detecting):
    said = run(qtbot, workspace, detecting)
    found = suggested(workspace)
    assert str(len(found)) in said
    assert "وارتفعت الأسعار 7.4 بالمئة في أسبوعين." in {each.anchor.exact for each in found}
    assert workspace.refused == []


def test_again_there_is_nothing_new_and_undo_takes_all_back(qtbot, workspace, detecting):
    run(qtbot, workspace, detecting)
    before = workspace.claims
    said = run(qtbot, workspace, detecting)
    assert said.startswith("لا جديد")
    assert workspace.claims == before
    workspace.undo()
    assert suggested(workspace) == []
    run(qtbot, workspace, detecting)
    assert len(workspace.claims) == len(before)


def test_a_text_with_nothing_to_check_says_so(qtbot, workspace, detecting):
    made = workspace.run(articles.add_article, draft=ArticleDraft("سطر", "صباح الخير يا أصدقاء"))
    workspace.open_article(made.created)
    assert run(qtbot, workspace, detecting).startswith("لا شيء في هذا النص")
    assert workspace.claims == ()


def test_nothing_happens_without_an_article(workspace, detecting, jobs):
    workspace.open_article(None)
    detecting.detect()
    assert jobs.is_idle


def test_progress_comes_after_a_while_and_goes_with_the_work(
    qtbot, workspace, detecting, line, slow
):
    detecting.detect()
    assert line.isHidden()
    qtbot.waitUntil(lambda: not line.isHidden(), timeout=5000)
    qtbot.waitUntil(lambda: line._progress.value() == 400, timeout=5000)
    assert line.cancel.isVisible()
    assert line._progress.accessibleName()
    with qtbot.waitSignal(workspace.said, timeout=20_000):
        slow.set()
    assert line.isHidden()
    assert suggested(workspace)


def test_cancelled_work_suggests_nothing_and_may_begin_again(
    qtbot, workspace, detecting, line, jobs, slow
):
    said = emitted(workspace.said)
    detecting.detect()
    detecting.detect()
    qtbot.waitUntil(lambda: not line.isHidden(), timeout=5000)
    line.cancel.click()
    assert line.isHidden()
    slow.set()
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=5000)
    assert suggested(workspace) == []
    assert said == []
    run(qtbot, workspace, detecting)
    assert suggested(workspace)


@pytest.mark.parametrize("wanted", [True, False])
def test_new_articles_are_examined_where_the_settings_say_so(
    qtbot, workspace, detecting, jobs, wanted
):
    workspace.update_settings(detect_on_import=wanted)
    workspace.open_article(workspace.article.id)
    made = workspace.run(articles.add_article, draft=ArticleDraft("نسخة", TEXT)).created
    workspace.open_article(made)
    qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
    assert bool(workspace.claims) is wanted
    if wanted:
        workspace.undo()
        workspace.open_article(None)
        workspace.open_article(made)
        qtbot.waitUntil(lambda: jobs.is_idle, timeout=20_000)
        assert workspace.claims == ()


def test_an_article_left_meanwhile_gets_its_suggestions_all_the_same(
    qtbot, workspace, detecting, slow
):
    first = workspace.article.id
    detecting.detect()
    workspace.open_article(None)
    with qtbot.waitSignal(workspace.said, timeout=20_000):
        slow.set()
    workspace.open_article(first)
    assert suggested(workspace)
