"""Killed at any moment (kill -9), the file is sound and nothing acknowledged is lost."""

import json
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL of POSIX")


def found(mode, folder, root, kills):
    """Run a killing program; returns what it counted, but for how often a journal was left."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.killing", mode, str(folder), str(kills)],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    counts = json.loads(done.stdout)
    assert counts.pop("hot") > 0, "never killed in the middle"
    return counts


@pytest.mark.parametrize("kills", [100, pytest.param(2000, marks=pytest.mark.campaign)])
@pytest.mark.timeout(3600)
def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path, root, kills):
    counts = found("writers", tmp_path, root, kills)
    assert counts == {"kills": kills, "lost": 0, "halves": 0, "damaged": 0}


@pytest.mark.parametrize("kills", [10, pytest.param(200, marks=pytest.mark.campaign)])
@pytest.mark.timeout(3600)
def test_a_killed_merge_is_whole_or_nothing(tmp_path, root, kills):
    counts = found("merges", tmp_path, root, kills)
    assert counts == {"kills": kills, "half_merges": 0, "damaged": 0}


def test_a_record_killed_while_it_is_made_is_whole_or_not_there(tmp_path, root):
    counts = found("creations", tmp_path, root, 20)
    assert counts == {"kills": 20, "halves": 0}


def test_a_migration_killed_at_any_statement_leaves_the_old_file(tmp_path, root):
    counts = found("migrations", tmp_path, root, 0)
    assert counts.pop("kills") > 40
    assert counts == {"half_migrations": 0, "damaged": 0}
