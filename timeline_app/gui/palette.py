"""Every colour of the window, once for light and once for dark.

Categories start from the set of Okabe and Ito (2008), which colour-blind readers can tell apart; lightness is evened
out per theme so that no lane shouts (about 4.5:1 or more against the canvas for text-sized marks).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from timeline_app.workspace.settings import Theme

if TYPE_CHECKING:
    from timeline_app.model.annotation import TimexType


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#rrggbb``, good for QColor and for style sheets alike."""

    is_dark: bool
    background: str  # of the canvas and the text
    panel: str  # of the side panes, headers and status bar
    raised: str  # of cards, chips and tooltips
    field: str  # of inputs
    hover: str
    hairline: str
    border: str  # of inputs and buttons
    text: str
    muted: str  # second-rank text, at least 4.5:1 on the background
    hint: str  # what a field says while it is empty, at least 4.5:1 on fields and panels
    faint: str  # what cannot be used now
    accent: str
    accent_hover: str
    accent_text: str  # on the accent
    selection: str  # behind selected rows and sentences
    selection_text: str
    selection_border: str
    event_band: str  # behind a sentence that tells an event
    event_band_selected: str
    hit: str  # behind what a search found
    hit_current: str
    timex_date: str
    timex_time: str
    timex_duration: str
    timex_set: str
    unresolved: str  # under a phrase that could not be placed
    warning: str
    error: str
    success: str
    weekend: str  # canvas behind Saturdays and Sundays
    grid: str  # canvas lines at ticks
    density: str  # bars of the overview
    published: str  # line at a publication date
    now: str  # line at the present
    categories: tuple[str, ...]  # of lanes and kinds, in order of use
    neutral: str  # of what has no category

    def timex(self, kind: "TimexType") -> str:
        """The underline of a time expression of this kind."""
        return {
            "DATE": self.timex_date,
            "TIME": self.timex_time,
            "DURATION": self.timex_duration,
            "SET": self.timex_set,
        }[kind.value]

    def category(self, index: int) -> str:
        """The colour of the lane or kind at `index`; colours repeat after the last."""
        return self.categories[index % len(self.categories)]


LIGHT = Palette(
    is_dark=False,
    background="#ffffff",
    panel="#fbfbfa",
    raised="#f4f4f1",
    field="#ffffff",
    hover="#f1f2f4",
    hairline="#e3e4e6",
    border="#d3d5d9",
    text="#1b1d21",
    muted="#666a71",
    hint="#6b6f77",
    faint="#9a9ea6",
    accent="#2f6bd8",
    accent_hover="#285ec2",
    accent_text="#ffffff",
    selection="#e6eefc",
    selection_text="#1b1d21",
    selection_border="#a9c3f2",
    event_band="#f1f2f6",
    event_band_selected="#dfe9fb",
    hit="#fff1b8",
    hit_current="#ffd54a",
    timex_date="#0072b2",
    timex_time="#007a5a",
    timex_duration="#c25a00",
    timex_set="#a8508a",
    unresolved="#c8322b",
    warning="#a84d08",
    error="#c8322b",
    success="#007a5a",
    weekend="#f5f7fb",
    grid="#e9ebee",
    density="#8fb7d6",
    published="#2f6bd8",
    now="#c8322b",
    categories=(
        "#0072b2",  # blue
        "#c25a00",  # vermilion
        "#00875f",  # bluish green
        "#b45c93",  # reddish purple
        "#8a6d00",  # yellow, darkened
        "#2b8cc4",  # sky blue, darkened
        "#b87300",  # orange, darkened
        "#5b5fc7",  # indigo
    ),
    neutral="#6b7280",
)

DARK = Palette(
    is_dark=True,
    background="#1b1d20",
    panel="#202225",
    raised="#292c30",
    field="#17191c",
    hover="#2a2d32",
    hairline="#303338",
    border="#41454c",
    text="#eceef0",
    muted="#a1a6ae",
    hint="#8c919a",
    faint="#6e737c",
    accent="#6ba2ff",
    accent_hover="#86b3ff",
    accent_text="#10151d",
    selection="#24344f",
    selection_text="#f4f6f8",
    selection_border="#44669d",
    event_band="#25282d",
    event_band_selected="#28395a",
    hit="#4a4220",
    hit_current="#7a6512",
    timex_date="#56b4e9",
    timex_time="#3fc79a",
    timex_duration="#f0924f",
    timex_set="#e79ac6",
    unresolved="#ff7b72",
    warning="#f0a35e",
    error="#ff7b72",
    success="#3fc79a",
    weekend="#202328",
    grid="#2a2d32",
    density="#4579a0",
    published="#6ba2ff",
    now="#ff7b72",
    categories=(
        "#56b4e9",
        "#f0884a",
        "#3fc79a",
        "#e79ac6",
        "#dbbf45",
        "#8fd0f2",
        "#eda93a",
        "#a3a6f5",
    ),
    neutral="#9ca3af",
)


def palette_for(dark: bool) -> Palette:
    """The palette of a theme."""
    return DARK if dark else LIGHT


def is_dark(theme: Theme) -> bool:
    """Whether a theme is dark now."""
    if theme is Theme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme is Theme.DARK
