"""Titles are the clause, cut at its edges: short, whole, with a capital and the true subject."""

from typing import Any

import pytest

TITLES = [
    # What a cut leaves without its other half goes too; an aside on the subject keeps both its commas.
    (
        "Six lorries were stopped; guards made nine arrests, the watchdog group Tarn Watch said.",
        "made",
        "Guards made nine arrests",
    ),
    (
        "The pilot, now a senator, visited the crash site in May 2010.",
        "visited",
        "Pilot, a senator, visited the crash site",
    ),
    (
        "The crew planned a test of the engine for later in the day on Monday.",
        "planned",
        "Crew planned a test of the engine",
    ),
    (
        'Ada Holm, who toured the works on Monday and left behind a "mini-crane", thanked the crew.',
        "left",
        'Ada Holm left behind a "mini-crane"',
    ),
    (
        "On Monday, Norland's army shelled the port of Mira, killing three sailors.",
        "shelled",
        "Norland's army shelled the port of Mira",
    ),
    ("The president, who was elected in 2019, resigned on Monday.", "resigned", "President resigned"),
    ("Rebels entered the city on Sunday and burned the archive.", "burned", "Rebels burned the archive"),
    ("Talks were held in Geneva on Tuesday.", "held", "Talks were held in Geneva"),
    (
        "After Norland's strikes on depots across Sarkia on 10 February, the border closed.",
        "strikes",
        "Norland's strikes on depots across Sarkia",
    ),
    ("Syria denied shelling the town on Friday.", "shelling", "Syria denied shelling the town"),
    ("However, the court in Mira has convicted the mayor.", "convicted", "Court in Mira has convicted the mayor"),
    (
        "Militants attacked a convoy near Gaza on Monday, the army said.",
        "attacked",
        "Militants attacked a convoy near Gaza",
    ),
    (
        "Police neither confirmed nor denied the raid on Sunday.",
        "denied",
        "Police neither confirmed nor denied the raid",
    ),
    # What was done to a noun is told with a helper, as is what follows "until".
    ("The Harbour Act, passed in 2010, bars such ships.", "passed", "Harbour Act was passed"),
    ("The group Free Harbour, founded in 2012, claimed the attack.", "founded", "Group Free Harbour was founded"),
    (
        "By June, the Norlanders had taken Oster and begun a siege of Mira.",
        "begun",
        "Norlanders had begun a siege of Mira",
    ),
    # Nothing is left of what led to a phrase that is cut, and no half of a word.
    (
        "Shortly after the visit in May, Olav Brand told a newspaper that nothing was planned.",
        "told",
        "Olav Brand told a newspaper that nothing was planned",
    ),
    (
        "On 3 May the crew left and the mill has been shut down ever since.",
        "shut",
        "Mill has been shut down ever since",
    ),
    (
        'In April 1962 the envoy warned the king of the "danger we shall take the place of the other power there".',
        "warned",
        'Envoy warned the king of the "danger"',
    ),
    # A party's word is its own.
    (
        "Counsel submitted that the rule was met in 2015.",
        "met",
        "Counsel submitted that the rule was met",
    ),
    (
        "By 27 June, the royal party had overtly given in.",
        "given",
        "Royal party had overtly given in",
    ),
    # What was said beside a verb by its side is no part of another's title.
    (
        "On 26 October 1955, Brand declared the new republic, with himself as president.",
        "declared",
        "Brand declared the new republic",
    ),
    (
        "The towns fell to the army, with the 2nd Corps alone taking 900 prisoners on 3 May.",
        "taking",
        "2nd Corps alone took 900 prisoners",
    ),
    (
        "After repelling an attack at White Marsh, Brand and his army rested at Tarn in December 1977.",
        "rested",
        "Brand and his army rested at Tarn",
    ),
    ("Peace came before the end of the war in 1864.", "end", "End of the war"),
    # A person's name goes before what describes it.
    (
        "A former minister, Olav Brand, arrested on 19 November 2021 by order of the court, was freed by guards.",
        "arrested",
        "Olav Brand was arrested by order of the court",
    ),
    (
        "A former minister, Olav Brand, arrested on 19 November 2021 by order of the court, was freed by guards.",
        "freed",
        "Former minister Olav Brand was freed by guards",
    ),
    # Words read as what they are not.
    (
        "Norland's accident bureau, asked for help on Tuesday, had declined because it lacked the software.",
        "asked",
        "Norland's accident bureau was asked for help",
    ),
    (
        "The vessel was built in 1987 at Orsk as a trawler and converted in 2009.",
        "converted",
        "Vessel was converted",
    ),
    (
        "In October, a Norland Air jet plunged into the Sarkia Sea minutes after leaving Mira.",
        "plunged",
        "Norland Air jet plunged into the Sarkia Sea",
    ),
    (
        "After some resistance, the 2nd Regiment, a Norland unit, captured the bridge on 3 May.",
        "captured",
        "2nd Regiment, a Norland unit, captured the bridge",
    ),
    (
        "The army's dead were buried in Norland occupied territory on 3 May.",
        "buried",
        "Army's dead were buried in Norland occupied territory",
    ),
    # A clause without tense is told in the past, of whoever did it.
    ("Sarkia widened the war on Friday by closing the strait.", "closing", "Sarkia closed the strait"),
    ("The mayor gave a speech on Friday, withdrawing his offer.", "withdrawing", "Mayor withdrew his offer"),
    (
        "In 1912 the rebels tried again, finally being beaten at Orsk in May.",
        "beaten",
        "Rebels finally were beaten at Orsk",
    ),
    ("The price rose on Monday before falling on Tuesday.", "falling", "Price fell"),
    ("The fund was set up by merging two banks in 1998.", "merging", "Merging two banks"),
    ("Founded in 1921, the club owns three boats.", "Founded", "Club was founded"),
    ("The firm moved to Sarkia, resulting in the loss of 40 jobs on 5 May.", "resulting", "Loss of 40 jobs"),
    # The object of two verbs goes with both.
    ("In 1993 divers raised and cleaned the bell.", "raised", "Divers raised and cleaned the bell"),
    # What belongs to another clause stays with it.
    (
        "The council debated the budget on Monday and will vote again, this time in public, on Friday.",
        "debated",
        "Council debated the budget",
    ),
    ("He paid only after the court had fined him on 4 May.", "fined", "Court had fined him"),
    ("The take-off, at 08:30, was normal.", "was", "Take-off was normal"),
    ("The village, whose last families left in 1998, was flooded.", "left", "Village’s last families left"),
    # Times and what belongs to them go whole, and nothing else goes with them.
    ("As of 15:10 GMT the port was open again.", "was", "Port was open again"),
    ("The chairman attempted on Monday to calm his partners.", "attempted", "Chairman attempted to calm his partners"),
    ("The ferries arrived in the course of the week.", "arrived", "Ferries arrived"),
    (
        "Ida Holm spent most of the last five years at sea.",
        "spent",
        "Ida Holm spent most of the last five years at sea",
    ),
    ("The work stopped over the weekend without notice.", "stopped", "Work stopped without notice"),
    (
        "The rebels would have taken Orsk on Monday but for the rain.",
        "taken",
        "Rebels would have taken Orsk but for the rain",
    ),
    # Whom it is about.
    ("It was Sarkia, not Norland, that fired first on Sunday.", "fired", "Sarkia fired first"),
    ("Only on 5 May did the ministry admit the leak.", "admit", "Ministry admitted the leak"),
    (
        "Three sailors were hurt, one of whom, Emil Varga, died of burns on Friday.",
        "died",
        "Emil Varga died of burns",
    ),
    ("In her report, published on 8 June 2017, she found nothing new.", "published", "Her report was published"),
    (
        "About 900 workers from Norland and Sarkia who applied last summer will hear in May.",
        "applied",
        "About 900 workers from Norland and Sarkia applied",
    ),
    (
        "In Mira, the old fishing port, protesters burned a car on Monday.",
        "burned",
        "Protesters burned a car",
    ),
    (
        "The professor says iodine is added to salt since 2003.",
        "says",
        "Professor says iodine is added to salt since 2003",
    ),
    ("The duke feared his rival and had him jailed in 1910.", "jailed", "He was jailed"),
    ("The 2003 invasion led to more wars.", "invasion", "2003 invasion"),
    ("The ministry condemned Thursday's killing.", "killing", "Killing"),
    ("The chairman welcomed Monday's attempt to open the border.", "attempt", "Attempt to open the border"),
    ("The letter, which the auditors had sent on 4 October, was lost.", "sent", "Auditors had sent the letter"),
    ("Mr Hale signed the lease, the terms of which are secret, on Monday.", "signed", "Mr Hale signed the lease"),
    ("His name was put on a Sarkian list as early as Monday.", "put", "His name was put on a Sarkian list"),
    ("One, Goran Petrov, beaten by guards, died on Monday.", "died", "Goran Petrov died"),
    ("And a channel published the letter on Monday.", "published", "Channel published the letter"),
    ("As soon as the guards had left on Monday the boys fled to Mira.", "fled", "Boys fled to Mira"),
    (
        "The war began in 1950 as a local conflict between Hiero of Orsk, and the Varins of Mira.",
        "began",
        "War began as a local conflict between Hiero of Orsk, and the Varins of Mira",
    ),
    (
        "Ida Holm, the head of Norbank, which filed for bankruptcy on Friday, left.",
        "filed",
        "Norbank filed for bankruptcy",
    ),
    ("A study published on Monday found that bees sleep.", "published", "Study found that bees sleep"),
    ("The truce lasted only until May 11, 2003.", "lasted", "Truce lasted only until May 11, 2003"),
    (
        "The plan was shaped by the raid on Orsk begun on July 9, 1943 which, combined with older losses, resulted in "
        "the fall of the duke on July 25.",
        "resulted",
        "This resulted in the fall of the duke",
    ),
    ("Norland ordered two jets which it will begin to fly in 2029.", "begin", "Norland will begin to fly two jets"),
    ("Neighbours, many of whom sat in court on Monday, wept.", "sat", "Many of neighbours sat in court"),
]

