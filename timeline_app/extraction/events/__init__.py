"""Events: the mentions that a parsed source tells, each dated, judged, titled and tied to its exact spans.

`find_mentions` is the one way in.  Nothing here resolves a time: mentions name the expressions that date them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline_app.extraction.events.mentions import MentionReader
from timeline_app.extraction.events.rules_only import find_by_rules
from timeline_app.extraction.events.story import StorySoFar
from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.source import Source
from timeline_app.model.token import Span

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc

__all__ = ["StorySoFar", "find_by_rules", "find_mentions"]


def find_mentions(
    doc: "Doc",
    source: Source,
    expressions: Sequence[TimeExpression],
    *,
    brief: bool = False,
    story: StorySoFar | None = None,
) -> list[Mention]:
    """Every event mention of a source's headline, body, updates and quotes, in text order, not yet dated.

    `doc` is the whole text, or one stretch of it, with `story` what the stretches before told; `expressions` are those
    found in it.  Without a dependency parse every dated sentence is one mention.
    `brief` leaves out what only matters of mentions that stand as events.
    """
    if not doc.is_parsed:
        spans = (Span(sentence.start_char, sentence.end_char) for sentence in doc.sents)
        return find_by_rules(spans, source, expressions)
    return MentionReader(doc, source, expressions, story or StorySoFar(), brief=brief).read()
