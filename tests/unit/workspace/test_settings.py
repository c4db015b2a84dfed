"""Settings survive the program, and nonsense in their file does not harm it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from timeline_app.workspace.settings import KEYS, MAX_RECENT, THEME, AppSettings, Theme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def reopened(settings: AppSettings, path: Path) -> AppSettings:
    settings.sync()
    return AppSettings(path)


@pytest.mark.parametrize("key", KEYS, ids=lambda key: key.name)
def test_every_default_fits_its_type_and_is_explained(path: Path, key) -> None:  # type: ignore[no-untyped-def]
    assert isinstance(key.default, key.type)
    assert key.purpose
    assert AppSettings(path).value(key) == key.default


def test_values_survive(path: Path) -> None:
    settings = AppSettings(path)
    settings.theme = Theme.DARK
    settings.geometry = QByteArray(b"\x01\xd9\xd0\xcb")
    settings.window_state = QByteArray(b"\x00\x00\x00\xff")
    again = reopened(settings, path)
    assert again.theme is Theme.DARK
    assert (again.geometry, again.window_state) == (b"\x01\xd9\xd0\xcb", b"\x00\x00\x00\xff")


@pytest.mark.parametrize("count", [0, 1, 2, 15])
def test_recent_files_are_newest_first_and_few(path: Path, tmp_path: Path, count: int) -> None:
    settings = AppSettings(path)
    files = [tmp_path / f"case, {number}.tline" for number in range(count)]
    for file in files:
        settings.add_recent(file)
    assert reopened(settings, path).recent_files == files[::-1][:MAX_RECENT]


def test_a_file_opened_again_moves_to_the_head_and_a_lost_one_is_forgotten(path: Path, tmp_path: Path) -> None:
    settings = AppSettings(path)
    told: list[None] = []
    settings.recent_changed.connect(lambda: told.append(None))
    for name in ("a", "b", "a"):
        settings.add_recent(tmp_path / name)
    assert settings.recent_files == [tmp_path / "a", tmp_path / "b"]
    settings.remove_recent(tmp_path / "a")
    assert settings.recent_files == [tmp_path / "b"]
    settings.clear_recent()
    assert reopened(settings, path).recent_files == []
    assert len(told) == 5


def test_nonsense_counts_as_absent(path: Path) -> None:
    path.write_text("[appearance]\ntheme=purple\n[window]\ngeometry=7\n[files]\nrecent=@Invalid()\n")
    settings = AppSettings(path)
    assert settings.theme is Theme.SYSTEM
    assert settings.geometry == QByteArray()
    assert settings.recent_files == []


def test_a_value_of_the_wrong_type_is_refused(path: Path) -> None:
    with pytest.raises(TypeError, match="appearance/theme"):
        AppSettings(path).set_value(THEME, 3)
