"""Dates taken from the clause that a mention belongs to, where its own words have none."""

from collections.abc import Container, Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate, is_event_head
from timeline_app.extraction.events.kinds import kind_of, listed_lemma
from timeline_app.extraction.events.light_verbs import acting_noun, carried_noun, full_lemma, is_moving, is_speech
from timeline_app.extraction.events.pictures import shown_by_picture
from timeline_app.extraction.events.statements import only_shows
from timeline_app.extraction.events.time_fit import tells_figures
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import (
    child,
    children,
    clause_head,
    finite,
    is_clause_head,
    is_passive,
    subject,
)
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Relation, TimeRef

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_FINDING = frozenset(("find", "recommend", "conclude", "reveal", "criticise", "criticize", "show", "identify"))
_PASSES = 2  # a date that stands in the last clause reaches the first one through those between
_DURING = frozenset(("in", "at", "during"))
_PLACING = frozenset(("after", "before", "until", "till", "since", "within", "following"))
_SIDES = {"after": Relation.AFTER, "before": Relation.BEFORE}
_VIOLENT = frozenset(("assault", "accident", "disaster"))


def governed_links(candidates: Sequence[Candidate], links: dict[int, TimeLink]) -> dict[int, TimeLink]:
    """Candidates without a date of their own that take the one of the clause they hang on."""
    found: dict[int, TimeLink] = {}
    known = dict(links)
    for _ in range(_PASSES):
        for candidate in candidates:
            source = None if candidate.token.i in known else _governor(candidate, known)
            if source is not None:
                found[candidate.token.i] = known[candidate.token.i] = TimeLink(source.refs, DateBasis.GOVERNOR)
    return found


def _governor(candidate: Candidate, links: dict[int, TimeLink]) -> TimeLink | None:
    token = candidate.token
    if candidate.noun:
        return _verb_of_noun(token, links)
    for noun in (carried_noun(token), acting_noun(token), setting_noun(token, links)):
        if noun is not None and noun.i in links and not tells_figures(noun):
            return links[noun.i]
    head = token.head
    match token.dep_:
        case "xcomp" if head.lemma_ in words(_CUES, "governors", "aspectual"):
            return links.get(head.i)
        case "advcl" if token.tag_ == "VBG" and child(token, "mark", "prep") is None and token.i > head.i:
            return links.get(head.i)
        case "advcl" if is_beside(token):
            return links.get(head.i)
        case "relcl" if is_there(token):
            return links.get(clause_head(head).i)
        case "pcomp" if head.lower_ in ("of", "by") and is_clause_head(head.head):
            return links.get(head.head.i)  # "accused of shelling", "responded by closing"
        case "ccomp" if token.i < head.i and (is_speech(head) or only_shows(head)) and _has_done(token):
            return _said_then(links.get(head.i))
        case "conj" if is_clause_head(head):
            own = _told_when(token, links) or _shared(head, token, links) or _brought_about(token, links)
            return own or _shared_with_next(token, links)
    if (
        link := _told_at(token, links)
        or _brought_about(token, links)
        or _told_in(token, links)
        or _said_by(token, links)
        or _found_by(token, links)
    ):
        return link
    return _shared_with_next(token, links) or _bounded(token, links)


