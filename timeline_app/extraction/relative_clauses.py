"""Relative clauses and participles that the parser hung on the wrong noun, moved to the one that they are said of."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import event_nouns, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_OWN_PARTS = frozenset(("agent", "aux", "auxpass", "dobj"))
_OF_ONE = frozenset(("was", "is", "has"))
_MAX_CLIMB = 6
_NAMING = frozenset(("call", "name", "dub", "codename", "nickname", "christen", "title"))
_TOWARDS = frozenset(("into", "onto", "to", "from", "against", "towards", "toward"))
_WHERE = frozenset(("at", "in", "near", "on", "outside", "inside", "against"))


def lift_relative(clause: "Token") -> None:
    """Moves a clause on "which" to the noun that it can be said of."""
    if clause.head.ent_type_ == "DATE":
        _lift_from_date(clause)
    elif any(c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass") for c in clause.children):
        _lower_to_person(clause)
    elif any(c.tag_ == "WDT" and c.lower_ == "which" for c in clause.children):
        _lower_to_thing(clause)
        _lower_to_last(clause)
    _fit_to_pair(clause)
    _lift_from_person(clause)
    _lift_to_finding(clause)
    _lift_to_paper(clause)
    _lift_to_building(clause)
    _lift_to_number(clause)
    _lift_from_place(clause)
    _lift_to_deed(clause)
    _lift_from_author(clause)
    _lift_to_decided(clause)


def _fit_to_pair(clause: "Token") -> None:
    """ "an attaché and his deputy, who were expelled": both were; "the bank and its head, who was": the head."""
    noun = clause.head
    if not any(c.lower_ == "who" and c.dep_ in ("nsubj", "nsubjpass") for c in clause.children):
        return
    helpers = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    joined = [c for c in noun.children if c.dep_ == "conj" and noun.i < c.i < clause.i]
    if helpers & {"was", "is", "has"} and joined:
        clause.attach(joined[-1])
    pair = noun.dep_ == "conj" and any(c.lower_ == "and" for c in noun.head.children)
    one = noun.tag_ in ("NN", "NNP") and noun.head.tag_ in ("NN", "NNP")
    if helpers & {"were", "are", "have"} and pair and one:
        clause.attach(noun.head)


def _lower_to_person(clause: "Token") -> None:
    """ "the resignation of its President who took office in May": no resignation is a "who"."""
    of = next((c for c in clause.head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    person = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    deed = clause.head.lemma_.lower() in event_nouns()
    if deed and person is not None and person.right_edge.i == clause.left_edge.i - 1:
        clause.attach(person)


def _lower_to_last(clause: "Token") -> None:
    """ "an emergency and three days of mourning, which began on Wednesday": the last of several, right before it."""
    last = next((c for c in reversed(clause.head.children) if c.dep_ == "conj" and c.i < clause.i), None)
    if last is not None and last.pos_ in ("NOUN", "PROPN") and last.right_edge.i < clause.left_edge.i:
        helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
        if (helpers[0] if helpers else clause).lower_ not in ("were", "have", "are"):
            clause.attach(last)


def _lift_from_place(clause: "Token") -> None:
    """ "has insurance in place with two companies, which was renewed": nothing is said of "in place"."""
    place, within = clause.head, clause.head.head
    if place.lower_ != "place" or within.lower_ != "in" or any(c.dep_ == "det" for c in place.children):
        return
    if within.head.pos_ in ("NOUN", "PROPN"):
        clause.attach(within.head)


def _lift_to_finding(clause: "Token") -> None:
    """ "a crack in the leg that was reported in May": what is new was reported, not what is known."""
    known, over = clause.head, clause.head.head.head
    told = any(c.lower_ in ("that", "which") and c.dep_ == "nsubjpass" for c in clause.children)
    if not told or known.dep_ != "pobj" or clause.lemma_.lower() not in words("events_cues", "verbs", "of_findings"):
        return
    first, second = (next((c.lower_ for c in noun.children if c.dep_ == "det"), "") for noun in (over, known))
    if first in ("a", "an") and second == "the" and over.tag_ == "NN":
        clause.attach(over)


def _lift_to_number(clause: "Token") -> None:
    """ "The exchange of prisoners that was planned": one thing was planned, and prisoners are many."""
    noun, over = clause.head, clause.head.head.head
    which = any(c.lower_ in ("that", "which") and c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
    if which and noun.dep_ == "dobj" and noun.head.tag_ == "VB":
        over = _thing_before(noun.head) or over  # "a plan to merge their forces, which was to be done by May"
    if not which or noun.dep_ not in ("pobj", "dobj") or any(c.dep_ in ("conj", "relcl") for c in over.children):
        return
    helpers = [c for c in clause.children if c.dep_ in ("aux", "auxpass")]
    finite = helpers[0] if helpers else clause
    one = finite.tag_ == "VBZ" or finite.lower_ == "was"
    many = finite.tag_ == "VBP" or finite.lower_ == "were"
    several = any(c.dep_ == "conj" for c in noun.children)
    if (one and noun.tag_ == "NNS" and over.tag_ == "NN") or (
        many and not several and noun.tag_ == "NN" and over.tag_ == "NNS"
    ):
        clause.attach(over)


def _thing_before(verb: "Token") -> "Token | None":
    """The last noun before an infinitive that a verb or a preposition governs."""
    before = verb.doc[verb.sent.start : verb.left_edge.i]
    return next((t for t in reversed(list(before)) if t.dep_ in ("pobj", "dobj") and not t.ent_type_), None)


def _lift_to_decided(clause: "Token") -> None:
    """ "a vote on independence in Norland, which the court suspended": no place is suspended, and the vote was."""
    place = clause.head
    which = any(c.lower_ == "which" and c.dep_ in ("dobj", "nsubjpass") for c in clause.children)
    decided = words("events_cues", "verbs", "moving") | {"suspend", "cancel", "annul", "call", "hold", "void", "halt"}
    if not which or clause.lemma_.lower() not in decided or not place.tag_.startswith("NNP"):
        return
    noun = place
    for _ in range(_MAX_CLIMB):
        over = noun.head.head
        if noun.dep_ != "pobj" or not over.tag_.startswith("NN") or over is noun:
            break
        noun = over
    if noun is not place and noun.lemma_.lower() in event_nouns():
        clause.attach(noun)


def _lift_from_author(clause: "Token") -> None:
    """ "An audit by Norwell, which was published in May": what was published is not who wrote it."""
    author, over = clause.head, clause.head.head.head
    which = any(c.lower_ == "which" and c.dep_ == "nsubjpass" for c in clause.children)
    written = author.dep_ == "pobj" and author.head.lower_ == "by" and over.tag_ in ("NN", "NNS")
    done = words("events_cues", "verbs", "of_findings") | words("events_cues", "verbs", "of_papers")
    if which and written and clause.lemma_.lower() in done:
        clause.attach(over)


def _lift_from_person(clause: "Token") -> None:
    """ "The trial of Issa Camara, which was to begin", "talks with 57 men, including nine guards, which were held"."""
    if not any(c.lower_ == "which" and c.dep_ in ("nsubj", "nsubjpass") for c in clause.children):
        return
    people = words("events_nouns", "nouns", "people")
    noun = clause.head
    while (noun.ent_type_ == "PERSON" or noun.lemma_.lower() in people) and noun.dep_ == "pobj":
        noun = noun.head.head
    if noun.tag_ in ("NN", "NNS") and noun is not clause.head:
        clause.attach(noun)


def lift_participle(verb: "Token") -> None:
    """ "A concert by the state opera planned for Saturday": what is planned; "owner of the Bay, built in 2004"."""
    noun = verb.head
    over = noun.head.head
    planned = verb.lemma_.lower() in words("events_cues", "verbs", "scheduling")
    if planned and noun.dep_ == "pobj" and noun.head.lower_ in ("by", "of", "with") and over.tag_ in ("NN", "NNS"):
        verb.attach(over)
    elif verb.lemma_.lower() in words("events_cues", "verbs", "making"):
        _lower_to_thing(verb)


def raise_over_name(verb: "Token") -> None:
    """ "dropped a bomb called Boar Hunter onto the hills on Monday": the name ends what "called" says of the bomb."""
    noun = verb.head
    above = noun.head
    name = next((c for c in verb.children if c.dep_ == "oprd" and c.i > verb.i), None)
    if name is None or noun.dep_ != "dobj" or above.i > noun.i or verb.lemma_.lower() not in _NAMING:
        return
    for part in [c for c in verb.children if c.i > name.i]:
        timed = part.dep_ in ("npadvmod", "advmod") or any(t.ent_type_ in ("DATE", "TIME") for t in part.subtree)
        if timed or part.lower_ in _TOWARDS:
            part.attach(above)


def _lift_to_paper(clause: "Token") -> None:
    """ "a notice for the north face, which takes effect today": what comes into force is the notice."""
    place, over = clause.head, clause.head.head.head
    force = any(c.dep_ == "dobj" and c.lower_ == "effect" for c in clause.children)
    force = force or clause.lemma_.lower() in words("events_cues", "verbs", "ceasing")
    which = any(c.lower_ in ("which", "that") and c.dep_ == "nsubj" for c in clause.children)
    if force and which and place.dep_ == "pobj" and over.pos_ == "NOUN" and place.ent_type_ != "DATE":
        clause.attach(over)


def _lift_from_date(clause: "Token") -> None:
    """ "an agreement dated 3 May 2017, which was amended", "paid to men in May 2021 who had fled": not the day was.

    Nor is "said the following month that it was hit" said of the month.
    """
    if _is_content(clause):
        clause.attach(clause.head.head)
        clause.dep_ = "ccomp"
        return
    if not any(c.lower_ in ("which", "who") and c.dep_ in ("nsubj", "nsubjpass") for c in clause.children):
        return
    noun = clause.head
    for _ in range(_MAX_CLIMB):
        if noun.tag_ in ("NN", "NNS", "NNP") and noun.ent_type_ not in ("DATE", "TIME"):
            clause.attach(noun)
            return
        before = noun.doc[noun.i - 1] if noun.dep_ == "prep" and noun.i > 0 else noun
        if before.tag_ in ("NN", "NNS") and before.ent_type_ not in ("DATE", "TIME"):
            clause.attach(before)
            return
        dated = noun.dep_ in ("pobj", "prep", "npadvmod", "compound", "nummod") or noun.lemma_.lower() == "date"
        if not dated or noun.head is noun:
            return
        noun = noun.head


def _is_content(clause: "Token") -> bool:
    """Whether a clause on a time tells what somebody said at that time."""
    time = clause.head
    said = time.head.lemma_.lower() in words("events_cues", "speech", "verbs")
    opened = any(c.dep_ in ("mark", "advmod") and c.lower_ == "that" for c in clause.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in clause.children)
    return time.dep_ == "npadvmod" and said and opened and own and time.i < clause.left_edge.i


def _lower_to_thing(clause: "Token") -> None:
    """ "Treasurer of Norwell Inc., which was acquired": "which" is said of no person."""
    person = clause.head
    name = clause.doc[clause.left_edge.i - 2] if clause.left_edge.i > 1 else person
    posts = words("events_nouns", "nouns", "people") | words("events_nouns", "nouns", "posts") | {"owner", "operator"}
    if person.lemma_.lower() not in posts or name.dep_ != "pobj" or clause.doc[clause.left_edge.i - 1].text != ",":
        return
    if name.head.head is person:
        clause.attach(name)


def _lift_to_building(clause: "Token") -> None:
    """ "The laboratory in Kisoro Bay, which was destroyed by fire": what befell a building did not befall the bay."""
    place = clause.head
    preposition = place.head
    thing = preposition.head
    if (
        place.dep_ != "pobj"
        or not place.tag_.startswith("NNP")
        or preposition.lower_ not in words("events_cues", "verbs", "at_places")
    ):
        return
    opened = any(c.tag_ == "WDT" and c.lower_ == "which" for c in clause.children)
    comma = clause.doc[clause.left_edge.i - 1].text == "," if clause.left_edge.i > 0 else False
    building = thing.tag_ == "NN" and clause.lemma_.lower() in words("events_cues", "verbs", "of_buildings")
    if opened and comma and building:
        clause.attach(thing)


def _lift_to_deed(clause: "Token") -> None:
    """ "A bombing at a chapel in Tarn, which killed 90 people": no place kills, and the bombing did."""
    place = clause.head
    which = any(c.lower_ in ("which", "that") and c.dep_ == "nsubj" for c in clause.children)
    harms = clause.lemma_.lower() in words("events_cues", "verbs", "result") | words("events_cues", "verbs", "toll")
    if not which or not harms or place.dep_ != "pobj" or place.lemma_.lower() in event_nouns():
        return
    noun = place
    for _ in range(_MAX_CLIMB):
        over = noun.head.head
        if noun.dep_ != "pobj" or noun.head.lower_ not in _WHERE or not over.tag_.startswith("NN") or over is noun:
            return
        if over.lemma_.lower() in event_nouns():
            clause.attach(over)
            return
        noun = over


def wake_owned(thing: "Token") -> None:
    """ "troops whose mandate the assembly ended": the clause, read as hanging on what it is about."""
    whose = any(c.tag_ == "WP$" and c.i < thing.i for c in thing.children)
    clause = next((c for c in thing.children if c.dep_ == "ccomp" and c.i > thing.i), None)
    if not whose or clause is None or not any(c.dep_ == "nsubj" and c.i > thing.i for c in clause.children):
        return
    clause.dep_, thing.dep_ = "relcl", "dobj"
    clause.attach(thing.head)
    thing.attach(clause)


def lower_by_number(verb: "Token") -> None:
    """ "The two worked for a banker who was barred and was later jailed": one thing's verb, given to several."""
    above = verb.head
    own = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    helper = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.lower_ in _OF_ONE), None)
    if own is None or helper is None or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return
    if own.tag_ not in ("NNS", "NNPS", "CD") and not any(c.dep_ == "conj" for c in own.children):
        return
    for clause in reversed(verb.doc[above.i + 1 : verb.i]):
        who = next((c for c in clause.children if c.tag_ in ("WP", "WDT") and c.dep_ in ("nsubj", "nsubjpass")), None)
        if clause.dep_ == "relcl" and who is not None and clause.head.tag_ in ("NN", "NNP"):
            verb.attach(clause)
            return


