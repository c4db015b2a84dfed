"""Files that the tests make themselves: PDFs by hand, Word documents by the library, archives member by member."""

import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO

import pytest

Page = list[tuple[float, float, float, str]]  # x, y, size, text of each line


def pdf(pages: list[Page], info: str = "") -> bytes:
    """A PDF whose pages show lines at their places; `info` is the body of its information dictionary."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for number, lines in enumerate(pages):
        stream = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n" for x, y, size, text in lines
        )
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream.encode('latin-1'))} >>\nstream\n{stream}endstream")
    objects.append(f"<< {info} >>")
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = (
        f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R /Info {count - 1} 0 R >>\n"
    )
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def archive(members: dict[str, bytes | str]) -> bytes:
    """A zip archive."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return data.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word document with this markup as its body; other parts by their names without ending."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<?xml version='1.0'?><w:document {space}><w:body>{body}</w:body></w:document>",
    }
    for name, markup in parts.items():
        members[f"word/{name}.xml"] = f"<?xml version='1.0'?><w:root {space}>{markup}</w:root>"
    return archive(members)


def open_text(body: str, meta: str = "", **parts: str) -> bytes:
    """An OpenDocument text with this markup as its body."""
    names = {name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "table", "meta")}
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in names.items())
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    document = f"<office:body><office:text>{body}</office:text></office:body>"
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}>{document}</office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta>{meta}</office:meta></office:document-meta>",
            **parts,
        }
    )


def message(body: str, **headers: str) -> EmailMessage:
    """A message with a plain text."""
    mail = EmailMessage()
    for name, value in {"From": "Petra Lind <petra@harbour.example>", "Subject": "Crane 4", **headers}.items():
        mail[name] = value
    mail.set_content(body)
    return mail


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf


@pytest.fixture
def make_archive() -> Callable[..., bytes]:
    return archive


@pytest.fixture
def make_word() -> Callable[..., bytes]:
    return word


@pytest.fixture
def make_open_text() -> Callable[..., bytes]:
    return open_text


@pytest.fixture
def make_message() -> Callable[..., EmailMessage]:
    return message
