"""Random histories of several copies of one record, for the laws of merging."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select

from factcheck.domain.article import ArticleDraft
from factcheck.domain.claim import ClaimDraft
from factcheck.domain.evidence import EvidenceDraft
from factcheck.operations import articles, claims, evidence
from factcheck.storage import recording
from factcheck.storage.engine import open_engine
from factcheck.storage.merging import RECORDED, merge
from factcheck.storage.store import Store
from factcheck.storage.tables import Base, ChangeRow, ClaimRow, ConflictRow, EvidenceRow
from factcheck.text.anchoring import make_anchor

TEXT = "قال العمدة إن أربعين قاربًا غادرت الميناء في الثالث من أيار."
HOURS = 60 * 60 * 1_000_000_000


@dataclass
class Copy:
    """One person's copy, whose clock is `skew` nanoseconds off."""

    store: Store
    skew: int = 0
    path: Path = field(init=False)

    def __post_init__(self) -> None:
        self.path = self.store.path

    def run(self, operation: Callable[..., Any], **args: Any) -> Any:
        real = recording.time.time_ns
        recording.time.time_ns = lambda: real() + self.skew  # type: ignore[assignment]
        try:
            with self.store.write(operation.__name__) as session:
                return operation(session, **args)
        finally:
            recording.time.time_ns = real  # type: ignore[assignment]

    def pull(self, other: Path) -> Any:
        engine = open_engine(other, mode="ro", patience=1)
        try:
            with engine.connect() as source, self.store.write("merge_copy") as session:
                return merge(session, source)
        finally:
            engine.dispose()

    def living(self, row_type: type[ClaimRow | EvidenceRow]) -> list[UUID]:
        with self.store.read() as session:
            query = select(row_type.id).where(row_type.deleted_at.is_(None)).order_by(row_type.id)
            if row_type is EvidenceRow:
                query = query.join(ClaimRow).where(ClaimRow.deleted_at.is_(None))
            return list(session.scalars(query))

    def state(self) -> dict[str, Any]:
        """All that a person can see, the whole log and the open conflicts."""
        local = {"rev", "updated_at", "seq"}
        found: dict[str, Any] = {}
        with self.store.read() as session:
            for name in (*RECORDED, "action", "change"):
                table = Base.metadata.tables[name]
                columns = [each for each in table.columns if each.name not in local]
                rows = session.execute(select(*columns).order_by(table.c.id)).all()
                found[name] = [tuple(row) for row in rows]
            found["conflict"] = {
                (row.tbl, row.row_id, row.field) for row in session.scalars(select(ConflictRow))
            }
        return found

    def log(self, since: int = 0) -> set[UUID]:
        with self.store.read() as session:
            return set(session.scalars(select(ChangeRow.id).where(ChangeRow.seq > since)))

    def newest(self) -> int:
        with self.store.read() as session:
            return session.scalar(select(func.max(ChangeRow.seq))) or 0


def base_file(folder: Path) -> Path:
    """Make a record with one article and three claims, each with evidence."""
    path = folder / "base.factcheck"
    store = Store.open(path, actor="أصل", replica=str(uuid4()), create=True)
    with store.write("add_article") as session:
        made = articles.add_article(session, draft=ArticleDraft("عنوان", TEXT))
        drafts = [ClaimDraft(make_anchor(TEXT, at, at + 5)) for at in (0, 10, 20)]
        found = claims.add_claims(session, article_id=made.created, drafts=drafts)
        for claim_id in sorted(found.claims):
            evidence.add_evidence(session, claim_id=claim_id, draft=EvidenceDraft("x.org"))
    store.close()
    return path


def copies(base: Path, folder: Path, count: int, rnd: random.Random) -> list[Copy]:
    """Hand out copies to people whose clocks are wrong by hours."""
    found = []
    for at in range(count):
        path = folder / f"copy{at}.factcheck"
        shutil.copyfile(base, path)
        found.append(open_copy(path, f"محرر {at}", rnd.choice([0, 0, -HOURS, 2 * HOURS])))
    return found


def open_copy(path: Path, actor: str, skew: int = 0) -> Copy:
    """Open a copy; these tests do not cut the power, so nothing waits for the disk."""
    store = Store.open(path, actor=actor, replica=str(uuid4()))
    pooled = store._engine.raw_connection()
    pooled.driver_connection.execute("PRAGMA synchronous=OFF")
    pooled.close()
    return Copy(store, skew)


def edit(copy: Copy, rnd: random.Random) -> None:
    """Do one of the things a person does."""
    there = copy.living(ClaimRow)
    pieces = copy.living(EvidenceRow)
    value = rnd.choice(["أ", "ب", "ج"])
    choice = rnd.random()
    if choice < 0.6 and there:
        name = rnd.choice(["note", "rationale", "claimant", "state"])
        value = rnd.choice(["open", "checked"]) if name == "state" else value
        copy.run(claims.edit_claims, claim_ids=[rnd.choice(there)], values={name: value})
    elif choice < 0.7 and there:
        copy.run(claims.delete_claims, claim_ids=[rnd.choice(there)])
    elif choice < 0.8 and there:
        draft = EvidenceDraft("y.org", title=value)
        copy.run(evidence.add_evidence, claim_id=rnd.choice(there), draft=draft)
    elif choice < 0.9 and pieces:
        copy.run(evidence.edit_evidence, evidence_id=rnd.choice(pieces), values={"title": value})
    else:
        with copy.store.read() as session:
            article_id = session.scalar(select(ClaimRow.article_id).limit(1))
        copy.run(claims.add_claim, article_id=article_id, start=0, end=rnd.randint(1, 40))
