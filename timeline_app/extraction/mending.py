"""Slips of the parser that cost a sentence its main verb, seen from their pattern and put right in the tree itself.

Done once, before tense and clauses are read, so that everything after reads the mended tree.
"""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import lexicon, verb_forms, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token
    from timeline_app.extraction.doc import Run as DocSpan

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MAIN = frozenset(("ROOT", "conj", "ccomp", "parataxis", "aux", "auxpass", "cop"))
_NOMINAL = ("NN", "PRP", "CD")
_CLOSING = frozenset((".", "!"))


def mend(doc: "Doc") -> None:
    """Puts the known slips of one parsed Doc right, in place."""
    for root in [sentence.root for sentence in doc.sents if sentence.root.tag_.startswith(_NOMINAL)]:
        verb = _lost_verb(root)
        if verb is not None:
            _make_main(verb, root)
        else:
            _wake_verb(root)
    lemmas: dict[str, str] = lexicon("events_cues")["lemmas"]
    for token in doc:
        if token.lemma_ in lemmas and token.tag_.startswith("VB"):
            token.lemma_ = lemmas[token.lemma_]
        if token.dep_ == "relcl" and token.tag_ in _FINITE | {"VBN"}:
            _raise_content(token)
        if token.tag_ == "VBD" and token.dep_ == "amod":
            _raise_clause(token)
            _raise_main(token)
        elif token.tag_ in ("VBD", "VBN") and token.dep_ in ("pobj", "pcomp"):
            _lower_adjective(token)
        elif token.dep_ in ("prep", "npadvmod") and token.head.dep_ == "ccomp" and token.i < token.head.i:
            _give_back(token)
        elif token.tag_ == "VBD" and token.dep_ == "conj" and _is_done_to(token):
            token.tag_ = "VBN"
        elif token.tag_ == "VBN" and token.dep_ == "conj" and _is_past_too(token):
            token.tag_ = "VBD"
        elif token.dep_ in ("nsubj", "nsubjpass"):
            _return_bound(token)
        elif token.dep_ == "npadvmod" and token.tag_ in ("NNS", "NNPS"):
            _return_object(token)
        elif token.dep_ == "pobj" and token.i > token.head.i + 2:
            _free_subject(token)
        elif token.dep_ == "advcl" and token.tag_ == "VBN" and token.i > token.head.i:
            _lower_participle(token)
        elif token.text == "IS" and token.tag_ == "VBZ":
            _name_group(token)
        elif token.tag_ in ("VBD", "VBP") and token.dep_ == "conj" and token.lower_ == token.lemma_.lower():
            _share_helpers(token)


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
    return verb if governs or verb.lemma_.lower() not in words("events_cues", "verbs", "done_to") else None


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


def _raise_content(clause: "Token") -> None:
    """ "The chair informed members that the general had resigned": what they were told, read as a clause on them."""
    told = clause.head
    verb = told.head
    if told.dep_ not in ("dobj", "dative") or verb.lemma_.lower() not in words("events_cues", "verbs", "of_something"):
        return
    mark = next((c for c in clause.children if c.lower_ == "that" and c.i == told.i + 1), None)
    if mark is None or not any(c.dep_ in ("nsubj", "nsubjpass") and c is not mark for c in clause.children):
        return
    mark.dep_, mark.tag_, mark.pos_ = "mark", "IN", "SCONJ"
    clause.dep_ = "ccomp"
    clause.attach(verb)


def _return_object(thing: "Token") -> None:
    """ "killed 12 people downstream": the object, which was read as the measure of the adverb behind it."""
    adverb = thing.head
    verb = adverb.head
    near = adverb.i == thing.i + 1 and thing.left_edge.i == verb.i + 1 and adverb.pos_ in ("ADV", "ADJ")
    if near and verb.tag_.startswith("VB") and not any(c.dep_ == "dobj" for c in verb.children):
        thing.dep_ = "dobj"
        thing.attach(verb)
        adverb.dep_ = "advmod"


