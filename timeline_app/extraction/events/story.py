"""What a text has told so far: carried from one stretch of a long document to the next."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from timeline_app.extraction.events.time_links import TimeLink


@dataclass(slots=True)
class StorySoFar:
    """What later clauses of a text stand on.

    `topic` is the name of the person of a biography with the pronoun that means that person, `outlet` the news outlet
    named last, `lead` the date of the story, `header` the section's, `entry` that of a chronology's last entry and
    `entries` how many it has, `named` the dates of events by their nouns, `places` theirs by what they are called, and
    `sitting` the day of the meeting whose minutes it is, `vague` the expressions that only say "now" or "recently";
    `lead_time` the lead's day, `lead_said` whether that is only when something was said, `is_along` whether what is
    told goes on with it, `told_on` the day that it has come to, `has_begun` whether the first sentence of its body was
    told, `contest` whether it is an election's.
    """

    has_opened: bool = False
    topic: tuple[str, str] | None = None
    outlet: str | None = None
    lead: "TimeLink | None" = None
    header: TimeExpression | None = None
    entry: TimeExpression | None = None
    entries: int = 0
    named: "dict[str, TimeLink]" = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    sitting: TimeExpression | None = None
    vague: set[str] = field(default_factory=set)
    lead_time: TimeValue | None = None
    lead_said: bool = False
    is_along: bool = False
    told_on: "TimeLink | None" = None
    has_begun: bool = False
    contest: bool = False
