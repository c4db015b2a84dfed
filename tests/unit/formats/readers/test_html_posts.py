"""Saved chats and threads: each post is read under the date and hour that the page holds for it."""

from timeline_app.extraction.publication import ContextOptions, publication_context
from timeline_app.extraction.segmentation import segment
from timeline_app.formats.readers.html_page import read_html
from timeline_app.model.document_text import RawDocument
from timeline_app.model.source import SegmentKind

WORDS = (
    "Water stands above the quay and the bridge was shut ten minutes ago.",
    "A substation failed, and two hundred homes are without power tonight.",
    "The governor had refused to comment yesterday, and today he spoke.",
)


def chat(stamps: tuple[str, ...]) -> bytes:
    """A chat as messengers export it: the full date is only the hint over the clock time."""
    rows = "".join(
        f'<div class="message"><div class="userpic"><div class="initials">RW</div></div><div class="body">'
        f'<div class="date details" title="{stamp}">{stamp[11:16]}</div><div class="from_name">River Watch</div>'
        f'<div class="text">{words}</div></div></div>'
        for stamp, words in zip(stamps, WORDS, strict=True)
    )
    top = '<div class="page_header"><div class="text bold">River Watch Halm</div></div>'
    return f"<html><head><title>Exported Data</title></head><body>{top}<div>{rows}</div></body></html>".encode()


def thread(days: tuple[str, ...], furniture: int = 0) -> bytes:
    """A thread as a browser saves it: each post shows its day and holds its hour."""
    posts = "".join(
        f"<article><div><a><span>Jo Dahl</span></a><div><span>@jodahl</span>·"
        f'<time datetime="{day}T14:20:05.000Z">Some day</time></div></div>'
        f"<div>{words}</div><div><button>12</button><button>40</button></div></article>"
        for day, words in zip(days, WORDS, strict=True)
    )
    aside = "".join(f"<div>Trend {number}</div>" for number in range(furniture))
    page = "<title>(3) Jo Dahl on Z: the river / Z</title><h1>Conversation</h1>"
    return f"<html><body>{page}<main>{posts}</main><aside>{aside}</aside></body></html>".encode()


def kinds(raw: RawDocument) -> list[tuple[SegmentKind, str]]:
    return [(s.kind, raw.text[s.span.start : s.span.end].strip()) for s in segment(raw.text, raw.origin.labels)]


def test_messages_of_an_exported_chat_stand_under_their_own_stamps() -> None:
    raw = read_html(
        chat(("13.11.2023 19:42:10 UTC+01:00", "13.11.2023 21:05:33 UTC+01:00", "14.11.2023 09:31:00")), "a"
    )
    told = [words for kind, words in kinds(raw) if kind is SegmentKind.UPDATE]
    assert told[0] == f"2023-11-13 19:42 +01:00 River Watch: {WORDS[0]}"
    assert told[2] == f"2023-11-14 09:31 River Watch: {WORDS[2]}"
    context = publication_context(raw.text, segment(raw.text, raw.origin.labels), ContextOptions(), raw.origin)
    assert context.published is not None
    assert context.evidence[0].where == "the last message"


def test_a_chat_has_the_name_at_its_top_as_title_and_not_that_of_the_export() -> None:
    raw = read_html(chat(("13.11.2023 19:42:10", "13.11.2023 21:05:33", "14.11.2023 09:31:00")), "a")
    assert raw.origin.title == ""
    assert (SegmentKind.HEADLINE, "River Watch Halm") in kinds(raw)


def test_posts_of_a_thread_are_updates_whatever_stands_around_them() -> None:
    for furniture in (0, 60):
        raw = read_html(thread(("2023-11-14", "2023-11-14", "2023-11-15"), furniture), "a")
        told = [words for kind, words in kinds(raw) if kind is SegmentKind.UPDATE]
        assert [words.partition(" Jo Dahl: ")[::2] for words in told] == [
            (f"2023-11-{day} 14:20 UTC", words) for day, words in zip((14, 14, 15), WORDS, strict=True)
        ]
        assert raw.origin.title == "Jo Dahl on Z: the river / Z"


def test_an_article_among_dated_teasers_stays_an_article() -> None:
    story = "".join(f"<p>{words} {words} {words}</p>" for words in WORDS)
    cards = "".join(
        f'<article><h3>{words[:30]}</h3><time datetime="2023-11-0{day}T10:00:00Z">1 Nov</time></article>'
        for day, words in enumerate(WORDS, 1)
    )
    stamp = '<time datetime="2023-11-15T10:00:00Z">15 November</time>'
    page = f"<html><body><h1>The river rose</h1><article>{stamp}{story}</article>{cards}</body></html>"
    raw = read_html(page.encode(), "a")
    assert not any(kind is SegmentKind.UPDATE for kind, _ in kinds(raw))
    assert "15 November" in raw.text


def test_the_posts_of_a_blogs_front_page_are_each_of_their_own_day() -> None:
    posts = "".join(
        f"<div><h2><span>Monday, May {day}, 2010</span></h2><h3>Post {day}</h3><div>{words}</div>"
        f'<div>Posted at <abbr title="2010-05-0{day}T18:20:00+01:00">6:20 PM</abbr></div></div>'
        for day, words in enumerate(WORDS, 3)
    )
    raw = read_html(f"<html><title>North Bank</title><body><div>{posts}</div></body></html>".encode(), "a")
    told = [words for kind, words in kinds(raw) if kind is SegmentKind.UPDATE]
    assert [words[:24] for words in told] == [f"2010-05-0{day} 18:20 +01:00 "[:24] for day in (3, 4, 5)]
    assert all(words in one for words, one in zip(WORDS, told, strict=True))
