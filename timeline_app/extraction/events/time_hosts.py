"""What a time phrase hangs on: its preposition, the noun or verb that both modify, and how it places it."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate, is_as_told, only_names
from timeline_app.extraction.events.clause_parts import is_before_body
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import full_lemma, is_attempt, is_speech
from timeline_app.extraction.events.polarity import is_not_before, waits_until
from timeline_app.extraction.events.time_words import limit_words
from timeline_app.extraction.events.tree import ancestors, child, finite, is_clause_head, is_passive
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Relation, TimeExpression
from timeline_app.model.expression import PartOfDay
from timeline_app.model.granularity import Granularity
from timeline_app.model.time_value import TimeValue

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

MODIFIERS = frozenset(("nmod", "amod", "poss", "compound", "nummod"))
_LEAVING = frozenset(("pull", "withdraw", "walk", "drop", "back", "storm", "step", "quit", "resign"))
STARTING = frozenset(("starting", "beginning"))
_CUES = "events_cues"
_CLOSE = frozenset(("shortly", "just", "soon", "immediately", "minutes", "moments", "seconds", "right"))
_SHORT = frozenset(("second", "minute", "moment", "hour"))
_AFTER = frozenset(("after", "since", "following"))
_BEFORE = frozenset(("before", "until", "till", "by"))
_ORDERING = frozenset(("order", "command", "instruct", "direct"))
_REMEMBERED = frozenset(("anniversary", "commemoration", "memory", "eve", "aftermath"))
_PLACING = frozenset(("near", "outside", "inside", "beside", "behind", "opposite", "towards", "toward"))
_RUNNING = frozenset(
    ("start", "begin", "commence", "open", "end", "expire", "run", "last", "come", "date", "take", "fall")
)
_LONGEST_INSERTION = 12  # words
_NOT_DATES = frozenset(("than", "as"))


def top_of(doc: "Doc", tokens: range) -> "Token":
    """The word of the phrase on which the rest hangs; a preposition inside the phrase is not it."""
    inside = [doc[i] for i in tokens if doc[i].head.i not in tokens or doc[i].head.i == i]
    nominal = [t for t in inside if t.pos_ not in ("ADP", "SCONJ", "DET", "PUNCT")]
    return (nominal or inside or [doc[tokens[0]]])[-1]


def host_of(top: "Token", tokens: range) -> tuple["Token | None", "Token"]:
    """The preposition that governs the phrase, if any, and the word that both modify."""
    while top.dep_ == "conj" and top.head.ent_type_ == "DATE" and top.head.dep_ in ("pobj", "conj"):
        top = top.head  # "exceeded those of 1946 and 1988"
    preposition = None
    host = top.head
    while host.i in tokens and host.head.i != host.i:
        host = host.head
    while host.pos_ in ("ADP", "SCONJ") and host.head.i != host.i and host.dep_ in ("prep", "agent", "mark", "pcomp"):
        preposition = host if preposition is None else preposition
        host = host.head
    if host.lower_ == "time" and top.dep_ == "poss" and host.head.pos_ == "ADP":
        preposition, host = host.head, host.head.head  # "in two weeks' time"
    if host.lower_ in STARTING and host.tag_ == "VBG" and host.dep_ in ("prep", "acl", "advcl", "xcomp"):
        preposition, host = preposition or host, host.head
    return preposition, host


def opening_of(doc: "Doc", tokens: range, top: "Token") -> "tuple[Token, Token] | None":
    """ "On 31 March Greek authorities searched it": the opening preposition and the verb, not the name beside the date.

    The parser takes the last word of such a date for a part of the subject.
    """
    first = doc[tokens[0] - 1] if tokens[0] > 0 else doc[tokens[0]]
    if first.dep_ != "prep" or first.i in tokens or first.head.i <= tokens[-1] or top.dep_ not in MODIFIERS - {"poss"}:
        return None
    outside = any(c.dep_ == "pobj" and c.i not in tokens for c in first.children)
    return None if outside or not is_clause_head(first.head) else (first, first.head)


def inserted(doc: "Doc", tokens: range, host: "Token") -> "Token | None":
    """ "By a decision, served ten days later, the court": a time that closes an insertion is its participle's."""
    end = tokens[-1] + 1
    if not is_clause_head(host) or host.i <= end or end >= len(doc) or doc[end].text != ",":
        return None
    for index in range(tokens[0] - 1, max(doc[tokens[0]].sent.start, tokens[0] - _LONGEST_INSERTION), -1):
        if doc[index].text in (",", ";", ":"):
            return None
        opens = doc[index - 1].text == "," and doc[index].tag_ in ("VBN", "VBD", "VBG")
        if opens and doc[index].dep_ in ("advcl", "acl", "relcl"):
            return doc[index]
    return None


