"""The verb of speech or of claim over a clause, whose words a title needs."""

from typing import TYPE_CHECKING

from timeline_app.extraction.events.antecedents import antecedent
from timeline_app.extraction.events.attribution import reporting_verb
from timeline_app.extraction.events.tree import child, subject
from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


def claim_over(verb: "Token") -> "Token | None":
    """The verb in whose content a clause stands: of speech, or of what a party claims ("counsel submitted that …")."""
    above = verb.head
    claims = verb.dep_ == "ccomp" and above.i < verb.i and above.lemma_ in words("events_cues", "speech", "claiming")
    return above if claims and child(verb, "mark") is not None else reporting_verb(verb)


def speaker_of_pronoun(verb: "Token") -> "Token | None":
    """The reporting verb of "the group said it killed ...", where nothing else tells who "it" is."""
    own = child(verb, "nsubj", "nsubjpass")
    if own is None or own.pos_ != "PRON" or own.tag_ in ("WDT", "WP") or antecedent(own) is not None:
        return None
    statement = reporting_verb(verb)
    if statement is not None and statement.i > verb.i:
        return None  # "was caught as she left the house, the prosecutor told a conference"
    speaker = subject(statement) if statement is not None else None
    return None if speaker is not None and speaker.lower_ == own.lower_ else statement  # "he said he had resigned"
