"""Every state looks as it was approved."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

HERE = Path(__file__).resolve().parent
APPROVED = HERE / "approved"
PLAIN = 48  # of 255: a difference that can be seen in one pixel
SHARE = 0.006  # of the pixels that may differ so: letters of another Qt stand a little otherwise


pytestmark = pytest.mark.timeout(900)  # drawing every state takes long on a busy machine


@pytest.fixture(scope="module", params=["1", "2"])
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Every state drawn anew at one scale."""
    folder = tmp_path_factory.mktemp(f"pictures{request.param}")
    environment = os.environ | {"QT_SCALE_FACTOR": request.param, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-P", str(HERE / "draw.py"), str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    return request.param, folder


def pixels(path: Path) -> np.ndarray:
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4).astype(np.int16)


def test_every_state_looks_as_approved(drawn: tuple[str, Path]) -> None:
    scale, folder = drawn
    approved = {path.name for path in APPROVED.glob(f"*@{scale}x.png")}
    assert approved == {path.name for path in folder.glob("*.png")}
    changed = []
    for name in sorted(approved):
        old, new = pixels(APPROVED / name), pixels(folder / name)
        if old.shape != new.shape:
            changed.append(f"{name}: {old.shape} became {new.shape}")
            continue
        differ = (np.abs(old - new).max(axis=2) > PLAIN).mean()
        if differ > SHARE:
            changed.append(f"{name}: {differ:.1%} of the pixels differ, see {folder / name}")
    assert not changed, "; ".join(changed)
