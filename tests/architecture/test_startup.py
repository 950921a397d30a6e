"""Asking for help, and opening the desk, cost no import that only some work needs."""

import json
import subprocess
import sys
from pathlib import Path

SHOW_MODULES = """
import sys
from factcheck.__main__ import main
sys.argv = ["factcheck", *sys.argv[1:]]
try:
    code = main()
except SystemExit as end:
    code = end.code
print("CODE", code or 0)
print("HEAVY", sorted({name.partition(".")[0] for name in sys.modules}
                      & {"PySide6", "shiboken6", "sqlalchemy", "alembic", "lxml", "docx", "typst"}))
"""


def test_help_loads_neither_qt_nor_the_database() -> None:
    command = [sys.executable, "-c", SHOW_MODULES, "--help"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.splitlines()[-2:] == ["CODE 0", "HEAVY []"], done.stderr
    assert len(done.stdout.splitlines()) > 10


OPEN_DESK = """
import sys
from PySide6.QtCore import QTimer
from factcheck.__main__ import main
from factcheck.gui.main import DeskSession

def look(session):
    from factcheck.storage import library, queries
    work = session.workspace
    work.open_article(work.read(library.articles)[0].id)
    work.select_claim(work.claims[0].id)
    session.window.grab()
    print("CLAIM", work.selected_claim.anchor.exact)
    print("HEAVY", sorted({name.partition(".")[0] for name in sys.modules}
                          & {"alembic", "dateutil", "docx", "hijridate", "keyring", "lxml", "mako",
                             "psycopg", "typst", "xlsxwriter"}))
    session.window.close()

def start(session):
    session.opened.connect(lambda: QTimer.singleShot(0, lambda: look(session)))
    begin(session)

begin, DeskSession.start = DeskSession.start, start
sys.argv = ["factcheck", "--home", sys.argv[1], "open"]
sys.exit(main())
"""


def test_the_desk_loads_nothing_that_only_some_work_needs(tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text("قالت الوزارة إن 40 سفينة وصلت في يوليو 2024.", encoding="utf-8")
    factcheck = [sys.executable, "-m", "factcheck", "--home", str(tmp_path)]
    add = [*factcheck, "article", "add", str(text), "--json"]
    added = subprocess.run(add, check=True, capture_output=True, text=True, encoding="utf-8")
    article = json.loads(added.stdout)["id"]
    claim = [*factcheck, "claim", "add", article, "--start", "16", "--end", "24"]
    subprocess.run(claim, check=True, capture_output=True)
    command = [sys.executable, "-c", OPEN_DESK, str(tmp_path)]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert done.stdout.splitlines()[-2:] == ["CLAIM 40 سفينة", "HEAVY []"], done.stderr
    assert done.returncode == 0
