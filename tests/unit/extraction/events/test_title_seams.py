"""Titles of clauses that a parser's slip or a cut would run together with their neighbours."""

from typing import Any

import pytest

TITLES = [
    ("The captain, Paul Holm, was arrested on Wednesday.", "arrested", "Captain Paul Holm was arrested"),
    ("Police arrested the captain, Paul Holm, on Friday.", "arrested", "Police arrested the captain, Paul Holm"),
    ("The mayor, Eva Dahl, and her aide resigned on 3 May.", "resigned", "Mayor, Eva Dahl, and her aide resigned"),
    (
        'Police spokeswoman Ida Lund said on Monday that the gunmen, "numbering about 70", had been traced to a '
        "wood near Tarn.",
        "said",
        "Police spokeswoman Ida Lund said that the gunmen had been traced to a wood near Tarn",
    ),
    (
        "Many schools have been fenced, yet a study by Nord, released last month, found that it cost little.",
        "found",
        "Study by Nord found that it cost little",
    ),
    (
        "The gunmen shot at two guards as they left the bank - the old house of Mayor Paul Brandt.",
        "shot",
        "Gunmen shot at two guards",
    ),
    (
        "The rebels launched a counter-offensive near Tarn on Monday.",
        "launched",
        "Rebels launched a counter-offensive near Tarn",
    ),
    (
        "The Foreign Ministry has said that Paul Brandt will only resign when he and Mr Holt believe that the talks "
        "about the harbour of Tarn have failed.",
        "said",
        "Foreign Ministry has said that Paul Brandt will only resign when he and Holt believe…",
    ),
    (
        "President Paul Brandt has called on the unions of the country to take part in a conference on wages.",
        "called",
        "Paul Brandt has called on the unions of the country to take part in a conference on wages",
    ),
    (
        "The governments of Norway and of Sweden have all called on Marland to release the captured sailors from Tarn.",
        "called",
        "Governments of Norway and of Sweden have called on Marland to release the captured…",
    ),
    (
        "The minister has promised more talks about the harbour in the course of the debate about the budget of Tarn.",
        "promised",
        "Minister has promised more talks about the harbour",
    ),
    (
        "Marlow's trainer Paul Brandt has been named coach of the year.",
        "named",
        "Marlow's trainer Paul Brandt has been named coach of the year",
    ),
    ("The mine was named after the founder at the end of the year.", "named", "Mine was named after the founder"),
    (
        "Coach Paul Brandt, who is in the team in place of captain Peter Holt says he is angry.",
        "says",
        "Coach Paul Brandt says he is angry",
    ),
    (
        "The head of the Norwegian Police Institute, Peter Hansen, resigned on Monday.",
        "resigned",
        "Head of the Norwegian Police Institute, Peter Hansen, resigned",
    ),
    (
        "The head of the Norwegian Police Institute, Peter Hansen, said "
        "on Monday that nobody at all in the service had been warned.",
        "said",
        "Peter Hansen said that nobody at all in the service had been warned",
    ),
    (
        "The air force dropped a 500 kilogram bomb called the Boar Hunter onto the mountains yesterday.",
        "dropped",
        "Air force dropped a 500 kilogram bomb called the Boar Hunter onto the mountains",
    ),
    (
        "The crew was found aboard their ship moored to the west of Tarn yesterday.",
        "found",
        "Crew was found aboard their ship moored to the west of Tarn",
    ),
    (
        "The Navy says 80 aircraft - most of which were jets from ships - have flown over Tarn since Friday.",
        "flown",
        "80 aircraft have flown over Tarn",
    ),
    (
        'He came. I have seen the mine for a month and it is a ruin," Inspector Peter Hall said on Monday.',
        "said",
        "Inspector Peter Hall said: “I have seen the mine for a month”",
    ),
    (
        "Peter Forest was arrested on Monday. Judge Paul Mark told the jury of it. "
        "Forest was given a sentence in June 2005. He was released in May 2007.",
        "released",
        "Forest was released",
    ),
    (
        "The president of the Oslo chess club, Ole Hansen, says Mr Forest approached him in 1999 about a job.",
        "approached",
        "Mr Forest approached Ole Hansen about a job",
    ),
    (
        "Norway's crisis has deepened with the resignation of its interim minister who took office a week ago.",
        "took",
        "Its interim minister took office",
    ),
    (
        "World number one Peter Stone says he hopes to win again after winning the cup with his brother in 1990.",
        "winning",
        "World number one Peter Stone won the cup with his brother",
    ),
    ("The 2.5 million cars built prior to 1986 need new fuel.", "built", "2.5 million cars were built"),
    ("The mine was named after its founder in 1910.", "named", "Mine was named after its founder"),
    (
        "The council said on Monday that the envoy will only return when the mayor believes in it.",
        "said",
        "Council said that the envoy will only return when the mayor believes in it",
    ),
    (
        "A Norwegian magistrate refused on Monday to free on bail a British man accused of trying to blow up a ship.",
        "refused",
        "Norwegian magistrate refused to free on bail a British man accused of trying to blow…",
    ),
    (
        "Peter Stone says he will not be putting pressure on himself this month to win the next Open in the city of "
        "Melbourne.",
        "putting",
        "Peter Stone will not be putting pressure on himself to win the next Open",
    ),
    (
        "Winter firefighters are hoping lighter winds will help them but are predicting bad conditions on Friday.",
        "predicting",
        "Winter firefighters are predicting bad conditions",
    ),
    (
        "A local man was shot dead on Monday as army forces charged into the camp in pursuit of gunmen.",
        "shot",
        "Local man was shot dead as army forces charged into the camp in pursuit of gunmen",
    ),
    (
        "The scheme was seen on Monday as proof of his skill.",
        "seen",
        "Scheme was seen as proof of his skill",
    ),
    (
        "The mayor bade farewell to the town she has led since 2003.",
        "led",
        "She has led the town",
    ),
    (
        "King Carl referred to 11 September in his speech to the nation.",
        "referred",
        "King Carl referred to 11 September in his speech to the nation",
    ),
    (
        "The police said on Monday that they had no idea where the man was now.",
        "said",
        "Police said that they had no idea where the man was",
    ),
    (
        "The first match against Sweden, beginning in Oslo on 6 May, was lost.",
        "beginning",
        "First match against Sweden began in Oslo",
    ),
    (
        "The magazine's person of the year praised the town on Monday.",
        "praised",
        "Magazine's person of the year praised the town",
    ),
    ("The events of the year 2003 shook the town on Monday.", "shook", "Events shook the town"),
    (
        "The cabinet has crumbled after at least 20 people were killed and hundreds injured in riots on Monday.",
        "injured",
        "Hundreds were injured in riots",
    ),
    (
        "Mr Stone, apparently getting tough on rebels, sent his police on Monday to arrest an official.",
        "sent",
        "Mr Stone, apparently getting tough on rebels, sent his police to arrest an official",
    ),
    (
        "The department has confirmed two asylum seekers harmed themselves yesterday.",
        "harmed",
        "Two asylum seekers harmed themselves",
    ),
    (
        "On the last day of hearings into the death of marshall Peter Hall, the Grand Prix Corporation's legal team "
        "sought new assurance.",
        "sought",
        "Grand Prix Corporation's legal team sought new assurance",
    ),
    (
        "Norway's new cabinet, with Peter Hall as its head, is to be sworn in on Friday.",
        "sworn",
        "Norway's new cabinet is to be sworn in",
    ),
    ("Twenty houses were destroyed or damaged in May 2019.", "destroyed", "Twenty houses were destroyed or damaged"),
    (
        "Four people were killed and eight others injured on Monday when a fire broke out at a hotel.",
        "injured",
        "Eight others were injured when a fire broke out at a hotel",
    ),
    (
        "The national secretary of the Norwegian Carpenters and Joiners Union (NCJU), Peter Hansen, said on Monday "
        "that the mill would close.",
        "said",
        "Peter Hansen said that the mill would close",
    ),
    (
        "The spokesman for the Oslo police force, Peter Hansen, said on Monday that the robbers had left the country "
        "by a small plane.",
        "said",
        "Peter Hansen said that the robbers had left the country by a small plane",
    ),
    (
        "The mayor of Oslo said on Monday that there had been a marked drop in violence in the town and the port "
        "around it.",
        "said",
        "Mayor of Oslo said that there had been a marked drop in violence",
    ),
    (
        "A Norwegian study found on Monday that thousands of sailors in the northern ports were involved in the trade "
        "of drugs with Sweden.",
        "found",
        "Norwegian study found that thousands of sailors were involved in the trade of drugs…",
    ),
    (
        "Mr Stone told a guest last night, growth is good by world standards and inflation should come down in May.",
        "come",
        "Inflation should come down",
    ),
    (
        "Yesterday Ms Hale told the radio station she had gone to Oslo to identify the body.",
        "told",
        "Ms Hale told the radio station she had gone to Oslo to identify the body",
    ),
    ("The guide told the story she had heard in May.", "told", "Guide told the story"),
    (
        "The three US soldiers killed by a stray bomb were from a special forces unit, the Pentagon said on Monday.",
        "said",
        "Pentagon said the three US soldiers were from a special forces unit",
    ),
    (
        "The cabinet expressed concern on Monday about a man who was arrested in Norway.",
        "expressed",
        "Cabinet expressed concern about a man who was arrested in Norway",
    ),
    (
        "Peter Stone denied making mistakes on Monday, nor did he regret it.",
        "denied",
        "Peter Stone denied making mistakes",
    ),
    (
        "Mr Stone said on Monday the guards had stopped him from leaving.",
        "said",
        "Mr Stone said the guards had stopped him from leaving",
    ),
    (
        "Two people were killed in the Oslo strikes and around 120 injured on Monday, officials said.",
        "injured",
        "Around 120 were injured",
    ),
    (
        "According to Norsoft, a leading computer virus software company, the virus is attacking both home and "
        "business computers today.",
        "attacking",
        "Virus is attacking both home and business computers",
    ),
    ("Ms Hale said on Monday it would take several days.", "said", "Ms Hale said it would take several days"),
    ("The army took the town that day, in May 2019.", "took", "Army took the town"),
    (
        "It follows the death in Oslo last night of a union leader during clashes.",
        "death",
        "Death of a union leader",
    ),
    ("The court accused the guard on Monday of theft.", "accused", "Court accused the guard of theft"),
    (
        "The agency had pushed back the launch for faults with the docking of a ship at the station, mended on Monday "
        "by a crew.",
        "mended",
        "Mended by a crew",
    ),
    (
        "The parties reached an agreement after ten days of talks in May 2019.",
        "reached",
        "Parties reached an agreement",
    ),
    (
        "The council officer Peter Hall says those facing uncertain futures should go to the office in the next days.",
        "go",
        "Council officer Peter Hall says those facing uncertain futures should go to the office",
    ),
]


@pytest.mark.parametrize(("sentence", "event", "title"), TITLES)
def test_title_keeps_to_its_clause(read: Any, sentence: str, event: str, title: str) -> None:
    assert read(sentence).at(event).title == title


def test_who_spoke_last_goes_on_speaking(read: Any) -> None:
    text = (
        'Mr Stone repeated his wish to meet the mayor Peter Hall on Monday. "I am ready for it," he said. '
        "On Friday he said the council would sit again."
    )
    assert not any(m.title.startswith("Peter Hall said") for m in read(text).shown)
    several = "Paul Stone praised Peter Hall on Monday. Hall sold it. On Friday he said the council would sit again."
    assert not any(m.title.startswith("Paul Stone said") for m in read(several).shown)
