#!/bin/sh
# Installs dist/*.deb on a clean Debian root and uses the program there: headless, under X, from the desktop's view.
# Usage: sudo packaging/test_package.sh    (needs root, debootstrap, Xvfb, xdotool; CLEAN_ROOT names a root made before)
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
deb=$(ls -t dist/timeline-app_*.deb 2>/dev/null | head -n 1)
suite=${SUITE:-bookworm}
clean=${CLEAN_ROOT:-build/clean-root}
place=$root/build/test-root
screen=""

fail() { echo "package-test: $*" >&2; exit 1; }
step() { echo "package-test: $*"; }
inside() { chroot "$place" env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin HOME=/root LANG=C.UTF-8 "$@"; }
tidy() {
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    for mounted in proc dev; do umount "$place/$mounted" 2>/dev/null || true; done
}
trap tidy EXIT

[ -n "$deb" ] || fail "there is no package in dist/; run make package first"
[ "$(id -u)" = 0 ] || fail "a clean root can only be made by the superuser; run it with sudo"
for tool in Xvfb xdotool; do command -v $tool >/dev/null || fail "$tool is needed"; done
if [ ! -d "$clean/usr" ]; then
    command -v debootstrap >/dev/null || fail "debootstrap is needed to make a clean root"
    step "making a clean $suite root"
    debootstrap --variant=minbase "$suite" "$clean" >build/debootstrap.log 2>&1 || fail "no clean root: build/debootstrap.log"
fi

step "copying the clean root"
tidy
rm -rf --one-file-system "$place"  # never into /proc or /dev, should they still be mounted
cp -a "$clean" "$place"
cp /etc/resolv.conf "$place/etc/resolv.conf"
mount --bind /proc "$place/proc" 2>/dev/null || step "no /proc inside: this machine lets nobody mount"
mount --bind /dev "$place/dev" 2>/dev/null || true
[ ! -e "$place/usr/bin/python3" ] || fail "the root is not clean: it has a Python"

step "installing $(basename "$deb") with its dependencies"
cp "$deb" "$place/tmp/"
inside apt-get update -qq >build/apt.log 2>&1 || fail "apt-get update: build/apt.log"
inside apt-get install -y -qq --no-install-recommends "/tmp/$(basename "$deb")" >>build/apt.log 2>&1 || fail "install: build/apt.log"
rm "$place/tmp/$(basename "$deb")"
[ ! -e "$place/usr/bin/python3" ] || fail "the package drew in a Python"

step "headless: demo, extract, annotate in two processes, import and every export"
inside timeline-app --version
mkdir -p "$place/tmp/case"
cat >"$place/tmp/case/report.txt" <<'REPORT'
Lock gates fail at Tarrow

TARROW, October 14, 2021 - The lock gates at Tarrow failed on Tuesday, the canal trust said. Divers inspected the lock
last weekend.
REPORT
printf '<html><head><title>Fire at Tarrow</title></head><body><article><h1>Fire at Tarrow</h1><p>Published: 14 October 2021</p><p>%s</p></article></body></html>' \
    "A barn burned down at Tarrow on Monday, the fire brigade said. Nobody was hurt in the blaze, which began at noon." \
    >"$place/tmp/case/page.html"
printf '{"id": 1, "text": "It burned on Monday.", "published": "2021-10-14"}\n{"id": 2, "text": "Er kam gestern.", "published": "2021-10-14", "language": "de"}\n' >"$place/tmp/case/lines.jsonl"
inside sh -ec '
    cd /tmp/case
    timeline-app demo >demo.txt 2>demo.err && test -s timeline.csv && test -s timeline.png
    timeline-app extract --published 2021-10-14 report.txt page.html --project case.tline
    timeline-app export case.tline >case.txt && grep -q "12 October 2021" case.txt && grep -q "11 October 2021" case.txt
    timeline-app annotate --jobs 2 lines.jsonl >lines.out && grep -c 2021-10 lines.out | grep -q 2
    for format in csv xlsx docx markdown html json timelinejs-json timelinejs-csv vis-timeline timesketch-csv \
        timesketch-jsonl icalendar markwhen edtf timeml png svg pdf; do
        timeline-app export case.tline "out.$format" --format $format 2>>export.err && test -s "out.$format"
    done
    timeline-app import out.csv --into again.tline
' || { tail -n 20 "$place"/tmp/case/*.err >&2; fail "the headless program failed"; }

step "the desktop's view: kind of a project, menu entry, software centre, manual"
inside apt-get install -y -qq --no-install-recommends shared-mime-info desktop-file-utils libglib2.0-bin appstream man-db >>build/apt.log 2>&1
inside gio info -a standard::content-type /tmp/case/case.tline | grep -q application/x-timeline-project || fail "a project's kind is not known"
cp "$place/tmp/case/case.tline" "$place/tmp/case/nameless"
inside gio info -a standard::content-type /tmp/case/nameless | grep -q application/x-timeline-project || fail "a project is not known by its content"
inside desktop-file-validate /usr/share/applications/timeline-app.desktop
inside appstreamcli validate --no-net --explain /usr/share/metainfo/app.timeline_app.timeline.metainfo.xml || fail "AppStream data"
inside man -w timeline-app >/dev/null || fail "no manual page"
inside gio mime application/x-timeline-project | grep -q timeline-app.desktop || fail "a double-click would not open a project"

step "under X: the window on a project, closed by its own key"
rm -f build/display
Xvfb -displayfd 3 -screen 0 1600x1000x24 3>build/display >/dev/null 2>&1 &  # a display that nobody else has
screen=$!
for _ in $(seq 100); do [ -s build/display ] && break; sleep 0.1; done
[ -s build/display ] || fail "no X server"
display=:$(cat build/display)

windows() { DISPLAY=$display xdotool search --onlyvisible --name 'case.*Timeline' 2>/dev/null || true; }
await_window() {
    started=$(date +%s%N)
    for _ in $(seq 1200); do
        window=$(windows | head -n 1)
        [ -z "$window" ] || break
        sleep 0.1
    done
    [ -n "$window" ] || { cat build/window.log >&2; fail "no window within 2 minutes"; }
    step "window there after $(( ($(date +%s%N) - started) / 1000000 )) ms"
}
close_window() {
    sleep 10
    if command -v import >/dev/null; then DISPLAY=$display import -window root build/package-window.png; fi
    DISPLAY=$display xdotool windowfocus "$window" key ctrl+q
    for _ in $(seq 600); do [ -n "$(windows)" ] || return 0; sleep 0.1; done
    fail "Ctrl+Q did not close the window"
}

inside env DISPLAY=$display timeline-app /tmp/case/case.tline >build/window.log 2>&1 &
program=$!
await_window
close_window
wait $program || { cat build/window.log >&2; fail "the window's program failed"; }
grep -i "traceback\|error" build/window.log && fail "the window's program complained" || true

step "a double-click: the desktop's own way to open a project"
inside env DISPLAY=$display gio open /tmp/case/case.tline >build/window.log 2>&1
await_window
close_window

step "removing it again"
inside apt-get purge -y -qq timeline-app >>build/apt.log 2>&1
[ ! -e "$place/usr/lib/timeline-app" ] || fail "something was left in /usr/lib/timeline-app"
step "all well"
