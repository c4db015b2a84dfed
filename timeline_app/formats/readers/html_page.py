"""Web pages: the whole visible text, labelled by the page's own structure, and what its markup says of it."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from timeline_app.formats.errors import UnreadableError
from timeline_app.formats.readers.assembly import TextBuilder
from timeline_app.formats.readers.decoding import decode_text, direction_warnings
from timeline_app.formats.readers.html_body import Extracted, extract, mark_story
from timeline_app.formats.readers.html_headline import mark_headline, title_apart
from timeline_app.formats.readers.html_metadata import PageFacts, page_facts
from timeline_app.formats.readers.html_posts import with_stamped_posts
from timeline_app.formats.readers.html_tree import PageBlock, inside, page_blocks, parse_page
from timeline_app.model.document_text import Origin, RawDocument
from timeline_app.model.source import Segment, SegmentKind

MAX_MARKUP = 5_000_000  # code points, pictures and scripts in the page taken away
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s{0,20}<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_PRESCAN = 4_096
_EMBEDDED = re.compile(r"data:[a-z]{1,20}/[a-z0-9.+-]{1,60};base64,[A-Za-z0-9+/=%]{100,}", re.IGNORECASE)
_QUOTED = re.compile(r"=\s?(?:\"[^\"]*\"|'[^']*')")  # values of attributes, which may hold tags too
_SITE = re.compile(r"\s*[-–—|·»:]\s+(?P<name>[^|]{2,60})")
_HAS_TAGS = re.compile(r"<[a-z!/]", re.IGNORECASE)
_UNSEEN_TEXT = 5_000  # code points between tags that no reader sees
_UNSEEN_TAGS = ("script", "style", "option", "title", "textarea")
_MANY_POSTS = 500  # of a page that is nothing else: what the libraries call its story is of no use
_KEPT_SCRIPT = "ld+json"


def read_html(data: bytes, name: str) -> RawDocument:
    """Reads a web page; FormatError for what is none, is too large or holds no text."""
    declared = _XML_CHARSET.match(data[:_PRESCAN]) or _CHARSET.search(data[:_PRESCAN])
    markup, warnings = decode_text(data, name, declared[1].decode("ascii") if declared else None)
    if "\x00" in markup[:_PRESCAN] and not _HAS_TAGS.search(markup[:_PRESCAN]):
        raise UnreadableError(name, "it is a binary file, not a web page; save its text as .txt")
    document = read_markup(markup, name, hashlib.sha256(data).hexdigest())
    return RawDocument(name, document.text, document.origin, (*warnings, *document.warnings))


def read_markup(markup: str, name: str, sha256: str) -> RawDocument:
    """Reads a page's markup once it is decoded; `sha256` is that of the file it came in."""
    markup = _without_ballast(markup)
    if len(markup) > MAX_MARKUP:
        raise UnreadableError(name, f"its markup is longer than {MAX_MARKUP // 1_000_000} MB; save its text as .txt")
    root = parse_page(markup)
    blocks = page_blocks(root) if root is not None else []
    if root is None or _is_suspect(blocks, markup):
        return _by_tags_alone(markup, name, sha256)
    facts = page_facts(root, markup)
    blocks = with_stamped_posts(root, title_apart(blocks, facts.title))
    headline = mark_headline(blocks, facts.title, inside(root, "h1"))
    is_chat = sum(block.role is SegmentKind.UPDATE for block in blocks) > _MANY_POSTS
    extracted = Extracted(("", "")) if is_chat else extract(markup)
    mark_story(root, blocks, extracted, headline)
    text, labels = _joined(blocks)
    said = "" if headline is None else blocks[headline].text
    return RawDocument(name, text, _origin(facts, extracted, said, sha256, labels), direction_warnings(text))


def _origin(facts: PageFacts, extracted: Extracted, headline: str, sha256: str, labels: tuple[Segment, ...]) -> Origin:
    return Origin(
        kind="html",
        sha256=sha256,
        title=facts.title,
        author=facts.author or extracted.author,
        publisher=facts.publisher or _site_in(facts.title, headline) or extracted.publisher,
        url=facts.url,
        language=facts.language.replace("_", "-"),
        evidence=tuple(facts.evidence),
        labels=labels,
    )


def _site_in(title: str, headline: str) -> str:
    """The paper's name in a page's title, which follows the headline after a dash or bar."""
    if not headline or not title.startswith(headline):
        return ""
    found = _SITE.fullmatch(title[len(headline) :])
    return found["name"] if found else ""


def _without_ballast(markup: str) -> str:
    """The markup without embedded pictures and without scripts and styles, which hold no text but most of the bytes."""
    kept: list[str] = []
    lower = markup.lower() if len(markup.lower()) == len(markup) else markup
    position = 0
    while True:
        start, tag = _next_ballast(lower, position)
        end = lower.find(f"</{tag}", start) if tag else -1
        if not tag or end < 0:
            break
        opening = lower.find(">", start)
        if opening < 0 or _KEPT_SCRIPT in lower[start:opening]:
            kept.append(markup[position:end])
        else:
            kept.append(markup[position : opening + 1] if opening < end else markup[position:start])
        position = end
    kept.append(markup[position:])
    return _EMBEDDED.sub("data:,", "".join(kept))


def _next_ballast(lower: str, position: int) -> tuple[int, str]:
    found = [(at, tag) for tag in ("script", "style") if (at := lower.find(f"<{tag}", position)) >= 0]
    return min(found, default=(-1, ""))


def _is_suspect(blocks: Sequence[PageBlock], markup: str) -> bool:
    """Whether the parser gave up silently, as it does below 2,048 levels: most words between tags are missing.

    The blanks by which a page's makers indent its tags are no words, nor is what stands in the tags themselves.
    """
    found = sum(len(block.text) for block in blocks)
    if not found:
        return True
    most = 2 * found + _UNSEEN_TEXT
    if len(markup) <= most:
        return False
    written = (len(" ".join(piece.split())) for piece in _between_tags(_QUOTED.sub("=", markup)))
    return sum(written) > most


def _by_tags_alone(markup: str, name: str, sha256: str) -> RawDocument:
    """The text between the tags, where no tree can be made of them."""
    from html import unescape

    lines = (" ".join(unescape(piece).split()) for piece in _between_tags(markup))
    text = "\n".join(line for line in lines if line).replace("\x00", "\ufffd")
    if not text.strip():
        raise UnreadableError(name, "it holds no text; if the page shows some in a browser, save it from there as text")
    warning = "Its tags are broken or nested too deeply, so the text was read without the page's structure."
    return RawDocument(name, text, Origin(kind="html", sha256=sha256), (warning, *direction_warnings(text)))


def _between_tags(markup: str) -> Iterator[str]:
    pieces = re.split(r"<(?=[a-zA-Z/!?])", "<!>" + markup)
    return (piece.rpartition(">")[2] for piece in pieces if not piece[:10].lower().startswith(_UNSEEN_TAGS))


def _joined(blocks: Sequence[PageBlock]) -> tuple[str, tuple[Segment, ...]]:
    """The page's text and the stretches of it that have a role."""
    builder = TextBuilder()
    was_tight = False
    for block in blocks:
        builder.add(
            block.text, block.role, gap="\n" if block.tight and was_tight else "\n\n", group=block.group or None
        )
        was_tight = block.tight
    return builder.text, builder.labels
