"""What a page says about itself in its markup: JSON-LD, meta tags, `<time>`, links; quoted as it stands there."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from timeline_app.formats.readers.html_tree import Element
from timeline_app.model.source import Evidence

_LONGEST = 300  # code points kept of a title or name
_LONGEST_DATE = 64
_LARGEST_SCRIPT = 2_000_000  # code points of JSON-LD
_MOST_OBJECTS = 2_000
_MOST_TIMES = 8
_ARTICLE = re.compile(r"(?:\w*Article|\w*Posting|Report|\w*WebPage|CreativeWork|PressRelease|LiveBlogPosting|Review)$")
_STRONG = re.compile(r"(?:\w*NewsArticle|Article|\w*Posting|Report|ReportageNewsArticle)$")
_OF_ANOTHER = re.compile(r"(?:comment|related|sidebar|widget|teaser|recommend|promo)\S*")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(\S{1,2000})\s*-->")
_CAPTURED = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})\s+saved date:\s*([^\n]{1,80})")
_TITLE_TAGS = ("h1", "h2", "h3", "a")
_ARCHIVED = re.compile(
    r"https?://web\.archive\.org/web/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\d{0,6}[a-z_]{0,4}/(?P<address>https?://.+)"
)
_UNREAD = re.compile(r"\(\d{1,4}\+?\)\s+")  # "(3) A post"
_NO_TITLE = re.compile(
    r"(?:exported data|untitled(?: (?:document|page))?|(?:new )?(?:document|page)|home(?:page)?|index)?", re.IGNORECASE
)
# Meta tags that hold a date: where that is, as shown to the analyst, and how sure (published; last changed).
_PUBLISHED = {
    "article:published_time": 0.95, "og:published_time": 0.95, "og:article:published_time": 0.95,
    "parsely-pub-date": 0.92, "sailthru.date": 0.92, "cxenseparse:recs:publishtime": 0.92, "datepublished": 0.92,
    "citation_publication_date": 0.9, "citation_date": 0.85, "dc.date.issued": 0.9, "dcterms.issued": 0.9,
    "dcterms.created": 0.8, "dc.date.created": 0.8, "dc.date": 0.85, "dcterms.date": 0.85, "pubdate": 0.9,
    "publishdate": 0.9, "publish_date": 0.9, "publication_date": 0.9, "publish-date": 0.9, "published_date": 0.9,
    "article.published": 0.9, "article_date_original": 0.9, "originalpublicationdate": 0.9, "displaydate": 0.85,
    "bt:pubdate": 0.9, "ptime": 0.85, "date": 0.8, "article.created": 0.8, "created": 0.7,
}  # fmt: skip
_MODIFIED = {
    "article:modified_time", "og:updated_time", "last-modified", "lastmod", "dcterms.modified", "dc.date.modified",
    "datemodified", "revised", "article.updated", "utime",
}  # fmt: skip
_CHANGED = 0.5  # confidence of a date on which the page was changed: it was published then or before
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "sailthru.author",
)
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")


@dataclass(slots=True)
class PageFacts:
    """What a page says of itself; empty where it says nothing."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    evidence: list[Evidence] = field(default_factory=list)


