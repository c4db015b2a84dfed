"""The language of the window: English, German, or the system's where there is a translation."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from timeline_app.resources import resource
from timeline_app.workspace.retelling import use_language

ENGLISH, GERMAN = "en", "de"
LANGUAGES: dict[str, str] = {ENGLISH: "English", GERMAN: "Deutsch"}
"""Languages of the window in their own words."""

_installed: list[tuple[QTranslator, bytes]] = []  # each with the catalogue that it reads


def language_for(choice: str) -> str:
    """The language to use: the chosen one, else the first of the system's that is translated, else English."""
    if choice in LANGUAGES:
        return choice
    wanted = [name.split("-")[0] for name in QLocale.system().uiLanguages()]
    return next((name for name in wanted if name in LANGUAGES), ENGLISH)


def install_language(choice: str) -> str:
    """Puts the window's texts into a language, before any is shown; answers which."""
    language = language_for(choice)
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop()[0])
    _load(ENGLISH)  # its plurals also serve what a translation lacks
    if language != ENGLISH:
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):  # what Qt itself says: Cancel, Copy, file dialogs
            _install(translator)
        _load(language)
    QLocale.setDefault(QLocale(language))
    use_language(language)
    return language


def _load(language: str) -> None:
    """Reads a catalogue into memory: Qt would map the file, and an update under a running window would crash it."""
    translator = QTranslator()
    catalogue = resource("translations", f"timeline_app_{language}.qm").read_bytes()
    if translator.load(catalogue):
        _install(translator, catalogue)


def _install(translator: QTranslator, catalogue: bytes = b"") -> None:
    QCoreApplication.installTranslator(translator)
    _installed.append((translator, catalogue))
