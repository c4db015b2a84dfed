"""New identifiers."""

import hashlib
import uuid


def new_id() -> str:
    """A random id, unique across projects."""
    return uuid.uuid4().hex[:16]


def text_sha256(text: str) -> str:
    """SHA-256 of a text's UTF-8 form, lone surrogates kept, as hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
