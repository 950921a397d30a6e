"""The article that everything is measured on is what it says it is."""

import itertools

import pytest

from tests.benchmarks.workload import MEGABYTE, build


@pytest.mark.parametrize(("size", "claims"), [(100_000, 500), (MEGABYTE, 5_000)])
def test_size_number_and_order(size: int, claims: int) -> None:
    workload = build(size, claims)
    assert size <= len(workload.text.encode()) < size + 3_000
    assert len(set(workload.spans)) == len(workload.spans) == claims
    assert list(workload.spans) == sorted(workload.spans)
    assert all(0 <= span.start < span.end <= len(workload.text) for span in workload.spans)
    assert all(workload.text[span.start : span.end].strip() for span in workload.spans)


def test_the_same_seed_gives_the_same_article() -> None:
    build.cache_clear()
    first = build(50_000, 200, 7)
    build.cache_clear()
    assert build(50_000, 200, 7) == first
    assert build(50_000, 200, 8) != first


def test_spans_nest_cross_and_spread_over_the_whole_text() -> None:
    workload = build(100_000, 500)
    pairs = [
        (one, two)
        for one, two in itertools.combinations(workload.spans, 2)
        if two.start < one.end and one != two
    ]
    nested = [pair for pair in pairs if pair[1].end <= pair[0].end]
    crossing = [
        pair for pair in pairs if pair[0].start < pair[1].start and pair[0].end < pair[1].end
    ]
    assert len(nested) > 30
    assert len(crossing) > 30
    tenth = len(workload.text) / 10
    places = [int(span.start / tenth) for span in workload.spans]
    assert min(places.count(place) for place in range(10)) > 20


def test_text_is_as_mixed_as_a_real_one() -> None:
    text = build(100_000, 500).text
    for sign in ("\n- ", "«", "“", "٣", "3", "WaterNet", "🌊", "\u064e", "\u0651"):
        assert sign in text, sign
    assert "\r" not in text


def test_too_many_claims_are_refused() -> None:
    with pytest.raises(ValueError, match="900"):
        build(1_000, 900)
