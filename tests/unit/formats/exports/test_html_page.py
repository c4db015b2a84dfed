"""The web page: one file, no network, usable by keyboard, closed to whatever a source says."""

import json
import os
import re
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Self

import pytest

from timeline_app.formats.exports.export import Rendered, make_export
from timeline_app.formats.exports.html import render as render_html
from timeline_app.model.calendar import day_number
from timeline_app.model.change import Insert
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event
from timeline_app.model.time_value import TimeValue

Render = Callable[..., Rendered]
_LOADS = {"src", "srcset", "data", "action", "background", "poster", "ping", "style"}  # what may fetch something


class Chromium:
    """One page of a headless browser, driven over its debugging pipe: real keys, and all that it asks for or says."""

    def __init__(self, program: str, profile: Path) -> None:
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"]
        arguments += ["--disable-background-networking", "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        self._process = subprocess.Popen(  # it speaks on the pipes 3 and 4
            ["sh", "-c", 'exec "$@" 3<&0 4>&1 </dev/null >/dev/null', "sh", program, *arguments, "about:blank"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._out, self._in = self._process.stdin, self._process.stdout
        self._buffer, self._number, self._session = b"", 0, ""
        self.events: list[dict[str, Any]] = []
        target = next(t for t in self._page_targets() if t["type"] == "page")
        answer = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = answer["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.call(f"{domain}.enable")

    def _page_targets(self) -> list[dict[str, Any]]:
        for _ in range(100):
            targets: list[dict[str, Any]] = self.call("Target.getTargets")["targetInfos"]
            if any(target["type"] == "page" for target in targets):
                return targets
            time.sleep(0.1)
        raise TimeoutError("Chromium opened no page")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """One command and its answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], 60)
            assert ready, "Chromium does not answer"
            part = os.read(self._in.fileno(), 1 << 16)
            assert part, "Chromium has ended"
            self._buffer += part
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        """A key, pressed and let go."""
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._in.close()
        self._out.close()


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_loads_nothing_and_runs_only_its_own_script(render: Render) -> None:
    text = render("html").data.decode()
    tags = Tags(text).found
    assert [tag for tag, _ in tags].count("script") == 2  # its data and its own
    for tag, attributes in tags:
        assert not _LOADS & set(attributes), (tag, attributes)
        assert not any(name.startswith("on") for name in attributes)
        assert tag not in ("img", "link", "iframe", "object", "base", "form")
        if (target := attributes.get("href")) is not None:
            assert target.startswith("#")
    [policy] = [a["content"] for _, a in tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert len(re.findall("'sha256-[A-Za-z0-9+/]{43}='", policy)) == 2


def test_every_event_stands_in_the_list_without_a_script(render: Render) -> None:
    text = render("html").data.decode()
    assert text.count('<li id="e') == 22
    assert "44 BC" in text
    assert "&lt;img src=x onerror=alert(1)&gt;" in text
    assert 'data-theme="dark"' in render("html", dark=True).data.decode()


@pytest.fixture(scope="module")
def browser(whole_project: TimelineDocument, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium here to open the page with")
    folder = tmp_path_factory.mktemp("page")
    (folder / "page.html").write_bytes(render_html(make_export(whole_project)).data)
    with Chromium(program, folder / "profile") as opened:
        opened.call("Page.navigate", url=(folder / "page.html").as_uri())
        for _ in range(200):
            if opened.evaluate("document.documentElement?.dataset.ready") == "true":
                break
            time.sleep(0.05)
        yield opened


def test_it_opens_without_a_request_or_a_complaint(browser: Chromium) -> None:
    assert browser.evaluate("document.documentElement?.dataset.ready") == "true"
    assert browser.evaluate("document.querySelectorAll('ol.events > li').length") == 22
    assert browser.evaluate("getComputedStyle(document.querySelector('ol.events > li')).display") == "grid"
    requested = [
        e["params"]["request"]["url"] for e in browser.events if e.get("method") == "Network.requestWillBeSent"
    ]
    assert all(url.startswith("file:") and url.endswith("page.html") for url in requested), requested
    said = [e for e in browser.events if e.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown")]
    assert said == []


@contextmanager
def drawn_page(document: TimelineDocument, folder: Path) -> Iterator[Chromium]:
    """The page of a document, open; `window.drawn` holds each text ever drawn, with where it begins and ends."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium here to open the page with")
    (folder / "page.html").write_bytes(render_html(make_export(document)).data)
    with Chromium(program, folder / "profile") as page:
        page.call(
            "Page.addScriptToEvaluateOnNewDocument",
            source="""window.drawn = new Map(); const own = CanvasRenderingContext2D.prototype.fillText;
            CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
              window.drawn.set(text, [x, x + this.measureText(text).width]); own.call(this, text, x, y); };""",
        )
        page.call("Page.navigate", url=(folder / "page.html").as_uri())
        for _ in range(400):
            if page.evaluate("document.documentElement?.dataset.ready") == "true":
                break
            time.sleep(0.05)
        yield page


def texts_drawn(page: Chromium) -> list[str]:
    return list(page.evaluate("Array.from(window.drawn.keys())"))


def test_it_opens_where_most_events_are_and_counts_a_crowd(tmp_path: Path) -> None:
    document, first = TimelineDocument(), day_number(2024)
    document.apply(Insert(Event("founded", "Town founded", resolved=TimeValue.year(1250))))
    for number in range(1_600):  # five a day
        day = first + number // 5
        document.apply(Insert(Event(f"e{number:04}", f"Event {number:04}", resolved=TimeValue.days(day, day))))
    with drawn_page(document, tmp_path) as page:
        opened = texts_drawn(page)
        assert "‹ 1 earlier" in opened
        assert "1,600 events, at most" in "".join(opened)
        assert not any(text.startswith(("Event ", "Town ")) for text in opened)
        for _ in range(4):
            page.press("+", "+")
        near = texts_drawn(page)
        assert sum(text.startswith("Event ") for text in near) > 20
        assert any(text.endswith(" later ›") for text in near)
        page.press("0", "0")
        assert "1,601 events, at most" in "".join(texts_drawn(page)), "Fit shows all"


def test_every_event_has_a_row_and_no_label_is_cut(tmp_path: Path) -> None:
    document, days = TimelineDocument(), [*range(1, 29)] * 2
    for number, day in enumerate(days):  # two of each day, with labels as long as the page allows
        title = f"Event {number} " + "of a long winter " * (number % 9)
        document.apply(Insert(Event(f"e{number:02}", title, resolved=TimeValue.day(2024, 2, day))))
    with drawn_page(document, tmp_path) as page:
        for _ in days:  # each event is scrolled to and shown
            page.press("ArrowDown")
        edges = page.evaluate(
            "Array.from(window.drawn).filter(([text]) => text.startsWith('Event ')).map(([text, at]) => [text, ...at])"
        )
        marks = page.evaluate("Array.from(window.drawn).filter(([text]) => text.endsWith(' 2024'))")
        width = page.evaluate("document.getElementById('canvas').clientWidth")
        tall = page.evaluate("document.getElementById('chart').scrollHeight")
        low = page.evaluate("document.getElementById('chart').clientHeight")
        seen = page.evaluate("window.innerHeight")
    assert len(edges) == len(days)
    assert all(left >= 0 and right <= width for _, left, right in edges)
    assert len(marks) > 3
    assert all(right <= width for _, (_, right) in marks)
    assert tall > low, "there are more rows than the page has room for, and one can scroll to them"
    assert low < seen * 0.6, "the list below stays in view"


def painted(browser: Chromium) -> int:
    """How many of the picture's points are not blank."""
    script = """(() => { const c = document.getElementById('canvas');
        const p = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
        let n = 0; for (let i = 3; i < p.length; i += 4) n += p[i] > 0; return n; })()"""
    return int(browser.evaluate(script))


def current(browser: Chromium) -> Any:
    return browser.evaluate("document.querySelector('[aria-current]')?.id ?? null")


def test_the_keyboard_does_everything(browser: Chromium) -> None:
    assert painted(browser) > 2000
    browser.press("ArrowDown")
    assert current(browser) == "e0"
    assert browser.evaluate("document.activeElement.id") == "e0"
    browser.press("ArrowDown")
    assert current(browser) == "e1"
    browser.press("End")
    assert current(browser) == "e21"
    browser.press("Home")
    assert current(browser) == "e0"
    before = browser.evaluate("document.getElementById('canvas').toDataURL()")
    browser.press("+", "+")
    zoomed = browser.evaluate("document.getElementById('canvas').toDataURL()")
    assert zoomed != before
    browser.press("ArrowRight")
    assert browser.evaluate("document.getElementById('canvas').toDataURL()") != zoomed
    browser.press("Escape")
    assert current(browser) is None
    browser.press("/", "/")
    for letter in "pier":
        browser.press(letter, letter)
    assert browser.evaluate("document.getElementById('find').value") == "pier"
    assert browser.evaluate("document.getElementById('count').textContent") == "1 of 22 events"
    browser.press("Enter")
    assert browser.evaluate("document.querySelector('[aria-current] h3').textContent") == "Pier burned"
