"""Everything that an analyst can do to a document: one short function each, one undoable change each.

Each is loaded when it is first asked for: the grammar and the grouping behind some of them take longer than the window.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline_app.workspace.operations.context import (
        ContextPreview,
        PreviewRow,
        preview_context,
        set_context,
        settle_sources,
    )
    from timeline_app.workspace.operations.correcting import correct_expression
    from timeline_app.workspace.operations.editing import EDITABLE_FIELDS, edit_events
    from timeline_app.workspace.operations.event_files import import_events
    from timeline_app.workspace.operations.importing import ImportResult, import_analyses, import_in_steps
    from timeline_app.workspace.operations.linking import link_sentence, unlink
    from timeline_app.workspace.operations.merging import merge_events, split_event
    from timeline_app.workspace.operations.moving import move_events, moved_time
    from timeline_app.workspace.operations.pairing import decide_pair, events_of_pair, merge_pair
    from timeline_app.workspace.operations.presence import add_event, delete_events
    from timeline_app.workspace.operations.regrouping import regroup
    from timeline_app.workspace.operations.review import accept_events, reject_events
    from timeline_app.workspace.operations.segments import reclassify, reread, with_segment
    from timeline_app.workspace.operations.settings import edit_settings
    from timeline_app.workspace.operations.sources import edit_source, remove_source
    from timeline_app.workspace.operations.timing import (
        clear_override,
        context_of,
        language_of,
        set_override,
        set_overrides,
        set_time,
    )

__all__ = [
    "EDITABLE_FIELDS",
    "ContextPreview",
    "ImportResult",
    "PreviewRow",
    "accept_events",
    "add_event",
    "clear_override",
    "context_of",
    "correct_expression",
    "decide_pair",
    "delete_events",
    "edit_events",
    "edit_settings",
    "edit_source",
    "events_of_pair",
    "import_analyses",
    "import_events",
    "import_in_steps",
    "language_of",
    "link_sentence",
    "merge_events",
    "merge_pair",
    "move_events",
    "moved_time",
    "preview_context",
    "reclassify",
    "regroup",
    "reject_events",
    "remove_source",
    "reread",
    "set_context",
    "set_override",
    "set_overrides",
    "set_time",
    "settle_sources",
    "split_event",
    "unlink",
    "with_segment",
]

_HOMES = {
    "ContextPreview": "context",
    "EDITABLE_FIELDS": "editing",
    "ImportResult": "importing",
    "PreviewRow": "context",
    "accept_events": "review",
    "add_event": "presence",
    "clear_override": "timing",
    "context_of": "timing",
    "correct_expression": "correcting",
    "decide_pair": "pairing",
    "delete_events": "presence",
    "edit_events": "editing",
    "edit_settings": "settings",
    "edit_source": "sources",
    "events_of_pair": "pairing",
    "import_analyses": "importing",
    "import_in_steps": "importing",
    "import_events": "event_files",
    "language_of": "timing",
    "link_sentence": "linking",
    "merge_events": "merging",
    "merge_pair": "pairing",
    "move_events": "moving",
    "moved_time": "moving",
    "preview_context": "context",
    "reclassify": "segments",
    "regroup": "regrouping",
    "reject_events": "review",
    "remove_source": "sources",
    "reread": "segments",
    "set_context": "context",
    "set_override": "timing",
    "set_overrides": "timing",
    "set_time": "timing",
    "settle_sources": "context",
    "split_event": "merging",
    "unlink": "linking",
    "with_segment": "segments",
}


def __getattr__(name: str) -> Any:
    """An operation, from the module that holds it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
