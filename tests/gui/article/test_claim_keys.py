"""Claims made, accepted and moved by key."""

from PySide6.QtCore import Qt

from factcheck.domain.claim import WorkState

ENTER = Qt.Key.Key_Return


def exact(desk):
    return [claim.anchor.exact for claim in desk.workspace.claims]


def test_enter_makes_a_claim_of_whole_words(desk):
    start, end = desk.span("10 آلاف جندي")
    desk.view.set_selection(start - 1, end - 2)
    desk.press(ENTER)
    assert exact(desk) == ["10 آلاف جندي"]
    assert desk.workspace.selected == desk.workspace.claims[0].id
    assert not desk.view.textCursor().hasSelection()


def test_quotation_marks_stay_outside(desk):
    desk.select("“لن نرفع الرسوم قبل نهاية العام”، ")
    desk.call("make_claim")
    assert exact(desk) == ["لن نرفع الرسوم قبل نهاية العام"]


def test_without_a_selection_it_is_the_sentence(desk):
    at = desk.span("people")[0]
    desk.view.set_selection(at, at)
    desk.press(ENTER)
    assert exact(desk) == ["WHO said that 3,500 people were treated."]


def test_where_there_are_no_words_nothing_is_made(desk):
    said = []
    desk.workspace.said.connect(said.append)
    blank = desk.span("\n\n")[0] + 1
    desk.view.set_selection(blank, blank)
    desk.press(ENTER)
    assert exact(desk) == []
    assert len(said) == 1


def test_the_same_words_are_not_claimed_twice(desk):
    claim = desk.claim("10 آلاف جندي")
    desk.select("10 آلاف جندي")
    desk.press(ENTER)
    assert len(desk.workspace.claims) == 1
    assert desk.workspace.selected == claim.id


def test_claiming_suggested_words_accepts_them(desk):
    claim = desk.claim("10 آلاف جندي", state="suggested", rule="quantity")
    desk.select("10 آلاف جندي")
    desk.press(ENTER)
    assert desk.workspace.claim(claim.id).state is WorkState.OPEN
    assert len(desk.workspace.claims) == 1


def test_enter_on_a_suggestion_accepts_it(desk):
    claim = desk.claim("10 آلاف جندي", state="suggested", rule="quantity")
    desk.click("جندي", 1)
    desk.press(ENTER)
    assert desk.workspace.claim(claim.id).state is WorkState.OPEN
    desk.workspace.undo()
    assert desk.workspace.claim(claim.id).state is WorkState.SUGGESTED


def test_enter_goes_from_one_suggestion_to_the_next(desk):
    first = desk.claim("10 آلاف جندي", state="suggested", rule="quantity")
    desk.claim("يونيو 2024")
    last = desk.claim("3,500 people", state="suggested", rule="quantity")
    desk.click("جندي", 1)
    desk.press(ENTER)
    assert desk.workspace.selected == last.id
    desk.press(ENTER)
    states = [desk.workspace.claim(each.id).state for each in (first, last)]
    assert states == [WorkState.OPEN, WorkState.OPEN]
    assert desk.workspace.selected == last.id


def test_enter_elsewhere_leaves_the_suggestion(desk):
    claim = desk.claim("10 آلاف جندي", state="suggested", rule="quantity")
    desk.workspace.select_claim(claim.id)
    at = desk.span("people")[0]
    desk.view.set_selection(at, at)
    desk.press(ENTER)
    assert desk.workspace.claim(claim.id).state is WorkState.SUGGESTED
    assert len(desk.workspace.claims) == 2


def test_edges_move_as_the_eye_sees_them(desk):
    arabic = desk.claim("آلاف")
    desk.workspace.select_claim(arabic.id)
    for command, words in (
        ("end_left_word", "آلاف جندي"),
        ("start_back_word", "10 آلاف جندي"),
        ("end_right_word", "10 آلاف"),
        ("start_on_word", "آلاف"),
        ("end_right_letter", "آلا"),
        ("end_left_letter", "آلاف"),
        ("start_on_letter", "لاف"),
        ("start_back_letter", "آلاف"),
    ):
        desk.call(command)
        assert desk.workspace.selected_claim.anchor.exact == words
    english = desk.claim("people")
    desk.workspace.select_claim(english.id)
    desk.call("end_right_word")
    assert desk.workspace.selected_claim.anchor.exact == "people were"
    desk.call("end_left_word")
    assert desk.workspace.selected_claim.anchor.exact == "people"


def test_an_edge_that_cannot_move_writes_nothing(desk):
    claim = desk.claim("WHO قالت")
    desk.workspace.select_claim(claim.id)
    desk.call("end_right_word")
    rev = desk.workspace.claim(claim.id).rev
    desk.call("end_right_word")
    assert desk.workspace.claim(claim.id).rev == rev
    assert desk.workspace.claim(claim.id).anchor.exact == "WHO"


def test_moving_an_edge_is_undone_in_one_step(desk):
    claim = desk.claim("10 آلاف")
    desk.workspace.select_claim(claim.id)
    desk.call("end_left_word")
    desk.workspace.undo()
    assert desk.workspace.claim(claim.id).anchor.exact == "10 آلاف"


def test_without_a_claim_edge_keys_do_nothing(desk):
    for command in ("end_left_word", "start_on_letter"):
        desk.call(command)
    assert exact(desk) == []
    assert desk.failures == []


def test_reading_sentence_by_sentence(desk):
    starts = ["وقال المتحدث", "WHO said", "The report", "WHO قالت", "WHO قالت"]
    for words in starts:
        desk.call("next_sentence")
        assert desk.view.caret == desk.span(words)[0]
    for words in ("The report", "WHO said", "وقال المتحدث", "أعلنت"):
        desk.call("previous_sentence")
        assert desk.view.caret == desk.span(words)[0]