def _free_subject(noun: "Token") -> None:
    """ "On 3 May 2016 the collapse of a gate killed 12": the subject, which was read as the object of "On"."""
    preposition, verb = noun.head, noun.head.head
    opens = preposition.dep_ == "prep" and preposition.i < noun.i < verb.i and preposition.lower_ in ("on", "in")
    if not opens or verb.tag_ not in _FINITE or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return
    article = next((c for c in noun.children if c.dep_ in ("det", "poss") and c.i > preposition.i + 1), None)
    dated = list(noun.doc[preposition.i + 1 : article.i]) if article is not None else []
    if not dated or not all(t.ent_type_ == "DATE" or t.tag_ == "CD" for t in dated):
        return
    day = dated[0]
    for part in dated:
        if part.head is noun and part is not day:
            part.attach(day)
    day.dep_ = "pobj"
    day.attach(preposition)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    noun.dep_ = "nsubjpass" if passive else "nsubj"
    noun.attach(verb)


def _lower_participle(verb: "Token") -> None:
    """ "put off the reopening, planned for Friday, until June": between commas, it is the noun's."""
    comma = verb.doc[verb.left_edge.i - 1]
    thing = next((c for c in verb.head.children if c.dep_ == "dobj" and c.right_edge.i == comma.i - 1), None)
    scheduled = verb.lemma_.lower() in words("events_cues", "verbs", "scheduling")
    if comma.text != "," or thing is None or not scheduled or any(c.dep_ in ("nsubj", "mark") for c in verb.children):
        return
    verb.dep_ = "acl"
    verb.attach(thing)


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


def _raise_clause(verb: "Token") -> None:
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


def _raise_main(verb: "Token") -> None:
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


def _return_bound(time: "Token") -> None:
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


def _lower_adjective(verb: "Token") -> None:
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


def _give_back(time: "Token") -> None:
    """ "said on Friday it will close the plant": a time right behind the verb of speech, before a subject, is its."""
    content = time.head
    verb = content.head
    if verb.i != time.left_edge.i - 1 or verb.lower_ not in verb_forms("reporting", "reporting", "attributing"):
        return
    last = time.right_edge.i
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.left_edge.i == last + 1 for c in content.children):
        time.attach(verb)


def _name_group(name: "Token") -> None:
    """ "allowed IS fighters to cross", "IS claimed the attack": the group, read as the verb "is"."""
    fighters = next((c for c in name.children if c.dep_ in ("attr", "nsubj") and c.i == name.i + 1), None)
    verb = next((c for c in name.children if c.dep_ in ("xcomp", "ccomp", "acl") and c.i > name.i), None)
    if name.dep_ in ("aux", "auxpass") and name.i == name.head.left_edge.i:
        name.tag_, name.pos_, name.dep_ = "NNP", "PROPN", "nsubj"
        name.head.tag_ = "VBD" if name.head.tag_ == "VBN" else name.head.tag_
    elif fighters is not None and verb is not None and name.head is not name:
        verb.dep_ = name.dep_
        verb.attach(name.head)
        fighters.dep_ = "nsubj"
        fighters.attach(verb)
        for part in [c for c in name.children if c is not fighters]:
            part.attach(verb)
        name.tag_, name.pos_, name.dep_ = "NNP", "PROPN", "compound"
        name.attach(fighters)


def _is_done_to(verb: "Token") -> bool:
    """ "She was arrested and deported": a verb that needs an object and has none shares the passive before it."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "dobj", "aux", "ccomp", "xcomp") for c in verb.children)
    return passive and bare and verb.lemma_.lower() in words("events_cues", "verbs", "done_to")


def _is_past_too(verb: "Token") -> bool:
    """ "killed four and injured eleven": a bare form with an object goes with the past before it, no participle."""
    helped = any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in (*verb.children,))
    before = verb.head.tag_ == "VBD" and not any(c.dep_ in ("aux", "auxpass") for c in verb.head.children)
    return before and not helped and verb.lower_.endswith("ed") and any(c.dep_ == "dobj" for c in verb.children)


def _share_helpers(verb: "Token") -> None:
    """ "will close its plant and cut 3,400 jobs": a form that is both past and infinitive goes with the verb before."""
    helped = any(c.tag_ in ("MD", "TO") for c in verb.head.children)
    own = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "aux", "auxpass") for c in verb.children)
    if helped and not own and verb.head.tag_ == "VB":
        verb.tag_ = "VB"
