"""Subordinate clauses that the parser took for part of the main one, and participles that it gave to the wrong noun."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import event_nouns, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
_CONJUNCTIONS = frozenset(("after", "before", "since", "until"))
_MARKS = frozenset((*_CONJUNCTIONS, "when", "once", "because", "although", "though", "while"))
_PERSONS = frozenset(("he", "she", "they", "we", "i", "who"))
_PARTS = frozenset(("morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "dusk"))
_INSIDE = frozenset(("pobj", "prep", "compound", "appos", "amod", "conj", "agent", "acl"))
_MAX_CLIMB = 8


def wake_subordinate(verb: "Token") -> None:
    """ "arrived at noon after a bridge on the road collapsed": the bridge did, and nobody who arrived."""
    noun = _noun_before(verb)
    if noun is None or verb.dep_ != "conj" or any(c.dep_ in _SUBJECTS or c.dep_ == "cc" for c in verb.children):
        return
    preposition, first = noun.head, verb.head
    if preposition.i <= first.i or any(t.dep_ == "cc" for t in verb.doc[first.i : preposition.i] if t.head is first):
        return
    above = preposition.head
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    verb.dep_ = "advcl"
    verb.attach(above)
    preposition.dep_, preposition.tag_, preposition.pos_ = "mark", "IN", "SCONJ"
    preposition.attach(verb)
    noun.dep_ = "nsubjpass" if passive else "nsubj"
    noun.attach(verb)


def _noun_before(verb: "Token") -> "Token | None":
    """The noun that "after" or "before" governs, where its phrase ends right before the verb and its helpers."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    first = min((c.i for c in helpers), default=verb.i)
    noun = verb.doc[first - 1] if first > 1 else verb
    for _ in range(_MAX_CLIMB):
        if noun.dep_ == "pobj" and noun.head.lower_ in _CONJUNCTIONS:
            ends = noun.right_edge.i == first - 1 and noun.ent_type_ not in ("DATE", "TIME")
            return noun if ends and noun.pos_ in ("NOUN", "PROPN") else None
        if noun.dep_ not in _INSIDE or noun.head is noun:
            return None
        noun = noun.head
    return None


def raise_main(root: "Token") -> None:
    """ "It received documents, some of them only after the chair had issued a summons": what it received is told."""
    mark = next((c for c in root.children if c.dep_ == "mark" and c.lower_ in _MARKS), None)
    if root.dep_ in ("conj", "advcl", "ccomp") and mark is not None:
        _lower_marked(root, mark)
    main = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
    if root.dep_ != "ROOT" or mark is None or main is None or mark.i < main.i:
        return
    finite = main.tag_ in _FINITE or any(c.tag_ in _FINITE for c in main.children if c.dep_ in ("aux", "auxpass"))
    if not finite or not any(c.dep_ in _SUBJECTS and c.i < main.i for c in main.children):
        return
    own = [c for c in root.children if c.dep_ in _SUBJECTS and c.i > mark.i]
    if not own or main.right_edge.i > mark.i:
        return
    before = [c for c in root.children if c is not main and c.i < mark.i]
    main.dep_ = "ROOT"
    main.attach(main)
    root.dep_ = "advcl"
    root.attach(main)
    for part in before:
        part.dep_ = "dep" if part.dep_ in _SUBJECTS else part.dep_
        part.attach(main)
    for part in [c for c in root.children if c.is_punct and c.text == "."]:
        part.attach(main)


def _lower_marked(verb: "Token", mark: "Token") -> None:
    """The same, where "after the chair had issued" was joined to what it received."""
    first = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i < mark.i]
    if not first or not any(c.dep_ in _SUBJECTS and c.i > mark.i for c in verb.children) or verb.head.i > mark.i:
        return
    if first[0].tag_ in ("WP", "WDT") or mark.lower_ not in _MARKS:
        return
    verb.dep_ = "advcl"
    for part in [c for c in verb.children if c.i < mark.i]:
        part.dep_ = "dep"
        part.attach(verb.head)


