"""Whom a title is about: the subject's full name in place of a pronoun, of a gap, or of "which" and "whose"."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.antecedents import antecedent
from timeline_app.extraction.events.called import short_name
from timeline_app.extraction.events.candidates import is_event_head
from timeline_app.extraction.events.clause_parts import own_subject
from timeline_app.extraction.events.cutting import Cut
from timeline_app.extraction.events.finite_forms import doer
from timeline_app.extraction.events.headline import trim
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import is_content_noun
from timeline_app.extraction.events.participants import is_plain_opening
from timeline_app.extraction.events.tree import SUBJECTS, child, conjuncts, finite
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_LONG_NAME = 45
_SUBJECT_FORMS = {"him": "He was", "them": "They were"}  # "had him jailed"
_WITHOUT_OBJECT = frozenset(("be", "say", "think", "believe", "go", "come", "live", "work", "stay", "want"))
_RELATIVES = ("WDT", "WP")


def subject_text(verb: "Token", cut: Cut, timed: frozenset[int]) -> tuple[str, dict[int, str]]:
    """The subject to put before the clause, and the pronoun that a name replaces inside it."""
    own = own_subject(verb)
    shared = doer(verb)
    if own is not None and (whom := _of_whom(own)) is not None:
        named = child(own, "appos")
        if named is not None and named.pos_ == "PROPN":
            cut.drop(own)
            return f"{full_name(named, timed)} ", {}
        several = verb.head if verb.dep_ == "relcl" else child(verb.head, *SUBJECTS) if verb.dep_ == "advcl" else None
        return "", {} if several is None else {whom.i: inside(several, full_name(several, timed))}
    if own is None:
        part, thing = _part_of_whom(verb, timed), thing_told_of(verb)
        if thing is not None:
            phrase = Cut(timed)
            phrase.take(thing, [c for c in thing.children if c.i > verb.i])
            part = f"{trim(phrase.text(owner(thing, timed)))} "
        if part or shared is None or _is_of_others(verb):
            return part, {}
        referent = _apart_from(cut, antecedent(shared)) if shared.pos_ == "PRON" else shared
        return f"{_called(referent, timed) if referent is not None else full_name(shared, timed)} ", {}
    if own.pos_ != "PRON" and own.tag_ not in _RELATIVES:
        return _described(own, cut, timed)
    dated = shared is not None and shared.ent_type_ in ("DATE", "TIME") and child(shared, "prep") is None
    if dated and own.lower_ == "which":
        return "", {own.i: "This"}  # "was hit by the raid of 9 July which resulted in": not the day did
    if shared is not None and shared.i != own.i:
        cut.drop(own)
        if verb.dep_ == "relcl" and any(c.dep_ == "conj" and c.i > verb.i for c in shared.children):
            return f"{full_name(shared, timed, alone=True)} ", {}  # "Norwell, which closed its mine, and Altum"
        return f"{_called(shared, timed)} ", {}
    if own.lower_ == "who" and own.i > own.sent.start and own.nbor(-1).pos_ == "ADP":
        return "", {}  # "the row over who hit the plant": nobody knows
    if own.lower_ == "which":
        return "", {own.i: "This"}  # what it stands for is not sure
    if own.lower_ in _SUBJECT_FORMS:
        return "", {own.i: _SUBJECT_FORMS[own.lower_]} if verb.tag_ == "VBN" and finite(verb) is None else {}
    referent = _apart_from(cut, antecedent(own))
    return "", {own.i: _called(referent, timed)} if referent is not None else {}


def _apart_from(cut: Cut, referent: "Token | None") -> "Token | None":
    """The noun of a pronoun, unless the clause does something to the same: "they forced the Russians to withdraw"."""
    done_to = {t.text for t in cut.kept.values() if t.dep_ in ("dobj", "pobj", "dative")}
    return None if referent is None or referent.text in done_to else referent


def _described(own: "Token", cut: Cut, timed: frozenset[int]) -> tuple[str, dict[int, str]]:
    """A subject that is no pronoun: "her ally Maria Kolesnikova" by name, "its spokesman" with its owner's."""
    named = child(own, "appos")
    if own.lower_ == "one" and named is not None and named.pos_ == "PROPN":
        cut.drop(own)
        return f"{full_name(named, timed)} ", {}  # "One, Goran Petrov, died"
    if child(own, "poss") is not None and named is not None and named.ent_type_ == "PERSON":
        others = [c for c in conjuncts(named) if c.i > named.i]
        if any(c.pos_ != "PROPN" and child(c, "prep") is not None for c in others):
            return "", owner(own, timed)  # "its head, Ada Varn, and the whole of the board"
        line = " and ".join(full_name(one, timed, alone=bool(others)) for one in (named, *others))
        cut.drop(own)
        return f"{line} ", {}
    if own.ent_type_ == "PERSON" and child(own, "poss") is not None:
        described = [t for t in own.subtree if t.i < own.i and t.ent_type_ != "PERSON"]
        cut.kept = {i: t for i, t in cut.kept.items() if t not in described}
        return "", {}
    if named is not None and named.ent_type_ == "PERSON" and own.tag_ == "NN" and named.left_edge.i == own.i + 2:
        apart = (own.i + 1, named.right_edge.i + 1)
        if apart[1] < own.sent.end and all(own.doc[i].text == "," for i in apart):
            return "", owner(own, timed) | dict.fromkeys(apart, "")  # "The captain, Olav Rem, was": Captain Olav Rem
    return "", owner(own, timed)


