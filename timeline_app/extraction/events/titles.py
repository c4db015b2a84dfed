"""Titles: the clause itself, cut at its edges until it reads like a headline and fits in 90 characters."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.antecedents import antecedent, object_before
from timeline_app.extraction.events.called import short_name
from timeline_app.extraction.events.candidates import is_event_head
from timeline_app.extraction.events.clause_parts import around, own_subject, twin
from timeline_app.extraction.events.cutting import Cut
from timeline_app.extraction.events.factuality import is_conditional
from timeline_app.extraction.events.finite_forms import (
    bare_passive,
    doer,
    finite_forms,
    past,
    reduced_passive,
    shared_helpers,
    straight_order,
)
from timeline_app.extraction.events.headline import EDGE, LONGEST, finish, join
from timeline_app.extraction.events.light_verbs import carried_noun, is_speech
from timeline_app.extraction.events.participants import is_plain_opening, name_of
from timeline_app.extraction.events.polarity import is_negated
from timeline_app.extraction.events.shortening import shorten
from timeline_app.extraction.events.soundness import own_words
from timeline_app.extraction.events.statements import only_shows
from timeline_app.extraction.events.subject_names import (
    full_name,
    owned_object,
    owner,
    relative_object,
    subject_text,
    thing_told_of,
)
from timeline_app.extraction.events.took_until import done_at_last
from timeline_app.extraction.events.tree import (
    AUXILIARIES,
    SUBJECTS,
    ancestors,
    child,
    finite,
    is_clause_head,
    is_question,
    is_set_apart,
    kept_by,
    subject,
)
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CUES = "events_cues"
_PUBLISHING = frozenset(("publish", "release", "issue", "post", "share", "upload", "circulate", "broadcast"))
_LONG_NAME = 45
_QUOTES = frozenset(('"', "“", "”", "``", "''"))
_OBJECTS = ("dobj", "pobj", "dative")


def noun_title(noun: "Token", timed: frozenset[int]) -> str:
    """Title of an event noun: its noun phrase without article, time and clauses.

    What a statement said is added.
    """
    cut = Cut(timed)
    cut.take(noun, [c for c in noun.children if _is_loose(c)])
    if len(cut.kept) == 1:
        cut = Cut(timed - _dates_of(noun, timed))  # "2003 invasion", "Armistice of 1953": the bare word says too little
        cut.take(noun, [c for c in noun.children if _is_loose(c)])
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    edge = of is not None and len(cut.kept) == 1 and of.head.lemma_.lower() in words("events_nouns", "nouns", "edges")
    if of is not None and (edge or kept_by(of.head) is noun):  # "End of the war", "Two days of mourning"
        return noun_title(of.head, timed - {t.i for t in of.head.subtree if t.i < of.i})
    cut.drop_halves()
    shorten(cut, noun)
    title = cut.text(owner(noun, timed))
    said = _relative_content(noun, timed, len(title) + 1) if len(title) < _LONG_NAME else ""
    if said:
        title = f"{title} {said}"
    return finish(title)


def _dates_of(noun: "Token", timed: frozenset[int]) -> frozenset[int]:
    """The date right before a noun, or behind its "of": one with a figure, no "Thursday"."""
    doc, first, last = noun.doc, noun.i - 1, noun.i + 1
    while first in timed:
        first -= 1
    if last < len(doc) and doc[last].lower_ == "of":
        last += 1
        while last in timed:
            last += 1
    found = frozenset(range(first + 1, last)) - {noun.i}
    whole = found <= {t.i for t in noun.subtree}
    return found if whole and any(doc[i].text[:1].isdigit() for i in found) else frozenset()


def _is_loose(token: "Token") -> bool:
    """Parts of a noun phrase that are not its core: later conjuncts, appositions, clauses, articles."""
    if token.dep_ == "det":
        return bool(token.lower_ not in ("no", "another", "any"))
    if token.dep_ == "amod" and token.tag_ == "VBG":
        return child(token, "advmod") is not None  # "the thus far tenuously holding deal"
    if token.is_punct:
        return bool(token.tag_ != "HYPH")
    if token.dep_ == "acl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
        return token.head.lemma_.lower() not in words(_CUES, "titles", "aims")  # "an attempt to seize Mira"
    return token.dep_ in ("predet", "cc", "conj", "appos", "acl", "advcl")


def _relative_content(noun: "Token", timed: frozenset[int], used: int) -> str:
    """ "a statement last Friday which threatened that ...": the clause on a noun, without its "which"."""
    index = noun.i + 1
    doc = noun.doc
    while index < len(doc) and (index in timed or doc[index].lower_ in (",", "on", "in")):
        index += 1
    if index >= len(doc) or doc[index].lower_ not in ("which", "that") or doc[index].dep_ not in SUBJECTS:
        return ""
    verb = doc[index].head
    if not is_clause_head(verb) or finite(verb) is None or verb.i < index:
        return ""
    cut = Cut(timed)
    cut.take(verb, [doc[index], *around(verb)])
    shorten(cut, verb, used)
    return cut.text().strip(EDGE)


def clause_title(verb: "Token", timed: frozenset[int], event: "Token | None" = None, *, done: bool = False) -> str:
    """Title of a clause: subject, verb and complements; what modifies the whole is cut.

    A missing subject is taken from the clause above, a pronoun resolved where only one name fits.  `event` is a word
    within the clause that must stay, because the title is its.  `done` tells that the clause is told as done.
    """
    if event is None and (finding := _finding(verb)) is not None:
        return clause_title(finding, timed)
    path = frozenset() if event is None else frozenset(t.i for t in (event, *ancestors(event)) if t.i != verb.i)
    carried = carried_noun(verb)
    if carried is not None and verb.lemma_ == "be" and verb.tag_ == "VBD" and event is None and not is_negated(verb):
        return noun_title(carried, timed)  # "The last contact was at 00:41"
    thing = child(verb, "dobj") if verb.dep_ == "pcomp" and verb.lemma_ == "continue" else None
    if (at_last := done_at_last(verb)) is not None and event is None:
        return _at_last(*at_last, timed)
    if (outcome := _outcome(verb)) is not None and event is None:
        return noun_title(outcome, timed)
    carried = thing if thing is not None and is_event_head(thing) else carried
    if carried is not None and finite(verb) is None and (subject(verb) is None or verb.dep_ == "pcomp"):
        return noun_title(carried, timed)  # "continuing escalation" in an adverbial
    content = child(verb, "ccomp")
    again = any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)  # "They say so, but she says it is not"
    content = None if again else content
    if (
        content is not None
        and content.i < verb.i
        and event is None
        and not is_set_apart(content)
        and (is_speech(verb) or only_shows(verb))
    ):
        return finish(_turned(verb, content, timed))
    cut = Cut(timed, path)
    first = _first_of(event, verb) if event is not None else None
    if event is None or first is None:
        cut.take(verb, around(verb))
    else:
        Cut.take(plain := Cut(timed), verb, [*around(verb), first])
        cut.take(event, around(event))
        cut.kept |= plain.kept
    opening = cut.kept[min(cut.kept)] if cut.kept else verb
    if opening.tag_ in ("WDT", "WP") and opening.dep_ not in SUBJECTS and len(cut.kept) > 1 and opening.i < verb.i:
        del cut.kept[opening.i]  # "jets which it will begin to fly"
    elif opening.lower_ == "that" and opening.dep_ == "mark" and len(cut.kept) > 1:
        del cut.kept[opening.i]  # "That the store burned is clear"
    for part in owned.subtree if (owned := owned_object(verb)) is not None else ():
        cut.kept.pop(part.i, None)  # told behind the verb
    cut.drop_halves()
    prefix, replaced = subject_text(verb, cut, timed)
    replaced |= _objects(cut, timed)
    helpers = shared_helpers(verb) if prefix else ""
    replaced |= finite_forms(verb, doer(verb), done=done) | straight_order(verb)
    if verb.i in replaced and (pair := twin(verb)) is not None:
        replaced[pair.i] = past(pair)  # "besieging and taking Orsk"
    if prefix:
        replaced |= bare_passive(verb, thing_told_of(verb) or subject(verb))
        replaced |= reduced_passive(verb, doer(verb)) if done and event is None else {}
    cut.mend(verb)
    shorten(cut, verb, len(prefix) + len(helpers) + _longer(replaced, cut), event)
    cut.mend(verb)
    if event is None and (line := own_words(cut.kept, verb, own_subject(verb), timed)):
        return finish(line)
    when = _when(verb, timed) if event is None else ""
    question = "?" if verb.dep_ == "ROOT" and is_question(verb) else ""
    replaced = relative_object(verb, timed) | replaced
    title = finish(f"{prefix}{helpers}{cut.text(replaced)}", whole=cut.ends_in_particle())
    room = LONGEST - len(prefix) - len(helpers) - _longer(replaced, cut)
    if title.endswith("…") and cut.end_at_phrase(verb, room):
        title = finish(f"{prefix}{helpers}{cut.text(replaced)}") + "…"
    return (f"{title} {when}" if when and len(title) + len(when) < LONGEST else title) + question


def _at_last(who: "Token", deed: "Token", timed: frozenset[int]) -> str:
    """ "It took prosecutors until May to charge both men" as "Prosecutors charged both men"."""
    cut = Cut(timed)
    cut.take(deed, around(deed))
    cut.kept = {i: t for i, t in cut.kept.items() if i >= deed.i}
    opening = f"{full_name(who, timed)} "
    shorten(cut, deed, len(opening))
    return finish(f"{opening}{cut.text({deed.i: past(deed)})}")


def _finding(verb: "Token") -> "Token | None":
    """ "A study published on Monday found that …": the finding is the news, and came with the publication."""
    if verb.dep_ != "acl" or verb.lemma_ not in _PUBLISHING or verb.tag_ != "VBN":
        return None
    noun = next((a for a in ancestors(verb) if a.dep_ in SUBJECTS), None)
    above = noun.head if noun is not None and noun.i < verb.i < noun.head.i else None
    carrier = finite(above) if above is not None else None
    if above is None or carrier is None or carrier.tag_ == "MD" or is_negated(above):
        return None
    found = above.lemma_ in words(_CUES, "titles", "sourcing") and child(above, "ccomp", "dobj") is not None
    return above if found else None


def _outcome(verb: "Token") -> "Token | None":
    """ ", resulting in the closure of ten plants": what came of all that the clause above tells."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl") or child(verb, *SUBJECTS, *AUXILIARIES) is not None:
        return None
    into = child(verb, "prep") if verb.lemma_ in words("verb_forms", "like", "outcomes") else None
    return child(into, "pobj") if into is not None else None


