"""A source read again under a corrected context, from its stored expression trees: no parser, a few milliseconds."""

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extraction.dating import date_mentions
from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.source import PublicationContext, Source
from timeline_app.temporal.resolution import resolve_all


def reanchor(
    source: Source,
    context: PublicationContext,
    expressions: Sequence[TimeExpression],
    mentions: Sequence[Mention],
) -> tuple[Source, list[TimeExpression], list[Mention]]:
    """The source under `context`, with every expression resolved and every mention dated anew.

    An analyst's correction of an expression stays in force.
    """
    resolved = resolve_all(expressions, context)
    return replace(source, context=context), resolved, date_mentions(mentions, resolved, context)
