"""One source from text to what it tells: the one service that the worker, the batch command and the tests call."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from timeline_app.extraction.dating import date_mentions
from timeline_app.extraction.doc import Doc
from timeline_app.extraction.events import StorySoFar, find_by_rules, find_mentions
from timeline_app.extraction.imprint import author_of, opening_of, publisher_of, title_of
from timeline_app.extraction.pipeline import Pipeline
from timeline_app.extraction.publication import ContextOptions, context_warnings, publication_context
from timeline_app.extraction.quick_sentences import quick_sentences, rule_sentences
from timeline_app.extraction.segmentation import segment
from timeline_app.extraction.sentences import sentences_of
from timeline_app.extraction.source_analysis import SourceAnalysis
from timeline_app.extraction.spoken_language import spoken_language
from timeline_app.model.annotation import Mention, TimeExpression
from timeline_app.model.document_text import Origin
from timeline_app.model.ids import text_sha256
from timeline_app.model.source import DateOrder, DocumentKind, Hemisphere, PublicationContext, Segment, Source
from timeline_app.model.token import Sentence
from timeline_app.temporal.grammar.language import language_code, load_language
from timeline_app.temporal.resolution import Story, publication_of, resolve_all
from timeline_app.temporal.tagger import Tagger, find_expressions

_PARSED = "en"  # the language of the model
_STEP = 100_000  # code points of a text after which it is told how far its reading is

Progress = Callable[[float], None]  # how much of a long text has been read, 0-1

_DATED_SENTENCES = (
    "Only English texts are parsed: each sentence with a time is one event, and people and places are left out."
)


@dataclass(frozen=True, slots=True)
class AnalysisRequest:
    """A text to analyse and what is known of it; None is left to the text.  `imported` is UTC, ISO 8601.

    `brief`: mentions that stand for no event tell only where, whether and when.
    `segments` and `context`, where given, are the analyst's: the text is not cut again, nor searched for a date.
    `origin` is what the file that it was read
    from says of it.
    """

    source_id: str
    name: str
    text: str
    published: str | None = None
    time_zone: str | None = None
    date_order: DateOrder | None = None
    language: str = ""
    document_kind: DocumentKind | None = None
    hemisphere: Hemisphere = Hemisphere.NORTH
    fiscal_year_start: int = 1
    week_start: int = 0
    position: int = 0
    imported: str = ""
    times_only: bool = False
    brief: bool = False
    segments: tuple[Segment, ...] = ()
    origin: Origin = field(default_factory=Origin)
    assumed_zone: str | None = None
    context: PublicationContext | None = None

    @property
    def spoken(self) -> str:
        """The language to read the text in: as asked for, as the file says, as its words tell, else English."""
        return self.language or self.origin.language or spoken_language(self.text) or _PARSED

    @property
    def options(self) -> ContextOptions:
        """The part of the request that bears on the publication context."""
        return ContextOptions(
            self.published,
            self.time_zone,
            self.date_order,
            self.document_kind,
            self.hemisphere,
            self.fiscal_year_start,
            self.week_start,
            self.assumed_zone,
        )


def analyse(request: AnalysisRequest, pipeline: Pipeline, progress: Progress | None = None) -> SourceAnalysis:
    """Reads one text: segments, publication context, time expressions and, unless `times_only`, dated mentions."""
    return next(analyse_all([request], pipeline, progress))


def analyse_all(
    requests: Iterable[AnalysisRequest], pipeline: Pipeline, progress: Progress | None = None
) -> Iterator[SourceAnalysis]:
    """Reads several texts, each as `analyse` does; the model works on their sentences together.

    `progress` is told now and then how much of a long one has been read.
    """
    tell = progress or (lambda share: None)
    asked = [(request, _source(request)) for request in requests]
    parsed = [(request, source) for request, source in asked if language_code(source.language) == _PARSED]
    docs = pipeline.parse_all((source.text, source.segments) for request, source in parsed if not request.times_only)
    sentences = quick_sentences([source for request, source in parsed if request.times_only], pipeline)
    for request, source in asked:
        if language_code(source.language) != _PARSED:
            yield _by_rules(source, tell, times_only=request.times_only)
        elif request.times_only:
            found = _resolved(source, _watched(next(sentences), source, tell))
            yield SourceAnalysis(source, tuple(found), (), source.warnings)
        else:
            yield _with_events(source, _of_one_text(docs), tell, brief=request.brief)


def _of_one_text(docs: Iterator[Doc]) -> Iterator[Doc]:
    """The Docs up to the end of the text that the next one belongs to."""
    for doc in docs:
        yield doc
        if doc.is_last:
            return


def _with_events(source: Source, docs: Iterable[Doc], tell: Progress, *, brief: bool) -> SourceAnalysis:
    """Reads a parsed text stretch after stretch: no parse is kept, only what it told."""
    may_date = load_language(source.language).may_date
    tagger = Tagger(source.id, source.text, source.segments, source.language, history=_is_history(source))
    times = Story(source.context, publication_of(source.context))
    story = StorySoFar()
    expressions: list[TimeExpression] = []
    mentions: list[Mention] = []
    for doc in docs:
        sentences = sentences_of(doc, source.segments, lambda start, end: may_date(source.text[start:end]))
        told = times.resolve(tagger.find(sentences))
        mentions += find_mentions(doc, source, told, brief=brief, story=story)
        expressions += told
        if not doc.is_last:
            tell(doc[-1].idx / len(source.text))
    dated = date_mentions(mentions, expressions, source.context)
    return SourceAnalysis(source, tuple(expressions), tuple(dated), source.warnings)


def _by_rules(source: Source, tell: Progress, *, times_only: bool) -> SourceAnalysis:
    """Reads a text of a language that no model parses: times by its grammar, each dated sentence as one mention."""
    sentences = rule_sentences(source.text, source.segments, source.language)
    expressions = _resolved(source, _watched(sentences, source, tell))
    spans = () if times_only else (sentence.span for sentence in sentences)
    mentions = date_mentions(find_by_rules(spans, source, expressions), expressions, source.context)
    return SourceAnalysis(source, tuple(expressions), tuple(mentions), source.warnings)


def _watched(sentences: Iterable[Sentence], source: Source, tell: Progress) -> Iterator[Sentence]:
    """The sentences, while it is told how far they are."""
    told = 0
    for sentence in sentences:
        if sentence.span.start - told >= _STEP:
            told = sentence.span.start
            tell(told / len(source.text))
        yield sentence


def _language_warnings(language: str, *, times_only: bool) -> tuple[str, ...]:
    """What is read worse than in English."""
    warning = load_language(language).warning
    if times_only or language_code(language) == _PARSED:
        return (warning,) if warning else ()
    return (*((warning,) if warning else ()), _DATED_SENTENCES)


def _source(request: AnalysisRequest) -> Source:
    text, origin, language = request.text, request.origin, request.spoken
    segments = request.segments or segment(text, origin.labels)
    context = request.context or publication_context(text, segments, request.options, origin, request.name)
    read_worse = _language_warnings(language, times_only=request.times_only)
    doubts = context_warnings(context, request.options) if request.context is None else ()
    warnings = (*doubts, *read_worse)
    return Source(
        id=request.source_id,
        name=request.name,
        title=title_of(text, segments, origin) or opening_of(text, segments) or request.name,
        text=text,
        sha256=text_sha256(text),
        context=context,
        segments=segments,
        publisher=origin.publisher or publisher_of(text, segments),
        author=origin.author or author_of(text),
        url=origin.url,
        language=language,
        position=request.position,
        imported=request.imported,
        warnings=warnings,
        file_sha256=origin.sha256,
        pages=origin.pages,
    )


def _resolved(source: Source, sentences: Iterable[Sentence]) -> list[TimeExpression]:
    found = find_expressions(
        source.id, source.text, sentences, source.segments, source.language, history=_is_history(source)
    )
    return resolve_all(found, source.context)


def _is_history(source: Source) -> bool:
    return source.context.document_kind is DocumentKind.NARRATIVE