def relation_of(
    doc: "Doc", tokens: range, top: "Token", preposition: "Token | None", expression: TimeExpression
) -> Relation | None:
    """How the preposition places the event by the time; None where it compares rather than dates.

    The preposition over a noun that the time modifies ("after last month's surrenders") says nothing of the noun.
    """
    said = {doc[i].lower_ for i in tokens[:1]}
    if preposition is not None:
        said.add(preposition.lower_)
    elif tokens[0] > 0 and top.dep_ not in MODIFIERS and top.dep_ != "npadvmod":
        said.add(doc[tokens[0] - 1].lower_)
    if (side := _at_most(doc, tokens)) is not None:
        return side
    if said & _NOT_DATES and not _is_as_early(doc, tokens[0] - 1):
        return None
    if expression.range_end:
        return Relation.FROM
    if tokens[0] > 0 and "on" in (doc[tokens[0]].lower_, doc[tokens[0] - 1].lower_) and not said & _BEFORE:
        return Relation.AT  # "rose from 92 to 140 on 28 September"
    if preposition is not None and waits_until(preposition):
        return Relation.AFTER if is_not_before(preposition) else Relation.AT
    if preposition is not None and preposition.i > 0 and doc[preposition.i - 1].lower_ in _CLOSE:
        return Relation.AT  # "shortly after 9.45 p.m."
    part = expression.tree if isinstance(expression.tree, PartOfDay) else None
    if part is not None and ("before" in said or ("by" in said and part.day is None)):
        return Relation.AT  # "before dawn on Wednesday" is Wednesday; "by nightfall" is of the day told
    if said & _AFTER or (preposition is not None and preposition.lower_ == "from" and is_clause_head(preposition.head)):
        return Relation.AFTER
    return Relation.BEFORE if said & _BEFORE else Relation.AT


def _at_most(doc: "Doc", tokens: range) -> Relation | None:
    """ "no later than May" is until May; "no earlier than May", "not before", is from then on."""
    limit = limit_words(doc, tokens)
    if not limit:
        return None
    return Relation.BEFORE if doc[limit[1]].lower_ == "later" else Relation.AFTER


def _is_as_early(doc: "Doc", index: int) -> bool:
    """ "as early as Wednesday": on Wednesday."""
    return index > 1 and doc[index].lower_ == "as" and doc[index - 1].lower_ in ("early", "late", "recently", "soon")


def beside_noun(noun: "Token", expression: TimeExpression) -> Relation | None:
    """ "After independence in 1961, the government revived it": later than what the date is said of.

    What is done after something that has no article is of its day: "left after training on 23 June".
    """
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or _is_body(noun):
        return None
    if is_before_body(noun.head):
        return None  # "testified before a Senate panel on 18 June"
    if noun.head.lower_ == "of" and noun.head.head.dep_ == "pobj":
        noun = noun.head.head  # "had to wait until the end of the season in October"
    said, time = noun.head.lower_, expression.time
    if said in ("until", "till"):
        return Relation.BEFORE
    of_day = time is not None and time.granularity.rank <= Granularity.DAY.rank
    if said == "after" and of_day and all(c.dep_ == "prep" for c in noun.children):
        return None
    return Relation.AFTER if said in _AFTER else Relation.BEFORE if said == "before" else None


def _is_body(noun: "Token") -> bool:
    """ "will appear before the committee on 7 May": before people, and not before a time."""
    return noun.lemma_.lower() in words("events_nouns", "nouns", "bodies") | words("events_nouns", "nouns", "people")


