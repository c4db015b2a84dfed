"""The language of a text that says nothing of it."""

import pytest

from timeline_app.extraction.analysis import AnalysisRequest
from timeline_app.extraction.spoken_language import spoken_language

GERMAN = (
    "Am Montag ist in der Altstadt ein Feuer ausgebrochen. Die Polizei sagte, es habe dort schon im Mai gebrannt. "
    "Der Prozess soll im September beginnen."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        ("Le maire a annoncé que les travaux du pont ont été suspendus après une visite de la commission.", "fr"),
        ("El alcalde dijo que las obras del puente han sido suspendidas por una visita de la comisión.", "es"),
        ("Вчера в городе прошла встреча министров, сообщила пресс-служба.", "ru"),
        ("Учора в місті відбулася зустріч міністрів, повідомили у пресслужбі.", "uk"),
        ("أعلنت الوزارة اليوم عن اعتقال ثلاثة أشخاص", "ar"),
        ("昨日、東京で大臣の会談が行われた。", "ja"),
    ],
)
def test_language_of_a_text(text: str, language: str) -> None:
    assert spoken_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 May 2018",
        "Der Spiegel reported on Monday.",
        "The mayor said that the bridge in Sankt Veit an der Glan would be closed for a week.",
        "The statement, in Arabic, said: أعلنت الوزارة اليوم. The ministry denied it on Friday, and the paper with it.",
        "😀 🎉 !!! ...",
    ],
)
def test_what_does_not_speak_clearly_is_taken_for_english(text: str) -> None:
    assert spoken_language(text) is None


def test_what_is_asked_for_or_stated_comes_first() -> None:
    assert AnalysisRequest("s1", "a.txt", GERMAN).spoken == "de"
    assert AnalysisRequest("s1", "a.txt", GERMAN, language="en").spoken == "en"


def test_german_words_inside_a_long_english_report_do_not_count() -> None:
    report = "The report of the commission was published on Friday and it has been read by the members. " * 40
    assert spoken_language(report + GERMAN) is None
