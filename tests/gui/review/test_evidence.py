"""Evidence: added, pasted, edited, ordered, deleted."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QListView

from factcheck.domain.evidence import EvidenceDraft, SourceClass, Stance
from factcheck.operations import evidence, history
from factcheck.storage import queries
from tests.gui.keyboard import press, type_text
from tests.gui.workbench import emitted

COPY = "https://web.archive.org/web/20250711140200/https://example.org/a"


def stored(workspace, which=0):
    return workspace.read(queries.evidence, workspace.ids[which])


def add(workspace, *titles):
    for title in titles:
        draft = EvidenceDraft(url=f"https://example.org/{len(title)}", title=title)
        workspace.run(evidence.add_evidence, claim_id=workspace.ids[0], draft=draft)


def titles(workspace):
    return [each.title for each in stored(workspace)]


def test_outside_programs_find_list_and_button(panel):
    assert panel.findChild(QListView, "evidenceList").accessibleName()
    button = panel.findChild(QAbstractButton, "addEvidenceButton")
    assert button.accessibleName()
    assert "Ctrl+K" in button.toolTip()


def test_evidence_is_added_by_key_and_filled_in(workspace, panel):
    press("Ctrl+K")
    type_text("https://example.org/report")
    press("Tab")
    (made,) = stored(workspace)
    assert made.url == "https://example.org/report"
    assert abs((datetime.now(UTC) - made.accessed).total_seconds()) < 60
    panel.evidence.form.lines["title"].setFocus()
    type_text("تقرير سنوي")
    panel.evidence.form.quote.setFocus()
    type_text("سبعة آلاف فقط")
    box = panel.evidence.form.stance
    box.setCurrentIndex(box._values.index(Stance.REFUTES))
    box = panel.evidence.form.source_class
    box.setCurrentIndex(box._values.index(SourceClass.OFFICIAL))
    panel.evidence.form.published.line.setFocus()
    type_text("11 تموز 2025")
    press("Tab")
    (made,) = stored(workspace)
    assert (made.title, made.quote, made.stance, made.source_class, made.published) == (
        "تقرير سنوي",
        "سبعة آلاف فقط",
        Stance.REFUTES,
        SourceClass.OFFICIAL,
        "2025-07-11",
    )
    assert workspace.selected_claim.evidence_count == 1


def test_several_fields_typed_before_the_first_settles_make_one_piece(workspace, panel):
    press("Ctrl+K")
    form = panel.evidence.form
    form.lines["url"].insert("https://example.org/")
    form.lines["title"].insert("عنوان")
    form.lines["locator"].insert("ص 3")
    workspace.flush_edits()
    (made,) = stored(workspace)
    assert (made.url, made.title, made.locator) == ("https://example.org/", "عنوان", "ص 3")


def test_an_empty_form_stores_nothing(workspace, panel):
    heard = emitted(workspace.changed)
    press("Ctrl+K")
    box = panel.evidence.form.stance
    box.setCurrentIndex(box._values.index(Stance.SUPPORTS))
    workspace.select_claim(workspace.ids[1])
    workspace.select_claim(workspace.ids[0])
    assert heard == []
    assert not panel.evidence.form.isVisible()


def test_half_typed_evidence_goes_to_its_own_claim(workspace, panel):
    press("Ctrl+K")
    type_text("https://example.org/late")
    workspace.select_claim(workspace.ids[1])
    assert [each.url for each in stored(workspace, 0)] == ["https://example.org/late"]
    assert stored(workspace, 1) == []


def test_pasting_a_link_makes_evidence_and_knows_the_archive(workspace, panel):
    QGuiApplication.clipboard().setText(f"  {COPY}\n")
    panel.evidence.add_button.setFocus()
    press("Ctrl+V")
    (made,) = stored(workspace)
    assert (made.url, made.archive_url) == ("https://example.org/a", COPY)
    assert panel.evidence.form.evidence_id == made.id


def test_an_archive_address_typed_as_the_link_is_taken_apart(workspace, panel):
    press("Ctrl+K")
    type_text(COPY)
    press("Tab")
    (made,) = stored(workspace)
    assert (made.url, made.archive_url) == ("https://example.org/a", COPY)
    assert panel.evidence.form.lines["url"].text() == "https://example.org/a"


def drop(widget, data):
    at = QPoint(5, 5)
    enter = QDragEnterEvent(
        at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    )
    enter.setAccepted(False)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(
        QPointF(at),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier(0),
    )
    QApplication.sendEvent(widget, event)
    return True


def test_dropping_links_makes_evidence_and_files_are_not_taken(workspace, panel):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a"), QUrl("https://example.org/b")])
    assert drop(panel.evidence, data)
    assert [each.url for each in stored(workspace)] == [
        "https://example.org/a",
        "https://example.org/b",
    ]
    file = QMimeData()
    file.setUrls([QUrl.fromLocalFile("/tmp/x.pdf")])
    assert not drop(panel.evidence, file)


def test_order_by_keys(workspace, panel):
    add(workspace, "أ", "بب", "ججج")
    press("Alt+E")
    press("Down")
    press("Alt+Down")
    assert titles(workspace) == ["أ", "ججج", "بب"]
    press("Alt+Up")
    press("Alt+Up")
    press("Alt+Up")
    assert titles(workspace) == ["بب", "أ", "ججج"]
    assert panel.evidence.list.currentIndex().row() == 0


def test_deleting_by_key_goes_on_to_the_next_and_is_undone(workspace, panel):
    add(workspace, "أ", "بب", "ججج")
    press("Alt+E")
    press("Down")
    press("Del")
    assert titles(workspace) == ["أ", "ججج"]
    assert workspace.claim(workspace.ids[0]) is not None
    assert panel.evidence.form.lines["title"].text() == "ججج"
    workspace.run(history.undo)
    assert titles(workspace) == ["أ", "بب", "ججج"]


def test_a_screen_reader_hears_stance_title_publisher_and_source(workspace, panel):
    draft = EvidenceDraft(title="بيان", publisher="الوزارة", stance=Stance.SUPPORTS)
    workspace.run(evidence.add_evidence, claim_id=workspace.ids[0], draft=draft)
    heard = panel.evidence.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("بيان", "الوزارة", "يؤيد", "مصدر ثانوي"):
        assert part in heard


def test_a_moment_that_cannot_be_read_stays_in_the_field(workspace, panel):
    add(workspace, "أ")
    press("Alt+E")
    press("Down")
    field = panel.evidence.form.accessed
    before = stored(workspace)[0].accessed
    field.setFocus()
    field.selectAll()
    type_text("أمس")
    press("Tab")
    assert stored(workspace)[0].accessed == before
    assert field.text() == "أمس"
    field.selectAll()
    field.insert("٢٠٢٥-٠٧-١١ ١٤:٠٢")
    workspace.flush_edits()
    assert stored(workspace)[0].accessed == datetime(2025, 7, 11, 14, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "host"),
    [("https://user@evil.example/", "evil.example"), ("http://192.168.0.1/", "192.168.0.1")],
)
def test_a_doubtful_link_is_opened_only_after_a_question(workspace, panel, browser, url, host):
    press("Ctrl+K")
    type_text(url)
    press("Tab")
    press("Ctrl+Shift+O")
    assert browser.opened == []
    assert host in panel.evidence.link.question.text()
    assert panel.evidence.link.no.hasFocus()
    panel.evidence.link.yes.click()
    assert browser.opened == [url]
    assert not panel.evidence.link.isVisible()


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "//server/x", "https://a\u202eb.example/"]
)
def test_what_is_no_link_is_never_opened(workspace, panel, browser, url):
    add(workspace, "أ")
    workspace.run(evidence.edit_evidence, evidence_id=stored(workspace)[0].id, values={"url": url})
    press("Alt+E")
    press("Down")
    press("Ctrl+Shift+O")
    assert browser.opened == []
    assert panel.evidence.link.question.isVisible()
    assert not panel.evidence.link.yes.isVisible()


def test_an_ordinary_link_opens_at_once(workspace, panel, browser):
    add(workspace, "أ")
    press("Alt+E")
    press("Down")
    press("Return")
    assert browser.opened == ["https://example.org/1"]


def test_links_run_from_left_to_right(workspace, panel):
    add(workspace, "أ")
    press("Alt+E")
    press("Down")
    assert panel.evidence.form.lines["url"].layoutDirection() == Qt.LayoutDirection.LeftToRight
