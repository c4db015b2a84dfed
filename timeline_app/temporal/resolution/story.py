"""The walk through a source: each phrase is read against publication, its section and what the story told before."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline_app.model.annotation import Alternative, Anchor, AnchorKind, Reading, TimeExpression, TimexType
from timeline_app.model.calendar import DAY, civil
from timeline_app.model.display import describe_weekdays
from timeline_app.model.expression import (
    AnchoredDuration,
    Base,
    Clock,
    Expression,
    Fields,
    Reference,
    Relative,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Aside, Span, Tense
from timeline_app.model.zone import to_zone
from timeline_app.temporal.resolution.core import GUESSED, UNRESOLVED, reading, resolve
from timeline_app.temporal.resolution.explain import explain
from timeline_app.temporal.resolution.headings import (
    heads_chapter,
    is_chapter,
    is_entry,
    opens_paragraph,
    opens_sentence,
)
from timeline_app.temporal.resolution.logs import days_apart
from timeline_app.temporal.resolution.situation import NO_ANCHOR, Situation, Told, Unanchored, anchor_text
from timeline_app.temporal.resolution.trees import (
    counts_back,
    counts_on,
    dates_page,
    is_weekday,
    names_day,
    says_weekday_and_date,
    tells_day,
)
from timeline_app.temporal.resolution.twin_clocks import LocalTimes
from timeline_app.temporal.resolution.unknown import unknown_value

_HEADING = 60  # code points: shorter sentences with a bare year are mostly headings
_MANY_YEARS = 4  # long before publication: what tells of so many is no report of one event
_FAR_AHEAD = 1100  # days, about three years: "his journal, published in 1889, ends on 2 March"
_LONG_OVER = 2  # years before publication
_FRESH = 7  # days before publication, of news
_MEMORY = 40  # times told that a story line keeps; nobody counts from further back


def resolve_all(expressions: Sequence[TimeExpression], context: PublicationContext) -> list[TimeExpression]:
    """Fills the reading of every expression of one source, given in document order.  Pure; never raises."""
    return Story(context, publication_of(context)).resolve(expressions)


def resolve_one(tree: Expression, situation: Situation, phrase: str, beside: Situation | None = None) -> Reading:
    """One tree's reading with its explanation; what cannot be anchored has no time and a warning that says why.

    `beside` is the situation at the other end of a range, where that decides the reading.
    """
    try:
        found = resolve(tree, beside or situation)
        if found.time is not None and found.time.earliest_start is None and found.time.latest_end is None:
            raise Unanchored("it is open on both sides")
    except (Unanchored, ValueError, OverflowError) as reason:
        found = reading(None, unknown_value(tree), confidence=UNRESOLVED, kind=_type_of(tree), warning=str(reason))
    return replace(found, explanation=explain(phrase, tree, found, situation))


def _type_of(tree: Expression) -> TimexType:
    return TimexType.TIME if "T" in unknown_value(tree)[8:] else TimexType.DATE


def publication_of(context: PublicationContext) -> TimeValue | None:
    """The published time on the clock of the source's own zone."""
    published, zone = context.published, context.time_zone
    if published is None or zone is None or not published.is_clock or published.earliest_start is None:
        return published
    if published.offset is None:
        return replace(published, zone=zone)
    try:
        start, offset = to_zone(published.earliest_start, published.offset, zone)
    except ValueError:
        return published
    return replace(published.moved(start - published.earliest_start), zone=zone, offset=offset)


