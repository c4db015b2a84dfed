"""The exported picture: whole, readable and bounded, whatever the document holds."""

import time
from dataclasses import replace

import defusedxml.ElementTree
import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage

from timeline_app.formats.errors import FormatError
from timeline_app.gui.palette import DARK, LIGHT
from timeline_app.gui.timeline.ink import Ink
from timeline_app.gui.timeline.picture import PictureOptions, frame_with_labels
from timeline_app.gui.timeline.picture_files import draw, write_picture
from timeline_app.gui.timeline.scene import Scene
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY, day_number
from timeline_app.model.change import Insert, ProjectSettings, Replace
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, SourceLink
from timeline_app.model.source import PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

pytestmark = pytest.mark.usefixtures("qapp")


def document_of(*times: TimeValue | None) -> TimelineDocument:
    document = TimelineDocument()
    for number, value in enumerate(times):
        document.apply(Insert(Event(f"e{number}", f"Something happens, number {number}", resolved=value)))
    return document


def colours(image: QImage) -> set[str]:
    """The colours on a grid of points."""
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize(
    "times",
    [
        (),
        (None,),
        (TimeValue.day(2024, 2, 29),),
        (TimeValue.instant(0), TimeValue.instant(60)),
        (TimeValue.year(-9000), TimeValue.day(2024, 2, 29)),
        (TimeValue.day(2024, 2, 29).since(), TimeValue.day(2024, 3, 1).until()),
    ],
    ids=["no events", "only undated", "one", "a minute apart", "thousands of years apart", "only open ends"],
)
def test_any_document_gives_a_picture_of_its_width(times, tmp_path):
    path = tmp_path / "out.png"
    write_picture(document_of(*times), path, PictureOptions(width=900))
    image = QImage(str(path))
    assert image.width() == 900
    assert 150 < image.height() < 900
    drawn = any(value is not None for value in times)
    bar = Ink(LIGHT).mix(LIGHT.category(0), 0.62).name()
    assert (bar in colours(image)) or not drawn or all(v.earliest_start is None or v.latest_end is None for v in times)
    assert [p.name for p in tmp_path.iterdir()] == ["out.png"]


def test_light_by_default_and_dark_on_request():
    document = document_of(TimeValue.day(2024, 2, 29))
    assert draw(document).pixelColor(2, 2).name() == LIGHT.background
    assert draw(document, PictureOptions(dark=True)).pixelColor(2, 2).name() == DARK.background


def test_a_given_size_is_kept():
    document = document_of(*(TimeValue.day(2024, 2, day) for day in range(1, 29)))
    for height in (300, 2000):
        image = draw(document, PictureOptions(width=1000, height=height))
        assert (image.width(), image.height()) == (1000, height)


def test_every_label_of_a_readable_timeline_is_drawn_whole():
    days = (TimeValue.days(day_number(2024) + 9 * n, day_number(2024) + 9 * n + n % 4) for n in range(40))
    document = document_of(*days)
    ink = Ink(LIGHT)
    scene = Scene(document, with_dates=True, max_tracks=40)
    frame = frame_with_labels(scene, ink, 1400.0)
    assert len(frame.slots) == 40
    for slot in frame.slots:
        assert slot.width >= scene.facts.label_width(ink, slot.event) - 1e-6
        assert slot.x >= 0
        assert slot.x + slot.width <= frame.view.width


def test_events_of_one_day_all_stand_in_a_picture_with_their_words(tmp_path):
    path = tmp_path / "crowd.pdf"
    write_picture(document_of(*[TimeValue.day(2024, 2, 29)] * 180, TimeValue.year(1950)), path)
    text = PdfReader(path).pages[0].extract_text()
    assert all(f"number {number} " in text.replace("\n", " ") for number in range(181))
    assert "Gathered" not in text


def shapes(path):
    """What is filled or drawn along lines in a PDF, operator by operator."""
    return PdfReader(path).pages[0].get_contents().get_data().split()


