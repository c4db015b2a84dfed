"""What a picture of many rich events costs: `python -m benchmarks.pictures [EVENTS…]` (1,000, 10,000, 100,000 without).

The events are as different as real ones: long titles, forty lanes, every modality, points and years, soft edges, open
ends, clock times of several zones, events without a date.  Each picture is made by a process of its own, as the window
has it done; told are its processor time (start and reading the project included), its largest resident memory and the
file.  Writes benchmarks/pictures.md.
"""

import random
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.exports import cost
from timeline_app.formats.project_file import save_project
from timeline_app.gui.export_formats import PICTURES
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY, HOUR, day_number
from timeline_app.model.change import ProjectSettings, Record
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

PAGE = Path(__file__).with_name("pictures.md")
SIZES = (1_000, 10_000, 100_000)
_WORDS = (
    "harbour", "council", "inquiry", "divers", "minister", "evacuation", "of", "the", "northern", "reopened", "after",
    "warned", "that", "emergency", "powers", "spokeswoman", "Übergabe", "declared", "against", "a", "second", "night",
)  # fmt: skip
_LANES = tuple(f"Actor {number} of the northern harbours" for number in range(40))
_FIRST, _LAST = day_number(1987), day_number(2024)


def rich_project(events: int) -> TimelineDocument:
    """A made-up project, the same each time."""
    return TimelineDocument.of([ProjectSettings(title="Rich", lanes_by="lane"), *_events(events)])


def _events(number: int) -> Iterator[Record]:
    draw = random.Random(11)
    for index in range(number):
        title = " ".join(draw.choice(_WORDS) for _ in range(draw.randint(3, 18)))
        yield Event(
            f"e{index:08}",
            title.capitalize(),
            resolved=_time(draw),
            status=draw.choice((Status.SUGGESTED, Status.ACCEPTED, Status.EDITED)),
            modality=draw.choice(tuple(Modality)),
            lane=draw.choice(_LANES),
            kind=draw.choice(("conflict", "statement", "movement", "legal", "disaster")),
        )


def _time(draw: random.Random) -> TimeValue | None:
    day = draw.randint(_FIRST, _LAST)
    plain = TimeValue.days(day, day)
    start = day * DAY + draw.randint(0, 23) * HOUR
    match draw.randint(0, 9):
        case 0:
            return TimeValue.days(day, day + draw.randint(1, 900))
        case 1:
            return replace(TimeValue.year(draw.randint(1987, 2023)), approximate=True)
        case 2:
            return TimeValue.month(draw.randint(1987, 2023), draw.randint(1, 12))
        case 3:
            return plain.since()
        case 4:
            return plain.until()
        case 5:
            begin, end = day * DAY, (day + 90) * DAY
            return TimeValue(begin, begin + 30 * DAY, end - 30 * DAY, end, Granularity.MONTH)
        case 6 | 7:
            return TimeValue.interval(start, start + HOUR, Granularity.MINUTE, zone="Europe/Lisbon", offset=60)
        case 8:
            return None if draw.random() < 0.2 else replace(plain, uncertain=True)
        case _:
            return plain


def main(arguments: list[str]) -> None:
    """Measures, prints and writes the page."""
    sizes = [int(word) for word in arguments] or list(SIZES)
    lines = ["| events | format | processor s | memory MB | file MB |", "|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            save_project(rich_project(size), folder / f"{size}.tline")
            for kind in PICTURES:
                lines.append(f"| {size:,} {cost(folder / f'{size}.tline', kind.id, folder)}")
                print(lines[-1], flush=True)
    PAGE.write_text(_PAGE.format(sizes=" ".join(map(str, sizes)), table="\n".join(lines)), encoding="utf-8")


_PAGE = """# A picture of many events

`python -m benchmarks.pictures {sizes}` measures and writes this page: made-up events with long titles in forty lanes,
of every modality, with soft edges, open ends and clock times, each picture 1,600 pixels wide, by the
process that makes it for the window (its start and reading the project included).

{table}

Up to a thousand events each have a row, so that such a picture is the highest; of more, a lane has forty rows at most
and what stands at one spot is gathered under its number. What is left is reading and arranging the events: time and
memory grow with their number, the picture does not.
"""

if __name__ == "__main__":
    main(sys.argv[1:])