def raise_second(verb: "Token") -> None:
    """ "Shells fired from the hills hit a square": of two verbs that nothing joins the first is a participle."""
    first = verb.head
    own = next((c for c in first.children if c.dep_ == "nsubj" and c.i < first.i), None)
    bare = not any(c.dep_ in ("aux", "auxpass", "dobj", "ccomp", "xcomp", "prt") for c in first.children)
    if own is None or first.dep_ != "ROOT" or first.tag_ != "VBD" or first.i != own.right_edge.i + 1 or not bare:
        return
    between = verb.doc[first.i + 1 : verb.i]
    if any(t.dep_ == "cc" or t.is_punct for t in between) or not any(
        c.dep_ in ("prep", "agent") for c in first.children
    ):
        return
    if any(c.dep_ in (*_SUBJECTS, "cc", "mark") for c in verb.children) or first.lemma_ == "be":
        return
    later = [c for c in first.children if c.i < own.left_edge.i or c.i > verb.i]
    verb.dep_ = "ROOT"
    verb.attach(verb)
    first.tag_, first.dep_ = "VBN", "acl"
    own.attach(verb)
    for part in later:
        part.attach(verb)
    first.attach(own)


def lower_to_people(verb: "Token") -> None:
    """ "hit a line of people waiting for buses on Friday": the people waited, and it was hit on Friday."""
    noun = verb.doc[verb.i - 1] if verb.i > 0 else verb
    people = noun.lemma_.lower() in words("events_nouns", "nouns", "people") | {"people", "other", "civilian", "troop"}
    owned = any(c.dep_ in _SUBJECTS or c.dep_ in ("aux", "mark") for c in verb.children)
    above = noun
    while above.dep_ in ("pobj", "dobj", "prep") and above.head is not above:
        above = above.head
    if noun.dep_ not in ("pobj", "dobj") or noun.tag_ != "NNS" or not people or owned or above.tag_ not in _FINITE:
        return
    verb.dep_ = "acl"
    verb.attach(noun)
    for part in verb.children:
        if part.dep_ == "prep" and any(t.ent_type_ in ("DATE", "TIME") for t in part.children):
            part.attach(above)


def raise_from_infinitive(verb: "Token") -> None:
    """ "agreed to see me in May and cancelled": a past form is joined to the verb above the infinitive."""
    infinitive = verb.head
    above = infinitive.head
    aimed = infinitive.tag_ == "VB" and any(c.tag_ == "TO" for c in infinitive.children)
    helped = any(c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in (*infinitive.children, *verb.children))
    if aimed and not helped and infinitive.dep_ == "xcomp" and above.tag_ == "VBD" and above is not infinitive:
        verb.tag_ = "VBD"
        joining = next((c for c in infinitive.children if c.dep_ == "cc" and c.i < verb.i), None)
        verb.attach(above)
        if joining is not None:
            joining.attach(above)


def lower_date_of_paper(verb: "Token") -> None:
    """ "accepted a late paper from the bank, dated 3 May": the paper is dated."""
    thing = next((c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i), None)
    if verb.lower_ == "dated" and thing is not None and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb.dep_ = "acl"
        verb.attach(thing)


def lift_to_post(clause: "Token") -> None:
    """ "The president of the Chamber, whom we met in May": no chamber is "whom"."""
    thing, over = clause.head, clause.head.head.head
    who = any(c.lower_ in ("who", "whom") for c in clause.children)
    posts = words("events_nouns", "nouns", "people") | words("events_nouns", "nouns", "posts")
    person = thing.ent_type_ == "PERSON" or thing.lemma_.lower() in posts
    plural = thing.tag_ in ("NNS", "NNPS")
    if who and not (person or plural) and thing.dep_ == "pobj" and over.lemma_.lower() in posts and over is not clause:
        clause.attach(over)


