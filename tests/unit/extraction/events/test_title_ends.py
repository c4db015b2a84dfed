"""Where titles that are too long end: behind a phrase that is whole, and not before what somebody is told to say."""

from typing import Any

import pytest

TITLES = [
    (
        "The Norland Farmers Union said on Monday that the country's dairy trade had been helped a lot by strong rural "
        "demand.",
        "said",
        "Norland Farmers Union said that the country's dairy trade had been helped a lot…",
    ),
    (
        "The northern rescue service has spent two nights this week building a long wall of sand bags to protect "
        "villages along the lower Tarn.",
        "spent",
        "Northern rescue service has spent two nights building a long wall of sand bags…",
    ),
    (
        "The harbour minister said on Monday that the new safety rules for cranes and lifts at the docks of the city "
        "would save lives.",
        "said",
        "Harbour minister said that the new safety rules for cranes and lifts would save lives",
    ),
    (
        "The Harbour Minister Paul Brandt told the committee on Monday that his guards would intervene at once if the "
        "strikers came back.",
        "told",
        "Paul Brandt told the committee that his guards would intervene at once if the strikers…",
    ),
    (
        "The old Tarn Harbour Authority told its two hundred workers on Monday that it would shut the big docks if the "
        "strikers ever came back.",
        "told",
        "Old Tarn Harbour Authority told its two hundred workers that it would shut the big…",
    ),
    (
        "Nine people have died in Queensland, four in the Northern Territory, two in Western Australia and one in "
        "South Australia since Monday.",
        "died",
        "Nine people have died in Queensland, four in the Northern Territory…",
    ),
    (
        "On Monday 60 sheep were sold in Queensland, four in the Northern Territory, two in Western Australia and one "
        "in South Australia.",
        "sold",
        "60 sheep were sold in Queensland, four in the Northern Territory…",
    ),
    (
        "A director of a Swiss travel company, 14 of them Norlanders, denied all responsibility for the whole of the "
        "ferry disaster on Monday.",
        "denied",
        "Director of a Swiss travel company denied all responsibility…",
    ),
    (
        "On Monday the ministry announced the towns where the new prisons will be built.",
        "announced",
        "Ministry announced the towns where the new prisons will be built",
    ),
    (
        "On Monday the soldiers entered the towns where the new prisons will be built.",
        "entered",
        "Soldiers entered the towns",
    ),
    (
        "The foreign minister of Norland said on Monday that the old Commonwealth watchdog should put Sarkia formally "
        "on its agenda.",
        "said",
        "Foreign minister of Norland said that the old Commonwealth watchdog should put Sarkia…",
    ),
    (
        "Minister Paul Brandt said on Monday that if the two men were caught by his guards they must be handed over to "
        "the Norland courts to face a trial.",
        "said",
        "Paul Brandt said that if the two men were caught by his guards they must be handed over…",
    ),
]


@pytest.mark.parametrize(("sentence", "event", "title"), TITLES)
def test_title_ends_behind_a_phrase(read: Any, sentence: str, event: str, title: str) -> None:
    assert read(sentence).at(event).title == title
