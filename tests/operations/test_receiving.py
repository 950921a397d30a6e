from datetime import UTC, datetime
from uuid import uuid4

import pytest

from factcheck.domain.errors import ConflictError
from factcheck.domain.ids import ArticleId
from factcheck.importing.record import read_record
from factcheck.operations import claims, scales, verdicts
from factcheck.operations.history import undo
from factcheck.operations.receiving import import_record
from factcheck.operations.reporting import build_report
from factcheck.operations.sample import load_sample
from factcheck.reports import to_json
from factcheck.reports.model import ReportOptions
from factcheck.storage import library, queries
from factcheck.storage.store import Store

MADE = datetime(2025, 7, 1, tzinfo=UTC)


@pytest.fixture
def other(tmp_path):
    store = Store.open(
        tmp_path / "other.factcheck", actor="سامر", replica=str(uuid4()), create=True
    )
    yield store
    store.close()


def _export(store, article_id):
    options = ReportOptions(with_notes=True)
    with store.read() as session:
        report = build_report(session, article_id=article_id, options=options, made_at=MADE)
    return to_json.write(report)


def _import(store, data):
    with store.write("import_record") as session:
        return import_record(session, record=read_record(data))


def test_export_import_export_gives_the_same_bytes(desk, other):
    sample_id = ArticleId(next(iter(desk.run(load_sample).articles)))
    rating = desk.read(queries.scales)[0].ratings[0]
    desk.run(scales.edit_rating, rating_id=rating.id, values={"name_ar": "صحيح تمامًا"})
    data = _export(desk.store, sample_id)
    changes = _import(other, data)
    assert changes.created == sample_id
    assert changes.claims
    assert _export(other, sample_id) == data


def test_what_is_here_already_is_refused_and_nothing_changes(desk, other):
    data = _export(desk.store, desk.article_id)
    _import(other, data)
    with pytest.raises(ConflictError, match="already"):
        _import(other, data)
    assert _export(other, desk.article_id) == data


def test_an_import_can_be_undone(desk, other):
    sample_id = ArticleId(next(iter(desk.run(load_sample).articles)))
    _import(other, _export(desk.store, sample_id))
    with other.write("undo") as session:
        undo(session)
    with other.read() as session:
        assert library.articles(session) == []


def test_a_rating_changed_here_stays_as_it_is(desk, other):
    sample_id = ArticleId(next(iter(desk.run(load_sample).articles)))
    with other.read() as session:
        rating = queries.scales(session)[0].ratings[0]
    with other.write("edit_rating") as session:
        scales.edit_rating(session, rating_id=rating.id, values={"name_ar": "أصاب"})
    _import(other, _export(desk.store, sample_id))
    with other.read() as session:
        assert queries.scales(session)[0].ratings[0].name_ar == "أصاب"


def test_a_scale_of_ones_own_travels_with_its_verdicts(desk, other):
    scale_id = desk.run(scales.add_scale, values={"name_ar": "سلّمنا"}).created
    values = {"name_ar": "ثابت", "name_en": "Solid", "value": 3}
    rating_id = desk.run(scales.add_rating, scale_id=scale_id, values=values).created
    claim_id = desk.run(claims.add_claim, article_id=desk.article_id, start=0, end=8).created
    desk.run(verdicts.set_verdict, claim_ids=[claim_id], rating_id=rating_id)
    data = _export(desk.store, desk.article_id)
    _import(other, data)
    assert _export(other, desk.article_id) == data


def test_a_person_known_here_is_not_stored_twice(desk, other):
    desk.run(claims.add_claim, article_id=desk.article_id, start=0, end=8)
    _import(other, _export(desk.store, desk.article_id))
    sample_id = ArticleId(next(iter(desk.run(load_sample).articles)))
    data = _export(desk.store, sample_id)
    _import(other, data)
    with other.read() as session:
        names = [each.name for each in queries.reviewers(session).values()]
    assert len(names) == len(set(names))
    assert _export(other, sample_id) == data
