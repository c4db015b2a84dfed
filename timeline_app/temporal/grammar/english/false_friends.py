"""Words that look like times and are none: the verbs "may" and "march", "Sun" the paper, April the given name."""

from collections.abc import Sequence

from timeline_app.model.expression import DayPart, Reference, Season
from timeline_app.model.granularity import Granularity
from timeline_app.model.token import Token
from timeline_app.temporal.lexicon import load_lexicon, load_words
from timeline_app.temporal.values import Holiday, Month, Triple, Unit, Value, Weekday, Zone

_SHORT = load_words("en", "short_names")
_PLAIN_ZONES = load_words("en", "zones_in_small_letters")
_HALVES = frozenset(("am", "pm", "m", "a.m", "p.m"))
_PARTS_OF_A_DAY = frozenset(("morning", "afternoon", "evening", "night", "am", "pm"))
_VERBS = frozenset(("may", "march"))
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_MEASURES = load_words("en", "measures")
_SHORT_GIVEN = frozenset(("jan", "jun", "dec"))  # names of men, too
_GIVEN_NAMES = load_words("en", "given_names")
_STREETS = frozenset(("lane", "street", "road", "avenue", "boulevard", "close", "terrace"))
_OF_SUNDAYS = frozenset(("paper", "papers", "newspaper", "newspapers", "school", "schools", "roast", "driver"))
_TITLES = load_words("en", "titles_of_persons")
_BEFORE_MONTH = load_words("en", "month_heads")
_AFTER_MAY = load_words("en", "after_verb_may")
_AFTER_MARCH = frozenset(("on", "to", "against", "for", "by", "through"))
_OPERATION = frozenset(("operation", "battle"))
_OF_FEASTS = frozenset(
    ("tree", "trees", "egg", "eggs", "card", "cards", "carol", "carols", "bunny", "pudding", "cake", "lights")
)
_JOINING = frozenset((",", "and", "or", "for", "("))
_LEADS_TO_HOURS = frozenset(
    ("for", "after", "within", "over", "at", "every", "in", "to", "and", "about", "until", "first")
)
_OPENING = frozenset("([{\"'“‘,;:–—>")
_VERSIONS = frozenset(("version", "v", "release", "build", "section"))
_GLUED_BEFORE = frozenset(("fy", "gmt", "utc", "h", "t"))


def admits(tokens: Sequence[Token], start: int, end: int, value: Value) -> bool:
    """Whether the word at `start` may have this meaning where it stands."""
    token = tokens[start]
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    if token.text[0].isdigit():
        if start > 1 and before is not None and before.text in "+-−–" and tokens[start - 2].text == "T":
            return False  # T-4 minutes
        is_version = before is not None and before.text == ":" and tokens[max(0, start - 2)].lower in _VERSIONS
        if isinstance(value, Triple) and before is not None and before.text == "-" and start > 1:
            return _is_date_in_figures(tokens[start - 2])  # 10/1/2018-10/7/2018
        return not (isinstance(value, Triple) and is_version) and not _is_part_of_a_name(token, before, value)
    match value:
        case Month() if before is not None and before.text == "$" and before.end == token.start:
            return False
        case _ if isinstance(value, Month | Weekday | Holiday | Season) and _names_operation(before, token):
            return False
        case Month():
            return _admits_month(tokens, start, end, before, after)
        case Weekday() if after is not None and after.lower in _OF_SUNDAYS:
            return False
        case Weekday() if token.lower in _SHORT:
            return token.text[:1].isupper() and _beside_a_date(before, after, token)
        case Unit(unit=Granularity.HOUR) if token.lower == "h":
            return _counts_hours(tokens, start, before)
        case Unit(unit=Granularity.SECOND | Granularity.MINUTE, plural=False):
            return _admits_moment(before, after)
        case Zone(name=name):
            is_written_small = token.lower in _PLAIN_ZONES and _is_clock_before(before)
            return not name.isupper() or token.text.isupper() or is_written_small
        case Reference():
            return _admits_reference(before, tokens[end - 1], after)
        case Holiday():
            is_surname = before is not None and before.tag == "NNP" and token.entity == "PERSON" and start > 1
            return not is_surname and (after is None or after.lower not in _OF_FEASTS)
        case DayPart():
            return not _names_operation(before, token)
        case _:
            return True


