"""The export dialog: shows what matters, remembers, draws the pages, and says what to mend."""

import pytest
from PySide6.QtWidgets import QPushButton

from factcheck.domain.claim import WorkState
from factcheck.domain.errors import InvalidInputError
from factcheck.gui.reporting import drawing, export_dialog
from factcheck.gui.reporting.choices import Choices, Scope, options_of, remembered, used, wanted
from factcheck.gui.reporting.own_files import read_logo
from factcheck.operations.claims import edit_claims
from factcheck.reports.model import Order, ReportKind
from factcheck.reports.registry import FORMATS
from factcheck.runtime.settings import Settings
from tests.gui.conftest import settle
from tests.gui.keyboard import press, type_text


def shown(dialog):
    return {
        name for name, field in dialog.form._rows.items() if dialog.form.layout_.isRowVisible(field)
    }


@pytest.mark.parametrize("key", FORMATS)
def test_only_what_the_format_uses_is_shown(dialog, choose, key):
    choose("format", key)
    assert shown(dialog) == used(dialog.choices)
    assert ("kind" in shown(dialog)) is FORMATS[key].is_document
    assert ("byte_order_mark" in shown(dialog)) is (key == "csv")
    assert ("template" in shown(dialog)) is (key == "docx")
    assert ("page_url" in shown(dialog)) is (key == "claimreview")


def test_claimreview_in_a_page_asks_for_addresses(dialog, choose):
    choose("format", "html")
    assert "page_url" not in shown(dialog)
    dialog.form["with_claimreview"].setChecked(True)
    assert {"page_url", "site_url", "profile"} <= shown(dialog)


def test_english_has_one_set_of_digits_and_months(dialog, choose):
    choose("language", "en")
    assert not {"digits", "months"} & shown(dialog)


def test_a_checking_copy_holds_the_notes_unless_told_otherwise(dialog, choose):
    assert not dialog.choices.with_notes
    choose("kind", ReportKind.CHECKING)
    assert dialog.choices.with_notes
    choose("kind", ReportKind.VERDICTS)
    assert not dialog.choices.with_notes


def test_another_overall_rating_needs_a_reason(desk, dialog):
    box = dialog.form["overall"]
    assert "زائف" in box.itemText(0)
    box.setCurrentIndex(1)
    assert "reason" in shown(dialog)
    heard = []
    dialog.chosen.connect(heard.append)
    dialog.go_on()
    assert dialog.notice.isVisibleTo(dialog)
    assert heard == []
    dialog.form["reason"].setText("الخطأ في العنوان نفسه.")
    dialog.go_on()
    assert heard[0].overall == box.itemData(1)


def test_choices_are_remembered_for_the_next_time(desk, exporting, dialog, choose):
    choose("format", "html")
    choose("order", Order.VERDICT)
    dialog.form["newsroom"].setText("غرفة الساحل")
    dialog.form["with_claimreview"].setChecked(True)
    dialog.form["page_url"].setText("https://example.org/1")
    dialog.form["with_claimreview"].setChecked(False)
    dialog.go_on()
    settle()
    exporting.ask([desk.workspace.article.id])
    again = desk.window.findChild(object, "exportDialog").choices
    assert (again.format, again.order, again.newsroom) == ("html", Order.VERDICT, "غرفة الساحل")
    assert again.page_url == ""
    desk.window.findChild(object, "exportDialog").reject()


@pytest.mark.parametrize("text", ["", "[", "[1]", '{"format": "x", "with_names": 3, "kind": 1}'])
def test_what_cannot_be_remembered_gets_its_default(text):
    settings = Settings(digits="arabic")
    assert remembered(text, settings) == Choices(digits="arabic")


def test_the_claims_of_a_report(desk):
    claims = desk.workspace.claims
    done = [each for each in claims if each.state in (WorkState.CHECKED, WorkState.APPROVED)]
    assert wanted(Choices(scope=Scope.DONE), claims) == done
    assert options_of(Choices(), claims).claim_ids is None
    chosen = (claims[0].id,)
    assert options_of(Choices(scope=Scope.CHOSEN), claims, chosen).claim_ids == {claims[0].id}


# --- the preview


def test_pages_are_drawn_and_turned(dialog, drawn, qtbot):
    look = drawn()
    assert len(look.pages) > 1
    assert not dialog.preview.pages.is_empty
    before = dialog.preview.place.text()
    dialog.preview._on.click()
    assert dialog.preview.place.text() != before
    assert dialog.preview.place.text() == dialog.preview.pages.accessibleDescription()
    dialog.preview.turn(-5)
    dialog.preview.turn(-1)
    assert dialog.preview.place.text() == before


