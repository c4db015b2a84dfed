"""Questions about a project's file that others use too, or that another program changed."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from timeline_app.gui.mnemonics import give_letters
from timeline_app.workspace.project_lock import Holder

translate = QCoreApplication.translate


class Elsewhere(Enum):
    """What to do with a project that somebody has open."""

    READ = auto()
    WRITE = auto()
    CANCEL = auto()


class Conflict(Enum):
    """What to do when the file is not as it was left."""

    SAVE_AS = auto()
    OVERWRITE = auto()
    CANCEL = auto()


def open_elsewhere(path: Path, holder: Holder) -> str:
    """The sentence about a project that somebody has open for writing."""
    return translate("FileQuestions", "{file} is open in {holder}.").format(file=path.name, holder=holder)


def ask_about_holder(parent: QWidget, path: Path, holder: Holder) -> Elsewhere:
    """Tells that a project is open in another window; answers how to open it.

    Whether a window of another computer is still there only the user can know, so only that one may be passed over.
    """
    box = _box(parent, translate("FileQuestions", "Open elsewhere"), open_elsewhere(path, holder))
    box.setInformativeText(
        translate(
            "FileQuestions", "You can open it for reading only. What you change there can be saved under another name."
        )
    )
    read = box.addButton(translate("FileQuestions", "Open for reading only"), QMessageBox.ButtonRole.AcceptRole)
    write = None
    if not holder.is_here:
        words = translate("FileQuestions", "If that window is gone, the project can be opened as ever.")
        box.setInformativeText(f"{box.informativeText()} {words}")
        write = box.addButton(translate("FileQuestions", "It is gone: open"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(read)
    give_letters(box)
    box.exec()
    answers: dict[QAbstractButton | None, Elsewhere] = {read: Elsewhere.READ, write: Elsewhere.WRITE}
    return answers.get(box.clickedButton(), Elsewhere.CANCEL)


def ask_about_conflict(parent: QWidget, sentence: str) -> Conflict:
    """Tells that another program changed the file; answers what to do."""
    box = _box(parent, translate("FileQuestions", "Changed by another program"), sentence)
    save_as = box.addButton(translate("FileQuestions", "Save as…"), QMessageBox.ButtonRole.AcceptRole)
    overwrite = box.addButton(translate("FileQuestions", "Overwrite"), QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(save_as)
    give_letters(box)
    box.exec()
    if box.clickedButton() is save_as:
        return Conflict.SAVE_AS
    return Conflict.OVERWRITE if box.clickedButton() is overwrite else Conflict.CANCEL


def _box(parent: QWidget, title: str, sentence: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files are no markup
    box.setWindowTitle(title)
    box.setText(sentence)
    return box
