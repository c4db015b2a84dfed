"""Whatever stands where a file should be, opening it ends in one sentence, at once."""

import hashlib
import os
import socket
from pathlib import Path

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.formats.imports.detect import kind_of
from timeline_app.formats.imports.reading import read_events
from timeline_app.formats.readers import read_document
from timeline_app.formats.readers.kinds import LARGEST, MAX_BYTES, Kind


def test_missing_folder_and_too_large_are_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="No such file"):
        read_document(tmp_path / "gone.txt")
    with pytest.raises(FormatError, match="folder"):
        read_document(tmp_path)
    big = tmp_path / "big.txt"
    big.write_bytes(b"a " * (MAX_BYTES[Kind.TEXT] // 2 + 1))
    with pytest.raises(FormatError, match="larger than 10 MB"):
        read_document(big)
    with pytest.raises(FormatError):
        read_document(Path("nul\0.txt"))


def test_a_gigabyte_is_refused_without_being_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as file:
        file.truncate(1_000_000_000)
    with pytest.raises(FormatError, match=f"larger than {LARGEST // 1_000_000} MB"):
        read_document(huge)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_a_socket_and_a_device_are_no_files(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(FormatError, match="not a file"):
        read_document(pipe)  # would wait for ever for a writer
    with pytest.raises(FormatError, match="not a file"):
        read_document(Path("/dev/zero"))
    link = tmp_path / "zero.txt"
    link.symlink_to("/dev/zero")
    with pytest.raises(FormatError, match="not a file"):
        read_document(link)
    here = Path.cwd()
    os.chdir(tmp_path)  # the path of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("s.txt")
            with pytest.raises(FormatError, match="not a file"):
                read_document(Path("s.txt"))
    finally:
        os.chdir(here)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["events.csv", "events.json", "events.ics", "events.timeline"])
def test_a_pipe_in_place_of_an_event_file_makes_nobody_wait(tmp_path: Path, name: str) -> None:
    pipe = tmp_path / name
    os.mkfifo(pipe)
    assert kind_of(pipe) is None
    with pytest.raises(FormatError, match=f"{name}.*not a file"):
        read_events(pipe)


def test_a_link_to_itself_is_told_by_the_system(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    with pytest.raises(FormatError, match=r"loop\.txt"):
        read_document(loop)


def changing(path: Path, monkeypatch: pytest.MonkeyPatch, *states: bytes) -> None:
    """Makes another program write each of some states in turn, between two pieces that are read of a file."""
    left, read = list(states), os.read

    def piece(descriptor: int, size: int) -> bytes:
        found = read(descriptor, size)
        if found and left:
            path.write_bytes(left.pop(0))
            moved = path.stat().st_mtime_ns + 1_000_000 * len(left) + 1_000_000
            os.utime(path, ns=(moved, moved))  # clocks of file systems are coarse
        return found

    monkeypatch.setattr("timeline_app.formats.opening.os.read", piece)


@pytest.mark.parametrize(
    "after", [b"Two men were arrested on Monday. One was freed.", b"Two men", b"One men were arrested on Mon"]
)
def test_a_file_that_changes_while_it_is_read_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bytes
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"Two men were arrested on Mon")
    changing(path, monkeypatch, after)
    read = read_document(path)
    assert read.text == after.decode()
    assert read.origin.sha256 == hashlib.sha256(after).hexdigest()


def test_a_file_that_does_not_stop_changing_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(b"Two men")
    changing(path, monkeypatch, *(b"One men", b"Two men") * 9)
    with pytest.raises(FormatError, match=r"report\.txt.*writing to it.*import it again"):
        read_document(path)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be removed there")
def test_a_file_that_is_removed_while_it_is_read_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, read = tmp_path / "report.txt", os.read
    path.write_bytes(b"Two men were arrested on Monday.")

    def piece(descriptor: int, size: int) -> bytes:
        path.unlink(missing_ok=True)
        return read(descriptor, size)

    monkeypatch.setattr("timeline_app.formats.opening.os.read", piece)
    assert read_document(path).text == "Two men were arrested on Monday."
