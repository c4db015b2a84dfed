"""What a pronoun stands for: the one noun before it that fits, none where two do."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.clause_above import (
    PLACES,
    WHERE,
    before_semicolon,
    counted_above,
    doer_above,
    object_above,
    object_of_first,
    same_above,
    undergoer_above,
)
from timeline_app.extraction.events.light_verbs import is_speech
from timeline_app.extraction.events.pronoun_fit import can_act, is_expletive, is_other_sex, is_thing, may_stand_for
from timeline_app.extraction.events.tree import (
    child,
    clause_head,
    is_passive,
    is_set_apart,
    subject,
)
from timeline_app.extraction.events.unnamed_persons import held_before, kin_before
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Run as DocSpan
    from timeline_app.extraction.doc import Token

_DOUBLE_QUOTES = frozenset(('"', "“", "”", "``", "''"))
_NAMING = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative"))
_ASIDE = frozenset(("with", "from", "at", "in", "near", "off", "on"))
_OWNERS = {"both": "they", "his": "he", "her": "she", "its": "it", "their": "they", "him": "he", "them": "they"}
_OBJECTS = frozenset(("dobj", "pobj", "dative"))
_PRONOUN_LABELS = {
    "he": ("PERSON",),
    "she": ("PERSON",),
    "it": ("ORG", "GPE"),
    "they": ("NORP", "ORG"),
}
# Sentences searched, its own included: persons stay in mind longer than things.
_LOOK_BACK = {"he": 4, "she": 4, "it": 2, "they": 2}
_LONGEST_CHAIN = 8  # sentences that go on with one pronoun


def antecedent(pronoun: "Token") -> "Token | None":
    """The noun that a pronoun stands for: the only fitting subject nearest before it, None where unsafe."""
    said = _OWNERS.get(pronoun.lower_, pronoun.lower_)
    labels = _PRONOUN_LABELS.get(said)
    if labels is None or (pronoun.lower_ == "it" and (is_expletive(pronoun) or _is_event(pronoun))):
        return None
    if pronoun.lower_ == "them" and pronoun.head.lower_ == "of" and pronoun.head.head.tag_ in ("CD", "DT", "JJS"):
        return None  # "hit 12 targets, four of them by night"
    if pronoun.lower_ == "it" and (known := _in_force(pronoun) or _going_on(pronoun)) is not None:
        return known
    quoted = said in ("it", "they") or pronoun.lower_ == "him"  # "“It hurt him,” he said": not who says so
    if quoted and _opens_quote(pronoun):
        return None
    if said == "it" and (speaker := _speaker_over(pronoun)) is not None:
        return speaker
    if (same := same_above(pronoun)) is not None:
        return antecedent(same)
    if pronoun.lower_ == "it" and (doer := doer_above(pronoun)) is not None:
        return doer
    if pronoun.lower_ == "it" and (undergoer := undergoer_above(pronoun)) is not None:
        return undergoer
    if said == "they" and (counted := counted_above(pronoun)) is not None:
        return counted
    if said == "it" and (done_to := object_of_first(pronoun)) is not None:
        return done_to
    if said == "they" and (first := before_semicolon(pronoun)) is not None:
        done_to = child(first, "dobj")
        return done_to if done_to is not None and done_to.tag_ in ("NNS", "NNPS") else None
    if said in ("he", "she") and (unnamed := kin_before(pronoun, said) or held_before(pronoun)) is not None:
        return unnamed
    if said in ("he", "she") and pronoun.dep_ in _OBJECTS and _opens_paragraph(pronoun):
        return None
    about = pronoun.doc.topic
    if about is not None and about[1] == said and about[0].idx < pronoun.idx:
        return about[0]
    if pronoun.dep_ == "dobj" and (taken := object_before(pronoun, said)) is not None:
        return taken
    if pronoun.tag_ == "PRP$" and (owner := _owner_in_clause(pronoun, said, labels)) is not None:
        return owner
    if pronoun.lower_ == "its" and (owner := object_above(pronoun)) is not None:
        return owner
    start, end = pronoun.sent.start, pronoun.i
    doer = subject(clause_head(pronoun)) if pronoun.dep_ in _OBJECTS else None
    if doer is not None and doer.pos_ == "PRON" and doer.i < pronoun.i:
        doer = antecedent(doer) or doer  # "they shot them": not themselves
    nearby = 1 if pronoun.lower_ == "it" and pronoun.dep_ == "nsubjpass" else _LOOK_BACK[said]
    for _ in range(_LONGEST_CHAIN):
        subjects = [t for t in pronoun.doc[start:end] if t.dep_ in ("nsubj", "nsubjpass")]
        subjects = [t for t in subjects if not _is_anothers_word(t, pronoun)]
        found = [t for t in subjects if may_stand_for(t, said, labels) and (doer is None or t.text != doer.text)]
        if said == "they" and _speaks(pronoun):
            found = [t for t in found if _may_speak(t)]
        if found:
            doubtful = found[0].tag_ in ("NN", "NNP") or pronoun.dep_ == "nsubjpass"
            if said == "they" and doubtful and _others_between(found[0], pronoun):
                return None  # "the ministry sent two magistrates, but they returned"
            if said == "they" and not _may_speak(found[0]) and _people_before(pronoun):
                return None  # "The boys had left. Their bicycles were found. They were brought home": who was?
            rivals = said == "it" and any(is_thing(t) for t in subjects if t.ent_type_ not in labels)
            return _owner_of(found[0], said) if len({t.text for t in found}) == 1 and not rivals else None
        odd = [t for t in subjects if t.tag_ == "NNP" and t.ent_type_ not in labels]
        if said in ("he", "she") and any(t.ent_type_ != "ORG" for t in odd):
            return None  # "Callum was found": a name that the recogniser did not take for a person's
        if said in ("he", "she") and _somebody_else(pronoun.doc[start:end], subjects, said, pronoun, doer):
            alone = _only_person(pronoun, said, start, end) if doer is None else None
            return alone or _speaker_before(pronoun, said, labels)
        if odd and said in ("he", "she"):
            return None
        nearby -= not any(t.lower_ == said and not is_expletive(t) for t in subjects)  # "He …. He …": the same one
        if nearby <= 0:
            break
        start, end = _sentence_before(pronoun.doc[start].sent)
    if said == "they" and doer is None:
        return _things_before(pronoun)
    if said in ("he", "she"):
        return _speaker_before(pronoun, said, labels)
    return _thing_before(pronoun) or _only_thing(pronoun) if pronoun.lower_ == "it" else None


def _is_event(pronoun: "Token") -> bool:
    """ "At 1:30 p.m. it happened again": what was told, and nobody."""
    return pronoun.dep_ == "nsubj" and pronoun.head.lemma_ in ("happen", "occur")


def _only_thing(pronoun: "Token") -> "Token | None":
    """ "The police opened an inquiry; it was suspended": nothing else that is told before is "it"."""
    verb, sentence = pronoun.head, pronoun.sent
    joined = next((c for c in verb.children if c.dep_ == "ccomp" and is_set_apart(c)), None)
    if verb.dep_ != "ROOT" or pronoun.dep_ not in ("nsubj", "nsubjpass") or not is_passive(verb):
        return None
    if joined is None and (sentence.start in pronoun.doc.paragraph_starts or sentence.start == 0):
        return None
    start, end = (sentence.start, pronoun.i) if joined is not None else _sentence_before(sentence)
    told = joined if joined is not None else pronoun.doc[start].sent.root
    named = [t for t in pronoun.doc[start:end] if t.dep_ in _NAMING and is_thing(t)]
    named = [t for t in named if t.ent_type_ not in WHERE and t.head.lower_ not in _ASIDE and not _is_period(t)]
    own = child(told, "dobj")
    return own if own is not None and [t.i for t in named] == [own.i] else None


def _is_anothers_word(noun: "Token", pronoun: "Token") -> bool:
    """ "“Gloria cried,” he said", "“Many left,” she said. They waited": a quotation tells of others than the report."""
    cited = noun.head
    if cited.dep_ == "advcl" and is_speech(cited) and any(c.lower_ == "as" for c in cited.children):
        return True  # "As the historian Ada Brand writes, “…”. His refusal was seen"
    verb = pronoun.head
    if noun.head.dep_ == "parataxis" and noun.head.head.i == verb.i and is_speech(noun.head):
        return True  # "where, police say, they hid the gun"
    content = child(verb, "ccomp") if pronoun.dep_ == "nsubj" and is_speech(verb) else None
    if content is not None and content.i < pronoun.i and content.left_edge.i <= noun.i < pronoun.i:
        return not is_set_apart(content)
    before = noun.doc[noun.sent.start : noun.i]
    quoted = sum(t.text in _DOUBLE_QUOTES for t in before) % 2 == 1
    return quoted and noun.sent.start != pronoun.sent.start


def _speaks(pronoun: "Token") -> bool:
    """Whether a pronoun says, finds or wants something: what no thing does."""
    verb = pronoun.head
    mind = is_speech(verb) or verb.lemma_.lower() in words("events_cues", "speech", "opinion")
    return pronoun.dep_ == "nsubj" and (mind or child(verb, "ccomp") is not None)


def _may_speak(noun: "Token") -> bool:
    named = noun.ent_type_ in ("PERSON", "NORP", "ORG", "GPE")
    lemma = noun.lemma_.lower()
    acting = words("events_nouns", "nouns", "people") | words("events_nouns", "nouns", "bodies")
    return named or lemma in acting or lemma.endswith(("er", "or", "ist", "ian", "ee", "man", "ant", "people"))


def _others_between(noun: "Token", pronoun: "Token") -> bool:
    """Several things, or "them", named since: "the ministry sent two magistrates", "The camera shows them"."""
    before = pronoun.doc[noun.i + 1 : pronoun.i]
    them = any(t.lower_ == "them" and t.sent.start != pronoun.sent.start for t in before)
    return them or any(t.tag_ in ("NNS", "NNPS") and t.dep_ in _NAMING for t in before)


def _people_before(pronoun: "Token") -> bool:
    """Whether the sentences before tell of several people, too: whom "they" would rather be than things."""
    start = pronoun.sent.start
    for _ in range(_LOOK_BACK["they"]):
        start, _end = _sentence_before(pronoun.doc[start].sent)
    before = pronoun.doc[start : pronoun.i]
    people = words("events_nouns", "nouns", "people")
    return any(
        t.dep_ in _NAMING and t.tag_ == "NNS" and (t.lemma_.lower() in people or t.ent_type_ == "NORP") for t in before
    )


def _opens_quote(pronoun: "Token") -> bool:
    """ "“They will have new names,” he said": what somebody means is not what the report told before."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return sum(t.is_quote or t.text in ("“", "”") for t in before) % 2 == 1


