"""Pairs that the program does not dare to merge are named, with the reason that an analyst reads."""

from typing import Any

import pytest

from timeline_app.extraction.corroboration import corroborate, suggest


@pytest.fixture
def suggested(read: Any) -> Any:
    def run(*texts: str) -> Any:
        told = [read(text, f"s{index}", position=index) for index, text in enumerate(texts)]
        sources = [t.analysis.source for t in told]
        mentions = [m for t in told for m in t.analysis.mentions]
        return suggest(sources, mentions), corroborate(sources, mentions)

    return run


def test_counts_that_differ_are_a_contradiction(suggested: Any) -> None:
    found, groups = suggested(
        "Gunmen killed 12 villagers in Tarn on 4 March 2024.", "Gunmen killed 15 villagers in Tarn on 4 March 2024."
    )
    assert len(groups) == 2
    assert [s.contradicts for s in found] == [True]
    assert "12 villagers" in found[0].reason
    assert "15 villagers" in found[0].reason


def test_a_denial_contradicts_what_another_source_tells(suggested: Any) -> None:
    found, _ = suggested(
        "Russia bombed Aleppo on 8 March 2024.", "Syria denied that Russia bombed Aleppo on 8 March 2024."
    )
    assert any(s.contradicts and "denies" in s.reason for s in found)


def test_what_is_merged_or_plainly_apart_is_not_suggested(suggested: Any) -> None:
    merged, groups = suggested("Israel attacked Iran on 10 May 2018.", "Iran was attacked by Israel on 10 May 2018.")
    assert len(groups) == 1
    assert merged == []
    apart, _ = suggested("Israel attacked Iran on 10 May 2018.", "Iran attacked Israel on 10 May 2018.")
    assert apart == []


def test_a_general_denial_contradicts_no_deed(suggested: Any) -> None:
    found, _ = suggested(
        "Russia bombed Aleppo on 8 March 2024.", "Moscow denied on 9 March 2024 that Russia bombs cities."
    )
    assert not any(s.contradicts for s in found)


def test_sums_of_a_year_and_of_its_quarter_contradict_nothing(suggested: Any) -> None:
    found, _ = suggested(
        "Helix made a profit of $2.7 billion in 2017.",
        "Helix made a profit of $868 million in the last quarter of 2017.",
    )
    assert not any(s.contradicts for s in found)
