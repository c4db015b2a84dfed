"""Two reports become one event only where time, deed and roles agree; reprints count as one origin."""

from dataclasses import replace
from typing import Any

import pytest

from timeline_app.extraction.corroboration import build_event, corroborate, count_origins, refresh_event
from timeline_app.extraction.corroboration.origins import near_duplicates
from timeline_app.model.bounds import begin_until
from timeline_app.model.time_value import TimeValue

APART = [
    ("Israel attacked Iran on 10 May 2018.", "Iran attacked Israel on 10 May 2018."),
    ("Israel attacked Iran on 10 May 2018.", "Israel did not attack Iran on 10 May 2018."),
    ("Israel attacked Iran on 10 May 2018.", "Israel was attacked by Iran on 10 May 2018."),
    ("Israel attacked Iran on 10 May 2018.", "Israel attacked Iran on 12 May 2018."),
    ("Iran fired missiles at Israel on 10 May 2018.", "Israel fired missiles at Iran on 10 May 2018."),
    ("Russia bombed Aleppo on Friday.", "Syria denied that Russia bombed Aleppo on Friday."),
    ("Turkey invaded Syria on 9 October 2019.", "Turkey did not invade Syria on 9 October 2019."),
    ("The minister will visit Amman on 3 June 2024.", "The minister did not visit Amman on 3 June 2024."),
    ("Israel struck Damascus on Monday.", "Israel struck Beirut on Monday."),
    ("Israel struck a convoy on Monday.", "Israel struck an airport on Monday."),
    ("Police arrested three men in Paris on Monday.", "Police arrested a woman in Lyon on Monday."),
    ("Iran and Russia held talks on Sunday.", "Iran and China held talks on Sunday."),
    ("Petrov said on Monday that troops would leave Syria.", "Petrov said on Monday that gas prices had risen."),
    ("Petrov said on Monday that troops would leave.", "Keller said on Monday that troops would leave."),
    ("A bomb killed 12 people in Kabul on Sunday.", "A bomb killed 3 people in Herat on Sunday."),
    ("Google bought the firm in 2014.", "Google sold the firm in 2014."),
    ("Hamas kidnapped a soldier on Tuesday.", "A soldier kidnapped a Hamas man on Tuesday."),
    ("France and Germany signed a treaty on 22 January.", "France and Britain signed a treaty on 22 January."),
    ("The court convicted Smith on Monday.", "The court acquitted Smith on Monday."),
    (
        "Turkey accused Greece of violating its airspace on Monday.",
        "Greece accused Turkey of violating its airspace on Monday.",
    ),
    ("No talks were held in Vienna on 5 March.", "Talks were held in Vienna on 5 March."),
    ("The army killed ten rebels on Monday.", "Rebels killed ten soldiers on Monday."),
    (
        "Sudan's president met Egypt's president in Cairo on Monday.",
        "Sudan's president met Kenya's in Nairobi on Monday.",
    ),
    ("A protest took place in Paris on Saturday.", "A protest took place in Berlin on Saturday."),
    ("An earthquake hit Nepal on 25 April 2015.", "An earthquake hit Chile on 25 April 2015."),
    ("Macron arrived in Moscow on Monday.", "Putin arrived in Moscow on Monday."),
    ("Three soldiers were killed in Donetsk on Monday.", "Three soldiers were killed in Luhansk on Monday."),
    ("If Iran attacks Israel on Sunday, war will follow.", "Iran attacked Israel on Sunday."),
    ("Ankara refused to attack Afrin on 20 January.", "Ankara attacked Afrin on 20 January."),
    ("Microsoft sued Google on Tuesday.", "Google sued Microsoft on Tuesday."),
    ("Iraq retook Mosul in July 2017.", "Islamic State seized Mosul in July 2017."),
    ("Parliament approved the budget on Thursday.", "Parliament approved the law on Thursday."),
]

TOGETHER = [
    ("Israel attacked Iran on 10 May 2018.", "Iran was attacked by Israel on 10 May 2018."),
    (
        "Iran and Russia held talks in Sochi on Sunday.",
        "Negotiations between Russia and Iran took place in Sochi on Sunday.",
    ),
    ("Israeli strikes on Syria on 10 May 2018 killed 23 people.", "Israel bombed Syria on 10 May 2018."),
    (
        "The army reported Israeli strikes across Syria on 10 May 2018.",
        "The 10 May 2018 exchange of missiles between Israel and Syria alarmed Europe.",
    ),
    ("Macron met Putin in Moscow on 7 February.", "Putin and Macron met in Moscow on 7 February."),
    ("The earthquake struck Nepal on 25 April 2015.", "An earthquake hit Nepal on 25 April 2015."),
    (
        "Russia invaded Ukraine on 24 February 2022.",
        "The Russian invasion of Ukraine on 24 February 2022 shocked Europe.",
    ),
    ("Rebels captured Palmyra on 20 May 2015.", "Palmyra was seized by rebels on 20 May 2015."),
    (
        "Armenia and Azerbaijan agreed a ceasefire on 10 October.",
        "Azerbaijan and Armenia signed a ceasefire agreement on 10 October.",
    ),
]


