"""A corrected publication date moves what depends on it, and nothing else."""

from timeline_app.extraction.reanchor import reanchor
from timeline_app.model.annotation import DateBasis, Mention, Modality, TimeExpression, TimeRef
from timeline_app.model.bounds import begin_until
from timeline_app.model.expression import Fields, Relative
from timeline_app.model.granularity import Granularity
from timeline_app.model.source import PublicationContext, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

SPAN = Span(0, 9)
SOURCE = Source("s", "s", "", "yesterday", "0")


def mention(key: str, expression: str) -> Mention:
    refs = (TimeRef(expression),) if expression else ()
    basis = DateBasis.CLAUSE if expression else DateBasis.PUBLICATION
    return Mention(key, "s", SPAN, SPAN, SPAN, "Title", "lemma", time_refs=refs, date_basis=basis)


def test_relative_dates_move_and_absolute_ones_stay() -> None:
    expressions = [
        TimeExpression("r", "s", SPAN, "yesterday", Relative(Granularity.DAY, -1), (), SPAN),
        TimeExpression("a", "s", SPAN, "3 March 2020", Fields(2020, 3, 3), (), SPAN),
    ]
    mentions = [mention("m1", "r"), mention("m2", "a"), mention("m3", "")]
    context = PublicationContext(published=TimeValue.day(2024, 3, 15))
    source, resolved, dated = reanchor(SOURCE, context, expressions, mentions)
    assert source.context is context
    assert [begin_until(m.time)[0] for m in dated] == ["2024-03-14", "2020-03-03", "2024-03-15"]
    _, _, again = reanchor(source, PublicationContext(published=TimeValue.day(2024, 4, 1)), resolved, dated)
    assert [begin_until(m.time)[0] for m in again] == ["2024-03-31", "2020-03-03", "2024-04-01"]


def test_what_a_new_publication_date_puts_ahead_is_planned_and_comes_back() -> None:
    told = [TimeExpression("a", "s", SPAN, "4 May 2021", Fields(2021, 5, 4), (), SPAN)]
    early = PublicationContext(published=TimeValue.day(2020, 1, 1))
    late = PublicationContext(published=TimeValue.day(2022, 1, 1))
    _, resolved, ahead = reanchor(SOURCE, early, told, [mention("m", "a")])
    assert ahead[0].modality is Modality.PLANNED
    _, _, back = reanchor(SOURCE, late, resolved, ahead)
    assert back[0].modality is Modality.HAPPENED
