"""The words of the model in the language of the window: statuses, modalities, grades."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from timeline_app.model.annotation import Modality
from timeline_app.workspace.retelling import date_told, retold
from timeline_app.workspace.translation import mark, translated

_WORDS = (
    mark("suggested"),
    mark("accepted"),
    mark("edited"),
    mark("rejected"),
    mark("stale"),
    mark("happened"),
    mark("ongoing"),
    mark("planned"),
    mark("possible"),
    mark("denied"),
    mark("opinion"),
    mark("news"),
    mark("liveblog"),
    mark("narrative"),
    mark("report"),
    mark("email"),
)


def word(value: StrEnum) -> str:
    """A status, a modality or a kind of document as the window says it."""
    return translated(value.value)


def modality_called(text: str) -> Modality:
    """The modality of a word, English or of the window; raises ValueError naming them all."""
    name = text.strip().casefold()
    for modality in Modality:
        if name in (modality.value, word(modality).casefold()):
            return modality
    known = ", ".join(word(modality) for modality in Modality)
    raise ValueError(
        QCoreApplication.translate("Word", "“{text}” is not a modality; use one of {known}.").format(
            text=text, known=known
        )
    )


_FIELDS = {
    "override": mark("your time"),
    "override_text": mark("your time, as typed"),
    "resolved": mark("reading of the time"),
    "phrase": mark("time phrase"),
    "explanation": mark("reason of the reading"),
    "date_basis": mark("what dates it"),
    "confidence": mark("confidence"),
    "origins": mark("independent origins"),
    "title": mark("title"),
    "status": mark("status"),
    "modality": mark("modality"),
    "kind": mark("kind"),
    "place": mark("place"),
    "notes": mark("notes"),
    "tags": mark("tags"),
    "lane": mark("lane"),
    "credibility": mark("credibility"),
    "participants": mark("participants"),
    "edited": mark("edited by you"),
    "reliability": mark("reliability"),
    "publisher": mark("publisher"),
    "author": mark("author"),
    "published": mark("published"),
    "time_zone": mark("time zone"),
    "date_order": mark("order of days and months"),
    "document_kind": mark("kind of document"),
    "language": mark("language"),
    "segments": mark("parts of the text"),
    "sentence": mark("sentence"),
    "verdict": mark("verdict"),
    "event_id": mark("event"),
    "display_zone": mark("zone of the display"),
    "lanes_by": mark("lanes by"),
    "views": mark("saved views"),
    "start": mark("start"),
    "end": mark("end"),
    "start_time": mark("start time"),
    "end_time": mark("end time"),
    "description": mark("description"),
    "sources": mark("sources"),
    "sentences": mark("sentences"),
    "source": mark("source"),
    "participant": mark("participant"),
    "tag": mark("tag"),
    "none": mark("no grouping"),
}


_WORDED = frozenset({"status", "modality", "verdict"})
_TIMES = frozenset({"override", "resolved", "published"})


def field_value(name: str, told: str) -> str:
    """A value of a field, told in English by the history, as the window says it."""
    if name in _WORDED:
        return translated(told)
    if name == "explanation":
        return retold(told)
    return date_told(told) if name in _TIMES else told


def field_word(name: str) -> str:
    """A field of a record as the window calls it."""
    return translated(_FIELDS.get(name, name.replace("_", " ")))
