"""Two people edit the same claim: nothing is overwritten unseen."""

import pytest

from factcheck.domain.conflict import EditConflictError
from factcheck.domain.errors import NotFoundError
from factcheck.domain.evidence import EvidenceDraft
from factcheck.domain.figure import Figure
from factcheck.operations import articles, claims, evidence, verdicts
from factcheck.operations.choosing import Choice, choose_edits
from factcheck.storage import queries


def edit(desk, claim_id, base, **values):
    return desk.run(claims.edit_claims, claim_ids=[claim_id], values=values, base={claim_id: base})


def test_what_only_one_changed_is_merged(desk):
    claim_id = desk.claim(statement="قبل", claimant="قبل")
    base = {"statement": "قبل", "claimant": "قبل"}
    other = desk.joined_by("نورة")
    edit(other, claim_id, {"claimant": "قبل"}, claimant="نورة كتبته")
    edit(desk, claim_id, base, statement="ليلى كتبته", claimant="قبل")
    found = desk.get(claim_id)
    assert (found.statement, found.claimant) == ("ليلى كتبته", "نورة كتبته")


def test_the_same_value_twice_is_no_clash(desk):
    claim_id = desk.claim(note="")
    edit(desk.joined_by("نورة"), claim_id, {"note": ""}, note="واحد")
    edit(desk, claim_id, {"note": ""}, note="واحد")
    assert desk.get(claim_id).note == "واحد"


def test_a_clash_says_base_mine_theirs_who_and_when_and_stores_nothing(desk):
    claim_id = desk.claim(note="أصل", claimant="أصل")
    edit(desk.joined_by("نورة"), claim_id, {"note": "أصل"}, note="لها")
    with pytest.raises(EditConflictError) as caught:
        edit(desk, claim_id, {"note": "أصل", "claimant": "أصل"}, note="لي", claimant="جديد")
    [clash] = caught.value.clashes
    assert (clash.table, clash.row_id, clash.field) == ("claim", claim_id, "note")
    assert (clash.base, clash.mine, clash.theirs, clash.who) == ("أصل", "لي", "لها", "نورة")
    assert clash.at is not None
    assert clash.at.tzinfo is not None
    found = desk.get(claim_id)
    assert (found.note, found.claimant) == ("لها", "أصل")


def test_a_later_edit_from_their_value_is_taken(desk):
    claim_id = desk.claim(note="أصل")
    edit(desk.joined_by("نورة"), claim_id, {"note": "أصل"}, note="لها")
    edit(desk, claim_id, {"note": "لها"}, note="كلاهما")
    assert desk.get(claim_id).note == "كلاهما"


def test_figures_are_compared_part_by_part(desk):
    before = Figure("10", "شخص")
    claim_id = desk.claim(claimed=before)
    other = desk.joined_by("نورة")
    edit(other, claim_id, {"claimed": before}, claimed=Figure("10", "متطوع"))
    edit(desk, claim_id, {"claimed": before}, claimed=Figure("12", "شخص"))
    assert desk.get(claim_id).claimed == Figure("12", "متطوع")
    with pytest.raises(EditConflictError) as caught:
        edit(desk, claim_id, {"claimed": before}, claimed=Figure("12", "رجل"))
    assert [each.field for each in caught.value.clashes] == ["claimed_unit"]


def test_a_verdict_given_meanwhile_is_not_overwritten(desk):
    claim_id = desk.claim()
    first, second = (desk.rating(each) for each in ("false", "true"))
    base = {claim_id: {"rating_id": None}}
    other = desk.joined_by("نورة")
    other.run(verdicts.set_verdict, claim_ids=[claim_id], rating_id=first.id, base=base)
    with pytest.raises(EditConflictError) as caught:
        desk.run(verdicts.set_verdict, claim_ids=[claim_id], rating_id=second.id, base=base)
    [clash] = caught.value.clashes
    assert (clash.base, clash.mine, clash.theirs) == (None, second.id.hex, first.id.hex)


