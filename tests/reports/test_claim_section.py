from datetime import timedelta
from uuid import UUID

from factcheck.domain.figure import Figure
from factcheck.domain.revision import Revision
from factcheck.reports.claim_section import claim_section
from factcheck.reports.document import Facts, Heading, Paragraph
from factcheck.reports.model import ReportOptions
from factcheck.runtime.i18n import speaking
from tests.reports import sample


def _revision(field, old, new, minutes, actor="مريم"):
    return Revision(
        UUID(int=1), "edit_claims", "do", sample.MADE + timedelta(minutes=minutes), actor, "claim",
        UUID(int=2), field, old, new,
    )  # fmt: skip


def _told(language="ar", *, with_work=True, told=None, **options):
    of = sample.article()
    told = told or sample.told(
        sample.claim(of, "البلدية", 1, note="سر", statement="البلدية"),
        sample.RATINGS[0],
        history=(_revision("*", None, None, 0), _revision("state", "open", None, 5)),
    )
    with speaking(language):
        section = claim_section(
            told, ReportOptions(language=language, **options), with_work=with_work
        )
    lines = []
    for block in section.blocks:
        if isinstance(block, Heading | Paragraph):
            lines.append("".join(run.text for run in block.text))
        if isinstance(block, Facts):
            lines += [n + ": " + "".join(run.text for run in text) for n, text in block.rows]
    return [line.translate({0x2068: None, 0x2069: None}) for line in lines]


def test_the_history_says_who_changed_what_when():
    lines = _told()
    assert "20 يوليو 2025، 09:30 UTC · مريم · تغيير ادعاءات" in "\n".join(lines)
    assert lines[-1].endswith(": open ← –")
    english = _told("en")
    assert english[-1].endswith("open → –")
    assert "20 July 2025, 09:35 UTC · مريم" in english[-1]


def test_without_names_the_history_is_nameless():
    assert "مريم" not in "\n".join(_told(with_names=False))


def test_state_history_and_note_are_for_the_checking_copy_only():
    assert not any("حالة العمل" in line for line in _told(with_work=False))
    assert "سر" not in _told()
    assert "سر" in _told(with_notes=True)


def test_a_statement_equal_to_the_words_is_not_told_twice():
    assert _told().count("البلدية") == 1


def test_a_long_claim_has_a_short_heading():
    of = sample.article("كلمة " * 60 + "\n")
    heading = _told(told=sample.told(sample.claim(of, ("كلمة " * 50).strip(), 1)))[0]
    assert heading.endswith("كلمة…")
    assert len(heading) < 120


def test_bare_evidence_needs_no_links_and_no_source():
    of = sample.article()
    only = sample.claim(of, "البلدية", 1)
    row = sample.evidence(only, url="", title="", publisher="", published="", locator="",
                          archive_url="https://archive.example/1")  # fmt: skip
    lines = _told(told=sample.told(only, None, row))
    assert "(1) ينفي · مصدر رسمي" in lines
    assert lines[-1].startswith("نسخة مؤرشفة: https://archive.example/1 · اطُّلع عليه في ")
    bare = sample.evidence(only, url="", archive_url="", author="سعاد", quote="")
    assert _told(told=sample.told(only, None, bare))[-1].startswith("اطُّلع عليه في ")


def test_dates_differ_by_days_in_the_right_plural():
    of = sample.article()
    told = sample.told(sample.claim(
        of, "البلدية", 1, claimed=Figure("2024-05-03"), found=Figure("2024-05-07")))  # fmt: skip
    assert any("القيمتان مختلفتان · الفارق +4 أيام" in line for line in _told(told=told))
    within = sample.told(sample.claim(
        of, "البلدية", 1, claimed=Figure("10 آلاف"), found=Figure("10,200")))  # fmt: skip
    assert any("ضمن هامش التسامح · الفارق +200 (+2%) · " in line for line in _told(told=within))
    odd = sample.told(sample.claim(of, "البلدية", 1, claimed=Figure("كثير"), found=Figure("5")))
    assert any("غير قابلتين للمقارنة" in line for line in _told(told=odd))
