"""Titles of clauses that a parser's slip or a cut would run together with their neighbours."""

from typing import Any

import pytest

TITLES = [
    (
        "Marlow's trainer Paul Brandt has been named coach of the year.",
        "named",
        "Marlow's trainer Paul Brandt has been named coach of the year",
    ),
    ("The mine was named after the founder at the end of the year.", "named", "Mine was named after the founder"),
    (
        "Coach Paul Brandt, who is in the team in place of captain Peter Holt says he is angry.",
        "says",
        "Coach Paul Brandt says he is angry",
    ),
    (
        "The head of the Norwegian Police Institute, Peter Hansen, resigned on Monday.",
        "resigned",
        "Head of the Norwegian Police Institute, Peter Hansen, resigned",
    ),
    (
        "The head of the Norwegian Police Institute, Peter Hansen, said "
        "on Monday that nobody at all in the service had been warned.",
        "said",
        "Peter Hansen said that nobody at all in the service had been warned",
    ),
    (
        "The air force dropped a 500 kilogram bomb called the Boar Hunter onto the mountains yesterday.",
        "dropped",
        "Air force dropped a 500 kilogram bomb called the Boar Hunter onto the mountains",
    ),
    (
        "The crew was found aboard their ship moored to the west of Tarn yesterday.",
        "found",
        "Crew was found aboard their ship moored to the west of Tarn",
    ),
    (
        "The Navy says 80 aircraft - most of which were jets from ships - have flown over Tarn since Friday.",
        "flown",
        "80 aircraft have flown over Tarn",
    ),
    (
        'He came. I have seen the mine for a month and it is a ruin," Inspector Peter Hall said on Monday.',
        "said",
        "Inspector Peter Hall said: “I have seen the mine for a month”",
    ),
    (
        "Peter Forest was arrested on Monday. Judge Paul Mark told the jury of it. "
        "Forest was given a sentence in June 2005. He was released in May 2007.",
        "released",
        "Forest was released",
    ),
    (
        "The president of the Oslo chess club, Ole Hansen, says Mr Forest approached him in 1999 about a job.",
        "approached",
        "Mr Forest approached Ole Hansen about a job",
    ),
]


@pytest.mark.parametrize(("sentence", "event", "title"), TITLES)
def test_title_keeps_to_its_clause(read: Any, sentence: str, event: str, title: str) -> None:
    assert read(sentence).at(event).title == title
