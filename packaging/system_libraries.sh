#!/bin/sh
# Checks for the system libraries that Qt's wheels expect on Linux, and installs the missing ones where apt may be used.
# Usage: system_libraries.sh    (exit 0: all there or installed; 1: something is missing, named in one line)
set -u

[ "$(uname -s)" = Linux ] || exit 0

# shared object : Debian package.  The first six are enough without a screen; the xcb ones draw on X11.
LIBRARIES="
libGL.so.1:libgl1
libEGL.so.1:libegl1
libxkbcommon.so.0:libxkbcommon0
libfontconfig.so.1:libfontconfig1
libdbus-1.so.3:libdbus-1-3
libglib-2.0.so.0:libglib2.0-0
libxcb-cursor.so.0:libxcb-cursor0
libxkbcommon-x11.so.0:libxkbcommon-x11-0
libxcb-icccm.so.4:libxcb-icccm4
libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-shape.so.0:libxcb-shape0
"

known=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || true)

have_library() {
    case "$known" in *"$1 "*) return 0 ;; esac
    # Distributions without an ldconfig cache: look in the usual folders.
    for folder in /lib /usr/lib /lib64 /usr/lib64 /usr/lib/*-linux-gnu; do
        [ -e "$folder/$1" ] && return 0
    done
    return 1
}

have_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/nonexistent}/.fonts" "${HOME:-/nonexistent}/.local/share/fonts"; do
        [ -n "$(find "$folder" \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) 2>/dev/null | head -n 1)" ] && return 0
    done
    return 1
}

missing=""
for entry in $LIBRARIES; do
    have_library "${entry%%:*}" || missing="$missing ${entry##*:}"
done
have_font || missing="$missing fonts-dejavu-core"
[ -z "$missing" ] && exit 0

install() {
    echo "Installing the system libraries that Qt needs:$missing"
    # shellcheck disable=SC2086  # one word a package
    $1 apt-get install -y -q --no-install-recommends $missing >/dev/null 2>&1 && return 0
    # shellcheck disable=SC2086
    $1 apt-get update -q >/dev/null 2>&1 && $1 apt-get install -y -q --no-install-recommends $missing >/dev/null
}

if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        install "env DEBIAN_FRONTEND=noninteractive" && exit 0
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        install "sudo -n env DEBIAN_FRONTEND=noninteractive" && exit 0
    fi
    echo "Qt needs system libraries that are missing; please run:  sudo apt-get install$missing" >&2
else
    echo "Qt needs system libraries that are missing (names as in Debian):$missing; install them with your package manager." >&2
fi
exit 1