def wake_whom(verb: "Token") -> None:
    """ "The man whom police held was freed", "the base, which rebels took": what they did, read as done to them."""
    doer, main = verb.head, verb.head.head
    before = (doer.left_edge, verb.doc[doer.left_edge.i - 1])
    who = next((t for t in before if t.lower_ in ("who", "whom", "which") or _is_whom(t, doer)), None)
    if who is None or verb.i != doer.i + 1 or any(c.dep_ in _OWN_PARTS for c in verb.children):
        return
    if who.i > 0 and who.nbor(-1).pos_ == "ADP":  # "the raid, in which three men killed a guard"
        return
    if doer.dep_ in ("nsubj", "nsubjpass") and main.dep_ == "relcl" and main.i > verb.i:
        person = main.head
        _put_over(main, person)
    elif who.lower_ == "that":
        person = who.nbor(-1)
    elif doer.dep_ in ("relcl", "appos"):
        person = main
    else:
        return
    verb.tag_, verb.dep_ = "VBD", "relcl"
    verb.attach(person)
    doer.dep_, who.dep_ = "nsubj", "dobj"
    doer.attach(verb)
    who.attach(verb)


def _is_whom(that: "Token", doer: "Token") -> bool:
    """Whether "that" stands for the noun before it: "the letter that the firm sent was burned"."""
    if that.lower_ != "that" or that.i == 0 or that.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return False
    of_clause = that.tag_ == "WDT" and doer.dep_ in ("nsubj", "nsubjpass")
    return of_clause or doer.head is that or (that.head is doer and doer.dep_ == "ccomp")


