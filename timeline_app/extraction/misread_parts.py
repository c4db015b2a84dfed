"""Words whose part in their own clause was misread: subjects, objects and participles given to the wrong verb."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import verb_forms, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def raise_content(clause: "Token") -> None:
    """ "The chair informed members that the general had resigned": what they were told, read as a clause on them."""
    told = clause.head
    verb = told.head
    says = verb.lower_ in verb_forms("reporting", "reporting", "attributing")
    says = says or verb.lemma_.lower() in words("events_cues", "governors", "planned")
    timed = says and told.lemma_.lower() in words("events_nouns", "nouns", "periods")
    told_to = verb.lemma_.lower() in words("events_cues", "verbs", "of_something") or timed
    if told.dep_ not in ("dobj", "dative", "npadvmod") or not told_to:
        return
    mark = next((c for c in clause.children if c.lower_ == "that" and c.i == told.i + 1), None)
    if mark is None or not any(c.dep_ in ("nsubj", "nsubjpass") and c is not mark for c in clause.children):
        return
    if timed:
        told.dep_ = "npadvmod"  # "ordered the following day that he be held", "said the same evening that"
    mark.dep_, mark.tag_, mark.pos_ = "mark", "IN", "SCONJ"
    clause.dep_ = "ccomp"
    clause.attach(verb)


def return_object(thing: "Token") -> None:
    """ "killed 12 people downstream": the object, which was read as the measure of the adverb behind it."""
    adverb = thing.head
    verb = adverb.head
    near = adverb.i == thing.i + 1 and thing.left_edge.i == verb.i + 1 and adverb.pos_ in ("ADV", "ADJ")
    if thing.ent_type_ in ("DATE", "TIME", "QUANTITY") or adverb.lower_ in (
        "later",
        "earlier",
        "ago",
        "before",
        "after",
    ):
        return
    if near and verb.tag_.startswith("VB") and not any(c.dep_ == "dobj" for c in verb.children):
        thing.dep_ = "dobj"
        thing.attach(verb)
        adverb.dep_ = "advmod"


def name_apposed(name: "Token") -> None:
    """ "arrested the captain, Olav Rem, on Friday": who the captain is, read as a measure of the verb."""
    thing = next((c for c in name.head.children if c.dep_ == "dobj" and c.i < name.i), None)
    before = name.left_edge.i - 1
    if thing is None or name.ent_type_ != "PERSON" or thing.right_edge.i + 1 != before or thing.tag_ != "NN":
        return
    if name.doc[before].text == ",":
        name.dep_ = "appos"
        name.attach(thing)


def lower_apposition(name: "Token") -> None:
    """ "A vote was called off after the arrest of a farmer, Udo Marquardt": the farmer's name, and not the vote's."""
    before = name.left_edge.i - 2
    noun = name.doc[before] if before > name.sent.start and name.doc[before + 1].text == "," else None
    if noun is None or name.ent_type_ != "PERSON" or noun.tag_ != "NN" or noun.i <= name.head.i:
        return
    over = name.head.head
    if over.tag_.startswith("VB") and name.head.i < over.i < noun.i:
        name.attach(noun)


def lower_list(first: "Token") -> None:
    """ "Two loads were seized in July: 60 kg of it on 4 July": what a colon opens tells more, and no second name."""
    over = first.head.head
    colon = first.left_edge.i - 1
    if colon > over.i > first.head.i and over.tag_.startswith("VB") and first.doc[colon].text == ":":
        first.dep_ = "parataxis"
        first.attach(over)


def return_origin(participle: "Token") -> None:
    """ "banned firms registered in Osk from its airspace in 2006": from where they were banned, and when."""
    thing, given = participle.head, [c for c in participle.children if c.i > participle.i]
    verb = thing.head
    start = next((n for n, c in enumerate(given) if c.dep_ == "prep" and c.lower_ == "from"), 0)
    takes = verb.lemma_.lower() in words("events_cues", "verbs", "taking_from") and thing.dep_ == "dobj"
    if not takes or start == 0 or any(c.lower_ == "from" for c in verb.children):
        return
    for part in given[start:]:
        part.attach(verb)


def free_subject(noun: "Token", day_names: frozenset[str]) -> None:
    """ "On 3 May the collapse killed 12", "In May Norland agreed": the subject, read as what "On" governs."""
    preposition, verb = noun.head, noun.head.head
    opens = preposition.dep_ == "prep" and preposition.i < noun.i < verb.i and preposition.lower_ in ("on", "in")
    carried = any(t.tag_ in _FINITE for t in (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))))
    if not opens or not carried or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return
    first = preposition.i + 1
    last = first
    while last < noun.i and (noun.doc[last].tag_ == "CD" or noun.doc[last].lower_ in day_names):
        last += 1
    dated = [t for t in noun.doc[first:last] if t.tag_ == "CD" or t.is_alpha]
    if not dated or noun.ent_type_ in ("DATE", "TIME") or all(t.tag_ == "CD" for t in dated):
        return
    day = next((t for t in dated if t.tag_ != "CD"), dated[0])
    for part in dated:
        if part.head is noun and part is not day:
            part.attach(day)
    day.dep_ = "pobj"
    day.attach(preposition)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    noun.dep_ = "nsubjpass" if passive else "nsubj"
    noun.attach(verb)


def lower_participle(verb: "Token") -> None:
    """ "put off the reopening, planned for Friday, until June": between commas, it is the noun's."""
    comma = verb.doc[verb.left_edge.i - 1]
    thing = next((c for c in verb.head.children if c.dep_ == "dobj" and c.right_edge.i == comma.i - 1), None)
    scheduled = verb.lemma_.lower() in words("events_cues", "verbs", "scheduling")
    if comma.text != "," or thing is None or not scheduled or any(c.dep_ in ("nsubj", "mark") for c in verb.children):
        return
    verb.dep_ = "acl"
    verb.attach(thing)


