"""Whom "he" or "she" stands for where the sentence before names nobody: a relative, or who was taken."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.tree import OBJECTS, SUBJECTS
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


def kin_before(pronoun: "Token", said: str) -> "Token | None":
    """ "A guard telephoned the wife of one of them. She went there": the wife, not who was named long before."""
    start = pronoun.sent.start
    if pronoun.dep_ not in SUBJECTS or pronoun.i != start or start == 0 or start in pronoun.doc.paragraph_starts:
        return None
    before = list(pronoun.doc[start - 1].sent)
    named = any(t.ent_type_ == "PERSON" or t.lower_ in ("he", "she") for t in before)
    kin = [
        t
        for t in before
        if t.lemma_.lower() in words("events_nouns", "relatives", said)
        and t.tag_ == "NN"
        and t.dep_ in (*OBJECTS, *SUBJECTS)
    ]
    return kin[0] if len(kin) == 1 and not named else None


def held_before(pronoun: "Token") -> "Token | None":
    """ "Officers held a man; he was freed the next day": who was taken is what is done to next, not who took him."""
    if pronoun.dep_ != "nsubjpass":
        return None
    start = pronoun.sent.start
    if pronoun.i == start and start > 0 and start not in pronoun.doc.paragraph_starts:
        start = pronoun.doc[start - 1].sent.start
    taken = (
        t
        for t in reversed(list(pronoun.doc[start : pronoun.i]))
        if t.dep_ == "dobj" and kind_of(t.head.lemma_.lower(), noun=False) == "coerce"
    )
    person = next(taken, None)
    people = words("events_nouns", "nouns", "people")
    known = person is not None and (person.ent_type_ == "PERSON" or person.lemma_.lower() in people)
    return person if known and person is not None and person.tag_ in ("NN", "NNP") else None
