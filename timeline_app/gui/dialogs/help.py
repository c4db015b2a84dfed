"""The pages that only tell: keys and gestures, and what this program is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from timeline_app import __version__
from timeline_app.gui.actions import ACTIONS
from timeline_app.gui.icons import application_icon
from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, label, native_keys
from timeline_app.workspace.translation import mark, translated

_COLUMNS = (
    (
        (mark("Review"), "accept reject next previous accept_all correct title compare"),
        (mark("Events"), "merge split delete undo redo select_all"),
        (mark("Find"), "palette find find_texts clear_filter shortcuts"),
    ),
    (
        (mark("Text"), "back forward new_event link unlink correct_phrase read_in find_text larger smaller"),
        (mark("Files"), "import import_folder paste new open save save_as export_csv export_png settings quit"),
    ),
    ((mark("Sources"), "context settle"),),
)
_GESTURES = (
    (mark("wheel"), mark("zoom about the pointer")),
    (mark("drag empty space, Shift+wheel"), mark("pan")),
    (mark("Shift+drag"), mark("zoom to the period")),
    (mark("Ctrl+drag"), mark("new event over that period")),
    (mark("Ctrl+Shift+drag, Ctrl+click"), mark("select several")),
    (mark("drag an event"), mark("move it")),
    (mark("drag one of its four handles"), mark("resize it, with Alt make it uncertain")),
    (mark("double-click"), mark("edit, new event, zoom into a cluster")),
    (mark("← → Home End"), mark("previous, next, first, last event")),
    (mark("PgUp PgDn"), mark("one screen")),
    (mark("+ − F"), mark("zoom in, out, fit all")),
    (mark("Enter Del"), mark("edit, delete")),
)

_PURPOSE_WIDTH = 312  # pixels
_KEY_WIDTH = 96  # pixels, so that the groups line up


class ShortcutsDialog(QDialog):
    """Every key of the window and every gesture of the timeline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        texts = {spec.id: translated(spec.text).replace("&", "").rstrip("…") for spec in ACTIONS}
        keys = {spec.id: spec.keys[0] for spec in ACTIONS if spec.keys}
        columns = QHBoxLayout()
        columns.setSpacing(GRID * 4)
        for groups in _COLUMNS:
            side = QVBoxLayout()
            for title, ids in groups:
                side.addLayout(_group(translated(title), [(native_keys(keys[i]), texts[i]) for i in ids.split()]))
            if groups is _COLUMNS[-1]:
                gestures = [(translated(keys), translated(text)) for keys, text in _GESTURES]
                keyed = [(native_keys(keys[i]), texts[i]) for i in ("go_to_date", "today", "fit")]
                side.addLayout(_group(self.tr("On the timeline"), [*gestures, *keyed]))
            side.setSpacing(GRID * 2)
            side.addStretch(1)
            columns.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID * 2)
        layout.addLayout(columns)
        layout.addWidget(_close_box(self))


class AboutDialog(QDialog):
    """Name, version and purpose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About"))
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(QSize(64, 64)))
        picture.setAccessibleName(self.tr("Program icon"))
        words = QVBoxLayout()
        words.addWidget(label("Timeline", "title"))
        words.addWidget(label(self.tr("Version {version}").format(version=__version__), "muted"))
        purpose = self.tr(
            "Reads reports, resolves every time expression against the context it was published in, "
            "and draws the events it finds. Everything stays on this computer."
        )
        told = label(purpose, wrap=True)
        told.setMinimumWidth(_PURPOSE_WIDTH)  # of a wrapped label, the height follows the least width
        words.addWidget(told)
        words.addWidget(label(self.tr("MIT licence. Typeface: Inter (SIL Open Font License)."), "small"))
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID * 2)
        layout.addLayout(row)
        layout.addWidget(_close_box(self))
        self.setMinimumWidth(440)


def _group(title: str, rows: list[tuple[str, str]] | tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GRID * 2)
    grid.setVerticalSpacing(GRID // 2)
    grid.addWidget(label(title.upper(), "section"), 0, 0, 1, 2)
    for number, (keys, text) in enumerate(rows, start=1):
        grid.addWidget(label(keys, "key"), number, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(text), number, 1)
    grid.setColumnMinimumWidth(0, _KEY_WIDTH)
    grid.setColumnStretch(1, 1)
    return grid


def _close_box(dialog: QDialog) -> QDialogButtonBox:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.rejected.connect(dialog.reject)
    give_letters(box)
    return box
