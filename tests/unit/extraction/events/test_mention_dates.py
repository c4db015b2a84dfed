"""Which date belongs to which event: never one from across a clause boundary."""

from typing import Any

import pytest

from timeline_app.model.annotation import DateBasis, Modality, Relation
from timeline_app.model.source import DocumentKind

CASES = [
    ("Rebels seized the bridge on 3 March.", "seized", "2024-03-03", "2024-03-03", DateBasis.CLAUSE),
    ("Norland protested after rebel strikes on 3 March.", "strikes", "2024-03-03", "2024-03-03", DateBasis.NOUN),
    ("Last week's negotiations collapsed.", "negotiations", "2024-03-04", "2024-03-10", DateBasis.NOUN),
    (
        "Last week's negotiations were conducted by a mediator.",
        "conducted",
        "2024-03-04",
        "2024-03-10",
        DateBasis.GOVERNOR,
    ),
    ("The plane crashed in January, killing all 40 people.", "killing", "2024-01-01", "2024-01-31", DateBasis.GOVERNOR),
    ("The firm lost money in 2008, when it sold its ships.", "sold", "2008-01-01", "2008-12-31", DateBasis.GOVERNOR),
    ("Monday's attack killed twelve people.", "killed", "2024-03-11", "2024-03-11", DateBasis.GOVERNOR),
    ("A bomb that exploded in Mira on Monday killed nine.", "killed", "2024-03-11", "2024-03-11", DateBasis.GOVERNOR),
    ("A bus that crashed on Monday injured forty.", "injured", "2024-03-11", "2024-03-11", DateBasis.GOVERNOR),
    (
        "A fire at a mill killed four workers and injured at least ten others early on Monday, police said.",
        "killed",
        "2024-03-11",
        "2024-03-11",
        DateBasis.GOVERNOR,
    ),
    ("The mayor said on Tuesday that rebels had fled on Sunday.", "said", "2024-03-12", "2024-03-12", DateBasis.CLAUSE),
    ("The mayor said on Tuesday that rebels had fled on Sunday.", "fled", "2024-03-10", "2024-03-10", DateBasis.CLAUSE),
    (
        '"We will vote tomorrow," the mayor told reporters on Monday.',
        "vote",
        "2024-03-12",
        "2024-03-12",
        DateBasis.CLAUSE,
    ),
    ('The mayor said on Tuesday: "We voted yesterday."', "voted", "2024-03-11", "2024-03-11", DateBasis.CLAUSE),
    (
        "Under a 2003 treaty both may use the strait. Two ships sailed through it on September 3.",
        "sailed",
        "2023-09-03",
        "2023-09-03",
        DateBasis.CLAUSE,
    ),
    (
        "In the 2011 season the club won the cup. On September 3 it lost its coach.",
        "lost",
        "2011-09-03",
        "2011-09-03",
        DateBasis.CLAUSE,
    ),
    ("This follows a ministry statement on Monday.", "statement", "2024-03-11", "2024-03-11", DateBasis.NOUN),
    (
        "He praised the deal between Norland, Sarkia, and Mira struck last November.",
        "struck",
        "2023-11-01",
        "2023-11-30",
        DateBasis.CLAUSE,
    ),
]


@pytest.mark.parametrize(("sentence", "word", "begin", "until", "basis"), CASES, ids=[c[0][:40] + c[1] for c in CASES])
def test_date_is_the_events_own(read: Any, sentence: str, word: str, begin: str, until: str, basis: DateBasis) -> None:
    told = read(sentence)
    assert told.dates(word) == (begin, until)
    assert told.at(word).date_basis is basis


NOT_DATED = [
    ("Norland protested after rebel strikes on 3 March.", "protested"),
    ("The mayor, who was born in 1960, resigned.", "resigned"),
    ("A man who was freed on Monday killed nine people.", "killed"),
    ("A guard who shot a thief on Monday injured two boys.", "injured"),
    ("A bridge that was built in 1950 killed nine people.", "killed"),
    ("The mayor resigned because rebels had fled on Sunday.", "resigned"),
    ("The 2017 law divided voters.", "divided"),
    ("The committee met every Friday.", "met"),
    ("Workers waited for two years.", "waited"),
]


@pytest.mark.parametrize(("sentence", "word"), NOT_DATED)
def test_date_does_not_cross_a_clause(read: Any, sentence: str, word: str) -> None:
    assert read(sentence).dates(word) == (None, None)