def _of_whom(noun: "Token") -> "Token | None":
    """ "18 traders, several of whom": the word that stands for the noun before."""
    of = child(noun, "prep")
    whom = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return whom if whom is not None and whom.tag_ in _RELATIVES else None


def _is_of_others(verb: "Token") -> bool:
    """ "put off the launch for faults at the dock, mended by a crew": the faults were, or the dock, or the launch."""
    trailing = verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD") and verb.i > verb.head.i
    by = trailing and child(verb, "agent") is not None and child(verb, "mark", *SUBJECTS) is None
    return by and verb.doc[verb.left_edge.i - 1].text == "," and child(verb.head, "dobj") is not None


def _part_of_whom(verb: "Token", timed: frozenset[int]) -> str:
    """ "Three sailors were hurt, one of whom, Elnur Qasim, died": the one, where "died" is parsed beside "hurt"."""
    if verb.dep_ != "conj":
        return ""
    between = verb.doc[verb.head.i + 1 : verb.i]
    part = next((t for t in reversed(list(between)) if t.dep_ == "appos" and _of_whom(t) is not None), None)
    whom = _of_whom(part) if part is not None else None
    if part is None or whom is None:
        return ""
    name = next((t for t in between if t.i > whom.i and t.pos_ == "PROPN" and t.dep_ in ("appos", "conj")), None)
    if name is not None:
        return f"{full_name(name, timed)} "
    return f"{part.text} of {inside(part.head, full_name(part.head, timed))} "


def thing_told_of(verb: "Token") -> "Token | None":
    """ "In her report, published on 8 June, she found": the report, not her."""
    first = verb.left_edge.i
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i > verb.head.i and first > 1:
        named, opened = verb.doc[first - 2], verb.lemma_.lower() in words("events_cues", "verbs", "scheduling")
        opened = opened or verb.lemma_.lower() in words("events_cues", "verbs", "light") or verb.lemma_ == "launch"
        apart = verb.doc[first - 1].text == "," and child(verb, "mark", *SUBJECTS) is None
        return named if opened and apart and is_event_head(named) else None
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or verb.i > verb.head.i or first < verb.sent.start + 3:
        return None
    before = verb.doc[first - 2]
    return before if verb.doc[first - 1].text == "," and before.pos_ == "NOUN" else None


def relative_object(verb: "Token", timed: frozenset[int]) -> dict[int, str]:
    """ "Marlow, whom Brandt defeated", "talks that they were to open": the noun that the clause hangs on, as object."""
    if (owned := owned_object(verb)) is not None and (whose := child(owned, "poss")) is not None:
        name = owner(owned, timed).get(whose.i)
        rest = " ".join(t.text for t in owned.doc[whose.i + 1 : owned.i + 1])
        return {verb.i: f"{verb.text} {inside(verb.head, name)} {rest}"} if name else {}
    own = own_subject(verb)
    if verb.dep_ != "relcl" or own is None or own.tag_ in _RELATIVES or verb.head.pos_ not in ("NOUN", "PROPN"):
        return {}
    if verb.head.i in timed or verb.head.ent_type_ in ("DATE", "TIME"):
        return {}
    aimed = child(verb, "xcomp")
    if aimed is not None and verb.lemma_ != "be" and not any(_is_whom(c) for c in aimed.children):
        aimed = None  # no "a system that the firm stopped supporting"
    last = verb if aimed is None or is_content_noun(verb.head) else aimed
    objects = [c for c in last.children if c.dep_ in ("dobj", "ccomp", "xcomp", "attr", "acomp", "oprd", "advmod")]
    asked = any(c.tag_ == "WRB" or (c.dep_ == "prep" and _is_asking(c)) for c in verb.children) or _is_asking(own)
    bare = not objects or ([c.tag_ for c in objects] in (["WP"], ["WDT"]) or [c.lower_ for c in objects] == ["that"])
    pronoun = any(_is_whom(c) for c in objects)
    contact = own.pos_ == "PRON" and own.i == verb.head.i + 1 and verb.lemma_.lower() not in _WITHOUT_OBJECT
    contact = contact and all(child(c, "pobj") is not None for c in last.children if c.dep_ in ("prep", "prt"))
    known = pronoun or contact or kind_of(last.lemma_.lower(), noun=False) is not None
    known = known and last.tag_ in ("VBD", "VBN", "VB")
    if not (bare and not asked and (known or last is aimed)) or (last.tag_ == "VB" and last is not aimed):
        return {}
    return {last.i: f"{last.text} {inside(verb.head, full_name(verb.head, timed))}"}


