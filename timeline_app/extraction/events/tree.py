"""Ways through a dependency parse: whose clause a word is in, what a phrase spans, who the subject is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"))
OBJECTS = frozenset(("dobj", "obj", "dative", "attr", "oprd"))
AUXILIARIES = frozenset(("aux", "auxpass"))
_MAX_CLIMB = 60  # deeper than any real sentence nests


def is_clause_head(token: "Token") -> bool:
    """Whether the word is a verb that heads a clause: a lexical verb, or a copula."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in AUXILIARIES


def ancestors(token: "Token") -> Iterator["Token"]:
    """The words above, nearest first."""
    for _ in range(_MAX_CLIMB):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def clause_head(token: "Token") -> "Token":
    """The verb whose clause holds `token` (itself, if it is one); the root where there is no verb."""
    if is_clause_head(token):
        return token
    last = token
    for above in ancestors(token):
        last = above
        if is_clause_head(above):
            break
    return last


def child(token: "Token", *deps: str) -> "Token | None":
    """The first child with one of the dependencies."""
    return next((c for c in token.children if c.dep_ in deps), None)


def children(token: "Token", *deps: str) -> list["Token"]:
    """All children with one of the dependencies."""
    return [c for c in token.children if c.dep_ in deps]


def conjuncts(token: "Token") -> list["Token"]:
    """The word and those coordinated with it, in text order."""
    return sorted([token, *token.conjuncts], key=lambda t: t.i)


def has_own_subject(verb: "Token") -> bool:
    """Whether the verb's own clause names its subject."""
    return any(c.dep_ in SUBJECTS for c in verb.children)


def subject(verb: "Token") -> "Token | None":
    """The verb's subject, its own or the one it shares with the verb it hangs on, None where neither says.

    Passive participles after a noun and relative clauses have that noun as their subject.
    """
    carrier = finite(verb)
    for _ in range(_MAX_CLIMB):
        every = children(verb, "nsubj", "nsubjpass", "csubj")
        if every:
            own = next((s for s in reversed(every) if s.i < verb.i), every[0])
            shared = carrier is not None and carrier.head.i != verb.i and carrier.i != verb.i
            if shared and not _agree(own, carrier):
                if verb.dep_ not in ("advcl", "conj") or not is_clause_head(verb.head):
                    return None  # "He caught the thief and stolen goods were found", misread
                verb = verb.head  # "The ship ran aground after inspectors had found faults, but was cleared"
                continue
            relative = own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl"
            return _bearer(verb.head, own) if relative else own
        if child(verb, "expl") is not None:
            return None
        if verb.dep_ in ("acl", "relcl"):
            return verb.head if verb.head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "before") and is_clause_head(verb.head.head):
            verb = verb.head.head
            continue
        if verb.dep_ not in ("conj", "xcomp", "advcl", "acomp") or not is_clause_head(verb.head):
            return None
        if verb.dep_ == "conj" and verb.i < verb.head.i:
            return None  # before the mark that parts the two, and of somebody else
        if verb.dep_ == "xcomp":
            controller = child(verb.head, "dobj", "dative")
            if controller is not None:
                return controller
        verb = verb.head
    return None


def _bearer(noun: "Token", relative: "Token") -> "Token":
    """ "hopefuls from Yemen and Libya who applied": a "who" behind places means the people from there.

    A "which" behind a person means the thing named last: "Ida Holm, the head of Norbank, which has closed".
    """
    last = relative.i - (2 if relative.i > 1 and relative.doc[relative.i - 1].text == "," else 1)
    if relative.lower_ == "which" and noun.ent_type_ == "PERSON" and relative.doc[last].ent_type_ in ("ORG", "GPE"):
        return relative.doc[last]
    carrier = finite(relative.head)
    one = carrier is not None and carrier.lower_ in ("was", "is", "has") and noun.tag_ in ("NNS", "NNPS")
    if one and relative.lower_ == "which" and relative.doc[last].pos_ == "PROPN" and last > noun.i:
        return relative.doc[last]  # "130 settlements, including Tarn, which was captured"
    first = noun
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    placed = relative.lower_ == "who" and noun.ent_type_ in ("GPE", "LOC") and first.dep_ == "pobj"
    host = first.head.head if placed else noun
    return host if host.pos_ == "NOUN" else noun


def _agree(noun: "Token", carrier: "Token | None") -> bool:
    """Whether a subject goes with a finite form: no "inspectors was", no "he were"."""
    if carrier is not None and carrier.lower_ in ("were", "are"):
        return noun.lower_ not in ("he", "she", "it", "i")
    if carrier is None or carrier.lower_ not in ("was", "is", "has"):
        return True
    return noun.tag_ not in ("NNS", "NNPS") and not any(c.dep_ == "conj" for c in noun.children)


def is_question(token: "Token") -> bool:
    """Whether the sentence of a word ends in a question mark, quote marks and brackets aside."""
    sentence = token.sent
    for index in range(sentence.end - 1, max(sentence.end - 6, sentence.start) - 1, -1):
        text = token.doc[index].text
        if text == "?" or text.isalnum():
            return bool(text == "?")
    return False


def is_set_apart(verb: "Token") -> bool:
    """Whether a semicolon or colon stands between a clause and the verb after it: two statements, not one's content."""
    return verb.i < verb.head.i and any(t.text in (";", ":") for t in verb.doc[verb.i : verb.head.i])


def auxiliaries(verb: "Token") -> list["Token"]:
    """The helping verbs and "to" of a verb."""
    return [c for c in verb.children if c.dep_ in AUXILIARIES]


def is_passive(verb: "Token") -> bool:
    """Whether the clause is passive, participles after a noun included."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not any(c.dep_ == "dobj" for c in verb.children)


def finite(verb: "Token") -> "Token | None":
    """The word that carries tense: the verb itself, its first auxiliary, None for infinitives and participles."""
    helpers = auxiliaries(verb)
    if helpers:
        first = helpers[0]
        return None if first.tag_ == "TO" or first.tag_ in ("VBG", "VBN") else first
    return verb if verb.tag_ in ("VBD", "VBZ", "VBP") else None


def kept_by(day: "Token") -> "Token | None":
    """ "a day of national mourning": what is kept on it."""
    of = child(day, "prep")
    return child(of, "pobj") if of is not None and of.lower_ == "of" and day.lemma_ == "day" else None
