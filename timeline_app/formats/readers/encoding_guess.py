"""The encoding of a text that says nothing of it: by the letters that its words would then have.

Short texts with a few accented letters, as reports in English are, tell no statistics anything; but "Wa³êsa" is no
word of any language, and "Wałęsa" is one of Polish.
"""

import re
from collections.abc import Iterator
from itertools import islice

_GUESSED_FROM = 100_000  # bytes
_MOST_WORDS = 400
_FOREIGN = 0.3  # share of bytes beyond ASCII from which a text is of another script than the Latin
_MOST_UNKNOWN = 0.5  # share of words that may be of no language that is known here
_SIXTEEN_BITS = 0.4  # share of NULs among the high bytes from which a text is one of UTF-16
_SCRIPTS = (0x03, 0x04, 0x05, 0x06)  # high bytes of Greek, Cyrillic, Hebrew and Armenian, Arabic
_ONE_SCRIPT = 0.97
# The letters beyond a-z of the languages that are written in an encoding.
_WESTERN = tuple(
    map(
        frozenset,
        (
            "éèàâçêëîïôöùûüÿœæñ", "áéíóúüñªº", "ãõáâàéêíóôúüçªº", "äöüßé", "åäöéü", "æøåéôóòâ", "àéèìíòóùú",
            "áéíóúýðþæö", "äöüõšž", "éèëïöüáíóúêô",
        ),
    )
)  # fmt: skip
_CENTRAL = tuple(
    map(
        frozenset,
        ("ąćęłńóśźż", "áčďéěíňóřšťúůýäĺľŕô", "áéíóöőúüű", "ăâîşţșț", "čćđšž", "áčďéěíňóřšťúůýž", "äöüß"),
    )
)
_TURKISH = (frozenset("çğıöşüâîûi̇"),)
_OF_MAINFRAMES = ("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140")
# In this order where they explain as many words.
_LATIN = (("cp1252", _WESTERN), ("cp1250", _CENTRAL), ("cp1254", _TURKISH), ("mac_roman", _WESTERN))
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_MARKS = frozenset("“”‘’„‚«»‹›–—…•·°§©®™€£¥¢¿¡†‡‰¶\xa0\xad\x85")


def guess_encoding(data: bytes) -> str:
    """The codec that a text of eight bits a letter was most likely written with."""
    start = data[:_GUESSED_FROM]
    beyond = sum(byte > 0x7F for byte in start)
    if beyond <= _FOREIGN * len(start) and (found := _latin(start)) is not None:
        return found
    from charset_normalizer import from_bytes

    best = from_bytes(start, cp_exclusion=list(_OF_MAINFRAMES)).best()
    return best.encoding if best else "cp1252"


def utf_16_without_mark(data: bytes) -> str | None:
    """The codec of UTF-16 whose mark is missing: every second byte tells the script: NUL that of Latin letters."""
    start = data[:_GUESSED_FROM]
    if 0 not in start:
        return None
    for encoding, high in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        low = start[::2] if encoding == "utf-16-le" else start[1::2]
        latin = high.count(0) >= _SIXTEEN_BITS * max(1, len(high))
        if (latin or _is_of_one_script(high)) and not low.count(0):
            text = start[: len(start) // 2 * 2].decode(encoding, "replace")
            return encoding if text.count("\ufffd") <= 1 else None
    return None


def _is_of_one_script(high: bytes) -> bool:
    """Whether the high bytes of letters of 16 bits are of one script beside the Latin, such as Cyrillic."""
    script = max(_SCRIPTS, key=high.count)
    shared = high.count(0) + high.count(0x20)  # blanks and figures; dashes and quotation marks
    return high.count(script) + shared >= _ONE_SCRIPT * len(high) and high.count(script) > 0 < high.count(0)


def _latin(start: bytes) -> str | None:
    """The encoding of a text in Latin letters that makes words of the most of those with accents; None if few."""
    marked = (match.group() for match in _WORD.finditer(start) if not match.group().isascii())
    words = list(islice(marked, _MOST_WORDS))
    known = {name: sum(_is_word(word, name, alphabets) for word in words) for name, alphabets in _LATIN}
    best = max(known, key=lambda name: known[name])
    return best if known[best] >= _MOST_UNKNOWN * len(words) else None


def _is_word(written: bytes, encoding: str, alphabets: tuple[frozenset[str], ...]) -> bool:
    """Whether what lies between marks of punctuation is spelled as some language spells its words."""
    text = written.decode(encoding, "replace")
    return all(_is_spelled(part, alphabets) for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    start = 0
    for index, letter in enumerate(text):
        if letter in _MARKS:
            yield text[start:index]
            start = index + 1
    yield text[start:]


def _is_spelled(word: str, alphabets: tuple[frozenset[str], ...]) -> bool:
    foreign = {letter for letter in word.lower() if letter > "\x7f"}
    if not foreign:
        return True
    is_cased = word.isupper() or word[1:] == word[1:].lower()
    return is_cased and any(foreign <= alphabet for alphabet in alphabets)
