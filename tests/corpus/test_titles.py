"""Titles over all texts of the corpus: a time is left out whole or not at all, and nothing dangles where it stood."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, analyse_all
from timeline_app.extraction.pipeline import load_pipeline
from timeline_app.extraction.source_analysis import SourceAnalysis
from timeline_app.model.annotation import Mention, TimeExpression

FOLDER = Path(__file__).parent
_WORD = re.compile(r"\w+(?:[.:'’-]\w+)*")
_DANGLES = re.compile(
    r"\b(?:in|on|at|by|of|from|since|until|between|during|the|a|an|and|or|am|pm|GMT|UTC)$"
    r"|\b(?:on|in|at|by|since|until|from|between) (?:and|or|but|which|who|[,;])(?!\w)|\(\s*\)|“\s*”| ,",
)
_SMALL = frozenset(("the", "a", "an", "of", "in", "on", "at", "and", "to", "this", "that", "last", "next", "one", "it"))


def texts() -> Iterator[str]:
    for report in sorted((FOLDER / "reports").glob("*.txt")):
        yield report.read_text(encoding="utf-8")
    for name in ("event_sentences.txt", "event_traps.txt", "event_pairs.txt"):
        for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                told = re.split(r" => ", re.sub(r"^(?:SAME|PAIR|APART) ", "", line))[0]
                yield from told.replace("\\n", "\n").split(" || ")
    marked = (FOLDER / "articles.txt").read_text(encoding="utf-8")
    for article in re.sub(r"⟨([^|⟩]+)\|[^⟩]*⟩", r"\1", marked).split("\n\n"):
        yield "\n".join(line for line in article.splitlines() if not line.startswith("#"))


def faults(read: SourceAnalysis) -> Iterator[tuple[str, str]]:
    """Each title that keeps a part of a time, or what a time has left hanging, and what is wrong with it."""
    text = read.source.text
    for mention in read.mentions:
        if not mention.salient:
            continue
        sentence = text[mention.sentence.start : mention.sentence.end]
        told = [
            e
            for e in read.expressions
            if e.sentence.start < mention.sentence.end and e.sentence.end > mention.sentence.start
        ]
        own = {ref.expression for ref in mention.time_refs}
        for expression in told:
            part = _kept_part(expression, mention, sentence)
            if part and expression.id in own:
                yield mention.title, f"keeps {part} of {expression.phrase!r}"
        found = _DANGLES.search(mention.title)
        whole = re.search(re.escape(mention.title[-12:]) + r"[”\"]?(?:[.!;]|$)", sentence)  # "asked to be let in;"
        if found and not whole:
            yield mention.title, f"leaves {found.group()!r} hanging"


def _kept_part(expression: TimeExpression, mention: Mention, sentence: str) -> list[str]:
    """The words of a time that a title keeps, where it leaves others of them out."""
    if expression.phrase.lower() in mention.title.lower():
        return []
    words = [w.lower() for w in _WORD.findall(expression.phrase)]
    elsewhere = Counter(w.lower() for w in _WORD.findall(sentence)) - Counter(words)
    title = Counter(w.lower() for w in _WORD.findall(mention.title)) - elsewhere
    kept = [w for w in words if title[w] and w not in _SMALL]
    return kept if kept and len(kept) < len([w for w in words if w not in _SMALL]) else []


def test_a_title_loses_a_whole_time_or_nothing() -> None:
    pipeline = load_pipeline()
    if pipeline.degraded:
        pytest.skip(pipeline.degraded)
    requests = [AnalysisRequest(f"s{n}", f"s{n}", text, published="2024-03-15") for n, text in enumerate(texts())]
    found = [fault for read in analyse_all(requests, pipeline) for fault in faults(read)]
    assert len(requests) > 300
    assert not found
