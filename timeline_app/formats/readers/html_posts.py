"""Pages that are a row of posts, each with its own date and hour: an exported chat, a thread, a forum.

Each post becomes a line as chats are exported in text, "2023-11-13 19:42 +01:00 Name: words", so that its words are
counted from its own day.  The date is the exact one that the page holds for it, in `<time datetime>` or as the hint
over a clock time; what it shows in its place ("3h", "19:42") is left out.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.formats.readers.html_tree import Element, PageBlock, totals
from timeline_app.model.source import SegmentKind

_FEWEST = 3
_SHARE = 0.6  # of the page's words that posts must hold
_MOST_OF_ONE = 0.5  # of the posts' words: a page with one long text is that text
_MOST_INSIDE = 3  # elements in one that shows a date
_LONGEST_SHOWN = 60  # code points of a line that shows a date
_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?\s?(?P<zone>Z|[+-]\d\d:?\d\d)?\Z"
)
_HINT = re.compile(
    r"(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>\d{4}) (?P<clock>\d\d:\d\d)(?::\d\d)?(?: UTC(?P<zone>[+-]\d\d:\d\d)?)?\Z"
)
_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?\Z", re.IGNORECASE)
_NAME = re.compile(r"(?!.*\b\d{4}\b)(?!.*\d[./]\d)[^\W\d_][^:\n<>\[\]]{0,39}\Z")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(slots=True)
class _Post:
    """A post: its stamp as written, the words shown for it, and the element that holds it."""

    stamp: str
    shown: str
    home: Element
    blocks: list[PageBlock]


def with_stamped_posts(root: Element, blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks of a page, each post as one line under its stamp; as they are where the page is no row of posts."""
    if any(block.role is SegmentKind.UPDATE for block in blocks):
        return list(blocks)
    posts = _posts(root)
    home_of = {element: post for post in posts for element in post.home.iter()}
    for block in blocks:
        if block.role is not SegmentKind.COMMENT and (post := home_of.get(block.element)) is not None:
            post.blocks.append(block)
    posts = [post for post in posts if post.blocks]
    if len(posts) < _FEWEST or not _are_the_page(posts, blocks):
        return list(blocks)
    lines = _lines(posts)
    told = {id(block): post for post in posts for block in post.blocks}
    last = max(number for number, block in enumerate(blocks) if id(block) in told)
    found: list[PageBlock] = []
    for number, block in enumerate(blocks):
        if (post := told.get(id(block))) is None:
            between = found and number < last and block.role is None and found[-1].role is not None
            found.append(replace(block, role=SegmentKind.BOILERPLATE) if between else block)
        elif block is post.blocks[0]:
            found += lines[id(post)]
    return found


def _posts(root: Element) -> list[_Post]:
    """Each stamp with the largest element that holds no other."""
    found = [
        post for element in root.iter("time", "abbr", "div", "span", "a") if (post := _stamped(element)) is not None
    ]
    held = totals(root, Counter(post.home for post in found))
    for post in found:
        while (above := post.home.getparent()) is not None and held[above] == 1:
            post.home = above
    return found


def _stamped(element: Element) -> _Post | None:
    """The post of an element that stands for a date and hour and shows something of them."""
    if len(element) > _MOST_INSIDE:
        return None
    is_time = element.tag == "time"
    value = (element.get("datetime" if is_time else "title") or "")[:60].strip()
    exact, hint = _ISO.match(value), None if is_time else _HINT.match(value)
    shown = " ".join("".join(element.itertext()).split()) if exact or hint else ""
    if not shown or len(shown) > _LONGEST_SHOWN or not (is_time or _CLOCK.match(shown)):
        return None
    if exact is not None:
        return _Post(_written(exact["day"], exact["clock"], exact["zone"]), shown, element, [])
    assert hint is not None
    return _Post(_written(f"{hint['y']}-{hint['m']}-{hint['d']}", hint["clock"], hint["zone"]), shown, element, [])


def _written(day: str, clock: str, zone: str | None) -> str:
    return f"{day} {clock}" + (" UTC" if zone == "Z" else f" {zone}" if zone else "")


def _are_the_page(posts: Sequence[_Post], blocks: Sequence[PageBlock]) -> bool:
    """Whether a page is little but posts, of which none is a text for itself."""
    sizes = [sum(len(block.text) for block in post.blocks) for post in posts]
    whole = sum(len(block.text) for block in blocks if block.role is not SegmentKind.BOILERPLATE)
    return sum(sizes) >= _SHARE * whole and max(sizes) <= _MOST_OF_ONE * sum(sizes)


def _lines(posts: Sequence[_Post]) -> dict[int, list[PageBlock]]:
    """The blocks of each post, the first with its stamp; one without a name is by whom the one before it is."""
    name, found = "", {}
    for index, post in enumerate(posts, 1):
        words, aside = _words(post)
        if len(words) > 1 and _NAME.match(words[0].text) and words[0].element.tag not in _HEADINGS:
            name = words.pop(0).text
        if words:
            words[0] = replace(words[0], text=f"{post.stamp} {f'{name}: ' if name else ''}{words[0].text}")
            words = [replace(word, role=SegmentKind.UPDATE, group=-index) for word in words]
        if aside:
            words.append(PageBlock(" · ".join(aside), post.blocks[-1].element, SegmentKind.BOILERPLATE))
        found[id(post)] = [replace(block, tight=number > 0) for number, block in enumerate(words)]
    return found


def _words(post: _Post) -> tuple[list[PageBlock], list[str]]:
    """What a post tells, without what it shows of its date; and what stands around it, buttons and short names."""
    words, aside = [], []
    for block in post.blocks:
        text = block.text
        if post.shown in text and len(text) <= _LONGEST_SHOWN + len(post.shown):
            text = " ".join(text.replace(post.shown, " ", 1).strip(" ·|–—,").split())
        if block.role is SegmentKind.BOILERPLATE or (text.startswith("@") and " " not in text):
            aside.append(" ".join(text.split()))
        elif text:
            words.append(replace(block, text=text))
    return words, aside
