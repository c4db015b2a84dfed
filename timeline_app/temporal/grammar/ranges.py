"""Ranges and lists: links "3 May to 7 May", and completes what one end leaves out: "12 to 15 April", "1916–18".

What holds of every language is here; the words that join are the language's own.
"""

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline_app.model.expression import (
    Amount,
    Base,
    Clock,
    Duration,
    Expression,
    Fields,
    NumericDate,
    Part,
    Recurring,
    Reference,
    Relative,
    Shift,
)
from timeline_app.model.granularity import Granularity
from timeline_app.model.token import Token
from timeline_app.temporal.chart import Node
from timeline_app.temporal.grammar.kinds import said_fields
from timeline_app.temporal.values import Number, Ordinal, Value

DASHES = frozenset(["-", "–", "—", "−"])
SLASH = "/"  # 2014/15, 30 April/1 May
_DAY_BEFORE_IT = Relative(Granularity.DAY, 0, Base.PREVIOUS)  # the day told just before


@dataclass(frozen=True, slots=True)
class Joints:
    """The words of a language that join the ends of a range or the items of a list.

    `spans` stand between the ends of a range, `conjunctions` between the last items of a list and, where one of
    `between` opens it, between the ends of a range.  `articles` may begin an elliptic end, `linkers` follow a joint
    ("bis zum"), `heads` are the words besides the joints that may precede an elliptic begin, `followers` those that
    may follow an elliptic end.  Where hours are told by `clock_of_24`, an elliptic one is what it says.
    """

    spans: frozenset[str]
    conjunctions: frozenset[str]
    between: frozenset[str]
    articles: frozenset[str]
    heads: frozenset[str]
    followers: frozenset[str]
    linkers: frozenset[str] = frozenset()
    clock_of_24: bool = False

    @property
    def joins(self) -> frozenset[str]:
        """Every word that may stand between two phrases of a range or list."""
        return self.spans | self.conjunctions | {",", "&"}


