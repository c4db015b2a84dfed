"""Dialogs: questions that need an answer, and pages that only tell."""
