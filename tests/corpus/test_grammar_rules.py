"""Every rule of the grammar reads its own example phrases, whole, and leaves its counterexamples alone."""

import pytest

from timeline_app.model.annotation import TimeExpression
from timeline_app.temporal.grammar.english import RULES
from timeline_app.temporal.rules import Rule
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

READS = [(rule, phrase) for rule in RULES for phrase in rule.reads]
SKIPS = [(rule, phrase) for rule in RULES for phrase in rule.skips]


def tag(text: str) -> list[TimeExpression]:
    return find_expressions("s1", text, split_sentences(text))


def label(case: tuple[Rule, str]) -> str:
    return f"{case[0].name}: {case[1]}"


@pytest.mark.parametrize("case", READS, ids=label)
def test_rule_reads_its_phrase(case: tuple[Rule, str]) -> None:
    rule, example = case
    text = example.replace("⟨", "").replace("⟩", "")
    start = max(example.find("⟨"), 0)
    end = start + len(example[start:].partition("⟩")[0].removeprefix("⟨"))
    found = {(e.span.start, e.span.end): e.trail for e in tag(text)}
    assert (start, end) in found, f"found {[text[a:b] for a, b in found]} in {text!r}"
    assert rule.name in found[start, end]


@pytest.mark.parametrize("case", SKIPS, ids=label)
def test_rule_leaves_its_counterexample(case: tuple[Rule, str]) -> None:
    rule, text = case
    assert not [e.phrase for e in tag(text) if rule.name in e.trail]


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_every_rule_has_an_example() -> None:
    assert [rule.name for rule in RULES if not rule.reads] == []
