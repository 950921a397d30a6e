"""Consistency: one thing, two figures or dates."""

import pytest

from factcheck.detection.consistency import DIFFERENT_DATES, DIFFERENT_FIGURES, inconsistencies
from factcheck.domain.anchor import Anchor
from factcheck.domain.claim import Claim, ClaimKind, WorkState
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.ids import ArticleId, ClaimId, VersionId, new_id

ARTICLE, VERSION = ArticleId(new_id()), VersionId(new_id())


def claims(*pairs, state=WorkState.OPEN):
    return [
        Claim(
            ClaimId(new_id()), ARTICLE, VERSION, 1, number, Anchor(0, len(words), words),
            ClaimKind.QUANTITY, state, claimed=figure,
        )
        for number, (words, figure) in enumerate(pairs, 1)
    ]  # fmt: skip


def test_two_figures_for_one_thing_are_pointed_out_once():
    made = claims(
        ("قتل في انهيار المنجم 14 عاملا", Figure("14", "عامل")),
        ("وارتفع عدد قتلى انهيار المنجم إلى 19 عاملا", Figure("19", "عامل")),
    )
    (found,) = inconsistencies(made)
    assert (found.first, found.second) == tuple(made)
    assert found.reason == DIFFERENT_FIGURES
    assert found.reason.format(**found.values) == (
        "Claims 1 and 2 give different figures for the same thing."
    )


def test_two_dates_for_one_thing():
    (found,) = inconsistencies(
        claims(
            ("افتتح متحف المدينة الجديد في 3 مايو 2020", Figure("2020-05-03")),
            ("افتتح متحف المدينة الجديد عام 2021", Figure("2021-01-01/2021-12-31")),
        )
    )
    assert found.reason == DIFFERENT_DATES


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Figure("14", "عامل"), Figure("14", "عامل")),
        (Figure("14", "عامل"), Figure("10", "عامل", Comparator.MORE)),
        (Figure("14", "عامل"), Figure("19", "منجم")),
        (Figure("14", "عامل"), Figure()),
    ],
)
def test_figures_that_can_both_be_right_are_left_alone(one, other):
    words = "قتل في انهيار المنجم عدد من العمال"
    assert inconsistencies(claims((words, one), (words, other))) == []


def test_other_things_and_dismissed_claims_are_left_alone():
    one = ("قتل في انهيار المنجم 14 عاملا", Figure("14", "عامل"))
    far = ("توظف الشركة في مصانعها 900 عامل", Figure("900", "عامل"))
    near = ("قتل في انهيار المنجم 20 عاملا", Figure("20", "عامل"))
    assert inconsistencies(claims(one, far)) == []
    assert inconsistencies(claims(one, near, state=WorkState.DISMISSED)) == []


def test_many_claims_of_one_wording_stay_quick():
    made = claims(*((f"سجل المركز رقم {n} حالة", Figure(str(n), "حالة")) for n in range(3000)))
    assert inconsistencies(made) == []
