from dataclasses import replace

import pytest

from factcheck.domain.claim import ClaimKind, WorkState
from factcheck.domain.errors import ExportError
from factcheck.domain.figure import Comparator, Figure
from factcheck.reports import registry, to_html, wording
from factcheck.reports.compose import compose
from factcheck.reports.document import Drawing, Heading, MarkedParagraph, Paragraph, Table
from factcheck.reports.marks import marked_text
from factcheck.reports.model import Coverage, Overall, ReportKind, ReportOptions
from factcheck.reports.overall import propose
from factcheck.runtime.i18n import speaking
from tests.reports import sample

R = {rating.key: rating for rating in sample.RATINGS}


def _shown(blocks):
    return "\n".join(
        "".join(run.text for run in block.text)
        for block in blocks
        if isinstance(block, Heading | Paragraph)
    )


def _composed(**options):
    return list(compose(sample.report(ReportOptions(**options))).flat())


@pytest.mark.parametrize(
    ("keys", "proposed"),
    [
        ([], None),
        ([None, "opinion"], None),
        (["true"] * 3, "true"),
        (["true"] * 9 + ["false"], "true"),
        (["true"] * 8 + ["false"], "false"),
        (["true"] * 18 + ["false", "misleading"], "true"),
        (["true"] * 17 + ["false", "misleading"], "misleading"),
        (["true", "unproven"], "unproven"),
        (["mostly", "opinion", None], "mostly"),
    ],
)
def test_the_worst_verdict_of_more_than_a_tenth_is_proposed(keys, proposed):
    found = propose(R.get(key) for key in keys)
    assert (found.key if found else None) == proposed


def test_the_article_text_is_cut_but_never_changed():
    report = sample.report()
    paragraphs = marked_text(report)
    text = "\n".join("".join(run.text for run in each.runs) for each in paragraphs)
    assert text == sample.ARABIC.strip()
    ends = [mark.number for each in paragraphs for run in each.runs for mark in run.ends]
    assert ends == ["1", "2", "3", "4", "5"]


def test_a_claim_within_a_left_to_right_stretch_does_not_tear_it_apart():
    of = sample.article("السعر 1 USD = 3.75 SAR اليوم، انظر https://example.org/خبر/1 هنا\n")
    claims = [sample.told(sample.claim(of, words, n)) for n, words in
              enumerate(("السعر 1 USD", "3.75 SAR", "https://example.org/خبر/1"), 1)]  # fmt: skip
    (paragraph,) = marked_text(sample.report(claims=claims, of=of))
    told = [(run.text, run.is_ltr, run.opens_ltr, run.closes_ltr) for run in paragraph.runs]
    assert told == [
        ("السعر ", False, False, False),
        ("1 USD", True, True, False),
        (" = ", True, False, False),
        ("3.75 SAR", True, False, True),
        (" اليوم، انظر ", False, False, False),
        ("https://example.org/خبر/1", True, True, True),
        (" هنا", False, False, False),
    ]
    page = to_html.write(sample.report(claims=claims, of=of)).decode()
    assert page.count("<bdi") == page.count("</bdi>")


def test_a_claim_over_two_paragraphs_is_marked_in_both():
    of = sample.article("أول سطر هنا\nثاني سطر هنا\n\nثالث\n")
    claim = sample.claim(of, "هنا\nثاني", 1)
    paragraphs = marked_text(sample.report(claims=[sample.told(claim)], of=of))
    marked = [run.text for each in paragraphs for run in each.runs if run.marks]
    assert marked == ["هنا", "ثاني"]
    assert [len(run.ends) for each in paragraphs for run in each.runs] == [0, 0, 1, 0, 0]


def test_the_verdict_report_proposes_a_rating_and_says_so():
    text = _shown(_composed())
    assert "✗ زائف" in text
    assert "مقترح من أحكام ادعاءاته" in text
    by_hand = replace(sample.report(), overall=Overall(R["true"], "صُحّح المقال."))
    text = _shown(compose(by_hand).flat())
    assert "صُحّح المقال." in text
    assert "مقترح" not in text


