"""Lines of a stream: numbered, bounded, blank ones passed over."""

import io

import pytest

from timeline_app.cli import annotate
from timeline_app.cli.annotate import read_lines
from timeline_app.cli.annotation import AnnotateOptions, InputLine, annotate_line


def test_lines_are_numbered_as_in_the_file() -> None:
    stream = io.BytesIO(b"\xef\xbb\xbf{}\n\n  \r\n{}\r\n[]")
    assert [(line.number, line.data.strip()) for line in read_lines(stream)] == [(1, b"{}"), (4, b"{}"), (5, b"[]")]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotate, "MAX_LINE_BYTES", 10)
    lines = list(read_lines(io.BytesIO(b"x" * 35 + b"\n{}\n" + b"y" * 11)))
    assert [(line.number, line.fault is None) for line in lines] == [(1, False), (2, True), (3, False)]


@pytest.mark.parametrize(
    ("data", "id_", "said"),
    [
        (b"\xff\xfe", "null", "not UTF-8"),
        (b"{", "null", "not JSON"),
        (b"[1]", "null", "one JSON object, not a list"),
        (b"7", "null", "not a number"),
        (b"null", "null", "not null"),
        (b"[" * 100_000, "null", "not JSON"),
        (b'{"id": 9' + b"9" * 5000 + b"}", "null", "not JSON"),
        (b'{"id": "a"}', '"a"', "no text"),
        (b'{"id": 7, "text": null}', "7", "text must be a string, not null"),
        (b'{"id": "a", "text": ["x"]}', '"a"', "text must be a string, not a list"),
    ],
)
def test_a_line_that_cannot_be_read_is_answered(data: bytes, id_: str, said: str) -> None:
    answer = annotate_line(InputLine(3, data), AnnotateOptions())
    assert answer.data.startswith(f'{{"id": {id_}, "line": 3, "error": "'.encode())
    assert said in answer.data.decode()
    assert answer.error
