"""The analyst's timeline: text and its publication context become time values, events and one editable document."""

__version__ = "0.1.0"
