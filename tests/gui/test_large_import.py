"""Hundreds of files at once: whatever becomes of the worker, each is imported once or named once, and Cancel works."""

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.gui.assembly import build_window
from timeline_app.gui.dialogs.import_report import ImportReport
from timeline_app.gui.main_window import MainWindow
from timeline_app.workspace import operations
from timeline_app.workspace.settings import AppSettings

FAKE = Path(__file__).parents[1] / "unit" / "workspace" / "fake_worker.py"
LONG = 110_000


@pytest.fixture
def importing(settings: AppSettings, qtbot: QtBot) -> MainWindow:
    window = build_window([sys.executable, str(FAKE)], settings)
    qtbot.addWidget(window, before_close_func=leave)
    window.show()
    return window


def leave(window: MainWindow) -> None:
    """Ends the worker, with nothing left to be asked about."""
    window._jobs.shutdown()
    window.store.settle()
    window.store.undo_stack.setClean()


def files(number: int, folder: Path, **others: str) -> list[Path]:
    """Reports that tell an event each; `others` go under their names (a word that the worker minds) at a place."""
    paths = [folder / f"report-{index:03}-alone.txt" for index in range(number)]
    for word, place in others.items():
        paths[int(place)] = folder / f"{word}-alone.txt"
    return paths


def names(window: MainWindow) -> list[str]:
    return sorted(source.name for source in window.store.document.sources.values())


def at_arrival(window: MainWindow, number: int, deed: Callable[[], object]) -> None:
    """Does something once, when so many documents are in the project."""
    seen: list[object] = []

    def look(_summary: object) -> None:
        if len(window.store.document.sources) >= number and not seen:
            seen.append(number)
            deed()

    window.store.changed.connect(look)


def reports(window: MainWindow) -> list[ImportReport]:
    return window.findChildren(ImportReport)


def test_a_worker_killed_among_hundreds_costs_no_file(importing: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    paths = files(300, tmp_path)

    def kill() -> None:
        process = importing._jobs._worker._process
        assert process is not None
        os.kill(process.processId(), signal.SIGKILL)

    at_arrival(importing, 40, kill)
    at_arrival(importing, 200, kill)
    with qtbot.waitSignal(importing._jobs.finished, timeout=LONG):
        importing.imports.import_files(paths)
    assert names(importing) == [path.name for path in paths]
    assert len(importing.store.document.events) == 300
    assert reports(importing) == []
    assert importing.status.message.text().startswith("300 sources read, 300 events suggested.")
    assert importing.store.undo_stack.count() == 1, "one import is one step, whatever happened to the worker"
    importing.store.undo_stack.undo()
    importing.store.settle()
    assert not any(importing.store.document.table(kind) for kind in list(importing.store.document._tables)[:-1])


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("crash", "stopped twice while it read"),
        ("hang", "did not answer for five minutes"),
        ("greedy", "stopped twice"),
    ],
)
def test_a_file_that_ends_the_worker_is_named_once_and_the_rest_comes_in(
    importing: MainWindow, qtbot: QtBot, tmp_path: Path, word: str, why: str
) -> None:
    importing._jobs._patience.silence.setInterval(400)
    paths = files(30, tmp_path, **{word: "20"})
    failed: list[tuple[str, str]] = []
    importing._jobs.failed.connect(lambda name, message: failed.append((name, message)))
    with qtbot.waitSignal(importing._jobs.finished, timeout=LONG):
        importing.imports.import_files(paths)
    assert [name for name, _ in failed] == [f"{word}-alone.txt"]
    assert why in failed[0][1]
    assert names(importing) == sorted(path.name for path in paths if word not in path.name)
    (report,) = reports(importing)
    assert report.heading.text() == "1 file could not be imported. The other 29 are in the project."
    assert [name for name, _ in report.rows] == [f"{word}-alone.txt"]


