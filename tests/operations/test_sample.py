import json
import re
from pathlib import Path
from uuid import uuid4

import pytest

from factcheck.domain.changes import Changes
from factcheck.domain.claim import ClaimKind, WorkState
from factcheck.operations import sample
from factcheck.operations.history import undo
from factcheck.operations.sample import load_sample
from factcheck.runtime import i18n
from factcheck.runtime.resources import resource
from factcheck.storage import library, queries
from factcheck.storage.store import Store
from factcheck.text.normalising import normalise


@pytest.fixture
def store(tmp_path: Path):
    made = Store.open(tmp_path / "a.sqlite", actor="", replica=str(uuid4()), create=True)
    yield made
    made.close()


def loaded(store, language):
    i18n.set_language(language)
    with store.write("load_sample") as session:
        changes = load_sample(session)
    (article_id,) = changes.articles
    with store.read() as session:
        return changes, queries.article(session, article_id), queries.claims(session, article_id)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_sample_shows_every_side_of_the_work(store, language):
    changes, article, claims = loaded(store, language)
    assert changes.created == article.id
    assert article.language == language
    wanted = {
        ClaimKind.QUANTITY, ClaimKind.DATE, ClaimKind.QUOTE, ClaimKind.COMPARISON,
        ClaimKind.OPINION,
    }  # fmt: skip
    assert wanted <= {each.kind for each in claims}
    assert {WorkState.OPEN, WorkState.CHECKING, WorkState.CHECKED} <= {e.state for e in claims}
    assert len({each.rating_id for each in claims}) >= 5
    assert sum(each.evidence_count for each in claims) >= 3
    checked = [each for each in claims if each.state is WorkState.CHECKED]
    assert all(each.rating_id and each.rationale for each in checked)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_sample_text_is_what_an_import_would_store(language):
    text = resource("samples", f"{language}.txt").read_text(encoding="utf-8")
    assert normalise(text).strip() == text.strip()
    assert 200 <= len(text.split()) <= 350
    assert "“" in text
    assert re.search("^- ", text, re.MULTILINE)


def test_arabic_sample_holds_both_digits_and_both_quotes():
    text = resource("samples", "ar.txt").read_text(encoding="utf-8")
    assert re.search("[٠-٩]", text)
    assert re.search("[0-9]", text)
    assert "«" in text


@pytest.mark.parametrize("language", ["ar", "en"])
def test_addresses_of_the_sample_are_nobody_s(language):
    sample = json.loads(resource("samples", f"{language}.json").read_bytes())
    evidence = [each for claim in sample["claims"] for each in claim.get("evidence", ())]
    addresses = [sample["article"]["url"], *(each["url"] for each in evidence)]
    assert all(each.startswith("https://example.org/") for each in addresses)


def test_second_time_adds_nothing(store):
    _, article, claims = loaded(store, "ar")
    changes, again, same = loaded(store, "ar")
    assert (again, same) == (article, claims)
    assert changes.created is None
    loaded(store, "en")
    with store.read() as session:
        assert len(library.articles(session)) == 2


def test_sample_is_one_step_of_undo(store):
    loaded(store, "ar")
    with store.write("undo") as session:
        undo(session)
    with store.read() as session:
        assert library.articles(session) == []


def test_a_sample_that_describes_other_words_or_verdicts_is_a_bug(store):
    with store.write("load_sample") as session:
        with pytest.raises(ValueError, match="no such words"):
            sample._add_described(session, uuid4(), "text", {"exact": "no such words"})
        with pytest.raises(ValueError, match="no such verdict"):
            sample._rating(session, "no such verdict")
        assert sample._rating(session, "unproven")
    with pytest.raises(RuntimeError):
        sample._made(Changes())
