#!/bin/sh
# Builds the folder that runs without Python into dist/timeline-app, and on Debian the package dist/*.deb beside it.
# Usage: build.sh    (needs the development environment in .venv: make package)
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
python=.venv/bin/python
[ -x "$python" ] || python=.venv/Scripts/python.exe

"$python" packaging/manual.py >/dev/null
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller packaging/timeline-app.spec

# The language library's extension modules carry 100 MB of debugging symbols; others break when they are stripped.
if [ "$(uname -s)" = Linux ] && command -v strip >/dev/null; then
    find dist/timeline-app/_internal -regex '.*/\(spacy\|thinc\|blis\|preshed\|cymem\|murmurhash\|srsly\)/.*\.so' \
        -exec strip --strip-debug {} +
fi
du -sh dist/timeline-app | cut -f 1 | sed 's/^/dist\/timeline-app: /'

if command -v dpkg-deb >/dev/null; then
    packaging/debian/build.sh
fi