def raise_behind_that(verb: "Token") -> None:
    """ "The base that rebels took is empty": the clause on the base, read as the main one."""
    thing = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), None)
    main = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    that = next((c for c in main.children if c.dep_ == "mark"), None) if main is not None else None
    doer = next((c for c in main.children if c.dep_ == "nsubj" and c.i < verb.i), None) if main is not None else None
    if thing is None or main is None or that is None or doer is None or that.lower_ != "that":
        return
    if that.i != thing.i + 1 or doer.left_edge.i != that.i + 1 or any(c.dep_ == "dobj" for c in verb.children):
        return
    _put_over(main, verb)
    verb.dep_, that.dep_, doer.dep_ = "relcl", "dobj", "nsubj"
    verb.attach(thing)
    thing.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in main.children) else "nsubj"
    thing.attach(main)
    for part in (that, doer):
        part.attach(verb)
    for part in [c for c in verb.children if c.i > main.i]:
        part.attach(main)


def _put_over(verb: "Token", person: "Token") -> None:
    """Makes the verb of a clause on somebody the one whose subject that is."""
    verb.dep_ = person.dep_
    verb.attach(verb if person.head is person else person.head)
    for part in [c for c in person.children if c.i > verb.i]:
        part.attach(verb)
    person.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
    person.attach(verb)


