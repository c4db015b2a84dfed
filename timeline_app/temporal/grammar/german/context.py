"""Guards: what the words around a German match say about whether it tells a time at all."""

from timeline_app.model.token import Tense
from timeline_app.temporal.grammar.german.tense import guess_tense
from timeline_app.temporal.lexicon import load_words
from timeline_app.temporal.rules import Context

_TIME_PREPOSITIONS = load_words("de", "time_prepositions")
_NUMBER_NOUNS = load_words("de", "number_nouns")
_CURRENCY = load_words("de", "currency")
_MEASURES = load_words("de", "measures")
_MONTH_HEADS = load_words("de", "month_heads")
_DOUBTFUL_MONTHS = load_words("de", "doubtful_months")
_SEASON_HEADS = load_words("de", "season_heads")
_DAY_PREPOSITIONS = load_words("de", "day_prepositions")
_FOLLOWS_A_DAY = load_words("de", "follows_a_day")
_DAY_PART_HEADS = load_words("de", "day_part_heads")
_HOUR_HEADS = load_words("de", "hour_heads")
_NOT_CLOCKS = load_words("de", "not_clocks")
_CLAUSE_ENDS = load_words("de", "clause_ends") | {""}
_ONE_HEADS = load_words("de", "one_heads")
_AMOUNT_HEADS = load_words("de", "amount_heads")
_LIKELY_YEARS = range(1900, 2040)
_DASHES = frozenset("-–—/")


def names_a_year(c: Context) -> bool:
    """Whether a number of four figures names a year here: not "2000 Soldaten", "Flug 1998"."""
    if c.end - c.start > 1:  # with its era
        return True
    before, after = c.before(), c.after()
    if before in _CURRENCY | _NUMBER_NOUNS or after in _CURRENCY | _MEASURES or _is_glued(c):
        return False
    if _counts_a_plural(c):
        return False
    return before in _TIME_PREPOSITIONS or int(c.first.text) in _LIKELY_YEARS


def _is_glued(c: Context) -> bool:
    """Whether something without a space makes the figures part of a name or a measure: "DC-1900", "1500m"."""
    left = c.tokens[c.start - 1] if c.start else None
    right = c.tokens[c.end] if c.end < len(c.tokens) else None
    if left is not None and left.end == c.first.start and (left.text[-1].isalnum() or left.text in ("-", ".", "#")):
        return not (left.text == "-" and c.before(2)[:1].isdigit())
    if right is None or right.start > c.last.end:
        return False
    return right.text[0].isalnum() or right.text in ("%", "°") or (right.text == "-" and not c.after(2)[:1].isdigit())


def _counts_a_plural(c: Context) -> bool:
    """Whether a noun in the plural follows, which the number then counts: "1914 Kisten"."""
    if c.end >= len(c.tokens):
        return False
    following = c.tokens[c.end]
    is_noun = following.text[:1].isupper() and following.text.isalpha() and following.lower not in _FOLLOWS_A_DAY
    return is_noun and following.lower.endswith(("en", "e", "ern", "eln"))


def names_a_month(c: Context) -> bool:
    """Whether a month alone is the month: of names such as Mai and August only after a word that asks for a month."""
    if not c.first.text[:1].isupper():
        return False
    before = c.before()
    if before in _MONTH_HEADS:
        return True
    if c.first.lower.rstrip(".") in _DOUBTFUL_MONTHS:
        return False
    return c.start == 0 or not c.tokens[c.start - 1].text[:1].isupper()


def names_season(c: Context) -> bool:
    """Whether a season alone is the season, not a surname: "Frau Winter", "Elke Sommer"."""
    if not c.last.text[:1].isupper():
        return False
    return c.before() in _SEASON_HEADS or _is_adjective(c.tokens[c.start - 1].text if c.start else "")


def _is_adjective(word: str) -> bool:
    """Whether a word in lower case has the ending of an adjective before its noun."""
    return len(word) > 3 and word.islower() and word.endswith(("e", "en", "er", "em", "es"))


def dates_a_day(c: Context) -> bool:
    """Whether "dem 14." is a day of the month: after a preposition and before no noun."""
    before = c.before() if c.first.text[0].isdigit() else c.first.lower
    if before not in _DAY_PREPOSITIONS:
        return False
    following = c.tokens[c.end].text if c.end < len(c.tokens) else ""
    return following in _FOLLOWS_A_DAY or not (following[:1].isupper() or _is_adjective(following))


def follows_a_preposition(c: Context) -> bool:
    """Whether a preposition of time stands before the match."""
    return c.before() in _DAY_PREPOSITIONS


def part_alone(c: Context) -> bool:
    """Whether a part of the day stands for a time: after a preposition, perhaps with its article."""
    if not c.last.text[:1].isupper():
        return False
    if c.start and c.first.lower in ("der", "die", "den", "dem", "das"):
        return c.before() in ("in", "für", "an", "vor", "nach", "während", "bis")
    return c.before() in _DAY_PART_HEADS


def is_tomorrow(c: Context) -> bool:
    """Whether "morgen" is the adverb: in lower case, or at the start of a sentence before no noun's mark."""
    if c.first.text.islower():
        return not (c.start and c.before() in ("am", "guten", "jeden", "diesen"))
    return c.start == 0 and c.after().isalpha() and c.tokens[c.end].text.islower()


def is_clock(c: Context) -> bool:
    """Not a verse, a score or a ratio."""
    glued = c.end < len(c.tokens) and c.after() == ":" and c.tokens[c.end].start == c.last.end
    return not glued and _NOT_CLOCKS.isdisjoint((c.before(), c.before(2)))


def names_an_hour(c: Context) -> bool:
    """Whether "halb drei" is a clock reading: after "um" and its kin, or before "Uhr"."""
    return c.before() in _HOUR_HEADS or c.last.lower == "uhr"


def begins_clock_range(c: Context) -> bool:
    """Whether figures are the first clock reading of two: "13.30 bis 15.30 Uhr"."""
    return c.after() in ("bis", "und", *_DASHES) and c.after(3) == "uhr"


def ends_clause(c: Context) -> bool:
    """Whether the phrase is not followed by what it would be counted from."""
    return c.after() in _CLAUSE_ENDS or c.tokens[c.end].text.islower()


def looks_forward(c: Context) -> bool:
    """Whether "in zwei Tagen" is counted ahead: after "in", and no verb near looks back."""
    return c.before() == "in" and guess_tense(c.tokens, c.start, c.end) is not Tense.PAST


def tells_how_long(c: Context) -> bool:
    """Whether an amount is a length of time: "ein Tag" only after a word that asks for a length."""
    if not c.first.lower.startswith("ein"):
        return True
    return c.before() in _ONE_HEADS or c.tokens[c.start + 1].lower.startswith("halb")


def is_amount(c: Context) -> bool:
    """Whether a plural unit without a number tells how long: "seit Monaten", "nach Wochen"."""
    return c.before() in _AMOUNT_HEADS
