"""Copies of a record in new files: whole or not there at all."""

import errno
import shutil

import pytest

from factcheck.domain.errors import DatabaseError
from factcheck.operations import copying
from factcheck.storage import queries
from factcheck.storage.faults import FULL, IO_FAILED, READ_ONLY
from factcheck.storage.store import NO_FOLDER, Store
from tests.operations.conftest import on_files, someone

pytestmark = on_files


def refusal(desk, target):
    with pytest.raises(DatabaseError) as caught:
        copying.copy_to_file(desk.store, target)
    return caught.value


@pytest.mark.parametrize("name", ["نسخة # 50% ؟.factcheck", f"{chr(0x645) * 117}.factcheck"])
def test_a_copy_holds_the_same_record_alone_in_its_folder(desk, tmp_path, name):
    target = tmp_path / "stick" / name
    target.parent.mkdir()
    claim_id = desk.claim()
    copying.copy_to_file(desk.store, target)
    assert list(target.parent.iterdir()) == [target]
    store = Store.open(target, **someone("ليلى"))
    with store.read() as session:
        assert queries.claim(session, claim_id) == desk.get(claim_id)
    store.close()


def test_nothing_is_written_over(desk, tmp_path):
    target = tmp_path / "there.factcheck"
    target.write_text("mine")
    assert refusal(desk, target).message == copying.EXISTS
    assert target.read_text() == "mine"


def test_a_folder_that_is_not_there(desk, tmp_path):
    assert refusal(desk, tmp_path / "gone" / "copy.factcheck").message == NO_FOLDER


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(errno.ENOSPC, FULL), (errno.EACCES, READ_ONLY), (errno.EIO, IO_FAILED), (None, IO_FAILED)],
)
def test_a_place_that_cannot_be_written_keeps_nothing(desk, tmp_path, monkeypatch, code, sentence):
    folder = tmp_path / "stick"
    folder.mkdir()

    def half(source, target):
        target.write_bytes(source.read_bytes()[:5000])
        raise OSError(code, "no more") if code else OSError("no more")

    monkeypatch.setattr(shutil, "copyfile", half)
    said = refusal(desk, folder / "copy.factcheck")
    assert (said.message, said.values["path"]) == (sentence, folder / "copy.factcheck")
    assert list(folder.iterdir()) == []
