"""Sentences full of numbers and doubtful words that tell no time: the tagger must leave every one alone."""

import pytest

from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

NO_TIMES = """
The envoy may visit the border post.
Officials may or may not agree.
It may well be that nobody counted.
May they rest in peace, the priest said.
Veterans march past the palace.
They march on the ministry with drums.
The column began its march towards the river.
Thousands joined the Long March through the hills.
The Women's March filled the square.
She finished second in the ballot.
The second attack failed.
A second convoy was turned back.
He came second to none.
The Sun reported the arrest.
The sun set behind the ridge.
Sun Li-jen commanded the brigade.
He sat beside the minister.
April Harding, a lawyer, rejected the claim.
June Okafor leads the inquiry.
Theresa May lost the vote.
August Wilson wrote the play.
Doris Day sang the tune.
More than 2000 troops crossed the river.
The depot held 1914 crates of rifles.
Police seized 1850 rounds of ammunition.
About 1500 people lost their homes.
The village has a population of 1950.
They marched 1500 metres uphill.
A Boeing 737 left the runway.
The Airbus A380s were grounded.
The Boeing 1999 design was scrapped.
Flight 1842 landed safely.
Lorries queued on Route 1950.
Witnesses waited in room 2010.
Resolution 1701 remains in force.
Case No. 2016 was dismissed.
Article 2019 of the code is silent.
The home side won 3-2 on penalties.
The vote ended 51-49.
The panel split 5-4.
Their claim failed by a ratio of 3:1.
The fine was $2018 in total.
It sold for £1999 at auction.
The contract is worth 2,018 euros.
Version 2.0.1 of the software crashed.
The update is called 10.15.2.
Call 555-2012 for help.
The hotline is +44 20 7946 0018.
Windows 2000 still ran the pumps.
Peugeot 2008 owners complained.
The recipe needs 1500g of flour.
The tower is 1850 ft tall.
The series Friday Night Lights was filmed there.
The Sunday Times published the list.
She writes for the Daily Mail.
He reads USA Today on the train.
The Good Friday Agreement ended the fighting.
Scientists landed on Easter Island.
The team flew to Christmas Island.
Prices fall when supply grows.
The government could fall over the scandal.
The fall of the city stunned the allies.
A spring of fresh water feeds the mill.
A coiled spring snapped.
Three quarters of the troops were conscripts.
He wants to eliminate about a quarter of the posts.
Four in ten voters were undecided.
The first half of the convoy arrived.
The third battalion held the bridge.
The 14th floor was evacuated.
The 3rd Division moved north.
A minute detail escaped them.
He travelled second class.
The ship makes 30 knots.
Temperatures rose into the 80s.
Item 1998 was missing from the list.
See page 1945 for the map.
The motion carried the day.
The case was the order of the day.
They worked around the clock.
He runs a night club near the port.
Good morning, he told the crowd.
The committee then adjourned.
Previously undisclosed files were burnt.
He often denied it.
The deal was soon forgotten.
It was the first time that anybody objected.
This time the dam held.
The road is 2 to 3 kilometres long.
Chapter 11 protects the firm.
Unit 8200 intercepted the call.
The I-95 was closed.
The score was 21:18 after a tie.
The B-2000 bomber stayed in its hangar.
The Mon river flooded its banks.
Jan Smuts signed the paper, and Jan de Vries read it.
An APR of 20 percent is high.
Dec was an engineer.
John 3:16 was read aloud.
He lives at 1600 Juniper Avenue.
She reads the Evening Standard.
The Long March 5 rocket exploded.
Operation Spring was called off.
Christmas trees were sold beside Easter eggs.
Sunday school is out.
The Four Seasons hotel closed.
The current is strong, and an electric current flowed.
The first half ended 2-0.
They scored twice in the second half of the match.
Three quarters of the hall stood up.
The hall was full night after night.
They worked day and night.
The 18:05 train was full, and the 07:12 from Selby never came.
"""


@pytest.mark.parametrize("sentence", NO_TIMES.strip().splitlines())
def test_no_time_is_found(sentence: str) -> None:
    assert [e.phrase for e in find_expressions("s1", sentence, split_sentences(sentence))] == []


def test_there_are_enough_sentences() -> None:
    assert len(NO_TIMES.strip().splitlines()) >= 60
