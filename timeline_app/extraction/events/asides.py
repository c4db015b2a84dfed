"""Asides: what a clause tells besides, which its title does without."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline_app.extraction.events.clause_times import ClauseTimes
from timeline_app.extraction.events.factuality import is_conditional
from timeline_app.extraction.events.kept_times import measures_aside
from timeline_app.extraction.events.tree import SUBJECTS, child, finite

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CLAUSES = frozenset(("relcl", "advcl", "parataxis", "dep", "meta", "intj"))
_DASHES = frozenset(("-", "–", "—"))
_THEN = frozenset(("when", "if", "after", "once", "until", "because"))
_LAST = frozenset(("last", "first", "latest", "second", "third", "earliest"))
_MAKING_KNOWN = frozenset(
    ("announce", "disclose", "name", "reveal", "publish", "identify", "confirm", "give", "explain")
)


def is_aside(token: "Token", times: ClauseTimes, kept: "Mapping[int, Token]") -> bool:
    """Whether a title does without a branch, as it tells of something else than the clause does."""
    if token.dep_ == "advcl":
        return not is_conditional(token) and not _is_purpose(token) and not is_only_then(token)
    if token.lower_ in ("starting", "beginning") and token.dep_ != "ROOT" and any(token.children):
        return all(times.is_time(c, kept) or c.is_punct for c in token.children)
    if token.dep_ == "acl" and token.tag_ == "VBN":
        timed = all(times.is_time(c, kept) or c.is_punct for c in token.children)
        if _is_told_apart(token) and any(t.ent_type_ in ("DATE", "TIME") for t in token.subtree):
            return True
        return timed and (child(token, "prep") is not None or (token.lemma_ == "date" and any(token.children)))
    if token.dep_ == "relcl":
        aimed = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)  # "had nothing to hide"
        told = child(token, "mark") is not None  # "the position that it would fight" keeps its content
        far = any(t.text == "," for t in token.doc[token.head.i : token.left_edge.i])
        asked = _is_question(token)
        return (
            not aimed and not asked and not (_says_who(token) and not far) and (not told or far)
        )  # no "the regime, with its claim that it would fight"
    if token.lower_ in _LAST and token.i > 1 and token.left_edge.lower_ == "the":
        own = [c for c in token.children if c.dep_ != "det" and not c.is_punct]
        return token.left_edge.nbor(-1).text == "," and bool(own) and all(times.is_time(c, kept) for c in own)
    if token.dep_ == "advmod" and token.lower_ in ("up", "down") and token.doc[token.i - 1].text == ",":
        return any(c.lower_ == "from" for c in token.children)  # ", up from 22 in 2020"
    if token.dep_ == "appos" and token.tag_ == "CD" and token.left_edge == token.right_edge:
        return True  # "Keller, 61, told the court"
    if (token.dep_ in ("dobj", "prep") and _is_one_of_them(token)) or measures_aside(token) or _is_beside(token):
        return True
    if token.dep_ == "appos" and any(t.tag_ in ("WDT", "WP", "WP$") for t in token.subtree):
        if token.i > token.head.head.i > token.head.i and not token.doc[token.left_edge.i - 1].is_punct:
            return False  # "The cargo left on board the Rhosus, a ship which …": hung on the cargo by mistake
        return not any(t.i in times.path for t in token.subtree)  # ", the contents of which are secret"
    if token.dep_ == "advmod" and (as_of := child(token, "prep")) is not None and as_of.lower_ == "as":
        return times.is_time(as_of, kept)  # "as early as Wednesday"
    if token.lower_ == "prior" and (to := child(token, "prep")) is not None:
        return times.is_time(to, kept)  # "cars built prior to 1986"
    if token.lower_ == "back" and token.dep_ == "advmod" and token.doc[token.i - 1].tag_ == "RB":
        return times.lead_after(token)  # "was lost tragically back on 1 February"
    if token.dep_ == "prep":
        if _is_set_between(token) or _goes_with_aside(token):
            return True
        inside = child(token, "pcomp")
        return inside is not None and finite(inside) is not None  # "in what was called ..."
    return token.dep_ in _CLAUSES


def _is_one_of_them(token: "Token") -> bool:
    """ "killed 14 people, among them eight children": the phrase, and the children that are read as an object."""
    among = token if token.dep_ == "prep" else token.doc[max(token.left_edge.i - 2, 0)]
    them = child(among, "pobj")
    return among.lower_ in ("among", "including") and them is not None and them.lower_ in ("them", "which", "whom")


def _is_beside(noun: "Token") -> bool:
    """ "grounded its jets after a crash, the second disaster of the year": told of what goes, read as a second object.

    So is the name behind "according to his lawyer, Ada Brand", and what a dash sets apart: "broke into the bank as they
    left - the oldest of the town".
    """
    if noun.dep_ not in ("dobj", "npadvmod") or noun.i < noun.head.i:
        return False
    first = noun.left_edge.i
    if first > 0 and noun.dep_ == "dobj" and noun.doc[first - 1].text in _DASHES:
        return noun.head.pos_ == "VERB" and _follows_clause(noun.head, first - 1)
    if first == 0 or noun.doc[first - 1].text != ",":
        return False
    second = noun.dep_ == "dobj" and any(c.dep_ == "dobj" and c.i < noun.i for c in noun.head.children)
    return second or (noun.dep_ == "npadvmod" and noun.ent_type_ == "PERSON")


def _follows_clause(verb: "Token", dash: int) -> bool:
    """Whether a clause or a phrase of the verb ends right before a dash: what comes behind it is no object."""
    spaced = bool(verb.doc[dash].whitespace_ and verb.doc[dash - 1].whitespace_)
    return spaced and any(c.right_edge.i == dash - 1 and c.i > verb.i for c in verb.children)


def _is_told_apart(participle: "Token") -> bool:
    """ "The dam, built in 1968, burst": a participle on the subject between commas is an event of its own."""
    noun = participle.head
    return (
        noun.dep_ in SUBJECTS and noun.head.i > participle.i and participle.doc[participle.left_edge.i - 1].text == ","
    )


def _goes_with_aside(phrase: "Token") -> bool:
    """ "The cabinet, with Ada Brand as its head, met": the "as" goes where the "with" goes."""
    beside = next((c for c in phrase.head.children if c.dep_ == "prep" and c.right_edge.i == phrase.i - 1), None)
    apart = beside is not None and phrase.doc[beside.i - 1].text == ","
    return phrase.lower_ == "as" and beside is not None and beside.lower_ == "with" and apart


def _is_set_between(phrase: "Token") -> bool:
    """ "The regime, with its claim that …, is looking": a phrase on the subject that stands between two commas."""
    noun, last = phrase.head, phrase.right_edge.i
    last = next((c.right_edge.i for c in noun.children if c.i == last + 1 and _goes_with_aside(c)), last)
    content = next((c for c in noun.children if c.dep_ in ("relcl", "acl") and c.left_edge.i == last + 1), None)
    last = last if content is None else content.right_edge.i
    carrier = noun.head if noun.dep_ == "appos" else noun
    if carrier.dep_ not in SUBJECTS or phrase.i == 0 or last + 1 >= len(phrase.doc):
        return False
    return phrase.doc[phrase.i - 1].text == "," and "," in (phrase.doc[last].text, phrase.doc[last + 1].text)


def _says_who(clause: "Token") -> bool:
    """ "is worried about a man who was arrested": who that is."""
    noun = clause.head
    some = noun.lemma_ in ("man", "woman", "person") and noun.left_edge.lower_ in ("a", "an")
    return some and noun.dep_ in ("pobj", "dobj") and clause.left_edge.i == noun.i + 1


def is_only_then(clause: "Token") -> bool:
    """ "will only return when he is asked": the word before says the opposite without its "when"."""
    only = any(c.lower_ == "only" and c.dep_ == "advmod" and c.i < clause.i for c in clause.head.children)
    return only and clause.i > clause.head.i and any(c.lower_ in _THEN for c in clause.children)


def _is_question(clause: "Token") -> bool:
    """ "has an idea who did it", "named the towns where it will build": what the noun says nothing without."""
    noun = clause.head
    asking = [c for c in clause.children if c.tag_ in ("WRB", "WP")]
    bare = noun.dep_ == "dobj" and noun.left_edge.i == noun.i - 1 and noun.left_edge.lower_ == "the"
    tells = bare and clause.left_edge.i == noun.i + 1 and noun.head.lemma_ in _MAKING_KNOWN
    return bool(asking) and (noun.lemma_ == "idea" or (tells and asking[0].tag_ == "WRB"))


def _is_purpose(verb: "Token") -> bool:
    """ "voted to end imports": an infinitive that goes with the verb without a comma."""
    aimed = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return aimed and verb.i > verb.head.i and verb.doc[verb.left_edge.i - 1].text != ","
