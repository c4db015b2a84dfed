"""Words whose part of speech the parser mistook: verbs read as nouns, nouns read as verbs, names read as "is"."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_GOVERNING = frozenset(("by", "with", "without", "from", "in", "under", "at", "for", "of"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))

_POSTING = frozenset(("post", "publish", "share", "release", "upload", "circulate", "broadcast"))
_STATES = frozenset(("open", "close"))  # verbs and adjectives in one form
_SHOWING = frozenset(("show", "depict", "reveal", "indicate"))


def lower_to_picture(root: "Token") -> None:
    """ "Footage posted online on 3 May showed soldiers": when it was posted, read as the main verb."""
    own = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    bare = own is not None and own.i == root.i - 1 and not any(c.dep_ in ("aux", "auxpass") for c in root.children)
    if own is None or not bare or own.lemma_.lower() not in words("events_nouns", "nouns", "pictures"):
        return
    if root.lemma_.lower() not in words("events_cues", "verbs", "picturing") | _POSTING:
        return
    shows = next((t for t in root.doc[root.i + 1 : root.sent.end] if t.lemma_ in _SHOWING), None)
    if shows is None or not shows.tag_.startswith("VB") or any(c.dep_ in ("nsubj", "aux") for c in shows.children):
        return
    if any(t.dep_ in ("cc", "mark") or t.tag_ in ("WDT", "WP") for t in root.doc[root.i + 1 : shows.i]):
        return
    thing = shows.head if shows.dep_ == "amod" and shows.head.i > shows.i else None
    if thing is not None:
        _free_day_before(thing, shows)
        thing.dep_ = "dobj"
    later = [c for c in root.children if c.i > shows.i]
    shows.tag_, shows.pos_ = shows.tag_ if shows.tag_ in ("VBZ", "VBP") else "VBD", "VERB"
    if root.dep_ == "ROOT":
        shows.dep_ = "ROOT"
        shows.attach(shows)
    for part in (own, *later, *(() if thing is None else (thing,))):
        part.attach(shows)
    root.tag_, root.dep_ = "VBN", "acl"
    root.attach(own)


def _free_day_before(thing: "Token", verb: "Token") -> None:
    """Gives the preposition back the day that was read as a part of what is shown."""
    preposition = thing.head
    days = [c for c in thing.children if c.i < verb.i and c.ent_type_ in ("DATE", "TIME")]
    if preposition.dep_ == "prep" and days:
        days[-1].dep_ = "pobj"
        days[-1].attach(preposition)


def name_listed(verb: "Token") -> None:
    """ "imposed travel bans and asset freezes on nine men": what several do has no -s, and so it is one of them."""
    read_as_told = verb.dep_ == "ccomp"
    own = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None) if read_as_told else verb.head
    over = verb.head if read_as_told else verb.head.head
    listed = own.children if own is not None else ()
    joined = next((c for c in listed if c.dep_ == "conj" and c.i == verb.i - 1), None)
    if own is None or joined is None or own.left_edge.i != over.i + 1 or own.tag_ != "NNS" or joined.tag_ != "NN":
        return
    if over.tag_ not in ("VBD", "VBN", "VB") or any(c.dep_ == "dobj" and c is not own for c in over.children):
        return
    if any(c.dep_ in ("mark", "aux", "auxpass", "dobj") for c in verb.children):
        return
    for part in [c for c in verb.children if c.i > verb.i]:
        part.attach(over)
    verb.tag_, verb.pos_, verb.lemma_, verb.dep_ = "NNS", "NOUN", verb.lower_.removesuffix("s"), "conj"
    own.dep_, joined.dep_ = "dobj", "compound"
    own.attach(over)
    verb.attach(own)
    joined.attach(verb)


def wake_showing(noun: "Token") -> None:
    """ "Images taken on 7 April show that a post was dismantled": the verb, read as the object of the participle."""
    participle = noun.head
    own = next((c for c in participle.children if c.dep_ == "nsubj" and c.i < participle.i), None)
    shows = noun.dep_ == "dobj" and noun.lower_ in words("events_cues", "titles", "sourcing")
    clause = next((c for c in noun.children if c.dep_ in ("ccomp", "acl", "relcl") and c.i > noun.i), None)
    if not shows or own is None or clause is None or own.tag_ not in ("NNS", "NNPS") or participle.tag_ != "VBN":
        return
    mark = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    if mark.lower_ != "that" or participle.dep_ != "ROOT" or participle.i != own.right_edge.i + 1:
        return
    days = [c for c in noun.children if c.i < noun.i]
    later = [c for c in participle.children if c.i > noun.i]
    preposition = next((c for c in participle.children if c.dep_ in ("prep", "prt") and c.i < noun.i), None)
    noun.tag_, noun.pos_, noun.lemma_, noun.dep_ = "VBP", "VERB", noun.lower_, "ROOT"
    noun.attach(noun)
    clause.dep_, mark.dep_, mark.tag_ = "ccomp", "mark", "IN"
    own.attach(noun)
    participle.dep_ = "acl"
    participle.attach(own)
    if preposition is not None and days:
        preposition.dep_, preposition.tag_, preposition.pos_ = "prep", "IN", "ADP"
        days[-1].dep_ = "pobj"
        for day in days[:-1]:
            day.attach(days[-1])
        days[-1].attach(preposition)
    for part in later:
        part.attach(noun)


def wake_helped(noun: "Token") -> None:
    """ "should, by 3 May, commission an audit": what a modal helps is a verb."""
    modal = next((c for c in noun.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    if modal is not None and any(c.dep_ == "nsubj" for c in noun.children):
        noun.tag_, noun.pos_, noun.lemma_ = "VB", "VERB", noun.lower_


def name_leave(verb: "Token") -> None:
    """ "went on leave the next morning": a bare form right behind "on" is a noun."""
    particle, over = verb.doc[verb.i - 1] if verb.i > 0 else verb, verb.head
    above = particle.head
    if particle.lower_ != "on" or any(c.dep_ in ("aux", "mark") for c in verb.children):
        return
    if above is particle or above is verb or above.i > particle.i or above.pos_ != "VERB":
        return
    particle.tag_, particle.pos_, particle.dep_ = "IN", "ADP", "prep"
    verb.tag_, verb.pos_, verb.dep_ = "NN", "NOUN", "pobj"
    for part in [c for c in verb.children if c.i > verb.i]:
        part.attach(above)
    for part in [c for c in verb.children if c.i < particle.i]:
        part.attach(over)
    verb.attach(particle)


def name_rank(verb: "Token") -> None:
    """ "was promoted to sergeant in June": what somebody is raised to is no verb."""
    to, over = verb.doc[verb.i - 1] if verb.i > 0 else verb, verb.head
    if to.tag_ != "TO" or verb.dep_ != "xcomp" or over.lemma_ not in ("promote", "demote", "elevate"):
        return
    to.tag_, to.pos_, to.dep_ = "IN", "ADP", "prep"
    verb.tag_, verb.pos_, verb.dep_, verb.lemma_ = "NN", "NOUN", "pobj", verb.lower_
    for part in [c for c in verb.children if c is not to]:
        part.attach(over)
    to.attach(over)
    verb.attach(to)


def name_governed(verb: "Token") -> None:
    """ "took the city by surprise": a bare form right behind a preposition is a noun."""
    preposition = verb.head
    over = preposition.head
    near = preposition.i == verb.i - 1 and preposition.lower_ in _GOVERNING and over is not preposition
    if not near or any(c.dep_ in ("aux", "mark", "dobj") or c.dep_ in _SUBJECTS for c in verb.children):
        return
    verb.tag_, verb.pos_, verb.dep_, verb.lemma_ = "NN", "NOUN", "pobj", verb.lower_
    for part in [c for c in verb.children if c.i > verb.i]:
        part.attach(over)


def name_opening(root: "Token") -> None:
    """ "Work on the line, halted in May, resumed in June": a noun that opens the sentence, read as an order."""
    verb = next(
        (c for c in root.children if c.tag_ == "VBD" and c.i > root.i and c.dep_ in ("dep", "conj", "ccomp")), None
    )
    owned = any(c.dep_ in _SUBJECTS or c.dep_ in ("dobj", "aux", "neg") for c in root.children)
    if verb is None or owned or root.i != root.sent.start or any(c.dep_ in _SUBJECTS for c in verb.children):
        return
    if any(c.dep_ == "cc" and c.i < verb.i for c in root.children):
        return
    later = [c for c in root.children if c.i > verb.i]
    verb.dep_ = "ROOT"
    verb.attach(verb)
    root.tag_, root.pos_, root.dep_, root.lemma_ = "NN", "NOUN", "nsubj", root.lower_
    root.attach(verb)
    for part in later:
        part.attach(verb)
    for part in root.children:
        if part.dep_ == "advcl" and part.tag_ == "VBN":
            part.dep_ = "acl"


def name_event(verb: "Token") -> None:
    """ "issued a storm warning on Monday": the noun, which was read as a clause on the noun before it."""
    before, above = verb.head, verb.head.head
    if verb.lower_ not in words("events_nouns", "nouns", "gerunds") or before.tag_ != "NN" or above is before:
        return
    if not any(c.dep_ == "det" for c in before.children) or any(c.dep_ in ("dobj", "ccomp") for c in verb.children):
        return
    verb.tag_, verb.pos_, verb.lemma_, verb.dep_ = "NN", "NOUN", verb.lower_, before.dep_
    verb.attach(above)
    for part in (*before.children, before):
        part.attach(verb)
    before.dep_ = "compound"


def name_gerund(verb: "Token") -> None:
    """ "two days of mourning": a noun, where a preposition governs it as one."""
    bare = not any(c.dep_ in ("dobj", "aux", "nsubj", "ccomp") for c in verb.children)
    if bare and verb.lower_ in words("events_nouns", "nouns", "gerunds"):
        verb.tag_, verb.pos_, verb.lemma_ = "NN", "NOUN", verb.lower_


def name_group(name: "Token") -> None:
    """ "allowed IS fighters to cross", "IS claimed the attack": the group, read as the verb "is"."""
    fighters = next((c for c in name.children if c.dep_ in ("attr", "nsubj") and c.i == name.i + 1), None)
    if fighters is not None and name.dep_ == "ROOT" and _wake_deed(name, fighters):
        return
    verb = next((c for c in name.children if c.dep_ in ("xcomp", "ccomp", "acl") and c.i > name.i), None)
    if name.dep_ in ("aux", "auxpass") and name.i == name.head.left_edge.i:
        name.tag_, name.pos_, name.dep_ = "NNP", "PROPN", "nsubj"
        name.head.tag_ = "VBD" if name.head.tag_ == "VBN" else name.head.tag_
    elif fighters is not None and verb is not None and name.head is not name:
        verb.dep_ = name.dep_
        verb.attach(name.head)
        _make_doers(name, fighters, verb)


def _wake_deed(name: "Token", fighters: "Token") -> bool:
    """ "On 3 May, IS gunmen killed 84 people": what they did, read as a participle on them."""
    done = (c for c in fighters.children if c.dep_ == "acl" and c.tag_ == "VBN")
    verb = next((c for c in done if any(d.dep_ == "dobj" for d in c.children)), None)
    if verb is None or any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children):
        return False
    verb.tag_, verb.dep_ = "VBD", "ROOT"
    verb.attach(verb)
    _make_doers(name, fighters, verb)
    return True


def _make_doers(name: "Token", fighters: "Token", verb: "Token") -> None:
    """Makes a group's fighters the subject of a verb, the group's name a part of theirs; the rest hangs on the verb."""
    for part in [c for c in name.children if c is not fighters]:
        part.attach(verb)
    fighters.dep_ = "nsubj"
    fighters.attach(verb)
    name.tag_, name.pos_, name.dep_ = "NNP", "PROPN", "compound"
    name.attach(fighters)


def name_subject(word: "Token") -> None:
    """ "A post-mortem carried out in May found": what an article opens is a noun."""
    opened = any(c.dep_ == "det" and c.lower_ in ("a", "an") for c in word.children)
    if word.tag_ == "JJ" and opened and not any(c.dep_ == "prep" and c.lower_ == "of" for c in word.children):
        word.tag_, word.pos_ = "NN", "NOUN"


def wake_active(verb: "Token") -> None:
    """ "was arrested and confessed": what nobody can be done to is done."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    helped = any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if passive and not helped and verb.lemma_.lower() in words("events_cues", "verbs", "intransitive"):
        verb.tag_ = "VBD"


