"""A document for which memory does not suffice is refused in a sentence, and the worker goes on."""

import json
from typing import Any

import pytest

from timeline_app.cli import worker
from timeline_app.extraction import analysis


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
