"""Analysis in the worker process: order, progress, and everything that can go wrong in it."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from timeline_app.formats.errors import FormatError
from timeline_app.workspace import operations
from timeline_app.workspace.arrivals import Arrival
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.store import DocumentStore

WORKER = Path(__file__).with_name("fake_worker.py")


class Heard:
    """Everything that the jobs told, in order."""

    def __init__(self, jobs: AnalysisJobs) -> None:
        self.jobs = jobs
        self.progress: list[tuple[int, int, str]] = []
        self.failed: list[tuple[str, str]] = []
        self.names: list[str] = []
        self.groups: list[int] = []
        self.pairs: list[int] = []
        self.again: list[str] = []
        self.duplicates: list[tuple[str, str]] = []
        self.warnings: list[str] = []
        self.degraded: list[str] = []
        jobs.progress.connect(lambda *step: self.progress.append(step))
        jobs.failed.connect(lambda *failure: self.failed.append(failure))
        jobs.imported.connect(self._on_imported)
        jobs.reread.connect(lambda arrival, _why: self.again.append(arrival.analysis.source.id))
        jobs.duplicate.connect(lambda *names: self.duplicates.append(names))
        jobs.degraded.connect(self.degraded.append)

    def _on_imported(self, arrival: Arrival) -> None:
        self.names.append(arrival.analysis.source.name)
        self.groups += [len(group.mentions) for group in arrival.groups]
        self.pairs.append(len(arrival.pairs))
        self.warnings += arrival.analysis.warnings


MakeJobs = Callable[..., tuple[AnalysisJobs, Heard]]


@pytest.fixture
def make_jobs(qtbot: QtBot) -> Iterator[MakeJobs]:
    made: list[AnalysisJobs] = []

    def make(*arguments: str, store: DocumentStore | None = None, program: str = sys.executable):  # type: ignore[no-untyped-def]
        jobs = AnalysisJobs(store or DocumentStore(), [program, str(WORKER), *arguments])
        made.append(jobs)
        return jobs, Heard(jobs)

    yield make
    for jobs in made:
        jobs.shutdown()


def run(qtbot: QtBot, jobs: AnalysisJobs, *names: str, **options: object) -> None:
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        jobs.start_files([Path(name) for name in names], options)


def test_files_are_read_in_order_with_progress_and_come_grouped(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    jobs.prestart()
    run(qtbot, jobs, "a.txt", "b.txt", published="2018-05-28")
    assert heard.names == ["a.txt", "b.txt"]
    assert heard.groups == [1, 2]
    assert heard.pairs == [0, 1]
    assert heard.progress == [
        (0, 2, "a.txt"),
        (1, 2, "b.txt"),
        (2, 2, ""),
    ]
    assert heard.warnings == ["published 2018-05-28"] * 2
    assert not heard.failed
    assert not heard.degraded
    assert not jobs.is_running


def test_of_a_long_document_it_is_told_how_much_was_read(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "long.txt")
    assert heard.progress == [(0, 1, "long.txt"), (0, 1, "long.txt · 12%"), (1, 1, "")]


def test_what_is_made_of_a_document_is_done_in_steps_before_the_end_is_told(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    turns: list[str] = []

    def take_in(name: str) -> Iterator[None]:
        for _ in range(3):
            time.sleep(0.01)  # more than a turn may take
            turns.append(name)
            assert jobs.is_running
            yield
        if name == "b.txt":
            raise FormatError("b.txt holds a record that cannot be kept.")

    def take(arrival: Arrival) -> None:
        name = arrival.analysis.source.name
        jobs.work_off(name, take_in(name))
        QTimer.singleShot(0, lambda: turns.append("another event"))

    jobs.imported.connect(take)
    run(qtbot, jobs, "a.txt", "b.txt", "c.txt")
    steps = [turn for turn in turns if turn != "another event"]
    assert steps == ["a.txt"] * 3 + ["b.txt"] * 3 + ["c.txt"] * 3
    assert turns.index("another event") < 3
    assert heard.failed == [("b.txt", "b.txt holds a record that cannot be kept.")]
    assert not jobs.is_running


def test_a_worker_that_dies_does_not_cost_a_document_that_is_being_taken_in(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    store = DocumentStore()
    jobs, heard = make_jobs(store=store)

    def take_in(arrival: Arrival) -> Iterator[None]:
        for _ in range(100):
            time.sleep(0.01)
            yield
        yield from operations.import_in_steps(store, [arrival.analysis], arrival.groups)

    jobs.imported.connect(lambda arrival: jobs.work_off("a", take_in(arrival)))
    run(qtbot, jobs, "a.txt", "crash.txt", "b.txt")
    assert [source.name for source in store.document.ordered_sources()] == ["a.txt", "b.txt"]
    assert heard.groups == [1, 2]


def test_a_pasted_text_is_a_document_too(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        jobs.start_text("Pasted text", "Envoys met — in Varna. 🚢")
    assert heard.names == ["Pasted text"]


def test_a_second_import_is_compared_with_what_is_there(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    store = DocumentStore()
    jobs, heard = make_jobs(store=store)
    jobs.imported.connect(lambda arrival: operations.import_analyses(store, [arrival.analysis], arrival.groups))
    run(qtbot, jobs, "a.txt")
    run(qtbot, jobs, "b.txt")
    assert heard.groups == [1, 2]
    (event,) = store.document.events.values()
    assert len(store.document.links_of_event(event.id)) == 2
    assert [source.position for source in store.document.ordered_sources()] == [0, 1]


def test_files_given_meanwhile_join_the_queue(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        jobs.start_files([Path("a.txt")])
        jobs.start_files([Path("b.txt")])
    assert heard.names == ["a.txt", "b.txt"]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "unreadable.bin", "a.txt")
    assert heard.failed == [("unreadable.bin", "unreadable.bin is not text.")]
    assert heard.names == ["a.txt"]


def test_only_failures_import_nothing(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "unreadable.bin")
    assert heard.names == []


def test_a_crash_is_one_message_and_a_fresh_worker(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "a.txt", "crash.txt", "b.txt")
    assert heard.names == ["a.txt", "b.txt"]
    ((name, message),) = heard.failed
    assert name == "crash.txt"
    assert "crash.txt" in message
    assert "left out" in message


def test_a_worker_that_ends_once_reads_the_document_again(qtbot: QtBot, make_jobs: MakeJobs, tmp_path: Path) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "a.txt", str(tmp_path / "once.txt"), "b.txt")
    assert heard.names == ["a.txt", "once.txt", "b.txt"]
    assert heard.failed == []


def test_a_worker_that_hangs_over_a_document_is_ended_and_the_rest_goes_on(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    jobs._patience.silence.setInterval(1_000)
    run(qtbot, jobs, "a.txt", "hang.txt", "b.txt")
    assert heard.names == ["a.txt", "b.txt"]
    ((name, message),) = heard.failed
    assert name == "hang.txt"
    assert "did not answer" in message


def test_a_fresh_worker_recalls_what_the_last_one_read(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    store = DocumentStore()
    jobs, heard = make_jobs(store=store)
    jobs.imported.connect(lambda arrival: operations.import_analyses(store, [arrival.analysis], arrival.groups))
    run(qtbot, jobs, "a.txt", "crash.txt", "b.txt")
    assert heard.groups == [1, 2]


def test_parts_of_an_answer_come_together(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, _ = make_jobs()
    arrivals: list[Arrival] = []
    jobs.imported.connect(arrivals.append)
    run(qtbot, jobs, "slow.txt", "a.txt")
    assert [len(arrival.analysis.mentions) for arrival in arrivals] == [2, 1]


def test_the_same_content_is_told_and_left_out(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "a.txt", "same.txt")
    assert heard.duplicates == [("same.txt", "a.txt")]
    assert heard.names == ["a.txt"]
    assert not heard.failed


def test_attachments_are_read_right_after_their_mail(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "mail.eml", "a.txt")
    assert heard.names == ["mail.eml", "inside.txt", "a.txt"]
    assert (1, 3, "inside.txt") in heard.progress


def test_a_source_is_read_again_before_what_waits_and_is_no_import(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    store = DocumentStore()
    jobs, heard = make_jobs(store=store)
    jobs.imported.connect(lambda arrival: operations.import_analyses(store, [arrival.analysis], arrival.groups))
    run(qtbot, jobs, "a.txt")
    (source_id,) = store.document.sources
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        jobs.start_files([Path("b.txt"), Path("c.txt")])
        jobs.start_again(source_id)
    assert heard.failed == []
    assert heard.again == [source_id]
    assert heard.names == ["a.txt", "b.txt", "c.txt"]
    assert heard.groups == [1, 2, 3], "what is read again is forgotten first, and known after"


def test_several_that_are_read_again_are_not_compared_with_the_rest(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    store = DocumentStore()
    jobs, heard = make_jobs(store=store)
    jobs.imported.connect(lambda arrival: operations.import_analyses(store, [arrival.analysis], arrival.groups))
    told: list[tuple[int, object]] = []
    jobs.reread.connect(lambda arrival, why: told.append((len(arrival.groups), why)))
    run(qtbot, jobs, "a.txt", "b.txt")
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        for source_id in store.document.sources:
            jobs.start_again(source_id, "why", alone=True)
    assert heard.failed == []
    assert told == [(1, "why"), (1, "why")], "the worker knows nothing else then"
    run(qtbot, jobs, "c.txt")
    assert heard.groups == [1, 2, 3], "and is told of the whole project before the next import"


def test_other_lines_and_late_answers_are_dropped(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "garbage.txt")
    assert heard.names == ["garbage.txt"]
    assert not heard.failed


def test_an_answer_of_the_wrong_shape_is_a_failure(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "nonsense.txt", "a.txt")
    assert [name for name, _ in heard.failed] == ["nonsense.txt"]
    assert heard.names == ["a.txt"]


def test_cancelling_drops_the_rest_and_keeps_what_was_read(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    jobs.start_files([Path("a.txt"), Path("hang.txt"), Path("b.txt")])
    qtbot.waitUntil(lambda: (1, 3, "hang.txt") in heard.progress, timeout=20_000)
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        jobs.cancel()
    assert heard.names == ["a.txt"]
    assert not heard.failed
    assert not jobs.is_running
    run(qtbot, jobs, "c.txt")
    assert heard.names == ["a.txt", "c.txt"]


def test_cancelling_the_first_document_leaves_nothing(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    jobs.start_files([Path("hang.txt")])
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        jobs.cancel()
    jobs.cancel()
    assert heard.names == []


def test_nothing_read_for_one_project_reaches_another(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    store = DocumentStore()
    jobs, heard = make_jobs(store=store)
    jobs.start_files([Path("a.txt"), Path("hang.txt"), Path("c.txt")])
    qtbot.waitUntil(lambda: (1, 3, "hang.txt") in heard.progress, timeout=20_000)
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        store.new()
    assert heard.names == ["a.txt"], "what came before was for the project that was open then"
    run(qtbot, jobs, "b.txt")
    assert heard.names == ["a.txt", "b.txt"]


def test_a_worker_that_never_gets_ready_is_said_once(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs("--never-ready")
    run(qtbot, jobs, "a.txt", "b.txt")
    ((_, message),) = heard.failed
    assert "does not start" in message
    assert not jobs.is_running


def test_a_worker_that_is_not_there_is_said_once(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs(program="/nowhere/python")
    run(qtbot, jobs, "a.txt", "b.txt")
    ((_, message),) = heard.failed
    assert "could not be started" in message


def test_what_the_worker_lacks_is_told(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs("--degraded")
    run(qtbot, jobs, "a.txt")
    assert heard.degraded == ["The language model is missing."]


def test_a_worker_that_died_idle_is_started_again(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs()
    run(qtbot, jobs, "a.txt")
    jobs._worker.kill()
    run(qtbot, jobs, "b.txt")
    assert heard.names == ["a.txt", "b.txt"]
    assert not heard.failed


def test_a_worker_that_breaks_at_its_start_says_why(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs("--broken")
    run(qtbot, jobs, "a.txt", "b.txt")
    ((_, message),) = heard.failed
    assert "ImportError: no module of that name" in message


def test_a_worker_that_never_answers_is_given_up(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    jobs, heard = make_jobs("--never-answers")
    jobs._patience.start.setInterval(100)
    run(qtbot, jobs, "a.txt")
    ((_, message),) = heard.failed
    assert "did not answer" in message
    assert not jobs.is_running


def test_the_whole_project_is_grouped_anew(qtbot: QtBot, make_jobs: MakeJobs) -> None:
    store = DocumentStore()
    jobs, _ = make_jobs(store=store)
    jobs.imported.connect(lambda arrival: operations.import_analyses(store, [arrival.analysis], []))
    run(qtbot, jobs, "a.txt", "b.txt")
    answers: list[tuple[object, ...]] = []
    jobs.grouped.connect(lambda *answer: answers.append(answer))
    with qtbot.waitSignal(jobs.finished, timeout=20_000):
        jobs.start_grouping("comparing events", "because")
    ((groups, pairs, why),) = answers
    assert [len(group.mentions) for group in groups] == [2]
    assert (pairs, why) == ((), "because")


def test_nothing_is_loaded_beside_a_worker_that_starts(
    qtbot: QtBot, make_jobs: MakeJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready: list[bool] = []
    jobs, heard = make_jobs()
    monkeypatch.setattr("timeline_app.workspace.jobs._load_what_answers_become", lambda: ready.append(jobs._ready))
    run(qtbot, jobs, "a.txt")
    run(qtbot, jobs, "b.txt")
    assert heard.names == ["a.txt", "b.txt"]
    assert ready == [True], "once, and not while the window has itself to show"


def test_a_worker_that_was_ready_before_loads_at_the_first_document(
    qtbot: QtBot, make_jobs: MakeJobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[bool] = []
    monkeypatch.setattr("timeline_app.workspace.jobs._load_what_answers_become", lambda: loads.append(True))
    jobs, _ = make_jobs()
    jobs.prestart()
    qtbot.waitUntil(lambda: jobs._ready, timeout=20_000)
    assert loads == [], "nothing was asked for"
    run(qtbot, jobs, "a.txt")
    assert loads == [True]
