"""Merging what is no copy of the open record: never by accident."""

import pytest

from factcheck.operations.merging import ANOTHER_RECORD, AnotherRecordError, merge_copy
from factcheck.operations.safekeeping import check_file
from factcheck.storage import library
from factcheck.storage.backup import backups
from factcheck.storage.store import Store
from tests.operations.conftest import TEXT, someone


@pytest.fixture
def other(tmp_path):
    """Another record, with an article of the same text."""
    from factcheck.domain.article import ArticleDraft
    from factcheck.operations import articles

    store = Store.open(tmp_path / "other.factcheck", **someone("سامي"), create=True)
    with store.write("add_article") as session:
        articles.add_article(session, draft=ArticleDraft("غيره", TEXT))
    store.close()
    return store.path


@pytest.mark.parametrize("is_dry_run", [True, False])
def test_another_record_is_refused_by_name(desk, other, tmp_path, is_dry_run):
    folder = tmp_path / "backups"
    with pytest.raises(AnotherRecordError) as caught:
        merge_copy(desk.store, other, backup_dir=folder, is_dry_run=is_dry_run)
    assert caught.value.message == ANOTHER_RECORD
    assert caught.value.values == {"other": other, "path": desk.store.path}
    assert [each.title for each in desk.read(library.articles)] == ["عودة المياه"]
    assert backups(folder, desk.store.origin()) == []


def test_on_demand_its_articles_are_added(desk, other, tmp_path):
    folder = tmp_path / "backups"
    result, changes = merge_copy(desk.store, other, backup_dir=folder, takes_another=True)
    assert (result.new, result.conflicts) == (1, 0)
    assert len(changes.articles) == 1
    assert {each.title for each in desk.read(library.articles)} == {"عودة المياه", "غيره"}
    assert [each.reason for each in backups(folder, desk.store.origin())] == ["before-merge"]
    if desk.store.is_file:
        assert check_file(desk.store) == []
