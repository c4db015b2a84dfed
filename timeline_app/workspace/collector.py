"""The garbage collector and a project that grows: what is there to stay is set aside from its searches.

A full collection looks at every object that there is.  A project of a thousand documents has millions, all of them
records without cycles that live as long as it does: looking at them takes a quarter of a second and finds nothing.
"""

import gc

_OFTEN = (700, 10, 4)  # Python's own thresholds, but full searches more often, each of which has less to look at


def pause() -> None:
    """Searches nothing until `resume`: while a program loads, everything that comes into being stays."""
    gc.disable()


def resume() -> None:
    """Searches again, but not what has been loaded meanwhile, nor ever what outlived a full search."""
    gc.freeze()
    gc.set_threshold(*_OFTEN)
    gc.enable()
    if _after_search not in gc.callbacks:
        gc.callbacks.append(_after_search)


def _after_search(phase: str, info: dict[str, int]) -> None:
    """A full search looks only at what came since the last one: some milliseconds, however large the project."""
    if phase == "stop" and info["generation"] == 2:
        gc.freeze()


def set_aside() -> None:
    """Takes everything that exists out of later collections, after what is young and unreachable was collected.

    Records are still freed as soon as nothing refers to them.
    """
    gc.collect(1)
    gc.freeze()
