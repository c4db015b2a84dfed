"""Slips of the parser that cost a sentence its main verb, seen from their pattern and put right in the tree itself.

Done once, before tense and clauses are read, so that everything after reads the mended tree.
"""

from functools import cache
from typing import TYPE_CHECKING

from timeline_app.extraction.dated_papers import raise_behind_date
from timeline_app.extraction.joined_clauses import part_clauses
from timeline_app.extraction.lexicon import lexicon
from timeline_app.extraction.limits import (
    lower_aim,
    name_place_apart,
    raise_behind_aside,
    raise_behind_time,
    return_bound_of_ban,
)
from timeline_app.extraction.lost_verbs import (
    raise_from_amount,
    raise_from_date,
    raise_from_preposition,
    restore_main_verb,
    wake_conjunct,
    wake_shot,
)
from timeline_app.extraction.misplaced_clauses import (
    free_from_brackets,
    lower_doubt,
    lower_infinitive,
    lower_joined,
    lower_listed,
    lower_purpose,
    lower_to_nearest,
    open_content,
    part_at_semicolon,
    raise_active,
    raise_from_death,
    raise_listed,
    return_promised,
)
from timeline_app.extraction.misplaced_subjects import (
    give_subject,
    lower_main,
    part_from_date,
    raise_before_source,
    raise_teller,
    return_earlier,
    return_governed,
    return_listed,
    return_second_doer,
    take_subject,
)
from timeline_app.extraction.misread_days import (
    free_count,
    free_date,
    free_day,
    free_doers,
    free_from_particle,
    free_last_month,
    free_length,
    free_period,
    free_range,
    lower_to_relative,
    lower_to_since,
    name_distance,
    name_field,
    raise_next,
    return_date,
    return_day,
    return_day_of_length,
    return_from_so_far,
    return_length_to_first,
    return_length_to_main,
    return_length_to_second,
    return_named_day,
    return_of,
    return_period_to_noun,
    return_time_to_verb,
)
from timeline_app.extraction.misread_hours import free_clock, free_hours, return_half_of_day, return_hour
from timeline_app.extraction.misread_parts import (
    free_subject,
    give_back,
    lower_adjective,
    lower_apposition,
    lower_list,
    lower_participle,
    lower_to_doers,
    name_aged,
    name_apposed,
    name_counted,
    name_made,
    raise_clause,
    raise_content,
    raise_over_object,
    return_bound,
    return_object,
    return_origin,
    share_helpers,
)
from timeline_app.extraction.misread_places import give_country_to_city
from timeline_app.extraction.misread_words import (
    lower_to_picture,
    name_event,
    name_gerund,
    name_governed,
    name_group,
    name_leave,
    name_listed,
    name_opening,
    name_provided,
    name_rank,
    name_subject,
    wake_active,
    wake_adjective,
    wake_helped,
    wake_showing,
    wake_state,
)
from timeline_app.extraction.paired_clauses import (
    raise_before_after,
    raise_before_semicolon,
    raise_behind_semicolon,
    raise_first_of_two,
    raise_listed_first,
    raise_pair_before_semicolon,
)
from timeline_app.extraction.partitives import lower_aside, lower_eldest, lower_partitive
from timeline_app.extraction.person_names import name_leader, name_persons
from timeline_app.extraction.person_sex import find_sexes
from timeline_app.extraction.relative_clauses import (
    lift_participle,
    lift_relative,
    lower_by_number,
    raise_behind_period,
    raise_behind_relative,
    raise_behind_that,
    raise_over_name,
    return_object_to_relative,
    wake_owned,
    wake_whom,
)
from timeline_app.extraction.second_verbs import (
    free_that_month,
    free_yesterday,
    give_teller,
    lower_to_pact,
    lower_to_seen,
    lower_unjoined,
    raise_over_aside,
    raise_over_passive,
    raise_to_speaker,
    wake_at_that_time,
)
from timeline_app.extraction.subordinates import (
    ask_in_subjunctive,
    free_from_aside,
    free_from_quote,
    free_time_clause,
    lift_to_event,
    lift_to_post,
    lower_date_of_paper,
    lower_to_building,
    lower_to_people,
    raise_cleft,
    raise_first,
    raise_formed,
    raise_from_infinitive,
    raise_main,
    raise_second,
    return_direction,
    return_subject,
    wake_subordinate,
)
from timeline_app.extraction.verb_tags import has_plural_subject, is_done_to, is_past_form, is_past_too, restore_past
from timeline_app.extraction.word_parts import (
    join_letter,
    join_letter_to_verb,
    join_prefix,
)

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_MAIN = frozenset(("ROOT", "conj", "ccomp", "parataxis", "aux", "auxpass", "cop"))
_HELPERS = ("aux", "auxpass")
_NOMINAL = ("NN", "PRP", "CD")
_UNITS = frozenset(("seconds", "minutes", "hours", "days", "weeks", "months", "years"))
_LENGTHS = _UNITS | {"nights"}
_TODAY = frozenset(("yesterday", "today", "tonight", "tomorrow"))
_HALVES = frozenset(("a.m.", "p.m.", "am", "pm"))
_CLOSING = frozenset((".", "!"))


