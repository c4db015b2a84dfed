"""Folders are searched for documents, and what is passed over is said in one line."""

from pathlib import Path

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
