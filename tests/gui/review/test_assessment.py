"""Kind, work state, priority and verdict, of one claim and of several."""

import pytest
from PySide6.QtWidgets import QComboBox

from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.gui.widgets import choice_box
from factcheck.operations import scales
from tests.gui.keyboard import press, type_text
from tests.gui.workbench import emitted

pytestmark = pytest.mark.qt_log_ignore("keyToAscii Unhandled key code", extend=True)


def choose(box, value):
    box.setCurrentIndex(box._values.index(value))


def test_outside_programs_find_the_boxes(panel):
    for name in ("kindBox", "stateBox", "verdictBox"):
        assert panel.findChild(QComboBox, name).accessibleName()


def test_boxes_write_and_show(workspace, panel):
    rating = workspace.scale.ratings[5]
    choose(panel.assessment.kind, ClaimKind.EVENT)
    choose(panel.assessment.state, WorkState.CHECKING)
    choose(panel.assessment.priority, Priority.HIGH)
    choose(panel.assessment.verdict, rating.id)
    claim = workspace.selected_claim
    assert (claim.kind, claim.state, claim.priority, claim.rating_id) == (
        ClaimKind.EVENT,
        WorkState.CHECKING,
        Priority.HIGH,
        rating.id,
    )
    workspace.undo()
    assert panel.assessment.verdict.value is None
    assert panel.assessment.verdict.currentText() == "بلا حكم"


def test_showing_a_claim_writes_nothing(workspace, panel):
    heard = emitted(workspace.changed)
    for claim_id in workspace.ids:
        workspace.select_claim(claim_id)
    assert heard == []


def test_stepping_through_a_box_records_where_it_ends(qtbot, workspace, panel):
    heard = emitted(workspace.changed)
    press("Alt+T")
    for _ in range(2):
        press("Down")
    assert heard == []
    qtbot.waitUntil(lambda: bool(heard), timeout=5 * choice_box.SETTLE_MS)
    assert len(heard) == 1
    assert workspace.selected_claim.state is WorkState.CHECKED


def test_a_choice_in_the_making_is_written_before_another_claim_is_shown(workspace, panel):
    press("Alt+T")
    press("Down")
    workspace.select_claim(workspace.ids[1])
    assert workspace.claim(workspace.ids[0]).state is WorkState.CHECKING
    assert workspace.claim(workspace.ids[1]).state is WorkState.OPEN


def test_a_letter_finds_an_entry_in_arabic(workspace, panel):
    press("Alt+K")
    type_text("حدث")
    press("Tab")
    assert workspace.selected_claim.kind is ClaimKind.EVENT


def test_several_claims_show_what_they_share_and_are_changed_together(workspace, panel):
    workspace.choose_claims(workspace.ids[:3], workspace.ids[0])
    assert panel.assessment.kind.currentIndex() == -1
    assert panel.assessment.state.value is WorkState.OPEN
    assert panel.header.several.isVisible()
    heard = emitted(workspace.changed)
    choose(panel.assessment.kind, ClaimKind.COMPARISON)
    rating = workspace.scale.ratings[0].id
    choose(panel.assessment.verdict, rating)
    assert len(heard) == 2
    found = [workspace.claim(each) for each in workspace.ids]
    assert [claim.rating_id for claim in found] == [rating, rating, rating, None]
    assert {claim.kind for claim in found[:3]} == {ClaimKind.COMPARISON}
    workspace.undo()
    workspace.undo()
    assert panel.assessment.kind.currentIndex() == -1


def test_the_rationale_of_several_goes_to_the_selected_one(workspace, panel):
    workspace.choose_claims(workspace.ids[:3], workspace.ids[1])
    press("Alt+R")
    type_text("سبب")
    workspace.flush_edits()
    assert [bool(claim.rationale) for claim in workspace.claims] == [False, True, False, False]


def test_retired_verdicts_are_offered_only_where_they_are_in_use(workspace, panel):
    rating = workspace.scale.ratings[0].id
    choose(panel.assessment.verdict, rating)
    workspace.run(scales.retire_rating, rating_id=rating, is_retired=True)
    assert panel.assessment.verdict.value == rating
    workspace.select_claim(workspace.ids[1])
    assert rating not in panel.assessment.verdict._values
    workspace.select_claim(workspace.ids[0])
    assert panel.assessment.verdict.value == rating


def test_a_refused_choice_shows_what_is_recorded(workspace, panel):
    rating = workspace.scale.ratings[0].id
    workspace.run(scales.retire_rating, rating_id=rating, is_retired=True)
    panel.assessment.verdict.set_choices([choice_box.Choice(rating, "زائل")])
    panel.assessment.verdict.setCurrentIndex(-1)
    panel.assessment.verdict.setCurrentIndex(0)
    assert len(workspace.refused) == 1
    assert workspace.selected_claim.rating_id is None


@pytest.mark.parametrize(("typed", "place"), [("زائف", 5), ("6", 5), ("٢", 1), ("false", 5)])
def test_the_chooser_finds_a_verdict_as_it_is_typed(workspace, panel, typed, place):
    press("Alt+V")
    chooser = panel._chooser
    assert chooser.isVisible()
    type_text(typed, chooser.line)
    press("Return", chooser.line)
    assert not chooser.isVisible()
    assert workspace.selected_claim.rating_id == workspace.scale.ratings[place].id


def test_the_chooser_opens_on_the_arabic_layout_and_escape_leaves_all_as_it_was(workspace, panel):
    press("Alt+ر")
    chooser = panel._chooser
    press("Down", chooser.line)
    press("Escape", chooser.line)
    assert not chooser.isVisible()
    assert workspace.selected_claim.rating_id is None


def test_the_chooser_takes_a_verdict_away_again(workspace, panel):
    choose(panel.assessment.verdict, workspace.scale.ratings[2].id)
    press("Alt+V")
    type_text("بلا", panel._chooser.line)
    press("Return", panel._chooser.line)
    assert workspace.selected_claim.rating_id is None


def test_nothing_matches_takes_nothing(workspace, panel):
    press("Alt+V")
    type_text("لا شيء كهذا", panel._chooser.line)
    press("Return", panel._chooser.line)
    assert panel._chooser.isVisible()
    panel._chooser.hide()


def test_the_wheel_changes_nothing(qtbot, workspace, panel):
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    box = panel.assessment.state
    box.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    box.flush()
    assert workspace.selected_claim.state is WorkState.OPEN
