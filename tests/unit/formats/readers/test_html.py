"""A page's whole visible text is kept; its structure says what is what, its markup when it was published."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers.dispatch import read_bytes
from timeline_app.formats.readers.html_page import MAX_MARKUP, read_html, read_markup
from timeline_app.model.document_text import RawDocument
from timeline_app.model.source import SegmentKind

PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Mill burns down | Vale Post</title>
<meta property="og:title" content="Mill burns down"><meta property="og:site_name" content="Vale Post">
<link rel="canonical" href="https://vale.example/2021/03/12/mill">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Vale Post"},
{"@type":"NewsArticle","headline":"Mill burns down","datePublished":"2021-03-12T09:30:00+01:00",
"dateModified":"2021-03-13T08:00:00+01:00","author":[{"@type":"Person","name":"Ida Holm"}]}]}</script>
<script>document.write("<p>never seen</p>")</script><style>p { color: red }</style></head>
<body class="has-sidebar"><header><nav><ul><li>Home</li><li>News</li></ul></nav></header>
<div id="cookie-banner"><p>We use cookies so that this page works better for you and all who read it.</p>
<button>Accept</button></div>
<div class="content-sidebar-wrap"><article><h1>Mill burns down</h1>
<p class="lead">A fire has destroyed the old mill of Arden, the brigade said.</p>
<div class="byline">By Ida Holm <time datetime="2021-03-12T09:30+01:00">12 March 2021, 09:30</time></div>
<div class="share-bar"><a>Facebook</a> <a>X</a></div>
<figure><img src="http://vale.invalid/x.png" alt="mill">
<figcaption>The mill in May 2019. Photo: A. Bec</figcaption></figure>
<p>The mill of <a href="http://vale.invalid/arden">Arden</a> burned down on Thursday night, and nobody was hurt in the
fire, the brigade said.</p><p>It was built in 1874 and had been empty since last summer, when its owner moved to the
coast.<br>Police are looking for two witnesses.</p>
<blockquote class="pullquote">nobody was hurt in the fire</blockquote>
<blockquote><p>We are very sad about the loss of a house that all of us have known since we were small.</p></blockquote>
<table><tr><th>Year</th><th>Fire</th></tr><tr><td>1911</td><td>roof</td></tr></table>
<p>The ruin will be pulled down next week, the owner told the Vale Post on the telephone from the coast.</p>
<aside class="related"><h3>Related</h3><ul><li>Barn burned on 4 May 2020</li></ul></aside></article>
<div id="sidebar"><p>Most read: the king was crowned on 1 January 2001 in a large church with many people.</p></div>
</div>
<section id="comments"><h3>1 Comment</h3><p>tom: I saw it happen yesterday, they lie.</p></section>
<footer>© 2021 Vale Post. All rights reserved.</footer><div style="display:none">Unseen words</div></body></html>"""


def roles(raw: RawDocument) -> dict[str, SegmentKind | None]:
    """The role of each line of the text."""
    found: dict[str, SegmentKind | None] = {}
    start = 0
    for line in raw.text.split("\n"):
        labels = (s.kind for s in raw.origin.labels if s.span.start <= start < s.span.end)
        found[line] = next(labels, None)
        start += len(line) + 1
    return found


@pytest.fixture(scope="module")
def page() -> RawDocument:
    return read_html(PAGE.encode(), "mill.html")


