"""The real command in its own process, and three reports that nobody has seen before."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Tell = Callable[[str], None]


@pytest.fixture
def tell(capfd: pytest.CaptureFixture[str]) -> Tell:
    """Tells on the terminal how far a test of hours is, whatever else is captured."""

    def say(words: str) -> None:
        with capfd.disabled():
            print(f"\n  {time.strftime('%H:%M:%S')} {words}", end="", file=sys.stderr, flush=True)

    return say


ROOT = Path(__file__).resolve().parents[2]

NEWS = """Ferry runs aground off Port Ellery

PORT ELLERY, March 18 (Coast Wire) - The ferry Maren ran aground off Port Ellery on Friday with 212 people aboard, \
the harbour board said.

Divers inspected the hull last weekend. The company will tow the Maren to Lund next Tuesday.

The Maren collided with a tanker in November 2019.
"""

BLOG = """Maren grounding: what we know

UPDATE 0915 GMT: The minister has ordered an inquiry into the accident.

The harbour board denied that the captain was asleep.

The ferry Maren ran aground off Port Ellery on March 15.

3 Comments
tom

I saw it happen yesterday, they lie.
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def command() -> list[str]:
    return [sys.executable, "-m", "timeline_app"]


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """As on a machine without a display, with the checkout importable from any folder."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "TIMELINE_APP_DEBUG")
    env = {key: value for key, value in os.environ.items() if key not in hidden}
    env["PYTHONPATH"] = str(ROOT)
    return env


@pytest.fixture(scope="session")
def run(command: list[str], environment: dict[str, str]) -> Run:
    def start(*arguments: str | Path, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command, *map(str, arguments)],
            cwd=cwd,
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=110,
            check=False,
        )

    return start


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the reports in it."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "news.txt").write_text(NEWS, encoding="utf-8")
    (folder / "blog.txt").write_text(BLOG, encoding="utf-8")
    return folder