def test_the_checking_copy_tells_everything():
    text = _shown(_composed(kind=ReportKind.CHECKING, with_notes=True))
    assert "اتصلت بالمكتب." in text
    assert "تذكر وثيقة العقد" in text


def test_the_checked_copy_tells_only_what_must_change():
    blocks = _composed(kind=ReportKind.CHECKED)
    anchors = [each.anchor for each in blocks if isinstance(each, Heading) and each.anchor]
    assert len(anchors) == 2
    assert "الصياغة المقترحة" in _shown(blocks)
    fine = sample.report(ReportOptions(kind=ReportKind.CHECKED), claims=[])
    assert "لا ادعاءات من هذا النوع" in _shown(compose(fine).flat())


def test_the_query_memo_asks_what_the_record_does_not_say():
    text = _shown(_composed(kind=ReportKind.QUERIES))
    assert "ما مصدر هذا؟" in text
    assert "لن ترتفع الأسعار" not in text
    of = sample.article()
    claims = [
        sample.told(sample.claim(of, "لن ترتفع", 4, kind=ClaimKind.QUOTE)),
        sample.told(sample.claim(of, "البلدية", 1, state=WorkState.CHECKED)),
        sample.told(sample.claim(of, "المدير", 2, claimed=Figure("5")), R["unproven"]),
        sample.told(sample.claim(of, "الشركة", 3, kind=ClaimKind.OPINION)),
    ]
    memo = sample.report(ReportOptions(kind=ReportKind.QUERIES, language="en"), claims, of)
    text = _shown(compose(memo).flat())
    assert "has no verdict" in text
    assert "What is the right figure" in text
    assert "No proof was found" in text
    assert "Who said this" in text
    assert "3." not in text


def test_dates_claimed_and_found_become_a_timeline():
    of = sample.article()
    dated = {"kind": ClaimKind.DATE, "claimed": Figure("2024-05-03")}
    one = sample.told(sample.claim(of, "البلدية", 1, found=Figure("2024-05"), **dated))
    two = sample.told(sample.claim(of, "المدير", 2, found=Figure("لا أعرف"), **dated))
    odd = sample.told(sample.claim(of, "الشركة", 3, kind=ClaimKind.DATE, claimed=Figure("؟")))
    blocks = list(compose(sample.report(claims=[one, two, odd], of=of)).flat())
    drawings = [each for each in blocks if isinstance(each, Drawing)]
    assert len(drawings) == 3
    assert len(drawings[2].picture.dots) == 3
    alone = list(compose(sample.report(claims=[one], of=of)).flat())
    assert sum(isinstance(each, Drawing) for each in alone) == 2


def test_an_article_without_claims_makes_a_report():
    blocks = list(compose(sample.report(claims=[], coverage=Coverage(0, 0), overall=None)).flat())
    assert "لا ادعاءات في هذا التقرير." in _shown(blocks)
    assert any(isinstance(each, MarkedParagraph) for each in blocks)
    assert [len(each.rows) for each in blocks if isinstance(each, Table)] == [0, 6]


def test_the_report_speaks_its_own_language_and_digits():
    english = _shown(_composed(language="en"))
    assert "Verdict report" in english
    arabic = _shown(_composed(digits="arabic", months="levant"))
    assert "٥ ادعاءات" in arabic
    assert "claim" not in arabic.replace("claim-", "")


def test_figures_in_words():
    options = ReportOptions()
    with speaking("ar"):
        about = wording.figure(Figure("10", "سفن", Comparator.ABOUT, "2024-05"), options)
        assert "".join(run.text for run in about) == "نحو 10 سفن (حتى مايو 2024)"
    assert sample.report().claims[1].comparison is not None
    assert sample.report().claims[3].comparison is None


def test_every_format_is_written_and_an_unknown_one_refused():
    report = sample.report()
    for key in set(registry.FORMATS) - {"claimreview"}:
        assert registry.write(report, key)
    with pytest.raises(ExportError, match=r"html, docx.*json|pdf, html"):
        registry.write(report, "rtf")
