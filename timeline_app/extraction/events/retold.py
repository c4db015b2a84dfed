"""News that is told again, with its day: "Police have arrested a driver. ... The driver was arrested on Tuesday"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate, is_event_head
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.kinds import kind_of, listed_lemma
from timeline_app.extraction.events.light_verbs import acting_noun, carried_noun
from timeline_app.extraction.events.story_line import LIKELY_TODAY
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import child, children
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Modality, Relation, TimeExpression
from timeline_app.model.source import Source

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_LATEST = 62  # days before publication at which news is still news
_OTHER = frozenset(
    ("another", "other", "second", "third", "first", "previous", "earlier", "also", "again", "previously")
)
_DATED = frozenset((DateBasis.CLAUSE, DateBasis.NOUN))


def dated_later(
    source: Source,
    expressions: Sequence[TimeExpression],
    candidates: Sequence[Candidate],
    links: Mapping[int, TimeLink],
    judged: Mapping[int, Factuality],
) -> dict[int, TimeLink]:
    """The day that a later sentence gives to what was only taken for news of the day of publication."""
    news = [c.token for c in candidates if not c.noun and links.get(c.token.i) == LIKELY_TODAY]
    if not news:
        return {}
    recent = {e.id for e in expressions if _is_recent(e, source)}
    told = [c for c in candidates if _is_dated(c, links, judged, recent)]
    found: dict[int, TimeLink] = {}
    for verb in news:
        again = next((c.token for c in told if c.token.sent.start > verb.i and _is_same(verb, c)), None)
        if again is not None:
            found[verb.i] = TimeLink(links[again.i].refs[:1], DateBasis.CONTAINER, faint=True)
    return found


def _is_recent(expression: TimeExpression, source: Source) -> bool:
    """Whether a time lies shortly before the day of publication."""
    time, published = expression.time, source.context.published
    last = time.last_day if time is not None else None
    day = published.last_day if published is not None else None
    return last is not None and day is not None and 0 <= day - last <= _LATEST


def _is_dated(
    candidate: Candidate, links: Mapping[int, TimeLink], judged: Mapping[int, Factuality], recent: set[str]
) -> bool:
    link = links.get(candidate.token.i)
    if link is None or link.basis not in _DATED or judged[candidate.token.i].modality is not Modality.HAPPENED:
        return False
    exact = [r.relation for r in link.refs] == [Relation.AT] and link.refs[0].expression in recent
    return exact and not any(c.lower_ in _OTHER for c in candidate.token.children)


def _is_same(news: "Token", later: Candidate) -> bool:
    """Whether a dated candidate names the same event: its noun, or the same deed done to the same one."""
    noun = later.token if later.noun else carried_noun(later.token)
    if noun is not None:
        own = list(_nouns(news))
        befell = not later.noun and noun.dep_ in ("nsubj", "nsubjpass")  # "The shooting happened", of who was killed
        kinds = {kind_of(listed_lemma(t), noun=t is not news) for t in (news, *own)} - {None} if befell else set()
        named = any(n.lemma_.lower() == noun.lemma_.lower() for n in own)
        return _is_known(noun) and (named or kind_of(listed_lemma(noun), noun=True) in kinds)
    if later.token.lemma_.lower() != news.lemma_.lower():
        return False
    one, other = _undergoer(news), _undergoer(later.token)
    return one is not None and other is not None and _is_one(one, other)


def _nouns(verb: "Token") -> "Iterator[Token]":
    """The events in which, or by which, something was done: "killed in a crash", "an explosion has killed"."""
    within = (child(c, "pobj") for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ in ("in", "by"))
    for noun in (carried_noun(verb), acting_noun(verb), *within):
        if noun is not None and is_event_head(noun):
            yield noun


def _undergoer(verb: "Token") -> "Token | None":
    """Whom a deed was done to: the object, the subject of a passive, who died."""
    done_to = child(verb, "dobj", "nsubjpass")
    return done_to if done_to is not None else child(verb, "nsubj")


def _is_one(first: "Token", later: "Token") -> bool:
    """Whether two words may name the same one: "a driver" and "the driver", "Mr Ost", "he"; as many of them."""
    if any(c.lower_ in _OTHER for c in (*later.children, *first.children)) or _is_many(first) != _is_many(later):
        return False
    if first.lemma_.lower() == later.lemma_.lower():
        return first.pos_ == "PROPN" or _is_known(later)
    somebody = first.ent_type_ == "PERSON" or first.lemma_.lower() in words("events_nouns", "nouns", "people")
    return somebody and (later.ent_type_ == "PERSON" or later.lower_ in ("he", "she", "they"))


def _is_many(noun: "Token") -> bool:
    return noun.tag_ in ("NNS", "NNPS") or noun.lower_ in ("they", "them") or bool(children(noun, "conj"))


def _is_known(noun: "Token") -> bool:
    """ "the crash", "Tuesday's crash": one that was told of."""
    article = child(noun, "det", "poss")
    other = any(c.lower_ in _OTHER for c in noun.children)
    return article is not None and article.lower_ not in ("a", "an", "no", "any", "every", "each") and not other
