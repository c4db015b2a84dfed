"""Names of parties made comparable: "the Israeli military", "Israel" and "Jerusalem" share a party."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from timeline_app.extraction.lexicon import lexicon, words
from timeline_app.model.annotation import Mention, Participant

_NUMBERED = re.compile(r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of) \w+")
_WORD = re.compile(r"[^\W\d_](?:[\w.'’&]*[\w.])?")
_STEM = 4  # letters of a country's name that its people keep
_PEOPLES = frozenset(("n", "ns", "an", "ans", "ian", "ians", "i", "is", "ese", "ish"))


@cache
def _aliases(capitals: bool) -> dict[str, str]:
    tables = lexicon("events_demonyms")
    found = {alias: name for name, others in tables["parties"].items() for alias in (name, *others)}
    if capitals:
        found |= {alias: name for name, others in tables["capitals"].items() for alias in others}
    return found


def party_alias(word: str) -> str | None:
    """The party that a word names as a country, a people or an alliance; None for any other word."""
    return _aliases(False).get(word.lower())


def common_names(ones: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The names of one side that stand on the other, also as its people: "sarkia", "sarkian"."""
    return frozenset(one for one in ones if one in others or any(_is_people_of(one, other) for other in others))


def _is_people_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _STEM and long.startswith(short) and long[len(short) :] in _PEOPLES


def singular(word: str) -> str:
    """A noun without its plural ending; as good as comparing needs it."""
    return word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")


def words_ignored() -> frozenset[str]:
    """Words of a name that do not tell which party it is."""
    return words("events_demonyms", "ignored", "words")


@lru_cache(maxsize=65_536)
def party_names(text: str, *, capitals: bool = True) -> frozenset[str]:
    """The comparable names in a participant's text: parties by their country, else capitalised words in lower case.

    With `capitals`, a capital stands for its country, as in "Moscow said".
    """
    found: set[str] = set()
    parts = [w.strip(".’'").removesuffix("’s").removesuffix("'s") for w in _WORD.findall(text.replace("-", " "))]
    joined = [" ".join(pair) for pair in pairwise(parts)]
    aliases = _aliases(capitals)
    covered: set[str] = set()
    for pair in joined:
        if pair.lower() in aliases and pair[:1].isupper():
            found.add(aliases[pair.lower()])
            covered.update(pair.split())
    for word in parts:
        lower = word.lower()
        if word in covered or (not word[:1].isupper()):
            continue
        if lower in aliases:
            found.add(aliases[lower])
        elif lower not in words_ignored():
            found.add(lower)
    return frozenset(found)


@lru_cache(maxsize=65_536)
def described(text: str) -> frozenset[str]:
    """The lower-case content words of a participant's text, plural s off: what it is, where it has no name."""
    parts = [w.lower() for w in _WORD.findall(text) if w.lower() not in words_ignored()]
    return frozenset(map(singular, parts))


@dataclass(frozen=True, slots=True)
class Roles:
    """The parties of a mention by role, as comparable names."""

    agents: frozenset[str]
    patients: frozenset[str]
    partners: frozenset[str]
    objects: frozenset[str]  # what patients without a name are
    doers: frozenset[str]  # what agents are, where none has a name
    counted: frozenset[str]  # patients without a name that are numbered: "14 people"
    agent_texts: tuple[str, ...]
    patient_texts: tuple[str, ...]
    partner_texts: tuple[str, ...]

    def unlike(self, other: "Roles") -> bool:
        """Whether both say by whom or to whom it was done, and nothing agrees."""
        mine, others = self.patients | self.objects, other.patients | other.objects
        done_to = bool(mine and others and not mine & others)
        done_by = bool(self.doers and other.doers and not self.doers & other.doers)
        return done_to or done_by

    @property
    def everyone(self) -> tuple[str, ...]:
        """All who take part, as the text names them."""
        return self.agent_texts + self.patient_texts + self.partner_texts


def roles_of(mention: Mention) -> Roles:
    """The comparable names of a mention's participants."""
    return _roles(mention.participants)


@lru_cache(maxsize=16_384)
def _roles(participants: tuple[Participant, ...]) -> Roles:
    def named(role: str) -> frozenset[str]:
        texts = [p.text for p in participants if p.role == role]
        return frozenset().union(*(party_names(t, capitals=role != "patient") for t in texts))

    def told(role: str) -> tuple[str, ...]:
        return tuple(p.text for p in participants if p.role == role)

    objects = [text for text in told("patient") if not party_names(text)]
    doers = told("agent") if not named("agent") else ()
    return Roles(
        named("agent"),
        named("patient"),
        named("partner"),
        frozenset().union(*map(described, objects)) if objects else frozenset(),
        frozenset(singular(w.lower()) for text in doers for w in _WORD.findall(text)),
        frozenset(text for o in objects if (text := _number_of(o))),
        told("agent"),
        told("patient"),
        told("partner"),
    )


def _number_of(text: str) -> str:
    """ "at least 14 people" as "14 people"; nothing where no figure stands in it."""
    match = _NUMBERED.search(text.lower())
    return match.group() if match else ""
