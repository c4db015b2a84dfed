"""Modesty: a process that works for a window lets the window go first, where both want the processor."""

import os
import sys

_NICENESS = 5  # steps below the program that started it; the last of 19 would starve beside anything else
_BELOW_NORMAL = 0x4000  # priority class of Windows (BELOW_NORMAL_PRIORITY_CLASS)


def step_back() -> None:
    """Lowers the priority of this process a little, where the system lets it."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetPriorityClass.argtypes = (wintypes.HANDLE, wintypes.DWORD)
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICENESS)
