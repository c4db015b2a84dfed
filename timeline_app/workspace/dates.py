"""Times in the language and form that the analyst chose, for every view."""

from PySide6.QtCore import QLocale

from timeline_app.model import display
from timeline_app.model.date_style import PLAIN, DateStyle
from timeline_app.model.time_value import TimeValue

_chosen = PLAIN


def use_style(style: DateStyle) -> None:
    """Writes dates in another way from now on; what is shown already is to be painted anew."""
    global _chosen  # noqa: PLW0603  # one window, one way of writing dates, like Qt's own translator
    _chosen = style


def date_style() -> DateStyle:
    """The way of writing dates."""
    return _chosen


def typing_language(source_language: str) -> str:
    """The language in which a typed date is read before English: that of its source, else that of the window."""
    return source_language if source_language != "en" else QLocale().bcp47Name().split("-")[0]


def describe(value: TimeValue | None, zone: str | None = None) -> str:
    """A time in words, as `model.display.describe`."""
    return display.describe(value, zone, _chosen)


def describe_published(value: TimeValue, zone: str | None = None) -> str:
    """A publication time, as `model.display.describe_published`."""
    return display.describe_published(value, zone, _chosen)


def describe_weekdays(value: TimeValue) -> str:
    """A time with its weekdays, as `model.display.describe_weekdays`."""
    return display.describe_weekdays(value, _chosen)
