"""Documents that come one after the other group as all at once do, and are not held in memory meanwhile."""

import gc
import random
import weakref

from timeline_app.extraction.corroboration import Corroborator, corroborate, suggest
from timeline_app.extraction.corroboration import recollection as kept
from timeline_app.model.annotation import Mention, Modality, Participant
from timeline_app.model.calendar import day_number
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import Segment, SegmentKind, Source
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span

FIRST = day_number(2021, 5, 1)
DEEDS = (("attack", "attack"), ("arrest", "arrest"), ("sign", None), ("attack", "attack"))
NAMES = ("Norland", "Sarkia", "Mirovia", "Ostrin")


class Text(str):
    """A text that can be watched."""


def documents(number: int) -> list[tuple[Source, list[Mention]]]:
    draw, made = random.Random(3), []
    for position in range(number):
        text = Text(f"Day {position % 7}. " + " ".join(draw.choice(NAMES) for _ in range(40)) + "\ud800")
        segments = (Segment(SegmentKind.HEADLINE, Span(0, 20)), Segment(SegmentKind.BODY, Span(20, len(text))))
        publisher = draw.choice(("Mira Post", ""))
        sha256 = text_sha256(text)
        source = Source(f"s{position}", "", "", text, sha256, segments=segments, publisher=publisher, position=position)
        made.append((source, [mention(draw, source, n) for n in range(6)]))
    return made


def mention(draw: random.Random, source: Source, number: int) -> Mention:
    (lemma, kind), (agent, patient) = draw.choice(DEEDS), draw.sample(NAMES, 2)
    here = Span(number * 10, number * 10 + 6)
    return Mention(
        f"{source.sha256}:{here.start}",
        source.id,
        here,
        here,
        here,
        f"{agent} {lemma}s {patient}",
        lemma,
        modality=draw.choice((Modality.HAPPENED, Modality.HAPPENED, Modality.DENIED)),
        participants=(Participant(agent, "agent"), Participant(patient, "patient")),
        kind=kind,
        quantities=draw.choice(((), ("nine people",), ("12 people",))),
        time=TimeValue.day(2021, 5, draw.randrange(1, 9)),
        salient=draw.random() < 0.9,
    )


def test_one_after_the_other_is_all_at_once() -> None:
    told = documents(60)
    sources, mentions = [source for source, _ in told], [m for _, found in told for m in found]
    growing, recalled = Corroborator(), Corroborator()
    for source, found in told:
        growing.add(source, found)
    recalled.recall(sources, mentions[:100])
    recalled.recall([], mentions[100:])
    whole = {group for group in corroborate(sources, mentions) if len(group.mentions) > 1}
    assert len(whole) > 20
    groups, pairs = recalled.everything()
    assert set(groups) == whole
    assert set(growing.everything()[0]) == whole
    assert pairs == suggest(sources, mentions)
    assert len(pairs) > 20


def test_a_document_is_answered_with_the_whole_groups_of_its_mentions() -> None:
    told = documents(30)
    growing = Corroborator()
    for source, found in told[:-1]:
        growing.add(source, found)
    groups, _ = growing.add(*told[-1])
    at_once = corroborate([source for source, _ in told], [m for _, found in told for m in found])
    own = {m.key for m in told[-1][1] if m.salient}
    assert {g for g in at_once if own & set(g.mentions)} == set(groups)


def test_what_was_compared_is_not_held_in_memory() -> None:
    growing, texts = Corroborator(), []
    for source, found in documents(300):
        texts.append(weakref.ref(source.text))
        growing.add(source, found)
    del source, found
    gc.collect()
    assert [text() for text in texts if text() is not None] == []
    mentions = sum(type(thing) is Mention for thing in gc.get_objects())
    assert mentions <= kept._AT_HAND + 50
