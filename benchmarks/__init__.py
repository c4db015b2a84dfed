"""Measurements: accuracy against gold, and speed as ratios taken within one run.  Never part of the tests."""
