import json
from dataclasses import replace

import pytest

from factcheck.domain.claim import WorkState
from factcheck.domain.errors import ExportError
from factcheck.reports import to_claimreview, to_html
from factcheck.reports.model import ReportOptions
from factcheck.reports.to_claimreview import findings
from tests.reports import sample

OPTIONS = ReportOptions(
    newsroom="غرفة الأخبار",
    page_url="https://desk.example/checks/bus",
    site_url="https://desk.example/",
)


def _one(options=OPTIONS, of=None, rating=sample.RATINGS[3], **values):
    of = of or sample.article()
    made = {"state": WorkState.CHECKED, "statement": "طول الخط 42 كيلومترا.", "claimant": "البلدية",
            "said_on": "2024-05-03", "rationale": "العقد يذكر 24."} | values  # fmt: skip
    claim = sample.claim(of, "طوله 42 كيلومترا", **made)
    return sample.report(options, [sample.told(claim, rating, sample.evidence(claim))], of)


def _codes(report, *, blocking=None):
    return {each.code for each in findings(report) if blocking in (None, each.is_blocking)}


def test_a_complete_claim_is_published_without_a_finding():
    report = _one()
    assert findings(report) == []
    feed = json.loads(to_claimreview.write(report))
    assert (feed["@context"], feed["@type"]) == ("https://schema.org", "DataFeed")
    (item,) = feed["dataFeedElement"]
    (review,) = item["item"]
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == "طول الخط 42 كيلومترا."
    assert review["url"].startswith("https://desk.example/checks/bus#claim-")
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "زائف", "name": "False", "ratingValue": 1,
        "bestRating": 5, "worstRating": 1, "ratingExplanation": "العقد يذكر 24.",
    }  # fmt: skip
    item = review["itemReviewed"]
    assert item["@type"] == "Claim"
    assert item["author"] == {"@type": "Person", "name": "البلدية"}
    assert item["appearance"]["url"] == "https://example.org/أخبار/1"
    assert review["citation"][0]["archivedAt"].startswith("https://web.archive.org/")


def test_a_verdict_outside_the_scale_has_words_only():
    report = _one(rating=sample.RATINGS[4])
    rating = to_claimreview.checked(report)[0]["reviewRating"]
    assert "ratingValue" not in rating
    assert rating["alternateName"] == "لا دليل"


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("V1", {"rating": None}),
        ("V2", {"options": replace(OPTIONS, page_url="")}),
        ("V2", {"options": replace(OPTIONS, page_url="https://bit.ly/x")}),
        ("V2", {"options": replace(OPTIONS, page_url="mailto:a@example.org")}),
        ("V4", {"rating": replace(sample.RATINGS[3], name_ar="")}),
        ("V6", {"options": replace(OPTIONS, profile="bing"), "claimant": ""}),
        ("V6", {"options": replace(OPTIONS, profile="bing", newsroom="")}),
        ("V7", {"claimant": "غرفة الأخبار"}),
        ("V8", {"said_on": "2026-01"}),
        ("V8", {"said_on": "2025-03-30/2025-04-28"}),
        ("V8", {"said_on": "أمس"}),
        ("V10", {"of": sample.article(url="")}),
        ("V10", {"of": sample.article(url="javascript:x")}),
        ("V11", {"state": WorkState.CHECKING}),
        ("V14", {"rationale": "قبل \u202e بعد"}),
    ],
)
def test_what_blocks_is_refused_with_its_code(code, change):
    report = _one(**change)
    assert code in _codes(report, blocking=True)
    with pytest.raises(ExportError, match=code):
        to_claimreview.write(report)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("V4", {"rating": replace(sample.RATINGS[3], name_en="")}),
        ("V5", {"statement": "كلمة " * 20}),
        ("V5", {"statement": "ليس صحيحًا أن الخط طويل."}),
        ("V6", {"claimant": ""}),
        ("V6", {"options": replace(OPTIONS, newsroom="")}),
    ],
)
def test_what_weakens_is_a_warning(code, change):
    report = _one(**change)
    assert code in _codes(report, blocking=False)
    assert to_claimreview.write(report)


def test_a_broken_scale_blocks():
    equal = tuple(replace(each, value=0) for each in sample.RATINGS[:2])
    rising = tuple(replace(each, value=n) for n, each in enumerate(sample.RATINGS))
    assert "V3" not in _codes(_one())
    report = _one(rating=rising[3])
    broken = replace(report, scales=(replace(sample.SCALE, ratings=rising),))
    assert "V3" in _codes(broken, blocking=True)
    flat = replace(report, scales=(replace(sample.SCALE, ratings=equal),))
    assert "V3" not in _codes(flat)


def test_no_evidence_and_several_reviews_are_warnings():
    of = sample.article()
    base = _one(of=of)
    bare = replace(base.claims[0], evidence=())
    assert "V13" in _codes(replace(base, claims=(bare,)), blocking=False)
    claims = [replace(base.claims[0], claim=replace(base.claims[0].claim, number=n,
              id=sample.natural_id("x", str(n)))) for n in range(1, 501)]  # fmt: skip
    many = replace(base, claims=tuple(claims))
    assert "V9" in _codes(many, blocking=False)
    urls = {each["url"] for each in to_claimreview.checked(many)}
    assert len(urls) == 500
    twice = replace(base, claims=(base.claims[0], base.claims[0]))
    assert "V9" in _codes(twice, blocking=True)


def test_nothing_to_publish_is_refused():
    with pytest.raises(ExportError, match="V1"):
        to_claimreview.write(sample.report(OPTIONS, []))


def test_a_long_list_of_reasons_is_cut():
    report = sample.report(ReportOptions())
    with pytest.raises(ExportError, match=r"V2.*V11") as caught:
        to_claimreview.write(report)
    assert len(str(caught.value)) < 2000


def test_the_web_page_carries_one_script_for_each_review():
    page = to_html.write(_one(replace(OPTIONS, with_claimreview=True), statement="a </script> b"))
    assert page.count(b'<script type="application/ld+json">') == 1
    assert page.count(b"</script>") == 1
    start = page.index(b"ld+json") + 9
    review = json.loads(page[start : page.index(b"</script>")])
    assert review["@context"] == "https://schema.org"
    assert review["claimReviewed"] == "a </script> b"
    with pytest.raises(ExportError):
        to_html.write(sample.report(replace(OPTIONS, with_claimreview=True)))
