"""Texts in data: marked where they stand, translated where they are shown.

Texts in the code of a QObject use `self.tr`, others `QCoreApplication.translate` with the name of their class.
`make translations` finds all three.
"""

from PySide6.QtCore import QCoreApplication


def mark(text: str) -> str:
    """Marks a text for translation; it is shown by `translated`."""
    return text


def translated(text: str) -> str:
    """A marked text in the language of the window."""
    return QCoreApplication.translate("", text) if text else ""