def free_from_aside(preposition: "Token") -> None:
    """ "By Friday evening, said the doctor, the ward was full": the time is that of what is told."""
    said = preposition.head
    above = said.head
    opens = said.dep_ == "parataxis" and preposition.i < said.i < above.i and above.pos_ in ("VERB", "AUX")
    inverted = any(c.dep_ == "nsubj" and c.i > said.i for c in said.children)
    if opens and inverted and preposition.left_edge.i == said.sent.start:
        preposition.attach(above)


def lower_to_building(verb: "Token") -> None:
    """ "Patients were moved to the new wing, opened by the duke": people are not opened, what stands beside is."""
    comma = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i > 1 else verb
    made = verb.lemma_.lower() in words("events_cues", "verbs", "of_buildings") | words(
        "events_cues", "verbs", "making"
    )
    owned = any(c.dep_ in _SUBJECTS or c.dep_ in ("mark", "dobj", "aux") for c in verb.children)
    done = any(c.dep_ in ("agent", "prep") for c in verb.children)
    if comma.text != "," or not made or owned or not done or verb.i < verb.head.i or verb.tag_ != "VBN":
        return
    own = next((c for c in verb.head.children if c.dep_ in _SUBJECTS), None)
    people = words("events_nouns", "nouns", "people")
    if own is None or not (own.lemma_.lower() in people or own.ent_type_ == "PERSON" or own.lower_ in _PERSONS):
        return
    thing = _thing_beside(verb.doc[comma.i - 1])
    if thing is not None and verb.head.i < thing.i:
        verb.dep_ = "acl"
        verb.attach(thing)


def _thing_beside(word: "Token") -> "Token | None":
    """The common noun whose phrase ends with a word: "the new building at Fenwick"."""
    while word.dep_ in ("pobj", "prep", "compound", "appos") and word.head is not word:
        if word.dep_ == "pobj" and word.tag_ == "NN" and not word.ent_type_:
            return word
        word = word.head
    return word if word.tag_ == "NN" and word.dep_ in ("dobj", "pobj") else None


def ask_in_subjunctive(verb: "Token") -> None:
    """ "recommend that the bank respond by May": a bare form under what is asked for states nothing."""
    asked = verb.head.lemma_.lower() in words("events_cues", "governors", "asked")
    mark = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if asked and mark and own is not None and not helped and own.tag_ not in ("NNS", "NNPS"):
        verb.tag_ = "VB"


def lift_to_event(clause: "Token") -> None:
    """ "The demolition of the wing, which was to start in May": only what happens can begin, last or take place."""
    thing, over = clause.head, clause.head.head.head
    which = any(c.lower_ == "which" and c.dep_ in _SUBJECTS for c in clause.children)
    told = next((c for c in clause.children if c.dep_ == "xcomp"), clause)
    happens = told.lemma_.lower() in words("events_cues", "verbs", "happening")
    of_people = thing.lemma_.lower() in words("events_nouns", "nouns", "people") or thing.ent_type_ == "PERSON"
    happens = happens or (of_people and told.lemma_.lower() in ("open", "reopen"))  # "the trial of three men, which"
    done = any(c.dep_ == "dobj" and c.lower_ != "place" for c in told.children)
    if not which or not happens or done or thing.dep_ != "pobj" or over.tag_ not in ("NN", "NNS"):
        return
    lemma = over.lemma_.lower()
    derived = lemma.endswith(("tion", "sion", "ment")) and lemma not in words("events_nouns", "nouns", "not_events")
    if (derived or lemma in event_nouns()) and thing.lemma_.lower() not in event_nouns():
        clause.attach(over)


