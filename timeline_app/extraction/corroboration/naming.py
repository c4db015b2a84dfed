"""Names made comparable: who and what two texts may both mean by a name, and who surely is somebody else.

Two names that share a part, and of which each has a part of its own, are two: Victor and Vincent Hale, Helix Marine and
Helix Energy, the banks of two countries.  Spellings that are nearly alike are one.
"""

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache

from timeline_app.extraction.corroboration.parties import (
    common_names,
    party_alias,
    party_names,
    singular,
    words_ignored,
)
from timeline_app.extraction.lexicon import lexicon, words
from timeline_app.model.annotation import Mention

_TOKEN = re.compile(r"[^\W\d_](?:[\w.'’&]*[\w.])?|\d[\w.,]*|[^\s\w]")
_BEHIND = re.compile(
    r"\s+(?:of|in|at|near|for|from|on|with|to|off|by|over|against|who|which|that)\s.*|[,(].*", re.DOTALL
)
_APPOSED = re.compile(r", [A-Z][^,]*$")
_OWNER = re.compile(r"^.*(?:['’]s|s['’])\s")
_OF = re.compile(r"\s+of\s.*", re.DOTALL)
_FULL = 2  # words of a person's whole name
_ALIKE = 0.7  # of two spellings of one name
_INITIAL = 2  # letters and point of an initial
_LEVEL = {"partner": "patient"}  # who was met may be told as either

Name = tuple[str, ...]


def share_a_name(ones: tuple[str, ...], others: tuple[str, ...], *, capitals: bool, things: bool = True) -> bool:
    """Whether participants of two mentions have a name in common that is no mere namesake's.

    With `things`, different things of one owner have none in common either.
    """
    return any(
        common_names(party_names(one, capitals=capitals), party_names(other, capitals=capitals))
        and not are_namesakes(one, other)
        and not _are_two_of_one_owner(one, other)
        and not (things and are_different_things(one, other))
        for one in ones
        for other in others
    )


@lru_cache(maxsize=65_536)
def _are_two_of_one_owner(one: str, other: str) -> bool:
    """Whether two share only whose they are: "Ida Berg of the Greens", "the Greens' Adem Kaya"."""
    mine, theirs = (_OF.sub("", _OWNER.sub("", text)) for text in (one, other))
    if mine == one and theirs == other:
        return False
    found = [name for text in (mine, theirs) for name in _names(text)]
    institutions = words("events_merging", "names", "institutions")
    if any(institutions & set(name) for name in found) or not all(len(name) == _FULL for name in found):
        return False
    own, others = _names(mine), _names(theirs)
    return bool(own and others) and not any(same_party(a, b) for a in own for b in others)


@lru_cache(maxsize=65_536)
def are_namesakes(one: str, other: str) -> bool:
    """Whether two participants share a part of a name, and surely are two: "Victor Hale", "Vincent Hale"."""
    return any(_conflict(a, b) for a in _names(one) for b in _names(other))


@lru_cache(maxsize=65_536)
def are_different_things(one: str, other: str) -> bool:
    """Whether two participants are different things of one name: "the Mira hospital", "the Mira airport"."""
    mine, theirs = _posts_of(one), _posts_of(other)
    if mine and theirs:
        return not mine & theirs
    first, second = _thing(one), _thing(other)
    if first is None or second is None:
        whole = other if first is not None else one
        return first is not second and whole[-1:].isalnum() and whole.split(" ")[-1][:1].isupper()  # and its owner
    named, others = party_names(one), party_names(other)
    return not same_thing(first, second) or bool(named - others and others - named)


def _posts_of(text: str) -> frozenset[str]:
    """The posts of somebody who is told by a surname alone: "former mayor Hale"."""
    names = _names(text)
    alone = len(names) == 1 and len(names[0]) == 1 and text[-1:].isalpha()
    told = frozenset(singular(word) for word in _TOKEN.findall(text) if word[:1].islower())
    return told & posts() if alone else frozenset()


@cache
def posts() -> frozenset[str]:
    """Words for what somebody is: posts, and kinds of people."""
    return words("events_nouns", "nouns", "posts") | words("events_nouns", "nouns", "people")