def _shared_with_next(verb: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """ "stalled, hit a bridge and crashed at 7:55": what the last of several deeds says of all."""
    later = child(verb, "conj")
    return _shared(later, verb, links) if later is not None and is_clause_head(later) else None


def _has_done(verb: "Token") -> bool:
    """ "has expelled two envoys": so fresh when it is said that it is told without a day of its own."""
    carrier = finite(verb)
    perfect = (
        carrier is not None and carrier is not verb and carrier.tag_ in ("VBZ", "VBP") and carrier.lemma_ == "have"
    )
    return perfect and not is_speech(verb) and verb.lemma_.lower() not in words(_CUES, "verbs", "states")


def _said_then(link: TimeLink | None) -> TimeLink | None:
    """The day on which something was said, where the clause of the saying tells it."""
    exact = link is not None and link.basis is DateBasis.CLAUSE and link.refs[0].relation is Relation.AT
    return link if exact else None


def _bounded(verb: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """ "were killed before it stopped at 5 p.m.", "resigned after a report published on 4 May": a bound, no date."""
    carrier = finite(verb)
    if carrier is None or carrier.tag_ != "VBD" or carrier.lemma_ == "have":
        return None
    for c in children(verb, "advcl", "prep"):
        mark = child(c, "mark") if c.dep_ == "advcl" else c
        noun = child(c, "pobj") if c.dep_ == "prep" else None
        other = child(noun, "acl") if noun is not None else c
        side = _SIDES.get(mark.lower_) if mark is not None else None
        link = links.get(other.i) if other is not None else None
        if side is None or link is None or link.basis is not DateBasis.CLAUSE or mark is None:
            continue
        apart = mark.i < verb.i or any(t.text == "," for t in verb.doc[verb.i : mark.i])
        if len(link.refs) == 1 and link.refs[0].relation is Relation.AT and not apart:
            return TimeLink((TimeRef(link.refs[0].expression, side),), DateBasis.GOVERNOR)
    return None


def is_there(verb: "Token") -> bool:
    """ "moved on to Tarn, where they looted the stores": the next thing that the same did, and no description."""
    opening = next((c for c in verb.children if c.lower_ == "where" and c.dep_ == "advmod"), None)
    own, over = child(verb, "nsubj"), clause_head(verb.head)
    if opening is None or own is None or opening.i == 0 or verb.doc[opening.i - 1].text != ",":
        return False
    doer = subject(over) if is_clause_head(over) else None
    same = own.lower_ in ("he", "she", "they", "it") and doer is not None and doer.i < own.i
    return same and _are_past(over, verb) and not is_passive(verb) and over.dep_ in ("ROOT", "conj")


def is_beside(verb: "Token") -> bool:
    """ "Tension eased on Monday as envoys held talks": told with "as", in the past, behind what it went with."""
    mark = child(verb, "mark")
    own = child(verb, "nsubj", "nsubjpass")
    beside = mark is not None and mark.lower_ == "as" and verb.dep_ == "advcl" and verb.i > verb.head.i
    main = finite(verb.head) if beside and is_clause_head(verb.head) else None
    named = own is not None and own.pos_ != "PRON" and not is_speech(verb)
    return main is not None and main.tag_ == "VBD" and named and _are_past(verb)


def _brought_about(verb: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """ "forced 200 others to jump on Thursday": what was brought about has its date from the same deed."""
    done = child(verb, "xcomp", "ccomp")
    forced = done is not None and done.i > verb.i and any(c.tag_ == "TO" for c in done.children)
    if done is None or not forced or verb.lemma_ not in words(_CUES, "governors", "implicative"):
        return None
    link = links.get(done.i)
    return link if link is not None and link.basis is DateBasis.CLAUSE else None


def told_in(verb: "Token") -> "Token | None":
    """ "In a video posted on Sunday, he denied it": the clause on what somebody said it in."""
    phrase = next((c for c in children(verb, "prep") if c.lower_ == "in" and c.i < verb.i), None)
    paper = child(phrase, "pobj") if phrase is not None and is_speech(verb) else None
    issued = child(paper, "acl") if paper is not None else None
    return issued if issued is not None and issued.lemma_.lower() in words(_CUES, "verbs", "issuing") else None


def _told_in(verb: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    issued = told_in(verb)
    return links.get(issued.i) if issued is not None else None


def _said_by(verb: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """ "has denied it, telling parliament on Friday that ...": one saying, whose day stands beside its words."""
    if not is_speech(verb) and verb.lemma_ not in words(_CUES, "speech", "acts"):
        return None
    for c in children(verb, "advcl"):
        link = (
            links.get(c.i) if c.tag_ == "VBG" and c.i > verb.i and is_speech(c) and child(c, "mark") is None else None
        )
        if link is not None and link.basis is DateBasis.CLAUSE and link.refs[0].relation is Relation.AT:
            return link
    return None


def _found_by(verb: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """ "An audit in 2018 had warned that": what a paper says has its day."""
    paper = child(verb, "nsubj")
    if paper is None or paper.i not in links or not (is_speech(verb) or verb.lemma_ in _FINDING):
        return None
    nouns = words("events_nouns", "nouns", "papers") | words("events_nouns", "nouns", "records")
    is_paper = paper.lemma_.lower() in nouns or kind_of(paper.lemma_.lower(), noun=True) == "investigate"
    return links[paper.i] if is_paper and child(verb, "ccomp", "xcomp", "dobj") is not None else None


def _told_at(verb: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """ "Nine died when a shell hit the market this morning", "A bomb that exploded on Friday killed nine"."""
    joined = [c for c in verb.children if c.dep_ == "conj" and (c.tag_ == verb.tag_ or c.lower_ == "missing")]
    for told in (verb, *joined):
        if (link := _told_when(told, links, verb)) is not None:
            return link
    if (taken := shown_by_picture(verb)) is not None and taken.i in links:
        return links[taken.i]
    own = child(verb, "nsubj", "nsubjpass")
    began = child(own, "relcl", "acl") if own is not None else None
    return links.get(began.i) if began is not None and _is_one_deed(began, verb) else None


def _told_when(verb: "Token", links: dict[int, TimeLink], first: "Token | None" = None) -> TimeLink | None:
    """ "retracted it when he was brought before a judge on the 24th", "shot him as he left": then, whatever else."""
    for c in children(verb, "advcl"):
        opening = {w.lower_ for w in children(c, "advmod", "mark")}
        when = "when" in opening or ("as" in opening and c.i > verb.i and verb.lemma_ != "be")
        when = when or ("after" in opening and _suffered(first or verb, c))
        carrier = finite(c) if when else None
        told = carrier is not None and carrier.tag_ == "VBD" and carrier.lemma_ != "have"
        under_way = was_under_way(c, verb)
        for word in (c, *(children(c, "xcomp") if under_way else ())):  # "while trying to leave on Friday"
            if (told or under_way) and word.i in links and links[word.i].basis is DateBasis.CLAUSE:
                return links[word.i]
    return None


def _suffered(verb: "Token", clause: "Token") -> bool:
    """ "Nine people died after a bus hit a wall on Monday": counted victims, and what they died of.

    Of one person who died after a crash nobody knows how long after.
    """
    own = child(verb, "nsubj", "nsubjpass")
    counted = own is not None and own.tag_ == "NNS" and child(own, "nummod", "amod", "quantmod") is not None
    counted = counted or (own is not None and own.pos_ == "NUM")
    blow = kind_of(listed_lemma(clause), noun=False) in _VIOLENT
    blow = blow or not {clause.lemma_.lower(), full_lemma(clause)}.isdisjoint(words(_CUES, "verbs", "befalling"))
    near = not any(c.dep_ == "npadvmod" for c in clause.children if c.i < clause.i)  # no "two days after"
    return counted and blow and near and verb.lemma_ in words(_CUES, "verbs", "toll")


def was_under_way(clause: "Token", verb: "Token") -> bool:
    """ "died while crossing the road on Friday", "called as they were leaving at 9 a.m.": one time for both."""
    mark = child(clause, "mark")
    if mark is None or mark.lower_ not in ("while", "as") or clause.tag_ != "VBG" or clause.i < verb.i:
        return False
    carrier, main = finite(clause), finite(verb)
    done = main is not None and main.tag_ == "VBD" and main.lemma_ != "have"
    return done and (mark.lower_ == "while" if carrier is None else carrier.tag_ == "VBD")


def _is_one_deed(began: "Token", verb: "Token") -> bool:
    """Whether a relative clause on a thing and the verb it is subject of tell one event: it exploded, and so it killed.

    What a person did before ("a man who was freed on Friday killed ...") is another event.
    """
    if began.lemma_ in ("break", "erupt", "occur", "happen", "strike", "hit"):
        return True
    thing = began.head
    acts = words("events_nouns", "nouns", "people") | words("events_nouns", "nouns", "bodies")
    somebody = any(c.lower_ == "who" for c in began.children) or thing.ent_type_ in ("PERSON", "NORP", "ORG")
    if somebody or thing.lemma_.lower() in acts:
        return False
    past = all((f := finite(v)) is not None and f.tag_ == "VBD" and f.lemma_ != "have" for v in (began, verb))
    causes = verb.lemma_.lower() in words(_CUES, "verbs", "result") and not is_passive(verb)
    return past and causes and kind_of(listed_lemma(began), noun=False) in _VIOLENT


def setting_noun(verb: "Token", dated: Container[int] | None = None) -> "Token | None":
    """The event at which the verb's deed was done: "testified at his deposition last Tuesday"; one of the dated ones.

    Where `dated` is None, any event noun will do.
    """
    for preposition in children(verb, "prep"):
        noun = child(preposition, "pobj") if preposition.lower_ in (*_DURING, "on") else None
        if noun is not None and preposition.lower_ == "on" and kind_of(noun.lemma_.lower(), noun=True) != "travel":
            continue  # "ruled on the strike", and no "fell ill on a flight to Moscow"
        if noun is not None and (is_event_head(noun) if dated is None else noun.i in dated):
            return noun
    return None


def _verb_of_noun(noun: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """A noun that a light verb carries, or whose occurrence the verb states, happens when the verb says."""
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ in _DURING and is_clause_head(verb.head):
        return links.get(verb.head.i)  # "said in a statement", "killed in an attack"
    if noun.dep_ == "pobj" and verb.head.pos_ in ("VERB", "AUX") and verb.lower_ in ("of", "into", "in", "with", "to"):
        verb = verb.head
    if noun.dep_ in ("dobj", "attr", "nsubjpass", "pobj"):
        return links.get(verb.i) if verb.lemma_ in words(_CUES, "verbs", "light") else None
    if noun.dep_ == "nsubj":
        return links.get(verb.i) if verb.lemma_ in words(_CUES, "verbs", "occurrence") else None
    if noun.dep_ == "conj" and noun.head.i in links:
        return links[noun.head.i]
    return None


def _is_one_of_several(dated: "Token", links: dict[int, TimeLink]) -> bool:
    """ "closed the deal on 17 April, repaid notes on 15 May and opened a centre": each deed has a day of its own."""
    others = (links[c.i].refs for c in dated.conjuncts if c.i in links and links[c.i].basis is DateBasis.CLAUSE)
    return any(refs != links[dated.i].refs for refs in others)


def _has_own_time(verb: "Token", dated: "Token") -> bool:
    """ "but left after a year", "Recalled in 1984, he quarrelled": placed by other words than the date beside it.

    "after the army entered the town and took it on Monday": what opens the clause of both places neither of the two.
    """
    for c in verb.children:
        shared = c.dep_ == "mark" and dated.head is verb
        if c.dep_ in ("prep", "mark") and c.lower_ in _PLACING and not shared and not _is_put_off_to(c, verb):
            return True
        if c.dep_ == "advmod" and c.lower_ in ("later", "earlier", "subsequently", "afterwards", "eventually"):
            return True
        if c.dep_ == "advcl" and c.i < verb.i and any(t.ent_type_ in ("DATE", "TIME") for t in c.subtree):
            return True
    return False


def _is_put_off_to(preposition: "Token", verb: "Token") -> bool:
    """ "opened on 2 April and was adjourned after an hour until 3 June": when it goes on, and how soon it was over."""
    if preposition.lower_ in ("until", "till"):
        return is_moving(verb)
    length = child(preposition, "pobj")
    short = length is not None and length.lemma_.lower() in ("minute", "hour", "moment")
    return preposition.lower_ in ("after", "within") and short


def _are_past(*verbs: "Token") -> bool:
    """ "appeared in court and was remanded": simple past, active or passive."""
    carriers = [finite(verb) for verb in verbs]
    return all(c is not None and c.tag_ == "VBD" and c.lemma_ != "have" for c in carriers)


def _shared(dated: "Token", other: "Token", links: dict[int, TimeLink]) -> TimeLink | None:
    """Coordinated clauses with one subject share the date that stands before the first or after the last."""
    link = links.get(dated.i)
    if link is None or (dated.tag_ != other.tag_ and not (dated.i < other.i and _are_past(dated, other))):
        return None
    if _has_own_time(other, dated) or _is_one_of_several(dated, links):
        return None
    scheduled = dated.i < other.i and full_lemma(dated) in words(_CUES, "verbs", "scheduling")
    scheduled = scheduled and (dated.lemma_ != "set" or child(dated, "dobj") is None)  # no "set fire to a box"
    if scheduled or (dated.lemma_ == "be" and dated.i > other.i):
        return None  # "jumped and were up 6 % at 10:40", "had been listed for June, was adjourned"
    carriers = [carrier.tag_ for verb in (dated, other) if (carrier := finite(verb)) is not None]
    if len(set(carriers)) == 2:
        return None  # "was reported on Tuesday and has since been picked up"
    if finite(dated) is None and dated.i < other.i and carriers == ["VBZ"]:
        return None  # "The bank sued by Keller on 4 May has sued him in turn"
    if finite(dated) is None and dated.dep_ == "acl" and dated.lemma_.lower() in words(_CUES, "verbs", "picturing"):
        return None  # "images recorded on 8 January and read by an analyst"
    if dated.i > other.i and any(r.relation is not Relation.AT for r in link.refs):
        return None
    if dated.i < other.i and link.refs[0].relation is Relation.FROM and (is_speech(other) or child(other, "ccomp")):
        return None  # "visited it from 25 May to 4 June and concluded that": not all the while
    one, two = subject(dated), subject(other)
    apart = two is not None and any(c.i in links for c in children(two, "relcl", "acl"))
    if apart and one is not two:
        return None  # "defaulted in March, and protests that began in October forced it to resign"
    if one is not None and two is not None and dated.sent.start <= link.first < one.i < other.i:
        return link  # "On Friday the bus was stopped and two men were detained"
    if other.i < dated.i and all(v.lemma_ in words(_CUES, "verbs", "toll") for v in (dated, other)):
        return link  # "Two soldiers were killed and a third was wounded in an ambush on Friday"
    if one is None or two is None:
        return None
    return link if one.i == two.i or _goes_with(dated, other) else None


def _goes_with(dated: "Token", other: "Token") -> bool:
    """ "The king fled on Friday, and his brother was crowned": "and" joins two deeds of one moment.

    Of nine such sentences of real news and histories seven were; what "but" joins often was not.
    """
    joint = next((c for c in dated.children if c.dep_ == "cc" and dated.i < c.i < other.i), None)
    whole = dated.dep_ == "ROOT" and other.head is dated and not is_speech(other) and other.lemma_ != "be"
    lasting = other.lemma_.lower() in words(_CUES, "verbs", "states")
    return whole and not lasting and joint is not None and joint.lower_ == "and" and _are_past(dated, other)
