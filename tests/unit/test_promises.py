"""Every promise names tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROMISES = (ROOT / "docs" / "promises.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PROMISES)))


@pytest.mark.parametrize(("file", "test"), NAMED, ids=[test for _, test in NAMED])
def test_the_named_test_exists(file: str, test: str) -> None:
    assert re.search(rf"^def {test}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), f"{file} has no {test}"


def test_every_promise_names_a_test() -> None:
    promises = re.findall(r"^- (.+?)(?=^- |^#|\Z)", PROMISES, re.MULTILINE | re.DOTALL)
    assert len(promises) > 20
    assert [promise[:60] for promise in promises if "`tests/" not in promise] == []