class Completion:
    """The phrases found in one sentence while their elliptic neighbours are read."""

    def __init__(self, tokens: Sequence[Token], found: Sequence[Node], nodes: Sequence[Node], joints: Joints) -> None:
        self._tokens = tokens
        self._joints = joints
        self._joins = joints.joins
        self._words = [token.lower for token in tokens]
        self._found = sorted(found, key=lambda node: node.start)
        self._taken = {index for node in found for index in range(node.start, node.end)}
        self._ending: dict[int, list[Node]] = {}
        self._starting: dict[int, list[Node]] = {}
        for node in nodes:
            if isinstance(node.value, Number | Ordinal):
                self._ending.setdefault(node.end, []).append(node)
                self._starting.setdefault(node.start, []).append(node)

    def run(self) -> tuple[list[Node], list[tuple[Node, Node]]]:
        """All phrases in order, with elliptic ones added and completed, and the pairs that span a range."""
        for index in range(len(self._found) - 1, -1, -1):
            self._complete_left(index)
        index = 0
        while index < len(self._found):
            self._complete_right(index)
            index += 1
        return self._found, self._links()

    def _is_free(self, node: Node) -> bool:
        return self._taken.isdisjoint(range(node.start, node.end))

    def _add(self, node: Node) -> None:
        insort(self._found, node, key=lambda n: n.start)
        self._taken.update(range(node.start, node.end))

    def _joint_before(self, start: int) -> int | None:
        """Index of the token before `start` that joins it to what stands further left."""
        at = start - 1
        if at > 1 and self._words[at] in self._joints.linkers:
            at -= 1
        if at > 0 and self._words[at] in self._joins:
            return at - 1 if self._words[at] in self._joints.conjunctions and self._words[at - 1] == "," else at
        return None

    def _complete_left(self, index: int) -> None:
        right = self._found[index]
        while (joint := self._joint_before(right.start)) is not None and joint > 0:
            left = self._left_neighbour(index, joint, right)
            if left is None:
                return
            right = left

    def _left_neighbour(self, index: int, joint: int, right: Node) -> Node | None:
        previous = self._found[index - 1] if index else None
        if previous is not None and previous.end == joint:
            value = _lend(right.value, previous.value)
            if value is not None:
                self._found[index - 1] = replace(previous, value=value, trail=(*previous.trail, "completed_range"))
                self._keep_day(right, value)
            return None  # its own left side is looked at when its turn comes
        for node in self._ending.get(joint, ()):
            value = _left_end(node.value, right.value, self._joints.clock_of_24)
            start = (
                node.start - 1 if node.start and self._words[node.start - 1] in self._joints.articles else node.start
            )
            tight = self._tokens[joint - 1].end == self._tokens[joint].start and self._words[joint] in DASHES
            is_free = self._is_free(node) and (self._may_precede(start) or (tight and self._follows_verb(start)))
            if value is not None and is_free and self._begins_day_first(right):
                added = Node(start, node.end, value, (*right.trail, "left_end_of_range"))
                self._add(added)
                self._keep_day(right, value)
                return added
        return None

    def _keep_day(self, right: Node, left: Expression) -> None:
        """The day that an end counts from the text before is its begin's: "from 9 to 11 p.m. the night before"."""
        clock = right.value
        if not isinstance(clock, Clock) or not isinstance(left, Clock) or left.day != clock.day:
            return
        if isinstance(clock.day, Relative) and clock.day.base is Base.PREVIOUS:
            kept = replace(right, value=replace(clock, day=_DAY_BEFORE_IT))
            self._found[self._found.index(right)] = kept

    def _may_precede(self, start: int) -> bool:
        """Whether the word before an elliptic begin is no noun that the figures belong to: "Operation Dawn 5"."""
        word = self._words[start - 1] if start else ""
        return word in self._joints.heads or word in self._joins or not word[:1].isalnum()

    def _follows_verb(self, start: int) -> bool:
        """Whether a word in lower case precedes, as in "ran 10–12 May"; names and what they number are capitals."""
        return start > 0 and self._tokens[start - 1].text.islower()

    def _begins_day_first(self, right: Node) -> bool:
        word = self._words[right.start]
        if word[:1].isdigit() or word in self._joints.articles or isinstance(right.value, Clock | Duration):
            return True
        return any(isinstance(node.value, Ordinal) for node in self._starting.get(right.start, ()))

    def _complete_right(self, index: int) -> None:
        left = self._found[index]
        at = left.end
        if at + 1 < len(self._words) and self._words[at] == "," and self._words[at + 1] in self._joints.conjunctions:
            at += 1
        if at + 1 >= len(self._words) or (self._words[at] not in self._joins and self._words[at] != SLASH):
            return
        for node in self._starting.get(at + 1, ()):
            if not self._is_free(node):
                continue
            tight = (
                self._tokens[left.end - 1].end == self._tokens[at].start
                and self._tokens[at].end == self._tokens[at + 1].start
            )
            value = _right_end(left.value, node.value, self._words[at], tight)
            if value is not None and (tight or self._may_follow(node.end)):
                added = Node(node.start, node.end, value, (*left.trail, "right_end_of_range"))
                self._add(added)
                self._take_year(index, added)
                return

    def _may_follow(self, at: int) -> bool:
        return at >= len(self._words) or self._words[at] in self._joints.followers or not self._words[at].isalpha()

    def _take_year(self, index: int, added: Node) -> None:
        """Reads the year in "May 3–7, 2018" for both ends."""
        at = added.end + 1 if added.end < len(self._words) and self._words[added.end] == "," else added.end
        if at >= len(self._words) or not (isinstance(added.value, Fields) and added.value.day and not added.value.year):
            return
        word = self._words[at]
        if not (len(word) == 4 and word.isascii() and word.isdigit() and 1000 <= int(word) <= 2199):
            return
        following = self._found[index + 2] if index + 2 < len(self._found) else None
        if following is not None and (following.start, following.end) == (at, at + 1):
            del self._found[index + 2]
        for place in (index, index + 1):
            node = self._found[place]
            if isinstance(node.value, Fields):
                end = at + 1 if place == index + 1 else node.end
                self._found[place] = replace(node, end=end, value=replace(node.value, year=int(word)))

    def _links(self) -> list[tuple[Node, Node]]:
        out = []
        for left, right in zip(self._found, self._found[1:], strict=False):
            between = self._words[left.end : right.start]
            if len(between) == 2 and between[1] in self._joints.linkers:
                between = between[:1]
            if len(between) != 1 or not (_is_point(left.value) and _is_point(right.value)):
                continue
            before = self._words[left.start - 1] if left.start else ""
            spaced_dash = between[0] == "—" and self._tokens[left.end - 1].end != self._tokens[left.end].start
            spans = between[0] == SLASH or between[0] in self._joints.spans
            if (spans and not spaced_dash) or (
                between[0] in self._joints.conjunctions and before in self._joints.between
            ):
                out.append((left, right))
        return out + self._runs()

    def _runs(self) -> list[tuple[Node, Node]]:
        """Lists of days, months or years that follow each other: "on 25 and 26 July", "3, 4 and 5 May"."""
        out = []
        first = last = -1
        for index in range(1, len(self._found)):
            left, right = self._found[index - 1], self._found[index]
            between = tuple(self._words[left.end : right.start])
            if not _follows_on(left.value, right.value) or not (between == (",",) or self._is_last_joint(between)):
                continue
            if last != index - 1:
                first = index - 1
            last = index
            if self._is_last_joint(between):
                out.append((self._found[first], right))
        return out

    def _is_last_joint(self, between: tuple[str, ...]) -> bool:
        words = [word for word in between if word != "," and word not in self._joints.articles]
        return len(words) == 1 and (words[0] in self._joints.conjunctions or words[0] == "&")


