"""What is doubtful about single readings, as sentences: a date with two readings, a day that does not exist."""

from collections.abc import Sequence

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.source import Source

_MOST = 20  # a table of a thousand numeric dates is one complaint, not a thousand


def reading_warnings(source: Source, expressions: Sequence[TimeExpression]) -> list[str]:
    """A sentence for each phrase and doubt.

    That relative phrases stay undated without a publication date is the source's own warning, so they are passed over.
    """
    found: dict[str, None] = {}
    for expression in expressions:
        reading = expression.reading
        if reading is None or reading.warning is None:
            continue
        if source.context.published is None and reading.time is None:
            continue
        found[f"“{expression.phrase}”: {reading.warning}."] = None
    listed = list(found)
    if len(listed) > _MOST:
        return [*listed[:_MOST], f"{len(listed) - _MOST} more phrases are doubtful."]
    return listed
