"""spaCy imported without its command line, and its registries looked up at once.

`import spacy` loads the commands that download models and make projects, with what they need: HTTP clients, progress
bars, templates, four hundred modules in all and a third of the time.  They are seated empty while it is imported;
whoever asks for them later gets them.  Loading a model looks for plug-ins two hundred times among those of all
packages installed: they are sorted by group once.
"""

import importlib
import sys
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

_SPARED = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Imports spaCy, if it is not there; raises ImportError where there is none."""
    if "spacy" in sys.modules:
        return
    seated = _seat()
    try:
        importlib.import_module("spacy")
    except (ImportError, AttributeError):  # another version, which asks for more
        _unseat(seated)
        importlib.import_module("spacy")
    finally:
        _unseat(seated)
    _sort_plug_ins()


def _seat() -> dict[str, ModuleType]:
    """Puts empty modules in the places of the commands; answers them."""
    seated = {name: ModuleType(name) for name in _SPARED}
    seated["spacy.cli"].__path__ = []
    seated["spacy.cli.info"].info = _info  # type: ignore[attr-defined]
    sys.modules.update(seated)
    return seated


def _unseat(seated: dict[str, ModuleType]) -> None:
    for name, module in seated.items():
        if sys.modules.get(name) is module:
            del sys.modules[name]


def _info(*arguments: Any, **options: Any) -> Any:
    """What `spacy.info` is, imported when it is called."""
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)


def _sort_plug_ins() -> None:
    """Gives spaCy's registries the entry points by group, which they take as they take them unsorted."""
    catalogue = sys.modules.get("catalogue")
    if catalogue is None or not hasattr(catalogue, "AVAILABLE_ENTRY_POINTS"):
        return
    found: Any = entry_points()
    catalogue.AVAILABLE_ENTRY_POINTS = {  # type: ignore[attr-defined]
        group: list(found.select(group=group)) for group in found.groups
    }