def _longer(replaced: dict[int, str], cut: Cut) -> int:
    """How much longer than the words in their place the names are."""
    return sum(len(name) - len(cut.kept[i].text) for i, name in replaced.items() if i in cut.kept)


def _first_of(event: "Token", verb: "Token") -> "Token | None":
    """ "expects to resume tests in May and to report in June": the first of them, where the event is another.

    Only where the event brings its own "to": "plans to close the mine and sell it" is told whole.
    """
    top = event
    while top.dep_ == "conj" and top.head.i != top.i:
        top = top.head
    own = top is not event and event.pos_ != "NOUN" and any(c.tag_ == "TO" for c in event.children)
    return top if own and top.head is verb and top.dep_ == "xcomp" else None


def _when(verb: "Token", timed: frozenset[int]) -> str:
    """ "died when the ferry sank": what a title of few words owes its reader."""
    clause = next((c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and c.tag_ == "VBD"), None)
    if clause is None or verb.tag_ not in ("VBD", "VBN") or not any(c.lower_ == "when" for c in clause.children):
        return ""
    cut = Cut(timed)
    cut.take(clause, [c for c in clause.children if c.dep_ == "conj" or c.dep_ == "cc"])
    line = cut.text().strip(EDGE)
    return line if line.startswith("when ") else ""