def raise_clause(verb: "Token") -> None:
    """ "since the military seized power": a clause that was read as the adjective of its own object."""
    thing = verb.head
    preposition = thing.head
    if thing.dep_ != "pobj" or preposition.dep_ != "prep" or not any(c.dep_ == "nsubj" for c in verb.children):
        return
    later = [c for c in thing.children if c.i > thing.i]
    verb.dep_ = "advcl"
    verb.attach(preposition.head)
    preposition.dep_ = "mark"
    preposition.attach(verb)
    thing.dep_ = "dobj"
    thing.attach(verb)
    for part in later:
        if part.dep_ == "prep":
            part.attach(verb)


def raise_over_object(verb: "Token") -> None:
    """ "Last May, the firm reduced Keller's hours.": the main clause was read as the adjective of its own object."""
    thing = verb.head
    while thing.dep_ in ("poss", "compound", "nmod") and thing.head is not thing:
        thing = thing.head
    if thing.dep_ != "ROOT" or not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return
    before = [c for c in thing.children if c.i < verb.left_edge.i]
    after = [c for c in thing.children if c.i > thing.i and (c.dep_ == "prep" or c.is_punct)]
    verb.pos_, verb.dep_ = "VERB", "ROOT"
    verb.attach(verb)
    thing.dep_ = "dobj"
    thing.attach(verb)
    for part in before:
        part.dep_ = "dep" if part.dep_ == "nummod" else part.dep_
    for part in before + after:
        part.attach(verb)


def lower_to_doers(verb: "Token") -> None:
    """ "and that night masked men scaled the wall": what the men were like, read as the verb."""
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    own = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None) if clause is not None else None
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "dobj") for c in verb.children)
    if clause is None or own is None or not bare or own.left_edge.i != verb.i + 1 or own.tag_ != "NNS":
        return
    if verb.lower_ not in words("events_cues", "verbs", "likening"):
        return
    role, over = verb.dep_, verb.head
    clause.dep_ = role
    clause.attach(clause if role == "ROOT" else over)
    for part in [c for c in verb.children if c is not clause]:
        part.attach(clause)
    verb.tag_, verb.dep_, verb.pos_ = "VBN", "amod", "ADJ"
    verb.attach(own)


def return_bound(time: "Token") -> None:
    """ "Two men who had been missing since last night were found": "since" was read as the main verb's conjunction."""
    mark = time.doc[time.left_edge.i - 1] if time.left_edge.i > 0 else time
    if mark.dep_ != "mark" or mark.head is not time.head or mark.lower_ not in ("since", "until", "till"):
        return
    own = next((c for c in time.head.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < mark.i), None)
    told = next((c for c in own.children if c.dep_ in ("relcl", "acl") and c.i < mark.i), None) if own else None
    if told is None:
        return
    mark.dep_ = "prep"
    mark.attach(told)
    time.dep_ = "pobj"
    time.attach(mark)


