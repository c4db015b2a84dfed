"""Light and dark: the palette in force, and the Qt palette and style sheet made from it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from timeline_app.gui.fonts import BODY_PIXELS, READING_PIXELS, SMALL_PIXELS, TITLE_PIXELS, load_fonts
from timeline_app.gui.palette import Palette, is_dark, palette_for
from timeline_app.resources import resource
from timeline_app.workspace.settings import Theme


class Dresser(QObject):
    """Keeps the application in the chosen theme; `changed` carries the new Palette."""

    changed = Signal(object)

    def __init__(self, choice: Theme = Theme.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.colours = palette_for(is_dark(self._choice))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.refresh)

    @property
    def choice(self) -> Theme:
        """What the user chose."""
        return self._choice

    def choose(self, choice: Theme) -> None:
        """Changes the theme for as long as the program runs."""
        self._choice = choice
        self.refresh()

    def refresh(self) -> None:
        """Follows the system or the choice anew."""
        colours = palette_for(is_dark(self._choice))
        if colours != self.colours:
            self.colours = colours
            self.apply()
            self.changed.emit(colours)

    def apply(self) -> None:
        """Dresses the application; call once after it is created."""
        load_fonts()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            sheet = style_sheet(self.colours)
            if application.styleSheet() != sheet:
                application.setStyle(QStyleFactory.create("Fusion"))
                application.setPalette(qt_palette(self.colours))
                application.setStyleSheet(sheet)


def qt_palette(colours: Palette) -> QPalette:
    """The palette for what Qt draws itself."""
    role = QPalette.ColorRole
    table = {
        role.Window: colours.panel,
        role.WindowText: colours.text,
        role.Base: colours.background,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.PlaceholderText: colours.hint,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.hairline,
        role.Midlight: colours.hairline,
        role.Mid: colours.border,
        role.Dark: colours.border,
        role.Shadow: colours.border,
        role.BrightText: colours.error,
    }
    made = QPalette()
    for key, value in table.items():
        made.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.faint))
    return made


def style_sheet(colours: Palette) -> str:
    """The style sheet; widgets name their part by the dynamic property `role`."""
    text = _STYLE
    for name in sorted(_COLOUR_NAMES, key=len, reverse=True):
        text = text.replace(f"${name}", str(getattr(colours, name)))
    for name, size in (
        ("BODY", BODY_PIXELS),
        ("SMALL", SMALL_PIXELS),
        ("TITLE", TITLE_PIXELS),
        ("READING", READING_PIXELS),
    ):
        text = text.replace(f"%{name}", f"{size}px")
    return text.replace("%CHECKED", resource("icons", "checked.svg").as_posix())


_COLOUR_NAMES = (
    "background",
    "panel",
    "raised",
    "field",
    "hover",
    "hairline",
    "border",
    "text",
    "muted",
    "faint",
    "accent",
    "accent_hover",
    "accent_text",
    "selection",
    "selection_text",
    "selection_border",
    "warning",
    "error",
    "success",
)

_STYLE = """
QMainWindow, QDialog { background: $panel; }
QDialog { border: 1px solid $border; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 6px; }

