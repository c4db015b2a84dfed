"""Any sequence of operations, undone completely, gives the same document; redone, the same again; saved, the same."""

import ast
import contextlib
import copy
import inspect
import itertools
import re
import shutil
import tempfile
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QAbstractItemModelTester

import timeline_app
from timeline_app.extraction.corroboration import Group
from timeline_app.extraction.source_analysis import SourceAnalysis
from timeline_app.formats.imports.plan import ImportPlan
from timeline_app.formats.project_file import load_project, save_project
from timeline_app.model.annotation import Modality
from timeline_app.model.change import Insert, Replace
from timeline_app.model.codec import to_json
from timeline_app.model.document import TimelineDocument
from timeline_app.model.event import Event, Status
from timeline_app.model.expression import Relative
from timeline_app.model.granularity import Granularity
from timeline_app.model.ids import new_id
from timeline_app.model.pair import Pair, Verdict
from timeline_app.model.source import SegmentKind
from timeline_app.model.time_value import TimeValue
from timeline_app.model.token import Span
from timeline_app.temporal.phrase import PhraseError
from timeline_app.workspace import carrying, operations, views
from timeline_app.workspace.autosave import Autosave
from timeline_app.workspace.event_columns import ColumnId
from timeline_app.workspace.event_order import EventOrder
from timeline_app.workspace.event_table import EventTableModel
from timeline_app.workspace.selection import Selection
from timeline_app.workspace.store import DocumentStore

THIRD = "Yesterday the envoys met in Varna."


