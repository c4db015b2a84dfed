"""Bytes to text: the byte order mark first, then what the file declares, then UTF-8, and a guess only at the end."""

import codecs
import re

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.encoding_guess import guess_encoding, utf_16_without_mark

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What the web declares and what it means by it (WHATWG Encoding Standard, 4.2): Latin-1 and ASCII are Windows-1252.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
# Python calls these encodings too, but no file is written in one: transformations, escapes, and UTF-7.
_NO_TEXT = {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028")
_OVERRIDES = re.compile("[\u202d\u202e]")
_WINDOWS = re.compile("^cp125")


def decode_text(data: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `data`, line ends as ``\\n``, and what to know of its encoding; raises UnreadableError."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _finished(data.decode(encoding, "replace"), ())
    said = known_encoding(declared)
    if said is not None:
        text = data.decode(said, "replace")
        if said == "utf-8" and text.count("\ufffd") > max(3, len(text) // 1_000):
            return _guess(data, name)
        return _finished(text, ())
    if (wide := utf_16_without_mark(data)) is not None:  # it also passes for UTF-8
        return _finished(data.decode(wide, "replace"), ())
    try:
        return _finished(data.decode("utf-8"), ())
    except UnicodeDecodeError:
        return _guess(data, name)


def known_encoding(declared: str | None) -> str | None:
    """The codec for an encoding that a file declares; None for one that is unknown or encodes no text."""
    try:
        found = codecs.lookup((declared or "").strip(" \t\"'").lower())
        b"ab".decode(found.name, "replace")
    except (LookupError, ValueError, TypeError, AttributeError):
        return None
    if found.name.startswith(("utf-16", "utf-32")):  # the declaration could not have been read
        return None
    return None if found.name in _NO_TEXT else _MEANT.get(found.name, found.name)


def refuse_binary(text: str, name: str) -> None:
    """Raises UnreadableError for what decodes but is no text: NUL characters, or controls all over."""
    controls = sum(character < " " and character not in "\t\n\x0b\x0c\r\x1b" for character in text[:20_000])
    if "\x00" in text or controls > 3 + len(text[:20_000]) // 100:
        raise UnreadableError(name, "it is a binary file, not a text; save its text as .txt")


def direction_warnings(text: str) -> tuple[str, ...]:
    """A warning where marks turn the direction of writing round, so that what is seen is not what is written."""
    count = len(_OVERRIDES.findall(text))
    if not count:
        return ()
    marks = f"{count} hidden marks that turn" if count > 1 else "a hidden mark that turns"
    return (f"The text holds {marks} the direction of writing round: words may look other than they are read.",)


def plain_line_ends(text: str) -> str:
    """`text` with every kind of line end as ``\\n``."""
    return _LINE_ENDS.sub("\n", text)


def _finished(text: str, warnings: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return plain_line_ends(text.removeprefix("\ufeff")), warnings


def _guess(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if b"\x00" in data:
        raise UnreadableError(name, "it is a binary file, not a text; save its text as .txt")
    encoding = guess_encoding(data)
    shown = _WINDOWS.sub("Windows-125", encoding.replace("_", "-"))
    warning = f"The file does not say its encoding; it was read as {shown}. Check its accented letters."
    return _finished(data.decode(encoding, "replace"), (warning,))