BOUNDS = [
    ("The troops must leave by 1 May.", "leave", None, "2024-05-01", Relation.BEFORE),
    ("The ban will last until 1 May.", "last", None, "2024-05-01", Relation.BEFORE),
    ("The bridge was closed before 1 February.", "closed", None, "2024-02-01", Relation.BEFORE),
    ("The army has held the town since 1 February.", "held", "2024-02-01", None, Relation.AFTER),
    ("The firm hired thousands after 2020.", "hired", "2020-01-01", None, Relation.AFTER),
]


@pytest.mark.parametrize(("sentence", "word", "begin", "until", "relation"), BOUNDS)
def test_since_until_by_before_and_after_are_bounds(
    read: Any, sentence: str, word: str, begin: str | None, until: str | None, relation: Relation
) -> None:
    told = read(sentence)
    assert told.dates(word) == (begin, until)
    assert told.at(word).time_refs[0].relation is relation


PUT_OFF = [
    ("The council put off its vote to 3 May.", "vote", "2024-05-03"),
    ("The council put its vote off until 3 May.", "vote", "2024-05-03"),
    ("The hearing was pushed back to 3 May.", "hearing", "2024-05-03"),
    ("The council brought forward the election to 3 May.", "election", "2024-05-03"),
    ("A judge postponed the hearing until Monday.", "hearing", "2024-03-18"),
    ("The hearing was postponed until Monday.", "hearing", "2024-03-18"),
]


@pytest.mark.parametrize(("sentence", "noun", "day"), PUT_OFF)
def test_what_is_put_off_is_planned_for_its_new_day(read: Any, sentence: str, noun: str, day: str) -> None:
    told = read(sentence)
    [event] = told.shown
    assert told.dates(noun) == (day, day)
    assert event == told.at(noun)
    assert event.modality is Modality.PLANNED
    assert event.title.endswith(("3 May", "Monday"))  # the title says what was done, and to when


def test_what_is_only_extended_does_not_begin_on_its_last_day(read: Any) -> None:
    assert read("The council extended the ban until 3 May.").dates("ban") == (None, None)


PLANNED_THEN = [
    ("The deadline of ninety days that it set on 8 May runs out this Sunday.", "8 May", "2023-05-08"),
    ("A pact that was due to be signed on 1 February had twice been put off.", "1 February", "2024-02-01"),
]


@pytest.mark.parametrize(("sentence", "phrase", "day"), PLANNED_THEN)
def test_what_was_set_or_due_then_lies_behind(read: Any, sentence: str, phrase: str, day: str) -> None:
    found = read(sentence).analysis.expressions
    values = {e.phrase: e.reading.value for e in found if e.reading is not None}
    assert values[phrase] == day


LOST_VERBS = [
    "Between April and August 2015, Ardent reduced Keller's hours by half.",
    "5. Between April and August 2015, Ardent reduced Keller's hours by half.",
]


@pytest.mark.parametrize("sentence", LOST_VERBS)
def test_main_verb_before_a_possessive_keeps_its_date(read: Any, sentence: str) -> None:
    told = read(sentence)
    assert told.dates("reduced") == ("2015-04-01", "2015-08-31")
    assert told.at("reduced") in told.shown


def test_range_runs_from_its_first_to_its_last_day(read: Any) -> None:
    told = read("The armies fought from 3 to 7 March.")
    assert told.dates("fought") == ("2024-03-03", "2024-03-07")
    assert told.at("fought").time_refs[0].relation is Relation.FROM


def test_live_blog_header_bounds_what_was_said_under_it(read: Any) -> None:
    text = (
        "UPDATE 1330 GMT: Foreign Minister Ivan Petrov has said that the troops should leave the harbour.\n\n"
        "UPDATE 0900 GMT: Norland's army has entered the town of Mira.\n"
    )
    told = read(text, kind=DocumentKind.LIVEBLOG)
    assert told.dates("said") == (None, "2024-03-15T13:30Z")
    assert told.dates("entered") == (None, "2024-03-15T09:00Z")
    assert "UPDATE" not in told.at("said").title


