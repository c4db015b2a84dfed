"""TimeML 1.2.1: each source's own text with its time expressions and events marked in place."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import TypeVar
from xml.sax.saxutils import escape, quoteattr

from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import Export, ExportFormat, Rendered, encoded
from timeline_app.model.annotation import AnchorKind, Mention, Modality, Relation, TimeExpression, TimexType
from timeline_app.model.bounds import begin_until
from timeline_app.model.source import Source
from timeline_app.model.token import Span
from timeline_app.temporal.resolution.timex3 import clock_value, unit_value

_LINKS = {
    Relation.AT: "IS_INCLUDED",
    Relation.BEFORE: "BEFORE",
    Relation.AFTER: "AFTER",
    Relation.AT_OR_BEFORE: "BEFORE",
    Relation.WITHIN: "AFTER",
    Relation.SAME_DAY: "SIMULTANEOUS",
    Relation.FROM: "BEGUN_BY",
}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_EPOCH = (1980, 1, 1, 0, 0, 0)  # where a zip's time begins, so that equal projects give equal files
_DCT = "t0"
_T = TypeVar("_T")


def render(export: Export) -> Rendered:
    """A zip with one ``.tml`` for each source that reports a chosen event: TimeML annotates one text a file."""
    if not export.sources:
        raise FormatError("TimeML annotates texts, and none of these events has a source; choose others.")
    wanted = {link.mention for event in export.events for link in export.document.links_of_event(event.id)}
    out = io.BytesIO()
    hidden = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, source in enumerate(export.sources, 1):
            mentions = [m for m in export.document.mentions_of_source(source.id) if m.key in wanted]
            markup = _Markup(source, export.document.expressions_of_source(source.id), mentions)
            archive.writestr(zipfile.ZipInfo(_file_name(source, number), _EPOCH), encoded(markup.text()))
            hidden += markup.hidden
    what = "event word is" if hidden == 1 else "event words are"
    notes = (f"{hidden:,} {what} part of a time expression, which TimeML cannot mark twice.",) if hidden else ()
    return Rendered(out.getvalue(), notes)


class _Markup:
    """One source's text, wrapped: nothing in it moves, so taking the tags away gives the text back."""

    def __init__(self, source: Source, expressions: list[TimeExpression], mentions: list[Mention]) -> None:
        self._source = source
        self._times = _apart(expressions, lambda e: e.span)
        taken = [expression.span for expression in self._times]
        free = [m for m in mentions if not any(m.head.overlaps(span) for span in taken)]
        self._events = _apart(free, lambda m: m.head)
        self._tids = {expression.id: f"t{number}" for number, expression in enumerate(self._times, 1)}
        self.hidden = len(mentions) - len(free)

    def text(self) -> str:
        """The whole document."""
        published = begin_until(self._source.context.published)[0]
        title = self._source.title or self._source.name
        dct = (
            f'<TIMEX3 tid="{_DCT}" type="{"TIME" if published and "T" in published else "DATE"}" '
            f'value={_attribute(published or "")} temporalFunction="false" functionInDocument="CREATION_TIME">'
            f"{_text(published or '')}</TIMEX3>"
        )
        return "\n".join([
            '<?xml version="1.0" encoding="UTF-8"?>',
            "<TimeML>",
            f"<DOCID>{_text(self._source.id)}</DOCID>",
            *([f"<DCT>{dct}</DCT>"] if published else []),
            f"<TITLE>{_text(title)}</TITLE>",
            f"<TEXT>{self._wrapped()}</TEXT>",
            *self._instances(),
            *self._time_links(),
            "</TimeML>",
            "",
        ])  # fmt: skip

    def _wrapped(self) -> str:
        text, position, parts = self._source.text, 0, []
        marks = [(e.span, self._timex(e), "TIMEX3") for e in self._times]
        marks += [(m.head, self._event(m, n), "EVENT") for n, m in enumerate(self._events, 1)]
        for span, opening, name in sorted(marks, key=lambda mark: mark[0].start):
            parts += [_text(text[position : span.start]), opening, _text(text[span.start : span.end]), f"</{name}>"]
            position = span.end
        return "".join([*parts, _text(text[position:])])

    def _timex(self, expression: TimeExpression) -> str:
        reading, time = expression.reading, expression.correction
        attributes = {"tid": self._tids[expression.id], "type": TimexType.DATE.value, "value": ""}
        if reading is not None:
            attributes |= {"type": reading.type.value, "value": reading.value}
            more = {"mod": reading.mod, "quant": reading.quant, "freq": reading.freq}
            attributes |= {name: value for name, value in more.items() if value}
        if time is not None:  # the analyst's own reading
            attributes["type"] = (TimexType.TIME if time.is_clock else TimexType.DATE).value
            attributes["value"] = clock_value(time) if time.is_clock else unit_value(time)
        anchor = self._anchor(expression)
        attributes |= {"functionInDocument": "NONE", "temporalFunction": "true" if anchor else "false"}
        if anchor:
            attributes["anchorTimeID"] = anchor
        return _tag("TIMEX3", attributes)

    def _anchor(self, expression: TimeExpression) -> str | None:
        if expression.reading is None or expression.correction is not None:
            return None
        anchor = expression.reading.anchor
        if anchor.kind is AnchorKind.PUBLICATION:
            return _DCT if self._source.context.published is not None else None
        return self._tids.get(anchor.expression or "")

    def _event(self, mention: Mention, number: int) -> str:
        return _tag("EVENT", {"eid": f"e{number}", "class": "OCCURRENCE", "stem": mention.lemma})

    def _instances(self) -> list[str]:
        made = []
        for number, mention in enumerate(self._events, 1):
            denied = mention.negated or mention.modality is Modality.DENIED
            attributes = {
                "eiid": f"ei{number}",
                "eventID": f"e{number}",
                "pos": "OTHER",
                "tense": "FUTURE" if mention.modality is Modality.PLANNED else "NONE",
                "aspect": "PROGRESSIVE" if mention.modality is Modality.ONGOING else "NONE",
                "polarity": "NEG" if denied else "POS",
                **({"modality": mention.modality.value} if mention.modality is not Modality.HAPPENED else {}),
            }
            made.append(_tag("MAKEINSTANCE", attributes, empty=True))
        return made

    def _time_links(self) -> list[str]:
        made: list[str] = []
        for number, mention in enumerate(self._events, 1):
            for ref in mention.time_refs:
                if (tid := self._tids.get(ref.expression)) is not None:
                    attributes = {
                        "lid": f"l{len(made) + 1}",
                        "relType": _LINKS[ref.relation],
                        "eventInstanceID": f"ei{number}",
                        "relatedToTime": tid,
                    }
                    made.append(_tag("TLINK", attributes, empty=True))
        return made


def _apart(items: list[_T], span_of: Callable[[_T], Span]) -> list[_T]:
    """The items in text order without those that overlap one before."""
    kept: list[_T] = []
    for item in sorted(items, key=lambda item: (span_of(item).start, -span_of(item).end)):
        if len(span_of(item)) and (not kept or span_of(kept[-1]).end <= span_of(item).start):
            kept.append(item)
    return kept


def _tag(name: str, attributes: dict[str, str], *, empty: bool = False) -> str:
    inside = " ".join(f"{key}={_attribute(value)}" for key, value in attributes.items())
    return f"<{name} {inside}{'/' if empty else ''}>"


def _text(text: str) -> str:
    """Text as XML of the same length: what XML cannot hold becomes U+FFFD, a carriage return a reference."""
    return escape(_NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", text))


def _file_name(source: Source, number: int) -> str:
    stem = re.sub(r"[^\w -]", "", (source.name.rsplit(".", 1)[0] or source.title)).strip()[:60]
    return f"{number:03d} {stem or 'document'}.tml"


FORMAT = ExportFormat(
    "timeml", "TimeML (zip)", ".zip", "the annotated texts, for research tools", render, is_text=False
)
