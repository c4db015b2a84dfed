"""Finds every text of the window and compiles the translations: `make translations`.

`lupdate` collects the texts into resources/translations/*.ts, where they are translated by hand or in Qt Linguist;
`lrelease` compiles them to *.qm, which the program loads.  English needs its plurals only: "(s)" is one or more.
"""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent
ALIASES = "QT_TR_NOOP+=mark"


def main() -> None:
    """Updates both catalogues and compiles them."""
    rooms = (ROOT / "timeline_app" / name for name in ("gui", "workspace"))
    sources = sorted(str(path.relative_to(ROOT)) for room in rooms for path in room.rglob("*.py"))
    for name, options in (("en", ["-pluralonly"]), ("de", [])):
        target = FOLDER / f"timeline_app_{name}.ts"
        update = ["pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", "-tr-function-alias", ALIASES]
        languages = ["-source-language", "en", "-target-language", name]
        run([*update, *languages, *options, *sources, "-ts", str(target.relative_to(ROOT))])
        if name == "en":
            fill_english(target)
        run(["pyside6-lrelease", "-silent", str(target), "-qm", str(target.with_suffix(".qm"))])


def fill_english(target: Path) -> None:
    """Writes the singular and plural of every counted text."""
    tree = ET.parse(target)
    for message in tree.iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        if translation is None or message.get("numerus") != "yes":
            continue
        translation.attrib.pop("type", None)
        for form, text in zip(translation.findall("numerusform"), forms(source), strict=True):
            form.text = text
    tree.write(target, encoding="utf-8", xml_declaration=True)


def forms(source: str) -> tuple[str, str]:
    """ "%n event(s)" as one event and as several."""
    return source.replace("(s)", ""), source.replace("(s)", "s")


def run(command: list[str]) -> None:
    """Runs one of Qt's tools in the folder of the project."""
    subprocess.run([str(TOOLS / command[0]), *command[1:]], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
