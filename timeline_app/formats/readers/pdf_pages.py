"""How many pages a PDF has, told without reading them all: a forged file names a million."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader

_ENTRIES_PER_PAGE = 2  # nodes of the tree of pages that are looked at for each page that is allowed


def has_more_pages(reader: "PdfReader", most: int) -> bool:
    """Whether the tree of pages has more than `most` of them; a branch that comes again is counted once.

    What is broken in the tree raises what the library does.
    """
    root: Any = reader.root_object["/Pages"].get_object()
    waiting, found = [root], 0
    seen: set[int] = set()
    for _ in range(_ENTRIES_PER_PAGE * most):
        if not waiting:
            return False
        node = waiting.pop()
        kids = node.get("/Kids") if hasattr(node, "get") else None
        kids = kids.get_object() if kids is not None else None
        if kids is None:
            found += 1
        elif len(kids) > most:
            return True
        elif id(node) not in seen:
            seen.add(id(node))
            waiting += [kid.get_object() for kid in kids]
        if found > most:
            return True
    return bool(waiting)
