"""Whom a title names for "he" and "she": persons of that sex, as their names, titles and relatives tell."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "head", "title"),
    [
        (
            "Gareth Lodd, 58, hired a gunman. The court heard that Lodd met Helen Varn on 4 March. "
            "On 6 March he withdrew the money.",
            "withdrew",
            "Lodd withdrew the money",
        ),
        (
            "Helen Varn reported the payments. Udo Lodd resigned after Varn had gone to the police. "
            "Detectives arrested him on Friday.",
            "arrested",
            "Detectives arrested Udo Lodd",
        ),
        (
            "Ada Varn sued the bank. On Monday Paul Lodd met Varn. On Friday she withdrew the claim.",
            "withdrew",
            "Ada Varn",
        ),
    ],
)
def test_a_pronoun_stands_for_a_person_of_its_sex(read: Any, text: str, head: str, title: str) -> None:
    assert read(text).at(head).title.startswith(title)


@pytest.mark.parametrize(
    ("text", "head", "never"),
    [
        ("Varn's husband, Alan, spoke on Friday. She had moved to Tarn in May.", "moved", "Alan"),
        ("Her husband spoke on Friday. She had moved to Tarn in May.", "moved", "usband"),
        ("Marek Lodd spoke on Friday. She had moved to Tarn in May.", "moved", "Lodd"),
        ("Lena Varn died on 4 May. Two days later the guard was found and officers arrested him.", "arrested", "Varn"),
    ],
)
def test_and_for_none_of_the_other(read: Any, text: str, head: str, never: str) -> None:
    assert never not in read(text).at(head).title


@pytest.mark.parametrize(
    "text",
    [
        "The Edith Holm Foundation was fined on Monday. She had built it.",
        "Jean-Paul Merle was shot on Monday.",
    ],
)
def test_a_given_name_makes_no_person_of_a_body(read: Any, text: str) -> None:
    told = read(text)
    assert told.shown[0].title in ("Edith Holm Foundation was fined", "Jean-Paul Merle was shot")


def test_of_two_with_one_last_name_the_one_of_that_sex_is_meant(read: Any) -> None:
    text = "Ada Varn sued the bank. Udo Varn sued the club. Varn lost the case. On Friday she appealed."
    assert read(text).at("appealed").title == "Ada Varn appealed"
