"""A folder of every kind of document and of every kind of trap: what can be read is, the rest is named once."""

import json
import os
import subprocess
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from timeline_app.cli.main import main

Run = Callable[..., subprocess.CompletedProcess[str]]
PAGE = """<html lang="en"><head><title>Mill burns down</title><meta property="og:title" content="Mill burns down">
<meta property="article:published_time" content="2021-03-12T09:30:00+01:00"></head><body><nav><p>Menu of 1 May 1999</p>
</nav><h1>Mill burns down</h1><p>The old mill of Arden burned down on Thursday night.</p>
<div id="comments"><p>It burned last Sunday, they lie.</p></div></body></html>"""


def pdf(text: str) -> bytes:
    """The smallest PDF that shows a line."""
    stream = f"BT /F1 11 Tf 72 700 Td ({text}) Tj ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
    )
    listed = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{listed}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n".encode()


def docx(text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Petra Lind <petra@x.example>", "Crane 4"
    message["Date"] = "Tue, 09 Jun 2020 08:41:00 +0200"
    message.set_content("The crane failed yesterday.\n")
    message.add_attachment(docx("The crane was built on 4 May 1998."), maintype="a", subtype="b", filename="log.docx")
    return message.as_bytes()


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    (folder / "sub").mkdir()
    files = {
        "page.html": PAGE.encode(),
        "2021-03-13 minutes.pdf": pdf("The council met on 2 March 2021."),
        "sub/crane.eml": mail(),
        "sub/copy.html": PAGE.encode(),
        "sub/same.txt": b"The council met on 2 March 2021.",
        "sub/picture.jpg": b"\xff\xd8\xff",
        "broken.pdf": b"%PDF-1.7 broken",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def extracted(run: Run, case: Path) -> subprocess.CompletedProcess[str]:
    return run("extract", case, "--json", case / "out.json", cwd=case)


@pytest.fixture(scope="module")
def project(extracted: subprocess.CompletedProcess[str], case: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((case / "out.json").read_text(encoding="utf-8"))
    return data


def test_each_thing_to_know_is_one_line(extracted: subprocess.CompletedProcess[str]) -> None:
    assert extracted.returncode == 1
    said = extracted.stderr.splitlines()
    assert sum("broken.pdf: the PDF is damaged" in line for line in said) == 1
    assert sum("1 file of another kind was passed over (1 .jpg)" in line for line in said) == 1
    assert sum("copy.html is the same text as" in line for line in said) == 1
    assert sum("same.txt is the same text as" in line for line in said) == 1


def test_every_document_is_a_source_with_its_date(project: dict[str, Any]) -> None:
    found = {source["name"]: source["published"] for source in project["sources"]}
    assert found == {
        "page.html": "2021-03-12T09:30+01:00",
        "2021-03-13 minutes.pdf": None,  # a file's name alone is not enough
        "crane.eml": "2020-06-09T08:41+02:00",
        "log.docx (in crane.eml)": None,
    }


def test_phrases_are_read_by_what_each_file_says_of_its_date(project: dict[str, Any]) -> None:
    found = {
        word: event["begin"]
        for event in project["events"]
        for word in ("mill", "crane failed")
        if word in event["title"].lower()
    }
    assert found == {"mill": "2021-03-11", "crane failed": "2020-06-08"}


def test_furniture_and_comments_tell_nothing(project: dict[str, Any]) -> None:
    told = " ".join(sentence for event in project["events"] for sentence in event["sentences"])
    assert "1999" not in told
    assert "they lie" not in told


def bomb() -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b"<x>" + b" " * 1_000_000)
        file.filelist[0].file_size = 3_000_000_000
    return data.getvalue()


def nested() -> bytes:
    return b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(50_000))


TRAPS: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (bomb, "unpacks to far more"),
    "renamed.txt": (lambda: b"\x7fELF" + bytes(range(256)) * 10, "a program"),
    "noise.html": (lambda: bytes(range(256)) * 100, "noise.html"),
    "wide.csv": (lambda: ",".join(f"c{n}" for n in range(10_000)).encode(), "wide.csv"),
    "app.html": (lambda: b"<script>start()</script>", "no text"),
    "deep.eml": (nested, "nested too deeply"),
    "half.docx": (lambda: docx("It burned.")[:900], "damaged"),
    "scan.pdf": (lambda: pdf(""), "text recognition"),
}  # fmt: skip


@pytest.mark.parametrize("name", TRAPS)
def test_a_hostile_file_ends_in_one_sentence(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make, reason = TRAPS[name]
    (tmp_path / name).write_bytes(make())
    assert main(["extract", str(tmp_path / name)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1, said.err
    assert reason in said.err
    assert len(said.err) < 400


def test_a_folder_of_traps_neither_hangs_nor_opens_devices(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.html").symlink_to("/dev/zero")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nowhere")
    assert main(["extract", str(tmp_path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 3
    assert sum("not a file" in line for line in said) == 2
