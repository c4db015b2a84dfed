"""SourceAnalysis: what reading one source yields.  Apart from the reading itself, so that it is light to import."""

from dataclasses import dataclass

from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.source import Source


@dataclass(frozen=True, slots=True)
class SourceAnalysis:
    """A source with its context and segments, and what was found in it."""

    source: Source
    expressions: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    warnings: tuple[str, ...]