def test_time_of_an_entry_dates_its_main_clause(read: Any) -> None:
    text = (
        "14:30 The regional government declared a state of emergency. Roads had flooded.\n\n"
        "11:10 Two climbers who had been missing since last night were found alive.\n\n"
        "10:05 Sirens sounded in Mira and residents fled.\n"
    )
    told = read(text, kind=DocumentKind.LIVEBLOG)
    assert told.dates("declared") == ("2024-03-15T14:30", "2024-03-15T14:30")
    assert told.at("declared") in told.shown
    assert told.dates("found") == ("2024-03-15T11:10", "2024-03-15T11:10")
    assert told.dates("missing")[0] == "2024-03-14"
    assert told.dates("sounded") == told.dates("fled") == ("2024-03-15T10:05", "2024-03-15T10:05")
    assert told.dates("flooded") == (None, "2024-03-15T14:30")


def test_statement_in_the_present_is_of_the_day_of_publication(read: Any) -> None:
    told = read("The ministry says the bridge is safe.")
    assert told.dates("says") == ("2024-03-15", "2024-03-15")
    assert told.at("says").date_basis is DateBasis.PUBLICATION


def test_history_takes_no_date_from_its_publication(read: Any) -> None:
    told = read("The duke declares war. The town says no.", kind=DocumentKind.NARRATIVE)
    assert told.dates("declares") == (None, None)


def test_without_publication_only_explicit_dates_count(read: Any) -> None:
    told = read("Rebels fled on Monday. They had attacked on 3 March 2024.", published=None)
    assert told.dates("fled") == (None, None)
    assert told.dates("attacked") == ("2024-03-03", "2024-03-03")


def test_past_day_is_that_of_the_deed_not_of_its_purpose(read: Any) -> None:
    told = read("The army selected a site on 5 February 2024 to build a base.")
    assert told.dates("selected") == ("2024-02-05", "2024-02-05")
    told = read("The army launched an operation to retake the city on 5 February 2024.")
    assert told.dates("launched") == ("2024-02-05", "2024-02-05")


def test_lead_of_long_ago_is_not_the_time_of_the_story(read: Any) -> None:
    told = read("The shuttle first flew on 12 April 1981. The agency chief told reporters that it was retired.")
    assert told.dates("told") != ("1981-04-12", "1981-04-12")


_BLAST = "A tanker blew up in the harbour of Varda on Tuesday. "


@pytest.mark.parametrize(
    ("text", "head", "day"),
    [
        (f"{_BLAST}The blast came a day after the port authority announced a strike.", "announced", "2024-03-11"),
        (f"{_BLAST}It came hours after two mayors agreed to open a ferry line by May 2.", "agreed", "2024-03-12"),
        (f"{_BLAST}It happened three days after the ship had left Rostel.", "left", "2024-03-09"),
        (
            f"{_BLAST}The ballot of the crews on 6 March came two weeks before the pact expired.",
            "expired",
            "2024-03-20",
        ),
        (
            "The crew died when the tug capsized on Monday, hours after soldiers fired at the pier.",
            "fired",
            "2024-03-11",
        ),
    ],
)
def test_what_came_at_a_distance_is_counted_from_the_story(read: Any, text: str, head: str, day: str) -> None:
    assert read(text).dates(head) == (day, day)


def test_a_noun_whose_verb_only_points_is_told_itself(read: Any) -> None:
    told = read("The union met on 4 March. The ballot of the crews on 6 March came after the pact expired.")
    assert "Ballot of the crews" in [m.title for m in told.shown]


def test_what_was_done_at_the_end_of_a_journey_is_of_its_day(read: Any) -> None:
    told = read("On Monday the envoy flew to Varda, where he met the regent and signed a treaty.")
    assert [m.title for m in told.shown] == [
        "Envoy flew to Varda",
        "He met the regent",
        "He signed a treaty",
    ]
    assert told.dates("met") == told.dates("signed") == ("2024-03-11", "2024-03-11")
    told = read("On Monday the envoy flew to Varda, where he had studied law, and where his brother lived.")
    assert [m.title for m in told.shown] == ["Envoy flew to Varda"]


def test_who_is_asked_in_passing_is_not_who_did_it(read: Any) -> None:
    told = read("On Monday they drove back to the town, where, police say, they buried the rifle.")
    assert "They buried the rifle" in [m.title for m in told.shown]


def test_a_list_of_days_inside_an_article_looks_back(read: Any) -> None:
    story = "The council met on Monday. It heard the harbour master.\n\n"
    report = f"Ferry inquiry opens\n\n{story * 5}How it happened\n\n2 August: Two boats arrive from Varda\n"
    report += "3 August: The ferry sinks off Sule\n4 March: The council orders an inquiry\n\nThe inquiry goes on."
    told = read(report)
    assert told.dates("sinks") == ("2023-08-03", "2023-08-03")
    assert told.at("arrive").modality is Modality.HAPPENED


