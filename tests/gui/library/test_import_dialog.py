"""Taking in an article: preview, encoding, what is known of it, and refusals in the dialog."""

import pytest
from PySide6.QtWidgets import QWidget

from factcheck.gui.library.details_dialog import DetailsDialog
from factcheck.gui.library.import_dialog import ImportDialog
from factcheck.storage import library, queries
from tests.gui.keyboard import type_text

TEXT = "افتتاح الجسر الجديد\nعبر الجسر 900 سيارة في يومه الأول."


@pytest.fixture
def parent(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def ask(workspace, parent):
    def ask(source=None):
        dialog = ImportDialog(workspace, source, parent)
        dialog.open()
        return dialog

    return ask


def stored(workspace):
    [summary] = workspace.read(library.articles)
    return workspace.read(queries.article, summary.id)


def test_a_pasted_text_becomes_the_open_article(ask, workspace):
    dialog = ask(TEXT)
    dialog.form.lines["outlet"].setText("الجريدة")
    dialog.form.lines["url"].setText("https://example.org/bridge")
    dialog._add()
    article = stored(workspace)
    assert workspace.article == article
    assert article.title == "افتتاح الجسر الجديد"
    assert (article.outlet, article.url) == ("الجريدة", "https://example.org/bridge")
    assert "900" in article.text


def test_the_title_is_guessed_until_it_is_typed(ask, workspace):
    dialog = ask()
    dialog.text.setPlainText("سطر أول\nنص.")
    assert dialog.form.lines["title"].text() == "سطر أول"
    dialog.form.lines["title"].setText("عنوان مختار")
    dialog.text.setPlainText("سطر ثان\nنص.")
    dialog._add()
    assert stored(workspace).title == "عنوان مختار"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256", "iso8859_6"])
def test_files_of_each_encoding_are_recognised(ask, workspace, tmp_path, encoding):
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.encode(encoding))
    dialog = ask(path)
    assert TEXT in dialog.text.toPlainText()
    assert dialog.text.isReadOnly()
    dialog._add()
    assert TEXT in stored(workspace).text


def test_the_encoding_can_be_chosen_by_hand(ask, workspace, tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.encode("cp1256"))
    dialog = ask(path)
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("iso8859_6"))
    assert TEXT not in dialog.text.toPlainText()
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("cp1256"))
    assert TEXT in dialog.text.toPlainText()


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2025-07-11", "2025-07-11"),
        ("11 يوليو 2025", "2025-07-11"),
        ("كانون الثاني 2025", "2025-01"),
        ("٢٠٢٥", "2025"),
        ("12 شوال 1446", "2025-04-10"),
    ],
)
def test_the_date_is_taken_in_any_accepted_form(ask, workspace, typed, iso):
    dialog = ask(TEXT)
    dialog.form.lines["published"].setFocus()
    type_text(typed, dialog.form.lines["published"])
    assert "فُهم" in dialog.form._understood.text()
    dialog._add()
    assert stored(workspace).published == iso


def test_a_date_that_is_not_understood_is_refused_in_place(ask, workspace):
    dialog = ask(TEXT)
    dialog.form.lines["published"].setText("في ذات يوم")
    dialog._add()
    assert dialog.notice.isVisible()
    assert workspace.read(library.articles) == []
    dialog.form.lines["published"].setText("2025")
    dialog._add()
    assert stored(workspace).published == "2025"


def test_nothing_to_take_in_is_said_in_place(ask, workspace, tmp_path):
    dialog = ask()
    dialog._add()
    assert dialog.notice.isVisible()
    dialog.reject()
    dialog = ask(tmp_path / "absent.txt")
    assert dialog.notice.isVisible()
    dialog._add()
    assert workspace.read(library.articles) == []
    dialog.reject()


def test_details_are_edited_and_undone(ask, workspace, parent):
    ask(TEXT)._add()
    before = stored(workspace)
    dialog = DetailsDialog(workspace, before, parent)
    dialog.open()
    dialog.form.lines["outlet"].setText("غيرها")
    dialog.form.lines["published"].setText("مايو 2024")
    dialog._save()
    assert (stored(workspace).outlet, stored(workspace).published) == ("غيرها", "2024-05")
    workspace.undo()
    assert (stored(workspace).outlet, stored(workspace).published) == ("", "")


def test_an_empty_title_is_refused_in_the_dialog(ask, workspace, parent):
    ask(TEXT)._add()
    dialog = DetailsDialog(workspace, stored(workspace), parent)
    dialog.open()
    dialog.form.lines["title"].setText(" ")
    dialog._save()
    assert dialog.notice.isVisible()
    assert stored(workspace).title == "افتتاح الجسر الجديد"
    dialog.reject()