def _in_force(pronoun: "Token") -> "Token | None":
    """ "Parliament passed a law. It took effect in May": the law."""
    verb = pronoun.head
    told = {verb.lemma_.lower(), *(t.lower_ for t in verb.subtree)}
    if (
        pronoun.dep_ != "nsubj"
        or pronoun.sent.start == 0
        or not told & {"force", "effect", "expire", "lapse", "expired"}
    ):
        return None
    last = pronoun.doc[pronoun.sent.start - 1].sent.root
    thing = child(last, "dobj", "nsubjpass")
    return thing if thing is not None and is_thing(thing) else None


def _going_on(pronoun: "Token") -> "Token | None":
    """ "The mine was told to cut output, and in May it shut": the same thing, in a second main clause."""
    verb = pronoun.head
    first = verb.head
    own = child(first, "nsubj", "nsubjpass")
    if verb.dep_ != "conj" or first.dep_ != "ROOT" or pronoun.dep_ != "nsubj" or own is None or not is_thing(own):
        return None
    done_to = child(first, "dobj")
    if child(verb, "dobj", "ccomp", "xcomp") is None:
        return None  # "the war began in May, and it rained in June"
    return own if own.i < first.i and (done_to is None or not can_act(done_to)) and not is_expletive(pronoun) else None


