"""Second verbs that were given to the clause beside them, though they go on with the one above."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import event_nouns, verb_forms, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_HELPERS = ("aux", "auxpass")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_COMPLETE = ("aux", "auxpass", "mark", "dobj", "xcomp")  # what a verb with a doer of its own has
_MARKS = frozenset(("after", "before", "because", "when", "while", "since"))
_ACTING = frozenset(("PERSON", "NORP", "ORG", "GPE"))


def _goes_on(verb: "Token") -> bool:
    """Whether a coordinated verb in the past has an object and neither subject nor helpers of its own."""
    bare = not any(c.dep_ in (*_HELPERS, *_SUBJECTS) for c in verb.children)
    return verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and bare and any(c.dep_ == "dobj" for c in verb.children)


def raise_to_speaker(verb: "Token") -> None:
    """ "Holt said that the money was lost and withdrew its results": who spoke did that, and not the money."""
    content = verb.head
    said = content.head
    if (
        not _goes_on(verb)
        or content.dep_ != "ccomp"
        or content.i < said.i
        or verb.doc[verb.left_edge.i - 1].text == ","
    ):
        return
    own = next((c for c in content.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    speaks = said.lower_ in verb_forms("reporting", "reporting", "attributing") and said.tag_ == "VBD"
    if own is None or not speaks or own.pos_ != "NOUN" or own.ent_type_ in _ACTING:
        return
    lemma = own.lemma_.lower()
    if lemma in words("events_nouns", "nouns", "people") or lemma in words("events_nouns", "nouns", "bodies"):
        return
    deeds = words("events_cues", "verbs", "settling") | words("events_cues", "verbs", "announcing")
    if verb.lemma_.lower() in deeds and any(c.tag_ == "PRP$" for c in verb.subtree):
        verb.tag_ = "VBD"
        verb.attach(said)


def raise_over_passive(verb: "Token") -> None:
    """ "closed the ports after a rocket was intercepted, and reopened them": who closed them, and not the rocket."""
    aside = verb.head
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in _MARKS for c in aside.children)
    passive = any(c.dep_ == "auxpass" for c in aside.children)
    main = aside.head
    if not _goes_on(verb) or aside.dep_ != "advcl" or not marked or not passive or main.i > aside.i:
        return
    joint = next((c for c in aside.children if c.dep_ == "cc" and aside.i < c.i < verb.i), None)
    if joint is None or verb.doc[joint.i - 1].text != "," or main.pos_ != "VERB":
        return
    verb.tag_ = "VBD"
    verb.attach(main)
    joint.attach(main)


def raise_over_aside(verb: "Token") -> None:
    """ "was suspended the day after she died and returned to duty in May": no dead person did.

    Likewise "was held while guards were searching the yard and released in May": what goes on is not "released".
    """
    aside, main = verb.head, verb.head.head
    free = not any(c.dep_ in (*_HELPERS, *_SUBJECTS) for c in verb.children)
    if aside.dep_ != "advcl" or not free or verb.tag_ not in ("VBD", "VBN") or main.i > aside.i or main.pos_ != "VERB":
        return
    joint = next((c for c in aside.children if c.dep_ == "cc" and c.i < verb.i), None)
    passive = any(c.dep_ == "auxpass" for c in main.children)
    goes_on = aside.tag_ == "VBG" and any(c.dep_ == "aux" for c in aside.children)
    suffers = passive and goes_on and not any(c.dep_ == "dobj" for c in verb.children)
    if joint is None or not (aside.lemma_ == "die" or suffers):
        return
    verb.tag_ = "VBN" if suffers else "VBD"
    verb.attach(main)
    joint.attach(main)


def wake_at_that_time(verb: "Token") -> None:
    """ "was killed when officers answering a call opened the door": the officers opened it, and nobody killed."""
    if verb.tag_ not in ("VBD", "VBN") or any(c.dep_ in (*_HELPERS, "cc", "mark") for c in verb.children):
        return
    over = [verb.head] if verb.dep_ == "ccomp" else verb.head.children
    answering = next((c for c in over if c.i < verb.i and _has_doer_only(c)), None)
    if answering is None or any(t.dep_ == "cc" or t.is_punct for t in verb.doc[answering.i : verb.i]):
        return
    call = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if (call is None) is (verb.dep_ == "ccomp"):
        return
    opening = [c for c in answering.children if c.i < answering.i]
    verb.tag_, verb.dep_ = "VBD", "advcl"
    verb.attach(answering.head)
    for part in opening:
        part.attach(verb)
    own = next(c for c in opening if c.dep_ == "nsubj")
    answering.dep_ = "acl"
    answering.attach(own)
    if call is not None:
        call.dep_ = "dobj"
        call.attach(answering)


def _has_doer_only(verb: "Token") -> bool:
    """ "when officers answering": no helper stands between the two, so that "answering" only describes them."""
    before = [c for c in verb.children if c.i < verb.i]
    marked = any(c.lower_ in _MARKS for c in before) and any(c.dep_ == "nsubj" for c in before)
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and marked and not any(c.dep_ in _HELPERS for c in before)


def lower_to_seen(verb: "Token") -> None:
    """ "Wiretaps recorded him telling a friend": he told it, and no wiretap did."""
    above = verb.head
    seen = next((c for c in above.children if c.dep_ == "dobj" and c.right_edge.i == verb.i - 1), None)
    bare = not any(c.dep_ in (*_HELPERS, *_SUBJECTS, "mark") for c in verb.children)
    if (
        verb.dep_ != "advcl"
        or seen is None
        or not bare
        or above.lemma_ not in words("events_cues", "verbs", "witnessing")
    ):
        return
    verb.dep_ = "acl"
    verb.attach(seen)


def lower_to_pact(verb: "Token") -> None:
    """ "praised the deal between Kenya, Chad and Mali struck in May": Mali struck nothing, the deal of the three was.

    Where "between" has an "and" of its own another sentence follows: "a deal between Kenya and Chad, and Mali left".
    """
    party = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.right_edge.i == verb.i - 1), None)
    if party is None or party.left_edge.tag_ in ("DT", "PRP$") or any(c.dep_ in _COMPLETE for c in verb.children):
        return
    between = _joining_event(verb, party)
    first = next((c for c in between.children if c.dep_ == "pobj"), None) if between is not None else None
    if between is None or first is None or verb in (between.head, first):
        return
    joints = [t for t in verb.doc[first.i : verb.i] if t.dep_ == "cc"]
    if len(joints) != 1:
        return
    verb.tag_, verb.dep_ = "VBN", "acl"
    verb.attach(between.head)
    party.dep_ = "conj"
    party.attach(first)
    if joints[0].head is not party:
        joints[0].attach(first)
    for clause in [c for c in verb.children if c.dep_ == "ccomp"]:
        clause.dep_ = "relcl"
        clause.attach(between.head)


def _joining_event(verb: "Token", party: "Token") -> "Token | None":
    """The preposition, with nothing done between it and the verb, that says whose the event beside it is."""
    for token in reversed(verb.doc[verb.sent.start : party.left_edge.i]):
        if token.lower_ in ("between", "with", "of"):
            told = token.head.pos_ == "NOUN" and token.head.lemma_.lower() in event_nouns()
            return token if told and verb.head.i < token.i else None
        if token.pos_ in ("VERB", "AUX"):
            return None
    return None


def lower_unjoined(verb: "Token") -> None:
    """ "recalled the treaty between Kenya and Chad concluded in 2015": nothing joins the two verbs, the treaty was."""
    main, before = verb.head, verb.doc[verb.i - 1]
    things = [c for c in main.children if c.dep_ == "dobj"]
    sure = any(c.dep_ in _HELPERS for c in main.children)  # no "rockets fired from the ridge landed in Tarn"
    if sure and verb.lower_.endswith("ed") and verb.lemma_.lower() not in words("events_cues", "verbs", "intransitive"):
        placed = [c for phrase in main.children if phrase.dep_ == "prep" for c in phrase.children if c.dep_ == "pobj"]
        things += [c for c in placed if main.i < c.i and not any(d.dep_ == "conj" for d in c.subtree)]
    thing = next((c for c in things if c.right_edge.i == verb.i - 1), None)
    if thing is None or thing.i < main.i or verb.left_edge is not verb or before.pos_ not in ("NOUN", "PROPN"):
        return
    own = any(c.dep_ in (*_HELPERS, *_SUBJECTS, "mark", "dobj", "ccomp", "xcomp", "cc") for c in verb.children)
    joined = any(c.dep_ in ("cc", "punct") and main.i < c.i < verb.i for c in main.children)
    if not own and not joined and main.pos_ == "VERB" and thing.pos_ in ("NOUN", "PROPN"):
        verb.tag_, verb.dep_ = "VBN", "acl"
        verb.attach(thing)
        when = next((c for c in verb.children if c.dep_ == "npadvmod" and c.right_edge.i == verb.right_edge.i), None)
        if when is not None and thing.dep_ == "pobj":
            when.attach(main)  # "was found aboard a boat moored off the pier yesterday": found then


def free_that_month(mark: "Token", day_names: frozenset[str]) -> None:
    """ "banned it for a year that May and in June filed a complaint": a month, and no clause."""
    verb = mark.head
    month = mark.nbor() if mark.i + 1 < len(mark.doc) else mark
    main = verb.head
    if mark.lower_ != "that" or mark.dep_ != "mark" or month.lower_ not in day_names or not month.is_alpha:
        return
    if month.dep_ != "nsubj" or month.head is not verb or verb.dep_ != "ccomp" or verb.tag_ not in ("VBD", "VBN"):
        return
    done = main.tag_ == "VBN" and main.dep_ == "acl" and main.i == mark.i - 1
    if main.i > mark.i or not (main.tag_ == "VBD" or done):
        return
    mark.dep_, mark.tag_, mark.pos_ = "det", "DT", "DET"
    mark.attach(month)
    month.dep_ = "npadvmod"
    month.attach(main)
    if done:
        _make_main(verb, main.head)
        return
    verb.dep_, verb.tag_ = "conj", "VBD"
    verb.attach(main)


def _make_main(verb: "Token", own: "Token") -> None:
    """ "An audit completed that May confirmed it, yet nothing was done": what the audit did, before what came of it."""
    over, role = own.head, own.dep_
    verb.tag_ = "VBD"
    if role not in ("nsubj", "nsubjpass") or over.i < verb.i:
        verb.dep_ = role if role == "ROOT" else "conj"
        verb.attach(verb if role == "ROOT" else over)
    else:
        verb.dep_ = "ccomp"
        verb.attach(over)
    own.dep_ = "nsubj"
    own.attach(verb)


def free_yesterday(day: "Token") -> None:
    """ "failed yesterday minutes after liftoff": the day, read as a part of what is measured behind it."""
    measured = day.head
    above = measured.head
    for _ in range(3):
        if above.pos_ == "VERB":
            break
        above = above.head
    units = ("minute", "hour", "second", "moment", "day", "week", "month", "shortly")
    if measured.lemma_.lower() in units and measured.i == day.i + 1 and above.pos_ == "VERB" and above.i < day.i:
        day.dep_ = "npadvmod"
        day.attach(above)


def give_teller(verb: "Token") -> None:
    """ "Shelling began at ten, when many were out, the head of the port, Ann Holm, wrote": who tells it at the end."""
    first = verb.head
    tells = verb.lower_ in verb_forms("reporting", "reporting", "attributing") or verb.lower_ == "wrote"
    if (
        not tells
        or first.dep_ != "ROOT"
        or any(c.dep_ in (*_HELPERS, *_SUBJECTS, "cc", "ccomp") for c in verb.children)
    ):
        return
    comma = verb.doc[verb.i - 1].text == ","
    last = verb.i - 1 - comma
    named = verb.doc[last]
    teller = named.head if comma and named.dep_ == "appos" else named
    if teller.right_edge.i > last + comma or teller.i <= first.i or teller.tag_ not in ("NN", "NNP", "NNS"):
        return
    if verb.doc[teller.left_edge.i - 1].text != "," or any(c.dep_ == "cc" for c in teller.head.children):
        return
    teller.dep_ = "nsubj"
    teller.attach(verb)
    verb.dep_ = "ROOT"
    verb.attach(verb)
    first.dep_ = "ccomp"
    first.attach(verb)
