"""Main verbs that the parser took for participles, adjectives or nouns, found by the pattern of their sentence."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import present_forms, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Run as DocSpan
    from timeline_app.extraction.doc import Token

_PAST_OF_BLOWS = {"shot": "shoot", "hit": "hit"}
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MAIN = frozenset(("ROOT", "conj", "ccomp", "parataxis", "aux", "auxpass", "cop"))
_CLOSING = frozenset((".", "!"))


def restore_main_verb(root: "Token") -> None:
    """Puts the verb of a sentence whose root was read as a noun back in its place."""
    verb = _lost_verb(root)
    if verb is not None:
        _make_main(verb, root)
    elif root.tag_ == "NNS" and root.lower_ in present_forms("reporting", "reporting", "attributing"):
        _wake_source(root)
    elif not (_raise_relative(root) or _raise_participle(root)):
        _wake_verb(root)


def _lost_verb(root: "Token") -> "Token | None":
    """The main verb of "A ferry carrying 280 people capsized.", which was read as a participle on a noun.

    A sentence that ends in a full stop has a finite verb: where there is none, the last participle on the head noun
    is it.  Fragments whose participle tells what was done to the noun stay as they are: "Two soldiers wounded."
    """
    sentence = root.sent
    if not _is_closed(sentence) or any(t.tag_ in _FINITE and t.dep_ in _MAIN for t in sentence):
        return None
    found = [t for t in root.subtree if t.tag_ == "VBN" and t.dep_ == "acl" and t.i > root.i]
    direct = [t for t in found if t.head.i == root.i]
    verb = next(iter((direct or found)[-1:]), None)
    if verb is None or any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children):
        return None
    governs = any(c.dep_ in ("dobj", "ccomp") for c in verb.children) or _that_clause(verb, root) is not None
    aside = root.nbor().text == "," and verb.nbor(-1).text == "," and verb.i > root.i + 2 and verb.head is not root
    named = _is_named_apart(root, verb) and verb.lemma_ == "leave"  # "Its chief, Udo Marquardt, left in August."
    governs = governs or named or aside  # "Norwell, once the biggest of its kind, filed for insolvency."
    return verb if governs or verb.lemma_.lower() not in words("events_cues", "verbs", "done_to") else None


def _is_named_apart(root: "Token", verb: "Token") -> bool:
    """Whether nothing but a name between commas stands between a noun and its participle."""
    name = next((c for c in root.children if c.dep_ == "appos" and c.tag_ == "NNP"), None)
    doc = root.doc
    return name is not None and doc[name.left_edge.i - 1].text == "," and name.right_edge.i + 2 == verb.i


def _is_closed(sentence: "DocSpan") -> bool:
    """Whether the sentence ends in a full stop, quote marks and spaces aside."""
    ends = [t.text for t in sentence[-4:] if not (t.is_space or t.is_quote or t.text in ("”", "’", ")"))]
    return bool(ends) and ends[-1] in _CLOSING


def _that_clause(verb: "Token", root: "Token") -> "Token | None":
    """ "A source reported on 2 February that ...": the content, which was hung on the noun beside the verb."""
    return next(
        (
            c
            for c in root.children
            if c.dep_ in ("acl", "relcl") and c.i > verb.i and any(m.dep_ == "mark" for m in c.children)
        ),
        None,
    )


def _make_main(verb: "Token", root: "Token") -> None:
    content = _that_clause(verb, root)
    later = [c for c in root.children if c.i > verb.i]
    verb.tag_ = "VBD"
    verb.dep_ = "ROOT"
    verb.attach(verb)
    root.dep_ = "nsubj"
    root.attach(verb)
    for part in later:
        part.attach(verb)
    if content is not None:
        content.dep_ = "ccomp"


def _wake_source(root: "Token") -> None:
    """ "Rockets hit a market, state news agency SANA reports.": who says so, read as what they say."""
    content = next((c for c in root.children if c.dep_ == "ccomp" and c.i < root.i), None)
    own = next((c for c in root.children if c.dep_ in ("nsubj", "compound") and c.i > (content or root).i), None)
    if content is None or own is None:
        return
    root.tag_, root.pos_ = "VBZ", "VERB"
    root.lemma_ = root.lower_.removesuffix("s")
    own.dep_ = "nsubj"
    for part in [c for c in root.children if c.dep_ in ("amod", "compound") and c.i > own.i]:
        part.attach(own)


def _raise_relative(root: "Token") -> bool:
    """ "The ferry Sondra sank off Lunde.": what the thing did was read as a clause on it, with its name as subject."""
    verb = next((c for c in root.children if c.dep_ == "relcl" and c.tag_ in ("VBD", "VBZ")), None)
    name = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb is not None else None
    if verb is None or name is None or name.tag_ != "NNP" or name.left_edge.i != root.i + 1 or root.tag_ != "NN":
        return False
    asks = any(t.tag_ in ("WDT", "WP", "WRB") for t in verb.subtree if t.i < verb.i)
    if asks or not _is_closed(root.sent) or any(t.tag_ in _FINITE and t.dep_ in _MAIN for t in root.sent):
        return False
    others = [c for c in root.children if c.i > verb.i or (c.i < root.i and c.dep_ in ("prep", "punct", "advmod"))]
    verb.dep_ = "ROOT"
    verb.attach(verb)
    for part in others:
        part.attach(verb)
    root.dep_ = "compound"
    root.attach(name)
    for part in [c for c in root.children if c is not name]:
        part.attach(name)
    return True


def _wake_verb(root: "Token") -> None:
    """ "The play imagines that ...", "The general contradicted reports that ...": the verb was read as a noun's."""
    sentence = root.sent
    clause = next((c for c in root.children if c.dep_ in ("acl", "relcl") and c.i > root.i), None)
    told = clause is not None and sentence.root is root and _is_closed(sentence) and root.i + 1 < len(root.doc)
    if clause is None or not told or root.nbor().lower_ != "that":
        return
    if clause.tag_ not in _FINITE and not any(c.tag_ in _FINITE for c in clause.children if c.dep_ in _MAIN):
        return
    if any(t.tag_ in _FINITE and t.dep_ in _MAIN for t in sentence if t.head.i != clause.i and t.i != clause.i):
        return
    before = [c for c in root.children if c.i < root.i and c.dep_ in ("compound", "amod", "nsubj")]
    verb = before[-1] if before and before[-1].tag_ == "VBN" else None
    others = before[:-1] + list(verb.children) if verb is not None else []
    if verb is not None and verb.i == root.i - 1 and any(c.dep_ in ("amod", "nsubj") for c in others):
        _make_transitive(verb, root)
    elif root.tag_ == "NNS" and before and before[-1].dep_ == "compound" and before[-1].i == root.i - 1:
        _make_reporting(root, before[-1], clause)


