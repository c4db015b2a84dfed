"""From a parsed source to its mentions: candidates, dated, judged and titled."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline_app.extraction.events.antecedents import antecedent
from timeline_app.extraction.events.attribution import find_attribution, outlets_before, reporting_verb
from timeline_app.extraction.events.candidates import Candidate, find_candidates
from timeline_app.extraction.events.chronology import Entries
from timeline_app.extraction.events.confidence import confidence_of
from timeline_app.extraction.events.containers import container_links, is_definite
from timeline_app.extraction.events.counted import close_links, count_from_events, count_from_story, find_distances
from timeline_app.extraction.events.dated_lines import DatedLine, DatedLines
from timeline_app.extraction.events.ellipsis import with_noun
from timeline_app.extraction.events.entry_headings import heads_entry, told_again
from timeline_app.extraction.events.factuality import Factuality, is_request
from timeline_app.extraction.events.governed import governed_links
from timeline_app.extraction.events.kinds import listed_lemma, same_keys, sure_kind
from timeline_app.extraction.events.light_verbs import acting_noun, carried_noun, is_content_noun, is_speech
from timeline_app.extraction.events.listed_days import ListedDays
from timeline_app.extraction.events.modality import factuality, told_by
from timeline_app.extraction.events.own_times import OwnTimes
from timeline_app.extraction.events.participants import find_participants
from timeline_app.extraction.events.places import find_place
from timeline_app.extraction.events.quantities import find_quantities
from timeline_app.extraction.events.rulings import rules_now
from timeline_app.extraction.events.salience import is_state, stands_alone, told_once
from timeline_app.extraction.events.same_day import same_day_links
from timeline_app.extraction.events.statements import is_named
from timeline_app.extraction.events.story import StorySoFar
from timeline_app.extraction.events.tellers import claim_over, speaker_of_pronoun
from timeline_app.extraction.events.time_links import (
    TimeLink,
    direct_links,
)
from timeline_app.extraction.events.time_words import header_tokens, timed_tokens
from timeline_app.extraction.events.titles import clause_title, line_title, noun_title
from timeline_app.extraction.events.topic import find_topic, named_again
from timeline_app.extraction.events.tree import ancestors, child, finite, is_set_apart, subject
from timeline_app.extraction.events.within import within_links
from timeline_app.extraction.lexicon import words
from timeline_app.model.annotation import AnchorKind, DateBasis, Mention, Modality, Relation, TimeExpression
from timeline_app.model.expression import Reference
from timeline_app.model.source import DocumentKind, SegmentKind, Source
from timeline_app.model.token import Span
from timeline_app.temporal.stamped_lines import stamped_lines

if TYPE_CHECKING:
    from timeline_app.extraction.doc import Doc, Token

_OWN = frozenset((DateBasis.CLAUSE, DateBasis.NOUN))
_PLAINLY_SAID = frozenset(("say", "tell", "add", "state", "report"))  # no news beside what was said
_LONGEST_QUOTE = 1_500  # code points looked back for the quote mark that opens a quotation
_PERSONAL = (DocumentKind.EMAIL, DocumentKind.REPORT, DocumentKind.NARRATIVE)
_OPEN_SUBJECT = 0.85  # a title whose "he" or "it" stays open


class MentionReader:
    """Reads the mentions of a parsed source, or of a stretch of it, and adds to the story what it tells.

    `brief` leaves mentions that stand for no event without title, participants and the like: nine in ten of them.
    """

    def __init__(
        self, doc: "Doc", source: Source, expressions: Sequence[TimeExpression], story: StorySoFar, *, brief: bool
    ) -> None:
        self._doc, self._story = doc, story
        doc.topic = named_again(doc, story.topic) if story.has_opened else find_topic(doc)
        if not story.has_opened and doc.topic is not None:
            story.topic = doc.topic[0].text, doc.topic[1]
        story.vague.update(e.id for e in expressions if isinstance(e.tree, Reference))
        self._brief = brief
        self._is_blog = source.context.document_kind is DocumentKind.LIVEBLOG
        self._source = source
        self._starts = [segment.span.start for segment in source.segments]
        timed, headers = timed_tokens(doc, expressions), header_tokens(doc, expressions)
        self._timed = frozenset(timed) | headers
        self._candidates = [c for c in find_candidates(doc, self._timed) if self._carries(c)]
        self._times = {e.id: e.time for e in expressions}
        readings = ((e.id, e.reading) for e in expressions)
        self._counted = {id_ for id_, r in readings if r is not None and r.anchor.kind is AnchorKind.PREVIOUS}
        self._links, hosts = self._date(expressions)
        self._listed = ListedDays(doc, expressions, self._links)
        self._own_times = OwnTimes(timed, headers, hosts, self._links)
        self._outlets = outlets_before(doc, story)
        self._tellers: dict[int, int] = {}  # heads whose title is another's clause, and that one's head
        phrases = {e.id: e.phrase for e in expressions}
        own = {i: link for i, link in self._links.items() if link.basis in _OWN}
        self._said_when = {i: phrases[link.refs[0].expression] for i, link in own.items() if link.refs}

    def read(self) -> list[Mention]:
        """Every mention in text order."""
        found = {c.token.i: self._mention(c) for c in self._candidates}
        for candidate in self._candidates:
            token = candidate.token
            content = child(token, "ccomp") if not candidate.noun and is_speech(token) else None
            if content is None or content.i not in found or not found[content.i].salient or is_set_apart(content):
                continue
            by_default = found[token.i].date_basis in (None, DateBasis.CONTAINER, DateBasis.PUBLICATION)
            told = found[content.i].date_basis in _OWN and found[content.i].modality is Modality.HAPPENED
            apart = found[token.i].date_basis is DateBasis.CLAUSE and token.lemma_ not in _PLAINLY_SAID
            if by_default or (told and not (apart or is_named(token))):
                found[token.i] = replace(found[token.i], salient=False)  # the news is what was said
        for index, teller in self._tellers.items():
            if teller in found and found[index].salient and found[teller].salient:
                if self._is_apart(found[index], found[teller]):
                    continue
                lesser = index if found[teller].date_basis in _OWN or found[index].date_basis not in _OWN else teller
                found[lesser] = replace(found[lesser], salient=False)
        for index, mention in found.items():
            thing = child(self._doc[index], "dobj") if mention.date_basis is DateBasis.PUBLICATION else None
            if thing is not None and thing.i in found and found[thing.i].date_basis is DateBasis.NOUN:
                found[index] = replace(mention, salient=False)  # "announced the arrest of Holt on 11 May": no today's
        for index in told_again(found, self._doc, self._source):
            found[index] = replace(found[index], salient=False)
        self._tell_lines(found)
        self._inherit_places(found)
        read = told_once([found[index] for index in sorted(found)])
        return [one for mention in read for one in (mention, *self._twins(mention))]

    def _twins(self, mention: Mention) -> Iterator[Mention]:
        """The same on the other days that are listed beside it, or before the colon of its line."""
        if mention.salient:
            yield from self._listed.twins(mention)
            yield from self._lines.twins(mention)

    def _tell_lines(self, found: dict[int, Mention]) -> None:
        """ "06:52  Alarm: smoke in a cellar": a row or a log's line of which nothing else tells is an event."""
        for line, head in self._lines.untold(found, self._doc):
            segment = self._source.segment_at(head.idx)
            if segment is None or segment.kind.carries_events:
                mention = found.get(head.i) or self._mention(Candidate(head, noun=True))
                found[head.i] = self._lines.told(mention, line, [m for m in found.values() if m.salient])

    def _inherit_places(self, found: dict[int, Mention]) -> None:
        """ "An explosion near Mira ... The blast occurred at 11:20 p.m.": the same one, at the same place."""
        last = self._story.places
        for index, mention in found.items():
            keys = same_keys(mention.lemma) if mention.salient else ()
            if mention.place is not None:
                last.update(dict.fromkeys(keys, mention.place))
            elif (place := next((last[k] for k in keys if k in last), None)) is not None:
                noun = carried_noun(self._doc[index]) or acting_noun(self._doc[index])
                if noun is not None and is_definite(noun):
                    found[index] = replace(mention, place=place)

    def _is_apart(self, content: Mention, statement: Mention) -> bool:
        """ "denied on Tuesday that it shelled Tarn on Monday": the denial, and the event of Monday that is denied.

        Likewise "said on Friday he would decide by March": what was said, and the plan.
        """
        own = content.date_basis in _OWN and statement.date_basis in _OWN
        apart = content.modality in (Modality.DENIED, Modality.PLANNED)
        return own and apart and content.time_refs != statement.time_refs

    def _carries(self, candidate: Candidate) -> bool:
        segment = self._source.segment_at(candidate.token.idx)
        return segment is None or segment.kind.carries_events

    def _date(self, expressions: Sequence[TimeExpression]) -> tuple[dict[int, TimeLink], dict[str, set[int]]]:
        self._entries = Entries(self._source, expressions, self._story)
        self._lines = DatedLines(self._source, expressions)
        distances = find_distances(self._doc, expressions)
        apart = distances.keys() | self._lines.dates
        apart |= {e.range_end for e in expressions if e.id in apart and e.range_end}
        dating = [e for e in expressions if e.id not in apart]
        links, hosts = direct_links(self._doc, dating, self._candidates, self._source.context.published)
        count_from_events(distances.values(), self._candidates, links, hosts, {e.id: e.time for e in expressions})
        links |= within_links(self._doc, expressions, self._candidates, links)
        links |= same_day_links(self._doc, expressions, self._candidates, links)
        links |= close_links(self._candidates, links)
        links |= governed_links(self._candidates, links)
        judged = {c.token.i: self._judge(c, links.get(c.token.i)) for c in self._candidates}
        self._judged = judged
        for candidate in self._candidates:
            index = candidate.token.i
            if index in links:
                if links[index].basis is DateBasis.GOVERNOR and self._lines.in_log(candidate.token):
                    links[index] = self._lines.link(candidate, judged[index]) or links[index]
                continue
            entry = self._lines.link(candidate, judged[index]) or self._entries.link(candidate, judged[index])
            if entry is not None:
                links[index] = entry
        links |= container_links(self._story, self._source, expressions, self._candidates, links, judged)
        history = self._source.context.document_kind is DocumentKind.NARRATIVE
        count_from_story(distances.values(), self._candidates, links, None if history else self._story.lead)
        return links, hosts

    def _judge(self, candidate: Candidate, link: TimeLink | None) -> Factuality:
        """Modality as grammar has it; a headline's present tense tells what happened."""
        judged, line = factuality(candidate), self._lines.at(candidate.token)
        if line is not None and judged.real and self._lines.is_ahead(line):
            return Factuality(Modality.PLANNED)
        if is_request(candidate.token) and line is not None:
            return Factuality(Modality.HAPPENED)  # "May 2014 | Switch to Ash River"
        if rules_now(candidate.token):
            return Factuality(Modality.HAPPENED) if judged.modality is Modality.ONGOING else judged
        bare = (
            judged.modality is Modality.HAPPENED and candidate.token.tag_ == "VBG" and finite(candidate.token) is None
        )
        if judged.modality is not Modality.ONGOING and not bare:
            return judged
        headed = self._kind(candidate.token) is SegmentKind.HEADLINE or heads_entry(candidate.token, self._source)
        headed = headed or line is not None
        verb = candidate.token
        arranged = link is not None and link.basis is DateBasis.CLAUSE and finite(verb) is verb
        arranged = arranged and not is_state(verb) and child(verb, "xcomp", "ccomp") is None  # no "wants to by May"
        if (headed or arranged) and self._is_aimed_at(link):
            return Factuality(Modality.PLANNED)  # "Lund cuts 300 jobs by 2030", "takes over on 1 December"
        if bare:
            return judged
        if headed or self._entries.head_of(candidate.token) is not None:
            return judged if is_state(candidate.token) else Factuality(Modality.HAPPENED)
        return judged

    def _is_aimed_at(self, link: TimeLink | None) -> bool:
        """Whether a verb is dated by what lies after the day of publication."""
        published = self._source.context.published
        if link is None or published is None or published.last_day is None:
            return False
        times = [self._times.get(ref.expression) for ref in link.refs]
        return any(t is not None and t.first_day is not None and t.first_day > published.last_day for t in times)

    def _mention(self, candidate: Candidate) -> Mention:
        token = candidate.token
        link = self._links.get(token.i)
        judged = self._attributed(candidate, self._judgement(token))
        basis = link.basis if link is not None else None
        firm, part = self._firm(link), self._kind(token)
        salient = self._is_told(token, basis) and stands_alone(
            candidate, judged, firm, part, self._timed, sums_up=part is SegmentKind.BODY and self._is_blog
        )
        head = Span(token.idx, token.idx + len(token.text))
        mention = Mention(
            key=f"{self._source.sha256}:{head.start}-{head.end}",
            source_id=self._source.id,
            head=head,
            clause=head,
            sentence=self._sentence(token),
            title=token.text[:1].upper() + token.text[1:],
            lemma=token.lemma_.lower(),
            modality=judged.modality,
            negated=judged.negated,
            time_refs=link.refs if link is not None else (),
            date_basis=basis,
            confidence=round(confidence_of(link, judged.modality, counted=self._is_counted(link)), 3),
            segment=self._segment(token),
            salient=salient,
        )
        return mention if self._brief and not salient else self._told(mention, candidate)

    def _is_counted(self, link: TimeLink | None) -> bool:
        """Whether the date is counted from another day that the text told: "the next day"."""
        return link is not None and any(ref.expression in self._counted for ref in link.refs)

    def _judgement(self, token: "Token") -> Factuality:
        return self._judged.get(token.i) or Factuality(Modality.HAPPENED)

    def _told(self, mention: Mention, candidate: Candidate) -> Mention:
        """The mention with all that its clause tells."""
        token = candidate.token
        carried = None if candidate.noun else carried_noun(token) or acting_noun(token)
        lemma = carried.lemma_.lower() if carried is not None else listed_lemma(token)
        title = self._spoken(with_noun(self._title(candidate), token), token)
        is_open = title.split(" ", 1)[0] in ("I", "We", "He", "She", "It", "They", "His", "Her", "Its", "Their")
        return replace(
            mention,
            clause=self._clause(candidate, mention.sentence),
            title=title,
            confidence=round(mention.confidence * (_OPEN_SUBJECT if is_open else 1.0), 3),
            lemma=lemma,
            participants=find_participants(candidate, self._timed, carried),
            place=find_place(token) or (find_place(carried) if carried is not None else None),
            kind=sure_kind(token if carried is None else carried, lemma, noun=candidate.noun or carried is not None),
            quantities=find_quantities(token),
            attribution=find_attribution(token, self._outlets, self._said_when),
        )

    def _is_told(self, token: "Token", basis: DateBasis | None) -> bool:
        """Whether the report tells it: what "I" and "we" did is somebody's remark.

        It is told in letters and memoranda, and where its clause has a date of its own.
        """
        own = subject(token) if self._source.context.document_kind not in _PERSONAL else None
        if own is None or own.pos_ != "PRON":
            return True
        if own.lower_ in ("i", "we"):
            remark = self._judgement(token).modality is Modality.OPINION or reporting_verb(token) is not None
            return basis is DateBasis.CLAUSE and not remark and not self._is_quoted(token)
        return own.lower_ != "you" and (antecedent(own) is not None or not self._is_quoted(token))

    def _is_quoted(self, token: "Token") -> bool:
        """Whether a quotation that opened in the paragraph is still open before a word.

        The last mark tells: a speaker's next paragraph, run on, opens again what was never closed.
        """
        text = self._source.text
        before = text[max(text.rfind("\n", 0, token.idx) + 1, token.idx - _LONGEST_QUOTE) : token.idx]
        return before.rfind("“") > before.rfind("”") or _opens_straight(before)

    def _firm(self, link: TimeLink | None) -> TimeLink | None:
        """The link, None where only "now", "currently" or "recently" dates the mention."""
        vague = link is not None and bool(link.refs) and all(r.expression in self._story.vague for r in link.refs)
        return None if vague else link

    def _attributed(self, candidate: Candidate, judged: Factuality) -> Factuality:
        """What somebody is only accused of, or alleged to have done, stays possible."""
        if self._is_only_claimed(candidate):
            return Factuality(Modality.POSSIBLE)
        link = self._links.get(candidate.token.i)
        due = link is not None and any(ref.relation is Relation.BEFORE and not ref.counted for ref in link.refs)
        due = due and link is not None and link.first > candidate.token.i  # no "By May he ordered a retreat"
        promised = not candidate.noun and candidate.lemma in words("events_cues", "verbs", "due_by")
        if due and promised and judged.modality is Modality.HAPPENED:
            return Factuality(Modality.PLANNED)  # "has promised a head count by the end of March"
        return judged

    def _is_only_claimed(self, candidate: Candidate) -> bool:
        presupposed = candidate.token.dep_ in ("acl", "relcl")  # "failed to act on a report published in May"
        verb = None if candidate.noun or presupposed else claim_over(candidate.token)
        happened = self._judgement(candidate.token).modality is Modality.HAPPENED
        return happened and verb is not None and verb.lemma_ in words("events_cues", "speech", "claiming")

    def _title(self, candidate: Candidate) -> str:
        token = candidate.token
        line = self._lines.at(token)
        bare = not candidate.noun and subject(token) is None
        if line is not None and line.is_row and (bare or line.is_task) and self._refers_to(token, line):
            return self._lines.title(line)
        timed = self._own_times.of(token) | self._listed.left_out(token) | self._lines.date_words(token)
        teller = told_by(candidate, self._judgement(token)) or self._speaker_of_pronoun(token)
        if teller is None and token.dep_ == "xcomp" and finite(token) is None:
            teller = next((a for a in ancestors(token) if finite(a) is not None), None)  # "began withdrawing"
        if teller is None and self._is_only_claimed(candidate):
            teller = claim_over(token)
        arranged = carried_noun(token) if token.dep_ == "acl" and not candidate.noun else None
        if teller is not None and arranged is token.head and self._is_only_planned(token, arranged):
            return noun_title(arranged, timed)
        if teller is not None:
            self._tellers[token.i] = teller.i
            timed = timed if token.dep_ not in ("acl", "relcl") else self._own_times.of(teller)
            return clause_title(teller, timed, token)
        if candidate.noun:
            return noun_title(token, timed)
        if finite(token) is not None and subject(token) is None and child(token, "expl") is None:
            return line_title(token, timed)
        return clause_title(token, timed, done=self._judgement(token).modality is Modality.HAPPENED)

    def _speaker_of_pronoun(self, token: "Token") -> "Token | None":
        """Who tells of an open "it", but where the telling has a time of its own: a title has one date."""
        teller = speaker_of_pronoun(token)
        own, told = self._links.get(token.i), self._links.get(teller.i) if teller is not None else None
        apart = own is not None and told is not None and told.basis is DateBasis.CLAUSE and told.refs != own.refs
        return None if apart and own is not None and own.basis is DateBasis.CLAUSE else teller

    def _refers_to(self, token: "Token", line: DatedLine) -> bool:
        link = self._links.get(token.i)
        return link is not None and any(ref.expression == line.date.id for ref in link.refs)

    def _is_only_planned(self, verb: "Token", noun: "Token") -> bool:
        """ "preparation for the election scheduled for May": the noun tells it all, as nothing above denies it."""
        planned = self._judgement(verb).modality is Modality.PLANNED
        apart = noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and not is_content_noun(noun.head.head)
        return planned and apart and factuality(Candidate(noun, noun=True)).real

    def _spoken(self, title: str, token: "Token") -> str:
        """The title with the writer of a chat message for "I"."""
        if not title.startswith("I "):
            return title
        line = next((m for m in stamped_lines(self._source.text) if m.start <= token.idx < m.end), None)
        return f"{line.name}{title[1:]}" if line is not None and line.name else title

    def _kind(self, token: "Token") -> SegmentKind | None:
        segment = self._source.segment_at(token.idx)
        return segment.kind if segment is not None else None

    def _sentence(self, token: "Token") -> Span:
        text, sentence = self._source.text, token.sent
        start, end = sentence.start_char, sentence.end_char
        segment = self._source.segment_at(token.idx)
        if segment is not None:
            start, end = max(start, segment.span.start), min(end, segment.span.end)
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def _clause(self, candidate: Candidate, sentence: Span) -> Span:
        words = [t for t in candidate.token.subtree if not t.is_space]
        start, end = words[0].idx, words[-1].idx + len(words[-1].text)
        return Span(max(start, sentence.start), min(end, sentence.end))

    def _segment(self, token: "Token") -> int:
        return max(bisect_right(self._starts, token.idx) - 1, 0)


def _opens_straight(before: str) -> bool:
    """Whether the last straight quote mark opens a quotation: it stands before a word, and behind none."""
    last = before.rfind('"')
    return last >= 0 and (last == 0 or not (before[last - 1].isalnum() or before[last - 1] in ".,!?…"))
