"""The window: widgets, panes, dialogs and the timeline's graphics items.

Views read the document and call one operation per gesture; they never change data themselves.
"""

import builtins

import PySide6.QtCore

# PySide6 wraps `__import__` for its `__feature__` switches, which nobody here uses: it reads the source of every module
# that is imported, several hundred at the start, and costs at every import inside a function.
if (plain := getattr(builtins, "__orig_import__", None)) is not None:
    builtins.__import__ = plain

del builtins, PySide6, plain
