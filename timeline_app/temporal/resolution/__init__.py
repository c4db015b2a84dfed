"""Turns expression trees into time values: a pure algebra, one file for each family of nodes.

`resolve_all` walks a source in document order and keeps what later phrases count from; `resolve_one` reads one tree in
a given situation.
"""

from timeline_app.temporal.resolution import (  # each registers the nodes that it resolves
    clock,
    durations,
    fields,
    named_days,
    nth,
    parts,
    ranges,
    relative,
    shift,
)
from timeline_app.temporal.resolution.situation import Situation
from timeline_app.temporal.resolution.story import Story, publication_of, resolve_all, resolve_one

FAMILIES = (clock, durations, fields, named_days, nth, parts, ranges, relative, shift)

__all__ = ["FAMILIES", "Situation", "Story", "publication_of", "resolve_all", "resolve_one"]
