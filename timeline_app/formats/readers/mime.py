"""Parts of MIME messages, for e-mail and saved pages: parsed, walked without recursion, decoded."""

import email
import re
from collections.abc import Iterator
from email.message import EmailMessage, Message
from email.policy import default

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.decoding import decode_text

MAX_PARTS = 500
_MAX_DEPTH = 30
_MAX_MULTIPARTS = 500
_MULTIPART = re.compile(rb"^content-type:[ \t]*multipart/", re.IGNORECASE | re.MULTILINE)


def parse_message(data: bytes, name: str) -> EmailMessage:
    """The message; UnreadableError for one whose parts are nested too deeply to be anything but an attack."""
    if len(_MULTIPART.findall(data)) > _MAX_MULTIPARTS:  # the parser takes quadratic time for them
        raise UnreadableError(name, "its parts are nested too deeply; save its text as .txt")
    try:
        return email.message_from_bytes(data, policy=default)
    except RecursionError:
        raise UnreadableError(name, "its parts are nested too deeply; save its text as .txt") from None
    except Exception as error:  # the parser is made for broken mail, but not for all of it
        raise UnreadableError(
            name, f"the message is damaged ({type(error).__name__}); save its text as .txt"
        ) from error


def leaf_parts(message: Message, *, into_messages: bool = False) -> Iterator[Message]:
    """The parts that hold something, in order; messages in the message are parts of their own."""
    waiting: list[tuple[Message, int]] = [(message, 0)]
    given = 0
    while waiting and given < MAX_PARTS:
        part, depth = waiting.pop()
        children = part.get_payload() if part.is_multipart() else None
        is_message = part.get_content_type() == "message/rfc822" and depth > 0
        if isinstance(children, list) and depth < _MAX_DEPTH and (into_messages or not is_message):
            waiting.extend((child, depth + 1) for child in reversed(children) if isinstance(child, Message))
            continue
        given += 1
        yield part


def part_bytes(part: Message) -> bytes:
    """A part's content with its transfer encoding undone; what is broken in it stays as it is."""
    try:
        payload = part.get_payload(decode=True)
    except Exception:  # a transfer encoding that is broken beyond what the library mends
        return b""
    return payload if isinstance(payload, bytes) else b""


def part_text(part: Message, name: str) -> str:
    """A text part decoded by the character set that it declares."""
    try:
        declared = part.get_content_charset()
    except Exception:  # a header that is broken beyond what the library mends
        declared = None
    text, _ = decode_text(part_bytes(part).replace(b"\x00", b""), name, declared)
    return text


def header(message: Message, field: str) -> str:
    """One header field decoded and on one line; empty where it is missing or broken."""
    try:
        value = str(message.get(field, ""))
    except Exception:  # as above
        return ""
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())[:2_000]
