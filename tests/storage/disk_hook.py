"""What SQLite asks of the disk, seen and refused at will, under the program as it is.

The library that Python's sqlite3 uses is the one that is hooked: `xOpen` and `xDelete` of its
default VFS, and `xWrite`, `xTruncate` and `xSync` of every file that it opens meanwhile
(https://sqlite.org/c3ref/vfs.html, https://sqlite.org/c3ref/io_methods.html).
"""

import _sqlite3
import ctypes
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

_Pointer = ctypes.c_void_p
# Names are pointers here, since SQLite keeps the very pointer that it opened a file with.
_Open = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, _Pointer, ctypes.c_int, _Pointer)
_Delete = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, ctypes.c_int)
_Write = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, ctypes.c_int, ctypes.c_int64)
_Truncate = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int64)
_Sync = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int)

_METHODS = ("close", "read", "write", "truncate", "sync", "file_size", "lock", "unlock")
_METHODS += ("check_reserved", "file_control", "sector_size", "characteristics")
_METHODS += ("shm_map", "shm_lock", "shm_barrier", "shm_unmap", "fetch", "unfetch")


class _IoMethods(ctypes.Structure):
    _fields_ = (("version", ctypes.c_int), *((name, _Pointer) for name in _METHODS))


class _File(ctypes.Structure):
    _fields_ = (("methods", ctypes.POINTER(_IoMethods)),)


class _Vfs(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_name", ctypes.c_int),
        ("next", _Pointer),
        ("name", ctypes.c_char_p),
        ("data", _Pointer),
        ("open", _Pointer),
        ("delete", _Pointer),
    )


class Step(NamedTuple):
    """One thing asked of the disk: `what` is create, write, truncate, sync or delete.

    `at` is an offset or a size in bytes; for a deletion 1 where the folder is synced too.
    """

    what: str
    name: str
    at: int = 0
    data: bytes = b""


Watcher = Callable[[Step], int]
"""Called before each step; what it returns, if not 0, is the error that SQLite gets instead."""


class _Hook:
    """The one hook of this process; whatever C may still call is never let go of."""

    def __init__(self) -> None:
        library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        library.sqlite3_libversion.restype = ctypes.c_char_p
        if library.sqlite3_libversion().decode() != sqlite3.sqlite_version:
            raise OSError("another SQLite than Python's")
        self.vfs = library.sqlite3_vfs_find(None).contents
        self.watcher: Watcher | None = None
        self.names: dict[int, str] = {}
        self._plain_open, self._plain_delete = _Open(self.vfs.open), _Delete(self.vfs.delete)
        self._wrapped: dict[int, _IoMethods] = {}
        self._kept: list[Any] = []
        self._open, self._delete = _Open(self._on_open), _Delete(self._on_delete)

    def install(self) -> None:
        self.vfs.open = ctypes.cast(self._open, _Pointer)
        self.vfs.delete = ctypes.cast(self._delete, _Pointer)

    def remove(self) -> None:
        self.watcher = None
        self.vfs.open = ctypes.cast(self._plain_open, _Pointer)
        self.vfs.delete = ctypes.cast(self._plain_delete, _Pointer)

    def ask(self, step: Step) -> int:
        return self.watcher(step) if self.watcher else 0

    def _on_open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        path = _path(name)
        is_new = not path.exists()
        error = self._plain_open(vfs, name, file, flags, out)
        opened = _File.from_address(file)
        if error or not name or not opened.methods:
            return int(error)
        self.names[file] = path.name
        opened.methods = ctypes.pointer(self._wrap(opened.methods.contents))
        return self.ask(Step("create", self.names[file])) if is_new else 0

    def _on_delete(self, vfs: int, name: int, sync: int) -> int:
        refusal = self.ask(Step("delete", _path(name).name, sync))
        return refusal or int(self._plain_delete(vfs, name, sync))

    def _wrap(self, plain: _IoMethods) -> _IoMethods:
        address = ctypes.addressof(plain)
        if address not in self._wrapped:
            methods = _IoMethods.from_buffer_copy(plain)
            write, truncate = _Write(plain.write), _Truncate(plain.truncate)
            sync = _Sync(plain.sync)

            def on_write(file: int, data: int, size: int, at: int) -> int:
                step = Step("write", self.names[file], at, ctypes.string_at(data, size))
                return self.ask(step) or int(write(file, data, size, at))

            def on_truncate(file: int, size: int) -> int:
                refusal = self.ask(Step("truncate", self.names[file], size))
                return refusal or int(truncate(file, size))

            def on_sync(file: int, flags: int) -> int:
                return self.ask(Step("sync", self.names[file])) or int(sync(file, flags))

            mine = (_Write(on_write), _Truncate(on_truncate), _Sync(on_sync))
            methods.write, methods.truncate, methods.sync = (
                ctypes.cast(each, _Pointer) for each in mine
            )
            self._kept += [mine, write, truncate, sync]
            self._wrapped[address] = methods
        return self._wrapped[address]


def _path(name: int | None) -> Path:
    return Path(ctypes.string_at(name).decode()) if name else Path()


_hook: _Hook | None = None


@contextmanager
def watched_disk(watcher: Watcher) -> Iterator[None]:
    """Have `watcher` told of every step on files that are opened meanwhile."""
    global _hook  # noqa: PLW0603 - C keeps pointers into it
    if _hook is None:
        try:
            _hook = _Hook()
        except (OSError, AttributeError):
            pytest.skip("the SQLite of this Python cannot be hooked")
    _hook.install()
    _hook.watcher = watcher
    try:
        yield
    finally:
        _hook.remove()
