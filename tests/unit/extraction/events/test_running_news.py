"""What news goes on to tell, without a time, of the day that its story has come to."""

from typing import Any

import pytest

from timeline_app.model.annotation import Relation
from timeline_app.model.source import DocumentKind

_LEAD = "A dam burst above the town of Mira on Monday, officials said."


def _news(read: Any, *paragraphs: str) -> Any:
    return read("\n\n".join((_LEAD, *paragraphs)), kind=DocumentKind.NEWS)


def test_answers_to_the_news_are_of_the_day_that_the_story_has_come_to(read: Any) -> None:
    told = _news(
        read,
        "The dam, which was built in 1962, held back 40 million tonnes of water.",
        "The miners' union accused the owner, Varda Mining, of ignoring cracks.",
        "Divers found nine bodies on Wednesday morning.",
        "President Lena Holt expressed her sorrow and ordered the army to help.",
    )
    assert told.dates("accused") == ("2024-03-11", "2024-03-11")
    assert told.dates("expressed") == ("2024-03-13", "2024-03-13")
    assert told.at("ordered").salient


def test_answers_given_behind_older_news_have_no_day(read: Any) -> None:
    told = _news(
        read,
        "Another dam of the same firm broke in May 2016.",
        "Varda Mining apologised to the families.",
    )
    assert told.at("apologised").time is None


def test_time_of_a_thing_does_not_turn_the_story_back(read: Any) -> None:
    told = _news(
        read,
        "Shares in Varda Mining, which was founded in 1951, were suspended on Tuesday.",
        "The premier, who took office in May, summoned the firm's chairman.",
        "He had dismissed a warning.",
    )
    assert told.dates("summoned") == ("2024-03-12", "2024-03-12")
    assert told.at("dismissed").time is None


def test_story_that_opens_with_news_of_today_goes_on_with_it(read: Any) -> None:
    text = (
        "A former mayor has been jailed for six years.\n\nThe council apologised to residents.\n\n"
        "Rolf Ahn took bribes in 2015.\n\nThe council dismissed the complaints."
    )
    told = read(text, kind=DocumentKind.NEWS)
    assert told.dates("jailed") == told.dates("apologised") == ("2024-03-15", "2024-03-15")
    assert told.at("dismissed").time is None
    lasting = read("A former mayor has led the club for six years. He likes it.", kind=DocumentKind.NEWS)
    assert lasting.at("led").time is None


def test_what_counted_victims_died_of_has_their_day(read: Any) -> None:
    told = read("Nine people died after a bus plunged into a gorge near Mira on Monday, police said.")
    assert told.dates("died") == ("2024-03-11", "2024-03-11")
    assert told.at("died").time_refs[0].relation is Relation.AT
    later = read("Nine people died two days after a bus plunged into a gorge near Mira on Monday.")
    assert later.dates("died") != ("2024-03-11", "2024-03-11")
    one = read("The driver died after his bus plunged into a gorge near Mira on Monday.")
    assert one.at("died").time_refs[0].relation is Relation.AFTER


def test_that_accident_is_the_last_one_told(read: Any) -> None:
    told = _news(
        read,
        "In June 2018 nine people were killed when a bridge fell in Tarn.",
        "Its builder was jailed in May 2019.",
        "A month after that accident, a crane hit two workers in Sule.",
    )
    assert told.dates("hit")[0][:7] == "2018-07"


def test_what_happened_in_the_same_event_has_its_day(read: Any) -> None:
    told = _news(
        read,
        "Gunmen attacked a bus near Kito on 4 May 2020.",
        "The army sent troops to the province in June 2020.",
        "Two teachers were wounded in the same attack.",
    )
    assert told.dates("wounded") == ("2020-05-04", "2020-05-04")
    tried = _news(
        read,
        "Karl Ost was convicted of fraud in April 2020 and lost his seat in June.",
        "His aide, Ida Lund, was sentenced to six years in the same trial.",
    )
    assert tried.dates("sentenced") == ("2020-04-01", "2020-04-30")
    dated = _news(read, "Karl Ost was convicted in April 2020.", "His aide was sentenced on 3 May in the same trial.")
    assert dated.dates("sentenced")[0][5:] == "05-03"
    state = _news(read, "Two envoys were held in a raid on 4 May 2020.", "They were in the same raid as Holm.")
    assert not any("were in" in m.title for m in state.shown)
    place = _news(read, "The mayor was elected in May 2019.", "Her aide was wounded in the same street.")
    assert place.dates("wounded") != ("2019-05-01", "2019-05-31")


