"""Edits that could not be saved at all, in the form in which drafts are kept and chosen later."""

import pytest

from factcheck.domain.claim import Figure
from factcheck.domain.evidence import EvidenceDraft, Stance
from factcheck.operations.choosing import Choice, choose_edits, unsaved_edit, unsaved_evidence
from factcheck.operations.evidence import add_evidence, says_something
from factcheck.storage import queries


def test_an_edit_of_a_claim_names_each_column_that_was_changed(desk):
    claim_id = desk.claim()
    found = Figure(value="12")
    error = unsaved_edit(claim_id, {"note": "لي", "found": found}, {"note": "", "found": Figure()})
    assert {(each.field, each.base, each.mine, each.theirs) for each in error.clashes} == {
        ("note", "", "لي", ""),
        ("found_value", "", "12", ""),
    }


def test_an_edit_of_evidence_can_be_chosen_later(desk):
    claim_id = desk.claim()
    draft = EvidenceDraft(title="تقرير", quote="أصل")
    evidence_id = desk.run(add_evidence, claim_id=claim_id, draft=draft).created
    error = unsaved_evidence(
        evidence_id,
        {"quote": "كما كتبت", "stance": Stance.CONTEXT},
        {"quote": "أصل", "stance": Stance.CONTEXT},
    )
    [clash] = error.clashes
    assert (clash.table, clash.row_id, clash.field) == ("evidence", evidence_id, "quote")
    desk.run(choose_edits, choices=[Choice(clash, clash.mine)])
    [found] = desk.read(queries.evidence, claim_id)
    assert found.quote == "كما كتبت"


@pytest.mark.parametrize("name", ["url", "title", "quote", "archive_url"])
def test_evidence_says_something_by_one_of_four_fields(name):
    assert says_something(EvidenceDraft(**{name: "شيء"}))
    assert not says_something(EvidenceDraft(**{name: "  "}))


@pytest.mark.parametrize("name", ["publisher", "author", "locator", "published"])
def test_other_fields_alone_say_too_little(name):
    assert not says_something(EvidenceDraft(**{name: "2024"}))