LONG = [
    (  # never without the word that the verb needs
        "The bank announced on Monday that most of its shareholders did not exchange their old certificates for shares "
        "in the new company in the course of the year.",
        "announced",
        "Bank announced that most of its shareholders did not exchange their old certificates…",
    ),
    (  # what stands in brackets goes first
        "The Harbour Museum (For Ships and the Sea, and for All Who Ever Sailed on Them or Wished to) was founded by "
        "Ida Holm on 3 May.",
        "founded",
        "Harbour Museum was founded by Ida Holm",
    ),
    (  # a name rather than a description
        "A publicly owned low-cost airline of the north, Norland Wings, ordered on Monday a dozen entirely new "
        "machines from a maker in Sarkia.",
        "ordered",
        "Norland Wings ordered a dozen entirely new machines from a maker in Sarkia",
    ),
    (  # whom it was called on, never "called to flee"
        "The government called on Monday on the residents of the old harbour quarter of Orsk to flee after more than "
        "forty days of fighting.",
        "called",
        "Government called on the residents of the old harbour quarter of Orsk to flee",
    ),
    (  # the circumstance goes, the condition stays
        "The minister said on Friday at a press conference in the new town hall of Orsk that he would resign if the "
        "court finds against him.",
        "said",
        "Minister said that he would resign if the court finds against him",
    ),
]


