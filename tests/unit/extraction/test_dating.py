"""Times of mentions from the readings they depend on, without any parser."""

from dataclasses import replace

from timeline_app.extraction.dating import common_time, date_mentions, intersection
from timeline_app.model.annotation import (
    Anchor,
    AnchorKind,
    DateBasis,
    Mention,
    Reading,
    Relation,
    TimeExpression,
    TimeRef,
    TimexType,
)
from timeline_app.model.bounds import begin_until
from timeline_app.model.expression import Fields
from timeline_app.model.source import PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

SPAN = Span(0, 5)
NOTHING = PublicationContext()


def expression(name: str, time: TimeValue | None, range_end: str | None = None) -> TimeExpression:
    reading = Reading(TimexType.DATE, "", time, Anchor(AnchorKind.NONE), "", 1.0)
    return TimeExpression(name, "s", SPAN, name, Fields(), (), SPAN, range_end=range_end, reading=reading)


def mention(*refs: TimeRef, basis: DateBasis | None = DateBasis.CLAUSE) -> Mention:
    return Mention("k", "s", SPAN, SPAN, SPAN, "Title", "lemma", time_refs=refs, date_basis=basis)


def dated(
    m: Mention, *expressions: TimeExpression, context: PublicationContext = NOTHING
) -> tuple[str | None, str | None]:
    [result] = date_mentions([m], expressions, context)
    return begin_until(result.time)


MARCH_3 = expression("a", TimeValue.day(2024, 3, 3))


def test_each_relation_has_its_bounds() -> None:
    expected = {
        Relation.AT: ("2024-03-03", "2024-03-03"),
        Relation.BEFORE: (None, "2024-03-03"),
        Relation.AT_OR_BEFORE: (None, "2024-03-03"),
        Relation.AFTER: ("2024-03-03", None),
    }
    for relation, bounds in expected.items():
        assert dated(mention(TimeRef("a", relation)), MARCH_3) == bounds


def test_range_ends_with_its_other_expression() -> None:
    begin = replace(MARCH_3, range_end="b")
    end = expression("b", TimeValue.day(2024, 3, 7))
    assert dated(mention(TimeRef("a", Relation.FROM)), begin, end) == ("2024-03-03", "2024-03-07")
    early = expression("b", TimeValue.day(2024, 3, 1))
    assert dated(mention(TimeRef("a", Relation.FROM)), begin, early) == ("2024-03-03", "2024-03-03")


def test_unread_or_missing_expressions_leave_it_undated() -> None:
    assert dated(mention(TimeRef("a")), expression("a", None)) == (None, None)
    assert dated(mention(TimeRef("gone"))) == (None, None)


def test_publication_basis_is_the_day_even_where_the_minute_is_known() -> None:
    told = mention(basis=DateBasis.PUBLICATION)
    minute = PublicationContext(published=TimeValue.instant(1_710_500_000))
    assert dated(told, context=minute) == ("2024-03-15", "2024-03-15")
    assert dated(told) == (None, None)


def test_correction_of_an_expression_is_in_force() -> None:
    corrected = replace(MARCH_3, correction=TimeValue.day(2023, 3, 3))
    assert dated(mention(TimeRef("a")), corrected) == ("2023-03-03", "2023-03-03")


def test_bounds_and_dates_intersect() -> None:
    after = expression("b", TimeValue.day(2024, 3, 1))
    refs = (TimeRef("b", Relation.AFTER), TimeRef("a", Relation.BEFORE))
    assert dated(mention(*refs), MARCH_3, after) == ("2024-03-01", "2024-03-03")


def test_common_time_is_the_finest_and_ignores_what_contradicts() -> None:
    day, month, other = TimeValue.day(2024, 3, 3), TimeValue.month(2024, 3), TimeValue.day(2024, 5, 1)
    assert common_time([month, day]) == day
    assert common_time([day, other]) == day
    assert common_time([]) is None
    assert intersection(day, other) is None
