"""What the worker reads: a file, a text, or a document that came inside another one; and what it has read before."""

from pathlib import Path
from typing import Any

from timeline_app.formats.readers import DocumentReader
from timeline_app.model.codec import decode
from timeline_app.model.document_text import RawDocument
from timeline_app.model.ids import text_sha256

JsonObject = dict[str, Any]


class Intake:
    """Reads the documents of requests and notices those that the project holds already.

    It looks for repeats only once the window has told, with ``known``, what the project holds: documents can leave a
    project in ways that only the window knows.
    """

    def __init__(self) -> None:
        self._reader = DocumentReader()
        self._known: dict[str, str] | None = None

    def know(self, request: JsonObject) -> JsonObject:
        """Takes the SHA-256 sums of the project's files and texts, each with its document's name, for the next ones."""
        sums = request.get("sha256")
        self._known = {str(sha): str(name) for sha, name in sums.items()} if isinstance(sums, dict) else {}
        return {}

    def read(self, request: JsonObject) -> RawDocument | None:
        """The document that a request means, None where it means none; FormatError, CodecError."""
        if isinstance(path := request.get("path"), str):
            return self._reader.read(Path(path))
        if isinstance(text := request.get("text"), str):
            return RawDocument(str(request.get("name") or "Pasted text"), text)
        if isinstance(document := request.get("document"), dict):
            found: RawDocument = decode(RawDocument, document)
            return found
        return None

    def repeat_of(self, raw: RawDocument) -> str | None:
        """The name of a document with the same file or the same text; remembers this one where there is none."""
        if self._known is None:
            return None
        sums = [sha for sha in (raw.origin.sha256, text_sha256(raw.text)) if sha]
        same = next((self._known[sha] for sha in sums if sha in self._known), None)
        if same is None:
            self._known.update(dict.fromkeys(sums, raw.name))
        return same

    def close(self) -> None:
        """Ends the reading process."""
        self._reader.close()
