"""Which mentions stand as events of their own, and which are only part of another's title."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.antecedents import antecedent
from timeline_app.extraction.events.attribution import reporting_verb
from timeline_app.extraction.events.candidates import Candidate, is_event_head
from timeline_app.extraction.events.ellipsis import unsaid_noun
from timeline_app.extraction.events.factuality import Factuality, is_conditional, is_request
from timeline_app.extraction.events.governed import is_beside, is_there, setting_noun, told_in, was_under_way
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import acting_noun, carried_noun, full_lemma, is_moving, is_speech
from timeline_app.extraction.events.polarity import is_empty, is_negated, left_undone
from timeline_app.extraction.events.slight import is_opinion_now, is_slight
from timeline_app.extraction.events.statements import (
    content_stands,
    is_main,
    is_remark,
    only_shows,
    performs,
    reports,
    says_nothing,
    says_something,
    statement_stands,
    tells_deed,
    weighs,
)
from timeline_app.extraction.events.time_fit import tells_figures
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import (
    child,
    children,
    finite,
    is_clause_head,
    is_question,
    kept_by,
    subject,
)
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Mention, Modality
from timeline_app.model.source import SegmentKind

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_OWN = frozenset((DateBasis.CLAUSE, DateBasis.NOUN))
_ANYTHING = frozenset(("that", "this", "it", "things", "everything", "all", "much"))
_STATES = frozenset(("back", "over", "open", "complete", "available", "home", "away", "off", "out", "down", "underway"))
_QUOTE_MARKS = frozenset(('"', "“", "``", "‘"))
_BESIDE = frozenset(("after", "as", "amid", "before", "when"))


def stands_alone(
    candidate: Candidate,
    judged: Factuality,
    link: TimeLink | None,
    kind: SegmentKind | None,
    timed: frozenset[int],
    *,
    sums_up: bool = False,
) -> bool:
    """Whether a mention is shown as an event: dated in its own right, or the news of its sentence.

    `link` is None for undated mentions and those that only "now" or "recently" dates; `timed` are the tokens of times;
    `sums_up` tells that the text is a live blog, which has a summary of its day.
    """
    if candidate.token.i > 0 and candidate.token.doc[candidate.token.i - 1].lower_ == "than":
        return False
    if is_question(candidate.token) or _is_framed(candidate.token) or left_undone(candidate.token):
        return False
    if candidate.noun:
        return _noun_stands(candidate.token, link, timed)
    verb = candidate.token
    if _only_supposes(verb) or says_nothing(verb) or _is_of_number(verb) or (verb.tag_ == "VB" and verb.text.isupper()):
        return False  # the last: "FLASH UPDATE"
    basis = link.basis if link is not None else None
    if only_shows(verb) and basis is not DateBasis.CLAUSE:
        return False
    if _is_superseded(verb) or (is_request(verb) and (judged.negated or _is_bare_order(verb))):
        return False
    own = basis in _OWN or (basis is DateBasis.GOVERNOR and _tells_when(verb))
    if _points(verb) and not (own and _tells_itself(verb)):
        return False
    if _told_with(verb, basis, timed) or _is_vehicle(verb) or (link is not None and is_slight(verb, judged, timed)):
        return False
    if basis is DateBasis.GOVERNOR and judged.negated:
        return False  # "... but caused no deaths"
    if basis in _OWN or (basis is DateBasis.GOVERNOR and (_takes_date(verb) or _told_beside(verb))):
        return not (is_speech(verb) and not says_something(verb))
    going_on = basis is DateBasis.CONTAINER and link is not None and link.faint and tells_deed(verb)
    if is_state(verb) or finite(verb) is None or (_is_nameless(verb) and not (going_on and _is_somebody(verb))):
        return False
    if link is not None and link.opens:
        return True
    by_default = basis is DateBasis.PUBLICATION and link is not None and not link.faint
    if by_default and is_speech(verb) and is_opinion_now(verb):
        return False
    if by_default and not (is_speech(verb) and statement_stands(verb)):
        if sums_up:
            return is_main(verb)
        return kind is SegmentKind.HEADLINE and kind_of(verb.lemma_.lower(), noun=False) is not None
    if is_speech(verb):
        logged = kind is SegmentKind.UPDATE and is_main(verb) and child(verb, "dobj", "ccomp") is not None
        done = performs(verb) or (logged and not reports(verb))
        return link is not None and (statement_stands(verb) or done) and not is_remark(verb)
    if reporting_verb(verb) is not None:
        return content_stands(verb, judged)
    return is_main(verb) and judged.modality is not Modality.OPINION and (link is not None or weighs(verb, judged))


def _only_supposes(verb: "Token") -> bool:
    """A question, an "if" clause, a relative clause on "anyone", a verb that stands for another."""
    if _is_pointing(verb) or _only_asks(verb):
        return True
    could = any(c.lower_ == "before" and c.dep_ == "mark" for c in verb.children) and any(
        c.tag_ == "MD" for c in verb.children
    )
    could = could or (verb.dep_ in ("acl", "relcl") and any(c.lower_ == "any" for c in verb.head.children))
    anybody = could or (verb.dep_ == "relcl" and _is_anybody(verb.head, verb))
    return (
        _is_habit(verb)
        or is_question(verb)
        or anybody
        or (verb.dep_ in ("advcl", "ccomp", "pcomp") and is_conditional(verb))
        or _stands_for(verb)
    )


def _is_anybody(noun: "Token", verb: "Token") -> bool:
    """ "anyone who saw the van"; "found by someone who gave it to the police" tells of somebody."""
    met = noun.lower_ in ("someone", "somebody") and noun.head.dep_ == "agent" and verb.tag_ == "VBD"
    return noun.lower_ in words(_CUES, "titles", "anybody") and not met


def _is_habit(verb: "Token") -> bool:
    """ "Rockets usually fall at night", "In most years the river freezes in January": no one time is told of."""
    carrier = finite(verb)
    if carrier is None or carrier.tag_ not in ("VBZ", "VBP"):
        return False
    often = any(c.dep_ == "advmod" and c.lower_ in words(_CUES, "adverbs", "habitual") for c in verb.children)
    spans = (child(c, "pobj") for c in children(verb, "prep") if c.lower_ in ("in", "on", "at"))
    years = [s for s in spans if s is not None and s.lemma_.lower() in words("events_nouns", "nouns", "periods")]
    return often or any(c.lower_ in ("most", "some", "many") for year in years for c in year.children)


def _only_asks(verb: "Token") -> bool:
    """ "What happened on Tuesday", "How the night unfolded", "the quarter ended 30 June": a heading or a period."""
    opening = verb.doc[verb.sent.start]
    if verb.dep_ == "ROOT" and opening.tag_ in ("WRB", "WP") and opening.head is verb and opening.i < verb.i:
        return not any(t.text in (",", ".") for t in verb.sent)
    own = child(verb, "nsubj", "nsubjpass")
    asks = own is not None and own.tag_ in ("WP", "WRB") and own.lower_ == "what" and verb.i - own.i == 1
    period = own or (verb.head if verb.dep_ == "acl" else None)
    ends = verb.lemma_ in ("end", "begin", "start") and period is not None and verb.tag_ in ("VBN", "VBD")
    spans = ends and period is not None and period.lemma_.lower() in words("events_nouns", "nouns", "periods")
    return asks or spans


def _is_bare_order(verb: "Token") -> bool:
    """ "“Hold until Monday.”": somebody's order, which does not even say what."""
    before = verb.doc[verb.left_edge.i - 1].text if verb.left_edge.i > 0 else ""
    opened = before in _QUOTE_MARKS or verb.doc[verb.left_edge.i].text in _QUOTE_MARKS
    return opened and child(verb, "dobj", "ccomp", "xcomp") is None


