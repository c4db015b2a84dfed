"""An export beside the window: the file is as if it had been written at once, or nothing is left of it."""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.formats.exports.export import ExportOptions, make_export
from timeline_app.formats.exports.registry import FORMATS
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import worker_process
from timeline_app.workspace.autosave import Autosave
from timeline_app.workspace.export_job import ExportJob, ExportOrder
from timeline_app.workspace.settings import AppSettings
from timeline_app.workspace.store import DocumentStore

# Says that it has begun, leaves half a file as a writer does that is killed, and never ends by itself.
STUCK = """
import json, os, sys
order = json.loads(sys.stdin.readline())
half = os.path.join(os.path.dirname(order["output"]), f".case-{os.getpid()}-abc.partial.csv")
open(half, "w").write("half")
print(json.dumps({"v": 1, "event": "progress", "done": 200, "total": 900}), flush=True)
sys.stdin.read()
"""
MakeJob = Callable[..., ExportJob]


@pytest.fixture
def store(qapp: object) -> DocumentStore:
    made = DocumentStore()
    document = TimelineDocument()
    for number in range(450):
        document.apply(Insert(Event(f"e{number}", f"Deed {number}", resolved=TimeValue.year(1500 + number))))
    document.apply(Insert(Event("undated", "Nobody knows when")))
    made.adopt(document, None, modified=True, history=[])
    return made


@pytest.fixture
def make_job(store: DocumentStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeJob:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))

    def make(format_id: str, events: tuple[str, ...] | None = None, script: str = "") -> ExportJob:
        kind = next(kind for kind in FORMATS if kind.id == format_id)
        order = ExportOrder(format_id, tmp_path / "out" / f"case{kind.suffix}", events, ExportOptions(), "case")
        command = [sys.executable, "-c", script] if script else None
        return ExportJob(store, order, AppSettings(tmp_path / "settings.ini"), command=command)

    return make


def test_the_file_is_the_one_that_is_written_at_once(
    make_job: MakeJob, store: DocumentStore, qtbot: QtBot, tmp_path: Path
) -> None:
    job, told = make_job("markwhen"), []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.finished, timeout=60_000) as finished:
        job.start()
    kind = next(kind for kind in FORMATS if kind.id == "markwhen")
    at_once = kind.render(make_export(store.document, name="case"))
    assert job.order.path.read_bytes() == at_once.data
    assert finished.args == [at_once.notes]
    assert told[0] == (0, 451)
    assert (400, 451) in told
    is_gone(tmp_path / "temporary", qtbot)  # the copy of the project


def test_it_holds_the_last_edit_and_only_the_chosen_events(
    make_job: MakeJob, store: DocumentStore, qtbot: QtBot, tmp_path: Path
) -> None:
    autosave = Autosave(store, tmp_path / "kept")
    store.apply(Insert(Event("new", "Made just now", resolved=TimeValue.day(2024, 5, 1))), "Add event")
    job = make_job("edtf", ("new", "e7"))
    with qtbot.waitSignal(job.finished, timeout=60_000):
        job.start()
        store.undo_stack.undo()  # what comes later is not in it
    assert job.order.path.read_text("utf-8") == "1507\tDeed 7\n2024-05-01\tMade just now\n"
    autosave.stop()


def is_gone(folder: Path, qtbot: QtBot) -> None:
    """What was in a folder is soon there no more."""
    qtbot.waitUntil(lambda: not list(folder.iterdir()), timeout=60_000)


@pytest.mark.parametrize("at_once", [False, True], ids=["by the user", "as the window closes"])
def test_what_is_cancelled_leaves_nothing(make_job: MakeJob, qtbot: QtBot, tmp_path: Path, at_once: bool) -> None:
    job = make_job("csv", script=STUCK)
    job.order.path.write_text("as it was")
    with qtbot.waitSignal(job.progressed, timeout=60_000):
        job.start()
    half = next(path for path in (tmp_path / "out").iterdir() if "partial" in path.name)
    process = int(half.name.split("-")[1])
    with qtbot.waitSignal(job.cancelled, timeout=60_000), qtbot.assertNotEmitted(job.failed):
        (job.cancel_at_once if at_once else job.cancel)()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["case.csv"]
    assert job.order.path.read_text() == "as it was"
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    is_gone(tmp_path / "temporary", qtbot)


def test_nobody_waits_for_a_process_to_go(make_job: MakeJob, qtbot: QtBot) -> None:
    """What was killed is awaited by the event loop, not by the window, and may outlive its job."""
    job = make_job("csv", script=STUCK)
    with qtbot.waitSignal(job.progressed, timeout=60_000):
        job.start()
    with qtbot.waitSignal(job.cancelled, timeout=60_000) as cancelled:
        job.cancel()
        assert not cancelled.signal_triggered, "it came back only when the process had gone"
    other = make_job("edtf")
    other.finished.connect(other.deleteLater)
    with qtbot.waitSignal(other.destroyed, timeout=60_000):
        other.start()
    qtbot.waitUntil(lambda: not worker_process._leaving, timeout=60_000)


def test_cancelled_while_the_project_is_copied(make_job: MakeJob, qtbot: QtBot, tmp_path: Path) -> None:
    job = make_job("csv")
    job.start()
    with qtbot.waitSignal(job.cancelled), qtbot.assertNotEmitted(job.failed):
        job.cancel()
    is_gone(tmp_path / "temporary", qtbot)
    assert not job.order.path.exists()


@pytest.mark.parametrize(
    ("script", "events", "said"),
    [
        ("", ("undated",), "without dated events"),
        ("import sys; sys.exit('no memory left')", None, "no memory left"),
        ("print('no answer at all')", None, "it stopped unexpectedly"),
    ],
)
def test_what_fails_is_told_once_in_a_sentence(
    make_job: MakeJob, qtbot: QtBot, script: str, events: tuple[str, ...] | None, said: str
) -> None:
    job, told = make_job("timelinejs-json", events, script), []
    job.failed.connect(told.append)
    with qtbot.waitSignal(job.failed, timeout=60_000):
        job.start()
    qtbot.wait(50)
    [sentence] = told
    assert said in sentence
    assert not job.order.path.exists()


def test_a_folder_that_is_gone_is_told(make_job: MakeJob, qtbot: QtBot) -> None:
    job = make_job("csv")
    job.order.path.parent.rmdir()
    with qtbot.waitSignal(job.failed, timeout=60_000) as failed:
        job.start()
    assert failed.args is not None
    assert "case.csv" in failed.args[0]
