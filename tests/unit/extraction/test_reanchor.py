"""A corrected publication date moves what depends on it, and nothing else."""

from timeline_app.extraction.reanchor import reanchor
from timeline_app.model.annotation import DateBasis, Mention, TimeExpression, TimeRef
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
