"""`import`: events of other programs into a project, or a look at what would come."""

from pathlib import Path

import pytest

from timeline_app.cli.main import main
from timeline_app.formats.project_file import load_project

TABLE = "Date,What,City\n2021-03-14,Fire,Lund\nblorp,Noise,\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "table.csv").write_text(TABLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_table_becomes_a_project(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "table.csv", "--into", "case.tline", "--map", "place=City"]) == 0
    said = capsys.readouterr().err
    assert "a table of another program; events: 2 new." in said
    assert "title from 'What'" in said
    assert "row 2: Its date cannot be read" in said
    events = {event.title: event for event in load_project(Path("case.tline")).events.values()}
    assert (events["Fire"].place, events["Noise"].time) == ("Lund", None)
    assert main(["import", "table.csv", "--into", "case.tline"]) == 0  # again: theirs have no ids of ours
    assert len(load_project(Path("case.tline")).events) == 4
    assert Path("case.tline.bak").exists()


def test_our_own_table_comes_back_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "table.csv", "--into", "case.tline"])
    main(["export", "case.tline", "out.csv"])
    text = Path("out.csv").read_text("utf-8-sig").replace("Fire", "Blaze")
    Path("out.csv").write_text(text, "utf-8")
    capsys.readouterr()
    assert main(["import", "out.csv", "--preview"]) == 0
    assert "1\tnew\t14 March 2021\tBlaze" in capsys.readouterr().out
    assert main(["import", "out.csv", "--into", "case.tline"]) == 0
    assert "1 changed, 1 unchanged" in capsys.readouterr().err
    assert {event.title for event in load_project(Path("case.tline")).events.values()} == {"Blaze", "Noise"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["table.csv"], 2, "one of the arguments --into --preview is required"),
        (["table.csv", "--preview", "--map", "colour=City"], 2, "not FIELD=COLUMN"),
        (["table.csv", "--preview", "--map", "place=Town"], 1, "no column 'Town'"),
        (["gone.csv", "--preview"], 1, "No such file"),
        (["case.txt", "--preview"], 1, "holds no events"),
    ],
)
def test_what_cannot_be_done_is_said(
    folder: Path, arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "case.txt").write_text("A report.")
    assert main(["import", *arguments]) == code
    assert said in capsys.readouterr().err


def test_one_bad_file_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "gone.csv", "table.csv", "--into", "case.tline"]) == 1
    assert "gone.csv" in capsys.readouterr().err
    assert len(load_project(Path("case.tline")).events) == 2
