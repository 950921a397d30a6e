"""Random histories of several copies of one record, for the laws of merging."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Table, event, func, select

from factcheck.domain.article import ArticleDraft
from factcheck.domain.claim import ClaimDraft
from factcheck.domain.evidence import EvidenceDraft
from factcheck.operations import articles, claims, evidence
from factcheck.operations.conflicts import resolve_conflict
from factcheck.storage import recording
from factcheck.storage.conflicts import conflicts
from factcheck.storage.engine import open_engine
from factcheck.storage.merging import RECORDED, merge
from factcheck.storage.store import Store
from factcheck.storage.tables import Base, ChangeRow
from factcheck.text.anchoring import make_anchor

TEXT = "قال العمدة إن أربعين قاربًا غادرت الميناء في الثالث من أيار."
HOURS = 60 * 60 * 1_000_000_000


@dataclass
class Copy:
    """One person's copy, whose clock is `skew` nanoseconds off."""

    store: Store
    skew: int = 0

    @property
    def path(self) -> Path:
        return self.store.path

    def run(self, operation: Callable[..., Any], **args: Any) -> Any:
        real = recording.time.time_ns
        recording.time.time_ns = lambda: real() + self.skew  # type: ignore[assignment]
        try:
            with self.store.write(operation.__name__) as session:
                return operation(session, **args)
        finally:
            recording.time.time_ns = real  # type: ignore[assignment]

    def pull(self, other: "Copy") -> Any:
        engine = other.store.engine
        with engine.connect() as source, self.store.write("merge_copy") as session:
            return merge(session, source)

    def take(self, file: Path) -> Any:
        engine = open_engine(file, mode="ro", patience=1)
        try:
            with engine.connect() as source, self.store.write("merge_copy") as session:
                return merge(session, source)
        finally:
            engine.dispose()

    def claims(self) -> list[UUID]:
        return self._ids("SELECT id FROM claim WHERE deleted_at IS NULL ORDER BY id")

    def evidence(self) -> list[UUID]:
        return self._ids(
            "SELECT evidence.id FROM evidence JOIN claim ON claim.id = claim_id"
            " WHERE evidence.deleted_at IS NULL AND claim.deleted_at IS NULL ORDER BY evidence.id"
        )

    def article(self) -> UUID:
        return self._ids("SELECT id FROM article")[0]

    def _ids(self, sql: str) -> list[UUID]:
        return [UUID(bytes=row[0]) for row in self._all(sql)]

    def state(self) -> dict[str, Any]:
        """All that a person can see, the whole log and the open conflicts."""
        found = {name: self._all(sql) for name, sql in _STATE.items()}
        found["conflict"] = set(self._all("SELECT tbl, row_id, field FROM conflict"))
        return found

    def log(self, since: int = 0) -> set[bytes]:
        return {row[0] for row in self._all(f"SELECT id FROM change WHERE seq > {since}")}

    def _all(self, sql: str) -> list[Any]:
        with self.store.engine.connect() as connection:
            driver: Any = connection.connection.dbapi_connection
            return driver.execute(sql).fetchall()

    def newest(self) -> int:
        with self.store.read() as session:
            return session.scalar(select(func.max(ChangeRow.seq))) or 0


def _select(table: Table) -> str:
    local = {"rev", "updated_at", "seq"}
    columns = ", ".join(f'"{each.name}"' for each in table.columns if each.name not in local)
    return f'SELECT {columns} FROM "{table.name}" ORDER BY id'


_STATE = {name: _select(Base.metadata.tables[name]) for name in (*RECORDED, "action", "change")}


def base_file(folder: Path) -> Path:
    """Make a record with one article and two claims, each with evidence."""
    path = folder / "base.factcheck"
    store = Store.open(path, actor="أصل", replica=str(uuid4()), create=True)
    with store.write("add_article") as session:
        made = articles.add_article(session, draft=ArticleDraft("عنوان", TEXT))
        drafts = [ClaimDraft(make_anchor(TEXT, at, at + 5)) for at in (0, 10)]
        found = claims.add_claims(session, article_id=made.created, drafts=drafts)
        for claim_id in sorted(found.claims):
            evidence.add_evidence(session, claim_id=claim_id, draft=EvidenceDraft("x.org"))
    store.close()
    return path


class Seats:
    """Places for copies, used again and again: SQLAlchemy compiles each statement once a place."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stores: dict[str, Store] = {}

    def copy(self, name: str, of: Path, skew: int = 0) -> Copy:
        """Put a copy of the file `of` on the place `name`."""
        path = self._folder / f"{name}.factcheck"
        if name not in self._stores:
            shutil.copyfile(of, path)
            self._stores[name] = open_copy(path, name).store
        self._stores[name].engine.dispose()
        shutil.copyfile(of, path)
        return Copy(self._stores[name], skew)

    def people(self, base: Path, count: int, rnd: random.Random) -> list[Copy]:
        """Hand out copies to people whose clocks are wrong by hours."""
        skews = [0, 0, -HOURS, 2 * HOURS]
        return [self.copy(f"محرر {at}", base, rnd.choice(skews)) for at in range(count)]

    def close(self) -> None:
        for store in self._stores.values():
            store.close()


def open_copy(path: Path, actor: str, skew: int = 0) -> Copy:
    """Open a copy; these tests do not cut the power, so nothing waits for the disk."""
    store = Store.open(path, actor=actor, replica=str(uuid4()))

    def hurry(driver: Any, _record: object) -> None:
        driver.execute("PRAGMA synchronous=OFF").close()
        driver.execute("PRAGMA journal_mode=MEMORY").close()

    event.listen(store.engine, "connect", hurry)
    store.engine.dispose()
    return Copy(store, skew)


def edit(copy: Copy, rnd: random.Random) -> None:
    """Do one of the things a person does."""
    choice = rnd.random()
    if choice < 0.1 and decide(copy, rnd):
        return
    there = copy.claims()
    pieces = copy.evidence()
    value = rnd.choice(["أ", "ب", "ج"])
    if choice < 0.2 and there:
        start = rnd.randint(0, 20)
        end = start + rnd.randint(3, 20)
        copy.run(claims.move_claim, claim_id=rnd.choice(there), start=start, end=end)
    elif choice < 0.68 and there:
        name = rnd.choice(["note", "note", "rationale", "state"])
        value = rnd.choice(["open", "checked"]) if name == "state" else value
        copy.run(claims.edit_claims, claim_ids=[rnd.choice(there)], values={name: value})
    elif choice < 0.73 and there:
        copy.run(claims.delete_claims, claim_ids=[rnd.choice(there)])
    elif choice < 0.82 and there:
        draft = EvidenceDraft("y.org", title=value)
        copy.run(evidence.add_evidence, claim_id=rnd.choice(there), draft=draft)
    elif choice < 0.9 and pieces:
        copy.run(evidence.edit_evidence, evidence_id=rnd.choice(pieces), values={"title": value})
    else:
        copy.run(claims.add_claim, article_id=copy.article(), start=0, end=rnd.randint(1, 40))


def decide(copy: Copy, rnd: random.Random) -> bool:
    """Decide one of the open conflicts, if there is any."""
    with copy.store.read() as session:
        found = conflicts(session)
    if not found:
        return False
    conflict = rnd.choice(found)
    value = rnd.choice(conflict.values).value
    where = {"table": conflict.table, "row_id": conflict.row_id, "field": conflict.field}
    copy.run(resolve_conflict, **where, value=value)
    return True