QMenuBar { background: $panel; padding: 2px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $panel; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $selection_text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QToolBar { background: $panel; border: none; border-bottom: 1px solid $hairline; padding: 4px 8px; spacing: 2px; }
QToolBar::separator { background: $hairline; width: 1px; margin: 6px 6px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; background: transparent; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $selection; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="fold"] { color: $muted; font-size: %SMALL; font-weight: 600; padding: 2px 4px; margin-left: -4px; }
QToolButton[role="fold"]:checked { background: transparent; color: $text; }

QToolBar[role="strip"] { padding: 0; border-bottom: 1px solid $hairline; }
QWidget[role="strip"] { background: $panel; }
QPushButton[role="chip"] { background: $selection; border: 1px solid $selection_border; border-radius: 9px;
  padding: 1px 8px 1px 8px; min-height: 16px; font-size: %SMALL; color: $selection_text; }
QPushButton[role="chip"]:hover { border-color: $accent; }
QPushButton[role="chip"]:focus { border-color: $accent; }
CommandPalette { background: $panel; border: 1px solid $border; }
QLineEdit[role="palette"] { background: transparent; border: none; padding: 12px 14px; font-size: %READING; }
QListView[role="palette"] { background: $panel; border: none; outline: none; }

QStatusBar { background: $panel; border-top: 1px solid $hairline; color: $muted; font-size: %SMALL; }
QStatusBar::item { border: none; }
QStatusBar QPushButton[role="link"] { font-size: %SMALL; padding: 0 3px; }
QStatusBar QLabel { color: $muted; font-size: %SMALL; padding: 0 4px; }

QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QTabBar { background: $panel; }
QTabBar::tab { background: transparent; color: $muted; padding: 5px 12px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }

QPushButton { background: $field; border: 1px solid $border; border-radius: 5px; padding: 4px 12px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selection; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $faint; border-color: $hairline; }
QPushButton[role="primary"] { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 3px 11px; }
QPushButton[role="primary"]:disabled { background: $hairline; color: $faint; border-color: $hairline; }
QWidget[role="footer"] QPushButton { padding: 4px 8px; }
QWidget[role="footer"] QPushButton[role="primary"]:focus { padding: 3px 7px; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 1px 3px;
  min-height: 0; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="link"]:disabled { color: $faint; }
QPushButton[role="small"] { padding: 0 6px; min-height: 16px; font-size: %SMALL; color: $muted; }
QPushButton[role="small"]:hover { color: $text; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator, QListWidget::indicator {
    width: 14px; height: 14px; border: 1px solid $border; border-radius: 3px; background: $field;
}
QCheckBox::indicator:hover, QCheckBox::indicator:focus, QListWidget::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QListWidget::indicator:checked {
    background: $accent; border-color: $accent; image: url("%CHECKED");
}
QRadioButton::indicator {
    width: 12px; height: 12px; border: 1px solid $border; border-radius: 7px; background: $field;
}
QRadioButton::indicator:hover, QRadioButton::indicator:focus { border-color: $accent; }
QRadioButton::indicator:checked { border: 4px solid $accent; width: 6px; height: 6px; background: $accent_text; }
QLineEdit, QComboBox, QPlainTextEdit[role="field"] { background: $field; border: 1px solid $border; border-radius: 5px;
  padding: 3px 6px; selection-background-color: $accent; selection-color: $accent_text; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit[role="field"]:focus { border-color: $accent; }
QLineEdit:disabled, QComboBox:disabled { color: $faint; }
QLineEdit[invalid="true"] { border-color: $error; color: $error; }
QLineEdit[role="quiet"], QComboBox[role="quiet"], QPlainTextEdit[role="quiet"] { background: transparent;
  border: 1px solid transparent; border-radius: 5px; padding: 3px 4px; }
QPlainTextEdit[role="quiet"] { padding: 1px 0 1px 1px; }
QLineEdit[role="quiet"] { padding: 3px 2px; }
QLineEdit[role="quiet"]:hover, QComboBox[role="quiet"]:hover, QPlainTextEdit[role="quiet"]:hover {
  border-color: $border; }
QLineEdit[role="quiet"]:focus, QComboBox[role="quiet"]:focus, QPlainTextEdit[role="quiet"]:focus {
  border-color: $accent; background: $field; }
QPlainTextEdit[role="heading"] { background: transparent; border: 1px solid transparent; border-radius: 5px;
  padding: 0px; margin-left: -3px; }
QPlainTextEdit[role="heading"]:hover { border-color: $border; }
QPlainTextEdit[role="heading"]:focus { border-color: $accent; background: $field; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $border; selection-background-color: $selection;
  selection-color: $selection_text; outline: none; }

QLabel[role="section"] { color: $muted; font-size: %SMALL; font-weight: 600; }
QLabel[role="title"] { font-size: %TITLE; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: %SMALL; }
QLabel[role="drop"] { background: $selection; color: $selection_text; border: 2px dashed $accent; border-radius: 8px;
  font-size: %TITLE; font-weight: 600; }
QLabel[role="error"] { color: $error; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="chip"] { background: $raised; border-radius: 8px; padding: 1px 8px; font-size: %SMALL; color: $text; }
QLabel[role="key"] { background: $raised; border: 1px solid $border; border-radius: 4px; padding: 1px 6px;
  font-size: %SMALL; }
QFrame[role="card"] { background: $raised; border: 1px solid $hairline; border-radius: 6px; }
QFrame[role="banner"] { background: $raised; border: none; border-left: 3px solid $warning; }
QFrame[role="line"] { background: $hairline; border: none; }
QWidget[role="pane"] { background: $panel; }
QWidget[role="page"] { background: $background; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }

QTableView::item:focus { border: 1px solid $selection_border; }
QPlainTextEdit { background: $background; border: none; selection-background-color: $accent;
  selection-color: $accent_text; }
QListWidget { background: $field; border: 1px solid $border; border-radius: 5px; outline: none; padding: 2px; }
QListWidget:focus { border-color: $accent; }
QListWidget[role="choices"]::item { padding: 0 6px; }
QTableView[role="told"]::item { padding: 4px 6px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QComboBox QLineEdit { background: transparent; border: none; padding: 0; margin: 0 0 0 -2px; }
QTableView { background: $background; border: none; gridline-color: $hairline; outline: none;
  selection-background-color: $selection; selection-color: $selection_text; alternate-background-color: $panel; }
QTableView::item { padding: 0 6px; }
SourceView { border: none; border-left: 2px solid transparent; }
SourceView:focus { border-left-color: $selection_border; }
EventTable { border-top: 2px solid transparent; }
EventTable:focus { border-top-color: $selection_border; }
RowList { background: $panel; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $hairline;
  border-right: 1px solid $hairline; padding: 4px 8px; font-size: %SMALL; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $panel; border: none; }

QProgressBar { background: $raised; color: transparent; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }
"""
