"""Who says so: the statement that governs a reported clause, its speaker, the outlet and what the outlet cites."""

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.light_verbs import is_speech
from timeline_app.extraction.events.participants import name_of
from timeline_app.extraction.events.story import StorySoFar
from timeline_app.extraction.events.tree import ancestors, child, children, is_clause_head, is_set_apart, subject
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Attribution

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_CUES = "events_cues"
_ABOUT = frozenset(("of", "about", "on", "to", "with", "against", "for", "by", "between", "in", "at", "across", "near"))


def reporting_verb(token: "Token") -> "Token | None":
    """The verb of speech in whose content a word stands, None outside reported speech."""
    word = token
    for above in (token, *ancestors(token)):
        if is_clause_head(above) and above.i != token.i and is_speech(above) and not is_set_apart(word):
            if word.dep_ in ("ccomp", "xcomp", "prep", "dobj", "pcomp") and word.i != above.i:
                return above
            if word.dep_ in ("advcl", "relcl", "acl"):
                return None
        if (above.dep_ == "prep" and above.lower_ not in _ABOUT) or _is_measure(above):
            return None
        aside = next((c for c in above.children if c.dep_ in ("parataxis", "ccomp") and _is_aside(c)), None)
        if is_clause_head(above) and aside is not None and aside.i != token.i and not _below(token, aside):
            return aside
        word = above
    return None


def _is_measure(clause: "Token") -> bool:
    """ "accused him of it in the worst row since police stormed the house": the report's own words."""
    mark = child(clause, "mark") if clause.dep_ == "advcl" and clause.head.pos_ == "NOUN" else None
    return mark is not None and mark.lower_ == "since"


def _is_aside(verb: "Token") -> bool:
    """ "..., Elaph reported.": a verb of speech with a subject and no content of its own."""
    return (
        is_speech(verb)
        and subject(verb) is not None
        and child(verb, "ccomp", "dobj", "neg") is None
        and verb.i > verb.head.i
        and child(verb, "mark") is None
        and verb.doc[verb.left_edge.i - 1].text in (",", "”", '"', "''", "—", "–", "-")
    )


def _below(token: "Token", top: "Token") -> bool:
    return token.i == top.i or any(a.i == top.i for a in ancestors(token))


def find_attribution(token: "Token", outlets: dict[int, str], said_when: dict[int, str]) -> Attribution | None:
    """Who the text says reports the clause or noun that `token` heads.

    `outlets` maps token index to the last outlet named before it, for "the report said"; `said_when` the index of a
    dated verb to its time phrase.
    """
    verb = reporting_verb(token)
    if verb is not None:
        return replace(_of_statement(verb, outlets), when=said_when.get(verb.i))
    return _according_to(token, outlets)


def _of_statement(verb: "Token", outlets: dict[int, str]) -> Attribution:
    speaker = subject(verb)
    agent = child(verb, "agent")
    if speaker is not None and speaker.dep_ == "nsubjpass":
        speaker = child(agent, "pobj") if agent is not None else None
    name = name_of(speaker) if speaker is not None else None
    outlet = outlet_of(speaker) if speaker is not None else None
    if outlet is None and speaker is not None and speaker.lemma_.lower() in ("report", "story", "article"):
        outlet = outlets.get(speaker.i)
    return Attribution(speaker=name or None, outlet=outlet, cites=_cited(verb))


def _cited(verb: "Token") -> str | None:
    """ "citing security sources": what the speaker goes by."""
    for c in verb.children:
        if c.dep_ == "advcl" and c.lemma_ in ("cite", "quote"):
            cited = child(c, "dobj")
            return name_of(cited) if cited is not None else None
    return None


def _according_to(token: "Token", outlets: dict[int, str]) -> Attribution | None:
    for word in (token, *ancestors(token)):
        for c in children(word, "prep"):
            if c.lower_ == "according":
                to = child(c, "prep")
                source = child(to, "pobj") if to is not None else None
                if source is not None:
                    outlet = (
                        outlet_of(source) or outlets.get(source.i) if source.lemma_ == "report" else outlet_of(source)
                    )
                    return Attribution(speaker=name_of(source) or None, outlet=outlet)
        if is_clause_head(word) and word.dep_ == "ROOT":
            break
    return None


def is_outlet(speaker: "Token") -> bool:
    """Whether the speaker is a news outlet or its report, named or not."""
    around = [speaker, *(c for c in speaker.children if c.dep_ in ("compound", "appos", "nmod", "amod", "poss"))]
    media = words(_CUES, "speech", "outlets")
    return any(t.lower_ in media or t.lemma_.lower() in media for t in around)


def outlet_of(speaker: "Token") -> str | None:
    """The name of a news outlet, where the speaker is one: "The Elaph site", "news agency SANA"."""
    if not is_outlet(speaker):
        return None
    around = [speaker, *(c for c in speaker.children if c.dep_ in ("compound", "appos", "nmod", "amod", "poss"))]
    names = [t for t in around if t.pos_ == "PROPN"]
    if not names:
        return None
    best = next((t for t in names if t.dep_ == "appos"), names[0])
    doc = best.doc
    start = end = best.i
    while start > 0 and doc[start - 1].pos_ == "PROPN":
        start -= 1
    while end + 1 < len(doc) and doc[end + 1].pos_ == "PROPN":
        end += 1
    return str(doc[start : end + 1].text)


def outlets_before(doc: "Doc", story: StorySoFar) -> dict[int, str]:
    """For each token that could stand for a report, the outlet named last before it."""
    found: dict[int, str] = {}
    last = story.outlet
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        if last is not None:
            found[token.i] = last
        if token.dep_ in ("nsubj", "pobj", "nsubjpass", "dobj"):
            last = outlet_of(token) or last
    story.outlet = last
    return found
