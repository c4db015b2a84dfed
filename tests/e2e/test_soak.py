"""kill -9 at any moment loses at most the last two seconds of edits and never a file.

Twenty kills here; `make soak` sets SOAK_KILLS to hundreds.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from timeline_app.formats.project_file import load_project, save_project
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.recovery import find_left_behind

KILLS = int(os.environ.get("SOAK_KILLS", "20"))
OFTEN = 20  # kills between two times that it is told how far a long run is
MODES = ("edits", "saves", "migrations", "exports")
EVENTS = 40
OLD = Path(__file__).parents[1] / "unit" / "formats" / "old_projects" / "format-1.0.tline"
LOST_AT_MOST = 2.0  # seconds of edits

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")


@pytest.fixture
def driver() -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("soak_driver.py"))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0,  # what is read is all that was said
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"},
    )  # fmt: skip
    yield process
    assert process.stdin is not None
    process.stdin.close()
    process.wait(10)
    process.stdout.close()  # type: ignore[union-attr]


@dataclass
class Told:
    """What a window said before it was killed."""

    edits: dict[int, float] = field(default_factory=dict)  # number to moment
    saving: int = 0
    saved: int = 0
    killed: float = 0.0


@pytest.mark.timeout(120 + 15 * KILLS)
def test_kills(driver: subprocess.Popen[bytes], tmp_path: Path, tell: Callable[[str], None]) -> None:
    path = tmp_path / "case.tline"
    save_project(project(), path)
    draw = random.Random(os.environ.get("SOAK_SEED", "1"))
    number = 0
    for attempt in range(KILLS):
        mode = MODES[attempt % len(MODES)]
        if attempt and attempt % OFTEN == 0:
            tell(f"{attempt} of {KILLS} kills, {number:,} edits kept")
        if mode == "migrations":
            migrate_and_kill(driver, tmp_path / "migration", attempt, draw)
            continue
        order = {"folder": str(tmp_path), "project": str(path), "seed": attempt, "first": number, "mode": mode}
        told = run_and_kill(driver, order, draw)
        look_at_exports(tmp_path)
        number = look_at_project(tmp_path, path, told, number)
    assert number > KILLS // 4, "hardly anything was edited"  # a busy machine comes to little before each kill
    litter = [p.name for p in tmp_path.iterdir() if ".partial" in p.name]
    assert len(litter) <= 1 + KILLS // 10, litter


def migrate_and_kill(driver: subprocess.Popen[bytes], folder: Path, seed: int, draw: random.Random) -> None:
    """Opens a project of the first format, edits and saves it, until it is killed; then looks at what there is."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    target = folder / "old.tline"
    shutil.copyfile(OLD, target)
    order = {"folder": str(folder), "project": str(target), "seed": seed, "first": 0, "mode": "migrations"}
    look_at_migration(target, run_and_kill(driver, order, draw))


def project() -> TimelineDocument:
    days = (TimeValue.day(2024, 1 + n % 12, 1 + n % 28) for n in range(EVENTS))
    return TimelineDocument.of(Event(f"e{n:03}", f"Event {n}", resolved=day) for n, day in enumerate(days))


def run_and_kill(driver: subprocess.Popen[bytes], order: dict[str, Any], draw: random.Random) -> Told:
    assert driver.stdin is not None
    assert driver.stdout is not None
    driver.stdin.write(f"{json.dumps(order)}\n".encode())
    ready = json.loads(driver.stdout.readline())
    told = Told()
    os.set_blocking(driver.stdout.fileno(), False)
    end = time.monotonic() + 0.02 + draw.random() * 0.7
    pending = b""
    while time.monotonic() < end:
        pending = take(driver, told, pending)
        time.sleep(0.002)
    os.kill(ready["ready"], signal.SIGKILL)
    told.killed = time.monotonic()
    while Path(f"/proc/{ready['ready']}").exists():
        time.sleep(0.002)
    take(driver, told, pending)
    os.set_blocking(driver.stdout.fileno(), True)
    return told


def take(driver: subprocess.Popen[bytes], told: Told, pending: bytes) -> bytes:
    """Notes what was said since; answers what is not a whole line yet."""
    try:
        pending += os.read(driver.stdout.fileno(), 1 << 20)  # type: ignore[union-attr]
    except BlockingIOError:
        return pending
    *lines, rest = pending.split(b"\n")
    for line in lines:
        message = json.loads(line)
        if "edit" in message:
            told.edits[message["edit"]] = time.monotonic()
        told.saving = message.get("saving", told.saving)
        told.saved = message.get("saved", told.saved)
    return rest


def look_at_project(folder: Path, path: Path, told: Told, before: int) -> int:
    """Compares file and working copy with what was told; answers the number of the newest edit that was found."""
    in_file = newest(load_project(path))
    assert in_file >= told.saved
    assert in_file <= max(told.saving, in_file if told.saved == 0 else told.saved, before)
    found = find_left_behind(folder / "program" / "working")
    assert len(found) <= 1
    kept = in_file
    for one in found:
        opened, _history = one.load()
        document = opened.document
        assert one.project == path
        kept = max(kept, newest(document))
        assert one.differences() or newest(document) == in_file
        one.keep()
    safe = [number for number, moment in told.edits.items() if moment < told.killed - LOST_AT_MOST]
    assert kept >= max([before, *safe]), f"{before} and {len(told.edits)} edits, {kept} kept"
    return kept


def newest(document: TimelineDocument) -> int:
    """The number of the last edit in a document, which must hold every edit before it too."""
    notes = {int(event.id[1:]): event.notes for event in document.events.values()}
    assert len(notes) == EVENTS
    numbers = sorted(int(note.split()[1]) for note in notes.values() if note)
    if not numbers:
        return 0
    last = numbers[-1]
    assert numbers == list(range(max(1, last - EVENTS + 1), last + 1)), "an edit between others is missing"
    assert all(notes[(number - 1) % EVENTS] == f"note {number}" for number in numbers)
    return last


def look_at_migration(path: Path, told: Told) -> None:
    """The old file is as it was, or migrated with the old one beside it."""
    document = load_project(path)
    backup = path.with_name("old.tline.bak")
    if path.read_bytes() != OLD.read_bytes():
        assert backup.read_bytes() == OLD.read_bytes()
        assert any(event.notes.startswith("note ") for event in document.events.values())
    else:
        assert told.saved == 0
        assert document == load_project(OLD)


def look_at_exports(folder: Path) -> None:
    """Each export is whole or absent."""
    for path in folder.glob("export.*"):
        match path.suffix:
            case ".csv":
                assert path.read_bytes().count(b"\r\n") == EVENTS + 1
            case ".xlsx" | ".docx":
                assert zipfile.ZipFile(path).testzip() is None
            case ".html":
                assert path.read_text("utf-8").rstrip().endswith("</html>")
            case ".ics":
                assert path.read_text("utf-8").rstrip().endswith("END:VCALENDAR")
