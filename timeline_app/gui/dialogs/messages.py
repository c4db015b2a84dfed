"""Short questions and calm news of what went wrong."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.wording import counted
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
    for each in (button.Save, button.Discard, button.Cancel):
        box.addButton(each)
    box.setDefaultButton(button.Save)
    give_letters(box)
    answers = {button.Save: Answer.SAVE, button.Discard: Answer.DISCARD}
    return answers.get(button(box.exec()), Answer.CANCEL)


def ask_to_stop_reading(parent: QWidget, unread: int, name: str) -> bool:
    """Asks whether the window closes while reports are being read; tells how many are not read, and into what."""
    told = translate("Messages", "Not read yet: {files}. Without them, “{name}” lacks what they tell.")
    return ask_to_leave(
        parent,
        translate("Messages", "An import is running"),
        told.format(files=counted(unread, "file"), name=name),
        translate("Messages", "What has come in stays. The files are where they were."),
        leave=translate("Messages", "Close without them"),
        stay=translate("Messages", "Go on reading"),
    )


def ask_to_leave(parent: QWidget, title: str, told: str, more: str, *, leave: str, stay: str) -> bool:
    """Asks whether the window closes on what is not done yet; staying is what Return and Escape do."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files are no markup
    box.setWindowTitle(title)
    box.setText(told)
    box.setInformativeText(more)
    leaving = box.addButton(leave, QMessageBox.ButtonRole.DestructiveRole)
    staying = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(staying)
    box.setEscapeButton(staying)
    give_letters(box)
    box.exec()
    return box.clickedButton() is leaving


def show_problem(parent: QWidget | None, sentence: str, title: str = "") -> None:
    """Tells what happened, to what, and what to do.  Returns at once; the window stays usable behind it."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title or translate("Messages", "That did not work"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(retold(sentence))
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()
