"""The chronology in Markdown, with a footnote to source and sentence for each quote."""

import re

from timeline_app.formats.exports.account import Account, Entry, citation, make_account
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, uses
from timeline_app.formats.exports.wording import source_line

# CommonMark 0.31, 2.4: any ASCII punctuation can be escaped; these begin markup within a line.  A tilde and a bar are
# markup in GitHub's dialect, a less-than sign would begin HTML, an ampersand an entity, a colon a bare address.
_MARKUP = re.compile(r"([\\`*_\[\]<>&|~#!$^]|(?<=http):|(?<=https):|(?<=www)\.|@)")
_BLOCK = re.compile(r"^(\d{0,9})([-+=.)])")


def render(export: Export) -> Rendered:
    """The chronology, its footnotes, its sources."""
    account = make_account(export)
    lines = [f"# {_text(account.title)}", "", _text(account.summary), ""]
    for entry in account.dated:
        lines += _entry(entry, f"**{_text(entry.when)}** — {_text(entry.title)}")
    if account.undated:
        lines += ["## Undated", ""]
        for entry in account.undated:
            lines += _entry(entry, _text(entry.title))
    if account.sources:
        lines += ["## Sources", ""]
        lines += [f"{number}. {_text(source_line(source))}" for number, source in enumerate(account.sources, 1)]
        lines.append("")
    lines += _footnotes(account)
    return Rendered(encoded("\n".join(lines).rstrip() + "\n"))


def _entry(entry: Entry, heading: str) -> list[str]:
    cited = "".join(f" \\[{number}\\]" for number in entry.cited)
    lines = [f"- {heading}{cited}", ""]
    if entry.standing:
        lines.append(f"  *{_text(entry.standing)}*\n")
    if entry.description:
        lines.append(f"  {_text(entry.description)}\n")
    lines += [f"  > “{_text(quote.words)}”[^{quote.number}]\n" for quote in entry.quotes]
    lines += [f"  {_text(note)}\n" for note in entry.notes]
    return lines


def _footnotes(account: Account) -> list[str]:
    quotes = [quote for entry in (*account.dated, *account.undated) for quote in entry.quotes]
    return [f"[^{quote.number}]: {_text(citation(account, quote))}" for quote in quotes]


def _text(text: str) -> str:
    """Text in which nothing is markup: no emphasis, link, list, heading or HTML."""
    return _BLOCK.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


FORMAT = ExportFormat(
    "markdown",
    "Chronology (Markdown)",
    ".md",
    "a chronology with numbered quotes and sources",
    render,
    uses("title", "quotes", "notes"),
)
