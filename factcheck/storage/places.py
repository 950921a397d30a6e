"""Where a file lies, and whether SQLite may be used live there.

Live use is safe on a fixed disk of this machine only: SQLite's own pages advise against network
drives, locks of some of them lose acknowledged commits without an error, and sync programs move
database and journal apart. Whatever is not known to be local is used through a working copy.
"""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path, PurePosixPath

from factcheck.runtime.files import is_there

MOUNTS = Path("/proc/self/mountinfo")


class Place(StrEnum):
    """What kind of place a path is in."""

    LOCAL = "local"
    NETWORK = "network"
    SYNCED = "synced"
    SERVER = "server"
    UNKNOWN = "unknown"
    HOME = "home"
    """The data folder of a person whose home may lie on another machine."""

    @property
    def is_live(self) -> bool:
        """Whether several programs may use a database there at once."""
        return self in (Place.LOCAL, Place.SERVER, Place.HOME)


_LOCAL_TYPES = frozenset(
    [
        "apfs",
        "bcachefs",
        "btrfs",
        "exfat",
        "ext2",
        "ext3",
        "ext4",
        "f2fs",
        "fuseblk",
        "hfs",
        "hfsplus",
        "jfs",
        "msdos",
        "ntfs",
        "ntfs3",
        "overlay",
        "ramfs",
        "reiserfs",
        "rootfs",
        "tmpfs",
        "ufs",
        "vfat",
        "xfs",
        "zfs",
    ]
)
_NETWORK_TYPES = frozenset(
    [
        "9p",
        "afp",
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "davfs2",
        "drvfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncp",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "orangefs",
        "prl_fs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "vboxsf",
        "virtiofs",
        "vmhgfs",
        "webdav",
    ]
)
_SYNC_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNC_FOLDERS = re.compile(
    r"dropbox( \(.+\))?|onedrive( - .+)?|google ?drive|my drive|icloud ?drive|mobile documents"
    r"|cloudstorage|nextcloud|owncloud|syncthing|seafile|megasync|pcloud ?drive|box( sync)?"
    r"|yandex\.disk",
    re.IGNORECASE,
)
_SYNC_MARKS = (
    ".stfolder",
    ".dropbox",
    ".dropbox.cache",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".seafile-data",
    ".tmp.driveupload",
)
_CONFLICT = re.compile(
    r" \((?:[^()]*)(?:conflicted copy|conflict|نسخة متعارضة)[^()]*\)"
    r"|[._-]sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?"
    r"|_conf\(\d+\)",
    re.IGNORECASE,
)


def place_of(
    path: Path,
    *,
    mounts: str | None = None,
    environ: Mapping[str, str] = os.environ,
    home: Path | None = None,
) -> Place:
    """Return what kind of place `path` is in; it need not exist.

    `mounts` is the text of `/proc/self/mountinfo` (read from there where it is not given).
    """
    path = path.expanduser().absolute()
    kind = _place_of_disk(path, mounts)
    if kind is Place.LOCAL and is_synced(path, environ, home or Path.home()):
        return Place.SYNCED
    return kind


def _place_of_disk(path: Path, mounts: str | None) -> Place:
    if sys.platform == "win32" and mounts is None:
        return _place_on_windows(path)
    if mounts is None:
        try:
            mounts = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return (
                Place.LOCAL if sys.platform == "darwin" and _is_fixed_mac(path) else Place.UNKNOWN
            )
    return place_of_type(mount_type(path.resolve(), mounts))


def place_of_type(name: str | None) -> Place:
    """Return the place for the name of a file system type, as the mount table writes it."""
    if name is None:
        return Place.UNKNOWN
    if name in _NETWORK_TYPES or name.startswith(("fuse.", "smb", "nfs", "cifs")):
        return Place.NETWORK
    return Place.LOCAL if name in _LOCAL_TYPES else Place.UNKNOWN


def mount_type(path: Path, mounts: str) -> str | None:
    """Return the file system type that `path` is on; the last of equal mount points counts."""
    best: tuple[int, str | None] = (-1, None)
    target = PurePosixPath(path)
    for line in mounts.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split()
        if not separator or len(fields) < 5 or not after.split():
            continue
        point = PurePosixPath(_unescaped(fields[4]))
        if (target == point or point in target.parents) and len(point.parts) >= best[0]:
            best = len(point.parts), after.split()[0]
    return best[1]


def _unescaped(field: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)


def is_synced(path: Path, environ: Mapping[str, str], home: Path) -> bool:
    """Return whether a sync program keeps the folder of `path`."""
    for parent in {*path.parents, *path.resolve().parents}:
        if parent == home or parent in home.parents:
            continue
        if _SYNC_FOLDERS.fullmatch(parent.name):
            return True
        if any(is_there(parent / mark) for mark in _SYNC_MARKS):
            return True
    roots = [Path(environ[name]) for name in _SYNC_VARIABLES if environ.get(name)]
    if any(root in path.parents for root in roots):
        return True
    return any(_CONFLICT.search(each.name) for each in conflict_copies(path))


def conflict_copies(path: Path) -> list[Path]:
    """Return files beside `path` whose names say that a sync program found two versions of it."""
    found: list[Path] = []
    with suppress(OSError):  # a share that is gone, or may not be looked into
        found.extend(path.parent.iterdir())
    return sorted(each for each in found if each != path and _is_conflict_of(each, path))


def _is_conflict_of(candidate: Path, path: Path) -> bool:
    if candidate.suffix != path.suffix or not candidate.name.startswith(path.stem):
        return False
    rest = candidate.name[len(path.stem) : len(candidate.name) - len(path.suffix)]
    return bool(_CONFLICT.fullmatch(rest)) or _is_host_copy(rest)


def _is_host_copy(rest: str) -> bool:
    """OneDrive appends the name of the computer: `desk-NEWSROOM-PC`."""
    return bool(re.fullmatch(r"-[A-Z][A-Z0-9-]{2,14}", rest))


def _place_on_windows(path: Path) -> Place:
    import ctypes  # noqa: PLC0415 - Windows only

    anchor = path.anchor
    if anchor.startswith("\\\\"):
        return Place.NETWORK
    kind = ctypes.windll.kernel32.GetDriveTypeW(anchor)  # type: ignore[attr-defined]
    return {2: Place.LOCAL, 3: Place.LOCAL, 4: Place.NETWORK, 6: Place.LOCAL}.get(
        kind, Place.UNKNOWN
    )


def _is_fixed_mac(path: Path) -> bool:
    """On macOS, whether the volume is one of the machine; others are used through a copy."""
    return "Volumes" not in path.resolve().parts[:2]