def _counts_hours(tokens: Sequence[Token], start: int, before: Token | None) -> bool:
    """ "24h", and "for 24 h" where a preposition leads to it."""
    if before is None or not before.text.isdigit():
        return False
    return before.end == tokens[start].start or (start > 1 and tokens[start - 2].lower in _LEADS_TO_HOURS)


def _names_operation(before: Token | None, token: Token) -> bool:
    """ "Operation Spring", "the Battle of": a name, unless the word tells when it was."""
    return before is not None and before.lower in _OPERATION and before.text[0].isupper() and token.text[0].isupper()


def _is_date_in_figures(token: Token) -> bool:
    return token.text.count("/") == 2 or token.text.count(".") == 2


def _is_part_of_a_name(token: Token, before: Token | None, value: Value) -> bool:
    """Whether figures are glued to what makes them a name or a number of another kind: "A380s", "133-03-03-2020"."""
    if before is None:
        return False
    if before.end < token.start:
        return isinstance(value, Triple) and before.lower in _VERSIONS
    if isinstance(value, Triple):
        return before.text not in _OPENING
    is_free = before.lower in _GLUED_BEFORE or before.lower[:3] in _MONTHS or before.text[0] in "'’"
    return before.text[-1].isalpha() and not is_free


def _admits_reference(before: Token | None, last: Token, after: Token | None) -> bool:
    """Not "now-cancelled", "as recently as 2009"."""
    if after is None:
        return True
    is_glued = after.text == "-" and after.start == last.end
    return not is_glued and not (before is not None and before.lower == after.lower == "as")


def _admits_moment(before: Token | None, after: Token | None) -> bool:
    """Whether "second" or "minute" is a unit here: after a number, or "a second later"."""
    if before is None:
        return False
    if before.lower in ("a", "one"):
        return (
            after is None or not after.text.isalpha() or after.lower in ("later", "ago", "or", "and", "before", "after")
        )
    return before.text[-1].isdigit() or before.lower in ("-", "per", "each", "every")


def _admits_month(tokens: Sequence[Token], start: int, end: int, before: Token | None, after: Token | None) -> bool:
    token = tokens[start]
    word = token.lower
    if after is not None and after.lower in _STREETS and after.text[:1].isupper():
        return False  # 14 March Lane
    if word in _SHORT and end == start + 1 and not _is_dated(tokens, start, end):
        return False  # Jan Smuts, an APR of 20 percent
    if (before is not None and before.text[:1].isdigit()) or (after is not None and after.text[:1].isdigit()):
        return not (token.text.islower() and word in _VERBS) or _is_date_figure(tokens, start, before)
    if token.text.islower():
        return word not in _VERBS | _SHORT
    if word in _VERBS and not _is_month_not_verb(word, token, before, after, start):
        return False
    if word in _GIVEN_NAMES and _follows_title(tokens, start):
        return False  # Sgt. May
    if before is not None and before.text == "," and word in _GIVEN_NAMES and _is_name(after) and not _is_month(after):
        return False  # a second man, August Lund, sat down
    if before is not None and before.lower in _BEFORE_MONTH:
        return not (word in _GIVEN_NAMES and _names_author(tokens, start, after))
    if word in _GIVEN_NAMES and (token.entity == "PERSON" or _is_name(after)):
        return False
    return not (before is not None and (token.entity == "PERSON" or (word in _VERBS and _is_name(before))))


def _is_month(word: Token | None) -> bool:
    """Whether a word is a month's name or its first letters: no "Novak"."""
    if word is None:
        return False
    return any(isinstance(value, Month) for _, value in load_lexicon("en").starting([word.lower], 0))