def mend(doc: "Doc") -> None:
    """Puts the known slips of one parsed Doc right, in place."""
    name_persons(doc)
    doc.sexes = find_sexes(doc)
    for root in [sentence.root for sentence in doc.sents if sentence.root.tag_.startswith(_NOMINAL)]:
        return_earlier(root)
        wake_shot(root)
        if root.dep_ == "ROOT":
            restore_main_verb(root)
            wake_state(root)
        if root.dep_ == "ROOT":
            raise_behind_relative(root)
        if root.sent.root is root:
            name_field(root)
    for root in [sentence.root for sentence in doc.sents if sentence.root.tag_ == "IN"]:
        raise_from_preposition(root, _day_names())
        if root.dep_ == "ROOT":
            raise_from_date(root)
    for root in [sentence.root for sentence in doc.sents if sentence.root.tag_ in ("JJR", "RBR")]:
        raise_from_amount(root)
    for root in [sentence.root for sentence in doc.sents if sentence.root.tag_ == "JJ"]:
        wake_state(root)
    lemmas: dict[str, str] = lexicon("events_cues")["lemmas"]
    for token in doc:
        if token.lemma_ in lemmas and token.tag_.startswith("VB"):
            token.lemma_ = lemmas[token.lemma_]
        _regroup(token)
        _reattach(token)


