"""Short articles of the kinds that are read: what each phrase means depends on the phrases and the date around it.

`articles.txt` holds, under "# published | document kind", one article a paragraph with its phrases as ⟨phrase|value⟩,
or ⟨phrase|value|mod⟩; nothing else in it tells a time.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

ARTICLES = Path(__file__).with_name("articles.txt")
_MARKED = re.compile(r"⟨(?P<phrase>[^|⟩]+)\|(?P<value>[^|⟩]+)(?:\|(?P<mod>[A-Z_]+))?⟩")


def articles() -> Iterator[tuple[str, str, str]]:
    published, kind = "", ""
    for paragraph in ARTICLES.read_text(encoding="utf-8").strip().split("\n\n"):
        first, _, rest = paragraph.partition("\n")
        if first.startswith("# "):
            published, kind = first[2:].split(" | ")
            paragraph = rest
        yield published, kind, paragraph


@pytest.mark.parametrize("article", list(articles()), ids=lambda article: _MARKED.sub(r"\g<phrase>", article[2])[:60])
def test_every_phrase_of_the_article_has_its_value(article: tuple[str, str, str]) -> None:
    published, kind, marked = article
    expected = [(m["phrase"], m["value"], *([m["mod"]] if m["mod"] else [])) for m in _MARKED.finditer(marked)]
    text = _MARKED.sub(r"\g<phrase>", marked)
    day = date.fromisoformat(published)
    context = PublicationContext(TimeValue.day(day.year, day.month, day.day), document_kind=DocumentKind(kind))
    told = find_expressions("s", text, split_sentences(text), history=kind == DocumentKind.NARRATIVE)
    found = resolve_all(told, context)
    times = [e for e in found if not e.names_event]
    readings = [(e.phrase, e.reading.value, e.reading.mod) for e in times if e.reading is not None]
    assert [reading[: len(gold)] for reading, gold in zip(readings, expected, strict=False)] == expected
    assert len(readings) == len(expected), readings
