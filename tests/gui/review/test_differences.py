"""What the panel says of claims that contradict each other, and the way between them."""

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.domain.claim import WorkState
from factcheck.domain.figure import Comparator, Figure
from factcheck.gui.contradictions import Contradictions
from factcheck.gui.examiner import Examiner
from factcheck.gui.jobs import Jobs
from factcheck.gui.review.differences import figure_words
from factcheck.operations import articles, claims
from factcheck.runtime import i18n
from factcheck.runtime.settings import Settings
from factcheck.text.isolation import FIRST_STRONG, POP
from tests.gui.conftest import settle
from tests.gui.keyboard import press

LINES = ("وصلت 12,000 طن من القمح إلى صوامع الميناء.", "وصلت 15,000 طن من القمح إلى صوامع الميناء.")


@pytest.fixture
def consulted(qtbot, workspace, panel):
    """The panel with all that is known about an article that contradicts itself."""
    jobs = Jobs()
    examiner, contradictions = Examiner(workspace, jobs), Contradictions(workspace, jobs)
    panel.consult(examiner, contradictions)
    draft = ArticleDraft("قمح", "\n".join(LINES))
    made = workspace.run(articles.add_article, draft=draft).created
    workspace.open_article(made)
    workspace.wheat = []
    for line, value in zip(LINES, ("12000", "15000"), strict=True):
        start = draft.text.index(line)
        added = workspace.run(
            claims.add_claim,
            article_id=made,
            start=start,
            end=start + len(line),
            kind="quantity",
            claimed=Figure(value, "طن", Comparator.MORE if value == "15000" else Comparator.EXACT),
        )
        workspace.wheat.append(added.created)
    workspace.select_claim(workspace.wheat[0])
    qtbot.waitUntil(panel.header.differences.isVisible, timeout=20_000)
    yield panel
    jobs.stop()
    settle()


def plain(text):
    """Without the signs that keep numbers in their own order."""
    return text.replace(FIRST_STRONG, "").replace(POP, "")


def test_claims_name_each_other_with_their_figures(consulted, workspace):
    differences = consulted.header.differences
    [button] = differences.buttons
    assert plain(button.text()).startswith("يخالف الادعاء 2: ")
    assert "أكثر من 15,000 طن" in button.text()
    assert button.toolTip() == LINES[1]
    button.click()
    assert workspace.selected == workspace.wheat[1]
    assert "12,000 طن" in differences.buttons[0].text()


def test_the_key_goes_there_and_back(consulted, workspace):
    seen = []
    for _ in range(2):
        press("Alt+X")
        seen.append(workspace.selected)
    assert seen == [workspace.wheat[1], workspace.wheat[0]]


def test_what_agrees_again_is_named_no_more(qtbot, consulted, workspace):
    second = workspace.wheat[1]
    workspace.run(
        claims.edit_claims, claim_ids=[second], values={"claimed": Figure("12", "ألف طن")}
    )
    qtbot.waitUntil(lambda: not consulted.header.differences.isVisible(), timeout=20_000)
    press("Alt+X")
    assert workspace.selected == workspace.wheat[0]


def test_a_suggestion_has_no_number_to_name(consulted, workspace):
    workspace.run(
        claims.edit_claims,
        claim_ids=[workspace.wheat[1]],
        values={"state": WorkState.SUGGESTED},
    )
    workspace.select_claim(None)
    workspace.select_claim(workspace.wheat[0])
    assert "يخالف مقترحًا" in consulted.header.differences.buttons[0].text()


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("10000", "جندي", Comparator.MORE), "more than 10,000 جندي"),
        (Figure("3.5", "%"), "3.5 %"),
        (Figure("2024-06"), "June 2024"),
        (Figure("2025-07-14/2025-07-15"), "14 July 2025 – 15 July 2025"),
        (Figure("10 آلاف", "جندي"), "10 آلاف جندي"),
        (Figure("20-30", "سفينة"), "20-30 سفينة"),
    ],
)
def test_figures_in_words(english, figure, words):
    assert figure_words(figure, Settings(language="en")) == words


@pytest.fixture
def english():
    before = i18n.language()
    i18n.set_language("en")
    yield
    i18n.set_language(before)
