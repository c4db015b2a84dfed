"""The timeline in each of its states."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.chart.hit import bar_extent
from timeline_app.gui.palette import palette_for
from timeline_app.gui.theme import qt_palette, style_sheet
from timeline_app.gui.timeline.clusters import clusters_in_view
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


def moving(theme: str) -> QWidget:
    """An event is dragged to another day: its ghost, the line that it snaps to, and how far it goes."""
    view = _few(theme)
    _drag(view, _bar(view, "e1"), QPointF(view.canvas.view.scale * 3, 0), Qt.KeyboardModifier.NoModifier)
    return view


def resizing(theme: str) -> QWidget:
    """The end of a selected event is dragged."""
    view = _few(theme)
    view._selection.select_events(["e2"])
    _drag(view, _bar(view, "e2", 1.0), QPointF(view.canvas.view.scale * 2, 0), Qt.KeyboardModifier.NoModifier)
    return view


def new_period(theme: str) -> QWidget:
    """A period is drawn over empty canvas, for a new event."""
    view = _few(theme)
    area = view.canvas.area
    at = QPointF(area.left() + area.width() * 0.3, area.bottom() - 60)
    _drag(view, at, QPointF(180, 20), Qt.KeyboardModifier.ControlModifier)
    return view


def band(theme: str) -> QWidget:
    """A rectangle is drawn over several events; those of the last one stay selected."""
    view = _few(theme)
    view._selection.select_events(["e3", "e4"])
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    _drag(view, view.canvas.area.topLeft() + QPointF(30, 4), QPointF(420, 50), both)
    return view


def zoomed(theme: str) -> QWidget:
    """A part of a long time: the window in the density bar, labels at the edges, a cluster with a selected event."""
    view = crowd(theme)
    assert isinstance(view, TimelineView)
    camera = view.canvas.camera
    camera.zoom(0.12, view.canvas.area.width() * 0.6)
    arrangement = view.canvas.frame.arrangement
    columns = view.canvas.scene_data.columns
    seen = clusters_in_view(view.canvas.frame)
    hidden = arrangement.members(int(seen[len(seen) // 2]))[0] if len(seen) else view.canvas.frame.events[0]
    view._selection.select_events([columns.ids[int(hidden)]], view)
    return view


def long_names(theme: str) -> QWidget:
    """Lanes with names of many words, of one endless word and from right to left; labels in several scripts."""
    names = (
        "Ministry of the Interior and of Public Works, press office for the northern provinces",
        "Pneumonoultramicroscopicsilicovolcanoconiosis",
        "وكالة أنباء الشمال",
        "סוכנות הידיעות של הצפון",
    )
    titles = ("Bridge is closed", "عاد الوزير إلى العاصمة", "ראש העיר התפטר", "Überfluß in Łódź – “nowhere” 30 €")
    records: list[Record] = []
    for n in range(16):
        value = TimeValue.days(APRIL + 5 * n % 37, APRIL + 5 * n % 37 + n % 3)
        title, place = titles[n // 4 if n % 4 else 0], names[n % 4]
        records.append(Event(f"e{n}", title, resolved=value, place=place, status=Status.ACCEPTED))
    return _view(theme, records, lanes_by="place")


def filtered(theme: str) -> QWidget:
    """A filter hides every event: what to do."""
    view = _few(theme)
    view.set_visible_events([])
    return view


def hover_card(theme: str) -> QWidget:
    """What an event is, when, who says so and how its date was read."""
    view = _few(theme)
    view.card.show_event("e1")
    view.card.show()
    view.card.view = view  # type: ignore[attr-defined]  # lives as long as its card
    return view.card


def legend(theme: str) -> QWidget:
    """What the ways of drawing mean."""
    view = _few(theme)
    view.show_legend()
    view.legend.view = view  # type: ignore[attr-defined]  # lives as long as the legend
    return view.legend


STATES: dict[str, Callable[[str], QWidget]] = {
    "canvas-every-look": every_look,
    "canvas-crowd": crowd,
    "canvas-gaps": gaps_and_folded_lanes,
    "canvas-millennia": millennia,
    "canvas-minutes": minutes,
    "canvas-empty": nothing,
    "canvas-filtered": filtered,
    "canvas-zoomed": zoomed,
    "canvas-long-names": long_names,
    "canvas-moving": moving,
    "canvas-resizing": resizing,
    "canvas-new-period": new_period,
    "canvas-band": band,
    "canvas-hover-card": hover_card,
    "canvas-legend": legend,
}


def _few(theme: str) -> TimelineView:
    """Five events of two sources, one of them told with its reading."""
    text = "The gates of the dam were opened on Tuesday. The inquiry opens on Monday."
    context = PublicationContext(published=TimeValue.day(2024, 4, 18))
    records: list[Record] = [
        Source("s0", "courier.txt", "Valley Courier", text, "0", context=context, position=0),
        _source("s1", "Northern Wire"),
    ]
    told = (
        ("Rain fills the reservoir", 4, 12, Modality.HAPPENED),
        ("Gates of the dam are opened", 16, 16, Modality.HAPPENED),
        ("Villages are evacuated", 13, 15, Modality.HAPPENED),
        ("Bridge is closed", 10, 11, Modality.HAPPENED),
        ("Inquiry is to open", 22, 22, Modality.PLANNED),
    )
    for n, (title, first, last, modality) in enumerate(told):
        value = TimeValue.days(APRIL + first - 1, APRIL + last - 1)
        why = "“Tuesday” + published Thu 18 April 2024 → Tue 16 April 2024" if n == 1 else ""
        event = Event(f"e{n}", title, resolved=value, modality=modality, status=Status.ACCEPTED, explanation=why)
        records += [event, SourceLink(f"l{n}", f"e{n}", f"s{n % 2 if n != 1 else 0}", Span(0, 44))]
    return _view(theme, records)


def _bar(view: TimelineView, event_id: str, share: float = 0.5) -> QPointF:
    """A point of an event's bar, so far along it."""
    canvas, columns = view.canvas, view.canvas.scene_data.columns
    row = columns.rows_of([event_id])[0]
    left, right = bar_extent(columns, row, canvas.view)
    y = canvas.frame.y(int(canvas.frame.rows[canvas.frame.events.tolist().index(row)]))
    return canvas.area.topLeft() + QPointF(left + share * (right - left), y)


def _drag(view: TimelineView, start: QPointF, by: QPointF, held: Qt.KeyboardModifier) -> None:
    """Presses the button and moves the mouse, and does not let go."""
    viewport, left = view.canvas.viewport(), Qt.MouseButton.LeftButton
    moves = ((QEvent.Type.MouseMove, start + by * share) for share in (0.3, 0.6, 1.0))
    for kind, at in ((QEvent.Type.MouseButtonPress, start), *moves):
        button = left if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        QApplication.sendEvent(viewport, QMouseEvent(kind, at, viewport.mapToGlobal(at), button, left, held))


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
