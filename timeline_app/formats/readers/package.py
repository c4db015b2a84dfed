"""Office documents are zip archives: opened only when what they hold is of a size that a document can have."""

import zipfile
from io import BytesIO
from typing import Any, TypeAlias

from timeline_app.formats.errors import UnreadableError

Element: TypeAlias = Any  # lxml's own classes are not annotated well enough to name

_MAX_UNPACKED = 300_000_000  # bytes in all, pictures included
_MAX_PART = 60_000_000  # bytes of one part of text
_MAX_PARTS = 20_000
_OWN_ENTITIES = "it defines entities of its own, as an attack on the reader would"
DAMAGED = "the file is damaged; open it in a word processor and save it again"


def open_package(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive; UnreadableError for one that is broken, encrypted or would unpack to more than a document holds."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except Exception as error:  # zipfile raises whatever a broken directory leads it to
        raise UnreadableError(name, DAMAGED) from error
    parts = archive.infolist()
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise UnreadableError(name, "it unpacks to far more than a document holds, as an attack on the reader would")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableError(name, "it is protected by a password; save it without one")
    return archive


def read_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes | None:
    """One part unpacked, None where there is none; never more than the archive's directory promises."""
    if part not in archive.NameToInfo:
        return None
    if archive.NameToInfo[part].file_size > _MAX_PART:
        raise UnreadableError(name, f"a part of it unpacks to more than {_MAX_PART // 1_000_000} MB")
    try:
        with archive.open(part) as file:
            data = file.read(_MAX_PART + 1)
    except Exception as error:  # as above
        raise UnreadableError(name, DAMAGED) from error
    if len(data) > _MAX_PART:
        raise UnreadableError(name, f"a part of it unpacks to more than {_MAX_PART // 1_000_000} MB")
    return data


def parse_xml(data: bytes, name: str) -> Element:
    """The tree of an XML part; UnreadableError where it is broken or defines entities, as bombs do.

    lxml, because the hardened parsers in Python take a minute for what it reads in a second; entities are neither
    resolved nor fetched, and a part with a document type of its own is refused whole.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if b"<!ENTITY" in data:
            raise UnreadableError(name, _OWN_ENTITIES) from error
        raise UnreadableError(name, DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(name, _OWN_ENTITIES)
    return root
