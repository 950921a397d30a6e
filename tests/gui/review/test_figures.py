"""Claimed and found values, and what comes of them."""

import pytest

from factcheck.domain.claim import ClaimKind
from factcheck.domain.figure import Comparator, Figure
from factcheck.operations import claims, history
from tests.gui.keyboard import press, type_text


def fill(field, text):
    field.setFocus()
    type_text(text)


def plain(text):
    return text.translate(dict.fromkeys((0x2068, 0x2069)))


def test_only_quantities_and_dates_have_figures(workspace, panel):
    seen = []
    for claim_id in workspace.ids:
        workspace.select_claim(claim_id)
        seen.append((workspace.selected_claim.kind, panel.figures.isVisible()))
    assert [kind for kind, is_visible in seen if is_visible] == [
        ClaimKind.QUANTITY,
        ClaimKind.DATE,
    ]
    workspace.run(claims.edit_claims, claim_ids=workspace.ids[3:], values={"kind": "quantity"})
    assert panel.figures.isVisible()


def test_a_figure_is_written_part_by_part(workspace, panel):
    fill(panel.figures.claimed.value, "10 آلاف")
    fill(panel.figures.claimed.unit, "متطوع")
    fill(panel.figures.claimed.as_of.line, "يونيو 2024")
    box = panel.figures.claimed.comparator
    box.setCurrentIndex(box._values.index(Comparator.MORE))
    press("Tab")
    assert workspace.selected_claim.claimed == Figure(
        "10 آلاف", "متطوع", Comparator.MORE, "2024-06"
    )
    assert workspace.selected_claim.found == Figure()
    workspace.run(history.undo)
    assert panel.figures.claimed.comparator.value is Comparator.EXACT


def test_the_outcome_follows_every_key(workspace, panel):
    outcome = panel.figures.outcome
    fill(panel.figures.claimed.value, "10000")
    assert not outcome.isVisible()
    fill(panel.figures.found.value, "7000")
    assert outcome.isVisible()
    assert "3,000" in outcome.text()
    assert "30%" in outcome.text()
    assert workspace.selected_claim.found == Figure()
    panel.figures.found.value.selectAll()
    type_text("10000")
    assert "متفقتان" in outcome.text()


def test_the_digits_of_the_settings_are_used(workspace, panel):
    fill(panel.figures.claimed.value, "10000")
    fill(panel.figures.found.value, "12500")
    workspace.update_settings(digits="arabic")
    assert "٢٬٥٠٠" in panel.figures.outcome.text()
    assert "٢٥٪" in panel.figures.outcome.text()


@pytest.mark.parametrize(
    ("found", "said"),
    [("2024-06-20", "متفقتان"), ("2024-07-03", "يومين"), ("2023", "مختلفتان")],
)
def test_dates_are_compared_at_their_precision(workspace, panel, found, said):
    workspace.select_claim(workspace.ids[1])
    claimed = "2024-07-01" if found == "2024-07-03" else "2024-06"
    fill(panel.figures.claimed.value, claimed)
    fill(panel.figures.found.value, found)
    assert said in plain(panel.figures.outcome.text())
    assert not panel.figures.claimed.unit.isVisible()


def test_figures_of_one_claim_do_not_reach_the_next(workspace, panel):
    fill(panel.figures.found.value, "7000")
    workspace.select_claim(workspace.ids[1])
    assert workspace.claim(workspace.ids[0]).found.value == "7000"
    assert panel.figures.found.value.text() == ""
    assert workspace.selected_claim.found == Figure()
    assert panel.figures.claimed.figure == Figure()


def test_two_parts_that_settle_together_are_both_kept(workspace, panel):
    fill(panel.figures.found.value, "7000")
    panel.figures.found.unit.insert("متطوع")
    workspace.flush_edits()
    assert workspace.selected_claim.found == Figure("7000", "متطوع")