def raise_from_preposition(root: "Token", day_names: frozenset[str]) -> None:
    """ "On 10 May 2019 a bridge collapsed in Lund.": subject and verb were read as what "On" governs."""
    noun = next((c for c in reversed(list(root.children)) if c.dep_ == "pobj" and c.i > root.i), None)
    if noun is None or not _is_closed(root.sent):
        return
    verb = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") and c.i > noun.i), None)
    last = root.i + 1
    while last < noun.i and (noun.doc[last].tag_ == "CD" or noun.doc[last].lower_ in day_names):
        last += 1
    dated = [t for t in noun.doc[root.i + 1 : last] if not t.is_punct]
    if verb is None or last == noun.i or not any(t.is_alpha for t in dated):
        return
    day = next(t for t in dated if t.is_alpha)
    verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "ROOT"
    verb.attach(verb)
    root.dep_ = "prep"
    root.attach(verb)
    noun.dep_ = "nsubj"
    noun.attach(verb)
    day.dep_ = "pobj"
    day.attach(root)
    for part in [t for t in dated if t is not day and t.head is noun]:
        part.attach(day)
    for part in [c for c in (*root.children, *noun.children) if c.i > verb.i]:
        part.attach(verb)


def raise_from_date(root: "Token") -> None:
    """ "Four years later, on 23 May, a crush killed 270.": who did it was read as another name of the day."""
    day = next((c for c in root.children if c.dep_ == "pobj" and c.i > root.i), None)
    noun = next((c for c in day.children if c.dep_ == "appos" and c.i > day.i), None) if day is not None else None
    if day is None or noun is None or day.ent_type_ not in ("DATE", "TIME") or not _is_closed(root.sent):
        return
    verb = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") and c.i > noun.i), None)
    if verb is None or noun.doc[noun.left_edge.i - 1].text != ",":
        return
    verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "ROOT"
    verb.attach(verb)
    noun.dep_ = "nsubj"
    noun.attach(verb)
    for part in [c for c in root.children if c is not day]:
        part.attach(verb)
    root.dep_ = "prep"
    root.attach(verb)


def raise_from_amount(root: "Token") -> None:
    """ "In 2015 more than EUR 26 billion passed through it.": the clause was read as what "more" compares with."""
    verb = next((c for c in root.children if c.dep_ == "advcl" and c.tag_ in _FINITE), None)
    than = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "than"), None) if verb else None
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) if verb else None
    if verb is None or than is None or own is None or than.i != root.i + 1 or not _is_closed(root.sent):
        return
    if any(c.dep_ in ("nsubj", "cop", "aux") for c in root.children) or not any(t.tag_ == "CD" for t in own.subtree):
        return
    others = [c for c in root.children if c is not verb]
    verb.dep_ = "ROOT"
    verb.attach(verb)
    for part in others:
        part.attach(verb)
    for part, role in ((root, "amod"), (than, "quantmod")):
        part.dep_ = role
        part.attach(own)


