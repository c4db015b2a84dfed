"""ContextEdit: what the dialog of publications was left with, and how it is carried out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from timeline_app.model.display import describe
from timeline_app.model.source import TYPED, Evidence, PublicationContext, Source
from timeline_app.workspace.apply_change import Join
from timeline_app.workspace.operations import edit_source, regroup, settle_sources
from timeline_app.workspace.settling import DateState, date_state
from timeline_app.workspace.store import DocumentStore

_MANY_MENTIONS = 2_000  # from which grouping takes longer than a blink


@dataclass(frozen=True)
class ContextEdit:
    """What the dialog was left with: the contexts that sources get, and fields of the sources themselves."""

    contexts: dict[str, PublicationContext]
    fields: dict[str, dict[str, str]]


def apply_edit(
    store: DocumentStore,
    edit: ContextEdit,
    grouping: Callable[[Join], None] | None = None,
    reading: Callable[[Sequence[str], Join], bool] | None = None,
) -> int:
    """Carries out what the dialog was left with, as one undo step.

    Suggested events that turn out to be the same merge; answers how many went that way.  In a large project
    `grouping`, where given, is asked to see to that, because it takes seconds; the answer is 0 then.  `reading` is
    asked to read sources again, because which time belongs to which event depends on when a report was published, and
    answers whether it sees to the grouping too.
    """
    if not edit.contexts and len(edit.fields) < 2:
        for source_id, fields in edit.fields.items():
            edit_source(store, source_id, **fields)
        return 0
    join = Join(object())
    others = [id_ for id_, context in edit.contexts.items() if not _is_read_alike(store.document.sources[id_], context)]
    settle_sources(store, edit.contexts, edit.fields, join)
    if not edit.contexts:
        return 0
    is_seen_to = reading is not None and reading(others, join)
    if grouping is not None and len(store.document.mentions) > _MANY_MENTIONS:
        if not is_seen_to:
            grouping(join)
        return 0
    return regroup(store, join=join)


def _is_read_alike(source: Source, context: PublicationContext) -> bool:
    """Whether a context differs from a source's own in nothing but what it was read from."""
    return replace(source.context, evidence=()) == replace(context, evidence=())


def confirmed(source: Source, context: PublicationContext) -> PublicationContext:
    """The context with the date in force confirmed by the analyst where places in the source disagree about it."""
    published = context.published
    if published is None or published != source.context.published or date_state(source) is not DateState.CONFLICT:
        return context
    typed = Evidence("published", describe(published, published.zone), TYPED, 1.0)
    return replace(context, evidence=(typed, *context.evidence))