def _speaker_over(pronoun: "Token") -> "Token | None":
    """ "The company replied that it had sold the ship": the body that says so."""
    clause = pronoun.head
    verb = clause.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp" or verb.i > pronoun.i:
        return None
    if clause.lemma_ in words("events_cues", "verbs", "of_amounts") and child(clause, "dobj") is None:
        return None  # "the bank warned that it could rise to 70%"
    own = child(verb, "nsubj")
    return own if own is not None and own.tag_ in ("NN", "NNP", "NNPS") and can_act(own) else None


def _speaker_before(pronoun: "Token", said: str, labels: tuple[str, ...]) -> "Token | None":
    """ "Mr Brand said …. “I am ready.” On Friday he said": who spoke last, where nobody else acted since."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.dep_ != "ROOT" or not is_speech(verb):
        return None
    start, end = pronoun.sent.start, pronoun.i
    for _ in range(_LONGEST_CHAIN):
        acting = [t for t in pronoun.doc[start:end] if t.dep_ in ("nsubj", "nsubjpass") and t.head.dep_ != "ccomp"]
        named = [t for t in acting if t.pos_ == "PROPN" and t.ent_type_ in ("PERSON", "")]
        if named:
            fits = len(named) == 1 and is_speech(named[0].head) and may_stand_for(named[0], said, labels)
            return named[0] if fits else None
        start, end = _sentence_before(pronoun.doc[start].sent)
    return None


def _owner_in_clause(pronoun: "Token", said: str, labels: tuple[str, ...]) -> "Token | None":
    """ "The army, which staged its last coup": the subject of the clause, where the owned thing is not part of it."""
    own = subject(clause_head(pronoun))
    if own is None or own.pos_ == "PRON" or own.i > pronoun.i or any(t.i == pronoun.i for t in own.subtree):
        return None
    body = said == "it" and own.lemma_.lower() in words("events_nouns", "nouns", "bodies")
    return own if body or may_stand_for(own, said, labels) else None


def _things_before(pronoun: "Token") -> "Token | None":
    """ "I saw three vessels. They left": the only plural that the sentence before names."""
    start, end = _sentence_before(pronoun.sent)
    if pronoun.sent.start in pronoun.doc.paragraph_starts or pronoun.tag_ == "PRP$":
        return None
    if any(t.lower_ in ("he", "she", "whom") or t.ent_type_ == "PERSON" for t in pronoun.doc[start:end]):
        return None  # "He married Ann, with whom he had two sons. They divorced": not the sons
    named = [t for t in pronoun.doc[start:end] if t.dep_ in _NAMING and t.tag_ in ("NNS", "NNPS")]
    named = [t for t in named if t.ent_type_ not in ("DATE", "TIME") and not _is_period(t)]
    named = [t for t in named if not (_speaks(pronoun) and not _may_speak(t)) and not _is_anothers_word(t, pronoun)]
    if len(named) != 1 or (not _may_speak(named[0]) and _people_before(pronoun)):
        return None
    return named[0]


def _is_period(noun: "Token") -> bool:
    return noun.lemma_.lower() in words("events_nouns", "nouns", "periods")


def _somebody_else(
    words: "DocSpan", subjects: "list[Token]", said: str, pronoun: "Token", doer: "Token | None" = None
) -> bool:
    """A person named nearer by, or in the pronoun's own sentence an unnamed one: "A farmer fell when his tractor…"."""
    unnamed = [t for t in subjects if t.tag_ == "NN" and not t.ent_type_ and t.sent.start == pronoun.sent.start]
    named = (t for t in words if doer is None or not (t.i == doer.i or t.head.i == doer.i))
    return any(t is not doer for t in unnamed) or any(_is_person(t, said) or t.lower_ == "i" for t in named)


