"""Words that were cut at their hyphen, joined again: "re-elected", "an e-mail"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Token


def join_prefix(word: "Token") -> None:
    """ "re-elected", "re-register": one verb, which was cut in three."""
    if word.i < 2:
        return
    mark, prefix = word.doc[word.i - 1], word.doc[word.i - 2]
    if mark.text != "-" or mark.whitespace_ or prefix.whitespace_ or prefix.lower_ not in ("re", "co", "pre", "de"):
        return
    if prefix.head is word or not prefix.tag_.startswith("VB"):
        return
    above = prefix.head
    if above is prefix or above is mark or mark.head is not above or word.head not in (above, prefix, mark):
        return
    passive = any(c.dep_ == "auxpass" for c in above.children) and word.tag_ == "VBN"
    word.dep_ = "conj" if prefix.dep_ == "advcl" and passive and word.i > above.i else prefix.dep_
    word.attach(above)
    _make_affix(prefix, mark, word)


def join_letter_to_verb(verb: "Token") -> None:
    """ "had e-mailed the captain": one verb, cut in three, whose helper was read as the verb."""
    if verb.i < 3:
        return
    letter, mark, helper = verb.doc[verb.i - 2], verb.doc[verb.i - 1], verb.head
    if mark.text != "-" or mark.whitespace_ or letter.whitespace_ or len(letter.text) != 1 or not letter.is_alpha:
        return
    if helper is letter or helper is mark:
        helper = letter.head
    if helper in (letter, mark, verb) or helper.i > letter.i:
        return
    if helper.lemma_ in ("have", "be") and helper.i >= letter.i - 2 and helper.dep_ not in ("aux", "auxpass"):
        parts = [c for c in helper.children if c not in (letter, mark, verb)]
        verb.dep_ = helper.dep_
        verb.attach(verb if helper.head is helper else helper.head)
        for part in parts:
            part.attach(verb)
        verb.tag_, verb.pos_ = "VBN", "VERB"
        helper.dep_, helper.pos_ = "aux" if helper.lemma_ == "have" else "auxpass", "AUX"
        helper.attach(verb)
        _make_affix(letter, mark, verb)


def join_letter(noun: "Token") -> None:
    """ "an e-mail sent by a manager": one noun, which was cut in three."""
    if noun.i < 2:
        return
    mark, letter = noun.doc[noun.i - 1], noun.doc[noun.i - 2]
    if mark.text != "-" or mark.whitespace_ or letter.whitespace_ or len(letter.text) != 1 or not letter.is_alpha:
        return
    if letter.head is noun or letter.dep_ == "compound":
        return
    role, above = letter.dep_, letter.head
    if noun.head in (letter, mark) and above not in (noun, mark):
        noun.dep_ = role
        noun.attach(above)
    _make_affix(letter, mark, noun)


def _make_affix(prefix: "Token", mark: "Token", word: "Token") -> None:
    """Makes what stands before a word, and the hyphen between, parts of it; what hung on them hangs on the word."""
    for part in [c for c in (*prefix.children, *mark.children) if c not in (mark, word)]:
        part.attach(word)
    for part, tag in ((prefix, "AFX"), (mark, "HYPH")):
        part.tag_, part.pos_, part.dep_ = tag, "X", "compound"
        part.attach(word)
