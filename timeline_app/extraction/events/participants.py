"""Who takes part in an event and how: agent, patient, partner or other, from the roles that grammar gives."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline_app.extraction.events.antecedents import antecedent
from timeline_app.extraction.events.candidates import Candidate
from timeline_app.extraction.events.headline import join
from timeline_app.extraction.events.kinds import is_symmetric, kind_of
from timeline_app.extraction.events.tree import (
    child,
    children,
    conjuncts,
    is_passive,
    subject,
)
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Participant

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_PARTIES = frozenset(("PERSON", "NORP", "ORG", "GPE", "FAC", "LOC", "PRODUCT"))
_CUT = frozenset(
    ("relcl", "acl", "appos", "punct", "cc", "conj", "prep", "det", "advcl", "preconj", "predet", "neg", "advmod")
)
_NO_NAMES = frozenset(("place", "part", "effect", "there"))  # "took place" has no such party
_QUOTES = frozenset('"“”‘’')
_INTRANSITIVE = frozenset(("yield", "death", "accident", "travel", "finance", "disaster", "mobilize", "end"))
_NUMBERS = frozenset(("MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "DATE", "TIME"))
_AIMED = frozenset(("assault", "coerce", "accuse", "threaten", "protest", "clash", "demand", "occupation", "reject"))


def find_participants(
    candidate: Candidate, timed: frozenset[int], noun: "Token | None" = None
) -> tuple[Participant, ...]:
    """The participants of a candidate; `noun` is the event noun that a light verb carries, whose parties count too."""
    kind = kind_of((noun or candidate.token).lemma_.lower(), noun=candidate.noun or noun is not None)
    found: dict[str, str] = {}
    roles = list(_of_noun(candidate.token, kind)) if candidate.noun else list(_of_verb(candidate.token, kind, noun))
    if noun is not None:
        roles += list(_of_noun(noun, kind))
    for word, role in roles:
        for one in conjuncts_of(word):
            for text in _names(one, timed):
                found.setdefault(text, role)
    return tuple(Participant(text, role) for text, role in found.items())


def _names(word: "Token", timed: frozenset[int]) -> list[str]:
    """The name of a participant; "Iran-Israel" before talks names two."""
    text = name_of(word, timed)
    parts = text.split("-")
    joint = len(parts) > 1 and word.dep_ in ("compound", "amod", "nmod") and all(p[:1].isupper() for p in parts)
    return parts if joint else [text] if text else []


def _is_pair(word: "Token") -> bool:
    """The second name of "Iran-Israel", whatever the entity recogniser made of the pair."""
    doc = word.doc
    joined = word.i >= 2 and doc[word.i - 1].text in ("-", "–") and doc[word.i - 2].pos_ == "PROPN"
    return bool(joined and word.pos_ == "PROPN")


def conjuncts_of(word: "Token") -> list["Token"]:
    """A noun and those coordinated with it, later ones only."""
    return [t for t in conjuncts(word) if t.i >= word.i] if word.pos_ in ("NOUN", "PROPN", "ADJ", "PRON") else [word]


def name_of(word: "Token", timed: frozenset[int] = frozenset()) -> str:
    """How the text names a participant: its noun phrase without article, clauses and attachments; pronouns resolved."""
    if word.pos_ == "PRON":
        referent = antecedent(word)
        return "" if referent is None else name_of(referent, timed)
    if word.pos_ not in ("NOUN", "PROPN", "ADJ") or word.i in timed or word.lower_ in _NO_NAMES:
        return ""
    if word.ent_type_ in _NUMBERS:
        return ""  # a sum or a measure takes no part
    kept = {word.i}
    stack = [word]
    while stack:
        for c in stack.pop().children:
            if (c.dep_ not in _CUT or c.tag_ == "HYPH") and c.i not in timed and c.text not in _QUOTES:
                kept.add(c.i)
                stack.append(c)
    of = child(word, "prep")
    owned = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    if word.dep_ == "dobj" and word.head.lemma_ in words("events_cues", "verbs", "of_something"):
        owned = None  # "accused the commission of fraud"
    if of is not None and owned is not None and owned.i not in timed:
        kept |= {of.i, *(t.i for t in owned.subtree if t.i <= owned.i)}
    apposed = child(word, "appos")
    if apposed is not None and apposed.pos_ == "PROPN" and word.pos_ == "NOUN":
        between = [t for t in word.doc[word.i + 1 : apposed.left_edge.i] if t.i not in kept]
        if not between or ([t.text for t in between] == [","] and apposed.ent_type_ == "PERSON"):
            kept |= {t.i for t in apposed.subtree if t.i <= apposed.i}
            kept |= {t.i for t in between if t.i > word.i + 1}  # "mayor of Orsk, Pavel Tern"
    words_kept = [word.doc[i] for i in sorted(kept)]
    first = words_kept[0]
    return finish_name(join(words_kept, {first.i: first.lower_} if is_plain_opening(first) else {}))


def is_plain_opening(word: "Token") -> bool:
    """Whether a word has its capital only because it opens the sentence."""
    named = word.pos_ == "PROPN" or word.ent_type_ in _PARTIES
    opens = word.i == word.sent.start or word.nbor(-1).is_quote
    follows = word.nbor(1) if word.lower_ not in ("the", "another") and word.i + 1 < len(word.doc) else None
    numbered = follows is not None and follows.pos_ in ("NUM", "PROPN")  # "Resolution 2254"
    return bool((opens and not named and not numbered and word.text[1:].islower()) or word.text == "A")


def finish_name(text: str) -> str:
    """A name without quotes, possessive endings and over-length."""
    return text.strip(" ’'\"“”,-").removesuffix("’s").removesuffix("'s")[:80]


def _of_verb(verb: "Token", kind: str | None, carried: "Token | None") -> Iterator[tuple["Token", str]]:
    passive, agent = is_passive(verb), subject(verb)
    if agent is not None and (carried is None or agent.i != carried.i):
        symmetric = is_symmetric(kind) and child(verb, "dobj") is None
        yield agent, "patient" if passive or kind == "death" else ("partner" if symmetric else "agent")
    for c in verb.children:
        if c.dep_ in ("dobj", "oprd") and (carried is None or c.i != carried.i):
            yield c, "partner" if is_symmetric(kind) and c.ent_type_ in _PARTIES else "patient"
        elif c.dep_ == "dative":
            yield child(c, "pobj") or c, "other"
        elif c.dep_ == "agent":
            yield from ((p, "agent") for p in children(c, "pobj"))
        elif c.dep_ == "prep" and c.lower_ in ("with", "between", "against", "on", "at"):
            role = "partner" if c.lower_ in ("with", "between") else "patient"
            if role == "patient" and kind not in _AIMED:
                continue  # "congratulated her on Twitter"
            yield from ((p, role) for p in children(c, "pobj") if p.ent_type_ in _PARTIES - {"LOC", "FAC"})


def _of_noun(noun: "Token", kind: str | None) -> Iterator[tuple["Token", str]]:
    symmetric = is_symmetric(kind)
    owner = "partner" if symmetric else ("patient" if kind == "death" else "agent")
    for c in noun.children:
        owned = c.dep_ == "poss" and c.pos_ in ("NOUN", "PROPN", "PRON")
        if owned or (c.dep_ in ("amod", "compound", "nmod") and (c.ent_type_ in _PARTIES or _is_pair(c))):
            yield c, owner
        elif c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by"):
            yield from ((p, owner) for p in children(c, "pobj", "pcomp"))
        elif c.dep_ == "prep" and c.lower_ in ("between", "with", "among"):
            yield from ((p, "partner") for p in children(c, "pobj"))
        elif c.dep_ == "prep" and c.lower_ in ("on", "against", "at"):
            yield from ((p, "patient") for p in children(c, "pobj"))
        elif c.dep_ == "prep" and c.lower_ == "of":
            role = "agent" if kind in _INTRANSITIVE else ("other" if symmetric else "patient")
            yield from ((p, role) for p in children(c, "pobj"))
    if symmetric and (of := child(noun, "prep")) is not None and of.lower_ == "of":
        for p in children(of, "pobj"):
            for q in children(p, "prep"):
                if q.lower_ in ("between", "with"):
                    yield from ((r, "partner") for r in children(q, "pobj"))
