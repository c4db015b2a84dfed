"""Second verbs that were given to the clause beside them, though they go on with the one above."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import verb_forms, words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_HELPERS = ("aux", "auxpass")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_MARKS = frozenset(("after", "before", "because", "when", "while", "since"))
_ACTING = frozenset(("PERSON", "NORP", "ORG", "GPE"))


def _goes_on(verb: "Token") -> bool:
    """Whether a coordinated verb in the past has an object and neither subject nor helpers of its own."""
    bare = not any(c.dep_ in (*_HELPERS, *_SUBJECTS) for c in verb.children)
    return verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBN") and bare and any(c.dep_ == "dobj" for c in verb.children)


def raise_to_speaker(verb: "Token") -> None:
    """ "Holt said that the money was lost and withdrew its results": who spoke did that, and not the money."""
    content = verb.head
    said = content.head
    if (
        not _goes_on(verb)
        or content.dep_ != "ccomp"
        or content.i < said.i
        or verb.doc[verb.left_edge.i - 1].text == ","
    ):
        return
    own = next((c for c in content.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    speaks = said.lower_ in verb_forms("reporting", "reporting", "attributing") and said.tag_ == "VBD"
    if own is None or not speaks or own.pos_ != "NOUN" or own.ent_type_ in _ACTING:
        return
    lemma = own.lemma_.lower()
    if lemma in words("events_nouns", "nouns", "people") or lemma in words("events_nouns", "nouns", "bodies"):
        return
    deeds = words("events_cues", "verbs", "settling") | words("events_cues", "verbs", "announcing")
    if verb.lemma_.lower() in deeds and any(c.tag_ == "PRP$" for c in verb.subtree):
        verb.tag_ = "VBD"
        verb.attach(said)


def raise_over_passive(verb: "Token") -> None:
    """ "closed the ports after a rocket was intercepted, and reopened them": who closed them, and not the rocket."""
    aside = verb.head
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in _MARKS for c in aside.children)
    passive = any(c.dep_ == "auxpass" for c in aside.children)
    main = aside.head
    if not _goes_on(verb) or aside.dep_ != "advcl" or not marked or not passive or main.i > aside.i:
        return
    joint = next((c for c in aside.children if c.dep_ == "cc" and aside.i < c.i < verb.i), None)
    if joint is None or verb.doc[joint.i - 1].text != "," or main.pos_ != "VERB":
        return
    verb.tag_ = "VBD"
    verb.attach(main)
    joint.attach(main)


def free_that_month(mark: "Token", day_names: frozenset[str]) -> None:
    """ "banned it for a year that May and in June filed a complaint": a month, and no clause."""
    verb = mark.head
    month = mark.nbor() if mark.i + 1 < len(mark.doc) else mark
    main = verb.head
    if mark.lower_ != "that" or mark.dep_ != "mark" or month.lower_ not in day_names or not month.is_alpha:
        return
    if month.dep_ != "nsubj" or month.head is not verb or verb.dep_ != "ccomp" or verb.tag_ not in ("VBD", "VBN"):
        return
    if main.tag_ != "VBD" or main.i > mark.i:
        return
    mark.dep_, mark.tag_, mark.pos_ = "det", "DT", "DET"
    mark.attach(month)
    month.dep_ = "npadvmod"
    month.attach(main)
    verb.dep_, verb.tag_ = "conj", "VBD"
    verb.attach(main)


def free_yesterday(day: "Token") -> None:
    """ "failed yesterday minutes after liftoff": the day, read as a part of what is measured behind it."""
    measured = day.head
    above = measured.head
    for _ in range(3):
        if above.pos_ == "VERB":
            break
        above = above.head
    units = ("minute", "hour", "second", "moment", "day", "week", "month", "shortly")
    if measured.lemma_.lower() in units and measured.i == day.i + 1 and above.pos_ == "VERB" and above.i < day.i:
        day.dep_ = "npadvmod"
        day.attach(above)
