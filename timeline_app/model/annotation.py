"""What reading a source yields: time expressions and mentions of events, each tied to exact spans of its text."""

from dataclasses import dataclass
from enum import StrEnum

from timeline_app.model.expression import Expression
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Aside, Span, Tense


class TimexType(StrEnum):
    """TIMEX3 types (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AnchorKind(StrEnum):
    """What a phrase was counted from."""

    PUBLICATION = "publication"
    SECTION = "section"
    PREVIOUS = "previous"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The anchor used: its kind, its time as ISO text, and the id of the expression that supplied it."""

    kind: AnchorKind
    value: str | None = None
    expression: str | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the same phrase."""

    time: TimeValue | None
    value: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase means in its context: TIMEX3 attributes, the time, and how it was found.

    `time` is None for what lies nowhere on the calendar: a bare duration, a set, a relative phrase without anchor.
    """

    type: TimexType
    value: str
    time: TimeValue | None
    anchor: Anchor
    explanation: str
    confidence: float
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A phrase in a source that tells a time: what it says (`tree`) and what it means (`reading`).

    `sentence` bounds the sentence; `section` names the expression id of the live-blog header that it stands under;
    `is_header` marks such a header itself; `range_end` is the id of the expression that ends a range begun here
    ("from 12 to 15 April"); `of_now` marks what lies ahead of the writer's own present ("is due", not "was due"),
    `since` what only opens a span ("since 1967"), `of_thing` the year that a thing is called by ("a 2003 treaty"),
    `stated` when something was only said; `aside` what is told beside the story, and `paragraph` is where the
    paragraph begins.
    `correction` is the analyst's own reading and is never recomputed.
    """

    id: str
    source_id: str
    span: Span
    phrase: str
    tree: Expression
    trail: tuple[str, ...]  # names of the grammar rules that built the tree
    sentence: Span
    tense: Tense | None = None
    segment: int = 0
    in_quote: bool = False
    is_header: bool = False
    section: str | None = None
    range_end: str | None = None
    of_now: bool = False
    since: bool = False
    of_thing: bool = False
    stated: bool = False
    aside: Aside | None = None
    paragraph: int = 0
    confidence: float = 1.0  # of the parse alone
    reading: Reading | None = None
    correction: TimeValue | None = None

    @property
    def names_event(self) -> bool:
        """Whether this is the name of an event that dates others, "World War II": no time expression of TIMEX3."""
        return any(name.endswith("named_period") for name in self.trail[-1:])

    @property
    def time(self) -> TimeValue | None:
        """The time in force: the analyst's correction, else the reading."""
        if self.correction is not None:
            return self.correction
        return self.reading.time if self.reading else None


class Modality(StrEnum):
    """Whether what is told happened."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    OPINION = "opinion"


class DateBasis(StrEnum):
    """Which part of the text dated a mention, in the order they are tried."""

    CLAUSE = "clause"
    NOUN = "noun"
    GOVERNOR = "governor"
    CONTAINER = "container"
    PUBLICATION = "publication"


class Relation(StrEnum):
    """How a mention stands to the time expression that dates it."""

    AT = "at"
    BEFORE = "before"  # before, by, until: open start
    AFTER = "after"  # after, since: open end
    AT_OR_BEFORE = "at_or_before"  # under a live-blog header
    WITHIN = "within"  # in the stretch that begins there: "within a week of the vote"
    SAME_DAY = "same_day"  # on its day: "the evening of the crash"
    FROM = "from"  # begins a range whose end is the expression's range_end


@dataclass(frozen=True, slots=True)
class TimeRef:
    """A mention's dependence on one time expression.

    `counted` is the id of a distance from it: "two days after the accident" is dated by the accident's own date, AFTER
    it by the two days.  Where both are one, the distance is from the day of publication.
    """

    expression: str
    relation: Relation = Relation.AT
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part, as the text names them, and how: agent, patient, partner, other."""

    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: the speaker, the outlet that reports it, the source that the outlet cites, and when it was said."""

    speaker: str | None = None
    outlet: str | None = None
    cites: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One clause of one source that tells an event.  `key` survives re-analysis: source SHA-256 and head span."""

    key: str
    source_id: str
    head: Span  # the verb or event noun
    clause: Span  # what the title was cut from
    sentence: Span
    title: str
    lemma: str  # of the head
    modality: Modality = Modality.HAPPENED
    negated: bool = False
    participants: tuple[Participant, ...] = ()
    place: str | None = None
    kind: str | None = None
    quantities: tuple[str, ...] = ()
    attribution: Attribution | None = None
    time_refs: tuple[TimeRef, ...] = ()
    date_basis: DateBasis | None = None
    time: TimeValue | None = None
    confidence: float = 0.5
    segment: int = 0
    salient: bool = True  # an event of its own, rather than part of another mention's title
    stated: Modality | None = None  # as grammar alone has it, where a time after publication made it planned
