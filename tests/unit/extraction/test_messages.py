"""Exported chats and logs: each message counts from its own date and hour, and is told without it."""

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, analyse
from timeline_app.extraction.pipeline import load_pipeline
from timeline_app.extraction.segmentation import segment
from timeline_app.model.bounds import begin_until
from timeline_app.model.source import DocumentKind, SegmentKind
from timeline_app.temporal.stamped_lines import stamped_lines

CHAT = """[12/05/2021, 22:14:22] Ida Holm: the pump failed again
[12/05/2021, 22:15:03] Omar: I restarted it last night at 23:30
it ran for an hour
[12/05/2021, 22:16:40] Ida Holm: <Media omitted>
[13/05/2021, 08:20:30] Omar: the new pump will arrive tomorrow
[14/05/2021, 09:02:11] Ida Holm: we installed the pump yesterday
"""


def test_the_messages_of_a_chat_are_found_with_their_writers() -> None:
    found = stamped_lines(CHAT)
    assert [line.name for line in found] == ["Ida Holm", "Omar", "Ida Holm", "Omar", "Ida Holm"]
    assert CHAT[found[1].start : found[1].end] == "I restarted it last night at 23:30\nit ran for an hour\n"


@pytest.mark.parametrize(
    "line",
    [
        "2021-05-12 22:14 - Ida: done",
        "12.05.21, 22:14 - Ida: done",
        "5/12/21, 10:14 PM - Ida: done",
        "2021-05-12T22:14:03Z done",
    ],
)
def test_every_common_form_of_a_stamp_is_known(line: str) -> None:
    assert len(stamped_lines("\n".join([line] * 3))) == 3


def test_a_text_with_a_few_such_lines_is_no_chat() -> None:
    assert not stamped_lines("Prose without a stamp.\n" * 30 + "12.05.21, 22:14 - Ida: done\n" * 3)


def test_when_and_who_is_furniture_and_so_are_left_out_pictures() -> None:
    kinds = [s.kind for s in segment(CHAT)]
    assert kinds.count(SegmentKind.UPDATE) == 4
    assert kinds[0] is SegmentKind.BOILERPLATE


def test_each_message_counts_from_its_own_day() -> None:
    pipeline = load_pipeline()
    if pipeline.degraded:
        pytest.skip(pipeline.degraded)
    read = analyse(AnalysisRequest("c", "chat.txt", CHAT), pipeline)
    assert read.source.context.document_kind is DocumentKind.EMAIL
    assert begin_until(read.source.context.published)[0] == "2021-05-14T09:02"
    told = {m.title: begin_until(m.time)[0] for m in read.mentions if m.salient}
    assert told["Omar restarted it"] == "2021-05-11T23:30"
    assert next(day for title, day in told.items() if "will arrive" in title) == "2021-05-14"
    assert next(day for title, day in told.items() if "installed" in title) == "2021-05-13"
