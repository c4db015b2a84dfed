"""What is left unsaid: "There were five landslides. The last was on 3 March." tells of a landslide."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.candidates import is_event_head
from timeline_app.extraction.events.tree import child

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token

_ONE_OF_SEVERAL = frozenset(
    ("first", "second", "third", "fourth", "fifth", "last", "latest", "other", "former", "latter")
)
_BACK = 2  # sentences


def unsaid_noun(verb: "Token") -> "Token | None":
    """The events of which the subject of a verb is one: the last plural of its kind in the sentences before."""
    own = child(verb, "nsubj", "nsubjpass")
    if own is None or own.i > verb.i or not any(c.dep_ == "det" and c.lower_ == "the" for c in own.children):
        return None
    ranked = own.tag_ == "JJS" or any(c.tag_ == "RBS" for c in own.children)
    alone = all(c.dep_ in ("det", "advmod") for c in own.children)
    if not alone or not (ranked or own.lower_ in _ONE_OF_SEVERAL) or own.tag_ in ("NNS", "NNPS"):
        return None
    sentence = verb.sent
    for _ in range(_BACK):
        if sentence.start == 0 or sentence.start in verb.doc.paragraph_starts:
            return None
        sentence = verb.doc[sentence.start - 1].sent
        for word in reversed(sentence):
            if (
                word.tag_ == "NNS"
                and word.lower_ != "talks"
                and is_event_head(word)
                and word.dep_ not in ("compound", "poss")
            ):
                return word
    return None


def with_noun(title: str, verb: "Token") -> str:
    """A title with the noun that its clause leaves unsaid: "Last landslide", "Latest attack came"."""
    noun, own = unsaid_noun(verb), child(verb, "nsubj", "nsubjpass")
    if noun is None or own is None:
        return title
    said = " ".join(t.text for t in (*(c for c in own.children if c.dep_ == "advmod"), own))
    if not title.lower().startswith(said.lower()):
        return title
    rest = title[len(said) :]
    if verb.lemma_ == "be":
        rest = rest.removeprefix(f" {verb.text}")
    return f"{title[: len(said)]} {noun.lemma_.lower()}{rest}"
