"""Files in, one project out: reads, analyses and merges without a window."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.cli.reading_warnings import reading_warnings
from timeline_app.cli.undated_sources import UndatedSources
from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers import DocumentReader, RawDocument, find_files
from timeline_app.formats.readers.kinds import LARGEST
from timeline_app.model.change import Batch, Change, Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.ids import new_id, text_sha256
from timeline_app.model.pair import Pair
from timeline_app.model.source import PublicationContext

if TYPE_CHECKING:
    from timeline_app.extraction.pipeline import Pipeline
    from timeline_app.extraction.source_analysis import SourceAnalysis


STDIN = Path("-")
_STDIN_NAME = "standard input"


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What the caller says about every file: when and in which zone it was published."""

    published: str | None = None
    time_zone: str | None = None


@dataclass(slots=True)
class BuildResult:
    """The project, the files that failed with the sentence why, and what else should be said."""

    document: TimelineDocument = field(default_factory=TimelineDocument)
    failures: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


Progress = Callable[[int, int, str], None]  # files done, files in all, name of the next


def build_project(paths: Sequence[Path], options: BuildOptions, progress: Progress | None = None) -> BuildResult:
    """Makes one project of all documents in files and folders, merged across documents.

    A bad file never stops the rest, and the same file or the same text is read once.
    """
    found = find_files(paths)
    report = progress or (lambda done, total, name: None)
    with DocumentReader() as reader:
        builder = _Builder(options, reader)
        builder.result.warnings += found.notes
        for folder in found.empty:
            builder.fail(folder, f"{folder} holds no document that can be read.")
        for number, path in enumerate(found.files):
            report(number, len(found.files), path.name)
            builder.read(path, partial(_report_share, report, number, len(found.files), path.name))
    report(len(found.files), len(found.files), "")
    return builder.finish()


def add_events(document: TimelineDocument) -> None:
    """Groups the document's mentions; inserts the events that they report, with links, and the pairs left to decide."""
    from timeline_app.extraction.corroboration import build_event, relate

    groups, suggestions = relate(document.ordered_sources(), list(document.mentions.values()))
    changes: list[Change] = [Insert(Pair(s.one, s.other, s.reason, s.contradicts)) for s in suggestions]
    for group in groups:
        event, links = build_event(group, document.mentions, document.expressions, document.sources, new_id())
        changes += [Insert(event), *map(Insert, links)]
    document.apply(Batch(tuple(changes)))


def _proposed(context: PublicationContext) -> list[str]:
    """The likeliest day of a text that does not say when it was published, and how to settle it."""
    best = next((e for e in context.evidence if e.field == "published"), None)
    if context.published is not None or best is None:
        return []
    day = best.value[:10]
    return [f"It may be of {day} ({best.where}); if so, add --published {day}."]


def _report_share(report: Progress, number: int, total: int, name: str, share: float) -> None:
    report(number, total, f"{name} · {share:.0%}")


class _Builder:
    """Reads and analyses one document after the other, and gathers what they tell."""

    def __init__(self, options: BuildOptions, reader: DocumentReader) -> None:
        self.result = BuildResult()
        self._options = options
        self._reader = reader
        self._pipeline: Pipeline | None = None  # loaded when the first file has been read
        self._changes: list[Change] = []
        self._names: dict[str, str] = {}  # of the documents so far, by the sums of their files and texts
        self._count = 0
        self._undated = UndatedSources()
        self._progress: Callable[[float], None] = lambda share: None

    def fail(self, path: Path, message: str) -> None:
        """Notes that a file was not read, and why."""
        self.result.failures.append((str(path), message))

    def read(self, path: Path, progress: Callable[[float], None]) -> None:
        """Takes in a file and its attachments; `progress` is told how much of a long text has been read."""
        self._progress = progress
        try:
            for raw in self._opened(path).every():
                if raw.name != path.name:
                    self._take(raw, raw.name, str(path))
                else:
                    self._take(raw, str(path), str(path.parent))
        except FormatError as error:
            self.fail(path, str(error))
        except Exception as error:  # one hostile file must not cost the analyst the others
            self.fail(path, f"Could not analyse {path}: {type(error).__name__}: {error}.")

    def _opened(self, path: Path) -> RawDocument:
        if path != STDIN:
            return self._reader.read(path)
        return self._reader.read_data(sys.stdin.buffer.read(LARGEST + 1), _STDIN_NAME, _STDIN_NAME)

    def finish(self) -> BuildResult:
        """The project, its events merged."""
        if self._pipeline is not None and self._pipeline.degraded:
            self.result.warnings.insert(0, self._pipeline.degraded)
        self.result.warnings += self._undated.warnings()
        self.result.document.apply(Batch(tuple(self._changes)))
        add_events(self.result.document)
        return self.result

    def _take(self, raw: RawDocument, shown: str, place: str) -> None:
        """Takes in a document that is `shown` by a name and came in a folder or message, its `place`."""
        from timeline_app.extraction.publication import UNDATED

        sums = [sha for sha in (raw.origin.sha256, text_sha256(raw.text)) if sha]
        if (same := next((self._names[sha] for sha in sums if sha in self._names), None)) is not None:
            self.result.warnings.append(f"{shown} is the same text as {same}; it was read once.")
            return
        analysis = self._analysed(raw)
        self._count += 1
        self._names.update(dict.fromkeys(sums, shown))
        undated = [*(w for w in analysis.warnings if w == UNDATED), *_proposed(analysis.source.context)]
        if undated:
            self._undated.add(place, shown, undated)
        said = [w for w in analysis.warnings if w != UNDATED]
        doubts = reading_warnings(analysis.source, analysis.expressions)
        self.result.warnings += [f"{shown}: {warning}" for warning in (*raw.warnings, *said, *doubts)]
        self._changes += [Insert(analysis.source), *map(Insert, analysis.expressions), *map(Insert, analysis.mentions)]

    def _analysed(self, raw: RawDocument) -> "SourceAnalysis":
        from timeline_app.extraction.analysis import AnalysisRequest, analyse
        from timeline_app.extraction.pipeline import load_pipeline

        self._pipeline = self._pipeline or load_pipeline()
        request = AnalysisRequest(
            source_id=new_id(),
            name=raw.name,
            text=raw.text,
            origin=raw.origin,
            published=self._options.published,
            time_zone=self._options.time_zone,
            position=self._count,
            imported=datetime.now(UTC).isoformat(timespec="seconds"),
            brief=True,
        )
        return analyse(request, self._pipeline, self._progress)
