"""The worker lets the window go first."""

import os
import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="priorities are classes there")
def test_the_worker_steps_back_behind_who_started_it() -> None:
    command = [sys.executable, "-P", "-m", "timeline_app", "worker"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin
        assert worker.stdout
        worker.stdout.readline()  # it is ready
        niceness = os.getpriority(os.PRIO_PROCESS, worker.pid)
        worker.stdin.close()
    assert niceness > os.getpriority(os.PRIO_PROCESS, 0)
