"""Wars and periods of history by their names, as the words around them bound an event by them."""

from timeline_app.model.expression import Fixed
from timeline_app.temporal.values import HistoricPeriod


def within(period: HistoricPeriod) -> Fixed:
    """ "during the Second World War": the whole of it."""
    return Fixed(period.edtf)


def first_of(period: HistoricPeriod) -> Fixed:
    """ "before the Second World War": its first day, or the year or month where no more is agreed on."""
    return Fixed(period.edtf.partition("/")[0])


def last_of(period: HistoricPeriod) -> Fixed:
    """ "since the Second World War": its last day."""
    return Fixed(period.edtf.partition("/")[2])


def month_of(day: Fixed) -> Fixed:
    """ "at the end of the Second World War": the month, since nobody means the day alone."""
    return Fixed(day.edtf[:7])
