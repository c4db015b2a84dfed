"""Temporary folders are for their user alone, and those of killed processes go."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from timeline_app.formats.private_folder import PrivateFolder, remove_left_folders

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes and signals of POSIX")

KILLED = """
    from pathlib import Path
    from timeline_app.formats.private_folder import PrivateFolder
    made = PrivateFolder()
    Path(made.name, "copy.tline").write_text("names of informants")
    print(made.name, flush=True)
    import time
    time.sleep(600)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_private_folder_is_for_its_user_alone_and_goes_at_the_end(temporary: Path) -> None:
    with PrivateFolder() as name:
        assert Path(name).stat().st_mode & 0o777 == 0o700
        assert Path(name).parent == temporary
    assert list(temporary.iterdir()) == []


def test_the_folder_of_a_killed_process_goes_at_the_next_start_and_no_other(temporary: Path) -> None:
    program = "\n".join(line[4:] for line in KILLED.splitlines())
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env={**os.environ, "TMPDIR": str(temporary)}
    )
    assert process.stdout is not None
    left = Path(process.stdout.readline().strip())
    remove_left_folders()
    assert (left / "copy.tline").exists(), "its process still runs"
    process.send_signal(signal.SIGKILL)
    process.wait(60)
    process.stdout.close()
    assert (left / "copy.tline").exists()
    others = temporary / "others"
    others.mkdir()
    (others / "kept").write_text("x")
    (temporary / "timeline-app-4194303-link").symlink_to(others)
    (temporary / "timeline-app-notes").mkdir()
    with PrivateFolder() as mine:
        remove_left_folders()
        assert Path(mine).is_dir()
    assert not left.exists()
    assert (others / "kept").exists()
    assert sorted(p.name for p in temporary.iterdir()) == ["others", "timeline-app-4194303-link", "timeline-app-notes"]
