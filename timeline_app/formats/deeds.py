"""Deeds: changes that were carried out, with what is needed to keep them."""

from dataclasses import dataclass

from timeline_app.formats.history import HistoryEntry, entries_of
from timeline_app.model.change import Change


@dataclass(frozen=True, slots=True)
class Deed:
    """A change that a document answered with its inverse; `label` is what the menu called it, `at` UTC in ISO 8601."""

    change: Change
    inverse: Change
    label: str
    at: str

    def entries(self) -> list[HistoryEntry]:
        """What the history tells of it."""
        return entries_of(self.change, self.inverse, self.label, self.at)
