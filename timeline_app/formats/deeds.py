"""Deeds: changes that were carried out, with what is needed to keep them."""

from dataclasses import dataclass

from timeline_app.formats.history import Each, HistoryEntry, entries_of
from timeline_app.model.change import Change


@dataclass(frozen=True, slots=True)
class Deed:
    """A change that a document answered with its inverse; `label` is what the menu called it, `at` UTC in ISO 8601."""

    change: Change
    inverse: Change
    label: str
    at: str

    def entries(self, each: Each = iter) -> list[HistoryEntry]:
        """What the history tells of it; `each` goes through the many steps that it may have."""
        return entries_of(self.change, self.inverse, self.label, self.at, each)