def raise_cleft(root: "Token") -> None:
    """ "It was on 6 June that the body was found": what was found is told, and "it was" only points at the day."""
    own = next((c for c in root.children if c.dep_ in _SUBJECTS), None)
    clause = next((c for c in root.children if c.dep_ in ("ccomp", "advcl", "relcl") and c.i > root.i), None)
    if root.lemma_ != "be" or own is None or own.lower_ != "it" or clause is None:
        return
    if clause.dep_ == "ccomp" and _name_doer(root, clause):
        return
    mark = next((c for c in clause.children if c.lower_ == "that" and c.i == clause.left_edge.i), None)
    pointed = [c for c in root.children if c.dep_ in ("prep", "npadvmod", "advmod", "neg") and c.i < clause.i]
    when = [c for c in pointed if any(t.ent_type_ in ("DATE", "TIME") or t.lower_ in _PARTS for t in c.subtree)]
    until = any(c.lower_ == "until" for c in when)
    if mark is None or not when or any(c.dep_ in ("attr", "acomp", "dobj") for c in root.children):
        return
    if any(c.dep_ == "neg" for c in pointed) and not until:
        return
    clause.dep_ = "ROOT"
    clause.attach(clause)
    root.dep_, root.pos_ = "dep", "X"
    mark.dep_, mark.pos_ = "dep", "X"
    for part in pointed if not until else ():
        part.attach(clause)
    for part in when if until else ():
        day = next((c for c in part.children if c.dep_ == "pobj"), part)
        day.dep_ = "npadvmod"  # "it was not until 6 June that": on that day
        day.attach(clause)
    for part in [c for c in root.children if c.is_punct]:
        part.attach(clause)
    root.attach(clause)


def _name_doer(root: "Token", clause: "Token") -> bool:
    """ "It was Mr Hale who, on 6 March, signed it": Mr Hale did."""
    who = next((c for c in clause.children if c.tag_ == "WP" and c.dep_ == "nsubj"), None)
    doer = next((c for c in root.children if c.dep_ == "attr" and c.pos_ in ("NOUN", "PROPN")), None)
    if who is None or doer is None or who.i != doer.right_edge.i + 1 or any(c.dep_ == "neg" for c in root.children):
        return False
    clause.dep_ = "ROOT"
    clause.attach(clause)
    doer.dep_ = "nsubj"
    doer.attach(clause)
    who.dep_ = "dep"
    root.dep_, root.pos_ = "dep", "X"
    root.attach(clause)
    return True


def return_subject(participle: "Token") -> None:
    """ "the climbers, missing since July, were spotted": the participle took the subject of the verb above."""
    verb = participle.head
    own = next((c for c in participle.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < participle.i), None)
    helped = any(c.dep_ in ("aux", "auxpass", "mark") for c in participle.children)
    owned = any(c.dep_ in _SUBJECTS for c in verb.children)
    finite = verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in verb.children if c.dep_ in ("aux", "auxpass"))
    if own is None or helped or owned or not finite or verb.i < participle.i:
        return
    if participle.doc[participle.i - 1].text != "," or own.right_edge.i != participle.i - 1:
        return
    before = [c for c in participle.children if c.i < own.left_edge.i]
    own.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    own.attach(verb)
    participle.dep_ = "acl"
    participle.attach(own)
    for part in before:
        part.attach(verb)


def free_time_clause(clause: "Token") -> None:
    """ "By the time the army came, the rebels had gone": the clause says when, and is said of no "time"."""
    time = clause.head
    by = time.head
    own = any(c.dep_ in _SUBJECTS and c.tag_ not in ("WDT", "WP") for c in clause.children)
    if time.lower_ != "time" or time.dep_ != "pobj" or by.lower_ not in ("by", "at") or not own or by.head is by:
        return
    clause.dep_ = "advcl"
    clause.attach(by.head)
    by.dep_ = "mark"
    by.attach(clause)
    time.dep_ = "dep"


