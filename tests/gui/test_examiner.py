"""What is known of the open article, and which claims contradict each other, off the GUI thread."""

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.domain.claim import ClaimKind, WorkState
from factcheck.domain.figure import Figure
from factcheck.gui.contradictions import Contradictions
from factcheck.gui.examiner import Examiner
from factcheck.operations import articles, claims, suggestions
from tests.gui.conftest import settle
from tests.gui.workbench import TEXT, emitted, suggest

SECOND = "قال الوزير إن 40 سفينة وصلت إلى الميناء الشمالي.\nوغادرت 52 سفينة الميناء الشمالي لاحقًا."


@pytest.fixture
def examiner(qtbot, workspace, jobs):
    made = Examiner(workspace, jobs, rest=0)
    qtbot.waitUntil(lambda: made.findings is not None, timeout=20_000)
    return made


def missing(examiner):
    return [TEXT[each.start : each.end] for each in examiner.coverage.missing]


def test_the_open_article_is_examined_and_measured(examiner):
    assert len(examiner.findings.sentences) == 4
    assert missing(examiner) == ["وارتفعت الأسعار 7.4 بالمئة في أسبوعين."]


def test_coverage_follows_the_claims(examiner, workspace):
    told = emitted(examiner.measured)
    workspace.run(claims.delete_claims, claim_ids=workspace.ids[:2])
    settle()
    assert len(missing(examiner)) == 2
    made = suggest(workspace)
    settle()
    assert len(missing(examiner)) == 2
    workspace.run(suggestions.accept_suggestions, claim_ids=[made])
    settle()
    assert missing(examiner) == [TEXT.split("\n")[0]]
    assert len(told) == 3


def test_what_is_asked_for_at_once_is_measured_at_once(examiner, workspace):
    workspace.run(claims.delete_claims, claim_ids=workspace.ids[:2])
    assert len(missing(examiner)) == 2


def test_another_day_of_publication_examines_again_and_the_same_one_does_not(
    qtbot, examiner, workspace
):
    article, before = workspace.article, examiner.findings
    for day, is_new in (("2024-07-01", True), ("", False)):
        workspace.run(articles.edit_article, article_id=article.id, values={"published": day})
        qtbot.waitUntil(lambda: examiner.findings is not None, timeout=20_000)
        assert (examiner.findings is not before) is is_new


def test_another_article_is_examined_and_the_first_one_is_remembered(qtbot, examiner, workspace):
    first, before = workspace.article, examiner.findings
    made = workspace.run(articles.add_article, draft=ArticleDraft("سفن", SECOND)).created
    workspace.open_article(made)
    assert examiner.findings is None
    assert examiner.coverage is None
    qtbot.waitUntil(lambda: examiner.findings is not None, timeout=20_000)
    assert len(examiner.coverage.missing) == 2
    workspace.open_article(first.id)
    assert examiner.findings is before
    workspace.open_article(None)
    assert examiner.coverage is None


def test_what_is_known_is_handed_out_at_once(examiner, workspace):
    seen = []
    assert examiner.examine(workspace.article, seen.append) is None
    assert seen == [examiner.findings]


def test_reasons_are_those_of_the_whole_text(examiner, workspace):
    made = suggest(workspace)
    workspace.run(
        claims.edit_claims,
        claim_ids=[made],
        values={"rule": examiner.findings.candidates[-1].rule},
    )
    message, values = examiner.reasons(workspace.claim(made))[0]
    assert "7.4 بالمئة" in message.format(**values)
    assert examiner.reasons(workspace.claim(workspace.ids[0])) == []


# --- contradictions


@pytest.fixture
def contradictions(qtbot, workspace, jobs):
    made = workspace.run(articles.add_article, draft=ArticleDraft("سفن", SECOND)).created
    workspace.open_article(made)
    workspace.ships = []
    for line, value in zip(SECOND.split("\n"), ("40", "52"), strict=True):
        start = SECOND.index(line)
        claim = workspace.run(
            claims.add_claim,
            article_id=made,
            start=start,
            end=start + len(line),
            kind=ClaimKind.QUANTITY,
            claimed=Figure(value, "سفينة"),
        )
        workspace.ships.append(claim.created)
    found = Contradictions(workspace, jobs)
    qtbot.waitUntil(lambda: bool(found.of(workspace.ships[0])), timeout=20_000)
    return found


def test_both_claims_point_at_each_other(contradictions, workspace):
    first, second = workspace.ships
    assert [each.id for each in contradictions.of(first)] == [second]
    assert [each.id for each in contradictions.of(second)] == [first]


def test_they_are_compared_again_when_a_figure_changes(qtbot, contradictions, workspace):
    first, second = workspace.ships
    for values in ({"claimed": Figure("40", "سفينة")}, {"state": WorkState.DISMISSED}):
        with qtbot.waitSignal(contradictions.found, timeout=20_000):
            workspace.run(claims.edit_claims, claim_ids=[second], values=values)
        assert contradictions.of(first) == []
        with qtbot.waitSignal(contradictions.found, timeout=20_000):
            workspace.undo()
        assert contradictions.of(first)


def test_other_edits_compare_nothing(contradictions, workspace):
    workspace.run(claims.edit_claims, claim_ids=workspace.ships, values={"note": "سطر"})
    assert not contradictions._timer.isActive()
    workspace.run(claims.delete_claims, claim_ids=workspace.ships[1:])
    assert contradictions.of(workspace.ships[0]) == []
    workspace.open_article(None)
    assert contradictions.of(workspace.ships[0]) == []
