"""Where a phrase stands: at the head of its sentence or paragraph, or as a heading above what happened then."""

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.expression import Fields
from timeline_app.temporal.resolution.trees import is_year

_LONGEST_HEADING = 60  # code points
_OPENING = 12  # code points before a year that opens its sentence: "In the summer of"
_BEGINNING = 8  # code points: a paragraph's number


def is_entry(expression: TimeExpression, *, said_year: bool) -> bool:
    """Whether a date stands above the entries of a diary: as a line of its own, or heading one, its year known."""
    tree = expression.tree
    if not isinstance(tree, Fields) or tree.month is None or (tree.year is None and not said_year):
        return False
    return expression.is_header or (len(expression.sentence) <= len(expression.span) + 2 and tree.year is not None)


def is_chapter(expression: TimeExpression) -> bool:
    """Whether a year stands alone on its line, above what happened in it."""
    is_alone = len(expression.sentence) <= len(expression.span) + 1
    return is_alone and expression.sentence.start == expression.paragraph and is_year(expression.tree)


def heads_chapter(expression: TimeExpression) -> bool:
    """Whether a short paragraph begins with a year, as the next of such headings may: "2007: The surge"."""
    at_once = expression.span.start == expression.sentence.start == expression.paragraph
    return at_once and is_year(expression.tree) and len(expression.sentence) <= _LONGEST_HEADING


def opens_sentence(expression: TimeExpression) -> bool:
    """Whether a phrase stands at the head of its sentence, a few words before it aside."""
    return expression.span.start - expression.sentence.start <= _OPENING


def opens_paragraph(expression: TimeExpression) -> bool:
    """Whether a phrase stands in the first sentence of its paragraph, whose number may come before it."""
    return expression.sentence.start - expression.paragraph <= _BEGINNING
