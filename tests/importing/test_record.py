import json

import pytest

from factcheck.domain.errors import ImportRefusedError
from factcheck.importing.record import read_record

ID = "0198f3a0-0000-7000-8000-00000000000{}"
MOMENT = "2025-07-20T09:30:00.000Z"
FIGURE = {"value": "", "unit": "", "comparator": "=", "as_of": ""}


@pytest.fixture
def values():
    return {
        "format": "factcheck-record",
        "version": 1,
        "exported_at": MOMENT,
        "article": {
            "id": ID.format(1), "version_id": ID.format(2), "title": "خبر",
            "text": "قال نعم 😀 ثم لا", "outlet": "", "author": "", "url": "",
            "published": "2025-07", "language": "ar",
            "created_at": MOMENT, "updated_at": MOMENT,
        },
        "claims": [{
            "id": ID.format(3), "start": 10, "end": 12, "exact": "ثم", "prefix": "", "suffix": "",
            "kind": "other", "state": "open", "priority": "normal", "statement": "", "claimant": "",
            "said_on": "", "said_where": "", "rating_id": None, "verdict": None, "rationale": "",
            "new_wording": "", "question": "",
            "note": "", "claimed": dict(FIGURE), "found": dict(FIGURE), "rule": "",
            "reviewer": "ليلى", "created_at": MOMENT, "updated_at": MOMENT,
        }],
        "evidence": [{
            "id": ID.format(4), "claim_id": ID.format(3), "position": 0, "url": "",
            "stance": "context", "source_class": "primary", "title": "", "publisher": "",
            "author": "", "quote": "", "locator": "", "published": "", "accessed": MOMENT,
            "archive_url": "",
            "created_at": MOMENT, "updated_at": MOMENT,
        }],
        "scales": [],
    }  # fmt: skip


def _read(values):
    return read_record(json.dumps(values).encode())


def test_a_record_is_read(values):
    record = _read(values)
    assert record.claims[0].anchor.exact == "ثم"
    assert record.evidence[0].claim_id == record.claims[0].id
    assert record.reviewers[0].name == "ليلى"
    assert record.claims[0].reviewer_id == record.reviewers[0].id


def test_additions_are_ignored_and_a_byte_order_mark_is_no_harm(values):
    values["more"] = {"x": 1}
    values["claims"][0]["more"] = []
    assert read_record(b"\xef\xbb\xbf" + json.dumps(values).encode()).claims


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b'{"format": "other", "version": 1}', b"\xff\xfe", b"[" * 100_000],
)
def test_what_is_no_record_is_refused(data):
    with pytest.raises(ImportRefusedError, match="not a record"):
        read_record(data)


def test_every_truncation_is_refused(values):
    data = json.dumps(values, ensure_ascii=False).encode()
    for at in range(0, len(data) - 1, 37):
        with pytest.raises(ImportRefusedError):
            read_record(data[:at])


def test_a_newer_version_is_refused_by_name(values):
    values["version"] = 2
    with pytest.raises(ImportRefusedError, match="newer factcheck"):
        _read(values)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("article", "title"), 5),
        (("article", "id"), "x"),
        (("article", "created_at"), "2025-07-20T09:30:00"),
        (("article", "created_at"), "yesterday"),
        (("article",), []),
        (("claims",), {}),
        (("claims", 0), "x"),
        (("claims", 0, "kind"), "rumour"),
        (("claims", 0, "claimed"), None),
        (("claims", 0, "start"), True),
        (("claims", 0, "rating_id"), ID.format(9)),
        (("claims", 0, "statement"), "\ud800"),
        (("evidence", 0, "claim_id"), ID.format(9)),
        (("evidence", 0, "id"), ID.format(3)),
        (("evidence", 0, "position"), 1e3),
        (("scales",), [{"id": ID.format(5), "key": "a", "name_ar": "", "name_en": "",
                        "ratings": [{"is_retired": 1}]}]),
        (("version",), "1"),
    ],
)  # fmt: skip
def test_every_damage_is_named(values, path, value):
    place = values
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ImportRefusedError, match="damaged"):
        _read(values)


def test_a_missing_field_is_named(values):
    del values["claims"][0]["priority"]
    with pytest.raises(ImportRefusedError, match=r"claims\[0\].priority"):
        _read(values)


@pytest.mark.parametrize(("start", "end"), [(9, 11), (-2, 12), (12, 10), (10, 99)])
def test_a_claim_must_sit_on_its_own_words(values, start, end):
    values["claims"][0] |= {"start": start, "end": end}
    with pytest.raises(ImportRefusedError, match="its own words"):
        _read(values)


def test_a_damaged_scale_is_named(values):
    rating = {
        "id": ID.format(6), "key": "true", "name_ar": "صحيح", "name_en": "True", "glyph": "✓",
        "colour": "#1b7f37", "value": 5, "neutral": "true", "position": 0, "is_retired": False,
    }  # fmt: skip
    scale = {"id": ID.format(5), "key": "own", "name_ar": "", "name_en": "", "ratings": [rating]}
    values["scales"] = [scale]
    assert _read(values).scales[0].ratings[0].value == 5
    rating["is_retired"] = 1
    with pytest.raises(ImportRefusedError, match="is_retired"):
        _read(values)
