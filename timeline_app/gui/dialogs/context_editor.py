"""ContextDialog: what a source is and when it was published, with every event that a change would move."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.parts import GRID, LetterSafeComboBox, label, set_property
from timeline_app.gui.time_field import TimeField
from timeline_app.gui.wording import counted, published_evidence, where_read
from timeline_app.model.display import describe
from timeline_app.model.document import TimelineDocument
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DateOrder, DocumentKind, PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import is_zone
from timeline_app.workspace.operations import PreviewRow, edit_source, preview_context, regroup, set_context
from timeline_app.workspace.store import DocumentStore

RELIABILITY = {
    "A": "A · completely reliable",
    "B": "B · usually reliable",
    "C": "C · fairly reliable",
    "D": "D · not usually reliable",
    "E": "E · unreliable",
    "F": "F · cannot be judged",
}
_PREVIEW_DELAY_MS = 150
_PREVIEW_ROWS = 500


@dataclass(frozen=True)
class ContextEdit:
    """What the dialog was left with: the new context, the sources that get it, and fields of the source itself."""

    context: PublicationContext
    source_ids: tuple[str, ...]
    fields: dict[str, str]


class ContextDialog(QDialog):
    """Edits one source; where other sources lack a date too, the same one can be given to them."""

    def __init__(
        self, document: TimelineDocument, source_id: str, published: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._source = document, document.sources[source_id]
        self.setWindowTitle("Source")
        self._make_fields()
        self._lay_out()
        self._fill(published)
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_DELAY_MS)
        self._timer.timeout.connect(self.refresh)
        for changed in (
            self.published.changed,
            self.zone.textChanged,
            self.order.currentIndexChanged,
            self.kind.currentIndexChanged,
            self.others.toggled,
        ):
            changed.connect(lambda *_: self._timer.start())
        self.resize(620, 640)
        self.refresh()
        self.published.edit.setFocus()

    def edit(self) -> ContextEdit | None:
        """What was entered; None while something cannot be used."""
        context = self._context()
        if context is None:
            return None
        fields = {"title": self.title.text().strip() or self._source.title, "publisher": self.publisher.text().strip()}
        fields["reliability"] = str(self.reliability.currentData())
        changed = {name: value for name, value in fields.items() if value != getattr(self._source, name)}
        return ContextEdit(context, self._targets(), changed)

    def refresh(self) -> None:
        """Shows what would move now."""
        context = self._context()
        self.apply.setEnabled(context is not None)
        rows = self._moves(context) if context is not None else []
        self.table.setRowCount(min(len(rows), _PREVIEW_ROWS))
        for number, row in enumerate(rows[:_PREVIEW_ROWS]):
            new = describe(row.new) + (" — your own date stays" if row.overridden else "")
            for column, text in enumerate((row.title, describe(row.old), new)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(number, column, item)
        if context is None:
            self.summary.setText(self._problem())
        elif rows:
            self.summary.setText(f"{counted(len(rows), 'event')} would move")
        else:
            self.summary.setText("No event would move")
        set_property(self.summary, "role", "error" if context is None and self._problem() else "section")

    def _moves(self, context: PublicationContext) -> list[PreviewRow]:
        rows: dict[str, PreviewRow] = {}
        for source_id in self._targets():
            own = (
                _given(self._document.sources[source_id].context, context) if source_id != self._source.id else context
            )
            for row in preview_context(self._document, source_id, own).rows:
                rows.setdefault(row.event_id, row)
        return list(rows.values())

    def _targets(self) -> tuple[str, ...]:
        others = self._undated() if self.others.isChecked() else []
        return (self._source.id, *(source.id for source in others))

    def _undated(self) -> list[Source]:
        return [s for s in self._document.ordered_sources() if s.context.published is None and s.id != self._source.id]

    def _published(self) -> TimeValue | None:
        if not self.published.text:
            return None
        if self.published.text == self._shown_date:
            return self._source.context.published
        return self.published.value

    def _context(self) -> PublicationContext | None:
        if self._problem():
            return None
        published, zone = self._published(), self.zone.text().strip() or None
        if published is not None and published.is_clock:
            zone = zone or published.zone
        return replace(
            self._source.context,
            published=published,
            time_zone=zone,
            date_order=self.order.currentData(),
            document_kind=self.kind.currentData(),
        )

    def _problem(self) -> str:
        zone, published = self.zone.text().strip(), self._published()
        if self.published.text and published is None:
            return self.published.reading.text() or "That is not a date."
        if published is not None and not _is_day_or_clock(published):
            return "A publication date is one day, or a day and a time: for example 28 May 2018 14:30."
        if zone and not is_zone(zone):
            return f"“{zone}” is not a time zone; use a name such as Europe/Kyiv, UTC or +03:00."
        return ""

    def _fill(self, published: str) -> None:
        source, context = self._source, self._source.context
        self.title.setText(source.title)
        self.publisher.setText(source.publisher)
        self.zone.setText(context.time_zone or "")
        self._shown_date = describe(context.published) if context.published is not None else ""
        self.published.set_context(PublicationContext(time_zone=context.time_zone, date_order=context.date_order))
        self.published.set_text(published or self._shown_date)
        for combo, value in (
            (self.order, context.date_order),
            (self.kind, context.document_kind),
            (self.reliability, source.reliability),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        evidence = published_evidence(source)
        where = where_read(evidence.where) if evidence else "The text itself does not say when it was published."
        self.evidence.setText(f"now: {where}" if evidence else where)
        undated = len(self._undated())
        self.others.setVisible(undated > 0)
        self.others.setChecked(undated > 0 and context.published is None)
        others = "other source" if undated == 1 else f"{undated} other sources"
        self.others.setText(f"also for the {others} without a date")

    def _make_fields(self) -> None:
        self.title, self.publisher = QLineEdit(), QLineEdit()
        self.title.setAccessibleName("Title")
        self.publisher.setAccessibleName("Publisher")
        self.published = TimeField("Published", "28 May 2018, or 28 May 2018 14:30")
        self.evidence = label("", "small", wrap=True)
        self.zone = QLineEdit()
        self.zone.setAccessibleName("Time zone")
        self.zone.setPlaceholderText("unknown; for example Europe/London or UTC")
        completer = QCompleter(sorted(available_timezones()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.zone.setCompleter(completer)
        self.order = _combo(
            "Order of numeric dates",
            {
                None: "not known",
                DateOrder.DMY: "day first: 6 July",
                DateOrder.MDY: "month first: June 7",
                DateOrder.YMD: "year first",
            },
        )
        self.kind = _combo("Kind of document", {None: "not known", **{k: k.value for k in DocumentKind}})
        self.reliability = _combo("Reliability of the publisher", RELIABILITY)
        self.others = QCheckBox()
        self.summary = label("", "section", wrap=True)
        self.table = _preview_table()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(label("Title"), self.title)
        form.addRow(label("Publisher"), self.publisher)
        form.addRow(label("Published"), self.published)
        form.addRow("", self.evidence)
        form.addRow("", self.others)
        form.addRow(label("Time zone"), self.zone)
        form.addRow(label("Order of numeric dates (6/7/2018)", wrap=True), self.order)
        form.addRow(label("Kind"), self.kind)
        form.addRow(label("Reliability"), self.reliability)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = box.addButton("Apply", QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setProperty("role", "primary")
        self.apply.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addLayout(form)
        layout.addSpacing(GRID)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addWidget(box)


def apply_edit(store: DocumentStore, source_id: str, edit: ContextEdit) -> int:
    """Carries out what the dialog was left with, as one undo step.

    Suggested events that turn out to be the same merge; answers how many went that way.
    """
    contexts = {
        target: edit.context if target == source_id else _given(store.document.sources[target].context, edit.context)
        for target in edit.source_ids
    }
    changed = {t: c for t, c in contexts.items() if c != store.document.sources[t].context}
    if not changed:
        edit_source(store, source_id, **edit.fields)
        return 0
    day = describe(edit.context.published)
    store.undo_stack.beginMacro(f"Publication of {counted(len(changed), 'source')} → {day}")
    for target, context in changed.items():
        set_context(store, target, context)
    if edit.fields:
        edit_source(store, source_id, **edit.fields)
    merged = regroup(store)
    store.undo_stack.endMacro()
    return merged


def _given(old: PublicationContext, new: PublicationContext) -> PublicationContext:
    """Another source's context with the same publication date; its own zone and habits stay."""
    return replace(old, published=new.published, time_zone=old.time_zone or new.time_zone)


def _is_day_or_clock(value: TimeValue) -> bool:
    is_one_day = value.granularity is Granularity.DAY and value.first_day == value.last_day
    return value.first_day is not None and (is_one_day or value.granularity.is_clock)


def _combo(name: str, items: Mapping[Any, str]) -> QComboBox:
    made = LetterSafeComboBox()
    made.setAccessibleName(name)
    for value, text in items.items():
        made.addItem(text, value)
    return made


def _preview_table() -> QTableWidget:
    table = QTableWidget(0, 3)
    table.setAccessibleName("Events that would move")
    table.setHorizontalHeaderLabels(["Event", "Now", "Then"])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(26)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    return table
