"""What a library parses is parsed in a process that can be killed, is short of memory, and can do nothing else."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers import DocumentReader, read_document
from timeline_app.formats.readers.kinds import Kind
from timeline_app.formats.readers.reading_process import ReadingProcess

PAGE = b"<p>The mill burned.</p>"
CHILD = "import timeline_app.formats.readers.child as child; import sys; "
ATTEMPTS = {
    "connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "look-up": "import socket; socket.getaddrinfo('example.invalid', 80)",
    "program": "import subprocess; subprocess.run(['true'])",
    "shell": "import os; os.system('true')",
    "writing": "open('made', 'w')",
    "low-level writing": "import os; os.open('made', os.O_WRONLY | os.O_CREAT)",
    "removal": "import os; os.remove('kept')",
}


def process(program: str, max_seconds: float = 60) -> ReadingProcess:
    return ReadingProcess([sys.executable, "-P", "-c", program], max_seconds)


@pytest.fixture(scope="module")
def reader() -> Iterator[DocumentReader]:
    with DocumentReader() as reader:
        yield reader


def test_every_kind_goes_through_it_and_comes_back_whole(
    reader: DocumentReader, tmp_path: Path, make_pdf: Callable[..., bytes]
) -> None:
    files = {
        "a.html": PAGE,
        "b.pdf": make_pdf([[(72, 700, 11, "The mill burned.")]]),
        "c.eml": b"Subject: x\n\nIt burned.",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        raw = reader.read(tmp_path / name)
        assert raw.name == name
        assert "burned" in raw.text


def test_the_refusal_names_the_whole_path(reader: DocumentReader, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 ...")
    with pytest.raises(FormatError) as caught:
        reader.read(tmp_path / "bad.pdf")
    assert str(caught.value).startswith(f"Could not read {tmp_path / 'bad.pdf'}: the PDF is damaged")


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    slow = process("import time; time.sleep(60)", max_seconds=1)
    begun = time.monotonic()
    for _ in range(2):
        with pytest.raises(FormatError, match="took more than 1 second"):
            slow.read(Kind.HTML, PAGE * 100_000, "slow.html")
    assert time.monotonic() - begun < 20
    slow.close()


def test_a_process_that_dies_costs_one_document() -> None:
    dies_once = CHILD + (
        "import os, pathlib\nif b'die' in (line := sys.stdin.buffer.peek(200)): os.abort()\nchild.serve(60)"
    )
    broken = process(dies_once)
    with pytest.raises(FormatError, match="broke the reading process"):
        broken.read(Kind.HTML, PAGE, "die.html")
    assert broken.read(Kind.HTML, PAGE, "lives.html").text == "The mill burned."
    broken.close()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound address space")
def test_a_document_that_wants_too_much_memory_is_refused() -> None:
    program = CHILD + (
        "\nread = child.read_kind"
        "\ndef greedy(kind, data, name):"
        "\n    return bytearray(child.MAX_MEMORY) if name == 'large.html' else read(kind, data, name)"
        "\nchild.read_kind = greedy\nchild.serve(60)"
    )
    small = process(program)
    with pytest.raises(FormatError, match="more memory than a document should"):
        small.read(Kind.HTML, PAGE, "large.html")
    assert small.read(Kind.HTML, PAGE, "small.html").text == "The mill burned."
    small.close()


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_code_that_a_document_smuggles_in_can_do_nothing(
    attempt: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept").write_text("x")
    monkeypatch.chdir(tmp_path)
    program = CHILD + f"\ndef read(*_):\n    exec({attempt!r})\nchild.read_kind = read\nchild.serve(60)"
    caught = process(program)
    with pytest.raises(FormatError, match="PermissionError"):
        caught.read(Kind.HTML, PAGE, "evil.html")
    caught.close()
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


def test_modules_in_the_current_folder_are_not_taken_for_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("lxml", "trafilatura", "email", "timeline_app"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'sprung')!r}, 'w')")
    (tmp_path / "a.html").write_bytes(PAGE)
    monkeypatch.chdir(tmp_path)
    assert read_document(Path("a.html")).text == "The mill burned."
    assert not (tmp_path / "sprung").exists()


def test_nothing_is_left_running(tmp_path: Path) -> None:
    with DocumentReader() as reader:
        (tmp_path / "a.html").write_bytes(PAGE)
        reader.read(tmp_path / "a.html")
        child = reader._process._process
        assert child is not None
    assert child.poll() is not None
    with pytest.raises(ProcessLookupError):
        os.kill(child.pid, 0)
