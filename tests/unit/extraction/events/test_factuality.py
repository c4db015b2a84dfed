"""Nothing that was denied, planned, doubted or only claimed may look as if it had happened."""

from typing import Any

import pytest

from timeline_app.model.annotation import Modality

HAPPENED, ONGOING, PLANNED = Modality.HAPPENED, Modality.ONGOING, Modality.PLANNED
POSSIBLE, DENIED, OPINION = Modality.POSSIBLE, Modality.DENIED, Modality.OPINION
UNREAL = {PLANNED, POSSIBLE, DENIED, OPINION}

# sentence, the word that tells the event, its modality
TRAPS = [
    ("The money was promised for 15 June.", "promised", PLANNED),
    ("The money was announced on 4 January, promised for 15 February, and paid on 2 March.", "promised", PLANNED),
    ("Norland did not attack Port Mira on Monday.", "attack", DENIED),
    ("Norland never shelled the harbour in January.", "shelled", DENIED),
    ("The army hasn't entered the town since Monday.", "entered", DENIED),
    ("No talks were held in Vienna last week, officials said.", "held", DENIED),
    ("The talks never took place last week.", "took", DENIED),
    ("Neither side signed the agreement on Thursday.", "signed", DENIED),
    ("No one was killed in the blast on Tuesday.", "killed", DENIED),
    ("Nobody left the building on Sunday.", "left", DENIED),
    ("There was no attack on the base on Sunday, the army said.", "was", DENIED),
    ("Only Russia did not vote for the resolution on Tuesday.", "vote", DENIED),
    ("Police neither confirmed nor denied the raid on Sunday.", "denied", DENIED),
    ("The guards did not shoot or beat anyone on Friday.", "beat", DENIED),
    ("Iran denied on Tuesday that it had fired missiles at Israel.", "fired", DENIED),
    ("Russia has denied bombing the hospital on 12 February.", "bombing", DENIED),
    ("The ministry denied the attack on Wednesday.", "attack", DENIED),
    ("Officials rejected claims that the army had shelled Idlib on Saturday.", "shelled", DENIED),
    ("The ministry dismissed reports of an explosion in Tartus on Wednesday.", "explosion", DENIED),
    ("Rumours that Assad fled Damascus on Sunday were false.", "fled", DENIED),
    ("It is not true that the president resigned on Monday.", "resigned", DENIED),
    ("Turkey refused to withdraw its troops on Sunday.", "withdraw", DENIED),
    ("Egypt failed to reach a deal with Sudan last month.", "reach", DENIED),
    ("Police prevented protesters from reaching the parliament on Saturday.", "reaching", DENIED),
    ("Germany stopped short of banning the group on Thursday.", "banning", DENIED),
    ("The rebels left without firing a shot on Monday.", "firing", DENIED),
    ("A court acquitted the minister of taking bribes in 2014.", "taking", DENIED),
    ("A panel cleared the officer of shooting the man in 2019.", "shooting", DENIED),
    ("Prosecutors charged Keller with killing two men in 2019.", "killing", POSSIBLE),
    ("Police arrested a man on suspicion of setting the fire on Sunday.", "setting", POSSIBLE),
    ("The report blamed Norland for shelling the town in June 2022.", "shelling", POSSIBLE),
    ("The rebels said they had no plans to leave the town in May.", "leave", DENIED),
    ("The strike planned for Monday was called off.", "strike", DENIED),
    ("The club cancelled the parade.", "parade", DENIED),
    ("He said the army would not attack Idlib before October.", "attack", DENIED),
    ("Putin is not going to meet Zelensky in June.", "meet", DENIED),
    ("Lavrov said Russia had never supplied weapons to the group in 2017.", "supplied", DENIED),
    ("If Israel attacks Iran next week, the war will spread.", "attacks", POSSIBLE),
    ("If Israel attacks Iran next week, the war will spread.", "spread", POSSIBLE),
    ("Unless the rebels surrender by Friday, the army will storm Deraa.", "surrender", POSSIBLE),
    ("Should Iran withdraw in June, Israel would end its strikes.", "withdraw", POSSIBLE),
    ("Had the missiles hit Tel Aviv in May, Israel would have invaded.", "hit", POSSIBLE),
    ("Whether Turkey attacked Manbij on Friday is unclear.", "attacked", POSSIBLE),
    ("It remains unclear if Hezbollah shot down the drone on Friday.", "shot", POSSIBLE),
    ("The United States may strike Syria on Sunday.", "strike", POSSIBLE),
    ("Trump could meet Kim in Singapore on 12 June.", "meet", POSSIBLE),
    ("Ukraine might launch an offensive in the summer.", "launch", POSSIBLE),
    ("The army would have attacked Homs on Monday had the truce collapsed.", "attacked", POSSIBLE),
    ("Analysts fear that Russia will invade in April.", "invade", POSSIBLE),
    ("The mayor doubts that the bridge will open in May.", "open", POSSIBLE),
    ("Syria allegedly used chlorine in Saraqeb in February.", "used", POSSIBLE),
    ("Rebels reportedly captured the airfield on Tuesday.", "captured", POSSIBLE),
    ("Prosecutors accused Turkey of arming rebels in 2016.", "arming", POSSIBLE),
    ("Al-Qaeda claimed it killed 20 soldiers in Mali on Friday.", "killed", POSSIBLE),
    ("Saudi Arabia has no evidence that Iran carried out the attack in September.", "carried", POSSIBLE),
    ("Did Russia shell the town on Monday?", "shell", POSSIBLE),
    ("Police are investigating an alleged attack on Monday.", "attack", POSSIBLE),
    ("Officials believe the group fled on Monday.", "fled", OPINION),
    ("Europe should impose sanctions in April.", "impose", OPINION),
    ("The minister will visit Amman on 3 June.", "visit", PLANNED),
    ("Turkey plans to attack Afrin next month.", "attack", PLANNED),
    ("France is expected to sign the treaty in May.", "sign", PLANNED),
    ("The summit is scheduled for 12 June.", "scheduled", PLANNED),
    ("Talks are due to begin in Geneva on 2 April.", "begin", PLANNED),
    ("The president vowed to crush the rebellion by the end of the year.", "crush", PLANNED),
    ("The UN called on Israel to open the crossing by 1 April.", "open", PLANNED),
    ("The Pentagon is considering sending troops to Poland in July.", "sending", PLANNED),
    ("Officials hope to hold elections in December.", "hold", PLANNED),
    ("The company announced it would cut 3,000 jobs in 2025.", "cut", PLANNED),
    ("Hamas is threatening to resume rocket fire in April.", "resume", PLANNED),
    ("The union postponed the strike.", "strike", PLANNED),
    ("The government requested a meeting.", "meeting", PLANNED),
    ("The planned withdrawal worries Berlin.", "withdrawal", PLANNED),
    ("Mohamed plans to visit Rome tomorrow.", "visit", PLANNED),
]


