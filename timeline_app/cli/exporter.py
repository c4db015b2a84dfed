"""`timeline-app exporter`: writes one export for the window, which goes on meanwhile; spoken to by the window alone.

One request on stdin, JSON lines back: ``progress`` with how many of how many events are done (of how many 0 where that
is not known), then ``done`` with what the format left out, or ``failed`` with a sentence.
"""

import argparse
import json
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from timeline_app.cli.messages import FAILED, OK
from timeline_app.formats.errors import FormatError
from timeline_app.formats.exports.export import Export, ExportFormat, ExportOptions, make_export, write_export
from timeline_app.formats.project_file import open_project
from timeline_app.gui.export_formats import PICTURES, format_of, speak_as
from timeline_app.workspace.settings import AppSettings

_VERSION = 1

Request = dict[str, Any]
Send = Callable[..., None]


def configure(parser: argparse.ArgumentParser) -> None:
    """Takes no arguments: the request says everything."""


def run(options: argparse.Namespace) -> int:
    """Serves one request; ends as soon as stdin does, for then nobody waits for the file any more."""
    answers, sys.stdout = sys.stdout, sys.stderr  # what libraries print is no answer

    def send(event: str, **fields: object) -> None:
        answers.write(json.dumps({"v": _VERSION, "event": event, **fields}) + "\n")
        answers.flush()

    try:
        request = json.loads(sys.stdin.readline())
        threading.Thread(target=_follow, args=(sys.stdin.fileno(),), daemon=True).start()
        send("done", notes=_write(request, send))
    except FormatError as error:
        send("failed", message=str(error))
        return FAILED
    except (ValueError, KeyError, TypeError, MemoryError) as error:
        send("failed", message=f"The export did not work ({type(error).__name__}); choose fewer events.")
        return FAILED
    return OK


def _write(request: Request, send: Send) -> tuple[str, ...]:
    kind = format_of(request["format"])
    if kind is None:
        raise FormatError(f"There is no format {request['format']!r}.")
    options = dict(request["options"])
    options["period"] = tuple(options["period"]) if options.get("period") else None
    opened = open_project(Path(request["project"]))  # which reads only what the format asks for
    if opened.is_partial:
        raise FormatError(opened.read_only or "The project could not be read whole.")
    export = make_export(opened.document, request["events"], ExportOptions(**options), request["name"])
    if kind in PICTURES:
        speak_as(AppSettings(Path(request["settings"])))
    return write_export(_told(export, kind, send), kind, Path(request["output"]))


def _told(export: Export, kind: ExportFormat, send: Send) -> Export:
    """The export, telling how far it is; of a picture nobody knows."""
    total = 0 if kind in PICTURES else len(export.events)
    send("progress", done=0, total=total)
    return replace(export, tell=lambda done: send("progress", done=done, total=total))


def _follow(stdin: int) -> None:
    """Ends this process when the window has gone.  Past Python's buffers, whose locks an ending interpreter wants."""
    while os.read(stdin, 4_096):
        pass
    os._exit(FAILED)
