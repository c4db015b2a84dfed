"""From mentions to events: which mentions tell one and the same event, from how many independent origins.

`corroborate` groups mentions, a `Corroborator` does so document after document, `suggest` names the pairs that are
left to the analyst, `relate` does both at once; `build_event` makes an event of a group, `refresh_event` brings one up
to date.
"""

from timeline_app.extraction.corroboration.build import build_event, refresh_event
from timeline_app.extraction.corroboration.grouping import Group, corroborate
from timeline_app.extraction.corroboration.growing import Corroborator
from timeline_app.extraction.corroboration.origins import count_origins
from timeline_app.extraction.corroboration.suggestions import Suggestion, relate, suggest

__all__ = [
    "Corroborator",
    "Group",
    "Suggestion",
    "build_event",
    "corroborate",
    "count_origins",
    "refresh_event",
    "relate",
    "suggest",
]
