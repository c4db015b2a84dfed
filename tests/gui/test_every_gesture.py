"""Which test covers which gesture and key that the window promises; each named test is there and moves real events."""

import re
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
TIMELINE = "timeline/test_gestures.py"
COVERED = {
    "wheel: zoom about the cursor": (TIMELINE, "test_wheel_zooms_about_the_cursor"),
    "Shift+wheel: pan": (TIMELINE, "test_shift_wheel_pans"),
    "drag empty space: pan": (TIMELINE, "test_dragging_empty_canvas_pans"),
    "Shift+drag: zoom to the period": (TIMELINE, "test_shift_drag_zooms_to_the_period"),
    "Ctrl+drag: new event over that period": (TIMELINE, "test_ctrl_drag_asks_for_an_event_over_whole_days"),
    "Ctrl+Shift+drag: select several": (TIMELINE, "test_rubber_band_selects_what_it_touches"),
    "Ctrl/Shift+click: select several": (TIMELINE, "test_modified_clicks_select_several_and_take_back"),
    "click: select": ("test_timeline_in_window.py", "test_click_on_the_timeline_shows_the_sentence"),
    "double-click an event: edit": (TIMELINE, "test_double_click_on_an_event_asks_to_edit_it"),
    "double-click empty space: new event": (TIMELINE, "test_double_click_on_empty_canvas_asks_for_a_new_event"),
    "double-click a cluster: zoom to its members": ("timeline/test_view.py", "test_double_click_opens_a_cluster"),
    "drag the body: move": ("test_timeline_in_window.py", "test_event_is_dragged_and_the_inspector_follows"),
    "drag several: move": (TIMELINE, "test_all_selected_events_move_together"),
    "drag the four handles: resize, soften": (TIMELINE, "test_all_four_handles_move_their_own_bound"),
    "Escape: drop a drag": (TIMELINE, "test_escape_drops_a_drag"),
    "drag the density bar's window": (TIMELINE, "test_dragging_the_overview_window_moves_the_view"),
    "click a lane's header: fold it": (TIMELINE, "test_a_lane_folds_by_its_header"),
    "Left Right Home End: events in time": (TIMELINE, "test_arrow_keys_walk_through_time"),
    "PgUp PgDn + −: a screen, zoom": (TIMELINE, "test_page_keys_move_a_screen_and_plus_minus_zoom"),
    "F: fit all": (TIMELINE, "test_f_shows_everything"),
    "Ctrl+G: go to a date": ("test_timeline_in_window.py", "test_a_date_is_typed_in_words_and_gone_to"),
    "Ctrl+T: today": ("test_timeline_in_window.py", "test_ctrl_t_goes_to_today"),
    "Enter: edit, Del: delete": (TIMELINE, "test_enter_edits_and_delete_asks_to_delete"),
    "Del in the window": ("test_timeline_in_window.py", "test_delete_key_on_the_timeline"),
    "Ctrl+Z, Ctrl+Shift+Z: undo, redo": ("test_editing.py", "test_delete_and_undo"),
    "Ctrl+F: find": ("test_finding.py", "test_a_word_of_a_sentence_finds_its_event"),
    "Ctrl+K: palette": ("test_finding.py", "test_the_palette_does_an_action"),
    "Ctrl+Shift+F: all texts": ("test_finding.py", "test_words_are_found_in_all_texts_and_shown_there"),
    "/: in the text": ("test_text.py", "test_find_in_the_text_counts_and_goes_round"),
    "?: cheat sheet": ("test_finding.py", "test_question_mark_opens_the_cheat_sheet"),
    "Alt+Left, Alt+Right: through the text": ("test_selection.py", "test_alt_arrows_walk_through_the_text"),
    "N: new event": ("test_editing.py", "test_new_event_from_selected_text"),
    "L, U: link, unlink": ("test_editing.py", "test_link_and_unlink"),
    "T: correct the time": ("test_editing.py", "test_time_is_typed_in_words_and_read_as_one_types"),
    "Shift+T: correct the phrase": ("test_text.py", "test_a_phrase_is_corrected_by_keys"),
    "A, X: accept, reject, and on": ("test_editing.py", "test_accept_and_reject_go_on_to_the_next"),
    "Alt+Down, Alt+Up: the queue": ("test_review.py", "test_keys_walk_accept_reject_and_correct"),
    "M, S: merge, split": ("test_editing.py", "test_merge_and_split"),
    "Ctrl++, Ctrl+-: size of the text": ("test_text.py", "test_letters_grow_and_the_place_is_kept"),
    "drag a pane by its grip": ("test_preferences.py", "test_a_pane_is_dragged_to_the_other_side_by_its_grip"),
    "drag the edge of a pane": ("test_preferences.py", "test_the_edge_of_a_pane_is_dragged_and_its_width_comes_back"),
    "drop files": ("test_files.py", "test_files_dropped_on_the_window_are_read_in_the_worker"),
}
EVENTS = re.compile(  # what makes a real event: of pytest-qt, of Qt's own test library, of the tests' own drivers
    r"press\(|qtbot\.(?:key|mouse)|QTest\.|drag\(|click|wheel\(|\.key\(|QDropEvent|timeline\.\w+\(|drive"
)


@pytest.mark.parametrize("gesture", COVERED)
def test_the_test_of_a_gesture_is_there_and_moves_events(gesture: str) -> None:
    file, name = COVERED[gesture]
    source = (HERE / file).read_text("utf-8")
    found = re.search(rf"^def {name}\(.*?(?=^def |^@|\Z)", source, re.MULTILINE | re.DOTALL)
    assert found is not None, f"{file} has no {name}"
    assert EVENTS.search(found[0]), f"{name} moves no real event"
