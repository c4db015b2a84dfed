"""A text in another language than English: times by its grammar, events by rules, and what is said of that."""

from typing import NoReturn

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, SourceAnalysis, analyse
from timeline_app.extraction.pipeline import Pipeline
from timeline_app.extraction.reanchor import reanchor
from timeline_app.model.annotation import Modality
from timeline_app.model.calendar import day_number
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue

STORY = (
    "Brand in Lagerhalle\n\n"
    "Am Freitagabend brach in einer Lagerhalle 😀 ein Feuer aus. Das Gebäude war am 14. Oktober 2016 von\n"
    "Dr. Vogel eröffnet worden. Der Bürgermeister wird am kommenden Dienstag den Ort besuchen.\n\n"
    "Bis zum 3. Mai wurde dort nicht gearbeitet. „Das Gutachten wurde gestern verworfen“, sagte er."
)


class NoPipeline(Pipeline):
    """A language model that no text of another language may reach."""

    def __init__(self) -> None:
        super().__init__(self._never)

    @staticmethod
    def _never() -> NoReturn:
        raise AssertionError("the language model was asked for")


def analysed(text: str, language: str, times_only: bool = False) -> SourceAnalysis:
    request = AnalysisRequest(
        "s", "a.txt", text, "2018-05-28", "Europe/Berlin", language=language, times_only=times_only
    )
    return analyse(request, NoPipeline())


def readings(analysis: SourceAnalysis) -> dict[str, str]:
    return {e.phrase: e.reading.value for e in analysis.expressions if e.reading}


@pytest.mark.parametrize("language", ["de", "de-AT", "DE", "deu"])
def test_german_times_are_read_at_their_code_points(language: str) -> None:
    analysis = analysed(STORY, language, times_only=True)
    assert readings(analysis) == {
        "Freitagabend": "2018-05-25TEV",
        "14. Oktober 2016": "2016-10-14",
        "kommenden Dienstag": "2018-05-29",
        "3. Mai": "2018-05-03",
        "gestern": "2018-05-27",
    }
    assert all(STORY[e.span.start : e.span.end] == e.phrase for e in analysis.expressions)
    assert analysis.warnings == ()
    assert [e.in_quote for e in analysis.expressions] == [False, False, False, False, True]


def test_each_dated_german_sentence_is_an_event() -> None:
    analysis = analysed(STORY, "de")
    found = [(m.modality, m.time.first_day if m.time else None) for m in analysis.mentions]
    assert found == [
        (Modality.HAPPENED, day_number(2018, 5, 25)),
        (Modality.HAPPENED, day_number(2016, 10, 14)),
        (Modality.PLANNED, day_number(2018, 5, 29)),
        (Modality.DENIED, None),
        (Modality.HAPPENED, day_number(2018, 5, 27)),
    ]
    heads = [STORY[m.head.start : m.head.end] for m in analysis.mentions]
    assert heads[:2] == ["brach", "eröffnet"]
    assert analysis.mentions[4].title == "„Das Gutachten wurde gestern verworfen“, sagte er"
    assert [w for w in analysis.warnings if "each sentence with a time is one event" in w]


def test_german_times_move_with_a_corrected_publication_date() -> None:
    analysis = analysed(STORY, "de")
    context = PublicationContext(published=TimeValue.day(2018, 6, 4))
    _, expressions, _ = reanchor(analysis.source, context, analysis.expressions, analysis.mentions)
    values = {e.phrase: e.reading.value for e in expressions if e.reading}
    assert values["Freitagabend"] == "2018-06-01TEV"
    assert values["14. Oktober 2016"] == "2016-10-14"


def test_of_an_unknown_language_only_figures_are_read_and_that_is_said() -> None:
    analysis = analysed("Le 2018-05-20, le ministre est parti en mars, le 14/10/2017.", "fr", times_only=True)
    assert readings(analysis) == {"2018-05-20": "2018-05-20", "14/10/2017": "2017-10-14"}
    assert ["no grammar for the language 'fr'" in w for w in analysis.warnings] == [True]
