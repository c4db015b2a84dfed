# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""Wars and periods of history by their names: during World War II, since the Cold War, at the end of the Gulf War.

They are events, not times as TIMEX3 has them, and read only where they date something.
"""

from timeline_app.model.expression import Fixed
from timeline_app.temporal.grammar import history
from timeline_app.temporal.grammar.english.context import stands_as_noun
from timeline_app.temporal.rules import Context, rule
from timeline_app.temporal.values import HistoricPeriod

_WITHIN = frozenset(("in", "during", "throughout"))
_BEFORE = frozenset(("before", "until", "till", "by", "prior-to"))
_AFTER = frozenset(("after", "since", "following"))
_BEGAN = frozenset(("began", "started", "broke", "erupted", "begins", "starts"))
_ENDED = frozenset(("ended", "finished", "ends", "was"))  # "since the war was over"


def _side(c: Context) -> str:
    pair = f"{c.before(2)}-{c.before()}"
    return pair if pair == "prior-to" else c.before()


def _dates(c: Context) -> bool:
    """Whether the name is no adjective: not "World War II veterans"."""
    return (stands_as_noun(c) and c.after() not in ("-", "–")) or c.after() in _BEGAN | _ENDED


@rule(
    "the?", HistoricPeriod, reads=("during ⟨World War II⟩", "in ⟨the Korean War⟩"),
    skips=("World War II veterans", "a museum of World War I"),
    when=lambda c: _dates(c) and c.before() in _WITHIN,
)  # fmt: skip
def named_period(period: HistoricPeriod) -> Fixed:
    return history.within(period)


@rule(
    "the?", HistoricPeriod, reads=("before ⟨the First World War⟩", "after ⟨World War II⟩ broke out"),
    when=lambda c: _dates(c) and (_side(c) in _BEFORE or _side(c) in _AFTER) and
    (c.after() in _BEGAN or (_side(c) in _BEFORE and c.after() not in _ENDED)),
)  # fmt: skip
def before_named_period(period: HistoricPeriod) -> Fixed:
    return history.first_of(period)


@rule(
    "the?", HistoricPeriod, reads=("since ⟨the Second World War⟩", "before ⟨the Cold War⟩ ended"),
    when=lambda c: _dates(c) and (_side(c) in _BEFORE or _side(c) in _AFTER) and
    (c.after() in _ENDED or (_side(c) in _AFTER and c.after() not in _BEGAN)),
)  # fmt: skip
def after_named_period(period: HistoricPeriod) -> Fixed:
    return history.last_of(period)


@rule(
    "the?", "end|close|conclusion", "of", "the?", HistoricPeriod, reads=("at ⟨the end of World War II⟩",),
    when=stands_as_noun,
)  # fmt: skip
def end_of_named_period(period: HistoricPeriod) -> Fixed:
    return history.month_of(history.last_of(period))


@rule(
    "the?", "start|beginning|outbreak|onset", "of", "the?", HistoricPeriod,
    reads=("at ⟨the outbreak of the First World War⟩",), when=stands_as_noun,
)  # fmt: skip
def start_of_named_period(period: HistoricPeriod) -> Fixed:
    return history.month_of(history.first_of(period))