def line_title(verb: "Token", timed: frozenset[int]) -> str:
    """Title of a clause in which no subject was found: the sentence up to the clause's end, without its times."""
    words_of_clause = verb.doc[_after_source(verb) : verb.right_edge.i + 1]
    line = [t for t in words_of_clause if t.i not in timed and not _leads_to_time(t, timed)]
    return finish(join(line, {}))


def _after_source(verb: "Token") -> int:
    """Where the sentence of a verb begins to tell: behind "According to its report,"."""
    first, doc = verb.sent.start, verb.doc
    if doc[first].lower_ != "according":
        return first
    return next((i + 1 for i in range(first, verb.i) if doc[i].text == ","), first)


def _leads_to_time(word: "Token", timed: frozenset[int]) -> bool:
    """The prepositions of "as of 3 pm"."""
    last = len(word.doc) - 1
    while word.pos_ == "ADP" and word.i < last:
        word = word.nbor()
        if word.i in timed:
            return True
    return False


def _is_quoted(content: "Token") -> bool:
    """Whether a clause stands in quotation marks: somebody's own words."""
    doc, last, own = content.doc, content.right_edge.i, own_subject(content)
    before = doc[max(content.left_edge.i - 1, content.sent.start) : content.left_edge.i + 1]
    after = [t.text for t in doc[last : min(last + 3, len(doc))]]
    closed = "," in after and not _QUOTES.isdisjoint(after)  # "“I saw him. I told him,” she said"
    return any(t.text in _QUOTES for t in before) or (closed and own is not None and own.lower_ in ("i", "we"))


