"""Clauses that the parser hung on the wrong word, seen from their pattern and moved to where they belong."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_MAX_CLIMB = 6


def open_content(mark: "Token") -> None:
    """ "knew that raw sewage was pouring out": the word that opens what was known, read as the article of a noun."""
    noun = mark.head
    clause = noun.head
    opens = noun.dep_ in ("nsubj", "nsubjpass") and clause.dep_ == "ccomp" and clause.head.i < mark.i
    if opens and (mark.tag_ == "IN" or noun.tag_ == "NNS") and not any(c.dep_ == "mark" for c in clause.children):
        mark.tag_, mark.pos_, mark.dep_ = "IN", "SCONJ", "mark"
        mark.attach(clause)


def lower_listed(verb: "Token") -> None:
    """ "was paid to soldiers who had deserted, died or fled": one list, whose later verbs are the soldiers' too."""
    comma = verb.doc[verb.i - 1] if verb.i > 1 else verb
    relative = next((t for t in reversed(verb.doc[verb.head.i + 1 : comma.i]) if t.dep_ == "relcl"), None)
    if comma.text != "," or relative is None or relative.right_edge.i != comma.i - 1:
        return
    lists_on = any(c.dep_ == "conj" and c.i > verb.i for c in verb.children)
    lists_on = lists_on and any(c.dep_ == "cc" and c.i > verb.i for c in verb.children)
    who = any(c.tag_ in ("WP", "WDT") and c.dep_ in ("nsubj", "nsubjpass") for c in relative.children)
    if lists_on and who and not any(c.dep_ in ("nsubj", "nsubjpass", "cc") and c.i < verb.i for c in verb.children):
        verb.attach(relative)
        comma.attach(relative)


def raise_listed(verb: "Token") -> None:
    """ "was announced in March, promised for April, and done in May": three deeds; one was read as a manner."""
    main = verb.head
    passive = main.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in main.children)
    if passive and verb.tag_ == "VBN" and _is_done_by(verb):
        verb.dep_ = "conj"  # "was suspended, cleared by the prosecutor and reinstated"
        return
    joining = next((c for c in verb.children if c.dep_ == "cc" and c.i > verb.i), None)
    last = next((c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBN" and c.i > verb.i), None)
    if not passive or joining is None or last is None or verb.doc[verb.left_edge.i - 1].text != ",":
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "mark", "dobj") for c in verb.children):
        return
    verb.dep_, verb.tag_ = "conj", "VBN"
    joining.attach(main)
    last.attach(main)


def _is_done_by(verb: "Token") -> bool:
    """Whether a participle behind a comma says who did it, and has nothing but a time and that beside it."""
    by = any(c.dep_ == "agent" for c in verb.children)
    owned = any(c.dep_ in ("nsubj", "nsubjpass", "mark", "dobj", "aux", "auxpass", "advmod") for c in verb.children)
    comma = verb.doc[verb.left_edge.i - 1].text == ","
    joined = any(c.dep_ == "conj" and c.i > verb.i for c in verb.head.children)
    return by and comma and joined and not owned


def lower_purpose(verb: "Token") -> None:
    """ "approved a plan to double output by 2018": what is planned, read as the adjective of its object."""
    thing = verb.head
    to = next((c for c in (*verb.children, *thing.children) if c.tag_ == "TO" and c.i == verb.i - 1), None)
    plan = verb.doc[to.i - 1] if to is not None and to.i > 0 else None
    if to is None or plan is None or not plan.tag_.startswith("NN") or thing.i < verb.i or thing is plan:
        return
    above = thing.head
    later = [c for c in above.children if c.dep_ == "prep" and c.i > thing.i]
    verb.dep_ = "acl"
    verb.attach(plan)
    to.dep_ = "aux"
    to.attach(verb)
    thing.dep_ = "dobj"
    thing.attach(verb)
    for part in later:
        part.attach(verb)


def lower_infinitive(noun: "Token") -> None:
    """ "reopened to pleasure boats": a noun that was read as an infinitive."""
    to = next((c for c in noun.children if c.tag_ == "TO" and c.i == noun.i - 1), None)
    things = next((c for c in noun.children if c.dep_ == "dobj" and c.i == noun.i + 1), None)
    if to is None or things is None or noun.lower_ not in words("events_nouns", "nouns", "not_verbs"):
        return
    verb = noun.head
    to.tag_, to.pos_, to.dep_ = "IN", "ADP", "prep"
    to.attach(verb)
    for part in [c for c in noun.children if c is not things]:
        part.attach(verb)
    things.dep_ = "pobj"
    things.attach(to)
    noun.tag_, noun.pos_, noun.dep_ = "NN", "NOUN", "compound"
    noun.attach(things)


