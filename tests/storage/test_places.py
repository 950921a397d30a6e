"""Which places are live: the table of mount types and sync folders."""

from pathlib import Path

import pytest

from factcheck.storage.places import (
    Place,
    conflict_copies,
    is_synced,
    mount_type,
    place_of,
    place_of_type,
)

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/desk rw,relatime - cifs //server/desk rw,vers=3.1.1
31 22 0:41 / /mnt/desk/inner rw - nfs4 server:/inner rw
32 22 0:42 / /home/l/with\\040space rw - fuse.sshfs l@host: rw
33 22 0:43 / /opt/odd rw - strangefs none rw
34 22 0:44 / /mnt/again rw - nfs server:/x rw
35 34 8:2 / /mnt/again rw - xfs /dev/sdb1 rw
broken line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/l/desk.factcheck", "ext4"),
        ("/mnt/desk/a/b.factcheck", "cifs"),
        ("/mnt/desk", "cifs"),
        ("/mnt/desktop/b", "ext4"),
        ("/mnt/desk/inner/b", "nfs4"),
        ("/home/l/with space/b", "fuse.sshfs"),
        ("/mnt/again/b", "xfs"),
        ("/opt/odd/b", "strangefs"),
    ],
)
def test_the_nearest_mount_counts(path, kind):
    assert mount_type(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("names", "place"),
    [
        ("ext4 xfs btrfs tmpfs overlay exfat vfat ntfs3 fuseblk apfs", Place.LOCAL),
        ("cifs smb3 smbfs nfs nfs4 9p fuse.sshfs fuse.rclone ceph davfs vboxsf", Place.NETWORK),
        ("strangefs proc", Place.UNKNOWN),
    ],
)
def test_every_type_has_its_place(names, place):
    assert {place_of_type(name) for name in names.split()} == {place}
    assert place.is_live == (place is Place.LOCAL)


def test_nothing_known_is_nothing_live():
    assert place_of(Path("/x"), mounts="") is Place.UNKNOWN
    assert place_of(Path("/mnt/desk/x"), mounts=MOUNTS) is Place.NETWORK


@pytest.mark.parametrize(
    "folder",
    ["Dropbox", "OneDrive - Newsroom", "Google Drive", "GoogleDrive", "Nextcloud", "OneDrive"],
)
def test_sync_folders_are_known_by_name(tmp_path, folder):
    path = tmp_path / folder / "team" / "desk.factcheck"
    path.parent.mkdir(parents=True)
    assert is_synced(path, {}, tmp_path / "home")
    assert place_of(path, mounts=MOUNTS, environ={}, home=tmp_path / "home") is Place.SYNCED


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".owncloudsync.log"])
def test_sync_folders_are_known_by_their_marks(tmp_path, mark):
    path = tmp_path / "team" / "sub" / "desk.factcheck"
    path.parent.mkdir(parents=True)
    assert not is_synced(path, {}, tmp_path / "home")
    (tmp_path / "team" / mark).touch()
    assert is_synced(path, {}, tmp_path / "home")


def test_sync_folders_are_known_by_the_environment(tmp_path):
    environ = {"OneDriveCommercial": str(tmp_path / "odd name")}
    assert is_synced(tmp_path / "odd name" / "x", environ, tmp_path / "home")
    assert not is_synced(tmp_path / "other" / "x", environ, tmp_path / "home")


def test_conflict_copies_are_found_and_other_files_are_not(tmp_path):
    desk = tmp_path / "desk.factcheck"
    copies = [
        "desk (Layla's conflicted copy 2025-07-11).factcheck",
        "desk (نسخة متعارضة لدى ليلى).factcheck",
        "desk-NEWSROOM-PC.factcheck",
        "desk.sync-conflict-20250711-101500-ABCDEF7.factcheck",
    ]
    others = [
        "desk.factcheck-journal",
        "desk 2.factcheck",
        "desk-old.factcheck",
        "desktop (conflicted copy).factcheck.txt",
        "other (conflicted copy).factcheck",
    ]
    for name in [desk.name, *copies, *others]:
        (tmp_path / name).touch()
    assert sorted(each.name for each in conflict_copies(desk)) == sorted(copies)
    assert conflict_copies(tmp_path / "none" / "desk.factcheck") == []
    assert is_synced(desk, {}, tmp_path / "home")
