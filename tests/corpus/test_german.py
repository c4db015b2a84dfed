"""German: each rule reads its examples, sentences get the values that they mean, doubtful words are left alone."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.annotation import TimeExpression
from timeline_app.model.source import DateOrder, PublicationContext
from timeline_app.model.time_value import TimeValue
from timeline_app.temporal.grammar import notation
from timeline_app.temporal.grammar.german import RULES
from timeline_app.temporal.grammar.language import load_language
from timeline_app.temporal.resolution import resolve_all
from timeline_app.temporal.rules import Rule
from timeline_app.temporal.tagger import find_expressions
from timeline_app.temporal.tokenizer import split_sentences

GERMAN = load_language("de")
MONDAY = PublicationContext(published=TimeValue.day(2018, 5, 28), time_zone="Europe/Berlin", date_order=DateOrder.DMY)
OWN = [rule for rule in RULES if rule not in vars(notation).values()]
READS = [(rule, phrase) for rule in OWN for phrase in rule.reads]
SKIPS = [(rule, phrase) for rule in OWN for phrase in rule.skips]


def tag(text: str) -> list[TimeExpression]:
    return find_expressions("s1", text, split_sentences(text, (), GERMAN.runs_on), language="de")


def label(case: tuple[Rule, str]) -> str:
    return f"{case[0].name}: {case[1]}"


@pytest.mark.parametrize("case", READS, ids=label)
def test_rule_reads_its_phrase(case: tuple[Rule, str]) -> None:
    rule, example = case
    text = example.replace("⟨", "").replace("⟩", "")
    start = max(example.find("⟨"), 0)
    end = start + len(example[start:].partition("⟩")[0].removeprefix("⟨"))
    found = {(e.span.start, e.span.end): e.trail for e in tag(text)}
    assert (start, end) in found, f"found {[text[a:b] for a, b in found]} in {text!r}"
    assert rule.name in found[start, end]


@pytest.mark.parametrize("case", SKIPS, ids=label)
def test_rule_leaves_its_counterexample(case: tuple[Rule, str]) -> None:
    rule, text = case
    assert not [e.phrase for e in tag(text) if rule.name in e.trail]


def test_rule_names_are_unique_and_each_has_an_example() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert [rule.name for rule in RULES if not rule.reads] == []


# Published on Monday, 28 May 2018. Phrases are marked, their TIMEX3 values follow in the same order.
SENTENCES = """
Die Gespräche scheiterten am ⟨Montag, 14. Oktober 2019⟩. | 2019-10-14
Der Minister trat am ⟨3. Mai⟩ zurück. | 2018-05-03
Der Vertrag vom ⟨14.10.2017⟩ wurde gekündigt. | 2017-10-14
Im ⟨Mai 2017⟩ begann der Umbau. | 2017-05
Im ⟨Jahr 2011⟩ stürzte der Diktator. | 2011
In ⟨den 1990er Jahren⟩ wuchs die Stadt. | 199
Im ⟨19. Jahrhundert⟩ lebten hier Weber. | 18
Caesar wurde ⟨44 v. Chr.⟩ ermordet. | BC0044
Am ⟨Montag⟩ brannte das Lager. | 2018-05-28
Die Rebellen zogen am ⟨letzten Freitag⟩ ab. | 2018-05-25
Er trat ⟨letzten Freitag⟩ zurück. | 2018-05-25
Am ⟨kommenden Dienstag⟩ wird abgestimmt. | 2018-05-29
Der Betreiber kündigte am ⟨Freitag⟩ an, den Betrieb frühestens ⟨Ende August⟩ wieder aufzunehmen. | 2018-05-25 2018-08
Die Regierung versprach am ⟨Freitag⟩, die Brücke bis ⟨Ende September⟩ zu öffnen. | 2018-05-25 2018-09
Das für das ⟨Wochenende⟩ geplante Schützenfest wurde abgesagt. | 2018-W22-WE
Das geplante Treffen am ⟨Freitag⟩ wurde abgesagt. | 2018-05-25
Sie versuchten, am ⟨Freitag⟩ die Grenze zu überqueren. | 2018-05-25
Am ⟨Freitagabend⟩ fielen Schüsse. | 2018-05-25TEV
⟨Gestern⟩ erreichte der Konvoi die Stadt. | 2018-05-27
⟨Vorgestern⟩ hatte er noch dementiert. | 2018-05-26
Der Präsident traf ⟨heute⟩ die Delegation. | 2018-05-28
Sie wird ⟨morgen⟩ aussagen. | 2018-05-29
⟨Übermorgen⟩ soll das Urteil fallen. | 2018-05-30
Die Opposition hatte ⟨letzte Woche⟩ protestiert. | 2018-W21
Am ⟨vergangenen Wochenende⟩ starben zwei Wanderer. | 2018-W21-WE
⟨Nächsten Monat⟩ soll die Brücke öffnen. | 2018-06
Sie wurde ⟨vor drei Wochen⟩ entlassen. | 2018-W19
Er wird in ⟨zwei Tagen⟩ erwartet. | 2018-05-30
Um ⟨13.30 Uhr⟩ explodierte eine Bombe. | 2018-05-28T13:30
Die Sitzung begann am ⟨Montag⟩. Um ⟨13:30 Uhr MESZ⟩ wurde sie unterbrochen. | 2018-05-28 2018-05-28T13:30+02:00
Gegen ⟨14 Uhr⟩ kam die Polizei. | 2018-05-28T14:00
Der Zug entgleiste ⟨gestern gegen 6.15 Uhr⟩. | 2018-05-27T06:15
In ⟨der Nacht zum Montag⟩ wurde er verhaftet. | 2018-05-27TNI
Am ⟨Abend des 14. Mai⟩ brannte die Kirche. | 2018-05-14TEV
Die Messe dauerte vom ⟨12.⟩ bis ⟨15. April⟩. | 2018-04-12 2018-04-15
Zwischen ⟨dem 3.⟩ und ⟨7. Mai⟩ kamen zehn Menschen ums Leben. | 2018-05-03 2018-05-07
Der Krieg von ⟨1914⟩ bis ⟨1918⟩ zerstörte das Land. | 1914 1918
⟨Zwei Jahre lang⟩ saß er in Haft. | P2Y
Seit ⟨drei Monaten⟩ streiken die Ärzte. | P3M
⟨Anfang Juni⟩ wird das Gesetz beraten. | 2018-06
⟨Mitte Mai⟩ wurde der Hafen gesperrt. | 2018-05
⟨Ende 2017⟩ verließ sie die Partei. | 2017
Im ⟨Sommer 2015⟩ kamen viele Flüchtlinge. | 2015-SU
Im ⟨dritten Quartal 2017⟩ sank der Gewinn. | 2017-Q3
Im ⟨3. Quartal des Vorjahres⟩ stieg er. | 2017-Q3
⟨Jeden Freitag⟩ beten sie auf dem Platz. | XXXX-WXX-5
⟨Kürzlich⟩ tauchte ein neues Dokument auf. | PAST_REF
⟨Derzeit⟩ prüft die Staatsanwaltschaft den Fall. | PRESENT_REF
Die Wahl findet ⟨alle fünf Jahre⟩ statt. | P5Y
Am ⟨9. November 1989⟩ fiel die Mauer; ⟨drei Tage später⟩ wurde gefeiert. | 1989-11-09 1989-11-12
Er wurde am ⟨2. März 2016⟩ verhaftet. Am ⟨nächsten Tag⟩ floh er. | 2016-03-02 2016-03-03
In ⟨den letzten zwei Jahren⟩ stiegen die Preise. | P2Y
Das Schiff sank am ⟨3.5.⟩ vor der Küste. | 2018-05-03
Im ⟨Winter 1941/42⟩ hungerte die Stadt. | 1942-WI
Der Überfall geschah am ⟨Dienstag letzter Woche⟩. | 2018-05-22
Im ⟨August letzten Jahres⟩ brach der Damm. | 2017-08
⟨Vor etwa zehn Jahren⟩ schloss das Werk. | 2008
Zu ⟨Weihnachten⟩ kehrte er heim. | 2017-12-25
Zu ⟨Weihnachten 2016⟩ kehrte er heim. | 2016-12-25
Die Abgeordneten tagten ⟨zweimal pro Woche⟩. | P1W
Zwischen ⟨10⟩ und ⟨12 Uhr⟩ fiel Schnee. | 2018-05-28T10:00 2018-05-28T12:00
Am ⟨1. Juli um 0.30 Uhr Ortszeit⟩ überquerten sie die Grenze. | 2017-07-01T00:30+02:00
Am ⟨23.⟩ und ⟨24. Juni⟩ stimmten die Bürger ab. | 2017-06-23 2017-06-24
Im ⟨Herbst 1989⟩ demonstrierten sie ⟨jeden Montag⟩. | 1989-FA XXXX-WXX-1
Der Prozess beginnt am ⟨Mittwoch um 9 Uhr⟩ und soll bis ⟨Ende Juni⟩ dauern. | 2018-05-30T09:00 2018-06
Am ⟨Tag darauf⟩ wird alles vorbei sein. | 2018-05-29
Um ⟨8 Uhr morgens⟩ rückte die Kolonne aus. | 2018-05-28T08:00
Um ⟨halb drei⟩ fiel der Strom aus. | 2018-05-28T02:30
Die Lage eskalierte in ⟨den vergangenen Wochen⟩. | PXW
In ⟨der Nacht vom 14. auf den 15. Mai⟩ griffen sie an. | 2018-05-14TNI
Das Lager schloss ⟨Ende des Jahres 2016⟩. | 2016
Seit ⟨1998⟩ regiert die Partei. | 1998
Die ⟨18-jährige⟩ Studentin wurde vermisst. | P18Y
Von ⟨9⟩ bis ⟨14 Uhr⟩ blieb die Brücke gesperrt. | 2018-05-28T09:00 2018-05-28T14:00
Zum Jahrestag am ⟨11. September 2017⟩ sprach der Bürgermeister. | 2017-09-11
Nach ⟨zwei Tagen⟩ gaben die Retter auf. | P2D
Die Frist läuft bis ⟨31. Dezember 2019⟩. | 2019-12-31
Im ⟨Oktober⟩ wählte das Land. | 2017-10
""".strip().splitlines()

NO_TIMES = """
Guten Morgen, sagte der Wirt.
Herr Morgen leitet die Behörde.
Guten Abend und willkommen.
Er hat mir das halb erzählt.
Das Glas war halb voll.
Manuela Mai sang das Lied.
Frau Mai lehnte den Antrag ab.
Karl Mai erfand den Häuptling.
August Macke malte das Bild.
Juli Zeh schrieb den Roman.
Minister März trat zurück.
Frau Sonntag bestritt den Vorwurf.
Die Welt am Sonntag druckte die Liste.
Frau Winter vertritt die Kläger.
Elke Sommer spielte die Hauptrolle.
Der Prager Frühling wurde niedergeschlagen.
Im Dreißigjährigen Krieg verödete das Dorf.
Mehr als 2000 Soldaten überquerten den Fluss.
Im Depot lagen 1914 Kisten.
Die Gemeinde hat 1950 Einwohner.
Das kostet 1999 Euro.
Flug 1842 landete sicher.
Die Resolution 1701 bleibt in Kraft.
Zimmer 2010 blieb leer.
Die Maschine vom Typ Boeing 737 brannte aus.
Die Heimmannschaft gewann 3:1.
Er kam auf Platz 3.
Der dritte Angriff scheiterte.
Im 2. Stock brannte Licht.
Die 3. Division rückte vor.
Version 2.0.1 stürzt ab.
Eines Tages kehrt er zurück.
Das Ende war nah.
Tag und Nacht bewachten sie das Tor.
Der Spiegel und die Zeit berichteten.
Sie liefen 1500 Meter bergauf.
Rufen Sie 0800 2012555 an.
Er ist seit langem ein guter Freund.
Die Hälfte der Bewohner floh.
Ein Viertel der Stimmen fehlte.
Ein Mann in den Achtzigern stürzte.
Das Bataillon 1914 wurde aufgelöst.
Der Roman 1984 liegt auf dem Tisch.
Sie wohnt in der Straße des 17. Juni.
Der 1. FC Köln verlor vor 2000 Zuschauern.
Der 14. gewählte Präsident sprach.
Das Halbfinale endete 2:1 nach Verlängerung.
Sie erhielt 12.500 Euro und 3,5 Prozent.
Er war früher Lehrer und kam später zurück.
""".strip().splitlines()


@pytest.mark.parametrize("line", SENTENCES)
def test_sentence_is_read(line: str) -> None:
    marked, _, values = line.rpartition(" | ")
    text = marked.replace("⟨", "").replace("⟩", "")
    found = resolve_all(tag(text), MONDAY)
    assert [e.phrase for e in found] == [piece.partition("⟩")[0] for piece in marked.split("⟨")[1:]]
    assert [e.reading.value for e in found if e.reading] == values.split()


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_no_time_is_found(sentence: str) -> None:
    assert [e.phrase for e in tag(sentence)] == []


def test_there_are_enough_sentences() -> None:
    assert len(SENTENCES) >= 60
    assert len(NO_TIMES) >= 25


_WORDS = sorted({word for rule in RULES for p in rule.reads for word in p.replace("⟨", "").replace("⟩", "").split()})


@given(st.lists(st.sampled_from([*_WORDS, "-", "–", ",", ".", "\n", "bis", "und", "0", "99", "2018"]), max_size=25))
def test_any_row_of_time_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    found = resolve_all(tag(text), MONDAY)
    assert all(text[e.span.start : e.span.end] == e.phrase for e in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "piece", ["1. ", "letzten ", "der ", "am 3. und ", "bis zum ", "vor zwei ", "1.1.", "Nacht auf "]
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(size: int) -> float:
        begin = time.process_time()
        tag(piece * (size // len(piece)))
        return time.process_time() - begin

    seconds(1_000)
    small, large = (min(seconds(size) for _ in range(2)) for size in (6_000, 36_000))
    assert large < 18 * small + 0.2  # six times the text: linear work takes 6 times as long, quadratic 36 times


def test_a_full_stop_after_figures_and_abbreviations_ends_no_sentence() -> None:
    text = "Am 14. Oktober kam Dr. Vogel ins 3. Quartal z. B. am 3. Mai. Danach ging er am 14. Der Rest blieb."
    spans = [s.span for s in split_sentences(text, (), GERMAN.runs_on)]
    assert [text[s.start : s.end] for s in spans] == [
        "Am 14. Oktober kam Dr. Vogel ins 3. Quartal z. B. am 3. Mai.",
        "Danach ging er am 14.",
        "Der Rest blieb.",
    ]