def free_from_quote(preposition: "Token") -> None:
    """ "awarded a medal for “rare courage” on Tuesday": what follows the quotation is said by the sentence."""
    noun, closing = preposition.head, preposition.doc[preposition.i - 1] if preposition.i > 0 else preposition
    if not closing.is_quote or not noun.tag_.startswith("NN") or noun.i >= closing.i or preposition.lower_ == "of":
        return
    above = noun
    while above.dep_ in ("pobj", "prep", "dobj", "conj", "appos", "nsubjpass") and above.head is not above:
        above = above.head
    opened = sum(t.is_quote for t in noun.doc[above.i : noun.i]) % 2 == 1
    if opened and above.pos_ == "VERB" and above.i < noun.i:
        preposition.attach(above)


def return_direction(preposition: "Token") -> None:
    """ "brought the clock he made to school on 3 May": where and when it was brought, not made."""
    clause = preposition.head
    above = clause.head.head
    bare = not any(c.tag_ in ("WDT", "WP", "WRB") or c.lower_ == "that" for c in clause.children)
    moved = words("events_cues", "verbs", "carrying")
    if preposition.lower_ not in ("to", "into", "home", "from") or not bare or clause.dep_ != "relcl":
        return
    if not any(c.dep_ == "nsubj" for c in clause.children) or clause.head.dep_ != "dobj":
        return
    if above.lemma_.lower() not in moved or clause.lemma_.lower() in moved or preposition.i != clause.i + 1:
        return
    for part in [c for c in clause.children if c.i >= preposition.i and c.dep_ in ("prep", "dative", "npadvmod")]:
        part.dep_ = "prep" if part.dep_ == "dative" else part.dep_
        part.attach(above)


def raise_formed(noun: "Token") -> None:
    """ "reported that it was in trouble, and queues formed outside": the queues did, and nobody reported them."""
    verb, start = noun.head, noun.left_edge.i
    clause = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.i == noun.i + 1), None)
    content = next((c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i < noun.i), None)
    if clause is None or content is None or start < 2 or noun.doc[start - 1].lower_ != "and":
        return
    if noun.doc[start - 2].text != "," or any(c.dep_ in ("agent", "dobj") for c in clause.children):
        return
    clause.tag_, clause.dep_ = "VBD", "conj"
    clause.attach(verb)
    noun.doc[start - 1].attach(verb)
    noun.dep_ = "nsubj"
    noun.attach(clause)


def raise_first(verb: "Token") -> None:
    """ "A ferry carrying 190 people capsized at sea, and rescuers said": the first of two clauses has its own verb."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i]
    if verb.dep_ != "ROOT" or not subjects:
        return
    own = subjects[0]
    last = subjects[-1] if len(subjects) > 1 else verb.doc[verb.i - 1]
    inner = last.head if len(subjects) == 1 else own  # "overturned and police closed the road"
    joining = verb.doc[last.left_edge.i - 1]
    if len(subjects) == 1 and (last.dep_ != "conj" or inner is own or own.i > inner.i):
        return
    told = (t for t in own.subtree if t.tag_ == "VBN" and t.dep_ == "acl" and t.head.dep_ in ("dobj", "pobj"))
    lost = next(told, None)
    if joining.lower_ not in ("and", "but") or joining.head is not inner or lost is None or lost.i > joining.i:
        return
    if last is not subjects[-1] and lost.head is not inner:
        return
    if any(c.dep_ in ("agent", "dobj", "aux", "auxpass") for c in lost.children):
        return
    later = [c for c in own.children if c.i > lost.i]
    before = [c for c in verb.children if c.i < own.left_edge.i]
    lost.tag_, lost.dep_ = "VBD", "ROOT"
    lost.attach(lost)
    verb.dep_ = "conj"
    verb.attach(lost)
    own.attach(lost)
    if last.dep_ == "conj":
        last.dep_ = "nsubj"
        last.attach(verb)
        joining.attach(lost)
    for part in (*before, *later):
        part.attach(lost)
        part.dep_ = "advcl" if part.tag_ == "VBG" else part.dep_
