"""Guards: what the words around a match say about whether it tells a time at all."""

from timeline_app.model.token import Tense
from timeline_app.temporal.grammar.english.tense import guess_tense
from timeline_app.temporal.lexicon import load_words
from timeline_app.temporal.rules import Context

_TIME_PREPOSITIONS = load_words("en", "time_prepositions")
_NUMBER_NOUNS = load_words("en", "number_nouns")
_CURRENCY = load_words("en", "currency")
_MEASURES = load_words("en", "measures")
_RATE_HEADS = load_words("en", "rate_heads")
_TAKING_AMOUNTS = frozenset(
    ("is", "was", "are", "were", "be", "been", "just", "well", "than", "waited", "and", "or", "(")
)
_AMOUNT_PREPOSITIONS = load_words("en", "amount_prepositions")
_DAY_PREPOSITIONS = load_words("en", "day_prepositions")
_FOLLOWS_A_DAY = load_words("en", "follows_a_day")
_BEFORE_ANY_YEAR = frozenset(("", "the", "'s", "’s", "for", "as", ","))
_BEFORE_AN_HOUR = frozenset(
    ("at", "by", "from", "to", "until", "between", "and", "since", "around", "before", "after", "-")
)
_ABOUT = frozenset(("around", "about", "approximately"))
_MINUTES = 60
_NO_YEARS = "2100"  # figures from here on tell hours: "by 2310"
_STREETS = frozenset(
    ("avenue", "street", "road", "lane", "drive", "boulevard", "ave", "st", "rd", "blvd", "square", "place")
)
_OF_A_WEEKEND = frozenset(
    (
        "talks", "meeting", "meetings", "violence", "clashes", "fighting", "attack", "attacks", "raid", "raids", "vote",
        "election", "elections", "referendum", "summit", "protests", "protest", "rally", "riots", "storm", "storms",
        "sales", "win", "defeat", "match", "crash", "shooting", "bombing", "bombings", "quake", "earthquake", "news",
    )
)  # fmt: skip
_CURRENTS = frozenset(("electric", "electrical", "ocean", "river", "tidal", "direct", "alternating", "strong"))
_OF_A_MATCH = frozenset(
    (
        "scored",
        "goal",
        "goals",
        "match",
        "penalty",
        "striker",
        "kick",
        "half-time",
        "equaliser",
        "equalizer",
        "scoreline",
        "scoreboard",
        "goalkeeper",
        "midfielder",
        "defender",
        "substitute",
        "offside",
        "booked",
        "touchdown",
        "penalties",
    )
)
_BEFORE_A_MOMENT = frozenset(("at", "by", "since", "until", "during", "around", "from", "about"))
_AGES = frozenset(
    (
        "world",
        "society",
        "youth",
        "standards",
        "economy",
        "generation",
        "technology",
        "terms",
        "prices",
        "money",
        "borders",
    )
)
_UNITS_OF_LENGTH = frozenset(
    ("seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries")
)
_BEFORE_DOTTED_HOURS = frozenset(("at", "until", "till", "from", "since", "before", "after", "by", "about", "around"))
_AFTER_HOURS = load_words("en", "follows_a_day")
_PRICED = load_words("en", "tells_a_price")
_OF_MARKETS = load_words("en", "of_markets") | _CURRENCY
_FIXED = frozenset(("fixed", "set", "planned", "scheduled", "called", "arranged", "booked", "ordered", "down"))
_CLAUSE_ENDS = load_words("en", "clause_ends") | {""}
_SEASON_HEADS = load_words("en", "season_heads")
_DAY_PART_HEADS = load_words("en", "day_part_heads")
_DASHES = frozenset("-–—/−")
_OPENING = frozenset("([{\"'“‘,;:&’")
_COUNTED_TOTALS = load_words("en", "counted_totals")
_HEADS_OF_YEARS = load_words("en", "heads_of_years")
_OF_A_YEAR = load_words("en", "of_a_year")
_AFTER_A_SPELLED_YEAR = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "the", "a", "his", "her", "its", "their")
)
_NUMBER_WORDS = load_words("en", "number_words")
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "half", "most"))
_NO_DECADES = frozenset(("temperatures", "temperature", "highs", "lows", "scores"))
_THIS_CENTURY = range(1900, 2040)