def raise_behind_relative(root: "Token") -> None:
    """ "A law that will free all of them was announced": the main verb, whose subject is the object of the clause."""
    clauses = [c for c in root.children if c.dep_ == "relcl" and c.i > root.i]
    asks = next((c for c in clauses if any(w.tag_ in ("WDT", "WP") for w in c.children)), None)
    main = clauses[-1] if len(clauses) > 1 and clauses[-1] is not asks else None
    own = next((c for c in main.children if c.dep_ in ("nsubj", "nsubjpass")), None) if main is not None else None
    if asks is None or main is None or own is None or own.left_edge.i != asks.i + 1 or main.i < own.i:
        return
    if any(c.dep_ == "dobj" for c in asks.children) or any(w.tag_ in ("WDT", "WP", "WRB") for w in main.children):
        return
    _put_over(main, root)
    own.dep_ = "dobj"
    own.attach(asks)


def raise_behind_period(verb: "Token") -> None:
    """ "On the morning of the attack he rented a van": what was done then, read as said of the attack."""
    noun, opening = verb.head, verb.sent.root
    period = next((c for c in opening.children if c.dep_ == "pobj"), None) if opening.pos_ == "ADP" else opening
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if own is None or period is None or own.left_edge.i != noun.i + 1 or own.tag_ in ("WP", "WDT"):
        return
    timed = period.lemma_.lower() in words("events_nouns", "nouns", "periods")
    if not timed or opening.left_edge.i != verb.sent.start or noun.head.lower_ != "of" or noun.head.head is not period:
        return
    verb.dep_ = "ROOT"
    verb.attach(verb)
    opening.dep_ = "prep" if opening is not period else "npadvmod"
    opening.attach(verb)
    for mark in [c for c in opening.children if c.dep_ == "punct"]:
        mark.attach(verb)


def return_object_to_relative(verb: "Token") -> None:
    """ "A law that will free all of them was announced": of two subjects, the second is the object of the clause.

    Likewise "A clerk who took money to buy a car and a boat was jailed": the second of two objects, behind "and".
    """
    owners = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i]
    if len(owners) != 2:
        return
    first, second = owners
    before = verb.doc[second.left_edge.i - 1]
    if before.dep_ == "cc":
        listed = before.head
        if listed.dep_ in ("dobj", "pobj") and first.i < listed.i < before.i and _is_of_relative(listed, first):
            second.dep_ = "conj"
            second.attach(listed)
        return
    asks = before.dep_ == "relcl" and any(w.tag_ in ("WDT", "WP") for w in before.children)
    if asks and first.i < before.i and not any(c.dep_ == "dobj" for c in before.children):
        second.dep_ = "dobj"
        second.attach(before)


def _is_of_relative(word: "Token", noun: "Token") -> bool:
    """Whether a word stands in a clause on a noun."""
    for _ in range(_MAX_CLIMB):
        if word.head is noun:
            return word.dep_ == "relcl"
        word = word.head
    return False
