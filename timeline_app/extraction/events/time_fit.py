"""Whether a time fits the word it stands by: what is past has no time ahead, what is so now no past day."""

from functools import cache
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import full_lemma, is_moving, is_speech, sets_new_day
from timeline_app.extraction.events.rulings import rules_now
from timeline_app.extraction.events.tree import (
    ancestors,
    child,
    children,
    clause_head,
    finite,
    is_clause_head,
    is_passive,
)
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import TimeExpression
from timeline_app.model.expression import AnchoredDuration
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_OFFERING = frozenset(("offer", "propose", "promise", "demand", "approve", "announce", "agree", "want", "seek"))
_MET = "consult"  # the kind of meetings, hearings and sessions
_DECIDED = frozenset(("agreement", "decide", "plan", "legal", "statement", "demand", "appointment"))


def lasts_until(
    host: "Token", preposition: "Token | None", expression: TimeExpression, published: TimeValue | None
) -> bool:
    """ "has been released on bail until 3 December": of what is done already, an end ahead is not the time.

    "Estimated by 2050 ..." and "has announced cuts over the next four years" are not dated by them either.
    """
    time = expression.time
    if preposition is None or time is None or published is None:
        return False
    if time.last_day is None or published.last_day is None or time.last_day <= published.last_day:
        return False
    ends = preposition.lower_ in ("until", "till", "through")
    begins = time.first_day is not None and published.first_day is not None and time.first_day >= published.first_day
    if not ends and not (begins and (preposition.lower_ == "by" or isinstance(expression.tree, AnchoredDuration))):
        return False
    if not ends and full_lemma(host) in _awaiting():
        return False  # "has promised a count by the end of March"
    carrier = finite(host) if is_clause_head(host) else None
    return carrier is not None and (carrier.tag_ == "VBD" or (carrier.lemma_ == "have" and carrier.i != host.i))


def given_until(tokens: range, host: "Token", preposition: "Token | None") -> "Token | None":
    """ "gave them until midnight to leave": what is to be done by then; the giving itself has another day."""
    if preposition is None or preposition.lower_ not in ("until", "till") or tokens[-1] + 1 >= len(host.doc):
        return None
    to = host.doc[tokens[-1] + 1]
    giving = host.lower_ in words("reporting", "ahead", "granting") or host.lemma_ == "have"
    return to.head if giving and to.tag_ == "TO" and to.head.tag_ == "VB" else None


def is_offered_from(host: "Token", preposition: "Token | None") -> bool:
    """ "offered a rise of 2% from July", "declared mourning from Monday": since when it is, not when it was offered."""
    if preposition is None or preposition.lower_ != "from":
        return False
    verb = host.head if host.dep_ == "dobj" else host
    if any(c.tag_ in ("MD", "TO") for c in verb.children):
        return False  # "would introduce checks from 1 March"
    offering = _OFFERING | words(_CUES, "verbs", "imposing")
    return verb.i < preposition.i and verb.lemma_ in offering and child(verb, "dobj") is not None


def is_declared(day: "Token", verb: "Token") -> bool:
    """ "declared Monday a day of mourning", "Friday was declared a holiday": which day it was made, not when."""
    if verb.lemma_ not in ("declare", "proclaim", "designate", "name") or day.head is not verb:
        return False
    if day.dep_ == "nsubjpass":
        return child(verb, "oprd", "attr", "dobj") is not None
    made = next((c for c in children(verb, "dobj", "oprd") if c.i > day.i), None)
    return day.dep_ in ("npadvmod", "dobj", "nsubj") and made is not None and made.left_edge.i == day.i + 1


@cache
def _awaiting() -> frozenset[str]:
    """Verbs that put what they tell ahead."""
    verbs = (words(_CUES, "verbs", name) for name in ("due_by", "scheduling", "awaiting", "wanting", "states"))
    return frozenset().union(*verbs, words(_CUES, "objects", "planned"), words(_CUES, "governors", "planned"))


def lasted_until(noun: "Token") -> "Token | None":
    """ "was employed from 2009 until his dismissal in May": the verb that began before and ended with it."""
    until, verb = noun.head, noun.head.head
    ends = noun.dep_ == "pobj" and until.lower_ in ("until", "till") and is_clause_head(verb)
    return verb if ends and any(c.dep_ == "prep" and c.lower_ == "from" for c in verb.children) else None