def _is_person(name: "Token", said: str) -> bool:
    """Whether a word is of the name of a person for whom "he" or "she" may stand."""
    whole = name.head if name.dep_ in ("compound", "nmod") and name.head.ent_type_ == "PERSON" else name
    return name.ent_type_ == "PERSON" and not is_other_sex(whole, said)


def object_before(pronoun: "Token", said: str) -> "Token | None":
    """ "questioned Zaree and released him", "signed a treaty. Ossland ratified it": object after object."""
    verb = pronoun.head
    if verb.dep_ == "conj" and child(verb, "nsubj") is None:
        before = child(verb.head, "dobj")
    elif (
        said == "it"
        and (verb.dep_ == "ROOT" or is_set_apart(verb))
        and pronoun.sent.start not in pronoun.doc.paragraph_starts
    ):
        last = pronoun.doc[pronoun.sent.start - 1].sent.root if pronoun.sent.start > 0 else None
        if last is not None and child(verb, "xcomp") is not None:
            doer = child(last, "nsubj")
            return doer if doer is not None and can_act(doer) else None  # "Norland signed a pact. Envoys urged it to …"
        before = child(last, "dobj") if last is not None else None
    else:
        return None
    if before is None or before.pos_ == "PRON":
        return None
    match said:
        case "he" | "she":
            fits = before.ent_type_ == "PERSON"
        case "they":
            fits = before.tag_ in ("NNS", "NNPS")  # "removed bodies and buried them"
        case _:
            fits = said == "it" and is_thing(before)
    return before if fits else None


