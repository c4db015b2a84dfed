"""Short questions and calm news of what went wrong."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from timeline_app.workspace.retelling import retold

translate = QCoreApplication.translate


class Answer(Enum):
    """What to do with unsaved changes."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def ask_about_changes(parent: QWidget, name: str) -> Answer:
    """Asks before unsaved changes are lost."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(translate("Messages", "Unsaved changes"))
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files and projects are no markup
    box.setText(translate("Messages", "Save the changes to “{name}”?").format(name=name))
    box.setInformativeText(translate("Messages", "They are lost if you don’t save them."))
    button = QMessageBox.StandardButton
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    answers = {button.Save: Answer.SAVE, button.Discard: Answer.DISCARD}
    return answers.get(button(box.exec()), Answer.CANCEL)


def show_problem(parent: QWidget | None, sentence: str, title: str = "") -> None:
    """Tells what happened, to what, and what to do.  Returns at once; the window stays usable behind it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title or translate("Messages", "That did not work"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(retold(sentence))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
