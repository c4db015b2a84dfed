"""The two classes of pyqtgraph that the canvas stands on, imported without the rest of it.

`import pyqtgraph` loads 145 modules and copies every attribute of QtCore, QtGui and QtWidgets, for which PySide has to
make each of its classes: half a second of processor time, as much as all else that the window needs.  So its package is
seated empty, with PySide's own modules in place of the copies, and only what GraphicsView and ViewBox import is loaded.
Where that fails, or pyqtgraph is there already, it is imported as it comes.
"""

import atexit
import importlib
import sys
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

_NAME = "pyqtgraph"
_OPTIONS = {  # pyqtgraph's own defaults of what these parts ask for
    "background": "k",
    "crashWarning": False,
    "enableExperimental": False,
    "leftButtonPan": True,
    "mouseRateLimit": 100,
    "useCupy": False,
    "useOpenGL": False,
}


def _seat() -> None:
    """Puts the package and its Qt mirror in place, empty; raises ImportError where there is none."""
    spec = find_spec(_NAME)
    if spec is None:
        raise ImportError(f"there is no package {_NAME}")
    package = module_from_spec(spec)
    package.getConfigOption = _OPTIONS.__getitem__  # type: ignore[attr-defined]
    package._connectCleanup = _quit_before_qt  # type: ignore[attr-defined]
    sys.modules[_NAME] = package
    package.Qt = _mirror(package)  # type: ignore[attr-defined]


def _mirror(package: ModuleType) -> ModuleType:
    """What `pyqtgraph.Qt` is to these parts: PySide under the names of any Qt binding."""
    name = f"{_NAME}.Qt"
    mirror = ModuleType(name)
    mirror.__path__ = [str(Path(folder) / "Qt") for folder in package.__path__]
    names: dict[str, Any] = {"QtCore": QtCore, "QtGui": QtGui, "QtWidgets": QtWidgets}
    names["OpenGLHelpers"] = ModuleType(f"{name}.OpenGLHelpers")  # a view without OpenGL asks nothing of them
    sys.modules.update({f"{name}.{each}": module for each, module in names.items()})
    sys.modules[name] = mirror
    compat = importlib.import_module(f"{name}.compat")
    compat.wrapinstance = shiboken6.wrapInstance  # type: ignore[attr-defined]
    compat.unwrapinstance = lambda wrapped: shiboken6.getCppPointer(wrapped)[0]  # type: ignore[attr-defined]
    compat.voidptr = shiboken6.VoidPtr  # type: ignore[attr-defined]
    names |= {
        "compat": compat,
        "QT_LIB": "PySide6",
        "QtVersion": QtCore.qVersion(),
        "isQObjectAlive": shiboken6.isValid,
    }
    mirror.__dict__.update(names)
    return mirror


def _quit_before_qt() -> None:
    """As pyqtgraph does: its views let go of each other before Qt is gone."""
    application = QtCore.QCoreApplication.instance()
    if application is not None and not _quitting:
        application.aboutToQuit.connect(ViewBox.quit)
        atexit.register(ViewBox.quit)
        _quitting.append(True)


_quitting: list[bool] = []


def _forget() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == _NAME]:
        del sys.modules[name]


def _load() -> tuple[Any, Any]:
    """GraphicsView and ViewBox."""
    view = importlib.import_module(f"{_NAME}.widgets.GraphicsView")
    box = importlib.import_module(f"{_NAME}.graphicsItems.ViewBox")
    return view.GraphicsView, box.ViewBox


def _parts() -> tuple[Any, Any]:
    if _NAME in sys.modules:
        return _load()
    try:
        _seat()
        return _load()
    except (ImportError, AttributeError, KeyError):  # another version, which asks for more
        _forget()
        return _load()


GraphicsView, ViewBox = _parts()
