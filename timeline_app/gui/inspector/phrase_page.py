"""PhrasePage: a time phrase that was clicked where no event is told: what it means, and the place to correct that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.gui.inspector.layers import layers_of_expression
from timeline_app.gui.inspector.time_box import TimeBox
from timeline_app.gui.parts import GRID, label
from timeline_app.gui.text_pane.correction import dated_by
from timeline_app.model.display import describe
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace import operations
from timeline_app.workspace.retelling import quoted
from timeline_app.workspace.store import DocumentStore

_LEAST_WIDTH = 240  # pixels


class PhrasePage(QWidget):
    """Shows one time expression; what is typed corrects it, and with it every event that it dates."""

    def __init__(self, store: DocumentStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._expression_id: str | None = None
        self.phrase = label("", "title", wrap=True, selectable=True)
        self.dates = label("", "muted", wrap=True)
        self.time = TimeBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, 0, GRID * 2, 0)
        layout.setSpacing(GRID + 4)
        layout.addWidget(self.phrase)
        layout.addWidget(self.time)
        layout.addWidget(self.dates)
        layout.addStretch(1)
        self.setMinimumWidth(_LEAST_WIDTH)  # what is behind other pages does not keep the pane wide
        self.time.typed.connect(self._correct)
        self.time.used.connect(self._use)
        self.time.cleared.connect(lambda: self._correct(""))

    @property
    def expression_id(self) -> str | None:
        """The expression shown."""
        return self._expression_id

    def show_expression(self, expression_id: str | None) -> bool:
        """Shows an expression; tells whether there is one."""
        document = self._store.document
        expression = document.expressions.get(expression_id or "")
        if expression_id != self._expression_id:
            self.time.field.set_text("")
        self._expression_id = expression.id if expression is not None else None
        if expression is None:
            return False
        self.phrase.setText(quoted(" ".join(expression.phrase.split())))
        self.time.show_layers(layers_of_expression(document, expression))
        dated = dated_by(document, expression.id)
        self.dates.setText(
            self.tr("Dates %n event(s), which a correction here moves along.", "", dated)
            if dated
            else self.tr("No event is dated by this phrase. To make one, select the words that tell it and press N.")
        )
        return True

    def correct(self) -> None:
        """Puts the cursor into the date field."""
        self.time.field.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _correct(self, text: str) -> None:
        if self._expression_id is not None:
            operations.correct_expression(self._store, self._expression_id, text)
            self.time.field.set_text("")
            self.time.field.edit.clearFocus()

    def _use(self, time: object) -> None:
        if isinstance(time, TimeValue):
            self._correct(describe(time))