def _follows_title(tokens: Sequence[Token], start: int) -> bool:
    title = tokens[start - 2] if start > 1 and tokens[start - 1].text == "." else tokens[start - 1] if start else None
    return title is not None and title.text[:1].isupper() and title.lower.rstrip(".") in _TITLES


def _names_author(tokens: Sequence[Token], start: int, after: Token | None) -> bool:
    """ "editing by June Carver": who did what the word before "by" says, not by when."""
    if start < 2 or tokens[start - 1].lower != "by" or not _is_name(after):
        return False
    return tokens[start - 2].lower.endswith(("ed", "ing", "written", "photo", "photos"))


def _is_dated(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a short month without its full stop stands beside figures, another month or a word that leads to one."""
    before = tokens[start - 1] if start else None
    following = tokens[end] if end < len(tokens) else None
    numbered = before is not None and before.text[0].isdigit()
    names = following is not None and following.text.isalpha() and following.text[0].isupper() and not numbered
    if names and following is not None and tokens[start].lower in _SHORT_GIVEN:
        return _is_month(following)  # "the murder of Jan Kubel"
    if before is not None and before.lower in _JOINING:
        before = tokens[start - 2] if start > 1 else None
        if before is not None and (before.text[0].isdigit() or _is_month(before)):
            return True
    elif before is not None and (before.lower in _BEFORE_MONTH or before.text[0].isdigit()):
        return True
    if following is not None and following.lower in ("of", ","):
        return end + 1 < len(tokens) and len(tokens[end + 1].text) == 4 and tokens[end + 1].text.isdigit()
    return following is not None and (
        (following.text[0].isdigit() and "." not in following.text) or following.text in "-–/'’" or _is_month(following)
    )


def _is_date_figure(tokens: Sequence[Token], start: int, before: Token | None) -> bool:
    """Whether the figures beside "march" in lower case are a day or a year: not "to march 286 miles"."""
    if before is not None and before.text[:1].isdigit():
        return True
    figures = tokens[start + 1].text
    following = tokens[start + 2].lower if start + 2 < len(tokens) else ""
    return (len(figures) in (1, 2, 4) or not figures.isdigit()) and following not in _MEASURES


def _is_month_not_verb(word: str, token: Token, before: Token | None, after: Token | None, start: int) -> bool:
    is_pointed = before is not None and before.lower in ("that", "this", "last", "next", "early", "late")
    if is_pointed and token.text[:1].isupper() and (after is None or not after.text.isalpha()):
        return True  # "That May, on the 9th"
    if token.tag is not None and not token.tag.startswith("NN"):
        return False
    if start == 0 and word == "may" and after is not None and after.lower in _AFTER_MAY:
        return False
    if word == "march" and after is not None and (after.lower in _AFTER_MARCH or _is_name(after)):
        return before is not None and before.lower in _BEFORE_MONTH
    return not (word == "march" and before is not None and before.lower in ("'s", "’s"))


def _is_name(word: Token | None) -> bool:
    return word is not None and word.text[:1].isupper() and word.text.isalpha() and len(word.text) > 1


def _beside_a_date(before: Token | None, after: Token | None, token: Token) -> bool:
    """Whether a short weekday stands with a date; "the Edmonton Sun, 5 May" is a paper all the same."""
    if before is not None and before.lower == "the":
        return after is not None and after.text[:1].isdigit()  # the Mon river
    if token.lower not in ("sun", "sat"):
        return True
    if before is not None and _is_name(before):
        return False
    return after is not None and (
        after.text in (",", ".", ")")
        or after.text[:1].isdigit()
        or after.lower[:3] in _SHORT
        or after.lower in _PARTS_OF_A_DAY
    )


def _is_clock_before(before: Token | None) -> bool:
    """Whether what stands before a zone in small letters tells the hour: "8:00 gmt", "8 am pst"."""
    return before is not None and (":" in before.text or before.lower.rstrip(".") in _HALVES)
