"""The stretch of time in view and its arithmetic with pixels."""

from dataclasses import dataclass

MINUTE_DAYS = 1 / 1440
MIN_SPAN = 5 * MINUTE_DAYS  # days
MAX_SPAN = 365.2425 * 1e9  # days


@dataclass(frozen=True, slots=True)
class Viewport:
    """`begin` to `end` in days since the origin, drawn `width` pixels wide."""

    begin: float
    end: float
    width: float

    @property
    def span(self) -> float:
        """Days in view."""
        return self.end - self.begin

    @property
    def scale(self) -> float:
        """Pixels per day."""
        return self.width / (self.end - self.begin)

    def x(self, days: float) -> float:
        """Pixel of a time."""
        return (days - self.begin) * (self.width / (self.end - self.begin))

    def days(self, x: float) -> float:
        """Time at a pixel."""
        return self.begin + x / self.scale

    def zoomed(self, factor: float, x: float) -> "Viewport":
        """Spans `factor` times the time with the moment at pixel `x` held still."""
        span = min(max(self.span * factor, MIN_SPAN), MAX_SPAN)
        at = self.days(x)
        begin = at - span * x / self.width
        return Viewport(begin, begin + span, self.width)

    def panned(self, pixels: float) -> "Viewport":
        """Shows what lies `pixels` further right."""
        shift = pixels / self.scale
        return Viewport(self.begin + shift, self.end + shift, self.width)


def fitting(begin: float, end: float, width: float, *, left: float = 0.0, right: float = 0.0) -> Viewport:
    """The viewport that shows `begin` to `end` with `left` and `right` pixels to spare."""
    span = max(end - begin, MIN_SPAN)
    if end <= begin:
        begin, end = begin - span / 2, begin + span / 2
    inner = max(width - left - right, width * 0.3, 1.0)
    scale = inner / span
    return Viewport(begin - left / scale, begin + (width - left) / scale, width)
