"""Finds, for each mention, those that may tell the same event, without asking about all: by heads, time and names."""

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from timeline_app.extraction.corroboration.clocks import PUT_OFF
from timeline_app.extraction.corroboration.denials import denied_keys
from timeline_app.extraction.corroboration.matching import crowd_key, outburst_key, place_key, toll_key
from timeline_app.extraction.corroboration.naming import title_names
from timeline_app.extraction.corroboration.parties import party_names
from timeline_app.extraction.corroboration.wording import content_of, rest_of
from timeline_app.extraction.events.kinds import akin_keys, same_keys
from timeline_app.model.annotation import Mention, Modality
from timeline_app.model.calendar import DAY, HOUR

_WEEK = 8 * DAY  # longest interval that merges by itself, and a day for time zones
_ANY_WEEK = -(10**9)  # where the mentions stand that last longer
_MOST_WEEKS = 60  # of the interval of a mention that are looked through one by one
_ZONES = DAY  # between two times of one event on clocks that nobody names
_MOST_TOLD = 4_096  # mentions of one key and week that are known; bounds endless texts
_MOST_NEAR = 40  # mentions that a new one is compared with: those that name the same first, then the latest
_MOST_COPIES = 3  # of one title: each copy of a sentence finds those before
_MOST_TELLING = 3  # words of a title by which its copies are found
_NUMBERS = 4  # of 64 bits that names are kept in
_MOST_ALIKE = 8  # mentions with other heads that tell of the same things
_MOST_OF_DAY = 1_024  # mentions of one day that are known; the latest
_CLOCKS = HOUR  # between what two reporters tell of one moment, at most
_PREFIX = 2  # letters of a name by which spellings of it meet