def _is_superseded(verb: "Token") -> bool:
    """ "put off the launch, planned for Monday, until June": the day that no longer holds."""
    thing = verb.head
    if verb.dep_ == "xcomp" and thing.lower_ == "due" and thing.head.dep_ == "nsubjpass":
        return is_moving(thing.head.head)  # "The trial, due to start on 14 January, was put back"
    if verb.dep_ in ("acl", "relcl") and any(c.lower_ in ("originally", "initially") for c in verb.children):
        return verb.lemma_.lower() in words(_CUES, "verbs", "scheduling")  # "originally scheduled for 9 May"
    if verb.dep_ not in ("acl", "relcl") or thing.dep_ not in ("dobj", "nsubjpass") or not is_moving(thing.head):
        return False
    moved = (p for c in (thing.head, *children(thing.head, "advmod", "prt")) for p in children(c, "prep"))
    return any(p.lower_ in ("to", "until", "till") for p in moved)


def _is_framed(token: "Token") -> bool:
    """ "If ..., ", "Imagine that ...", "In the film, ...": before the comma, or all of it, is only supposed."""
    sentence = token.sent
    opening = sentence[0] if sentence[0].lower_ != "even" or len(sentence) < 2 else sentence[1]
    if opening.lower_ in ("if", "unless") or (opening.lower_ == "in" and opening.nbor().lower_ == "case"):
        comma = next((t.i for t in sentence if t.text == ","), sentence.end)
        return bool(token.i < comma)
    root = sentence.root
    if root.tag_ == "VB" and token.i != root.i and not any(c.dep_ in ("aux", "nsubj") for c in root.children):
        asked = (root, *children(root, "ccomp", "xcomp"))
        return any(t.lemma_.lower() in words(_CUES, "governors", "imagined") for t in asked)
    last = sentence[min(len(sentence), 5) - 1].i if opening.lower_ == "in" else opening.i
    frames = [t for t in token.doc[opening.i : last] if t.lemma_.lower() in words(_CUES, "titles", "fiction")]
    return bool(frames) and token.i > frames[0].i and frames[0].dep_ == "pobj"


