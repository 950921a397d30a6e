"""The history in a checking copy names nobody where names are left out."""

from factcheck.operations import claims
from factcheck.operations.reporting import build_report
from factcheck.reports.model import ReportKind, ReportOptions
from factcheck.storage import queries


def fields(desk, **options):
    wanted = ReportOptions(kind=ReportKind.CHECKING, **options)
    with desk.store.read() as session:
        report = build_report(session, article_id=desk.article_id, options=wanted)
    return {each.field for told in report.claims for each in told.history}


def test_who_took_a_claim_is_left_out_with_the_names(desk):
    claim_id = desk.claim()
    other = desk.joined_by("سامي")
    other.run(claims.edit_claims, claim_ids=[claim_id], values={"note": "x"})
    sami = next(key for key, each in desk.read(queries.reviewers).items() if each.name == "سامي")
    desk.run(claims.edit_claims, claim_ids=[claim_id], values={"reviewer_id": sami})
    assert {"reviewer_id", "note"} <= fields(desk, with_notes=True)
    assert fields(desk, with_names=False) & {"reviewer_id", "note"} == set()
