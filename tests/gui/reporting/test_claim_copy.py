"""One claim, or several, as text on the clipboard."""

import pytest
from PySide6.QtWidgets import QApplication

from factcheck.gui.reporting.claim_copy import readable
from tests.gui.conftest import settle
from tests.gui.keyboard import press


@pytest.fixture
def rated(desk):
    return next(each for each in desk.workspace.claims if each.rating_id and each.rationale)


@pytest.mark.parametrize("key", ["Ctrl+Shift+C", "Ctrl+Shift+ؤ"])
def test_the_key_copies_the_claim(desk, rated, key):
    desk.workspace.select_claim(rated.id)
    QApplication.clipboard().clear()
    press(key, desk.window)
    text = QApplication.clipboard().text()
    plain = "".join(char for char in text if char not in "\u2066\u2067\u2068\u2069")
    assert plain.startswith(f"{rated.number}. ")
    assert rated.anchor.exact in plain
    assert rated.rationale.split("\n")[0] in plain
    assert desk.workspace.ratings[rated.rating_id].name("ar") in plain
    assert desk.window.frame.message_bar.text == "نُسخ ادعاء واحد نصًّا."


def test_several_chosen_claims_are_copied_together(desk):
    claims = [each for each in desk.workspace.claims if each.number][:3]
    desk.workspace.choose_claims([each.id for each in claims], claims[0].id)
    press("Ctrl+Shift+C", desk.window)
    text = QApplication.clipboard().text()
    assert all(f"{each.number}. " in text for each in claims)


def test_in_english(open_desk):
    desk = open_desk(language="en")
    desk.workspace.select_claim(desk.workspace.claims[0].id)
    settle()
    press("Ctrl+Shift+C", desk.window)
    assert "Kind: " in QApplication.clipboard().text()


def test_without_a_claim_nothing_is_copied(desk, reporting):
    desk.workspace.select_claim(None)
    QApplication.clipboard().setText("before")
    reporting._copy()
    assert QApplication.clipboard().text() == "before"


@pytest.mark.parametrize("line", ["قال المدير ذلك.", "All is well: 5 of 6.", "", "عددهم 12 شخصًا"])
def test_what_reads_well_is_left_alone(line):
    assert readable(line) == line


def test_what_would_change_places_is_isolated():
    assert readable("السعر 1 USD = 3.75 SAR اليوم") == "السعر \u20661 USD = 3.75 SAR\u2069 اليوم"