@pytest.mark.parametrize("after", [0, 1, 13, 29])
def test_cancel_keeps_what_was_read_and_says_so(
    importing: MainWindow, qtbot: QtBot, tmp_path: Path, after: int
) -> None:
    paths = files(30, tmp_path)
    with qtbot.waitSignal(importing._jobs.finished, timeout=LONG):
        if after:
            at_arrival(importing, after, importing.status.progress.cancel.click)
        importing.imports.import_files(paths)
        if not after:
            importing.status.progress.cancel.click()
    kept = names(importing)
    assert len(kept) >= after
    assert kept == [path.name for path in paths[: len(kept)]]
    assert not importing._jobs.is_running
    told = importing.status.message.text()
    if len(kept) < 30:
        assert told.startswith("Import cancelled: ")
        assert f"{30 - len(kept)} not read" in told
    with qtbot.waitSignal(importing._jobs.finished, timeout=LONG):
        importing.imports.import_files(paths[len(kept) :] or paths[-1:])
    assert len(set(names(importing))) == len(names(importing))
    assert set(names(importing)) == {path.name for path in paths}


def test_every_pane_shows_what_came_when_the_end_is_told(importing: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[object] = []

    def look() -> None:
        told.append(shows_in_every_pane(importing, importing.selection.event_ids[0]))
        told.append(len(importing.sources.sources.keys))
        told.append(importing.sources.review.selected_keys() == importing.selection.event_ids)
        told.append(importing.status.counts.text().startswith("6 events"))
        told.append(importing.actions_["undo"].text())

    at_arrival(importing, 6, lambda: importing.selection.select_events(importing.order.ids[:1]))
    importing._jobs.finished.connect(look)
    with qtbot.waitSignal(importing._jobs.finished, timeout=LONG):
        importing.imports.import_files(files(6, tmp_path))
    assert told == [True, 6, True, True, "Undo Import 6 documents"]


def test_what_is_selected_while_reports_come_in_is_shown_in_every_pane(
    importing: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = importing
    with qtbot.waitSignal(window._jobs.finished, timeout=LONG):
        window.imports.import_files(files(30, tmp_path))
        qtbot.waitUntil(lambda: len(window.store.document.events) >= 4, timeout=LONG)
        for event_id in list(window.store.document.events)[:4]:
            window.selection.select_events([event_id])
            qtbot.waitUntil(partial(shows_in_every_pane, window, event_id))


def shows_in_every_pane(window: MainWindow, event_id: str) -> bool:
    document = window.store.document
    link = document.links_of_event(event_id)[0]
    is_told = window.text.source_id == link.source_id and window.text.view.lit == link.sentence
    is_listed = window.sources.review.selected_keys() in ((event_id,), ())  # the list may not have come to it yet
    return is_told and is_listed and window.inspector.title.toPlainText() == document.events[event_id].title


def test_undo_while_reports_come_in_ends_the_import_and_takes_it_back(
    importing: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = files(40, tmp_path)
    importing.imports.import_files(paths)
    qtbot.waitUntil(lambda: len(importing.store.document.sources) >= 5, timeout=LONG)
    importing.undo()
    qtbot.waitUntil(lambda: importing.store.is_settled and not importing._jobs.is_running, timeout=LONG)
    assert names(importing) == []
    assert "taken back" in importing.status.message.text()
    qtbot.wait(50)
    assert names(importing) == [], "nothing comes in afterwards"
    importing.store.undo_stack.redo()
    qtbot.waitUntil(lambda: importing.store.is_settled, timeout=LONG)
    assert len(names(importing)) >= 5


def test_undo_of_an_edit_leaves_an_import_going(importing: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    paths = files(30, tmp_path)
    with qtbot.waitSignal(importing._jobs.finished, timeout=LONG):
        importing.imports.import_files(paths)
        qtbot.waitUntil(lambda: len(importing.store.document.events) >= 3, timeout=LONG)
        operations.edit_events(importing.store, [next(iter(importing.store.document.events))], notes="mine")
        importing.undo()
    assert names(importing) == [path.name for path in paths]
