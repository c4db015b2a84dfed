"""Inflected words that many rules name, in the form that patterns take: alternatives joined by bars."""


def inflected(*stems: str) -> str:
    """Every case and gender of adjectives, by their stems."""
    return "|".join(stem + ending for stem in stems for ending in ("e", "en", "er", "es", "em"))


ARTICLE = "der|die|das|dem|den|des"
ARTICLE_MAYBE = ARTICLE + "?"
LAST = inflected("letzt", "vergangen", "vorig", "verflossen")
NEXT = inflected("nächst", "kommend")
THIS = "dieser|diese|dieses|diesem|diesen"
FOLLOWING = inflected("folgend", "darauffolgend")
PRECEDING = inflected("vorangegangen", "vorhergehend", "vorherig")
SAME = inflected("selb", "gleich", "derselb", "dieselb", "dasselb", "demselb", "denselb", "desselb")
THAT = "jener|jene|jenes|jenem|jenen"