def test_a_headline_takes_the_day_of_its_news_and_no_hour_of_it(read: Any) -> None:
    report = "Kestrel Air collapses as rescue talks fail\n\nKestrel Air has collapsed with immediate effect.\n\n"
    report += "The last flight, from Varda, landed at Lissa at 08:52 on Friday. Its chief spoke of a shock."
    assert read(report).dates("collapses") == ("2024-03-15", "2024-03-15")


def test_what_was_to_come_then_is_counted_from_then(read: Any) -> None:
    told = read("In March 2018 the two ports signed a pact. It obliged Varda to dredge by 15 October of that year.")
    assert told.dates("obliged") == (None, "2018-10-15")
    told = read("The firm was founded in March 2018. It plans to close two yards by the end of the year.")
    assert told.dates("close") == (None, "2024-12-31")


def test_what_is_due_has_its_day_and_what_was_due_dates_nothing_else(read: Any) -> None:
    told = read("The harbour report is due on Monday. A survey, due on 3 March, was published on Wednesday.")
    assert told.dates("is") == ("2024-03-18", "2024-03-18")
    assert told.dates("published") == ("2024-03-13", "2024-03-13")
    told = read("The shipping line had already missed payments on bonds due on 7 March.")
    assert told.dates("missed") == ("2024-03-07", "2024-03-07")


def test_a_promise_keeps_its_day_and_its_words(read: Any) -> None:
    told = read("The harbour board vowed last month to protect the crews.")
    assert [(m.title, told.dates("vowed")) for m in told.shown] == [
        ("Harbour board vowed to protect the crews", ("2024-02-01", "2024-02-29"))
    ]


def test_a_sentence_of_years_is_news_of_today_and_a_length_of_time_is_not(read: Any) -> None:
    rest = "\n\nThe captain smiled as he was led away."
    assert read(f"A court has sentenced the captain to 11 years in prison.{rest}").dates("sentenced")[0] == "2024-03-15"
    assert read(f"The captain has worked for 11 years in Varda.{rest}").dates("worked") == (None, None)


def test_a_heading_without_a_label_goes_with_its_news(read: Any) -> None:
    report = (
        "Varda Service\n\nCaptain handed long term after closed trial\n\nA court has jailed the captain.\n\nHe smiled."
    )
    told = read(report)
    assert told.dates("handed") == told.dates("jailed") == ("2024-03-15", "2024-03-15")


def test_an_hour_after_the_background_is_that_of_the_news(read: Any) -> None:
    news = (
        "A court jailed the mate on Thursday.\n\nThe mate was seized on 7 March 2020 and taken to Sule on 9 March.\n\n"
    )
    told = read(f"{news}Hundreds marched after the vote.\n\nVarda summoned the envoy in the afternoon.")
    assert told.dates("summoned") == ("2024-03-14", "2024-03-14")


def test_one_mans_verb_is_not_given_to_two(read: Any) -> None:
    told = read("The two worked for a banker who was barred and was himself jailed in May 2020.")
    assert "Banker was himself jailed" in [m.title for m in told.shown]


def test_the_day_of_a_statement_is_not_that_of_its_content(read: Any) -> None:
    told = read("On 4 March the army denied it. The mayor said a day later that nine people had died.")
    assert told.dates("said") == ("2024-03-05", "2024-03-05")


def test_a_second_doer_behind_a_date_is_no_second_date(read: Any) -> None:
    text = "Mira repaid a loan that fell due on 4 March, and Sule, which sold its yard, said on Monday it would close."
    told = read(text)
    assert "Sule said it would close" in [m.title for m in told.shown]
    assert told.dates("said") == ("2024-03-11", "2024-03-11")


def test_hours_after_a_picture_are_of_the_day_of_the_story(read: Any) -> None:
    report = "Soldiers burned the village of Sule on 2 February, a group said today.\n\n"
    report += (
        "Between 4 and 6 March the group interviewed nine people. Images recorded on 3 February show burned roofs; "
    )
    report += "in an image taken on 31 January none was damaged. A surveyor compared the roofs of forty houses, "
    report += "the walls around the market, the mill beside the ford and the boats along the shore with older maps of "
    report += (
        "the parish, and found that every third roof had gone; of the mill, only the wheel and a wall were left.\n\n"
    )
    report += "Witnesses said that sixty soldiers entered the village at around 6 a.m. on foot."
    told = read(report)
    assert told.dates("entered")[0] == "2024-02-02T06:00"


