"""Events made of grouped mentions, and kept up to date when readings change."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from timeline_app.extraction.corroboration.grouping import Group, confidence_of
from timeline_app.extraction.corroboration.origins import count_origins
from timeline_app.extraction.dating import common_time
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Mention, Modality, Participant, Relation, TimeExpression
from timeline_app.model.event import Event, LinkRole, SourceLink
from timeline_app.model.source import SegmentKind, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

_LINK_WORDS = {
    Relation.AT: "",
    Relation.FROM: "from ",
    Relation.BEFORE: "not after ",
    Relation.AFTER: "not before ",
    Relation.AT_OR_BEFORE: "at or before ",
    Relation.WITHIN: "not before ",
    Relation.SAME_DAY: "on the day of ",
}
_REAL = (Modality.HAPPENED, Modality.ONGOING)
_DATELINE = 80  # code points from the place to the sentence after "(Agency) - "
_TELLING = 25  # characters; shorter titles say little
_BASIS_WORDS = {
    DateBasis.CLAUSE: "said in the same clause",
    DateBasis.NOUN: "said of the event's own noun",
    DateBasis.GOVERNOR: "taken from the clause that it belongs to",
    DateBasis.CONTAINER: "taken from the time that the section or the lead sets",
    DateBasis.PUBLICATION: "taken from the publication date, no time is said",
}


def build_event(
    group: Group,
    mentions: Mapping[str, Mention],
    expressions: Mapping[str, TimeExpression],
    sources: Mapping[str, Source],
    event_id: str,
) -> tuple[Event, tuple[SourceLink, ...]]:
    """The event that a group tells, and one link for each mention."""
    members = [mentions[key] for key in group.mentions]
    best = max(members, key=lambda m: _quality(m, sources))
    event = Event(
        id=event_id,
        title=best.title,
        modality=best.modality,
        kind=best.kind or next((m.kind for m in members if m.kind), None),
        participants=_participants([best, *members]),
        place=_place(best, members) or _dateline(best, sources),
        attribution=best.attribution or next((m.attribution for m in members if m.attribution), None),
    )
    event = refresh_event(event, members, expressions, sources)
    return event, tuple(_link(event_id, m, expressions) for m in members)


def refresh_event(
    event: Event,
    mentions: Sequence[Mention],
    expressions: Mapping[str, TimeExpression],
    sources: Mapping[str, Source],
) -> Event:
    """The event with the time, phrase, explanation and origins that its mentions have now.

    The analyst's override stays in force, and fields that the analyst changed are left alone.
    """
    if not mentions:
        return event
    dated = sorted((m for m in mentions if m.time is not None), key=lambda m: (_precision(m.time), -m.confidence))
    lead = dated[0] if dated else mentions[0]
    origins = count_origins(mentions, sources)
    fresh: dict[str, Any] = {
        "resolved": common_time([m.time for m in dated if m.time is not None]),
        "phrase": _phrase(lead, expressions),
        "explanation": _explanation(lead, expressions),
        "date_basis": lead.date_basis if lead.time is not None else None,
        "origins": origins,
        "confidence": confidence_of(mentions, origins),
    }
    fresh["modality"] = _modality(event, mentions)
    kept = {name: value for name, value in fresh.items() if name not in event.edited}
    return replace(event, **kept)


def _modality(event: Event, mentions: Sequence[Mention]) -> Modality:
    """The modality as it was, except that a publication date may put what was done ahead, and back again."""
    if event.modality in _REAL and all(m.stated is not None for m in mentions):
        return Modality.PLANNED
    real = [m.modality for m in mentions if m.modality in _REAL]
    planned = any(m.modality is Modality.PLANNED for m in mentions)
    return real[0] if event.modality is Modality.PLANNED and real and not planned else event.modality


def _precision(time: TimeValue | None) -> tuple[int, float]:
    if time is None or time.earliest_start is None or time.latest_end is None:
        return 1, 0.0
    return 0, time.latest_end - time.earliest_start


def _quality(mention: Mention, sources: Mapping[str, Source]) -> tuple[bool, bool, bool, bool, int, int]:
    """Done before planned, telling before bare, dated in its own right, whole before cut, body first, then fuller."""
    real = mention.modality in _REAL
    own = mention.date_basis in (DateBasis.CLAUSE, DateBasis.NOUN, DateBasis.GOVERNOR)
    telling = len(mention.title) >= _TELLING
    source = sources.get(mention.source_id)
    segment = source.segment_at(mention.head.start) if source else None
    headline = segment is not None and segment.kind is SegmentKind.HEADLINE
    whole = not mention.title.endswith("…")
    return real, telling, own, whole, len(mention.participants), 0 if headline else len(mention.title)


def _place(best: Mention, members: Sequence[Mention]) -> str | None:
    """Where the event is told to be, in the most telling mention first; "the village of Tira" is a place too."""
    told = [best, *members]
    placed = next((m.place for m in told if m.place), None)
    if placed is not None:
        return placed
    found = (_settlement(p.text) for m in told for p in m.participants if p.role == "patient")
    return next((name for name in found if name is not None), None)


def _settlement(text: str) -> str | None:
    kind, _, name = text.partition(" of ")
    places = words("events_merging", "things", "places")
    return name if kind.split(" ")[-1] in places and name[:1].isupper() else None


def _dateline(mention: Mention, sources: Mapping[str, Source]) -> str | None:
    """The dateline's place, for the news that the paragraph behind it opens with, of that day or the day before."""
    source = sources.get(mention.source_id)
    published = source.context.published if source is not None else None
    if source is None or published is None or mention.time is None or mention.modality not in _REAL:
        return None
    if not _behind_dateline(mention, source):
        return None
    first, day = mention.time.first_day, published.first_day
    return source.context.place if first is not None and day is not None and 0 <= day - first <= 1 else None