class Nearby:
    """Finds likely pairs: heads related, times bounded and no farther apart than one event is ever told to be."""

    def __init__(self) -> None:
        self._weeks: dict[str, dict[int, array[int]]] = defaultdict(dict)  # numbers of mentions by key and week
        self._copies: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_MOST_COPIES))  # by words, if unbounded
        self._days: dict[int, deque[int]] = {}  # numbers of mentions told to the day, by day
        self._first, self._last, self._reach = array("q"), array("q"), array("q")  # of each mention, in seconds
        self._named = array("Q")  # of each mention, a bit for each name, in several numbers
        self._told = array("Q")  # and one for each thing that its title tells

    def earlier(self, mention: Mention, number: int, repeats: bytearray) -> list[int]:
        """The mentions asked about before that this one may be one with; from now on it is among them.

        `number` counts the mentions: each is asked about once, in their order.  Those that `repeats` marks are left
        out: another stands for them.
        """
        time = mention.time
        if time is None or time.earliest_start is None or time.latest_end is None:
            self._keep(0, 0, 0, frozenset(), frozenset())
            return self._alike(mention, number)
        first, last, reach = time.earliest_start, time.latest_end, _reach(mention)
        self._keep(first, last, reach, _names(mention), content_of(mention) | title_names(mention))
        known = [self._weeks[key] for key in _keys(mention)]
        near = self._near(known, number, repeats)
        week = first // _WEEK if last - first <= _WEEK else _ANY_WEEK
        for at in known:
            told = at.setdefault(week, array("q"))
            told.append(number)
            if len(told) > _MOST_TOLD:
                del told[0]
        return near

    def alike(self, number: int, repeats: bytearray) -> list[int]:
        """The mentions before one, asked about already, that tell most of the same things of its day.

        None where a time is not told to the day: much is alike within a month.
        """
        first, last = self._first[number], self._last[number]
        if not 0 < last - first <= DAY:
            return []
        days = (self._days.get(day, ()) for day in range(first // DAY - 1, (last - 1) // DAY + 2))
        near = np.fromiter(chain.from_iterable(days), np.int64)
        for day in range(first // DAY, (last - 1) // DAY + 1):
            self._days.setdefault(day, deque(maxlen=_MOST_OF_DAY)).append(number)
        near = np.unique(near[np.frombuffer(repeats, np.uint8)[near] == 0])
        begin, end = (np.frombuffer(times, np.int64)[near] for times in (self._first, self._last))
        near = near[(begin - _CLOCKS < last) & (end + _CLOCKS > first)]
        told = np.frombuffer(self._told, np.uint64).reshape(-1, _NUMBERS)
        shared = np.bitwise_count(told[near] & told[number]).sum(axis=1)
        order = np.argsort(shared, kind="stable")[-_MOST_ALIKE:]
        found: list[int] = near[order][shared[order] > 0].tolist()
        return found

    def _alike(self, mention: Mention, number: int) -> list[int]:
        """The latest mentions without bounds of the same words."""
        told = sorted(rest_of(mention), key=lambda word: (-len(word), word))[:_MOST_TELLING]
        known = [self._copies[key] for key in (mention.title, *(f"{mention.lemma} {word}" for word in told))]
        found = sorted({other for same in known for other in same})
        for same in known:
            same.append(number)
        return found

    def _keep(self, first: int, last: int, reach: int, named: frozenset[str], told: frozenset[str]) -> None:
        self._first.append(first)
        self._last.append(last)
        self._reach.append(reach)
        self._named.extend(_bits(name[:_PREFIX] for name in named))
        self._told.extend(_bits(told))

    def _near(self, known: "list[dict[int, array[int]]]", number: int, repeats: bytearray) -> list[int]:
        """The mentions under some keys that are near a mention in time, in their order; the likeliest if too many."""
        first, last = (times[number] // _WEEK for times in (self._first, self._last))
        weeks = range(first - 2, last + 2) if last - first <= _MOST_WEEKS else None
        told = array("q")
        for at in known:
            for week in chain(weeks or at, (_ANY_WEEK,) if weeks else ()):
                if week in at:
                    told.extend(at[week])
        if not told:
            return []
        numbers = np.unique(np.frombuffer(told, np.int64))
        return self._in_time(numbers[np.frombuffer(repeats, np.uint8)[numbers] == 0], number)

    def _in_time(self, numbers: NDArray[np.int64], number: int) -> list[int]:
        begin, end, reach = (np.frombuffer(times, np.int64) for times in (self._first, self._last, self._reach))
        slack = np.maximum(reach[numbers], reach[number])
        near = numbers[(begin[numbers] - slack < end[number]) & (end[numbers] + slack > begin[number])]
        named = np.frombuffer(self._named, np.uint64).reshape(-1, _NUMBERS)
        own, others = named[number], named[near]
        shared = np.bitwise_count(others & own).sum(axis=1)
        if own.any():
            meet = (shared > 0) | ~others.any(axis=1)
            near, shared = near[meet], shared[meet]
        if len(near) > _MOST_NEAR:
            near = np.sort(near[np.argsort(shared, kind="stable")[-_MOST_NEAR:]])
        found: list[int] = near.tolist()
        return found


def _keys(mention: Mention) -> list[str]:
    """Keys of which two mentions share one wherever they may tell one event, or one denies the other."""
    more = (outburst_key(mention), toll_key(mention), crowd_key(mention), place_key(mention), *denied_keys(mention))
    listed = (*same_keys(mention.lemma), *akin_keys(mention.lemma), *(key for key in more if key is not None))
    return list(dict.fromkeys(listed))


def _reach(mention: Mention) -> int:
    """Seconds between a mention and another that may have to do with the same event."""
    if denied_keys(mention):
        return _WEEK
    return PUT_OFF if mention.modality is Modality.PLANNED else _ZONES


def _names(mention: Mention) -> frozenset[str]:
    """Names of which two mentions that name anybody share one, in some spelling, wherever they tell one event.

    None for a statement whose speaker has no name: what is said may name anybody.
    """
    texts = [p.text for p in mention.participants]
    if mention.kind == "statement" and not any(party_names(p.text) for p in mention.participants if p.role == "agent"):
        return frozenset()
    return title_names(mention).union(*(party_names(text) | party_names(text, capitals=False) for text in texts))


def _bits(texts: Iterable[str]) -> list[int]:
    """A bit for each text: names by their first letters, so that their spellings meet."""
    found = [0] * _NUMBERS
    for text in texts:
        which = crc32(text.encode("utf-8", "surrogatepass")) % (64 * _NUMBERS)
        found[which // 64] |= 1 << which % 64
    return found
