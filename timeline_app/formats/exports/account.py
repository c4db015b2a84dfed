"""The chronology as a reader cites it: every quote numbered, every source numbered."""

from dataclasses import dataclass

from timeline_app.formats.exports.export import Export
from timeline_app.formats.exports.wording import source_line, standing, title_of, when
from timeline_app.formats.plain_text import clean
from timeline_app.model.digest import AWAITING
from timeline_app.model.event import Event
from timeline_app.model.source import Source


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that reports an event: its number, its words, and the number of its source."""

    number: int
    words: str
    source: int
    start: int  # code points into the source's text
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the chronology, ready to be set."""

    when: str
    title: str
    standing: str
    description: str
    quotes: tuple[Quote, ...]
    cited: tuple[int, ...]  # numbers of its sources, where quotes do not leave
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The whole chronology."""

    title: str
    dated: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    sources: tuple[Source, ...]
    zone: str
    unreviewed: int  # events that nobody has decided on

    @property
    def summary(self) -> str:
        """What it holds, in one line."""
        parts = [_count(len(self.dated), "event")]
        if self.undated:
            parts.append(f"{len(self.undated):,} undated")
        if self.unreviewed:
            parts.append(f"{self.unreviewed:,} not reviewed")
        parts.append(_count(len(self.sources), "source"))
        return " · ".join([*parts, f"clock times in {self.zone}"])


def make_account(export: Export) -> Account:
    """The chronology of the chosen events; quotes are numbered in the order in which they are read."""
    numbers = {source.id: number for number, source in enumerate(export.sources, 1)}
    made: list[Entry] = []
    count = 0
    for event in export.one_by_one(export.events):
        quotes = []
        for link, words in export.quotes(event):
            count += 1
            place = (numbers[link.source_id], link.sentence.start, link.sentence.end)
            quotes.append(Quote(count, clean(words), *place, link.role.value))
        made.append(_entry(export, event, tuple(quotes), numbers))
    dated = len(export.dated)
    waiting = sum(event.status in AWAITING for event in export.events)
    return Account(export.title, tuple(made[:dated]), tuple(made[dated:]), tuple(export.sources), export.zone, waiting)


def citation(account: Account, quote: Quote) -> str:
    """Where a quote stands: the source in full, and the place of the sentence in its text."""
    role = "" if quote.role == "reports" else f" ({quote.role})"
    place = f"characters {quote.start:,}–{quote.end:,}"
    return f"[{quote.source}] {source_line(account.sources[quote.source - 1])}; {place}{role}"


def _entry(export: Export, event: Event, quotes: tuple[Quote, ...], numbers: dict[str, int]) -> Entry:
    links = export.document.links_of_event(event.id)
    cited = () if quotes else tuple(dict.fromkeys(numbers[link.source_id] for link in links))
    notes = tuple(line for line in map(clean, export.notes(event).splitlines()) if line)
    about = " · ".join(standing(event))
    return Entry(when(export, event), title_of(event), about, clean(event.description), quotes, cited, notes)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
