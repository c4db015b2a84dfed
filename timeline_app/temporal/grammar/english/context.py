"""Guards: what the words around a match say about whether it tells a time at all."""

from timeline_app.temporal.rules import Context

TIME_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "to",
        "after",
        "before",
        "during",
        "of",
        "between",
        "through",
        "throughout",
        "for",
        "and",
        "or",
        "until",
        "late",
        "early",
        "mid",
        "summer",
        "spring",
        "autumn",
        "fall",
        "winter",
        "circa",
        "around",
        "about",
        "year",
    ]
)
NUMBER_NOUNS = frozenset(
    [
        "flight",
        "route",
        "road",
        "highway",
        "room",
        "no",
        "number",
        "nos",
        "page",
        "pages",
        "p",
        "pp",
        "case",
        "resolution",
        "article",
        "section",
        "chapter",
        "act",
        "bill",
        "boeing",
        "airbus",
        "unit",
        "gate",
        "bus",
        "line",
        "channel",
        "model",
        "version",
        "size",
        "series",
        "suite",
        "apartment",
        "building",
        "street",
        "st",
        "avenue",
        "box",
        "figure",
        "table",
        "volume",
        "vol",
        "verse",
        "lot",
        "item",
        "order",
        "ref",
        "id",
        "code",
        "unit",
        "windows",
        "office",
    ]
)
CURRENCY = frozenset(["$", "£", "€", "¥", "₹", "#", "usd", "eur", "gbp"])
MEASURES = frozenset(
    [
        "troops",
        "soldiers",
        "people",
        "men",
        "women",
        "children",
        "percent",
        "per",
        "%",
        "metres",
        "meters",
        "miles",
        "km",
        "kilometres",
        "kilometers",
        "kg",
        "tons",
        "tonnes",
        "feet",
        "ft",
        "yards",
        "votes",
        "jobs",
        "employees",
        "workers",
        "points",
        "dollars",
        "euros",
        "pounds",
        "degrees",
        "times",
        "members",
        "delegates",
        "crates",
        "boxes",
        "units",
        "copies",
        "shares",
        "hp",
        "rpm",
        "mhz",
        "gb",
        "mb",
        "civilians",
        "prisoners",
        "refugees",
        "protesters",
        "officers",
        "killed",
        "dead",
        "wounded",
        "ships",
        "aircraft",
        "tanks",
        "guns",
        "horses",
        "rounds",
        "calories",
        "words",
        "pages",
        "seats",
        "homes",
        "houses",
        "families",
        "students",
        "acres",
        "hectares",
        "barrels",
    ]
)


def names_a_year(c: Context) -> bool:
    """Whether a number of four figures names a year here."""
    before, after = c.before(), c.after()
    if before in CURRENCY or before in NUMBER_NOUNS or (before == "." and c.before(2) in NUMBER_NOUNS):
        return False
    if after in MEASURES or after in CURRENCY:
        return False
    if before in "-–/" and c.before(2).isdigit() is False and before != "" and c.start > 1:
        glued = c.tokens[c.start - 1].end == c.first.start
        if glued and not c.before(2)[:1].isdigit():
            return False
    if after == "hours" or after == "hrs":
        return False
    if before in TIME_PREPOSITIONS or before in (
        "(",
        ",",
        "",
        "the",
        "-",
        "–",
        "—",
        "/",
        "'s",
        "’s",
        "mid",
        ")",
        ":",
        "&",
    ):
        return not _counts_a_plural(c)
    return not _counts_a_plural(c)


def _counts_a_plural(c: Context) -> bool:
    """Whether a plural noun follows directly, which the number then counts: "1914 crates"."""
    if c.end >= len(c.tokens):
        return False
    following = c.tokens[c.end]
    if c.before() in ("in", "since", "until", "during", "the", "of", "'s", "’s", "by"):
        return False
    if following.tag is not None:
        return following.tag == "NNS" and following.text.islower()
    word = following.text
    return (
        word.islower()
        and word.endswith("s")
        and not word.endswith("ss")
        and word not in ("was", "is", "has", "as", "its", "this", "saw", "'s", "’s", "s")
    )


def dates_by_slash(c: Context) -> bool:
    """Whether 6/7 is a date: only after a preposition of time, and before no noun that it could be a share of."""
    return (
        c.before() in ("on", "since", "until", "till", "by", "from", "before", "after", "between", "dated")
        and not c.after().isalpha()
    )


def is_rate(c: Context) -> bool:
    """Whether "a year" says how much in each year: a quantity stands before it."""
    before = c.before()
    return before[:1].isdigit() or before in (
        "million",
        "billion",
        "thousand",
        "hundred",
        "percent",
        "%",
        "dollars",
        "euros",
        "pounds",
        "times",
        "miles",
        "tonnes",
        "tons",
        "barrels",
        "aircraft",
        "people",
    )


def names_season(c: Context) -> bool:
    """Whether spring, fall and the like name the season, not the verb or the water."""
    word = c.last.text.lower()
    if word not in ("spring", "fall"):
        return True
    if c.last.tag is not None and not c.last.tag.startswith(("NN", "JJ")):
        return False
    if word == "fall" and c.after() in ("of", "in", "by", "to"):
        return c.after() == "of" and c.after(2)[:1].isdigit()
    return c.before() in (
        "in",
        "this",
        "last",
        "next",
        "the",
        "by",
        "since",
        "until",
        "early",
        "late",
        "mid",
        "during",
        "of",
        "-",
        "each",
        "every",
    ) and c.after() not in ("water", "line")
