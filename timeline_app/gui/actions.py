"""Every action of the window as data: its words, keys, icon and place in the menus."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from timeline_app.gui.icons import icon
from timeline_app.gui.palette import Palette


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What a person sees of an action; `keys` as Qt writes them, the first one shown."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    checkable: bool = False
    short: str = ""  # on the toolbar


ACTIONS = (
    ActionSpec("new", "&New project", ("Ctrl+N",), "new"),
    ActionSpec("open", "&Open project…", ("Ctrl+O",), "open"),
    ActionSpec("save", "&Save", ("Ctrl+S",), "save"),
    ActionSpec("save_as", "Save &as…", ("Ctrl+Shift+S",)),
    ActionSpec("import", "&Import reports…", ("Ctrl+I",), "import", "Import text files as sources", short="Import"),
    ActionSpec("paste", "Import &pasted text…", ("Ctrl+Shift+V",), "paste"),
    ActionSpec("sample", "Open the sa&mple"),
    ActionSpec("export_csv", "Events as &CSV…", ("Ctrl+E",)),
    ActionSpec("export_png", "Timeline as P&NG…", ("Ctrl+Shift+E",)),
    ActionSpec("quit", "&Quit", ("Ctrl+Q",)),
    ActionSpec("undo", "&Undo", ("Ctrl+Z",), "undo"),
    ActionSpec("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec("find", "&Find events", ("Ctrl+F",), "search"),
    ActionSpec("select_all", "Select &all events", ("Ctrl+Shift+A",)),
    ActionSpec(
        "new_event",
        "&New event from the selected text",
        ("N",),
        "add",
        "Make an event of the text that is selected (N)",
        short="New event",
    ),
    ActionSpec(
        "link",
        "&Link the selected text",
        ("L",),
        "link",
        "Link the text that is selected to the selected event (L)",
        short="Link",
    ),
    ActionSpec("unlink", "&Unlink the lit sentence", ("U",), "unlink", "Take the lit sentence off its event (U)"),
    ActionSpec("correct", "Correct the &time", ("T",), "calendar", "Type another time for the event (T)"),
    ActionSpec("title", "&Edit the title", ("F2",)),
    ActionSpec("clear_time", "&Back to the reading"),
    ActionSpec("accept", "&Accept", ("A",), "accept", "The event is right; go on to the next (A)"),
    ActionSpec("reject", "Re&ject", ("X",), "reject", "The event is not wanted; go on to the next (X)"),
    ActionSpec("merge", "&Merge the selected events", ("M",), "merge", "Make one event of several (M)", short="Merge"),
    ActionSpec("split", "&Split into its sources", ("S",), "split", "One event for each source (S)", short="Split"),
    ActionSpec("delete", "&Delete", ("Del",), "delete", "Delete the selected events (Del)"),
    ActionSpec("next", "Next to &review", ("Alt+Down",), "next"),
    ActionSpec("forward", "Next in the te&xt", ("Alt+Right",)),
    ActionSpec("back", "&Previous in the text", ("Alt+Left",)),
    ActionSpec("context", "&Publication date and zone…", ("Ctrl+D",), "calendar"),
    ActionSpec("remove_source", "&Remove the source"),
    ActionSpec("fit", "&Fit the whole timeline", ("Ctrl+0",), "fit"),
    ActionSpec("show_rejected", "Show &rejected events", checkable=True),
    ActionSpec("theme_system", "As the &system", checkable=True),
    ActionSpec("theme_light", "&Light", checkable=True),
    ActionSpec("theme_dark", "&Dark", checkable=True),
    ActionSpec("shortcuts", "&Keys and gestures", ("?", "F1")),
    ActionSpec("about", "&About"),
)

SEPARATOR = "-"
MENUS: tuple[tuple[str, str], ...] = (  # a hyphen is a separator, a name that ends in > a submenu
    ("&File", "new open recent> - save save_as - import paste sample - export> - quit"),
    ("&Edit", "undo redo - find select_all"),
    ("E&vent", "accept reject next - correct clear_time title - new_event link unlink - merge split delete"),
    ("&Source", "context - back forward - remove_source"),
    ("Vie&w", "panes> - fit show_rejected - theme>"),
    ("&Help", "shortcuts about"),
)
SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "recent>": ("Open &recent", ()),
    "export>": ("&Export", ("export_csv", "export_png")),
    "panes>": ("&Panes", ()),
    "theme>": ("&Theme", ("theme_system", "theme_light", "theme_dark")),
}


class Actions(QObject):
    """The actions by id, made once for a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self.menus: list[QMenu] = []  # in the order of the bar
        for spec in ACTIONS:
            action = QAction(spec.text, window)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(spec.checkable)
            action.setToolTip(spec.tip or _plain(spec))
            if spec.short:
                action.setIconText(spec.short)
            window.addAction(action)
            self._actions[spec.id] = action

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def connect_all(self, handlers: dict[str, Callable[[], Any]]) -> None:
        """Says what each action does."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(lambda _checked=False, do=handler: do())

    def offer(self, action_id: str, enabled: bool, text: str) -> None:
        """Enables an action, or not, and says what it would do now."""
        self._actions[action_id].setEnabled(enabled)
        self._actions[action_id].setText(text)
        self._actions[action_id].setToolTip(text)

    def set_palette_colors(self, palette: Palette) -> None:
        """Draws the icons in the colours of a theme."""
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon, QColor(palette.text), QColor(palette.faint)))

    def fill_menus(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Builds the menus; answers the submenus by id, for what is filled later."""
        submenus: dict[str, QMenu] = {}
        for title, ids in MENUS:
            menu = bar.addMenu(title)
            self.menus.append(menu)
            for action_id in ids.split():
                if action_id == SEPARATOR:
                    menu.addSeparator()
                elif action_id in SUBMENUS:
                    name, inner = SUBMENUS[action_id]
                    submenus[action_id] = submenu = menu.addMenu(name)
                    submenu.addActions([self._actions[i] for i in inner])
                else:
                    menu.addAction(self._actions[action_id])
        return submenus


def _plain(spec: ActionSpec) -> str:
    text = spec.text.replace("&", "").rstrip("…")
    return f"{text} ({spec.keys[0]})" if spec.keys else text