def wake_adjective(word: "Token") -> None:
    """ "was taken ill and left hospital": an adjective has no object."""
    verb = word.head
    joined = any(c.dep_ == "cc" and verb.i < c.i < word.i for c in verb.children)
    if joined and verb.tag_ in ("VBD", "VBN") and any(c.dep_ == "dobj" and c.i > word.i for c in word.children):
        word.tag_, word.pos_ = "VBD", "VERB"
        word.lemma_ = "leave" if word.lower_ == "left" else word.lemma_


def name_provided(verb: "Token") -> None:
    """ "was equipped with flashing lights in 1982": the lights flash, and nobody flashed them."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i == verb.i + 1), None)
    preposition, above = verb.head, verb.head.head
    provided = above.lemma_.lower() in words("events_cues", "verbs", "providing")
    if thing is None or verb.dep_ != "pcomp" or preposition.lower_ != "with" or not provided:
        return
    later = [c for c in verb.children if c.i > thing.i]
    verb.tag_, verb.pos_, verb.dep_ = "JJ", "ADJ", "amod"
    thing.dep_ = "pobj"
    thing.attach(preposition)
    verb.attach(thing)
    for part in later:
        part.attach(above)


def wake_state(root: "Token") -> None:
    """ "Applications open on 1 June and close on 30 June.": the verbs, read as the adjectives that are spelled so."""
    word = root if root.tag_ == "JJ" else root.nbor() if root.i + 1 < root.sent.end else root
    thing = next((c for c in root.children if c.dep_ == "nsubj"), None) if word is root else root
    helped = any(c.dep_ in ("aux", "cop", "auxpass") for c in root.children)
    behind = thing is not None and thing.i + 1 == word.i and word.head is root
    if word.lower_ not in _STATES or thing is None or not behind or helped or thing.tag_ not in ("NNS", "NNPS"):
        return
    if root.dep_ != "ROOT" or not any(_governs_time(c) for c in word.children):
        return
    if word is not root:
        word.dep_, root.dep_ = "ROOT", "nsubj"
        word.attach(word)
        for part in [c for c in root.children if c.i > word.i]:
            part.attach(word)
        root.attach(word)
    for verb in (word, *(c for c in word.children if c.dep_ == "conj" and c.lower_ in _STATES)):
        verb.tag_, verb.pos_, verb.lemma_ = "VBP", "VERB", verb.lower_


def _governs_time(preposition: "Token") -> bool:
    return preposition.dep_ == "prep" and any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)
