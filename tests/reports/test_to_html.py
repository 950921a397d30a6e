from dataclasses import replace
from html.parser import HTMLParser

import pytest

from factcheck.reports import to_html
from factcheck.reports.model import ReportKind, ReportOptions
from tests.reports import sample

VOID = {"meta", "br", "img", "rect", "circle"}
LAYOUT = {"bdi", "p", "blockquote", "span"}
ACTIVE = {"script", "iframe", "object", "embed", "form", "input", "base", "link", "audio", "video"}


class Page(HTMLParser):
    """Reads a page as a browser would: tags that stand open, links, text."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.tags, self.open, self.links, self.anchors, self.text = [], [], [], set(), []
        self.feed(data.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        if tag == "a":
            self.links.append(given["href"])
        if "id" in given:
            self.anchors.add(given["id"])
        if tag not in VOID:
            self.open.append((tag, given))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        names = [tag for tag, _ in self.open]
        if "style" not in names and "svg" not in names:
            self.text.append(data)

    @property
    def words(self):
        return "".join(self.text)


def _page(report):
    return Page(to_html.write(report))


def test_the_page_is_well_formed_and_says_language_and_direction():
    page = _page(sample.report())
    assert page.open == []
    assert page.tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    assert sum(tag == "h1" for tag, _ in page.tags) == 1
    english = _page(sample.english_report())
    assert english.tags[0] == ("html", {"lang": "en", "dir": "ltr"})


def test_nothing_is_loaded_and_nothing_runs():
    data = to_html.write(sample.report())
    page = Page(data)
    policy = next(given for tag, given in page.tags if given.get("http-equiv"))
    assert "default-src 'none'" in policy["content"]
    assert not ACTIVE & {tag for tag, _ in page.tags}
    assert b"url(" not in data
    assert b"@import" not in data


def test_the_record_is_told_in_full():
    words = _page(sample.report()).words
    for text in ("طول خط الحافلات الجديد 42 كيلومترا.", "بيان البلدية", "✗ زائف", "ص 3",
                 "تذكر وثيقة العقد أن الطول 24 كيلومترا.", "مريم", "3 مايو 2024"):  # fmt: skip
        assert text in words
    assert "اتصلت بالمكتب" not in words


def test_the_article_text_stands_whole_with_numbered_marks():
    page = _page(sample.report())
    for line in sample.ARABIC.strip().split("\n"):
        bare = page.words.replace("\n", "")
        for piece in line.split(" ")[:3]:
            assert piece in bare
    jumps = [link[1:] for link in page.links if link.startswith("#")]
    assert set(jumps) <= page.anchors
    assert len(page.anchors) == 5


def test_overlapping_claims_carry_both_numbers():
    html = to_html.write(sample.report()).decode()
    at = html.index('class="article"')
    marked = html[at : html.index("</div>", at + 200)]
    assert "m2" in html
    assert marked.count("<sup>") <= html.count("<sup>") == 5


@pytest.mark.parametrize("kind", list(ReportKind))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_kind_in_both_languages(kind, language):
    options = ReportOptions(kind=kind, language=language, digits="arabic", with_notes=True)
    page = _page(sample.report(options))
    assert page.open == []
    in_full = kind in (ReportKind.CHECKING, ReportKind.VERDICTS)
    assert ("اتصلت بالمكتب" in page.words) == in_full
    assert "{" not in page.words


def test_only_allowed_addresses_are_links():
    page = _page(sample.report())
    outside = [link for link in page.links if not link.startswith("#")]
    assert outside
    assert all(link.startswith("https://") for link in outside)


@pytest.mark.parametrize("text", sample.HOSTILE)
def test_hostile_text_appears_literally_and_does_nothing(text):
    page = _page(sample.hostile_report(text))
    plain = _page(sample.hostile_report("harmless"))
    assert page.open == []
    assert [tag for tag, _ in page.tags if tag not in LAYOUT] == [
        tag for tag, _ in plain.tags if tag not in LAYOUT
    ]
    assert all(link.startswith("#") for link in page.links)
    shown = text.translate({0: 0x2400, 7: 0x2407, 0x202E: None, 0x2066: None})
    for line in shown.split("\n"):
        assert line in page.words


def test_a_colour_from_the_file_cannot_leave_its_place():
    evil = replace(sample.RATINGS[3], colour="red}body{display:none")
    of = sample.article()
    only = sample.told(sample.claim(of, "البلدية"), evil)
    assert b"display:none" not in to_html.write(sample.report(claims=[only], of=of))


def test_names_can_be_left_out():
    report = sample.report(ReportOptions(with_names=False))
    nameless = replace(report, claims=tuple(replace(each, reviewer="") for each in report.claims))
    assert "مريم" not in _page(nameless).words
