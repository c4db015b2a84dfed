"""What a title keeps of a clause, and what a cut through it leaves."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from timeline_app.extraction.events.asides import is_aside, is_only_then
from timeline_app.extraction.events.clause_times import ClauseTimes
from timeline_app.extraction.events.factuality import is_conditional
from timeline_app.extraction.events.headline import join
from timeline_app.extraction.events.seams import is_told_to_its_end, mend_seams, unpaired_commas
from timeline_app.extraction.events.stray_marks import is_stray
from timeline_app.extraction.events.tree import SUBJECTS, ancestors, child

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_COMPLEMENTS = frozenset(("dobj", "pobj", "attr", "acomp", "xcomp", "ccomp", "pcomp", "oprd", "dative", "prt", "agent"))
_FURTHEST = 28  # characters that the end of a title gives for a phrase that is whole


class Cut:
    """The words that a title keeps."""

    def __init__(self, timed: frozenset[int], path: frozenset[int] = frozenset()) -> None:
        self._timed = timed
        self._path = path  # never cut: leads from the clause to the event that is titled
        self._times = ClauseTimes(timed, path)
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
                if self._times.is_half(c, self.kept):
                    stack.append(c)
                elif self._leads(c) or _is_prefix(c) or not (c.i in skipped or self._is_told_elsewhere(c)):
                    self.kept[c.i] = c
                    stack.append(c)

    def _is_told_elsewhere(self, token: "Token") -> bool:
        return is_aside(token, self._times, self.kept) or self._times.is_time(token, self.kept)

    def _leads(self, token: "Token") -> bool:
        """Whether a word leads to the titled event, or joins it: the "and" of "plans to close the mine and sell it"."""
        joins = token.dep_ == "cc" and any(c.dep_ == "conj" and c.i in self._path for c in token.head.children)
        return token.i in self._path or joins

    def drop(self, token: "Token") -> None:
        """Takes a branch out, unless the titled event hangs on it."""
        branch = {t.i for t in token.subtree}
        if not branch & self._path:
            self.kept = {i: t for i, t in self.kept.items() if i not in branch}

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

    @property
    def longest(self) -> int:
        """How long the kept words can be as a line at most, in code points; asked before the line itself is made."""
        return sum(len(t.text) + 1 for t in self.kept.values())

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
        strays = {i for i, t in self.kept.items() if is_stray(t, self.kept, self._timed, self._bracketed)}
        commas = {i for i, t in self.kept.items() if t.text == "," and i not in strays}
        paired, unpaired = unpaired_commas(self.kept, commas)
        for one in [t.doc[i] for t in list(self.kept.values())[:1] for i in paired]:
            self.kept[one.i] = one
        strays = (strays | unpaired) - paired
        line = [self.kept[i] for i in sorted(self.kept) if i not in strays]
        if last is not None:
            line = [t for t in line if t.i <= last.i]
        return join(line, replaced or {})

    def end_at_phrase(self, head: "Token", room: int) -> bool:
        """Takes out the end of what is too long from where a phrase ends: no "was helped by strong rural".

        `room` is for the words and the "…" behind them.  Where no phrase ends near, nothing is taken out.
        """
        for last in sorted((i for i in self.kept if i >= head.i), reverse=True):
            if self._is_open_after(last):
                continue
            size = len(self.text(last=self.kept[last]))
            if size < room - _FURTHEST:
                return False
            if size < room:
                end = last + 1 if last + 1 in self.kept and self.kept[last + 1].is_quote else last
                self.kept = {i: t for i, t in self.kept.items() if i <= end}
                return True
        return False

    def _is_open_after(self, last: int) -> bool:
        """Whether a word needs one that is kept behind it, or stands in a phrase that does."""
        token = self.kept[last]
        closes = token.dep_ == "prt"  # "handed over"
        if token.is_punct or (token.pos_ in ("ADP", "CCONJ", "SCONJ", "DET", "AUX", "PART") and not closes):
            return True
        for part in (token, *ancestors(token)):
            if part.i > last or any(c.i > last and c.i in self.kept and _is_complement(c) for c in part.children):
                return True
        return False

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
            run = self._times.run_of(index)
            if any(i not in self.kept for i in run):
                split.update(run)
        doc = next(iter(before.values())).doc if before else None
        for index in split:
            run = self._times.run_of(index)
            if doc is None:
                return
            if any(i in self.kept and (doc[i].dep_ in SUBJECTS or i in self._path) for i in run):
                self.kept[index] = doc[index]
            else:
                self.kept.pop(index, None)
        if not self.kept:
            self.kept = before  # a title of a part of a time, rather than none


def _is_complement(part: "Token") -> bool:
    """What the word before it needs: its object, its "of", the "from" of "stop them from going", its own aim."""
    if part.dep_ == "prep":
        leads = child(part, "pcomp") is not None and part.lower_ in ("from", "as", "for", "into")
        share = part.head.tag_ == "CD" and part.head.dep_ in ("appos", "conj")  # "four died in Tarn, two in Holm"
        beside = part.i == part.head.i + 1 and (share or part.head.pos_ in ("VERB", "ADV"))
        return leads or beside or part.lower_ == "of"
    if part.dep_ in ("acl", "relcl"):
        return any(c.dep_ == "mark" or c.tag_ == "TO" for c in part.children) and part.head.pos_ == "NOUN"
    return part.dep_ in _COMPLEMENTS or (part.dep_ == "advcl" and (is_conditional(part) or is_only_then(part)))


def _is_prefix(token: "Token") -> bool:
    """The "re" of "re-elected", and its hyphen."""
    return token.tag_ in ("AFX", "HYPH") and token.head.i - token.i in (1, 2) and not token.whitespace_
