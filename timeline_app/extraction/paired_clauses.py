"""Two clauses in one sentence, of which the verb of one was read as a participle on its subject."""

from typing import TYPE_CHECKING

from timeline_app.extraction.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline_app.extraction.doc import Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def raise_first_of_two(root: "Token") -> None:
    """ "Norwell, a lender, closed on Monday, a week after it had lost a case": two doers, and "after" before one.

    The verb of the first was read as a participle on it, and that of the second as the main verb.
    """
    subjects = [c for c in root.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < root.i]
    mark = next((c for c in root.children if c.dep_ == "mark" and c.i < root.i), None)
    if mark is None or len(subjects) != 2 or not subjects[0].i < mark.i < subjects[1].i:
        return
    first = subjects[0]
    verb = next((c for c in first.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") and c.i < mark.i), None)
    if verb is None or verb.nbor(-1).text != "," or _is_done(verb):
        return
    before = [c for c in root.children if c.i < verb.i and c is not first]
    _make_main(verb, (first, *before))
    first.dep_ = "nsubj"
    root.dep_ = "advcl"
    root.attach(verb)


def raise_before_after(root: "Token") -> None:
    """ "Norwell, once a star among lenders, closed on Monday after talks about it failed": read as "Norwell failed".

    The first verb was read as a participle, and what "after" opens as something that the phrase governs.
    """
    first = next((c for c in root.children if c.dep_ == "nsubj" and c.i < root.i), None)
    if first is None:
        return
    verb = root.doc[root.i - 1]  # the last word of the clause that stands before the verb; up from there to its own
    while verb is not verb.head and not _is_set_apart(verb):
        verb = verb.head
    if not _is_set_apart(verb) or not first.i < verb.i < root.i or verb.right_edge.i != root.i - 1:
        return
    after = next((c for c in verb.children if c.lower_ in ("after", "before") and c.dep_ == "prep"), None)
    doer = next((c for c in after.children if c.dep_ == "pobj"), None) if after is not None else None
    aside = first.right_edge.i > verb.i and root.doc[first.i + 1].text == ","
    if after is None or doer is None or not aside or verb.head is first or _is_done(verb):
        return
    before = [c for c in root.children if c.i < first.i]
    later = [c for c in root.children if c.i > root.i and c.is_punct]
    _make_main(verb, (first, *before, *later))
    after.dep_, after.pos_ = "mark", "SCONJ"
    after.attach(root)
    doer.dep_ = "nsubj"
    doer.attach(root)
    root.dep_ = "advcl"
    root.attach(verb)


def raise_listed_first(verb: "Token") -> None:
    """ "The ship listed at noon, hit a bridge and sank": three deeds; no participle has only a comma behind it."""
    noun, main = verb.head, verb.head.head
    deed = verb.lower_.endswith("ed") and not any(c.dep_ in ("agent", "auxpass") for c in verb.children)
    if not deed or noun.dep_ != "nsubj" or main.dep_ != "ROOT" or main.tag_ != "VBD" or verb.i != noun.i + 1:
        return
    commas = [t.i for t in verb.doc[noun.left_edge.i : main.i] if t.text == ","]
    listed = any(c.dep_ == "conj" and c.tag_ in ("VBD", "VBN") and c.i > main.i for c in main.children)
    if not listed or commas != [main.i - 1]:
        return
    parts = [c for c in main.children if c.i < main.i]
    _make_main(verb, parts)
    main.dep_ = "conj"
    main.attach(verb)


def raise_before_semicolon(verb: "Token") -> None:
    """ "The mission, MINUSMA, asked to be let in; access was refused": behind a name, the first clause has its verb."""
    noun, main = verb.head, verb.head.head
    comma = verb.doc[verb.left_edge.i - 1]
    named = any(c.dep_ == "appos" and c.right_edge.i == comma.i - 1 for c in noun.children)
    if comma.text != "," or not named or noun.dep_ not in ("nsubj", "nsubjpass") or main.i < verb.i:
        return
    semicolon = next((t for t in verb.doc[verb.i : main.i] if t.text == ";"), None)
    owned = [c for c in main.children if c.dep_ in ("nsubj", "nsubjpass") and c is not noun]
    if semicolon is None or not owned or owned[0].i < semicolon.i or _is_done(verb):
        return
    before = [c for c in main.children if c.i < noun.left_edge.i]
    verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "ccomp"
    verb.attach(main)
    noun.dep_ = "nsubj"
    for part in (noun, *before):
        part.attach(verb)


def raise_pair_before_semicolon(second: "Token") -> None:
    """ "On Sunday a rock rolled down and killed two goats; the firm paid": the first two are one clause."""
    main, doc = second.head, second.doc
    semicolon = next((t for t in doc[second.i : main.i] if t.text == ";"), None) if second.i < main.i else None
    if semicolon is None or any(c.dep_ in ("nsubj", "nsubjpass") for c in second.children):
        return
    owned = [c for c in main.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not owned or owned[0].i < semicolon.i:
        return
    between = [t for t in doc[second.sent.start : second.i] if t.dep_ == "acl" and t.tag_ == "VBN"]
    first = next(
        (t for t in between if t.head.tag_.startswith("NN") and t.head.i < t.i and t.lower_.endswith("ed")), None
    )
    if first is None:
        return
    noun, before = first.head, [c for c in main.children if c.i < first.i and not c.is_punct]
    first.tag_, first.dep_, noun.dep_ = "VBD", "ccomp", "nsubj"
    first.attach(main)
    noun.attach(first)
    for part in before:
        if part is not noun and part is not first:
            part.attach(first)
    second.attach(first)


def raise_behind_semicolon(noun: "Token") -> None:
    """ "She was charged in May; the trial, long delayed, opened in June.": the verb, read as a participle on a name."""
    first = noun.left_edge.i
    parts = [c for c in noun.children if c.dep_ == "acl" and c.i > noun.i]
    if first == 0 or noun.doc[first - 1].text != ";" or not parts or parts[-1].tag_ != "VBN":
        return
    verb, main = parts[-1], next((t for t in _above(noun) if t.tag_ in _FINITE), None)
    bare = not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    fragment = bare and verb.lemma_.lower() in words("events_cues", "verbs", "done_to")  # "; the rest injured"
    aside = verb.right_edge.i + 1 < noun.sent.end and verb.doc[verb.right_edge.i + 1].text == ","
    if main is None or main.i > first or _is_done(verb) or fragment or aside:
        return
    verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "conj"
    verb.attach(main)
    noun.dep_ = "nsubj"
    noun.attach(verb)
    for part in [c for c in main.children if c.i > verb.i and c is not verb and not c.is_punct]:
        part.attach(verb)


def _make_main(verb: "Token", parts: "Iterable[Token]") -> None:
    """Makes a participle the past main verb, with what hung on another one."""
    verb.tag_, verb.pos_, verb.dep_ = "VBD", "VERB", "ROOT"
    verb.attach(verb)
    for part in parts:
        part.attach(verb)


def _above(token: "Token") -> "Iterator[Token]":
    while token.head is not token and token.head.i != token.i:
        token = token.head
        yield token


def _is_set_apart(verb: "Token") -> bool:
    """Whether a verb was read as a participle right behind a comma."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).text == ","


def _is_done(verb: "Token") -> bool:
    return any(c.dep_ in ("aux", "auxpass", "agent") for c in verb.children)