def test_every_visible_word_is_kept_and_no_code(page: RawDocument) -> None:
    assert "never seen" not in page.text
    assert "color" not in page.text
    for words in (
        "Home",
        "We use cookies",
        "It was built in 1874",
        "All rights reserved",
        "tom: I saw",
        "Unseen words",
    ):
        assert words in page.text
    assert "the fire, the brigade said." in page.text  # a line break in the markup is a blank
    assert "coast.\nPolice" in page.text  # <br> is not
    assert "Year\tFire\n1911\troof" in page.text


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Home", SegmentKind.BOILERPLATE),
        ("We use cookies so that this page works better for you and all who read it.", SegmentKind.BOILERPLATE),
        ("Mill burns down", SegmentKind.HEADLINE),
        ("A fire has destroyed the old mill of Arden, the brigade said.", None),
        ("By Ida Holm 12 March 2021, 09:30", SegmentKind.BOILERPLATE),
        ("Facebook X", SegmentKind.BOILERPLATE),
        ("The mill in May 2019. Photo: A. Bec", SegmentKind.CAPTION),
        ("Police are looking for two witnesses.", None),
        ("nobody was hurt in the fire", SegmentKind.BOILERPLATE),
        (
            "We are very sad about the loss of a house that all of us have known since we were small.",
            SegmentKind.QUOTE,
        ),
        ("1911\troof", None),
        ("Barn burned on 4 May 2020", SegmentKind.BOILERPLATE),
        (
            "Most read: the king was crowned on 1 January 2001 in a large church with many people.",
            SegmentKind.BOILERPLATE,
        ),
        ("tom: I saw it happen yesterday, they lie.", SegmentKind.COMMENT),
        ("© 2021 Vale Post. All rights reserved.", SegmentKind.BOILERPLATE),
        ("Unseen words", SegmentKind.BOILERPLATE),
    ],
)
def test_the_structure_says_what_is_what(page: RawDocument, line: str, role: SegmentKind | None) -> None:
    assert roles(page)[line] is role


def test_what_the_page_says_of_itself_is_quoted_with_its_place(page: RawDocument) -> None:
    origin = page.origin
    assert (origin.title, origin.author, origin.publisher) == ("Mill burns down", "Ida Holm", "Vale Post")
    assert (origin.url, origin.language) == ("https://vale.example/2021/03/12/mill", "en-GB")
    best, beside, changed = origin.evidence
    assert (best.value, "JSON-LD" in best.where, best.confidence > 0.9) == ("2021-03-12T09:30:00+01:00", True, True)
    assert beside.where == "the time beside the headline"
    assert ("changed" in changed.where, changed.confidence < 0.6) == (True, True)


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ('<meta property="article:published_time" content="2021-03-12T09:30:00Z">', "2021-03-12T09:30:00Z"),
        ('<meta name="pubdate" content="20210312">', "20210312"),
        ('<meta name="DC.date.issued" content="2021-03-12">', "2021-03-12"),
        ('<meta itemprop="datePublished" content="2021-03-12">', "2021-03-12"),
        ('<h1>x</h1><time itemprop="datePublished" datetime="2021-03-12">Friday</time>', "2021-03-12"),
        ("<h1>x</h1><time pubdate>12 March 2021</time>", "12 March 2021"),
    ],
)
def test_a_date_is_read_wherever_pages_put_it(markup: str, value: str) -> None:
    raw = read_html(f"<html><head></head><body>{markup}<p>It burned.</p></body></html>".encode(), "a.html")
    assert (raw.origin.evidence[0].field, raw.origin.evidence[0].value) == ("published", value)
    assert raw.origin.evidence[0].confidence >= 0.75


def test_the_dates_of_other_stories_are_not_the_pages(page: RawDocument) -> None:
    listed = '<h1>Mill</h1><p>It burned.</p><aside><time datetime="2001-01-01">then</time></aside>'
    raw = read_html(f"<html><body>{listed}</body></html>".encode(), "a.html")
    assert all(e.confidence < 0.5 for e in raw.origin.evidence)


def test_several_articles_in_the_metadata_are_no_sure_date() -> None:
    items = ",".join(
        f'{{"@type":"NewsArticle","headline":"Story {n}","datePublished":"2021-03-{n:02d}"}}' for n in (1, 2, 3)
    )
    script = f'<script type="application/ld+json">[{items}]</script>'
    raw = read_html(f"<title>Front page</title>{script}<p>News of all kinds.</p>".encode(), "a.html")
    assert all(e.confidence <= 0.5 for e in raw.origin.evidence)