def test_pictures_read_later_are_not_read_on_their_day(read: Any) -> None:
    told = read("Images recorded on 3 March and studied by two analysts show burned roofs.")
    assert told.dates("studied") == (None, None)


def test_who_claims_an_attack_that_is_known_does_so_on_the_day(read: Any) -> None:
    told = read("A bomb killed five in Sule on 2 March. The Front claimed responsibility for the attack on Monday.")
    assert told.dates("claimed") == ("2024-03-11", "2024-03-11")
    told = read("The Front claimed responsibility for an attack on a mill on Monday.")
    assert told.dates("attack") == ("2024-03-11", "2024-03-11")


def test_what_others_are_compared_with_has_years_of_its_own(read: Any) -> None:
    assert read("The floods exceeded those of 1946 and 1988.").dates("exceeded") == (None, None)
    told = read("The Varda rose to nine metres on Monday, the most since records began in 1910.")
    assert [m.title for m in told.shown] == ["Varda rose to nine metres"]


def test_a_trial_opens_and_not_those_on_trial(read: Any) -> None:
    told = read("The trial of three soldiers, which opened on 2 March, was put off.")
    assert "Trial of three soldiers opened" in [m.title for m in told.shown]


def test_what_begins_on_a_day_to_come_is_planned(read: Any) -> None:
    told = read("Erik Lund takes over as head of finance on 1 April. The mill employs forty men.")
    assert told.at("takes").modality is Modality.PLANNED
    assert told.dates("takes") == ("2024-04-01", "2024-04-01")


def test_the_day_of_an_earlier_report_dates_nothing_new(read: Any) -> None:
    told = read("As reported on 4 March, the yard in Varda has been closed. It stopped on 2 March.")
    assert told.dates("closed")[0] != "2024-03-04"
    assert read("As expected, the yard closed on 4 March.").dates("closed") == ("2024-03-04", "2024-03-04")


def test_a_time_behind_an_object_is_that_of_the_deed(read: Any) -> None:
    told = read("The pipe burst on 4 March. A diver photographed the first leak the next morning.")
    assert told.dates("photographed") == ("2024-03-05", "2024-03-05")


def test_what_a_month_lies_before_is_counted_whatever_opens_its_clause(read: Any) -> None:
    told = read("Paula Holm handed back her DSO in February, a month after 1.2 million people had signed a petition.")
    assert told.dates("signed") == ("2024-01-01", "2024-01-31")


def test_behind_a_semicolon_nobody_goes_on_saying(read: Any) -> None:
    told = read("Varda said on 4 March that traces had been found; its judge had refused in January to set up a court.")
    assert [m.title for m in told.shown] == [
        "Varda said that traces had been found",
        "Varda’s judge had refused to set up a court",
    ]


def test_what_had_been_done_at_an_hour_was_done_before_the_story(read: Any) -> None:
    told = read("At 0412 on 4 March the ship ran aground. The mate had come at midnight. The master had left at 2200.")
    assert told.dates("come")[0] == "2024-03-04T00:00"
    assert told.dates("left")[0] == "2024-03-03T22:00"


def test_what_had_been_done_in_a_month_was_done_before_the_year_told(read: Any) -> None:
    told = read("Inspectors came in May 2016. The head of the bank, Ann Hale, had left in November.")
    assert told.dates("left") == ("2015-11-01", "2015-11-30")


def test_what_there_has_been_is_news_of_today(read: Any) -> None:
    told = read("There has been another bomb attack in Varda. Three sailors were hurt by glass.")
    assert told.dates("been") == ("2024-03-15", "2024-03-15")
    assert read("There has been no attack in Varda. The sailors were calm.").dates("been") == (None, None)


def test_a_body_is_no_event_by_its_name(read: Any) -> None:
    told = read("Notes were shown by members of the Hare Krishna movement on Monday.")
    assert [m.title for m in told.shown] == ["Notes were shown by members of the Hare Krishna movement"]