def test_the_dead_of_two_verbs_died_when_the_second_tells(read: Any) -> None:
    told = read("At least nine people drowned and dozens were missing after a ferry went down on Monday, police said.")
    assert told.dates("drowned") == ("2024-03-11", "2024-03-11")


def test_what_somebody_has_done_is_of_the_day_on_which_it_is_said(read: Any) -> None:
    told = read("Norland has expelled two envoys over the leak, the ministry said on Tuesday.")
    assert told.dates("expelled") == ("2024-03-12", "2024-03-12")
    lasting = read("The two have been friends for years, the ministry said on Tuesday.")
    assert lasting.at("been").time is None
    older = read("Norland expelled two envoys over the leak, the ministry said on Tuesday.")
    assert older.dates("expelled") != ("2024-03-12", "2024-03-12")


def test_a_day_later_counts_from_the_only_day_of_its_sentence(read: Any) -> None:
    told = _news(
        read,
        "The army shelled Tarn on Monday.",
        "A column of trucks which had left Kito on Saturday was looted a day later near Sule.",
    )
    assert told.dates("looted") == ("2024-03-10", "2024-03-10")
    aside = _news(read, "On 4 March troops reached Kito, which had been taken on 2 March, and left the next day.")
    assert aside.dates("left") == ("2024-03-05", "2024-03-05")


def test_what_is_later_already_counts_from_nothing_else(read: Any) -> None:
    told = read("The line was cut on 3 March, ahead of a rally, and restored three days later after complaints.")
    assert told.dates("restored") == ("2024-03-06", "2024-03-06")


def test_a_lead_that_counts_from_an_undated_event_is_of_its_day(read: Any) -> None:
    told = _news(
        read,
        "The ministers of Tarn and Sule have signed a truce, three weeks after fighting in the valley left nine dead.",
        "The text was read out in parliament.",
    )
    assert told.dates("signed") == ("2024-03-15", "2024-03-15")


def test_who_welcomes_a_deal_on_a_day_does_so_then(read: Any) -> None:
    told = read("President Holm welcomed the agreement on Tuesday as a victory.")
    assert [m.title for m in told.shown] == ["President Holm welcomed the agreement as a victory"]
    assert told.dates("welcomed") == ("2024-03-12", "2024-03-12")


def test_in_the_disaster_of_a_month_others_are_killed(read: Any) -> None:
    told = read("In the Tarn disaster of August 1976, a flood and a slide killed hundreds of people.")
    assert told.dates("killed") == ("1976-08-01", "1976-08-31")


def test_what_one_of_many_did_when_is_told(read: Any) -> None:
    told = read("His case got a boost on 3 March, when one of the seven judges, Ida Lund, resigned in protest.")
    assert told.dates("resigned") == ("2024-03-03", "2024-03-03")


def test_that_changed_tells_nothing_itself(read: Any) -> None:
    told = read("That changed in June 2020, when the governor was shot outside his home.")
    assert [m.title for m in told.shown] == ["Governor was shot outside his home"]
    costs = read("Bread costs four times what it did in the spring of 2020.")
    assert not costs.shown
    law = read("The law changed in June 2020.")
    assert [m.title for m in law.shown] == ["Law changed"]


def test_who_is_held_is_who_is_released(read: Any) -> None:
    told = read("On 4 March officers arrested a man in Tarn; he was released without charge the next day.")
    assert told.at("released").title == "Man in Tarn was released without charge"
    other = _news(read, "Holm attacked a guard on Monday.", "He was arrested on Tuesday.")
    assert other.at("arrested").title == "Holm was arrested"


def test_what_somebody_is_suspected_of_was_done(read: Any) -> None:
    told = read("The group is suspected of an attack on a hospital in January.")
    assert told.dates("attack") == ("2024-01-01", "2024-01-31")
    planned = read("The union is to stage a march on the hospital in May.")
    assert planned.dates("stage")[0] == "2024-05-01"


def test_the_following_weekend_is_the_first_one(read: Any) -> None:
    told = _news(read, "The port reopened to freight on 5 February.", "Ferries came back the following weekend.")
    assert told.dates("came") == ("2024-02-10", "2024-02-11")
    friday = _news(read, "The port reopened to freight on 9 February.", "Ferries came back the following weekend.")
    assert friday.dates("came") == ("2024-02-17", "2024-02-18")