@pytest.mark.parametrize(("sentence", "word", "title"), TITLES)
def test_title_is_the_clause_itself(read: Any, sentence: str, word: str, title: str) -> None:
    assert read(sentence).at(word).title == title


@pytest.mark.parametrize(("sentence", "word", "title"), LONG)
def test_long_title_loses_what_it_needs_least(read: Any, sentence: str, word: str, title: str) -> None:
    assert read(sentence).at(word).title == title


def test_title_keeps_both_of_a_pair_or_neither(read: Any) -> None:
    text = (
        "The Norland daily Mira Times, citing security sources in Orsk, said Sarkia has decided to work on a deal to "
        "remove Iranian and Iranian-led troops from the area, after strikes on Monday."
    )
    assert "Iranian and troops" not in read(text).at("decided").title


def test_title_leaves_out_what_is_claimed_between_commas(read: Any) -> None:
    text = (
        "The Sarkian regime, with its insistence that it will regain “every inch” of Norland, is looking at the south "
        "after last month’s surrenders in the east near Mira."
    )
    assert read(text).at("looking").title == "Sarkian regime is looking at the south"


def test_damaged_text_is_read_to_its_end(read: Any) -> None:
    told = read(
        "had attained their goal: had the Orsk regime. lower by the Battle of 1812 in. There were raids on Monday."
    )
    assert told.shown


def test_pronoun_takes_the_name_where_it_is_safe(read: Any) -> None:
    told = read("Anna Keller met reporters on Monday. She resigned on Tuesday.")
    assert told.at("resigned").title == "Anna Keller resigned"


def test_pronoun_goes_on_with_whom_a_story_follows(read: Any) -> None:
    life = "Olav Brand was born in Mira in 1931. He joined the navy in 1950. He left it in 1955. He taught until 1961. "
    titles = [m.title for m in read(life + "He moved to Oster in 1962. He died in 1990.").shown]
    assert "Olav Brand left the navy" in titles
    assert "Olav Brand died" in titles


