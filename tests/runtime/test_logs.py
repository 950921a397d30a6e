import logging

import pytest

from factcheck.runtime import logs


@pytest.fixture(autouse=True)
def _log_stopped():
    yield
    logs.stop_log()


def test_steps_reach_the_file(tmp_path):
    logs.start_log(tmp_path / "log")
    logging.getLogger("factcheck.storage").info("opened")
    logging.getLogger("factcheck.storage").debug("too fine")
    assert logs.last_lines()[-1].endswith("factcheck.storage opened")
    assert logs.log_file().parent == tmp_path / "log"


def test_last_lines_are_the_newest(tmp_path):
    logs.start_log(tmp_path)
    for number in range(60):
        logging.getLogger("factcheck").info("step %d", number)
    lines = logs.last_lines(3)
    assert [line.split()[-1] for line in lines] == ["57", "58", "59"]


def test_file_stays_small(tmp_path):
    logs.start_log(tmp_path)
    for _ in range(30):
        logging.getLogger("factcheck").info("x" * 100_000)
    assert sum(each.stat().st_size for each in tmp_path.iterdir()) < 2_000_000


def test_unusable_folder_turns_the_log_off(tmp_path, capsys):
    (tmp_path / "log").write_text("a file")
    logs.start_log(tmp_path / "log")
    logging.getLogger("factcheck").error("lost")
    assert logs.log_file() is None
    assert logs.last_lines() == []
    assert capsys.readouterr().err == ""


def test_unwritable_file_is_quiet(tmp_path, capsys):
    logs.start_log(tmp_path)
    (tmp_path / "factcheck.log").mkdir()
    logging.getLogger("factcheck").error("lost")
    assert logs.last_lines() == []
    assert capsys.readouterr().err == ""


def test_starting_twice_writes_once(tmp_path):
    logs.start_log(tmp_path / "a")
    logs.start_log(tmp_path / "b")
    logging.getLogger("factcheck").info("once")
    assert len(logs.last_lines()) == 1
    assert not (tmp_path / "a" / "factcheck.log").exists()
