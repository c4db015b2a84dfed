"""Records that stay where they are stored until somebody asks for them, so that a large project opens at once."""

import time
from collections.abc import Callable, ItemsView, Iterable, Iterator, KeysView, Sequence, ValuesView
from typing import Any, Protocol, TypeVar

from timeline_app.model.digest import EventDigest

Record = TypeVar("Record")


class Shelf(Protocol):
    """Where the records of an opened project are read from: the project file or its working copy."""

    @property
    def digest(self) -> EventDigest:
        """What views need of all events, as they are on the shelf."""

    def count(self, kind: type[Any]) -> int:
        """How many records of a type there are."""

    def get(self, kind: type[Any], id_: str) -> Any | None:
        """The record with an id, or None."""

    def all(self, kind: type[Any]) -> Iterable[Any]:
        """Every record of a type."""

    def owned(self, kind: type[Any], column: str, owner: str) -> Iterable[Any]:
        """The records of a type whose `column` (source_id, event_id) is `owner`."""


class ShelvedTable(dict[str, Record]):
    """Records of one type by id, read from a shelf when first asked for; what changes is kept here, never there.

    Walking over all of them reads all.  `on_read` is told of each record that is taken from the shelf.
    """

    def __init__(self, shelf: Shelf, kind: type[Any], id_of: Callable[[Any], str], on_read: Callable[[Any], None]):
        super().__init__()
        self._shelf = shelf
        self._kind = kind
        self._id_of = id_of
        self._on_read = on_read
        self._gone: set[str] = set()  # on the shelf, but no longer in the document
        self._shelved: int | None = None  # records on the shelf, once they were counted
        self._more = 0  # records than those
        self._was_changed = self._is_complete = False
        self._reading: Iterator[Any] | None = None

    def take_in(self, records: Iterable[Any]) -> None:
        """Adds records from the shelf, but those that were changed or removed since."""
        for record in records:
            id_ = self._id_of(record)
            if id_ not in self._gone and not super().__contains__(id_):
                super().__setitem__(id_, record)
                self._on_read(record)

    def read_all(self) -> None:
        """Reads what has not been read yet."""
        if not self._is_complete:
            self.take_in(self._shelf.all(self._kind))
            self._is_complete = True

    def read_on(self, until: float) -> bool:
        """Reads on in what has not been read yet, until a moment of `time.monotonic`; whether something may be left."""
        if self._is_complete:
            return False
        if self._reading is None:
            self._reading = iter(self._shelf.all(self._kind))
        for record in self._reading:
            self.take_in([record])
            if time.monotonic() >= until:
                return True
        self._is_complete, self._reading = True, None
        return False

    def heads(self, shelved: Sequence[Record]) -> Sequence[Record]:
        """Every record, unread ones as what is known of them without reading: `shelved`, of all on the shelf."""
        if not self._was_changed:
            return shelved
        left = {id_: head for head in shelved if (id_ := self._id_of(head)) not in self._gone}
        return list((left | dict(super().items())).values())

    def __missing__(self, id_: str) -> Record:
        if not self._is_complete and id_ not in self._gone:
            record = self._shelf.get(self._kind, id_)
            if record is not None:
                self.take_in([record])
                return super().__getitem__(id_)
        raise KeyError(id_)

    def get(self, id_: str, default: Any = None) -> Any:
        """The record with an id, or `default`."""
        try:
            return self[id_]
        except KeyError:
            return default

    def __contains__(self, id_: object) -> bool:
        return super().__contains__(id_) or (isinstance(id_, str) and self.get(id_) is not None)

    def __setitem__(self, id_: str, record: Record) -> None:
        if id_ not in self:
            self._more += 1
            self._gone.discard(id_)
        self._was_changed = True
        super().__setitem__(id_, record)

    def pop(self, id_: str, *default: Any) -> Any:
        """Takes a record out."""
        if id_ not in self:
            return super().pop(id_, *default)
        self._gone.add(id_)
        self._was_changed = True
        self._more -= 1
        return super().pop(id_)

    def __delitem__(self, id_: str) -> None:
        self.pop(id_)

    def __len__(self) -> int:
        if self._is_complete:
            return super().__len__()
        if self._shelved is None:
            self._shelved = self._shelf.count(self._kind)
        return self._shelved + self._more

    def __iter__(self) -> Iterator[str]:
        self.read_all()
        return super().__iter__()

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """Every id."""
        self.read_all()
        return super().keys()

    def values(self) -> ValuesView[Record]:  # type: ignore[override]
        """Every record."""
        self.read_all()
        return super().values()

    def items(self) -> ItemsView[str, Record]:  # type: ignore[override]
        """Every id with its record."""
        self.read_all()
        return super().items()

    def __eq__(self, other: object) -> bool:
        self.read_all()
        if isinstance(other, ShelvedTable):
            other.read_all()
        return super().__eq__(other)

    __hash__ = None
