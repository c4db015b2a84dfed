"""Statements that deny a deed: which deed, who is said to have done it, and to whom.

Such a statement stands as an event of its own, and what it denies has seldom a date: it is read from the title.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.extraction.corroboration.parties import common_names, party_names, roles_of
from timeline_app.extraction.events.kinds import kind_of, may_be_same, same_keys
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import Mention, Modality

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("", "s", "es", "d", "ed", "ing")
_LONG = 3  # letters that a verb has at least
_REAL = (Modality.HAPPENED, Modality.ONGOING)


@dataclass(frozen=True, slots=True)
class Denied:
    """A deed that a statement denies: its lemma as it may be, the names before it and those behind it."""

    lemma: str
    doers: frozenset[str]
    others: frozenset[str]


def denied_keys(mention: Mention) -> tuple[str, ...]:
    """Keys under which the deed that a mention denies is found beside those who tell it as done."""
    return tuple(dict.fromkeys(key for deed in _denied_by(mention) for key in same_keys(deed.lemma)))


def denies(statement: Mention, told: Mention) -> bool:
    """Whether a statement denies what a mention tells as done, by the same party to the same."""
    if told.negated or told.modality not in _REAL or told.time is None or statement.time is None:
        return False
    if (told.source_id, told.sentence) == (statement.source_id, statement.sentence):
        return False
    ahead = (told.time.earliest_start or 0) >= (statement.time.latest_end or 0)
    return not ahead and any(_tells(deed, told) for deed in _denied_by(statement))


def _tells(deed: Denied, told: Mention) -> bool:
    if not may_be_same(deed.lemma, told.lemma):
        return False
    roles = roles_of(told)
    to_whom = roles.patients | party_names(told.place or "", capitals=False)
    doers, others = common_names(roles.agents, deed.doers), common_names(to_whom, deed.others)
    by_other = bool(roles.agents and deed.doers) and not doers
    to_other = bool(to_whom and deed.others) and not others
    return not by_other and not to_other and bool(doers or others)


def _denied_by(mention: Mention) -> tuple[Denied, ...]:
    if mention.lemma not in words("events_merging", "denials", "verbs") or mention.modality not in _REAL:
        return ()
    return _denied_in(mention.title)


@lru_cache(maxsize=4_096)
def _denied_in(title: str) -> tuple[Denied, ...]:
    forms = words("events_merging", "denials", "forms")
    found = next((match for match in _WORD.finditer(title) if match.group().lower() in forms), None)
    if found is None:
        return ()
    denier, content = title[: found.start()], title[found.end() :]
    deeds = []
    for match in _WORD.finditer(content):
        before, behind = content[: match.start()], content[match.end() :]
        if _is_general(before, match.group()):
            return ()
        doers = party_names(before) or party_names(denier)
        others = party_names(behind, capitals=False)
        if set(_WORD.findall(before)) & words("events_merging", "denials", "passive"):
            doers, others = party_names(behind) or party_names(denier), party_names(before, capitals=False)
        deeds += [Denied(lemma, doers, others) for lemma in _lemmas(match.group().lower())]
    return tuple(deeds)


def _is_general(before: str, verb: str) -> bool:
    """ "denied that Norland attacks civilians": no deed of any day."""
    told = before.split()
    return len(told) > 1 and told[0] == "that" and told[-1][:1].isupper() and verb.endswith("s")


def _lemmas(word: str) -> list[str]:
    """The verbs with a kind that a form may be of."""
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    guessed = dict.fromkeys(form for stem in stems for form in (stem, f"{stem}e", _undoubled(stem)))
    return [form for form in guessed if len(form) >= _LONG and any(kind_of(form, noun=n) for n in (False, True))]


def _undoubled(stem: str) -> str:
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem
