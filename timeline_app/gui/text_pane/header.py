"""Header: title and publication of the source that is shown, and the question for a date that is missing."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.gui.clearing import clear
from timeline_app.gui.parts import GRID, button, label
from timeline_app.gui.text_pane.source_view import COLUMN, MARGIN
from timeline_app.gui.time_field import TimeField, read
from timeline_app.gui.wording import proposals, publication_line
from timeline_app.model.source import PublicationContext, Source
from timeline_app.workspace.dates import describe
from timeline_app.workspace.plain_tips import plain_tip

_PROPOSALS = 3  # dates offered at most
_LEAST_OFFER = 80  # pixels


class Header(QWidget):
    """Title and publication of the source, in the column of its text."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "title", wrap=True, selectable=True)
        self.meta = label("", "muted", wrap=True)  # never wider than the column: the margins follow the width
        self.change = button(self.tr("Change…"), lambda: None, "link", name=self.tr("Change publication date and zone"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.meta, 1)
        row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        self.date = TimeField(self.tr("Publication date"), self.tr("for example 28 May 2018"))
        self.set_date = button(self.tr("Set date…"), lambda: None, "primary", name=self.tr("Set the publication date"))
        self.proposals = QVBoxLayout()
        self.banner = self._make_banner()
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.title)
        self._layout.addLayout(row)
        self._layout.addWidget(self.banner)
        self._proposed: list[tuple[str, str]] = []
        self.date.changed.connect(lambda: self.set_date.setEnabled(self.date.value is not None))

    def _make_banner(self) -> QFrame:
        banner = QFrame()
        banner.setProperty("role", "banner")
        question = label(self.tr("When was this published?"), "strong")
        reason = self.tr("The text does not say, so phrases such as “last weekend” have no date yet.")
        why = label(reason, "muted", wrap=True)
        self.date.setMaximumWidth(320)
        self.set_date.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self.date, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.set_date, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        layout = QVBoxLayout(banner)
        layout.setContentsMargins(GRID * 2 - 4, GRID, GRID, GRID)
        layout.addWidget(question)
        layout.addWidget(why)
        layout.addLayout(row)
        layout.addLayout(self.proposals)
        return banner

    def _show_proposals(self, source: Source) -> None:
        found = proposals(source)[:_PROPOSALS]
        if found == self._proposed:
            return
        self._proposed = found
        clear(self.proposals)
        for date, where in found:
            value, _ = read(date, PublicationContext())
            time = describe(value) if value is not None else date
            text = self.tr("Use {time} — {where}").format(time=time, where=where)
            offer = button(text, partial(self.date.set_text, date), "link", tip=plain_tip(text))
            offer.setMinimumWidth(_LEAST_OFFER)  # no report's words make the window wider
            self.proposals.addWidget(offer, 0, Qt.AlignmentFlag.AlignLeft)

    def show_source(self, source: Source) -> None:
        """Fills the header."""
        self.title.setText(source.title or source.name)
        self.meta.setText(publication_line(source))
        self.meta.setMaximumWidth(self.meta.fontMetrics().horizontalAdvance(self.meta.text()) + 1)
        missing = source.context.published is None
        if missing and not self.banner.isVisibleTo(self):
            self.date.set_text("")
        self.date.set_context(self.date.context, source.language)
        if missing:
            self._show_proposals(source)
        self.banner.setVisible(missing)
        self.change.setVisible(not missing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps to the column of the text."""
        side = max(MARGIN, (self.width() - COLUMN) // 2)
        self._layout.setContentsMargins(side + GRID, GRID * 3, side, GRID)
        super().resizeEvent(event)
