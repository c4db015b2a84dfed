"""Sentences of the rooms below are told in German too: each that the code can raise has a pattern."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.workspace.retelling import has_pattern, patterns, retold, use_language

ROOT = Path(__file__).resolve().parents[2] / "timeline_app"
TELLERS = {  # what takes a sentence, and which of its arguments that is
    "FormatError": 0,
    "UnreadableError": 1,
    "Unanchored": 0,
    "PhraseError": 0,
    "RecordError": 0,
    "DanglingError": 0,
    "_Other": 0,
}
ROOMS = (
    "formats/readers",
    "formats/imports",
    "formats/exports",
    "formats/atomic.py",
    "formats/working_copy.py",
    "formats/project_file.py",
    "formats/project_open.py",
    "formats/project_schema.py",
    "formats/project_check.py",
    "formats/file_state.py",
    "temporal",
)
SAMPLE = "7"  # fits every hole: a name, a number


def sample(node: ast.expr) -> str | None:
    """A text, or an f-string with its holes filled; None for what is only known when it runs."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(sample(part) or SAMPLE for part in parts)
    return None


def sentences() -> Iterator[str]:
    """Every sentence that the rooms hand to one of the tellers."""
    files = [
        file for room in ROOMS for file in ([ROOT / room] if room.endswith(".py") else (ROOT / room).rglob("*.py"))
    ]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TELLERS:
                at = TELLERS[node.func.id]
                if len(node.args) > at and (text := sample(node.args[at])) and " " in text:
                    yield text


@pytest.fixture
def german() -> Iterator[None]:
    use_language("de")
    yield
    use_language("en")


def test_no_sentence_of_the_rooms_below_lacks_a_pattern(german: None) -> None:
    found = set(sentences())
    assert len(found) > 100, "they are found"
    missing = [text for text in found if retold(text) == text and not has_pattern(text, "de")]
    assert sorted(missing) == [], "add them to resources/translations/sentences_de.toml"


def test_every_translation_has_the_holes_of_its_pattern() -> None:
    for pattern in patterns("de"):
        filled = pattern.translation.format("", *(f"<{number}>" for number in range(len(pattern.holes))))
        assert all(f"<{number}>" in filled for number in range(len(pattern.holes))), pattern.template


@pytest.mark.parametrize(
    ("told", "german_words"),
    [
        ("Undo Delete 3 events", "3 Ereignisse löschen rückgängig gemacht"),
        ("Edit “Delete 3 events; and 2 more”", "“Delete 3 events; and 2 more” bearbeiten"),
        (
            "both Mon 3 – Tue 4 June 2019; the numbers differ: 3, 4",
            "beide Mo 3. – Di 4. Juni 2019; die Zahlen weichen ab: 3, 4",
        ),
        (
            "Could not read a.zip: it is an archive, which is not read; unpack it and import the folder.",
            "a.zip konnte nicht gelesen werden: es ist ein Archiv, was nicht gelesen wird; entpacken Sie es und "
            "importieren Sie den Ordner.",
        ),
        ("Words of nobody", "Words of nobody"),
    ],
)
def test_parts_are_told_and_names_stay(german: None, told: str, german_words: str) -> None:
    assert retold(told) == german_words


def test_english_stays_as_it_is() -> None:
    assert retold("Undo Delete 3 events") == "Undo Delete 3 events"
