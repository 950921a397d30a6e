"""Ids rise with time, also when the clock stands still, runs out of numbers or goes back."""

import pytest

from factcheck.domain import ids
from factcheck.domain.ids import natural_id, new_id


def test_ids_are_of_version_7_and_rise():
    found = [new_id() for _ in range(5000)]
    assert found == sorted(set(found))
    assert {(each.version, each.variant) for each in found} == {(7, "specified in RFC 4122")}


@pytest.mark.parametrize("step", [0, -5])
def test_the_clock_rises_where_time_does_not(monkeypatch, step):
    clock, present = ids._Clock(), [1_000_000]

    def standing():
        present[0] += step
        return present[0] * 1_000_000

    monkeypatch.setattr(ids.time, "time_ns", standing)
    ticks = [clock.tick() for _ in range(2 * 0x1000)]
    assert ticks == sorted(set(ticks))
    assert all(sequence <= 0xFFF for _, sequence in ticks)
    assert ticks[-1][0] > ticks[0][0]


def test_names_have_one_identity_everywhere():
    assert natural_id("scale", "standard") == natural_id("scale", "standard")
    assert natural_id("scale", "standard").version == 5
    assert natural_id("a", "b") != natural_id("ab")
