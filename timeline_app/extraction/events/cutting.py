"""What a title keeps of a clause: asides, times that have their own column, and what is too long are cut."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline_app.extraction.events.factuality import is_conditional
from timeline_app.extraction.events.headline import join
from timeline_app.extraction.events.kept_times import (
    is_amount_of,
    is_needed_length,
    is_of_honour,
    measures_aside,
    moves_to,
)
from timeline_app.extraction.events.polarity import waits_until
from timeline_app.extraction.events.seams import is_told_to_its_end, mend_seams, unpaired_commas
from timeline_app.extraction.events.tree import SUBJECTS, child, finite
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_CLAUSES = frozenset(("relcl", "advcl", "parataxis", "dep", "meta", "intj"))
_CUES = "events_cues"
_DASHES = frozenset(("-", "–", "—"))
_THEN = frozenset(("when", "if", "after", "once", "until", "because"))
_LAST = frozenset(("last", "first", "latest", "second", "third", "earliest"))


class Cut:
    """The words that a title keeps."""

    def __init__(self, timed: frozenset[int], path: frozenset[int] = frozenset()) -> None:
        self._timed = timed
        self._path = path  # never cut: leads from the clause to the event that is titled
        self._bracketed: set[int] = set()
        self.kept: dict[int, Token] = {}

    def take(self, head: "Token", skip: "Iterable[Token]" = ()) -> None:
        """Keeps the phrase of `head` without asides, time phrases and `skip`."""
        skipped = {t.i for t in skip}
        stack = [head]
        self.kept[head.i] = head
        while stack:
            top = stack.pop()
            for c in top.children if top.text != "," else ():  # what hangs on a comma hangs on nothing
                if self._is_half_a_time(c):
                    stack.append(c)
                elif self._leads(c) or _is_prefix(c) or not (c.i in skipped or self._is_aside(c) or self._is_time(c)):
                    self.kept[c.i] = c
                    stack.append(c)

    def _is_half_a_time(self, token: "Token") -> bool:
        """ "on Monday but for the rain": the preposition of a time, to which one of something else is joined."""
        time, other = child(token, "pobj"), child(token, "conj")
        if token.dep_ != "prep" or time is None or other is None or other.pos_ != "ADP" or time.i not in self._timed:
            return False
        dated = any(t.ent_type_ in ("DATE", "TIME") for t in other.subtree)
        return not dated and not self._is_time(other) and other.i not in self._path

    def _leads_to_time(self, token: "Token") -> bool:
        """Whether a preposition and a time follow a word."""
        after = token.doc[token.i + 1 : token.i + 3]
        return len(after) == 2 and after[0].pos_ == "ADP" and after[1].i in self._timed

    def _leads(self, token: "Token") -> bool:
        """Whether a word leads to the titled event, or joins it: the "and" of "plans to close the mine and sell it"."""
        joins = token.dep_ == "cc" and any(c.dep_ == "conj" and c.i in self._path for c in token.head.children)
        return token.i in self._path or joins

    def drop(self, token: "Token") -> None:
        """Takes a branch out, unless the titled event hangs on it."""
        branch = {t.i for t in token.subtree}
        if not branch & self._path:
            self.kept = {i: t for i, t in self.kept.items() if i not in branch}

    def _is_aside(self, token: "Token") -> bool:
        if token.dep_ == "advcl":
            return not is_conditional(token) and not _is_purpose(token) and not is_only_then(token)
        if token.lower_ in ("starting", "beginning") and token.dep_ != "ROOT" and any(token.children):
            return all(self._is_time(c) or c.is_punct for c in token.children)
        if token.dep_ == "acl" and token.tag_ == "VBN":
            timed = all(self._is_time(c) or c.is_punct for c in token.children)
            if _is_told_apart(token) and any(t.ent_type_ in ("DATE", "TIME") for t in token.subtree):
                return True
            return timed and (child(token, "prep") is not None or (token.lemma_ == "date" and any(token.children)))
        if token.dep_ == "relcl":
            aimed = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)  # "had nothing to hide"
            told = child(token, "mark") is not None  # "the position that it would fight" keeps its content
            far = any(t.text == "," for t in token.doc[token.head.i : token.left_edge.i])
            asked = token.head.lemma_ == "idea" and any(c.tag_ in ("WRB", "WP") for c in token.children)
            return (
                not aimed and not asked and not (_says_who(token) and not far) and (not told or far)
            )  # no "the regime, with its claim that it would fight"
        if token.lower_ in _LAST and token.i > 1 and token.left_edge.lower_ == "the":
            own = [c for c in token.children if c.dep_ != "det" and not c.is_punct]
            return token.left_edge.nbor(-1).text == "," and bool(own) and all(self._is_time(c) for c in own)
        if token.dep_ == "advmod" and token.lower_ in ("up", "down") and token.doc[token.i - 1].text == ",":
            return any(c.lower_ == "from" for c in token.children)  # ", up from 22 in 2020"
        if token.dep_ == "appos" and token.tag_ == "CD" and token.left_edge == token.right_edge:
            return True  # "Keller, 61, told the court"
        if (token.dep_ in ("dobj", "prep") and _is_one_of_them(token)) or measures_aside(token) or _is_beside(token):
            return True
        if token.dep_ == "appos" and any(t.tag_ in ("WDT", "WP", "WP$") for t in token.subtree):
            if token.i > token.head.head.i > token.head.i and not token.doc[token.left_edge.i - 1].is_punct:
                return False  # "The cargo left on board the Rhosus, a ship which …": hung on the cargo by mistake
            return not any(t.i in self._path for t in token.subtree)  # ", the contents of which are secret"
        if token.dep_ == "advmod" and (as_of := child(token, "prep")) is not None and as_of.lower_ == "as":
            return self._is_time(as_of)  # "as early as Wednesday"
        if token.lower_ == "prior" and (to := child(token, "prep")) is not None:
            return self._is_time(to)  # "cars built prior to 1986"
        if token.lower_ == "back" and token.dep_ == "advmod" and token.doc[token.i - 1].tag_ == "RB":
            return self._leads_to_time(token)  # "was lost tragically back on 1 February"
        if token.dep_ == "prep":
            if _is_set_between(token) or _goes_with_aside(token):
                return True
            inside = child(token, "pcomp")
            return inside is not None and finite(inside) is not None  # "in what was called ..."
        return token.dep_ in _CLAUSES

    def _is_time(self, token: "Token") -> bool:
        """A time phrase, or a preposition that only governs one: the date has its own column.

        A phrase goes whole or not at all: what hangs on a word of it that stays, stays too.
        """
        if token.i in self._timed:
            if token.head.i in self._timed and token.head.i in self.kept:
                return False
            if token.dep_ in SUBJECTS:
                return len([c for c in token.head.children if c.dep_ in SUBJECTS]) > 1
            if self._waits_until(token) or self._measures(token) or is_amount_of(token, self._timed):
                return False
            if is_of_honour(token.head) or is_needed_length(token):
                return False
            return token.dep_ not in ("dobj", "attr") or token.head.lemma_ == "date" or self._is_adverbial(token)
        phrase = token.dep_ in ("prep", "agent") and not _is_particle(token)
        if phrase or (token.dep_ == "prt" and child(token, "pobj") is not None):
            beside = ("again", "also", "then")  # "on 3 March and again on 29 March"
            loose = ("dep", "cc", "advmod", "neg")
            inner = [c for c in token.children if not (c.is_punct or c.dep_ in loose or c.lower_ in beside)]
            if waits_until(token) or moves_to(token) or (inner and is_amount_of(inner[0], self._timed)):
                return False
            if is_of_honour(token):
                return False
            return all(self._is_period(c) for c in inner) if inner else token.i + 1 in self._timed
        return False

    def _is_period(self, token: "Token") -> bool:
        """A time, or the part of one that its preposition governs: "the early hours of Sunday"."""
        if token.i in self._timed or token.lower_ in ("earliest", "latest"):
            return True
        if token.dep_ in ("prep", "conj") and token.pos_ == "ADP":
            dated = token.dep_ == "conj" and any(t.ent_type_ in ("DATE", "TIME") for t in token.subtree)
            return dated or self._is_time(token)  # "on 3 March and again on 29 March"
        of = child(token, "prep")
        edges = words("events_nouns", "nouns", "periods") | words("events_nouns", "nouns", "edges")
        edge = token.lemma_.lower() in edges | words("events_cues", "titles", "shares")
        return edge and of is not None and of.lower_ == "of" and self._is_time(of)

    def _waits_until(self, token: "Token") -> bool:
        """Whether a time belongs to "not ... until", which would tell the opposite without it."""
        while token.i in self._timed and token.head.i != token.i:
            token = token.head
        return waits_until(token) or moves_to(token)

    def _measures(self, token: "Token") -> bool:
        """Whether a time is part of a compound before a noun: "an 18-day strike", "morning trade"."""
        top = token
        while top.head.i in self._timed and top.head.i != top.i:
            top = top.head
        first = top.left_edge.i
        while first - 1 in self._timed:
            first -= 1
        before = top.doc[first - 1]
        names = top.dep_ == "compound" and (before.pos_ != "ADP" or top.head.head.i == before.i)
        hyphened = names or any(c.tag_ == "HYPH" or c.text == "-" for c in top.subtree)
        return hyphened and top.dep_ in ("amod", "compound", "nmod", "nummod") and top.i < top.head.i

    def _is_adverbial(self, token: "Token") -> bool:
        """Whether a time parsed as an object stands as an adverbial: "after 11 am", "began that autumn"."""
        if token.head.lemma_ == "spend":
            return False
        first = token.i
        while first - 1 in self._timed:
            first -= 1
        doc = token.doc
        governed = first > 0 and doc[first - 1].pos_ in ("ADP", "SCONJ")
        said = {t.lower_ for t in doc[first : token.i + 1]}
        return governed or not said.isdisjoint(("that", "this", "last", "next", "following", "same", "previous"))

    def drop_bracketed(self, *, split: bool = False) -> None:
        """Takes out what stands in round brackets, or only what a cut has `split`; never the titled event."""
        if not self.kept:
            return
        doc = next(iter(self.kept.values())).doc
        for opening in [t for t in doc[min(self.kept) : max(self.kept)] if t.text == "("]:
            closing = next((i for i in range(opening.i, opening.sent.end) if doc[i].text == ")"), None)
            if closing is None or not self._path.isdisjoint(range(opening.i, closing)):
                continue
            inner = range(opening.i + 1, closing)
            if not split or any(i in self.kept for i in inner) > all(i in self.kept for i in inner):
                self._bracketed.update(range(opening.i, closing + 1))
                self.kept = {i: t for i, t in self.kept.items() if i not in self._bracketed}

    def drop_halves(self) -> None:
        """Takes out a "between X" of which the second half is lost."""
        for between in [t for t in self.kept.values() if t.lower_ == "between" and t.dep_ == "prep"]:
            one = child(between, "pobj")
            several = one is None or one.tag_ in ("NNS", "NNPS") or one.pos_ in ("PRON", "NUM")
            first, last = between.i, between.sent.end
            if not several and not any(first < i < last and t.dep_ == "cc" for i, t in self.kept.items()):
                self.drop(between)

    def call_by_name(self, name: "Token") -> None:
        """Leaves of "the carmaker General Motors" the name, unless the titled event is in the rest."""
        rest = {t.i for t in name.head.subtree} - {t.i for t in name.subtree}
        if not rest & self._path:
            self.kept = {i: t for i, t in self.kept.items() if i not in rest}

    def size(self, token: "Token") -> int:
        """How long what is kept of a branch is, in code points."""
        return sum(len(t.text) + 1 for t in token.subtree if t.i in self.kept)

    def mend(self, verb: "Token") -> None:
        """Takes out what lost its other half to the cut."""
        self._make_whole()
        mend_seams(self.kept, verb, self._path)

    def ends_in_particle(self) -> bool:
        """Whether the last word kept is part of its verb, or of its clause: "the party had given in"."""
        if is_told_to_its_end(self.kept) and max(self.kept) not in self._timed:
            return True
        last = self.kept[max(self.kept)] if self.kept else None
        particle = last is not None and last.dep_ == "prt" and last.tag_ == "RP"
        if last is not None and last.dep_ == "prt" and last.head.lemma_ == "swear":
            return True  # "was sworn in three days later"
        return particle and last is not None and last.i + 1 not in self._timed  # no "taken on" of "taken on 7 April"

    def text(self, replaced: dict[int, str] | None = None, last: "Token | None" = None) -> str:
        """The kept words as a line, up to and with `last`."""
        self._make_whole()
        self._drop_hyphened()
        self.drop_bracketed(split=True)
        strays = {i for i, t in self.kept.items() if self._is_stray(t)}
        commas = {i for i, t in self.kept.items() if t.text == "," and i not in strays}
        paired, unpaired = unpaired_commas(self.kept, commas)
        for one in [t.doc[i] for t in list(self.kept.values())[:1] for i in paired]:
            self.kept[one.i] = one
        strays = (strays | unpaired) - paired
        line = [self.kept[i] for i in sorted(self.kept) if i not in strays]
        if last is not None:
            line = [t for t in line if t.i <= last.i]
        return join(line, replaced or {})

    def _drop_hyphened(self) -> None:
        """Leaves no "e" of "by e-mailing", where the cut runs through the word."""
        for token in [t for t in self.kept.values() if t.dep_ in ("pobj", "npadvmod", "compound", "nmod")]:
            after = token.doc[token.i + 1 : token.i + 3]
            joined = len(after) == 2 and after[0].text == "-" and not token.whitespace_ and not after[0].whitespace_
            if joined and not any(t.i in self.kept for t in after) and len(self.kept) > 1:
                self.kept.pop(token.i)

    def _make_whole(self) -> None:
        """Leaves no part of a time: what is the subject, or leads to the event, stays whole; all else goes whole."""
        split: set[int] = set()
        before = self.kept.copy()
        for index in [i for i in self.kept if i in self._timed]:
            run = self._run(index)
            if any(i not in self.kept for i in run):
                split.update(run)
        doc = next(iter(before.values())).doc if before else None
        for index in split:
            run = self._run(index)
            if doc is None:
                return
            if any(i in self.kept and (doc[i].dep_ in SUBJECTS or i in self._path) for i in run):
                self.kept[index] = doc[index]
            else:
                self.kept.pop(index, None)
        if not self.kept:
            self.kept = before  # a title of a part of a time, rather than none

    def _run(self, index: int) -> range:
        """The time words round one of them."""
        first = last = index
        while first - 1 in self._timed:
            first -= 1
        while last + 1 in self._timed:
            last += 1
        return range(first, last + 1)

    def _is_stray(self, token: "Token") -> bool:
        """A comma or dash that a cut left without one of its sides, an "as" that opened a time."""
        if token.dep_ == "prep" and token.i == min(self.kept):
            return self._opens_time(token)
        if token.text not in (",", "–", "—") and not (token.text == "-" and token.whitespace_):
            return False
        before = token.i - 1
        while before not in self.kept and before >= 0 and self._is_passed(token.doc[before]):
            before -= 1
        if before not in self.kept or token.i + 1 not in self.kept:
            return True
        closes = before < token.i - 1 and token.doc[before].text == ","
        if closes and token.doc[token.i + 1].pos_ in ("VERB", "AUX"):
            return True  # "The take-off, at 08:30, was normal"
        return token.text == "," and (self._parts_subject(token) or self._opens_half(token))

    def _opens_half(self, comma: "Token") -> bool:
        """ "A former minister, Hassan Bouba was freed": the first comma of a name whose second one was cut."""
        name = next((t for i, t in self.kept.items() if i > comma.i and t.left_edge.i == comma.i + 1), None)
        while name is not None and name.dep_ == "compound":
            name = name.head
        person = name is not None and name.dep_ == "appos" and name.ent_type_ == "PERSON" and name.head.tag_ == "NN"
        if name is None or not person or name.head.dep_ not in SUBJECTS or name.head.head.i < name.i:
            return False
        later = [i for i, t in self.kept.items() if t.text == "," and name.i < i < name.head.head.i]
        return not any(i - 1 in self.kept and i + 1 in self.kept for i in later)

    def _parts_subject(self, comma: "Token") -> bool:
        """ "The agent Pietro Lanza, reached": the second comma of an aside whose first one was cut."""
        verb = comma.nbor()
        own = [c.left_edge.i for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
        if verb.tag_ not in ("VBD", "VBZ", "VBP", "MD") or not own:
            return False
        return sum(t.text == "," for i, t in self.kept.items() if own[-1] <= i <= comma.i) % 2 == 1

    def _is_passed(self, token: "Token") -> bool:
        """Whether a word that was cut may stand between a comma and what the comma follows."""
        return token.i in self._timed or token.i in self._bracketed or token.dep_ == "prep"

    def _opens_time(self, token: "Token") -> bool:
        """The "as" of "As of 3 pm", where the rest was cut."""
        after = token.i + 1
        while after < len(token.doc) and token.doc[after].dep_ == "prep" and after not in self.kept:
            after += 1
        return after in self._timed and after not in self.kept


def _is_one_of_them(token: "Token") -> bool:
    """ "killed 14 people, among them eight children": the phrase, and the children that are read as an object."""
    among = token if token.dep_ == "prep" else token.doc[max(token.left_edge.i - 2, 0)]
    them = child(among, "pobj")
    return among.lower_ in ("among", "including") and them is not None and them.lower_ in ("them", "which", "whom")


def _is_beside(noun: "Token") -> bool:
    """ "grounded its jets after a crash, the second disaster of the year": told of what goes, read as a second object.

    So is the name behind "according to his lawyer, Ada Brand", and what a dash sets apart: "broke into the bank as they
    left - the oldest of the town".
    """
    if noun.dep_ not in ("dobj", "npadvmod") or noun.i < noun.head.i:
        return False
    first = noun.left_edge.i
    if first > 0 and noun.dep_ == "dobj" and noun.doc[first - 1].text in _DASHES:
        return noun.head.pos_ == "VERB" and _follows_clause(noun.head, first - 1)
    if first == 0 or noun.doc[first - 1].text != ",":
        return False
    second = noun.dep_ == "dobj" and any(c.dep_ == "dobj" and c.i < noun.i for c in noun.head.children)
    return second or (noun.dep_ == "npadvmod" and noun.ent_type_ == "PERSON")


def _follows_clause(verb: "Token", dash: int) -> bool:
    """Whether a clause or a phrase of the verb ends right before a dash: what comes behind it is no object."""
    spaced = bool(verb.doc[dash].whitespace_ and verb.doc[dash - 1].whitespace_)
    return spaced and any(c.right_edge.i == dash - 1 and c.i > verb.i for c in verb.children)


def _is_particle(token: "Token") -> bool:
    """The "on" of "went on", no "on" or "at" of "shut on 3 May" that is only tagged so."""
    carried = token.head.lemma_.lower() in words("events_cues", "titles", "going_on")
    placed = token.lower_ in ("at", "by") or (token.lower_ == "on" and not carried)
    return token.tag_ == "RP" and not token.children and not placed


def _is_told_apart(participle: "Token") -> bool:
    """ "The dam, built in 1968, burst": a participle on the subject between commas is an event of its own."""
    noun = participle.head
    return (
        noun.dep_ in SUBJECTS and noun.head.i > participle.i and participle.doc[participle.left_edge.i - 1].text == ","
    )


def _goes_with_aside(phrase: "Token") -> bool:
    """ "The cabinet, with Ada Brand as its head, met": the "as" goes where the "with" goes."""
    beside = next((c for c in phrase.head.children if c.dep_ == "prep" and c.right_edge.i == phrase.i - 1), None)
    apart = beside is not None and phrase.doc[beside.i - 1].text == ","
    return phrase.lower_ == "as" and beside is not None and beside.lower_ == "with" and apart


def _is_set_between(phrase: "Token") -> bool:
    """ "The regime, with its claim that …, is looking": a phrase on the subject that stands between two commas."""
    noun, last = phrase.head, phrase.right_edge.i
    last = next((c.right_edge.i for c in noun.children if c.i == last + 1 and _goes_with_aside(c)), last)
    content = next((c for c in noun.children if c.dep_ in ("relcl", "acl") and c.left_edge.i == last + 1), None)
    last = last if content is None else content.right_edge.i
    carrier = noun.head if noun.dep_ == "appos" else noun
    if carrier.dep_ not in SUBJECTS or phrase.i == 0 or last + 1 >= len(phrase.doc):
        return False
    return phrase.doc[phrase.i - 1].text == "," and "," in (phrase.doc[last].text, phrase.doc[last + 1].text)


def _is_prefix(token: "Token") -> bool:
    """The "re" of "re-elected", and its hyphen."""
    return token.tag_ in ("AFX", "HYPH") and token.head.i - token.i in (1, 2) and not token.whitespace_


def _says_who(clause: "Token") -> bool:
    """ "is worried about a man who was arrested": who that is."""
    noun = clause.head
    some = noun.lemma_ in ("man", "woman", "person") and noun.left_edge.lower_ in ("a", "an")
    return some and noun.dep_ in ("pobj", "dobj") and clause.left_edge.i == noun.i + 1


def is_only_then(clause: "Token") -> bool:
    """ "will only return when he is asked": the word before says the opposite without its "when"."""
    only = any(c.lower_ == "only" and c.dep_ == "advmod" and c.i < clause.i for c in clause.head.children)
    return only and clause.i > clause.head.i and any(c.lower_ in _THEN for c in clause.children)


def _is_purpose(verb: "Token") -> bool:
    """ "voted to end imports": an infinitive that goes with the verb without a comma."""
    aimed = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    return aimed and verb.i > verb.head.i and verb.doc[verb.left_edge.i - 1].text != ","
