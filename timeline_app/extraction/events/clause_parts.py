"""What stands round a clause and is no part of its title: openers, marks, side adverbials, the clauses joined to it."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.factuality import is_conditional
from timeline_app.extraction.events.light_verbs import is_moving, is_speech
from timeline_app.extraction.events.polarity import waits_until
from timeline_app.extraction.events.tree import (
    AUXILIARIES,
    SUBJECTS,
    child,
    children,
    is_clause_head,
    is_passive,
    is_set_apart,
)
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_NOT = frozenset(("not", "never", "hardly", "scarcely", "barely", "rarely", "seldom", "nowhere"))
_AFTER = frozenset(("name", "rename", "call", "model", "look", "take", "seek"))  # "was named after the founder"
_COMPLEMENTS = ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "dative", "prep", "agent", "npadvmod", "advcl")


def around(verb: "Token") -> list["Token"]:
    """The children of a verb that the title of its clause leaves out."""
    own = own_subject(verb)
    first = own.i if own is not None else verb.i
    pair = twin(verb)
    joined = next((c.i for c in verb.children if c.dep_ == "conj" and is_clause_head(c) and c is not pair), None)
    found: list[Token] = []
    for c in verb.children:
        if pair is not None and verb.i < c.i <= pair.i and c.dep_ in ("cc", "conj"):
            continue
        if c.dep_ in ("cc", "conj") and (_closes_between(c) or _is_either(c)):
            continue
        beyond = joined is not None and c.i > joined  # "met on Monday and will meet again, this time in public"
        other = own is not None and c is not own and c.dep_ in ("nsubj", "nsubjpass") and _is_set_before(c, own)
        named_as = c.lower_ == "as" and bool(found) and found[-1].dep_ == "prep" and _goes_on(found[-1], c)
        if (
            beyond
            or other
            or named_as
            or c.dep_ == "conj"
            or _opens(c, first)
            or _is_aside(c)
            or _is_mark(c)
            or _is_loose(c)
        ):
            found.append(c)
    return found


def _goes_on(aside: "Token", phrase: "Token") -> bool:
    """ "declared a republic, with himself as president": the "as" is the aside's, whatever it hangs on."""
    return aside.lower_ == "with" and aside.right_edge.i + 1 == phrase.i and aside.i > aside.head.i


def own_subject(verb: "Token") -> "Token | None":
    """The subject that a clause names: of two before the verb the nearer, as "that, Gloria's skin played" is parsed."""
    every = children(verb, *SUBJECTS)
    named = [s for s in every if s.dep_ != "expl"] or every
    first = named[0] if named else None
    near = next((s for s in reversed(named) if s.i < verb.i), first)
    return first if first is not None and near is not None and not _is_set_before(first, near) else near


def _is_set_before(noun: "Token", own: "Token") -> bool:
    """ "In Kisumu, Odinga's stronghold, protesters set tyres alight": no subject, though it is parsed as one."""
    between = noun.doc[noun.i + 1 : own.left_edge.i]
    if any(t.text == ";" for t in between):
        return noun.i < own.i
    if noun.i >= own.i or not (noun.tag_ == "WDT" or any(t.text == "," for t in between)):
        return noun.i < own.i and noun.tag_ == "WDT"
    return own.pos_ != "PROPN" or noun.left_edge.i > noun.sent.start  # no "The arsenal in Liberty, Missouri"


def twin(verb: "Token") -> "Token | None":
    """The second of "excavated and returned the remains", where the object of both comes after it."""
    other = next((c for c in verb.children if c.dep_ == "conj"), None)
    if other is None or other.tag_ != verb.tag_ or child(other, "dobj") is None:
        return None
    between = verb.doc[verb.i + 1 : other.i]
    close = 0 < len(between) <= 2 and all(t.dep_ in ("cc", "advmod") for t in between)  # "intercepted and later sank"
    alone = not any(c.i > verb.i and c.dep_ in _COMPLEMENTS and c.i < other.i for c in verb.children)
    bare = not any(c.dep_ in (*SUBJECTS, *AUXILIARIES) for c in other.children)
    return other if close and alone and bare and between[0].dep_ == "cc" else None


def _is_either(part: "Token") -> bool:
    """ "was destroyed or damaged by fire": which of the two is open."""
    verb = part.head
    joints = [c for c in verb.children if c.dep_ == "cc" and c.i > verb.i]
    others = [c for c in verb.children if c.dep_ == "conj"]
    either = len(joints) == 1 and len(others) == 1 and joints[0].lower_ == "or"
    return either and others[0].tag_ == verb.tag_ and not any(c.dep_ in SUBJECTS for c in others[0].children)


