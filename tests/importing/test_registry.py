import io
import zipfile

import pytest

from factcheck.domain.errors import ImportRefusedError
from factcheck.importing import registry
from factcheck.importing.draft import LONGEST_TITLE, guess_language, guess_title
from factcheck.importing.formats import recognise

ARTICLE = "\ufeffعنوان الخبر\r\n\r\n– قال المتحدث: «نعم».\r\n"


def _zip(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            path = name.replace("__", "/").replace("_DOT_", ".")
            archive.writestr(zipfile.ZipInfo(path), content)  # the same bytes at every hour
    return buffer.getvalue()


def test_a_file_becomes_a_draft(tmp_path):
    path = tmp_path / "خبر.txt"
    path.write_bytes(ARTICLE.encode("utf-8"))
    draft = registry.read(path)
    assert draft.title == "عنوان الخبر"
    assert draft.text == "عنوان الخبر\n\n– قال المتحدث: «نعم».\n"
    assert draft.language == "ar"


def test_bytes_and_pasted_text_become_the_same_draft():
    assert registry.read(ARTICLE.encode("cp1256", "ignore")) == registry.read_text(ARTICLE)


def test_the_encoding_can_be_chosen_by_hand():
    data = "خبر".encode("iso8859_6")
    assert registry.read(data, "cp720").text == data.decode("cp720")
    with pytest.raises(ImportRefusedError, match="UTF-8"):
        registry.read(data, "utf-8")


def test_the_preview_offers_every_reading():
    found = registry.preview("خبر عاجل من الميناء".encode("cp1256"))
    assert found[0].text == "خبر عاجل من الميناء"
    assert len(found) > 2


@pytest.mark.parametrize(
    ("data", "name", "key"),
    [
        (b"%PDF-1.7 x", "", "pdf"),
        (b"{\\rtf1 x}", "", "rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "ole"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "png"),
        (b"\xff\xd8\xff\xe0", "", "jpeg"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "", "webp"),
        (b"\x00\x00\x00\x18ftypmp42", "", "mp4"),
        (b"SQLite format 3\x00", "", "sqlite"),
        (b"\x7fELF\x02", "", "elf"),
        (_zip(word__document_DOT_xml=""), "", "docx"),
        (_zip(xl__workbook_DOT_xml=""), "a.txt", "xlsx"),
        (_zip(mimetype="application/vnd.oasis.opendocument.text"), "", "odt"),
        (_zip(mimetype="application/x-other"), "", "zip"),
        (_zip(a=""), "a.docx", "zip"),
        (b"PK\x03\x04 broken", "", "zip"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><p>", "", "html"),
        ("<html>".encode("utf-16"), "", "html"),
        (b"<p>text", "page.HTM", "html"),
        (b"Subject: x", "m.eml", "eml"),
        (b"RIFF is a word", "", "text"),
        (b"plain", "a.xyz", "text"),
    ],
)
def test_formats_are_recognised_by_content_before_the_ending(data, name, key):
    assert recognise(data, name).key == key


def test_an_unknown_format_is_refused_by_name(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(ImportRefusedError, match="a PDF document"):
        registry.read(path)


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00" * 500, b"\x01\x02\x03\x04" * 50])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(ImportRefusedError, match="does not look like a text"):
        registry.read(data)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_an_empty_text_is_refused(data):
    with pytest.raises(ImportRefusedError, match="empty"):
        registry.read(data)
    with pytest.raises(ImportRefusedError, match="empty"):
        registry.read_text(data.decode())


def test_missing_files_folders_and_giants_each_get_a_sentence(tmp_path):
    with pytest.raises(ImportRefusedError, match="was not found"):
        registry.read(tmp_path / "none.txt")
    with pytest.raises(ImportRefusedError, match="is a folder"):
        registry.read(tmp_path)
    with pytest.raises(ImportRefusedError, match="could not be read"):
        registry.read(tmp_path / "a\0b")
    giant = tmp_path / "giant.txt"
    with giant.open("wb") as file:
        file.truncate(registry.MOST_BYTES + 1)
    with pytest.raises(ImportRefusedError, match="larger than 10 MB"):
        registry.read(giant)
    with pytest.raises(ImportRefusedError, match="larger"):
        registry.read(b"a" * (registry.MOST_BYTES + 1))
    with pytest.raises(ImportRefusedError, match="larger"):
        registry.read_text("ب" * (registry.MOST_BYTES // 2 + 1))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  عنوان \u200fأول \nنص", "عنوان أول"),
        ("– بند أول\nنص", "بند أول"),
        ("***\nعنوان. ثان؟\nنص", "عنوان. ثان؟"),
        ("واحدة قصيرة. " + "كلمة " * 60, "واحدة قصيرة."),
        ("", ""),
        ("---", ""),
    ],
)
def test_the_title_is_the_first_line(text, title):
    assert guess_title(text) == title


def test_a_long_title_is_cut_after_a_word():
    title = guess_title("كلمة طويلة " * 50)
    assert len(title) <= LONGEST_TITLE
    assert title.endswith(("كلمة…", "طويلة…"))
    assert guess_title("ط" * 500) == "ط" * (LONGEST_TITLE - 1) + "…"


def test_the_language_follows_the_letters():
    assert guess_language("WHO: خبر عن الصحة") == "ar"
    assert guess_language("A long report on «الصحة» in the city") == "en"
    assert registry.read_text("Plain news.").language == "en"
