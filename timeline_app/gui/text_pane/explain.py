"""What a time expression or an event means, in words for a hover card."""

from html import escape

from PySide6.QtCore import QCoreApplication

from timeline_app.gui.wording import counted
from timeline_app.model.annotation import TimeExpression
from timeline_app.model.document import TimelineDocument
from timeline_app.workspace.dates import describe
from timeline_app.workspace.reasons import alternative_told, reading_told
from timeline_app.workspace.retelling import quoted, retold
from timeline_app.workspace.words import word

translate = QCoreApplication.translate
_SHOWN = 3  # events of a sentence


def explain_html(document: TimelineDocument, expression: TimeExpression | None, event_ids: list[str]) -> str:
    """A small rich text: the phrase, its reading, why, other readings, and the events that the sentence tells."""
    lines: list[str] = []
    if expression is not None:
        lines += _expression_lines(document, expression)
    for event_id in event_ids[:_SHOWN]:
        event = document.events[event_id]
        when = escape(describe(event.time))
        lines.append(f"{_strong(event.title)}<br>{when} · {word(event.status)} · {word(event.modality)}")
    if event_ids:
        hint = translate("Explain", "Click selects the event.")
        rest = len(event_ids) - _SHOWN
        more = f" {counted(rest, 'more')}" if rest > 0 else ""
        lines.append(f"<i>{hint}{more}</i>")
    return "<div style='max-width:420px'>" + "<br>".join(lines) + "</div>" if lines else ""


def _strong(text: str) -> str:
    return f"<span style='font-weight:600'>{escape(text)}</span>"


def _expression_lines(document: TimelineDocument, expression: TimeExpression) -> list[str]:
    lines = [f"{quoted(escape(expression.phrase))} → {_strong(describe(expression.time))}"]
    if expression.correction is not None:
        return [*lines, translate("Explain", "corrected by you"), ""]
    reading = expression.reading
    if reading is None:
        return [*lines, translate("Explain", "not read yet"), ""]
    lines.append(escape(reading_told(document, expression)))
    if reading.warning:
        lines.append(f"<i>{escape(retold(reading.warning))}</i>")
    either = translate("Explain", "or")
    lines += [f"{either} {escape(alternative_told(a))}" for a in reading.alternatives]
    return [*lines, ""]