def _regroup(token: "Token") -> None:
    """Words that were cut or joined wrongly, and clauses hung on the wrong word."""
    part_clauses(token)
    if token.tag_.startswith("VB"):
        join_prefix(token)
        join_letter_to_verb(token)
        restore_past(token)
    elif token.tag_ == "NN":
        restore_past(token)
        if token.tag_ == "VBD" and any(c.dep_ in _HELPERS and c.lemma_ == "have" for c in token.children):
            token.tag_ = "VBN"  # "has long vowed": no past form stands behind "has"
        if token.tag_ in ("VBD", "VBN") and token.dep_ in ("conj", "ccomp", "acl", "advcl", "relcl"):
            lower_to_pact(token)
    if token.dep_ == "compound" and token.lower_ in _day_names():
        free_date(token)
    if token.dep_ == "compound" and (token.lower_ in _TODAY or token.lower_ in _day_names()):
        free_yesterday(token)
        free_last_month(token)
    if token.lower_ == "between":
        free_hours(token)
    if token.text == ")":
        free_from_brackets(token)
    if token.lower_ in ("a.m.", "p.m."):
        return_half_of_day(token)
    if token.lower_ in _HALVES:
        return_hour(token)
    if token.lower_ == "dated":
        raise_behind_date(token)
    if token.dep_ in ("nummod", "compound") and ":" in token.text and token.i < token.head.i:
        free_clock(token)
    if token.lower_ == "that" and token.dep_ == "mark":
        free_that_month(token, _day_names())
    if token.tag_ in ("NN", "NNS"):
        join_letter(token)
        if token.dep_ in ("pobj", "dobj", "npadvmod") and token.lower_ in _UNITS:
            free_length(token)
        elif token.dep_ in ("compound", "nmod") and token.lower_ in _LENGTHS:
            free_doers(token)
        lower_aim(token)
        raise_next(token)
        if token.dep_ == "relcl":
            wake_owned(token)
    elif token.lower_ == "that" and token.dep_ == "det":
        open_content(token)
    if token.tag_ == "VBN" and token.dep_ == "acl":
        wake_whom(token)
        lift_participle(token)
        return_origin(token)
        lower_to_nearest(token)
        raise_before_semicolon(token)
        raise_listed_first(token)
    if token.tag_ in ("VBN", "VBD") and token.dep_ == "acl":
        raise_over_name(token)
    if token.tag_ == "VB" and token.dep_ == "amod":
        lower_purpose(token)
    if token.dep_ == "pcomp" and token.tag_ == "VBG":
        free_day(token, _day_names())
        name_provided(token)
    elif token.dep_ == "pobj" and token.tag_ == "VBG":
        name_gerund(token)
    elif token.dep_ == "pcomp" and token.tag_ == "VB":
        name_governed(token)
    elif token.dep_ == "conj" and token.tag_ in ("VBD", "VBZ", "VBN"):
        raise_from_death(token)
        lower_to_doers(token)
        lower_unjoined(token)
        lower_joined(token)
        lower_by_number(token)
        lower_partitive(token)
        wake_subordinate(token)
        raise_active(token)
        raise_from_infinitive(token)
        wake_active(token)
        raise_second(token)
        raise_main(token)
        raise_behind_aside(token)
        raise_behind_time(token)
        raise_to_speaker(token)
        give_teller(token)
        raise_over_passive(token)
        raise_over_aside(token)
        wake_at_that_time(token)
    if token.dep_ == "conj" and token.tag_ in ("VBD", "VBZ"):
        give_subject(token)
        take_subject(token)
        lower_listed(token)
    elif token.dep_ == "conj" and token.tag_ in ("VBN", "VB") and any(c.dep_ in _HELPERS for c in token.children):
        take_subject(token)
    if token.dep_ == "relcl" and token.tag_ in _FINITE | {"VBN"}:
        raise_behind_period(token)
        raise_content(token)
        lift_relative(token)
        lift_to_event(token)
        lower_partitive(token)
        lift_to_post(token)
        free_time_clause(token)
    elif token.dep_ == "ROOT" and token.tag_ in ("VBD", "VBN"):
        return_object_to_relative(token)
        return_second_doer(token)
        raise_teller(token)
        raise_behind_that(token)
        lower_to_picture(token)
        raise_before_source(token)
        lower_main(token)
        part_from_date(token)
        raise_first_of_two(token)
        raise_before_after(token)
        lower_aside(token)
        raise_main(token)
        raise_cleft(token)
        raise_first(token)
        lower_eldest(token)
        return_listed(token)
    elif token.tag_ in ("VBD", "VBN") and token.dep_ == "csubj":
        lower_to_picture(token)
    elif token.tag_ in ("VBD", "VBN") and token.dep_ in ("advcl", "ccomp"):
        raise_main(token)
        if token.dep_ == "ccomp":
            wake_at_that_time(token)
    elif token.tag_ == "VBP" and token.dep_ == "ccomp":
        ask_in_subjunctive(token)
    elif token.dep_ == "dobj" and token.tag_ in ("NN", "NNS"):
        wake_showing(token)
        raise_formed(token)
    elif token.dep_ == "ROOT" and token.tag_ == "VBG":
        lower_main(token)
    elif token.dep_ == "ROOT" and token.tag_ == "NN":
        wake_helped(token)
    elif token.tag_ == "VB" and token.dep_ in ("xcomp", "advcl", "relcl"):
        lower_infinitive(token)
        name_leave(token)
        name_rank(token)
        if token.dep_ == "advcl":
            return_promised(token)


