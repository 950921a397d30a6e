"""Evidence: added, described, ordered, deleted."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from factcheck.domain.errors import InvalidInputError, NotFoundError
from factcheck.domain.evidence import EvidenceDraft, SourceClass, Stance
from factcheck.domain.ids import EvidenceId, new_id
from factcheck.operations import evidence
from factcheck.storage import queries


def add(desk, claim_id, **values):
    draft = EvidenceDraft(**{"url": "https://example.org/a", **values})
    return EvidenceId(desk.run(evidence.add_evidence, claim_id=claim_id, draft=draft).created)


def test_evidence_is_kept_as_typed_and_touches_its_claim(desk):
    claim_id = desk.claim()
    changes = desk.run(
        evidence.add_evidence,
        claim_id=claim_id,
        draft=EvidenceDraft(
            " javascript:alert(1) ", Stance.REFUTES, SourceClass.PRIMARY, quote="٩٨٥٠ متطوعًا"
        ),
    )
    (found,) = desk.read(queries.evidence, claim_id)
    assert changes.claims == {claim_id}
    assert (changes.articles, changes.evidence) == ({desk.article_id}, {found.id})
    assert (found.url, found.stance, found.quote) == (
        "javascript:alert(1)",
        "refutes",
        "٩٨٥٠ متطوعًا",
    )
    assert timedelta() <= datetime.now(UTC) - found.accessed < timedelta(minutes=1)
    assert desk.get(claim_id).evidence_count == 1


def test_moments_are_kept_in_utc(desk):
    claim_id = desk.claim()
    beirut = datetime(2025, 7, 11, 1, 30, 5, 123_456, tzinfo=timezone(timedelta(hours=3)))
    evidence_id = add(desk, claim_id, accessed=beirut)
    assert desk.read(queries.one_evidence, evidence_id).accessed == datetime(
        2025, 7, 10, 22, 30, 5, 123_000, tzinfo=UTC
    )
    with pytest.raises(InvalidInputError):
        desk.run(
            evidence.edit_evidence,
            evidence_id=evidence_id,
            values={"accessed": beirut.replace(tzinfo=None)},
        )


def test_order_is_kept(desk):
    claim_id = desk.claim()
    first, second, third = (add(desk, claim_id, title=name) for name in "abc")

    def order():
        return [each.id for each in desk.read(queries.evidence, claim_id)]

    assert order() == [first, second, third]
    desk.run(evidence.move_evidence, evidence_id=third, position=0)
    assert order() == [third, first, second]
    desk.run(evidence.move_evidence, evidence_id=third, position=99)
    assert order() == [first, second, third]
    desk.run(evidence.delete_evidence, evidence_ids=[second])
    assert order() == [first, third]
    assert desk.read(queries.evidence_of, desk.article_id).keys() == {claim_id}


def test_what_does_not_fit_is_refused(desk):
    claim_id = desk.claim()
    with pytest.raises(InvalidInputError):
        desk.run(evidence.add_evidence, claim_id=claim_id, draft=EvidenceDraft(publisher="x"))
    evidence_id = add(desk, claim_id)
    for values in ({"stance": "maybe"}, {"published": "x"}, {"claim_id": claim_id}):
        with pytest.raises(InvalidInputError):
            desk.run(evidence.edit_evidence, evidence_id=evidence_id, values=values)
    desk.run(evidence.delete_evidence, evidence_ids=[evidence_id])
    with pytest.raises(NotFoundError):
        desk.run(evidence.edit_evidence, evidence_id=evidence_id, values={"title": "x"})
    with pytest.raises(NotFoundError):
        desk.read(queries.one_evidence, evidence_id)
    with pytest.raises(NotFoundError):
        desk.run(
            evidence.add_evidence, claim_id=new_id(), draft=EvidenceDraft("https://example.org")
        )
