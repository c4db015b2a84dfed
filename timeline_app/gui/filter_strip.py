"""FilterStrip: the conditions in force as chips, how much they hide, and the way back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from timeline_app.gui.flow_layout import FlowLayout
from timeline_app.gui.icons import icon
from timeline_app.gui.palette import Palette, palette_for
from timeline_app.gui.parts import GRID, button, label
from timeline_app.workspace.event_facets import Field
from timeline_app.workspace.event_filter import Condition
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.filter_control import FilterControl
from timeline_app.workspace.plain_tips import plain_tip
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.translation import translated
from timeline_app.workspace.views import remove_view, save_view


class FilterStrip(QWidget):
    """A line below the tools, shown while a filter is in force or a part of the query cannot be used."""

    save_requested = Signal()
    passages_requested = Signal(str)  # the words to be found in all texts

    def __init__(self, order: EventOrder, control: FilterControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order, self._control = order, control
        self._colours = palette_for(False)
        self.setProperty("role", "strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Filter"))
        chips = QWidget()
        self._chips = FlowLayout(chips, GRID // 2)
        self.problem = label("", "error")
        self.problem.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count = label("", "small")
        self.passages = button("", lambda: self.passages_requested.emit(control.query), "link")
        self.wider = button("", lambda: control.search_whole_texts(True), "link")
        self.save = button(self.tr("Save view…"), self.save_requested.emit, "link")
        self.clear = button(self.tr("Show all"), control.clear, "link", name=self.tr("Show all events"))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID // 2, GRID * 2, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(chips)
        row.addWidget(self.problem, 1)
        self._row, self._chip_box = row, chips
        for part in (self.count, self.passages, self.wider, self.save, self.clear):
            row.addWidget(part)
        control.changed.connect(self.refresh)
        control.texts_searched.connect(self._show_texts)
        order.visibility_changed.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The tool bar takes its first height before it is styled; it is measured again once it is."""
        super().showEvent(event)
        if (bar := self.parentWidget()) is not None:
            bar.ensurePolished()
        QTimer.singleShot(0, self, self.updateGeometry)

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to show."""
        return self._order.filter.hides_more_than_rejected or bool(self._control.chips or self._control.problem)

    @property
    def chips(self) -> list[QPushButton]:
        """The chips, in order."""
        return [widget for widget in self._chips.widgets() if isinstance(widget, QPushButton)]

    def set_palette_colors(self, palette: Palette) -> None:
        """Takes the colours of a theme."""
        self._colours = palette
        self._fill()

    def refresh(self) -> None:
        """Shows the conditions in force."""
        self._fill()
        shown = len(self._order)
        hidden = self._order.hidden_by_filter if self._order.filter.hides_more_than_rejected else 0
        self.count.setText(self.tr("{shown:,} of {all:,} events").format(shown=shown, all=shown + hidden))
        self.problem.setText(self._control.problem)
        self.problem.setToolTip(self._control.problem)
        self.problem.setVisible(bool(self._control.problem))
        self._show_texts()
        self._row.setStretchFactor(self._chip_box, 1 if self._control.chips or not self._control.problem else 0)

    def _show_texts(self) -> None:
        """Says where the texts hold the words, and offers the events of those texts."""
        found, more = self._control.passages, self._control.offered
        passages = self.tr("%n passage(s)", "", sum(each.count for each in found.values()))
        texts = self.tr("in %n text(s)", "", len(found))
        self.passages.setText(f"{passages} {texts}")
        self.passages.setAccessibleName(self.passages.text())
        self.passages.setToolTip(self.tr("Shows every paragraph of the documents that holds the words"))
        self.passages.setVisible(bool(found))
        self.wider.setText(self.tr("Show %n more event(s) of these texts", "", more))
        self.wider.setAccessibleName(self.wider.text())
        told = self.tr("The words stand elsewhere in the texts of these events’ sources, not in what tells the events")
        self.wider.setToolTip(told)
        self.wider.setVisible(more > 0)

    def _fill(self) -> None:
        self._chips.clear()
        if self._control.whole_texts:
            self._add_chip(self.tr("in whole texts"), partial(self._control.search_whole_texts, False))
        for condition in self._control.chips:
            self._add_chip(chip_words(condition), partial(self._control.remove, condition))

    def _add_chip(self, words: str, remove: Callable[[], object]) -> None:
        chip = button(
            words,
            remove,
            "chip",
            name=self.tr("Remove the condition {words}").format(words=words),
            tip=self.tr("Click to remove this condition"),
        )
        chip.setIcon(icon("close", QColor(self._colours.muted)))
        chip.setIconSize(QSize(9, 9))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the words
        self._chips.addWidget(chip)


class ViewsButton(QToolButton):
    """The saved views of the project: a click shows one."""

    def __init__(
        self, store: DocumentStore, order: EventOrder, control: FilterControl, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._order, self._control = store, order, control
        self.setText(self.tr("Views ▾"))
        self.setAccessibleName(self.tr("Saved views"))
        self.setToolTip(self.tr("Saved views: filter, order and lanes under a name"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self.fill(menu))
        self.setMenu(menu)

    def fill(self, menu: QMenu) -> None:
        """Fills a menu with the views and what can be done with them."""
        menu.clear()
        views = self._store.document.settings.views
        for view in views:
            menu.addAction(view.name, lambda view=view: self._control.show_view(view)).setToolTip(plain_tip(view.query))
        if views:
            menu.addSeparator()
        menu.addAction(self.tr("Save this view…"), self.ask_name)
        forget = menu.addMenu(self.tr("Forget a view"))
        forget.setEnabled(bool(views))
        for view in views:
            forget.addAction(view.name, lambda name=view.name: remove_view(self._store, name))

    def ask_name(self) -> None:
        """Asks for a name and saves the view under it."""
        name, accepted = QInputDialog.getText(self.window(), self.tr("Save this view"), self.tr("Name of the view:"))
        if accepted and name.strip():
            save_view(self._store, self._order, name)


FIELD_NAMES: dict[Field, Callable[[], str]] = {
    Field.SOURCE: lambda: QCoreApplication.translate("Field", "source"),
    Field.TEXT: lambda: QCoreApplication.translate("Field", "text"),
    Field.PLACE: lambda: QCoreApplication.translate("Field", "place"),
    Field.PERSON: lambda: QCoreApplication.translate("Field", "person"),
    Field.KIND: lambda: QCoreApplication.translate("Field", "kind"),
    Field.MODALITY: lambda: QCoreApplication.translate("Field", "modality"),
    Field.STATUS: lambda: QCoreApplication.translate("Field", "status"),
    Field.GRADE: lambda: QCoreApplication.translate("Field", "grade"),
    Field.TAG: lambda: QCoreApplication.translate("Field", "tag"),
    Field.PERIOD: lambda: QCoreApplication.translate("Field", "when"),
    Field.CONFIDENCE: lambda: QCoreApplication.translate("Field", "confidence"),
}


def chip_words(condition: Condition) -> str:
    """A condition as a chip says it: "place: Kellin", "not status: rejected"."""
    name = FIELD_NAMES[condition.field]()
    value = condition.value if not condition.asks_for_none else QCoreApplication.translate("Field", "none")
    if condition.field in (Field.MODALITY, Field.STATUS):
        value = translated(value)
    words = f"{name}: {value if len(value) <= 40 else value[:39] + '…'}"
    return (
        QCoreApplication.translate("Field", "not {condition}").format(condition=words) if condition.negated else words
    )
