"""What is said of documents without a publication date: each by itself, or many of one place in one line."""

from dataclasses import dataclass, field

_MANY = 4  # of one folder or message: fewer are told one by one
_NAMED = 2


@dataclass
class UndatedSources:
    """The documents without a date so far, by the folder or message that they came in, with what to say of each."""

    _found: dict[str, list[tuple[str, list[str]]]] = field(default_factory=dict)

    def add(self, place: str, name: str, doubts: list[str]) -> None:
        """Notes a document, what it is called, and the sentences on its missing date."""
        self._found.setdefault(place, []).append((name, doubts))

    def warnings(self) -> list[str]:
        """A line for each document, or one for each place that holds many."""
        lines: list[str] = []
        for place, documents in self._found.items():
            if len(documents) < _MANY:
                lines += [f"{name}: {doubt}" for name, doubts in documents for doubt in doubts]
                continue
            named = ", ".join(name for name, _ in documents[:_NAMED])
            lines.append(
                f"{place}: no publication date is known for {len(documents)} documents ({named} and "
                f'{len(documents) - _NAMED} more), so relative phrases such as "last week" stay undated; import those '
                "of one day together with --published, or settle their dates in the window."
            )
        return lines
