"""Layouts emptied without a trace."""

import shiboken6
from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Takes every widget and space out of a layout, hides the widgets and deletes all.

    What `takeAt` hands over belongs to nobody in Python, so its memory would never come back.
    """
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        shiboken6.delete(item)
