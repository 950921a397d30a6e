"""What one person's window remembers, and what it does with a file that makes no sense."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from factcheck.domain.ids import new_id
from factcheck.gui.window_state import WindowState
from tests.gui.conftest import settle


@pytest.fixture
def path(qapp, tmp_path):
    return tmp_path / "window.ini"


def test_sizes_and_places_come_back(path):
    article, claim, database = new_id(), new_id(), Path("/some where/أرشيف.sqlite")
    state = WindowState(path)
    state.keep_sizes("desk", [300, 200, 250])
    state.keep_place(database, article, claim)
    state.keep_place(Path("/other.sqlite"), None, None)
    del state
    again = WindowState(path)
    assert again.sizes("desk") == [300, 200, 250]
    assert again.place(database) == (article, claim)
    assert again.has_place(Path("/other.sqlite"))
    assert again.place(Path("/other.sqlite")) == (None, None)


def test_what_was_never_kept_is_not_known(path):
    state = WindowState(path)
    assert state.sizes("desk") == []
    assert state.place(Path("/x.sqlite")) == (None, None)
    assert not state.has_place(Path("/x.sqlite"))
    assert not state.restore_geometry("main", QWidget())


@pytest.mark.parametrize("content", ["", "[desk]\nsizes=a b\n[main]\ngeometry=7\n", "\0\1\2"])
def test_nonsense_counts_as_nothing(path, content):
    path.write_text(content, encoding="utf-8")
    state = WindowState(path)
    assert state.sizes("desk") == []
    assert not state.restore_geometry("main", QWidget())


def test_without_a_file_nothing_is_kept():
    state = WindowState(None)
    state.keep_sizes("desk", [1, 2])
    assert state.sizes("desk") == []


def test_splitter_and_columns_come_back(desk, open_desk):
    window = desk.window
    # Within the screen without a display, which is 800 pixels wide.
    window.resize(790, 600)
    settle()
    window.frame._splitter.setSizes([500, 200, 100])
    settle()
    sizes = window.frame._splitter.sizes()
    window.frame.show_page(desk=False)
    settle()
    library = window.frame._panels.library
    assert library.columns() == []
    library.table.horizontalHeader().resizeSection(0, 222)
    window.close()
    again = open_desk().window
    again.frame.show_page(desk=True)
    settle()
    assert again.frame._splitter.sizes() == pytest.approx(sizes, abs=12)
    assert again.frame._panels.library.columns()[0] == 222