def _is_past(expression: TimeExpression, published: TimeValue | None) -> bool:
    """Whether a time lies wholly before the day of publication."""
    time = expression.time
    if time is None or published is None or time.last_day is None or published.first_day is None:
        return False
    return time.last_day < published.first_day


def told_now(
    tokens: range,
    host: "Token",
    candidates: dict[int, Candidate],
    expression: TimeExpression,
    published: TimeValue | None,
) -> Candidate | None:
    """ "is linked to the robbery on Union Street on 19 October": what is so now was not so then; the event noun was."""
    carrier = finite(host) if is_clause_head(host) else None
    if carrier is None or carrier.tag_ not in ("VBZ", "VBP") or is_speech(host) or not _is_past(expression, published):
        return None
    if host.i > tokens[0] or (carrier.lemma_ == "have" and carrier.i != host.i):
        return None
    nouns = [candidates[i] for i in range(host.i + 1, tokens[0]) if i in candidates]
    last = nouns[-1] if nouns and nouns[-1].noun else None
    if last is not None and any(_is_other(word, last.token) for word in host.doc[last.token.i + 1 : tokens[0]]):
        return None  # "is linking the attack to another poisoning on 30 June"
    return last


def is_going_on(verb: "Token", expression: TimeExpression, published: TimeValue | None) -> bool:
    """ "Police are linking it to a poisoning on 30 June": what goes on now has no day that is past."""
    helper = child(verb, "aux") if verb.tag_ == "VBG" else None
    return helper is not None and helper.tag_ in ("VBZ", "VBP") and _is_past(expression, published)


def _is_other(word: "Token", event: "Token") -> bool:
    """Whether a noun is no part of what tells more of an event: "the robbery on Union Street"."""
    return word.tag_ in ("NN", "NNS") and all(above is not event for above in ancestors(word))


def stated_then(host: "Token", expression: TimeExpression, published: TimeValue | None) -> "Token | None":
    """ "insisted that they are civilians at a forum on 12 May": what is still so was said on the day that is past."""
    host = clause_head(host)
    carrier = finite(host) if is_clause_head(host) else None
    now = carrier is not None and carrier.tag_ in ("VBZ", "VBP") and carrier.lemma_ == "be" and carrier.i == host.i
    said = host.head
    told = now and host.dep_ == "ccomp" and host.i > said.i and is_speech(said) and said.tag_ == "VBD"
    return said if told and _is_past(expression, published) else None


def claimed_then(noun: "Token") -> "Token | None":
    """ "claimed responsibility for the attack on Monday": of an attack told before, the day is that of the claim."""
    claim = noun.head.head
    claimed = noun.dep_ == "pobj" and noun.head.lower_ == "for" and claim.lemma_ == "responsibility"
    known = any(c.lower_ in ("the", "this", "both") for c in noun.children)
    bare = all(c.dep_ in ("det", "npadvmod") or (c.dep_ == "prep" and c.lower_ == "on") for c in noun.children)
    verb = claim.head
    return verb if claimed and known and bare and claim.dep_ == "dobj" and is_clause_head(verb) else None


