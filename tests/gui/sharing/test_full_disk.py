"""A disk that is really full, through the real window: said, kept, and saved once there is room."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTextEdit

from factcheck.domain.errors import DatabaseError
from factcheck.gui import marking
from factcheck.operations.safekeeping import check_file
from factcheck.runtime.i18n import explain, tr
from factcheck.storage.faults import FULL
from tests.disks import mounted_disk
from tests.gui.conftest import settle
from tests.gui.keyboard import press, type_text
from tests.gui.sharing.conftest import Colleague

TYPED = "كتبته والقرص ممتلئ"


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes."""
    with mounted_disk(tmp_path / "disk", 2) as folder:
        yield folder


@pytest.fixture
def on_small_disk(linked, small_disk):
    """The desk on a record that lies on the small disk."""
    article = linked.workspace.article.id
    path = small_disk / "desk.factcheck"
    shutil.copyfile(linked.workspace.store.path, path)
    linked.switch(path)
    linked.link.start()
    linked.workspace.open_article(article)
    linked.workspace.select_claim(linked.workspace.claims[0].id)
    settle()
    return linked


def fill(folder: Path) -> Path:
    """Take all the room that is left on a disk."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        while shutil.disk_usage(folder).free:
            file.write(b"\0" * 4096)
    return ballast


def test_a_full_disk_loses_no_word(qtbot, on_small_disk, small_disk):
    desk = on_small_disk
    workspace, messages = desk.workspace, desk.window.frame.message_bar
    claim = workspace.selected_claim
    wanted = next(each for each in workspace.scale.ratings if each.id != claim.rating_id)
    long_text = f"{TYPED} " * 400
    ballast = fill(small_disk)
    press("Alt+N")
    field = desk.window.findChild(QTextEdit, "notesEdit")
    field.insertPlainText(long_text)
    press("Tab")
    assert messages.is_refusal
    assert messages.text == explain(DatabaseError(FULL, path=workspace.store.path))
    assert messages._button.text() == tr("Try again")
    assert long_text.strip() in field.toPlainText()
    marking.rate(workspace, wanted.id)
    assert workspace.selected_claim.rating_id == claim.rating_id
    assert messages.is_refusal
    messages._act()
    assert messages.is_refusal
    assert long_text.strip() in field.toPlainText()
    ballast.unlink()
    messages._act()
    settle()
    reader = Colleague(workspace.store.path)
    found = reader.claim(claim.id)
    assert long_text.strip() in found.note
    assert found.rating_id == wanted.id
    assert check_file(reader.store) == []
    reader.close()


def test_a_window_that_closes_on_a_full_disk_keeps_the_text_elsewhere(
    on_small_disk, small_disk, open_desk
):
    desk = on_small_disk
    fill(small_disk)
    press("Alt+N")
    type_text(TYPED)
    desk.window.findChild(QTextEdit, "notesEdit").insertPlainText("كلمات كثيرة " * 2000)
    desk.window.close()
    assert not desk.window.isVisible()
    again = open_desk(reviewer="هدى")
    (small_disk / "ballast").unlink()
    again.switch(small_disk / "desk.factcheck")
    again.link.start()
    settle()
    [draft] = again.link.known_drafts().all
    assert TYPED in draft.clash.mine
