"""`export`: any format, some events, and plain words where something cannot be done."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from timeline_app.cli.main import main
from timeline_app.formats.project_file import save_project
from timeline_app.gui.export_formats import FORMATS, format_of
from timeline_app.model.annotation import Modality
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.time_value import TimeValue

pytestmark = pytest.mark.usefixtures("qapp")  # else pictures make a smaller one, which no later test can use


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    document = TimelineDocument()
    day = TimeValue.day(2020, 5, 1)
    for event in (
        Event("a", "Lock opened", resolved=day, place="Lund", notes="check this"),
        Event("b", "Lock closed", resolved=TimeValue.day(2020, 6, 1), modality=Modality.PLANNED),
        Event("c", "Nobody came", resolved=day, status=Status.REJECTED),
    ):
        document.apply(Insert(event))
    save_project(document, tmp_path / "case.tline")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "case.tline"


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.id)
def test_every_format_is_written_by_name(project: Path, kind: object) -> None:
    from timeline_app.formats.exports.export import ExportFormat

    assert isinstance(kind, ExportFormat)
    code = main(["export", str(project), "out" + kind.suffix, "--format", kind.id])
    assert code == (1 if kind.id == "timeml" else 0)  # no event here has a source
    if code == 0:
        assert Path("out" + kind.suffix).stat().st_size > 20


def test_the_ending_says_the_format(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(project), "out.xlsx"]) == 0
    assert openpyxl.load_workbook("out.xlsx").sheetnames == ["Events", "Sources"]
    kind = format_of(".csv")
    assert kind is not None
    assert kind.id == "csv"
    assert main(["export", str(project), "out.odt"]) == 1
    assert "say it with --format" in capsys.readouterr().err


def written(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> str:
    assert main(["export", *arguments]) == 0
    return capsysbinary.readouterr().out.decode()


def test_some_events_leave(project: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    def lines(*arguments: str) -> list[str]:
        text = written(capsysbinary, str(project), "--format", "edtf", *arguments)
        return [line.split("\t")[1] for line in text.splitlines()]

    assert lines() == ["Lock opened", "Lock closed"]
    assert lines("--filter", "modality:planned") == ["Lock closed"]
    assert lines("--events", "c,a") == ["Lock opened", "Nobody came"]
    assert lines("--events", "a,b", "--filter", "place:Lund") == ["Lock opened"]


def test_ids_can_come_from_standard_input(
    project: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("b\n"))
    assert "Lock closed" in written(capsysbinary, str(project), "-", "--format", "markwhen", "--events", "-")


def test_the_chronology_of_some(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(project), "--filter", "place:Lund"]) == 0
    printed = capsys.readouterr().out
    assert "Lock opened" in printed
    assert "Lock closed" not in printed


def test_notes_stay_at_home(project: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "check this" in written(capsysbinary, str(project), "--format", "markdown")
    assert "check this" not in written(capsysbinary, str(project), "--format", "markdown", "--no-notes")


def test_an_output_named_by_an_option_is_made_as_chosen(project: Path) -> None:
    chosen = ["--no-notes", "--dark", "--dpi", "192", "--width", "800"]
    assert main(["export", str(project), "one.png", "--csv", "two.csv", "--png", "two.png", *chosen]) == 0
    assert "Lock opened" in Path("two.csv").read_text(encoding="utf-8-sig")
    assert "check this" not in Path("two.csv").read_text(encoding="utf-8-sig")
    assert Path("two.png").read_bytes() == Path("one.png").read_bytes()


def test_the_json_tells_what_was_rejected(project: Path) -> None:
    assert main(["export", str(project), "--json", "all.json"]) == 0
    assert [event["id"] for event in json.loads(Path("all.json").read_text())["events"]] == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--events", "zz", "--format", "csv"], "no event 'zz'"),
        (["--filter", "when:blorp", "--format", "csv"], "The filter cannot be used"),
        (["case.tline"], "it is one of the files to read"),
        (["gone/out.csv"], "the folder gone does not exist"),
        (["out.json", "--csv", "out.json"], "two outputs have that name"),
    ],
)
def test_what_cannot_be_done_is_said(
    project: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "case.tline", *arguments]) == 1
    assert said in capsys.readouterr().err


def test_a_picture_shows_a_period(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(project), "all.pdf"]) == 0
    assert main(["export", str(project), "may.pdf", "--period", "May 2020"]) == 0
    whole, part = (PdfReader(name).pages[0].extract_text() for name in ("all.pdf", "may.pdf"))
    assert ("Lock opened" in whole, "Lock closed" in whole) == (True, True)
    assert ("Lock opened" in part, "Lock closed" in part) == (True, False)
    for wrong in ("since May 2020", "blorp"):
        assert main(["export", str(project), "x.pdf", "--period", wrong]) == 2
        assert wrong in capsys.readouterr().err
    assert not Path("x.pdf").exists()


def test_a_filter_that_nothing_meets_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(project), "none.csv", "--filter", "place:Oslo"]) == 0
    assert "No event is among those asked for" in capsys.readouterr().err
    assert Path("none.csv").read_text("utf-8-sig").count("\n") == 1


def test_an_empty_project_exports_or_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_project(TimelineDocument(), tmp_path / "empty.tline")
    for kind in FORMATS:
        code = main(["export", str(tmp_path / "empty.tline"), str(tmp_path / f"e{kind.suffix}"), "--format", kind.id])
        said = capsys.readouterr().err
        assert (code, "went wrong" in said) == (int(kind.id.startswith("time") and "sketch" not in kind.id), False), (
            kind
        )


def test_a_project_without_a_title_is_called_as_its_file(
    project: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert written(capsysbinary, str(project), "--format", "markdown").startswith("# case\n")
    assert written(capsysbinary, str(project), "--format", "markdown", "--title", "Locks").startswith("# Locks\n")
    assert main(["export", str(project), "--svg", "case.svg"]) == 0
    assert "<title>case</title>" in Path("case.svg").read_text(encoding="utf-8")
