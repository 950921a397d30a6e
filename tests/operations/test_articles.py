"""Articles: added, described, found and deleted."""

import sqlite3
from contextlib import closing

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import InvalidInputError, NotFoundError
from factcheck.domain.ids import ArticleId, new_id
from factcheck.operations import articles
from factcheck.storage import library, queries
from tests.operations.conftest import on_files


def test_every_letter_comes_back(desk):
    text = "فِي البَدْءِ 🚒👩\u200d🚒\nـــ \u200f١٢٬٥٪\u202b\n" + "ن" * 70_000
    made = desk.run(articles.add_article, draft=ArticleDraft("تجربة", text, published="2025-07"))
    assert desk.read(queries.article, made.created).text == text
    assert made.articles == {made.created}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("2025-07-11", "2025-07-11"), ("كانون الثاني 2025", "2025-01"), ("٢٠٢٥", "2025"), ("", "")],
)
def test_dates_are_understood_and_kept_as_iso(desk, typed, stored):
    desk.run(articles.edit_article, article_id=desk.article_id, values={"published": typed})
    assert desk.read(queries.article, desk.article_id).published == stored


@pytest.mark.parametrize(
    "values", [{"title": "  "}, {"published": "الثلاثاء القادم ربما"}, {"colour": "red"}]
)
def test_bad_values_are_refused_and_nothing_changes(desk, values):
    before = desk.read(queries.article, desk.article_id)
    with pytest.raises(InvalidInputError):
        desk.run(
            articles.edit_article, article_id=desk.article_id, values={"outlet": "x", **values}
        )
    assert desk.read(queries.article, desk.article_id) == before


def test_an_article_needs_words(desk):
    with pytest.raises(InvalidInputError):
        desk.run(articles.add_article, draft=ArticleDraft("عنوان", " \n "))


def test_lone_surrogates_do_not_break_the_file(desk):
    desk.run(articles.edit_article, article_id=desk.article_id, values={"outlet": "a\ud800b"})
    assert desk.read(queries.article, desk.article_id).outlet == "a?b"


@pytest.mark.parametrize(
    "words", ["المياه", "متطوّع", "12", "١٢", "اذار", "mayor BOAT", "عودة", "الميناء"]
)
def test_search_folds_letters_marks_and_digits(desk, words):
    assert [each.id for each in desk.read(library.articles, words)] == [desk.article_id]


@pytest.mark.parametrize("words", ["قطار", '"', "NOT", "مياهه*", 'a" OR "b'])
def test_search_finds_nothing_else_and_takes_no_operators(desk, words):
    assert desk.read(library.articles, words) == []


def test_search_follows_a_new_title(desk):
    desk.run(articles.edit_article, article_id=desk.article_id, values={"title": "قطار الشمال"})
    assert len(desk.read(library.articles, "قطار")) == 1
    assert desk.read(library.articles, "عودة") == []


@pytest.mark.parametrize("search", ["", "عودة"])
def test_the_library_is_read_page_by_page(desk, search):
    for at in range(6):
        desk.run(articles.add_article, draft=ArticleDraft(f"عودة {at}", "نص"))
    every = desk.read(library.articles, search)
    first = desk.read(library.articles, search, 4)
    assert (len(every), first) == (7, every[:4])
    assert desk.read(library.articles, search, 4, first[-1].id) == every[4:]


@pytest.mark.parametrize("search", ["", "عودة", "عود مركب", "عودة غائبة", "،"])
def test_one_article_is_found_where_a_search_would_find_it(desk, search):
    desk.run(articles.add_article, draft=ArticleDraft("غائبة", "نص"))
    gone = desk.run(articles.add_article, draft=ArticleDraft("عودة", "مركب")).created
    desk.run(articles.delete_articles, article_ids=[gone])
    every = desk.read(library.articles)
    found = [one for each in every for one in desk.read(library.one_found, search, each.id)]
    assert found == desk.read(library.articles, search)
    assert desk.read(library.one_found, search, gone) == []


def test_some_articles_of_the_library_are_read_again(desk):
    made = desk.run(articles.add_article, draft=ArticleDraft("آخر", "نص"))
    there, gone = desk.article_id, made.created
    assert {each.id for each in desk.read(library.summaries, [there, gone])} == {there, gone}
    desk.run(articles.delete_articles, article_ids=[gone])
    never = ArticleId(new_id())
    assert desk.read(library.summaries, [gone, never, there]) == desk.read(library.articles)


def test_counts_in_the_library(desk):
    desk.claim(state="checked", rating_id=desk.rating("false").id)
    desk.claim("40 boats")
    desk.claim("3 May", state="suggested")
    summary = desk.read(library.articles)[0]
    assert (summary.claim_count, summary.checked_count, summary.progress) == (2, 1, 0.5)
    assert summary.by_rating == {desk.rating("false").id: 1}


def test_a_deleted_article_is_gone_with_its_claims(desk):
    claim_id = desk.claim()
    desk.run(articles.delete_articles, article_ids=[desk.article_id])
    assert desk.read(library.articles) == []
    for query, of in ((queries.article, desk.article_id), (queries.claim, claim_id)):
        with pytest.raises(NotFoundError):
            desk.read(query, of)
    with pytest.raises(NotFoundError):
        desk.run(articles.delete_articles, article_ids=[desk.article_id, ArticleId(new_id())])


@on_files
def test_an_article_whose_text_is_lost_is_a_sentence(desk):
    with closing(sqlite3.connect(desk.store.path)) as raw:
        raw.execute("DELETE FROM article_version")
        raw.commit()
    with pytest.raises(NotFoundError) as caught:
        desk.read(queries.article, desk.article_id)
    assert caught.value.message == queries.NO_TEXT
