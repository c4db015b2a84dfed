"""What a news story tells, without a time, of the day on which it appears.

Its first sentence, and what it later tells in the perfect: "A court has ruled that ...", "The minister says ...",
"Crews are battling ...".
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import Candidate, is_event_head
from timeline_app.extraction.events.factuality import Factuality
from timeline_app.extraction.events.kinds import kind_of
from timeline_app.extraction.events.light_verbs import carried_noun, is_speech
from timeline_app.extraction.events.statements import is_main, says_something, weighs
from timeline_app.extraction.events.story_line import BY_DEFAULT, LIKELY_TODAY, is_heading, is_prose, sentences
from timeline_app.extraction.events.time_links import TimeLink
from timeline_app.extraction.events.tree import child, finite
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import DateBasis, Modality
from timeline_app.model.source import DocumentKind, SegmentKind, Source

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_AT_SOME_TIME = frozenset(("recently", "once", "already"))
_OPENS = TimeLink((), DateBasis.PUBLICATION, opens=True)
_PRESENT = ("VBZ", "VBP")
_SPANS = frozenset(("for", "since", "in", "over", "during", "within", "by", "from", "at", "on"))
_POINTING = frozenset(("this", "that", "these", "those", "few", "nobody", "none", "my", "our"))
_ACTORS = ("PERSON", "ORG", "GPE", "NORP")
_PERSONS = ("he", "she", "they")
_TIMES = ("DATE", "TIME")


def told_today(
    source: Source, candidates: Sequence[Candidate], links: Mapping[int, TimeLink], judged: Mapping[int, Factuality]
) -> dict[int, TimeLink]:
    """ "A court has ruled that ...": what opens a news story, undated, is that day's news.

    Its headline goes with what it tells in the perfect; likely.
    """
    if source.context.document_kind is not DocumentKind.NEWS:
        return {}
    headline: list[Token] = []
    opens: dict[int, TimeLink] | None = None
    for sentence, group in sentences(candidates):
        verbs = [c.token for c in group if not c.noun]
        segment = source.segment_at(sentence.start_char)
        if segment is not None and (segment.kind is SegmentKind.HEADLINE or is_heading(sentence, source)):
            headline += [verb for verb in verbs if verb.dep_ in ("ROOT", "conj")]
            continue
        if not verbs or sentence.end >= len(sentence.doc):
            if verbs and is_prose(sentence, source):
                return {}  # one sentence alone is no story
            continue
        undated = [v for v in verbs if v.i not in links]
        if opens is None and (segment is None or segment.kind is SegmentKind.BODY):
            opens = {v.i: _OPENS for v in undated if _opens(v, judged[v.i])}
            if len(undated) == len(verbs):
                opens |= {v.i: LIKELY_TODAY for v in verbs if _is_done(v, judged[v.i])}
        if is_prose(sentence, source):
            news = [v for v in undated if not is_speech(v) and _is_news(v, judged[v.i])]
            told = (v for v in headline if news and v.i not in links and judged[v.i].modality is Modality.HAPPENED)
            return (opens or {}) | {verb.i: LIKELY_TODAY for verb in (*told, *news)}
    return opens or {}


def told_since(
    source: Source, candidates: Sequence[Candidate], links: Mapping[int, TimeLink], judged: Mapping[int, Factuality]
) -> dict[int, TimeLink]:
    """ "Forty homes have been destroyed.": a deed that news tells in the perfect, undated, is likely of that day.

    Read in 165 stories, four of five were.
    """
    if source.context.document_kind is not DocumentKind.NEWS:
        return {}
    found: dict[int, TimeLink] = {}
    for sentence, group in sentences(candidates):
        alone = sentence.end - sentence.start == len(sentence.doc)
        if not alone and is_prose(sentence, source):
            verbs = (c.token for c in group if not c.noun and links.get(c.token.i, BY_DEFAULT) == BY_DEFAULT)
            for verb in verbs:
                state = judged[verb.i]
                deed = not is_speech(verb) and _is_news(verb, state) and (weighs(verb, state) or _is_act(verb))
                if (deed or _is_on(verb, state)) and not _is_of_no_day(verb):
                    found[verb.i] = LIKELY_TODAY
    return found


def is_repeated(verb: "Token") -> bool:
    """ "has long denied": no deed of one day."""
    adverbs = words(_CUES, "adverbs", "repeated") | _AT_SOME_TIME
    return any(c.dep_ in ("advmod", "npadvmod") and c.lower_ in adverbs for c in verb.children)


def _opens(verb: "Token", state: Factuality) -> bool:
    """Whether the main clause of the first sentence says something, or tells what is under way."""
    carrier = finite(verb)
    if verb.dep_ != "ROOT" or carrier is None or carrier.tag_ not in _PRESENT or is_repeated(verb):
        return False
    if child(verb, "nsubj", "nsubjpass") is None or not is_main(verb):
        return False
    if is_speech(verb):
        return state.real and not state.negated and says_something(verb)
    under_way = verb.tag_ == "VBG" and carrier.lemma_ == "be" and state.modality is Modality.ONGOING
    return under_way and verb.lemma_.lower() not in words(_CUES, "verbs", "states")


def _is_done(verb: "Token", state: Factuality) -> bool:
    """ "Gunmen shot three guards in Tarn, police said": a deed of which a history would not say who said so."""
    carrier = finite(verb)
    simple = carrier is not None and carrier.tag_ == "VBD" and carrier.lemma_ != "have"
    told = verb.dep_ == "ccomp" and verb.i < verb.head.i and is_speech(verb.head)
    own = child(verb, "nsubj", "nsubjpass")
    known = own is not None and own.pos_ != "PRON"
    return simple and told and known and not is_speech(verb) and weighs(verb, state) and not is_repeated(verb)


def _is_on(verb: "Token", state: Factuality) -> bool:
    """ "Envoys are meeting in Tarn": a deed of a listed kind that is under way."""
    carrier = finite(verb)
    going = verb.tag_ == "VBG" and carrier is not None and carrier.tag_ in _PRESENT and carrier.lemma_ == "be"
    if not going or state.modality is not Modality.ONGOING or state.negated or is_speech(verb) or not is_main(verb):
        return False
    return kind_of(verb.lemma_.lower(), noun=False) is not None and not _lasts(verb)


def _is_news(verb: "Token", state: Factuality) -> bool:
    """Whether a main clause tells in the perfect, with no length or time of its own, what has been done."""
    first = verb
    while first.dep_ == "conj" and finite(first) is None and first.head.pos_ == "VERB":
        first = first.head
    carrier = finite(first)
    perfect = carrier is not None and carrier.i != first.i and carrier.tag_ in _PRESENT and carrier.lemma_ == "have"
    told = verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and verb.i < verb.head.i and is_speech(verb.head))
    if not perfect or not told or verb.tag_ != "VBN" or state.modality is not Modality.HAPPENED or state.negated:
        return False
    befell = child(verb, "expl") is not None and carried_noun(verb) is not None  # "There has been another attack"
    lasting = verb.lemma_.lower() in words(_CUES, "verbs", "states") and not befell
    return not _lasts(verb) and not is_repeated(verb) and not lasting


def _is_act(verb: "Token") -> bool:
    """ "The ministry has put an offer to the crews": somebody did it to something, or it was done to a thing."""
    own = child(verb, "nsubj", "nsubjpass")
    if own is None or verb.lemma_.lower() in words(_CUES, "verbs", "of_amounts"):
        return False
    if own.dep_ == "nsubjpass":
        return not is_event_head(own)
    acts = words("events_nouns", "nouns", "people") | words("events_nouns", "nouns", "bodies")
    return own.ent_type_ in _ACTORS or own.pos_ == "PROPN" or own.lemma_.lower() in acts or own.lower_ in _PERSONS


def _lasts(verb: "Token") -> bool:
    """ "has run for two days", "been locked in talks for weeks", "since May"; no "has been jailed for two years".

    Neither "has been adjourned until Monday", which tells what was done.
    """
    term = _SPANS - {"for"} if verb.lemma_.lower() in words(_CUES, "verbs", "for_a_term") else _SPANS
    spans = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in term]
    inner = (thing for c in verb.children if c.dep_ == "prep" for thing in c.children if thing.dep_ == "pobj")
    spans += [c for thing in inner for c in thing.children if c.dep_ == "prep" and c.lower_ == "for"]
    return any(t.ent_type_ in _TIMES for span in spans for t in span.children)


def _is_of_no_day(verb: "Token") -> bool:
    """ "has been arrested three times", "those clashes have left ...", "very few have been arrested"."""
    own = child(verb, "nsubj", "nsubjpass")
    pointed = own is not None and any(c.lower_ in _POINTING for c in (own, *own.children))
    earlier = any(c.dep_ == "advmod" and c.lower_ in ("before", "previously") for c in verb.children)
    return pointed or earlier or any(c.lower_ in ("times", "twice", "far") for c in verb.subtree)
