"""Frozen data that every other layer speaks: time values, sources, annotations, events, changes.

Nothing here reads text, touches a file or knows a widget; records are immutable and documents change only by `Change`.
"""
