"""A document as read from a file: its text, and what the file says of it beside the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.model.source import DocumentKind, Evidence, Segment


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file says of its text: a page's metadata, a message's header, a document's properties.

    `labels` are the segments that the file's own structure shows (a figure's caption, a list of comments); they are
    in order, do not overlap and leave the rest of the text open.  `pages` are the offsets in code points where pages
    begin, for kinds that have pages.  Evidence is quoted as the file has it; nothing is resolved here.
    """

    kind: str = "text"  # text, html, mhtml, pdf, docx, odt, eml
    sha256: str = ""  # of the file's bytes; empty for a text that was pasted
    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""  # as the file has it: "en-GB"
    document_kind: DocumentKind | None = None
    evidence: tuple[Evidence, ...] = ()
    labels: tuple[Segment, ...] = ()
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A file as read: its name, its text with line ends as ``\\n``, where it is from, and what to know.

    `attachments` are the readable documents that came with an e-mail, each a source of its own.
    """

    name: str
    text: str
    origin: Origin = Origin()
    warnings: tuple[str, ...] = ()
    attachments: tuple["RawDocument", ...] = ()

    def every(self) -> "Iterator[RawDocument]":
        """This document and, after it, its attachments and theirs."""
        yield self
        for attachment in self.attachments:
            yield from attachment.every()