def lower_adjective(verb: "Token") -> None:
    """ "in occupied Skadovsk": an adjective that was read as the clause of its noun."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i == verb.i + 1), None)
    if thing is None or not thing.tag_.startswith("NNP") or any(c.i < verb.i for c in verb.children):
        return
    later = [c for c in verb.children if c.i > thing.i]
    preposition = verb.head
    thing.dep_ = "pobj"
    thing.attach(preposition)
    verb.tag_, verb.pos_, verb.dep_ = "JJ", "ADJ", "amod"
    verb.attach(thing)
    for part in later:
        part.attach(preposition.head)


def give_back(time: "Token") -> None:
    """ "said on Friday it will close", "said a week later that it had": a time right behind a verb of speech is its."""
    content = time.head
    verb = content.head
    if verb.i != time.left_edge.i - 1 or verb.lower_ not in verb_forms("reporting", "reporting", "attributing"):
        return
    after = time.right_edge.i + 1
    own = ("nsubj", "nsubjpass", "expl")
    if any(c.left_edge.i == after and (c.dep_ in own or c.lower_ == "that") for c in content.children):
        time.attach(verb)


def share_helpers(verb: "Token") -> None:
    """ "will close its plant and cut 3,400 jobs": a form that is both past and infinitive goes with the verb before."""
    helped = any(c.tag_ in ("MD", "TO") for c in verb.head.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for c in verb.children)
    if helped and not own and verb.head.tag_ == "VB":
        verb.tag_ = "VB"


def name_counted(preposition: "Token") -> None:
    """ "According to the ministry over 345 pilgrims have been killed": so many, and nothing that "over" governs."""
    verb = preposition.head
    counted = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if counted is None or preposition.lower_ not in ("over", "under", "around", "about") or counted.i > verb.i:
        return
    number = next((c for c in counted.children if c.dep_ == "nummod" and c.i == preposition.i + 1), None)
    helped = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    finite = verb.tag_ in _FINITE or any(c.tag_ in _FINITE for c in helped)
    if number is None or not finite or counted.ent_type_ in ("DATE", "TIME"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children) or verb.pos_ not in ("VERB", "AUX"):
        return
    counted.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in helped) else "nsubj"
    counted.attach(verb)
    preposition.dep_ = "advmod"
    preposition.attach(number)


def name_made(noun: "Token") -> None:
    """ "made it an order the following day": what it was made, read as a clause of its own."""
    verb = noun.head
    own = [c for c in noun.children if c.dep_ == "nsubj" and c.i < noun.i]
    joined = any(c.dep_ in ("cop", "aux", "mark", "conj", "ccomp", "relcl") for c in noun.children)
    if noun.tag_ not in ("NN", "NNS") or len(own) != 1 or joined or own[0].left_edge.i != verb.i + 1:
        return
    if verb.lemma_ not in ("make", "call", "name", "declare", "elect", "appoint", "consider", "label", "dub"):
        return
    own[0].dep_ = "dobj"
    own[0].attach(verb)
    noun.dep_ = "oprd"
    for part in [c for c in noun.children if c.dep_ in ("npadvmod", "prep") and c.i > noun.i and c.lower_ != "of"]:
        part.attach(verb)


def name_aged(age: "Token") -> None:
    """ "the 39-year-old served in the army": who did it, read as what the verb is like."""
    verb = age.head
    article = next((c for c in verb.children if c.dep_ == "det" and c.i < age.i), None)
    years = any(c.dep_ == "npadvmod" and c.lemma_.lower() in ("year", "month") for c in age.children)
    if not years or age.lower_ != "old" or article is None or verb.i != age.i + 1 or verb.tag_ not in ("VBD", "VBN"):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) or verb.dep_ not in ("ROOT", "conj", "ccomp"):
        return
    age.tag_, age.pos_, age.dep_ = "NN", "NOUN", "nsubj"
    article.attach(age)
    verb.tag_, verb.pos_ = "VBD", "VERB"