def test_what_one_plan_was_to_do_is_not_said_of_many(read: Any) -> None:
    told = read("They fell out over a plan, drawn up in May, to merge their forces, which was signed on 4 March.")
    assert told.at("signed").title == "Plan was signed"
    many = read("They fell out over a plan to merge their forces, which were sent home on 4 March.")
    assert many.at("sent").title == "Their forces were sent home"


def test_the_collapse_of_a_month_was_on_its_only_day_told(read: Any) -> None:
    told = _news(
        read,
        "Holm was jailed on Thursday over the dam, whose collapse in February 2019 killed 114 people.",
        "It gave way at 3 a.m. on 20 February 2019, burying a village.",
        "Her aide resigned a week after the collapse.",
    )
    assert told.dates("resigned") == ("2019-02-27", "2019-02-27")
    two = _news(
        read,
        "Holm was jailed on Thursday over the dam, whose collapse in February 2019 killed 114 people.",
        "Workers had seen a crack on 3 February 2019 and left on 5 February 2019.",
        "Her aide resigned a week after the collapse.",
    )
    assert two.dates("resigned") != ("2019-02-10", "2019-02-10")


def test_an_hour_behind_older_news_is_of_the_day_of_the_lead(read: Any) -> None:
    text = (
        "A bomb killed nine people at a station in Tarn on Thursday.\n\n"
        "On 29 February a bridge near Sule was damaged.\n\n"
        "Police told reporters that the bomber had entered the hall at 11 a.m."
    )
    assert read(text).dates("entered")[0].startswith("2024-03-14")


def test_minutes_after_are_not_part_of_a_name(read: Any) -> None:
    told = read("On Monday, air strikes shook Tarn minutes after a truce was announced.")
    assert told.at("shook").title == "Air strikes shook Tarn"


def test_seven_of_whom_names_the_many(read: Any) -> None:
    told = read("Another 46 people were wounded, seven of whom were flown to a hospital on Monday.")
    assert told.at("flown").title == "Seven of another 46 people were flown to a hospital"


def test_she_is_the_wife_told_of_before(read: Any) -> None:
    told = read(
        "“Nobody has seen a judge,” said Ida Lund of the monitor. On 19 February a guard telephoned the wife of a "
        "prisoner. She was allowed to see her husband four days later."
    )
    assert told.at("allowed").title == "Wife of a prisoner was allowed to see her husband"


def test_the_number_killed_is_no_event(read: Any) -> None:
    told = read("The raid on 5 March brought to six the number killed since January.")
    assert not any("umber" in m.title and "killed" in m.title.split()[-1] for m in told.shown)


def test_the_crash_far_above_is_the_one_that_the_report_is_about(read: Any) -> None:
    filler = "Nobody knew whether the road would be closed or what the mayor wanted to say about it. "
    told = read(
        "A bus crash killed nine people on 1 March. "
        + filler * 4
        + "The line had seen a crash in May 2019 as well. "
        + filler * 8
        + "The mayor came two days after the crash."
    )
    assert told.dates("came") == ("2024-03-03", "2024-03-03")
    near = read(
        "A bus crash killed nine on 1 March. A truck crash killed one on 4 March. Holm came a day after the crash."
    )
    assert near.dates("came") == ("2024-03-05", "2024-03-05")


def test_when_something_comes_up_is_ahead(read: Any) -> None:
    told = read("The group asked envoys to raise the case when the record comes up in September.")
    assert told.dates("comes") in (None, ("2024-09-01", "2024-09-30"))
    recalled = read("The company recalled 64,000 bikes on 3 March after a fire.")
    assert recalled.dates("recalled") == ("2024-03-03", "2024-03-03")
    remembered = read("The mayor recalled on 3 March that the bridge was old.")
    assert remembered.at("recalled").title == "Mayor recalled that the bridge was old"


def test_what_took_until_a_day_was_done_on_it(read: Any) -> None:
    told = read("It took prosecutors until May 2022 to charge both men.")
    assert [m.title for m in told.shown] == ["Prosecutors charged both men"]
    assert told.at("took").time_refs[0].relation is Relation.AT
    bus = read("The mayor took the bus until May 2022 to save money.")
    assert not any("saved" in m.title for m in bus.shown)
    assert all(m.time_refs[0].relation is not Relation.AT for m in bus.shown)


def test_him_in_a_new_paragraph_is_none_of_two(read: Any) -> None:
    two = read("Mr Wern sent Mr Tolm a letter on 2 March. Tolm did not answer.\n\nOfficers arrested him on 4 March.")
    assert two.at("arrested").title == "Officers arrested him"
    one = read("Paul Wern sent a letter on 2 March.\n\nOfficers arrested him on 4 March.")
    assert one.at("arrested").title == "Officers arrested Paul Wern"


