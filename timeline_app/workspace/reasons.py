"""Why a phrase or an event has its time, told anew from the reading in the language and dates of the window.

The tagger leaves its sentence in plain English (`temporal.resolution.explain`), which files and the command line show.
"""

from PySide6.QtCore import QCoreApplication

from timeline_app.model.annotation import Alternative, AnchorKind, Reading, TimeExpression, TimexType
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.expression import Clock, Fields
from timeline_app.model.token import Tense
from timeline_app.workspace.dates import describe_published, describe_weekdays
from timeline_app.workspace.retelling import quoted, retold

translate = QCoreApplication.translate
_STANDS_FOR = "\ufdd0{}\ufdd1"  # characters that no text holds


def reading_told(document: TimelineDocument, expression: TimeExpression) -> str:
    """What a phrase was counted from and what came out: “last weekend” + published … → Sat 26 – Sun 27 May 2018."""
    reading = expression.reading
    if reading is None:
        return translate("Reasons", "not read")
    said = quoted(" ".join(expression.phrase.split()))
    for basis in (_basis(document, expression, reading), _cue(expression, reading)):
        said += f" + {basis}" if basis else ""
    return f"{said} → {_outcome(reading)}"


def event_told(document: TimelineDocument, event: Event) -> str:
    """How an event's time was found: each phrase's reading, and what ties it to the event."""
    told = event.explanation
    expressions = {
        ref.expression: document.expressions[ref.expression]
        for mention in document.mentions_of_event(event.id)
        for ref in mention.time_refs
        if ref.expression in document.expressions
    }
    again: list[str] = []
    for expression in expressions.values():
        plain = expression.reading.explanation.rstrip(". ") if expression.reading is not None else ""
        if plain and plain in told:
            told = told.replace(plain, _STANDS_FOR.format(len(again)))
            again.append(reading_told(document, expression))
    told = retold(told)
    for number, words in enumerate(again):
        told = told.replace(_STANDS_FOR.format(number), words)
    return told


def alternative_told(alternative: Alternative) -> str:
    """Why another reading is possible: “counted the other way → Wed 17 October 2024.”"""
    why, arrow, _ = alternative.explanation.partition(" → ")
    if not arrow or alternative.time is None:
        return retold(alternative.explanation)
    return f"{retold(why)} → {describe_weekdays(alternative.time)}"


def _basis(document: TimelineDocument, expression: TimeExpression, reading: Reading) -> str | None:
    anchor, source = reading.anchor, document.sources.get(expression.source_id)
    counted_from = document.expressions.get(anchor.expression or "")
    time = counted_from.time if counted_from is not None else None
    match anchor.kind:
        case AnchorKind.PUBLICATION if source is not None and source.context.published is not None:
            published = describe_published(source.context.published, source.context.time_zone)
            return translate("Reasons", "published {time}").format(time=published)
        case AnchorKind.SECTION if time is not None:
            return translate("Reasons", "section of {time}").format(time=describe_weekdays(time))
        case AnchorKind.PREVIOUS if time is not None:
            return translate("Reasons", "told before: {time}").format(time=describe_weekdays(time))
        case AnchorKind.PREVIOUS:
            return translate("Reasons", "the time told before")
    return None


def _cue(expression: TimeExpression, reading: Reading) -> str | None:
    """The verb's tense, where it alone picked the direction; the local time that the text shows."""
    tree, time = expression.tree, reading.time
    if isinstance(tree, Clock) and time is not None and (time.zone or "").startswith(("+", "-")):
        from timeline_app.temporal.resolution.zones import is_local  # the window stands before anything is read

        if is_local(tree.zone):
            return translate("Reasons", "local time {zone}").format(zone=f"UTC{time.zone}")
    bare = isinstance(tree, Fields) and tree.year is None and tree.direction is None
    deictic = reading.anchor.kind in (AnchorKind.PUBLICATION, AnchorKind.SECTION)
    if not (bare and deictic) or expression.is_header:
        return None
    match expression.tense:
        case Tense.PAST:
            return translate("Reasons", "past verb")
        case Tense.PRESENT:
            return translate("Reasons", "present verb")
        case Tense.FUTURE:
            return translate("Reasons", "future verb")
    return None


def _outcome(reading: Reading) -> str:
    if reading.type is TimexType.SET or reading.time is None:
        return retold(reading.explanation.rpartition(" → ")[2].rstrip(". "))
    return describe_weekdays(reading.time)
