"""The analysis worker: one JSON request a line on stdin, JSON answers on stdout, until stdin ends.

Protocol 1.  A line that cannot be served is answered with ``failed``; no line ends the worker.  A long analysis comes
in several ``part`` answers before its ``done``, so that whoever reads never has to take in much at a time; meanwhile
``progress`` tells the share of the text that has been read.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TextIO

from timeline_app.cli.messages import OK
from timeline_app.cli.modesty import step_back
from timeline_app.cli.reading_warnings import reading_warnings
from timeline_app.cli.request import read_options
from timeline_app.cli.worker_grouping import ProjectMemory, groups_as_json
from timeline_app.cli.worker_intake import Intake
from timeline_app.extraction.corroboration.recollection import NoRoomError
from timeline_app.formats.errors import FormatError
from timeline_app.model.annotation import Mention
from timeline_app.model.codec import CodecError, decode, encode
from timeline_app.model.ids import new_id
from timeline_app.model.source import PublicationContext, Segment, Source

if TYPE_CHECKING:
    from timeline_app.extraction.pipeline import Pipeline

VERSION = 1
_PART = 100  # records in one answer: a few milliseconds to take in

JsonObject = dict[str, Any]
Send = Callable[[JsonObject], None]


class RequestError(ValueError):
    """A request that says too little or something unknown."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Has no arguments."""


def run(options: argparse.Namespace) -> int:
    """Serves requests until stdin ends."""
    out = _claim_stdout()
    send: Send = lambda answer: _write(out, answer)  # noqa: E731
    serve(sys.stdin.buffer.readline, send, when_loaded=step_back)
    return OK


def serve(read_line: Callable[[], bytes], send: Send, when_loaded: Callable[[], object] = lambda: None) -> None:
    """Loads the language model, says ``ready``, and answers each line that `read_line` gives until it gives none."""
    from timeline_app.extraction.pipeline import load_pipeline

    pipeline, memory, intake = load_pipeline(), ProjectMemory(), Intake()
    when_loaded()
    send({"event": "ready", "degraded": pipeline.degraded})
    try:
        while line := read_line():
            if line.strip():
                _answer(line, pipeline, memory, intake, send)
    finally:
        intake.close()


def _answer(line: bytes, pipeline: "Pipeline", memory: ProjectMemory, intake: Intake, send: Send) -> None:
    id_: object = None
    try:
        request = json.loads(line)
        if not isinstance(request, dict):
            raise RequestError("A request is a JSON object.")
        id_ = request.get("id")
        if request.get("v") != VERSION:
            raise RequestError(f"This worker speaks version {VERSION}.")
        tell: Send = lambda event: send({"id": id_, **event})  # noqa: E731
        send({"id": id_, "event": "done", **_serve(request, pipeline, memory, intake, tell)})
    except (FormatError, RequestError) as error:
        send({"id": id_, "event": "failed", "message": str(error)})
    except (CodecError, ValueError, RecursionError) as error:
        send({"id": id_, "event": "failed", "message": f"The request could not be understood: {error}."})
    except NoRoomError as error:
        send({"id": id_, "event": "failed", "message": str(error)})
    except MemoryError:
        message = "There is not enough memory to read it. Close other programs, or cut it into several files."
        send({"id": id_, "event": "failed", "message": message})
    except Exception as error:  # one bad document must not take the worker with it
        message = f"The document could not be analysed ({type(error).__name__}: {error})."
        send({"id": id_, "event": "failed", "message": message})


def _serve(request: JsonObject, pipeline: "Pipeline", memory: ProjectMemory, intake: Intake, send: Send) -> JsonObject:
    match request.get("op"):
        case "analyse":
            return _analyse(request, pipeline, memory, intake, send)
        case "known":
            return intake.know(request)
        case "forget":
            return memory.forget()
        case "recall":
            return memory.recall(request)
        case "group":
            return memory.group()
        case "corroborate":
            return _corroborate(request)
        case other:
            raise RequestError(f"There is no operation {other!r:.40}.")


def _analyse(
    request: JsonObject, pipeline: "Pipeline", memory: ProjectMemory, intake: Intake, send: Send
) -> JsonObject:
    from timeline_app.extraction.analysis import AnalysisRequest, analyse

    send({"event": "progress", "stage": "reading"})
    raw = intake.read(request)
    if raw is None:
        raise RequestError("To analyse, name a path or give a text.")
    if "segments" not in request and (same := intake.repeat_of(raw)) is not None:
        return {"same_as": same}
    options, ignored = read_options(request)
    send({"event": "progress", "stage": "analysing", "share": 0})
    analysis = analyse(
        AnalysisRequest(
            source_id=str(request.get("source_id") or new_id()),
            name=raw.name,
            text=raw.text,
            origin=raw.origin,
            position=_integer(request.get("position")),
            imported=str(request.get("imported") or ""),
            segments=decode(tuple[Segment, ...], request.get("segments") or []),
            context=decode(PublicationContext, request["context"]) if "context" in request else None,
            brief="segments" not in request,  # read again, an event may stand on a mention that makes none any more
            **options,
        ),
        pipeline,
        lambda share: send({"event": "progress", "stage": "analysing", "share": round(share, 3)}),
    )
    grouped = memory.add(analysis.source, analysis.mentions)
    return {
        "source": encode(analysis.source),
        "expressions": _rest("expressions", analysis.expressions, encode, send),
        "mentions": _rest("mentions", analysis.mentions, encode, send),
        "groups": _rest("groups", grouped["groups"], list, send),
        "pairs": grouped["pairs"],
        "attachments": encode(raw.attachments),
        "warnings": [
            *raw.warnings,
            *ignored,
            *analysis.warnings,
            *reading_warnings(analysis.source, analysis.expressions),
        ],
    }


def _rest(name: str, items: Sequence[Any], told: Callable[[Sequence[Any]], Any], send: Send) -> Any:
    """The last of some items as they are `told`, after the others were sent."""
    last = max(0, len(items) - 1) // _PART * _PART
    for start in range(0, last, _PART):
        send({"event": "part", name: told(items[start : start + _PART])})
    return told(items[last:])


def _corroborate(request: JsonObject) -> JsonObject:
    from timeline_app.extraction.corroboration import corroborate

    sources: tuple[Source, ...] = decode(tuple[Source, ...], request.get("sources"))
    mentions: tuple[Mention, ...] = decode(tuple[Mention, ...], request.get("mentions"))
    return {"groups": groups_as_json(corroborate(sources, mentions))}


def _integer(value: object) -> int:
    return value if isinstance(value, int) else 0


def _claim_stdout() -> TextIO:
    """The stdout that only answers go to: whatever else prints, prints to stderr and cannot break the protocol."""
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    return channel


def _write(out: TextIO, answer: JsonObject) -> None:
    out.write(json.dumps({"v": VERSION, **answer}, separators=(",", ":")) + "\n")
    out.flush()
