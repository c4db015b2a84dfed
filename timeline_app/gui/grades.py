"""The Admiralty grades in words: of a source, and of a claim (credibility stands with the event's details)."""

RELIABILITY = {
    "A": "A · completely reliable",
    "B": "B · usually reliable",
    "C": "C · fairly reliable",
    "D": "D · not usually reliable",
    "E": "E · unreliable",
    "F": "F · cannot be judged",
}
