"""The timeline in each of its states."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.gui.palette import palette_for
from timeline_app.gui.theme import qt_palette, style_sheet
from timeline_app.gui.timeline.view import TimelineView
from timeline_app.model.annotation import Mention, Modality
from timeline_app.model.calendar import DAY, HOUR, MINUTE, day_number
from timeline_app.model.change import Insert, ProjectSettings, Record, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, LinkRole, SourceLink, Status
from timeline_app.model.source import PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

SIZE = (960, 430)
APRIL = day_number(2024, 4, 1)


def every_look(theme: str) -> QWidget:
    """One event of each kind, one of them selected, one under the cursor."""
    day, month = TimeValue.day(2024, 4, 12), TimeValue.month(2024, 4)
    soft = replace(
        TimeValue.days(APRIL + 8, APRIL + 20), latest_start=(APRIL + 12) * DAY, earliest_end=(APRIL + 16) * DAY
    )
    hidden = replace(month, latest_start=month.latest_end, earliest_end=month.earliest_start)
    told = [
        ("Ferry runs aground", day, {}),
        ("Harbour stays closed", soft, {}),
        ("Somebody opens the lock", hidden, {}),
        ("Repairs go on", day.since(), {"modality": Modality.ONGOING}),
        ("Old lighthouse is in use", day.until(), {}),
        ("Storm season begins", replace(month, approximate=True), {}),
        ("Inquiry will hear the captain", TimeValue.day(2024, 4, 24), {"modality": Modality.PLANNED}),
        ("Ministry denies a warning", TimeValue.day(2024, 4, 17), {"modality": Modality.DENIED}),
        ("Second ferry may be chartered", TimeValue.day(2024, 4, 21), {"modality": Modality.POSSIBLE}),
        ("Crew is rescued", TimeValue.days(APRIL + 12, APRIL + 12), {"status": Status.SUGGESTED}),
        ("Mayor resigns", TimeValue.day(2024, 4, 15), {"status": Status.REJECTED}),
        ("Divers find the anchor", TimeValue.day(2024, 4, 18), {}),
    ]
    records: list[Record] = [
        Event(f"e{n}", title, resolved=value, **{"status": Status.ACCEPTED} | fields)
        for n, (title, value, fields) in enumerate(told)
    ]
    here = Span(0, 4)
    rival = Mention("m", "s0", here, here, here, "Divers find it", "find", time=TimeValue.day(2024, 4, 26))
    records += [_source("s0", "Harbour notices"), rival]
    records += [SourceLink(f"l{n}", f"e{n}", "s0", here) for n in range(len(told))]
    records += [SourceLink("rival", "e11", "s0", here, role=LinkRole.CONTRADICTS, mention="m")]
    view = _view(theme, records, rejected=True)
    view._selection.select_events(["e1"])
    view.canvas.set_hovered(view.canvas.scene_data.columns.row_of("e9"))
    return view


def crowd(theme: str) -> QWidget:
    """Two thousand events in five places: clusters, and the density of the whole below."""
    draw = random.Random(4)
    words = ("dam", "river", "council", "police", "talks", "border", "city", "court")
    records: list[Record] = []
    for n in range(2_000):
        first = APRIL - draw.randrange(4_000)
        title = " ".join(draw.choice(words) for _ in range(4)).capitalize()
        value = TimeValue.days(first, first + (draw.randrange(60) if draw.random() < 0.2 else 0))
        records.append(Event(f"e{n}", title, resolved=value, place=f"District {n % 5 + 1}", status=Status.ACCEPTED))
    return _view(theme, records, lanes_by="place")


def gaps_and_folded_lanes(theme: str) -> QWidget:
    """A folded lane, a labelled gap, and the lines of publication and of the present."""
    records: list[Record] = [_source("s0", "Valley Courier"), _source("s1", "Northern Wire")]
    days = (-160, -158, -151, -20, -12, -11, -3, 9, 14)
    for n, day in enumerate(days):
        value = TimeValue.days(APRIL + day, APRIL + day + n % 3)
        records.append(Event(f"e{n}", f"Gate {n + 1} of the dam is opened", resolved=value, status=Status.ACCEPTED))
        records.append(SourceLink(f"l{n}", f"e{n}", f"s{n % 2}", Span(0, 4)))
    view = _view(theme, records)
    view.label_gaps(True)
    view.canvas.toggle_lane(1)
    return view


def millennia(theme: str) -> QWidget:
    """Years before 1 on the same axis."""
    told = ((-2559, "Great pyramid is finished"), (-752, "City is founded"), (-43, "Dictator is killed"))
    more = ((793, "Monastery is raided"), (1347, "Plague reaches the port"), (1969, "People walk on the Moon"))
    records = [
        Event(f"e{year}", title, resolved=TimeValue.year(year), status=Status.ACCEPTED) for year, title in told + more
    ]
    return _view(theme, records, lanes_by="none")


def minutes(theme: str) -> QWidget:
    """Clock readings, shown on the clock of another zone."""
    begin = day_number(2024, 4, 16) * DAY + 4 * HOUR
    told = ((0, "Siren sounds"), (12, "Gates are opened"), (13, "Water reaches the road"), (41, "Bridge is closed"))
    records: list[Record] = []
    for minute, title in told:
        value = TimeValue.instant(begin + minute * MINUTE, offset=0, zone="UTC")
        records.append(Event(f"e{minute}", title, resolved=value, status=Status.ACCEPTED))
    return _view(theme, records, lanes_by="none", display_zone="Asia/Tokyo")


def nothing(theme: str) -> QWidget:
    """Before the first event: what to do next."""
    return _view(theme, [])


STATES: dict[str, Callable[[str], QWidget]] = {
    "canvas-every-look": every_look,
    "canvas-crowd": crowd,
    "canvas-gaps": gaps_and_folded_lanes,
    "canvas-millennia": millennia,
    "canvas-minutes": minutes,
    "canvas-empty": nothing,
}


def _source(source_id: str, title: str) -> Source:
    published = TimeValue.day(2024, 4, 18)
    context = PublicationContext(published=published)
    return Source(source_id, f"{source_id}.txt", title, "text", "0", context=context, position=int(source_id[1:]))


def _view(theme: str, records: Iterable[Record], *, rejected: bool = False, **settings: str) -> TimelineView:
    document = TimelineDocument()
    for record in records:
        document.apply(Insert(record))
    if settings:
        document.apply(Replace(ProjectSettings(**settings)))
    store = DocumentStore()
    store.adopt(document, None)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    palette = palette_for(theme == "dark")
    application.setPalette(qt_palette(palette))
    application.setStyleSheet(style_sheet(palette))
    view = TimelineView(store, Selection(store))
    store.setParent(view)
    view.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    view.set_palette_colors(palette)
    view.show_rejected = rejected
    view.resize(*SIZE)
    view.show()
    view.load()
    application.processEvents()
    view.canvas.camera.motion = 0
    view.canvas.camera.fit_all()
    return view
