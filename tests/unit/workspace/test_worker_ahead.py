"""A worker that is started before the window has its parts is heard by whoever listens later."""

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.turns import Turns
from timeline_app.workspace.worker_process import WorkerProcess

READY = [sys.executable, "-c", """print('{"v":1,"event":"ready","degraded":"by rules"}', flush=True); input()"""]


def test_what_it_answers_is_kept_until_somebody_listens(qtbot: QtBot) -> None:
    worker, owner = WorkerProcess.ahead(READY), QObject()
    told: list[object] = []
    worker.received.connect(told.append)
    qtbot.waitUntil(lambda: bool(worker._lines), timeout=30_000)
    qtbot.wait(20)
    assert told == []
    worker.hear(owner, Turns(owner))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [{"v": 1, "event": "ready", "degraded": "by rules"}]
    worker.kill()


def test_it_is_the_worker_of_the_window(qtbot: QtBot) -> None:
    worker, store = WorkerProcess.ahead(READY), DocumentStore()
    qtbot.waitUntil(lambda: bool(worker._lines), timeout=30_000)
    jobs = AnalysisJobs(store, ["there is no such program"], worker=worker)
    told: list[str] = []
    jobs.degraded.connect(told.append)
    jobs.prestart()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["by rules"]
    jobs.shutdown()
    assert not worker.is_running


def test_one_that_ends_unheard_is_started_again(qtbot: QtBot) -> None:
    worker = WorkerProcess.ahead([sys.executable, "-c", "pass"])
    qtbot.waitUntil(lambda: not worker.is_running, timeout=30_000)
    store = DocumentStore()
    jobs = AnalysisJobs(store, [], worker=worker)
    jobs.prestart()
    assert worker.is_running
    jobs.shutdown()
