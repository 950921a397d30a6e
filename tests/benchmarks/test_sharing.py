"""The promises of sharing that are figures: many editors, big merges, big records."""

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from factcheck.domain.claim import ClaimDraft
from factcheck.domain.ids import ArticleId, ClaimId
from factcheck.operations import claims
from factcheck.operations.exchanging import Exchange, ExchangeReport
from factcheck.operations.merging import merge_copy
from factcheck.operations.working_copies import prepare_working_copy
from factcheck.storage import queries
from factcheck.storage.library import articles
from factcheck.storage.store import Store
from factcheck.text.anchoring import make_anchor
from tests.benchmarks.measuring import ROOT, Figures, cpu_seconds, percentile
from tests.storage.crowds import crowd

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]

EDITOR = """
import random, sys, time
from pathlib import Path
from uuid import UUID
from factcheck.operations import claims
from factcheck.operations.exchanging import Exchange, ExchangeReport
from factcheck.storage.store import Store
store = Store.open(Path(sys.argv[1]), actor=sys.argv[2], replica=sys.argv[3])
ids = [UUID(each) for each in sys.argv[4].split()]
rnd = random.Random(sys.argv[2])
for at in range(20):
    time.sleep(rnd.uniform(0.5, 1.5))
    started = time.perf_counter()
    with store.write("edit_claims") as session:
        claims.edit_claims(session, claim_ids=[rnd.choice(ids)], values={"note": f"{at}"})
    print(time.perf_counter() - started)
"""


def open_store(path: Path, actor: str = "مدققة") -> Store:
    return Store.open(path, actor=actor, replica=str(uuid4()))


def ids_of(path: Path, table: str) -> list[UUID]:
    with closing(sqlite3.connect(path)) as raw:
        return [UUID(bytes=row[0]) for row in raw.execute(f"SELECT id FROM {table}")]


def test_eight_editors_at_a_save_a_second(tmp_path: Path, figures: Figures) -> None:
    path = crowd(tmp_path / "desk.factcheck", 10_000)
    words = " ".join(str(each) for each in ids_of(path, "claim")[:50])
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", EDITOR, str(path), f"م{at}", str(uuid4()), words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for at in range(8)
    ]
    seconds = [float(line) for each in processes for line in each.communicate()[0].split()]
    assert [each.returncode for each in processes] == [0] * 8
    assert len(seconds) == 160
    figures.add("sharing: a save, 8 editors at 1/s each, median", percentile(seconds, 50), "s")
    figures.add("sharing: a save, 8 editors at 1/s each, p99", percentile(seconds, 99), "s", 1)


def test_others_are_heard_of(tmp_path: Path, figures: Figures) -> None:
    path = crowd(tmp_path / "desk.factcheck", 10_000)
    mine, theirs = open_store(path), open_store(path, "زميل")
    claim_id = ClaimId(ids_of(path, "claim")[0])
    quiet = [cpu_seconds(mine.poll) for _ in range(200)]
    heard = []
    for at in range(40):
        with theirs.write("edit_claims") as session:
            claims.edit_claims(session, claim_ids=[claim_id], values={"note": f"{at}"})
        started = time.perf_counter()
        assert mine.poll().claims == {claim_id}
        heard.append(time.perf_counter() - started)
    figures.add_series("sharing: a poll while nothing happens", quiet, 2)
    figures.add("sharing: a poll that finds a commit, p95", percentile(heard, 95) * 1000, "ms", 100)
    mine.close()
    theirs.close()


def work_apart(path: Path, name: str, seed: int) -> None:
    """5,000 edits and 2,000 new claims; 1,000 edits are of rows that both sides edit."""
    store = open_store(path, name)
    rnd = random.Random(seed)
    every = ids_of(path, "claim")
    both = random.Random(1).sample(every, 1000)
    with store.write("edit_claims") as session:
        for at in range(20):
            some = rnd.sample(every, 200)
            claims.edit_claims(session, claim_ids=some, values={"said_where": f"{name} {at}"})
        claims.edit_claims(session, claim_ids=both[:500], values={"rationale": name})
        own = "claimant" if seed % 2 else "statement"
        claims.edit_claims(session, claim_ids=both[500:], values={own: name})
    for article_id in rnd.sample(ids_of(path, "article"), 200):
        with store.read() as session:
            text = queries.article(session, ArticleId(article_id)).text
        drafts = [ClaimDraft(make_anchor(text, at * 60, at * 60 + 30)) for at in range(10)]
        with store.write("add_claims") as session:
            claims.add_claims(session, article_id=ArticleId(article_id), drafts=drafts)
    store.close()


