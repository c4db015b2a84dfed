"""A project on a network share or in a synchronised folder is told of once, others never."""

from pathlib import Path

import pytest

from timeline_app.formats.places import place_warning

MOUNTS = """/dev/vda / ext4 rw 0 0
server:/export {root}/share nfs4 rw 0 0
//nas/case {root}/my\\040nas cifs rw 0 0
user@host: {root}/ssh fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("case", None),
        ("share/team", "network drive (nfs4)"),
        ("my nas", "network drive (cifs)"),
        ("ssh", "network drive (sshfs)"),
        ("Dropbox/case", "synchronised with other computers (Dropbox)"),
        ("OneDrive - Agency/case", "synchronised"),
        ("Nextcloud", "synchronised"),
        ("dropbox-exports", None),
        ("syncthing-less", None),
    ],
)
def test_places_are_told_apart(tmp_path: Path, place: str, words: str | None) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(root=tmp_path))
    (tmp_path / place).mkdir(parents=True)
    found = place_warning(tmp_path / place / "case.tline", mounts)
    assert (found is None) == (words is None), found
    assert (words or "") in (found or "")


def test_a_folder_that_a_synchroniser_marked_is_told(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    assert "synchronised" in (place_warning(tmp_path / "case.tline", tmp_path / "none") or "")


def test_a_link_into_such_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "link.tline").symlink_to(tmp_path / "Dropbox" / "case.tline")
    assert place_warning(tmp_path / "link.tline", tmp_path / "none")