def names_a_year(c: Context) -> bool:
    """Whether a number of four figures names a year here."""
    before, after = c.before(), c.after()
    if c.end - c.start > 1:  # with its era: 480 BC
        return True
    if len(before) > 2 and before.isdigit() and c.first.text[0].isdigit():
        return False  # registered charity 1130 1945
    if before in _CURRENCY or before in _NUMBER_NOUNS or (before == "." and c.before(2) in _NUMBER_NOUNS):
        return False
    if (after in _MEASURES and not _leads_to_a_verb(c)) or after in _CURRENCY:
        return False
    if not (_free_on_the_left(c) and _free_on_the_right(c)) or _is_at_an_hour(c):
        return False
    if before == "of" and c.before(2) in _COUNTED_TOTALS:
        return False
    if c.after(2) in _MEASURES and after.isalpha() and after not in _FOLLOWS_A_DAY and before != "in":
        return False  # 2000 local troops
    if before == "of" and c.before(2) not in _HEADS_OF_YEARS and _counts_a_plural(c):
        return False  # a pension of 2000 crowns
    if (before in _TIME_PREPOSITIONS and before != "for") or (before == "than" and c.before(2) in ("later", "earlier")):
        return True
    year = c.first.text.strip("'’‘`").rpartition("/")[2]
    is_range = before in _DASHES or (after in _DASHES and c.after(2)[:1].isdigit())
    if _is_of_pages(c) or after == "block":
        return False
    is_plausible = is_range or len(year) == 2 or int(year) in _THIS_CENTURY or before in _BEFORE_ANY_YEAR
    return is_plausible and not _counts_a_plural(c)


def _is_at_an_hour(c: Context) -> bool:
    """ "left at 1935, five minutes late": an hour and no year; "at 1935 prices" names one."""
    if not leads_to_an_hour(c) or not names_an_hour(c) or int(c.first.text[2:]) >= _MINUTES:
        return False
    following = c.tokens[c.end] if c.end < len(c.tokens) else None
    if following is None or not following.text[:1].isalpha():
        return True
    return following.tag is not None and not following.tag.startswith(("NN", "JJ"))


def _is_of_pages(c: Context) -> bool:
    """Whether the figures are pages after a volume ("15, 1012–1020"), or a number under a year ("no. 2019/1240")."""
    before, year = c.before(), c.first.text
    if before in _DASHES and c.before(2).isdigit() and len(c.before(2)) == 4 and year.isdigit():
        return int(c.before(2)) > int(year) or (c.before(3) == "," and c.before(4).isdigit())
    return before == "," and c.before(2).isdigit() and len(c.before(2)) < 4 and c.after() in _DASHES


def _leads_to_a_verb(c: Context) -> bool:
    """Whether what follows is a verb rather than counted: "a flood in 2014 killed 40 people"."""
    is_dated = c.before() in ("in", "of", "since") or (c.before() in _DASHES and c.before(3) == "in")
    follows = c.after(2)
    return is_dated and c.after().endswith("ed") and (follows[:1].isdigit() or follows in _NUMBER_WORDS | _ARTICLES)


def names_a_spelled_year(c: Context) -> bool:
    """Whether numbers in words name a year: "in nineteen eighty-four", no hour and no count of what follows."""
    if c.before() == "at" or c.after() in ("-", "hours", "percent", "per") or c.after() in _CURRENCY:
        return False
    follows = c.after()
    return not follows.isalpha() or follows in _AFTER_A_SPELLED_YEAR or follows in _FOLLOWS_A_DAY


def names_an_hour(c: Context) -> bool:
    """Whether four figures alone are a clock reading: "at 1030", "from 0730"."""
    if len(c.first.text) != 4 or not c.first.text.isdigit() or c.after() in _MEASURES or _counts_a_plural(c):
        return False
    if not (_free_on_the_left(c) and _free_on_the_right(c)):
        return False
    following = c.tokens[c.end].text if c.end < len(c.tokens) else ""
    if c.after(2) in _STREETS and following[:1].isupper():
        return False  # at 1600 Pennsylvania Avenue
    no_year = c.first.text[0] == "0" or c.first.text >= _NO_YEARS
    return leads_to_an_hour(c) or (no_year and c.before() in _BEFORE_AN_HOUR)


def leads_to_an_hour(c: Context) -> bool:
    """ "at 1330", "at around 1330", "around 1330 on 19 January"."""
    if c.before() in _ABOUT:
        return c.before(2) == "at" or c.after() == "on"
    return c.before() == "at"


def names_dotted_hour(c: Context) -> bool:
    """Whether figures with a dot are an hour, not a price or a rate: "rang at 6.45 and", not "closed at 10.30"."""
    hour, dot, minute = c.first.text.partition(".")
    if not dot or len(minute) != 2 or not hour.isdigit() or c.before() not in _BEFORE_DOTTED_HOURS:
        return False
    if not (_free_on_the_left(c) and _free_on_the_right(c)) or (c.after().isalpha() and c.after() not in _AFTER_HOURS):
        return False
    lowers = [token.lower for token in c.tokens]
    leading = lowers[max(0, c.start - 5) : c.start]
    return _PRICED.isdisjoint(leading) and _OF_MARKETS.isdisjoint(lowers) and c.after() not in ("%", "-")