def test_who_is_appeared_before_is_no_time(read: Any) -> None:
    told = read("Erik Lund testified before a Senate panel on 4 March. The crew came before a storm on 5 March.")
    assert told.dates("testified") == ("2024-03-04", "2024-03-04")
    assert told.dates("came")[0] != "2024-03-05"


def test_an_hour_at_which_something_had_gone_on_is_of_the_evening_told(read: Any) -> None:
    told = read(
        "The notes are as of 19:30 on 14 March. A man came in on the evening of 9 March. "
        "His wife said that he had been walking home at around 18:00 when a shell exploded."
    )
    assert told.dates("exploded")[0] == "2024-03-09T18:00"


def test_a_text_that_ends_in_a_length_of_time_is_read(read: Any) -> None:
    assert read("The Varda yard is to close in ten days").at("close").modality is Modality.PLANNED


def test_no_later_than_is_a_bound_and_no_word_of_the_title(read: Any) -> None:
    told = read("The cell was founded no later than November 2021.")
    assert [(m.title, told.dates("founded")) for m in told.shown] == [("Cell was founded", (None, "2021-11-30"))]
    told = read("The cell was founded no earlier than 4 March.")
    assert [(m.title, told.dates("founded")) for m in told.shown] == [("Cell was founded", ("2024-03-04", None))]


def test_calls_that_nobody_answered_are_no_event(read: Any) -> None:
    assert not read("The mayor did not answer calls made to him on Tuesday morning.").shown
    assert read("The mayor answered a call made to him on Tuesday morning.").shown


def test_a_story_of_a_morning_goes_on_that_day(read: Any) -> None:
    told = read("Officers searched nine yards early on Wednesday, the state said.\n\nTwenty-five men were arrested.")
    assert told.dates("arrested") == ("2024-03-13", "2024-03-13")


def test_what_is_said_later_in_the_day_is_of_that_day(read: Any) -> None:
    told = read("Shells hit a market on Sunday. The Varda army said later in the day that it bore no guilt.")
    assert ("Varda army said that it bore no guilt", told.dates("said")) in [
        (m.title, ("2024-03-10", "2024-03-10")) for m in told.shown
    ]


def test_a_sentence_that_is_backdated_was_passed_on_no_such_day(read: Any) -> None:
    assert read("The judge backdated the sentence to 6 January 2019.").dates("backdated") == (None, None)


def test_a_deed_has_the_day_of_what_it_was_done_at(read: Any) -> None:
    told = read("Two gunmen on a motorcycle shot Holm, who ran the yard, as he left a bar on 4 March.")
    assert told.dates("shot") == ("2024-03-04", "2024-03-04")
    assert "Two gunmen on a motorcycle shot Holm" in [m.title for m in told.shown]
    assert [m.title for m in read("There was hope as the talks began on 4 March.").shown] == ["Talks began"]


def test_a_heading_with_its_year_ends_the_year_above(read: Any) -> None:
    text = "2005\n\nIn May the mill closed.\n\n2006: The strike\n\nIn June the yard burned."
    text += "\n\n2007\n\nIn July the bank fell."
    told = read(text)
    assert told.dates("closed") == ("2005-05-01", "2005-05-31")
    assert told.dates("burned") == ("2006-06-01", "2006-06-30")
    assert told.dates("fell") == ("2007-07-01", "2007-07-31")


def test_what_somebody_says_has_the_day_beside_his_words(read: Any) -> None:
    told = read("The minister has denied it, telling the council on Sunday that the mill builds boats.")
    assert told.dates("denied") == ("2024-03-10", "2024-03-10")
    told = read("The army has left the town, telling the council on Sunday that it was safe.")
    assert told.dates("left") != ("2024-03-10", "2024-03-10")


def test_a_warrant_is_issued_on_the_day_beside_the_arrest_that_it_is_for(read: Any) -> None:
    assert read("Prosecutors issued a warrant for his arrest in January.").dates("issued")[0] == "2024-01-01"


def test_what_is_counted_back_is_no_time_ahead_unless_told_so(read: Any) -> None:
    told = read("The plan foresees a bridge by May 2026. A year earlier, elections will be held.")
    assert told.dates("held")[0] == "2025-05-01"
    told = read("A fence is to be moved by May 2026. A picture taken a year earlier shows an empty yard.")
    assert told.dates("taken")[0] == "2023-01-01"


