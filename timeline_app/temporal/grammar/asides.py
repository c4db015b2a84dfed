"""Words that lead away from the line of a story: relative clauses, brackets, and what had gone before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.model.token import Aside, Tense, Token

_REACH = 25  # words looked at on either side
_NEAR = 7  # words from "taken" to its day, and back to what was taken
_SHORT_CLAUSE = 4  # words, where nothing was parsed: "a man who was freed on"
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOUNS = frozenset(("NN", "NNS", "NNP"))
_DETERMINERS = frozenset(("DT", "PRP$", "POS"))
_DASHES = frozenset("–—")


@dataclass(frozen=True, slots=True)
class Asides:
    """Words that tell of a time whether it stands beside the story.

    `relatives` open a clause about something else; one of `before` with a participle tells what was over by then, and
    `adverbs` may stand between the two.  `statements` are verbs of telling, in the past, and so is any before one of
    `complements`, but none with one of `greetings`; `participles` are nothing else, and what is `published` on a day
    tells of another; so does the day on which one of `pictures` was `picturing`.  A sentence that opens with one of
    `reaching` goes on with the story.  What stands `within` the year that a thing is called by happened then, and so
    did one of `happenings`; a year behind one of `about` only says which thing is meant.
    """

    relatives: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    greetings: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    published: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    complements: frozenset[str] = frozenset()
    happenings: frozenset[str] = frozenset()
    pictures: frozenset[str] = frozenset()
    picturing: frozenset[str] = frozenset()
    reaching: frozenset[str] = frozenset()

    def is_statement(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether a phrase tells when something was said or seen: "told it on Monday", "an image taken on Monday"."""
        if self._is_of_picture(tokens, start):
            return True
        for index in range(start - 1, max(0, start - _REACH) - 1, -1):
            if tokens[index].tag in _FINITE or tokens[index].text == ";":
                return self._states(tokens, index)
        verb = next((i for i in self._behind(tokens, end) if tokens[i].tag in _FINITE), None)
        return verb is not None and self._states(tokens, verb)

    def _is_of_picture(self, tokens: Sequence[Token], start: int) -> bool:
        """ "images recorded on 8 January", "a clip that was posted on Monday": the day of a picture is no scene's."""
        taken = next((i for i in range(start - 1, max(0, start - _NEAR), -1) if tokens[i].lower in self.picturing), 0)
        clause = tokens[max(0, taken - _NEAR) : taken]
        return any(token.lower in self.pictures for token in clause) and all(t.lower not in ",;." for t in clause[-2:])

    def _states(self, tokens: Sequence[Token], verb: int) -> bool:
        """Whether a verb tells what another clause says: one of `statements`, or whatever "that" follows."""
        following = tokens[verb + 1] if verb + 1 < len(tokens) else None
        is_told = following is not None and following.lower in self.complements and following.tag == "IN"
        greets = following is not None and following.lower in self.greetings  # "said goodbye on Monday" is a deed
        return is_told or (tokens[verb].lower in self.statements and not greets)

    def is_of_thing(self, tokens: Sequence[Token], start: int, end: int, tense: Tense | None) -> bool:
        """Whether a phrase says which thing is meant, not when: "under the 2003 treaty", "A 2003 treaty gives".

        What opens a sentence that looks back may have happened then: "The 2015 earthquake killed".
        """
        if start > 1 and tokens[start - 1].lower in self.about and (tokens[start - 2].tag or "").startswith("NN"):
            return True  # "the accounts for 2019"
        if start == 0 or end >= len(tokens) or tokens[start - 1].tag not in _DETERMINERS:
            return False
        if not (tokens[end].tag or "").startswith(("NN", "JJ")) or tokens[end].lower in self.happenings:
            return False  # "the 1777 campaigns" were in that year
        opens = start == 1
        return tense is Tense.PRESENT if opens else tokens[start - 2].lower not in self.within

    def _behind(self, tokens: Sequence[Token], start: int) -> Iterator[int]:
        """The places of the words from `start` on, without the clauses that commas set apart."""
        index, end = start, min(len(tokens), start + _REACH)
        while index < end:
            inside = tokens[index].text == "," and index + 1 < end
            if inside and self._opens_clause(tokens[index + 1], tokens[index + 2 : index + 3]):
                index = next((i for i in range(index + 1, end) if tokens[i].text == ","), index)
            yield index
            index += 1

    def of(self, tokens: Sequence[Token], start: int, end: int) -> Aside | None:
        """Why the phrase of tokens `start` to `end` (exclusive) stands beside the story; None where it does not."""
        if not self.relatives:
            return None
        if self._is_in_clause(tokens, start):
            return Aside.CLAUSE
        return Aside.BEFORE if self._had_gone_before(tokens, start, end) else None

    def _is_in_clause(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether a clause or bracket that opened before the phrase is still open where it stands."""
        verbs = 0
        for index in range(start - 1, max(0, start - _REACH) - 1, -1):
            token, following = tokens[index], tokens[index + 1]
            if token.text == "(":
                return index > 0  # a bracket around the whole sentence leads nowhere
            if token.text in ";:)":
                return False
            if token.text == "," or token.text in _DASHES:
                opens = index > 0 and self._opens_clause(following, tokens[index + 2 : index + 3])
                return opens and not (following.tag == "VBN" and self._closes_clause(tokens, index))
            if token.lower in self.relatives and token.tag != "WRB" and index > 0:
                if tokens[index - 1].text == "," or tokens[index - 1].text in _DASHES:
                    return True
                return verbs == 1 if token.tag else start - index <= _SHORT_CLAUSE
            if token.lower in self.published and tokens[index - 1].tag in _NOUNS and not verbs and token.tag == "VBN":
                return True  # "A video published by a newspaper on 25 May shows it"
            verbs += token.tag in _FINITE
        return False

    def _closes_clause(self, tokens: Sequence[Token], comma: int) -> bool:
        """Whether a comma ends a clause that another opened: "The ship, built in Kito, sunk on", its verb misread."""
        opening = next((i for i in range(comma - 1, max(0, comma - _REACH), -1) if tokens[i].text in ",;"), 0)
        word = tokens[opening + 1]
        return opening > 0 and (word.tag == "VBD" or self._opens_clause(word, tokens[opening + 2 : opening + 3]))

    def _opens_clause(self, word: Token, following: Sequence[Token]) -> bool:
        """Whether a word after a comma opens a clause: ", which had ...", ", opened in 2012"; so does ", in which"."""
        if word.lower in self.relatives or (following and following[0].lower in self.relatives and word.tag == "IN"):
            return True
        return word.tag == "VBN"

    def _had_gone_before(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether the verb of the phrase's clause tells what had gone before: the last one before it, else the next.

        "By dawn it had crossed the river" goes on with the story.
        """
        opens = start > 0 and tokens[start - 1].lower in self.reaching
        if opens and (start == 1 or tokens[start - 2].text == ";"):
            return False
        for index in range(start - 1, max(0, start - _REACH) - 1, -1):
            if self._leads_participle(tokens, index):
                return True
            if tokens[index].tag in _FINITE or tokens[index].lower in self.before:
                return False
        verbs = (i for i in self._behind(tokens, end) if tokens[i].tag in _FINITE or tokens[i].lower in self.before)
        first = next(verbs, None)
        return first is not None and self._leads_participle(tokens, first)

    def _leads_participle(self, tokens: Sequence[Token], index: int) -> bool:
        if tokens[index].lower not in self.before:
            return False
        if any(token.lower == "been" for token in tokens[index + 1 : index + 4]):
            return True
        word = next((t for t in tokens[index + 1 : index + 5] if t.lower not in self.adverbs), None)
        if word is None:
            return False
        return word.tag == "VBN" or word.lower in self.participles or (word.tag is None and word.lower.endswith("ed"))
