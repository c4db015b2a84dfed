"""Tense without a parser: of the words that show one, the nearest; and what words before a phrase say of its side."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.model.expression import Clock, Fields, PartOfDay
from timeline_app.model.token import Tense, Token
from timeline_app.temporal.values import Value

REACH = 25  # words looked at on either side
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_VERBS = _FINITE | {"VB", "VBN", "VBG", "TO"}
_PRESENT = frozenset(("VBZ", "VBP"))
_NEAR = 2  # words between such a word and the phrase it leads: "seit dem 3. Mai", "starting on Thursday"
_CLAUSE = 10  # words of "since the race began three days ago"
_CHARGED = 4  # words from "accused of trying" to the infinitive
_DUE_NEAR = 9  # words in which "was due" leads to the phrase: "was due to be brought before a judge on"
_STOPS = frozenset(",.;:")


@dataclass(frozen=True, slots=True)
class Leanings:
    """Words before a phrase that place it whatever the verb says.

    After one of `since` it lies behind ("in force since 1 January, will last"), after one of `ahead` it is to come
    ("payable Dec. 15", of two words "of record Dec. 1" as "of-record").  Beside a past verb the nearer is meant after
    one of `either` ("mourning starting Thursday"), and of dates with a month after one of `until`; after one of
    `nouns` such a date is a noun's, and the verb says nothing of it ("fell before the Nov. 6 vote").  What a clause
    supposes with one of `conditions` is to come, and so is what happens `by` a time in the present.  Words of `now` and
    `then` tell "is due" and "will" from "was due" and "would"; those of `still` are the auxiliaries of the perfect.
    A weekday is to come after one of `ahead_of_days`, an infinitive after one of `due`, and so is what stands before
    the words of one of `limits`.  `likes` stand for a noun told before: "the worst since that of 1812".  What
    holds from a time on, with one of `onwards` after it, is to come; an infinitive after one of `attempts` is over,
    and one of which somebody is `charged` whatever the verb.
    A month may lie on either side after a past verb of `expecting`, and where it `was` one of `set_for` it, or had
    been so `at_first`.  What is called by the day of one of `blows` is over, and so is what lies
    behind one of `of_blows`.  What was stopped with one of `stopping` is so until the weekday after one of `lasting`.
    """

    since: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    now: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    still: frozenset[str] = frozenset()
    due: frozenset[str] = frozenset()
    ahead_of_days: frozenset[str] = frozenset()
    limits: frozenset[tuple[str, ...]] = frozenset()
    likes: frozenset[tuple[str, str]] = frozenset()
    onwards: frozenset[str] = frozenset()
    attempts: frozenset[str] = frozenset()
    charged: frozenset[str] = frozenset()
    expecting: frozenset[str] = frozenset()
    set_for: frozenset[str] = frozenset()
    at_first: frozenset[str] = frozenset()
    blows: frozenset[str] = frozenset()
    of_blows: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    stopping: frozenset[str] = frozenset()

    def tense(
        self, tokens: Sequence[Token], start: int, end: int, governing: Tense | None, value: Value
    ) -> Tense | None:
        """The tense in which a phrase of some `value`, tokens `start` to `end` (exclusive), is read."""
        if governing is not Tense.PAST and tuple(t.lower for t in tokens[end : end + 3]) in self.limits:
            return Tense.FUTURE  # "or Thursday at the latest"
        named = _is_date(value) or (_is_weekday(value) and _is_whose(tokens, end))
        if governing is Tense.FUTURE and named and self._befell(tokens, start, end):
            return Tense.PAST
        words = [token.lower for token in tokens[max(0, start - _NEAR) : start]]
        if (
            governing is Tense.PRESENT
            and words[-1:] == ["from"]
            and {t.lower for t in tokens[end : end + 1]} & self.onwards
        ):
            return Tense.FUTURE
        is_bare = _is_date(value) or _is_weekday(value)
        if is_bare and self.by.isdisjoint(words) and self._was_attempted(tokens, start):
            return Tense.PAST
        before = {*words, "-".join(words)}
        if before & self.since:
            return Tense.PAST
        if self._is_for_a_day(words, value, tokens[end : end + 1]):
            return Tense.FUTURE
        if before & self.ahead or self._is_due(tokens, start):
            owed = is_bare and governing is Tense.PAST and "due" in before  # "missed a payment due on 3 May"
            owed = owed or (is_bare and (self._was_due(tokens, start) or self._is_undone(tokens, end)))
            return Tense.PRESENT if owed else Tense.FUTURE
        if governing is Tense.PAST and self._is_supposed(tokens, start, of_now=True):
            return Tense.FUTURE  # "if no price is agreed by that time"
        if governing is Tense.PAST:
            if _is_weekday(value) and self._stops_until(tokens, start):
                return Tense.FUTURE
            of_month = isinstance(value, Fields) and value.month is not None
            if of_month and words[-1:] and words[-1] in self.nouns:
                return None
            is_either = before & self.either or (of_month and before & self.until)
            return Tense.PRESENT if is_either or (of_month and self._was_expected(tokens, start)) else governing
        if governing is Tense.FUTURE and _is_date(value):
            was_planned = self._was_planned(tokens, start) or self._was_due(tokens, start)
            was_planned = was_planned or self._was_set_for(tokens, start) or self._has_come(tokens, start, end)
            return Tense.PRESENT if was_planned else governing
        if governing is Tense.FUTURE and _is_weekday(value) and self._was_due(tokens, start):
            return Tense.PRESENT  # "was due back on Wednesday, but stayed"
        if governing is not Tense.FUTURE and (before & self.by or self._is_supposed(tokens, start)):
            return Tense.FUTURE
        return governing

    def opens_span(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether the phrase stands after one of `since`: "since 1967", "since that of 1812", "seit dem 3. Mai"."""
        if start > _NEAR and (tokens[start - 2].lower, tokens[start - 1].lower) in self.likes:
            start -= _NEAR
        if any(token.lower in self.since for token in tokens[max(0, start - _NEAR) : start]):
            return True
        return self._is_in_since_clause(tokens, start)

    def _is_in_since_clause(self, tokens: Sequence[Token], start: int) -> bool:
        """ "since the race began three days ago": nothing else in the sentence need have happened then."""
        verbs = 0
        for token in reversed(tokens[max(0, start - _CLAUSE) : start]):
            if token.lower in self.since:
                return verbs == 1
            if token.text in ",;:" or verbs > 1:
                return False
            verbs += token.tag in _FINITE
        return False

    def of_now(self, tokens: Sequence[Token], start: int, tense: Tense | None) -> bool:
        """Whether the phrase is told from the writer's own present, by the last auxiliary before it.

        So is what lies ahead ("is due", "plans to close"), and what still holds since ("have gained 41% since the
        start of the year").
        """
        before = [token.lower for token in reversed(tokens[max(0, start - REACH) : start])]
        if tense is Tense.PAST and not self.since.isdisjoint(before[:_NEAR]):
            return next((word in self.still for word in before if word in self.still or word in self.then), False)
        if tense is not Tense.FUTURE:
            return False
        verbs = (token for token in reversed(tokens[max(0, start - REACH) : start]) if self._is_finite(token))
        return next((token.lower in self.now or token.tag in _PRESENT for token in verbs), False)

    def _is_finite(self, token: Token) -> bool:
        """Whether a word tells, by itself or by its tag, when the clause around it is seen from."""
        return token.lower in self.now or token.lower in self.then or token.tag in _PRESENT or token.tag == "VBD"

    def _is_due(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether "due to report on" leads to the phrase, whatever the verb beside it ("Haug, due to ..., fell")."""
        before = [token.lower for token in tokens[max(0, start - 6) : start]]
        for index in range(max(0, len(before) - 5), len(before) - 2):
            if before[index] in self.due and before[index + 1] == "to":
                return self.then.isdisjoint(before[:index][-1:]) and {",", "."}.isdisjoint(before[index:])
        return False

    def _stops_until(self, tokens: Sequence[Token], start: int) -> bool:
        """ "canceled all flights through Tuesday": what was stopped is so until a day ahead."""
        if start == 0 or tokens[start - 1].lower not in self.lasting:
            return False
        clause = tokens[max(0, start - _CLAUSE) : start - 1]
        verb = next((t for t in reversed(clause) if t.tag in _VERBS), None)
        return verb is not None and (verb.lemma or verb.lower) in self.stopping

    def _is_undone(self, tokens: Sequence[Token], end: int) -> bool:
        """ "The trial, due to start on 14 January, was put back": what was told of it behind is over."""
        comma, was, deed = (*tokens[end : end + 3], None, None, None)[:3]
        if comma is None or was is None or deed is None:
            return False
        return comma.text == "," and was.lower in self.then and deed.tag == "VBN"

    def _is_for_a_day(self, before: Sequence[str], value: Value, after: Sequence[Token]) -> bool:
        """Whether what is called, set or meant "for noon on Friday" leads to the phrase; not "for Friday's attack"."""
        led_to = bool(before) and before[-1] in self.ahead_of_days
        return led_to and _is_bare_day(value) and not _is_whose(after, 0)

    def _befell(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """ "charged with planning the 3 May attacks", "met to discuss Monday's raid": what nobody foresees is over."""
        whose = _is_whose(tokens, end)
        known = whose or "the" in (tokens[start].lower, tokens[max(0, start - 1)].lower)
        for token in tokens[end + whose : end + whose + 3] if known else ():
            if token.lower in self.blows:
                return True
            if token.tag is not None and not token.tag.startswith(("JJ", "NN")):
                break
        return self._is_of_blow(tokens, start)

    def _is_of_blow(self, tokens: Sequence[Token], start: int) -> bool:
        """ "may be charged over the killing of a guard in June", "to rebuild after the floods in April"."""
        blow, follows = False, ""
        for token in reversed(tokens[max(0, start - _CLAUSE) : start]):
            if token.tag in _VERBS or token.text in _STOPS:
                return False
            if blow and token.lower in self.of_blows:
                return True
            blow = blow or (token.lower in self.blows and not follows.startswith("NN"))  # no "fire season"
            follows = token.tag or ""
        return False

    def _was_due(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether "was due" stands before a phrase: what it led to may be over."""
        before = [token.lower for token in tokens[max(0, start - _DUE_NEAR) : start]]
        due = next((i for i in range(len(before) - 1, 0, -1) if before[i] in self.due), 0)
        is_led_to = due > 0 and _STOPS.isdisjoint(before[due:])
        return is_led_to and before[due - 1] in (self.then | {"been"})

    def _was_planned(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether an infinitive under a past verb leads to the phrase: "was told to sail on 4 May" may be over.

        So may "was to be signed on 4 May".  Known only where the words were tagged.
        """
        verbs = [t for t in tokens[max(0, start - REACH) : start] if t.tag in _VERBS]
        infinitive = next((i for i in range(len(verbs) - 1, -1, -1) if verbs[i].tag == "TO"), 0)
        led_to = [t.tag for t in verbs[infinitive + 1 :]]
        if infinitive == 0 or led_to not in (["VB"], ["VB", "VBN"]):
            return False
        finite = next((t.tag for t in reversed(verbs[:infinitive]) if t.tag in _FINITE), None)
        return finite == "VBD"

    def _was_attempted(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether "was arrested while trying to leave" leads to the phrase, no other verb between."""
        for index in range(start - 1, max(0, start - REACH), -1):
            if tokens[index].lower == "to" and tokens[index + 1].tag == "VB":
                tried = tokens[index - 1].lower in self.attempts
                if tried and any(t.lower in self.charged for t in tokens[max(0, index - _CHARGED) : index]):
                    return True  # "the man accused of trying to burn it on Sunday"
                finite = (t.tag for t in reversed(tokens[:index]) if t.tag in _FINITE)
                return tried and next(finite, None) == "VBD"
            if tokens[index].tag in _FINITE or tokens[index].text in ",;:":
                return False
        return False

    def _was_expected(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether the verb before the phrase looked ahead: "told investors it expected approval in April"."""
        for index in range(start - 1, max(0, start - REACH), -1):
            token = tokens[index]
            if token.lower in self.expecting and token.tag in ("VBD", "VBN"):
                return True
            if token.tag in _FINITE or token.text in _STOPS:
                return False
        return False

    def _was_set_for(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether the phrase was once that of a plan: "was planned for March", "originally scheduled for 4 May".

        Not in what somebody says: "said that it was planned for March" is mostly to come.
        """
        before = [token.lower for token in tokens[max(0, start - _DUE_NEAR) : start]]
        if len(before) < 4 or before[-1] not in self.ahead_of_days or before[-2] not in self.set_for:
            return False
        if self.at_first & set(before[-5:-2]):
            return True
        if before[-3] not in self.then | {"been"}:
            return False
        others = (t.lower for t in tokens[max(0, start - REACH) : start - 3] if t.tag in _FINITE)
        return all(word == "had" for word in others)

    def _has_come(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether what was planned for the phrase has been told on: "a visit planned for April was called off".

        So has "a visit, planned for 4 May, was called off".
        """
        before = [token.lower for token in tokens[max(0, start - 2) : start]]
        set_for = len(before) > 1 and before[0] in self.set_for and before[1] in self.ahead_of_days
        following = tokens[end : end + 2]
        behind = following[-1] if len(following) == 2 and following[0].text == "," else next(iter(following), None)
        return set_for and behind is not None and behind.lower in self.then

    def _is_supposed(self, tokens: Sequence[Token], start: int, *, of_now: bool = False) -> bool:
        """Whether one of `conditions` opens the clause that a phrase stands in; `of_now` asks for one of `now` too."""
        wanted = not of_now
        for token in reversed(tokens[max(0, start - REACH) : start]):
            if token.text in ",;:" or (of_now and token.lower in self.then):
                return False
            wanted = wanted or token.lower in self.now
            if token.lower in self.conditions:
                return wanted
        return False


def _is_whose(tokens: Sequence[Token], end: int) -> bool:
    """Whether a phrase that ends before `end` is told of what follows: "Friday's attack"."""
    return end < len(tokens) and tokens[end].lower in ("'s", "’s")


def _is_date(value: Value) -> bool:
    """Whether a phrase names a month or a day of one: "May", "4 May", "the 31st"."""
    return isinstance(value, Fields) and (value.month is not None or (value.day is not None and value.weekday is None))


def _is_bare_day(value: Value) -> bool:
    """Whether a phrase names a weekday or a day of no month: "noon on Friday", "dawn on the 18th"."""
    match value:
        case Fields(day=int(), month=None, weekday=None):
            return True
        case Clock(day=inner) | PartOfDay(day=inner) if inner is not None:
            return _is_bare_day(inner)
    return _is_weekday(value)


def _is_weekday(value: Value) -> bool:
    match value:
        case Fields(weekday=int(), month=None):
            return True
        case Clock(day=inner) | PartOfDay(day=inner):
            return inner is not None and _is_weekday(inner)
    return False


def nearest_tense(tenses: Sequence[Tense | None], start: int, end: int) -> Tense | None:
    """The tense shown nearest to words `start` to `end`; None when no word near shows one."""
    for distance in range(1, REACH):
        for index in (start - distance, end + distance - 1):
            if 0 <= index < len(tenses) and (tense := tenses[index]):
                return tense
    return None
