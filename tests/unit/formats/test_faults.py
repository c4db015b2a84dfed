"""Whatever step of a write fails, the old file stays whole and nothing is left beside it."""

import ast
import contextlib
import os
import re
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeGuard

import pytest

import timeline_app
from timeline_app.formats import atomic
from timeline_app.formats.atomic import Disk, keep_backup, write_text_atomically
from timeline_app.formats.backups import Backups
from timeline_app.formats.deeds import Deed
from timeline_app.formats.errors import FormatError
from timeline_app.formats.event_csv import write_csv
from timeline_app.formats.exports.export import ExportFormat, make_export, write_export
from timeline_app.formats.exports.registry import FORMATS
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.formats.working_copy import WorkingCopy
from timeline_app.gui.timeline.picture_files import write_picture
from timeline_app.model.change import Replace
from timeline_app.model.document import TimelineDocument

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

Writer = Callable[[TimelineDocument, Path], object]
NO_SPACE = OSError(28, "No space left on device")


def from_working_copy(document: TimelineDocument, path: Path) -> None:
    """Saves as the window does."""
    copy = WorkingCopy.of_document(document, path.parent / ".." / "edits.working", {})
    try:
        copy.snapshot().save_to(path)
    finally:
        copy.discard()


def exporter(kind: ExportFormat) -> Writer:
    return lambda document, path: write_export(make_export(document), kind, path)


def painter(kind: str) -> Writer:
    return lambda document, path: write_picture(document, path, kind=kind)


WRITERS: dict[str, Writer] = {
    "project": save_project,
    "project from its working copy": from_working_copy,
    "text": lambda document, path: write_text_atomically(path, "words\n" * 5_000),
    "events as CSV": write_csv,
}
WRITERS |= {f"export {kind.id}": exporter(kind) for kind in FORMATS}
WRITERS |= {f"picture {kind}": painter(kind) for kind in ("png", "svg", "pdf")}


class Failing(Disk):
    """A disk on which the n-th of all steps fails; counts them."""

    def __init__(self, fails_at: int) -> None:
        self.steps = 0
        self._fails_at = fails_at

    def _step(self) -> None:
        self.steps += 1
        if self.steps == self._fails_at:
            raise NO_SPACE

    def sync_file(self, path: Path) -> None:
        self._step()
        super().sync_file(path)

    def replace(self, temporary: Path, path: Path) -> None:
        self._step()
        super().replace(temporary, path)


@pytest.fixture(autouse=True)
def _application(request: pytest.FixtureRequest) -> None:
    """What a picture is drawn with."""
    if "picture" in request.node.name:
        request.getfixturevalue("qapp")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Every write beyond `size` bytes of a file fails, as on a full disk (setrlimit(2), RLIMIT_FSIZE)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("name", WRITERS)
