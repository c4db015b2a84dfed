"""What tests of every kind use."""

import ctypes
import os
import sys
from collections.abc import Callable, Iterator

import pytest

_VERSION_3 = 0x20080522  # of capset(2): two words of 32 capabilities
_OVERRIDES = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (capabilities(7))
_DROP = 24  # PR_CAPBSET_DROP of prctl(2)


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """For one test, the superuser may read and write no more than the modes of files allow, as everybody else."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("root may write everywhere")
    effective, permitted, inheritable = _capabilities()
    _set_capabilities(_without(effective), permitted, inheritable)
    yield
    _set_capabilities(effective, permitted, inheritable)


@pytest.fixture
def as_ordinary_user() -> Callable[[], None]:
    """The same for a process that is started: its `preexec_fn`."""
    if os.geteuid() == 0 and sys.platform != "linux":
        pytest.skip("root may write everywhere")
    return _give_up_for_good if os.geteuid() == 0 else lambda: None


def _give_up_for_good() -> None:
    for number in _OVERRIDES:
        _call("prctl", _DROP, number, 0, 0, 0)
    effective, permitted, inheritable = _capabilities()
    _set_capabilities(_without(effective), _without(permitted), inheritable)


def _without(capabilities: int) -> int:
    return capabilities & ~sum(1 << number for number in _OVERRIDES)


def _capabilities() -> tuple[int, int, int]:
    """The capabilities of this thread: effective, permitted, inheritable."""
    header, data = (ctypes.c_uint32 * 2)(_VERSION_3, 0), (ctypes.c_uint32 * 6)()
    _call("capget", header, data)
    return tuple(data[word] | data[word + 3] << 32 for word in range(3))  # type: ignore[return-value]


def _set_capabilities(*words: int) -> None:
    header, data = (ctypes.c_uint32 * 2)(_VERSION_3, 0), (ctypes.c_uint32 * 6)()
    for number, word in enumerate(words):
        data[number], data[number + 3] = word & 0xFFFF_FFFF, word >> 32
    _call("capset", header, data)


def _call(name: str, *arguments: object) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*arguments):
        raise OSError(ctypes.get_errno(), name)
