"""Correcting what one time phrase means, for every event that it dates."""

from dataclasses import replace

from timeline_app.temporal.phrase import read_time
from timeline_app.workspace.dates import typing_language
from timeline_app.workspace.operations.context import plan_reading
from timeline_app.workspace.operations.steps import push, quoted
from timeline_app.workspace.store import DocumentStore


def correct_expression(store: DocumentStore, expression_id: str, text: str, initiator: object | None = None) -> None:
    """Reads a time phrase as the analyst says, in natural language; an empty text goes back to the reading.

    Phrases that count from it and events that it dates move along, as one change.  Raises PhraseError with the reason
    when the text is no time.
    """
    document = store.document
    old = document.expressions[expression_id]
    source = document.sources[old.source_id]
    correction = read_time(text, source.context, old.tense, typing_language(source.language)) if text.strip() else None
    new = replace(old, correction=correction)
    expressions = [new if e.id == new.id else e for e in document.expressions_of_source(source.id)]
    plan = plan_reading(document, source, source.context, expressions)
    push(store, plan.steps if new != old else (), f"Correct {quoted(old.phrase)}", initiator)
