"""What a cut leaves at its seams: words that lost what they belong to go too, before a title is made of the rest."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import AUXILIARIES, OBJECTS, SUBJECTS

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_NOMINAL = ("NOUN", "PROPN")
_MEASURING = frozenset(("later", "shortly", "soon", "just", "only", "early", "late"))
_GOES_ON = frozenset(("and", "or", "but", "including", "as", "to", "of", "with", "not", "who", "which"))


def mend_seams(kept: "dict[int, Token]", verb: "Token", path: frozenset[int]) -> None:
    """Takes out of the words kept of a clause what a cut left without its other half; `path` always stays."""
    _drop_bare_prepositions(kept, path)
    _drop_bare_participle(kept, verb, path)
    _drop_torn_tail(kept, verb, path)
    _drop_bare_adverb(kept, path)
    _drop_empty_quotes(kept)


def is_told_to_its_end(kept: "dict[int, Token]") -> bool:
    """Whether the last word kept is the last of its clause: nothing was cut that it would need."""
    last = kept[max(kept)] if kept else None
    if last is None or last.pos_ not in ("ADV", "ADP", "SCONJ") or last.i == last.sent.start:
        return False
    follows = last.nbor() if last.i + 1 < last.sent.end else None
    return (follows is None or follows.text in (".", ",", ";", "!", "?")) and last.i - 1 in kept


def _drop_bare_prepositions(kept: "dict[int, Token]", path: frozenset[int]) -> None:
    """ "the row over who fired goes on": the "over" without its clause."""
    for token in sorted(kept.values(), key=lambda t: -t.i):
        if token.dep_ != "prep" or token.pos_ not in ("ADP", "SCONJ") or token.tag_ == "RP" or token.i in path:
            continue
        governed = any(c.dep_ in ("pobj", "pcomp", "prep", "amod", "advmod") for c in token.children)
        after = token.nbor() if token.i + 1 < token.sent.end else None
        cut = after is not None and not after.is_punct and after.i not in kept
        if cut and governed and not any(t.i in kept for t in token.subtree if t.i > token.i) and token.i < max(kept):
            del kept[token.i]


def _drop_bare_participle(kept: "dict[int, Token]", verb: "Token", path: frozenset[int]) -> None:
    """ "the heat, expected (in Tarn today), may last": a participle that lost all that followed it to the cut."""
    for token in [t for t in kept.values() if t.dep_ == "acl" and t.tag_ == "VBN" and t is not verb]:
        after = [t for t in token.subtree if t.i > token.i and not t.is_punct]
        apart = token.doc[token.left_edge.i - 1].text == "," and token.head.i < verb.i
        if apart and after and token.i not in path and not any(t.i in kept for t in after):
            for part in token.subtree:
                kept.pop(part.i, None)


def _drop_empty_quotes(kept: "dict[int, Token]") -> None:
    """ "the attackers, "(numbering about 70)", fled": marks around nothing, and the commas around them."""
    order = sorted(kept)
    for first in (i for i, index in enumerate(order) if kept[index].is_quote):
        end = first
        while end < len(order) and kept[order[end]].is_quote:
            end += 1
        inside = order[max(0, first - 1) : end + 1]
        quoted = kept[order[first]].doc[inside[0] : inside[-1]]
        apart = all(kept[i].text == "," for i in (inside[0], inside[-1])) and len(inside) > end - first + 1
        if apart and sum(t.is_quote for t in quoted) > 1:
            for index in inside:
                del kept[index]
            return


def _drop_torn_tail(kept: "dict[int, Token]", verb: "Token", path: frozenset[int]) -> None:
    """ "made ten arrests, the watchdog (Norwatch said)", "left (on Monday), the head of …": no part of this clause."""
    comma = next((t for i, t in sorted(kept.items(), reverse=True) if t.text == "," and i > verb.i), None)
    if comma is None or comma.i + 1 not in kept:
        return
    tail = [t for i, t in kept.items() if i > comma.i]
    verbal = any(t.pos_ in ("VERB", "AUX") and t.dep_ not in ("amod", "acl", "compound") for t in tail)
    first = tail[0] if (tail := sorted(tail, key=lambda t: t.i)) else comma
    needed = any(t.dep_ in (*OBJECTS, "ccomp", "xcomp") and t.head is verb and not _is_second(t) for t in tail)
    if (
        verbal
        or needed
        or first.lower_ in _GOES_ON
        or not path.isdisjoint(t.i for t in tail)
        or _is_listed(kept, comma)
    ):
        return
    last = tail[-1]
    after = last.nbor() if last.i + 1 < last.sent.end else None
    torn = after is not None and last.pos_ in _NOMINAL and after.pos_ in _NOMINAL and last.ent_type_ != "DATE"
    gapped = comma.i - 1 not in kept and first.tag_ != "TO" and first.pos_ not in ("ADP", "SCONJ", "ADV")
    if torn or gapped:
        for token in (comma, *tail):
            del kept[token.i]


def _is_second(noun: "Token") -> bool:
    """Whether a verb has an object before this one: what follows a comma then is none."""
    return any(c.dep_ == noun.dep_ and c.i < noun.i for c in noun.head.children)


def _is_listed(kept: "dict[int, Token]", comma: "Token") -> bool:
    """Whether a comma stands in a list: "Tarn, Mira, and Oster"."""
    return any(t.dep_ == "cc" for i, t in kept.items() if i > comma.i)


def _drop_bare_adverb(kept: "dict[int, Token]", path: frozenset[int]) -> None:
    """ "will arrive later (on Wednesday)", "planned for later (in the day)": goes with its time."""
    last = kept[max(kept)] if kept else None
    if last is None or last.lower_ not in _MEASURING or last.pos_ != "ADV" or last.i in path or len(kept) < 3:
        return
    after = last.nbor() if last.i + 1 < last.sent.end else None
    if after is None or after.is_punct or after.lower_ in ("and", "or", "but", "than"):
        return
    del kept[last.i]
    before = kept[max(kept)]
    if before.dep_ == "prep" and before.i == last.i - 1:
        del kept[before.i]


def unpaired_commas(kept: "dict[int, Token]", shown: "set[int]") -> "tuple[set[int], set[int]]":
    """The commas to show and to hide so that an aside on the subject stands between two of them, or none.

    `shown` are the commas that would be printed.
    """
    verb = _first_verb(kept)
    if verb is None or not kept:
        return set(), set()
    region = range(min(kept), verb)
    own = [i for i in region if i in shown]
    doc = kept[verb].doc
    if len(own) != 1 or any(kept[i].dep_ == "cc" for i in region if i in kept):
        return set(), set()
    only = own[0]
    others = [i for i in region if doc[i].text == "," and i != only]
    before = max((i for i in kept if i < verb and doc[i].text != ","), default=only)
    closing = next((i for i in others if i > before), None)
    if only < before and closing is not None:
        return {closing}, set()
    if only > before:
        opening = next((i for i in reversed(others) if i < only and i - 1 in kept), None)
        inner = [i for i in kept if opening is not None and opening < i < only]
        return ({opening}, set()) if opening is not None and inner else (set(), {only})
    return set(), set()


def _first_verb(kept: "dict[int, Token]") -> int | None:
    """Where the verb group of the title's clause begins."""
    subject = next((t for _, t in sorted(kept.items()) if t.dep_ in SUBJECTS), None)
    if subject is None or subject.head.i < subject.i or subject.head.i not in kept:
        return None
    group = [c.i for c in subject.head.children if c.dep_ in (*AUXILIARIES, "neg", "advmod") and c.i > subject.i]
    last = subject.right_edge.i
    return min([subject.head.i, *(i for i in group if i in kept and i > last)])
