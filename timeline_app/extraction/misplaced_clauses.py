"""Clauses that the parser hung on the wrong word, seen from their pattern and moved to where they belong."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MAX_CLIMB = 6
_TAKEN = frozenset(("oprd", "dobj", "appos", "attr", "conj", "dep", "npadvmod"))


def join_prefix(word: "Token") -> None:
    """ "re-elected", "re-register": one verb, which was cut in three."""
    if word.i < 2:
        return
    mark, prefix = word.doc[word.i - 1], word.doc[word.i - 2]
    if mark.text != "-" or mark.whitespace_ or prefix.whitespace_ or prefix.lower_ not in ("re", "co", "pre", "de"):
        return
    if prefix.head is word or not prefix.tag_.startswith("VB"):
        return
    above = prefix.head
    if above is prefix or above is mark or mark.head is not above or word.head not in (above, prefix, mark):
        return
    passive = any(c.dep_ == "auxpass" for c in above.children) and word.tag_ == "VBN"
    word.dep_ = "conj" if prefix.dep_ == "advcl" and passive and word.i > above.i else prefix.dep_
    word.attach(above)
    _make_affix(prefix, mark, word)


def join_letter(noun: "Token") -> None:
    """ "an e-mail sent by a manager": one noun, which was cut in three."""
    if noun.i < 2:
        return
    mark, letter = noun.doc[noun.i - 1], noun.doc[noun.i - 2]
    if mark.text != "-" or mark.whitespace_ or letter.whitespace_ or len(letter.text) != 1 or not letter.is_alpha:
        return
    if letter.head is noun or letter.dep_ == "compound":
        return
    role, above = letter.dep_, letter.head
    if noun.head in (letter, mark) and above not in (noun, mark):
        noun.dep_ = role
        noun.attach(above)
    _make_affix(letter, mark, noun)


def _make_affix(prefix: "Token", mark: "Token", word: "Token") -> None:
    """Makes what stands before a word, and the hyphen between, parts of it; what hung on them hangs on the word."""
    for part in [c for c in (*prefix.children, *mark.children) if c not in (mark, word)]:
        part.attach(word)
    for part, tag in ((prefix, "AFX"), (mark, "HYPH")):
        part.tag_, part.pos_, part.dep_ = tag, "X", "compound"
        part.attach(word)


def open_content(mark: "Token") -> None:
    """ "knew that raw sewage was pouring out": the word that opens what was known, read as the article of a noun."""
    noun = mark.head
    clause = noun.head
    opens = noun.dep_ in ("nsubj", "nsubjpass") and clause.dep_ == "ccomp" and clause.head.i < mark.i
    if opens and (mark.tag_ == "IN" or noun.tag_ == "NNS") and not any(c.dep_ == "mark" for c in clause.children):
        mark.tag_, mark.pos_, mark.dep_ = "IN", "SCONJ", "mark"
        mark.attach(clause)


def free_date(month: "Token") -> None:
    """ "formed on 30 January north-east of the islands": the day, read as a part of the direction behind it."""
    other, first = month.head, month.left_edge
    preposition = other.head
    if other.dep_ != "pobj" or preposition.lower_ != "on" or first.i != preposition.i + 1 or month.i >= other.i:
        return
    numbered = any(c.tag_ == "CD" for c in month.children)
    if not numbered or other.ent_type_ == "DATE" or preposition.head.tag_ not in ("VBD", "VBN", "VB", "VBP", "VBZ"):
        return
    month.dep_ = "pobj"
    month.attach(preposition)
    other.dep_ = "advmod"
    other.attach(preposition.head)


def free_day(verb: "Token", day_names: frozenset[str]) -> None:
    """ "wrote to him on 3 May 2018 inviting him": the day, read as a part of what "on" governs."""
    preposition = verb.head
    month = next((c for c in verb.children if c.i < verb.i and c.lower_ in day_names and c.is_alpha), None)
    if verb.dep_ != "pcomp" or month is None or preposition.lower_ not in ("on", "in") or preposition.head.i >= month.i:
        return
    between = verb.doc[preposition.i + 1 : verb.i]
    if any(t.tag_ != "CD" and t is not month and not t.is_punct for t in between):
        return
    month.dep_ = "pobj"
    month.attach(preposition)
    for part in [t for t in between if t is not month and t.head is not month]:
        part.attach(month)
    verb.dep_ = "advcl"
    verb.attach(preposition.head)


def give_subject(verb: "Token") -> None:
    """ "… a suicide; a second examination, done in May, found that": what the second clause opens with is its own."""
    first = verb.head
    before = [t for t in verb.doc[first.i : verb.i] if t.text == ";"]
    if not before or verb.tag_ not in _FINITE or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return
    things = [c for c in first.children if c.i > before[-1].i and c.i < verb.i and c.dep_ in _TAKEN]
    noun = things[-1] if things else None
    if noun is None or noun.left_edge.i != before[-1].i + 1 or not any(c.dep_ == "det" for c in noun.children):
        return
    noun.pos_ = "NOUN" if noun.pos_ == "ADJ" else noun.pos_
    noun.dep_ = "nsubj"
    noun.attach(verb)


def take_subject(verb: "Token") -> None:
    """ "pulled bodies from the water and the toll rose": the one "and" joins the clauses, and the toll rose.

    Likewise "was charged with fraud and the manager, who had fled, was arrested".
    """
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i]
    first = min((c.i for c in helpers), default=verb.i)
    noun = _joined_noun(verb, first)
    if noun is None:
        return
    start = noun.left_edge.i
    joint, joining = noun.head, noun.doc[start - 1]
    owned = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "cc", "mark") for c in verb.children)
    owned = owned or (not helpers and any(c.dep_ == "dobj" for c in verb.children))
    own = [t for t in noun.doc[start:first] if t.head is noun]
    apart = any(c.dep_ == "relcl" for c in noun.children)
    if owned or any(t.dep_ == "cc" or (t.text in (",", ";") and not apart) for t in own):
        return
    if not verb.head.i < joint.i < joining.i or not any(c.dep_ in ("det", "poss") for c in noun.children):
        return
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in helpers) else "nsubj"
    noun.attach(verb)
    joining.attach(verb.head)


def _joined_noun(verb: "Token", first: int) -> "Token | None":
    """The noun behind "and" whose phrase, a clause between commas included, ends right before a verb."""
    index = first - 1
    closed = index > 1 and verb.doc[index].text == ","
    word = verb.doc[index - 1 if closed else index] if index > 1 else verb
    for _ in range(_MAX_CLIMB):
        joined = word.dep_ == "conj" and word.tag_.startswith("NN")
        if joined and word.right_edge.i in (index, index - 1):
            start = word.left_edge.i
            return word if start > 0 and word.doc[start - 1].lower_ in ("and", "but") else None
        if not closed or word.head is word or word.head.i > first:
            return None
        word = word.head
    return None


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


def free_range(noun: "Token", day_names: frozenset[str]) -> None:
    """ "Between 3 and 7 March 2021 inspectors visited it": the days, read as the number of the inspectors."""
    opening, verb = noun.left_edge, noun.head
    if opening.lower_ not in ("between", "from") or opening.i != noun.sent.start or verb.i < noun.i:
        return
    month = next((c for c in noun.children if c.lower_ in day_names and c.is_alpha and c.i < noun.i), None)
    if month is None or opening.dep_ not in ("quantmod", "prep", "advmod", "nmod", "amod"):
        return
    before = [t for t in noun.doc[opening.i + 1 : month.i] if t.head.i not in range(opening.i + 1, month.i)]
    last = next((t for t in noun.children if t.i == month.i + 1 and t.tag_ == "CD"), None)
    opening.tag_, opening.pos_, opening.dep_ = "IN", "ADP", "prep"
    opening.attach(verb)
    month.dep_ = "pobj"
    month.attach(opening)
    for part in (*before, *((last,) if last is not None else ())):
        part.attach(month)


def free_period(period: "Token") -> None:
    """ "stayed until June and the following month opened an office": when it was opened, and not what opened."""
    verb = period.head
    counted = any(c.lower_ in ("following", "next", "same", "previous") for c in period.children)
    if not counted or period.lemma_.lower() not in words("events_nouns", "nouns", "periods"):
        return
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and any(c.dep_ == "dobj" for c in verb.children):
        period.dep_ = "npadvmod"


def name_field(label: "Token") -> None:
    """ "Hearing dates: 8 and 9 February", "Date of hearing: 8 February": the event is what the label dates."""
    following = label.doc[label.right_edge.i] if label.i + 1 < len(label.doc) else label
    if label.lower_ not in ("date", "dates", "time", "times") or following is label:
        return
    of = next((c for c in label.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    inner = (c for c in of.children if c.dep_ in ("pobj", "pcomp")) if of is not None else iter(())
    event = next(inner, None) or next((c for c in label.children if c.dep_ == "compound" and c.i == label.i - 1), None)
    if event is None or not any(c.text == ":" for c in label.children):
        return
    parts = [c for c in label.children if c is not event and c is not of]
    event.dep_, event.pos_, event.tag_ = "ROOT", "NOUN", "NN"
    event.attach(event)
    label.dep_ = "dep"
    label.attach(event)
    for part in parts:
        part.attach(event)


def lower_main(verb: "Token") -> None:
    """ "The hearing, postponed on Monday, will be held in May": the participle was read as the main verb."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    main = next((c for c in verb.children if c.dep_ in ("conj", "ccomp") and c.i > verb.i), None)
    if own is None or main is None or verb.doc[verb.i - 1].text != "," or own.right_edge.i + 1 < verb.i - 1:
        return
    joined = any(c.dep_ == "cc" for c in verb.children) or verb.doc[main.left_edge.i - 1].text != ","
    helped = [c for c in main.children if c.dep_ in ("aux", "auxpass")]
    carries = main.tag_ in _FINITE or any(c.tag_ in _FINITE for c in helped)
    if joined or not carries or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in main.children):
        return
    main.dep_ = "ROOT"
    main.attach(main)
    for part in [c for c in verb.children if c.i < own.left_edge.i or c.i > main.i or c.i == main.left_edge.i - 1]:
        part.attach(main)
    own.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in helped) else "nsubj"
    own.attach(main)
    verb.tag_, verb.dep_ = "VBN", "acl"
    verb.attach(own)


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