def test_many_events_keep_their_looks_and_all_their_words(tmp_path):
    """A picture has time: no event is reduced to a bare bar, or robbed of its label, because there are others."""
    document = TimelineDocument()
    title = "A rather long title of an event that a careful analyst wrote, with all that matters in it"
    for number in range(450):
        day = TimeValue.days(day_number(1990) + 11 * number, day_number(1990) + 11 * number)
        planned = Modality.PLANNED if number % 2 else Modality.DENIED
        document.apply(Insert(Event(f"e{number:03}", f"{title} {number}.", resolved=day, modality=planned)))
    write_picture(document, tmp_path / "many.pdf")
    text = " ".join(PdfReader(tmp_path / "many.pdf").pages[0].extract_text().split())
    missing = [number for number in range(450) if f"matters in it {number}." not in text]
    assert missing == []
    assert "…" not in text
    assert shapes(tmp_path / "many.pdf").count(b"S") > 200, "planned ones are outlined"


def test_a_label_too_long_for_any_page_is_told_below(tmp_path):
    document = document_of(TimeValue.day(2024, 2, 29), TimeValue.day(2024, 3, 29))
    long = "word " * 120 + "end of it"
    document.apply(Insert(Event("long", long, resolved=TimeValue.day(2024, 3, 15))))
    write_picture(document, tmp_path / "long.pdf", PictureOptions(width=900))
    text = " ".join(PdfReader(tmp_path / "long.pdf").pages[0].extract_text().split())
    assert f"In full: {long} · 15 March 2024" in text


LONG_NAMES = (
    "Short",
    "The Northern Provincial Courier and Evening Advertiser, late edition for the harbour towns",
    "x" * 500,
    "Ministry of Foreign Affairs: " + "on the state of the talks about the border crossing, " * 8 + "the end",
)


def document_of_long_names() -> TimelineDocument:
    """Sources, titles and a heading that are wider than a page."""
    document, first = TimelineDocument(), day_number(2024)
    for number, name in enumerate(LONG_NAMES):
        published = TimeValue.days(first + 40 + number, first + 40 + number)
        context = PublicationContext(published=published)
        document.apply(Insert(Source(f"s{number}", "a.txt", name, "text", "0", context, position=number)))
    for number in range(24):
        day = first + 7 * number % 80
        title = f"Minister {number} resigns over the loan affair, and the cabinet asks for a vote of confidence"
        modality = Modality.PLANNED if number % 3 else Modality.HAPPENED
        document.apply(Insert(Event(f"e{number}", title, resolved=TimeValue.days(day, day), modality=modality)))
        document.apply(Insert(SourceLink(f"l{number}", f"e{number}", f"s{number % 4}", Span(0, 4))))
    document.apply(Replace(ProjectSettings(title="A chronology of the talks in the spring " * 9 + "of 2024")))
    return document


@pytest.mark.parametrize("width", [480, 700, 1100, 2400])
def test_no_word_of_a_picture_is_cut_at_any_size(width, tmp_path):
    document, path = document_of_long_names(), tmp_path / "long.pdf"
    write_picture(document, path, PictureOptions(width=width))
    page = PdfReader(path).pages[0]
    text = "".join(page.extract_text().split())
    names = [source.title for source in document.sources.values()]
    titles = [event.title for event in document.events.values()]
    legend = ["certain", "planned", "a source was published", "suggested, not reviewed"]
    missing = [words for words in (*names, *titles, *legend, document.settings.title) if squeezed(words) not in text]
    assert missing == []
    assert "…" not in text


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("width", [480, 1100])
@pytest.mark.parametrize("kind", ["png", "svg"])
def test_nothing_reaches_into_the_margins_of_a_picture(kind, width, tmp_path):
    path = tmp_path / f"long.{kind}"
    write_picture(document_of_long_names(), path, PictureOptions(width=width))
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    high, wide = image.height(), image.width()
    pixels = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(high, wide)
    assert len(np.unique(pixels)) > 10, "something is drawn"
    pixels = pixels.copy()
    pixels[8 : high - 8, 8 : wide - 8] = image.pixel(0, 0)
    assert set(np.unique(pixels).tolist()) == {QColor(LIGHT.background).rgb()}