def test_a_change_draws_anew(dialog, drawn, choose):
    before = drawn().pages
    choose("language", "en")
    assert dialog.preview.place.text() != ""
    assert drawn().pages != before


def test_the_older_drawing_is_cancelled(dialog, drawn, choose, reporting, qtbot):
    qtbot.waitUntil(lambda: dialog._previewing._job is not None, timeout=5_000)
    first = dialog._previewing._job
    choose("language", "en")
    assert first.is_cancelled
    drawn()
    qtbot.waitUntil(lambda: reporting.jobs.is_idle)


@pytest.mark.parametrize("key", ["xlsx", "csv", "json", "md", "annotations"])
def test_sheets_show_their_first_lines(dialog, choose, drawn, key):
    choose("format", key)
    look = drawn()
    assert look.text
    assert dialog.preview.text.toPlainText() == look.text
    assert len(look.text.splitlines()) <= 60


def test_of_many_claims_the_beginning_is_drawn_and_said(dialog, choose, drawn, monkeypatch):
    monkeypatch.setattr(drawing, "MOST_CLAIMS", 2)
    choose("format", "csv")
    assert drawn().told == 2
    assert "2" in dialog.preview.remark.text()


def test_what_stands_against_publishing_is_listed(dialog, choose, drawn):
    choose("format", "claimreview")
    assert drawn().is_blocked
    lines = [dialog.preview.findings.item(i).text() for i in range(dialog.preview.findings.count())]
    assert any("V2" in line for line in lines)
    assert len(lines) == len(set(lines))
    heard = []
    dialog.chosen.connect(heard.append)
    dialog.go_on()
    assert heard == []
    assert dialog.notice.isVisibleTo(dialog)


def test_going_on_waits_for_what_stands_against_publishing(dialog, choose, drawn):
    choose("format", "html")
    dialog.form["with_claimreview"].setChecked(True)
    heard = []
    dialog.chosen.connect(heard.append)
    dialog.go_on()
    assert not dialog.notice.isVisibleTo(dialog)
    assert drawn().is_blocked
    assert drawn().pages
    assert dialog.notice.isVisibleTo(dialog)
    assert heard == []


def test_a_finished_claim_with_addresses_can_be_published(desk, dialog, choose, drawn):
    workspace = desk.workspace
    [*ids] = [each.id for each in workspace.claims if each.rating_id][:1]
    workspace.run(edit_claims, claim_ids=ids, values={"state": WorkState.APPROVED})
    workspace.select_claim(ids[0])
    dialog._claims = workspace.claims
    choose("format", "claimreview")
    dialog.form.fix("scope", Scope.CHOSEN)
    dialog.form["page_url"].setText("https://example.org/reports/1")
    dialog.form["newsroom"].setText("غرفة الساحل")
    look = drawn()
    assert not look.is_blocked
    assert "ClaimReview" in look.text


def test_very_many_claims_are_asked_about_in_a_sentence(dialog, monkeypatch):
    monkeypatch.setattr(export_dialog, "MANY_CLAIMS", 3)
    heard = []
    dialog.chosen.connect(heard.append)
    dialog.go_on()
    assert heard == []
    assert dialog.notice.isVisibleTo(dialog)
    assert "على أي حال" in dialog.buttons.findChild(QPushButton).text()
    dialog.go_on()
    assert len(heard) == 1


# --- a logo


def test_a_logo_is_taken_as_png(tmp_path, desk):
    picture = tmp_path / "شعار.jpg"
    assert desk.window.grab().save(str(picture), "JPEG")
    assert read_logo(str(picture)).startswith(b"\x89PNG")
    assert read_logo("") == b""


def test_what_is_no_logo_is_said(tmp_path, dialog):
    (tmp_path / "x.png").write_text("no picture")
    with pytest.raises(InvalidInputError):
        read_logo(str(tmp_path / "x.png"))
    dialog.form["logo"].take(str(tmp_path / "absent.png"))
    dialog.go_on()
    assert dialog.notice.isVisibleTo(dialog)
    assert dialog.isVisible()


def test_by_keyboard_alone(desk, qtbot):
    window = desk.window
    window.activateWindow()
    press("Ctrl+E", window)
    dialog = window.findChild(object, "exportDialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.form["format"].setFocus()
    press("Down")
    assert dialog.choices.format == "html"
    dialog.form["newsroom"].setFocus()
    type_text("غرفة")
    assert dialog.choices.newsroom == "غرفة"
    heard = []
    dialog.finished.connect(heard.append)
    press("Esc")
    assert heard == [0]
