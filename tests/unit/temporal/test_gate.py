"""The gate keeps every sentence that a grammar could read a time from."""

import re
from collections.abc import Sequence
from dataclasses import replace
from unittest.mock import patch

import pytest

from timeline_app.model.token import Sentence, Span
from timeline_app.temporal import tagger
from timeline_app.temporal.grammar import english, german
from timeline_app.temporal.grammar.language import Language, load_language
from timeline_app.temporal.rules import Rule
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

TEXT = (
    "In the early hours the guard changed. Nobody slept that night, nor the one before. It has been quiet lately. "
    "Twice weekly the ferry runs; in summer, daily. A decade on, little is left. Once spring comes, they will rebuild. "
    "Half an hour later she left. The eighties were worse. At noon the bell rang. By Christmas it was over. He was "
    "forty. Nowadays tourists come. The second of May was warm. Tonight they march. The Queen reigned for ages. "
    "Eventually, they gave in. The previous evening he had called. Midnight struck. Yesterday's paper lay there."
)


def named(rules: Sequence[Rule]) -> list[Rule]:
    return [rule for rule in rules if rule.reads]


@pytest.mark.parametrize(("language", "rules"), [("en", named(english.RULES)), ("de", named(german.RULES))])
def test_every_phrase_that_a_rule_reads_passes(language: str, rules: list[Rule]) -> None:
    may_date = load_language(language).may_date
    phrases = [re.sub("[⟨⟩]", "", phrase) for rule in rules for phrase in rule.reads]
    assert len(phrases) > 100
    assert [phrase for phrase in phrases if not may_date(phrase)] == []


def sentences(text: str) -> list[Sentence]:
    return [Sentence(s.span, ()) for s in split_sentences(text)]


def opened(name: str) -> Language:
    return replace(load_language(name), gate=lambda text: True)


def test_no_phrase_is_lost_at_the_gate() -> None:
    found = find_expressions("s", TEXT, sentences(TEXT))
    with patch.object(tagger, "load_language", opened):
        assert find_expressions("s", TEXT, sentences(TEXT)) == found
    assert len(found) > 15


def test_what_tells_no_time_is_not_read_at_all() -> None:
    gate = load_language("en").gate
    assert not gate("The mayor thanked the crew and opened the bridge.")
    assert gate("The mayor thanked the crew on Monday.")


def test_a_quotation_is_known_wherever_it_stands() -> None:
    text = "“We left on Monday,” he said on Tuesday. “On Friday,” she said, “not on Sunday.”\nOn Saturday it rained."
    quoted = {e.phrase: e.in_quote for e in find_expressions("s", text, [Sentence(Span(0, len(text)), ())])}
    assert quoted == {"Monday": True, "Tuesday": False, "Friday": True, "Sunday": True, "Saturday": False}