@lru_cache(maxsize=16_384)
def parties_of(texts: tuple[str, ...]) -> tuple[Name, ...]:
    """Each party that participants name, once: a country, a people, or a name."""
    found: dict[Name, None] = {}
    for text in texts:
        names = [name for name in _names(text) if any(word in party_names(text, capitals=False) for word in name)]
        told = {word for name in names for word in name}
        known = party_names(text, capitals=False) - told
        found.update(dict.fromkeys(((word,) for word in sorted(known) if not _is_office(word)), None))
        found.update(dict.fromkeys(names, None))
    return tuple(found)


def attendants_of(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Of participants, those with a name, one text for each."""
    return tuple(dict.fromkeys(part for text in texts for part in text.split(" and ") if parties_of((part,))))


def unmatched(ones: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The participants that none of some others may be."""
    return [one for one in ones if not any(_may_be_one(one, other) for other in others)]


@lru_cache(maxsize=65_536)
def _may_be_one(one: str, other: str) -> bool:
    """Whether two participants may be one: by their own names where both have one, else by their country."""
    mine, theirs = parties_of((one,)), parties_of((other,))
    own, others = (
        tuple(p for p in parties_of((_OWNER.sub("", text),)) if party_alias(" ".join(p)) is None)
        for text in (one, other)
    )
    if own and others:
        mine, theirs = own, others
    return any(same_party(a, b) for a in mine for b in theirs)


def longer_names(brief: Mention, full: Mention) -> list[str]:
    """The names of one mention that begin as names of the other do and go on, where the other has none of their own."""
    mine, theirs = (parties_of(tuple(p.text for p in mention.participants)) for mention in (brief, full))
    alone = [name for name in mine if name not in theirs]
    return [" ".join(n) for n in theirs if any(len(a) < len(n) and n[: len(a)] == a for a in alone) and n not in mine]


def same_party(one: Name, other: Name) -> bool:
    """Whether two names may be one party's."""
    return bool(set(one) & set(other)) and not _conflict(one, other)


def are_rivals(one: Name, other: Name) -> bool:
    """Whether two names share a part, and are two parties'."""
    return _conflict(one, other)


def differ_in_title(one: Mention, other: Mention) -> bool:
    """Whether the titles of two mentions each name somebody or something that the other does not.

    Whoever has a part that nobody has in the other title contradicts nothing: a mediator, where the other names those
    who talked.
    """
    mine, theirs = title_names(one), title_names(other)
    only_mine, only_theirs = _unmatched(mine, theirs), _unmatched(theirs, mine)
    return bool(only_mine - _in_other_parts(one, other) and only_theirs - _in_other_parts(other, one))


def _in_other_parts(mention: Mention, beside: Mention) -> frozenset[str]:
    """The names of those whose part nobody has in another mention."""
    taken = {_LEVEL.get(participant.role, participant.role) for participant in beside.participants}
    texts = (p.text for p in mention.participants if _LEVEL.get(p.role, p.role) not in taken)
    return frozenset().union(*(party_names(text, capitals=False) for text in texts))


def title_names(mention: Mention) -> frozenset[str]:
    """The comparable names in a mention's title and place."""
    told = " ".join(p.text for p in mention.participants)
    return _title_names(mention.title, mention.place or "", told)


@lru_cache(maxsize=16_384)
def _title_names(title: str, place: str, participants: str) -> frozenset[str]:
    first, _, rest = title.partition(" ")
    opening = first.strip("“\"'‘")
    named = opening[:1].isupper() and (opening in participants or party_alias(opening) is not None)
    found = party_names(f"{first} {rest}" if named else rest, capitals=False) | party_names(place, capitals=False)
    common = words("events_merging", "names", "common")
    return frozenset(name for name in found if not (name in common or name in _forms() or _is_office(name)))


def _unmatched(ones: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    told = common_names(ones, others)
    return frozenset(one for one in ones - told if not any(_stand_for_one(one, other) for other in others))


def _stand_for_one(one: str, other: str) -> bool:
    """ "viktor" and "victor"; "vilnius" and "lithuania"."""
    return _spelled_alike(one, other) or _state_of(one) == other or _state_of(other) == one


@lru_cache(maxsize=16_384)
def _state_of(name: str) -> str:
    return next(iter(party_names(name.title())), name)


@lru_cache(maxsize=65_536)
def _names(text: str) -> tuple[Name, ...]:
    """The names in a participant's text, each as its words in lower case: offices, demonyms and firms' forms left out.

    Words are of one name where nothing stands between them, or "of" behind the name of an institution.
    """
    found: list[Name] = []
    run: list[str] = []
    for token in (*_TOKEN.findall(text), ""):
        lower = token.lower().removesuffix("’s").removesuffix("'s")
        if token[:1].isupper():
            run.append(lower)
        if token == "of" and run and run[-1] in words("events_merging", "names", "institutions"):
            continue
        ends = not token[:1].isupper() or lower != token.lower()
        if ends and run:
            found.append(_bare(run))
            run = []
    return tuple(name for name in found if name)


def _bare(run: list[str]) -> Name:
    """A name without the office before it, without initials and what else does not tell one bearer from another."""
    offices = [place for place, word in enumerate(run) if _is_office(word)]
    if offices and run[0] not in words("events_merging", "names", "institutions"):
        run = run[offices[-1] + 1 :]
    kept = (w.strip(".") if len(w) > _INITIAL else w for w in run)
    return tuple(w for w in kept if not (len(w) <= _INITIAL and w.endswith(".")) and not _says_little(w))


@cache
def _is_office(word: str) -> bool:
    return word in posts() or word in ("minister", "president")


def _says_little(word: str) -> bool:
    return word in _forms() or word in words_ignored() or party_alias(word) is not None


@cache
def _forms() -> frozenset[str]:
    return words("events_merging", "names", "forms")


def _conflict(one: Name, other: Name) -> bool:
    """Whether two names share a part and each has one of its own, or only one is a "Jr."."""
    if not set(one) & set(other):
        return False
    generations = words("events_merging", "names", "generations")
    if len(one) > 1 and len(other) > 1 and (set(one) ^ set(other)) & generations:
        return True
    mine = [w for w in one if w not in other]
    theirs = [w for w in other if w not in one]
    return bool(mine and theirs) and not any(_spelled_alike(a, b) for a in mine for b in theirs)


@lru_cache(maxsize=65_536)
def _spelled_alike(one: str, other: str) -> bool:
    """ "viktor" and "victor", "chris" and "christopher"; never "north" and "south"."""
    if one.startswith(other) or other.startswith(one):
        return min(len(one), len(other)) > _INITIAL
    if one[:1] != other[:1]:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


@lru_cache(maxsize=65_536)
def _thing(text: str) -> str | None:
    """What a participant is that a name only tells from others of its sort: "plant"; None for those who act."""
    head = _BEHIND.sub("", text).split(" ")[-1]
    named = _APPOSED.search(text) is not None  # "the mayor of Orsk, Pavel Tern"
    if named or not head[:1].islower() or not party_names(text) or head in words("events_merging", "things", "places"):
        return None
    return None if {head, singular(head)} & _acting() else singular(head)


@lru_cache(maxsize=65_536)
def is_made(text: str) -> bool:
    """Whether a participant is a thing that bears its maker's name or model: "an Iskander missile"."""
    return singular(_BEHIND.sub("", text).split(" ")[-1].lower()) in words("events_merging", "things", "made")


@cache
def _acting() -> frozenset[str]:
    """Words for those who stand for their state, and for what it fights with."""
    listed = (words("events_merging", "things", kind) for kind in ("arms", "state"))
    return frozenset().union(*listed, words_ignored())


@cache
def _same_things() -> dict[str, str]:
    groups = lexicon("events_merging")["things"]["same"]
    return {word: group[0] for group in groups for word in group}


def thing_of(word: str) -> str:
    """One word for all that may be said of a thing: "truck" for "lorry"."""
    return _same_things().get(word, word)


def same_thing(one: str, other: str) -> bool:
    """Whether two words may be said of one thing."""
    return thing_of(one) == thing_of(other)


@lru_cache(maxsize=65_536)
def exclude_each_other(one: str, other: str) -> bool:
    """Whether of two participants one is what the other is not: man and woman, northern and southern bridge."""
    mine, theirs = _plain_words(one), _plain_words(other)
    own, others = mine - theirs, theirs - mine
    return any(own & group and others & group for group in _exclusive())


@cache
def _exclusive() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in lexicon("events_merging")["things"]["exclusive"])


@lru_cache(maxsize=65_536)
def _plain_words(text: str) -> frozenset[str]:
    found = (word.lower().removesuffix("’s").removesuffix("'s").removesuffix("’") for word in _TOKEN.findall(text))
    return frozenset(map(singular, found))