def _follows_on(left: Value, right: Value) -> bool:
    """Whether two dates written in the same way follow each other: 25 and 26 July, May and June, 2016 and 2017."""
    if not isinstance(left, Fields) or not isinstance(right, Fields):
        return False
    for finest in ("day", "weekday", "month", "year"):
        one, other = getattr(left, finest), getattr(right, finest)
        if one is not None or other is not None:
            is_next = one is not None and other is not None and other == one + 1
            return is_next and _without(left, finest) == _without(right, finest)
    return False


def _without(date: Fields, field: str) -> Fields:
    changes: dict[str, Any] = {"weekday": None, field: None}
    return replace(date, **changes)


def _is_point(value: Value) -> bool:
    return not isinstance(value, Duration | Recurring | Reference)


def _lend(giver: Value, taker: Value) -> Expression | None:
    """What the left phrase becomes with the year, zone or day that only the right one says; None when nothing."""
    match giver, taker:
        case Fields(day=int(last), month=int()), Fields(day=int(first)) if (
            said_fields(taker) <= {"day", "weekday"} and first < last
        ):
            return replace(giver, day=first, weekday=taker.weekday)
        case Fields(century=century), Fields(day=day) if century is not None and said_fields(taker) == {"day"}:
            return _left_end(Ordinal(day or 0), giver, clock_of_24=False)  # "the 13th to the 15th century"
        case Fields(year=year), Fields(year=None) if year is not None and taker.direction is None:
            both_months = taker.month is not None and giver.month is not None
            if both_months or (taker.season is not None and giver.season is not None):
                return replace(taker, year=year - _is_later(taker, giver), two_digit=giver.two_digit)
        case Part(of=Fields() as period), Fields():
            return _lend(period, taker)
        case Fields(), Part(of=Fields() as period):
            lent = _lend(giver, period)
            return None if lent is None else replace(taker, of=lent)
        case Clock(), Clock():
            lent = taker.day or _day_before_midnight(taker, giver)
            changed = replace(taker, zone=taker.zone or giver.zone, day=lent)
            return changed if changed != taker else None
    return None


def _is_later(first: Fields, last: Fields) -> bool:
    """Whether what comes first is of the year before: "between December and March 2023"."""
    return first.month is not None and last.month is not None and first.month > last.month


