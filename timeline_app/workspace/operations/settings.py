"""Changing what belongs to the project as a whole."""

from dataclasses import replace
from typing import Any

from timeline_app.workspace.operations.steps import push, replace_if_changed
from timeline_app.workspace.store import DocumentStore

_LABELS = {"title": "Rename the project", "display_zone": "Times in {}", "lanes_by": "Lanes by {}"}


def edit_settings(store: DocumentStore, initiator: object | None = None, **fields: str) -> None:
    """Gives settings of the project new values; raises ValueError for what is no setting."""
    if unknown := fields.keys() - _LABELS.keys():
        raise ValueError(f"not a setting of a project: {', '.join(sorted(unknown))}")
    values: dict[str, Any] = fields
    old = store.document.settings
    label = ", ".join(_LABELS[name].format(value) for name, value in fields.items())
    push(store, replace_if_changed(replace(old, **values), old), label, initiator)
