"""The sentence that tells a person how a phrase was read."""

from timeline_app.model.annotation import AnchorKind, Reading, TimexType
from timeline_app.model.display import describe_published, describe_weekdays
from timeline_app.model.expression import Expression, Fields
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.resolution.situation import Situation
from timeline_app.temporal.resolution.zones import source_zone

_VAGUE = {"PAST_REF": "some time in the past", "FUTURE_REF": "some time ahead"}


def explain(phrase: str, tree: Expression, reading: Reading, situation: Situation) -> str:
    """What the phrase was counted from and what came out: “last weekend” + published … → Sat 26 – Sun 27 May 2018."""
    said = f'"{" ".join(phrase.split())}"'
    for basis in (_basis(reading, situation), _cue(tree, reading, situation)):
        said += f" + {basis}" if basis else ""
    return f"{said} → {_outcome(reading)}."


def _basis(reading: Reading, situation: Situation) -> str | None:
    anchor = reading.anchor
    match anchor.kind:
        case AnchorKind.PUBLICATION if situation.now is not None:
            return f"published {describe_published(situation.now, source_zone(situation))}"
        case AnchorKind.SECTION if situation.now is not None:
            return f"section of {describe_weekdays(situation.now)}"
        case AnchorKind.PREVIOUS:
            told = next((t.time for t in reversed(situation.told) if t.expression == anchor.expression), None)
            return f"told before: {describe_weekdays(told)}" if told is not None else "the time told before"
    return None


def _cue(tree: Expression, reading: Reading, situation: Situation) -> str | None:
    """The verb's tense, where it alone picked the direction; the local time that the text shows."""
    if situation.local_zone is not None and reading.time is not None:
        return f"local time UTC{situation.local_zone.removeprefix('UTC')}"
    bare = isinstance(tree, Fields) and tree.year is None and tree.direction is None
    deictic = reading.anchor.kind in (AnchorKind.PUBLICATION, AnchorKind.SECTION)
    if not (bare and deictic) or situation.tense is None:
        return None
    return f"{situation.tense} verb"


def _outcome(reading: Reading) -> str:
    time: TimeValue | None = reading.time
    if reading.type is TimexType.SET:
        return "recurring, on no one day"
    if time is not None:
        return describe_weekdays(time)
    if reading.type is TimexType.DURATION:
        return "a length of time, on no one day"
    return f"undated ({reading.warning})" if reading.warning else _VAGUE.get(reading.value, "undated")
