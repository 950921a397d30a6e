"""Settings take effect at once, the scale is edited by operations, the shortcut sheet finds."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from factcheck.gui.dialogs.scale import ScaleDialog
from factcheck.gui.dialogs.settings import SettingsDialog
from factcheck.gui.dialogs.shortcut_sheet import ShortcutSheet
from factcheck.gui.shortcuts import COMMANDS
from factcheck.runtime.settings import Settings
from tests.gui.conftest import settle
from tests.gui.keyboard import type_text


def choose(dialog, name, value):
    box = dialog.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())
    settle()


@pytest.fixture
def settings_dialog(desk):
    dialog = SettingsDialog(desk.workspace, desk.window)
    dialog.open()
    return dialog


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("digits", "arabic"),
        ("months", "levant"),
        ("theme", "dark"),
        ("theme", "contrast"),
        ("text_size", 150),
    ],
)
def test_a_choice_takes_effect_and_is_kept(desk, settings_dialog, paths, name, value):
    choose(settings_dialog, f"{name}Box", value)
    assert getattr(desk.workspace.settings, name) == value
    assert getattr(Settings.load(paths.settings_file), name) == value
    settings_dialog.accept()


def test_the_language_is_switched_from_the_dialog(desk, settings_dialog):
    article = desk.workspace.article.id
    choose(settings_dialog, "languageBox", "en")
    assert desk.window.frame.actions_table["quit"].text() == "Quit"
    assert desk.workspace.article.id == article


def test_the_name_is_taken_on_leaving_the_field(desk, settings_dialog):
    settings_dialog.reviewer.setText("سعاد")
    settings_dialog.reviewer.editingFinished.emit()
    assert desk.workspace.settings.reviewer == "سعاد"
    assert desk.workspace.store.actor == "سعاد"
    settings_dialog.accept()


@pytest.fixture
def scale_dialog(desk):
    dialog = ScaleDialog(desk.workspace, desk.window)
    dialog.open()
    dialog.list.setCurrentRow(1)
    yield dialog
    dialog.close()


def rating(desk, row):
    return desk.workspace.scale.ratings[row]


def test_a_rating_is_renamed_and_undone(desk, scale_dialog):
    before = rating(desk, 1).name_ar
    line = scale_dialog.form.lines["name_ar"]
    line.selectAll()
    type_text("شبه صحيح", line)
    line.settle()
    assert rating(desk, 1).name_ar == "شبه صحيح"
    desk.workspace.undo()
    assert rating(desk, 1).name_ar == before
    assert scale_dialog.form.lines["name_ar"].text() == before


def test_a_pale_colour_is_refused_with_its_contrast(desk, scale_dialog):
    before = rating(desk, 1).colour
    line = scale_dialog.form.lines["colour"]
    line.clear()
    type_text("#ffee88", line)
    assert "فاتح" in scale_dialog.form.contrast.text()
    line.settle()
    assert scale_dialog.notice.isVisible()
    assert rating(desk, 1).colour == before
    assert line.text() == before


def test_a_number_is_a_number_or_nothing(desk, scale_dialog):
    line = scale_dialog.form.lines["value"]
    for typed, value in (("٧", 7), ("", None)):
        line.clear()
        type_text(typed, line)
        line.textEdited.emit(typed)
        line.settle()
        assert rating(desk, 1).value == value
    type_text("x", line)
    line.settle()
    assert scale_dialog.notice.isVisible()
    assert rating(desk, 1).value is None


def test_ratings_are_added_ordered_and_retired(desk, scale_dialog):
    count = len(desk.workspace.scale.ratings)
    scale_dialog.add.click()
    assert len(desk.workspace.scale.ratings) == count + 1
    assert scale_dialog.list.currentRow() == count
    made = rating(desk, count)
    scale_dialog.up.click()
    assert rating(desk, count - 1).id == made.id
    assert scale_dialog.list.currentRow() == count - 1
    scale_dialog.down.click()
    assert rating(desk, count).id == made.id
    scale_dialog.retire.click()
    assert rating(desk, count).is_retired
    scale_dialog.retire.click()
    assert not rating(desk, count).is_retired


def test_a_retired_rating_stays_where_it_is_used(desk, scale_dialog):
    claim = next(each for each in desk.workspace.claims if each.rating_id)
    rows = [each.id for each in desk.workspace.scale.ratings]
    scale_dialog.list.setCurrentRow(rows.index(claim.rating_id))
    scale_dialog.retire.click()
    assert desk.workspace.claim(claim.id).rating_id == claim.rating_id


def test_another_scale_can_be_made_and_chosen(desk, scale_dialog):
    first = desk.workspace.scale.key
    scale_dialog.new_scale.click()
    assert desk.workspace.scale.key != first
    assert scale_dialog.list.count() == 0
    assert not scale_dialog.form.isEnabled()
    choose(scale_dialog, "scaleBox", first)
    assert desk.workspace.scale.key == first
    assert scale_dialog.list.count() > 0


def test_the_sheet_names_every_command_and_finds_by_word_and_key(desk):
    sheet = ShortcutSheet(desk.window)
    sheet.open()
    shown = [item for _, items in sheet._groups for item in items]
    assert len(shown) == len(COMMANDS)
    sheet.search.setText("تراجع")
    assert [each.text(0) for each in shown if not each.isHidden()] == ["تراجع"]
    sheet.search.setText("ctrl+z")
    assert "تراجع" in [each.text(0) for each in shown if not each.isHidden()]
    sheet.search.clear()
    assert not any(each.isHidden() for each in shown)
    sheet.accept()


def test_no_dialog_is_left(desk, settings_dialog):
    settings_dialog.accept()
    settle()
    left = [
        each for each in QApplication.topLevelWidgets() if each.objectName() == "settingsDialog"
    ]
    assert left == []
