"""The Admiralty grades in words: of a source, and of a claim (credibility stands with the event's details)."""

from timeline_app.workspace.translation import mark

RELIABILITY = {
    "A": mark("A · completely reliable"),
    "B": mark("B · usually reliable"),
    "C": mark("C · fairly reliable"),
    "D": mark("D · not usually reliable"),
    "E": mark("E · unreliable"),
    "F": mark("F · cannot be judged"),
}