def groups_of(read: Any, *texts: str) -> tuple[list[Any], list[Any], dict[str, Any]]:
    told = [read(text, f"s{i}", position=i) for i, text in enumerate(texts)]
    sources = [t.analysis.source for t in told]
    mentions = {m.key: m for t in told for m in t.analysis.mentions}
    return sources, corroborate(sources, mentions.values()), mentions


def shared(read: Any, *texts: str) -> list[Any]:
    _, groups, mentions = groups_of(read, *texts)
    return [g for g in groups if len({mentions[key].source_id for key in g.mentions}) > 1]


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_events_stay_apart(read: Any, one: str, other: str) -> None:
    assert shared(read, one, other) == []


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_one_event_told_twice_becomes_one(read: Any, one: str, other: str) -> None:
    [group] = shared(read, one, other)
    assert group.origins == 2


WEEKEND = (
    "The Mira Post site said the talks had begun. The report said last weekend's negotiations were conducted by a "
    "mediator in adjacent hotel rooms in Oslo."
)
ELSEWHERE = (
    "The news site Mira Post first revealed that the Norland-Sarkia talks took place last weekend at a hotel in Oslo."
)


def test_two_reports_of_one_outlet_are_one_origin(read: Any) -> None:
    [group] = shared(read, WEEKEND, ELSEWHERE)
    assert group.origins == 1


def test_reprints_are_one_origin(read: Any) -> None:
    text = "Rebels captured the bridge of Palmyra on 20 February and burned the archive in the old town hall."
    sources, groups, mentions = groups_of(read, text, text.replace("old ", ""))
    by_id = {s.id: s for s in sources}
    assert count_origins(list(mentions.values()), by_id) == 1
    assert all(g.origins == 1 for g in groups)


def test_short_different_texts_are_no_reprints() -> None:
    assert not near_duplicates("Rebels took the bridge today.", "The mayor opened a school in the north.")
    assert not near_duplicates("", "")


def test_event_has_a_link_for_every_mention(read: Any) -> None:
    texts = (
        "Israel attacked Iran on 10 May 2018.",
        "Iran was attacked by Israel on Thursday 10 May 2018, officials said.",
    )
    told = [read(text, f"s{i}", position=i) for i, text in enumerate(texts)]
    sources = {t.analysis.source.id: t.analysis.source for t in told}
    mentions = {m.key: m for t in told for m in t.analysis.mentions}
    expressions = {e.id: e for t in told for e in t.analysis.expressions}
    [group] = [g for g in corroborate(sources.values(), mentions.values()) if len(g.mentions) == 2]
    event, links = build_event(group, mentions, expressions, sources, "e1")
    assert begin_until(event.resolved) == ("2018-05-10", "2018-05-10")
    assert event.origins == 2
    assert {link.source_id for link in links} == {"s0", "s1"}
    for link in links:
        text = sources[link.source_id].text
        assert link.phrase is not None
        assert "10 May" in text[link.phrase.start : link.phrase.end]
        assert "10 May" in text[link.sentence.start : link.sentence.end]
    assert "10 May 2018" in event.explanation


def test_refreshing_keeps_what_the_analyst_set(read: Any) -> None:
    told = read("Rebels seized the bridge on Monday.")
    source = told.analysis.source
    mentions = {m.key: m for m in told.analysis.mentions}
    expressions = {e.id: e for e in told.analysis.expressions}
    [group] = corroborate([source], mentions.values())
    event, _ = build_event(group, mentions, expressions, {source.id: source}, "e1")
    own = TimeValue.day(2024, 1, 1)
    kept = replace(
        event, title="Mine", override=own, explanation="Mine too", edited=frozenset({"title", "explanation"})
    )
    moved = [replace(m, time=TimeValue.day(2024, 3, 4)) for m in mentions.values()]
    fresh = refresh_event(kept, moved, expressions, {source.id: source})
    assert (fresh.title, fresh.explanation, fresh.time) == ("Mine", "Mine too", own)
    assert begin_until(fresh.resolved) == ("2024-03-04", "2024-03-04")


def test_undated_events_come_last(read: Any) -> None:
    _, groups, mentions = groups_of(read, "Rebels burned the archive. Police arrested Keller on Monday.")
    times = [mentions[g.mentions[0]].time for g in groups]
    assert times[0] is not None
    assert times[-1] is None


