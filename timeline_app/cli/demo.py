"""`timeline-app demo`: the bundled sample in the window, or, without a display, printed and written to files."""

import argparse

from timeline_app.cli.headless import sample_files
from timeline_app.cli.window import open_window


def configure(parser: argparse.ArgumentParser) -> None:
    """Has no arguments."""


def run(options: argparse.Namespace) -> int:
    """Opens the window on the sample, or shows it headless."""
    return open_window(None, sample_files())
