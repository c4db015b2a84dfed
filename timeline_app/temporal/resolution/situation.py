"""The situation a phrase is read in: what "now" is, which times were told before, and the verb's tense."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from timeline_app.model.annotation import Anchor, AnchorKind
from timeline_app.model.bounds import begin_until
from timeline_app.model.calendar import DAY
from timeline_app.model.expression import Base
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Aside, Span, Tense

_REACH = 400  # code points back to the sentence whose day a bare clock time or part of a day may share
_RECENT = 1830  # days, five years
_LEADS_ON = (Granularity.YEAR, Granularity.SEASON)  # what the months and days after it may lie in
_BEGINNING = 8  # code points: a paragraph's number
_STEP_BACK, _FRESH = 30, 7  # days
_ASIDES = 4  # times told in a step back, at most: more are a story of their own
_SOON = 2  # days
_INSISTED = 2  # times that a bare year is told in a row
_GAP = 2  # code points between a sentence and the next of its paragraph
NO_ANCHOR = Anchor(AnchorKind.NONE)


class Unanchored(Exception):  # noqa: N818 - it is an answer, not a fault
    """The phrase needs a time that the situation does not hold; the text says which, for the analyst."""


@dataclass(frozen=True, slots=True)
class Told:
    """A time that the story told already: what anaphoric phrases count from."""

    time: TimeValue
    expression: str
    sentence: Span
    moves_story: bool = True
    deictic: bool = False  # counted from publication: "said on Wednesday"
    since: bool = False  # only opens a span: "since 1967"
    aside: Aside | None = None
    paragraph: int = 0
    opens: bool = False  # its sentence
    says_weekday: bool = False  # with the date: "Monday, Sept. 6"
    says_day: bool = False  # and month: "August 15"
    closes_day: bool = False  # midnight, at the end of the day that the story told
    stated: bool = False  # when something was said or pictured: "said on Monday"
    ahead: bool = False  # told as still to come
    of_thing: bool = False  # which thing is meant: "a 2003 treaty"
    goes_on: bool = False  # counted from a time told before: "the following morning"

    def is_seen_from(self, sentence: Span, paragraph: int, aside: Aside | None) -> bool:
        """Whether a phrase may count from this time: from what stood beside the story only where that still goes on."""
        if self.aside is None:
            return True
        if self.aside is Aside.CLAUSE:
            return self.sentence == sentence and aside is Aside.CLAUSE
        return self.paragraph == paragraph

    def adjoins(self, sentence: Span) -> bool:
        """Whether it was told in a sentence or the one before it."""
        return sentence.start - self.sentence.end <= _GAP

    @property
    def is_scene(self) -> bool:
        """Whether the story itself stood at this time, known to its month or better."""
        is_fine = self.time.granularity.rank <= Granularity.MONTH.rank
        return is_fine and self.moves_story and self.aside is None and not self.since

    @property
    def anchor(self) -> Anchor:
        """This time as an anchor."""
        return Anchor(AnchorKind.PREVIOUS, anchor_text(self.time), self.expression)


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything outside a phrase that its reading depends on.

    `now` is the live-blog section's instant or day, else the publication; `told` is the story line so far, latest
    last; `sentence` bounds the phrase's own sentence.  In a `narrative` bare dates continue the story instead of
    counting from publication.
    """

    context: PublicationContext
    now: TimeValue | None = None
    now_anchor: Anchor = NO_ANCHOR
    told: tuple[Told, ...] = ()
    tense: Tense | None = None
    sentence: Span | None = None
    narrative: bool = False
    in_quote: bool = False
    of_now: bool = False  # the verb looks ahead from the writer's own present
    retells: bool = False  # the text tells of many years: a bare year leads on to the dates after it
    paragraph: int = 0
    opens: bool = False  # its sentence
    aside: Aside | None = None
    lead: Told | None = None  # the recent day whose deeds the text opens with
    incident: Told | None = None  # what a report of old is about: the first hour that it tells with its date
    chapter: Told | None = None  # the year that stands as a heading above
    stated: bool = False  # the phrase tells when something was said
    local_zone: str | None = None  # what the text shows of the clocks of its place
    twin: Told | None = None  # the same hour, told just before on another clock

    @property
    def is_of_year(self) -> bool:
        """Whether the phrase stands in a section whose header is a year: "2018: In May the club was founded"."""
        is_section = self.now_anchor.kind is AnchorKind.SECTION
        return is_section and self.now is not None and self.now.granularity is Granularity.YEAR

    @property
    def is_future(self) -> bool:
        """Whether the governing verb looks ahead."""
        return self.tense is Tense.FUTURE

    def is_to_come(self, day: int) -> bool:
        """Whether a day told lies ahead of "now", so that nothing of news that has happened was on it."""
        if self.narrative or self.now is None or self.now.first_day is None:
            return False
        return self.tense in (Tense.PAST, Tense.PRESENT) and day > self.now.first_day

    @property
    def scenes(self) -> "Situation":
        """The same without the times that only open a span, on which nothing else needs to have happened."""
        return replace(self, told=tuple(told for told in self.told if not told.since))

    def today(self, unit: Granularity = Granularity.DAY) -> int:
        """Day number of "now"; raises Unanchored when it is unknown or coarser than `unit` needs."""
        if self.now is None or self.now.first_day is None:
            raise Unanchored("the publication date is unknown")
        if self.now.granularity.rank > max(unit.rank, Granularity.DAY.rank):
            raise Unanchored(f"the publication date is known only to the {self.now.granularity}")
        return self.now.first_day

    def clock_now(self) -> int | None:
        """Wall-clock seconds of "now" where it is a clock reading."""
        return self.now.earliest_start if self.now is not None and self.now.is_clock else None

    def previous(self, unit: Granularity) -> Told | None:
        """The nearest time told before that is at least as fine as `unit`.

        Not since when something has been so, where its sentence tells when something was: "halted on Wednesday, in the
        worst strike since the war began two years ago"; nor where the paragraph had come further: "told them on 3 May.
        They had known since March. He left at the end of the month".
        """
        limit = max(unit.rank, Granularity.DAY.rank)
        fine = [t for t in reversed(self.told) if t.time.granularity.rank <= limit]
        last = next(iter(fine), None)
        if last is None or not last.since:
            return last
        of_days = unit.rank <= Granularity.DAY.rank
        told = (t for t in fine if not t.since)
        return next((t for t in told if t.sentence == last.sentence or (not of_days and _is_further(t, last))), last)

    def scene(self) -> Told | None:
        """The day on which something happened that has only its hour: the one told last, of this paragraph.

        A new paragraph of news goes back to what the news is about, where the day told last is only that of what
        somebody said, or of what is still to come.
        """
        scenes = self.scenes
        last = scenes.previous(Granularity.DAY)
        looks_back = self.tense is Tense.PAST or (self.is_future and not self.of_now)  # "was due at 5 a.m."
        if last is not None and looks_back and self._was_background(last):
            return self.incident
        if last is None or self.narrative or not looks_back:
            return last
        days = [t for t in reversed(scenes.told) if t.time.granularity.rank <= Granularity.DAY.rank]
        deeds = next((t for t in days if not t.stated and not t.ahead), None)
        if last.paragraph == self.paragraph:
            if last.ahead and self.tense is Tense.PAST and deeds is not None and deeds.sentence == last.sentence:
                return deeds  # "put off its results, due the next day. Trading stopped at 2.15pm"
            if not last.stated or last.sentence != self.sentence:
                return last
            before = deeds or next((t for t in days if not t.ahead and t.sentence != self.sentence), last)
            if not _is_long_before(before, last):
                return last
            if self.is_fresh(last) and not self.is_fresh(before, _STEP_BACK):
                raise Unanchored("the text tells no day for it")  # "On Thursday police said that ... at 6 p.m."
            return before
        if (
            deeds is not None
            and self.lead is not None
            and _is_long_before(deeds, self.lead)
            and (not self.adjoins(deeds) or deeds.sentence == self.lead.sentence or self.stated)
        ):
            return self.lead  # the background is over
        if deeds is last or (deeds is not None and self.is_near(deeds)):
            return deeds
        return self.lead or deeds or last

    def _was_background(self, last: Told) -> bool:
        """Whether the paragraphs above only told what came before the incident: when the ship was built and surveyed.

        An hour in the next one is of the incident itself.
        """
        if self.incident is None or last.time.is_clock or last.paragraph == self.paragraph:
            return False
        return (self.incident.time.first_day or 0) - _latest(last) > _SOON

    def line_told(self, unit: Granularity) -> Told | None:
        """As `previous`, but of one paragraph rather a time of the story itself than one beside it."""
        scenes = self.scenes
        limit = max(unit.rank, Granularity.DAY.rank)
        own = (t for t in reversed(scenes.told) if t.time.granularity.rank <= limit and t.aside is None)
        found = next(own, None)
        return found if found is not None and found.paragraph == self.paragraph else scenes.previous(unit)

    def explicit(self, unit: Granularity) -> Told | None:
        """As `previous`, but a time counted from publication only where no other was told."""
        limit = max(unit.rank, Granularity.DAY.rank)
        own = (t for t in reversed(self.told) if t.time.granularity.rank <= limit and (t.says_day or not t.deictic))
        return next(own, None) or self.previous(unit)

    def overtaking(self, unit: Granularity) -> Told | None:
        """The month or longer told last that lies beyond every finer time: "in September ... the next day".

        Nobody counts back behind it, so what follows is as vague as it.
        """
        told = self.told[-1] if self.told else None
        if told is None or not told.moves_story:
            return None
        finest = max(unit.rank + 1, Granularity.MONTH.rank)
        if told.time.granularity.rank < finest or told.time.first_day is None or told.time.last_day is None:
            return None
        finer = self.previous(unit)
        is_behind = finer is None or (finer.time.last_day or 0) < told.time.first_day
        return told if is_behind else None

    @property
    def story(self) -> Told | None:
        """Where the story stands: the last time told that moved it."""
        return next((told for told in reversed(self.told) if told.moves_story), None)

    def left_for(self, told: Told) -> Told | None:
        """The scene that a step back left: "On 28 March ... formed by a treaty of 5 November 1917. ... On 15 July"."""
        later = (t for t in self._before(told) if t.is_scene and (t.time.first_day or 0) > _latest(told) + _STEP_BACK)
        return next(later, None)

    def _before(self, told: Told) -> Iterator[Told]:
        """The times told before one, latest first, while they are not many."""
        place = self.told.index(told) if told in self.told else 0
        return islice(reversed(self.told[:place]), _ASIDES)

    def adjoins(self, told: Told) -> bool:
        """Whether a time was told in this sentence or the one before."""
        return self.sentence is not None and told.adjoins(self.sentence)

    @property
    def year_beside(self) -> Told | None:
        """The year told last, by itself, right before: "took over in 1946. In October he bought ..."."""
        told = self.told[-1] if self.told else None
        if told is None or told.time.granularity not in _LEADS_ON or told.paragraph != self.paragraph or told.since:
            return None
        others = (t for t in self.told[:-1] if t.sentence == told.sentence)
        is_alone = told.sentence == self.sentence or all(t.time.granularity is not Granularity.YEAR for t in others)
        leads_on = (told.opens or self.retells) and not told.deictic and self.aside is not Aside.CLAUSE
        leads_on = leads_on and not told.of_thing
        return told if is_alone and leads_on and self.adjoins(told) else None

    @property
    def year_insisted_on(self) -> Told | None:
        """The year told last and right before that too: "after the 1777 campaign. The first campaign of 1777 was"."""
        if len(self.told) < _INSISTED or self.told[-1].time.granularity is not Granularity.YEAR:
            return None
        last = self.told[-_INSISTED:]
        same = all(t.time == last[-1].time and not (t.deictic or t.since or t.aside) for t in last)
        return last[-1] if same and self.aside is None else None

    @property
    def season_beside(self) -> Told | None:
        """The season told last, right before: "They fought in the autumn of 2020. It ended on 10 November."."""
        told = self.told[-1] if self.told else None
        if told is None or told.time.granularity is not Granularity.SEASON or told.since or told.deictic:
            return None
        return told if told.paragraph == self.paragraph and self.adjoins(told) and not self.aside else None

    def goes_on_from(self, told: Told) -> bool:
        """Whether the paragraph goes on from a time: told in the sentence before, or anywhere where much is retold."""
        if told.aside is not None or told.paragraph != self.paragraph:
            return False
        return self.adjoins(told) or (self.retells and not told.deictic)

    def is_near(self, told: Told) -> bool:
        """Whether an earlier time was told in this sentence or shortly before it."""
        return self.sentence is not None and self.sentence.start - told.sentence.end < _REACH

    @property
    def is_of_today(self) -> bool:
        """Whether the writer's own words tell of times so near to publication that "last month" counts from it."""
        story = self.story
        if self.in_quote or self.now is None or self.now.first_day is None or story is None:
            return False
        return abs(self.now.first_day - (story.time.first_day or 0)) < _RECENT

    @property
    def counts_from_now(self) -> bool:
        """Whether "last week" and "this May" are the writer's: everywhere but in histories of long ago."""
        return not self.narrative or self.is_of_today

    def base(self, base: Base, unit: Granularity, *, step: int = 0) -> tuple[int, Anchor]:
        """Day number that a relative phrase counts from, and the anchor it came from; raises Unanchored.

        What is counted ahead of a time told before (a `step` over 0), beside a verb that looks back, is never counted
        from "now".
        """
        ahead = step > 0
        told = self.previous(unit) if base is Base.PREVIOUS or not self.counts_from_now else None
        if told is not None and ahead and told.stated and told.sentence == self.sentence and self.aside is Aside.BEFORE:
            told = self._before_saying(told, unit) or told
        if told is not None and not ahead and self.is_to_come(told.time.first_day or 0):
            told = None  # "till 2024 all close. ... the year before there were 410"
        if told is not None and ahead and unit is Granularity.DAY and self._has_lost(told):
            raise Unanchored("the text has told no day near it to count from")
        if told is not None and step < 0 and unit is Granularity.DAY and self._turns_back(told):
            told = self.lead
        if told is not None and told.time.first_day is not None:
            return told.time.first_day - (told.closes_day and ahead), told.anchor
        of_entry = self.now_anchor.kind is AnchorKind.SECTION and self.clock_now() is None  # the next day, in a diary
        before = base is Base.PREVIOUS and step < 0 and self.aside is Aside.BEFORE  # "had rehearsed it a week before"
        is_untold = before and unit.rank < Granularity.YEAR.rank and not self.told
        if is_untold or (ahead and base is Base.PREVIOUS and self.tense is Tense.PAST and not of_entry):
            raise Unanchored("the text has told no time before it to count from")
        if not self.counts_from_now and (base is Base.PREVIOUS or self.story is not None):
            raise Unanchored("no earlier time in the text is exact enough to count from")
        return self.today(unit), self.now_anchor

    def _before_saying(self, said: Told, unit: Granularity) -> Told | None:
        """ "was seen on 3 May. His lawyer said yesterday that he had left the next day": of what was told before."""
        limit = max(unit.rank, Granularity.DAY.rank)
        before = (t for t in self._before(said) if t.time.granularity.rank <= limit and not (t.stated or t.since))
        return next((t for t in before if t.paragraph == self.paragraph and self.adjoins(t)), None)

    def _turns_back(self, told: Told) -> bool:
        """Whether "a day earlier" in a new paragraph is that of the news: "resumed on Aug. 5. ¶ A day earlier"."""
        if self.lead is None or self.tense is not Tense.PAST or told.paragraph == self.paragraph or self.narrative:
            return False
        return _latest(told) < (self.lead.time.first_day or 0)

    def is_fresh(self, told: Told, days: int = _FRESH) -> bool:
        """Whether a time lies within some days of "now"."""
        return self.now is not None and self.now.first_day is not None and self.now.first_day - _latest(told) <= days

    def _has_lost(self, told: Told) -> bool:
        """Whether a day told is out of sight: in a paragraph above, while this one has begun with something else."""
        begins = self.sentence is None or self.sentence.start - self.paragraph <= _BEGINNING
        return not self.narrative and not begins and told.paragraph != self.paragraph and not self.is_near(told)

    def seen_from(self, time: TimeValue, tense: Tense) -> "Situation":
        """The situation on the day of `time`, looking ahead or back: for the other end of a range."""
        return replace(self, now=time, tense=tense, narrative=False)


def _is_long_before(deeds: Told, statement: Told) -> bool:
    """ "testified on 14 November that they left at 6.30 p.m.": not on the day of the testimony."""
    return (statement.time.first_day or 0) - _latest(deeds) > _SOON


def _latest(told: Told) -> int:
    return told.time.last_day or 0


def anchor_text(time: TimeValue) -> str | None:
    """A time as the value of an anchor: its day or minute, or its first and last."""
    begin, until = begin_until(time)
    return begin if begin == until else "/".join(edge or ".." for edge in (begin, until))


def day_of(time: TimeValue | None) -> int | None:
    """The day on which a time begins, None for open or coarser times."""
    if time is None or time.earliest_start is None or time.granularity.rank > Granularity.DAY.rank:
        return None
    return time.earliest_start // DAY


def _is_further(told: Told, since: Told) -> bool:
    """Whether the story of a paragraph had come further than where a span told after it begins."""
    return told.paragraph == since.paragraph and told.is_scene and (told.time.first_day or 0) > _latest(since)
