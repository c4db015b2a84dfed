"""Readers of documents: text, web pages, PDF, Word, OpenDocument and e-mail in; text with its labels and evidence out.

Each reader is a pure function of bytes and a name; what a library parses is parsed in a process that may be killed.
"""

from timeline_app.formats.readers.document_reader import DocumentReader, read_document
from timeline_app.formats.readers.folders import FoundFiles, find_files
from timeline_app.formats.readers.kinds import SUFFIXES
from timeline_app.model.document_text import RawDocument

__all__ = ["SUFFIXES", "DocumentReader", "FoundFiles", "RawDocument", "find_files", "read_document"]
