"""What the worker is told of a project before it compares new documents with it, in pieces that take milliseconds."""

from collections.abc import Iterator
from typing import Any

from timeline_app.model.annotation import Mention
from timeline_app.model.codec import encode
from timeline_app.model.document import TimelineDocument
from timeline_app.model.source import Source

_PIECE = 40  # mentions in one request, or sources without any
_READ = 8  # mentions that are read from the project's file in one step


def recall_requests(document: TimelineDocument, without: str | None = None) -> Iterator[dict[str, Any] | None]:
    """The requests that make the worker remember a project, each made when it is asked for, with pauses of None.

    `without` names a source that is about to be read again.  A source that leaves the project meanwhile is passed over.
    """
    yield {"op": "forget"}
    order = [source.id for source in document.ordered_sources() if source.id != without]
    known = {}
    for source in document.sources.values():
        if source.id != without:
            known[source.sha256] = source.name
            known[source.file_sha256 or source.sha256] = source.name
    yield {"op": "known", "sha256": known}
    sources: list[Source] = []
    mentions: list[Mention] = []
    for source_id in order:
        if source_id not in document.sources:
            continue
        for number, _ in enumerate(document.read_mentions_of_source(source_id), 1):
            if number % _READ == 0:
                yield None
        if source_id not in document.sources:
            continue
        sources.append(document.sources[source_id])
        for mention in document.mentions_of_source(source_id):
            if mention.salient:
                mentions.append(mention)
            if len(mentions) >= _PIECE:
                yield _piece(sources, mentions)
                sources, mentions = [], []
        if len(sources) >= _PIECE:
            yield _piece(sources, mentions)
            sources, mentions = [], []
    if sources or mentions:
        yield _piece(sources, mentions)


def _piece(sources: list[Source], mentions: list[Mention]) -> dict[str, Any]:
    return {
        "op": "recall",
        "sources": [encode(source) for source in sources],
        "mentions": [encode(mention) for mention in mentions],
    }