def test_one_disputed_claim_of_many_stops_all(desk):
    one, two = desk.claim(), desk.claim("40 boats")
    base = {each: {"note": ""} for each in (one, two)}
    edit(desk.joined_by("نورة"), two, {"note": ""}, note="لها")
    with pytest.raises(EditConflictError) as caught:
        desk.run(claims.edit_claims, claim_ids=[one, two], values={"note": "لي"}, base=base)
    assert [each.row_id for each in caught.value.clashes] == [two]
    assert desk.get(one).note == ""


def test_evidence_is_compared_too(desk):
    claim_id = desk.claim()
    made = desk.run(
        evidence.add_evidence, claim_id=claim_id, draft=EvidenceDraft(title="أصل")
    ).created
    other = desk.joined_by("نورة")
    other.run(evidence.edit_evidence, evidence_id=made, values={"title": "لها"})
    desk.run(evidence.edit_evidence, evidence_id=made, values={"quote": "نص"}, base={"quote": ""})
    with pytest.raises(EditConflictError):
        desk.run(
            evidence.edit_evidence, evidence_id=made, values={"title": "لي"}, base={"title": "أصل"}
        )
    [found] = desk.read(queries.evidence, claim_id)
    assert (found.title, found.quote) == ("لها", "نص")


def test_the_details_of_an_article_are_compared_too(desk):
    def details(who, base, **values):
        who.run(articles.edit_article, article_id=desk.article_id, values=values, base=base)

    details(desk.joined_by("نورة"), {"outlet": ""}, outlet="صحيفتها")
    details(desk, {"author": ""}, author="كاتب")
    with pytest.raises(EditConflictError):
        details(desk, {"outlet": "", "author": "كاتب"}, outlet="صحيفتي", author="كاتب آخر")
    found = desk.read(queries.article, desk.article_id)
    assert (found.outlet, found.author) == ("صحيفتها", "كاتب")


def clash_about_note(desk):
    claim_id = desk.claim(note="أصل")
    other = desk.joined_by("نورة")
    edit(other, claim_id, {"note": "أصل"}, note="لها")
    with pytest.raises(EditConflictError) as caught:
        edit(desk, claim_id, {"note": "أصل"}, note="لي")
    return other, claim_id, caught.value.clashes[0]


def test_what_was_chosen_is_stored(desk):
    _, claim_id, clash = clash_about_note(desk)
    desk.run(choose_edits, choices=[Choice(clash, "لي")])
    assert desk.get(claim_id).note == "لي"


def test_both_edits_can_be_put_together(desk):
    _, claim_id, clash = clash_about_note(desk)
    desk.run(choose_edits, choices=[Choice(clash, "لي ولها")])
    assert desk.get(claim_id).note == "لي ولها"


def test_a_third_edit_meanwhile_is_a_new_clash(desk):
    other, claim_id, clash = clash_about_note(desk)
    edit(other, claim_id, {"note": "لها"}, note="لها ثانية")
    with pytest.raises(EditConflictError) as caught:
        desk.run(choose_edits, choices=[Choice(clash, "لي")])
    assert caught.value.clashes[0].theirs == "لها ثانية"
    assert desk.get(claim_id).note == "لها ثانية"


def test_nothing_is_stored_in_what_was_deleted_meanwhile(desk):
    other, claim_id, clash = clash_about_note(desk)
    other.run(claims.delete_claims, claim_ids=[claim_id])
    with pytest.raises(NotFoundError):
        desk.run(choose_edits, choices=[Choice(clash, "لي")])


def test_a_form_that_never_saw_the_record_is_asked_about_too(desk):
    claim_id = desk.claim()
    with pytest.raises(EditConflictError) as caught:
        edit(desk, claim_id, {"note": "ما لم يكن"}, note="جديد")
    (clash,) = caught.value.clashes
    assert (clash.base, clash.mine) == ("ما لم يكن", "جديد")
    assert desk.get(claim_id).note == ""