def test_within_hours_of_the_announcement_counts_from_what_has_just_been_told(read: Any) -> None:
    text = "The two signed a deal on 10 March. Protesters stormed the parliament within hours of the {}."
    assert read(text.format("announcement")).at("stormed").date_basis is DateBasis.CLAUSE
    assert read(text.format("attack")).at("stormed").date_basis is not DateBasis.CLAUSE


def test_from_when_it_holds_is_not_when_it_was_declared(read: Any) -> None:
    told = read("The state declared two days of mourning from Sunday.")
    assert told.dates("declared") != ("2024-03-10", None)


def test_a_midnight_behind_what_is_ahead_is_none_that_is_ahead(read: Any) -> None:
    text = "A ferry sank late on Thursday. Divers were due to come on Friday evening.\n\n"
    told = read(text + "The cook said the captain had jumped overboard shortly after midnight.")
    assert told.dates("jumped")[0] == "2024-03-15T00:00"


def test_what_it_was_near_only_tells_where(read: Any) -> None:
    told = read("Two soldiers were killed near the river crossing on 9 March.")
    assert [(m.title, told.dates("killed")[0]) for m in told.shown] == [
        ("Two soldiers were killed near the river crossing", "2024-03-09")
    ]
    assert read("The crossing on 9 March failed.").dates("crossing")[0] == "2024-03-09"


def test_what_somebody_did_leaving_is_no_departure_to_come(read: Any) -> None:
    assert read("Guards searched him, leaving the yard on 4 May.").dates("leaving")[0] == "2023-05-04"
    assert read("The guards are leaving on 4 May.").dates("leaving")[0] == "2024-05-04"


def test_what_is_announced_is_not_dated_by_when_it_was(read: Any) -> None:
    told = read("The navy received its launchers. The yard had announced the delivery on 4 March.")
    assert told.dates("announced") == ("2024-03-04", "2024-03-04")
    told = read("The yard announced the delivery for 4 June.")
    assert told.dates("announced") != ("2024-06-04", "2024-06-04")


def test_a_plan_that_was_called_off_may_be_over(read: Any) -> None:
    assert read("A review planned for February was called off by the new board.").dates("planned")[0] == "2024-02-01"
    assert read("A review planned for April was called off by the new board.").dates("planned")[0] == "2024-04-01"


def test_mourning_from_a_day_is_no_mourning_of_the_last_one(read: Any) -> None:
    told = read("The governor declared two days of mourning from Friday and left for the town.")
    found = told.analysis.expressions
    assert [e.phrase for e in found if e.reading and e.reading.value == "2024-03-15"] == ["Friday"]
    assert "Two days of mourning" in {m.title for m in told.shown}


def test_shortly_before_midnight_is_of_the_day_that_ends(read: Any) -> None:
    told = read("The mill caught fire shortly before midnight on 4 March. The owner fled an hour later.")
    assert told.dates("caught") == ("2024-03-04T23:30", "2024-03-04T23:59")
    assert told.dates("fled")[0] == "2024-03-05T00:30"


def test_by_nightfall_is_of_the_day_told(read: Any) -> None:
    told = read("On 4 March miners blocked the gate. By nightfall they had seized the office.")
    assert told.dates("seized") == ("2024-03-04", "2024-03-04")
    assert read("By Monday night they had seized the office.").dates("seized")[0] is None


def test_a_weekday_goes_on_from_days_that_the_story_counts(read: Any) -> None:
    text = "On 16 February miners blocked the gate. The following morning police came. On Sunday the strike {}."
    assert read(text.format("spread to the port")).dates("spread")[0] == "2024-02-18"
    text = "On 16 February miners blocked the gate. Police came. On Sunday the strike spread to the port."
    assert read(text).dates("spread")[0] == "2024-03-10"
    text = "On 8 March miners blocked the gate. The following morning police came. On Monday the strike {}."
    assert read(text.format("spread to the port")).dates("spread")[0] == "2024-03-11"


def test_on_the_day_of_what_has_been_told_is_its_day(read: Any) -> None:
    text = "A train was derailed at 7:55 on 1 March. On 8 March the drivers were tested. "
    told = read(text + "The recorders were found on the evening of the accident.")
    assert told.dates("found") == ("2024-03-01", "2024-03-01")
    told = read(text + "On the morning of the tests they met a lawyer.")
    assert told.dates("met")[0] == "2024-03-08"
    told = read(text + "The recorders were found on the evening of the festival.")
    assert told.dates("found")[0] != "2024-03-01"