class Analyst:
    """Draws a random action and carries it out; an action that makes no sense here is passed over."""

    def __init__(self, store: DocumentStore, data: st.DataObject, third: SourceAnalysis) -> None:
        self.store = store
        self.data = data
        self.third = third

    @property
    def document(self) -> TimelineDocument:
        return self.store.document

    def act(self) -> None:
        action = self.data.draw(st.sampled_from(ACTIONS), label="action")
        with contextlib.suppress(PhraseError, ValueError):
            action(self)

    def events(self, least: int = 1) -> list[str]:
        ids = sorted(self.document.events)
        if len(ids) < least:
            raise ValueError("too few events")
        return self.data.draw(st.lists(st.sampled_from(ids), min_size=least, max_size=3, unique=True))

    def event(self) -> str:
        return self.events()[0]

    def source(self) -> str:
        if not self.document.sources:
            raise ValueError("no source")
        return self.data.draw(st.sampled_from(sorted(self.document.sources)))

    def span(self, source_id: str) -> Span:
        length = len(self.document.sources[source_id].text)
        start, end = sorted((self.number(0, length), self.number(0, length)))
        return Span(start, end)

    def number(self, low: int, high: int) -> int:
        return self.data.draw(st.integers(low, high))

    def day(self) -> TimeValue:
        return TimeValue.day(2018, 5, self.number(1, 31))

    def edit(self) -> None:
        operations.edit_events(self.store, self.events(), title=f"Title {self.number(0, 3)}", modality=Modality.DENIED)

    def note(self) -> None:
        operations.edit_events(self.store, self.events(), notes=f"Note {self.number(0, 3)}")

    def type_time(self) -> None:
        operations.set_time(self.store, self.events(), f"2018-05-{self.number(0, 31):02}")

    def clear(self) -> None:
        operations.clear_override(self.store, self.events())

    def override(self) -> None:
        operations.set_override(self.store, self.event(), self.day(), "typed")

    def overrides(self) -> None:
        operations.set_overrides(self.store, {id_: self.day() for id_ in self.events()})

    def move(self) -> None:
        operations.move_events(self.store, {id_: self.number(-9, 9) * 43_200 for id_ in self.events()})

    def accept(self) -> None:
        operations.accept_events(self.store, self.events())

    def reject(self) -> None:
        operations.reject_events(self.store, self.events())

    def add(self) -> None:
        source = self.source()
        operations.add_event(self.store, source, self.span(source))

    def draw(self) -> None:
        operations.add_event(self.store, title="Drawn", time=self.day())

    def delete(self) -> None:
        operations.delete_events(self.store, self.events())

    def link(self) -> None:
        source = self.source()
        operations.link_sentence(self.store, self.event(), source, self.span(source))

    def unlink(self) -> None:
        if self.document.links:
            operations.unlink(self.store, self.data.draw(st.sampled_from(sorted(self.document.links))))

    def merge(self) -> None:
        operations.merge_events(self.store, self.events(2))

    def split(self) -> None:
        operations.split_event(self.store, self.event())

    def publish(self) -> None:
        source = self.source()
        published = self.data.draw(st.sampled_from([None, TimeValue.day(2018, 5, 28), TimeValue.day(2017, 1, 1)]))
        operations.set_context(self.store, source, replace(self.document.sources[source].context, published=published))

    def settle(self) -> None:
        document = self.document
        sources = self.data.draw(st.lists(st.sampled_from(sorted(document.sources) or ["none"]), unique=True))
        if "none" in sources:
            raise ValueError("no source")
        contexts = {id_: replace(document.sources[id_].context, published=self.day()) for id_ in sources}
        operations.settle_sources(self.store, contexts, {id_: {"publisher": "Press"} for id_ in sources[:1]})

    def correct(self) -> None:
        phrases = sorted(self.document.expressions)
        if phrases:
            text = self.data.draw(st.sampled_from(["", "2018-05-11", "no time at all"]))
            operations.correct_expression(self.store, self.data.draw(st.sampled_from(phrases)), text)

    def group_anew(self) -> None:
        operations.regroup(self.store)

    def group_at_random(self) -> None:
        keys = self.data.draw(st.permutations(sorted(self.document.mentions)))
        at = self.number(0, len(keys))
        operations.regroup(self.store, [Group(tuple(keys[:at]), 1, 0.5), Group(tuple(keys[at:]), 1, 0.5)])

    def rename(self) -> None:
        operations.edit_source(self.store, self.source(), title=f"Paper {self.number(0, 3)}")

    def set_up(self) -> None:
        lanes = self.data.draw(st.sampled_from(["source", "place", "kind"]))
        operations.edit_settings(self.store, lanes_by=lanes, display_zone="Europe/Vienna")

    def remove(self) -> None:
        operations.remove_source(self.store, self.source())

    def import_third(self) -> None:
        known = self.data.draw(st.sampled_from(sorted(self.document.mentions) or ["nothing"]))
        operations.import_analyses(self.store, [self.third], [Group((known, self.third.mentions[0].key), 2, 0.5)])

    def import_third_in_steps(self) -> None:
        for _ in operations.import_in_steps(self.store, [self.third], [Group((self.third.mentions[0].key,), 1, 0.5)]):
            assert self.third.source.id not in self.document.sources, "only the last step changes the document"

    def import_table(self) -> None:
        event = Event(new_id(), "From a table", resolved=self.day(), status=Status.ACCEPTED)
        known = [
            replace(self.document.events[id_], notes="told by a colleague") for id_ in sorted(self.document.events)
        ]
        changes = (Insert(event), *map(Replace, known[:2]))
        operations.import_events(self.store, ImportPlan((), changes), "table.csv")

    def reclassify(self) -> None:
        source = self.source()
        kind = self.data.draw(st.sampled_from([SegmentKind.BODY, SegmentKind.COMMENT]))
        operations.reclassify(self.store, source, self.span(source), kind)

    def read_again(self) -> None:
        source = self.document.sources[self.source()]
        carried = [
            m
            for m in self.document.mentions_of_source(source.id)
            if (segment := source.segment_at(m.head.start)) is None or segment.kind.carries_events
        ]
        expressions = tuple(self.document.expressions_of_source(source.id))
        analysis = SourceAnalysis(source, expressions, tuple(carried), ())
        keys = sorted(self.document.mentions)
        pairs = [Pair(one, other, "likely") for one, other in itertools.pairwise(keys)]
        operations.reread(self.store, analysis, [Group((m.key,), 1, 0.5) for m in carried], pairs)

    def pair(self) -> str:
        if not self.document.pairs:
            raise ValueError("no pair")
        return self.data.draw(st.sampled_from(sorted(self.document.pairs)))

    def decide(self) -> None:
        operations.decide_pair(self.store, self.pair(), self.data.draw(st.sampled_from(list(Verdict))))

    def merge_the_pair(self) -> None:
        operations.merge_pair(self.store, self.pair())

    def save_a_view(self) -> None:
        order = EventOrder(self.store)
        order.sort_by(self.data.draw(st.sampled_from(list(ColumnId))))
        views.save_view(self.store, order, f"View {self.number(0, 2)}")

    def forget_a_view(self) -> None:
        views.remove_view(self.store, f"View {self.number(0, 2)}")

    def undo(self) -> None:
        self.store.undo_stack.undo()

    def redo(self) -> None:
        self.store.undo_stack.redo()


PLAIN_SLICES = {name: getattr(carrying, name) for name in ("_WHOLE", "_SLICE", "_EVENTS")}
NOT_ACTIONS = {"__init__", "act", "events", "event", "source", "span", "number", "day", "pair"}

ACTIONS: list[Callable[[Analyst], None]] = [
    action for name, action in vars(Analyst).items() if name not in NOT_ACTIONS and callable(action)
]


@pytest.fixture
def third(analyse: Callable[..., SourceAnalysis]) -> SourceAnalysis:
    tree = Relative(Granularity.DAY, -1)
    return analyse("third", "third", THIRD, TimeValue.day(2018, 5, 28), [(THIRD, "met", "Yesterday", tree)])


CHANGERS = {  # the modules whose functions change the document; whatever else does must call them
    "workspace/store.py": "carries changes out",
    "workspace/apply_change.py": "has the store carry them out, as steps of the history",
    "workspace/carrying.py": "a slice at a time where they are large",
    "workspace/operations/steps.py": "what every operation ends with",
    "workspace/views.py": "saved views",
}