def noun_host(
    doc: "Doc",
    tokens: range,
    preposition: "Token | None",
    host: "Token",
    candidates: dict[int, Candidate],
) -> Candidate | None:
    """The event noun that the phrase modifies: by the parse, or as the last word before it in an adverbial."""
    if host.pos_ in ("NOUN", "PROPN"):
        for word in (host, *ancestors(host)):
            if word.dep_ == "pobj" and word.head.head.lower_ == "suspicion":
                return None  # "arrested on suspicion of murder on Monday"
            found = candidates.get(word.i)
            if found is not None and (_is_placing(word) or _closes_aside(doc, tokens, preposition, word)):
                continue
            if found is not None and (
                _is_struck(word, candidates) or _is_left(word) or _is_charge(word) or _is_manner(word)
            ):
                continue
            long_ago = any(doc[i].tag_ == "CD" and len(doc[i].text) == 4 for i in tokens)  # "of his death in 1987"
            if word.dep_ == "pobj" and word.head.head.lemma_.lower() in _REMEMBERED and not long_ago:
                continue  # "on the anniversary of the attack on Monday"
            if word.lemma_.lower() in _REMEMBERED and word.dep_ == "pobj" and word.head.lower_ == "on" and not long_ago:
                continue  # "the rally on the anniversary of the attack on Monday"
            if found is not None:
                return found if found.noun and not _is_due_by(preposition, word) else None
            if is_clause_head(word):
                return None
        return None
    first = preposition.i if preposition is not None else tokens[0]
    previous = candidates.get(last_event_noun(doc, first, candidates))
    if previous is None or not is_clause_head(host) or _is_placing(previous.token) or _is_charge(previous.token):
        return None
    if _is_manner(previous.token):
        return None
    adverbial = _adverbial_above(previous.token, host)
    if adverbial and _is_stretch_of(previous.token):
        return None
    if adverbial or _is_relational(host, previous.token) or _is_remembered_in(doc, tokens, previous.token):
        return previous
    return None


def _is_left(noun: "Token") -> bool:
    """ "pulled out of the race on 20 August", "withdrew from the talks on Monday": the day on which somebody left."""
    way = noun.head.head if noun.head.lower_ == "of" and noun.head.head.lower_ == "out" else noun.head
    return noun.dep_ == "pobj" and way.lower_ in ("out", "from") and way.head.lemma_ in _LEAVING


def _is_placing(noun: "Token") -> bool:
    """ "were killed near the river crossing on 9 May": where, and not what, it was."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _PLACING


def _is_manner(noun: "Token") -> bool:
    """ "condemned it by 29 votes to one", "was recalled for consultations", "attempted suicide": how, why, or a try."""
    if noun.dep_ == "dobj" and is_attempt(noun.head):
        return True
    preposition = noun.head if noun.dep_ == "pobj" else None
    if preposition is None or any(c.dep_ in ("det", "poss") for c in noun.children):
        return False
    counted = preposition.lower_ in ("by", "with") and noun.lemma_ == "vote" and child(noun, "nummod") is not None
    verb = preposition.head
    called = preposition.lower_ == "for" and verb.lemma_ in ("recall", "summon", "call") and verb.tag_ in ("VBD", "VBN")
    return counted or called


def _is_charge(noun: "Token") -> bool:
    """ "pleaded guilty to fraud in May", "was convicted of murder in 2015": when a court heard of it."""
    of = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("to", "of", "with") else None
    verb = of.head if of is not None and of.dep_ in ("acomp", "oprd") else of
    tried = verb is not None and verb.lemma_ in ("plead", "convict", "acquit", "charge", "indict", "find", "clear")
    named = any(c.dep_ in ("det", "poss", "nummod") or c.lower_ in ("of", "against") for c in noun.children)
    return tried and not named


def _is_struck(noun: "Token", candidates: dict[int, Candidate]) -> bool:
    """ "the bombing of a wedding on Saturday": the day is that of what is told of, and not of what was hit."""
    over = noun.head.head
    of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and over.i in candidates and candidates[over.i].noun
    return of and kind_of(over.lemma_.lower(), noun=True) == "assault"


def _is_stretch_of(noun: "Token") -> bool:
    """ "burst after days of rain on 4 May": the day is not that of the days."""
    amount = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return amount is not None and amount.lemma_.lower() in words("events_nouns", "nouns", "periods")


def _is_remembered_in(doc: "Doc", tokens: range, noun: "Token") -> bool:
    """ "coincided with the anniversary of his death in 1987": the year is that of what is remembered."""
    year = len(tokens) == 1 and doc[tokens[0]].tag_ == "CD" and len(doc[tokens[0]].text) == 4
    return year and noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _REMEMBERED


def _is_due_by(preposition: "Token | None", noun: "Token") -> bool:
    """ "is due to complete its withdrawal by 30 June": until when something is to be done, whatever it is done to."""
    verb = noun.head
    return (
        preposition is not None
        and preposition.lower_ == "by"
        and noun.dep_ == "dobj"
        and is_clause_head(verb)
        and (any(c.tag_ in ("TO", "MD") for c in verb.children) or verb.lemma_ in words(_CUES, "verbs", "due_by"))
    )


def _closes_aside(doc: "Doc", tokens: range, preposition: "Token | None", noun: "Token") -> bool:
    """ "again, after a second storm, between 19 and 22 May": the insertion is over before the time begins."""
    first = preposition.i if preposition is not None else tokens[0]
    first -= first > 0 and doc[first - 1].lower_ in ("between", "from")
    opened = noun.head if noun.dep_ == "pobj" else noun
    return (
        opened.lower_ in (*_AFTER, *_BEFORE)
        and 0 < opened.i < first
        and doc[first - 1].text == ","
        and doc[opened.i - 1].text == ","
    )


def last_event_noun(doc: "Doc", before: int, candidates: dict[int, Candidate]) -> int:
    """Index of the event noun whose phrase ends right before a token, -1 if none does."""
    for index in range(before - 1, max(doc[before].sent.start, before - 12) - 1, -1):
        token = doc[index]
        if is_clause_head(token) or token.text in (",", ";", ":"):
            return -1
        found = candidates.get(index)
        if found is not None and found.noun:
            return index
    return -1


def _adverbial_above(noun: "Token", verb: "Token") -> bool:
    """Whether the noun stands in an "after ..." or "before ..." adverbial of the verb."""
    for word in (noun, *ancestors(noun)):
        if word.i == verb.i:
            return False
        if word.lower_ in (*_AFTER, *_BEFORE, "amid", "despite", "ahead", "during"):
            return True
    return False


def _is_relational(verb: "Token", noun: "Token") -> bool:
    """ "This follows a statement last Friday": the verb only points at the noun's event."""
    return (
        verb.lemma_ in words(_CUES, "verbs", "relational")
        and verb.tag_ in ("VBZ", "VBP", "VBG")
        and noun.dep_ in ("dobj", "pobj", "attr")
    )


