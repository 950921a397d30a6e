import json

import jsonschema
import pytest

from factcheck.importing.record import read_record
from factcheck.reports import to_json
from factcheck.reports.model import Order, ReportOptions
from factcheck.runtime.resources import resource
from tests.reports import sample

SCHEMA = json.loads(resource("schema", "record-1.json").read_bytes())


def _written(report):
    values = json.loads(to_json.write(report))
    jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(values)
    return values


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_record_fits_its_schema_and_says_everything():
    values = _written(sample.report(ReportOptions(with_notes=True)))
    assert values["article"]["text"] == sample.ARABIC
    first = next(each for each in values["claims"] if each["start"] == 92)
    assert sample.ARABIC[first["start"] : first["end"]] == first["exact"]
    assert first["verdict"] == "false"
    assert first["note"] == "اتصلت بالمكتب."
    assert len(values["evidence"]) == 3
    assert [scale["key"] for scale in values["scales"]] == ["standard"]
    assert values["exported_at"] == "2025-07-20T09:30:00.000Z"


def test_notes_and_names_stay_at_home_unless_asked_for():
    shy = _written(sample.report(ReportOptions(with_names=False)))
    assert not any(each["note"] or each["reviewer"] for each in shy["claims"])


def test_the_order_of_telling_changes_nothing():
    assert to_json.write(sample.report()) == to_json.write(
        sample.report(ReportOptions(order=Order.VERDICT))
    )


@pytest.mark.parametrize("text", sample.HOSTILE)
def test_every_text_survives(text):
    report = sample.hostile_report(text)
    _written(report)
    record = read_record(to_json.write(report))
    only, row = record.claims[0], record.evidence[0]
    assert (only.statement, only.rationale, only.note, only.claimant) == (text,) * 4
    assert (row.url, row.quote, row.title) == (text,) * 3
    assert record.article.title == text
    assert record.reviewers[0].name == text


def test_what_was_written_is_read_as_it_was():
    report = sample.report(ReportOptions(with_notes=True))
    record = read_record(to_json.write(report))
    assert record.article == report.article
    assert {each.anchor for each in record.claims} == {e.claim.anchor for e in report.claims}
    assert set(record.evidence) == {row for each in report.claims for row in each.evidence}
    assert record.scales == (sample.SCALE,)
