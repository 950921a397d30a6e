"""Coverage: accepted claims and marks deal with a sentence, suggestions and dismissals do not."""

import pytest

from factcheck.detection.proposals import examine
from factcheck.domain.claim import WorkState
from factcheck.operations import articles, claims, suggestions
from factcheck.operations.coverage import cover, is_nothing
from factcheck.operations.drafts import drafts_of, examine_article
from factcheck.storage import queries
from tests.operations.conftest import TEXT

SENTENCES = examine(TEXT, language="ar", published="2023-04-02").sentences


def missing(desk):
    found = cover(SENTENCES, desk.all())
    assert found.covered == len(found.checkable) - len(found.missing)
    return [TEXT[each.start : each.end] for each in found.missing]


def test_without_claims_every_checkable_sentence_is_missing(desk):
    assert missing(desk) == TEXT.split("\n")


@pytest.mark.parametrize(
    ("state", "is_covered"),
    [(each, each not in ("suggested", "dismissed")) for each in WorkState],
)
def test_only_accepted_claims_count(desk, state, is_covered):
    desk.claim("١٢ ألف", state=state)
    assert (TEXT.split("\n")[1] not in missing(desk)) is is_covered


def test_a_mark_counts_until_it_is_taken_away(desk):
    start = TEXT.index("The mayor")
    place = {"article_id": desk.article_id, "start": start, "end": len(TEXT)}
    made = desk.run(suggestions.mark_nothing, **place).created
    assert is_nothing(desk.get(made))
    assert missing(desk) == TEXT.split("\n")[:2]
    desk.run(claims.edit_claims, claim_ids=[made], values={"state": WorkState.OPEN})
    assert not is_nothing(desk.get(made))
    assert len(missing(desk)) == 2
    desk.run(suggestions.unmark_nothing, **place)
    assert len(missing(desk)) == 3


def test_all_suggestions_accepted_cover_everything(desk):
    article = desk.read(queries.article, desk.article_id)
    found = examine_article(article)
    drafts = drafts_of(article.text, found.candidates)
    desk.run(suggestions.add_suggestions, article_id=desk.article_id, drafts=drafts)
    assert len(missing(desk)) == 3
    ids = [each.id for each in desk.all()]
    desk.run(suggestions.accept_suggestions, claim_ids=ids)
    assert missing(desk) == []


def test_an_article_in_another_language_is_read_by_its_letters(desk):
    desk.run(articles.edit_article, article_id=desk.article_id, values={"language": "fr-FR"})
    assert examine_article(desk.read(queries.article, desk.article_id)).candidates
    assert cover((), desk.all()).checkable == ()
