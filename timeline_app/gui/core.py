"""Core: what all parts of a window share, and the timeline, which stands before the panes around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow

from timeline_app.gui.date_setting import use_dates
from timeline_app.gui.language import install_language
from timeline_app.gui.review import ReadingOrder
from timeline_app.gui.theme import Dresser
from timeline_app.gui.timeline_pane import TimelinePane
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.jobs import AnalysisJobs
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.settings import LANGUAGE, AppSettings
from timeline_app.workspace.store import DocumentStore
from timeline_app.workspace.worker_process import WorkerProcess


@dataclass(frozen=True, slots=True)
class Core:
    """One document, one selection, one order and filter, one worker, one theme."""

    settings: AppSettings
    dresser: Dresser
    store: DocumentStore
    reading: ReadingOrder
    selection: Selection
    order: EventOrder
    jobs: AnalysisJobs
    timeline: TimelinePane

    def live_with(self, window: QMainWindow) -> None:
        """Lives as long as the window does, and longer than the panes that are its children already."""
        for part in (self.store, self.reading, self.selection, self.order, self.jobs, self.dresser):
            part.setParent(window)


def build_core(worker_command: Sequence[str], settings: AppSettings, worker: WorkerProcess | None = None) -> Core:
    """A new document and what follows it; dresses the application.  `worker` is one that was started ahead."""
    install_language(settings.value(LANGUAGE))
    use_dates(settings)
    dresser = Dresser(settings.theme)
    dresser.apply()
    store = DocumentStore()
    reading = ReadingOrder(store)  # told of changes before whoever asks it
    selection, order = Selection(store), EventOrder(store)
    jobs = AnalysisJobs(store, list(worker_command), worker=worker)
    timeline = TimelinePane(store, selection, order)
    timeline.set_palette_colors(dresser.colours)
    return Core(settings, dresser, store, reading, selection, order, jobs, timeline)
