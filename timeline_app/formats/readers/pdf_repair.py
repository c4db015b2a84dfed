"""PDF files whose end is lost, and with it the list of their pages: that list is written anew from the pages found."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject

_OBJECT = re.compile(rb"(?<!\d)(?P<number>\d{1,9}) 0 obj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_LONGEST_PAGE = 4_000  # bytes of a page's own object, which only names its parts
_TAIL = 1_024  # bytes from the end in which a whole file has its end mark (ISO 32000-1, Annex H, note 18)


def is_cut(data: bytes) -> bool:
    """Whether a file's end is missing, as after a download that broke off."""
    return b"%%EOF" not in data[-_TAIL:]


def with_own_catalog(data: bytes, most: int) -> bytes | None:
    """The file with a catalog of the pages that are whole in it; None where there is none, or more than `most`."""
    highest, pages = 0, []
    for found in _OBJECT.finditer(data):
        number = int(found["number"])
        highest = max(highest, number)
        end = data.find(b"endobj", found.end(), found.end() + _LONGEST_PAGE)
        if end >= 0 and _PAGE.search(data, found.end(), end):
            pages.append(number)
    if not 0 < len(pages) <= most:
        return None
    kids = " ".join(f"{number} 0 R" for number in dict.fromkeys(pages))
    catalog, tree = highest + 1, highest + 2
    written = (
        f"\nendstream\nendobj\n{catalog} 0 obj\n<</Type/Catalog/Pages {tree} 0 R>>\nendobj\n"
        f"{tree} 0 obj\n<</Type/Pages/Kids[{kids}]/Count {len(set(pages))}>>\nendobj\n"
        f"trailer\n<</Size {tree + 1}/Root {catalog} 0 R>>\nstartxref\n0\n%%EOF\n"
    )
    return data + written.encode("ascii")


def has_its_fonts(page: "PageObject") -> bool:
    """Whether all fonts of a page are in the file; without them its letters would be read as others."""
    resources = page.get("/Resources")
    fonts = resources.get_object().get("/Font") if resources is not None else None
    if fonts is None:
        return False
    return all("/Subtype" in font.get_object() for font in fonts.get_object().values())