@pytest.mark.parametrize(
    ("markup", "encoding"),
    [
        ('<meta charset="iso-8859-1"><p>Größe “quoted”</p>', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>Мельница сгорела</p>', "cp1251"),
        ('<?xml version="1.0" encoding="shift_jis"?><html><p>火事</p></html>', "shift_jis"),
        ("<p>Größe</p>", "utf-8"),
        ("<p>Größe</p>", "utf-16"),
    ],
)
def test_the_declared_encoding_is_believed_as_browsers_do(markup: str, encoding: str) -> None:
    text = read_html(markup.encode(encoding), "a.html").text
    assert text in ("Größe “quoted”", "Мельница сгорела", "火事", "Größe")


@pytest.mark.parametrize("declared", ["utf-7", "rot13", "zip", "unicode_escape", "nonsense", "idna"])
def test_an_encoding_that_is_none_is_not_believed(declared: str) -> None:
    raw = read_html(f'<meta charset="{declared}"><p>Plain +ADw-words</p>'.encode(), "a.html")
    assert raw.text == "Plain +ADw-words"


def test_a_wrapper_with_a_telling_name_hides_nothing() -> None:
    story = "".join(f"<p>Sentence number {n} of the story, which is told at some length here.</p>" for n in range(20))
    raw = read_html(f'<body class="sidebar"><form id="newsletter-popup">{story}</form></body>'.encode(), "a.html")
    assert not raw.origin.labels


def test_pictures_inside_the_page_do_not_count_as_its_length() -> None:
    picture = "data:image/png;base64," + "A" * (MAX_MARKUP + 10)
    raw = read_html(f'<p>The mill burned.</p><img src="{picture}">'.encode(), "a.html")
    assert raw.text == "The mill burned."
    with pytest.raises(FormatError, match="longer than 5 MB"):
        read_html(b"<p>" + b"word " * (MAX_MARKUP // 4), "a.html")


def test_tags_nested_two_hundred_thousand_deep_still_give_their_text() -> None:
    raw = read_html(b"<div>" * 200_000 + b"The mill burned." + b"</div>" * 200_000, "a.html")
    assert "The mill burned." in raw.text


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(FormatError, match="no text"):
        read_html(b"<html><body><script>app()</script></body></html>", "app.html")


def test_each_post_of_a_live_blog_is_a_section() -> None:
    posts = "".join(
        f'<article itemprop="liveBlogUpdate"><time>1{n}:00</time><p>Gate {n} opened.</p><p>It is dry.</p></article>'
        for n in (3, 2)
    )
    raw = read_html(
        f"<h1>Storm Oda, as it happened</h1><main>{posts}</main><p>{'It was over. ' * 20}</p>".encode(), "a.html"
    )
    updates = [raw.text[s.span.start : s.span.end] for s in raw.origin.labels if s.kind is SegmentKind.UPDATE]
    assert updates == ["13:00\n\nGate 3 opened.\n\nIt is dry.", "12:00\n\nGate 2 opened.\n\nIt is dry."]


def test_a_text_file_that_is_a_page_is_read_as_one() -> None:
    raw = read_bytes(b"\n <!-- x --><!DOCTYPE html><html><p>The mill burned.</p>", "page.txt")
    assert (raw.origin.kind, raw.text) == ("html", "The mill burned.")


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class=comment>", "</div>", "<table><tr><td>", "</td>", "<script>", "</script>", "<h1>",
     "<br>", "<!--", "-->", "<svg>", "<li>", "<blockquote>", "&#0;", "&#xD800;", "\0", "<pre>", "<time datetime=2020>",
     '<script type="application/ld+json">{"@type":"Article","datePublished":[1]}</script>', "<meta charset=utf-7>"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(TAGS | st.text(max_size=20), max_size=20).map("".join))
def test_any_markup_is_a_page_or_a_sentence(markup: str) -> None:
    with contextlib.suppress(FormatError):
        raw = read_html(markup.encode("utf-8", "surrogatepass"), "a.html")
        assert raw.text.strip()
        ends = [0, *(end for s in raw.origin.labels for end in (s.span.start, s.span.end)), len(raw.text)]
        assert ends == sorted(ends)


def test_columns_of_an_old_page_are_texts_of_their_own_and_its_first_line_is_the_headline() -> None:
    menu = "<td><a>Front page</a><br><a>World</a><br><a>Sports</a><br><a>Opinion</a><br><a>Archive</a></td>"
    lead = "When the river came over the wall on Sunday night, Ana Costa stayed in the house that she was born in. "
    column = f"<td><font><b>The Baker Who Stayed</b></font><br>By Rui Melo<br>March 7, 2002<p>{lead * 2}<p>{lead}</td>"
    page = f"<title>The Baker Who Stayed - Evening Post</title><table><tr>{menu}{column}</tr></table>"
    raw = read_html(page.encode(), "old.htm")
    assert "Archive\n\nThe Baker Who Stayed\n\nBy Rui Melo\nMarch 7, 2002\n\n" in raw.text
    [headline] = [raw.text[s.span.start : s.span.end] for s in raw.origin.labels if s.kind is SegmentKind.HEADLINE]
    assert headline == "The Baker Who Stayed"


def test_a_table_of_facts_keeps_its_cells_on_one_line() -> None:
    rows = "<tr><th>Date</th><td>17 April<br>1987</td></tr><tr><th>Deaths</th><td>4</td></tr>"
    raw = read_html(
        f"<body><table>{rows}</table><p>Four people drowned in the town that night.</p></body>".encode(), "a"
    )
    assert "Deaths\t4" in raw.text


def test_a_copy_in_the_web_archive_is_the_page_that_it_is_of() -> None:
    head = '<title>Ferry sinks</title><link rel="canonical" href="https://web.archive.org/web/20190312101214/https://a.example/x">'
    raw = read_html(f"<html><head>{head}</head><body><h1>Ferry sinks</h1><p>It sank.</p></body></html>".encode(), "a")
    assert raw.origin.url == "https://a.example/x"
    assert [(e.field, e.value) for e in raw.origin.evidence] == [("captured", "2019-03-12")]


def test_the_time_beside_the_title_counts_where_the_title_is_a_link() -> None:
    time = '<time datetime="2024-03-02T06:02:11+00:00">2 years ago</time>'
    page = f"<title>Explosion at the depot? : osta</title><p><a>Explosion at the depot?</a></p><p>by north {time}</p>"
    [evidence] = read_html(f"<html>{page}<p>Heard two bangs.</p></html>".encode(), "a").origin.evidence
    assert (evidence.value, evidence.where) == ("2024-03-02T06:02:11+00:00", "the time beside the headline")


def test_what_only_styles_keep_apart_is_apart() -> None:
    markup = (
        "<h1>Talks in Salva end</h1>"
        "<p><span class='sr-only'>Published On 11 March 2016</span><span>11 March 2016</span></p>"
        "<p><span>March 11, 2016</span><a href='/desk'>The Night Desk</a></p>"
        "<p>Shelling stopped in 2013.<sup><a href='#n4'>4</a></sup> A room of 20 m<sup>2</sup> and the "
        "<b>M</b><i>aries</i>.</p>"
    )
    text = read_html(markup.encode(), "a.html").text
    assert "Published On 11 March 2016 11 March 2016" in text
    assert "March 11, 2016 The Night Desk" in text
    assert "in 2013.[4] A room of 20 m2 and the Maries." in text


def test_the_blanks_of_an_indented_page_are_no_lost_words() -> None:
    indented = "".join(f"{' ' * 80}\n<div>\n{' ' * 80}<span>\n{' ' * 60}</span></div>\n" for _ in range(200))
    markup = (
        f'<html><body><h1>Ferry aground off Salva</h1>{indented}<p data-more="<p>{"x " * 4000}">It sank.</p></body>'
    )
    document = read_markup(markup, "page.html", "")
    assert document.warnings == ()
    assert any(label.kind is SegmentKind.HEADLINE for label in document.origin.labels)
