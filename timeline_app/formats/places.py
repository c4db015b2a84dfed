"""Places where a project file is less safe than on a disk of this machine: network shares and synchronised folders."""

import os
import re
from pathlib import Path

_SYNCED = re.compile(
    r"dropbox|onedrive|google ?drive|my drive|icloud ?drive|mobile documents|nextcloud|owncloud|pcloud ?drive"
    r"|mega(?:sync)?|box sync|syncthing|seafile|yandex\.disk|proton ?drive",
    re.IGNORECASE,
)
_SYNC_MARKS = (".dropbox", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log")
_NETWORK = re.compile(
    r"nfs4?|cifs|smb[23]|smbfs|ncpfs|afs|davfs|ceph|9p"
    r"|fuse\.(?:sshfs|davfs2|rclone|gvfsd-fuse|s3fs|glusterfs|smbnetfs|curlftpfs)"
)


def place_warning(path: Path, mounts: Path = Path("/proc/mounts")) -> str | None:
    """A sentence about a file whose place is a network share or a synchronised folder, None elsewhere."""
    folder = Path(os.path.realpath(path)).parent
    if name := _synchronised(folder):
        return (
            f"{path.name} lies in a folder that is synchronised with other computers ({name}). Open it on one computer "
            "at a time, and let the synchronisation end before you open it elsewhere."
        )
    kind = _file_system(folder, mounts)
    if _NETWORK.fullmatch(kind):
        return (
            f"{path.name} lies on a network drive ({kind.removeprefix('fuse.')}). A lost connection can cost the last "
            "save; keep a copy on this computer."
        )
    return None


def _synchronised(folder: Path) -> str | None:
    for part in (folder, *folder.parents):
        if _SYNCED.fullmatch(part.name) or part.name.lower().startswith(("onedrive -", "onedrive-", "dropbox (")):
            return part.name
        if any((part / mark).exists() for mark in _SYNC_MARKS) and part != Path.home():
            return part.name
    return None


def _file_system(folder: Path, mounts: Path) -> str:
    """The type of the file system that holds a folder, empty where the system does not tell."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) >= 3:
            point = Path(fields[1].replace("\\040", " "))
            if (folder == point or point in folder.parents) and len(point.parts) >= best:
                best, kind = len(point.parts), fields[2]
    return kind
