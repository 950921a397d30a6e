"""The library: what it shows, finds, sorts, renames, deletes and opens."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from factcheck.gui.library.import_dialog import ImportDialog
from factcheck.gui.library.model import Column
from factcheck.operations import claims, verdicts
from factcheck.storage import queries
from factcheck.storage.library import articles
from tests.gui.keyboard import press, type_text


def titles(library):
    return [each.title for each in library._model.rows]


def cell(library, row, column):
    return library._model.index(row, column).data()


def add_claim(workspace, title, verdict=None, state="open"):
    found = next(each for each in workspace.read(articles) if each.title == title)
    made = workspace.run(claims.add_claim, article_id=found.id, start=0, end=5).created
    workspace.run(claims.edit_claims, claim_ids=[made], values={"state": state})
    if verdict:
        rating = next(each for each in workspace.scale.ratings if each.key == verdict)
        workspace.run(verdicts.set_verdict, claim_ids=[made], rating_id=rating.id)
    return made


def test_articles_are_listed_newest_first_with_what_is_known(library):
    assert titles(library) == [
        "أسعار الخبز ترتفع", "WHO warns of a shortage", "افتتاح المكتبة الكبرى"
    ]  # fmt: skip
    assert "المرصد" in cell(library, 0, Column.OUTLET)
    assert cell(library, 1, Column.PUBLISHED) == "يوليو 2025"
    assert cell(library, 0, Column.PUBLISHED) == ""
    assert library._count.text() == "\u20683\u2069 مقالات"


def test_counts_by_state_and_verdict_follow_the_record(library, filled):
    add_claim(filled, "أسعار الخبز ترتفع", "false", "checked")
    add_claim(filled, "أسعار الخبز ترتفع")
    assert "1" in cell(library, 0, Column.PROGRESS)
    assert "2" in cell(library, 0, Column.PROGRESS)
    assert "زائف" in cell(library, 0, Column.VERDICTS)
    assert "1" in cell(library, 0, Column.STATES)
    assert library._model.rows[0].progress == pytest.approx(0.5)
    library.grab()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("الخبز", ["أسعار الخبز ترتفع"]),
        ("اسعار", ["أسعار الخبز ترتفع"]),
        ("ضيفا", ["افتتاح المكتبة الكبرى"]),
        ("clinics", ["WHO warns of a shortage"]),
        ("7", ["أسعار الخبز ترتفع"]),
        ("لا وجود لها", []),
    ],
)
def test_search_as_you_type_in_titles_and_texts(library, typed, found):
    library.search.setFocus()
    type_text(typed)
    assert titles(library) == found
    press("Esc", library.search)
    assert len(titles(library)) == 3


def test_sorting_by_each_column_and_back(library):
    table, model = library.table, library._model
    table.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert titles(library) == sorted(titles(library), key=lambda each: each.replace("أ", "ا"))[-3:]
    for column in Column:
        table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        assert len(model.rows) == 3
    table.sortByColumn(Column.PUBLISHED, Qt.SortOrder.DescendingOrder)
    assert titles(library)[0] == "افتتاح المكتبة الكبرى"


def test_renaming_in_place_by_key(library, filled):
    press("F2", library.table)
    editor = QApplication.focusWidget()
    editor.selectAll()
    type_text("عنوان آخر", editor)
    press("Return", editor)
    assert titles(library)[0] == "عنوان آخر"
    filled.undo()
    assert titles(library)[0] == "أسعار الخبز ترتفع"


def test_an_empty_title_is_refused(library, filled):
    press("F2", library.table)
    editor = QApplication.focusWidget()
    editor.clear()
    press("Return", editor)
    assert len(filled.refused) == 1
    assert titles(library)[0] == "أسعار الخبز ترتفع"


def test_delete_and_undo(library, filled):
    claim = add_claim(filled, "أسعار الخبز ترتفع")
    library.table.go_to(library._model.rows[0].id)
    press("Del", library.table)
    assert "أسعار الخبز ترتفع" not in titles(library)
    filled.undo()
    assert "أسعار الخبز ترتفع" in titles(library)
    assert filled.read(queries.claim, claim).id == claim


def test_several_are_deleted_at_once(library, filled):
    library.table.selectAll()
    press("Del", library.table)
    assert titles(library) == []
    assert library._pages.currentWidget() is library._nothing_yet
    filled.undo()
    assert len(titles(library)) == 3


def test_enter_opens_the_article(library, filled):
    opened = []
    filled.article_opened.connect(opened.append)
    press("Down", library.table)
    press("Return", library.table)
    assert [each.title for each in opened] == ["WHO warns of a shortage"]


def test_enter_in_the_search_opens_what_was_found(library, filled):
    library.search.setFocus()
    type_text("المكتبة")
    press("Return", library.search)
    assert filled.article.title == "افتتاح المكتبة الكبرى"


def test_the_current_article_stays_current_when_others_change(library, filled):
    press("Down", library.table)
    current = library.table.current
    add_claim(filled, "أسعار الخبز ترتفع")
    assert library.table.current == current
    assert library.table.chosen == [current]


def dialogs(library):
    return [each for each in library.findChildren(ImportDialog) if each.isVisible()]


def test_pasting_asks_with_the_text_in_it(library, filled):
    QApplication.clipboard().setText("عنوان ملصوق\nوصل 40 زائرًا.")
    press("Ctrl+V", library.table)
    [dialog] = dialogs(library)
    assert "40" in dialog.text.toPlainText()
    assert dialog.form.lines["title"].text() == "عنوان ملصوق"
    dialog.reject()


def test_pasting_nothing_says_so(library, filled):
    said = []
    filled.said.connect(said.append)
    QApplication.clipboard().clear()
    press("Ctrl+V", library.table)
    assert dialogs(library) == []
    assert len(said) == 1


def test_dropping_files(library, tmp_path):
    paths = [tmp_path / "أول.txt", tmp_path / "ثان.txt"]
    for path in paths:
        path.write_text(f"{path.stem}\nنص فيه 5 أرقام.", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    library.dropEvent(event)
    for title in ("أول", "ثان"):
        [dialog] = dialogs(library)
        assert dialog.form.lines["title"].text() == title
        dialog.reject()
    assert dialogs(library) == []


def test_screen_readers_hear_column_and_value(library):
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = library._model.index(0, Column.TITLE).data(role)
    assert spoken.startswith("العنوان: ")
    assert "أسعار الخبز ترتفع" in spoken
