"""Who is here: seen by the others, forgotten by itself, never part of the record."""

import os
import time
from uuid import uuid4

from factcheck.domain.ids import new_id
from factcheck.domain.presence import Presence
from factcheck.storage.presence import EXPIRES, FileBoard, board_beside


def test_people_see_each_other_but_not_themselves(tmp_path):
    path = tmp_path / "desk.factcheck"
    board, again = (board_beside(path, "w") for _ in range(2))
    me = Presence(uuid4(), "ليلى", new_id(), new_id(), is_editing=True)
    her = Presence(uuid4(), "نورة")
    board.tell(me)
    again.tell(her)
    assert board.others(me.window) == [her]
    assert again.others(her.window) == [me]
    board.leave(me.window)
    assert again.others(her.window) == []
    again.leave(her.window)
    assert list(tmp_path.iterdir()) == []


def test_who_says_nothing_more_is_gone(tmp_path):
    board = FileBoard(tmp_path)
    gone, me = uuid4(), uuid4()
    board.tell(Presence(gone, "قديم"))
    past = time.time() - EXPIRES - 5
    os.utime(tmp_path / f"{gone}.json", (past, past))
    board.tell(Presence(me, "ليلى"))
    assert board.others(me) == []
    os.utime(tmp_path / f"{gone}.json", (past - 3600, past - 3600))
    board.others(me)
    assert not (tmp_path / f"{gone}.json").exists()


def test_the_clock_of_the_disk_counts(tmp_path):
    board = FileBoard(tmp_path)
    her, me = uuid4(), uuid4()
    board.tell(Presence(her, "نورة"))
    board.tell(Presence(me, "ليلى"))
    ahead = time.time() + 7200
    for each in (her, me):
        os.utime(tmp_path / f"{each}.json", (ahead, ahead))
    board._said_at = (ahead, time.monotonic())
    assert [each.name for each in board.others(me)] == ["نورة"]


def test_nonsense_in_the_folder_is_nobody(tmp_path):
    (tmp_path / "x.json").write_text("{", "utf-8")
    (tmp_path / f"{uuid4()}.json").write_text('{"name": 3}', "utf-8")
    assert FileBoard(tmp_path).others(uuid4()) == []


def test_a_folder_that_cannot_be_made_falls_back_to_this_machine(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    nowhere = tmp_path / "file"
    nowhere.write_text("", "utf-8")
    board = board_beside(nowhere / "desk.factcheck", "abc")
    me = uuid4()
    board.tell(Presence(me, "ليلى"))
    assert [each.name for each in board.others(uuid4())] == ["ليلى"]
