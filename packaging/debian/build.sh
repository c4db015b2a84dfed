#!/bin/sh
# Makes dist/timeline-app_VERSION_ARCH.deb of the folder that build.sh has built.  LEVEL (0-9) trades size for time.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml | head -n 1)
architecture=$(dpkg --print-architecture)
glibc=$(ldd --version | sed -n '1s/.* //p')
date=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y-%m-%d)
tree=build/deb
deb="dist/timeline-app_${version}_${architecture}.deb"

rm -rf "$tree"
mkdir -p "$tree/DEBIAN" "$tree/usr/bin" "$tree/usr/lib" "$tree/usr/share/applications" "$tree/usr/share/mime/packages" \
    "$tree/usr/share/metainfo" "$tree/usr/share/man/man1" "$tree/usr/share/doc/timeline-app"
cp -a dist/timeline-app "$tree/usr/lib/timeline-app"
ln -s ../lib/timeline-app/timeline-app "$tree/usr/bin/timeline-app"
cp packaging/debian/timeline-app.desktop "$tree/usr/share/applications/"
cp packaging/debian/timeline-app.xml "$tree/usr/share/mime/packages/"
sed "s/@VERSION@/$version/; s/@DATE@/$date/" packaging/debian/app.timeline_app.timeline.metainfo.xml \
    >"$tree/usr/share/metainfo/app.timeline_app.timeline.metainfo.xml"
for size in 16 24 32 48 64 128 256 512; do
    icons="$tree/usr/share/icons/hicolor/${size}x${size}"
    mkdir -p "$icons/apps" "$icons/mimetypes"
    cp "build/icons/timeline-app-$size.png" "$icons/apps/timeline-app.png"
    cp "build/icons/timeline-app-$size.png" "$icons/mimetypes/application-x-timeline-project.png"
done
mkdir -p "$tree/usr/share/icons/hicolor/scalable/apps"
cp resources/icons/timeline-app.svg "$tree/usr/share/icons/hicolor/scalable/apps/timeline-app.svg"
gzip -9 -n -c docs/timeline-app.1 >"$tree/usr/share/man/man1/timeline-app.1.gz"
gzip -9 -n -c CHANGELOG.md >"$tree/usr/share/doc/timeline-app/changelog.gz"
{ cat LICENSE; printf '\n\n'; cat THIRD-PARTY-NOTICES.txt; } >"$tree/usr/share/doc/timeline-app/copyright"

cat >"$tree/DEBIAN/control" <<CONTROL
Package: timeline-app
Version: $version
Architecture: $architecture
Maintainer: The timeline-app authors <timeline-app@localhost>
Installed-Size: $(du -sk "$tree/usr" | cut -f 1)
Depends: libc6 (>= $glibc), libgl1, libegl1, libxkbcommon0, libfontconfig1, libdbus-1-3, libglib2.0-0 | libglib2.0-0t64, libxcb-cursor0, libxkbcommon-x11-0, libxcb-icccm4, libxcb-keysyms1, libxcb-shape0, libxcb-image0, libxcb-render-util0, libxcb-randr0, libxcb-xinerama0, fonts-dejavu-core
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Section: misc
Priority: optional
Description: The analyst's timeline
 Reads articles and reports, resolves every time expression against the context
 the text was published in, turns the sentences into dated events and draws them
 on a timeline that can be corrected. Opens no network connection.
CONTROL
find "$tree" -type d -exec chmod 755 {} +
find "$tree/usr" -type f ! -perm -u+x -exec chmod 644 {} +
dpkg-deb --root-owner-group -Zxz "-z${LEVEL:-6}" --build "$tree" "$deb" >/dev/null
echo "${LEVEL:-6}" >"${deb%.deb}.level"  # benchmarks/package.py tells it
du -h "$deb" | cut -f 1 | sed "s|^|$deb: |"