def _behind_dateline(mention: Mention, source: Source) -> bool:
    """Whether a mention's sentence is the one that the dateline opens."""
    place, start = source.context.place or "", mention.sentence.start
    opening = source.text[max(0, start - _DATELINE) : min(mention.sentence.end, start + _DATELINE)]
    found = opening.lower().find(place.lower())
    return found >= 0 and "\n" not in opening[found : min(_DATELINE, start)]


def _participants(members: Sequence[Mention]) -> tuple[Participant, ...]:
    found: dict[str, Participant] = {}
    for mention in members:
        for participant in mention.participants:
            found.setdefault(participant.text.lower(), participant)
    return tuple(found.values())


def _phrase(mention: Mention, expressions: Mapping[str, TimeExpression]) -> str:
    """The time phrases that date a mention, as the text has them."""
    phrases = []
    for ref in mention.time_refs:
        expression = expressions.get(ref.expression)
        if expression is None:
            continue
        distance = expressions.get(ref.counted or "")
        if distance is not None and distance is not expression:
            phrases.append(f"{distance.phrase} {ref.relation} {expression.phrase}")
            continue
        end = expressions.get(expression.range_end or "")
        phrases.append(f"{expression.phrase} – {end.phrase}" if end is not None else expression.phrase)
    return "; ".join(phrases)


def _explanation(mention: Mention, expressions: Mapping[str, TimeExpression]) -> str:
    """How the time was found: each phrase's reading, and what ties it to the event."""
    parts = []
    for ref in mention.time_refs:
        expression = expressions.get(ref.expression)
        if expression is None:
            continue
        read = expression.reading.explanation if expression.reading is not None else "not read"
        if expression.correction is not None:
            read = f"{expression.phrase}: corrected by the analyst"
        distance = expressions.get(ref.counted or "")
        if distance is expression:
            parts.append(f"{distance.phrase} {ref.relation} the day of publication")
        elif distance is not None:
            within = ref.relation is Relation.WITHIN
            side = f"within {distance.phrase} of" if within else f"{distance.phrase} {ref.relation}"
            parts.append(f"{side} {read.rstrip('. ')}")
        else:
            parts.append(f"{_LINK_WORDS[ref.relation]}{read.rstrip('. ')}")
    if mention.date_basis is not None:
        parts.append(_BASIS_WORDS[mention.date_basis])
    return "; ".join(parts)


def _link(event_id: str, mention: Mention, expressions: Mapping[str, TimeExpression]) -> SourceLink:
    own = next((expressions[r.expression] for r in mention.time_refs if r.expression in expressions), None)
    inside = own is not None and mention.sentence.contains(own.span)
    phrase: Span | None = own.span if own is not None and inside else None
    basis = mention.date_basis.value if mention.date_basis is not None else "undated"
    return SourceLink(
        id=f"{event_id}:{mention.source_id}:{mention.head.start}",
        event_id=event_id,
        source_id=mention.source_id,
        sentence=mention.sentence,
        phrase=phrase,
        role=LinkRole.REPORTS,
        made_by=f"{basis} rule",
        mention=mention.key,
    )
