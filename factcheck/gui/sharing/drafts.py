"""Texts that could not be saved because somebody else was faster: kept on disk until decided.

One small file for each field, outside the record, so that a crash or a closed window loses nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from factcheck.domain.conflict import Clash
from factcheck.domain.ids import ClaimId
from factcheck.operations.conflicts import TEXTS
from factcheck.runtime.files import write_atomically


@dataclass(frozen=True, slots=True)
class Draft:
    """A clash that waits for a decision, and the claim it belongs to."""

    clash: Clash
    claim_id: ClaimId | None = None


class Drafts:
    """The drafts of one record and one person; kept in memory where the disk refuses them."""

    def __init__(self, folder: Path, workspace: str) -> None:
        """Keep files in `folder`; `workspace` is the identity of the record."""
        self._folder = folder
        self._workspace = workspace
        self._unwritten: set[str] = set()
        self._drafts = {each.clash.row_id.hex + each.clash.field: each for each in self._stored()}

    def secure(self) -> bool:
        """Try again to write what the disk refused; return whether all is there now."""
        for key in list(self._unwritten):
            self._write(key)
        return not self._unwritten

    @property
    def all(self) -> tuple[Draft, ...]:
        """Everything that waits."""
        return tuple(self._drafts.values())

    def of(self, claim_id: ClaimId) -> tuple[Draft, ...]:
        """Return what waits about one claim."""
        return tuple(each for each in self.all if each.claim_id == claim_id)

    def keep(self, clashes: Iterable[Clash], claim_id: ClaimId | None) -> None:
        """Keep what was to be saved; a claim's own clash belongs to itself, others to `claim_id`.

        Text that waits already about the same field stays, with the new text below it.
        """
        for new in clashes:
            owner = ClaimId(new.row_id) if new.table == "claim" else claim_id
            key = new.row_id.hex + new.field
            clash = _joined(self._drafts[key].clash, new) if key in self._drafts else new
            self._drafts[key] = Draft(clash, owner)
            self._write(key)

    def _write(self, key: str) -> None:
        draft = self._drafts[key]
        content = {name: _plain(each) for name, each in asdict(draft.clash).items()}
        content |= {"workspace": self._workspace, "claim": _plain(draft.claim_id)}
        self._unwritten.add(key)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            # As ASCII, since typed text may hold what no encoding can write.
            write_atomically(self._path(draft.clash), json.dumps(content).encode())
            self._unwritten.discard(key)

    def drop(self, clash: Clash) -> None:
        """Forget a draft that has been decided, unless the field clashed once more meanwhile."""
        key = clash.row_id.hex + clash.field
        if key not in self._drafts or self._drafts[key].clash != clash:
            return
        del self._drafts[key]
        self._unwritten.discard(key)
        with suppress(OSError):
            self._path(clash).unlink(missing_ok=True)

    def _path(self, clash: Clash) -> Path:
        name = hashlib.sha256(f"{self._workspace}{clash.row_id}{clash.field}".encode())
        return self._folder / f"{name.hexdigest()[:24]}.json"

    def _stored(self) -> Iterable[Draft]:
        for path in sorted(self._folder.glob("*.json")):
            with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
                content = json.loads(path.read_text(encoding="utf-8"))
                if content["workspace"] == self._workspace:
                    yield _draft(content)


def _joined(old: Clash, new: Clash) -> Clash:
    if new.field not in TEXTS or not old.mine or not new.mine or old.mine in new.mine:
        return new
    return replace(new, mine=f"{old.mine}\n{new.mine}")


def _plain(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _draft(content: dict[str, str | None]) -> Draft:
    texts = {name: content[name] for name in ("base", "mine", "theirs")}
    claim, at = content["claim"], content["at"]
    clash = Clash(
        table=str(content["table"]),
        row_id=UUID(content["row_id"]),
        field=str(content["field"]),
        who=str(content["who"]),
        at=datetime.fromisoformat(at) if at else None,
        base=texts["base"],
        mine=texts["mine"],
        theirs=texts["theirs"],
    )
    return Draft(clash, ClaimId(UUID(claim)) if claim else None)
