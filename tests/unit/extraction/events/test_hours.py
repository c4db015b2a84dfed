"""Hours, the day that their clause tells further on, and the sentences that their full stops end or do not end."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "word", "begin"),
    [
        ("The man was stabbed at around 11pm outside a pub in Leeds on Friday 1 March.", "stabbed", "2024-03-01T23:00"),
        ("At 5 a.m. soldiers attacked the palace on Sunday.", "attacked", "2024-03-10T05:00"),
        ("Shortly after 7am a van hit a wall on Tower Road on Saturday, killing two.", "hit", "2024-03-09T07:00"),
        ("Two men were shot at 9 p.m. near the pier yesterday.", "shot", "2024-03-14T21:00"),
        ("She was seen at 6pm in a cafe on Tuesday night.", "seen", "2024-03-12T18:00"),
    ],
)
def test_an_hour_is_of_the_day_that_its_clause_tells_behind(read: Any, text: str, word: str, begin: str) -> None:
    assert read(text).dates(word)[0] == begin


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("At 9 p.m. he condemned Sunday's attack.", "condemned"),
        ("The ferry, which sailed at 6am, was boarded on Monday.", "sailed"),
        ("Guards were beaten at 4 p.m. after a riot began on Monday.", "beaten"),
        ("The shop closed at 4 p.m. and the owner was held on Monday.", "closed"),
    ],
)
def test_the_day_of_another_clause_is_not_that_of_the_hour(read: Any, text: str, word: str) -> None:
    assert not (read(text).dates(word)[0] or "").startswith(("2024-03-10", "2024-03-11"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("He was shot at about 9 p.m. near his home.", "He was shot near his home"),
        ("The man was stabbed at about 11pm outside a pub.", "Man was stabbed outside a pub"),
        ("By 6 a.m. armoured cars had blocked the bridge.", "Armoured cars had blocked the bridge"),
    ],
)
def test_no_preposition_is_left_of_an_hour(read: Any, text: str, title: str) -> None:
    assert title in [mention.title for mention in read(text).shown]


def test_a_sentence_may_begin_behind_an_hour(read: Any) -> None:
    told = read("Gunfire was heard near the palace from about 3:30 a.m. By 6 a.m. cars had blocked the bridges.")
    text = told.analysis.source.text
    heard, blocked = told.at("heard"), told.at("blocked")
    assert text[heard.sentence.start : heard.sentence.end].endswith("3:30 a.m.")
    assert text[blocked.sentence.start : blocked.sentence.end].startswith("By 6")
    assert told.at("blocked").time is not None


@pytest.mark.parametrize(
    "text", ["A quake struck at 3:53 a.m. local time on Monday.", "It fell at 8:30 a.m. Two died."]
)
def test_words_behind_an_hour_hang_on_one_root_each(read: Any, pipeline: Any, text: str) -> None:
    doc = pipeline.parse(text)
    for sentence in doc.sents:
        inside = set(range(sentence.start, sentence.start + len(sentence)))
        assert sum(token.head is token for token in sentence) == 1
        assert all(token.head.i in inside for token in sentence)
    assert len(doc.sents) == (1 if "local" in text else 2)


def test_the_month_goes_on_from_the_story_and_not_from_since_when_something_was_so(read: Any) -> None:
    text = "The firm told owners of the leak on 5 March. Thieves had been in since November. Its head left {}."
    assert read(text.format("at the end of the month")).dates("left")[0] == "2024-03-01"
    assert read(text.format("that November")).dates("left")[0] == "2023-11-01"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A photograph that he posted on 12 March shows a crane.", "body"),
        ("A picture posted on Telegram on Monday shows a burned tank.", "body"),
        ("This undated photo provided by the navy shows a wreck.", "caption"),
        ("A photo released by state media shows the launch.", "caption"),
    ],
)
def test_pictures_told_of_in_prose_are_no_captions(read: Any, text: str, kind: str) -> None:
    source = read(f"The dam burst on Monday. Nobody was hurt in the valley below it.\n\n{text}").analysis.source
    segment = source.segment_at(source.text.index(text))
    assert segment is not None
    assert segment.kind.value == kind


def test_what_was_done_the_next_day_is_counted_from_before_who_says_so_now(read: Any) -> None:
    told = read("Orlov was last seen on 3 March. His lawyer told me yesterday that he had left for Dubai the next day.")
    assert told.dates("told") == ("2024-03-14", "2024-03-14")
    assert told.dates("left") == ("2024-03-04", "2024-03-04")
    assert told.at("left").title == "He had left for Dubai"


def test_nights_that_follow_are_counted_like_days(read: Any) -> None:
    told = read("The army came under attack on 5 March. Over the following two nights soldiers raided homes.")
    assert told.dates("raided") == ("2024-03-06", "2024-03-07")
    assert told.at("raided").title == "Soldiers raided homes"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Over two days rebels seized nine towns in May.", "Rebels seized nine towns"),
        ("During those two weeks inspectors visited a site on 3 March.", "Inspectors visited a site"),
    ],
)
def test_who_did_it_is_no_part_of_how_long_it_took(read: Any, text: str, title: str) -> None:
    assert title in [mention.title for mention in read(text).shown]


@pytest.mark.parametrize(
    ("lead", "begin"),
    [
        ("Wednesday's fire at the Lido killed 38.", "2024-03-13T23:40"),
        ("Last Tuesday's deadly warehouse fire killed 38.", "2024-03-12T23:40"),
        ("The fire at the Lido killed 38.", "2024-03-14T23:40"),
    ],
)
def test_an_hour_of_what_a_text_called_by_its_day_is_of_that_day(read: Any, lead: str, begin: str) -> None:
    told = read(f"{lead} Two men died on Thursday.\n\nThe fire started at 11.40 p.m.")
    assert told.dates("started")[0] == begin


def test_what_somebody_did_comes_days_after_what_befell_before(read: Any) -> None:
    told = read("The envoy resigned on Wednesday. Her departure comes six days after a missile hit a market in Mira.")
    assert told.dates("hit") == ("2024-03-07", "2024-03-07")


def test_a_new_paragraph_of_news_is_of_the_writers_year(read: Any) -> None:
    news = "The envoy resigned on Wednesday.\n\nThe war began in March 2019. Rebels took Orm that December."
    told = read(f"{news} They held it for ten days.\n\nThe envoy met the president in January.")
    assert told.dates("met")[0] == "2024-01-01"
    assert read(f"{news} They lost it in January.").dates("lost")[0] == "2020-01-01"


@pytest.mark.parametrize(
    ("text", "word", "begin"),
    [
        ("The firm's accounts for 2019 were sent on 3 March.", "sent", "2024-03-03"),
        (
            "He filed a grievance on 16 April 2021, which was rejected a month later. He appealed on 20 May.",
            "appealed",
            "2021-05-20",
        ),
        (
            "It won contracts worth €41m. The largest was signed on 19 May 2016, a day after the rival quit.",
            "signed",
            "2016-05-19",
        ),
    ],
)
def test_a_date_goes_on_with_the_year_of_what_it_is_told_with(read: Any, text: str, word: str, begin: str) -> None:
    assert read(text).dates(word)[0] == begin


def test_what_was_stopped_until_a_day_ahead_was_not_stopped_on_it(read: Any) -> None:
    told = read("The airline cancelled all its flights to Mira through Tuesday. He stayed in Orm until Wednesday.")
    assert told.at("cancelled").time is None
    assert told.dates("stayed") == (None, "2024-03-13")


@pytest.mark.parametrize(
    ("text", "word", "begin"),
    [
        ("On 27 February they crossed. A brother, who had crossed two nights earlier, met them.", "met", None),
        ("He took up arms in 2009. He was held in 2014 but escaped eleven months later.", "escaped", "2014-12-01"),
        ("The party, which pulled out of the race on 20 February, said so on Monday.", "pulled", "2024-02-20"),
        ("On 5 March thieves set fire to a box, smashed a case and escaped.", "escaped", "2024-03-05"),
    ],
)
def test_what_is_counted_and_what_is_shared(read: Any, text: str, word: str, begin: str | None) -> None:
    assert read(text).dates(word)[0] == begin


def test_what_had_been_done_a_week_before_something_undated_is_undated(read: Any) -> None:
    told = read("The gang had rehearsed the raid a week before, prosecutors said on Wednesday.")
    assert told.at("rehearsed").time is None
    told = read("The raid was on 3 March. The gang had rehearsed it a week before.")
    assert told.dates("rehearsed") == ("2024-02-19", "2024-02-25")
