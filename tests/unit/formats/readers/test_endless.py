"""Files that unpack to more than any report holds, and saved pages whose parts are divided wrongly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers import read_document
from timeline_app.formats.readers.mhtml import read_mhtml

Make = Callable[..., bytes]
PAGE = (
    "<html><head><title>Ferry sinks</title></head><body><h1>Ferry sinks</h1><p>It sank on=20Sunday.</p></body></html>"
)


def test_a_text_of_very_many_lines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("x\n" * 500_001)
    with pytest.raises(FormatError, match="more than 500,000 lines"):
        read_document(path)


def test_an_attachment_of_very_many_lines_costs_that_attachment(tmp_path: Path, make_message: Callable) -> None:
    mail = make_message("The ferry sank on Sunday.\n", Subject="Ferry")
    mail.add_attachment("x\n" * 500_001, filename="lines.txt")
    mail.add_attachment("The tug came on Monday.\n", filename="tug.txt")
    path = tmp_path / "a.eml"
    path.write_bytes(mail.as_bytes())
    raw = read_document(path)
    assert [one.name for one in raw.attachments] == ["tug.txt (in a.eml)"]
    assert "1 attachment was left out: lines.txt (in a.eml) (it has more than 500,000 lines" in raw.warnings[-1]


@pytest.mark.parametrize(("said", "drawn"), [("AAA", "BBB"), ("", "AAA")])
def test_a_saved_page_whose_parts_are_divided_wrongly_is_read(said: str, drawn: str) -> None:
    data = (
        f'Subject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="{said}"\n\n'
        f"--{drawn}\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{PAGE}\n--{drawn}--\n"
    ).encode()
    raw = read_mhtml(data, "a.mhtml")
    assert "It sank on Sunday." in raw.text
    assert raw.origin.title == "Ferry sinks"
    assert raw.origin.kind == "mhtml"
    assert len(raw.warnings) == 1
    with pytest.raises(FormatError, match="no web page"):
        read_mhtml(data.replace(b"<html>", b"<xml>"), "a.mhtml")