def test_merging_a_hundred_thousand_claims(tmp_path: Path, figures: Figures) -> None:
    path = crowd(tmp_path / "desk.factcheck", 100_000)
    other = tmp_path / "other.factcheck"
    shutil.copyfile(path, other)
    work_apart(path, "ليلى", 1)
    work_apart(other, "سامي", 2)
    store = open_store(path)

    def merge() -> None:
        found.append(merge_copy(store, other, backup_dir=tmp_path / "backups")[0])

    found: list[object] = []
    figures.add("sharing: merge 7,000 changes into 100,000 claims", cpu_seconds(merge), "s", 5)
    figures.add("sharing: merge nothing new", cpu_seconds(merge), "s", 2)
    assert found[0].new == 2000
    assert found[0].conflicts >= 500
    assert (found[1].new, found[1].changed) == (0, 0)
    store.close()


def test_an_edit_reaches_the_next_desk_through_a_share(tmp_path: Path, figures: Figures) -> None:
    shared = crowd(tmp_path / "team.factcheck", 23_000)
    figures.add("sharing: size of the shared file", shared.stat().st_size / 1_000_000, "MB")
    people = []
    for name in ("ليلى", "سامي"):
        copy = prepare_working_copy(shared, tmp_path / name)
        people.append(Exchange(open_store(copy, name), shared))
    mine, theirs = people
    claim_id = ClaimId(ids_of(shared, "claim")[0])
    with mine.store.write("edit_claims") as session:
        claims.edit_claims(session, claim_ids=[claim_id], values={"note": "جديد"})
    reports: list[ExchangeReport] = []
    publish = cpu_seconds(lambda: reports.append(mine.run()))
    pull = cpu_seconds(lambda: reports.append(theirs.run()))
    assert (reports[0].is_published, reports[1].changes.claims) == (True, {claim_id})
    figures.add("sharing: publish an edit", publish, "s")
    figures.add("sharing: publish and pull an edit", publish + pull, "s", 3)
    for each in people:
        each.store.close()


def series(store: Store, times: int, query, *args) -> list[float]:
    def ask() -> None:
        with store.read() as session:
            query(session, *(next(each) if isinstance(each, Iterator) else each for each in args))

    return [cpu_seconds(ask) for _ in range(times)]


def test_a_million_claims(tmp_path: Path, figures: Figures) -> None:
    path = crowd(tmp_path / "desk.factcheck", 1_000_000)
    figures.add("a million: size", path.stat().st_size / 1_000_000, "MB")
    opened: list[Store] = []
    figures.add("a million: open", cpu_seconds(lambda: opened.append(open_store(path))), "s", 1)
    store = opened[0]
    rnd = random.Random(1)
    articles, some = ids_of(path, "article"), ids_of(path, "claim")[::997]
    one_article = iter(lambda: rnd.choice(articles), None)
    one_claim = iter(lambda: rnd.choice(some), None)
    measured = {
        "the claims of an article": series(store, 60, queries.claims, one_article),
        "one claim": series(store, 60, queries.claim, one_claim),
        "the evidence of a claim": series(store, 60, queries.evidence, one_claim),
        "the evidence of an article": series(store, 60, queries.evidence_of, one_article),
    }
    for name, seconds in measured.items():
        figures.add_series(f"a million: {name}", seconds, 50)
    library(store, figures)
    edit(store, figures, one_claim)
    store.close()


def library(store: Store, figures: Figures) -> None:
    """Ten thousand articles: pages of two hundred, and all of them."""
    page = 200
    figures.add_series("a million: a page of articles", series(store, 20, articles, "", page), 50)
    rare = iter(lambda: f"نادر{random.Random().randrange(10_000)}x5", None)
    words = {"a rare word": rare, "two words": "الميناء القارب", "a common word": "الميناء"}
    words |= {"a common and a rare word": "الميناء نادر77x5", "two letters": "ال"}
    for name, typed in words.items():
        seconds = series(store, 20, articles, typed, page)
        figures.add_series(f"a million: a page of articles with {name}", seconds, 100)
    figures.add_series("a million: all articles", series(store, 3, articles))


def edit(store: Store, figures: Figures, claim_ids: Iterator[UUID]) -> None:
    def save(session: Session, claim_id: UUID) -> None:
        claims.edit_claims(session, claim_ids=[ClaimId(claim_id)], values={"note": str(claim_id)})

    def one() -> None:
        with store.write("edit_claims") as session:
            save(session, next(claim_ids))

    figures.add_series("a million: edit a claim", [cpu_seconds(one) for _ in range(40)], 50)
    figures.add_series("a million: poll", [cpu_seconds(store.poll) for _ in range(20)], 50)