def _is_whom(word: "Token") -> bool:
    """A relative pronoun in the place of an object, however tagged: "the van that they stole"."""
    return word.dep_ == "dobj" and (word.tag_ in _RELATIVES or word.lower_ == "that")


def owned_object(verb: "Token") -> "Token | None":
    """ "troops whose mandate the council ended": the mandate, told before the verb."""
    thing = child(verb, "dobj")
    whose = child(thing, "poss") if thing is not None and thing.i < verb.i else None
    return thing if verb.dep_ == "relcl" and whose is not None and whose.tag_ == "WP$" else None


def _is_asking(phrase: "Token") -> bool:
    """ "in which", "under whose flag"."""
    return any(t.tag_ in ("WDT", "WP", "WP$") for t in phrase.subtree)


def owner(noun: "Token", timed: frozenset[int]) -> dict[int, str]:
    """ "Its spokesman refused": the owner's name in place of the pronoun, where only one fits."""
    pronoun = child(noun, "poss")
    referent = antecedent(pronoun) if pronoun is not None and pronoun.tag_ == "PRP$" else None
    if pronoun is not None and pronoun.tag_ == "WP$" and noun.head.dep_ == "relcl":
        referent = noun.head.head  # "the village, whose last residents left"
    if pronoun is None or referent is None or referent.lemma_ == noun.lemma_:
        return {}
    name = _called(referent, timed)
    return {pronoun.i: f"{name}’" if name.endswith("s") else f"{name}’s"}


def _called(noun: "Token", timed: frozenset[int]) -> str:
    """The name in place of a pronoun: the short one, where the text itself uses it."""
    named = child(noun, "appos")
    described = noun.tag_ == "NN" and named is not None and named.ent_type_ == "PERSON" and named.pos_ == "PROPN"
    described = described and named is not None and named.left_edge.i > noun.i + 1  # no "the farmer Olav Brand"
    return short_name(noun) or full_name(named if described and named is not None else noun, timed)


def full_name(noun: "Token", timed: frozenset[int], *, alone: bool = False) -> str:
    """A noun phrase short enough to open a title; `alone` leaves out the names that are joined to it."""
    steps = (("case", "appos", "acl", "relcl"), ("case", "appos", "acl", "relcl", "prep", "conj", "cc", "punct"))
    for dropped in steps[alone:]:
        cut = Cut(timed)
        cut.take(
            noun, [c for c in noun.children if c.dep_ in dropped and not _is_close_name(c, dropped)] + _beside(noun)
        )
        if len(marks := [i for i, t in cut.kept.items() if t.is_quote]) == 1:
            del cut.kept[marks[0]]
        text = trim(cut.text())
        if len(text) <= _LONG_NAME:
            break
    return text


def _is_close_name(part: "Token", dropped: tuple[str, ...]) -> bool:
    """ "the group Al-Noor": the name right behind a noun, in a name that may be long."""
    return (
        part.dep_ == "appos" and "conj" not in dropped and part.left_edge.i == part.head.i + 1 and part.pos_ == "PROPN"
    )


def _beside(noun: "Token") -> list["Token"]:
    """What is said of a noun only where it stands: "Prior, then chief officer", "Iran, not Israel, that fired"."""
    joins = child(noun, "conj") is not None
    found = [c for c in noun.children if c.dep_ == "prep" and (noun.doc[c.i - 1].text == "," or _only_dates(c))]
    found += [c for c in noun.children if c.dep_ in ("advmod", "neg") and c.i > noun.i]
    return found + [c for c in noun.children if c.dep_ == "cc" and not joins]


def inside(noun: "Token", name: str) -> str:
    """A name as it stands within a line: "the village", where the sentence opens with it."""
    return f"{name[:1].lower()}{name[1:]}" if is_plain_opening(noun.left_edge) else name


def _only_dates(preposition: "Token") -> bool:
    """ "sales in the second quarter": said of these sales, and not of what a later "they" means."""
    inner = child(preposition, "pobj")
    return inner is not None and inner.ent_type_ in ("DATE", "TIME")
