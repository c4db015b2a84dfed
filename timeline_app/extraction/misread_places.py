"""A city with its country, "from Lagos, Nigeria", whose country was taken for the subject of the verb behind it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_LOST = ("dep", "npadvmod")  # how the subject is read once its place is taken
_PREPOSITIONS = 3  # "from Lagos to Accra": the most between a subject and the city


def give_country_to_city(country: "Token") -> None:
    """ "A bus from Lagos, Nigeria to Accra, Ghana overturned": the bus did, and the country only says where."""
    doc, verb = country.doc, country.head
    city = doc[country.i - 2] if country.i > 1 and doc[country.i - 1].text == "," else None
    if city is None or not country.ent_type_ == city.ent_type_ == "GPE" or city.dep_ != "pobj":
        return
    owner = _owner(city, verb)
    if owner is None:
        return
    if owner.dep_ in _LOST:
        owner.dep_ = country.dep_
    country.dep_ = "appos"
    country.attach(city)


def _owner(city: "Token", verb: "Token") -> "Token | None":
    """The noun of the verb's own that a city stands behind, with none but prepositions and places between."""
    above = city.head
    for _ in range(2 * _PREPOSITIONS):
        if above.pos_ in ("NOUN", "PROPN") and above.head is verb:
            is_time = above.ent_type_ in ("DATE", "TIME")
            return above if above.dep_ in (*_SUBJECTS, *_LOST) and above.i < city.i and not is_time else None
        if above is verb or above.dep_ not in ("prep", "pobj", "appos"):
            return None
        above = above.head
    return None
