"""How the window puts sources, events and counts into words."""

import re
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from timeline_app.model.digest import AWAITING
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.source import TYPED, Evidence, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.dates import describe, describe_published, describe_weekdays
from timeline_app.workspace.settling import candidates_of
from timeline_app.workspace.translation import mark, translated

translate = QCoreApplication.translate
_QUOTED = re.compile("“([^”]*)”")  # words of the text, which are not translated


class _Counted(QObject):
    """Counted nouns; only `tr` of a QObject has plurals that are found for translation."""

    def say(self, number: int, noun: str) -> str | None:
        match noun:
            case "event":
                return self.tr("%Ln event(s)", "", number)
            case "suggestion":
                return self.tr("%Ln suggestion(s)", "", number)
            case "source":
                return self.tr("%Ln source(s)", "", number)
            case "report":
                return self.tr("%Ln report(s)", "", number)
            case "document":
                return self.tr("%Ln document(s)", "", number)
            case "origin":
                return self.tr("%Ln origin(s)", "", number)
            case "difference":
                return self.tr("%Ln difference(s)", "", number)
            case "file":
                return self.tr("%Ln file(s)", "", number)
            case "more":
                return self.tr("%Ln event(s); click again for the next.", "", number)
            case _:
                return None


_counted = _Counted()


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "1 event", "3 events", in the language of the window where the noun is one of its own."""
    return _counted.say(number, noun) or f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def published_evidence(source: Source) -> Evidence | None:
    """Where the publication date in force was read: the surest word on it.

    A date that the analyst took over from a place in the source is still told by that place.
    """
    found = [e for e in source.context.evidence if e.field == "published"]
    best = max(found, key=lambda e: e.confidence, default=None)
    if best is not None and best.where == TYPED and len(found) > 1:
        known = (c.where for c in candidates_of(source) if not c.typed and c.value == source.context.published)
        if (where := next(known, None)) is not None:
            return replace(best, where=where)
    return best


def publication_line(source: Source) -> str:
    """ "Valley Press · published Mon 14 Oct 2024 14:00 (UTC) · from the dateline"."""
    parts = [source.publisher] if source.publisher else []
    if source.context.published is None:
        return " · ".join([*parts, translate("Wording", "publication date unknown")])
    time = describe_published(source.context.published, source.context.time_zone)
    parts.append(translate("Wording", "published {time}").format(time=time))
    evidence = published_evidence(source)
    if evidence is not None:
        parts.append(where_read(evidence.where))
    return " · ".join(parts)


def where_read(where: str) -> str:
    """A piece of evidence as an ending: "from the dateline", "typed by the analyst"."""
    if where == "typed by the analyst":
        return translate("Wording", "typed by the analyst")
    if where.startswith(("typed", "from", "given", "set")):
        return where
    named = where if where.startswith(("the ", "a ", "an ", "its ")) else f"the {where}"
    quoted = _QUOTED.findall(named)
    place = ", ".join(translated(part) for part in _QUOTED.sub("“{}”", named).split(", "))
    for words in quoted:
        place = place.replace("{}", words, 1)
    return translate("Wording", "from {place}").format(place=place)


_PLACES = (
    mark("the dateline"),
    mark("the byline"),
    mark("the headline"),
    mark("the address"),
    mark("the file name"),
    mark("the text"),
    mark("the settings"),
    mark("the line “{}”"),
    mark("the date line at the top"),
    mark("the month at the top"),
    mark("the line with author and date"),
    mark("a line near the top"),
    mark("the page's address"),
    mark("the file's name"),
    mark("a link in the text"),
    mark("a link in a comment"),
    mark("the page's “{}”"),
    mark("the page's JSON-LD “{}”"),
    mark("the note of when it was saved"),
    mark("the time marked as the page's date"),
    mark("the time marked as the last change"),
    mark("the time beside the headline"),
    mark("a time on the page"),
    mark("the message's Date field"),
    mark("the message's last Received field"),
    mark("the Date field of the message that it came with"),
    mark("the PDF's properties"),
    mark("the document's properties"),
    mark("when it was made"),
    mark("when it was changed"),
    mark("like the dateline"),
    mark("and the weekdays told fit"),
    mark("but the weekdays told do not fit"),
)
"""Where a date is found, so that it is told in the language of the window; “{}” stands for words of the text."""


def proposals(source: Source) -> list[tuple[str, str]]:
    """Dates that the source hints at while none is trusted: each as typed text, and in words with its place."""
    found: dict[str, str] = {}
    for evidence in source.context.evidence:
        if evidence.field == "published" and source.context.published is None:
            found.setdefault(evidence.value, where_read(evidence.where))
    return list(found.items())


def needs_review(event: Event) -> bool:
    """Whether the analyst has still to look at an event."""
    return event.status in AWAITING


def is_shown(event: Event) -> bool:
    """Whether an event counts: rejected ones are kept, but counted nowhere."""
    return event.status is not Status.REJECTED


def when(event: Event) -> str:
    """An event's time in force, with weekdays where it tells days."""
    return describe_weekdays(event.time) if event.time is not None else describe(None)


def weekdays_of(time: TimeValue | None) -> str:
    """A time with weekdays where it tells days, or that there is none."""
    return describe_weekdays(time) if time is not None else describe(None)


def count_line(shown: int, waiting: int, undated: int) -> str:
    """ "13 events · 5 to review · 2 undated"."""
    words = translate("Wording", "{events} · {waiting} to review · {undated} undated")
    return words.format(events=counted(shown, "event"), waiting=f"{waiting:,}", undated=f"{undated:,}")


def origin_line(document: TimelineDocument, event: Event) -> str:
    """ "2 documents · 1 origin": how many sources report an event, and how many of them are independent."""
    documents = len({link.source_id for link in document.links_of_event(event.id)})
    if not documents:
        return translate("Wording", "no source")
    return f"{counted(documents, 'document')} · {counted(min(event.origins, documents) or 1, 'origin')}"