def test_each_sync_and_rename_may_fail(
    document: TimelineDocument, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = folder / "file.out"
    path.write_bytes(b"what was there before")
    working = Failing(0)
    monkeypatch.setattr(atomic, "DISK", working)
    WRITERS[name](document, path)
    assert working.steps >= 2
    new = path.read_bytes()
    path.write_bytes(b"what was there before")
    for step in range(1, working.steps + 1):
        monkeypatch.setattr(atomic, "DISK", Failing(step))
        with pytest.raises(FormatError, match="No space left on device") as caught:
            WRITERS[name](document, path)
        assert "file.out" in str(caught.value)
        assert path.read_bytes() == b"what was there before"
        assert [p.name for p in folder.iterdir()] == ["file.out"]
    monkeypatch.setattr(atomic, "DISK", Disk())
    WRITERS[name](document, path)
    assert len(path.read_bytes()) == pytest.approx(len(new), rel=0.1)


@pytest.mark.parametrize("name", WRITERS)
def test_each_write_may_fail(document: TimelineDocument, folder: Path, name: str) -> None:
    path = folder / "file.out"
    WRITERS[name](document, path)
    size = path.stat().st_size
    path.write_bytes(b"before")
    page = 4_096 if "project" in name else max(size // 9, 1)
    # A working copy that cannot be made is not the file's fault: the window then saves from the document.
    told = (FormatError, sqlite3.Error, OSError) if "working copy" in name else FormatError
    for limit in range(0, size, page):
        with files_no_larger_than(limit), pytest.raises(told):
            WRITERS[name](document, path)
        assert path.read_bytes() == b"before"
        assert [p.name for p in folder.iterdir()] == ["file.out"]


def test_each_write_of_an_edit_may_fail_and_what_was_kept_stays(document: TimelineDocument, tmp_path: Path) -> None:
    copy = WorkingCopy.of_document(document, tmp_path / "edits.working", {})
    event = document.events["e1"]
    kept, number = event.notes, 0
    size = (tmp_path / "edits.working-wal").stat().st_size if (tmp_path / "edits.working-wal").exists() else 0
    for limit in range(size, size + 40_000, 1_500):
        number += 1
        changed = replace(event, notes=f"note {number}")
        deed = Deed(Replace(changed), Replace(replace(event, notes=kept)), "Edit", "2024-01-01T00:00:00+00:00")
        with contextlib.suppress(sqlite3.Error, OSError):
            with files_no_larger_than(limit):
                copy.write([deed])
            kept = changed.notes
    assert number > 10
    assert kept.startswith("note"), "some were written"
    copy.snapshot().save_to(tmp_path / "saved.tline")
    copy.close()
    assert load_project(tmp_path / "saved.tline").events["e1"].notes == kept


def test_a_backup_that_cannot_be_kept_costs_nothing(
    document: TimelineDocument, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "case.tline"
    save_project(document, path)
    backups = Backups(tmp_path / "backups")
    monkeypatch.setattr(os, "link", _no_links)
    for step in (1, 2):
        monkeypatch.setattr(atomic, "DISK", Failing(step))
        assert backups.keep(path) is None
        monkeypatch.setattr(atomic, "DISK", Failing(step))
        with pytest.raises(FormatError):
            keep_backup(path)
    assert load_project(path) == document
    assert [p for p in (tmp_path / "backups").rglob("*") if p.is_file()] == []


@pytest.mark.usefixtures("ordinary_user")
@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_that_may_not_be_written_is_named(document: TimelineDocument, folder: Path, name: str) -> None:
    folder.chmod(0o555)
    with pytest.raises(FormatError, match="ermission"):
        WRITERS[name](document, folder / "file.out")


def _no_links(*_: object) -> None:
    raise OSError(18, "Invalid cross-device link")


WRITES = re.compile(r"\.write_(?:text|bytes)\(|copyfile\(|mkstemp\(|\bopen\([^)]*[\"'][wax]b?\+?[\"']")
ALLOWED = {  # modules that write in another way, and why
    "formats/atomic.py": "it is the seam that all others go through",
    "formats/working_copy.py": "a working copy is made beside nothing: a half-made one is deleted",
}
SEAM = {"write_atomically", "write_text_atomically", "keep_backup"}
TRIED = {  # every function that writes a file through the seam, and who of the writers above goes through it
    "formats/atomic.py write_text_atomically": "text",
    "formats/atomic.py keep_backup": "backup beside",
    "formats/backups.py _keep": "backup",
    "formats/event_csv.py write_csv": "events as CSV",
    "formats/exports/export.py write_export": "export csv",
    "formats/project_file.py save_project": "project",
    "formats/project_snapshot.py save_to": "project from its working copy",
    "gui/import_commands.py _as_file": "text",
    "gui/timeline/picture_files.py write_picture": "picture png",
    "workspace/store.py _keep_what_is_replaced": "backup beside",
    "cli/extract.py _save": "backup beside",
    "cli/import_events.py _save": "backup beside",
}


def modules() -> dict[str, str]:
    root = Path(timeline_app.__file__).parent
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob("*.py"))}


def test_nothing_is_written_but_through_the_seam() -> None:
    """A file written in another way would escape the faults above."""
    found = [
        f"{module}: {line.strip()}"
        for module, text in modules().items()
        for line in text.splitlines()
        if WRITES.search(line) and "write_atomically(" not in line and module not in ALLOWED
    ]
    assert found == []


def test_every_way_to_the_seam_is_among_the_writers() -> None:
    """A function added later that writes a file without the faults being tried on it would be found here."""
    found = set()
    for module, text in modules().items():
        if not any(f"{name}(" in text for name in SEAM):
            continue
        for function in ast.walk(ast.parse(text)):
            if isinstance(function, ast.FunctionDef):
                called = {c.func.id for c in ast.walk(function) if isinstance(c, ast.Call) and is_name(c.func)}
                if called & SEAM:
                    found.add(f"{module} {function.name}")
    assert found == set(TRIED)
    assert set(TRIED.values()) <= {*WRITERS, "backup", "backup beside"}  # these have a test of their own


def is_name(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name)
