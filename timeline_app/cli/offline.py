"""No network: the process refuses every internet socket, whichever library asks for one.

Some libraries probe for IPv6 while they are imported.  An audit hook (PEP 578) stops them before the system is asked;
it cannot be taken away again, so nothing that runs later can reach the network either.
"""

import sys
from typing import Any

_AF_UNIX = 1  # the sockets of processes that talk to each other on this machine
_LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})
_state = {"refuses": False}


def refuse_network() -> None:
    """From now on an internet socket, or the question for an address, is a PermissionError in this process."""
    if not _state["refuses"]:
        _state["refuses"] = True
        sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.__new__":
        if arguments[1] not in (_AF_UNIX, -1):  # -1: of an open descriptor, whose family was asked for before
            raise PermissionError("this program opens no internet socket")
    elif event in _LOOKUPS:
        raise PermissionError("this program looks up no address")
