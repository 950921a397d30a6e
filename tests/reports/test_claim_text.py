from factcheck.reports.claim_text import claim_as_text
from factcheck.reports.model import ReportOptions
from tests.reports import sample


def test_one_claim_as_text():
    told = sample.report().claims[0]
    text = claim_as_text(told, ReportOptions())
    assert text.startswith("1. ✗ زائف طوله 42 كيلومترا\n")
    assert "القيمة المدّعاة: 42 كيلومترا\n" in text
    assert "https://example.org/بيان?id=3" in text
    assert "اتصلت بالمكتب" not in text
    english = claim_as_text(told, ReportOptions(language="en", with_notes=True))
    assert english.startswith("1. ✗ False ")
    assert "Kind: Quantity\n" in english
    assert "اتصلت بالمكتب" in english
