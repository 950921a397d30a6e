"""The workspace: one signal for every change, refusals rolled back, half-typed text first."""

import pytest

from factcheck.domain.article import ArticleDraft
from factcheck.domain.changes import Changes
from factcheck.domain.errors import InvalidInputError, UserError
from factcheck.domain.ids import new_id
from factcheck.gui.workspace import Workspace
from factcheck.operations import articles, claims, verdicts
from factcheck.runtime.settings import Settings
from factcheck.storage import library, queries
from factcheck.storage.store import Store

TEXT = "وصل أكثر من 500 متطوع إلى القرية يوم 3 مايو 2024."


@pytest.fixture
def store_path(tmp_path):
    return tmp_path / "record.sqlite"


@pytest.fixture
def workspace(qapp, tmp_path, store_path):
    settings = Settings(reviewer="هدى")
    made = Workspace(settings, tmp_path / "settings.json")
    made.attach(Store.open(store_path, actor="هدى", replica=settings.replica, create=True))
    made.heard = []
    for name in ("changed", "failed", "article_opened", "claim_selected", "settings_changed"):
        getattr(made, name).connect(lambda value, name=name: made.heard.append((name, value)))
    yield made
    made.close()


@pytest.fixture
def article_id(workspace):
    draft = ArticleDraft(title="متطوعون", text=TEXT)
    made = workspace.run(articles.add_article, draft=draft)
    workspace.open_article(made.created)
    workspace.heard.clear()
    return made.created


def add_claim(workspace, article_id, start=4, end=20):
    return workspace.run(claims.add_claim, article_id=article_id, start=start, end=end).created


def heard(workspace, name):
    return [value for each, value in workspace.heard if each == name]


def test_a_change_is_told_once_after_it_can_be_read(workspace, article_id):
    seen = []
    workspace.changed.connect(lambda changes: seen.append((changes, len(workspace.claims))))
    claim_id = add_claim(workspace, article_id)
    [(changes, count)] = seen
    assert changes.claims == {claim_id}
    assert count == 1
    assert workspace.claim(claim_id).anchor.exact == TEXT[4:20]


def test_a_refusal_is_rolled_back_and_told(workspace, article_id):
    def add_then_refuse(session):
        claims.add_claim(session, article_id=article_id, start=0, end=3)
        raise InvalidInputError("no")

    assert workspace.run(add_then_refuse) is None
    assert [str(error) for error in heard(workspace, "failed")] == ["no"]
    assert heard(workspace, "changed") == []
    assert workspace.read(queries.claims, article_id) == []


def test_a_bug_is_rolled_back_and_goes_on(workspace, article_id):
    def add_then_break(session):
        claims.add_claim(session, article_id=article_id, start=0, end=3)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        workspace.run(add_then_break)
    assert workspace.read(queries.claims, article_id) == []
    assert heard(workspace, "failed") == []


def test_an_operation_that_touches_nothing_stays_silent(workspace):
    def touch_nothing(session):
        return Changes()

    workspace.run(touch_nothing)
    assert workspace.heard == []


def test_half_typed_text_is_written_before_anything_that_must_see_it(
    workspace, article_id, store_path
):
    claim_id = add_claim(workspace, article_id)
    typed = []

    def flush():
        if typed:
            workspace.run(claims.edit_claims, claim_ids=[claim_id], values={"note": typed.pop()})

    workspace.register_pending(flush)
    for at, step in enumerate(
        (
            lambda: workspace.select_claim(claim_id),
            lambda: workspace.run(verdicts.set_verdict, claim_ids=[claim_id], rating_id=None),
            lambda: workspace.update_settings(digits="arabic"),
            lambda: workspace.open_article(article_id),
            workspace.close,
        )
    ):
        typed.append(f"ملاحظة {at}")
        step()
        assert typed == []
    again = Store.open(store_path, actor="", replica=Settings().replica)
    with again.read() as session:
        assert queries.claim(session, claim_id).note == "ملاحظة 4"
    again.close()


def test_undo_takes_back_typed_text_too(workspace, article_id):
    claim_id = add_claim(workspace, article_id)
    typed = ["أول"]
    workspace.register_pending(
        lambda: (
            typed
            and workspace.run(
                claims.edit_claims, claim_ids=[claim_id], values={"note": typed.pop()}
            )
        )
    )
    workspace.undo()
    assert workspace.claim(claim_id).note == ""
    workspace.redo()
    assert workspace.claim(claim_id).note == "أول"
    workspace.undo()
    workspace.undo()
    assert workspace.claims == ()


def test_a_panel_that_is_gone_is_not_asked(workspace, article_id):
    class Panel:
        def flush(self):
            raise AssertionError("a dead panel was asked")

    panel = Panel()
    workspace.register_pending(panel.flush)
    del panel
    workspace.flush_edits()


def test_selection_follows_what_is_there(workspace, article_id):
    claim_id = add_claim(workspace, article_id)
    workspace.select_claim(claim_id)
    assert workspace.selected_claim.id == claim_id
    workspace.run(claims.delete_claims, claim_ids=[claim_id])
    assert workspace.selected is None
    assert heard(workspace, "claim_selected") == [claim_id, None]
    workspace.select_claim(new_id())
    assert workspace.selected is None


def test_a_deleted_article_is_closed(workspace, article_id):
    workspace.run(articles.delete_articles, article_ids=[article_id])
    assert workspace.article is None
    assert heard(workspace, "article_opened") == [None]
    workspace.undo()
    workspace.open_article(article_id)
    assert workspace.article.id == article_id


def test_an_article_that_is_not_there_is_refused(workspace):
    workspace.open_article(new_id())
    [error] = heard(workspace, "failed")
    assert isinstance(error, UserError)
    assert workspace.article is None


def test_changes_of_others_arrive_by_the_same_signal(workspace, article_id, store_path):
    other = Store.open(store_path, actor="سامي", replica=Settings().replica)
    with other.write("add_claim") as session:
        made = claims.add_claim(session, article_id=article_id, start=0, end=8)
    other.close()
    workspace.take(workspace.store.poll())
    assert workspace.claim(made.created) is not None
    assert heard(workspace, "changed")[-1].claims == {made.created}
    assert "سامي" in {each.name for each in workspace.reviewers.values()}


def test_settings_are_kept_and_told(workspace, tmp_path):
    workspace.update_settings(digits="arabic", reviewer="ليلى")
    assert Settings.load(tmp_path / "settings.json").reviewer == "ليلى"
    assert workspace.store.actor == "ليلى"
    assert len(heard(workspace, "settings_changed")) == 1
    workspace.update_settings(digits="arabic")
    assert len(heard(workspace, "settings_changed")) == 1


def test_settings_that_cannot_be_written_hold_and_say_so(workspace, tmp_path):
    (tmp_path / "settings.json").mkdir()
    workspace.update_settings(digits="arabic")
    assert workspace.settings.digits == "arabic"
    assert len(heard(workspace, "failed")) == 1


def test_me_is_the_reviewer_of_the_settings(workspace, article_id):
    claim_id = add_claim(workspace, article_id)
    assert workspace.claim(claim_id).reviewer_id == workspace.me
    workspace.update_settings(reviewer="غيرها")
    assert workspace.me is None


def test_without_a_file_nothing_is_read_or_run(qapp):
    empty = Workspace(Settings())
    assert empty.run(articles.add_article, draft=ArticleDraft(title="", text="")) is None
    with pytest.raises(RuntimeError):
        empty.read(library.articles)
    assert (empty.scale, empty.me, empty.claims) == (None, None, ())