def lower_doubt(adverb: "Token") -> None:
    """ "Perhaps most importantly, …": the doubt is about the importance."""
    doc, last = adverb.doc, adverb.i + 1
    while last + 1 < len(doc) and doc[last + 1].tag_ in ("RB", "RBS", "RBR"):
        last += 1
    degree = last < len(doc) and doc[adverb.i + 1].tag_ in ("RBS", "RBR") and doc[last].tag_ == "RB"
    if degree and last + 1 < len(doc) and doc[last + 1].text == "," and doc[last].head is adverb.head:
        adverb.attach(doc[last])


def return_listed(verb: "Token") -> None:
    """ "After repelling an attack at Tarn, Brand and his army rested": who rested, read as one of a list."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
        return
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    first = min((c.i for c in helpers), default=verb.i)
    noun = verb.doc[first - 1] if first > verb.sent.start else verb
    for _ in range(_MAX_CLIMB):
        listed = noun.dep_ == "conj" and noun.right_edge.i == first - 1 and noun.head.dep_ == "pobj"
        between = verb.doc[noun.head.i + 1 : noun.left_edge.i]
        if listed and [t.text for t in between][-1:] == [","] and not any(t.dep_ == "cc" for t in between):
            noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in helpers) else "nsubj"
            noun.attach(verb)
            return
        if noun.head is noun or noun.head is verb:
            return
        noun = noun.head


def return_governed(noun: "Token") -> None:
    """ "after some resistance, the 2nd Regiment captured it": what "after" governs, read as what captured it."""
    verb = noun.head
    preposition = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > 0 else noun
    if preposition.dep_ != "prep" or preposition.head is not verb or any(True for _ in preposition.children):
        return
    own = next((c for c in noun.children if c.dep_ == "appos" and c.doc[c.left_edge.i - 1].text == ","), None)
    if own is None or verb.i < noun.i or not any(c.dep_ == "det" for c in own.children):
        return
    later = [c for c in noun.children if c.i > own.i]
    own.dep_ = noun.dep_
    own.attach(verb)
    for part in later:
        part.attach(own)
    noun.dep_ = "pobj"
    noun.attach(preposition)


def lower_to_nearest(participle: "Token") -> None:
    """ "convicted members of the group, of crimes committed in May": what was committed are the crimes."""
    noun, near = participle.head, participle.doc[participle.left_edge.i - 1]
    between = participle.doc[noun.i + 1 : near.i]
    owned = any(c.dep_ in ("agent", "dobj", "aux") for c in participle.children)
    if near is noun or near.pos_ != "NOUN" or near.dep_ != "pobj" or owned or near.ent_type_ in ("DATE", "TIME"):
        return
    if any(t.text == "," for t in between) and near.tag_ == "NNS":
        participle.attach(near)


def free_length(noun: "Token") -> None:
    """ "plunged into the Java Sea minutes after leaving": the length, read as the last word of the name before it."""
    phrase, name = noun.doc[noun.i + 1], noun.doc[noun.i - 1]
    if phrase.lower_ not in ("after", "before") or name.head is not noun or name.tag_ != "NNP":
        return
    preposition = noun.head
    name.dep_ = "pobj"
    name.attach(preposition)
    for part in [c for c in noun.children if c.i < name.i]:
        part.attach(name)
    noun.dep_ = "npadvmod"
    noun.attach(phrase)
