"""Wiring: which signal of which part leads where, and what each action of the window does."""

from collections.abc import Callable

from timeline_app.gui.brought_back import BroughtBack
from timeline_app.gui.hidden_selection import HiddenSelection
from timeline_app.gui.main_window import MainWindow
from timeline_app.gui.theme import Dresser
from timeline_app.gui.window_keys import WindowKeys
from timeline_app.workspace.jobs import AnalysisJobs


def connect(window: MainWindow, jobs: AnalysisJobs, dresser: Dresser) -> None:
    """Connects the parts of a furnished window."""
    files = (window.files, window.imports, window.event_files, window.exports)
    handlers = (*files, window.events, window.settling, window.finding)
    window.actions_.connect_all({k: do for part in handlers for k, do in part.handlers().items()} | handlers_of(window))
    window.strip.save_requested.connect(window.views.ask_name)
    window.strip.passages_requested.connect(lambda words: window.finding.open_palette(only_texts=True, words=words))
    window.filter.lanes_wanted.connect(window.set_lanes)
    window.filter.changed.connect(window.follow_filter)
    window.store.modified_changed.connect(window.refresh_title)
    window.store.path_changed.connect(window.refresh_title)
    window.store.reset.connect(window.follow_reset)
    for changed in (window.store.undo_stack.indexChanged, window.selection.changed):
        changed.connect(window.refresh_actions_soon)
    dresser.changed.connect(window.take_colours)
    for pane in (window.text, window.sources):
        pane.context_requested.connect(window.settling.edit_context)
        pane.import_requested.connect(window.imports.ask_import)
    window.text.phrase_selected.connect(window.inspector.show_phrase)
    window.text.paste_requested.connect(window.imports.ask_paste)
    window.files.about_to_write.connect(window.inspector.commit)
    window.exports.about_to_write.connect(window.inspector.commit)
    window.imports.tables_found.connect(window.event_files.import_files)
    window.imports.date_wanted.connect(window.text.ask_for_date)
    window.closed.connect(window.imports.end)
    window.closed.connect(window.files.end)
    window.closed.connect(window.order.texts.stop)
    window.text.sample_requested.connect(window.files.open_sample)
    window.sources.remove_requested.connect(window.remove_source)
    window.sources.queue.correct_requested.connect(window.events.correct)
    window.sources.queue.accept_all_requested.connect(window.events.accept_all)
    window.sources.compare_requested.connect(window.settling.compare)
    window.sources.passage_chosen.connect(lambda _source, place: window.text.view.reveal(place))
    window.sources.settle_requested.connect(window.settling.settle_dates)
    for name in ("accept", "reject", "merge", "split", "next"):
        getattr(window.inspector, f"{name}_requested").connect(window.actions_[name].trigger)
    WindowKeys(window)
    HiddenSelection(window.store, window.selection, window.order, window.filter, window.inspector, window)
    window.inspector.failed.connect(window.status.tell)
    window.table.failed.connect(window.status.tell)
    window.timeline.edit_requested.connect(lambda _id: window.inspector.edit_title())
    window.timeline.create_requested.connect(window.events.new_event_over)
    window.timeline.delete_requested.connect(window.events.delete)
    _connect_work(window, jobs)


def _connect_work(window: MainWindow, jobs: AnalysisJobs) -> None:
    """What runs in other processes and threads is told in the status bar."""
    jobs.progress.connect(window.status.show_progress)
    jobs.progress.connect(window.text.tell_reading)
    for ended in (window.status.end_progress, window.text.end_reading):
        jobs.finished.connect(ended)
    jobs.degraded.connect(window.status.tell_degraded)
    window.status.cancel_requested.connect(jobs.cancel)
    window.files.saving.connect(window.status.show_saving)
    window.files.save_ended.connect(window.status.end_saving)
    window.status.cancel_save_requested.connect(window.files.cancel_save)
    window.status.clear_filter_requested.connect(window.filter.clear)
    window.status.show_rejected_requested.connect(lambda: window.filter.show_rejected(True))


def handlers_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What each action does that belongs to no part of its own, by its id."""
    history = BroughtBack(window.store, window.selection, window)
    return {
        "quit": window.close,
        "undo": lambda: history.run(window.undo),
        "accept_all": window.sources.queue.offer_accept_all,
        "redo": lambda: history.run(window.store.undo_stack.redo),
        "find": window.focus_search,
        "select_all": lambda: window.selection.select_events(window.order.ids),
        "remove_source": lambda: window.remove_source(window.text.source_id or ""),
        "fit": window.timeline.fit_all,
        "settings": window.preferences.open,
        "find_text": window.text.open_find,
        "correct_phrase": window.correct_phrase,
        "larger": lambda: window.text.view.set_size(window.text.view.font().pixelSize() + 1),
        "smaller": lambda: window.text.view.set_size(window.text.view.font().pixelSize() - 1),
        "clear_filter": window.filter.clear,
        "save_view": window.views.ask_name,
        "show_rejected": lambda: window.filter.show_rejected(window.actions_["show_rejected"].isChecked()),
        "reset_window": window.reset_panes,
        "shortcuts": window.show_shortcuts,
        "about": window.show_about,
    }
