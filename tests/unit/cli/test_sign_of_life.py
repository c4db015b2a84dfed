"""A long run tells on a terminal how far it is, and leaves nothing behind."""

import io
import re
import sys

import pytest

from timeline_app.cli import sign_of_life
from timeline_app.cli.sign_of_life import SignOfLife


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(written: str) -> str:
    """What a terminal shows once all of it was written."""
    return re.split(r"\r\x1b\[K", written)[-1]


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_of_life, "_PAUSE", 0)
    monkeypatch.setattr(sys, "stdout", io.StringIO())


def test_it_tells_lines_and_how_much_of_a_long_text_was_read() -> None:
    terminal = Terminal()
    life = SignOfLife(terminal)
    life.answered(1_200)
    assert shown(terminal.getvalue()) == "1,200 lines answered …"
    life.reading(0.12)
    assert shown(terminal.getvalue()) == "1,200 lines answered, 12% of a long text …"
    life.end()
    assert shown(terminal.getvalue()) == ""


def test_a_file_gets_nothing_and_so_does_a_terminal_that_shows_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.StringIO()
    SignOfLife(file).answered(1)
    assert file.getvalue() == ""
    monkeypatch.setattr(sys, "stdout", Terminal())
    terminal = Terminal()
    SignOfLife(terminal).answered(1)
    assert terminal.getvalue() == ""


def test_a_short_run_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_of_life, "_PAUSE", 60)
    terminal = Terminal()
    life = SignOfLife(terminal)
    life.answered(1)
    life.end()
    assert terminal.getvalue() == ""