def page_facts(root: Element, markup: str) -> PageFacts:
    """Reads everything a page says of itself; of two places that say it, the surer one first."""
    facts = PageFacts(language=_short(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"), 20))
    _read_saved_from(markup[:20_000], facts)
    metas = _metas(root)
    _read_links(root, metas, facts)
    title = _first(metas, _TITLES) or _title(root)
    _read_json_ld(root, title, facts)
    _read_metas(metas, facts)
    facts.evidence += _times(root, _plain(title))
    facts.title = facts.title or title
    _read_archived(facts)
    facts.evidence.sort(key=lambda evidence: -evidence.confidence)
    return facts


def _read_saved_from(top: str, facts: PageFacts) -> None:
    """The comment that a browser leaves in a page that it saves."""
    if found := _CAPTURED.search(top):
        facts.url = found[1]
        facts.evidence.append(
            Evidence("captured", _short(found[2], _LONGEST_DATE), "the note of when it was saved", 0.9)
        )
    elif found := _SAVED_FROM.search(top):
        facts.url = found[1]


def _metas(root: Element) -> dict[str, str]:
    """The first value of each meta tag, by its name in lower case."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        value = _short(meta.get("content"))
        if name and value:
            found.setdefault(name.strip().lower(), value)
    return found


def _read_links(root: Element, metas: dict[str, str], facts: PageFacts) -> None:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and _is_address(link.get("href")):
            facts.url = link.get("href").strip()
            return
    if _is_address(metas.get("og:url")):
        facts.url = metas["og:url"]


def _read_metas(metas: dict[str, str], facts: PageFacts) -> None:
    for name, value in metas.items():
        if name in _PUBLISHED:
            facts.evidence.append(_published(value, f"the page's “{name}”", _PUBLISHED[name]))
        elif name in _MODIFIED:
            facts.evidence.append(_published(value, f"the page's “{name}”, when it was changed", _CHANGED))
    author = _first(metas, _AUTHORS)
    if author and not _is_address(author):
        facts.author = facts.author or author
    facts.publisher = facts.publisher or _first(metas, _PUBLISHERS)
    facts.language = facts.language or metas.get("content-language", "")[:20] or metas.get("og:locale", "")[:20]


def _read_json_ld(root: Element, title: str, facts: PageFacts) -> None:
    """The article among a page's JSON-LD objects: the one with the page's title, else the only one."""
    articles = [
        one for one in _json_objects(root) if _is_type(one, _ARTICLE) and ("datePublished" in one or "headline" in one)
    ]
    strong = [one for one in articles if _is_type(one, _STRONG)]
    named = [
        one for one in articles if title and _plain(str(one.get("headline") or one.get("name") or "~")) in _plain(title)
    ]
    chosen = next(iter(named or strong or articles), None)
    if chosen is None:
        return
    sure = 0.95 if named or len({str(one.get("datePublished")) for one in strong or articles}) == 1 else 0.5
    for key, confidence in (("datePublished", sure), ("dateCreated", sure - 0.15), ("dateModified", _CHANGED)):
        if isinstance(value := chosen.get(key), str) and value.strip():
            changed = ", when it was changed" if key == "dateModified" else ""
            facts.evidence.append(_published(value, f"the page's JSON-LD “{key}”{changed}", confidence))
    if sure > 0.5:
        facts.title = _short(chosen.get("headline"))
        facts.author = _names(chosen.get("author"))
        facts.publisher = _names(chosen.get("publisher"))
        facts.language = facts.language or _short(chosen.get("inLanguage"), 20)


def _json_objects(root: Element) -> Iterator[dict[str, Any]]:
    waiting: list[Any] = []
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            content = script.text or ""
            try:
                waiting.append(json.loads(content, strict=False) if len(content) <= _LARGEST_SCRIPT else None)
            except (ValueError, RecursionError):
                continue
    seen = 0
    while waiting and seen < _MOST_OBJECTS:
        seen += 1
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value[:_MOST_OBJECTS]
        elif isinstance(value, dict):
            yield value
            waiting += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in value]


def _is_type(item: dict[str, Any], pattern: re.Pattern[str]) -> bool:
    types = item.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(one, str) and pattern.match(one.rsplit("/", 1)[-1][:60]) for one in listed[:10])


def _names(value: Any, depth: int = 0) -> str:
    """The name or names in a JSON-LD person or organisation."""
    if isinstance(value, str):
        return "" if _is_address(value) else _short(value)
    if isinstance(value, dict):
        return _names(value.get("name"), depth + 1) if depth < 4 else ""
    if isinstance(value, list) and depth < 4:
        return _short(", ".join(filter(None, (_names(one, depth + 1) for one in value[:10]))))
    return ""


def _read_archived(facts: PageFacts) -> None:
    """The page's own address and the day of its capture, where its address is that of a copy in the Web Archive."""
    if found := _ARCHIVED.match(facts.url):
        facts.url = found["address"]
        stamp = f"{found['year']}-{found['month']}-{found['day']}"
        facts.evidence.append(Evidence("captured", stamp, "the address of the archived copy", 0.9))


def _times(root: Element, title: str) -> list[Evidence]:
    """The `<time>` elements at the top of the story and those marked as its date; others are of other stories."""
    found: list[Evidence] = []
    seen_title = False
    for element in root.iter("h1", "h2", "h3", "a", "time", "abbr", "span", "meta"):
        if element.tag == "h1" or (not seen_title and _names_page(element, title)):
            seen_title = True
        if element.tag in _TITLE_TAGS:
            continue
        prop = (element.get("itemprop") or "").lower()
        value = element.get("datetime") or element.get("content") or (element.text if element.tag == "time" else "")
        if not value or len(found) >= _MOST_TIMES:
            continue
        if prop in ("datepublished", "datecreated") or "pubdate" in element.attrib:
            found.append(_published(value, "the time marked as the page's date", 0.92))
        elif prop == "datemodified":
            found.append(_published(value, "the time marked as the last change", _CHANGED))
        elif element.tag == "time" and not prop:
            first = seen_title and not any("beside" in one.where for one in found)
            beside = first and not _is_listed(element)
            found.append(
                _published(
                    value, "the time beside the headline" if beside else "a time on the page", 0.78 if beside else 0.3
                )
            )
    return found


def _names_page(element: Element, title: str) -> bool:
    """Whether a heading or link says the page's title, which the paper's name may follow."""
    said = _plain((element.text or "")[:_LONGEST]) if element.tag in _TITLE_TAGS else ""
    return len(said) > 0.5 * len(title) and title.startswith(said)


def _is_listed(element: Element) -> bool:
    """Whether an element stands in a list, a side column, a footer or a comment: the date of something else."""
    for ancestor in element.iterancestors():
        names = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}".lower()[:400].split()
        if ancestor.tag in ("aside", "footer", "nav") or any(map(_OF_ANOTHER.fullmatch, names)):
            return True
    return False


def _published(value: str, where: str, confidence: float) -> Evidence:
    return Evidence("published", _short(value, _LONGEST_DATE), where, confidence)


def _title(root: Element) -> str:
    """What the browser's tab says, without the number of messages that wait; empty where it is no page's own."""
    found = next(root.iter("title"), None)
    title = _UNREAD.sub("", _short(found.text), count=1) if found is not None else ""
    return "" if _NO_TITLE.fullmatch(title) else title


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and bool(re.match(r"\s*https?://[^\s<>\"]{3,2000}\s*$", value))


def _short(value: Any, longest: int = _LONGEST) -> str:
    return " ".join(value[: 4 * longest].split())[:longest] if isinstance(value, str) else ""
