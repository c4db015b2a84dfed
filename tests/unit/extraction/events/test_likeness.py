"""Reports of one affair that choose other words for a deed are offered as one event, and never merged for it."""

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, analyse
from timeline_app.extraction.corroboration import relate
from timeline_app.extraction.pipeline import Pipeline

_WIRE = (
    "{} The Mirabel belongs to Tern Lines of Norland. Harbour master Ida Berg and Governor Pavel Orlo of Vessa "
    "inspected the Long Pier with police from Kellin.\n"
)
_PAPER = (
    "{} Tern Lines of Norland runs the Mirabel. In Vessa, Governor Pavel Orlo spoke to the press beside Ida Berg, the "
    "harbour master of the Long Pier.\n"
)


def offered(pipeline: Pipeline, one: str, other: str) -> tuple[bool, list[str]]:
    """Whether mentions of the two reports were merged, and the pairs that are offered, as their titles."""
    texts = (_WIRE.format(one), _PAPER.format(other))
    read = [
        analyse(AnalysisRequest(f"d{place}", "", text, published="2024-03-15", position=place), pipeline)
        for place, text in enumerate(texts)
    ]
    told = {m.key: m for r in read for m in r.mentions}
    groups, pairs = relate([r.source for r in read], list(told.values()))
    merged = any(len({told[key].source_id for key in group.mentions}) > 1 for group in groups)
    return merged, [f"{told[pair.one].title} / {told[pair.other].title}" for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A ferry rammed the pier on Monday.", "The vessel struck the pier on Monday."),
        ("Divers recovered the bodies of two sailors on Monday.", "On Monday divers found the remains of two sailors."),
        ("Ship traffic at the port was halted on Monday.", "The port's vessel traffic was suspended on Monday."),
        ("Orlo offered condolences to the families on Monday.", "Orlo expressed sympathy to the relatives on Monday."),
        ("The crew of the tug left the port at 10:40 on Monday.", "The tug set out from the port at 10:43 on Monday."),
    ],
)
def test_other_words_for_one_deed_are_offered(pipeline: Pipeline, one: str, other: str) -> None:
    merged, pairs = offered(pipeline, one, other)
    assert not merged
    assert len(pairs) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ship traffic at the port was halted on Monday.", "Ship traffic at the port resumed on Monday."),
        ("Divers recovered the body of a woman on Monday.", "Divers found the body of a man on Monday."),
        ("Police freed the captain on Monday.", "Police arrested the captain on Monday."),
        ("A fire destroyed the warehouse on Monday.", "A flood damaged the warehouse on Monday."),
        ("A ferry rammed the pier on Monday.", "A ferry rammed the pier on Wednesday."),
    ],
)
def test_what_is_not_one_deed_is_not_offered(pipeline: Pipeline, one: str, other: str) -> None:
    assert offered(pipeline, one, other) == (False, [])
