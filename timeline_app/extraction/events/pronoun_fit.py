"""What a pronoun can stand for at all: "he" for no company, "it" for nobody."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.tree import child
from timeline_app.extraction.lexicon import words
from timeline_app.extraction.person_sex import sex_of

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


def can_act(noun: "Token") -> bool:
    """Whether a noun names a body that can act: a company, an army."""
    return noun.ent_type_ in ("ORG", "GPE", "NORP") or noun.lemma_.lower() in words("events_nouns", "nouns", "bodies")


def is_expletive(pronoun: "Token") -> bool:
    """ "It is the third accident", "it was unclear whether": stands for no noun before; "it is due to open" does."""
    verb = pronoun.head
    said = [c for c in verb.children if c.dep_ in ("ccomp", "csubj", "acomp", "attr")]
    if verb.lemma_ == "take" and any(
        c.dep_ in ("advcl", "xcomp") and child(c, "aux") is not None for c in verb.children
    ):
        return any(t.ent_type_ in ("DATE", "TIME") or t.lower_ == "until" for t in verb.subtree if t.i > verb.i)
    if verb.lemma_ in ("become", "remain") and child(verb, "acomp") is not None:
        return any(c.dep_ == "ccomp" and child(c, "mark") is not None for c in said)
    if verb.lemma_.lower() in words("events_cues", "verbs", "impersonal"):
        return any(
            c.dep_ in ("ccomp", "csubj", "advcl") and child(c, "mark") is not None for c in said or verb.children
        )
    return verb.lemma_ == "be" and any(c.lower_ not in ("due", "able", "ready", "bound") for c in said)


def is_thing(noun: "Token") -> bool:
    """Whether "it" can stand for a noun: singular, no person, no time."""
    return noun.tag_ in ("NN", "NNP") and noun.ent_type_ not in ("PERSON", "DATE", "TIME") and not _bears_title(noun)


def may_stand_for(noun: "Token", pronoun: str, labels: tuple[str, ...]) -> bool:
    """Whether a pronoun can stand for a noun that is no pronoun: by number, sex and kind of name (`labels`)."""
    if noun.pos_ == "PRON":
        return False
    plural = noun.tag_ in ("NNS", "NNPS") or (pronoun != "they" and child(noun, "conj") is not None)
    if pronoun == "they":
        return plural or noun.ent_type_ in labels
    if pronoun == "it" and _bears_title(noun):
        return False
    named = child(noun, "appos") if pronoun in ("he", "she") else None
    fits = noun.ent_type_ in labels or (named is not None and (named.ent_type_ in labels or _bears_title(named)))
    return fits and not plural and not is_other_sex(noun, pronoun)


def _bears_title(noun: "Token") -> bool:
    """ "Mrs Carrow", whatever the recogniser took her for."""
    said = {c.lower_.rstrip(".") for c in noun.children if c.dep_ in ("compound", "nmod")}
    return not said.isdisjoint(words("events_nouns", "titles", "he") | words("events_nouns", "titles", "she"))


def is_other_sex(noun: "Token", pronoun: str) -> bool:
    """Whether a pronoun cannot stand for a person of this name: "Mr Dorran" is not "she"."""
    return sex_of(noun) == {"he": "she", "she": "he"}.get(pronoun, "none")