def test_every_operation_is_among_the_actions() -> None:
    """An operation added later without undo being tried would be found here."""
    source = Path(__file__).read_text()
    queries = {"preview_context", "context_of", "moved_time", "with_segment", "events_of_pair", "language_of"}
    functions = {n for n in operations.__all__ if n.islower()} - queries
    assert {name for name in functions if f"operations.{name}(" not in source} == set()
    changing_views = {"save_view", "remove_view"}
    assert {name for name in changing_views if f"views.{name}(" not in source} == set()
    assert {n for n, f in vars(views).items() if "_put(" in code_of(f) and n != "_put"} == changing_views


def test_nothing_changes_the_document_but_the_operations() -> None:
    """Whatever the window's actions do to a document goes through the functions that the machine draws from."""
    root = Path(timeline_app.__file__).parent
    found = {}
    for path in sorted([*root.glob("gui/**/*.py"), *root.glob("workspace/**/*.py")]):
        text = path.read_text("utf-8")
        changes = re.findall(r"store\.apply\(|document\.apply\(|ApplyChange\(|carry_out\(|undo_stack\.push\(", text)
        if changes:
            found[path.relative_to(root).as_posix()] = changes
    assert set(found) == set(CHANGERS)


def test_every_operation_that_changes_something_is_offered_by_its_package() -> None:
    """An operation that the package does not name would be none of those that the test above looks for."""
    folder = Path(operations.__file__).parent
    named = set(operations.__all__)
    for path in sorted(folder.glob("*.py")):
        if path.name == "steps.py":
            continue
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                calls = {c.func.id for c in ast.walk(node) if isinstance(c, ast.Call) and isinstance(c.func, ast.Name)}
                assert node.name in named or not calls & {"push", "push_events"}, f"{path.name}: {node.name}"


def code_of(function: object) -> str:
    return inspect.getsource(function) if inspect.isfunction(function) else ""


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_undo_all_redo_all_save_reopen(
    document: TimelineDocument, third: SourceAnalysis, monkeypatch: pytest.MonkeyPatch, data: st.DataObject
) -> None:
    ids = itertools.count(1)
    slices = {"_WHOLE": 2, "_SLICE": 3, "_EVENTS": 2} if data.draw(st.booleans(), label="in slices") else {}
    for name, value in (PLAIN_SLICES | slices).items():
        monkeypatch.setattr(carrying, name, value)
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=next(ids) << 64))  # the same draw, the same document
    store = DocumentStore()
    store.adopt(copy.deepcopy(document), None)
    program = Path(tempfile.mkdtemp())
    autosave = Autosave(store, program)
    order = EventOrder(store)
    order.sort_by(data.draw(st.sampled_from(list(ColumnId)), label="column"), data.draw(st.booleans()))
    table = EventTableModel(store, order)
    tester = QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal, table)
    selection = Selection(store)
    analyst = Analyst(store, data, third)
    for _ in range(data.draw(st.integers(1, 25), label="steps")):
        analyst.act()
        if not slices or data.draw(st.booleans(), label="settled"):
            store.settle()  # as the event loop does in the moments that follow
            assert_whole(store.document)
        selection.select_events(data.draw(st.lists(st.sampled_from(sorted(store.document.events) or ["none"]))))
    store.settle()
    end = copy.deepcopy(store.document)
    index = store.undo_stack.index()
    store.undo_stack.setIndex(0)
    store.settle()
    assert store.document == document
    assert in_bytes(store.document) == in_bytes(document)
    store.undo_stack.setIndex(index)
    store.settle()
    assert store.document == end
    assert in_bytes(store.document) == in_bytes(end)
    fresh = EventOrder(store)
    fresh.sort_by(order.column, order.descending)
    assert order.ids == fresh.ids
    assert table.rowCount() == len(order.ids)
    assert tester.model() is table
    assert set(selection.event_ids) <= set(store.document.events) | {"none"}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.tline"
        assert autosave.is_healthy
        store.save(path)  # from the working copy, into which each step went as it was done
        save_project(end, Path(folder) / "whole.tline")
        store.open(path)
        assert store.document == end
        assert in_bytes(store.document) == in_bytes(load_project(Path(folder) / "whole.tline"))
    autosave.stop()
    shutil.rmtree(program)


def in_bytes(document: TimelineDocument) -> bytes:
    """Every record as it is written, in an order that does not depend on how it came about."""
    return "\n".join(sorted(to_json(record) for record in document.records())).encode("utf-8", "surrogatepass")


def assert_whole(document: TimelineDocument) -> None:
    """No record points at one that is not there."""
    for link in document.links.values():
        assert link.event_id in document.events
        assert link.source_id in document.sources
        assert link.mention is None or link.mention in document.mentions
    for record in (*document.expressions.values(), *document.mentions.values()):
        assert record.source_id in document.sources
    for mention in document.mentions.values():
        assert all(ref.expression in document.expressions for ref in mention.time_refs)
