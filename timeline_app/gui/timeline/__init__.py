"""The timeline: one view, its few graphics items, its gestures, and the picture drawn by the same painters."""
