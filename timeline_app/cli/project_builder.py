"""Files in, one project out: reads, analyses and merges without a window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.cli.reading_warnings import reading_warnings
from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers import read_document
from timeline_app.model.change import Batch, Change, Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.ids import new_id

if TYPE_CHECKING:
    from timeline_app.extraction.pipeline import Pipeline


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
    """Makes one project of all files that can be read, merged across documents.  A bad file never stops the rest."""
    from timeline_app.extraction.pipeline import load_pipeline

    result = BuildResult()
    pipeline = cache(load_pipeline)  # once, when the first file has been read
    report = progress or (lambda done, total, name: None)
    changes: list[Change] = []
    seen: dict[str, str] = {}
    for number, path in enumerate(paths):
        report(number, len(paths), path.name)
        try:
            changes += _read_one(path, options, pipeline, seen, result)
        except FormatError as error:
            result.failures.append((str(path), str(error)))
        except Exception as error:  # one hostile file must not cost the analyst the others
            result.failures.append((str(path), f"Could not analyse {path}: {type(error).__name__}: {error}."))
    if changes and (degraded := pipeline().degraded):
        result.warnings.insert(0, degraded)
    result.document.apply(Batch(tuple(changes)))
    add_events(result.document)
    report(len(paths), len(paths), "")
    return result


def add_events(document: TimelineDocument) -> None:
    """Groups the document's mentions and inserts the events that they report, with their links."""
    from timeline_app.extraction.corroboration import build_event, corroborate

    groups = corroborate(document.ordered_sources(), list(document.mentions.values()))
    changes: list[Change] = []
    for group in groups:
        event, links = build_event(group, document.mentions, document.expressions, document.sources, new_id())
        changes += [Insert(event), *map(Insert, links)]
    document.apply(Batch(tuple(changes)))


def _read_one(
    path: Path,
    options: BuildOptions,
    pipeline: Callable[[], "Pipeline"],
    seen: dict[str, str],
    result: BuildResult,
) -> list[Change]:
    from timeline_app.extraction.analysis import AnalysisRequest, analyse

    raw = read_document(path)
    if raw.sha256 in seen:
        result.warnings.append(f"{path} is the same text as {seen[raw.sha256]}; it was read once.")
        return []
    request = AnalysisRequest(
        source_id=new_id(),
        name=raw.name,
        text=raw.text,
        published=options.published,
        time_zone=options.time_zone,
        position=len(seen),
        imported=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    analysis = analyse(request, pipeline())
    seen[raw.sha256] = str(path)
    doubts = reading_warnings(analysis.source, analysis.expressions)
    result.warnings += [f"{path}: {warning}" for warning in (*raw.warnings, *analysis.warnings, *doubts)]
    return [Insert(analysis.source), *map(Insert, analysis.expressions), *map(Insert, analysis.mentions)]