def _opens_paragraph(pronoun: "Token") -> bool:
    """ "Holm wrote to Brandt. … Officers arrested him": of two named in the paragraph before, who that is."""
    start = pronoun.sent.start
    if start not in pronoun.doc.paragraph_starts:
        return False
    first = max((i for i in pronoun.doc.paragraph_starts if i < start), default=start)
    before = [t for t in pronoun.doc[first:start] if t.pos_ == "PROPN" and t.dep_ in _NAMING]
    return len({t.text for t in before if t.ent_type_ in ("PERSON", "")}) > 1


def _only_person(pronoun: "Token", said: str, start: int, end: int) -> "Token | None":
    """ "They found Imran Hussain, 52. He died": the one person whom a sentence before names, in whatever place."""
    before = pronoun.doc[start:end]
    if any(t.lower_ in ("i", "he", "she") for t in before):
        return None
    named = [t for t in before if _is_person(t, said) and (t.head.ent_type_ != "PERSON" or t.dep_ == "appos")]
    people = words("events_nouns", "nouns", "people")
    unnamed = any(t.tag_ == "NN" and t.lemma_.lower() in people and t.dep_ in _NAMING for t in before)
    placed = bool(named) and named[0].dep_ == "pobj" and named[0].head.head.lower_ in PLACES  # "the coast of Borneo"
    alone = (
        len(named) == 1
        and child(named[0], "conj") is None
        and named[0].dep_ in (*_NAMING, "appos")
        and not unnamed
        and not placed
    )
    return named[0] if alone else None


def _thing_before(pronoun: "Token") -> "Token | None":
    """ "The mine at Tarn flooded. It will reopen": the subject before, where the paragraph tells of no other thing."""
    verb, sentence = pronoun.head, pronoun.sent
    if verb.dep_ != "ROOT" or sentence.start in pronoun.doc.paragraph_starts or sentence.start == 0:
        return None
    before = pronoun.doc[sentence.start - 1].sent
    wants = verb.lemma_.lower() in words("events_cues", "governors", "asked") or _speaks(pronoun)
    told = None if wants else child(before.root, "ccomp")  # "The board found that the ship …. It advised"
    own = child(told if told is not None and told.i > before.root.i else before.root, "nsubj", "nsubjpass")
    if own is None or not is_thing(own) or child(own, "conj") is not None:
        return None  # the last: "Norland and Sarkia did the same. It was repainted"
    named = [t for t in before[own.i - before.start :] if t.dep_ in _NAMING and t.i != own.i and is_thing(t)]
    others = [t for t in named if t.ent_type_ not in WHERE and t.head.lower_ not in _ASIDE]
    if not others:
        return _owner_of(own, "it")
    acts = own.lemma_.lower() in words("events_nouns", "nouns", "bodies") and not is_passive(verb)
    stands_on = acts or own.tag_ == "NN"  # what a sentence is about, the next is mostly about too
    return own if stands_on and all(t.dep_ == "pobj" or (acts and not can_act(t)) for t in others) else None


def _owner_of(noun: "Token", said: str) -> "Token | None":
    """ "Its cargo was moved. It sank": the ship whose cargo that was, where the text tells which; not the cargo."""
    own = child(noun, "poss")
    return antecedent(own) if own is not None and _OWNERS.get(own.lower_) == said else noun


def _sentence_before(sentence: "DocSpan") -> tuple[int, int]:
    if sentence.start == 0:
        return 0, 0
    before = sentence.doc[sentence.start - 1].sent
    return before.start, before.end
