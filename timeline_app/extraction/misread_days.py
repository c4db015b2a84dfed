"""Days, months and lengths of time that the parser took into the name, the noun or the verb beside them."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import verb_forms, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_OF_CLOCKS = frozenset(("utc", "gmt", "hours", "hrs", "local", "time", "et", "cet"))
_LONGEST_MONTH, _YEAR = 31, 4  # days; digits
_PARTS_OF_DAYS = frozenset(("morning", "afternoon", "evening", "night", "yesterday", "today"))
_KEPT = frozenset(
    ("business", "opening", "working", "trading", "office", "visiting", "peak", "rush", "banking", "school")
)
_LASTING = frozenset(("over", "for", "in", "during", "within", "throughout"))
_PERIODS = frozenset(("week", "month", "year", "night", "autumn", "spring", "summer", "winter", "yesterday"))
_TAKING_OF = frozenset(
    ("accuse", "inform", "tell", "warn", "remind", "assure", "convict", "clear", "rob", "strip", "rid")
)


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


def return_date(month: "Token") -> None:
    """ "was signed on 19 December 2016, ten days after": the day, read apart from the word that leads to it."""
    first = month.left_edge
    before = first.nbor(-1) if first.i > 0 else first
    if before.tag_ == "IN" and before.dep_ == "prep" and not before.children and before.head is month.head:
        month.dep_ = "pobj"
        month.attach(before)


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


def free_count(noun: "Token", day_names: frozenset[str]) -> None:
    """ "On 2 June 40 soldiers were killed", "On 3 June 12 people died": how many, read as a part of the date."""
    start = noun.i - 3
    if start < 1 or noun.doc[start - 1].lower_ not in ("on", "by", "since", "until"):
        return
    before, day, month, count = (noun.doc[start - 1 + i] for i in range(4))
    numbers = day.text.isdecimal() and count.text.isdecimal() and len(count.text) < _YEAR
    if not numbers or not 1 <= int(day.text) <= _LONGEST_MONTH or noun.lower_ in _OF_CLOCKS:
        return
    if month.lower_ not in day_names:
        return
    if noun.head is before or noun.head is month:
        verb = next((t for t in noun.doc[noun.i : noun.sent.end] if t.tag_ in _FINITE), None)
        verb = verb.head if verb is not None and verb.dep_ in ("aux", "auxpass") else verb
        if verb is None or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
            return
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
        noun.attach(verb)
        if before.head is not verb:
            before.attach(verb)
    before.dep_, month.dep_, day.dep_, count.dep_ = "prep", "pobj", "nummod", "nummod"
    month.attach(before)
    day.attach(month)
    count.attach(noun)


def free_last_month(month: "Token") -> None:
    """ "And last April Israel said": when it was, read as a part of the name of who did it."""
    name, verb, first = month.head, month.head.head, month.left_edge
    told = any(c.lower_ in ("last", "this") for c in month.children)
    if name.dep_ not in ("nsubj", "nsubjpass") or not told or (verb.tag_ not in _FINITE and verb.tag_ != "VBN"):
        return
    opens = first.i == first.sent.start or first.nbor(-1).dep_ == "cc" or first.nbor(-1).text == ","
    if opens and name.i > month.i and not any(c.dep_ in ("det", "poss") for c in name.children):
        month.dep_ = "npadvmod"
        month.attach(verb)


def free_doers(unit: "Token") -> None:
    """ "Over the following two nights soldiers raided homes": who did it, read as what lasted so long."""
    noun = unit.head
    before = next((t for t in reversed(unit.doc[unit.sent.start : unit.i]) if t.lower_ in _LASTING), None)
    if unit.dep_ not in ("compound", "nmod") or noun.tag_ not in ("NNS", "NN", "NNP") or before is None:
        return
    verb = before.head
    clear = not any(c.dep_ in ("pobj", "pcomp") and c is not noun for c in before.children)
    if not clear or verb.i < noun.i or noun.head not in (before, verb):
        return
    if noun.head is before and any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return
    for part in [c for c in noun.children if before.i < c.i < unit.i]:
        part.attach(unit)
    unit.dep_ = "pobj"
    unit.attach(before)
    if noun.head is before:
        noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in verb.children) else "nsubj"
        noun.attach(verb)


def free_period(period: "Token") -> None:
    """ "stayed until June and the following month opened an office": when it was opened, and not what opened."""
    verb = period.head
    counted = any(c.lower_ in ("following", "next", "same", "previous") for c in period.children)
    if not counted or period.lemma_.lower() not in words("events_nouns", "nouns", "periods"):
        return
    if verb.dep_ == "conj" and verb.tag_ == "VBD" and any(c.dep_ == "dobj" for c in verb.children):
        period.dep_ = "npadvmod"


def return_named_day(noun: "Token") -> None:
    """ "declared Monday a day of mourning": what the day was made, read as another time."""
    day = noun.doc[noun.left_edge.i - 1]
    verb = day.head if noun.head is day else noun.head
    article = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in noun.children)
    named = day.dep_ in ("npadvmod", "dobj") and day.ent_type_ == "DATE"
    of = noun.lower_ == "holiday" or any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    if article and named and of and verb.lemma_ in ("declare", "proclaim", "designate", "name") and noun.i > verb.i:
        noun.dep_ = "dobj"
        noun.attach(verb)
        day.dep_ = "npadvmod"


def free_length(noun: "Token") -> None:
    """ "plunged into the Java Sea minutes after leaving", "cut the supply hours after": read as a part of the noun."""
    if noun.i + 1 == len(noun.doc):
        return
    phrase, name = noun.doc[noun.i + 1], noun.doc[noun.i - 1]
    bare = name.dep_ == "compound" and name.tag_ in ("NN", "NNS") and name.lower_ not in _KEPT
    if phrase.lower_ not in ("after", "before") or name.head is not noun or not (bare or name.tag_ == "NNP"):
        return
    over, measured = noun.head if noun.head is not phrase else phrase.head, noun.dep_ == "npadvmod"
    if over.i > name.i or (measured and any(c.dep_ == "dobj" for c in over.children)):
        return
    name.dep_ = "dobj" if measured else noun.dep_
    name.attach(over)
    for part in [c for c in noun.children if c.i < name.i]:
        part.attach(name)
    noun.dep_ = "npadvmod"
    noun.attach(phrase)


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


def return_length_to_main(later: "Token") -> None:
    """ "Three days later trading was halted": when it was halted, and not when there was trading."""
    gerund, main = later.head, later.head.head
    opens = later.left_edge.i == later.sent.start and later.i < gerund.i
    if opens and gerund.tag_ == "VBG" and gerund.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass"):
        later.attach(main)


def return_length_to_first(later: "Token") -> None:
    """ "By the time the truce began two days later, nine were dead": read as the time of what the comma opens."""
    over, before = later.head, later.head.head
    opening = later.doc[max(0, later.left_edge.i - 1)]
    closed = later.i + 1 < len(later.doc) and later.nbor().text == "," and later.i < over.i and opening.dep_ != "cc"
    if closed and over.dep_ == "conj" and before.tag_ == "VBD" and before.i < later.left_edge.i:
        later.attach(before)


def return_length_to_second(later: "Token") -> None:
    """ "retired on 3 May and, two days later, convicted her": when she was convicted."""
    first, doc = later.left_edge.i, later.doc
    apart = first > 0 and later.i + 2 < len(doc) and doc[first - 1].text == doc[later.i + 1].text == ","
    verb = doc[later.i + 2] if apart else later
    if verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and later.head is verb.head:
        later.attach(verb)


def return_day(day: "Token") -> None:
    """ "declared a state of emergency and a curfew on Wednesday": the day is that of both."""
    measure = day.head
    verb = measure.head.head
    if measure.dep_ != "conj" or measure.head.dep_ != "dobj" or day.lower_ != "on":
        return
    done = verb.tag_ == "VBD" and verb.lemma_.lower() in words("events_cues", "verbs", "imposing")
    if done and any(t.ent_type_ in ("DATE", "TIME") for t in day.subtree):
        day.attach(verb)


def return_day_of_length(day: "Token") -> None:
    """ "declared three days of mourning on Tuesday", "from Friday": the day is said of the declaration."""
    what = day.head
    length = what.head.head
    of_what = what.dep_ in ("pobj", "pcomp") and what.head.lower_ == "of"
    if day.lower_ not in ("on", "from") or not of_what or length.dep_ != "dobj":
        return
    counted = length.lemma_.lower() in words("events_nouns", "nouns", "periods")
    counted = counted and any(c.dep_ == "nummod" for c in length.children)
    if counted and length.head.tag_ == "VBD" and any(t.ent_type_ in ("DATE", "TIME") for t in day.subtree):
        day.attach(length.head)


def return_from_so_far(preposition: "Token") -> None:
    """ "recovered the last body found so far on 28 October": what was found until now was not found on one day."""
    found = preposition.head
    noun, so_far = found.head, any(c.lower_ in ("far", "yet") and c.i < preposition.i for c in found.children)
    day = any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)
    if so_far and day and found.dep_ == "acl" and noun.dep_ == "dobj" and noun.head.tag_ == "VBD":
        preposition.attach(noun.head)


def lower_to_since(preposition: "Token") -> None:
    """ "for the first time since independence in 1948": the year is that of independence, since when it was not so."""
    head = preposition.head
    year = next((c for c in preposition.children if c.dep_ == "pobj" and c.ent_type_ == "DATE"), None)
    since = next((c for c in head.children if c.lower_ == "since" and c.dep_ == "prep" and c.i < preposition.i), None)
    thing = next((c for c in since.children if c.dep_ == "pobj"), None) if since is not None else None
    if year is None or since is None or thing is None or thing.ent_type_ == "DATE":
        return
    if since.right_edge.i == preposition.i - 1 and preposition.lower_ in ("in", "on"):
        preposition.attach(thing)


def raise_next(month: "Token") -> None:
    """ "closed in April, and the following month it failed": when it failed, and no second thing that closed."""
    clause = next((c for c in month.children if c.dep_ == "relcl" and c.tag_ == "VBD"), None)
    verb = month.head
    if month.dep_ != "conj" or clause is None or verb.pos_ != "VERB" or month.i > clause.i:
        return
    own = any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP") for c in clause.children)
    turned = any(c.lower_ in ("following", "next", "same", "previous") for c in month.children)
    if own and turned and verb.tag_ == "VBD":
        clause.dep_ = "conj"
        clause.attach(verb)
        month.dep_ = "npadvmod"
        month.attach(clause)


def free_from_particle(particle: "Token") -> None:
    """ "The town that they took on 3 May": "on" governs the day, and is no part of the verb."""
    verb = particle.head
    day = next((c for c in verb.children if c.dep_ == "dobj" and c.ent_type_ == "DATE"), None)
    dated = day is not None and (day.lower_.endswith("day") or any(c.tag_ == "CD" for c in day.children))
    if particle.lower_ == "on" and day is not None and dated and day.left_edge.i == particle.i + 1:
        particle.tag_, particle.pos_, particle.dep_ = "IN", "ADP", "prep"
        day.dep_ = "pobj"
        day.attach(particle)


def name_distance(side: "Token") -> None:
    """ "left in May, a month after thousands had asked for it": "after" opens the clause behind it."""
    length, clause = side.head, side.head.head
    if length.dep_ != "npadvmod" or clause.dep_ != "advcl" or clause.i < side.i or any(side.children):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.left_edge.i == side.i + 1 for c in clause.children):
        side.dep_, side.pos_ = "mark", "SCONJ"
        side.attach(clause)


def return_time_to_verb(time: "Token") -> None:
    """ "photographed the leak the next morning": when it was done, read as which leak; no "condemned the attack"."""
    thing, verb = time.head, time.head.head
    plea = verb.head if thing.dep_ == "pobj" else verb
    if plea.lower_ == "guilty" and plea.head.tag_ in ("VBD", "VBN") and thing.i < time.left_edge.i:
        time.attach(plea.head)  # "pleaded guilty to the same charge last November"
        return
    done = thing.dep_ == "dobj" and thing.i < time.left_edge.i and verb.tag_ in ("VBD", "VBN")
    if done and verb.lower_ not in verb_forms("reporting", "reporting", "attributing"):
        time.attach(verb)


def return_of(preposition: "Token") -> None:
    """ "the death last night of a guard", "accused him on Monday of theft": parted by a time from its word."""
    before, governed = preposition.doc[preposition.i - 1], next(iter(preposition.children), None)
    if preposition.lower_ != "of" or before.ent_type_ not in ("DATE", "TIME") or governed is None:
        return
    if governed.ent_type_ in ("DATE", "TIME") or governed.lemma_ in words("events_nouns", "nouns", "periods"):
        return
    if any(c.lower_ == "the" for c in before.children) or not (before.tag_ == "NNP" or before.lower_ in _PARTS_OF_DAYS):
        return  # "on the Monday of the feast", "after ten days of talks"
    on = before.head if before.dep_ == "pobj" else before
    verb = on.head
    if preposition.head not in (verb, before, on) or (on is before and before.dep_ != "npadvmod"):
        return
    noun = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < before.i), None)
    if verb.lemma_.lower() in _TAKING_OF:
        preposition.attach(verb)
    elif noun is not None and not any(c.lower_ == "of" for c in noun.children):
        preposition.attach(noun)


def return_period_to_noun(period: "Token") -> None:
    """ "the murder last week of a priest": when it was and of whom, read as the verb's."""
    first = period.left_edge.i
    if first == 0 or period.i + 1 >= len(period.doc) or period.lower_ not in _PERIODS:
        return
    noun, of = period.doc[first - 1], period.doc[period.i + 1]
    if noun.tag_ in ("NN", "NNS") and of.lower_ == "of" and of.head is period.head and period.head is not noun:
        for part in (period, of):
            part.attach(noun)


def lower_to_relative(day: "Token") -> None:
    """ "A man who was seized last year has been freed": the time right behind the clause on him is of that clause."""
    verb = day.head
    first = day.left_edge.i
    carrier = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i), verb)
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < first), None)
    clause = next((c for c in own.children if c.dep_ == "relcl"), None) if own is not None else None
    if clause is None or clause.right_edge.i != first - 1 or day.right_edge.i != carrier.i - 1:
        return
    if clause.tag_ in ("VBD", "VBN") and any(c.tag_ in ("WP", "WDT") for c in clause.children):
        day.attach(clause)
