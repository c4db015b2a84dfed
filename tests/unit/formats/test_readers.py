"""Texts are read in any encoding; what is not a text is refused by name."""

import hashlib
from pathlib import Path

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers import MAX_BYTES, read_document

GERMAN = "Der Hafen von Köln bleibt für größere Schiffe geschlossen, sagte ein Sprecher am Montag über Funk. " * 5


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_texts_read_the_same(tmp_path: Path, encoding: str) -> None:
    raw = read_document(write(tmp_path, "köln.txt", GERMAN.encode(encoding)))
    assert raw.text == GERMAN
    assert raw.name == "köln.txt"
    assert raw.warnings == ()
    assert raw.sha256 == hashlib.sha256(GERMAN.encode(encoding)).hexdigest()


def test_an_old_encoding_is_guessed_and_said(tmp_path: Path) -> None:
    raw = read_document(write(tmp_path, "old.txt", GERMAN.encode("cp1252")))
    assert raw.text == GERMAN
    assert "does not say its encoding" in raw.warnings[0]


def test_line_ends_become_one_kind(tmp_path: Path) -> None:
    assert read_document(write(tmp_path, "a.md", b"a\r\n\r\nb\rc\n")).text == "a\n\nb\nc\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "PDF"),
        ("renamed.txt", b"%PDF-1.7 ...", "PDF"),
        ("page.html", b"<p>hello", "web page"),
        ("page.txt", b"\n <!DOCTYPE html><html>", "web page"),
        ("a.docx", b"PK\x03\x04....", "office document"),
        ("mail.eml", b"From: a@b", "e-mail"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "picture"),
        ("noise.txt", bytes(range(256)) * 4, "binary"),
        ("nul.txt", b"text\x00more", "binary"),
        ("half.txt", "text".encode("utf-16-le"), "binary"),
        ("empty.txt", b" \n\n", "no text"),
        ("case.tline", b"SQLite format 3\x00", "project"),
    ],
)
def test_other_kinds_are_refused_with_what_to_do(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said) as caught:
        read_document(write(tmp_path, name, data))
    assert name in str(caught.value)


def test_missing_folder_and_too_large_are_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="No such file"):
        read_document(tmp_path / "gone.txt")
    with pytest.raises(FormatError, match="folder"):
        read_document(tmp_path)
    with pytest.raises(FormatError, match="larger than 10 MB"):
        read_document(write(tmp_path, "big.txt", b"a " * (MAX_BYTES // 2 + 1)))
    with pytest.raises(FormatError):
        read_document(Path("nul\0.txt"))
