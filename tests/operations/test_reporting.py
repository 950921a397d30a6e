from datetime import UTC, datetime
from uuid import uuid4

import pytest

from factcheck.domain.claim import WorkState
from factcheck.domain.errors import InvalidInputError, NotFoundError
from factcheck.domain.evidence import EvidenceDraft
from factcheck.domain.ids import ArticleId
from factcheck.operations import claims, evidence, verdicts
from factcheck.operations.reporting import build_report, finish, read_material
from factcheck.reports.model import Order, ReportKind, ReportOptions
from factcheck.storage import queries
from factcheck.storage.ledger import histories, revisions


def _report(desk, **options):
    with desk.store.read() as session:
        return build_report(session, article_id=desk.article_id, options=ReportOptions(**options))


@pytest.fixture
def three(desk):
    """Three claims: false, true, and one only suggested."""
    ids = [
        desk.run(claims.add_claim, article_id=desk.article_id, start=at, end=at + 8).created
        for at in (0, 60, 100)
    ]
    ratings = {r.key: r for scale in desk.read(queries.scales) for r in scale.ratings}
    desk.run(verdicts.set_verdict, claim_ids=[ids[0]], rating_id=ratings["false"].id)
    desk.run(verdicts.set_verdict, claim_ids=[ids[1]], rating_id=ratings["true"].id)
    desk.run(claims.edit_claims, claim_ids=[ids[2]], values={"state": WorkState.SUGGESTED})
    desk.run(
        evidence.add_evidence,
        claim_id=ids[1],
        draft=EvidenceDraft(url="https://example.org/", title="بيان"),
    )
    return ids, ratings


def test_a_report_says_what_the_record_says(desk, three):
    ids, ratings = three
    report = _report(desk)
    assert [each.claim.id for each in report.claims] == ids[:2]
    assert [each.rating.key for each in report.claims] == ["false", "true"]
    assert report.claims[1].evidence[0].title == "بيان"
    assert report.article.id == desk.article_id
    assert report.overall.rating == ratings["false"]
    assert report.overall.is_proposed
    assert report.scale.id == ratings["false"].scale_id
    assert (report.coverage.covered, report.coverage.checkable) == (2, 3)
    assert report.made_at.tzinfo is UTC


def test_chosen_claims_in_the_order_of_their_verdicts(desk, three):
    ids, _ = three
    by_verdict = _report(desk, order=Order.VERDICT)
    assert [each.claim.id for each in by_verdict.claims] == [ids[1], ids[0]]
    chosen = _report(desk, claim_ids=frozenset({ids[2]}))
    assert [each.claim.id for each in chosen.claims] == [ids[2]]


def test_names_are_left_out_when_asked(desk, three):
    named = _report(desk)
    assert any(each.reviewer for each in named.claims)
    assert not any(each.reviewer for each in _report(desk, with_names=False).claims)


def test_only_the_checking_copy_carries_the_history(desk, three):
    assert not _report(desk).claims[0].history
    history = _report(desk, kind=ReportKind.CHECKING).claims[0].history
    assert [each.at for each in history] == sorted(each.at for each in history)
    nameless = _report(desk, kind=ReportKind.CHECKING, with_names=False, with_notes=True)
    assert nameless.claims[0].history
    assert not any(each.field == "reviewer_id" for each in nameless.claims[0].history)


def test_the_overall_rating_can_be_set_with_a_reason(desk, three):
    _, ratings = three
    given = _report(desk, overall_rating=ratings["true"].id, overall_reason=" تصحيح نُشر ")
    assert given.overall.rating == ratings["true"]
    assert given.overall.reason == "تصحيح نُشر"
    with pytest.raises(InvalidInputError, match="reason"):
        _report(desk, overall_rating=ratings["true"].id)
    with pytest.raises(InvalidInputError, match="none of the scales"):
        _report(desk, overall_rating=uuid4(), overall_reason="x")


def test_an_article_without_claims_and_a_missing_one(desk):
    made = datetime(2025, 7, 1, tzinfo=UTC)
    options = ReportOptions()
    with desk.store.read() as session:
        report = build_report(session, article_id=desk.article_id, options=options, made_at=made)
        assert report.claims == ()
        assert report.overall is None
        assert report.made_at == made
        with pytest.raises(NotFoundError):
            build_report(session, article_id=ArticleId(uuid4()), options=options)


def test_all_histories_at_once_are_those_of_each_claim(desk, three):
    ids, _ = three
    with desk.store.read() as session:
        for limit in (1, 200):
            found = histories(session, desk.article_id, limit)
            assert found == {each: revisions(session, each, limit) for each in ids}
        assert any(each.table == "evidence" for each in histories(session, desk.article_id)[ids[1]])


def test_what_was_read_is_finished_without_the_record(desk, three):
    made_at = datetime(2025, 7, 1, tzinfo=UTC)
    with desk.store.read() as session:
        values = {"article_id": desk.article_id, "options": ReportOptions(), "made_at": made_at}
        material, whole = read_material(session, **values), build_report(session, **values)
    assert finish(material) == whole

    def stop(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        finish(material, stop)
