"""One line of `annotate`: a JSON object in, its annotation out.  Runs in this process or in a helper process."""

import gc
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from timeline_app.cli.reading_warnings import reading_warnings
from timeline_app.cli.request import read_options
from timeline_app.model.bounds import begin_until

if TYPE_CHECKING:
    from timeline_app.extraction.pipeline import Pipeline
    from timeline_app.extraction.source_analysis import SourceAnalysis
    from timeline_app.model.source import PublicationContext

MAX_LINE_BYTES = 64_000_000

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnnotateOptions:
    """What a line's answer holds."""

    times_only: bool = False
    mentions: bool = False


@dataclass(frozen=True, slots=True)
class InputLine:
    """A line as read: its number from 1, its bytes, and why it could not be read where it could not."""

    number: int
    data: bytes
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """An output line in UTF-8 without its end, the error in it if it is one, and what to tell the user once."""

    data: bytes
    error: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A line's JSON, the options in it, and what is wrong with them."""

    request: JsonObject
    context: JsonObject
    warnings: list[str]


class LineError(ValueError):
    """A line that cannot be annotated, with the line's id where it has one."""

    def __init__(self, reason: str, id_: object = None) -> None:
        super().__init__(reason)
        self.id = id_


def annotate_lines(
    lines: Sequence[InputLine], options: AnnotateOptions, progress: Callable[[float], None] | None = None
) -> list[Answer]:
    """Annotates some lines together; one that cannot be read, or whose analysis fails, is answered with an error.

    `progress` is told how much of a long text has been read.
    """
    try:
        return list(_answers(lines, options, progress))
    except Exception as error:  # whatever one text does, the others are answered
        if len(lines) > 1:
            return [annotate_line(line, options) for line in lines]
        reason = f"the text could not be analysed ({type(error).__name__}: {error})"
        return [failed(lines[0], reason, _parse(lines[0]).get("id"))]


def annotate_line(line: InputLine, options: AnnotateOptions) -> Answer:
    """Annotates one line."""
    return annotate_lines([line], options)[0]


def _answers(
    lines: Sequence[InputLine], options: AnnotateOptions, progress: Callable[[float], None] | None
) -> Iterator[Answer]:
    from timeline_app.extraction.analysis import AnalysisRequest, analyse_all

    read = [_try_parse(line) for line in lines]
    asked = [_Asked(request, *read_options(request)) for request in read if not isinstance(request, LineError)]
    analyses = analyse_all(
        [
            AnalysisRequest("s", "", a.request["text"], times_only=options.times_only, brief=True, **a.context)
            for a in asked
        ],
        pipeline(),
        progress,
    )
    following = iter(asked)
    for line, request in zip(lines, read, strict=True):
        if isinstance(request, LineError):
            yield failed(line, str(request), request.id)
        else:
            answer = _answer(next(following), next(analyses), options)
            yield Answer(_to_bytes(answer), note=pipeline().degraded_so_far)


def failed(line: InputLine, reason: str, id_: object = None) -> Answer:
    """The answer for a line that could not be annotated."""
    return Answer(_to_bytes({"id": id_, "line": line.number, "error": reason}), reason)


@cache
def pipeline() -> "Pipeline":
    """This process's language model, loaded once."""
    from timeline_app.extraction.pipeline import load_pipeline

    return load_pipeline()


def _parse(line: InputLine) -> JsonObject:
    if line.fault:
        raise LineError(line.fault)
    try:
        request = json.loads(line.data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise LineError(f"not UTF-8: byte 0x{line.data[error.start]:02x} at position {error.start}") from error
    except json.JSONDecodeError as error:
        raise LineError(f"not JSON: {error.msg} at position {error.pos}") from error
    except RecursionError as error:
        raise LineError("not JSON that can be read: it is nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise LineError(f"not JSON that can be read: {error}") from error
    if not isinstance(request, dict):
        raise LineError(f"a line holds one JSON object, not {_json_type(request)}")
    if "text" not in request:
        raise LineError("the line has no text", request.get("id"))
    if not isinstance(request["text"], str):
        raise LineError(f"text must be a string, not {_json_type(request['text'])}", request.get("id"))
    return request


def warm_up() -> None:
    """Loads the model and the English grammar: at start, while a program that will send lines still makes them."""
    from timeline_app.temporal.grammar.language import load_language

    load_language("en")
    pipeline().load()
    gc.freeze()  # half a million objects that stay: the collector need not walk them again and again


def _try_parse(line: InputLine) -> JsonObject | LineError:
    try:
        return _parse(line)
    except LineError as error:
        return error


def _answer(asked: _Asked, analysis: "SourceAnalysis", options: AnnotateOptions) -> JsonObject:
    from timeline_app.formats.event_json import mention_object, timex_object

    warnings = [] if "id" in asked.request else ["The line has no id."]
    warnings += asked.warnings
    if "published" not in asked.context and analysis.source.context.published is not None:
        warnings.append(f"No publication date was given; {_found_in(analysis.source.context)} was taken from the text.")
    kind = analysis.source.context.document_kind
    answer: JsonObject = {
        "id": asked.request.get("id"),
        "document_kind": kind.value if kind else None,
        "warnings": [*warnings, *analysis.warnings, *reading_warnings(analysis.source, analysis.expressions)],
        "timexes": [timex_object(expression) for expression in analysis.expressions if not expression.names_event],
    }
    if not options.times_only:
        answer["events"] = _events(analysis)
        if options.mentions:
            answer["mentions"] = [mention_object(mention) for mention in analysis.mentions]
    return answer


def _events(analysis: "SourceAnalysis") -> list[JsonObject]:
    """The document's events in text order, what it tells twice merged."""
    from timeline_app.extraction.corroboration import build_event, corroborate
    from timeline_app.formats.event_json import event_object

    source = analysis.source
    sources = {source.id: source}
    mentions = {mention.key: mention for mention in analysis.mentions}
    expressions = {expression.id: expression for expression in analysis.expressions}
    built = [
        build_event(group, mentions, expressions, sources, f"e{number}")
        for number, group in enumerate(corroborate([source], list(analysis.mentions)))
    ]
    built.sort(key=lambda pair: min((link.sentence.start for link in pair[1]), default=0))
    return [event_object(event, links, sources) for event, links in built]


def _found_in(context: "PublicationContext") -> str:
    """The publication date that was found, and where."""
    begin, _ = begin_until(context.published)
    where = next((e.where for e in context.evidence if e.field == "published"), None)
    return f"{begin} ({where})" if where else str(begin)


def _json_type(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    names: dict[type, str] = {str: "a string", list: "a list", dict: "an object"}
    return names.get(type(value), "a number")


def _to_bytes(answer: JsonObject) -> bytes:
    try:
        return json.dumps(answer, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate, which only an escape can carry
        return json.dumps(answer).encode("ascii")
