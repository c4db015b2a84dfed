"""Where the gold lies.  It is not part of the project: name its folder with TIMELINE_CORPORA."""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Corpus:
    """One gold file and how it is scored."""

    name: str
    file: str
    title: str
    scorer_options: tuple[str, ...] = ()


TIMEX_CORPORA = (
    Corpus("meantime", "meantime_dev.jsonl", "MEANTIME dev (60 Wikinews articles)"),
    Corpus("wikiwars", "wikiwars_dev.jsonl", "WikiWars dev (16 histories)"),
    Corpus("gum", "gum_news.jsonl", "GUM news (DATE only)", ("--types", "DATE")),
)
EVENT_CORPUS = Corpus("events", "events_meantime_dev.jsonl", "MEANTIME events dev (60 articles)")


def folder() -> Path:
    """The folder of the corpora; exits with one clear line when it is not there."""
    path = Path(os.environ.get("TIMELINE_CORPORA", ROOT.parent / "shared" / "corpora"))
    if not path.is_dir():
        sys.exit(f"No corpora in {path}: set TIMELINE_CORPORA to the folder that holds meantime_dev.jsonl and its kin.")
    return path


def scorer(name: str) -> Path:
    """A scorer script beside the corpora, or the folder named by TIMELINE_SCORERS."""
    tools = Path(os.environ.get("TIMELINE_SCORERS", folder().parent / "tools"))
    path = tools / name
    if not path.is_file():
        sys.exit(f"No scorer {path}: set TIMELINE_SCORERS to the folder that holds {name}.")
    return path


def documents(corpus: Corpus) -> list[dict[str, Any]]:
    """The gold documents of a corpus."""
    with (folder() / corpus.file).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_input(corpus: Corpus, path: Path, repeat: int = 1) -> int:
    """Writes what `annotate` may see of a corpus (no gold); returns the number of words."""
    words = 0
    with path.open("w", encoding="utf-8") as out:
        for turn in range(repeat):
            for document in documents(corpus):
                line = {"id": document["id"] if repeat == 1 else f"{document['id']}/{turn}", "text": document["text"]}
                if document.get("published"):
                    line["published"] = document["published"]
                words += len(document["text"].split())
                out.write(json.dumps(line) + "\n")
    return words
