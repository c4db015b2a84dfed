"""What a mention holds: exact spans, roles, place, numbers, who says so; and what never becomes one."""

from typing import Any

import pytest

from timeline_app.extraction.events import find_mentions
from timeline_app.extraction.inference.blocks import StockReader
from timeline_app.extraction.pipeline import Pipeline
from timeline_app.model.annotation import DateBasis, Modality, TimeExpression
from timeline_app.model.expression import Fields
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import Segment, SegmentKind, Source
from timeline_app.model.token import Span


def roles(mention: Any) -> dict[str, str]:
    return {p.text: p.role for p in mention.participants}


def test_spans_point_into_the_text(read: Any) -> None:
    text = "A first line 😀.\n\nRebels seized the bridge in Mira on 3 March. The mayor fled."
    told = read(text)
    mention = told.at("seized")
    assert text[mention.head.start : mention.head.end] == "seized"
    assert text[mention.sentence.start : mention.sentence.end] == "Rebels seized the bridge in Mira on 3 March."
    assert mention.key == f"{text_sha256(text)}:{mention.head.start}-{mention.head.end}"


def test_roles_follow_voice(read: Any) -> None:
    assert roles(read("Israel attacked Iran on Monday.").at("attacked")) == {"Israel": "agent", "Iran": "patient"}
    passive = roles(read("Iran was attacked by Israel on Monday.").at("attacked"))
    assert passive == {"Israel": "agent", "Iran": "patient"}


def test_noun_has_roles_too(read: Any) -> None:
    assert roles(read("Israeli strikes on Iran on Monday killed ten.").at("strikes")) == {
        "Israeli": "agent",
        "Iran": "patient",
    }
    talks = roles(read("The Iran-Israel talks took place on Monday.").at("talks"))
    assert talks == {"Iran": "partner", "Israel": "partner"}


def test_verb_that_carries_a_noun_tells_the_nouns_event(read: Any) -> None:
    mention = read("Russia and Iran held talks in Sochi on Sunday.").at("held")
    assert (mention.lemma, mention.kind, mention.place) == ("talk", "consult", "Sochi")


def test_numbers_are_kept(read: Any) -> None:
    mention = read("The blast killed 23 people on Monday.").at("killed")
    assert "23 people" in mention.quantities


def test_statement_is_kept_as_attribution(read: Any) -> None:
    text = "The Norland Post newspaper, citing officials, said on Tuesday that rebels had fled on Sunday."
    attribution = read(text).at("fled").attribution
    assert attribution is not None
    assert attribution.outlet == "Norland Post"
    assert attribution.cites == "officials"
    assert attribution.when == "Tuesday"


def test_unnamed_report_is_the_outlet_named_before(read: Any) -> None:
    told = read("The Norland Post site said talks had begun. The report said the talks were held on Sunday.")
    attribution = told.at("held").attribution
    assert attribution is not None
    assert attribution.outlet == "Norland Post"


def test_part_of_another_title_is_no_event_of_its_own(read: Any) -> None:
    told = read("Norland decided to withdraw its troops on Monday.")
    assert len(told.shown) == 1


def test_accusation_and_what_it_alleges_are_one_event(read: Any) -> None:
    shown = read("Sarkia accused Norland of conducting two airstrikes last week.").shown
    assert [m.modality for m in shown if "airstrikes" in m.title] == [Modality.POSSIBLE]


@pytest.mark.parametrize("kind", [SegmentKind.CAPTION, SegmentKind.COMMENT, SegmentKind.BOILERPLATE])
def test_captions_comments_and_boilerplate_tell_nothing(pipeline: Any, kind: SegmentKind) -> None:
    text = "Soldiers looked over the valley in March 2024."
    source = Source("s", "s", "", text, text_sha256(text), segments=(Segment(kind, Span(0, len(text))),))
    assert find_mentions(pipeline.parse(text), source, []) == []


def blank_doc(text: str) -> Any:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return Pipeline(lambda: (StockReader(nlp), None)).parse(text)


def expression(text: str, phrase: str) -> TimeExpression:
    start = text.index(phrase)
    span = Span(start, start + len(phrase))
    return TimeExpression(f"s:{start}", "s", span, phrase, Fields(month=3, day=3), (), Span(0, len(text)))


def test_without_a_parser_each_dated_sentence_is_a_mention() -> None:
    text = "Rebels seized the bridge on 3 March. The mayor slept."
    source = Source("s", "s", "", text, text_sha256(text))
    [mention] = find_mentions(blank_doc(text), source, [expression(text, "3 March")])
    assert mention.title == "Rebels seized the bridge on 3 March"
    assert (mention.date_basis, mention.modality) == (DateBasis.CLAUSE, Modality.HAPPENED)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Rebels did not seize the bridge on 3 March.", Modality.DENIED),
        ("Rebels denied seizing the bridge on 3 March.", Modality.DENIED),
        ("Rebels will seize the bridge on 3 March.", Modality.PLANNED),
        ("Rebels may have seized the bridge on 3 March.", Modality.POSSIBLE),
    ],
)
def test_without_a_parser_the_unreal_is_still_seen(text: str, modality: Modality) -> None:
    source = Source("s", "s", "", text, text_sha256(text))
    [mention] = find_mentions(blank_doc(text), source, [expression(text, "3 March")])
    assert mention.modality is modality


def test_a_quotation_opened_again_is_closed_once(read: Any) -> None:
    told = read(
        '"We want calm," the envoy said. "Let both sides talk. "But we are ready," he said. '
        "On Monday he asked the guards to leave."
    )
    assert [m.lemma for m in told.shown] == ["ask"]


def test_how_somebody_names_a_thing_is_no_event_of_its_own(read: Any) -> None:
    told = read("The union slammed what it called an attack by the firm on Monday.")
    assert [m.title for m in told.shown] == ["Union slammed what it called an attack by the firm"]
    assert told.dates("slammed") == ("2024-03-11", "2024-03-11")
    assert read("The firm was called a thief by the union on Monday.").at("called").title.startswith("Firm was called")


def test_what_is_to_be_checked_has_not_happened(read: Any) -> None:
    told = read(
        "In the country's north, aircraft will this morning check if lightning from a large electrical storm "
        "overnight has sparked any new fires above Marlow."
    )
    assert told.at("sparked").modality is Modality.POSSIBLE
    done = read("Lightning from a large electrical storm overnight has sparked new fires above Marlow.")
    assert done.at("sparked").modality is Modality.HAPPENED
