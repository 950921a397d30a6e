"""New evidence that could not be stored: kept on disk until it can be, or is gone on with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from factcheck.domain.evidence import EvidenceDraft, SourceClass, Stance
from factcheck.domain.ids import ClaimId
from factcheck.runtime.files import write_atomically

Begun = tuple[ClaimId, EvidenceDraft]


class BegunEvidence:
    """The new evidence of one record and one person; in memory where the disk refuses it."""

    def __init__(self, folder: Path, workspace: str) -> None:
        """Keep files in `folder`; `workspace` is the identity of the record."""
        self._folder = folder
        self._workspace = workspace
        self._unwritten: set[Path] = set()
        self._begun = {self._path(each): each for each in self._stored()}

    def secure(self) -> bool:
        """Try again to write what the disk refused; return whether all is there now."""
        for path in list(self._unwritten):
            self._write(path)
        return not self._unwritten

    @property
    def all(self) -> tuple[Begun, ...]:
        """Everything that waits."""
        return tuple(self._begun.values())

    def keep(self, claim_id: ClaimId, draft: EvidenceDraft) -> None:
        """Keep evidence of a claim; the same one is kept once."""
        begun = claim_id, draft
        path = self._path(begun)
        self._begun[path] = begun
        self._write(path)

    def _write(self, path: Path) -> None:
        self._unwritten.add(path)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_atomically(path, self._written(self._begun[path]).encode())
            self._unwritten.discard(path)

    def drop(self, begun: Begun) -> None:
        """Forget evidence that has been stored, or is in its form again."""
        self._begun.pop(self._path(begun), None)
        self._unwritten.discard(self._path(begun))
        with suppress(OSError):
            self._path(begun).unlink(missing_ok=True)

    def _written(self, begun: Begun) -> str:
        claim_id, draft = begun
        values = asdict(draft) | {"accessed": draft.accessed and draft.accessed.isoformat()}
        content = {"workspace": self._workspace, "of": str(claim_id), "evidence": values}
        return json.dumps(content, sort_keys=True)

    def _path(self, begun: Begun) -> Path:
        name = hashlib.sha256(self._written(begun).encode()).hexdigest()
        return self._folder / f"evidence-{name[:24]}.json"

    def _stored(self) -> Iterable[Begun]:
        for path in sorted(self._folder.glob("evidence-*.json")):
            with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
                content = json.loads(path.read_text(encoding="utf-8"))
                if content["workspace"] == self._workspace:
                    yield ClaimId(UUID(content["of"])), _draft(content["evidence"])


def _draft(values: dict[str, Any]) -> EvidenceDraft:
    accessed = values.pop("accessed")
    return EvidenceDraft(
        stance=Stance(values.pop("stance")),
        source_class=SourceClass(values.pop("source_class")),
        accessed=datetime.fromisoformat(accessed) if accessed else None,
        **values,
    )
