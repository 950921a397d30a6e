"""Transactions: whole or not at all, one after the other, and each in the log."""

import threading

import pytest
from sqlalchemy import func, select

from factcheck.domain.article import ArticleDraft
from factcheck.domain.errors import DatabaseError, InvalidInputError
from factcheck.operations import articles, claims
from factcheck.storage import queries, schema
from factcheck.storage.heads import heads
from factcheck.storage.tables import ActionRow, ArticleRow, ChangeRow


@pytest.fixture
def store(desk):
    return desk.store


@pytest.fixture
def open_store(desk):
    return desk.reopen


def actions(session):
    return session.scalar(select(func.count()).select_from(ActionRow))


def add(store, title="عنوان"):
    with store.write("add_article") as session:
        return articles.add_article(session, draft=ArticleDraft(title, "وصل عشرون قاربًا."))


def edit(store, article_id, **values):
    with store.write("edit_article") as session:
        return articles.edit_article(session, article_id=article_id, values=values)


def test_an_exception_takes_everything_back(store):
    article_id = add(store).created

    def twice(session):
        articles.edit_article(session, article_id=article_id, values={"outlet": "x"})
        articles.edit_article(session, article_id=article_id, values={"title": ""})

    with pytest.raises(InvalidInputError), store.write("edit_article") as session:
        twice(session)
    with store.read() as session:
        assert queries.article(session, article_id).outlet == ""
        assert actions(session) == 2


def test_an_action_without_effect_leaves_no_trace(store):
    article_id = add(store).created
    changes = edit(store, article_id, title="عنوان")
    assert not changes
    with store.read() as session:
        assert actions(session) == 2
        assert queries.article(session, article_id).rev == 1


def test_every_change_names_the_ones_it_replaces(store):
    article_id = add(store).created
    for outlet in ("أ", "ب", "ج"):
        edit(store, article_id, outlet=outlet)
    with store.read() as session:
        log = session.scalars(
            select(ChangeRow).where(ChangeRow.field == "outlet").order_by(ChangeRow.seq)
        ).all()
        assert [each.prev for each in log] == ["", log[0].id.hex, log[1].id.hex]
        assert [each.hlc for each in log] == sorted({each.hlc for each in log})
        key = (article_id, "outlet")
        assert [each.id for each in heads(session, [article_id])[key]] == [log[-1].id]


def test_two_changes_made_apart_both_stand(store):
    article_id = add(store).created
    edit(store, article_id, outlet="أ")
    with store.write("merge") as session:
        first = session.scalars(select(ChangeRow).where(ChangeRow.field == "outlet")).one()
        columns = {column.key: getattr(first, column.key) for column in ChangeRow.__table__.columns}
        twin = columns | {"id": article_id, "new": "ب"}
        del twin["seq"]
        session.connection().execute(ChangeRow.__table__.insert(), twin)
        key = (article_id, "outlet")
        found = heads(session, [article_id])[key]
        assert {each.id for each in found} == {first.id, article_id}
    edit(store, article_id, outlet="ج")
    with store.read() as session:
        assert len(heads(session, [article_id])[key]) == 1


def test_rows_are_never_deleted(store):
    article_id = add(store).created
    with store.write("delete") as session:
        row = session.get_one(ArticleRow, article_id)
        session.delete(row)
        with pytest.raises(RuntimeError):
            session.flush()
        session.expunge(row)


def test_others_commits_are_noticed_and_own_ones_are_not(open_store):
    mine, theirs = open_store("ليلى"), open_store("سامي")
    article_id = add(mine).created
    assert not mine.poll()
    assert theirs.poll().articles == {article_id}
    assert not theirs.poll()
    edit(theirs, article_id, outlet="x")
    with mine.write("add_claim") as session:
        made = claims.add_claim(session, article_id=article_id, start=0, end=3)
    assert mine.poll().articles == {article_id}
    assert not mine.poll().claims
    assert theirs.poll().claims == made.claims


def test_writers_take_turns(open_store):
    stores = [open_store(f"محرر {at}", patience=30) for at in range(4)]
    article_id = add(stores[0]).created

    def work(store):
        for at in range(12):
            edit(store, article_id, outlet=f"{store.actor} {at}")

    threads = [threading.Thread(target=work, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with stores[0].read() as session:
        assert queries.article(session, article_id).rev == 1 + 4 * 12
        hlcs = session.scalars(select(ActionRow.hlc).order_by(ActionRow.seq)).all()
    assert list(hlcs) == sorted(set(hlcs))


def test_a_record_that_a_newer_program_has_migrated_is_not_written(store, monkeypatch):
    article_id = add(store).created
    monkeypatch.setattr(schema, "VERSION", schema.VERSION - 1)
    with pytest.raises(DatabaseError) as caught:
        edit(store, article_id, outlet="x")
    assert caught.value.message == schema.OUTGROWN
    with store.read() as session:
        assert queries.article(session, article_id).outlet == ""