def test_dateline_stands_in_for_a_place(read: Any) -> None:
    text = (
        "MIRA, March 12 (Agency) - Police arrested the banker Jonas Keller on Monday after a search of his house.\n\n"
        "Norland closed its embassy on Monday, its foreign ministry said in a statement."
    )
    told = read(text, published="2024-03-12")
    source = told.analysis.source
    mentions = {m.key: m for m in told.analysis.mentions}
    expressions = {e.id: e for e in told.analysis.expressions}
    events = [
        build_event(group, mentions, expressions, {source.id: source}, "e")[0]
        for group in corroborate([source], mentions.values())
    ]
    assert {e.title[:15]: e.place for e in events} == {"Police arrested": "Mira", "Norland closed ": None}


def test_headline_joins_the_event_that_its_report_tells(read: Any) -> None:
    text = (
        "Rebels seize northern city\n\n"
        "Rebel fighters captured the city of Tarn in Norland on Tuesday after days of heavy fighting, officials said. "
        "The government sent troops to the region and closed all roads that lead to the north of the country.\n"
    )
    told = read(text)
    mentions = {m.key: m for m in told.analysis.mentions}
    groups = corroborate([told.analysis.source], mentions.values())
    assert begin_until(told.at("seize").time) == ("2024-03-12", "2024-03-12")
    assert any({mentions[k].lemma for k in g.mentions} == {"seize", "capture"} for g in groups)


def test_bare_statements_do_not_glue_others_together(read: Any) -> None:
    text = (
        "Petrov said on Monday that troops would leave. Petrov said on Monday that gas prices had risen. "
        "Petrov spoke on Monday."
    )
    _, groups, _ = groups_of(read, text)
    assert all(len(g.mentions) == 1 for g in groups)


def test_taking_a_capital_is_not_taking_the_country(read: Any) -> None:
    assert shared(read, "The army captured Baghdad in April 2003.", "The army conquered Iraq in April 2003.") == []


def test_more_origins_leave_less_doubt(read: Any) -> None:
    one = "Israel attacked Iran on 10 May 2018."
    _, [alone], _ = groups_of(read, one)
    [together] = shared(read, one, "Iran was attacked by Israel on 10 May 2018.")
    assert together.confidence > alone.confidence


def test_a_sentence_copied_word_for_word_has_one_origin(read: Any) -> None:
    copied = "Rebels captured the bridge of Palmyra on 20 February and burned the archive in the town hall."
    one = f"{copied} The mayor of a village in the north opened a school, and the harvest there was good this year."
    other = f"The lake is low, and fishermen of the south complain of it to whoever comes by with a boat. {copied}"
    groups = shared(read, one, other)
    assert groups
    assert all(group.origins == 1 for group in groups)


def test_what_is_planned_or_undated_is_one_event_where_its_sentence_was_copied(read: Any) -> None:
    copied = "Divers from three neighbouring districts will continue the search until Saturday, the governor said."
    [group] = shared(read, f"{copied} It rained.", f"The wind was strong. {copied}")
    assert len(group.mentions) == 2


def test_things_of_one_name_with_different_numbers_are_never_one(read: Any) -> None:
    assert not shared(read, "A fire destroyed Hall 17 on Monday.", "A fire destroyed Hall 18 on Monday.")


_ISSUED = (
    "Hundreds of rescue workers combed the hillside below the village of Tarn on 4 March 2024. Traffic on the mountain "
    "line was suspended. The minister of transport set up a panel on 5 March to look into what happened at the "
    "crossing. The driver of the last coach told reporters that the signal had been green all morning and that nobody "
    "had warned him."
)


def test_an_edited_sentence_of_a_reprint_tells_the_same_event(read: Any) -> None:
    edited = _ISSUED.replace("rescue workers", "rescuers").replace("what happened", "the accident")
    assert len(shared(read, _ISSUED, edited)) >= 3  # combed, suspended, set up


def test_a_reprint_with_another_number_tells_another_event(read: Any) -> None:
    counted = "Twelve miners died in Tarn on 4 March 2024. "
    _, groups, told = groups_of(read, counted + _ISSUED, counted.replace("Twelve", "Nineteen") + _ISSUED)
    for group in groups:
        counts = {quantity for key in group.mentions for quantity in told[key].quantities if "miners" in quantity}
        assert len(counts) <= 1


def test_a_second_missile_is_not_the_headlines(read: Any) -> None:
    _, groups, told = groups_of(
        read,
        "Missile strike kills 11 in Orsk\n\nA Sarkian missile struck a crowded market in Orsk on Tuesday evening, "
        "killing 11 people. A second missile hit the village of Tarn on Tuesday evening.",
    )
    second = next(g for g in groups if any("Second missile" in told[key].title for key in g.mentions))
    assert len(second.mentions) == 1