def _turned(verb: "Token", content: "Token", timed: frozenset[int]) -> str:
    """ "Militants fled, the army said" as "Army said militants fled"."""
    speaker, told = subject(verb), child(verb, "dobj", "dative")
    if speaker is not None and speaker.pos_ == "PRON":
        speaker = antecedent(speaker) or speaker
    opening = f"{full_name(speaker, timed)} {verb.text} " if speaker is not None else ""
    if opening and told is not None and told.i > verb.i and verb.lemma_ == "tell":
        opening += f"{full_name(told, timed)} "
    condition = next((c for c in content.children if c.dep_ == "advcl" and c.i < content.i and is_conditional(c)), None)
    parts = [(content, [*around(content), *([condition] if condition is not None else [])])]
    if condition is not None:
        parts.append((condition, []))
    lines: list[str] = []
    quoted = _is_quoted(content)
    for head, skipped in parts:
        cut = Cut(timed)
        cut.take(head, skipped)
        shorten(cut, head, len(opening) + sum(map(len, lines)))
        line = cut.text().strip(f'{EDGE}“”"')
        first = min((t for t in cut.kept.values() if t.is_alpha), key=lambda t: t.i, default=head)
        lines.append(line[:1].lower() + line[1:] if is_plain_opening(first) and not quoted else line)
    return f"{opening.rstrip()}: “{' '.join(lines)}”" if quoted and opening else opening + " ".join(lines)


def _objects(cut: Cut, timed: frozenset[int]) -> dict[int, str]:
    """ "Putin congratulated him": the name in place of an object's pronoun, where only one fits."""
    pronouns = [t for t in cut.kept.values() if t.lower_ in ("him", "her", "it", "them") and t.dep_ in _OBJECTS]
    found = {t.i: object_before(t, "it") if t.lower_ == "it" else antecedent(t) for t in pronouns}
    told = {t.text for t in cut.kept.values()}  # "Brand said the guards stopped him": named already
    found = {i: noun for i, noun in found.items() if noun is not None and noun.text not in told}
    return {i: short_name(noun) or _named(noun, timed) for i, noun in found.items() if noun is not None}


def _named(noun: "Token", timed: frozenset[int]) -> str:
    """A name as it stands behind a verb: "left the navy"."""
    own = child(noun, "appos")
    described = own is not None and own.ent_type_ == "PERSON" and own.pos_ == "PROPN" and own.left_edge.i > noun.i + 1
    if own is not None and described:
        return short_name(own) or name_of(own, timed)  # "the head of the club, Ole Brand"
    name = name_of(noun, timed)
    definite = any(c.dep_ == "det" and c.lower_ in ("the", "a", "an") for c in noun.children)
    return f"the {name}" if name and definite and noun.pos_ == "NOUN" else name
