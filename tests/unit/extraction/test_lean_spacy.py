"""The model is loaded without spaCy's command line, which is there for whoever asks for it."""

import json
import subprocess
import sys

_TOLD = """
import json, sys
from timeline_app.extraction.pipeline import load_pipeline
load_pipeline().load()
spared = [name for name in ("spacy.cli", "spacy.cli.info", "weasel", "httpx", "requests") if name in sys.modules]
import catalogue, spacy
groups = len(catalogue.AVAILABLE_ENTRY_POINTS)
info = spacy.info(silent=True)["spacy_version"] == spacy.__version__
from spacy.cli.info import info as itself
print(json.dumps([spared, groups > 0, info, itself.__module__, type(spacy.blank("de")).__name__]))
"""


def test_the_command_line_of_spacy_is_left_out_until_it_is_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", _TOLD], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[], True, True, "spacy.cli.info", "German"]