def _closes_between(part: "Token") -> bool:
    """ "a war between Syracuse, and Messina": the second of two, which the comma makes the parser hang on the verb."""
    after = [c for c in part.head.children if c.i >= part.i and c.dep_ == "conj"]
    noun = after[0] if after else part
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    before = noun.doc[part.head.i : noun.left_edge.i]
    between = next((t for t in before if t.lower_ == "between"), None)
    one = child(between, "pobj") if between is not None else None
    return one is not None and child(one, "conj") is None and one.tag_ not in ("NNS", "NNPS")


def _opens(part: "Token", first: int) -> bool:
    """Adverbials before the subject, "however" and the like."""
    if part.dep_ == "advmod" and part.lower_ in words(_CUES, "titles", "openers"):
        return part.lower_ != "so" or part.i < part.head.i  # "had done so"
    marks = [c.i for c in part.head.children if c.dep_ == "mark" and c.i > part.i]
    if part.dep_ == "npadvmod" and marks:
        return True
    if part.dep_ == "advmod" and (marks == [part.i + 1] or (part.i < first and child(part, "advcl") is not None)):
        return True  # "only after the court had ordered it", "as soon as they had left"
    if part.i >= first:
        return False
    if part.dep_ == "advmod" and part.lower_ not in _NOT and _leads_to_phrase(part, first):
        return True  # "Shortly after the visit", "Later on 4 March"
    if part.dep_ == "prep" and part.lower_ not in ("without", "unlike"):
        return True
    return part.dep_ in ("prep", "advmod", "npadvmod") and (_comma_after(part) or _is_relative(part))


def _leads_to_phrase(adverb: "Token", first: int) -> bool:
    """Whether a phrase that stands before the subject, too, follows an adverb."""
    phrase = adverb.nbor() if adverb.i + 1 < first else adverb
    return phrase.dep_ == "prep" and phrase.head is adverb.head


def _is_aside(part: "Token") -> bool:
    """Adverbials that place the clause by something else, and verbs of speech that only trail it."""
    verb = part.head
    if part.dep_ == "prep":
        apart = part.i > verb.i and verb.doc[part.i - 1].text == "," and not is_moving(verb)
        if apart and part.lower_ not in ("as", "of"):  # "was identified, from a photograph, as Viktor Sabitov"
            return True
        if part.lower_ == "after" and part.i == verb.i + 1 and verb.lemma_.lower() in _AFTER:
            return False
        return part.lower_ in words(_CUES, "titles", "side") and not waits_until(part) and not is_before_body(part)
    if part.dep_ == "ccomp":
        trailing = part.i > verb.i and _is_trailing_speech(part)
        return trailing or is_set_apart(part) or (part.i < verb.i and not is_speech(verb))
    return False


def is_before_body(phrase: "Token") -> bool:
    """ "appeared before the court", "will testify before the Senate": no time."""
    body = child(phrase, "pobj") if phrase.lower_ == "before" else None
    if body is None:
        return False
    hearing = phrase.head.lemma_.lower() in words(_CUES, "verbs", "before_bodies")
    return hearing and (body.ent_type_ in ("ORG", "PERSON") or body.lemma_.lower() in words(_CUES, "titles", "hearers"))


def _is_mark(part: "Token") -> bool:
    """Punctuation, and words that tie the clause to another."""
    verb = part.head
    if part.dep_ == "mark":
        return not is_conditional(verb)
    if part.is_punct:
        quoting = part.text == ":" and any(d.dep_ == "ccomp" and d.i > part.i for d in verb.children)
        return part.text not in (",", "%") and part.tag_ not in ("HYPH", "``", "''") and not quoting
    return part.dep_ in ("cc", "preconj") and part.lower_ not in ("nor", "neither")


def _is_loose(part: "Token") -> bool:
    """The "which" or "that" of a relative clause that stands for its object."""
    relative = part.tag_ in ("WDT", "WP") or (part.lower_ == "that" and part.head.dep_ == "relcl")
    foremost = part.lower_ in ("which", "whom") and part.dep_ not in SUBJECTS and part.i < part.head.i
    return foremost or (relative and part.dep_ in ("dobj", "pobj", "attr"))


def _is_relative(token: "Token") -> bool:
    """ "in which", "where", "when": ties the clause to a noun that the title does not have."""
    return token.tag_ == "WRB" or any(c.tag_ in ("WDT", "WP") for c in token.children)


def _comma_after(token: "Token") -> bool:
    last = token.right_edge
    return last.text == "," or (last.i + 1 < len(token.doc) and token.doc[last.i + 1].text == ",")


def _is_trailing_speech(verb: "Token") -> bool:
    """ ", the army said": no "says iodine is added to salt"."""
    apart = verb.doc[verb.left_edge.i - 1].text in (",", "”", '"', "''", "—", "–", "-")
    bare = child(verb, "ccomp", "dobj") is None and not is_passive(verb)
    return apart and bare and verb.lemma_ in words(_CUES, "titles", "trailing")
