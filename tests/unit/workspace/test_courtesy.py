"""A thread beside the window's does a little in each of its turns, and all at once for whoever waits."""

from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.workspace import courtesy as courtesy_module
from timeline_app.workspace.courtesy import Courtesy


@pytest.fixture
def courtesy(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Courtesy:
    monkeypatch.setattr(courtesy_module, "_PORTION", -1.0)  # a portion is over with each thing
    monkeypatch.setattr(courtesy_module, "_PATIENCE", 60.0)
    return Courtesy()


def beside(courtesy: Courtesy, done: list[int], number: int) -> Thread:
    def work() -> None:
        done.extend(courtesy.each(range(number)))
        courtesy.end()

    courtesy.begin()
    thread = Thread(target=work)
    thread.start()
    return thread


def test_no_more_than_a_portion_is_done_while_the_window_is_in_one_turn(courtesy: Courtesy, qtbot: QtBot) -> None:
    done: list[int] = []
    thread = beside(courtesy, done, 10)
    thread.join(0.2)  # one long turn: no event is processed
    assert done == [0]
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert done == list(range(10))


def test_it_stops_for_nothing_while_somebody_waits(courtesy: Courtesy, qtbot: QtBot) -> None:
    done: list[int] = []
    thread = beside(courtesy, done, 1_000)
    with courtesy.hurried():
        thread.join(10)
        assert len(done) == 1_000, "without a single turn"


def test_a_window_that_turns_no_more_is_not_waited_for(
    courtesy: Courtesy, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courtesy_module, "_PATIENCE", 0.001)
    done: list[int] = []
    beside(courtesy, done, 20).join(10)
    assert len(done) == 20
