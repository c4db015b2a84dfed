"""Titles are the clause, cut at its edges: short, whole, with a capital and the true subject."""

from typing import Any

import pytest

TITLES = [
    (
        "On Monday, Norland's army shelled the port of Mira, killing three sailors.",
        "shelled",
        "Norland's army shelled the port of Mira",
    ),
    ("The president, who was elected in 2019, resigned on Monday.", "resigned", "President resigned"),
    ("Rebels entered the city on Sunday and burned the archive.", "burned", "Rebels burned the archive"),
    ("Talks were held in Geneva on Tuesday.", "held", "Talks were held in Geneva"),
    (
        "After Norland's strikes on depots across Sarkia on 10 February, the border closed.",
        "strikes",
        "Norland's strikes on depots across Sarkia",
    ),
    ("Syria denied shelling the town on Friday.", "shelling", "Syria denied shelling the town"),
    ("However, the court in Mira has convicted the mayor.", "convicted", "Court in Mira has convicted the mayor"),
    (
        "Militants attacked a convoy near Gaza on Monday, the army said.",
        "attacked",
        "Militants attacked a convoy near Gaza",
    ),
    (
        "Police neither confirmed nor denied the raid on Sunday.",
        "denied",
        "Police neither confirmed nor denied the raid",
    ),
]


@pytest.mark.parametrize(("sentence", "word", "title"), TITLES)
def test_title_is_the_clause_itself(read: Any, sentence: str, word: str, title: str) -> None:
    assert read(sentence).at(word).title == title


def test_pronoun_takes_the_name_where_it_is_safe(read: Any) -> None:
    told = read("Anna Keller met reporters on Monday. She resigned on Tuesday.")
    assert told.at("resigned").title == "Anna Keller resigned"


def test_pronoun_stays_where_two_names_fit(read: Any) -> None:
    told = read("Anna Keller praised Maria Lund, and Eva Berg thanked Ida Holm. She resigned on Tuesday.")
    assert told.at("resigned").title == "She resigned"


def test_pronoun_stays_where_an_unnamed_person_is_meant(read: Any) -> None:
    text = "Marta Kern left Mira on Monday. A porter was hurt on Tuesday when his cart tipped over on the quay."
    assert read(text).at("tipped").title == "His cart tipped over on the quay"


def test_long_clause_is_cut_between_its_parts(read: Any) -> None:
    told = read(
        "The foreign minister of the Republic of Norland announced on Monday a far-reaching agreement with the "
        "neighbouring kingdom of Sarkia on the shared use of the harbour of Mira in the interest of lasting peace."
    )
    title = told.at("announced").title
    assert len(title) <= 90
    assert "announced a far-reaching agreement" in title


def test_titles_are_never_long_and_open_with_a_capital(read: Any) -> None:
    text = " ".join(sentence for sentence, _, _ in TITLES)
    for mention in read(text).analysis.mentions:
        assert 0 < len(mention.title) <= 90
        assert not mention.title[0].islower()
