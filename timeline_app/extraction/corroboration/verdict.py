"""How sure it is that two mentions tell one event."""

from enum import IntEnum


class Verdict(IntEnum):
    """How two mentions stand to each other, so that the worse of two verdicts is the smaller."""

    NEVER = 0  # opposite, swapped or at another time
    APART = 1  # nothing says that they are one
    LIKELY = 2  # for the analyst to decide
    SAME = 3
