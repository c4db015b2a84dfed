"""A save that is killed or fails leaves the old file or the new one, and nothing else that matters."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.formats import atomic
from timeline_app.formats.atomic import Disk, keep_backup, write_atomically, write_text_atomically
from timeline_app.formats.errors import FormatError
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.model.change import ProjectSettings, Replace
from timeline_app.model.document import TimelineDocument

SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.model.change import Replace
path = Path(sys.argv[1])
document = load_project(path)
print("ready", flush=True)
for number in range(100_000):
    document.apply(Replace(replace(document.settings, title=f"save {number}")))
    save_project(document, path)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_kill_at_any_moment_leaves_a_whole_project(document: TimelineDocument, tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    save_project(document, path)
    for attempt in range(6):
        process = subprocess.Popen([sys.executable, "-c", SAVER, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.01 + random.Random(attempt).random() * 0.1)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        found = load_project(path)
        found.apply(Replace(ProjectSettings(title="Port Ellery", display_zone="Europe/Lisbon")))
        assert found == document


class Broken(Disk):
    """A disk on which one step fails."""

    def __init__(self, step: str) -> None:
        self._step = step

    def _fail(self, step: str) -> None:
        if step == self._step:
            raise OSError(28, "No space left on device")

    def sync_file(self, path: Path) -> None:
        self._fail("sync_file")
        super().sync_file(path)

    def replace(self, temporary: Path, path: Path) -> None:
        self._fail("replace")
        super().replace(temporary, path)

    def sync_folder(self, folder: Path) -> None:
        self._fail("sync_folder")
        super().sync_folder(folder)


@pytest.mark.parametrize("step", ["sync_file", "replace"])
def test_a_failing_disk_keeps_the_old_project(
    document: TimelineDocument, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "case.tline"
    save_project(document, path)
    before = path.read_bytes()
    monkeypatch.setattr(atomic, "DISK", Broken(step))
    document.apply(Replace(replace(document.settings, title="other")))
    with pytest.raises(FormatError, match=r"case\.tline: No space left on device"):
        save_project(document, path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["case.tline"]


def test_a_writer_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"

    def write(temporary: Path) -> None:
        temporary.write_text("half")
        raise OSError(5, "Input/output error")

    with pytest.raises(FormatError, match="Input/output error"):
        write_atomically(path, write)
    assert list(tmp_path.iterdir()) == []


def test_a_document_that_does_not_hold_together_is_not_saved(document: TimelineDocument, tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    save_project(document, path)
    before = path.read_bytes()
    document.apply(Replace(replace(document.links["k1"], event_id="nobody")))
    with pytest.raises(FormatError, match="The file is as it was before"):
        save_project(document, path)
    assert path.read_bytes() == before


UNWRITABLE: dict[str, Callable[[Path], Path]] = {
    "no folder": lambda folder: folder / "gone" / "out.csv",
    "a folder": lambda folder: folder,
    "a file as folder": lambda folder: (folder / "file").touch() or folder / "file" / "out.csv",  # type: ignore[func-returns-value]
}


@pytest.mark.parametrize("case", UNWRITABLE)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, case: str) -> None:
    path = UNWRITABLE[case](tmp_path)
    with pytest.raises(FormatError, match="Could not write"):
        write_text_atomically(path, "x")


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from pathlib import Path; from timeline_app.formats.atomic import write_text_atomically as w;"
            "w(Path('/dev/stdout'), 'through')",
        ],
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"through"


def test_what_a_killed_save_left_is_removed_in_time(tmp_path: Path) -> None:
    me = os.getpid()
    gone = subprocess.Popen(["true"])
    gone.wait()
    old, dead, fresh = (tmp_path / f".case-{name}.partial.tline" for name in (f"{me}-a", f"{gone.pid}-b", f"{me}-c"))
    journal = tmp_path / f"{dead.name}-journal"
    others = [tmp_path / f".another-{me}-old.partial.tline", tmp_path / ".case-notes.tline"]
    for path in (old, dead, fresh, journal, *others):
        path.touch()
    for path in (old, *others):
        os.utime(path, (time.time() - 7200,) * 2)
    write_text_atomically(tmp_path / "case.tline", "x")
    assert {path.name for path in tmp_path.iterdir()} == {"case.tline", fresh.name, *(path.name for path in others)}


def test_a_backup_is_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "case.tline"
    assert keep_backup(path) is None
    path.write_text("months of work")
    backup = keep_backup(path)
    assert backup == tmp_path / "case.tline.bak"
    assert backup.read_text() == "months of work"
