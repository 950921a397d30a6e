"""The claim's history, in words."""

from factcheck.domain.evidence import EvidenceDraft
from factcheck.domain.figure import Comparator, Figure
from factcheck.operations import claims, evidence, history, verdicts
from tests.gui.keyboard import press


def entries(panel):
    listed = panel.history.list
    texts = [listed.item(row).text() for row in range(listed.count())]
    return [text.translate(dict.fromkeys((0x2068, 0x2069))) for text in texts]


def test_it_is_read_only_when_unfolded(panel):
    assert entries(panel) == []
    press("Alt+H")
    assert len(entries(panel)) == 1
    assert "سلمى" in entries(panel)[0]


def test_changes_are_told_in_words(workspace, panel):
    press("Alt+H")
    first = workspace.ids[:1]
    rating = workspace.scale.ratings[5]
    workspace.run(claims.edit_claims, claim_ids=first, values={"state": "checking"})
    workspace.run(verdicts.set_verdict, claim_ids=first, rating_id=rating.id)
    workspace.run(
        claims.edit_claims,
        claim_ids=first,
        values={"found": Figure("7000", "", Comparator.ABOUT, ""), "said_on": "2025-07-11"},
    )
    latest, verdict, state = entries(panel)[:3]
    assert "حالة العمل: بانتظار التحقق ← قيد التحقق" in state
    assert f"الحكم: {rating.name_ar}" in verdict
    assert "11 يوليو 2025" in latest
    assert "7000" in latest
    assert "نحو" in latest


def test_undo_deletion_and_evidence_are_part_of_it(workspace, panel):
    press("Alt+H")
    draft = EvidenceDraft(title="بيان")
    added = workspace.run(evidence.add_evidence, claim_id=workspace.ids[0], draft=draft)
    workspace.run(evidence.delete_evidence, evidence_ids=[added.created])
    assert "حُذف" in entries(panel)[0]
    workspace.run(history.undo)
    assert "أُعيد" in entries(panel)[0]
    assert len(entries(panel)) == 4


def test_an_unfolded_history_follows_the_claim(workspace, panel):
    press("Alt+H")
    workspace.run(claims.edit_claims, claim_ids=workspace.ids[1:2], values={"note": "س"})
    workspace.select_claim(workspace.ids[1])
    assert "س" in entries(panel)[0]
    workspace.update_settings(digits="arabic")
    assert any(digit in entries(panel)[0] for digit in "٠١٢٣٤٥٦٧٨٩")
