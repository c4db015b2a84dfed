"""A document for which memory does not suffice is refused in a sentence, and the worker goes on."""

import json
from typing import Any

import pytest

from timeline_app.cli import worker
from timeline_app.extraction import analysis
from timeline_app.extraction.corroboration.recollection import Recollection


def test_memory_that_runs_out_costs_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    analyse = analysis.analyse

    def greedy(request: analysis.AnalysisRequest, *others: Any) -> object:
        if request.name == "greedy":
            raise MemoryError
        return analyse(request, *others)

    monkeypatch.setattr(analysis, "analyse", greedy)
    requests = [
        {"v": 1, "id": name, "op": "analyse", "text": "The dam held on 3 May 2018.", "name": name}
        for name in ("greedy", "small")
    ]
    lines = iter([json.dumps(request).encode() for request in requests] + [b""])
    answers: list[dict[str, Any]] = []
    worker.serve(lambda: next(lines), answers.append)
    ends = {answer["id"]: answer for answer in answers if answer["event"] in ("done", "failed")}
    assert ends["greedy"]["event"] == "failed"
    assert ends["greedy"]["message"].startswith("There is not enough memory to read it.")
    assert ends["small"]["event"] == "done"
    assert ends["small"]["expressions"]


def test_a_full_temporary_folder_is_named_and_the_worker_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Recollection.__init__

    def narrow(memory: Recollection) -> None:
        made(memory)
        memory._database.execute("PRAGMA max_page_count = 1")  # SQLite raises what a full disk raises

    monkeypatch.setattr(Recollection, "__init__", narrow)
    text = "The dam held on 3 May 2018. " * 400
    requests = [{"v": 1, "id": name, "op": "analyse", "text": name + text, "name": name} for name in ("one", "two")]
    lines = iter(
        [*(json.dumps(request).encode() for request in requests), b'{"v": 1, "id": "end", "op": "forget"}', b""]
    )
    answers: list[dict[str, Any]] = []
    worker.serve(lambda: next(lines), answers.append)
    ends = {answer["id"]: answer for answer in answers if answer.get("event") in ("done", "failed")}
    for name in ("one", "two"):
        assert ends[name]["event"] == "failed"
        assert ends[name]["message"].startswith("The folder for temporary files is full.")
    assert ends["end"]["event"] == "done"
