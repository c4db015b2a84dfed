"""Work grows with the length of a text and no faster, whatever the text: calls are counted, not seconds."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from timeline_app.extraction.analysis import AnalysisRequest, analyse
from timeline_app.extraction.corroboration import corroborate
from timeline_app.extraction.pipeline import Pipeline, load_pipeline

KINDS = {
    "report": "The army said on Monday that two men had died near Tarn. “We held it until dawn,” Mira Hale said.\n\n",
    "one line": "Talks began on 4 May 2020 and will resume next week. ",
    "digits": "1234567890",
    "last": "last ",
    "marks": ".,;!?()- ",
    "letters": "a",
    "quotes": 'He said: "We left on Monday". ',
    "opening quotes": "“on Friday ",
    "months": "May to ",
    "short lines": "a\n",
    "live blog": "UPDATE 1330 GMT: the army attacked.\n\n",
}
_MOST = 2.6  # twice the text may take twice the calls, and some for its edges


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load_pipeline()


def calls(work: Callable[[], object]) -> int:
    """How many functions are called while `work` runs."""
    count = 0

    def counted(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def text_of(kind: str, length: int) -> str:
    unit = KINDS[kind]
    return (unit * (length // len(unit) + 1))[:length]


@pytest.mark.parametrize("times_only", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_is_twice_the_work(pipeline: Pipeline, kind: str, times_only: bool) -> None:
    def read(length: int) -> object:
        request = AnalysisRequest("s", "s", text_of(kind, length), published="2020-05-11", times_only=times_only)
        analysis = analyse(request, pipeline)
        return corroborate([analysis.source], analysis.mentions)

    length = 2_000 if times_only else 1_200
    read(length)  # what is read for the first time
    assert calls(lambda: read(2 * length)) < _MOST * calls(lambda: read(length)) + 2_000


@pytest.mark.parametrize("run", ["\n", "\n ", "\r\n", " \n\t", "\n>", "(", "."])
def test_a_long_run_of_one_mark_is_read_like_any_text(pipeline: Pipeline, run: str) -> None:
    """A pattern that runs over it again from each place would take minutes here, and the test's time would be up."""
    text = (run * 40_000)[:40_000] + "\nThe gate opened on 4 May 2020."
    analysis = analyse(AnalysisRequest("s", "s", text, published="2020-05-11", times_only=True), pipeline)
    assert analysis.expressions[-1].phrase == "4 May 2020"
