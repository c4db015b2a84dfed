"""A timeline as one HTML file that needs nothing else: no network, no other file, nothing but its own script."""

import base64
import hashlib
import json
from string import Template

from timeline_app.formats.exports.account import Entry, make_account
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded, uses
from timeline_app.formats.exports.wording import escaped, source_line
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY
from timeline_app.model.event import Event
from timeline_app.resources import resource


def render(export: Export) -> Rendered:
    """The page.  Its policy lets a browser run this script and this style alone, and load nothing at all."""
    style, script, page = map(_part, ("timeline.css", "timeline.js", "timeline.html"))
    account = make_account(export)
    entries = zip(export.events, (*account.dated, *account.undated), strict=True)
    total = len(export.events)
    text = Template(page).substitute(
        theme="dark" if export.options.dark else "",
        policy=_policy(style, script),
        title=escaped(export.title),
        summary=escaped(account.summary),
        style=style,
        count=f"{total} of {total} events",
        legend=_legend(export),
        events="\n".join(_item(number, event, entry) for number, (event, entry) in enumerate(entries)),
        sources="\n".join(
            f'<li id="s{number}">{escaped(source_line(source))}</li>'
            for number, source in enumerate(account.sources, 1)
        ),
        data=_data(export),
        script=script,
    )
    return Rendered(encoded(text))


def _part(name: str) -> str:
    return resource("export", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """A Content Security Policy (W3C, level 3) that names the two by their hashes."""
    parts = ("default-src 'none'", f"style-src {_hash(style)}", f"script-src {_hash(script)}")
    return "; ".join([*parts, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _item(number: int, event: Event, entry: Entry) -> str:
    parts = [f"<h3>{escaped(entry.title)}</h3>"]
    if entry.standing:
        parts.append(f'<p class="standing">{escaped(entry.standing)}</p>')
    if entry.description:
        parts.append(f"<p>{escaped(entry.description)}</p>")
    parts += [f"<blockquote>“{escaped(q.words)}” <cite>{_cite(q.source)}</cite></blockquote>" for q in entry.quotes]
    if entry.cited:
        parts.append(f"<p>{' '.join(map(_cite, entry.cited))}</p>")
    parts += [f'<p class="note">{escaped(note)}</p>' for note in entry.notes]
    body = "\n".join(parts)
    time = f"<time>{escaped(entry.when)}</time>"
    return f'<li id="e{number}" class="{event.modality.value}" tabindex="-1">{time}<div>{body}</div></li>'


def _legend(export: Export) -> str:
    """The looks that occur, each with its word."""
    used = {event.modality for event in export.events}
    told = [(modality.value, modality.value) for modality in Modality if modality in used]
    if any(event.time is not None and None in event.time.utc for event in export.events):
        told.append(("open", "start or end unknown"))
    return " ".join(f'<span class="{name}">{words}</span>' for name, words in told)


def _cite(number: int) -> str:
    return f'<a href="#s{number}">[{number}]</a>'


def _data(export: Export) -> str:
    """Per event the days from 1970 at which it begins and ends, and -1 or 1 for an open side; null where undated.

    The less-than sign is escaped, so that nothing can end the script element.
    """
    return json.dumps([_span(event) for event in export.events], separators=(",", ":")).replace("<", "\\u003c")


def _span(event: Event) -> list[float] | None:
    if event.time is None:
        return None
    start, end = event.time.utc
    if start is None or end is None:
        known = start if start is not None else end
        if known is None:
            return None
        return [round(known / DAY, 5), round(known / DAY, 5), -1 if start is None else 1]
    return [round(start / DAY, 5), round(end / DAY, 5), 0]


FORMAT = ExportFormat(
    "html",
    "Web page",
    ".html",
    "an interactive timeline in one file, for any browser",
    render,
    uses("title", "quotes", "notes", "dark"),
)
