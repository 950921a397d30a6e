"""Working off suggestions in the list, by key: next ones, all of them, and back."""

from factcheck.domain.claim import ClaimKind, WorkState
from factcheck.gui.claims.wording import footer
from factcheck.operations import suggestions
from tests.gui.keyboard import press
from tests.gui.workbench import TEXT, emitted, suggest

SUGGESTED, DISMISSED = WorkState.SUGGESTED, WorkState.DISMISSED


def three(workspace):
    """Suggestions at the beginning, after the second claim and at the end of the text."""
    return [
        suggest(workspace, "أعلنت الوزارة", ClaimKind.EVENT),
        suggest(workspace, "وفقًا لبيان المستشفى", ClaimKind.ATTRIBUTION),
        suggest(workspace),
    ]


def test_the_keys_go_from_suggestion_to_suggestion_and_round(workspace, panel):
    first, second, third = three(workspace)
    workspace.select_claim(None)
    seen = []
    for key in ("S", "S", "S", "S", "Shift+S", "Shift+S"):
        press(key)
        seen.append(workspace.selected)
    assert seen == [first, second, third, first, third, second]


def test_from_a_claim_the_next_suggestion_is_the_one_after_it(workspace, panel):
    first, second, third = three(workspace)
    workspace.select_claim(workspace.ids[2])
    press("S")
    assert workspace.selected == second
    workspace.select_claim(workspace.ids[2])
    press("Shift+S")
    assert workspace.selected == first
    workspace.select_claim(workspace.ids[3])
    press("S")
    assert workspace.selected == third


def test_without_another_suggestion_it_says_so(workspace, panel):
    said = emitted(workspace.said)
    press("S")
    assert said == ["لا مقترح آخر في القائمة."]
    suggest(workspace)
    press("S")
    press("S")
    assert len(said) == 2


def test_each_answer_goes_on_to_the_next_suggestion(workspace, panel):
    first, second, third = three(workspace)
    workspace.select_claim(first)
    press("A")
    assert workspace.selected == second
    press("Del")
    assert workspace.selected == third
    press("A")
    states = [workspace.claim(each).state for each in (first, second, third)]
    assert states == [WorkState.OPEN, DISMISSED, WorkState.OPEN]


def test_all_shown_suggestions_are_dismissed_in_one_step(workspace, panel):
    ids = three(workspace)
    said = emitted(workspace.said)
    panel.filter_bar.kind.show_value(ClaimKind.QUANTITY)
    panel.filter_bar.kind.chosen.emit(ClaimKind.QUANTITY)
    press("Shift+Del")
    assert [workspace.claim(each).state for each in ids] == [SUGGESTED, SUGGESTED, DISMISSED]
    panel.filter_bar.clear()
    press("Shift+Del")
    assert {workspace.claim(each).state for each in ids} == {DISMISSED}
    assert said == ["استُبعد مقترح واحد.", "استُبعد مقترحان."]
    workspace.undo()
    assert [workspace.claim(each).state for each in ids] == [SUGGESTED, SUGGESTED, DISMISSED]
    assert {workspace.claim(each).state for each in workspace.ids} == {WorkState.OPEN}


def test_a_mark_is_called_what_it_is(workspace, panel):
    made = workspace.run(
        suggestions.mark_nothing, article_id=workspace.article.id, start=0, end=TEXT.index("\n")
    )
    assert footer(workspace.claim(made.created), workspace.settings) == "لا شيء للتحقق هنا"
