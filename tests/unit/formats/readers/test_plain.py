"""Texts are read in any encoding; what is not a text is refused by name."""

import contextlib
import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers import read_document
from timeline_app.formats.readers.dispatch import read_bytes
from timeline_app.formats.readers.plain import read_text
from timeline_app.model.source import SegmentKind

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
    assert raw.origin.sha256 == hashlib.sha256(GERMAN.encode(encoding)).hexdigest()


def test_an_old_encoding_is_guessed_and_said() -> None:
    raw = read_text(GERMAN.encode("cp1252"), "old.txt")
    assert raw.text == GERMAN
    assert "does not say its encoding" in raw.warnings[0]


def test_line_ends_become_one_kind() -> None:
    assert read_text(b"a\r\n\r\nb\rc\n", "a.md").text == "a\n\nb\nc\n"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("picture.txt", b"\x89PNG\r\n\x1a\n", "a picture.*text recognition"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office file.*docx"),
        ("note.rtf", b"{\\rtf1 hello}", "rich-text.*docx"),
        ("mail.msg", b"\xd0\xcf\x11\xe0", "eml"),
        ("things.zip", b"PK\x05\x06" + b"\0" * 18, "an archive"),
        ("table.xlsx", b"x", "spreadsheet"),
        ("noise.txt", bytes(range(256)) * 4, "binary"),
        ("nul.txt", b"text\x00more", "binary"),
        ("half.txt", "text".encode("utf-16-le") + b"\x00\x00\x00", "binary"),
        ("controls.txt", b"\x01\x02\x03\x04" * 50, "binary"),
        ("empty.txt", b" \n\n", "no text"),
        ("case.tline", b"SQLite format 3\x00", "project"),
        ("program", b"\x7fELF\x02", "program"),
    ],
)
def test_other_kinds_are_refused_with_what_to_do(name: str, data: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said) as caught:
        read_bytes(data, name)
    assert name in str(caught.value)


def test_marks_that_turn_the_writing_round_are_told_and_kept() -> None:
    raw = read_text("The file was called \u202egpj.exe by them.".encode(), "a.txt")
    assert "\u202e" in raw.text
    assert "turns the direction of writing" in raw.warnings[0]


def test_the_fields_at_the_top_of_a_markdown_file_are_read() -> None:
    raw = read_text(b'---\ntitle: "Quiet week"\nauthor: Ada\ndate: 2021-03-12\n---\n\nIt rained.\n', "a.md")
    assert (raw.origin.title, raw.origin.author) == ("Quiet week", "Ada")
    assert [(e.field, e.value) for e in raw.origin.evidence] == [("published", "2021-03-12")]
    [label] = raw.origin.labels
    assert label.kind is SegmentKind.BOILERPLATE
    assert raw.text[label.span.end :].strip() == "It rained."


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_text_or_a_sentence(data: bytes) -> None:
    for name in ("a.txt", "b", "c.md"):
        with contextlib.suppress(FormatError):
            assert read_bytes(data, name).text.strip()
