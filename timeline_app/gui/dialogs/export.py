"""ExportDialog: what leaves, as what, and how it will look, shown before it is written."""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from enum import Enum, auto
from itertools import islice
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import (
    Export,
    ExportFormat,
    ExportOptions,
    count_events,
    make_export,
)
from timeline_app.formats.exports.groups import GROUPS
from timeline_app.formats.exports.preview import first_events
from timeline_app.gui.export_formats import FORMATS, PICTURES, format_of
from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, LetterSafeComboBox, label
from timeline_app.gui.wording import counted
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.retelling import retold
from timeline_app.workspace.settings import EXPORT, AppSettings
from timeline_app.workspace.words import field_word

_PREVIEW_EVENTS = 60
_PREVIEW_CHARACTERS = 20_000
_PREVIEW_PIXELS = 1000  # of a picture, across
_FORMAT_HEIGHT = 24  # pixels of a row of the list
_DELAY_MS = 200  # after the last change, before the preview is made anew
_SHOWN_AS = {"xlsx": "csv", "docx": "markdown"}  # what is no text is previewed as the text that says the same


class Scope(Enum):
    """Which events leave."""

    ALL = auto()
    FILTER = auto()
    SELECTION = auto()


class ExportDialog(QDialog):
    """Asks for format, scope and options; remembers the last ones."""

    def __init__(
        self,
        document: TimelineDocument,
        shown: Sequence[str],
        selected: Sequence[str],
        settings: AppSettings,
        wanted: str = "",
        visible: tuple[float, float] | None = None,
        parent: QWidget | None = None,
        *,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._name = name  # of the project's file
        self._document, self._settings, self._visible = document, settings, visible
        self._ids = {Scope.ALL: None, Scope.FILTER: tuple(shown), Scope.SELECTION: tuple(selected)}
        self._counts = {Scope.ALL: count_events(document), Scope.FILTER: len(shown), Scope.SELECTION: len(selected)}
        self._first: dict[Scope, Export] = {}  # of each scope, the events that the preview shows
        self.formats = self._format_list()
        self.title, self.group_by = QLineEdit(), LetterSafeComboBox()
        self.quotes, self.notes = QCheckBox(self.tr("Source sentences")), QCheckBox(self.tr("My notes"))
        self.dark, self.width_, self.dpi = QCheckBox(self.tr("Dark")), QSpinBox(), QSpinBox()
        self.visible_part = QCheckBox(self.tr("Visible part only"))
        self.scopes = QButtonGroup(self)
        self.preview_text, self.preview_picture = QPlainTextEdit(), QLabel()
        self.remark = label("", "muted", wrap=True)
        self._pixmap = QPixmap()
        self._timer = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._timer.timeout.connect(self._show_preview)
        self._build()
        self._restore(wanted)
        self._refresh()

    @property
    def format(self) -> ExportFormat:
        """The chosen format."""
        kind = format_of(str(self.formats.currentItem().data(Qt.ItemDataRole.UserRole)))
        assert kind is not None
        return kind

    @property
    def event_ids(self) -> tuple[str, ...] | None:
        """The chosen events, None for all."""
        return self._ids[Scope(self.scopes.checkedId())]

    @property
    def count(self) -> int:
        """How many events are chosen."""
        return self._counts[Scope(self.scopes.checkedId())]

    @property
    def export(self) -> Export:
        """The chosen events with the chosen options."""
        return make_export(self._document, self.event_ids, self.options, self._name)

    def accept(self) -> None:
        """Remembers what was chosen and closes."""
        remembered = {"format": self.format.id, **asdict(replace(self.options, title="", period=None))}
        self._settings.set_value(EXPORT, json.dumps(remembered))
        super().accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the picture as large as there is room for it."""
        super().resizeEvent(event)
        self._fit_picture()

    def _build(self) -> None:
        self.setMinimumSize(760, 480)
        self.resize(980, 680)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(label(self.tr("FORMAT"), "section"))
        left.addWidget(self.formats, 1)
        left.addWidget(label(self.tr("EVENTS"), "section"))
        for scope, choice in self._scope_buttons().items():
            self.scopes.addButton(choice, scope.value)
            left.addWidget(choice)
        right.addWidget(label(self.tr("OPTIONS"), "section"))
        right.addLayout(self._options_form())
        right.addWidget(label(self.tr("PREVIEW"), "section"))
        right.addWidget(self._preview(), 1)
        right.addWidget(self.remark)
        columns = QHBoxLayout()
        columns.setSpacing(GRID * 2)
        columns.addLayout(left, 2)
        columns.addLayout(right, 5)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.save_button = buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save_button.setText(self.tr("Export…"))
        self.save_button.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addLayout(columns, 1)
        layout.addWidget(buttons)
        give_letters(self)

    def _format_list(self) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self.tr("Format"))
        made.setProperty("role", "choices")
        for kind in FORMATS:
            item = QListWidgetItem(retold(kind.name))
            item.setData(Qt.ItemDataRole.UserRole, kind.id)
            item.setToolTip(plain_tip(retold(kind.purpose)))
            item.setSizeHint(QSize(0, _FORMAT_HEIGHT))
            made.addItem(item)
        made.currentItemChanged.connect(lambda *_: self._refresh())
        return made

    def _scope_buttons(self) -> dict[Scope, QRadioButton]:
        every, shown, selected = (self._counts[scope] for scope in Scope)
        made = {
            Scope.ALL: QRadioButton(self.tr("All: {events}").format(events=counted(every, "event"))),
            Scope.FILTER: QRadioButton(self.tr("Shown by the filter: {count}").format(count=f"{shown:,}")),
            Scope.SELECTION: QRadioButton(self.tr("Selected: {count}").format(count=f"{selected:,}")),
        }
        made[Scope.ALL].setEnabled(every > 0)
        made[Scope.FILTER].setEnabled(shown > 0)
        made[Scope.SELECTION].setEnabled(selected > 0)
        for choice in made.values():
            choice.toggled.connect(self._refresh)
        return made

    def _options_form(self) -> QFormLayout:
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setPlaceholderText(_own_title(self._document, self._name))
        self.group_by.addItem(self.tr("as the lanes are"), "")
        for name in GROUPS:
            self.group_by.addItem(field_word(name), name)
        self.group_by.setAccessibleName(self.tr("Rows and sections"))
        self.width_.setRange(480, 20_000)
        self.width_.setSingleStep(200)
        self.width_.setSuffix(self.tr(" px"))
        self.width_.setAccessibleName(self.tr("Width"))
        self.dpi.setRange(72, 1200)
        self.dpi.setSuffix(self.tr(" dpi"))
        self.dpi.setAccessibleName(self.tr("Density"))
        boxes, size = QHBoxLayout(), QHBoxLayout()
        for box in (self.quotes, self.notes, self.dark):
            boxes.addWidget(box)
            box.toggled.connect(self._refresh)
        for number in (self.width_, self.dpi):
            number.setMinimumHeight(self.group_by.sizeHint().height())
            size.addWidget(number)
            number.valueChanged.connect(self._refresh)
        size.addWidget(self.visible_part)
        self.visible_part.setToolTip(self.tr("The period that the timeline shows now"))
        self.visible_part.toggled.connect(self._refresh)
        boxes.addStretch(1)
        size.addStretch(1)
        self.title.textEdited.connect(self._refresh)
        self.group_by.currentIndexChanged.connect(self._refresh)
        form = QFormLayout()
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Rows"), self.group_by)
        form.addRow(self.tr("With"), boxes)
        form.addRow(self.tr("Size"), size)
        return form

    def _preview(self) -> QStackedWidget:
        self.preview_text.setReadOnly(True)
        self.preview_text.setProperty("role", "field")
        self.preview_text.setAccessibleName(self.tr("Preview"))
        self.preview_text.setTabChangesFocus(True)
        self.preview_text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.preview_picture.setAccessibleName(self.tr("Preview"))
        self.preview_picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview_picture.setMinimumSize(1, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.preview_text)
        self._pages.addWidget(self.preview_picture)
        return self._pages

    def _restore(self, wanted: str) -> None:
        remembered = _remembered(self._settings)
        options = ExportOptions(**{k: v for k, v in remembered.items() if k != "format"})
        chosen = wanted or str(remembered.get("format", FORMATS[0].id))
        row = next((number for number, kind in enumerate(FORMATS) if kind.id == chosen), 0)
        self.formats.setCurrentRow(row)
        self.group_by.setCurrentIndex(max(self.group_by.findData(options.group_by), 0))
        self.quotes.setChecked(options.quotes)
        self.notes.setChecked(options.notes)
        self.dark.setChecked(options.dark)
        self.width_.setValue(options.width)
        self.dpi.setValue(options.dpi)
        scope = Scope.ALL
        if 0 < self._counts[Scope.FILTER] < self._counts[Scope.ALL]:
            scope = Scope.FILTER
        if self._counts[Scope.SELECTION] > 1:
            scope = Scope.SELECTION
        self.scopes.button(scope.value).setChecked(True)

    @property
    def options(self) -> ExportOptions:
        """The chosen options."""
        return ExportOptions(
            title=self.title.text().strip(),
            group_by=str(self.group_by.currentData() or ""),
            quotes=self.quotes.isChecked(),
            notes=self.notes.isChecked(),
            dark=self.dark.isChecked(),
            width=self.width_.value(),
            dpi=self.dpi.value(),
            period=self._visible if self.visible_part.isChecked() and "period" in self.format.uses else None,
        )

    def _refresh(self, _cause: object = None) -> None:
        """Offers what makes a difference to the chosen format, and asks for another preview."""
        if self.formats.currentItem() is None or self.scopes.checkedId() < 0:
            return
        used = self.format.uses
        named = {"title": self.title, "group_by": self.group_by, "quotes": self.quotes, "notes": self.notes}
        named |= {"dark": self.dark, "width": self.width_, "dpi": self.dpi}
        for name, widget in named.items():
            widget.setEnabled(name in used)
        self.visible_part.setEnabled("period" in used and self._visible is not None)
        self._timer.start()

    def _show_preview(self) -> None:
        """Renders the first events, or says why this cannot be exported."""
        kind, scope = self.format, Scope(self.scopes.checkedId())
        if scope not in self._first:
            self._first[scope] = first_events(self._document, self.event_ids, _PREVIEW_EVENTS)
        part = replace(self._first[scope], options=self.options, name=self._name)
        self.save_button.setEnabled(True)
        try:
            if kind in PICTURES:
                self._show_picture(part)
            else:
                self._show_text(part, kind)
        except FormatError as error:
            self._pages.setCurrentWidget(self.preview_text)
            self.preview_text.setPlainText("")
            self.remark.setText(retold(str(error)))
            self.save_button.setEnabled(False)
            return
        more = self.count > len(part.events)
        first = self.tr("The first {count} events are shown.").format(count=_PREVIEW_EVENTS) if more else ""
        purpose = retold(kind.purpose)
        self.remark.setText(" ".join(filter(None, (f"{purpose[:1].upper()}{purpose[1:]}.", first))))

    def _show_text(self, part: Export, kind: ExportFormat) -> None:
        rendered = kind.render(part)
        if not kind.is_text:
            stand_in = format_of(_SHOWN_AS.get(kind.id, ""))
            text = stand_in.render(part).data.decode() if stand_in else self.tr("This format has no preview.")
        else:
            text = rendered.data.decode("utf-8-sig")
        self.preview_text.setPlainText(text[:_PREVIEW_CHARACTERS])
        self._pages.setCurrentWidget(self.preview_text)

    def _show_picture(self, part: Export) -> None:
        small = replace(part, options=replace(part.options, dpi=96, width=min(part.options.width, _PREVIEW_PIXELS)))
        self._pixmap.loadFromData(PICTURES[0].render(small).data)
        self._pages.setCurrentWidget(self.preview_picture)
        self._fit_picture()

    def _fit_picture(self) -> None:
        if not self._pixmap.isNull():
            room = self._pages.size()
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.preview_picture.setPixmap(self._pixmap.scaled(room, keep, smooth))


def _own_title(document: TimelineDocument, name: str) -> str:
    """What a timeline of all events is called where the analyst says nothing; no event but one is looked at."""
    told = (link for source in document.ordered_sources() for link in document.links_of_source(source.id)[:1])
    first = [document.events[link.event_id] for link in islice(told, 1)]
    return Export(document, tuple(first), name=name).title


def _remembered(settings: AppSettings) -> dict[str, Any]:
    """The last format and options, without what a damaged file or another version left there."""
    try:
        stored = json.loads(settings.value(EXPORT) or "{}")
    except ValueError:
        return {}
    if not isinstance(stored, dict):
        return {}
    types = {field.name: type(getattr(ExportOptions(), field.name)) for field in fields(ExportOptions)}
    known = {name: value for name, value in stored.items() if type(value) is types.get(name)}
    return {**known, "format": str(stored.get("format", FORMATS[0].id))}
