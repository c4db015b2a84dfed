"""What Windows shows of the program in its properties."""

from PyInstaller.utils.win32.versioninfo import (
    FixedFileInfo,
    StringFileInfo,
    StringStruct,
    StringTable,
    VarFileInfo,
    VarStruct,
    VSVersionInfo,
)

_ENGLISH, _UNICODE = 0x0409, 1200


def windows_version(version: str, description: str) -> VSVersionInfo:
    """The version resource of the program."""
    numbers = (*(int(part) for part in version.split(".")[:3]), 0)
    words = {
        "FileDescription": "Timeline",
        "FileVersion": version,
        "InternalName": "timeline-app",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "timeline-app.exe",
        "ProductName": "Timeline",
        "ProductVersion": version,
        "Comments": description,
    }
    table = StringTable(f"{_ENGLISH:04X}{_UNICODE:04X}", [StringStruct(name, text) for name, text in words.items()])
    return VSVersionInfo(
        ffi=FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[StringFileInfo([table]), VarFileInfo([VarStruct("Translation", [_ENGLISH, _UNICODE])])],
    )
