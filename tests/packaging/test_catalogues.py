"""The catalogues follow the source, keep what is translated, and refuse what would not fit."""

import gettext
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

SOURCE = """
from factcheck.runtime.i18n import ntr, tr
say(tr("Good morning, {name}", name=name), ntr("{n} page", "{n} pages", n))
TABLE = {"a": N_("Second"
                 " part")}
"""
PAGES = ["لا صفحات", "صفحة واحدة", "صفحتان", "{n} صفحات", "{n} صفحةً", "{n} صفحة"]


@pytest.fixture
def catalogues():
    import catalogues

    return catalogues


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "factcheck").mkdir()
    (tmp_path / "factcheck" / "page.py").write_text(SOURCE, "utf-8")
    (tmp_path / "resources" / "i18n").mkdir(parents=True)
    return tmp_path


def opened(path: Path) -> gettext.GNUTranslations:
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def test_msgids_come_in_the_order_of_the_source(catalogues, checkout: Path) -> None:
    assert catalogues.msgids_of_source(checkout) == [
        ("Good morning, {name}", ""),
        ("{n} page", "{n} pages"),
        ("Second part", ""),
    ]


def test_what_is_added_is_what_gettext_says(catalogues, checkout: Path) -> None:
    catalogues.add({"{n} page": PAGES, "Second part": "القسم الثاني"}, checkout)
    assert [gap.singular for gap in catalogues.missing(checkout)] == ["Good morning, {name}"]
    catalogues.compile_stale(checkout)
    spoken = opened(catalogues.compiled_path("ar", checkout))
    said = [spoken.ngettext("{n} page", "{n} pages", n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 103)]
    assert said == [*PAGES[:3], PAGES[3], PAGES[3], PAGES[4], PAGES[4], PAGES[5], PAGES[3]]
    assert spoken.gettext("Second part") == "القسم الثاني"
    english = opened(catalogues.compiled_path("en", checkout))
    assert english.ngettext("{n} page", "{n} pages", 1) == "{n} page"
    assert english.ngettext("{n} page", "{n} pages", 2) == "{n} pages"


def test_compiling_does_only_what_is_stale(catalogues, checkout: Path) -> None:
    catalogues.add({"Second part": "القسم الثاني"}, checkout)
    assert len(catalogues.compile_stale(checkout)) == 2
    assert catalogues.compile_stale(checkout) == []
    path = catalogues.compiled_path("ar", checkout)
    os.utime(path, (1, 1))
    assert catalogues.compile_stale(checkout) == [path]


def test_update_keeps_translations_and_drops_what_the_source_lost(
    catalogues, checkout: Path
) -> None:
    catalogues.add({"Gone": "ذهب", "{n} page": PAGES, "{n} more|||{n} others": PAGES}, checkout)
    assert catalogues.update(checkout) == (3, 2)
    text = catalogues.catalogue_path("ar", checkout).read_text("utf-8")
    assert "ذهب" not in text
    assert "{n} صفحةً" in text
    assert text.index("Good morning") < text.index("{n} page") < text.index("Second part")
    before = text
    catalogues.update(checkout)
    assert catalogues.catalogue_path("ar", checkout).read_text("utf-8") == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"Good morning, {name}": "صباح الخير"},
        {"Good morning, {name}": "صباح الخير يا {nam}"},
        {"Good morning, {name}": "صباح الخير يا {name"},
        {"Second part": ""},
        {"Second part": PAGES},
        {"{n} page": PAGES[:5]},
        {"{n} page|||{n} pages": "صفحات"},
        {"{n} page": [*PAGES[:5], "{m} صفحة"]},
    ],
)
def test_what_does_not_fit_is_refused_whole(catalogues, checkout: Path, wrong) -> None:
    with pytest.raises(catalogues.RefusedError):
        catalogues.add({"Also here": "هنا أيضًا", **wrong}, checkout)
    assert not catalogues.catalogue_path("ar", checkout).exists()


def test_two_people_can_add_at_once(checkout: Path) -> None:
    scripts = checkout / "packaging"
    scripts.mkdir()
    (scripts / "catalogues.py").write_bytes((ROOT / "packaging" / "catalogues.py").read_bytes())
    command = [sys.executable, str(scripts / "catalogues.py"), "add"]
    people = [subprocess.Popen(command, stdin=subprocess.PIPE, text=True) for _ in range(6)]
    for number, person in enumerate(people):
        assert person.stdin is not None
        person.stdin.write(json.dumps({f"Line {number}": f"سطر {number}"}))
        person.stdin.close()
    assert [person.wait() for person in people] == [0] * 6
    text = (checkout / "resources" / "i18n" / "ar.po").read_text("utf-8")
    assert [f"سطر {number}" in text for number in range(6)] == [True] * 6
