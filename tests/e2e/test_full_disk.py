"""A disk that is really full: nothing that was saved is lost, one sentence is told, and the rest goes on."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.formats.backups import Backups
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.autosave import Autosave
from timeline_app.workspace.store import DocumentStore

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only the superuser mounts a small file system")
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "timeline-test", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts nothing")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def project(note: str = "") -> TimelineDocument:
    days = (TimeValue.day(2024, 1 + n % 12, 1 + n % 28) for n in range(40))
    return TimelineDocument.of(Event(f"e{n:03}", f"Event {n}", resolved=day, notes=note) for n, day in enumerate(days))


def fill(disk: Path, leaving: int) -> None:
    """Takes up all but so many bytes."""
    free = shutil.disk_usage(disk).free
    (disk / "filler").write_bytes(b"x" * max(0, free - leaving))


@pytest.mark.parametrize("leaving", [0, 4_096, 20_000, 60_000])
def test_a_save_to_a_full_disk_leaves_the_file_as_it_was(disk: Path, leaving: int) -> None:
    path = disk / "case.tline"
    save_project(project(), path)
    before = path.read_bytes()
    fill(disk, leaving)
    with pytest.raises(FormatError, match="case") as caught:
        save_project(project("a note " * 500), path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before
    assert sorted(p.name for p in disk.iterdir()) == ["case.tline", "filler"]
    (disk / "filler").unlink()
    save_project(project("a note"), path)
    assert load_project(path) == project("a note")


def test_edits_that_a_full_disk_cannot_keep_are_told_once_and_saved_elsewhere(
    disk: Path, tmp_path: Path, qapp: object
) -> None:
    store = DocumentStore()
    store.adopt(project(), None)
    autosave = Autosave(store, disk / "working")
    told: list[str] = []
    autosave.failed.connect(told.append)
    autosave.wait()
    fill(disk, 0)
    for number in range(200):
        operations.edit_events(store, ["e001"], notes=f"note {number} " + "words " * 100)
    autosave.wait()
    qapp.processEvents()  # type: ignore[attr-defined]
    assert len(told) == 1
    assert "Save often" in told[0]
    store.save(tmp_path / "elsewhere.tline")
    assert load_project(tmp_path / "elsewhere.tline") == store.document
    (disk / "filler").unlink()
    autosave._begin_anew()  # as the timer does after a while
    operations.edit_events(store, ["e001"], notes="kept again")
    autosave.wait()
    assert autosave.is_healthy
    assert autosave.written == 1
    autosave.stop()
    assert [p for p in (disk / "working").iterdir() if p.suffix != ".lock"] == []


def test_a_full_disk_costs_the_backup_and_not_the_save(disk: Path, tmp_path: Path) -> None:
    store = DocumentStore()
    store.backups = Backups(disk / "backups")
    store.adopt(project(), None)
    path = tmp_path / "case.tline"
    store.save(path)
    fill(disk, 0)
    operations.edit_events(store, ["e001"], notes="mine")
    store.save()
    assert load_project(path) == store.document
    assert not store.is_modified
    assert [p for p in disk.rglob("*") if p.is_file() and p.name != "filler"] == [], "no half of a backup"
