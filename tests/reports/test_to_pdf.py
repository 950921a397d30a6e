import re
from dataclasses import replace
from unicodedata import normalize

import pytest

from factcheck.domain.errors import ExportError
from factcheck.reports import cancelling, to_pdf
from factcheck.reports.model import ReportKind, ReportOptions
from tests.reports import sample
from tests.reports.pdf_reading import (
    needs_poppler,
    run,
    share_of_words_found,
    squeezed,
    text_of,
    words_of,
)

pytestmark = needs_poppler


@pytest.fixture(scope="module")
def arabic():
    return to_pdf.write(sample.report())


@pytest.fixture(scope="module")
def english():
    return to_pdf.write(sample.english_report())


def test_the_arabic_can_be_searched(arabic):
    assert share_of_words_found(sample.ARABIC, arabic) >= 0.99
    found = set(words_of(text_of(arabic)))
    assert not any(word[::-1] in found for word in ("البلدية", "الحافلات", "كيلومترا"))
    assert "االدعاءات" not in found


def test_a_font_with_a_lam_alef_ligature_would_fail_that_check(monkeypatch):
    monkeypatch.setattr(to_pdf, "FONTS", ("IBM Plex Sans Arabic",))
    assert share_of_words_found(sample.ARABIC, to_pdf.write(sample.report())) < 0.97


def test_it_is_tagged_titled_and_in_its_language(arabic, english):
    for data, title, language in (
        (arabic, "افتتاح خط الحافلات", b"/Lang(ar)"),
        (english, "New bus line opens", b"/Lang(en)"),
    ):
        told = run("pdfinfo", data)
        assert re.search("Tagged: +yes", told)
        assert title in told
        assert language in data
        assert b"/Outlines" in data
        assert b"pdfuaid" in data
        assert b"/Alt" in data


def test_fonts_are_embedded_with_their_letters(arabic):
    rows = run("pdffonts", arabic).splitlines()[2:]
    assert rows
    assert all(" yes yes yes" in row for row in rows)


def test_mixed_lines_are_read_in_order(arabic):
    text = text_of(arabic)
    for piece in ("1 USD = 3.75 SAR", "+966 11 234 5678", "2024-05-03", "COVID-19", "WHO-Transit"):
        assert piece in text


def test_allowed_addresses_are_links_and_no_others(arabic):
    links = [line.split()[-1] for line in run("pdfinfo", arabic, "-url").splitlines()[1:]]
    assert any("example.org" in link for link in links)
    assert all(link.startswith("https://") for link in links)


def test_pages_are_numbered_and_heads_repeated():
    of = sample.article()
    claims = [
        sample.told(replace(sample.claim(of, "البلدية", n, name=f"n{n}"), statement="نص " * 12),
                    sample.RATINGS[n % 6])
        for n in range(1, 90)
    ]  # fmt: skip
    data = to_pdf.write(sample.report(claims=claims, of=of))
    pages = int(re.search(r"Pages: +(\d+)", run("pdfinfo", data)).group(1))
    assert pages > 4
    for page in range(1, pages + 1):
        text = squeezed(text_of(data, "-f", str(page), "-l", str(page)))
        assert f"صفحة{page}من{pages}" in text
    for page in (2, 3):
        assert "الحكم" in text_of(data, "-f", str(page), "-l", str(page))


def test_no_text_is_ever_cut():
    of = sample.article()
    words = ["س" + str(n).translate(str.maketrans("0123456789", "ابتثجحخدذر")) for n in range(1500)]
    long = " ".join(words)
    only = replace(sample.claim(of, "البلدية"), statement=long, rationale=long)
    data = to_pdf.write(sample.report(claims=[sample.told(only, sample.RATINGS[0])], of=of))
    text = re.sub(r"\s+", " ", text_of(data))
    assert all(text.count(word) >= 3 for word in words[100:])
    boxes = re.findall(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"',
                       run("pdftotext", data, "-bbox"))  # fmt: skip
    assert len(boxes) > 3000
    for x_min, y_min, x_max, y_max in boxes:
        assert 0 <= float(x_min) <= float(x_max) <= 596
        assert 0 <= float(y_min) <= float(y_max) <= 842


def test_the_same_report_gives_the_same_bytes(arabic):
    assert to_pdf.write(sample.report()) == arabic


@pytest.mark.parametrize("kind", list(ReportKind))
def test_every_kind_in_arabic_digits(kind):
    options = ReportOptions(kind=kind, digits="arabic", with_notes=True)
    text = squeezed(text_of(to_pdf.write(sample.report(options))))
    assert "صفحة١من" in text


def test_hostile_text_appears_literally():
    for text in sample.HOSTILE:
        data = to_pdf.write(sample.hostile_report(text))
        shown = text.translate({0: "[U+2400]", 7: "[U+2407]", 0x202E: None, 0x2066: None})
        read = squeezed(text_of(data))
        for line in shown.split("\n"):
            assert squeezed(normalize("NFKC", line)) in normalize("NFKC", read), line
        links = run("pdfinfo", data, "-url").splitlines()[1:]
        assert not links


def test_letters_that_no_font_has_are_named(arabic):
    of = sample.article("خبر 😀 عن 中文 \u200d 👩‍👩‍👧 ✓ Привет Ωμέγα שלום.\n")
    data = to_pdf.write(sample.report(claims=[], of=of))
    text = text_of(data)
    assert "U+1F600" in text
    assert "Привет" in text
    assert "✓" in text


def test_a_logo_must_be_a_png():
    with pytest.raises(ExportError, match="PNG"):
        to_pdf.write(sample.report(ReportOptions(logo=b"GIF89a")))
    with pytest.raises(ExportError, match="could not be made"):
        to_pdf.write(sample.report(ReportOptions(logo=b"\x89PNG\r\n\x1a\nbroken")))


def test_it_can_be_stopped():
    answers = iter([False] * 12)
    with pytest.raises(cancelling.StoppedError), cancelling.stop_when(lambda: next(answers, True)):
        to_pdf.write(sample.report())


def test_a_very_long_report_is_set_lean_and_says_the_same(monkeypatch, arabic):
    monkeypatch.setattr(to_pdf, "MANY_CLAIMS", 2)
    lean = to_pdf.write(sample.report())
    assert lean != arabic
    assert share_of_words_found(sample.ARABIC, lean) >= 0.99
    lost = set(words_of(text_of(arabic))) - set(words_of(text_of(lean)))
    assert lost <= {"الرقم", "ادعاء", "النوع", "الحكم"}