def _reattach(token: "Token") -> None:
    """Words whose part in their own clause was misread: each is put right by one pattern at most."""
    if token.dep_ == "prt":
        free_from_particle(token)
    if token.dep_ == "npadvmod" and token.lower_ in _day_names():
        return_date(token)
    if token.dep_ == "npadvmod" and token.tag_ == "NNP":
        name_apposed(token)
    elif token.dep_ == "npadvmod" and token.ent_type_ == "DATE":
        return_period_to_noun(token)
        lower_to_relative(token)
    elif token.lower_ == "later":
        return_length_to_first(token)
        return_length_to_second(token)
    if token.dep_ == "appos":
        raise_behind_semicolon(token)
        lower_apposition(token)
        lower_list(token)
    if token.tag_ == "NNS" and token.i > 3 and token.doc[token.i - 1].text.isdecimal():
        free_count(token, _day_names())
    if token.dep_ == "ccomp" and token.i > token.head.i:
        part_at_semicolon(token)
    if token.dep_ == "conj" and token.i < token.head.i:
        raise_pair_before_semicolon(token)
    if (token.tag_ == "VBZ" and token.dep_ == "ccomp") or (token.dep_ == "acl" and token.lower_ == f"{token.lemma_}s"):
        name_listed(token)
    if token.dep_ == "prep":
        if token.lower_ in ("after", "before") and token.i < token.head.head.i:
            name_distance(token)
        return_from_so_far(token)
        return_of(token)
        return_bound_of_ban(token)
        lower_to_since(token)
        return_day_of_length(token)
        name_counted(token)
    if token.dep_ == "advmod" and token.ent_type_ == "DATE":
        return_length_to_main(token)
    if token.lower_ == "old" and token.dep_ == "amod":
        name_aged(token)
    elif token.tag_ == "VBD" and token.dep_ == "amod":
        raise_clause(token)
        raise_over_object(token)
    elif token.tag_ in ("VBD", "VBN") and token.dep_ in ("pobj", "pcomp"):
        lower_adjective(token)
    elif token.tag_ == "VBD" and token.dep_ == "acl" and not any(c.dep_ in ("nsubj", "dobj") for c in token.children):
        token.tag_ = "VBN"  # "the minister, asked about it in May, said": nothing else stands so beside a noun
    elif token.dep_ in ("prep", "npadvmod", "advmod") and token.head.dep_ == "ccomp" and token.i < token.head.i:
        give_back(token)
    elif token.dep_ in ("prep", "dative") and token.head.dep_ == "relcl":
        return_direction(token)
    elif token.dep_ == "prep" and token.head.dep_ == "parataxis":
        free_from_aside(token)
    elif token.lower_ == "missing" and token.dep_ == "advcl" and token.head.lemma_ == "go":  # nothing was missed
        token.dep_, token.tag_, token.pos_, token.lemma_ = "acomp", "JJ", "ADJ", "missing"
    elif token.tag_ == "VBG" and token.dep_ in ("advcl", "acl"):
        lower_to_people(token)
        lower_to_seen(token)
        return_subject(token)
        if token.dep_ == "acl" and token.i == token.head.i + 1:
            name_event(token)
    elif token.dep_ == "prep" and token.head.pos_ == "NOUN":
        free_from_quote(token)
        return_day(token)
    elif token.lower_ in ("perhaps", "possibly", "probably", "maybe") and token.i == token.sent.start:
        lower_doubt(token)
    elif token.tag_ in ("VBP", "NN") and token.dep_ == "conj" and wake_conjunct(token):
        return
    elif token.tag_ in ("VB", "VBP") and is_past_form(token):
        token.tag_ = "VBD"
    elif token.tag_ in ("VB", "VBP") and token.dep_ == "ROOT" and token.i == token.sent.start:
        name_opening(token)
    elif token.tag_ == "VB" and token.dep_ == "ROOT" and has_plural_subject(token):
        token.tag_ = "VBP"
    elif token.tag_ == "VBD" and token.dep_ == "conj" and is_done_to(token):
        token.tag_ = "VBN"
    elif token.tag_ == "VBN" and token.dep_ == "conj" and is_past_too(token):
        token.tag_ = "VBD"
    elif token.dep_ in ("nsubj", "nsubjpass"):
        give_country_to_city(token)
        name_place_apart(token)
        name_subject(token)
        return_earlier(token)
        return_governed(token)
        return_bound(token)
        free_range(token, _day_names())
        free_period(token)
    elif token.dep_ == "appos" and token.tag_ == "NNP":
        name_leader(token)
    elif token.dep_ == "ccomp" and token.pos_ == "NOUN":
        name_made(token)
    elif token.dep_ == "npadvmod" and token.tag_ in ("NN", "NNP") and token.ent_type_ in ("DATE", "TIME"):
        return_named_day(token)
        return_time_to_verb(token)
    elif token.dep_ == "npadvmod" and token.tag_ == "NN":
        return_named_day(token)
    elif token.dep_ == "npadvmod" and token.tag_ in ("NNS", "NNPS"):
        return_object(token)
    elif token.dep_ == "pobj" and token.i > token.head.i + 1:
        free_subject(token, _day_names())
    elif token.dep_ == "advcl" and token.tag_ in ("VBN", "VBD") and token.i > token.head.i:
        lower_unjoined(token)
        lower_joined(token)
        if token.dep_ != "advcl":
            return
        raise_second(token)
        raise_listed(token)
        lower_date_of_paper(token)
        if token.tag_ != "VBN":
            return
        lower_participle(token)
        lower_to_building(token)
    elif token.tag_ == "JJ" and token.dep_ == "conj":
        wake_adjective(token)
    elif token.text == "IS" and token.tag_ == "VBZ":
        name_group(token)
    elif token.tag_ in ("VBD", "VBP") and token.dep_ == "conj" and token.lower_ == token.lemma_.lower():
        share_helpers(token)


@cache
def _day_names() -> frozenset[str]:
    """The names of months and weekdays, in lower case, and the comma between a day and its year."""
    tables = (lexicon("months")["months"], lexicon("weekdays")["weekdays"])
    return frozenset(name for table in tables for names in table.values() for name in names) | {","}
