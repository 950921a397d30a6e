import io
import re
import zipfile

import docx
import pytest
from lxml import etree

from factcheck.domain.errors import ExportError
from factcheck.reports import cancelling, docx_fonts, to_docx
from factcheck.reports.model import ReportKind, ReportOptions
from tests.reports import sample
from tests.reports.office import convert, needs_office
from tests.reports.pdf_reading import needs_poppler, run, share_of_words_found, squeezed, text_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HIDDEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202c\u00a0"))


@pytest.fixture(scope="module")
def arabic():
    return to_docx.write(sample.report())


def _tree(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def _text(data):
    lines = ("".join(p.itertext(f"{W}t")) for p in _tree(data).iter(f"{W}p"))
    return "\n".join(lines).translate(HIDDEN)


def test_python_docx_reads_it_back(arabic):
    read = docx.Document(io.BytesIO(arabic))
    assert read.core_properties.title.startswith("تقرير التحقّق")
    assert read.paragraphs[0].style.name == "Title"
    assert len(read.tables) == 2


def test_arabic_paragraphs_runs_and_tables_are_marked(arabic):
    tree = _tree(arabic)
    for paragraph in tree.iter(f"{W}p"):
        text = "".join(paragraph.itertext(f"{W}t"))
        if re.match("[\u0621-\u064a]", text):
            assert paragraph.find(f"{W}pPr/{W}bidi") is not None, text
    for each in tree.iter(f"{W}r"):
        text = "".join(each.itertext(f"{W}t"))
        if re.search("[\u0621-\u064a]", text):
            assert each.find(f"{W}rPr/{W}rtl") is not None, text
        if each.find(f"{W}rPr/{W}b") is not None:
            assert each.find(f"{W}rPr/{W}bCs") is not None
    for table in tree.iter(f"{W}tbl"):
        assert table.find(f"{W}tblPr/{W}bidiVisual") is not None
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert len(table.findall(f"{W}tblGrid/{W}gridCol")) == len(table.findall(f"{W}tr[1]/{W}tc"))
    assert tree.find(f".//{W}sectPr/{W}bidi") is not None


def test_english_is_not_marked():
    tree = _tree(to_docx.write(sample.english_report()))
    assert tree.find(f".//{W}bidiVisual") is None
    assert tree.find(f".//{W}sectPr/{W}bidi") is None


def test_properties_stand_in_the_order_of_the_schema(arabic):
    order = ["b", "bCs", "color", "sz", "szCs", "u", "shd", "vertAlign", "rtl"]
    for properties in _tree(arabic).iter(f"{W}rPr"):
        places = [order.index(etree.QName(each).localname) for each in properties]
        assert places == sorted(places)


def test_the_record_is_told_in_full(arabic):
    text = _text(arabic)
    for piece in ("تذكر وثيقة العقد أن الطول 24 كيلومترا.", "ص 3", "طوله 42 كيلومترا[1][2]",
                  "1 USD = 3.75 SAR", "https://example.org/أخبار/1"):  # fmt: skip
        assert piece.replace("\u00a0", " ") in text


def test_jumps_have_their_bookmarks_and_links_are_allowed_ones(arabic):
    tree = _tree(arabic)
    names = {each.get(f"{W}name") for each in tree.iter(f"{W}bookmarkStart")}
    jumps = {each.get(f"{W}anchor") for each in tree.iter(f"{W}hyperlink")} - {None}
    assert jumps
    assert jumps <= names
    assert all(re.fullmatch(r"\w{1,40}", name) for name in names)
    with zipfile.ZipFile(io.BytesIO(arabic)) as archive:
        targets = re.findall(r'Target="([^"]+)" TargetMode="External"',
                             archive.read("word/_rels/document.xml.rels").decode())  # fmt: skip
    assert targets
    assert all(each.startswith("https://") for each in targets)


@pytest.mark.parametrize("text", sample.HOSTILE)
def test_hostile_text_appears_literally(text):
    data = to_docx.write(sample.hostile_report(text))
    shown = text.translate({0: 0x2400, 7: 0x2407, 0x202E: None, 0x2066: None, 0x200F: None})
    read = squeezed(_text(data))
    for line in shown.split("\n"):
        assert squeezed(line) in read
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"TargetMode" not in archive.read("word/_rels/document.xml.rels")


@pytest.mark.parametrize("kind", list(ReportKind))
def test_every_kind(kind):
    text = _text(to_docx.write(sample.report(ReportOptions(kind=kind, digits="arabic"))))
    assert "افتتاح خط الحافلات" in text


def test_the_font_is_inside(arabic):
    with zipfile.ZipFile(io.BytesIO(arabic)) as archive:
        hidden = archive.read("word/fonts/font1.odttf")
        key = re.search(r'fontKey="\{([-0-9A-F]+)\}"', archive.read("word/fontTable.xml").decode())
    assert hidden[:4] != b"\x00\x01\x00\x00"
    assert docx_fonts.obfuscate(hidden, key.group(1))[:4] == b"\x00\x01\x00\x00"


def test_a_template_of_the_newsroom_keeps_its_styles():
    own = docx.Document()
    own.styles["Normal"].font.name = "Courier New"
    own.sections[0].header.paragraphs[0].text = "ترويسة"
    template = io.BytesIO()
    own.save(template)
    made = to_docx.write(sample.report(ReportOptions(docx_template=template.getvalue())))
    read = docx.Document(io.BytesIO(made))
    assert read.styles["Normal"].font.name == "Courier New"
    assert read.sections[0].header.paragraphs[0].text == "ترويسة"


def test_what_cannot_be_used_is_refused():
    with pytest.raises(ExportError, match="template"):
        to_docx.write(sample.report(ReportOptions(docx_template=b"no zip")))
    with pytest.raises(ExportError, match="PNG"):
        to_docx.write(sample.report(ReportOptions(logo=b"no picture")))


def test_it_can_be_stopped():
    with pytest.raises(cancelling.StoppedError), cancelling.stop_when(lambda: True):
        to_docx.write(sample.report())


@needs_office
@needs_poppler
def test_libreoffice_lays_it_out(arabic, tmp_path):
    pdf = convert(arabic, "report.docx", "pdf", tmp_path)
    assert share_of_words_found(sample.ARABIC, pdf) >= 0.95
    text = text_of(pdf)
    for piece in ("2024-05-03", "+966 11 234 5678", "1 USD = 3.75 SAR"):
        assert squeezed(piece) in squeezed(text)
    width = float(re.search(r'page width="([\d.]+)"', run("pdftotext", pdf, "-bbox")).group(1))
    words = re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>([^<]+)</word>',
                       run("pdftotext", pdf, "-bbox"))  # fmt: skip
    first_line_end = max(float(x_max) for _, x_max, word in words[:12])
    assert width - first_line_end < 80
    # Poppler gives single words of this producer in the order they stand on the page.
    places = {word[::-1]: float(x_max) for _, x_max, word in reversed(words)}
    assert places["الرقم"] > places["النوع"] > places["الحكم"]
