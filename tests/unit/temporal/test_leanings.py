"""What the words before a phrase and the day of writing say against, or without, the verb."""

from datetime import date

import pytest

from timeline_app.model.bounds import begin_until
from timeline_app.model.source import DocumentKind, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Tense
from timeline_app.temporal.grammar.language import load_language
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences, tokenize

SATURDAY = date(2018, 6, 9)


def read(text: str, published: date = SATURDAY, kind: DocumentKind = DocumentKind.NEWS) -> dict[str, str]:
    """The value of each phrase of a text."""
    context = PublicationContext(TimeValue.day(published.year, published.month, published.day), document_kind=kind)
    found = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    return {e.phrase: e.reading.value for e in found if e.reading is not None}


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("The bank got until 31 August to raise its capital.", "31 August", "2018-08-31"),
        ("Directors declared a dividend payable Sept. 15 to holders of record Aug. 20.", "Sept. 15", "2018-09-15"),
        ("Directors declared a dividend payable Sept. 15 to holders of record Aug. 20.", "Aug. 20", "2018-08-20"),
        ("He set a record on March 3.", "March 3", "2018-03-03"),
        ("The president declared mourning starting on Monday.", "Monday", "2018-06-11"),
        ("The strike starting on Thursday closed the port.", "Thursday", "2018-06-07"),
        ("If no deal is reached by February, the plant closes.", "February", "2019-02"),
        ("Polls narrowed before the July 6 election.", "July 6", "2018-07-06"),
        ("Police named the dead of the May 3 bombing.", "May 3", "2018-05-03"),
        ("The fair, originally scheduled for March, was put off.", "March", "2018-03"),
        ("The festival was planned for April, but the money ran out.", "April", "2018-04"),
        ("Bombs fell in the night to Saturday.", "the night to Saturday", "2018-06-08TNI"),
        ("The council will meet to discuss Thursday's attack.", "Thursday", "2018-06-07"),
        ("He was due to testify about Thursday's crash.", "Thursday", "2018-06-07"),
        ("The council will meet to prepare Thursday's vote.", "Thursday", "2018-06-14"),
        ("It was the worst loss in a year and two days later he left.", "a year", "P1Y"),
        ("She said the strike, planned for 26 May, was off.", "26 May", "2018-05-26"),
        ("The pact was due to be signed on 2 April.", "2 April", "2018-04-02"),
        ("The pact is due to be signed on 2 April.", "2 April", "2019-04-02"),
        ("The final was due on 20 July.", "20 July", "2018-07-20"),
        ("He was due to be heard on the 31st.", "the 31st", "2018-05-31"),
        ("They fought in the autumn of 2016. It ended on 10 November.", "10 November", "2016-11-10"),
        ("They fought in the spring of 2016. The court ruled on 4 June.", "4 June", "2018-06-04"),
        ("In 1983, a bomb killed 63 people on April 18.", "April 18", "1983-04-18"),
        ("In 1983, a man who was freed on April 18 shot her.", "April 18", "2018-04-18"),
        ("It was the worst attack since 1983, when 63 people died on April 18.", "April 18", "1983-04-18"),
        ("He was charged with planning the May 3 attacks.", "May 3", "2018-05-03"),
        ("He may be charged over the killing of a guard in October.", "October", "2017-10"),
        ("The ministry will publish its report on the crash in March.", "March", "2019-03"),
        ("She will join the May 3 parade.", "May 3", "2019-05-03"),
        ("On a damp Monday morning in April 2011 he left.", "Monday morning in April 2011", "2011-04"),
    ],
)  # fmt: skip
def test_words_before_a_date_place_it(text: str, phrase: str, value: str) -> None:
    assert read(text)[phrase] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The train stopped at 02:15 last night.", ["2018-06-09T02:15"]),
        ("The train stopped at 11:15 p.m. last night.", ["2018-06-08T23:15"]),
        ("Shots were heard between 2300 and 0100 on Monday night.", ["2018-06-04T23:00", "2018-06-05T01:00"]),
        (
            "The vault was locked on Friday. It was opened between 9 and 11 p.m. the night before.",
            ["2018-06-08", "2018-06-07T21:00", "2018-06-07T23:00"],
        ),
        ("The offer ends at midnight tonight.", ["2018-06-10T00:00"]),
        ("It struck at 4:17 a.m. (0117 GMT) on Friday.", ["2018-06-08T04:17", "2018-06-08T01:17Z", "2018-06-08"]),
        ("It struck at 8:17 p.m. (0117 GMT) on Friday.", ["2018-06-08T20:17", "2018-06-09T01:17Z", "2018-06-08"]),
        ("Flights resumed at 07:30 after being suspended overnight.", ["2018-06-09T07:30", "2018-06-08TNI"]),
        ("He was held on 5 May 2018. The next day, 6 May, he was freed.", ["2018-05-05", "2018-05-06", "2018-05-06"]),
    ],
)
def test_the_small_hours_belong_to_the_night_before(text: str, values: list[str]) -> None:
    assert list(read(text).values()) == values


