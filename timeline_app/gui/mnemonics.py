"""Mnemonics: gives each button and field of a dialog a letter of its own, pressed with Alt, in any language."""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFormLayout, QLabel, QPushButton, QRadioButton, QWidget

_KINDS = (QPushButton, QCheckBox, QRadioButton)
_MARKED = re.compile(r"(?<!&)(?:&&)*&([^&])|  (\w)$")  # "&Save"; "One event  M", which M presses alone too


def give_letters(dialog: QWidget) -> None:
    """Marks a letter in the words of every button, and of every label beside a field, that has none yet.

    Each letter is given once: that which a word begins with where it is free, else the first free one.
    """
    for form in dialog.findChildren(QFormLayout):
        _join_labels(form)
    parts = list(_parts(dialog))
    taken = {letter for part in parts if (letter := letter_of(part.text()))}
    for part in parts:
        words = part.text()
        place = None if letter_of(words) else _free_place(words, taken)
        if place is not None:
            taken.add(words[place].casefold())
            part.setAccessibleName(part.accessibleName() or words)
            part.setText(f"{words[:place]}&{words[place:]}")


def letter_of(words: str) -> str:
    """The letter that words are marked with, small; empty where there is none."""
    found = _MARKED.search(words)
    return (found[1] or found[2]).casefold() if found else ""


def _join_labels(form: QFormLayout) -> None:
    """Lets each label of a form lead to its field."""
    for row in range(form.rowCount()):
        name = form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        field = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        label = name.widget() if name is not None else None
        widget = field.widget() if field is not None else None
        if isinstance(label, QLabel) and widget is not None and label.buddy() is None:
            label.setBuddy(widget)


def _parts(dialog: QWidget) -> Iterator[QAbstractButton | QLabel]:
    for button in dialog.findChildren(QAbstractButton):
        if isinstance(button, _KINDS) and not button.isHidden() and button.text():
            yield button
    for label in dialog.findChildren(QLabel):
        if label.buddy() is not None and not label.isHidden() and label.text():
            yield label


def _free_place(words: str, taken: set[str]) -> int | None:
    begins = [place.start() for place in re.finditer(r"\b[^\W\d_]", words)]
    others = [place.start() for place in re.finditer(r"[^\W\d_]", words)]
    return next((n for n in (*begins, *others) if words[n].isascii() and words[n].casefold() not in taken), None)
