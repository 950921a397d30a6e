"""Claim candidates: exact spans, kinds, claimants, figures, reasons and their order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.proposals import examine, propose
from factcheck.detection.statements import ClaimType
from factcheck.domain.claim import ClaimKind
from factcheck.domain.errors import InvalidInputError
from factcheck.domain.figure import Comparator, Figure
from tests.detection.scoring import passages


def one(text, **arguments):
    (candidate,) = propose(text, **arguments)
    return candidate


def test_a_figure_with_a_source_fills_kind_claimant_and_claimed_value():
    found = one("– قال وزير الري إن السد خزن أكثر من 40 مليون متر مكعب.")
    assert found.kind is ClaimKind.QUANTITY
    assert found.claim_type is ClaimType.QUANTITY
    assert found.claimant == "وزير الري"
    assert found.claimed == Figure("40000000", "m3", Comparator.MORE)
    assert found.rule.startswith("quantity")


def test_the_span_has_no_list_dash_and_no_outer_space():
    text = "عنوان\n\n  – وصل إلى المخيم 300 نازح.  \n"
    found = one(text)
    assert text[found.start : found.end] == "وصل إلى المخيم 300 نازح."


def test_a_month_and_an_interval_keep_their_grain():
    assert one("افتتح الجسر في مارس 2019.").claimed.value == "2019-03"
    assert one("عقد المؤتمر يومي 3 و4 مايو 2023.").claimed.value == "2023-05-03/2023-05-04"


def test_a_relative_date_without_a_day_of_publication_stays_open_and_says_why():
    found = one("انهار المبنى أمس.")
    assert found.kind is ClaimKind.DATE
    assert found.claimed == Figure()
    assert any("published" in reason.message for reason in found.reasons)
    assert one("انهار المبنى أمس.", published="2024-05-02").claimed.value == "2024-05-01"
    assert one("انهار المبنى أمس.", published="2024-05").claimed == Figure()


def test_a_sentence_that_reports_twice_becomes_two_fragments():
    text = "أكد المدير أن الخزان امتلأ قبل الموعد، وأضاف أن الضخ بدأ في القرى المجاورة."
    first, second = propose(text)
    assert text[first.start : first.end] == "أكد المدير أن الخزان امتلأ قبل الموعد"
    assert text[second.start : second.end].startswith("وأضاف أن الضخ")
    assert first.claimant == second.claimant == "المدير"


def test_a_quotation_of_two_sentences_is_one_statement():
    text = "وقالت المعلمة: «عدنا إلى المدرسة في الخريف. لم نجد مقاعد تكفي الجميع»."
    found = one(text)
    assert found.kind is ClaimKind.QUOTE
    assert (found.start, found.end) == (0, len(text))


def test_superlatives_alone_make_a_candidate_and_say_so():
    found = one("تضم المدينة أكبر سوق للحرف التقليدية في البلاد.")
    assert found.kind is ClaimKind.COMPARISON
    assert found.items == ()
    assert found.reasons


def test_the_order_puts_sourced_figures_first_and_opinions_last():
    text = (
        "يرى محللون أن القرار متسرع.\nهبت عاصفة في 3 مايو 2023.\n"
        "أعلنت الوزارة تلف 200 هكتار.\nاحترق 50 منزلا."
    )
    ranked = sorted(propose(text), key=lambda each: each.rank)
    starts = [text[each.start : each.start + 6].split(maxsplit=1)[0] for each in ranked]
    assert starts == ["أعلنت", "احترق", "هبت", "يرى"]
    assert ranked[-1].claim_type is ClaimType.OPINION


def test_order_never_filters():
    for passage in passages("reporting"):
        found = propose(passage["text"], language=passage["lang"])
        items = examine(passage["text"], language=passage["lang"]).items
        for item in items:
            assert any(each.start < item.end and item.start < each.end for each in found)


def test_nothing_to_propose():
    assert propose("") == ()
    assert propose(" \n\t ") == ()
    assert propose("جلسنا تحت الشجرة وشربنا الشاي.") == ()


def test_a_bad_day_of_publication_is_refused_with_a_sentence():
    with pytest.raises(InvalidInputError):
        propose("نص", published="yesterday-or-so-1")


def test_progress_is_told_and_may_stop_the_work():
    shares = []
    examine("قال الوزير إن العدد 20.", progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def stop(_share):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        examine("نص", progress=stop)


WORDS = ["«", "»", '"', "،", ".", "\n", "– ", "20", "أن", "قال", "وزير", "وأضاف", "أكبر", "مايو"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_spans_are_trimmed_and_apart(pieces):
    text = " ".join(pieces)
    reach = 0
    for each in propose(text):
        assert reach <= each.start < each.end <= len(text)
        assert not text[each.start].isspace()
        assert not text[each.end - 1].isspace()
        reach = each.end
