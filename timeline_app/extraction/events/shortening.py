"""What a title that is too long can lose, the least needed first, until it fits."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline_app.extraction.events.asides import is_only_then
from timeline_app.extraction.events.clause_parts import is_before_body, twin
from timeline_app.extraction.events.cutting import Cut
from timeline_app.extraction.events.factuality import is_conditional
from timeline_app.extraction.events.headline import LONGEST
from timeline_app.extraction.events.tree import SUBJECTS, child, is_clause_head, is_passive
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_NEEDED = ("dobj", "attr", "acomp", "ccomp", "xcomp", "oprd", "dative")
_SHOWN = LONGEST - 8  # a verb that would stand later than that is lost to the cut at the end


_SAYS_LITTLE = frozenset(("man", "woman", "people", "person", "one", "those", "boy", "girl"))
_SET = ("place", "put", "hold", "keep", "bring", "come", "remain", "fall")


def shorten(cut: Cut, head: "Token", used: int = 0, event: "Token | None" = None) -> None:
    """Drops whole parts until the title fits, or only what its words need is left: that is cut at the end, with "…".

    `used` is how long what goes before is; `head`, and the word of which the title tells, always stay in sight, and so
    does, where it can, what somebody is told to have said.
    """
    told = (head,) if event is None else (head, event)
    if cut.longest + used <= LONGEST or len(cut.text()) + used <= LONGEST:
        return
    cut.drop_bracketed()
    for parts in _droppable(head, cut):
        _drop(cut, parts, head, used)
    for parts in _last_of_all(head, cut):
        if _is_in_sight(told, cut, used):
            break
        _drop(cut, parts, head, used)
    if event is None and (said := _content(head, cut)):
        _show(said, cut, head, used)


def _show(said: "list[Token]", cut: Cut, head: "Token", used: int) -> None:
    """Drops what stands before the last of some words until it is in sight, and nothing where it never would be."""
    kept = cut.kept
    for parts in _before(said[-1], cut):
        if _is_in_sight(said, cut, used):
            return
        _drop(cut, parts, head, used)
    if len(cut.text(last=said[-1])) + used >= LONGEST:
        cut.kept = kept


def _is_in_sight(told: "Iterable[Token]", cut: Cut, used: int) -> bool:
    return all(len(cut.text(last=word)) + used <= _SHOWN for word in told)


def _drop(cut: Cut, parts: "Iterable[Token]", head: "Token", used: int) -> None:
    """Drops parts of one kind: the shortest that is enough, else the longest, and so on."""
    left = {part.i: part for part in parts if part.i != head.i}
    while left and (excess := len(cut.text()) + used - LONGEST) > 0:
        sizes = {i: _gain(cut, part) for i, part in left.items() if i in cut.kept}
        if not sizes:
            return
        enough = [i for i, size in sizes.items() if size >= excess]
        best = min(enough, key=lambda i: (sizes[i], -i)) if enough else max(sizes, key=lambda i: (sizes[i], i))
        part = left.pop(best)
        if _is_name_of(part):
            cut.call_by_name(part)
        else:
            cut.drop(part)


def _gain(cut: Cut, part: "Token") -> int:
    return cut.size(part.head) - cut.size(part) if _is_name_of(part) else cut.size(part)


def _droppable(head: "Token", cut: Cut) -> "Iterator[list[Token]]":
    """Branches that a headline can lose, kind by kind."""
    kept = sorted(cut.kept.values(), key=lambda t: -t.i)
    after = [t for t in kept if t.i > head.i]
    yield [t for t in kept if t.dep_ in ("appos", "parataxis") and not _is_name_of(t) and not _is_share(t)]
    yield [t for t in kept if t.dep_ in ("acl", "relcl", "advcl") and child(t, "mark") is None and not _is_needed(t)]
    yield [t for t in kept if _is_name_of(t)]
    yield [t for t in kept if _describes_person(t)]
    yield [
        t for t in after if t.dep_ == "conj" and is_clause_head(t) and is_clause_head(t.head) and t is not twin(t.head)
    ]
    yield [t for t in after if t.dep_ == "advcl" and not is_conditional(t) and not _is_needed(t)]
    yield [t for t in kept if _is_circumstance(t, head)]


def _content(verb: "Token", cut: Cut) -> "list[Token]":
    """ "said the sale of the line is illegal": the words of a content clause without which nothing is said."""
    found: list[Token] = []
    while (inner := child(verb, "ccomp")) is not None and inner.i in cut.kept and inner.i > verb.i:
        said = child(inner, "attr", "acomp", "xcomp")
        found.append(inner if said is None or said.i < inner.i or said.i not in cut.kept else said)
        verb = inner
    return found


def _before(last: "Token", cut: Cut) -> "Iterator[list[Token]]":
    """What may go before the last word of a content clause: no "of", without which a noun is mostly another."""
    kept = [t for t in cut.kept.values() if t.right_edge.i < last.i and not _parts_list(t)]
    yield [t for t in kept if t.dep_ in ("acl", "relcl") and not _is_needed(t)]
    yield [t for t in kept if t.dep_ == "prep" and t.lower_ != "of" and t.head.pos_ in ("NOUN", "PROPN")]


def _last_of_all(head: "Token", cut: Cut) -> "Iterator[list[Token]]":
    """What goes where else the verb itself would be lost."""
    kept = sorted(cut.kept.values(), key=lambda t: -t.i)
    before = [t for t in kept if t.i < head.i and not _goes_on(t)]
    yield [t for t in before if t.dep_ == "prep" and t.lower_ != "of"]
    yield [t for t in before if t.dep_ in ("acl", "relcl", "prep")]
    yield [t for t in kept if t.dep_ == "prep" and t.head.i != head.i and t.lower_ != "of"]
    yield [t for t in kept if t.dep_ in ("prep", "agent", "acl", "relcl", "advcl")]


def _goes_on(part: "Token") -> bool:
    """Whether a list goes on behind a part: "governors in Ohio, Iowa, and Utah" may have been parted anywhere."""
    last = part.right_edge.i
    return last + 1 < len(part.doc) and (part.doc[last + 1].dep_ == "cc" or part.doc[last + 1].text == ",")


def _parts_list(phrase: "Token") -> bool:
    """ "governors in Ohio, Iowa, and Utah": a phrase on a subject within which a list began that goes on behind it."""
    later = [c for c in phrase.head.children if c.dep_ in ("conj", "appos") and c.i > phrase.i]
    listed = [c for c in later if c.ent_type_ != "PERSON" or c.dep_ == "conj"]  # no "the head of the club, Ole Brand,"
    return phrase.head.dep_ in SUBJECTS and bool(listed) and _goes_on(phrase)


def _is_name_of(token: "Token") -> bool:
    """ "the carmaker General Motors", "an airline, Ryanair": the name of what a noun only describes."""
    person = token.ent_type_ == "PERSON" != token.head.ent_type_
    described = token.head.tag_ == "NN" or (token.head.tag_ == "NNP" and person)
    described = described and token.dep_ == "appos" and token.i > token.head.i
    others = [c for c in token.head.children if c.dep_ == "appos" and token.doc[c.left_edge.i - 1].text != "("]
    alone = described and [c.i for c in others] == [token.i] and child(token, "nummod") is None  # "14 of them Finns"
    return alone and token.pos_ == "PROPN" and token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP", "PRODUCT")


def _is_share(number: "Token") -> bool:
    """ "nine died in Tarn, three in Mira, two in Holm": told with what the number before counts, or not at all."""
    placed = child(number, "prep")
    return number.tag_ == "CD" and number.head.dep_ == "pobj" and placed is not None and placed.lower_ != "of"


def _opens_count(phrase: "Token") -> bool:
    """ "were sold in Tarn, three in Mira and two in Holm": the place without which the others hang on nothing."""
    after = phrase.doc[phrase.right_edge.i + 1 : phrase.right_edge.i + 3]
    return len(after) == 2 and after[0].text == "," and after[1].tag_ == "CD" and child(after[1], "prep") is not None


def _places(phrase: "Token") -> bool:
    """Whether a phrase names a place or a body."""
    place = child(phrase, "pobj")
    return place is None or place.ent_type_ in ("GPE", "LOC", "FAC", "ORG")


def _describes_person(word: "Token") -> bool:
    """ "director Peter Brand": no "Lord of the Rings director Peter Brand", which is not all his."""
    described = word.dep_ in ("compound", "amod", "nmod") and word.head.ent_type_ == "PERSON" != word.ent_type_
    owned = word.head.left_edge.lower_ == "the" or any(c.dep_ == "poss" for c in word.head.children)
    return described and not (word.head.dep_ == "pobj" and owned)


def _is_needed(clause: "Token") -> bool:
    """ "the decision to ban flights", "the 250 that are required", "a man accused of": what is little without."""
    telling = clause.dep_ == "acl" or (clause.dep_ == "relcl" and clause.head.dep_ not in SUBJECTS)
    plain = telling and clause.head.lemma_.lower() in _SAYS_LITTLE and clause.i > clause.head.i
    deed = clause.dep_ == "acl" and clause.lower_ == "being"  # "blamed for a killer being able to flee"
    return _is_aim(clause) or clause.head.pos_ == "NUM" or plain or deed or is_only_then(clause)


def _is_aim(verb: "Token") -> bool:
    """ "the decision to ban flights", "voted to end imports": an infinitive that the word before needs."""
    return verb.i > verb.head.i and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_called_on(phrase: "Token") -> bool:
    """ "called on Iran to stop": who is to do what the infinitive behind tells."""
    if phrase.lower_ not in ("on", "upon") or phrase.head.pos_ != "VERB":
        return False
    then = [c for c in phrase.head.children if c.dep_ == "xcomp" and c.i > phrase.i]
    return any(_is_aim(c) and c.left_edge.i == phrase.right_edge.i + 1 for c in then)


def _shares_in(phrase: "Token") -> bool:
    """ "took part in the talks", "a stake in the bank": a noun that says little without its "in"."""
    before = phrase.doc[phrase.i - 1]
    return before.pos_ == "NOUN" and before.lemma_.lower() in words("events_cues", "titles", "shared_in")


def _is_circumstance(phrase: "Token", head: "Token") -> bool:
    """Whether a phrase only tells where, why or how, and no word before it needs it."""
    if phrase.dep_ != "prep":
        return False
    said, host = phrase.lower_, phrase.head
    if _is_called_on(phrase) or _opens_count(phrase) or (said == "in" and _shares_in(phrase)):
        return False
    if is_before_body(phrase) or any(c.lower_.endswith(("self", "selves")) for c in phrase.children):
        return False  # "is putting pressure on himself"
    if said in words("events_cues", "titles", "side") | words("events_cues", "titles", "apart"):
        return True
    settings = words("events_cues", "titles", "circumstances")
    if host.pos_ in ("NOUN", "PROPN"):
        if said == "in" and host.lemma_.lower() in words("events_cues", "verbs", "of_amounts"):
            return False  # "a drop in violence"
        return (
            said in settings
            and not _parts_list(phrase)
            and (host.i == head.i or host.dep_ in (*_NEEDED, *SUBJECTS, "pobj", "conj"))
        )
    if said in ("under", "on") and host.lemma_ in _SET:
        return False  # "was placed under examination", "put it on the list"
    if said in words("events_cues", "titles", "circumstances_of_verbs"):
        return any(c.dep_ == "dobj" and host.i < c.i < phrase.i for c in host.children)  # no "called on them to flee"
    if said not in settings:
        return False
    if is_passive(host) and phrase.i == host.i + 1 and said in ("in", "with", "for") and not _places(phrase):
        return False  # "are involved in the trade": no "was held in Tarn"
    first = next((c for c in host.children if c.dep_ in ("prep", "agent", "prt") and c.i > host.i), phrase)
    return is_passive(host) or first.i < phrase.i or any(c.dep_ in _NEEDED and c.i > host.i for c in host.children)
