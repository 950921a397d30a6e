import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reports.pictures import WIDTH, Moment, Share, distribution, stacked, timeline
from factcheck.reports.svg import draw

COUNTS = st.lists(st.integers(0, 10_000), min_size=1, max_size=12)


def _shares(counts):
    return [Share(f"حكم {n}", count, "#1b7f37") for n, count in enumerate(counts)]


@given(COUNTS, st.booleans())
def test_parts_of_a_stacked_bar_fill_the_width_in_proportion(counts, rtl):
    bars = stacked(_shares(counts), rtl=rtl).bars
    assert sum(bar.width for bar in bars) == pytest.approx(WIDTH)
    total = sum(counts)
    for bar, count in zip(bars, [each for each in counts if each], strict=False):
        assert bar.width == pytest.approx(WIDTH * count / total, abs=1)


@given(COUNTS, st.booleans())
def test_bars_of_a_distribution_are_proportional(counts, rtl):
    bars = distribution(_shares(counts), rtl=rtl).bars
    longest = max(bar.width for bar in bars)
    for bar, count in zip(bars, counts, strict=True):
        assert bar.width == pytest.approx(longest * count / max(*counts, 1), abs=1)
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH + 0.01


def test_the_reading_direction_decides_where_things_begin():
    shares = _shares([3, 1])
    right, left = stacked(shares, rtl=True).bars, stacked(shares, rtl=False).bars
    assert right[0].x + right[0].width == WIDTH
    assert left[0].x == 0
    picture = distribution(shares, rtl=True)
    assert picture.labels[0].x == WIDTH
    assert picture.labels[0].ends_at_x
    assert not distribution(shares, rtl=False).labels[0].ends_at_x


@given(st.lists(st.tuples(st.dates(), st.none() | st.dates()), min_size=1, max_size=8))
def test_time_runs_with_the_reading_direction(pairs):
    moments = [Moment(str(n), *pair) for n, pair in enumerate(pairs)]
    forward = timeline(moments, rtl=False, ends=("a", "b")).dots
    backward = timeline(moments, rtl=True, ends=("a", "b")).dots
    days = [day for pair in pairs for day in pair if day]
    for (one, first), (other, second) in zip(
        zip(forward, days, strict=True), list(zip(forward, days, strict=True))[1:], strict=False
    ):
        if first < second:
            assert one.x <= other.x
    for left, right in zip(forward, backward, strict=True):
        assert left.x + right.x == pytest.approx(WIDTH)
        assert 0 <= left.x <= WIDTH


def test_nothing_to_draw_is_an_empty_picture():
    assert distribution([], rtl=True).height == 0
    assert timeline([], rtl=True, ends=("", "")).height == 0
    assert len(stacked([], rtl=True).bars) == 1
    assert len(stacked(_shares([0]), rtl=True).bars) == 1


def test_long_names_are_cut():
    (name, _) = distribution([Share("كلمة " * 30, 1, "#000000")], rtl=True).labels
    assert name.text.endswith("…")
    assert len(name.text) < 40


@pytest.mark.parametrize("rtl", [True, False])
def test_svg_is_xml_without_a_direction(rtl):
    shares = [Share('<b> & "quotes" \x00', 2, 'red"/><script>'), *_shares([3, 0])]
    moments = [Moment("أ", date(2024, 5, 3), date(2024, 5, 4)), Moment("ب", date(2024, 6, 1))]
    for picture in (
        distribution(shares, rtl=rtl),
        stacked(shares, rtl=rtl),
        timeline(moments, rtl=rtl, ends=("3 مايو", "1 يونيو")),
    ):
        text = draw(picture, "وصف <b>")
        root = ET.fromstring(text)
        assert root.find("{http://www.w3.org/2000/svg}title").text == "وصف <b>"
        assert "direction" not in text
        assert "script" not in text.replace("&lt;script", "")
        assert set(re.findall(r'text-anchor="(\w+)"', text)) <= {"start", "end"}


def test_qt_draws_the_same_picture(qtbot):
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    shares = [Share("أ", 3, "#ff0000"), Share("ب", 1, "#0000ff")]
    picture = stacked(shares, rtl=True)
    image = QImage(int(picture.width), int(picture.height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(draw(picture, "").encode())).render(painter)
    painter.end()
    middle = int(picture.height / 2)
    assert image.pixelColor(int(WIDTH) - 20, middle).name() == "#ff0000"
    assert image.pixelColor(20, middle).name() == "#0000ff"
