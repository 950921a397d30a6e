"""The badges and stripes beside the text."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

WORDS = "أعلنت الوزارة أن أكثر من 10 آلاف جندي وصلوا"


def badges(desk):
    return [(each.text, [claim.id for claim in each.claims]) for each in margin(desk)._badges]


def margin(desk):
    return desk.view._margin


def click(desk, place: QPoint) -> None:
    no = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(margin(desk), Qt.MouseButton.LeftButton, no, place)
    desk.settle()


def test_each_claim_has_its_number(desk):
    first = desk.claim("10 آلاف جندي", "false")
    second = desk.claim("people")
    desk.claim("March", state="suggested", rule="date")
    assert badges(desk)[:2] == [("1", [first.id]), ("2", [second.id])]
    assert badges(desk)[2][0] == ""


def test_numbers_come_in_the_chosen_digits(desk):
    desk.claim("10 آلاف جندي")
    desk.workspace.update_settings(digits="arabic")
    desk.settle()
    assert badges(desk)[0][0] == "١"


def test_nothing_lies_on_anything_else(desk):
    words = WORDS.split()
    for count in range(2, 7):
        desk.claim(" ".join(words[:count]))
    areas = [each.area for each in margin(desk)._badges]
    assert len(areas) > 2
    for place, area in enumerate(areas):
        assert margin(desk).rect().contains(area)
        assert not any(area.intersects(other) for other in areas[:place])


def test_what_finds_no_lane_is_counted_and_reached(desk):
    words = WORDS.split()
    made = [desk.claim(" ".join(words[:count])) for count in range(1, 10)]
    text, ids = badges(desk)[-1]
    assert text.strip("\u2066\u2069") == f"+{len(ids)}"
    assert len(ids) + len(badges(desk)) - 1 == len(made)
    place = margin(desk)._badges[-1].area.center()
    chosen = []
    for _ in range(len(ids)):
        click(desk, place)
        chosen.append(desk.workspace.selected)
    assert chosen == ids


def test_a_click_on_a_badge_selects_its_claim(desk, heard):
    claim = desk.claim("10 آلاف جندي", "false")
    click(desk, margin(desk)._badges[0].area.center())
    click(desk, QPoint(1, 1))
    assert heard() == [claim.id]


def test_lanes_stay_put_while_scrolling(empty_desk):
    desk = empty_desk
    sentence = "كلمة أولى وكلمة ثانية وكلمة ثالثة وكلمة رابعة وكلمة خامسة. "
    desk.open("\n".join([sentence * 12] * 6))
    text = desk.workspace.article.text
    for start, end in ((3, 700), (60, 90), (300, 420), (330, 335), (800, 1500), (1400, 1450)):
        desk.claim(text[start:end]) if text.index(text[start:end]) == start else None
    desk.settle()

    def lanes():
        return {each.claims[0].id: each.area.left() for each in margin(desk)._badges}

    seen = lanes()
    bar = desk.view.verticalScrollBar()
    for place in range(0, bar.maximum(), 40):
        bar.setValue(place)
        desk.settle()
        now = lanes()
        assert all(now[key] == seen[key] for key in now if key in seen)
        seen |= now


def test_the_tooltip_says_what_the_claim_is(desk):
    desk.claim("10 آلاف جندي", "false", kind="quantity")
    assert "زائف" in margin(desk).hint(margin(desk)._badges[0].area.center())
    assert margin(desk).hint(QPoint(1, 1)) == ""
