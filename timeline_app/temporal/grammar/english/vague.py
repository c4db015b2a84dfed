# ruff: noqa: D103 -- a rule is documented by its name and the phrases that it reads
"""now, recently, soon, current: times that point nowhere on the calendar."""

from timeline_app.model.expression import Reference, Vague
from timeline_app.temporal.grammar.english.context import looks_forward, qualifies
from timeline_app.temporal.rules import rule
from timeline_app.temporal.values import VagueAdjective


@rule(
    VagueAdjective, reads=("the ⟨current⟩ government",), skips=("an electric current flowed", "The current is strong."),
    when=qualifies,
)  # fmt: skip
def vague_adjective(adjective: VagueAdjective) -> Reference:
    return Reference(adjective.kind)


@rule(
    "very|pretty?",
    "soon",
    reads=("will resign ⟨soon⟩", "plans to do so ⟨very soon⟩"),
    skips=("France was soon divided.", "It soon fell."),
    when=looks_forward,
)
def soon() -> Reference:
    return Reference(Vague.FUTURE)


@rule(
    "former",
    reads=("the ⟨former⟩ emperor",),
    skips=("the former of the two",),
    when=lambda c: c.after().isalpha() and c.after() != "of",
)
def former() -> Reference:
    return Reference(Vague.PAST)
