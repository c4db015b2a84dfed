"""What can wait is done a step at a time between other events, one thing after the other."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.turns import Turns


@pytest.fixture
def turns(qtbot: QtBot) -> Turns:
    return Turns()


def steps(told: list[str], *words: str) -> Iterator[None]:
    for word in words:
        told.append(word)
        yield


def test_what_is_asked_anew_is_done_once_and_where_it_waited(turns: Turns, qtbot: QtBot) -> None:
    told: list[str] = []
    turns.begin("one", steps(told, "old"))
    turns.begin("other", steps(told, "other"))
    turns.anew("one", steps(told, "new", "newer"))
    turns.at_last("end", lambda: told.append("end"))
    qtbot.waitUntil(lambda: "end" in told)
    assert told == ["new", "newer", "other", "end"]


def test_the_end_waits_for_what_came_meanwhile_and_is_forgotten_when_more_goes_on(turns: Turns, qtbot: QtBot) -> None:
    told: list[str] = []

    def more() -> Iterator[None]:
        yield
        turns.begin("more", steps(told, "more"))

    turns.hold("import")
    turns.begin("one", more())
    turns.at_last("import", lambda: told.append("end"))
    turns.hold("import")
    turns.at_last("other", lambda: told.append("other end"))
    qtbot.waitUntil(lambda: "other end" in told)
    assert told == ["more", "other end"]
    turns.at_last("import", lambda: told.append("end"))
    assert told[-1] == "end", "nothing waits, so it is now"


def test_views_take_in_at_once_unless_much_goes_on(qtbot: QtBot) -> None:
    store, told = DocumentStore(), []
    store.soon("view", lambda: told.append("at once"))
    assert told == ["at once"]
    store.turns.hold("import")
    store.soon("view", lambda: told.append("first"))
    store.soon("view", lambda: told.append("last"))
    assert told == ["at once"]
    qtbot.waitUntil(lambda: len(told) > 1)
    assert told == ["at once", "last"]
    store.soon("view", lambda: told.append("waits"))
    store.turns.release("import")
    store.soon("view", lambda: told.append("now"))
    qtbot.wait(20)
    assert told == ["at once", "last", "now"], "what is shown now is not shown again"
