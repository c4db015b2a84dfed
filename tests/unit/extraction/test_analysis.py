"""One text goes in; its context, times and dated mentions come out, with and without the language model."""

import importlib
from functools import cache

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, SourceAnalysis, analyse
from timeline_app.extraction.pipeline import Pipeline, load_pipeline
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import DAY, HOUR, MINUTE, day_number
from timeline_app.model.source import DocumentKind, SegmentKind
from timeline_app.model.time_value import TimeValue
from timeline_app.resources import resource

STORY = (
    "Ferry stops after collision\n\n"
    "Rebels shelled the harbour of Velden last Friday. The ferry will sail again on Monday, the operator said. "
    "It was built in 1978 and carried 900 people in May.\n\n"
    "View all comments\nzed\nThey also shelled it last Saturday."
)


@cache
def _pipeline() -> Pipeline:
    return load_pipeline()


def analysed(text: str, pipeline: Pipeline | None = None, **options: object) -> SourceAnalysis:
    request = AnalysisRequest("s", "report.txt", text, **options)  # type: ignore[arg-type]
    return analyse(request, pipeline or _pipeline())


def readings(analysis: SourceAnalysis) -> dict[str, str]:
    return {e.phrase: e.reading.value for e in analysis.expressions if e.reading}


def sample(name: str) -> str:
    return resource("sample", name).read_text(encoding="utf-8")


@pytest.mark.parametrize("times_only", [False, True])
def test_phrases_are_read_against_the_publication_date(times_only: bool) -> None:
    found = readings(analysed(STORY, published="2018-05-30", times_only=times_only))
    assert found["last Friday"] == "2018-05-25"
    assert found["Monday"] == "2018-06-04"
    assert found["1978"] == "1978"
    assert found["May"] == "2018-05"


def test_times_are_found_all_over_the_text_and_events_in_the_story_alone() -> None:
    analysis = analysed(STORY, published="2018-05-30")
    assert "last Saturday" in readings(analysis)
    comment = next(s.span for s in analysis.source.segments if s.kind is SegmentKind.COMMENT)
    dated = [m for m in analysis.mentions if m.time is not None]
    assert any(m.lemma == "shell" and m.time == TimeValue.day(2018, 5, 25) for m in dated)
    assert not any(comment.contains(m.head) and m.salient for m in dated)


def test_without_a_publication_date_relative_phrases_wait_and_the_reader_is_told() -> None:
    analysis = analysed(STORY)
    friday = next(e for e in analysis.expressions if e.phrase == "last Friday")
    assert friday.time is None
    assert readings(analysis)["1978"] == "1978"
    assert any("publication date" in warning for warning in analysis.warnings)


def test_the_source_keeps_its_text_title_and_context() -> None:
    text = sample("agency-report.txt")
    source = analysed(text).source
    minute = day_number(2024, 4, 18) * DAY + 12 * HOUR + 40 * MINUTE
    assert source.text == text
    assert source.title == "Thousands leave valley as engineers race to save Tarvian dam"
    assert source.author == "Ilka Moren"
    assert source.context.published == TimeValue.instant(minute, zone="UTC", offset=0)
    assert source.publisher == "Northern Wire"
    assert source.context.place == "Brenn"
    assert source.context.document_kind is DocumentKind.NEWS


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        ("Dam leaks in the valley\n\nThe Kellin Courier\nThursday, 18 April 2024\n\n", "The Kellin Courier"),
        ("Border Gazette\n18 April 2024\n\nDam leaks in the eastern valley\n\n", "Border Gazette"),
        ("Dam leaks in the valley\n\nBRENN, 18 April 2024 (Northern Wire) — ", "Northern Wire"),
        ("Minister Slams Press\n\n18 April 2024\n\n", ""),
        ("Skip to content\n\nDam Bursts In Kellin\n\n18 April 2024\n\n", ""),
    ],
)
def test_the_publisher_is_read_where_pages_name_it(page: str, publisher: str) -> None:
    story = "Engineers opened the third spillway gate of the dam on Thursday to draw down the full reservoir."
    assert analysed(page + story, times_only=True).source.publisher == publisher


def test_the_publisher_may_stand_in_the_copyright_line() -> None:
    story = "Engineers opened the third spillway gate of the dam on Thursday to draw down the full reservoir."
    page = f"Dam leaks\n\n18 April 2024\n\n{story}\n\n© 2024 Meridian News. All rights reserved.\n"
    assert analysed(page, times_only=True).source.publisher == "Meridian News"


def test_the_sample_reports_make_a_timeline_of_all_kinds() -> None:
    mentions = [m for name in ("agency-report.txt", "local-paper.txt") for m in analysed(sample(name)).mentions]
    dated = [m for m in mentions if m.time is not None and m.salient]
    assert len(dated) >= 12
    assert {Modality.HAPPENED, Modality.PLANNED, Modality.DENIED} <= {m.modality for m in dated}
    opened = [m for m in dated if "opened two spillway gates" in m.title]
    assert [m.time for m in opened] == [opened[0].time] * 2


def test_fast_and_full_reading_agree_on_the_samples() -> None:
    for name in ("agency-report.txt", "local-paper.txt"):
        full = readings(analysed(sample(name)))
        assert readings(analysed(sample(name), times_only=True)) == full


def test_rules_alone_still_read_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    degraded = load_pipeline()
    assert degraded.degraded
    monkeypatch.undo()
    analysis = analysed(STORY, degraded, published="2018-05-30")
    assert readings(analysis)["last Friday"] == "2018-05-25"
    assert readings(analysis)["Monday"] == "2018-06-04"
    assert readings(analysed(STORY, degraded, published="2018-05-30", times_only=True)) == readings(analysis)


@pytest.mark.parametrize("text", ["", " \n", "\0", "\ud800", "UPDATE 1330 GMT:", "👩‍🚀" * 50, "Friday " * 300])
def test_no_text_of_any_kind_stops_an_analysis(text: str) -> None:
    for times_only in (False, True):
        assert analysed(text, published="2018-05-30", times_only=times_only).source.text == text
