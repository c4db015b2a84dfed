"""The person whom a biography is about: "he" or "she" means that person all through the text."""

from itertools import islice
from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import child

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_OPENING = 4  # sentences, headline included
_FEWEST = 3  # pronouns, of which no more than one in five is the other
_SHARE = 0.8


def find_topic(doc: "Doc") -> "tuple[Token, str] | None":
    """The person that "Ada Merle (1901–1975) was a physicist" opens a text on, and the pronoun that stands for her."""
    topic = next((found for s in islice(doc.sents, _OPENING) if (found := _introduced(s.root)) is not None), None)
    if topic is None:
        return None
    said = [t.lower_ for t in doc if t.lower_ in ("he", "she") and t.i > topic.i]
    if len(said) < _FEWEST:
        return None
    pronoun = max(("he", "she"), key=said.count)
    return (topic, pronoun) if said.count(pronoun) / len(said) >= _SHARE else None


def named_again(doc: "Doc", topic: tuple[str, str] | None) -> "tuple[Token, str] | None":
    """The same in a later stretch of the text: the person where the name is first told again."""
    if topic is None:
        return None
    name, pronoun = topic
    named = next((t for t in doc if t.text == name and t.pos_ == "PROPN" and t.dep_ != "compound"), None)
    return None if named is None else (named, pronoun)


def _introduced(root: "Token") -> "Token | None":
    """The person of whom a sentence says what he or she is or was."""
    if root.lemma_ != "be" or child(root, "attr") is None:
        return None
    found = child(root, "nsubj")
    return found if found is not None and found.pos_ == "PROPN" and found.ent_type_ not in ("GPE", "LOC") else None
