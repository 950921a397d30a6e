"""Text that settles: when it is written, and that it is never lost."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit

from factcheck.domain.conflict import EditConflictError
from factcheck.domain.errors import DatabaseError
from factcheck.gui.widgets import settling
from factcheck.operations import claims
from tests.gui.keyboard import press, type_text
from tests.gui.workbench import emitted, open_workspace


def test_outside_programs_find_the_fields(panel):
    for kind, names in (
        (QTextEdit, ("rationaleEdit", "notesEdit", "statementEdit", "exactWords")),
        (QLineEdit, ("claimantEdit", "saidOnEdit", "saidWhereEdit")),
    ):
        for name in names:
            assert panel.findChild(kind, name).accessibleName(), name


def test_text_settles_after_a_second(qtbot, workspace, panel):
    press("Alt+R")
    type_text("لأن البيان يقول غير ذلك")
    assert workspace.selected_claim.rationale == ""
    qtbot.waitUntil(
        lambda: workspace.selected_claim.rationale == "لأن البيان يقول غير ذلك",
        timeout=3 * settling.SETTLE_MS,
    )
    assert panel.assessment.rationale.hasFocus()


def test_leaving_the_field_writes_at_once(workspace, panel):
    press("Alt+C")
    type_text("المديرة")
    press("Tab")
    assert workspace.selected_claim.claimant == "المديرة"


def test_choosing_another_claim_writes_to_the_first(workspace, panel):
    press("Alt+N")
    type_text("اتصلت بها")
    workspace.select_claim(workspace.ids[1])
    assert workspace.claim(workspace.ids[0]).note == "اتصلت بها"
    assert workspace.selected_claim.note == ""
    assert panel.notes.toPlainText() == ""


def test_every_field_is_there_after_opening_the_file_again(workspace, panel, tmp_path):
    for keys, text in (("Alt+S", "جملة"), ("Alt+C", "فلان"), ("Alt+R", "سبب"), ("Alt+N", "سر")):
        press(keys)
        type_text(text)
    workspace.flush_edits()
    again = open_workspace(tmp_path / "bench.factcheck")
    again.open_article(workspace.article.id)
    claim = again.claim(workspace.ids[0])
    again.close()
    assert (claim.statement, claim.claimant, claim.rationale, claim.note) == (
        "جملة",
        "فلان",
        "سبب",
        "سر",
    )


def test_a_change_from_elsewhere_leaves_half_typed_text_alone(workspace, panel):
    press("Alt+R")
    type_text("نصف جملة")
    with workspace.store.write("edit_claims") as session:
        changes = claims.edit_claims(
            session,
            claim_ids=workspace.ids[:1],
            values={"rationale": "من زميل", "claimant": "ناطق"},
        )
    workspace.take(changes)
    assert panel.assessment.rationale.toPlainText() == "نصف جملة"
    assert panel.saying.claimant.text() == "ناطق"
    press("Tab")
    assert workspace.selected_claim.rationale == "من زميل"
    assert panel.assessment.rationale.toPlainText() == "نصف جملة"
    assert [type(each) for each in workspace.refused] == [EditConflictError]


def test_text_that_clashes_leaves_the_field_once_somebody_keeps_it(workspace, panel):
    kept = []
    workspace.company.set_aside = lambda error: bool(kept.extend(error.clashes) or kept)
    press("Alt+R")
    type_text("نصي")
    colleague = open_workspace(workspace.store.path)
    values = {"rationale": "من زميل", "note": "له"}
    colleague.run(claims.edit_claims, claim_ids=workspace.ids[:1], values=values)
    colleague.close()
    press("Tab")
    assert [(each.mine, each.theirs) for each in kept] == [("نصي", "من زميل")]
    assert not workspace.refused
    assert workspace.selected_claim.rationale == "من زميل"
    press("Alt+N")
    type_text("ثم ")
    press("Tab")
    assert workspace.selected_claim.note.count("ثم ") == 1


def test_text_that_could_not_be_written_comes_back_with_its_claim(workspace, panel, monkeypatch):
    from factcheck.domain.errors import N_

    def refuse(action):
        raise DatabaseError(N_("The disk is full."))

    press("Alt+N")
    type_text("ملاحظة")
    monkeypatch.setattr(workspace.store, "write", refuse)
    press("Tab")
    assert [str(error) for error in workspace.refused] == ["The disk is full."]
    assert panel.notes.toPlainText() == "ملاحظة"
    workspace.select_claim(workspace.ids[1])
    assert panel.notes.toPlainText() == ""
    monkeypatch.undo()
    workspace.select_claim(workspace.ids[0])
    assert panel.notes.toPlainText() == "ملاحظة"
    workspace.flush_edits()
    assert workspace.claim(workspace.ids[0]).note == "ملاحظة"


def test_a_date_is_understood_in_any_form_and_kept_as_typed(workspace, panel):
    field = panel.saying.said_on
    field.line.setFocus()
    type_text("12 شوال 1446")
    assert "أبريل" in field.understood.text()
    press("Tab")
    assert workspace.selected_claim.said_on == "2025-04-10"
    assert field.line.text() == "12 شوال 1446"
    workspace.select_claim(workspace.ids[1])
    workspace.select_claim(workspace.ids[0])
    assert field.line.text() == "2025-04-10"


def test_what_is_no_date_is_said_and_kept(workspace, panel):
    field = panel.saying.said_on
    field.line.setFocus()
    type_text("الأسبوع قبل الماضي تقريبا")
    press("Tab")
    assert field.understood.isVisible()
    assert workspace.selected_claim.said_on == ""
    workspace.select_claim(workspace.ids[1])
    workspace.select_claim(workspace.ids[0])
    assert field.line.text() == "الأسبوع قبل الماضي تقريبا"
    assert not workspace.refused


def test_a_date_can_be_taken_away(workspace, panel):
    workspace.run(claims.edit_claims, claim_ids=workspace.ids[:1], values={"said_on": "2025-07"})
    panel.saying.said_on.line.setFocus()
    panel.saying.said_on.line.selectAll()
    press("Del")
    press("Tab")
    assert workspace.selected_claim.said_on == ""


def test_text_is_plain_whatever_is_typed(workspace, panel):
    press("Alt+R")
    type_text("<b>مهم</b>")
    workspace.flush_edits()
    assert workspace.selected_claim.rationale == "<b>مهم</b>"
    workspace.select_claim(workspace.ids[1])
    workspace.select_claim(workspace.ids[0])
    assert panel.assessment.rationale.toPlainText() == "<b>مهم</b>"


def test_a_claim_that_is_deleted_meanwhile_leaves_an_empty_panel(workspace, panel):
    workspace.run(claims.delete_claims, claim_ids=workspace.ids[:1])
    assert not panel.header.isVisible()
    heard = emitted(workspace.changed)
    workspace.flush_edits()
    assert heard == []


def test_words_are_shown_but_not_changed(workspace, panel):
    assert panel.header.words.toPlainText() == "أكثر من 10 آلاف متطوع"
    panel.header.words.setFocus()
    QTest.keyClick(panel.header.words, "x")
    assert panel.header.words.toPlainText() == "أكثر من 10 آلاف متطوع"
