"""The page under segmentation: its paragraphs, what each looks like, and the role given to each so far."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline_app.extraction.paragraphs import Paragraph, paragraphs
from timeline_app.model.source import Segment, SegmentKind

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ENDS_SENTENCE = re.compile(r"[.!?…]['\"”’)\]]*$")
_LONGEST_LINE = 300  # code points; no furniture pattern is tried on a longer block
PROSE_WORDS = 18
COLUMNS = re.compile(r"\S {3,}\S")  # between the cells of a row that is set with blanks: "Meeting        5 May 2021"


@dataclass
class Block:
    """One paragraph of the page with its role; None while undecided, which in the end means body."""

    paragraph: Paragraph
    text: str
    kind: SegmentKind | None = None
    opens_section: bool = False  # a live-blog header stands here
    prefix: int = 0  # code points before the words of a message: when and by whom it was written
    is_fixed: bool = False  # the file's own structure gave the role

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in lower case, for comparison and counting."""
        return tuple(word.lower().replace("’", "'") for word in _WORD.findall(self.text))

    @property
    def line(self) -> str:
        """The text if it is short enough for page furniture, else the empty string."""
        return self.text if len(self.text) <= _LONGEST_LINE else ""

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_ENDS_SENTENCE.search(self.text[-8:]))

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph rather than as a line of a list, menu or heading."""
        return len(self.words) >= PROSE_WORDS or (len(self.words) >= 8 and self.is_sentence)

    @property
    def is_open(self) -> bool:
        """Whether its role is still undecided."""
        return self.kind is None


def blocks_of(text: str) -> list[Block]:
    """The blocks of a text, all undecided."""
    return [Block(paragraph, paragraph.of(text)) for paragraph in paragraphs(text)]


def fix_labels(blocks: list[Block], labels: Sequence[Segment]) -> None:
    """Gives blocks the roles that the file's own structure shows, each that of the label that covers most of it."""
    starts = [label.span.start for label in labels]
    opened = -1
    for block in blocks:
        span = block.paragraph.span
        index = max(bisect_right(starts, span.start) - 1, 0)
        for number, label in enumerate(labels[index : index + 2], index):
            covered = min(span.end, label.span.end) - max(span.start, label.span.start)
            if 2 * covered > len(span):
                block.kind, block.is_fixed = label.kind, True
                block.opens_section = label.kind is SegmentKind.UPDATE and number != opened
                opened = number


def mark(blocks: list[Block], kind: SegmentKind) -> None:
    """Gives the undecided among `blocks` a role."""
    for block in blocks:
        if block.kind is None:
            block.kind = kind
