"""Annotations, events and projects as the plain JSON that docs/interface.md promises."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from timeline_app.model.annotation import Attribution, Mention, Participant, Reading, TimeExpression
from timeline_app.model.bounds import begin_until
from timeline_app.model.document import TimelineDocument
from timeline_app.model.edtf import to_edtf
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

JsonObject = dict[str, Any]


def time_fields(time: TimeValue | None) -> JsonObject:
    """`begin`, `until` and `edtf` of a time, all null where there is none."""
    begin, until = begin_until(time)
    return {"begin": begin, "until": until, "edtf": to_edtf(time) if time is not None else None}


def timex_object(expression: TimeExpression) -> JsonObject:
    """A time expression as `annotate` reports it; it must have been resolved."""
    reading = expression.reading
    if reading is None:
        raise ValueError(f"{expression.id} has not been resolved")
    return {
        "start": expression.span.start,
        "end": expression.span.end,
        "text": expression.phrase,
        "type": reading.type.value,
        "value": reading.value,
        "mod": reading.mod,
        **_present(quant=reading.quant, freq=reading.freq),
        **time_fields(expression.time),
        "confidence": _confidence(min(expression.confidence, reading.confidence)),
        "explanation": reading.explanation,
        "anchor": {"kind": reading.anchor.kind.value, "value": reading.anchor.value},
        "alternatives": _alternatives(reading),
    }


def mention_object(mention: Mention) -> JsonObject:
    """One event mention by its head word."""
    begin, until = begin_until(mention.time)
    return {
        "start": mention.head.start,
        "end": mention.head.end,
        "modality": mention.modality.value,
        "polarity": "negative" if mention.negated else "positive",
        "begin": begin,
        "until": until,
        "date_basis": mention.date_basis.value if mention.date_basis else None,
    }


def event_object(event: Event, links: Sequence[SourceLink], sources: Mapping[str, Source]) -> JsonObject:
    """An event as `annotate` reports it, with the sentences that its links quote."""
    return {
        "title": event.title,
        **time_fields(event.time),
        "modality": event.modality.value,
        "date_basis": event.date_basis.value if event.date_basis else None,
        "kind": event.kind,
        "participants": [_participant(p) for p in event.participants],
        "place": event.place,
        "attribution": _attribution(event.attribution),
        "confidence": _confidence(event.confidence),
        "spans": [[link.sentence.start, link.sentence.end] for link in links],
        "sentences": [quoted(sources, link, link.sentence) for link in links],
    }


def project_object(document: TimelineDocument) -> JsonObject:
    """The whole project: its sources, and its events in chronological order with their links."""
    return events_object(document, document.ordered_sources(), chronological(document))


def events_object(document: TimelineDocument, sources: Sequence[Source], events: Iterable[Event]) -> JsonObject:
    """Some sources and events of a project."""
    return {
        "sources": [_source_object(source) for source in sources],
        "events": [_project_event(document, event) for event in events],
    }


def json_text(data: JsonObject) -> str:
    """Indented JSON that UTF-8 can hold: a lone surrogate in a text is kept as its escape."""
    text = json.dumps(data, ensure_ascii=False, indent=1)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(data, indent=1)
    return text + "\n"


def chronological(document: TimelineDocument) -> list[Event]:
    """All events by time, the undated ones last; at one time, as the texts tell them."""
    return sorted(document.events.values(), key=lambda event: chronological_key(document, event))


def chronological_key(document: TimelineDocument, event: Event) -> tuple[bool, tuple[int, int], tuple[int, int], str]:
    """What `chronological` sorts an event by."""
    time = event.time
    first = next(iter(document.links_of_event(event.id)), None)
    told = (document.sources[first.source_id].position, first.sentence.start) if first else (-1, -1)
    return time is None, time.sort_key if time is not None else (0, 0), told, event.id


def quoted(sources: Mapping[str, Source], link: SourceLink, span: Span | None) -> str | None:
    """The words of a link's source under a span, None without a span."""
    return sources[link.source_id].text[span.start : span.end] if span is not None else None


def _project_event(document: TimelineDocument, event: Event) -> JsonObject:
    links = document.links_of_event(event.id)
    return {
        "id": event.id,
        **event_object(event, links, document.sources),
        "status": event.status.value,
        "origins": event.origins,
        "links": [_link_object(document, link) for link in links],
    }


def _link_object(document: TimelineDocument, link: SourceLink) -> JsonObject:
    return {
        "source": link.source_id,
        "sentence": quoted(document.sources, link, link.sentence),
        "start": link.sentence.start,
        "end": link.sentence.end,
        "phrase": quoted(document.sources, link, link.phrase),
        "role": link.role.value,
    }


def _source_object(source: Source) -> JsonObject:
    published = source.context.published
    return {
        "id": source.id,
        "name": source.name,
        "title": source.title,
        "published": begin_until(published)[0],
        "time_zone": source.context.time_zone,
        "text": source.text,
    }


def _alternatives(reading: Reading) -> list[JsonObject]:
    found = []
    for alternative in reading.alternatives:
        begin, until = begin_until(alternative.time)
        found.append(
            {"value": alternative.value, "begin": begin, "until": until, "explanation": alternative.explanation}
        )
    return found


def _participant(participant: Participant) -> JsonObject:
    return {"text": participant.text, "role": participant.role}


def _attribution(attribution: Attribution | None) -> JsonObject | None:
    if attribution is None:
        return None
    return {
        "speaker": attribution.speaker,
        "outlet": attribution.outlet,
        "cites": attribution.cites,
        "when": attribution.when,
    }


def _confidence(value: float) -> float:
    return round(value, 3)


def _present(**fields: str | None) -> JsonObject:
    """Only the fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}