def test_what_is_conducted_are_interviews(read: Any) -> None:
    told = read("It rests on interviews with 57 people, including 22 former detainees, which were conducted in March.")
    assert told.at("conducted").title.startswith("Interviews")


def test_a_title_opens_with_no_that(read: Any) -> None:
    told = read("That the diesel store burned through the night of 3 March is clear from the pictures.")
    assert told.at("burned").title == "Diesel store burned"


@pytest.mark.parametrize(
    "text",
    [
        "The troops met fierce resistance at Tarn hours before Sule from two brigades.",
        "More than On 2 June 40 soldiers 550 staff sought other jobs.",
        "There On 2 June 40 soldiers talks were under way on the timing of the summit.",
        "On ² June ² men fled.",
        "It was wrong on Monday, said the captain, Olav Rem",
    ],
)
def test_a_tree_that_was_misread_ends(read: Any, text: str) -> None:
    assert read(f"The war goes on.\n\n{text}").shown is not None


def test_a_short_answer_is_told(read: Any) -> None:
    told = read("The mayor wrote to the company on 3 March. The company replied two days later.")
    assert told.dates("replied") == ("2024-03-05", "2024-03-05")
    assert told.at("replied").salient


def test_what_was_said_after_an_event_was_said_on_its_day(read: Any) -> None:
    told = read(
        "Gareth Lodd was sentenced on Friday. A second man will be sentenced on 6 May. The mill burned in 2019. "
        "Varn's husband said after the sentencing that justice had been done."
    )
    assert told.dates("said") == ("2024-03-15", "2024-03-15")


def test_what_was_said_after_an_event_of_no_day_has_none(read: Any) -> None:
    told = read("The mill burned in May 2019. In 2020 it closed. The owner said after the fire that he was ruined.")
    assert told.dates("said") != ("2019-05-01", "2019-05-31")


def test_the_dead_do_nothing_more(read: Any) -> None:
    told = read("Gareth Lodd was abroad when Ada Varn died on 4 March and flew back two days later.")
    assert told.at("flew").title == "Gareth Lodd flew back"
    assert told.dates("flew")[0] == "2024-03-06"


def test_what_a_body_says_to_the_news_is_of_its_day(read: Any) -> None:
    filler = [f"The {name} is forty metres high and lies above the town." for name in ("dam", "wall", "mill", "church")]
    last = "The Norland embassy said the arrest would not help."
    along = _news(read, *filler, f"Police arrested the owner. {last}")
    back = _news(read, *filler, f"Another dam broke in May 2016. {last}")
    assert along.dates("said") == ("2024-03-11", "2024-03-11")
    title = "Norland embassy said the arrest would not help"
    assert [next(m.time for m in told.analysis.mentions if m.title == title) is None for told in (along, back)] == [
        False,
        True,
    ]


def test_a_term_of_years_does_not_turn_the_story_back(read: Any) -> None:
    told = _news(
        read,
        "The court heard the manager on Monday.",
        "His aide was found guilty of theft and was sentenced to 25 years in prison.",
    )
    assert told.dates("sentenced")[0] == "2024-03-11"


def test_what_is_told_of_the_doer_does_not_turn_the_answer_back(read: Any) -> None:
    told = _news(
        read,
        "Another dam of the same firm broke in May 2016.",
        "Opposition leader Ole Brand, who fled to Osk on 3 February after he was charged, welcomed the inquiry.",
    )
    assert told.dates("fled")[0] == "2024-02-03"
    assert told.dates("welcomed")[0] == "2024-03-11"


def test_an_answer_with_a_time_of_its_own_keeps_it(read: Any) -> None:
    told = _news(
        read,
        "Another dam of the same firm broke in May 2016.",
        "Opposition leader Ole Brand welcomed a similar inquiry in June 2016.",
    )
    assert told.dates("welcomed")[0] == "2016-06-01"


@pytest.mark.parametrize(
    ("before", "hour", "day"),
    [
        (
            "A court heard that 680 tonnes of oil escaped on the night of 8 February 2021.",
            "11.52pm",
            "2021-02-08T23:52",
        ),
        ("Another dam had leaked on the night of 8 February 2021.", "2.40pm", "2024-03-11T14:40"),
    ],
)
def test_an_hour_is_of_an_older_night_only_where_that_holds_it(read: Any, before: str, hour: str, day: str) -> None:
    assert _news(read, before, f"An alarm sounded in the control room at {hour}.").dates("sounded")[0] == day