def raise_active(verb: "Token") -> None:
    """ "left with containers declared as machinery and unloaded them": what has its own object is no participle."""
    participle = verb.head
    above = participle.head
    joined = verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and participle.dep_ == "acl"
    helped = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in (*verb.children, *participle.children))
    does = any(c.dep_ == "dobj" for c in verb.children) and not any(c.dep_ == "dobj" for c in participle.children)
    if not joined or helped or not does or participle.tag_ != "VBN":
        return
    for _ in range(_MAX_CLIMB):
        if above.tag_ == "VBD" and any(c.dep_ == "nsubj" for c in above.children):
            verb.tag_ = "VBD"
            verb.attach(above)
            return
        if above.head is above:
            return
        above = above.head


def lower_joined(verb: "Token") -> None:
    """ "in Norland occupied territory": an adjective that was read as a second verb, though nothing joins the two."""
    place, thing = verb.doc[verb.i - 1], verb.doc[min(verb.i + 1, len(verb.doc) - 1)]
    preposition = place.head
    between = verb.doc[verb.head.i + 1 : verb.i]
    if place.dep_ != "pobj" or thing.dep_ != "dobj" or thing.head is not verb or preposition.head is not verb.head:
        return
    if any(t.dep_ == "cc" or t.is_punct for t in between) or thing.left_edge is not thing:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "mark", "aux", "auxpass") for c in verb.children):
        return
    for part in [c for c in verb.children if c is not thing]:
        part.attach(verb.head)
    thing.dep_ = "pobj"
    thing.attach(preposition)
    place.dep_ = "amod"
    place.attach(thing)
    verb.tag_, verb.dep_ = "VBN", "amod"
    verb.attach(thing)


def free_from_brackets(closing: "Token") -> None:
    """ "By its judgment the court (Bell J dissenting) dismissed it": what opens the clause is not the bracket's."""
    opening = next((t for t in reversed(closing.doc[closing.sent.start : closing.i]) if t.text == "("), None)
    if opening is None:
        return
    for verb in closing.doc[opening.i : closing.i]:
        over = verb.head
        if not verb.tag_.startswith("VB") or over.i < closing.i or verb.left_edge.i > opening.i:
            continue
        owned = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in over.children)
        before = [c for c in verb.children if c.i < opening.i]
        for part in before:
            part.attach(over)
            if part.dep_ == "nsubj" and any(c.dep_ == "auxpass" for c in over.children):
                part.dep_ = "nsubjpass"
            elif owned and part.dep_ in ("nsubj", "nsubjpass"):
                part.dep_ = "dep"


def lower_doubt(adverb: "Token") -> None:
    """ "Perhaps most importantly, …": the doubt is about the importance."""
    doc, last = adverb.doc, adverb.i + 1
    while last + 1 < len(doc) and doc[last + 1].tag_ in ("RB", "RBS", "RBR"):
        last += 1
    degree = last < len(doc) and doc[adverb.i + 1].tag_ in ("RBS", "RBR") and doc[last].tag_ == "RB"
    if degree and last + 1 < len(doc) and doc[last + 1].text == "," and doc[last].head is adverb.head:
        adverb.attach(doc[last])


def lower_to_nearest(participle: "Token") -> None:
    """ "convicted members of the group, of crimes committed in May": what was committed are the crimes."""
    noun, near = participle.head, participle.doc[participle.left_edge.i - 1]
    between = participle.doc[noun.i + 1 : near.i]
    owned = any(c.dep_ in ("agent", "dobj", "aux") for c in participle.children)
    if near is noun or near.pos_ != "NOUN" or near.dep_ != "pobj" or owned or near.ent_type_ in ("DATE", "TIME"):
        return
    if any(t.text == "," for t in between) and near.tag_ == "NNS":
        participle.attach(near)


def return_promised(verb: "Token") -> None:
    """ "vowed last month to protect buyers": what was promised, read as what it was done for."""
    over = verb.head
    promised = over.i < verb.i and over.lemma_.lower() in words("events_cues", "verbs", "committing")
    to = any(c.tag_ == "TO" and c.i < verb.i for c in verb.children)
    if promised and to and not any(c.dep_ in ("dobj", "xcomp", "ccomp", "auxpass") for c in over.children):
        verb.dep_ = "xcomp"


def part_at_semicolon(clause: "Token") -> None:
    """ "said on Monday that it was clean; its owner had gone": what stands behind a semicolon was said by nobody."""
    verb = clause.head
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < clause.i), None)
    first = clause.left_edge.i
    apart = first > 0 and ";" in (verb.doc[first].text, verb.doc[first - 1].text)
    if told is None or not apart or verb.i > told.i or not any(c.lower_ == "that" for c in told.children):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children):
        clause.dep_ = "conj"


def raise_from_death(verb: "Token") -> None:
    """ "was abroad when Holm died and flew back on Monday": who has died does nothing more."""
    dead = verb.head
    over = dead.head
    shared = not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    if dead.lemma_ == "die" and dead.dep_ == "advcl" and shared and over.tag_.startswith("VB") and over.i < dead.i:
        verb.attach(over)