def test_they_are_not_what_shows_them(read: Any) -> None:
    text = "Rebels entered Mira on Monday. The camera of a shop shows them at the bank. On 4 May they left the town."
    assert not any(m.title.startswith("Camera left") for m in read(text).shown)


def test_they_who_estimate_are_people(read: Any) -> None:
    told = read("Several scenarios were compared last year. They estimated in January that prices would rise.")
    assert told.at("estimated").title == "They estimated that prices would rise"


def test_nobody_does_something_to_the_same(read: Any) -> None:
    told = read("The Norlanders lost the town. On 5 August 1915 they forced the Norlanders to withdraw.")
    assert told.at("forced").title == "They forced the Norlanders to withdraw"


def test_speaker_is_not_whom_the_quotation_is_about(read: Any) -> None:
    told = read("“Greta wept all night,” he said on Monday.")
    assert "Greta said" not in told.at("said").title


def test_pronoun_stays_where_two_names_fit(read: Any) -> None:
    told = read("Anna Keller praised Maria Lund, and Eva Berg thanked Ida Holm. She resigned on Tuesday.")
    assert told.at("resigned").title == "She resigned"


def test_pronoun_stays_where_an_unnamed_person_is_meant(read: Any) -> None:
    text = "Marta Kern left Mira on Monday. A porter was hurt on Tuesday when his cart tipped over on the quay."
    assert read(text).at("tipped").title == "His cart tipped over on the quay"


def test_long_clause_is_cut_between_its_parts(read: Any) -> None:
    told = read(
        "The foreign minister of the Republic of Norland announced on Monday a far-reaching agreement with the "
        "neighbouring kingdom of Sarkia on the shared use of the harbour of Mira in the interest of lasting peace."
    )
    title = told.at("announced").title
    assert len(title) <= 90
    assert "announced a far-reaching agreement" in title


def test_titles_are_never_long_and_open_with_a_capital(read: Any) -> None:
    text = " ".join(sentence for sentence, _, _ in TITLES)
    for mention in read(text).analysis.mentions:
        assert 0 < len(mention.title) <= 90
        assert not mention.title[0].islower()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The mate whom police arrested on Friday was freed.", "Police arrested the mate"),
        ("The cook who soldiers held on Monday died.", "Soldiers held the cook"),
        ("The port that rebels took on 3 March was empty.", "Rebels took the port"),
        ("Sailors arrested on Friday were freed.", "Sailors were arrested"),
    ],
)
def test_whom_something_was_done_to_is_never_who_did_it(read: Any, text: str, title: str) -> None:
    assert title in [m.title for m in read(text).shown]


def test_the_object_of_a_relative_clause_is_not_what_was_done(read: Any) -> None:
    told = read("A law that will free all of them was announced by the mayor on 4 March.")
    assert [m.title for m in told.shown] == ["Law was announced by the mayor"]


def test_it_is_what_was_dealt_with_and_not_who_dealt_with_it(read: Any) -> None:
    told = read("The harbour board approved the sale on 4 March, and it was completed on Monday.")
    assert "Sale was completed" in [m.title for m in told.shown]
    told = read("The harbour board sold the crane in May and opened a mill in June.")
    assert "Harbour board opened a mill" in [m.title for m in told.shown]


def test_it_in_a_clause_on_the_object_is_still_who_does_it(read: Any) -> None:
    text = "The Harbour Office closed a mill in May. "
    text += "On Monday the company said it would buy Sule Cranes, which it sold in 2005."
    assert "Company sold Sule Cranes" in [m.title for m in read(text).shown]


def test_what_is_done_to_them_is_no_helper_of_what_they_do(read: Any) -> None:
    titles = [m.title for m in read("Crews will be sent to Varda on Monday and build a mill on Tuesday.").shown]
    assert titles == ["Crews will be sent to Varda", "Crews will build a mill"]


def test_who_tells_it_at_the_end_is_not_who_did_it(read: Any) -> None:
    text = "The shelling of the Sule district began at around 10 a.m., when many residents were out shopping, "
    titles = [m.title for m in read(text + "the head of the Varda Free Republic, Denis Holm, wrote on Telegram.").shown]
    assert "Shelling of the Sule district began" in " ".join(titles)
    assert not any(title.startswith("Shelling") and "wrote" in title for title in titles)
    assert "He wrote a book" in [m.title for m in read("He sold a car, a boat, and wrote a book on Monday.").shown]


def test_they_behind_a_semicolon_are_what_was_told_of_before_it(read: Any) -> None:
    text = "The town paid nine coins. We reported the servers on 4 March; they were cut off the same day."
    assert "Servers were cut off" in [m.title for m in read(text).shown]
