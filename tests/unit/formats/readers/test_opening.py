"""Whatever stands where a file should be, opening it ends in one sentence, at once."""

import os
import socket
from pathlib import Path

import pytest

from timeline_app.formats.errors import FormatError
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


def test_a_link_to_itself_is_told_by_the_system(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    with pytest.raises(FormatError, match=r"loop\.txt"):
        read_document(loop)
