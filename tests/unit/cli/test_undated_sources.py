"""Documents without a date: a few are told one by one, many of one place in one line."""

from email.message import EmailMessage
from pathlib import Path

from timeline_app.cli.project_builder import BuildOptions, build_project
from timeline_app.cli.undated_sources import UndatedSources


def test_a_few_are_told_one_by_one() -> None:
    undated = UndatedSources()
    for name in ("a.txt", "b.txt"):
        undated.add("reports", name, ["No date.", "It may be of 2020-05-04."])
    assert undated.warnings() == [
        "a.txt: No date.",
        "a.txt: It may be of 2020-05-04.",
        "b.txt: No date.",
        "b.txt: It may be of 2020-05-04.",
    ]


def test_many_of_one_place_are_told_in_one_line() -> None:
    undated = UndatedSources()
    for number in range(30):
        undated.add("reports", f"{number}.txt", ["No date."])
    undated.add("others", "memo.txt", ["No date."])
    many, one = undated.warnings()
    assert many.startswith("reports: no publication date is known for 30 documents (0.txt, 1.txt and 28 more)")
    assert "--published" in many
    assert one == "memo.txt: No date."


def test_a_message_with_many_undated_attachments_makes_one_line(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["Date"] = "Notes", "Mon, 04 May 2020 09:00:00 +0000"
    message.set_content("The notes of last week are attached.")
    for number in range(6):
        text = f"Two men were arrested last week in house {number}. They were freed."
        message.add_attachment(text, filename=f"note{number}.txt")
    path = tmp_path / "notes.eml"
    path.write_bytes(bytes(message))
    warnings = build_project([path], BuildOptions()).warnings
    told = [line for line in warnings if "publication date" in line]
    assert len(told) == 1
    assert "notes.eml: no publication date is known for 6 documents" in told[0]