def _free_on_the_left(c: Context) -> bool:
    """Whether nothing is glued on that makes the figures part of a name: "DC-1900", "B2000"."""
    if c.start == 0 or c.tokens[c.start - 1].end < c.first.start:
        return True
    before = c.before()
    if before in _DASHES:
        left = c.before(2)
        is_year = len(left) == 4 and left.isdigit() and c.before(3) not in _DASHES  # 138-2010-2015 is a telephone
        return before == "—" or is_year or left in _TIME_PREPOSITIONS or not left
    return before in _OPENING


def _free_on_the_right(c: Context) -> bool:
    """Whether nothing is glued on that makes the figures part of a measure: "1500m"."""
    if c.end >= len(c.tokens) or c.last.end < c.tokens[c.end].start:
        return True
    return not c.after()[:1].isalnum() and c.after() not in ("%", "°")


def _counts_a_plural(c: Context) -> bool:
    """Whether a plural noun follows directly, which the number then counts: "1914 crates"."""
    if c.end >= len(c.tokens) or c.before() in ("the", "'s", "’s", "this", "its"):
        return False
    following = c.tokens[c.end]
    if following.lower in _OF_A_YEAR:
        return False
    if following.tag is not None:
        return following.tag == "NNS" and following.text.islower()
    word = following.text
    return word.islower() and word.isalpha() and word.endswith("s") and not word.endswith("ss") and len(word) > 4


def dates_by_slash(c: Context) -> bool:
    """Whether 6/7 is a date: only after a preposition of time, and before no noun that it could be a share of."""
    return c.before() in _DAY_PREPOSITIONS and not c.after().isalpha()


def dates_a_decade(c: Context) -> bool:
    """Whether "the 80s" are years, not degrees or an age."""
    start = c.start - 1 if c.before() == "the" else c.start
    words = [c.tokens[i].lower for i in range(max(0, start - 3), start)]
    return not _NO_DECADES.intersection(words) and c.before() not in ("his", "her", "their", "my", "your")


def dates_a_day(c: Context) -> bool:
    """Whether "the 14th" is a day of the month: after a preposition of time and before no noun."""
    leads = c.before() in _DAY_PREPOSITIONS or (c.before() == "for" and c.before(2) in _FIXED)
    return leads and (c.after() in _FOLLOWS_A_DAY or c.after() in ("", "that", "which"))


def ends_clause(c: Context) -> bool:
    """Whether the phrase is not followed by what it would be counted from."""
    return c.after() in _CLAUSE_ENDS or (c.end < len(c.tokens) and (c.tokens[c.end].tag or "").startswith("VB"))


def is_rate(c: Context) -> bool:
    """Whether "a year" says how much in each year: a quantity stands before it."""
    before = c.before()
    return before[:1].isdigit() or before in _RATE_HEADS or (c.before(2)[:1].isdigit() and before.endswith("s"))


def recurs(c: Context) -> bool:
    """Whether "daily" is an adjective or adverb, not a newspaper: "the Israeli daily Haaretz"."""
    following = c.tokens[c.end] if c.end < len(c.tokens) else None
    if following is not None and following.text[:1].isupper():
        return False
    is_noun = (c.first.tag or "").startswith("NN") and c.before() in ("the", "a", "an", "s")
    return not is_noun and (c.first.text.islower() or c.start == 0)


def is_amount(c: Context) -> bool:
    """Whether a plural unit without number tells how long: "for weeks", not "the days when"."""
    if c.after() in ("-", "old"):
        return False
    before, after = c.before(), c.after()
    if before in ("or", "even", "not") and not _UNITS_OF_LENGTH.isdisjoint(c.before(back) for back in range(2, 6)):
        return True  # "months, if not years", "days or even weeks"
    if after in ("after", "before") and c.first.text.islower():
        return before not in ("the", "these", "those", "such", "school", "working")
    return before in _AMOUNT_PREPOSITIONS or (c.start == 0 and after == "of") or before in ('"', "“")


def is_joined(c: Context) -> bool:
    """Whether a hyphen makes the phrase an adjective: "one-day", "90-day"."""
    return any(token.text == "-" for token in c.tokens[c.start : c.end])


def loosens(c: Context) -> bool:
    """Whether "over" says more than, not throughout: "for over two years", not "shells over two days"."""
    return c.after() == "of" or c.before() in _AMOUNT_PREPOSITIONS or c.before() in _TAKING_AMOUNTS


