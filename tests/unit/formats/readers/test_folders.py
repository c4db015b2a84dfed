"""Folders are searched for documents, and what is passed over is said in one line."""

import errno
import os
from pathlib import Path

import pytest

from timeline_app.formats.readers import find_files


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def test_documents_are_found_in_order_and_hidden_things_are_not(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a.PDF", "sub/c.html", "sub/deep/d.eml", ".git/e.txt", ".f.txt", "~$g.docx", "sub/.h/i.txt")
    found = find_files([tmp_path])
    assert [str(path.relative_to(tmp_path)) for path in found.files] == [
        "a.PDF",
        "b.txt",
        "sub/c.html",
        "sub/deep/d.eml",
    ]
    assert found.notes == ()


def test_what_is_passed_over_is_summed_up_once(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "1.jpg", "2.jpg", "sub/3.zip", "README")
    [note] = find_files([tmp_path]).notes
    assert "4 files of other kinds were passed over (2 .jpg, 1 no ending, 1 .zip)" in note


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    make(tmp_path, "odd.xyz", "a.txt")
    found = find_files([tmp_path / "odd.xyz", tmp_path / "a.txt", tmp_path, tmp_path / "gone.txt"])
    assert [path.name for path in found.files] == ["odd.xyz", "a.txt", "gone.txt"]  # a.txt not again by its folder


def test_an_empty_folder_is_named_and_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    found = find_files([tmp_path])
    assert (found.files, found.empty) == ((), (tmp_path,))


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt", *(f"closed-{number}/b.txt" for number in range(8)))
    scan = os.scandir

    def refuse(place: str) -> object:
        if "closed-" in str(place):
            raise PermissionError(errno.EACCES, "Permission denied", str(place))
        return scan(place)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_files([tmp_path])
    assert [path.name for path in found.files] == ["a.txt"]
    assert found.notes[0] == (
        f"{tmp_path / 'closed-0'} could not be opened (Permission denied); the files in it were not read."
    )
    assert found.notes[-1].startswith("2 more folders could not be opened")