def met_before(noun: "Token") -> "Token | None":
    """ "left the hall after a meeting on Friday", "after training": what is done after such a thing is of its day."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("after", "following") or noun.head.i < verb.i:
        return None
    article, bare = child(noun, "det"), all(c.dep_ == "prep" for c in noun.children)
    met = article is not None and article.lower_ in ("a", "an") and kind_of(noun.lemma_.lower(), noun=True) == _MET
    if not met and not (bare and noun.tag_ == "NN"):
        return None
    carrier = finite(verb) if is_clause_head(verb) else None
    return verb if carrier is not None and carrier.tag_ == "VBD" and carrier.lemma_ != "have" else None


def planned_noun(
    tokens: range,
    host: "Token",
    candidates: dict[int, Candidate],
    expression: TimeExpression,
    published: TimeValue | None,
) -> Candidate | None:
    """ "called for an election in May": the past deed is not dated by a time ahead; the event that it asks for is."""
    carrier = finite(host) if is_clause_head(host) else None
    if carrier is None or not (carrier.tag_ == "VBD" or (carrier.lemma_ == "have" and carrier.i != host.i)):
        return None
    time = expression.time
    if time is None or published is None or time.first_day is None or published.last_day is None:
        return None
    asking = words(_CUES, "objects", "planned") | words(_CUES, "objects", "for") | words(_CUES, "verbs", "announcing")
    if time.first_day <= published.last_day or host.i > tokens[0] or host.lemma_ not in asking | {"issue"}:
        return None
    nouns = [candidates[i] for i in range(host.i + 1, tokens[0]) if i in candidates]
    return nouns[-1] if nouns and nouns[-1].noun else None


def moved_noun(host: "Token", preposition: "Token | None", candidates: dict[int, Candidate]) -> Candidate | None:
    """ "postponed the hearing until Friday", "put off the vote to May": the new day is that of what was put off."""
    verb = host.head if host.dep_ == "advmod" else host
    if preposition is None or preposition.lower_ not in ("to", "until", "till") or not is_moving(verb):
        return None
    put_off = full_lemma(verb) in words(_CUES, "objects", "planned") or sets_new_day(
        verb
    )  # what is extended, or moved elsewhere, is on
    found = candidates.get(noun.i) if put_off and (noun := child(verb, "dobj", "nsubjpass")) is not None else None
    return found if found is not None and found.noun else None


def perfect_gerund(tokens: range, host: "Token") -> "Token | None":
    """ "was sentenced for having led a march in 2011": the time is that of what was done before."""
    for preposition in host.children:
        done = child(preposition, "pcomp") if preposition.dep_ == "prep" and preposition.i > host.i else None
        if done is None or done.i > tokens[0] or not any(c.lower_ == "having" for c in done.children):
            continue
        if not any(t.text in (",", ";") for t in host.doc[done.i : tokens[0]]):
            return done
    return None


def is_topic(noun: "Token", expression: TimeExpression, published: TimeValue | None) -> bool:
    """ "is due to vote on a new inquiry on 17 May": the day ahead is that of the vote, not of what it is about."""
    verb = noun.head.head
    about = noun.dep_ == "pobj" and noun.head.lower_ in ("on", "about", "over", "into") and is_clause_head(verb)
    planned = about and any(c.tag_ in ("TO", "MD") for c in verb.children if c.dep_ == "aux")
    time = expression.time
    if not planned or time is None or published is None or time.last_day is None or published.first_day is None:
        return False
    article = child(noun, "det", "poss")
    settled = verb.lemma_ in ("decide", "rule", "vote", "debate", "consult", "deliberate", "report", "confer")
    return time.last_day >= published.first_day and (settled or article is None or article.lower_ in ("a", "an"))


def done_with(noun: "Token", first: int, expression: TimeExpression, published: TimeValue | None) -> "Token | None":
    """ "declared an outbreak on 17 July", "was destroyed by fire in June": the verb that an unnamed event is part of.

    Its day, which begins at the word `first`, is that of the verb, unless the verb only tells of it or puts it ahead.
    """
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ == "of" and child(noun, "det", "poss") is None:
        noun = verb.head  # "sent a notice of claim on 2 May"
        verb = noun.head
    aimed = noun.dep_ == "pobj" and verb.lower_ == "for" and verb.head.lemma_ in words("events_nouns", "nouns", "aimed")
    if aimed:
        noun = verb.head  # "issued a warrant for his arrest in May"
        verb = noun.head
    if noun.i >= first:
        return None
    if verb.lemma_ in words(_CUES, "verbs", "remembering") and noun.doc[first - 1].lower_ != "of":
        return verb  # "celebrated the launch of the shuttle on Tuesday": what it celebrates was long ago
    if noun.dep_ == "dobj" and _is_taken(noun, first):
        return verb
    if noun.dep_ == "pobj" and noun.head.lower_ in ("by", "for", "with", "without", "to"):
        by = noun.head.lower_ == "by"
        ordered = noun.lemma_.lower() in words("events_nouns", "nouns", "papers") and child(noun, "det", "poss") is None
        told = [
            c for c in noun.children if by and not ordered and c.dep_ in ("prep", "relcl", "acl", "amod", "compound")
        ]
        if any(c.dep_ != "prep" or not any(t.ent_type_ in ("DATE", "TIME") for t in c.children) for c in told):
            return None  # "killed by an explosion at a market on Friday": told by its noun
        verb = noun.head.head
        if verb.dep_ == "dobj" and noun.head.lower_ == "for" and child(noun, "det", "poss") is None:
            verb = verb.head  # "would ground its fleet for inspections from Tuesday"
    elif noun.dep_ == "pobj" and noun.head.lower_ in ("on", "at", "under", "in") and _is_manner(noun):
        verb = noun.head.head
    elif _is_said_in(noun):
        verb = next((word for word in ancestors(noun) if word.pos_ not in ("NOUN", "ADP")), noun)
    elif noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    if noun.dep_ == "dobj" and rules_now(verb):
        return verb  # "allows the appeal on 11 May"
    article = child(noun, "det", "poss")
    carrier = finite(verb) if is_clause_head(verb) else None
    if noun.head.dep_ == "agent" and carrier is None:
        if any(c.tag_ == "TO" for c in verb.children):
            return verb  # "is likely to be hit by a storm on Monday"
        if verb.dep_ == "conj" and verb.tag_ == "VBN" and is_passive(verb.head) and is_clause_head(verb.head):
            verb, carrier = verb.head, finite(verb.head)  # "were destroyed or damaged by fire on Monday"
    if carrier is not None and _is_read(noun, first) and _is_past(expression, published):
        return verb  # "discussed the report on 14 May"
    named = article is not None and article.lower_ not in ("a", "an")
    if carrier is None or noun.i < verb.i or (named and full_lemma(verb) not in words(_CUES, "verbs", "settling")):
        return None
    telling = full_lemma(verb) in _telling_verbs() or verb.lemma_.lower() in _telling_verbs()
    if telling and not aimed and not _is_said_in(noun):
        return None
    if carrier.lemma_ == "be" and carrier.tag_ in ("VBZ", "VBP") and _is_past(expression, published):
        return None  # "is linked to a murder on 12 May"
    ahead = not _is_past(expression, published)
    return verb if carrier.tag_ == "MD" or not ahead or _is_begun(expression, published) else None


def _is_taken(noun: "Token", first: int) -> bool:
    """ "welcomed the agreement on Thursday": how it was taken; an attack condemned on Thursday may be of that day."""
    verb, carrier = noun.head, finite(noun.head)
    if carrier is None or verb.lemma_ not in words(_CUES, "verbs", "voicing") or noun.doc[first - 1].lower_ != "on":
        return False
    return kind_of(noun.lemma_.lower(), noun=True) in _DECIDED


def done_by_paper(paper: "Token") -> "Token | None":
    """ "By a decision of 17 May 2016 the court dismissed it": what was done, or said, in a paper has its date."""
    if paper.dep_ == "acl" and (paper.lemma_ == "date" or paper.lemma_ in words(_CUES, "verbs", "issuing")):
        paper = paper.head  # "in a letter dated 3 May", "by a judgment handed down on 3 May"
    preposition, verb = paper.head, paper.head.head
    if paper.dep_ != "pobj" or preposition.lower_ not in ("by", "in") or not is_clause_head(verb):
        return None
    if paper.lemma_.lower() not in words("events_nouns", "nouns", "papers") | words("events_nouns", "nouns", "rulings"):
        return None
    carrier = finite(verb)
    done = carrier is not None and (carrier.tag_ == "VBD" or (carrier.lemma_ == "have" and carrier.i != verb.i))
    agent = preposition.dep_ == "agent" and preposition.i > verb.i  # "was quashed by a decision of 3 May": that too
    said = preposition.lower_ == "by" or agent or preposition.i < verb.i or is_speech(verb) or _tells(verb)
    return verb if done and said else None


def _tells(verb: "Token") -> bool:
    """ "raised the issue in a note of 8 July"."""
    return verb.lemma_ in words(_CUES, "verbs", "writing")


def _is_read(noun: "Token", first: int) -> bool:
    """Whether a day stands beside a paper that somebody does something with, and not in its name."""
    papers = words("events_nouns", "nouns", "papers") | {"report", "submission", "reply", "document"}
    beside = noun.doc[first - 1].lower_ in ("on", "in", "at") or noun.i == first - 1
    return beside and noun.dep_ in ("dobj", "nsubjpass") and noun.lemma_.lower() in papers


def is_superseded(host: "Token") -> bool:
    """ "The launch, originally planned for May, has been moved to June", "postponed a visit due in May": it is off."""
    if host.dep_ == "acl" and host.tag_ == "VBN" and full_lemma(host) in words(_CUES, "verbs", "scheduling"):
        over = next((word for word in ancestors(host) if is_clause_head(word)), host)
        put_off = is_moving(over) or over.lemma_ in words(_CUES, "objects", "denied")
        return put_off and over.i < host.i
    if not any(c.lower_ in ("originally", "initially") for c in host.children) or host.tag_ != "VBN":
        return False
    return is_moving(host.head if host.dep_ == "advcl" else host.head.head)


def is_named_for(
    host: "Token", preposition: "Token | None", expression: TimeExpression, candidates: dict[int, Candidate]
) -> bool:
    """ "suspended the dividend for 2017", "approved the budget for next year": what the thing is for."""
    time = expression.time
    if preposition is None or preposition.lower_ != "for" or host.pos_ != "NOUN":
        return False
    if host.i in candidates and not _is_reported(host):
        return False
    return preposition.head.i == host.i and time is not None and time.granularity.rank > Granularity.DAY.rank


def _is_reported(figure: "Token") -> bool:
    """ "reported a rise in sales for the three months to May": told now of that time."""
    while figure.dep_ == "pobj" and figure.head.head.pos_ == "NOUN":
        figure = figure.head.head
    return figure.dep_ == "dobj" and figure.head.lemma_.lower() in words(_CUES, "verbs", "results")


def goes_back(host: "Token", preposition: "Token | None") -> bool:
    """ "The case goes back to October 2008", "was backdated to 3 May": what lasts, or holds, only began then."""
    verb = host.head if host.lower_ == "back" else host
    said = verb.lemma_ in ("go", "date", "reach", "stretch", "trace")
    back = verb.lemma_ == "backdate" or (said and any(c.lower_ == "back" for c in verb.children))
    return back and preposition is not None and preposition.lower_ == "to"


def _is_said_in(noun: "Token") -> bool:
    """ "ordered a review of the plans in a televised address on Thursday": what was done by saying it."""
    article = child(noun, "det")
    said = noun.dep_ == "pobj" and noun.head.lower_ == "in" and article is not None and article.lower_ in ("a", "an")
    return said and noun.lemma_.lower() in words("events_nouns", "nouns", "spoken")


def _is_manner(noun: "Token") -> bool:
    """ "was reversed on appeal on 9 May": a bare noun only says how."""
    parts = [c for c in noun.children if not any(t.ent_type_ in ("DATE", "TIME") for t in c.subtree)]
    return noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss", "amod", "compound", "prep", "acl") for c in parts)


@cache
def _telling_verbs() -> frozenset[str]:
    """Verbs that only tell of the event that is their object, or put it ahead."""
    verbs = (words(_CUES, "verbs", name) for name in ("relational", "moving", "announcing", "states"))
    objects = (words(_CUES, "objects", name) for name in ("planned", "for", "denied"))
    said = words(_CUES, "speech", "verbs") - words(_CUES, "speech", "acts")
    return frozenset().union(*verbs, *objects, said, words(_CUES, "governors", "planned"))


def _is_begun(expression: TimeExpression, published: TimeValue | None) -> bool:
    """Whether a time has begun by the day of publication, or either is not known."""
    time = expression.time
    if time is None or published is None or time.first_day is None or published.last_day is None:
        return True
    return time.first_day <= published.last_day


def announced(noun: "Token", expression: TimeExpression, published: TimeValue | None) -> "Token | None":
    """ "announced a review in October", "asked for a replacement in May": a past time is that of the announcement."""
    verb = noun.head
    announcing = noun.dep_ == "dobj" and verb.lemma_ in words(_CUES, "verbs", "announcing")
    if noun.dep_ == "pobj" and verb.lower_ == "for":
        verb = verb.head
        announcing = verb.lemma_ in words(_CUES, "objects", "for")
    carrier = finite(verb) if is_clause_head(verb) else None
    announcing = announcing and carrier is not None and carrier.lower_ not in ("has", "have") and carrier.tag_ == "VBD"
    if not announcing:
        return None
    ahead = verb.lemma_ == "announce" and noun.lemma_.lower() in words(_CUES, "objects", "announced")
    time = expression.time
    today = ahead and time is not None and published is not None and time.last_day == published.last_day
    return verb if _is_past(expression, published) or today else None


def tells_figures(figures: "Token") -> bool:
    """ "Tarrant reports second-quarter results": they are of that quarter, the report is of today."""
    verb = figures.head
    if figures.lemma_.lower() not in words("events_nouns", "nouns", "figures"):
        return False
    titled = ("reports", "announces", "posts", "releases")  # "Tarrant Reports Second Quarter Results"
    if any(c.dep_ in ("compound", "nmod") and c.lower_ in titled for c in figures.children):
        return True
    return figures.dep_ == "dobj" and verb.lemma_.lower() in words(_CUES, "verbs", "results")
