"""Big records, made past the operations in seconds: rows, their log and the search index."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from factcheck.domain.ids import natural_id, new_id
from factcheck.storage import search
from factcheck.storage.store import Store
from factcheck.storage.tables import Base
from factcheck.storage.types import moment_text

ACTOR = "مدققة الأرقام"
WORDS = (
    *("الميناء", "المدينة", "الماء", "القارب", "البلدية", "السوق"),
    *("الجسر", "المطر", "الحقل", "الطريق", "المدرسة", "النهر"),
)
STATES = ("open", "open", "open", "checking", "checked", "dismissed", "suggested")
PER_ARTICLE = 100
_START = datetime(2024, 1, 1, tzinfo=UTC)
_SENTENCE = 60
"""Letters that one claim takes in the text."""


def crowd(path: Path, claims: int, per_claim: int = 3) -> Path:
    """Make a record of so many claims with evidence, a hundred claims to an article."""
    store = Store.open(path, actor=ACTOR, replica=str(uuid4()), create=True)
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=OFF")
        raw.execute("PRAGMA synchronous=OFF")
        raw.execute("BEGIN")
        _Writer(raw, claims, per_claim).run()
        raw.execute("COMMIT")
        raw.execute("PRAGMA journal_mode=TRUNCATE")
    return path


class _Writer:
    def __init__(self, raw: sqlite3.Connection, claims: int, per_claim: int):
        self.raw, self.claims, self.per_claim = raw, claims, per_claim
        self.rnd = random.Random(claims)
        self.replica = uuid4().bytes
        self.reviewer = natural_id("reviewer", ACTOR).bytes
        self.inserts = {name: _insert(name) for name in Base.metadata.tables}

    def run(self) -> None:
        self._put("reviewer", [{"id": self.reviewer, "name": ACTOR, **_times(0)}])
        for number in range(0, self.claims, PER_ARTICLE):
            self._article(number // PER_ARTICLE, min(PER_ARTICLE, self.claims - number))

    def _article(self, number: int, count: int) -> None:
        article, version, action = (new_id().bytes for _ in range(3))
        times = _times(number)
        text = self._text(number, count)
        title = f"{self.rnd.choice(WORDS)} {number}"
        self._put("article", [{"id": article, "title": title, **times}])
        self._put(
            "article_version", [{"id": version, "article_id": article, "text": text, **times}]
        )
        claims = [self._claim(article, version, text, at, times) for at in range(count)]
        evidence = [each for claim in claims for each in self._evidence(claim["id"], times)]
        self._put("claim", claims)
        self._put("evidence", evidence)
        made = [
            ("article", article),
            ("article_version", version),
            *(("claim", each["id"]) for each in claims),
            *(("evidence", each["id"]) for each in evidence),
        ]
        self._log(action, number, made)
        for row_id, body in ((article, title), (version, text)):
            words = " ".join(search.words_of(body))
            self._put("search_part", [{"row_id": row_id, "article_id": article}])
            self.raw.execute(
                "INSERT INTO search (rowid, body) VALUES (last_insert_rowid(), ?)", (words,)
            )

    def _text(self, number: int, count: int) -> str:
        lines = []
        for at in range(count):
            words = " ".join(self.rnd.choices(WORDS, k=8))
            lines.append(f"{words} نادر{number}x{at}"[: _SENTENCE - 1].ljust(_SENTENCE - 1) + "\n")
        return "".join(lines)

    def _claim(self, article: bytes, version: bytes, text: str, at: int, times: Any) -> Any:
        start = at * _SENTENCE
        return {
            "id": new_id().bytes,
            "article_id": article,
            "version_id": version,
            "start": start,
            "end": start + 20,
            "exact": text[start : start + 20],
            "state": self.rnd.choice(STATES),
            "reviewer_id": self.reviewer,
            **times,
        }

    def _evidence(self, claim: bytes, times: Any) -> Iterator[dict[str, Any]]:
        for position in range(self.per_claim):
            yield {
                "id": new_id().bytes,
                "claim_id": claim,
                "position": position,
                "url": f"https://example.org/{position}",
                "accessed": times["created_at"],
                **times,
            }

    def _log(self, action: bytes, number: int, made: list[tuple[str, bytes]]) -> None:
        hlc = int((_START + timedelta(minutes=number)).timestamp() * 1000) << 16
        said = {"hlc": hlc, "actor": ACTOR, "replica": self.replica}
        at = _times(number)["created_at"]
        self._put(
            "action",
            [{"id": action, "at": at, "actor_id": self.reviewer, "name": "add_claims", **said}],
        )
        self._put(
            "change",
            [
                {"id": new_id().bytes, "action_id": action, "tbl": tbl, "row_id": row_id, **said}
                for tbl, row_id in made
            ],
        )

    def _put(self, table: str, rows: list[dict[str, Any]]) -> None:
        statement, defaults = self.inserts[table]
        self.raw.executemany(statement, [defaults | row for row in rows])


def _insert(table: str) -> tuple[str, dict[str, Any]]:
    columns = [each for each in Base.metadata.tables[table].columns if each.name != "seq"]
    defaults = {
        each.name: each.default.arg if each.default is not None and each.default.is_scalar else None
        for each in columns
    }
    if table == "change":
        defaults["field"] = "*"
    names = ", ".join(f'"{name}"' for name in defaults)
    places = ", ".join(f":{name}" for name in defaults)
    return f'INSERT INTO "{table}" ({names}) VALUES ({places})', defaults


def _times(number: int) -> dict[str, str]:
    moment = moment_text(_START + timedelta(minutes=number))
    return {"created_at": moment, "updated_at": moment}
