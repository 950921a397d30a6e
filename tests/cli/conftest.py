"""A program in its own home, run in this process with a real database."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from factcheck.cli.call import Windows
from factcheck.cli.main import run
from factcheck.runtime import i18n

TEXT = (
    "الجيش يعلن وصول قوات\n\n"
    "قال الناطق إن أكثر من 20 ألف جندي وصلوا إلى الميناء يوم 3 مايو 2024.\n"
    "وأضاف: “لن نغادر قبل الخريف”.\n"
)
WORDS = "أكثر من 20 ألف جندي"


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def data(self):
        return json.loads(self.out)


class Program:
    """The command line; `opened` and `drawn` collect what would have reached the desk."""

    def __init__(self, home: Path, capsys, monkeypatch):
        self.home = home
        self.opened = []
        self.drawn = []
        self.language = "en"
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *words, stdin: bytes | None = None) -> Result:
        if stdin is not None:
            stream = io.TextIOWrapper(io.BytesIO(stdin), encoding="ascii")
            self._monkeypatch.setattr(sys, "stdin", stream)
        self._capsys.readouterr()
        first = ["--home", str(self.home), "--language", self.language]
        code = run([*first, *map(str, words)], Windows(self._open, self._draw))
        out, err = self._capsys.readouterr()
        return Result(code, out, err)

    def json(self, *words, stdin=None):
        """Run a command that must succeed, and return its JSON."""
        result = self(*words, "--json", stdin=stdin)
        assert result.code == 0, result.err
        return result.data

    def refused(self, *words, stdin=None) -> str:
        """Run a command that must say no with one sentence, and return the sentence."""
        result = self(*words, stdin=stdin)
        assert (result.code, result.out) == (1, "")
        assert len(result.err.splitlines()) == 1
        return result.err.strip()

    def misused(self, *words) -> str:
        """Run a command that is wrong usage, and return what is said."""
        result = self(*words)
        assert (result.code, result.out) == (2, "")
        return result.err

    def _open(self, options) -> int:
        self.opened.append(options)
        return 0

    def _draw(self, options) -> None:
        self.drawn.append(options)
        options.target.write_bytes(b"\x89PNG")


@pytest.fixture
def program(tmp_path, capsys, monkeypatch):
    before = i18n.language()
    monkeypatch.setenv("COLUMNS", "100")
    yield Program(tmp_path / "home", capsys, monkeypatch)
    i18n.set_language(before)


@pytest.fixture
def article(program):
    """Id of an article with one claim's words in it."""
    return program.json("article", "add", "-", "--title", "وصول قوات", stdin=TEXT.encode())["id"]


@pytest.fixture
def claim(program, article):
    """Id of a claim of the article."""
    return program.json("claim", "add", article, "--exact", WORDS, "--kind", "quantity")["id"]
