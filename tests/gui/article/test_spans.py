"""The span index against the plain definition."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.gui.article.spans import Span, SpanIndex

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: (pair[0], sum(pair))),
    max_size=25,
).map(lambda pairs: [Span(start, end, key) for key, (start, end) in enumerate(pairs)])
ranges = st.tuples(st.integers(0, 90), st.integers(1, 40)).map(lambda pair: (pair[0], sum(pair)))


@given(spans, ranges)
def test_touching_finds_what_shares_a_letter(made: list[Span[int]], asked: tuple[int, int]) -> None:
    start, end = asked
    found = {span.key for span in SpanIndex.of(made).touching(start, end)}
    assert found == {span.key for span in made if span.start < end and span.end > start}


@given(spans, ranges)
def test_segments_tell_for_each_letter_which_spans_cover_it(
    made: list[Span[int]], asked: tuple[int, int]
) -> None:
    start, end = asked
    covered: dict[int, set[int]] = {}
    for segment in SpanIndex.of(made).segments(start, end):
        for at in range(segment.start, segment.end):
            assert at not in covered, "segments do not overlap"
            covered[at] = set(segment.keys)
    for at in range(start, end):
        assert covered.get(at, set()) == {s.key for s in made if s.start <= at < s.end}


@given(spans, st.integers(0, 90))
def test_at_is_innermost_first(made: list[Span[int]], at: int) -> None:
    found = SpanIndex.of(made).at(at)
    lengths = [span.end - span.start for span in found]
    assert lengths == sorted(lengths)
    assert all(span.start <= at < span.end for span in found)


def test_the_innermost_key_comes_last_in_a_segment() -> None:
    index = SpanIndex.of([Span(2, 5, "inner"), Span(0, 9, "outer")])
    assert [segment.keys for segment in index.segments(0, 9)] == [
        ("outer",),
        ("outer", "inner"),
        ("outer",),
    ]
