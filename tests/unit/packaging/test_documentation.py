"""The documentation speaks of the program that is there."""

import re
from pathlib import Path

import pytest

from timeline_app.cli.main import command_names
from timeline_app.gui.export_formats import FORMATS

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])


def test_every_room_is_on_the_map() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    tree = text.split("```")[1]
    named = set(re.findall(r"(?<![\w/])(\w+)/", tree))
    package = ROOT / "timeline_app"
    inits = [*package.glob("*/__init__.py"), *package.glob("*/*/__init__.py")]
    rooms = [path.parent for path in inits]
    assert rooms
    assert {room.name for room in rooms} - named == set()
    for name in named - {"timeline_app"}:
        assert any(room.name == name for room in rooms) or (ROOT / name).is_dir(), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
    for name in re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py)`", text):
        assert (ROOT / name).exists() or list((ROOT / "timeline_app").rglob(name)), f"{page.name} names {name}"


def test_every_trap_of_a_format_names_a_test_that_is_there() -> None:
    rows = re.findall(r"(?m)^\|.*\| `([\w/.:]+)` \|$", (DOCS / "formats.md").read_text(encoding="utf-8"))
    assert len(rows) > 25
    for row in rows:
        file, _, name = row.partition("::")
        path = ROOT / "tests" / "unit" / "formats" / file
        assert path.is_file(), row
        assert not name or re.search(rf"(?m)^def {name}\(", path.read_text(encoding="utf-8")), row


def test_the_interface_page_tells_every_command_and_format() -> None:
    text = (DOCS / "interface.md").read_text(encoding="utf-8")
    for name in command_names():
        assert f"timeline-app {name}" in text
    for kind in FORMATS:
        assert f"`{kind.id}`" in text


def test_commands_in_the_makefile_are_real() -> None:
    targets = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    for page in PAGES:
        code = re.findall(r"(?m)^make ([a-z-]+)", page.read_text(encoding="utf-8"))
        assert set(code) <= targets, page.name