def names_season(c: Context) -> bool:
    """Whether spring, fall and the like name the season, not the verb or the water."""
    word = c.last.lower
    if c.before() in ("a", "an") and c.after() not in ("of", "ago", "in"):
        return False  # a winter base
    if c.last.text[:1].isupper() and c.after() in _STREETS:
        return False
    if word not in ("spring", "fall"):
        return c.last.entity != "PERSON"
    if c.last.tag is not None and not c.last.tag.startswith(("NN", "JJ")):
        return False
    if c.after() in ("of", "in", "by", "to", "water", "line", "from"):
        return c.after() == "of" and c.after(2)[:1].isdigit()
    if word == "fall":
        return c.before() in _SEASON_HEADS and c.before() not in ("the", "to", "before", "after")
    return (
        c.before() in _SEASON_HEADS
        or c.last.tag is not None
        or c.first.lower == "the"
        or (c.last.text == "Spring" and c.start > 0)
    )


def stands_as_noun(c: Context) -> bool:
    """Whether the phrase is not the adjective of a noun that follows: "the summer", not "the summer offensive"."""
    if c.end >= len(c.tokens):
        return True
    following = c.tokens[c.end]
    if following.tag is not None:
        return not following.tag.startswith("NN")
    return not following.text.isalpha() or following.lower in _FOLLOWS_A_DAY


def names_a_moment(c: Context) -> bool:
    """Whether "the time" points at a time told: "at the time", not "the time of arrival"."""
    return c.before() in _BEFORE_A_MOMENT and c.after() != "of"


def names_an_age(c: Context) -> bool:
    """Whether "today's" means these days: "today's world", and a country or firm as it now is: "today's Russia"."""
    if c.after() not in ("'s", "’s"):
        return False
    at = c.end + 1
    if c.after(2) in _AGES:
        return True
    noun = c.tokens[at] if at < len(c.tokens) else None
    following = c.tokens[at + 1] if at + 1 < len(c.tokens) else None
    return noun is not None and noun.text[:1].isupper() and (following is None or not following.text[:1].isalnum())


def stands_for_its_time(c: Context) -> bool:
    """Whether "the year" is the one under discussion: not "the day care", "the day that he came"."""
    if c.after() == "that" and c.before() == "in" and c.before(2) in ("later", "earlier"):
        return True  # "said later in the day that"
    if not stands_as_noun(c) or c.after() in ("-", "that", "when", "before", "after", "of"):
        return False
    return c.after() not in ("in", "on") or c.before() in ("in", "of", "by", "for", "during", "later", "earlier")


def part_alone(c: Context) -> bool:
    """Whether a part of the day stands for a time: not "a night club", "good morning"."""
    if c.before() == "good" or c.after() in ("club", "star", "sky", "shift", "glory", "gown", "herald", "post", "news"):
        return False
    if c.first.text[:1].isupper() and c.start > 0 and c.before() not in _DAY_PART_HEADS:
        return False
    if c.last.lower == "dark":
        return c.last.text.islower()
    if c.last.lower in ("dawn", "dusk", "sunset", "sunrise", "twilight", "daybreak", "nightfall"):
        return c.before() in ("at", "by", "before", "after", "from", "until", "till", "since", "around")
    return c.before() in _DAY_PART_HEADS or c.first.lower in ("the", "one") or c.start == 0


def looks_forward(c: Context) -> bool:
    """Whether the sentence looks into the future here, as "soon" must to tell a time."""
    if c.after() in ("after", "afterwards", "as", "-", "thereafter", "enough"):
        return False
    tense = c.last.tense or guess_tense(c.tokens, c.start, c.end)
    return tense is Tense.FUTURE or (c.first.lower == "very" and tense is not Tense.PAST)


def qualifies(c: Context) -> bool:
    """Whether "current" or "recent" is the adjective of a noun that follows, not the current of a river."""
    if not c.after().isalpha() or (c.after() in _FOLLOWS_A_DAY and c.after() not in ("and", "or")):
        return False
    if c.before() in _CURRENTS:
        return False
    return c.last.tag is None or not c.last.tag.startswith("NN") or c.last.lower != "current"


def halves_a_year(c: Context) -> bool:
    """Whether "the second half" is one of the year, not of a match or of what follows."""
    if c.after() == "of":
        return c.after(2)[:1].isdigit() or "year" in (c.after(2), c.after(3))
    is_score = c.after() in ("ended", "finished") and c.after(2)[:1].isdigit()
    return not is_score and _OF_A_MATCH.isdisjoint(token.lower for token in c.tokens)


def qualifies_news(c: Context) -> bool:
    """Whether "weekend" is the adjective of what happened in it: "the weekend talks", not "a weekend house"."""
    return c.after() in _OF_A_WEEKEND and c.before() in (
        "the",
        "",
        "'s",
        "’s",
        "of",
        "after",
        "from",
        "in",
        "its",
        "their",
    )
