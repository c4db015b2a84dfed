"""Who did it, where the parser gave the doer to another clause or took it into a list."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_NAMES = frozenset(("NN", "NNS", "NNP", "NNPS"))
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MAX_CLIMB = 6
_PROPER = frozenset(("NNP", "NNPS"))
_OF_SEVERAL = frozenset(("were", "are", "have"))
_TAKEN = frozenset(("oprd", "dobj", "appos", "attr", "conj", "dep", "npadvmod"))


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

    Likewise "was charged with fraud and the manager, who had fled, was arrested", "and its pilot, Jan Holt, was taken".
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
    apart = any(c.dep_ in ("relcl", "appos") for c in noun.children)
    if owned or any(t.dep_ == "cc" or (t.text in (",", ";") and not apart) for t in own):
        return
    shown = any(c.dep_ in ("det", "poss") for c in noun.children)
    shown = shown or (bool(helpers) and noun.tag_.startswith("NN"))  # "and police were sent home"
    if not verb.head.i < joint.i < joining.i or not shown:
        return
    noun.dep_ = "nsubjpass" if any(c.dep_ == "auxpass" for c in helpers) else "nsubj"
    noun.attach(verb)
    joining.attach(verb.head)


def _joined_noun(verb: "Token", first: int) -> "Token | None":
    """The noun behind "and" whose phrase, with any clause on it, ends right before a verb."""
    index = first - 1
    closed = index > 1 and verb.doc[index].text == ","
    word = verb.doc[index - 1 if closed else index] if index > 1 else verb
    if closed and word.dep_ == "npadvmod" and word.tag_ == "NNP" and word.doc[word.left_edge.i - 1].text == ",":
        titled = word.doc[word.left_edge.i - 2]  # "and its pilot, Jan Holt, was taken"
        if titled.dep_ == "conj":
            word.dep_ = "appos"
            word.attach(titled)
    for _ in range(_MAX_CLIMB):
        joined = word.dep_ == "conj" and word.tag_.startswith("NN")
        if joined and word.right_edge.i in (index, index - 1):
            start = word.left_edge.i
            return word if start > 0 and word.doc[start - 1].lower_ in ("and", "but") else None
        if word.head is word or word.head.i > first:
            return None
        word = word.head
    return None


def return_listed(verb: "Token") -> None:
    """ "After repelling an attack at Tarn, Brand and his army rested": who rested, read as one of a list.

    Likewise "On the day of the trial of Brand, the town's mayor asked": who asked, read as who was tried.
    """
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children):
        return
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "advmod") and c.i < verb.i]
    first = min((c.i for c in helpers), default=verb.i)
    noun = verb.doc[first - 1] if first > verb.sent.start else verb
    for _ in range(_MAX_CLIMB):
        owned = noun.dep_ == "appos" and any(c.dep_ in ("det", "poss") for c in noun.children)
        listed = (noun.dep_ == "conj" or owned) and noun.right_edge.i == first - 1 and noun.head.dep_ == "pobj"
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
    if preposition.dep_ != "prep" or any(True for _ in preposition.children):
        return
    if any(c.dep_ == noun.dep_ and c.i < preposition.i for c in verb.children):
        noun.dep_ = "pobj"  # "Ole Brand, who came in place of Jan Holt says": the verb has its subject before
        noun.attach(preposition)
        return
    own = next((c for c in noun.children if c.dep_ == "appos" and c.doc[c.left_edge.i - 1].text == ","), None)
    if own is None or preposition.head is not verb or verb.i < noun.i or not any(c.dep_ == "det" for c in own.children):
        return
    later = [c for c in noun.children if c.i > own.i]
    own.dep_ = noun.dep_
    own.attach(verb)
    for part in later:
        part.attach(own)
    noun.dep_ = "pobj"
    noun.attach(preposition)


def return_earlier(noun: "Token") -> None:
    """ "Her last survey before the accident was made in May": what was made is the survey, and not the accident."""
    mark = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if mark.dep_ != "mark" or mark.lower_ not in ("before", "after", "since") or not noun.tag_.startswith("NN"):
        return
    verb = mark.head
    other = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > mark.i), None)
    first = min((c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")), default=verb.i)
    if other is None or other.left_edge.i != mark.i + 1 or other.right_edge.i + 1 != min(first, verb.i):
        return
    if noun.head is verb and noun.dep_ in ("nsubj", "nsubjpass"):
        pass
    elif noun.sent.root is noun and verb.head is noun and verb.dep_ == "advcl":
        noun.dep_ = other.dep_
        for part in [c for c in noun.children if c.i > verb.i]:
            part.attach(verb)
        verb.dep_ = "ROOT"
        verb.attach(verb)
        noun.attach(verb)
    else:
        return
    mark.tag_, mark.dep_ = "IN", "prep"
    mark.attach(noun)
    other.dep_ = "pobj"
    other.attach(mark)


def lower_main(verb: "Token") -> None:
    """ "The hearing, postponed on Monday, will be held in May": the participle was read as the main verb."""
    own = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    main = next((c for c in verb.children if c.dep_ in ("conj", "ccomp") and c.i > verb.i), None)
    first = min((c.i for c in verb.children if c.dep_ == "advmod" and c.i == verb.i - 1), default=verb.i)
    if own is None or main is None or verb.doc[first - 1].text != "," or own.right_edge.i + 1 < first - 1:
        return
    if verb.tag_ == "VBG" and any(c.dep_ in ("aux", "auxpass") for c in verb.children):
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
    verb.tag_, verb.dep_ = "VBG" if verb.tag_ == "VBG" else "VBN", "acl"
    verb.attach(own)


def part_from_date(verb: "Token") -> None:
    """ "Mira repaid a loan on 4 May, and Sule, its rival, said on Monday": who said it, read as a second date."""
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children):
        return
    first = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and c.tag_ in _FINITE), None)
    if first is None or not any(c.dep_ in ("nsubj", "nsubjpass") for c in first.children):
        return
    for name in verb.doc[first.i + 1 : verb.i]:
        joint = verb.doc[name.left_edge.i - 1]
        if name.dep_ == "conj" and name.head.ent_type_ == "DATE" and joint.dep_ == "cc" and name.tag_ in _NAMES:
            break
    else:
        return
    if name.ent_type_ in ("DATE", "TIME", "CARDINAL"):
        return
    for part in [c for c in verb.children if c.i < first.left_edge.i]:
        part.attach(first)
    first.dep_ = "ROOT"
    first.attach(first)
    joint.attach(first)
    verb.dep_, name.dep_ = "conj", "nsubj"
    verb.attach(first)
    name.attach(verb)


def raise_before_source(root: "Token") -> None:
    """ "The buses carrying the fighters and their families left for Osk, the agency reported": what the buses did."""
    own = [c for c in root.children if c.dep_ == "nsubj" and c.i < root.i]
    if len(own) != 2 or any(c.dep_ == "ccomp" for c in root.children) or not own[1].i > own[0].right_edge.i:
        return
    if (
        root.lemma_ not in words("reporting", "reporting", "attributing")
        or own[1].doc[own[1].left_edge.i - 1].text != ","
    ):
        return
    below = [t for t in own[0].subtree if t.dep_ == "acl" and t.tag_ in ("VBN", "VBD") and t.i > own[0].i]
    verb = below[-1] if below else None
    if verb is None or any(c.dep_ in ("agent", "auxpass") for c in verb.children) or verb.nbor(-1).text == ",":
        return
    verb.tag_, verb.dep_ = "VBD", "ccomp"
    verb.attach(root)
    own[0].attach(verb)


def return_second_doer(verb: "Token") -> None:
    """ "The general who led it and the colonel who helped him were shot": both, read as one who led both."""
    carrier = next((c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i), verb)
    first = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i), None)
    clause = next((c for c in first.children if c.dep_ == "relcl"), None) if first is not None else None
    if carrier.lower_ not in _OF_SEVERAL or first is None or clause is None or first.tag_ not in ("NN", "NNP"):
        return
    if any(c.dep_ == "conj" for c in first.children):
        return
    for second in verb.doc[clause.i + 1 : carrier.i]:
        shown = any(c.dep_ in ("det", "poss", "nummod") for c in second.children) or second.tag_ == "NNP"
        if second.dep_ == "conj" and shown and second.right_edge.i == carrier.i - 1 and second.tag_ in _NAMES:
            joining = verb.doc[second.left_edge.i - 1]
            second.attach(first)
            if joining.dep_ == "cc":
                joining.attach(first)
            return


def raise_teller(root: "Token") -> None:
    """ "A spokesman for the mission Irini said it had asked to land but Mira refused": two clauses, and he said one.

    The first verb was read as one of a clause on him, without any "who".
    """
    teller = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    told = next((c for c in teller.children if c.dep_ == "relcl"), None) if teller is not None else None
    if teller is None or told is None or told.tag_ != "VBD" or not any(c.dep_ == "ccomp" for c in told.children):
        return
    name = next((c for c in told.children if c.dep_ == "nsubj" and c.i < told.i), None)
    second = next((c for c in teller.children if c.dep_ == "conj" and c.i > told.i), None)
    but = next((c for c in teller.children if c.dep_ == "cc" and c.lower_ == "but"), None)
    if name is None or name.tag_ not in _PROPER or second is None or but is None or root.tag_ not in _FINITE:
        return
    before = name.doc[name.left_edge.i - 1]
    if before.tag_ not in _NAMES or second.right_edge.i != root.i - 1:
        return  # what the name ends is no phrase on him
    told.dep_, root.dep_, name.dep_ = "ROOT", "conj", "appos"
    told.attach(told)
    teller.attach(told)
    root.attach(told)
    but.attach(told)
    second.dep_ = "nsubj"
    second.attach(root)
    name.attach(before)
