"""Bringing the events of a file into the document."""

from timeline_app.formats.imports.plan import ImportPlan
from timeline_app.workspace.operations.steps import push, quoted
from timeline_app.workspace.store import DocumentStore


def import_events(store: DocumentStore, plan: ImportPlan, name: str, initiator: object | None = None) -> None:
    """Carries out a plan made for the open document as one undoable change, called after the file."""
    push(store, plan.changes, f"Import {quoted(name)}", initiator)
