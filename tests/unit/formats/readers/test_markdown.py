"""Markdown is read as its readers see it; a text without marks stays exactly as it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.formats.readers.plain import read_text

MEMO = """# Memo: the *Karelin* case

**To:** Desk heads
**Date:** 9 October 2020

Summary
-------

- On **2 October**, police searched the [offices](https://x.example/2001/01/01/a) of _Karelin Logistics_.
* The snake_case_name and 3 * 4 * 5 stay, as does \\*this\\*.

> We regret
> nothing.

| Year | Deed |
|------|:----:|
| 2018 | contract |

![The gate](gate.png "A gate") of the yard

```
git log --since=2001-01-01
```
"""


def test_the_marks_go_and_their_meaning_stays() -> None:
    raw = read_text(MEMO.encode(), "memo.md")
    assert raw.text == (
        "Memo: the Karelin case\n\nTo: Desk heads\nDate: 9 October 2020\n\nSummary\n\n"
        "On 2 October, police searched the offices of Karelin Logistics.\n"
        "The snake_case_name and 3 * 4 * 5 stay, as does *this*.\n\n"
        "We regret\nnothing.\n\nYear\tDeed\n2018\tcontract\n\nThe gate of the yard\n\n"
        "git log --since=2001-01-01"
    )
    found = [(s.kind.value, raw.text[s.span.start : s.span.end]) for s in raw.origin.labels]
    assert found == [
        ("headline", "Memo: the Karelin case"),
        ("headline", "Summary"),
        ("quote", "We regret\nnothing."),
        ("boilerplate", "git log --since=2001-01-01"),
    ]


@pytest.mark.parametrize("text", ["It rained.\n\n- On Friday\n", "A\n---\nB\n", "2 * 3 * 4\n", "file_name_of_it\n"])
def test_a_text_without_sure_marks_stays_as_it_is(text: str) -> None:
    assert read_text(text.encode(), "a.md").text == text
    assert read_text(f"# {text}".encode(), "a.txt").text == f"# {text}"  # no Markdown by its name


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(["# a", "**b**", "*", "_c_", "> ", "```", "|x|", "---", "[a](b)", "![", "`", "\\", " "])
        | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=8),
        max_size=14,
    )
)
def test_any_marks_leave_a_text_with_labels_in_order(pieces: list[str]) -> None:
    raw = read_text(("# t\n" + "\n".join(pieces)).encode(), "a.md")
    ends = [0, *(end for s in raw.origin.labels for end in (s.span.start, s.span.end)), len(raw.text)]
    assert ends == sorted(ends)
