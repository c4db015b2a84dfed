"""What a paper or picture shows, its verb read as a part of its date: "A form dated 4 May names Dorn as the buyer"."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_LONGEST_DATE = 5  # words: "Monday , 4 May 2022"
_NOMINAL = ("NN", "JJ")


def raise_behind_date(dated: "Token") -> None:
    """Makes the verb behind "dated 4 May 2022" the verb of the paper, where the parser took it for a noun."""
    if dated.i == dated.sent.start or not dated.tag_.startswith("VB"):
        return
    paper = dated.nbor(-1)
    if paper.tag_ not in ("NN", "NNS") or any(c.dep_ in ("aux", "auxpass") for c in dated.children):
        return
    shows = _verb_behind(dated)
    if shows is None or (shows.tag_ == "VBZ" and paper.tag_ == "NNS"):
        return
    date = [t for t in dated.doc[dated.i + 1 : shows.i] if not t.is_punct]
    over = dated if dated.dep_ != "acl" else paper
    top = over if over.i < shows.i and over.head.i != shows.i else shows
    later = [t for t in dated.sent if t.i > shows.i and t.head.i <= shows.i]
    thing = shows.head if shows.head.i > shows.i else None
    role, head = top.dep_, top.head
    _make_verb(shows, plural=paper.tag_ == "NNS")
    if role == "ROOT" or head.i == shows.i:
        shows.dep_ = "ROOT"
        shows.attach(shows)
    else:
        shows.dep_ = role
        shows.attach(head)
    paper.dep_, dated.dep_, dated.tag_ = "nsubj", "acl", "VBN"
    paper.attach(shows)
    dated.attach(paper)
    _hang_date(date, dated)
    for part in (*([thing] if thing is not None else ()), *later):
        part.attach(shows)
    _name_objects(shows)


def _verb_behind(dated: "Token") -> "Token | None":
    """The word right behind the date that tells what the paper shows, where it is read as a noun or with one."""
    place, end = dated.i + 1, min(dated.i + 1 + _LONGEST_DATE, dated.sent.end)
    while place < end and (dated.doc[place].ent_type_ == "DATE" or dated.doc[place].tag_ in ("CD", ",")):
        place += 1
    if place in (dated.i + 1, dated.sent.end):
        return None
    word = dated.doc[place]
    misread = word.tag_.startswith(_NOMINAL)
    return word if misread and word.lower_ in words("events_cues", "titles", "showing") else None


def _make_verb(word: "Token", *, plural: bool) -> None:
    word.lemma_ = word.lower_ if plural else word.lower_.removesuffix("s")
    word.tag_, word.pos_ = "VBP" if plural else "VBZ", "VERB"


def _hang_date(date: "list[Token]", dated: "Token") -> None:
    """The words of the date, all below "dated"."""
    inside = {t.i for t in date}
    tops = [t for t in date if t.head.i not in inside]
    for top in tops:
        top.dep_ = "npadvmod" if top is tops[0] else "nummod"
        top.attach(dated if top is tops[0] else tops[0])


def _name_objects(verb: "Token") -> None:
    """What follows the verb: a clause, or the thing shown, and phrases."""
    for part in verb.children:
        if part.i < verb.i or part.dep_ in ("punct", "prep", "cc", "conj", "npadvmod", "advmod"):
            continue
        if part.tag_ in ("VBD", "VBZ", "VBP", "MD") or part.pos_ in ("VERB", "AUX"):
            part.dep_ = "ccomp"
            mark = next((c for c in part.children if c.lower_ == "that" and c.i == verb.i + 1), None)
            if mark is not None:
                mark.dep_, mark.tag_ = "mark", "IN"
        elif part.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
            part.dep_ = "dobj"
