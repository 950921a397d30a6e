"""The list of uncovered sentences: what it shows, where its keys lead, how it empties."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from factcheck.domain.claim import NOTHING, WorkState
from factcheck.gui.actions import Actions
from factcheck.gui.coverage.keys import Coverage
from factcheck.gui.coverage.model import ROW_ROLE
from factcheck.gui.examiner import Examiner
from factcheck.gui.jobs import Jobs
from factcheck.operations import articles, claims, suggestions
from tests.gui.conftest import settle
from tests.gui.keyboard import press
from tests.gui.workbench import TEXT, emitted, suggest, workbench

LINES = TEXT.split("\n")


@pytest.fixture
def workspace(qapp, tmp_path):
    """The article without any claim: four sentences are uncovered."""
    with workbench(tmp_path) as ready:
        ready.run(claims.delete_claims, claim_ids=ready.ids)
        yield ready


@pytest.fixture
def coverage(qtbot, workspace):
    """The coverage in a window that has its keys; `at` is where the cursor stands."""
    window, jobs = QWidget(), Jobs()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    examiner = Examiner(workspace, jobs, rest=0)
    workspace.at = 0
    made = Coverage(workspace, examiner, lambda: workspace.at, layout.addWidget)
    made.pointed.connect(lambda start, _end: setattr(workspace, "at", start))
    made.reached.connect(lambda start, _end: setattr(workspace, "at", start))
    made.heard = emitted(workspace.said)
    made.shown_spans = emitted(made.marked)
    Actions(window).bind(made.commands())
    qtbot.waitUntil(lambda: examiner.coverage is not None, timeout=20_000)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield made
    jobs.stop()
    settle()


def rows(coverage):
    model = coverage.panel.list.model()
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def here(workspace):
    """The line of the text at the cursor."""
    return TEXT.count("\n", 0, workspace.at)


def test_the_list_opens_with_what_is_missing_and_what_it_holds(coverage, workspace):
    assert not coverage.is_shown
    coverage.toggle()
    settle()
    assert coverage.is_shown
    assert [each.words for each in rows(coverage)] == LINES
    assert rows(coverage)[0].holds == "كمية، تاريخ، قول منسوب"
    assert coverage.panel.list.hasFocus()
    assert coverage.shown_spans[-1][0] == (0, len(LINES[0]))
    assert "0" in coverage.panel._summary.text()


def test_going_through_the_list_shows_the_sentences_and_enter_goes_there(coverage, workspace):
    coverage.toggle()
    press("Down")
    press("Down")
    assert here(workspace) == 2
    reached = emitted(coverage.reached)
    press("Return")
    assert len(reached) == 1
    assert here(workspace) == 2


def test_escape_closes_and_the_key_opens_at_the_cursor(coverage, workspace):
    coverage.toggle()
    press("Esc")
    settle()
    assert not coverage.is_shown
    assert coverage.shown_spans[-1] == ()
    workspace.at = len(TEXT) - 5
    coverage.toggle()
    assert coverage.panel.list.current.words == LINES[3]
    press("F7")
    assert not coverage.is_shown


def test_the_keys_go_round_the_uncovered_sentences(coverage, workspace):
    seen = []
    for key in ("U", "U", "U", "U", "Shift+U", "Shift+U"):
        press(key, QApplication.activeWindow())
        seen.append(here(workspace))
    assert seen == [1, 2, 3, 0, 3, 2]


def test_nothing_to_check_takes_a_sentence_off_and_goes_on(coverage, workspace):
    coverage.toggle()
    for left in (3, 2, 1, 0):
        press("N")
        settle()
        assert len(rows(coverage)) == left
    marks = workspace.claims
    assert {(each.rule, each.state) for each in marks} == {(NOTHING, WorkState.DISMISSED)}
    assert [each.anchor.exact for each in marks] == LINES
    assert coverage.panel._pages.currentWidget() is not coverage.panel.list
    assert coverage.heard[-1] == "غُطّيت كل الجمل القابلة للتحقق."
    for left in (1, 2, 3, 4):
        workspace.undo()
        settle()
        assert len(rows(coverage)) == left


def test_claims_take_sentences_off_and_put_them_back(coverage, workspace):
    coverage.toggle()
    made = suggest(workspace)
    settle()
    assert len(rows(coverage)) == 4
    workspace.run(suggestions.accept_suggestions, claim_ids=[made])
    settle()
    assert [each.words for each in rows(coverage)] == LINES[:3]
    workspace.run(claims.delete_claims, claim_ids=[made])
    settle()
    assert len(rows(coverage)) == 4


def test_marking_a_suggested_sentence_dismisses_it_and_goes_to_the_next_suggestion(
    coverage, workspace
):
    first, second = suggest(workspace, LINES[0][:40]), suggest(workspace)
    workspace.select_claim(first)
    workspace.at = 0
    coverage.mark_nothing()
    assert workspace.claim(first).state is WorkState.DISMISSED
    assert workspace.selected == second
    workspace.undo()
    assert workspace.claim(first).state is WorkState.SUGGESTED


def test_where_nothing_is_uncovered_it_says_so(coverage, workspace):
    coverage.mark_nothing()
    coverage.mark_nothing()
    settle()
    workspace.at = 3
    coverage.mark_nothing()
    assert "U" in coverage.heard[-1]
    assert len(workspace.claims) == 2


def test_a_mark_is_taken_away_at_the_cursor(coverage, workspace):
    coverage.unmark_nothing()
    assert coverage.heard == ["الجملة عند المؤشر لا تحمل علامة."]
    coverage.mark_nothing()
    workspace.at = 5
    coverage.unmark_nothing()
    assert workspace.claims == ()
    settle()
    coverage.toggle()
    assert len(rows(coverage)) == 4


def test_until_the_article_is_read_the_list_says_so(qtbot, coverage, workspace):
    coverage.toggle()
    article = workspace.article
    workspace.open_article(None)
    workspace.open_article(article.id)
    assert len(rows(coverage)) == 4
    workspace.run(articles.edit_article, article_id=article.id, values={"published": "2024-07-01"})
    assert rows(coverage) == []
    coverage.step(1)
    assert coverage.heard[-1].startswith("تجري قراءة المقال")
    qtbot.waitUntil(lambda: len(rows(coverage)) == 4, timeout=20_000)


def test_the_list_is_spoken_and_leaves_letters_to_the_commands(coverage, workspace):
    coverage.toggle()
    index = coverage.panel.list.model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(LINES[0][:20])
    assert "كمية" in spoken
    coverage.panel.list.keyboardSearch("و")
    assert coverage.panel.list.current.words == LINES[0]
    coverage.panel.grab()
