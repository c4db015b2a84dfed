"""A worker for tests: speaks the protocol, and misbehaves when a file's name asks for it."""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

RECALLED: list[str] = []  # keys of the mentions that this worker knows


def send(**message: object) -> None:
    print(json.dumps({"v": 1, **message}), flush=True)


def analyse(request: dict) -> None:  # type: ignore[type-arg]
    id_ = request["id"]
    content = request.get("document", request)
    name = content.get("name") or Path(request["path"]).name
    text = content.get("text") or f"Report {name}."
    if "crash" in name:
        os._exit(3)
    if "once" in name and not (mark := Path(request["path"])).exists():
        mark.touch()
        os._exit(3)
    if "hang" in name:
        time.sleep(60)
    if "greedy" in name:
        raise MemoryError
    if "unreadable" in name:
        send(id=id_, event="failed", message=f"{name} is not text.")
        return
    if "garbage" in name:
        print('Loading weights: 100%\n[]\n{"v": 2}\n{broken', flush=True)
        send(id="another", event="done", source={}, expressions=[], mentions=[], warnings=[])
    if "nonsense" in name:
        send(id=id_, event="done", source={"$": "Source", "id": 7}, expressions=[], mentions=[], warnings=[])
        return
    send(id=id_, event="progress", stage="reading")
    if "long" in name:
        send(id=id_, event="progress", stage="analysing", share=0.12)
    sha = hashlib.sha256(text.encode()).hexdigest()
    source = {"id": request["source_id"], "name": name, "title": name, "text": text, "sha256": sha}
    span = {"start": 0, "end": 6}
    spans = {"head": span, "clause": span, "sentence": span}
    mention = {
        "key": f"{sha}:0-6",
        "source_id": source["id"],
        "title": f"What {name} tells",
        "lemma": "report",
        **spans,
    }
    if "slow" in name:
        send(id=id_, event="part", expressions=[], mentions=[mention | {"key": f"{sha}:1-6", "salient": False}])
    if "same" in name:
        send(id=id_, event="done", same_as="a.txt")
        return
    warnings = [f"published {request['published']}"] if "published" in request else []
    attachments = [{"name": "inside.txt", "text": "An attachment."}] if "mail" in name else []
    alike = [] if "alone" in name else RECALLED
    group = {"mentions": [*alike, mention["key"]], "origins": 1 + len(alike), "confidence": 0.5}
    pairs = [{"one": key, "other": mention["key"], "reason": "both 3 May"} for key in alike]
    RECALLED.append(mention["key"])
    answer = {"source": source, "expressions": [], "mentions": [mention], "warnings": warnings}
    send(id=id_, event="done", **answer, groups=[group], pairs=pairs, attachments=attachments)


def forget(request: dict) -> None:  # type: ignore[type-arg]
    RECALLED.clear()
    send(id=request["id"], event="done")


def recall(request: dict) -> None:  # type: ignore[type-arg]
    RECALLED.extend(mention["key"] for mention in request["mentions"])
    send(id=request["id"], event="done")


def group(request: dict) -> None:  # type: ignore[type-arg]
    groups = [{"mentions": list(RECALLED), "origins": len(RECALLED), "confidence": 0.5}]
    send(id=request["id"], event="done", groups=groups, pairs=[])


def known(request: dict) -> None:  # type: ignore[type-arg]
    send(id=request["id"], event="failed", message="There is no such operation.")


def main() -> None:
    if "--never-ready" in sys.argv:
        os._exit(3)
    if "--never-answers" in sys.argv:
        time.sleep(60)
    if "--broken" in sys.argv:
        raise ImportError("no module of that name")
    print("noise " * 100_000, file=sys.stderr)  # more than a pipe holds
    send(event="ready", degraded="The language model is missing." if "--degraded" in sys.argv else None)
    for line in sys.stdin:
        request = json.loads(line)
        {"group": group, "analyse": analyse, "forget": forget, "recall": recall, "known": known}[request["op"]](request)


main()
