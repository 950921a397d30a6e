"""Running operations on the store without ever making the window stand still.

The window's store waits for other writers for milliseconds only. What meets a locked file is tried
again by a timer, in the order in which it was asked for; typed text stays in its field meanwhile.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from math import inf
from time import monotonic, sleep
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from factcheck.domain.changes import Changes
from factcheck.domain.conflict import EditConflictError
from factcheck.domain.errors import BusyError, NotFoundError, UserError

PATIENCE = 0.02
"""Seconds that the window's store waits for another writer."""

_AGAIN_MS = 120
_TURN = 0.03
"""Seconds for which what waited is done in one go."""
_LAST = 3.0
"""Seconds that closing the file waits for somebody else who holds it."""
_LONG = 1.0
"""Seconds of waiting after which it is worth a word."""


@dataclass(frozen=True, slots=True)
class Call:
    """An operation with its arguments."""

    operation: Callable[..., Changes]
    arguments: dict[str, Any] = field(default_factory=dict)

    def after(self, earlier: "Call") -> "Call":
        """Return this call as it is to be once `earlier` is done.

        An edit that waits behind another one begins from what that one will have stored.
        """
        base = self.arguments.get("base")
        if not base or "claim_ids" not in earlier.arguments:
            return self
        given = earlier.arguments.get("values", earlier.arguments)
        known = set(earlier.arguments["claim_ids"])
        moved = {
            claim_id: {
                name: given[name] if claim_id in known and name in given else began
                for name, began in fields.items()
            }
            for claim_id, fields in base.items()
        }
        return replace(self, arguments={**self.arguments, "base": moved})


class Writer(QObject):
    """Writes for one workspace.

    `refused` carries the `UserError` of what was not done, `clashed` the `EditConflictError` of an
    edit that somebody else was faster with, `stranded` the `Call` that would store typed text which
    can be stored no more. `lasting` carries a `BusyError` once the file has been
    locked for longer than a second, `over` comes once everything that waited is written.
    """

    refused = Signal(object)
    clashed = Signal(object)
    stranded = Signal(object)
    lasting = Signal(object)
    over = Signal()

    def __init__(self, write: Callable[[Call], Changes], flush: Callable[[], None]) -> None:
        """Store with `write`; `flush` has typed text saved again."""
        super().__init__()
        self._write = write
        self._flush = flush
        self._calls: deque[Call] = deque()
        self._failed: Call | None = None
        self._is_locked = False
        self.is_ending = False
        """Set while forms are asked for the last time for what is half typed."""
        self.leftovers: dict[str, None] = {}
        """Typed texts that no field could read when it was asked for the last time."""
        self._is_final = False
        self._until = inf
        self._has_more = False
        self._has_told = False
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._again)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits until the file is free."""
        return self._timer.isActive()

    def run(self, call: Call) -> Changes | None:
        """Do it now; None where it was refused, or waits for its turn."""
        if self.is_waiting:
            for earlier in self._calls:
                call = call.after(earlier)
            self._calls.append(call)
            return None
        try:
            return self._attempt(call)
        except BusyError as error:
            self._calls.append(call)
            self._wait(error)
            return None

    def save(self, call: Call) -> Changes | None:
        """Store typed text; None where it was not, and its field has to keep it.

        While the file is locked, `flush` is called again and again.
        """
        if self._is_locked:
            if self._is_final:
                self.stranded.emit(call)
            return None
        if monotonic() > self._until:
            self._has_more = True
            return None
        try:
            return self._attempt(call, is_kept=True)
        except BusyError as error:
            self._wait(error)
            return None

    def try_again(self) -> None:
        """Do what was refused once more, as when there is room on the disk again."""
        call, self._failed = self._failed, None
        self._flush()
        if call is not None:
            self.run(call)

    def try_waiting(self) -> None:
        """Do now what waits, instead of at the next turn."""
        if self.is_waiting:
            self._again()

    def wait(self) -> None:
        """Wait until everything is written, for some seconds at most; nothing else goes on."""
        deadline = monotonic() + _LAST
        while self.is_waiting and monotonic() < deadline:
            if self._is_locked:
                sleep(_AGAIN_MS / 1000)
            self._again()

    def finish(self) -> None:
        """Write what is half typed and what waits, for the last time.

        It waits as `wait` does. Typed text that cannot be written even then is `stranded`.
        """
        self.is_ending = True
        self.leftovers.clear()
        try:
            self._flush()
            self.wait()
            if self.is_waiting:
                self._is_locked = self._is_final = True
                self._flush()
        finally:
            self.is_ending = self._is_final = False

    def leave_over(self, text: str) -> None:
        """Take note, at the end, of typed text that is no value of its field."""
        if self.is_ending and text.strip():
            self.leftovers[text] = None

    @property
    def waiting(self) -> tuple[str, ...]:
        """The names of the operations that wait; typed text is not among them."""
        return tuple(each.operation.__name__ for each in self._calls)

    def drop(self) -> None:
        """Forget what waits, as when the file is closed."""
        self._calls.clear()
        self._failed = None
        self._is_locked = False
        self._timer.stop()

    def _attempt(self, call: Call, *, is_kept: bool = False) -> Changes | None:
        try:
            changes = self._write(call)
        except BusyError:
            raise
        except EditConflictError as error:
            self.clashed.emit(error)
        except NotFoundError as error:
            if is_kept:
                self.stranded.emit(call)
            else:
                self.refused.emit(error)
        except UserError as error:
            if is_kept and self.is_ending:
                self.stranded.emit(call)
            else:
                self._failed = self._failed if is_kept else call
                self.refused.emit(error)
        else:
            # What was refused before and not tried again has been thought better of.
            self._failed = self._failed if is_kept else None
            return changes
        return None

    def _wait(self, error: BusyError) -> None:
        self._is_locked = True
        if not self._timer.isActive():
            self._since = monotonic()
            self._has_told = False
            self._timer.start(_AGAIN_MS)
        elif not self._has_told and monotonic() - self._since > _LONG:
            self._has_told = True
            self.lasting.emit(error)

    def _again(self) -> None:
        """Do what waits for as long as one turn lasts; then the window has its own."""
        self._is_locked = self._has_more = False
        self._until = monotonic() + _TURN
        try:
            self._flush()
            self._run_waiting()
        finally:
            self._until = inf
        if self._is_locked:
            self._timer.start(_AGAIN_MS)
        elif self._calls or self._has_more:
            self._timer.start(0)
        else:
            self._timer.stop()
            self.over.emit()

    def _run_waiting(self) -> None:
        while self._calls and not self._is_locked and monotonic() < self._until:
            call = self._calls.popleft()
            try:
                self._attempt(call)
            except BusyError as error:
                self._calls.appendleft(call)
                self._wait(error)