@dataclass
class Story:
    """A source that is read stretch after stretch, and what has been read so far."""

    context: PublicationContext
    published: TimeValue | None  # on the clock of the source's own zone
    by_id: dict[str, TimeExpression] = field(default_factory=dict)  # of the stretch that is being read
    headers: dict[str, TimeValue] = field(default_factory=dict)
    lines: dict[str | None, list[Told]] = field(default_factory=dict)
    quoted: list[Told] = field(default_factory=list)  # told within the quotation that is being read
    begins: dict[str, TimeExpression] = field(default_factory=dict)  # ranges awaiting their end
    entry: tuple[Told, ...] = ()  # the heading or dated entry above, where the years of entries are told
    lead: Told | None = None  # the day of the news
    incident: Told | None = None  # the hour of what a report of old is about
    years: set[int] = field(default_factory=set)  # told, and over long before publication
    midnights: dict[str, int] = field(default_factory=dict)  # days between an entry of a log and the day above it
    chapters: set[Expression] = field(default_factory=set)  # years that stand alone on their lines
    chapter: Told | None = None  # the last of them, where there are several
    last: TimeExpression | None = None
    local: LocalTimes = field(default_factory=LocalTimes)
    sayings: dict[Span, TimeExpression] = field(default_factory=dict)  # sentence → the day on which its quotation fell

    def resolve(self, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
        """Fills the reading of each expression; they follow those of the last call.  Never raises."""
        self.by_id = {e.id: e for e in expressions}
        self.midnights = days_apart(expressions)
        self.chapters |= {e.tree for e in expressions if is_chapter(e)}
        self.local.add(expressions)
        self.sayings = {e.sentence: e for e in expressions if e.stated and not e.in_quote and tells_day(e.tree)}
        return [self._read(expression) for expression in expressions]

    def _read(self, expression: TimeExpression) -> TimeExpression:
        situation = self._situation(expression)
        if expression.in_quote and (saying := self.sayings.get(expression.sentence)) is not None:
            situation = self._said_on(saying, situation)
        found = resolve_one(expression.tree, situation, expression.phrase)
        if (begin := self.begins.pop(expression.id, None)) is not None:
            found = self._after_begin(expression, found, situation, begin)
        elif (end := self.by_id.get(expression.range_end or "")) is not None and (
            situation.is_future or (is_weekday(expression.tree) and is_weekday(end.tree))
        ):
            found = self._before_end(expression, found, situation, end)
        if _is_beyond(expression, found, self.published):
            found = _told_before(expression, situation, self.published)
        found = replace(found, alternatives=(*found.alternatives, *_counted_elsewhere(expression, found, situation)))
        found = replace(found, confidence=round(found.confidence * expression.confidence, 3))
        done = replace(expression, reading=found)
        self._remember(done)
        self.last = done
        return done

    def _said_on(self, saying: TimeExpression, situation: Situation) -> Situation:
        """The situation of quoted words: they count from the day of saying: '"Tomorrow," he said on Monday'."""
        day = resolve_one(saying.tree, self._situation(saying), saying.phrase).time
        if day is None or day.first_day is None or day.first_day != day.last_day:
            return situation
        now = TimeValue.days(day.first_day, day.first_day)
        return replace(situation, now=now, now_anchor=Anchor(AnchorKind.PREVIOUS, anchor_text(now), saying.id))

    def _situation(self, expression: TimeExpression) -> Situation:
        now, anchor = self.headers.get(expression.section or ""), NO_ANCHOR
        if now is not None:
            anchor = Anchor(AnchorKind.SECTION, anchor_text(now), expression.section)
        elif (now := self.published) is not None:
            anchor = Anchor(AnchorKind.PUBLICATION, anchor_text(now))
        if now is not None and (days := self.midnights.get(expression.id)) and now.first_day is not None:
            now = TimeValue.days(now.first_day + days, now.first_day + days)
            anchor = anchor if expression.section else Anchor(AnchorKind.PREVIOUS, anchor_text(now))
        told = self._above(expression) if expression.is_header else tuple(self.lines.get(expression.section, ()))
        tense = None if expression.is_header else expression.tense  # a header's time follows no verb
        narrative = self.context.document_kind is DocumentKind.NARRATIVE or (expression.is_header and bool(told))
        told = _seen(told, expression)
        if expression.in_quote:
            told = (*told, *self.quoted)
        return Situation(
            self.context,
            now,
            anchor,
            told,
            tense,
            expression.sentence,
            narrative,
            expression.in_quote,
            expression.of_now,
            len(self.years) >= _MANY_YEARS,
            expression.paragraph,
            opens_sentence(expression),
            expression.aside,
            self.lead,
            self.incident,
            self.chapter
            if now is None or anchor.kind is not AnchorKind.SECTION
            else Told(now, anchor.expression or "", expression.sentence),
            expression.stated,
            self.local.zone_of(expression),
            self._twin_of(expression),
        )

    def _twin_of(self, expression: TimeExpression) -> Told | None:
        """The same hour told just before on another clock: "8:25 a.m." of "8:25 a.m. (0325 GMT)"."""
        one = self.last
        if one is None or one.time is None or self.local.twins.get(expression.id) != one.id:
            return None
        return Told(one.time, one.id, one.sentence)

    def _is_lead(self, told: Told) -> bool:
        """Whether a time is the recent day of deeds with which news opens."""
        published, day = self.published, told.time.first_day
        if published is None or published.last_day is None or day is None or not told.is_scene:
            return False
        is_day = told.time.granularity.rank <= Granularity.DAY.rank and not (told.stated or told.ahead)
        return is_day and 0 <= published.last_day - day <= _FRESH

    def _is_incident(self, expression: TimeExpression, told: Told) -> bool:
        """ "At 2247 on 18 November 2020 she ran aground": an hour with its date, told of what is over for long."""
        tree = expression.tree
        dated = isinstance(tree, Clock) and tree.day is not None and names_day(tree.day)
        if not dated or not told.is_scene or told.stated or expression.tense is not Tense.PAST or self.lead is not None:
            return False
        published, day = self.published, told.time.first_day
        if published is None or published.last_day is None or day is None:
            return published is None
        return published.last_day - day > _FRESH

    def _above(self, header: TimeExpression) -> tuple[Told, ...]:
        """The day above an entry without a year, where years are told: "October 1917", "1 October. In billets"."""
        if not isinstance(header.tree, Fields) or header.tree.year is not None or header.tree.month is None:
            return ()
        return self.entry

    def _after_begin(
        self, expression: TimeExpression, found: Reading, situation: Situation, begin: TimeExpression
    ) -> Reading:
        """The end of a range that would lie before its begin is read again as what follows the begin."""
        start = begin.time.earliest_start if begin.time is not None else None
        end = found.time.latest_end if found.time is not None else None
        if begin.time is None or start is None or end is None or end > start:
            return found
        ahead = situation.seen_from(begin.time, Tense.FUTURE)
        again = resolve_one(expression.tree, situation, expression.phrase, ahead)
        return again if again.time is not None else found

    def _before_end(
        self, expression: TimeExpression, found: Reading, situation: Situation, end: TimeExpression
    ) -> Reading:
        """A range that lies ahead may have begun: its begin is the last one before its end."""
        last = resolve_one(end.tree, situation, end.phrase).time
        if last is None or last.first_day is None or found.time is None or last.sort_key >= found.time.sort_key:
            return found
        again = resolve_one(expression.tree, situation, expression.phrase, situation.seen_from(last, Tense.PAST))
        return again if again.time is not None else found

    def _remember(self, expression: TimeExpression) -> None:
        time = expression.time
        if time is None or time.earliest_start is None or expression.reading is None:
            return
        if expression.is_header:
            self.headers[expression.id] = time
        if is_entry(expression, said_year=bool(self.entry)):
            self.entry = (Told(time, expression.id, expression.sentence),)
        if len(self.chapters) > 1 and heads_chapter(expression):
            self.chapter = Told(time, expression.id, expression.sentence)
        if expression.range_end is not None:
            self.begins[expression.range_end] = expression
        if not expression.in_quote:
            self.quoted.clear()
        if self.published is not None and (year := _year_said(time)) <= _year_said(self.published) - _LONG_OVER:
            self.years.add(year)
        if (account := _accounted(expression, time)) is not None:
            self.lines.setdefault(expression.section, []).append(account)
        tells_all = self.published is None and not time.is_clock  # "Date of incident: 7 August 2014"
        if (expression.is_header and not tells_all) or not _tells(expression) or dates_page(expression, self.published):
            return
        if expression.id in self.local.twins:
            return  # on another clock it may be another day
        line = self.quoted if expression.in_quote else self.lines.setdefault(expression.section, [])
        tree = expression.tree
        compares = isinstance(tree, Shift) and tree.year_earlier and tree.base is Base.PREVIOUS
        looks_aside = compares or expression.of_now or expression.in_quote or expression.since or expression.of_thing
        moves = not looks_aside and _moves_story(expression, time, line)
        line.append(
            Told(
                time,
                expression.id,
                expression.sentence,
                moves,
                _is_deictic(expression.reading),
                expression.since,
                _aside(expression, time, line),
                expression.paragraph,
                opens_sentence(expression),
                says_weekday_and_date(expression.tree),
                names_day(expression.tree),
                _is_midnight(expression),
                expression.stated,
                expression.tense is Tense.FUTURE,
                expression.of_thing,
                counts_on(tree) and _is_counted(expression),
            )
        )
        if self.lead is None and expression.tense is Tense.PAST and not expression.in_quote and self._is_lead(line[-1]):
            self.lead = line[-1]
        if self.incident is None and self._is_incident(expression, line[-1]):
            self.incident = line[-1]
        del line[:-_MEMORY]


def _seen(told: tuple[Told, ...], expression: TimeExpression) -> tuple[Told, ...]:
    """What a phrase may count from: the line of the story, and of what stood beside it what still goes on.

    So does the only time of its sentence: "A convoy which left on Sunday was looted a day later"; or, where the phrase
    counts on, that of the sentence before.
    """
    own = [t for t in told if t.sentence == expression.sentence]
    if not own and counts_on(expression.tree):
        own = [t for t in told if t.adjoins(expression.sentence)]
    counts = counts_on(expression.tree) or counts_back(expression.tree)
    if counts and own and all(t.aside is Aside.CLAUSE for t in own):
        return told
    return tuple(t for t in told if t.is_seen_from(expression.sentence, expression.paragraph, expression.aside)) or told


def _aside(expression: TimeExpression, time: TimeValue, line: Sequence[Told]) -> Aside | None:
    """Whether a time stands beside the story: what goes on in such a clause, or leads on, is the story itself.

    What is counted from a time beside the story stands beside it too.
    """
    if expression.aside is Aside.BEFORE:
        return Aside.BEFORE
    anchor = expression.reading.anchor.expression if expression.reading is not None else None
    source = next((told.aside for told in reversed(line) if told.expression == anchor), None) if anchor else None
    story = next((told for told in reversed(line) if told.moves_story and told.aside is None), None)
    if expression.aside is None or story is None:
        return source
    ahead = (time.first_day or 0) - (story.time.first_day or 0)
    return source or Aside.BEFORE if 0 <= ahead < _FAR_AHEAD else Aside.CLAUSE


def _counted_elsewhere(expression: TimeExpression, found: Reading, situation: Situation) -> tuple[Alternative, ...]:
    """What a phrase would mean if the time that it was counted from stood aside: counted from the one told before."""
    if found.anchor.kind is not AnchorKind.PREVIOUS or found.time is None or found.anchor.expression is None:
        return ()
    earlier = tuple(told for told in situation.told if told.expression != found.anchor.expression)
    try:
        again = resolve(expression.tree, replace(situation, told=earlier))
    except (Unanchored, ValueError, OverflowError):
        return ()
    known = {found.value, *(other.value for other in found.alternatives)}
    if again.time is None or again.value in known:
        return ()
    return (
        Alternative(again.time, again.value, f"counted from a time told before → {describe_weekdays(again.time)}."),
    )


def _is_beyond(expression: TimeExpression, found: Reading, published: TimeValue | None) -> bool:
    """Whether what is told as past, counted on from a time told before, would lie after publication.

    What is counted back from a time ahead is told as one ahead: no "a picture taken a year earlier shows ...".
    """
    over = counts_back(expression.tree) or (expression.tense is Tense.PAST and counts_on(expression.tree))
    if expression.tense is Tense.FUTURE or not over or found.time is None:
        return False
    if published is None or published.last_day is None or found.time.first_day is None:
        return False
    return found.time.first_day > published.last_day


def _told_before(expression: TimeExpression, situation: Situation, published: TimeValue | None) -> Reading:
    """The reading from an earlier time told that keeps the phrase before publication; open where none does."""
    told = situation.told
    while told:
        told = told[:-1]
        found = resolve_one(expression.tree, replace(situation, told=told), expression.phrase)
        if found.time is not None and not _is_beyond(expression, found, published):
            return replace(found, confidence=GUESSED)
    return resolve_one(expression.tree, replace(situation, told=(), now=None), expression.phrase)


def _is_deictic(found: Reading) -> bool:
    return found.anchor.kind in (AnchorKind.PUBLICATION, AnchorKind.SECTION)


def _tells(expression: TimeExpression) -> bool:
    """Whether later phrases may count from this one: a date or clock time, not "now", "today" or "this year"."""
    found, tree = expression.reading, expression.tree
    if expression.names_event or isinstance(tree, Reference):
        return False
    if found is None or found.type not in (TimexType.DATE, TimexType.TIME):
        return False
    return not (_is_deictic(found) and isinstance(tree, Relative) and tree.count == 0)


def _accounted(expression: TimeExpression, time: TimeValue) -> Told | None:
    """The quarter or half that "the three months ended 30 September" is: "a year earlier" counts from it."""
    tree = expression.tree
    if not isinstance(tree, AnchoredDuration) or tree.of is None or tree.amount.unit is not Granularity.MONTH:
        return None
    unit = {3.0: Granularity.QUARTER, 6.0: Granularity.HALF}.get(tree.amount.count or 0.0)
    if unit is None or expression.in_quote:
        return None
    return Told(replace(time, granularity=unit), expression.id, expression.sentence, moves_story=False)


def _is_midnight(expression: TimeExpression) -> bool:
    """Whether an hour without a day is the midnight that ends the day told before."""
    tree, time = expression.tree, expression.time
    bare = isinstance(tree, Clock) and tree.day is None and time is not None and time.earliest_start is not None
    return bare and _is_counted(expression) and time is not None and (time.earliest_start or 0) % DAY == 0


def _is_counted(expression: TimeExpression) -> bool:
    """Whether a time was counted from one told before."""
    return expression.reading is not None and expression.reading.anchor.kind is AnchorKind.PREVIOUS


def _year_said(time: TimeValue) -> int:
    return civil(time.first_day or 0).year


def _moves_story(expression: TimeExpression, time: TimeValue, line: Sequence[Told]) -> bool:
    """Whether a bare date that follows continues from this time.

    A bare year inside a sentence mostly looks aside ("declassified in 2005"): it moves a story that has begun only
    where it opens its sentence or stands in a heading.
    """
    tree = expression.tree
    goes_on = isinstance(tree, Shift) and tree.sign > 0 and tree.base is Base.PREVIOUS  # "two years later"
    if goes_on or time.granularity.rank < Granularity.YEAR.rank or not any(told.moves_story for told in line):
        return True
    is_heading = len(expression.sentence) < _HEADING and opens_paragraph(expression)
    return opens_sentence(expression) or is_heading
