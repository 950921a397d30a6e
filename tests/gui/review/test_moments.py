"""Moments in fields: UTC, in any digits."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.gui.review.moments import read_moment, show_moment


@given(st.datetimes(timezones=st.timezones(), min_value=datetime(1900, 1, 1)))  # noqa: DTZ001
def test_what_is_shown_is_read_again(moment):
    minute = moment.astimezone(UTC).replace(second=0, microsecond=0)
    assert read_moment(show_moment(moment)) == minute


def test_arabic_digits_and_zones():
    assert read_moment("٢٠٢٥-٠٧-١١ ١٤:٠٢") == datetime(2025, 7, 11, 14, 2, tzinfo=UTC)
    zone = timezone(timedelta(hours=3))
    assert read_moment("2025-07-11T14:02+03:00") == datetime(2025, 7, 11, 14, 2, tzinfo=zone)


@pytest.mark.parametrize("text", ["", "أمس", "2025-13-01", "14:02"])
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is Python's
        read_moment(text)