def test_what_has_happened_was_on_no_day_to_come() -> None:
    values = read("She will visit on June 20. The alarm failed at 2:10 a.m. and was repaired.")
    assert values["2:10 a.m."] == "2018-06-09T02:10"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The blaze began at 4 p.m. on Thursday. By dawn it had reached the coast road.", "2018-06-08"),
        ("The blaze began on Thursday evening. At dawn planes dropped water.", "2018-06-08"),
        ("The blaze began at 4 p.m. on Thursday. Crews had reported smoke at dawn.", "2018-06-07"),
        ("The blaze began at 9 a.m. on Thursday. It was seen at dawn from the coast road.", "2018-06-07"),
        ("The blaze began on Thursday. By dawn it had reached the coast road.", "2018-06-07"),
    ],
)
def test_a_dawn_after_an_afternoon_is_the_next(text: str, day: str) -> None:
    assert read(text)["dawn"] == f"{day}TMO"


def test_an_hour_with_its_zone_is_of_the_news() -> None:
    values = read("Revenue in the three months to March 31 climbed. The shares were up 6.8% at 1040 GMT.")
    assert values["1040 GMT"] == "2018-06-09T10:40Z"


def test_a_long_report_counts_last_month_from_publication() -> None:
    text = "In June 2016 she died. In August 2016 he fled. An officer told us last month that he had been seen."
    assert read(text, kind=DocumentKind.NARRATIVE)["last month"] == "2018-05"


def test_a_history_counts_last_month_from_what_it_told() -> None:
    text = "In June 1816 she died. In August 1816 he fled, having been seen last month."
    assert read(text, kind=DocumentKind.NARRATIVE)["last month"] == "1816-07"


def test_today_in_a_history_is_no_day() -> None:
    assert read("The walls fell in 1816. Today little remains.", kind=DocumentKind.NARRATIVE)["Today"] == "PRESENT_REF"


def test_the_time_is_that_of_what_was_told() -> None:
    text = "He was accused in February. He rejected it at the time."
    context = PublicationContext(TimeValue.day(2018, 6, 9), document_kind=DocumentKind.NEWS)
    february, then = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    assert then.reading is not None
    assert (then.reading.value, then.time) == ("PAST_REF", february.time)


def test_the_verb_rules_where_no_word_leans() -> None:
    leanings = load_language("en").leanings
    tokens = tokenize("It fell on Friday")
    tree = find_expressions("s", "on Friday", split_sentences("on Friday"))[0].tree
    assert [leanings.tense(tokens, 3, 4, tense, tree) for tense in Tense] == list(Tense)


def test_minutes_after_a_month_stay_within_it() -> None:
    values = read("In April 2011 he came in. Twenty minutes later he left.", kind=DocumentKind.NARRATIVE)
    assert values["Twenty minutes later"] == "2011-04TXX"


def test_what_is_due_in_a_long_report_is_ahead_of_its_publication() -> None:
    text = "In June 2016 she died. In July his trial is due to start on 9 September. In August he would be held."
    values = read(text, kind=DocumentKind.NARRATIVE)
    assert (values["9 September"], values["August"]) == ("2018-09-09", "2016-08")


def test_within_a_quotation_distances_count_from_what_it_told() -> None:
    values = read('She wrote: "It tripped on Friday at 11:40 p.m. and was restarted twenty minutes later."')
    assert values["twenty minutes later"] == "2018-06-09T00:00"


def test_a_feast_far_from_what_was_told_is_left_open() -> None:
    values = read("In 44 BC he died. At Ramadan they fasted.", kind=DocumentKind.NARRATIVE)
    assert set(values) == {"44 BC", "Ramadan"}


def test_years_for_headings_are_no_entries_of_a_chronology() -> None:
    long = "The army held the pass. It lost it on 8 March. On 20 March it came back. It was cold.\n" * 3
    text = "".join(f"{year}\n\n{long}\n" for year in (1936, 1937, 1938))
    context = PublicationContext(TimeValue.day(2018, 6, 9), document_kind=DocumentKind.NARRATIVE)
    found = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    values = [e.reading.value for e in found if e.reading is not None]
    assert values[:3] == ["1936", "1936-03-08", "1936-03-20"]
    assert values[-2:] == ["1938-03-08", "1938-03-20"]