def verb_host(host: "Token", candidates: dict[int, Candidate]) -> Candidate | None:
    """The verb of the clause that the phrase stands in."""
    if is_as_told(host) and host.dep_ == "advcl" and host.i < host.head.i:
        return None  # "As reported on 4 May, the yard has closed": the day of the report
    for word in (host, *ancestors(host)):
        if is_as_told(word) or only_names(word) or _is_suspected(word) or _is_capacity(word):
            continue
        if is_clause_head(word) or word.dep_ in ("acl", "relcl", "advcl"):
            return candidates.get(_content_of(word, host).i)
    return None


def _is_suspected(verb: "Token") -> bool:
    """ "was arrested on suspicion of causing injury on Monday": the day is that of the arrest."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.lower_ == "suspicion"


def _is_capacity(verb: "Token") -> bool:
    """ "was granted by a judge sitting as a deputy on 4 May": the day is that of the grant."""
    return verb.lemma_ in ("sit", "act", "serve") and verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl")


def done_instead(verb: "Token", expression: TimeExpression, published: TimeValue | None) -> "Token":
    """ "launched an operation to retake the city on Monday": a past day is that of the deed, not of its purpose."""
    time = expression.time
    aspectual = verb.dep_ == "xcomp" and verb.head.lemma_ in words(_CUES, "governors", "aspectual")
    at_once = verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "before") and verb.head.i > 0
    if at_once and verb.doc[verb.head.i - 1].lower_ in _CLOSE and is_clause_head(verb.head.head):
        return verb.head.head  # "derailed shortly after leaving the station at 2.47pm"
    if _is_bare_doing(verb) and time is not None and time.granularity.rank <= Granularity.DAY.rank:
        return verb.head.head  # "entered the cave after training on 23 June"
    amount = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "of" else None
    if amount is not None and amount.lemma_.lower() in _SHORT:
        return next(
            (a for a in ancestors(amount) if is_clause_head(a)), verb
        )  # "failed within minutes of being started"
    if aspectual:
        return verb.head  # "stopped making payments in May": it stopped in May
    if (
        verb.lemma_ == "date" and verb.dep_ == "acl" and verb.head.dep_ == "pobj"
    ):  # "denied cover by letter dated 6 May"
        return next((a for a in ancestors(verb) if is_clause_head(a)), verb)
    if _is_open_question(verb) and _is_over(expression, published):
        return next((a for a in ancestors(verb) if finite(a) is not None and is_clause_head(a)), verb)
    if _is_settled_in(verb, expression, published) or _is_ordered_at(verb, expression, published):
        return verb.head.head if verb.dep_ == "acl" else verb.head
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if verb.dep_ == "relcl" and {"would", "have"} <= helpers and _is_over(expression, published):
        return next((a for a in ancestors(verb) if finite(a) is not None and is_clause_head(a)), verb)
    let = verb.dep_ == "xcomp" and verb.head.lemma_ in words(_CUES, "verbs", "letting") and is_passive(verb.head)
    moved = verb.dep_ == "xcomp" and verb.head.lemma_ in words(_CUES, "verbs", "committing")
    if is_attempt(verb.head) and verb.dep_ == "xcomp":
        return verb.head  # "attempted to retake the town in May"
    aimed = (verb.dep_ in ("acl", "relcl", "advcl") or moved or let) and any(c.tag_ == "TO" for c in verb.children)
    if not aimed or time is None or published is None or time.last_day is None or published.last_day is None:
        return verb
    if time.last_day > published.last_day or (time.granularity.rank > Granularity.DAY.rank and not let):
        return verb
    return next((a for a in ancestors(verb) if is_clause_head(a) and (finite(a) is not None or _is_perfect(a))), verb)


def _is_open_question(verb: "Token") -> bool:
    """ "lost a vote on whether he could stand again in May": no time that is over is said of what may yet be."""
    asked = any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.children)
    return (
        asked and verb.dep_ in ("pcomp", "ccomp") and any(c.lower_ in ("could", "can", "should") for c in verb.children)
    )


def _is_settled_in(verb: "Token", expression: TimeExpression, published: TimeValue | None) -> bool:
    """ "approved a plan to close the mill in June 2018": when it was approved, as the time is over."""
    over = verb.head.head
    settled = verb.dep_ == "acl" and verb.head.dep_ in ("dobj", "nsubjpass") and is_clause_head(over)
    if not settled or not any(c.tag_ == "TO" for c in verb.children) or not _is_over(expression, published):
        return False
    carrier = finite(over)
    simple = carrier is not None and carrier.tag_ == "VBD" and carrier.lemma_ != "have"
    return simple and full_lemma(over) in words(_CUES, "verbs", "settling")


def _is_ordered_at(verb: "Token", expression: TimeExpression, published: TimeValue | None) -> bool:
    """ "ordered the ship to be abandoned at 23:22": when it was ordered; "by 23:22" is when it was to be done."""
    over, time = verb.head, expression.time
    ordered = verb.dep_ in ("ccomp", "xcomp") and over.tag_ == "VBD" and over.lemma_ in _ORDERING
    if not ordered or not any(c.tag_ == "TO" for c in verb.children) or not _is_over(expression, published):
        return False
    bound = any(c.dep_ == "prep" and c.lower_ in _BEFORE for c in verb.children)
    return not bound and time is not None and time.granularity.rank <= Granularity.DAY.rank


def _is_bare_doing(verb: "Token") -> bool:
    """Whether a gerund behind "after" has nothing but where and when beside it, and no event of its own."""
    after = verb.head
    if verb.tag_ != "VBG" or verb.dep_ not in ("pcomp", "pobj") or after.lower_ != "after" or after.i < after.head.i:
        return False
    carrier = finite(after.head) if is_clause_head(after.head) else None
    return carrier is not None and carrier.tag_ == "VBD" and all(c.dep_ in ("prep", "punct") for c in verb.children)


def found_doing(verb: "Token", expression: TimeExpression) -> "Token | None":
    """ "arrested a man carrying a knife on Monday": the day is that of the arrest, where it has no other."""
    noun, time = verb.head, expression.time
    if time is None or time.granularity.rank > Granularity.DAY.rank:
        return None
    done_to = verb.tag_ == "VBG" and verb.dep_ == "acl" and noun.dep_ in ("dobj", "pobj") and child(verb, "aux") is None
    if not done_to or verb.lemma_ in _RUNNING:
        return None
    over = next((a for a in ancestors(noun) if is_clause_head(a)), None)
    carrier = finite(over) if over is not None else None
    if over is None or carrier is None or carrier.tag_ != "VBD" or over.i > noun.i:
        return None
    dated = any(t.ent_type_ in ("DATE", "TIME") for t in verb.doc[verb.sent.start : verb.i])
    return None if dated else over


def _is_perfect(verb: "Token") -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "having" for c in verb.children)


def _is_over(expression: TimeExpression, published: TimeValue | None) -> bool:
    """ "vetoed a resolution that would have referred it to the court on 22 May": the day of what was done."""
    time = expression.time
    if time is None or published is None or time.last_day is None or published.last_day is None:
        return False
    return time.last_day <= published.last_day


def _content_of(verb: "Token", host: "Token") -> "Token":
    """ "In 2009, Ford says it made profits": a present report is not dated by what it opens with; its content is."""
    content = child(verb, "ccomp")
    if content is None or verb.i != host.i or verb.tag_ not in ("VBZ", "VBP") or not is_speech(verb):
        return verb
    return content if content.tag_ in ("VBD", "VBN") else verb
