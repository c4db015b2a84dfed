"""What the timeline tells of lane names, clusters and publication lines while the cursor rests on them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF

from timeline_app.chart.columns import Ints
from timeline_app.gui.timeline.markers import Marker, sources_published
from timeline_app.gui.timeline.surroundings import MARKER_STRIP
from timeline_app.gui.timeline.wording import lane_name
from timeline_app.model.time_value import TimeValue
from timeline_app.workspace.dates import describe

if TYPE_CHECKING:
    from timeline_app.gui.timeline.canvas import TimelineCanvas

_NAMED = 6  # events or sources, the rest are counted
_NEAR = 4.0  # pixels beside a line
_LONGEST = 120  # letters of one of them


def tip_at(canvas: "TimelineCanvas", at: QPointF) -> str:
    """The words for a point of the widget in plain text, empty where there is nothing to say."""
    area = canvas.area
    if at.x() < area.left():
        number = canvas.lane_at(at)
        return "" if number is None else _lane_tip(canvas, number)
    x = at.x() - area.left()
    if area.contains(at):
        hit = canvas.hit(at)
        if hit is not None:
            return "" if hit.cluster is None else _cluster_tip(canvas, canvas.frame.arrangement.members(hit.cluster))
    elif not area.bottom() <= at.y() <= area.bottom() + MARKER_STRIP:
        return ""
    near = [marker for marker in canvas.frame.markers if abs(canvas.view.x(marker.days) - x) <= _NEAR]
    return _marker_tip(canvas, near)


def _lane_tip(canvas: "TimelineCanvas", number: int) -> str:
    scene = canvas.scene_data
    lane = scene.columns.lanes[number]
    count = int(canvas.frame.arrangement.lane_count[number])
    one = QCoreApplication.translate("Timeline", "1 event")
    several = QCoreApplication.translate("Timeline", "{} events").format(f"{count:,}")
    folded = lane.key in scene.folding.collapsed
    deed = (
        QCoreApplication.translate("Timeline", "click to unfold")
        if folded
        else QCoreApplication.translate("Timeline", "click to fold")
    )
    name = lane_name(lane, scene.document.settings.lanes_by)
    return f"{_short(name, 600)}\n{one if count == 1 else several} · {deed}"


def _cluster_tip(canvas: "TimelineCanvas", members: Ints) -> str:
    scene = canvas.scene_data
    columns = scene.columns
    first = int(np.floor(columns.begin[members].min())) + columns.origin
    last = max(int(np.ceil(columns.end[members].max())) - 1 + columns.origin, first)
    head = QCoreApplication.translate("Timeline", "{} events, {}")
    heaviest = members[np.argsort(-columns.weight[members], kind="stable")[:_NAMED]]
    titles = [scene.facts.label(row)[0] for row in np.sort(heaviest).tolist()]
    deed = QCoreApplication.translate("Timeline", "double-click to zoom to them")
    days = describe(TimeValue.days(first, last))
    return "\n".join([head.format(f"{len(members):,}", days), *_listed(titles, len(members)), deed])


def _marker_tip(canvas: "TimelineCanvas", markers: list[Marker]) -> str:
    scene = canvas.scene_data
    lines = []
    for marker in markers:
        lines.append(marker.label)
        titles = [source.title or source.name for source in sources_published(scene.document, scene.columns, marker)]
        lines += _listed(titles[:_NAMED], len(titles))
    return "\n".join(lines)


def _listed(titles: Iterable[str], number: int) -> list[str]:
    """Lines of titles, and of how many more there are."""
    lines = [f"  {_short(title, _LONGEST)}" for title in titles]
    if number > len(lines):
        lines.append("  " + QCoreApplication.translate("Timeline", "and {} more").format(f"{number - len(lines):,}"))
    return lines


def _short(text: str, longest: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1] + "…"