def test_an_hour_after_another_is_of_its_day_not_of_an_afternoon_before() -> None:
    values = read("He came on 22 May. She left the same afternoon. On 23 May at 10:15 he wrote. She paid at 14:05.")
    assert values["14:05"] == "2018-05-23T14:05"


def test_what_only_opens_a_span_tells_no_day_for_others() -> None:
    bankrupt = (
        "It goes back to the spring of 2013. The town, which had bought its water since 1967, was broke. "
        "A manager was sent in that April."
    )
    assert read(bankrupt, kind=DocumentKind.NARRATIVE)["that April"] == "2013-04"
    fled = "Thousands have fled since 23 May. The council voted at 10:30 a.m. on a truce."
    assert read(fled)["10:30 a.m."] == "2018-06-09T10:30"


def test_what_lay_ahead_of_a_day_is_counted_from_the_day_of_its_sentence() -> None:
    ordered = "On 6 January 2017 the court ruled that he would have to disclose the note by 4 February."
    assert read(ordered)["4 February"] == "2017-02-04"


def test_a_month_of_publication_tells_the_year_of_a_date() -> None:
    context = PublicationContext(TimeValue.month(2015, 3), document_kind=DocumentKind.REPORT)
    text = "A grenade was thrown on 12 September. The office closed on 4 March. It reopened on Tuesday."
    found = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    values = [e.reading.value for e in found if e.reading is not None and e.reading.time is not None]
    assert values == ["2014-09-12", "2015-03-04"]  # which Tuesday nobody can know


def test_a_week_of_a_month_ends_with_it() -> None:
    text = "He was held in the last week of January 2020."
    context = PublicationContext(TimeValue.day(2018, 6, 9))
    (week,) = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    assert week.time is not None
    assert begin_until(week.time) == ("2020-01-27", "2020-01-31")


def test_nothing_past_is_on_the_evening_of_a_day_to_come() -> None:
    text = "Her visit is planned for 20 June. Quispe was found at dusk in a ravine."
    assert read(text)["dusk"].startswith("2018-06-09")


def test_the_following_weeks_follow_what_was_told_last() -> None:
    text = (
        "A court met on 28 February 2017. In September 2017 he told police. Thousands marched in the following weeks."
    )
    context = PublicationContext(TimeValue.day(2018, 6, 9), document_kind=DocumentKind.NEWS)
    found = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    assert [begin_until(e.time)[0] for e in found if e.phrase == "the following weeks"] == ["2017-09-01"]


def test_the_coming_weeks_are_those_of_now() -> None:
    text = "In September 2017 he told police. Rain is expected in the coming weeks."
    context = PublicationContext(TimeValue.day(2018, 6, 9), document_kind=DocumentKind.NEWS)
    found = resolve_all(find_expressions("s", text, split_sentences(text)), context)
    assert [begin_until(e.time)[0] for e in found if e.phrase == "the coming weeks"] == ["2018-06-09"]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The killing of Jan Kubel shocked many.", []),
        ("Jan Novak was arrested.", []),
        ("Mario and Jan Novak were freed.", []),
        ("Police shot Jan Kubel in Mar 2018.", ["Mar 2018"]),
        ("It closed in Jan 2019.", ["Jan 2019"]),
        ("On 3 Jan Norland signed.", ["3 Jan"]),
        ("In Feb Norland signed.", ["Feb"]),
        ("Sales fell between Jan and Nov.", ["Jan", "Nov."]),
    ],
)
def test_jan_is_a_month_only_beside_dates(text: str, phrases: list[str]) -> None:
    assert list(read(text)) == phrases


def test_an_hour_with_its_zone_goes_on_from_the_day_that_opened_the_sentence_before() -> None:
    values = read("On 11 April 2016, a jet left Mira. It took off at 0712 GMT.")
    assert values["0712 GMT"] == "2016-04-11T07:12Z"


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("Between December and the end of March 2017 it received six.", "December", "2016-12"),
        ("From 28 December to 3 January 2017 it rained.", "28 December", "2016-12-28"),
        ("From May to the end of June 2017 it rained.", "May", "2017-05"),
    ],
)
def test_a_range_begins_in_the_year_before_where_its_months_run_over_new_year(
    text: str, phrase: str, value: str
) -> None:
    assert read(text)[phrase] == value