def _day_before_midnight(begin: Clock, end: Clock) -> Expression | None:
    """The day that the end of a range lends its begin: the one before where midnight lies between, "22:40 to 01:15"."""
    if end.day is None or begin.hour <= end.hour:
        return end.day
    after_night = isinstance(end.day, Shift) and end.day.of is not None and end.day.sign > 0
    if after_night and isinstance(end.day, Shift):
        return end.day.of
    return Shift(Amount(1.0, Granularity.DAY), -1, of=end.day, exact=True)


def _left_end(elliptic: Value, right: Value, clock_of_24: bool) -> Expression | None:
    """The begin of a range or the earlier item of a list, of which only a number is written."""
    if isinstance(right, Duration):
        return _shorter_duration(elliptic, right)
    n = _written_in_figures(elliptic)
    if n is None:
        return None
    match right:
        case Fields(day=day) if day is not None and right.month is not None and 1 <= n <= 31:
            return replace(right, day=n, weekday=None)
        case NumericDate(first=last, second=month) if n < last <= 31 and month <= 12 and isinstance(elliptic, Number):
            return replace(right, first=n)
        case Fields(year=year) if year is not None and year <= 0 and said_fields(right) == {"year"} and n > -year:
            return replace(right, year=1 - n)
        case Fields(quarter=quarter) if quarter is not None and isinstance(elliptic, Ordinal) and 1 <= n < quarter:
            return replace(right, quarter=n)
        case Fields(century=century) if century is not None and isinstance(elliptic, Ordinal) and 1 <= n <= 30:
            return replace(right, century=n - 1 if century >= 0 else -n)
        case Clock() if isinstance(elliptic, Number) and len(elliptic.digits or "") == 4:
            return _four_figures(n, right)
        case Clock() if isinstance(elliptic, Number) and clock_of_24:
            return replace(right, hour=n, minute=None, second=None) if n <= 24 else None
        case Clock() if isinstance(elliptic, Number) and 1 <= n <= 12 and right.hour >= 1:
            hour = n % 12 + (12 if right.hour >= 12 and n % 12 < (right.hour % 12 or 12) else 0)
            return replace(right, hour=hour, minute=None, second=None)
    return None


def _four_figures(n: int, end: Clock) -> Clock | None:
    """ "2300" of "between 2300 and 0100 on Monday night": on the same day, or before the midnight between."""
    hour, minute = divmod(n, 100)
    if hour > 23 or minute > 59 or end.minute is None:
        return None
    crosses = isinstance(end.day, Shift) and hour > end.hour
    day = end.day.of if crosses and isinstance(end.day, Shift) else end.day
    return replace(end, hour=hour, minute=minute, day=day)


def _written_in_figures(value: Value) -> int | None:
    if isinstance(value, Ordinal):
        return value.n
    return value.whole if isinstance(value, Number) and value.digits is not None else None


def _shorter_duration(elliptic: Value, longer: Duration) -> Duration | None:
    """ "sixty" of "between sixty and ninety days"."""
    if not isinstance(elliptic, Number) or elliptic.value is None or longer.amount.count is None:
        return None
    is_shorter = 0 < elliptic.value < longer.amount.count
    return Duration(replace(longer.amount, count=elliptic.value)) if is_shorter else None


def _right_end(left: Value, elliptic: Value, joint: str, tight: bool) -> Expression | None:
    """The end of a range or the later item of a list, of which only a number is written."""
    if not isinstance(left, Fields):
        return None
    n = _written_in_figures(elliptic)
    if n is None:
        return None
    if left.day is not None and left.month is not None and left.year is None and left.day < n <= 31 and joint != SLASH:
        return replace(left, day=n, weekday=None)
    digits = elliptic.digits if isinstance(elliptic, Number) else None
    is_short = tight and (joint in DASHES or joint == SLASH) and digits is not None and len(digits) == 2
    if left.year is not None and is_short and said_fields(left) == {"year"} and n == n % 100 and n > left.year % 100:
        return replace(left, year=left.year - left.year % 100 + n)
    return None
