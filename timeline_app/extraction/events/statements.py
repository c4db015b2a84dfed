"""Which statements are news, which are somebody's remark, and which only name the source of what they tell."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.attribution import is_outlet, reporting_verb
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import carried_noun
from timeline_app.extraction.events.tree import (
    child,
    children,
    finite,
    has_own_subject,
    is_clause_head,
    is_set_apart,
    subject,
)
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Modality

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_ANSWERING = frozenset(("reply", "respond", "answer", "testify"))  # told without what was said, too
_SLIGHT = frozenset(("statement", "plan", "finance", "demand", "travel", "accuse", "aid", "threaten", "consult"))


def weighs(verb: "Token", judged: Factuality) -> bool:
    """Whether a deed without a date belongs in a chronology all the same: of a listed kind, and done."""
    return tells_deed(verb) and not judged.negated and judged.modality is Modality.HAPPENED


def tells_deed(verb: "Token") -> bool:
    """Whether a verb, or the noun it carries, is of a listed kind, and no mere word or plan."""
    carried = carried_noun(verb)
    kind = kind_of((carried or verb).lemma_.lower(), noun=carried is not None)
    return kind is not None and kind not in _SLIGHT


def is_main(verb: "Token") -> bool:
    """The main clause, one coordinated with it, or one that a semicolon parts from it."""
    while verb.dep_ == "conj" and is_clause_head(verb.head):
        verb = verb.head
    apart = verb.dep_ == "ccomp" and is_set_apart(verb)
    return (verb.dep_ == "ROOT" or apart) and has_own_subject(verb)


def says_nothing(verb: "Token") -> bool:
    """ "declined to comment", "did not respond to the claim": no news."""
    asked = child(verb, "xcomp")
    declined = asked is not None and verb.lemma_ in ("decline", "refuse") and asked.lemma_ in ("comment", "say")
    silent = verb.lemma_ in ("respond", "reply", "comment", "answer") and any(c.dep_ == "neg" for c in verb.children)
    asks = verb.dep_ == "acl" and verb.head.dep_ == "dobj" and verb.head.head.lemma_ in ("answer", "return")
    return declined or silent or (asks and any(c.dep_ == "neg" for c in verb.head.head.children))


def only_shows(verb: "Token") -> bool:
    """ "The party won a majority, official results showed": no more than the source of what it follows."""
    content = child(verb, "ccomp")
    if content is None or content.i > verb.i or is_set_apart(content):
        return False
    return verb.lemma_ in words(_CUES, "titles", "sourcing")


def is_remark(verb: "Token") -> bool:
    """ "“We waited far too long,” she said": somebody's own words, and no more."""
    content = child(verb, "ccomp")
    if content is None:
        return False
    before = verb.doc[max(content.left_edge.i - 1, verb.sent.start) : content.left_edge.i + 1]
    return any(t.text in ('"', "“", "”", "''", "``") for t in before)


def says_something(verb: "Token") -> bool:
    """Whether a verb of speech has a content: what was said, or about what; or whether it is yet to be said."""
    content = ["ccomp", "dobj", "xcomp", "oprd", "nsubjpass"]
    carrier = finite(verb)
    ahead = (carrier is not None and carrier.tag_ == "MD") or any(c.tag_ == "TO" for c in verb.children)
    if verb.lemma_ in _ANSWERING:
        return True  # "He replied two days later"
    if verb.lemma_ == "report" and ahead:
        return True  # "will report by October", "is expected to report"
    bare = verb.lemma_ in ("say", "tell", "add", "state", "report")
    found = children(verb, *content, *([] if bare else ["prep"]))
    return any(not is_set_apart(c) or c.dep_ != "ccomp" for c in found)


def statement_stands(verb: "Token") -> bool:
    """A statement is news when a named person or office makes it; a news outlet's report is not."""
    speaker = subject(verb)
    if speaker is None or not is_main(verb) or not says_something(verb) or is_outlet(speaker):
        return False
    return is_named(verb)


def performs(verb: "Token") -> bool:
    """ "declared a state of emergency": the words are the deed, whoever says them."""
    acts = verb.lemma_ in words(_CUES, "speech", "acts") and is_main(verb)
    return acts and child(verb, "dobj", "nsubjpass") is not None and child(verb, "ccomp") is None


def reports(verb: "Token") -> bool:
    """ "said that ...": no "acknowledged an alarm", "declared the area safe"."""
    content = child(verb, "ccomp")
    return content is not None and finite(content) is not None


def is_named(verb: "Token") -> bool:
    """Whether a person or office with a name makes the statement, and no news outlet."""
    speaker = subject(verb)
    if speaker is None or is_outlet(speaker):
        return False
    around = [speaker, *children(speaker, "compound", "appos", "poss", "amod", "nmod")]
    return any(t.ent_type_ or t.pos_ == "PROPN" for t in around) or any(
        t.ent_type_ in ("PERSON", "ORG") for t in speaker.subtree
    )


def content_stands(verb: "Token", judged: Factuality) -> bool:
    """Reported content is news when an outlet reports it as done."""
    statement = reporting_verb(verb)
    if statement is None or (verb.head.i != statement.i and verb.dep_ != "ROOT"):
        return False
    if verb.i < statement.i and judged.modality is Modality.HAPPENED and not judged.negated:
        return not is_remark(statement) and weighs(verb, judged)  # "..., officials said" only sources what happened
    speaker = subject(statement)
    open_or_said = judged.modality in (Modality.POSSIBLE, Modality.OPINION)
    return not open_or_said and speaker is not None and is_outlet(speaker)
