import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.reports import to_markdown
from factcheck.reports.model import ReportKind, ReportOptions
from tests.reports import sample

PARSERS = [
    MarkdownIt("commonmark"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
]


def _read(data, parser=PARSERS[0]):
    """The text of a Markdown file and its links."""
    text, links = [], []
    for token in parser.parse(data.decode()):
        assert token.type not in ("html_block", "code_block", "fence", "hr")
        for child in token.children or ():
            assert child.type not in ("html_inline", "code_inline", "image")
            if child.type == "link_open":
                links.append(child.attrs["href"])
            text.append(child.content)
    return "".join(text), links


def _squeezed(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("kind", list(ReportKind))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_kind_is_plain_commonmark(kind, language):
    data = to_markdown.write(sample.report(ReportOptions(kind=kind, language=language)))
    text, links = _read(data)
    assert "افتتاح خط الحافلات" in text
    assert all(link.startswith("https://") for link in links)


def test_the_article_and_its_marks_are_there():
    text, links = _read(to_markdown.write(sample.report()))
    assert "طوله 42 كيلومترا[1][2]" in text
    assert _squeezed("1 USD = 3.75 SAR[4]") in _squeezed(text)
    assert any("example.org" in link for link in links)


@pytest.mark.parametrize("text", sample.HOSTILE)
@pytest.mark.parametrize("parser", PARSERS)
def test_hostile_text_is_text(text, parser):
    read, links = _read(to_markdown.write(sample.hostile_report(text)), parser)
    shown = text.translate({0: 0x2400, 7: 0x2407, 0x202E: None, 0x2066: None})
    for line in shown.split("\n"):
        assert _squeezed(line) in _squeezed(read)
    assert links == []


def test_bare_addresses_do_not_become_links_elsewhere():
    data = to_markdown.write(sample.hostile_report("https://google.com@evil.example/ www.evil.com"))
    assert b"https://google" not in data
    assert b"www.evil" not in data


@given(st.text(st.sampled_from("\\`*_[]<>#|~&!-+=.)1 \u200f(:/ا") | st.characters()))
def test_escaped_text_is_read_back(text):
    from factcheck.reports.printable import printable

    source = "x " + to_markdown.escape(text)
    inline = PARSERS[1].parseInline(source)[0].children
    assert {each.type for each in inline} <= {"text"}
    read = "".join(each.content for each in inline)
    assert _squeezed(read) == _squeezed("x" + printable(text))
