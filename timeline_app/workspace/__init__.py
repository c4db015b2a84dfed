"""The open project as live objects without widgets: the document store with its undo stack, selection, models, jobs.

Views read from here and call `operations`; every operation is one undoable change, and signals tell all views.
"""