def wake_conjunct(noun: "Token") -> bool:
    """ "visited the site and sealed valve 7": the verb, which was read as the adjective of its object."""
    verb = next((c for c in noun.children if c.dep_ == "amod" and c.i == noun.i - 1 and c.tag_ in ("VBN", "VBD")), None)
    if verb is None or noun.head.tag_ != "VBD" or any(c.dep_ in ("nsubj", "aux", "auxpass") for c in noun.children):
        return False
    verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "conj"
    verb.attach(noun.head)
    name = next((c for c in noun.children if c.dep_ == "dobj" and c.i == noun.i + 1), None)
    for part in [c for c in noun.children if c is not name]:
        part.attach(verb)
    for part in [c for c in verb.head.children if c.dep_ == "prep" and c.i > noun.i]:
        part.attach(verb)  # "fought it for hours and abandoned ship at 00:55"
    noun.tag_, noun.pos_ = "NN", "NOUN"
    if name is None:
        noun.dep_ = "dobj"
        noun.attach(verb)
    else:
        name.attach(verb)
        noun.dep_ = "compound"
        noun.attach(name)
    return True


def _raise_participle(root: "Token") -> bool:
    """ "In 2011 an engineer, Mati Rohtla, noticed rust": the verb, which was read as the adjective of its object."""
    found = [t for t in root.subtree if t.tag_ in ("VBN", "VBD") and t.dep_ == "amod" and t.i > root.i]
    verb = next((t for t in found if _parts_object(t, root)), None)
    if verb is None or not _is_closed(root.sent) or any(c.i < verb.i for c in verb.children):
        return False
    thing = verb.head
    later = [c for c in root.children if c.i > thing.i and c is not thing]
    before = [c for c in root.children if c.dep_ == "prep" and c.i < root.left_edge.i + 1]
    verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "ROOT"
    verb.attach(verb)
    thing.dep_ = "dobj"
    thing.attach(verb)
    root.dep_ = "nsubj"
    root.attach(verb)
    for part in (*before, *later):
        part.attach(verb)
    return True


def _parts_object(verb: "Token", root: "Token") -> bool:
    """ "an engineer, Mati Rohtla, noticed rust", "Relatives of the miners lit candles": what it did stands between."""
    before, thing = verb.doc[verb.i - 1], verb.head
    if before.text == ",":
        return thing.dep_ in ("appos", "conj")
    alone = not any(t.tag_ in _FINITE and t.dep_ in _MAIN for t in root.sent)
    return alone and thing.dep_ == "appos" and thing.head is root and before.tag_ in ("NN", "NNS", "NNP", "NNPS")


def _make_transitive(verb: "Token", thing: "Token") -> None:
    """ "The general contradicted reports": what stands before the participle is its subject."""
    subjects = [c for c in (*thing.children, *verb.children) if c.i < verb.i]
    head = max(subjects, key=lambda t: t.i)
    verb.tag_, verb.dep_ = "VBD", "ROOT"
    verb.attach(verb)
    thing.dep_ = "dobj"
    thing.attach(verb)
    head.pos_, head.dep_ = "NOUN", "nsubj"
    head.attach(verb)
    for part in subjects:
        if part is not head:
            part.attach(head)
    for part in [c for c in thing.children if c.is_punct]:
        part.attach(verb)


def _make_reporting(verb: "Token", doer: "Token", clause: "Token") -> None:
    """ "The play imagines that the king fled"."""
    verb.tag_, verb.pos_ = "VBZ", "VERB"
    verb.lemma_ = verb.lower_.removesuffix("s")
    doer.pos_, doer.dep_ = "NOUN", "nsubj"
    for part in [c for c in verb.children if c.i < doer.i]:
        part.attach(doer)
    clause.dep_ = "ccomp"
    for part in clause.children:
        if part.lower_ == "that":
            part.dep_, part.tag_ = "mark", "IN"


def wake_shot(root: "Token") -> None:
    """ "Two gunmen on a motorcycle shot Holm, who ...": the verb, read as a part of a name or as what "on" governs."""
    if root.tag_ not in ("NNS", "NN") or any(t.tag_ in _FINITE and t.dep_ == "ROOT" for t in root.sent):
        return
    verb = next((t for t in root.sent if t.lower_ in _PAST_OF_BLOWS and t.i > root.i and t.tag_ == "NN"), None)
    if verb is None or verb.i + 1 >= len(root.doc):
        return
    thing = verb.doc[verb.i + 1]
    governed = verb.head if verb.dep_ == "compound" else verb
    beside = governed is thing or (thing.head is verb and thing.dep_ == "appos")
    preposition, place = governed.head, verb.doc[verb.i - 1]
    if not beside or governed.dep_ != "pobj" or preposition.head is not root or place.tag_ not in ("NN", "NNS"):
        return
    parts = [c for c in governed.children if c.i < verb.i and c is not place]
    behind = [c for c in root.children if c.i > thing.i]
    verb.tag_, verb.pos_, verb.dep_, verb.lemma_ = "VBD", "VERB", "ROOT", _PAST_OF_BLOWS[verb.lower_]
    verb.attach(verb)
    place.dep_, thing.dep_, root.dep_ = "pobj", "dobj", "nsubj"
    place.attach(preposition)
    for part in parts:
        part.attach(place)
    for part in (thing, root, *behind):
        part.attach(verb)
