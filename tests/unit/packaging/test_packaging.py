"""What the package says of the program is true of the program."""

import importlib.metadata
import importlib.util
import struct
import sys
from pathlib import Path
from types import ModuleType

import defusedxml.ElementTree as Xml
import pytest
from PySide6.QtGui import QImage

from timeline_app.formats.project_file import save_project
from timeline_app.model.document import TimelineDocument

ROOT = Path(__file__).resolve().parents[3]
PACKAGING = ROOT / "packaging"
DEBIAN = PACKAGING / "debian"
MIME = "application/x-timeline-project"


def script(name: str) -> ModuleType:
    """A script of packaging/, which shares its name with a library and so is loaded by its path."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_manual_page_is_current() -> None:
    manual = script("manual")
    page = manual.manual_page()
    assert manual.PAGE.read_text(encoding="utf-8") == page, "run: make manual"
    for words in (".B timeline\\-app import", "\\-\\-filter", "timesketch\\-jsonl", ".SH EXIT STATUS"):
        assert words in page
    assert "worker" not in page


def test_every_locked_package_is_in_the_notices_with_its_licence() -> None:
    notices = script("notices")
    text = notices.FILE.read_text(encoding="utf-8")
    assert len(notices.locked()) > 50
    for name in notices.locked():
        found = importlib.metadata.distribution(name)
        assert f"{found.metadata['Name']} " in text, f"{name}: run make notices"
        licence = notices.licence_of(found)
        assert licence != "see the text below", name
        assert not ("GPL" in licence and " OR " not in licence and "LGPL" not in licence), (name, licence)


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the notices are those of the Python that releases have")
def test_the_notices_are_current() -> None:
    notices = script("notices")
    assert notices.FILE.read_text(encoding="utf-8") == notices.notices(), "run: make notices"


def test_a_double_click_opens_a_project(tmp_path: Path) -> None:
    desktop = (DEBIAN / "timeline-app.desktop").read_text(encoding="utf-8")
    assert f"MimeType={MIME};" in desktop
    assert "Exec=timeline-app %F" in desktop
    kinds = Xml.parse(DEBIAN / "timeline-app.xml").getroot()
    [kind] = list(kinds)
    assert kind.get("type") == MIME
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert [glob.get("pattern") for glob in kind.iter(f"{space}glob")] == ["*.tline"]
    save_project(TimelineDocument(), tmp_path / "x.tline")
    data = (tmp_path / "x.tline").read_bytes()
    for match in kind.iter(f"{space}match"):
        offset, value = int(match.get("offset", "")), match.get("value", "").encode()
        assert data[offset : offset + len(value)] == value


def test_the_software_centre_knows_the_same_program() -> None:
    told = Xml.parse(DEBIAN / "app.timeline_app.timeline.metainfo.xml").getroot()
    assert told.findtext("launchable") == "timeline-app.desktop"
    assert told.findtext("provides/binary") == "timeline-app"
    assert told.findtext("provides/mediatype") == MIME


def test_icons_for_every_desktop(tmp_path: Path, qapp: object) -> None:
    folder = script("icons").write_icons(tmp_path)
    assert QImage(str(folder / "timeline-app-48.png")).size().toTuple() == (48, 48)
    assert QImage(str(folder / "timeline-app.ico")).width() >= 16
    data = (folder / "timeline-app.icns").read_bytes()
    assert (data[:4], struct.unpack(">I", data[4:8])[0]) == (b"icns", len(data))


def test_the_recipe_names_files_that_are_there() -> None:
    recipe = (PACKAGING / "timeline-app.spec").read_text(encoding="utf-8")
    compile(recipe, "timeline-app.spec", "exec")
    for name in ("entry.py", "icons.py", "version_info.py", "build.sh", "debian/build.sh", "test_package.sh"):
        assert (PACKAGING / name).is_file()
