"""The article in pictures: the numbers of the record, in both directions, and in words."""

from collections import Counter

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from shiboken6 import isValid

from factcheck.domain.claim import UNNUMBERED
from factcheck.gui import theme
from factcheck.gui.reporting.picture_view import PictureView, paint
from factcheck.gui.reporting.pictures_dialog import PicturesDialog
from factcheck.operations.claims import delete_claims
from factcheck.operations.verdicts import set_verdict
from factcheck.reports.pictures import Share, distribution
from tests.gui.conftest import settle
from tests.gui.keyboard import press

SHARES = [Share("كثير", 3, "#aa2222", "3"), Share("قليل", 1, "#22aa22", "1")]


@pytest.fixture
def pictures(desk):
    press("Alt+P", desk.window)
    dialog = desk.window.findChild(PicturesDialog)
    yield dialog
    if isValid(dialog):
        dialog.close()


def drawn(*, rtl):
    """The picture painted alone, on white."""
    picture = distribution(SHARES, rtl=rtl)
    image = QImage(int(picture.width), int(picture.height), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter, picture)
    painter.end()
    return picture, image


@pytest.mark.parametrize("rtl", [True, False])
def test_bars_are_painted_where_the_geometry_puts_them(desk, rtl):
    picture, image = drawn(rtl=rtl)
    for bar in picture.bars:
        inside = image.pixelColor(int(bar.x + bar.width / 2), int(bar.y + bar.height / 2))
        assert inside.name() == theme.current().verdict_ink(bar.colour).name()
    empty = picture.width - 3 if not rtl else 3
    assert image.pixelColor(int(empty), int(picture.bars[1].y + 9)) == QColor("white")


def test_counts_are_those_of_the_record_in_words_too(desk, pictures):
    claims = [each for each in desk.workspace.claims if each.state not in UNNUMBERED]
    counted = Counter(each.rating_id for each in claims)
    words = pictures.views[0].accessibleDescription()
    for rating_id, count in counted.items():
        if rating_id is not None:
            assert f"{desk.workspace.ratings[rating_id].name('ar')}: {count}" in words
    assert pictures.views[0].accessibleName() == "الأحكام"


def test_pictures_follow_the_work(desk, pictures, qtbot):
    before = pictures.views[0].accessibleDescription()
    claim = next(each for each in desk.workspace.claims if each.number and not each.rating_id)
    rating = desk.workspace.scale.ratings[0].id
    desk.workspace.run(set_verdict, claim_ids=[claim.id], rating_id=rating)
    qtbot.waitUntil(lambda: pictures.views[0].accessibleDescription() != before)


def test_without_claims_a_sentence_stands_there(desk, pictures, qtbot):
    ids = [each.id for each in desk.workspace.claims]
    desk.workspace.run(delete_claims, claim_ids=ids)
    qtbot.waitUntil(lambda: pictures.views == [])


def test_they_go_with_the_article(desk, pictures):
    desk.workspace.open_article(None)
    settle()
    assert desk.window.findChild(PicturesDialog) is None


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_look_changes_the_colours(open_desk, look):
    desk = open_desk(theme=look, language="en")
    press("Alt+P", desk.window)
    dialog = desk.window.findChild(PicturesDialog)
    assert isinstance(dialog.views[0], PictureView)
    assert not dialog.grab().isNull()
    dialog.close()


def test_asked_for_twice_there_is_one(desk, pictures):
    desk.window.frame.actions_table["show_pictures"].trigger()
    assert len(desk.window.findChildren(PicturesDialog)) == 1
