"""Writes THIRD-PARTY-NOTICES.txt: every package that the built program holds, with its licence.

`make notices` writes it, `python packaging/notices.py --check` tells whether it is current.  It follows the runtime
requirements of the lock file, so that it does not depend on what else is installed.
"""

import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "THIRD-PARTY-NOTICES.txt"
_LOCKED = re.compile(r"(?m)^([A-Za-z0-9_.-]+)==([^\s;\\]+)(?:\s*;\s*([^\\\n]+))?")
_LICENCE_FILE = re.compile(r"(?:^|/)(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$", re.IGNORECASE)
_RULE = "=" * 78
_FONTS = {
    "Inter (typeface)": "resources/fonts/OFL.txt",
    "Noto Sans Arabic, Noto Sans Hebrew (typefaces)": "resources/fonts/OFL-Noto.txt",
}


def notices() -> str:
    """The whole file; raises PackageNotFoundError where a locked package is not installed."""
    parts = [
        "Third-party notices",
        "",
        "The program is under the MIT licence (see LICENSE).  A built program also holds the following, each under",
        "its own licence.  Qt and PySide6 are under the LGPL, version 3: their libraries lie as separate files in the",
        "program's folder and may be replaced there.",
    ]
    for name in locked():
        found = metadata.distribution(name)
        parts += ["", _RULE, f"{found.metadata['Name']} {found.version}", f"Licence: {licence_of(found)}"]
        parts += _texts(found)
    for name, file in _FONTS.items():
        parts += ["", _RULE, name, "Licence: SIL Open Font License 1.1", ""]
        parts.append((ROOT / file).read_text(encoding="utf-8").strip())
    return "\n".join(parts) + "\n"


def locked() -> list[str]:
    """The runtime packages of this platform, by name."""
    text = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    here = []
    for name, _, marker in _LOCKED.findall(text):
        if not marker or _holds(marker):
            here.append(name)
    return sorted(here, key=str.lower)


def licence_of(found: metadata.Distribution) -> str:
    """The licence that a package declares: its expression, its field, or its classifiers."""
    head = found.metadata
    classifiers = [c.rpartition(" :: ")[2] for c in head.get_all("Classifier") or [] if c.startswith("License ::")]
    field = (head["License"] or "").strip() if "License" in head else ""
    expression = head.get("License-Expression", "")
    short = field if field and "\n" not in field and len(field) < 80 else ""
    return expression or short or ", ".join(classifiers) or "see the text below"


def _texts(found: metadata.Distribution) -> list[str]:
    """The licence texts that a package brings along, each once."""
    texts: dict[str, None] = {}
    for file in sorted(found.files or [], key=str):
        if ".dist-info/" in str(file) and _LICENCE_FILE.search(str(file)):
            path = Path(str(file.locate()))
            if path.is_file():
                texts.setdefault(path.read_text(encoding="utf-8", errors="replace").strip())
    return [line for text in texts for line in ("", text)]


def _holds(marker: str) -> bool:
    from packaging.markers import Marker

    return Marker(marker.strip()).evaluate()


def main() -> int:
    """Writes the file, or with ``--check`` compares it."""
    text = notices()
    if "--check" in sys.argv[1:]:
        current = FILE.is_file() and FILE.read_text(encoding="utf-8") == text
        print("current" if current else f"{FILE.name} is not current: run make notices", file=sys.stderr)
        return 0 if current else 1
    FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