def test_what_is_gathered_in_a_picture_is_counted(tmp_path):
    path = tmp_path / "crowd.pdf"
    write_picture(document_of(*[TimeValue.day(2024, 2, 29)] * 1_200, TimeValue.year(1950)), path)
    assert "Gathered under their number: 1,200" in PdfReader(path).pages[0].extract_text()


def test_labels_tell_the_date_as_it_is_known():
    document = document_of(TimeValue.month(2018, 5))
    scene = Scene(document, with_dates=True)
    assert scene.facts.label(0)[1] == " · May 2018"


def test_titles_are_shown_as_text_not_markup():
    document = document_of(TimeValue.day(2024, 2, 29))
    plain = document.events["e0"]
    document.apply(Replace(replace(plain, title="<h1>big</h1> <img src=x>")))
    document.apply(Replace(ProjectSettings(title="<b>bold</b>")))
    assert draw(document).height() < 300


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FormatError, match="nowhere"):
        write_picture(document_of(), tmp_path / "nowhere" / "out.png")


def test_many_thousand_events_take_bounded_time_and_size():
    first = day_number(1990)
    days = (TimeValue.days(first + (n * 7919) % 12_000, first + (n * 7919) % 12_000 + n % 5) for n in range(20_000))
    document = document_of(*days)
    begin = time.monotonic()
    image = draw(document)
    assert time.monotonic() - begin < 20
    assert image.width() * image.height() < 61_000_000


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_any_document_can_leave_in_every_kind(kind, tmp_path):
    for number, document in enumerate((document_of(), document_of(TimeValue.day(2024, 2, 29).since()))):
        path = tmp_path / f"{number}.{kind}"
        write_picture(document, path)
        assert path.stat().st_size > 1_000


def test_dots_to_the_inch_make_a_finer_picture_of_the_same_size():
    document = document_of(TimeValue.day(2024, 2, 29))
    coarse, fine = draw(document, PictureOptions(width=800)), draw(document, PictureOptions(width=800, dpi=288))
    assert (fine.width(), fine.height()) == (3 * coarse.width(), 3 * coarse.height())
    assert fine.dotsPerMeterX() == round(288 / 0.0254)


def test_a_pdf_holds_its_words_as_text_in_an_embedded_typeface(tmp_path):
    path = tmp_path / "out.pdf"
    write_picture(document_of(TimeValue.day(2024, 2, 29)), path, PictureOptions(width=960, title="The ferry case"))
    reader = PdfReader(path)
    (page,) = reader.pages
    assert "Something happens, number 0" in page.extract_text()
    assert float(page.mediabox.width) == pytest.approx(720, abs=1)
    assert reader.metadata is not None
    assert reader.metadata.title == "The ferry case"
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in fonts]
    assert descriptors
    assert all("/FontFile2" in found or "/FontFile3" in found for found in descriptors)


def test_an_svg_needs_no_typeface_and_runs_nothing(tmp_path):
    path = tmp_path / "out.svg"
    document = document_of(TimeValue.day(2024, 2, 29))
    document.apply(Replace(ProjectSettings(title="<script>alert(1)</script>")))
    write_picture(document, path)
    root = defusedxml.ElementTree.parse(path).getroot()
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert "path" in names
    assert not names & {"script", "text", "foreignObject", "image"}


def test_a_period_shows_what_lies_in_it(tmp_path):
    day = day_number(2024, 2, 29)
    document = document_of(TimeValue.day(2024, 2, 29), TimeValue.day(2024, 3, 9), TimeValue.year(2024))
    path = tmp_path / "out.pdf"
    write_picture(document, path, PictureOptions(period=((day - 3) * DAY, (day + 3) * DAY)))
    text = PdfReader(path).pages[0].extract_text()
    assert "number 0" in text
    assert "number 1" not in text
    assert "number 2" in text
