"""Every action of the window as data: its words, keys, icon and place in the menus."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from timeline_app.gui.icons import icon
from timeline_app.gui.palette import Palette
from timeline_app.gui.parts import native_keys
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.translation import mark, translated


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
    ActionSpec("new", mark("&New project"), ("Ctrl+N",), "new"),
    ActionSpec("open", mark("&Open project…"), ("Ctrl+O",), "open"),
    ActionSpec("save", mark("&Save"), ("Ctrl+S",), "save"),
    ActionSpec("open_backup", mark("Open a &backup…")),
    ActionSpec("save_as", mark("Save &as…"), ("Ctrl+Shift+S",)),
    ActionSpec(
        "import",
        mark("&Import reports…"),
        ("Ctrl+I",),
        "import",
        mark("Import reports as sources"),
        short=mark("Import"),
    ),
    ActionSpec("import_folder", mark("Import a &folder…"), ("Ctrl+Shift+I",)),
    ActionSpec("import_events", mark("Import e&vents…"), (), "", mark("A table, a calendar or another timeline")),
    ActionSpec("paste", mark("Import &pasted text…"), ("Ctrl+Shift+V",), "paste"),
    ActionSpec("sample", mark("Open the sa&mple")),
    ActionSpec("export_csv", mark("E&xport events…"), ("Ctrl+E",)),
    ActionSpec("export_png", mark("Export a &picture…"), ("Ctrl+Shift+E",)),
    ActionSpec("settings", mark("Se&ttings…"), ("Ctrl+,",)),
    ActionSpec("quit", mark("&Quit"), ("Ctrl+Q",)),
    ActionSpec("undo", mark("&Undo"), ("Ctrl+Z",), "undo"),
    ActionSpec("redo", mark("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec("palette", mark("Find an&ything…"), ("Ctrl+K",), "search", mark("Find any action, event or source")),
    ActionSpec("find", mark("&Find and filter events"), ("Ctrl+F",), "search"),
    ActionSpec("find_text", mark("Find in the te&xt"), ("/",)),
    ActionSpec("find_texts", mark("Find in all &texts…"), ("Ctrl+Shift+F",), "", mark("Find words in every source")),
    ActionSpec("clear_filter", mark("&Show all events again"), ("Ctrl+Shift+K",)),
    ActionSpec("save_view", mark("Save this &view…")),
    ActionSpec("select_all", mark("Select &all events"), ("Ctrl+Shift+A",)),
    ActionSpec(
        "new_event",
        mark("&New event from the selected text"),
        ("N",),
        "add",
        mark("Make an event of the text that is selected (N)"),
        short=mark("New event"),
    ),
    ActionSpec(
        "link",
        mark("&Link the selected text"),
        ("L",),
        "link",
        mark("Link the text that is selected to the selected event (L)"),
        short=mark("Link"),
    ),
    ActionSpec(
        "unlink", mark("&Unlink the lit sentence"), ("U",), "unlink", mark("Take the lit sentence off its event (U)")
    ),
    ActionSpec("correct", mark("Correct the &time"), ("T",), "calendar", mark("Type another time for the event (T)")),
    ActionSpec(
        "correct_phrase",
        mark("Correct the p&hrase"),
        ("Shift+T",),
        tip=mark("Say what a time phrase means, for all it dates"),
    ),
    ActionSpec("title", mark("&Edit the title"), ("F2",)),
    ActionSpec("clear_time", mark("&Back to the reading")),
    ActionSpec("accept", mark("&Accept"), ("A",), "accept", mark("The event is right; go on to the next (A)")),
    ActionSpec("reject", mark("Re&ject"), ("X",), "reject", mark("The event is not wanted; go on to the next (X)")),
    ActionSpec(
        "merge",
        mark("&Merge the selected events"),
        ("M",),
        "merge",
        mark("Make one event of several (M)"),
        short=mark("Merge"),
    ),
    ActionSpec(
        "split",
        mark("&Split into its sources"),
        ("S",),
        "split",
        mark("One event for each source (S)"),
        short=mark("Split"),
    ),
    ActionSpec("delete", mark("&Delete"), ("Del",), "delete", mark("Delete the selected events (Del)")),
    ActionSpec("next", mark("Next to &review"), ("Alt+Down",), "next"),
    ActionSpec("previous", mark("&Previous to review"), ("Alt+Up",)),
    ActionSpec("accept_all", mark("A&ccept many…"), ("Shift+A",)),
    ActionSpec("compare", mark("C&ompare events that may be one…"), ("Ctrl+M",)),
    ActionSpec("settle", mark("Settle &dates of several sources…"), ("Ctrl+Shift+D",)),
    ActionSpec("read_in", mark("Read the text here, or &leave it out"), ("Ctrl+R",)),
    ActionSpec("forward", mark("Next in the te&xt"), ("Alt+Right",)),
    ActionSpec("back", mark("&Previous in the text"), ("Alt+Left",)),
    ActionSpec("context", mark("&Publication date and zone…"), ("Ctrl+D",), "calendar"),
    ActionSpec("remove_source", mark("&Remove the source")),
    ActionSpec("larger", mark("&Larger text"), ("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", mark("&Smaller text"), ("Ctrl+-",)),
    ActionSpec("go_to_date", mark("&Go to date…"), ("Ctrl+G",), tip=mark("Show a date that you type in words")),
    ActionSpec("today", mark("Go to t&oday"), ("Ctrl+T",)),
    ActionSpec("fit", mark("&Fit the whole timeline"), ("Ctrl+0",), "fit"),
    ActionSpec("show_rejected", mark("Show &rejected events"), checkable=True),
    ActionSpec("reset_window", mark("&Put the panes back"), tip=mark("Give every pane its first place and size")),
    ActionSpec("theme_system", mark("As the &system"), checkable=True),
    ActionSpec("theme_light", mark("&Light"), checkable=True),
    ActionSpec("theme_dark", mark("&Dark"), checkable=True),
    ActionSpec("shortcuts", mark("&Keys and gestures"), ("?", "F1", "Shift+?")),
    ActionSpec("diagnostics", mark("Copy &diagnostic report…")),
    ActionSpec("about", mark("&About")),
)

SEPARATOR = "-"
MENUS: tuple[tuple[str, str], ...] = (  # a hyphen is a separator, a name that ends in > a submenu
    (
        mark("&File"),
        "new open recent> open_backup - save save_as - import import_folder import_events paste sample - export>"
        " - settings - quit",
    ),
    (mark("&Edit"), "undo redo - palette - find find_text find_texts clear_filter save_view views> - select_all"),
    (
        mark("E&vent"),
        "accept reject next previous - accept_all compare - correct clear_time title -"
        " new_event link unlink - merge split delete",
    ),
    (mark("&Source"), "context settle read_in correct_phrase - back forward - larger smaller - remove_source"),
    (mark("Vie&w"), "panes> move> columns> lanes> reset_window - go_to_date today fit - show_rejected - theme>"),
    (mark("&Help"), "shortcuts - diagnostics about"),
)
SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    "recent>": (mark("Open &recent"), ()),
    "export>": (mark("&Export"), ("export_csv", "export_png")),
    "views>": (mark("Saved &views"), ()),
    "panes>": (mark("&Panes"), ()),
    "move>": (mark("&Move a pane"), ()),
    "columns>": (mark("Table &columns"), ()),
    "lanes>": (mark("Timeline &lanes"), ()),
    "theme>": (mark("&Theme"), ("theme_system", "theme_light", "theme_dark")),
}


class Actions(QObject):
    """The actions by id, made once for a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self.menus: list[QMenu] = []  # in the order of the bar
        for spec in ACTIONS:
            action = QAction(translated(spec.text), window)
            action.setObjectName(spec.id)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            action.setCheckable(spec.checkable)
            action.setToolTip(translated(spec.tip) or _plain(spec))
            if spec.short:
                action.setIconText(translated(spec.short))
            window.addAction(action)
            self._actions[spec.id] = action

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> list[QAction]:
        """Every action, in the order of the table."""
        return list(self._actions.values())

    def connect_all(self, handlers: dict[str, Callable[[], Any]]) -> None:
        """Says what each action does."""
        for action_id, handler in handlers.items():
            self._actions[action_id].triggered.connect(lambda _checked=False, do=handler: do())

    def offer(self, action_id: str, enabled: bool, text: str) -> None:
        """Enables an action, or not, and says what it would do now."""
        self._actions[action_id].setEnabled(enabled)
        self._actions[action_id].setText(text)
        self._actions[action_id].setToolTip(plain_tip(text))

    def set_palette_colors(self, palette: Palette) -> None:
        """Draws the icons in the colours of a theme."""
        for spec in ACTIONS:
            if spec.icon:
                self._actions[spec.id].setIcon(icon(spec.icon, QColor(palette.text), QColor(palette.faint)))

    def fill_menus(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Builds the menus; answers the submenus by id, for what is filled later."""
        submenus: dict[str, QMenu] = {}
        for title, ids in MENUS:
            menu = bar.addMenu(translated(title))
            self.menus.append(menu)
            for action_id in ids.split():
                if action_id == SEPARATOR:
                    menu.addSeparator()
                elif action_id in SUBMENUS:
                    name, inner = SUBMENUS[action_id]
                    submenus[action_id] = submenu = menu.addMenu(translated(name))
                    submenu.addActions([self._actions[i] for i in inner])
                else:
                    menu.addAction(self._actions[action_id])
        return submenus


def _plain(spec: ActionSpec) -> str:
    text = translated(spec.text).replace("&", "").rstrip("…")
    return f"{text} ({native_keys(spec.keys[0])})" if spec.keys else text