CUES = [
    "acquitted",
    "cleared",
    "charged",
    "suspicion",
    "blamed",
    "not",
    "n't",
    "never",
    "no",
    "nobody",
    "neither",
    "nor",
    "denied",
    "promised",
    "rejected",
    "dismissed",
    "false",
    "refused",
    "failed",
    "prevented",
    "short",
    "without",
    "off",
    "cancelled",
    "if",
    "unless",
    "should",
    "had",
    "whether",
    "may",
    "could",
    "might",
    "would",
    "fear",
    "doubts",
    "allegedly",
    "reportedly",
    "accused",
    "claimed",
    "?",
    "will",
    "plans",
    "expected",
    "scheduled",
    "due",
    "vowed",
    "called",
    "considering",
    "hope",
    "announced",
    "threatening",
    "unclear",
    "alleged",
    "believe",
]


@pytest.mark.parametrize(("sentence", "word", "modality"), TRAPS, ids=[t[0][:50] for t in TRAPS])
def test_unreal_is_never_told_as_done(read: Any, sentence: str, word: str, modality: Modality) -> None:
    assert read(sentence).at(word).modality is modality


@pytest.mark.parametrize(("sentence", "word"), [t[:2] for t in TRAPS], ids=[t[0][:50] for t in TRAPS])
def test_title_of_the_unreal_shows_it(read: Any, sentence: str, word: str) -> None:
    """The words that make it unreal stay: a title may never state the opposite."""
    told = read(sentence)
    mention = told.at(word)
    if not mention.salient:
        return
    title = mention.title.lower().replace("?", " ? ")
    assert any(cue in title.split() or (cue == "n't" and cue in title) for cue in CUES), mention.title


REAL = [
    ("Israel attacked the convoy on Monday.", "attacked"),
    ("Not only Israel attacked the convoy on Monday.", "attacked"),
    ("Militants killed ten soldiers on Monday, the army said.", "killed"),
    ("The army began to withdraw on Monday.", "withdraw"),
    ("Rebels managed to enter the city on Sunday.", "enter"),
    ("The government confirmed that rebels had entered the city on Sunday.", "entered"),
    ("The bombing killed ten people on Monday.", "bombing"),
    ("Norland resumed shelling the harbour on Monday.", "shelling"),
]


@pytest.mark.parametrize(("sentence", "word"), REAL)
def test_what_happened_is_told_as_done(read: Any, sentence: str, word: str) -> None:
    mention = read(sentence).at(word)
    assert mention.modality is HAPPENED
    assert not mention.negated


def test_what_goes_on_is_ongoing(read: Any) -> None:
    assert read("Norland is massing troops along the border.").at("massing").modality is ONGOING


def test_what_lies_ahead_of_publication_has_not_happened(read: Any) -> None:
    assert read("The museum opens on 4 May 2024.").at("opens").modality in UNREAL