def _is_pointing(verb: "Token") -> bool:
    """ "..., which happened in 2015", "as engineers proposed in 2005": they point at what the sentence tells."""
    own = child(verb, "nsubj")
    if verb.dep_ == "relcl" and own is not None and own.tag_ == "WDT" and verb.lemma_ in ("happen", "occur", "come"):
        return not (is_event_head(verb.head) or any(c.lower_ == "to" for c in verb.children))
    mark = child(verb, "mark")
    as_said = mark is not None and mark.lower_ == "as" and verb.dep_ == "advcl"
    return as_said and verb.lemma_ in words(_CUES, "governors", "planned") and child(verb, "dobj", "ccomp") is None


def _stands_for(verb: "Token") -> bool:
    """ "as it did last year", "a letter dated 6 May", "the worst was in 1987": the verb itself tells nothing."""
    found = children(verb, "dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "expl", "nsubjpass")
    parts = [c for c in found if c.ent_type_ not in ("DATE", "TIME") and c.tag_ != "WP"]  # "what it did in May"
    parts += [c for c in children(verb, "advmod", "prt") if c.lower_ in _STATES]
    if verb.lemma_ == "do":
        return not parts and not (verb.tag_ == "VBN" and _is_noun(subject(verb)))  # "the repairs were done in May"
    own = child(verb, "nsubj")
    if verb.lemma_ == "change" and not parts and own is not None and own.lower_ in _ANYTHING:
        return True  # "That changed in June, when the mayor was shot"
    if verb.lemma_ == "have" and not parts:
        return True  # "just as the others had ten years earlier"
    if verb.lemma_ == "be" and unsaid_noun(verb) is not None:
        return any(c.lower_ == "when" for clause in verb.subtree for c in clause.children)  # that tells it
    if verb.lemma_ == "be" and carried_noun(verb) is None:
        phrases = (child(c, "pobj") for c in children(verb, "prep"))
        return not parts and all(p is not None and p.ent_type_ in ("DATE", "TIME") for p in phrases)
    placed = verb.lemma_ == "set" and child(verb, "prt") is None  # "a film set in 1950", no "a fund set up in 1975"
    return (verb.dep_ == "acl" and (placed or verb.lemma_ == "date")) or verb.lower_ == "dated"


def _is_nameless(verb: "Token") -> bool:
    """Whether nothing tells who the subject is: a pronoun that stays open, or none at all."""
    found = subject(verb)
    if found is None:
        return child(verb, "expl") is None
    return found.pos_ == "PRON" and not is_empty(found) and antecedent(found) is None


def _is_somebody(verb: "Token") -> bool:
    """ "They shot two guards dead": whoever they are, right behind what they had done."""
    found = subject(verb)
    return found is not None and found.lower_ in ("he", "she", "they", "we")


def _told_with(verb: "Token", basis: DateBasis | None, timed: frozenset[int]) -> bool:
    """ "killed 14 when they opened fire": told in the title of what it led to."""
    led, doing = verb.head, verb.head if verb.dep_ == "xcomp" else verb
    if doing.dep_ == "advcl" and finite(doing) is None and was_under_way(doing, doing.head):
        return True  # "died while crossing the road", "was arrested while trying to leave"
    if verb.dep_ != "advcl" or not any(c.lower_ == "when" for c in verb.children):
        return False
    if _was_setting(led):
        return False
    if is_state(led):
        return False  # "The worst fire was in 2006, when nine people died": told by no other verb
    when = next(c for c in verb.children if c.lower_ == "when")
    if when.i > 1 and when.nbor(-1).text == "," and when.i - 2 in timed:
        return False  # "refused on 18 June, when its shares fell by half"
    if basis in _OWN and is_negated(led):
        return False  # "Nobody was hurt when a shell landed": what is told is the shell
    if basis in _OWN and led.dep_ in ("relcl", "acl"):
        return False  # "pays the workers who left when the airline collapsed in May": told by no other verb
    return basis not in _OWN or (
        verb.i > led.i and led.tag_ in ("VBD", "VBN") and not (is_speech(led) or is_state(led))
    )


def _was_setting(verb: "Token") -> bool:
    """ "had left the hall when a bomb went off", "was driving home when he was shot": told only for what came then."""
    carrier = finite(verb)
    had = carrier is not None and carrier.lower_ == "had" and carrier.i != verb.i
    return had or (verb.tag_ == "VBG" and carrier is not None and carrier.lower_ in ("was", "were"))


def _is_of_number(verb: "Token") -> bool:
    """ "brought to six the number killed since May": of whom nothing more is told."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.lemma_ in ("number", "toll", "total")


def _is_vehicle(verb: "Token") -> bool:
    """ "In a video posted on Sunday, he denied it": told by what was said in it."""
    said = verb.head.head.head if verb.dep_ == "acl" and verb.head.dep_ == "pobj" else None
    return said is not None and told_in(said) == verb


def _told_beside(verb: "Token") -> bool:
    """What is told in the same breath: "was arrested and deported"; no "killing 12 and wounding 30"."""
    if verb.dep_ == "relcl":
        return is_there(verb) and not is_state(verb)
    if verb.dep_ == "advcl" and _was_setting(verb.head) and any(c.lower_ == "when" for c in verb.children):
        return not is_state(verb)
    if verb.dep_ == "advcl" and is_beside(verb):
        return tells_deed(verb)
    if verb.dep_ == "advcl" and finite(verb) is not None:  # "after they entered the town and took the hill on Monday"
        return any(c.dep_ == "conj" and c.tag_ == verb.tag_ for c in verb.children) and not is_state(verb)
    if verb.dep_ == "pcomp":
        return verb.head.lower_ != "of"  # "was convicted of heading a gang" tells it
    either = verb.dep_ == "conj" and verb.i > 0 and verb.nbor(-1).lower_ == "or"  # "were destroyed or damaged"
    return verb.dep_ == "conj" and verb.tag_ != "VBG" and not either and not is_state(verb)


def _takes_date(verb: "Token") -> bool:
    """Whether the verb tells the event of its noun, and so has the noun's date."""
    if any(was_under_way(c, verb) for c in children(verb, "advcl")):
        return True  # "died while crossing the road on Friday"
    if _tells_when(verb):
        return True
    within = [c for c in children(verb, "prep") if c.lower_ in ("in", "during")]
    if verb.dep_ == "relcl" and any(one.tag_ == "WDT" for c in within for one in children(c, "pobj")):
        return True  # "a raid in 2010 in which nine died"
    found = (carried_noun(verb), acting_noun(verb), setting_noun(verb))
    return any(noun is not None for noun in found) or (is_speech(verb) and says_something(verb))


def _tells_when(verb: "Token") -> bool:
    """ "in 2008, when it sold its ships"."""
    return any(c.lower_ == "when" for c in children(verb, "advmod"))


def _points(verb: "Token") -> bool:
    """ "This follows a statement": the clause points at what was told instead of telling something."""
    own = child(verb, "nsubj", "nsubjpass", "expl")
    if (
        own is not None
        and own.lower_ in words(_CUES, "titles", "pointers")
        and own.dep_ != "expl"
        and child(own, "amod") is None
        and (verb.lemma_ == "be" or child(own, "prep") is None)  # "one of the judges resigned"
        and not is_empty(own)
    ):
        found = subject(verb)
        return (found is None or found.i == own.i) and antecedent(own) is None and reporting_verb(verb) is None
    beside = (c for part in (verb, *children(verb, "advcl")) for c in part.children if c.lower_ in _BESIDE)
    if verb.lemma_ in ("come", "follow") and not _came_to(verb) and any(not _opens_time(c) for c in beside):
        return True  # "The leak came days after an attack"
    relational = full_lemma(verb) in words(_CUES, "verbs", "relational") and verb.tag_ in ("VBZ", "VBP")
    return (
        relational and own is not None and own.lemma_.lower() in ("news", "report", "move", "comment", "announcement")
    )


def _opens_time(preposition: "Token") -> bool:
    """ "followed before the end of May"."""
    return any(t.ent_type_ in ("DATE", "TIME") for t in children(preposition, "pobj"))


def _came_to(verb: "Token") -> bool:
    """ "came third in the election, months after", "came to power", "came under fire": a deed of its own."""
    ranked = words(_CUES, "titles", "ordinals") | {"first", "last", "top", "bottom"}
    led = any(c.dep_ == "prep" and c.lower_ in ("to", "under", "into") for c in verb.children)
    return led or any(c.lower_ in ranked for c in verb.children) or child(verb, "acomp", "oprd", "xcomp") is not None


def _tells_itself(verb: "Token") -> bool:
    """ "It was repaired on 4 May": a dated deed stands although nobody says what "it" is; a state does not."""
    if carried_noun(verb) is not None:
        return True
    own = child(verb, "nsubj")
    moves = own is not None and own.lower_ in ("i", "we", "he", "she", "they")
    moves = moves and (verb.lemma_ in ("come", "follow") or child(verb, "dobj") is not None)  # "I claimed asylum"
    if own is not None and own.lower_ in ("i", "we") and verb.lemma_ == "be" and _is_somewhere(verb):
        return True  # "I'm in Abuja next Tuesday"
    return (moves or full_lemma(verb) not in words(_CUES, "verbs", "relational")) and not is_state(verb)


def _is_noun(word: "Token | None") -> bool:
    return word is not None and word.pos_ in ("NOUN", "PROPN")


def _is_somewhere(verb: "Token") -> bool:
    """Whether a phrase with a name says where somebody is."""
    places = (child(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "at"))
    return any(place is not None and place.ent_type_ in ("GPE", "LOC", "FAC", "ORG") for place in places)


def _noun_stands(noun: "Token", link: TimeLink | None, timed: frozenset[int]) -> bool:
    """A noun stands alone when it is dated by itself and no verb carries it."""
    if link is not None and link.basis is DateBasis.CONTAINER and noun.dep_ == "ROOT":
        return True  # an entry of a chronology: "8 May 2021: Fire at the Mira depot"
    if link is None or link.basis not in _OWN:
        return False
    if tells_figures(noun):
        return False
    if noun.dep_ in ("dobj", "nsubjpass") and is_moving(noun.head):
        return True  # "put off the vote to 7 April": dated by its new day, and titled by the whole clause
    bare = not any(
        c.dep_ in ("amod", "compound", "nmod", "poss", "prep", "relcl", "acl", "nummod")
        and not _is_empty_part(c, timed)
        for c in noun.children
    )
    kept = noun.dep_ == "pobj" and kept_by(noun.head.head) is noun  # "a day of mourning"
    if bare and not kept and kind_of(noun.lemma_.lower(), noun=True) not in words("events_nouns", "nouns", "plain"):
        return False
    if noun.dep_ == "pobj" and is_clause_head(noun.head.head) and setting_noun(noun.head.head, {noun.i}) is not None:
        return False  # the verb tells what was done there
    carrier = noun.head if noun.dep_ in ("dobj", "nsubj", "nsubjpass") else None
    if carrier is None or not is_clause_head(carrier) or not _takes_over(carrier, noun):
        return True
    if noun.dep_ == "nsubj" and is_negated(carrier):
        return True  # "The inspection on 2 May did not find it": was made all the same
    return _points(carrier)  # "The second vote on 4 March came a week after ...": no verb tells it


def _is_empty_part(part: "Token", timed: frozenset[int]) -> bool:
    """A time, a pronoun, or a preposition that only governs a time: tells nothing of the event."""
    if part.dep_ == "prep":
        return all(c.i in timed for c in part.children)
    return part.i in timed or part.tag_ == "PRP$"


def _takes_over(verb: "Token", noun: "Token") -> bool:
    """Whether the verb's clause tells the noun's event: it carries the noun, or tells what it did."""
    return noun in (carried_noun(verb), acting_noun(verb))


def is_state(verb: "Token") -> bool:
    """Whether a verb tells how things are rather than what was done."""
    return verb.lemma_.lower() in words(_CUES, "verbs", "states") and carried_noun(verb) is None


def told_once(mentions: Sequence[Mention]) -> list[Mention]:
    """Of mentions in one sentence that share a title, only the one dated most directly stands as an event."""
    best: dict[tuple[int, str], Mention] = {}
    for mention in mentions:
        if not mention.salient:
            continue
        place = (mention.sentence.start, mention.title)
        held = best.get(place)
        if held is None or (held.time_refs != mention.time_refs and mention.confidence > held.confidence):
            best[place] = mention
    kept = {m.key for m in best.values()}
    return [m if not m.salient or m.key in kept else replace(m, salient=False) for m in mentions]
