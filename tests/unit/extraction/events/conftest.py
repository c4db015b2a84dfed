"""One language model for all tests of events, and the shortest way from a sentence to what it tells."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, SourceAnalysis, analyse
from timeline_app.extraction.pipeline import Pipeline, load_pipeline
from timeline_app.model.annotation import Mention
from timeline_app.model.bounds import begin_until
from timeline_app.model.source import DocumentKind

PUBLISHED = "2024-03-15"  # a Friday


@dataclass(frozen=True)
class Told:
    """What a text tells, ready to assert on."""

    analysis: SourceAnalysis

    @property
    def shown(self) -> list[Mention]:
        """The mentions that stand as events."""
        return [m for m in self.analysis.mentions if m.salient]

    def at(self, word: str) -> Mention:
        """The mention whose head is `word`."""
        text = self.analysis.source.text
        return next(m for m in self.analysis.mentions if text[m.head.start : m.head.end] == word)

    def dates(self, word: str) -> tuple[str | None, str | None]:
        """First and last day of the mention whose head is `word`."""
        return begin_until(self.at(word).time)


Reader = Callable[..., Told]


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    loaded = load_pipeline()
    if loaded.degraded:
        pytest.skip(loaded.degraded)
    return loaded


@pytest.fixture(scope="session")
def read(pipeline: Pipeline) -> Reader:
    def reader(
        text: str,
        source_id: str = "s1",
        published: str | None = PUBLISHED,
        kind: DocumentKind | None = None,
        position: int = 0,
    ) -> Told:
        request = AnalysisRequest(
            source_id, source_id, text, published=published, document_kind=kind, position=position
        )
        return Told(analyse(request, pipeline))

    return reader
