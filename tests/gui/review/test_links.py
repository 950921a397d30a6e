"""What pasted text becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.gui.review.links import archived, draft_of_link, drafts_of_text

COPY = "https://web.archive.org/web/20250711140200/https://example.org/a?b=c"


def test_an_archived_copy_is_told_from_the_page():
    draft = draft_of_link(f" {COPY} ")
    assert draft.url == "https://example.org/a?b=c"
    assert draft.archive_url == COPY


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("http://web.archive.org/web/2025/http://example.org/", "http://example.org/"),
        ("https://web.archive.org/web/20250711140200if_/https://a.example/", "https://a.example/"),
        ("https://web.archive.org/web/20250711140200/example.org/x", "http://example.org/x"),
    ],
)
def test_forms_of_archive_addresses(url, page):
    assert archived(url) == (page, url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/web/20250711140200/https://other.example/",
        "https://web.archive.org/web/*/https://example.org/",
        "https://web.archive.org.evil.example/web/20250711140200/https://example.org/",
        "https://web.archive.org/save/https://example.org/",
        "",
    ],
)
def test_other_addresses_are_no_copies(url):
    assert archived(url) is None


def test_every_link_of_a_text_becomes_evidence_once():
    text = "انظر (https://a.example/x)، ثم https://b.example/y_(z). وأيضًا https://a.example/x!"
    assert [draft.url for draft in drafts_of_text(text)] == [
        "https://a.example/x",
        "https://b.example/y_(z)",
    ]


def test_text_without_links_is_a_quoted_passage():
    (draft,) = drafts_of_text("  قال التقرير إن العدد أقل.\n")
    assert draft.quote == "قال التقرير إن العدد أقل."
    assert draft.url == ""
    assert drafts_of_text(" \n ") == []


@given(st.text())
def test_any_text_is_taken_without_an_exception(text):
    for draft in drafts_of_text(text):
        assert draft.url or draft.quote