def test_the_last_of_several_times_is_the_date_said(read: Any) -> None:
    assert read("Her trial was adjourned three times, most recently on 8 March.").dates("adjourned")[0] == "2024-03-08"


def test_what_was_to_be_done_is_of_the_nearer_day(read: Any) -> None:
    text = "He cancelled a trip to Aarn, where he had been due to attend a match on {}."
    assert read(text.format("Thursday")).dates("attend")[0] == "2024-03-14"
    assert read(text.format("Saturday")).dates("attend")[0] == "2024-03-16"


def test_key_points_above_a_story_leave_it_its_lead(read: Any) -> None:
    points = "Harl's cabinet falls\n\n* President to consult leaders from Friday\n\n"
    story = "Harl's cabinet fell on Wednesday. The premier cancelled a trip to Aarn."
    assert read(points + story).dates("cancelled")[0] == "2024-03-13"


def test_answers_go_on_behind_what_had_been_done_before(read: Any) -> None:
    story = "Harl's cabinet fell on Tuesday.\n\nA bank had cut its outlook on 1 March.{}The union demanded a vote."
    assert read(story.format("\n\n")).dates("demanded")[0] == "2024-03-12"
    assert read(story.format(" ")).dates("demanded")[0] is None
    told = read("Harl's cabinet fell on Tuesday. The party, which lost the last poll, demanded a vote.")
    assert told.dates("demanded")[0] == "2024-03-12"


def test_hours_after_the_news_are_not_counted_from_since_when_there_is_war(read: Any) -> None:
    told = read(
        "Drones hit the port on Wednesday, in the worst raid since the war began two years ago. Fires rose hours later."
    )
    assert told.dates("rose")[0] == "2024-03-13"


def test_what_is_avenged_was_done(read: Any) -> None:
    text = "The Front claimed responsibility, calling the attack revenge for the bombing of a wedding in Hala Tor "
    told = read(text + "on Monday that killed at least nine civilians.")
    assert told.dates("bombing")[0] == "2024-03-11"
    assert told.at("bombing").modality is Modality.HAPPENED
    assert read("The chairman called members for a meeting on Monday.").at("meeting").modality is Modality.PLANNED


def test_markets_answer_the_news_of_the_day(read: Any) -> None:
    text = "The terminal at Tarn was closed on Tuesday. {} rose 4 percent, the most since August."
    assert read(text.format("Oil")).dates("rose")[0] == "2024-03-12"
    assert read(text.format("Unemployment")).dates("rose")[0] is None


def test_a_length_before_a_gerund_is_of_what_befell_it(read: Any) -> None:
    told = read("Shares were bought on 1 March. Three days later trading in them was halted.")
    assert told.dates("halted")[0] == "2024-03-04"


def test_a_scene_has_the_day_of_what_took_place_there(read: Any) -> None:
    assert [m.title for m in read("In 2003 it was the scene of a long siege.").shown] == ["Long siege"]


def test_a_list_of_measures_is_what_was_imposed(read: Any) -> None:
    told = read("The Union imposed travel bans and asset freezes on nine officials on Monday, accusing them of fraud.")
    assert told.dates("imposed") == ("2024-03-11", "2024-03-11")


def test_whoever_was_asked_replied_within_a_day_of_that(read: Any) -> None:
    told = read("The firm, contacted by reporters on 4 March, replied within a day that it had sold the unit.")
    assert told.dates("replied")[0] == "2024-03-04"
    assert told.at("replied").time_refs[0].relation is Relation.WITHIN


def test_from_when_it_would_be_is_when_it_is_planned(read: Any) -> None:
    told = read("The ferry sank on Monday. The owner said it would introduce new checks from 1 May.")
    assert told.dates("introduce")[0] == "2024-05-01"


def test_answers_go_on_in_the_paragraph_behind_what_was_long_before(read: Any) -> None:
    story = "The Union banned nine officials on Thursday.\n\nIn January it froze the assets of a bank.{}"
    assert read(story.format("\n\nThe ministry condemned the step.")).dates("condemned")[0] == "2024-03-14"
    assert read(story.format("\n\nThe ministry summoned its envoy.")).dates("summoned")[0] is None


def test_an_hour_behind_the_lead_is_of_the_lead(read: Any) -> None:
    text = "The Union banned nine officials on Thursday over the vote of 8 January.\n\n"
    assert read(text + "The list was published shortly before noon.").dates("published")[0] == "2024-03-14T12:00"
