"""German says everything that the window says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from pytestqt.qtbot import QtBot

from timeline_app.gui.assembly import build_window
from timeline_app.gui.date_setting import use_dates
from timeline_app.gui.inspector.shared import participants_from, participants_text
from timeline_app.gui.language import install_language, language_for
from timeline_app.gui.wording import where_read
from timeline_app.model.annotation import Participant
from timeline_app.model.date_style import DateStyle
from timeline_app.resources import resource
from timeline_app.workspace.dates import use_style
from timeline_app.workspace.settings import LANGUAGE, AppSettings

ROOT = Path(__file__).resolve().parents[2]
LUPDATE = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
HOLES = re.compile(r"%L?n|\{[^}]*\}")


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    """The messages of a catalogue by context and text."""
    found = {}
    for context in ET.parse(path).iter("context"):
        for message in context.iter("message"):
            found[context.findtext("name") or "", message.findtext("source") or ""] = message
    return found


def translations(message: ET.Element) -> list[str]:
    element = message.find("translation")
    assert element is not None
    forms = [form.text or "" for form in element.findall("numerusform")]
    return forms or [element.text or ""]


GERMAN = messages(resource("translations", "timeline_app_de.ts"))


@pytest.mark.skipif(LUPDATE is None, reason="Qt's translation tools are not installed")
def test_no_text_of_the_window_is_missing_in_german(tmp_path: Path) -> None:
    target = tmp_path / "now.ts"
    rooms = (ROOT / "timeline_app" / name for name in ("gui", "workspace"))
    sources = [str(path) for room in rooms for path in sorted(room.rglob("*.py"))]
    command = [str(LUPDATE), "-silent", "-tr-function-alias", "QT_TR_NOOP+=mark", *sources, "-ts", str(target)]
    subprocess.run(command, check=True, timeout=60)
    missing = sorted(text for _, text in messages(target).keys() - GERMAN.keys())
    assert not missing, "run `make translations` and translate"
    assert not [text for (_, text), message in GERMAN.items() if not all(translations(message))]


def test_every_hole_of_a_text_is_in_its_translation() -> None:
    for (_, text), message in GERMAN.items():
        for translation in translations(message):
            assert sorted(HOLES.findall(translation)) == sorted(HOLES.findall(text)), text


def test_access_keys_of_a_menu_do_not_clash() -> None:
    from timeline_app.gui.actions import ACTIONS, MENUS

    texts = {spec.id: spec.text for spec in ACTIONS}
    for _, ids in MENUS:
        shown = [GERMAN["", texts[i]].findtext("translation") or "" for i in ids.split() if i in texts]
        keys = [m[1].casefold() for text in shown if (m := re.search(r"&(\w)", text))]
        assert len(keys) == len(shown), shown


def test_the_window_speaks_german(settings: AppSettings, qtbot: QtBot) -> None:
    settings.set_value(LANGUAGE, "de")
    try:
        window = build_window(["true"], settings)
        qtbot.addWidget(window)
        assert window.actions_.menus[0].title().replace("&", "") == "Datei"
        assert window.docks["timeline"].windowTitle() == "Zeitleiste"
        assert window.inspector.accept.text().startswith("Annehmen")
        assert window.table.model.headerData(1, window.table.view.horizontalHeader().orientation()) == "Ereignis"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen", "and so does Qt"
    finally:
        install_language("en")
        settings.set_value(LANGUAGE, "")
        use_dates(settings)
        use_style(DateStyle())


def test_the_language_is_chosen_or_the_systems_or_english(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language_for("de") == "de"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["fr-FR", "de-AT", "en-GB"])
    assert language_for("") == "de"
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _self: ["fr-FR"])
    assert language_for("") == "en"


def test_german_says_roles_and_where_a_date_was_read() -> None:
    try:
        install_language("de")
        people = (Participant("Tern", "agent"), Participant("Brenn", "patient"), Participant("Orsk", "other"))
        assert participants_text(people) == "Tern (handelnd); Brenn (betroffen); Orsk"
        assert participants_from(participants_text(people)) == people
        assert where_read("the line “Filed”") == "aus der Zeile „Filed“"
        assert where_read("the document's properties, when it was changed") == (
            "aus den Eigenschaften des Dokuments, Zeitpunkt der Änderung"
        )
    finally:
        install_language("en")
    assert participants_text(people[:1]) == "Tern (agent)"
    assert where_read("the line “Filed {x}”") == "from the line “Filed {x}”"
