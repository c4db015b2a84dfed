"""The program opens no internet socket, leaves no temporary file, and puts no text of a source into a log."""

import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

SECRET = "Marwisol"  # a name that is nowhere but in the source
REPORT = (
    f"BRENN, 14 October 2024 - The operator closed the bridge at {SECRET} last Wednesday. "
    "Inspectors met the minister this weekend. See https://example.org/report.html for more.\n"
)
PAGE = f"""<html><head><title>Bridge at {SECRET}</title><link rel="stylesheet" href="https://example.org/a.css">
<meta property="article:published_time" content="2024-10-14T10:00:00Z"></head>
<body><h1>Bridge at {SECRET}</h1><img src="https://example.org/x.png"><script src="https://example.org/x.js"></script>
<p>The operator closed the bridge at {SECRET} last Wednesday.</p></body></html>"""

# Python's own calls are trapped by an audit hook, Qt's by a factory that every QtNetwork request would go through; the
# library itself is not even loaded.
SESSION = """
    import os, sys
    seen = []

    def watch(event, arguments):
        if event.startswith("socket.") and event not in ("socket.gethostname",):
            family = getattr(arguments[0], "family", None) if arguments else None
            if event == "socket.__new__":
                family = arguments[1]
            if family not in (1, -1) or event.startswith(("socket.getaddrinfo", "socket.gethostbyname")):
                seen.append(f"{event} {arguments[1:]}")

    sys.addaudithook(watch)
    from pathlib import Path
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from timeline_app.cli.window import worker_command
    from timeline_app.formats.exports.export import make_export, write_export
    from timeline_app.gui.assembly import build_window
    from timeline_app.gui.export_formats import FORMATS
    from timeline_app.gui.safety import Safety
    from timeline_app.workspace import operations
    from timeline_app.workspace.settings import AppSettings

    folder = Path(sys.argv[1])
    application = QApplication([])
    window = build_window(worker_command(), AppSettings(folder / "settings.ini"))
    safety = Safety(window, folder / "program")
    window.show()

    def finish():
        store = window.store
        assert len(store.document.sources) == 2, store.document.sources
        assert store.document.events
        for event_id in list(store.document.events)[:3]:
            window.selection.select_events([event_id])
            application.processEvents()
        for source_id in store.document.sources:
            window.selection.select_source(source_id)
            application.processEvents()
        operations.edit_events(store, list(store.document.events)[:1], notes="mine")
        for kind in FORMATS:
            write_export(make_export(store.document), kind, folder / ("out-" + kind.id + kind.suffix))
        store.save(folder / "case.tline")
        window.close()
        application.quit()

    window._jobs.finished.connect(lambda: QTimer.singleShot(300, finish))
    files = [folder / "report.txt", folder / "page.html"]
    QTimer.singleShot(0, lambda: window.imports.import_files(files))
    QTimer.singleShot(100_000, application.quit)
    application.exec()
    loaded = [name for name in sys.modules if name in ("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "requests")]
    assert (folder / "case.tline").exists(), "the session did not come to its end"
    print("SOCKETS", seen, "LOADED", loaded)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("privacy")
    (made / "report.txt").write_text(REPORT)
    (made / "page.html").write_text(PAGE)
    (made / "tmp").mkdir()
    (made / "home").mkdir()
    (made / "session.py").write_text(textwrap.dedent(SESSION))
    return made


@pytest.fixture(scope="module")
def without_network() -> list[str]:
    """The command before a command that takes every network device away, empty where that is not permitted."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return []
    namespace = [unshare, "-rn"] if os.geteuid() else [unshare, "-n"]
    return [] if subprocess.run([*namespace, "true"], capture_output=True, check=False).returncode else namespace


def traced(trace: Path) -> list[str]:
    """The command before a command that notes every socket of it and its children, empty without strace."""
    strace = shutil.which("strace")
    options = ["-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect", "-o", str(trace)]
    return [strace, *options] if strace else []


def sockets(trace: Path) -> list[str]:
    """The internet sockets in what strace saw."""
    return [line for line in trace.read_text("utf-8", "replace").splitlines() if "AF_INET" in line]


def environment(folder: Path) -> dict[str, str]:
    places = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), str(folder / "home"))
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder / "tmp"), **places}


@pytest.fixture(scope="module")
def session(folder: Path, without_network: list[str]) -> subprocess.CompletedProcess[str]:
    """Import, analysis, viewing, editing, every export and saving in the real window, with its real worker."""
    command = [*traced(folder / "trace"), *without_network, sys.executable, str(folder / "session.py"), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, env=environment(folder), cwd=folder, check=False)


def test_a_whole_session_opens_no_internet_socket(session: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert session.returncode == 0, session.stderr[-2_000:]
    assert "SOCKETS [] LOADED []" in session.stdout
    if shutil.which("strace"):
        assert sockets(folder / "trace") == [], "a child or a C library opened one"


def test_a_whole_session_needs_no_network_device(
    session: subprocess.CompletedProcess[str], without_network: list[str]
) -> None:
    if not without_network:
        pytest.skip("this machine does not permit a network namespace (unshare -n)")
    assert session.returncode == 0, session.stderr[-2_000:]


def test_nothing_is_left_behind_and_no_text_of_a_source_is_logged(
    session: subprocess.CompletedProcess[str], folder: Path
) -> None:
    assert [p for p in (folder / "tmp").rglob("*") if p.is_file()] == [], "temporary files are removed"
    assert SECRET not in session.stdout + session.stderr
    kept = [*(folder / "home").rglob("*"), *(folder / "program").rglob("*")]
    assert [p.name for p in kept if p.is_file() and SECRET.encode() in p.read_bytes()] == []


def test_the_command_line_opens_none_either(folder: Path) -> None:
    """Reading, analysis and every output, seen from outside."""
    if not (prefix := traced(folder / "trace-extract")):
        pytest.skip("strace is not installed")
    command = [*prefix, sys.executable, "-P", "-m", "timeline_app", "extract", "report.txt", "page.html"]
    outputs = ["--project", "p.tline", "--csv", "e.csv", "--json", "e.json"]
    done = subprocess.run(
        [*command, *outputs], capture_output=True, text=True, cwd=folder, env=environment(folder), check=False
    )
    assert done.returncode == 0, done.stderr
    assert sockets(folder / "trace-extract") == []
    assert SECRET not in done.stderr
    assert json.loads((folder / "e.json").read_text())["events"]
    assert [p for p in (folder / "tmp").rglob("*") if p.is_file()] == []


def test_a_process_that_refused_the_network_has_none() -> None:
    program = """
        import socket
        from timeline_app.cli.offline import refuse_network
        refuse_network()
        for deed in (
            lambda: socket.socket(),
            lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
            lambda: socket.create_connection(("127.0.0.1", 9)),
            lambda: socket.getaddrinfo("example.org", 80),
            lambda: __import__("urllib.request").request.urlopen("http://example.org"),
        ):
            try:
                deed()
            except OSError as error:
                print(type(error).__name__)
        socket.socketpair()
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["PermissionError"] * 4 + ["URLError"]
