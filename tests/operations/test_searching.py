"""What a search finds is decided here, by folded words, and is the same in both databases."""

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.article import ArticleDraft
from factcheck.operations import articles
from factcheck.storage import library, search
from factcheck.storage.search import words_of

LETTERS = st.characters(categories=("L", "N", "M", "P", "Zs"))
OURS = st.sampled_from("اأإآةىي٠١ßİ’ـ  'ﷺ𞤀ꟊ")
TEXTS = st.text(st.one_of(LETTERS, OURS), max_size=60).map("نص {}".format)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=TEXTS, other=TEXTS)
def test_each_word_and_each_beginning_of_one_finds_its_article(desk, body, other):
    for each in desk.read(library.articles):
        desk.run(articles.delete_articles, article_ids=[each.id])
    made = desk.run(articles.add_article, draft=ArticleDraft("عنوان", body)).created
    for word in words_of(body):
        for typed in (word, word[:1], word[:2], word[: len(word) // 2 + 1]):
            assert [each.id for each in desk.read(library.articles, typed)] == [made]
    known = words_of(f"عنوان\n{body}")
    for word in words_of(other):
        is_known = any(each.startswith(word) for each in known)
        assert bool(desk.read(library.articles, word)) == is_known


def test_a_letter_that_sqlite_does_not_know_is_part_of_a_word(desk):
    # Newer than the tables of Unicode 6.1 that FTS5 cuts words by.
    new = "\U0001e900"
    assert unicodedata.name(new) == "ADLAM CAPITAL LETTER ALIF"
    desk.run(articles.add_article, draft=ArticleDraft("عنوان", f"ماء{new}نار"))
    assert len(desk.read(library.articles, f"ماء{new}ن")) == 1
    assert desk.read(library.articles, "نار") == []


def test_words_may_stand_in_the_title_and_in_the_text(desk):
    made = desk.run(articles.add_article, draft=ArticleDraft("قطار الشمال", "وصل متأخرًا")).created
    assert [each.id for each in desk.read(library.articles, "متاخرا قطار")] == [made]
    assert desk.read(library.articles, "متأخرا سفينة") == []


def test_a_long_library_is_searched_page_by_page(desk, monkeypatch):
    monkeypatch.setattr(search, "CHUNK", 20)
    with desk.store.write("add_article") as session:
        for at in range(70):
            articles.add_article(session, draft=ArticleDraft(f"ميناء {at}", "نص"))
    every = [each.id for each in desk.read(library.articles, "ميناء")]
    assert len(every) == 70
    assert every == sorted(every, reverse=True)
    found = []
    while page := desk.read(library.articles, "مين نص", 30, found[-1] if found else None):
        found += [each.id for each in page]
    assert found == every
