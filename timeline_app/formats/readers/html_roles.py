"""What a page's markup says that an element is: navigation, a figure's caption, a list of comments, a quotation."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache

from timeline_app.model.source import SegmentKind
from timeline_app.resources import resource

_BY_TAG = {
    "nav": SegmentKind.BOILERPLATE,
    "footer": SegmentKind.BOILERPLATE,
    "aside": SegmentKind.BOILERPLATE,
    "form": SegmentKind.BOILERPLATE,
    "button": SegmentKind.BOILERPLATE,
    "dialog": SegmentKind.BOILERPLATE,
    "noscript": SegmentKind.BOILERPLATE,
    "menu": SegmentKind.BOILERPLATE,
    "address": SegmentKind.BOILERPLATE,
    "figcaption": SegmentKind.CAPTION,
    "blockquote": SegmentKind.QUOTE,
}
_BY_ARIA = {
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar", "tablist", "button", "alert",
}  # fmt: skip
_BY_PROPERTY = {
    "comment": SegmentKind.COMMENT,
    "caption": SegmentKind.CAPTION,
    "liveblogupdate": SegmentKind.UPDATE,
    "author": SegmentKind.BOILERPLATE,
    "publisher": SegmentKind.BOILERPLATE,
}
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_LONGEST_NAME = 80  # code points of one class or id
_MOST_NAMES = 12


def role_of(tag: str, attributes: Mapping[str, str]) -> SegmentKind | None:
    """The role that an element's tag, ARIA role, schema.org property or class gives it; None for an ordinary one."""
    item = (attributes.get("itemprop") or "").lower()
    if item in _BY_PROPERTY:
        return _BY_PROPERTY[item]
    if (attributes.get("itemtype") or "").rstrip("/").lower().endswith("schema.org/comment"):
        return SegmentKind.COMMENT
    if (attributes.get("role") or "").lower() in _BY_ARIA:
        return SegmentKind.BOILERPLATE
    if tag in ("html", "body", "main", "article"):
        return None
    if "hidden" in attributes or _HIDDEN.search((attributes.get("style") or "")[:500]):
        return SegmentKind.BOILERPLATE
    named = _role_of_names(f"{attributes.get('id') or ''} {attributes.get('class') or ''}")
    return named or _BY_TAG.get(tag)


def _role_of_names(names: str) -> SegmentKind | None:
    """The first role that one of an element's names has; comments first, whose parts have names of furniture."""
    found = {_role_of_name(name.lower()) for name in names.split()[:_MOST_NAMES] if len(name) <= _LONGEST_NAME}
    order = (SegmentKind.COMMENT, SegmentKind.CAPTION, SegmentKind.BOILERPLATE, SegmentKind.UPDATE, SegmentKind.QUOTE)
    return next((kind for kind in order if kind in found), None)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], SegmentKind], ...]:
    with resource("lexicon", "page_roles.toml").open("rb") as file:
        roles: dict[str, list[str]] = tomllib.load(file)["roles"]
    kinds = {"pull_quote": SegmentKind.BOILERPLATE}
    return tuple(
        (re.compile("|".join(f"(?:{one})" for one in listed), re.IGNORECASE), kinds.get(name) or SegmentKind(name))
        for name, listed in roles.items()
    )


@lru_cache(maxsize=20_000)
def _role_of_name(name: str) -> SegmentKind | None:
    return next((kind for pattern, kind in _patterns() if pattern.fullmatch(name)), None)
