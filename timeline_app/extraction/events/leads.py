"""What the opening of a text sets: the day of its news, and that of the meeting whose minutes it is."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.light_verbs import is_speech
from timeline_app.extraction.events.story import StorySoFar
from timeline_app.extraction.events.story_line import is_heading
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import child, is_set_apart
from timeline_app.model.annotation import DateBasis, Modality, Relation, TimeExpression
from timeline_app.model.expression import AnchoredDuration, Reference
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import Source
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FRESH = 31  # days from the story to its report
_LONGEST = 6  # days that a story takes, so that a week is one
_TOP = 700  # code points in which minutes say of what meeting they are
_TOLD = (DateBasis.CLAUSE, DateBasis.GOVERNOR)  # the latter: "Staff were told at meetings on Thursday"
_MINUTES = re.compile(r"\b(?:Minutes|MINUTES)\b(?! (?:after|before|earlier|later))|\bminutes of (?:the|a|an|its) ")
_HELD = re.compile(r"\b(?:minutes|meeting|session|sitting|held|date)\b", re.IGNORECASE)


def find_lead(
    candidates: Sequence[Candidate],
    links: dict[int, TimeLink],
    judged: dict[int, Factuality],
    expressions: Sequence[TimeExpression],
    source: Source,
) -> TimeLink | None:
    """The date of the first main clause that has one, in the opening sentences: the time of the story."""
    published = source.context.published
    precise = {
        e.id
        for e in expressions
        if not isinstance(e.tree, Reference | AnchoredDuration) and _is_fresh(e.time, published)
    }
    for candidate in candidates:
        token, link = candidate.token, links.get(candidate.token.i)
        first = candidates[0].token.sent.start == token.sent.start
        if candidate.noun or link is None or not (_tells_story(token) or (first and _leads_up(token))):
            continue
        if link.basis not in _TOLD:
            continue
        exact = link.refs[0].relation is Relation.AT and link.refs[0].expression in precise
        if judged[token.i].modality is Modality.HAPPENED and exact:
            return TimeLink(link.refs[:1], DateBasis.CONTAINER)
        if _tells_story(token) and not is_heading(token.sent, source):
            return None
    return None


def is_only_said(
    story: StorySoFar,
    links: dict[int, TimeLink],
    candidates: Sequence[Candidate],
    expressions: Sequence[TimeExpression],
    source: Source,
) -> bool:
    """ "The chairman met the president, two people said on Wednesday": the lead's day is only that of the telling."""
    if story.lead is None or is_of_today(story.lead, expressions, source):
        return False
    told = next(
        (c.token for c in candidates if c.token.i in links and links[c.token.i].refs[:1] == story.lead.refs), None
    )
    content = child(told, "ccomp") if told is not None and is_speech(told) else None
    return content is not None and content.i not in links and told is not None and content.i < told.i


def find_sitting(source: Source, expressions: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day of the meeting that minutes are of, as their top has it."""
    top = source.text[:_TOP]
    if not _MINUTES.search(top):
        return None
    for expression in expressions:
        line = source.text.rfind("\n", 0, expression.span.start) + 1
        if expression.span.end > _TOP:
            break
        end = source.text.find("\n", expression.span.end)
        closed = source.text[line : end if end >= 0 else None].rstrip().endswith(".")
        day = not closed and expression.time is not None and expression.time.granularity.rank <= Granularity.DAY.rank
        if day and _HELD.search(source.text[line : expression.span.start]):
            return expression
    return None


def is_of_today(lead: TimeLink, expressions: Sequence[TimeExpression], source: Source) -> bool:
    """Whether the lead's day is that of publication, whose news a headline tells."""
    day = next((e.time.first_day for e in expressions if e.id == lead.refs[0].expression and e.time is not None), None)
    published = source.context.published
    return published is not None and day == published.first_day


def _tells_story(verb: "Token") -> bool:
    """A main verb, the first of several statements, or the content that a trailing "officials said" only sources."""
    if verb.dep_ == "ccomp" and is_set_apart(verb):
        return True
    sourced = verb.dep_ == "ccomp" and verb.i < verb.head.i and is_speech(verb.head)
    misread = (
        verb.dep_ == "dep" and verb.tag_ == "VBD"
    )  # "M, the only leader the country has known, resigned on Monday"
    return bool(verb.dep_ == "ROOT" or sourced or misread)


def _leads_up(verb: "Token") -> bool:
    """ "Nine were missing after a ferry capsized on Tuesday": what the first sentence tells of came of it."""
    mark = child(verb, "mark", "advmod")
    return verb.dep_ == "advcl" and mark is not None and mark.lower_ in ("after", "when", "as")


def _is_fresh(time: TimeValue | None, published: TimeValue | None) -> bool:
    """Whether a time is recent enough to be that of the story: within a month before publication."""
    if time is None or published is None:
        return published is None
    first, last, day = time.first_day, time.last_day, published.last_day
    if first is None or last is None or day is None:
        return False
    return last - first <= _LONGEST and -1 <= day - last <= _FRESH
