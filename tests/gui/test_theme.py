"""Every colour that carries words can be read in every theme, verdict colours included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPalette

from factcheck.domain.rating import Neutral
from factcheck.gui import theme
from factcheck.gui.contrast import READABLE, contrast, mix, readable_on
from factcheck.runtime.settings import Settings
from factcheck.storage import queries
from factcheck.storage.store import Store

WHITE, BLACK = QColor("#ffffff"), QColor("#000000")
COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
each_theme = pytest.mark.parametrize("look", theme.THEMES.values(), ids=theme.THEMES)


def test_contrast_is_that_of_wcag():
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(QColor("#777777"), WHITE) == pytest.approx(4.48, abs=0.01)
    assert contrast(WHITE, QColor("#777777")) == contrast(QColor("#777777"), WHITE)


def test_mixing():
    assert mix(WHITE, BLACK, 0) == WHITE
    assert mix(WHITE, BLACK, 1) == BLACK


@given(COLOURS, COLOURS)
def test_a_readable_shade_is_always_found(colour, background):
    ground = QColor(background)
    assert contrast(readable_on(ground, QColor(colour)), ground) >= READABLE


@each_theme
def test_words_of_the_program_can_be_read(look):
    pairs = {
        "ink on paper": (look.ink, look.paper),
        "ink on chrome": (look.ink, look.chrome),
        "muted on paper": (look.muted, look.paper),
        "muted on chrome": (look.muted, look.chrome),
        "accent on paper": (look.accent, look.paper),
        "words on accent": (look.on_accent, look.accent),
        "warning on paper": (look.warning, look.paper),
        "warning on chrome": (look.warning, look.chrome),
        "ink on a selected row": (look.ink, look.selection),
        "muted on a selected row": (look.muted, look.selection),
    }
    unreadable = {name: contrast(*pair) for name, pair in pairs.items()}
    assert {name: ratio for name, ratio in unreadable.items() if ratio < READABLE} == {}


@each_theme
def test_the_palette_can_be_read(look):
    colours, role = theme.palette(look), QPalette.ColorRole
    for words, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
        (role.BrightText, role.Window),
    ):
        assert contrast(colours.color(words), colours.color(ground)) >= READABLE, words


@given(COLOURS, st.sampled_from(sorted(theme.THEMES)))
def test_any_verdict_colour_can_be_read(colour, key):
    look = theme.THEMES[key]
    assert contrast(look.verdict_ink(colour), look.paper) >= READABLE
    assert contrast(look.ink, look.verdict_tint(colour)) >= READABLE
    assert contrast(look.verdict_text(colour), look.verdict_fill(colour)) >= READABLE


@each_theme
def test_the_verdicts_of_a_new_file_are_told_apart(look, tmp_path):
    store = Store.open(tmp_path / "new.sqlite", actor="", replica=Settings().replica, create=True)
    with store.read() as session:
        scales = queries.scales(session)
    store.close()
    assert scales
    for scale in scales:
        glyphs = [each.glyph for each in scale.ratings]
        assert len(set(glyphs)) == len(glyphs)
        fills = [look.verdict_fill(each.colour).name() for each in scale.ratings]
        assert len(set(fills)) == len(fills)
        assert {each.neutral for each in scale.ratings} >= {Neutral.TRUE, Neutral.FALSE}


def test_fonts_grow_with_the_text_size(qapp):
    sizes = {}
    for percent in (80, 100, 200):
        theme.apply(qapp, "light", percent)
        sizes[percent] = theme.body_font().pointSizeF()
        assert qapp.font().pointSizeF() == pytest.approx(sizes[percent])
    theme.apply(qapp, "light", 100)
    assert sizes[200] == pytest.approx(2 * sizes[100])
    assert sizes[80] == pytest.approx(0.8 * sizes[100])


@pytest.mark.parametrize("key", [*theme.THEMES, "system"])
def test_a_theme_takes_effect(qapp, key):
    look = theme.apply(qapp, key, 100)
    assert qapp.palette().color(QPalette.ColorRole.Base) == look.paper
    assert theme.current() is look
    theme.apply(qapp, "light", 100)


def test_drawings_are_all_there_and_take_the_colour_of_the_text(qapp, root):
    from factcheck.gui.icons import icon
    from factcheck.gui.shortcuts import COMMANDS

    names = {path.stem for path in (root / "resources" / "icons").glob("*.svg")}
    assert {each.icon for each in COMMANDS if each.icon} <= names
    for name in names:
        image = icon(name, QColor("#ff0000")).pixmap(24, 24).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 200
        ]
        assert inked, name
        assert all(each.red() > 200 and each.green() < 60 for each in inked), name


def test_the_file_of_drawings_is_plain(root):
    for path in (root / "resources" / "icons").glob("*.svg"):
        drawing = path.read_text(encoding="utf-8")
        assert "currentColor" in drawing, path.name
        assert "#" not in drawing, path.name
