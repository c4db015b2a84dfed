"""ContextDialog: what sources are and when they were published, with every event that a change would move."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.gui.dialogs.context_candidates import Candidates
from timeline_app.gui.dialogs.context_edit import ContextEdit, confirmed
from timeline_app.gui.dialogs.context_preview import preview_table
from timeline_app.gui.dialogs.context_targets import Targets
from timeline_app.gui.grades import RELIABILITY
from timeline_app.gui.mnemonics import give_letters
from timeline_app.gui.parts import GRID, LetterSafeComboBox, label, set_property
from timeline_app.gui.time_field import TimeField, as_typed
from timeline_app.model.document import TimelineDocument
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DateOrder, DocumentKind, PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.zone import is_zone
from timeline_app.workspace.operations import PreviewRow, preview_context
from timeline_app.workspace.settling import candidates_of
from timeline_app.workspace.translation import mark, translated
from timeline_app.workspace.words import word

translate = QCoreApplication.translate
KEEP = "keep"  # of a choice: each source keeps what it has; Qt gives equal text back, not the same
_EXAMPLE = mark("28 May 2018, or 28 May 2018 14:30")
_TURN = 0.02  # seconds of one turn of the event loop that the preview of many sources may take
_PREVIEW_DELAY_MS = 150


class ContextDialog(QDialog):
    """Settles the publication of one source, or of several at once.

    Of several, a field in which they differ is blank and stays each one's own until something is entered in it.
    """

    def __init__(
        self, document: TimelineDocument, source_ids: Sequence[str], published: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._shown_date, self._shown_zone = "", ""
        self._moves: list[PreviewRow] = []
        self._to_read: deque[str] = deque()
        self.setWindowTitle(self.tr("Publication"))
        self._make_fields(self._first_targets(source_ids))
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_DELAY_MS)
        self._timer.timeout.connect(self.refresh)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._read_on)
        self._fill()
        for changed in (
            self.published.changed,
            self.zone.textChanged,
            self.order.currentIndexChanged,
            self.kind.currentIndexChanged,
            self.best.toggled,
        ):
            changed.connect(lambda *_: self._timer.start())
        self.targets.changed.connect(self._on_targets)
        if published:
            self.published.set_text(published)
        self.resize(620 if len(document.sources) < 2 else 900, 680)
        self.refresh()
        self.published.edit.setFocus()

    def edit(self) -> ContextEdit | None:
        """What was entered; None while something cannot be used."""
        if self._problem():
            return None
        sources = self._sources()
        contexts = {source.id: confirmed(source, self._context_of(source)) for source in sources}
        changed = {id_: context for id_, context in contexts.items() if context != self._document.sources[id_].context}
        return ContextEdit(changed, {source.id: fields for source in sources if (fields := self._fields_of(source))})

    def refresh(self) -> None:
        """Shows what would move now; many sources are read a few at a time."""
        problem = self._problem()
        self.apply.setEnabled(not problem)
        self.best.setEnabled(not self.published.text)
        self.candidates.mark(self.published.text, self.published.value)
        self._moves = []
        self._to_read = deque() if problem else deque(self.targets.ids)
        self._turn.stop()
        if problem:
            self._show_moves(problem)
        else:
            self._read_on()

    def _read_on(self) -> None:
        until = perf_counter() + _TURN
        known = {row.event_id for row in self._moves}
        while self._to_read and perf_counter() < until:
            source = self._document.sources[self._to_read.popleft()]
            rows = preview_context(self._document, source.id, self._context_of(source)).rows
            self._moves += [row for row in rows if row.event_id not in known]
            known.update(row.event_id for row in rows)
        self._show_moves("")
        if self._to_read:
            self._turn.start()

    def _show_moves(self, problem: str) -> None:
        rows = self._moves
        self.table.show_rows(rows)
        if problem:
            self.summary.setText(problem)
        elif self._to_read:
            self.summary.setText(self.tr("%n event(s) would move so far…", "", len(rows)))
        elif rows:
            self.summary.setText(self.tr("%n event(s) would move", "", len(rows)))
        else:
            self.summary.setText(self.tr("No event would move"))
        set_property(self.summary, "role", "error" if problem else "section")

    def _first_targets(self, source_ids: Sequence[str]) -> list[str]:
        """The sources asked about.  Where any of several lacks a date: those of them that lack one, and no other.

        Who dates one report means that one: others without a date may have come out on another day.
        """
        asked = [source for source in self._document.ordered_sources() if source.id in source_ids]
        missing = [source.id for source in asked if source.context.published is None]
        return missing or [source.id for source in asked]

    def _sources(self) -> list[Source]:
        return [self._document.sources[source_id] for source_id in self.targets.ids]

    def _context_of(self, source: Source) -> PublicationContext:
        """What a source gets: what was entered, over what it has."""
        context, zone = source.context, self.zone.text().strip()
        if self.published.text:
            if self.published.text != self._shown_date:
                context = replace(context, published=self.published.value)
        elif self.best.isChecked() and self.best.isVisibleTo(self):
            best = next(iter(candidates_of(source)), None)
            context = replace(context, published=best.value) if best and context.published is None else context
        elif self._shown_date:
            context = replace(context, published=None)
        if zone != self._shown_zone:
            context = replace(context, time_zone=zone or None)
        published = context.published
        if published is not None and published.is_clock and context.time_zone is None:
            context = replace(context, time_zone=published.zone)
        if (order := self.order.currentData()) != KEEP:
            context = replace(context, date_order=DateOrder(order) if order else None)
        if (kind := self.kind.currentData()) != KEEP:
            context = replace(context, document_kind=DocumentKind(kind) if kind else None)
        return context

    def _fields_of(self, source: Source) -> dict[str, str]:
        fields = {}
        if self.title.isVisibleTo(self):
            fields = {"title": self.title.text().strip() or source.title, "publisher": self.publisher.text().strip()}
        if (grade := self.reliability.currentData()) != KEEP:
            fields["reliability"] = str(grade)
        return {name: value for name, value in fields.items() if value != getattr(source, name)}

    def _problem(self) -> str:
        zone, published = self.zone.text().strip(), self.published.value
        if not self.targets.ids:
            return self.tr("Choose at least one source.")
        if self.published.text and self.published.text != self._shown_date:
            if published is None:
                return self.published.reading.text() or self.tr("That is not a date.")
            if not _is_day_or_clock(published):
                return self.tr("A publication date is one day, or a day and a time: for example 28 May 2018 14:30.")
        if zone and not is_zone(zone):
            told = self.tr("“{zone}” is not a time zone; use a name such as Europe/Kyiv, UTC or +03:00.")
            return told.format(zone=zone)
        return ""

    def _on_targets(self) -> None:
        self._fill()
        self._timer.start()

    def _fill(self) -> None:
        """Shows what the chosen sources have in common; what is being typed stays."""
        sources = self._sources()
        only = sources[0] if len(sources) == 1 else None
        for row in (self.title, self.publisher):
            self.form.setRowVisible(row, only is not None)
        self.form.setRowVisible(self.candidates, only is not None)
        proposing = [s for s in sources if s.context.published is None and candidates_of(s)]
        self.form.setRowVisible(self.best, len(sources) > 1 and bool(proposing))
        self.best.setText(self.tr("Give %n source(s) the surest date of its own", "", len(proposing)))
        if only is not None:
            self.title.setText(only.title)
            self.publisher.setText(only.publisher)
            self.candidates.show_source(only)
        typed = self.published.text if self.published.text != self._shown_date else ""
        dates = {as_typed(s.context.published) if s.context.published is not None else "" for s in sources}
        self._shown_date = dates.pop() if len(dates) == 1 else ""
        zones = {s.context.time_zone or "" for s in sources}
        shown_zone = zones.pop() if len(zones) == 1 else ""
        if self.zone.text().strip() == self._shown_zone:
            self.zone.setText(shown_zone)
        self._shown_zone = shown_zone
        zone = self.zone.text().strip() or None
        usable = zone if zone is not None and is_zone(zone) else None
        self.published.set_context(PublicationContext(time_zone=usable))
        self.published.edit.setPlaceholderText(
            translated(_EXAMPLE) if self._shown_date or len(sources) < 2 else self._own_dates()
        )
        self.published.set_text(typed or self._shown_date)
        _show_common(self.order, {s.context.date_order for s in sources}, self.tr("— each keeps its own —"))
        _show_common(self.kind, {s.context.document_kind for s in sources}, self.tr("— each keeps its own —"))
        _show_common(self.reliability, {s.reliability for s in sources}, self.tr("— each keeps its own —"))

    def _own_dates(self) -> str:
        return self.tr("each keeps its own date, or none")

    def _make_fields(self, chosen: Sequence[str]) -> None:
        self.targets = Targets(self._document, chosen)
        self.targets.setVisible(len(self._document.sources) > 1)
        self.title, self.publisher = QLineEdit(), QLineEdit()
        self.title.setAccessibleName(self.tr("Title"))
        self.publisher.setAccessibleName(self.tr("Publisher"))
        self.published = TimeField(self.tr("Published"), translated(_EXAMPLE))
        self.candidates = Candidates()
        self.candidates.chosen.connect(self.published.set_text)
        self.best = QCheckBox()
        self.zone = QLineEdit()
        self.zone.setAccessibleName(self.tr("Time zone"))
        self.zone.setPlaceholderText(self.tr("unknown; for example Europe/London or UTC"))
        completer = QCompleter(sorted(available_timezones()), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.zone.setCompleter(completer)
        orders: dict[Any, str] = {
            None: self.tr("not known"),
            DateOrder.DMY: self.tr("day first: 6 July"),
            DateOrder.MDY: self.tr("month first: June 7"),
            DateOrder.YMD: self.tr("year first"),
        }
        self.order = _combo(self.tr("Order of numeric dates"), orders)
        kinds: dict[Any, str] = {None: self.tr("not known"), **{kind: word(kind) for kind in DocumentKind}}
        self.kind = _combo(self.tr("Kind of document"), kinds)
        self.reliability = _combo(
            self.tr("Reliability of the publisher"), {grade: translated(words) for grade, words in RELIABILITY.items()}
        )
        self.summary = label("", "section", wrap=True)
        self.table = preview_table()

    def _lay_out(self) -> None:
        form = self.form = QFormLayout()
        form.setHorizontalSpacing(GRID * 2)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(label(self.tr("Title")), self.title)
        form.addRow(label(self.tr("Publisher")), self.publisher)
        form.addRow(label(self.tr("Published")), self.published)
        form.addRow("", self.candidates)
        form.addRow("", self.best)
        form.addRow(label(self.tr("Time zone")), self.zone)
        form.addRow(label(self.tr("Order of numeric dates (6/7/2018)"), wrap=True), self.order)
        form.addRow(label(self.tr("Kind")), self.kind)
        form.addRow(label(self.tr("Reliability")), self.reliability)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = box.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setProperty("role", "primary")
        self.apply.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addLayout(form)
        right.addSpacing(GRID)
        right.addWidget(self.summary)
        right.addWidget(self.table, 1)
        columns = QHBoxLayout()
        columns.setSpacing(GRID * 2)
        columns.addWidget(self.targets, 2)
        columns.addLayout(right, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addLayout(columns, 1)
        layout.addWidget(box)
        give_letters(self)


def _show_common(combo: QComboBox, values: set[Any], differ: str) -> None:
    """Shows the value that all have; where they differ, a first item that leaves each one its own."""
    chosen = combo.currentData() if combo.property("touched") else KEEP
    combo.blockSignals(True)
    if combo.itemData(0) == KEEP:
        combo.removeItem(0)
    if len(values) != 1:
        combo.insertItem(0, differ, KEEP)
        combo.setCurrentIndex(0)
    else:
        combo.setCurrentIndex(max(0, combo.findData(next(iter(values)))))
    if chosen != KEEP and combo.property("touched"):
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.blockSignals(False)


def _is_day_or_clock(value: TimeValue) -> bool:
    is_one_day = value.granularity is Granularity.DAY and value.first_day == value.last_day
    return value.first_day is not None and (is_one_day or value.granularity.is_clock)


def _combo(name: str, items: Mapping[Any, str]) -> QComboBox:
    made = LetterSafeComboBox()
    made.setAccessibleName(name)
    for value, text in items.items():
        made.addItem(text, value)
    made.activated.connect(lambda _index: made.setProperty("touched", True))
    return made
