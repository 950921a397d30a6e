import pytest

from tests.cli.conftest import TEXT

WHOLE = {
    "title": "عنوان آخر",
    "outlet": "صحيفة",
    "author": "كاتبة",
    "url": "https://example.org/1",
    "published": "2025-07",
    "language": "ar",
}


def test_add_guesses_the_title_and_keeps_the_text(program, tmp_path):
    path = tmp_path / "مقال.txt"
    path.write_text(TEXT, encoding="utf-8")
    added = program.json("article", "add", path)
    assert added["title"] == "الجيش يعلن وصول قوات"
    assert added["language"] == "ar"
    shown = program.json("article", "show", added["id"])
    assert shown == added
    assert shown["text"] == TEXT.rstrip("\n") or shown["text"] == TEXT


def test_add_prints_the_id_first(program, tmp_path):
    result = program("article", "add", "-", stdin=TEXT.encode())
    assert result.code == 0
    identity = result.out.splitlines()[0]
    assert program.json("article", "show", identity)["id"] == identity


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
def test_encodings_of_the_input_are_found_out(program, encoding):
    text = "قال الناطق إن القوات وصلت إلى الميناء صباح اليوم. وأضاف أنها لن تغادر قبل الخريف."
    added = program.json("article", "add", "-", stdin=text.encode(encoding))
    assert added["text"] == text


def test_encoding_can_be_named(program):
    data = "وصلت القوات إلى الميناء".encode("windows-1256")
    added = program.json("article", "add", "-", "--encoding", "windows-1256", stdin=data)
    assert added["text"] == "وصلت القوات إلى الميناء"


def test_everything_can_be_said_when_adding(program):
    words = [part for name, value in WHOLE.items() for part in (f"--{name}", value)]
    added = program.json("article", "add", "-", *words, stdin=TEXT.encode())
    assert {name: added[name] for name in WHOLE} == WHOLE


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("٢٠٢٥", "2025"), ("كانون الثاني 2025", "2025-01"), ("12 شوال 1446", "2025-04-10")],
)
def test_dates_are_read_as_people_write_them(program, article, typed, stored):
    assert program.json("article", "set", article, "--published", typed)["published"] == stored


def test_language_of_the_text_is_not_that_of_the_program(program):
    program.language = "ar"
    added = program("article", "add", "-", "--language", "en", stdin=TEXT.encode())
    assert "العنوان" in added.out
    assert program.json("article", "list")[0]["language"] == "en"


def test_set_changes_what_is_named(program, article):
    before = program.json("article", "show", article)
    after = program.json("article", "set", article, "--outlet", "صحيفة")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"outlet", "rev", "updated_at"}


def test_list_counts(program, article, claim):
    program.json("claim", "set", claim, "--state", "checked", "--verdict", "false")
    (row,) = program.json("article", "list")
    assert row["id"] == article
    assert (row["claims"], row["checked"], row["progress"]) == (1, 1, 1.0)
    assert row["by_state"] == {"checked": 1}
    assert row["by_verdict"] == {"false": 1}
    assert "text" not in row


def test_list_is_a_table(program, article):
    lines = program("article", "list").out.splitlines()
    assert lines[0].split() == ["Id", "Published", "Checked", "Title", "Outlet"]
    assert article.endswith(lines[1].split()[0])
    assert "وصول قوات" in lines[1]


def test_empty_library(program):
    assert program.json("article", "list") == []
    assert program("article", "list").err == "No articles yet.\n"


def test_delete_and_undo(program, article):
    deleted = program("article", "delete", article)
    assert (deleted.code, deleted.out) == (0, "")
    assert "وصول قوات" in deleted.err
    assert program.json("article", "list") == []
    program.json("undo")
    assert [each["id"] for each in program.json("article", "list")] == [article]


def test_delete_as_json(program, article):
    assert program.json("article", "delete", article) == {"id": article, "deleted": True}


def test_ids_by_their_parts(program, article):
    for part in (article, article.upper(), article.replace("-", ""), article[-6:], article[:8]):
        assert program.json("article", "show", part)["id"] == article


def test_part_that_several_ids_share(program, article):
    other = program.json("article", "add", "-", stdin=b"another text")["id"]
    assert article[:6] == other[:6]
    assert "More than one id" in program.refused("article", "show", article[:6])


@pytest.mark.parametrize("text", ["", "12345", "zzzzzz", "%%%%%%", "0" * 33, "'; drop", "ابجدهو"])
def test_what_is_no_id(program, article, text):
    assert "is not an id" in program.refused("article", "show", text)


def test_unknown_id(program, article):
    unknown = "00000000-0000-7000-8000-000000000000"
    assert unknown in program.refused("article", "show", unknown)
    assert "ليس" not in program.refused("article", "delete", unknown)


def test_id_of_something_else(program, article, claim):
    assert "of an article" in program.refused("claim", "show", article)
    assert "of a claim" in program.refused("article", "show", claim)
    assert "of a claim" in program.refused("evidence", "delete", claim)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (bytes(range(256)) * 8, "text"),
        (b"%PDF-1.7 ...", "PDF"),
    ],
)
def test_bad_input_is_refused_and_leaves_nothing(program, data, said):
    assert said in program.refused("article", "add", "-", stdin=data)
    assert program.json("article", "list") == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_missing_file_and_folder(program, tmp_path, language):
    program.language = language
    assert "no.txt" in program.refused("article", "add", tmp_path / "no.txt")
    assert tmp_path.name in program.refused("article", "add", tmp_path)


@pytest.mark.parametrize("encoding", ["utf-9", "hex", "zlib", "utf-16"])
def test_wrong_encoding(program, encoding):
    said = program.refused("article", "add", "-", "--encoding", encoding, stdin=b"abc")
    assert encoding.upper() in said.upper()


@pytest.mark.parametrize("published", ["yesterday", "2025-13", "31/2/2025", "99999"])
def test_bad_date(program, article, published):
    assert published in program.refused("article", "set", article, "--published", published)


def test_empty_title_is_refused(program, article):
    assert "title" in program.refused("article", "set", article, "--title", " ")


def test_named_database_is_made_by_adding_only(program, tmp_path):
    path = tmp_path / "team.sqlite"
    for words in (["article", "list"], ["undo"], ["scale", "list"], ["claim", "list", "123456"]):
        assert str(path) in program.refused("--database", path, *words)
    assert not path.exists()
    result = program("--database", path, "article", "add", "-", stdin=TEXT.encode())
    assert result.code == 0
    assert str(path) in result.err
    assert len(program.json("--database", path, "article", "list")) == 1
    assert program.json("article", "list") == []


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"a text", b"PK\x03\x04"])
def test_bad_database_is_a_sentence_and_stays_as_it_is(program, tmp_path, content):
    path = tmp_path / "team.sqlite"
    path.write_bytes(content)
    assert str(path) in program.refused("--database", path, "article", "list")
    assert path.read_bytes() == content


def test_database_in_a_missing_folder(program, tmp_path):
    path = tmp_path / "no" / "team.sqlite"
    said = program.refused("--database", path, "article", "add", "-", stdin=TEXT.encode())
    assert str(path.parent) in said
