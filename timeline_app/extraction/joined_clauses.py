"""Two clauses that the parser ran into one: a second one behind "as", behind "and", or with no word between."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_HELPERS = ("aux", "auxpass")
_TELLING = frozenset(("tell", "inform", "assure", "remind", "warn", "notify"))
_TOLD = frozenset(("story", "truth", "tale", "lie", "joke", "news", "secret", "name", "thing", "fact", "version"))
_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def part_clauses(token: "Token") -> None:
    """Gives each of two clauses its own words, where the first of them took the second's."""
    match token.dep_:
        case "acl" if token.tag_ == "VBD":
            _wake_behind_as(token)
        case "acl" if token.tag_ == "VBN":
            _join_gapped(token)
        case "conj" if token.tag_ == "VBG":
            _raise_to_helped(token)
        case "relcl":
            _raise_told(token)
        case "advcl" if token.tag_ == "VBD":
            _open_told(token)
        case "advcl" if token.tag_ == "VBN":
            _count_gapped(token)
        case _:
            return


def _wake_behind_as(verb: "Token") -> None:
    """ "was shot as guards charged into the camp": a form tagged as finite behind "as" and its doer, read as theirs."""
    doer, mark = verb.head, verb.head.head
    above = mark.head
    behind = mark.lower_ == "as" and mark.dep_ == "prep" and doer.dep_ == "pobj" and verb.i == doer.i + 1
    if verb.tag_ != "VBD" or not behind or above.pos_ != "VERB" or above.i > mark.i:
        return
    doer.dep_ = "nsubj"
    doer.attach(verb)
    verb.dep_ = "advcl"
    verb.attach(above)
    mark.dep_ = "mark"
    mark.attach(verb)


def _join_gapped(verb: "Token") -> None:
    """ "fell after ten people were killed and hundreds injured": the hundreds were, and nobody fell them."""
    done_to, above = verb.head, verb.head.head
    joint = verb.doc[done_to.left_edge.i - 1] if done_to.left_edge.i > 0 else verb
    first = joint.head
    listed = done_to.dep_ == "conj" and first is above
    gapped = listed or (done_to.dep_ == "dobj" and first.head is above and first.dep_ == "advcl")
    if not gapped or joint.dep_ != "cc" or joint.lower_ != "and" or not first.i < joint.i < verb.i == done_to.i + 1:
        return
    if first.tag_ != "VBN" or not any(c.dep_ == "auxpass" for c in first.children):
        return
    verb.dep_ = "conj"
    verb.attach(first)
    done_to.dep_ = "nsubjpass"
    done_to.attach(verb)


def _raise_to_helped(verb: "Token") -> None:
    """ "are hoping rain will help but are expecting wind": the helper is the hoping people's, where rain "will"."""
    content, said = verb.head, verb.head.head
    if content.dep_ != "ccomp" or content.i < said.i or any(c.dep_ in (*_SUBJECTS, "mark") for c in verb.children):
        return
    own, inner, outer = ([c for c in head.children if c.dep_ in _HELPERS] for head in (verb, content, said))
    alike = own and outer and own[0].lower_ == outer[0].lower_ and verb.tag_ == said.tag_
    if not alike or not inner or inner[0].lower_ == own[0].lower_ or own[0].tag_ == "TO":
        return
    joint = next((c for c in content.children if c.dep_ == "cc" and content.i < c.i < verb.i), None)
    if joint is not None:
        verb.attach(said)
        joint.attach(said)


def _open_told(verb: "Token") -> None:
    """ "has confirmed two men hurt themselves": what somebody says that others did, read as somebody's own deed."""
    said = verb.head
    others = next((c for c in said.children if c.dep_ == "dobj" and c.right_edge.i == verb.left_edge.i - 1), None)
    if others is None or others.i < said.i or said.lemma_.lower() not in words("events_cues", "speech", "verbs"):
        return
    if any(c.dep_ in (*_SUBJECTS, *_HELPERS, "mark") for c in verb.children):
        return
    if any(c.dep_ == "dobj" for c in verb.children):
        verb.dep_, others.dep_ = "ccomp", "nsubj"
        others.attach(verb)


def _count_gapped(verb: "Token") -> None:
    """ "Two were killed in the strikes and around 120 injured": the 120, read as one more place."""
    first, done_to = verb.head, verb.doc[verb.i - 1]
    if done_to.tag_ != "CD" or done_to.dep_ != "conj" or first.tag_ != "VBN" or not first.i < done_to.i < verb.i:
        return
    joint = verb.doc[done_to.left_edge.i - 1]
    bare = not any(c.dep_ in (*_SUBJECTS, *_HELPERS, "mark", "dobj") for c in verb.children)
    if joint.lower_ == "and" and bare and any(c.dep_ == "auxpass" for c in first.children):
        verb.dep_, done_to.dep_ = "conj", "nsubjpass"
        done_to.attach(verb)
        joint.attach(first)


def _raise_told(clause: "Token") -> None:
    """ "told the station she had gone": what the station was told, and no station that she had gone."""
    hearer, verb = clause.head, clause.head.head
    if hearer.dep_ != "dobj" or verb.lemma_ not in _TELLING or hearer.lemma_.lower() in _TOLD or verb.i > hearer.i:
        return
    own = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if (
        own is not None
        and own.tag_ not in ("WDT", "WP", "WP$")
        and own.left_edge.i == hearer.i + 1 == clause.left_edge.i
    ):
        clause.dep_ = "ccomp"
        clause.attach(verb)
