"""From two reports to a project, a table, a picture and JSON, by the command alone."""

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline_app.formats.project_file import load_project

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def extracted(run: Run, folder: Path) -> subprocess.CompletedProcess[str]:
    outputs = ("--project", "out.tline", "--csv", "out.csv", "--png", "out.png", "--json", "out.json")
    files = ("news.txt", "gone.txt", "blog.txt", "news.txt")
    return run("extract", *files, "--published", "2024-03-18", "--time-zone", "Europe/London", *outputs, cwd=folder)


@pytest.fixture(scope="module")
def project(extracted: subprocess.CompletedProcess[str], folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    return data


def test_a_missing_file_is_named_and_the_rest_is_done(extracted: subprocess.CompletedProcess[str]) -> None:
    assert extracted.returncode == 1
    assert extracted.stdout == ""
    assert "gone.txt: No such file" in extracted.stderr
    assert "news.txt is the same text as news.txt" in extracted.stderr
    assert "Traceback" not in extracted.stderr


def test_every_output_is_there_and_nothing_else(extracted: subprocess.CompletedProcess[str], folder: Path) -> None:
    found = {path.name for path in folder.iterdir()}
    assert {"out.tline", "out.csv", "out.png", "out.json"} <= found
    assert not [name for name in found if "partial" in name]
    assert (folder / "out.png").read_bytes().startswith(b"\x89PNG\r\n")


def test_the_events_have_the_right_dates(project: dict[str, Any]) -> None:
    def dates(word: str) -> set[tuple[str | None, str | None]]:
        return {(e["begin"], e["until"]) for e in project["events"] if word in e["title"]}

    assert ("2024-03-15", "2024-03-15") in dates("aground")
    assert ("2024-03-16", "2024-03-17") in dates("inspected")
    assert ("2024-03-19", "2024-03-19") in dates("tow")
    assert ("2019-11-01", "2019-11-30") in dates("collided")
    assert (None, "2024-03-18T09:15Z") in dates("inquiry")


def test_the_plan_and_the_denial_are_not_told_as_facts(project: dict[str, Any]) -> None:
    modality = {word: {e["modality"] for e in project["events"] if word in e["title"]} for word in ("tow", "asleep")}
    assert modality["tow"] == {"planned"}
    assert "happened" not in modality["asleep"]


def test_what_both_reports_tell_is_one_event(project: dict[str, Any]) -> None:
    names = {source["id"]: source["name"] for source in project["sources"]}
    [both] = [e for e in project["events"] if len({link["source"] for link in e["links"]}) == 2]
    assert "aground" in both["title"]
    assert {names[link["source"]] for link in both["links"]} == {"news.txt", "blog.txt"}
    assert both["begin"] == "2024-03-15"
    assert 1 <= both["origins"] <= 2


def test_comments_tell_nothing(project: dict[str, Any]) -> None:
    assert not [e for e in project["events"] if any("they lie" in s for s in e["sentences"])]


def test_every_link_quotes_its_source(project: dict[str, Any]) -> None:
    texts = {source["id"]: source["text"] for source in project["sources"]}
    links = [link for event in project["events"] for link in event["links"]]
    assert links
    for link in links:
        assert texts[link["source"]][link["start"] : link["end"]] == link["sentence"]
        assert link["phrase"] is None or link["phrase"] in texts[link["source"]]


def test_the_sources_say_when_they_were_published(project: dict[str, Any]) -> None:
    assert [(s["published"], s["time_zone"]) for s in project["sources"]] == [("2024-03-18", "Europe/London")] * 2


def test_the_table_and_the_project_hold_the_same_events(project: dict[str, Any], folder: Path) -> None:
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file, strict=True)}
    document = load_project(folder / "out.tline")
    assert set(rows) == set(document.events) == {event["id"] for event in project["events"]}
    for event in project["events"]:
        row = rows[event["id"]]
        assert (row["start"] or None, row["end"] or None) == (event["begin"], event["until"])


def test_a_saved_project_is_printed_and_exported(
    extracted: subprocess.CompletedProcess[str], run: Run, folder: Path
) -> None:
    printed = run("export", "out.tline", cwd=folder)
    assert (printed.returncode, printed.stderr) == (0, "")
    assert "15 March 2024" in printed.stdout
    assert "16–17 March 2024" in printed.stdout
    again = run("export", "out.tline", "--json", "again.json", "--csv", "again.csv", cwd=folder)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    for name in ("json", "csv"):
        assert (folder / f"again.{name}").read_bytes() == (folder / f"out.{name}").read_bytes()


def test_without_a_date_the_text_stays_undated_with_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("The pump failed last week. It was repaired on 4 May 2021.", encoding="utf-8")
    done = run("extract", "memo.txt", cwd=tmp_path)
    assert done.returncode == 0
    assert "memo.txt: No publication date is known" in done.stderr
    assert "4 May 2021" in done.stdout
    assert "Undated" in done.stdout


def test_when_every_file_fails_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)))
    done = run("extract", "noise.txt", "gone.txt", "--csv", "out.csv", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("Could not read") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["noise.txt"]


def test_standard_input_is_a_text_too(run: Run, folder: Path) -> None:
    told = "The council opened the bridge at Tavna on 3 May 2021.\n"
    done = run("extract", "-", "--published", "2021-05-10", "--svg", "piped.svg", "--csv", "-", cwd=folder, stdin=told)
    assert done.returncode == 0, done.stderr
    [event] = csv.DictReader(done.stdout.lstrip("\ufeff").splitlines())
    assert event["start"] == "2021-05-03"
    title = "The council opened the bridge at Tavna on 3 May 2021"
    assert f"<title>{title}" in (folder / "piped.svg").read_text(encoding="utf-8"), "as the only document is called"
    assert "Could not read standard input: it holds no text." in run("extract", "-", cwd=folder).stderr
