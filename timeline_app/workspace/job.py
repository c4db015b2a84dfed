"""Job: what the worker is asked to read or to group."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline_app.model.codec import encode
from timeline_app.model.source import Source


@dataclass(frozen=True, slots=True)
class Job:
    """One document to analyse, the name that the user knows it by, and the source that it is read again for.

    One `alone` is not compared with the rest of the project, of which the worker need know nothing then.
    """

    name: str
    request: dict[str, Any]
    again: str | None = None
    was_tried: bool = False  # its worker ended while it was read, and it is read a second time
    why: object = None
    alone: bool = False

    @classmethod
    def for_file(cls, path: Path, options: Mapping[str, object]) -> "Job":
        """Reads a file; `options` are context options of an analysis request (published, time_zone, …)."""
        return cls(path.name, {"op": "analyse", **options, "path": str(path)})

    @classmethod
    def for_text(cls, name: str, text: str, options: Mapping[str, object]) -> "Job":
        """Reads a text that is in no file."""
        return cls(name, {"op": "analyse", **options, "text": text, "name": name})

    @classmethod
    def for_attachment(cls, document: Mapping[str, Any]) -> "Job":
        """Reads what came inside another document."""
        return cls(str(document.get("name") or "attachment"), {"op": "analyse", "document": document})

    @classmethod
    def again_for(cls, source: Source, why: object = None, *, alone: bool = False) -> "Job":
        """Reads a source of the project again, as the analyst has cut and dated it; `why` comes back with it."""
        request = {
            "op": "analyse",
            "text": source.text,
            "name": source.name,
            "source_id": source.id,
            "position": source.position,
            "language": source.language,
            "segments": encode(source.segments),
            "context": encode(source.context),
        }
        return cls(source.title or source.name, request, again=source.id, why=why, alone=alone)

    @classmethod
    def for_grouping(cls, name: str, why: object) -> "Job":
        """Groups all that the project holds; `why` comes back with the answer."""
        return cls(name, {"op": "group"}, why=why)

    @property
    def is_new(self) -> bool:
        """Whether a document is to come in, which the worker adds to what it remembers."""
        return self.again is None and self.request["op"] == "analyse"
