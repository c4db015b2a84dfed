"""Titles: the clause itself, cut at its edges until it reads like a headline and fits in 90 characters."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline_app.extraction.events.participants import antecedent
from timeline_app.extraction.events.tree import SUBJECTS, child, is_clause_head, subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 90
_PARTS_CUT = frozenset(("relcl", "advcl", "parataxis", "dep", "meta", "intj", "mark", "cc", "preconj"))
_OPENERS = frozenset(
    ("also", "however", "meanwhile", "still", "currently", "but", "and", "so", "then", "thus", "moreover")
)
_SPACE = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([,.;:!?%)\]’'])(?!\w)")
_EDGE = " \t\n,;:–—-.“”\"'‘’…"


class _Cutter:
    """The tokens that a title keeps, and how it is cut further."""

    def __init__(self, doc: "Doc", timed: frozenset[int]) -> None:
        self._doc = doc
        self._timed = timed
        self.kept: set[int] = set()

    def take(self, head: "Token", cut: Iterable[str] = (), skip: "Iterable[Token]" = ()) -> None:
        """Keeps the phrase of `head` without children whose dependency is cut and without `skip`."""
        unwanted, skipped = frozenset(cut), {t.i for t in skip}
        stack = [head]
        self.kept.add(head.i)
        while stack:
            for c in stack.pop().children:
                if c.dep_ in unwanted or c.i in skipped or self._is_time(c):
                    continue
                self.kept.add(c.i)
                stack.append(c)

    def drop(self, token: "Token") -> None:
        """Takes a whole branch out."""
        self.kept -= {t.i for t in token.subtree}

    def _is_time(self, token: "Token") -> bool:
        """A time phrase, or a preposition that only governs one: the date has its own column."""
        if token.i in self._timed:
            return token.dep_ not in ("poss", "dobj", "nsubj", "attr", "compound") or token.dep_ == "poss"
        if token.dep_ == "prep":
            inner = [c for c in token.children if not c.is_punct]
            return bool(inner) and all(c.i in self._timed for c in inner)
        return False

    def text(self, extra: dict[int, str] | None = None) -> str:
        """The kept words as a line."""
        replaced = extra or {}
        parts: list[str] = []
        last = None
        for index in sorted(self.kept):
            token = self._doc[index]
            gap = last is not None and (self._doc[last].whitespace_ or last + 1 != index)
            parts.append((" " if gap else "") + replaced.get(index, token.text))
            last = index
        line = _BEFORE_MARK.sub(r"\1", _SPACE.sub(" ", "".join(parts)))
        return line


def noun_title(noun: "Token", timed: frozenset[int]) -> str:
    """Title of an event noun: its noun phrase with modifiers, without article, time and clauses."""
    cutter = _Cutter(noun.doc, timed)
    first = [c for c in noun.children if c.dep_ in ("det", "predet", "cc", "conj", "punct", "appos")]
    cutter.take(noun, _PARTS_CUT, [c for c in first if c.lower_ not in ("no", "another")])
    _drop_loose_ends(cutter, noun)
    _shorten(cutter, noun)
    return finish(cutter.text())


def clause_title(verb: "Token", timed: frozenset[int], aside: "Token | None" = None) -> str:
    """Title of a clause: subject, verb and complements; what modifies the whole, and `aside`, is cut.

    A missing subject is taken from the clause above, a pronoun resolved where only one name fits.
    """
    doc = verb.doc
    cutter = _Cutter(doc, timed)
    skip = [aside] if aside is not None else []
    skip += [c for c in verb.children if c.dep_ == "conj" or (c.dep_ == "advmod" and c.lower_ in _OPENERS)]
    skip += [
        c for c in verb.children if c.dep_ == "prep" and c.i < verb.i and c.sent.start <= c.i <= verb.sent.start + 1
    ]
    skip += [
        c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("after", "before", "according", "despite", "amid")
    ]
    skip += [c for c in verb.children if c.is_punct]
    cutter.take(verb, _PARTS_CUT, skip)
    prefix, replaced = _subject_text(verb, cutter, timed)
    helpers = _missing_helper(verb, prefix)
    _drop_loose_ends(cutter, verb)
    _shorten(cutter, verb, len(prefix) + len(helpers))
    return finish(f"{prefix}{helpers}{cutter.text(replaced)}")


def _subject_text(verb: "Token", cutter: _Cutter, timed: frozenset[int]) -> tuple[str, dict[int, str]]:
    """The subject to put before the clause, and pronouns replaced inside it."""
    own = child(verb, *SUBJECTS)
    if own is not None:
        if own.pos_ != "PRON":
            return "", {}
        shared = subject(verb)
        if shared is not None and shared.i != own.i:
            cutter.drop(own)
            return f"{_name(shared, timed)} ", {}
        referent = antecedent(own)
        return "", {own.i: _name(referent, timed)} if referent is not None else {}
    found = subject(verb)
    if found is None:
        return "", {}
    referent = antecedent(found) if found.pos_ == "PRON" else None
    return f"{_name(referent or found, timed)} ", {}


def _name(noun: "Token", timed: frozenset[int]) -> str:
    cutter = _Cutter(noun.doc, timed)
    cutter.take(noun, _PARTS_CUT | {"appos", "acl", "punct"})
    text = cutter.text().strip(_EDGE)
    if len(text) > 45:
        cutter = _Cutter(noun.doc, timed)
        cutter.take(noun, _PARTS_CUT | {"appos", "acl", "punct", "prep", "conj"})
        text = cutter.text().strip(_EDGE)
    return text


def _missing_helper(verb: "Token", prefix: str) -> str:
    """A clause that borrowed its subject may lack its helper: "talks (were) held", "Israel (is) citing"."""
    if not prefix or verb.dep_ == "conj":
        return _shared_helpers(verb) if verb.dep_ == "conj" and prefix else ""
    if any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return ""
    return ""


def _shared_helpers(verb: "Token") -> str:
    """ "has met and [has] signed": the helpers that a coordinated verb shares."""
    if any(c.dep_ in ("aux", "auxpass") for c in verb.children) or verb.tag_ in ("VBD", "VBZ", "VBP"):
        return ""
    first = verb.head
    helpers = [c.text for c in first.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < first.i]
    return " ".join(helpers) + " " if helpers else ""


def _drop_loose_ends(cutter: _Cutter, head: "Token") -> None:
    """Takes out appositions in commas, brackets and half-open quotes inside the phrase."""
    for index in sorted(cutter.kept):
        token = head.doc[index]
        if index in cutter.kept and token.dep_ in ("appos", "parataxis") and token.ent_type_ != "PERSON":
            cutter.drop(token)


def _shorten(cutter: _Cutter, head: "Token", used: int = 0) -> None:
    """Drops whole trailing parts, the least needed first, until the title fits."""
    for candidate in _droppable(head, cutter.kept):
        if len(cutter.text()) + used <= LONGEST:
            return
        before = set(cutter.kept)
        cutter.drop(candidate)
        if not cutter.kept & {head.i}:
            cutter.kept = before


def _droppable(head: "Token", kept: set[int]) -> list["Token"]:
    """Branches that a headline can lose: clauses after nouns, then attachments from the right, titles before names."""
    doc = head.doc
    words = [doc[i] for i in sorted(kept, reverse=True)]
    clauses = [t for t in words if t.dep_ in ("acl", "relcl", "advcl", "appos")]
    first = min(kept, default=head.i)
    attached = [t for t in words if t.dep_ == "prep" and t.i > head.i and t.head.i != head.i]
    direct = [t for t in words if t.dep_ == "prep" and t.i > head.i and t.head.i == head.i]
    titles = [
        t
        for t in words
        if t.dep_ in ("compound", "amod", "nmod") and t.head.ent_type_ == "PERSON" and t.ent_type_ != "PERSON"
    ]
    conj = [t for t in words if t.dep_ == "conj" and t.i > head.i and is_clause_head(t)]
    return [*clauses, *titles, *conj, *attached, *direct] if first >= 0 else []


def finish(line: str) -> str:
    """A title's last touch: edges trimmed, quotes balanced, capital first, cut at a word where nothing else helped."""
    line = _SPACE.sub(" ", line).strip(_EDGE)
    for opening, closing in (("“", "”"), ("(", ")"), ("‘", "’")):
        if line.count(opening) > line.count(closing):
            line = line.replace(opening, "") if closing not in line else line
        elif line.count(closing) > line.count(opening) and closing != "’":
            line = line.replace(closing, "") if opening not in line else line
    if line.count('"') % 2:
        line = line.replace('"', "")
    if len(line) > LONGEST:
        line = line[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(_EDGE) + "…"
    for article in ("the ", "a ", "an "):
        if line.lower().startswith(article):
            line = line[len(article) :]
            break
    return line[:1].upper() + line[1:]
