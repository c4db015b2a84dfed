// Opens exported files with the programs that they are meant for, and prints what each saw as one JSON list.
// Usage: node read.js (timelinejs|vis-timeline|markwhen FILE)...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { JSDOM, VirtualConsole } from "jsdom";

const packages = createRequire(import.meta.url);

function page(script) {
  const options = { runScripts: "outside-only", pretendToBeVisual: true, virtualConsole: new VirtualConsole(), url: "http://localhost/" };
  const { window } = new JSDOM("<!doctype html><body><div id='place'></div></body>", options);
  window.eval(readFileSync(packages.resolve(script), "utf8"));
  return window;
}

async function timelinejs(text) {
  const window = page("@knight-lab/timelinejs/dist/js/timeline.js");
  const isTable = !text.startsWith("{");
  window.fetch = async () => ({ status: 200, ok: true, text: async () => text, headers: { get: () => "text/csv" } });
  window.ResizeObserver ??= class { observe() {} disconnect() {} };
  let timeline, failure = null;
  try {
    timeline = new window.TL.Timeline("place", isTable ? "http://localhost/events.csv" : JSON.parse(text), {});
    for (let tries = 0; tries < 200 && !timeline.config; tries++) await new Promise((done) => setTimeout(done, 20));
  } catch (error) {
    failure = String(error.message ?? error);
  }
  const config = timeline?.config;
  if (!config) return { failure: failure ?? "no configuration" };
  const date = (one) => one && Object.fromEntries(Object.entries(one.data).filter(([name]) => !["date_obj", "format", "format_short"].includes(name)));
  return {
    errors: config.messages.errors.map(String),
    title: config.title?.text?.headline,
    events: config.events.map((event) => ({
      id: event.unique_id, start: date(event.start_date), end: date(event.end_date) ?? null, group: event.group ?? "",
      headline: event.text.headline, text: event.text.text, display: event.display_date,
    })),
  };
}

function visTimeline(text) {
  const window = page("vis-timeline/standalone/umd/vis-timeline-graph2d.min.cjs");
  const { vis } = window, { items, groups } = JSON.parse(text);
  const timeline = new vis.Timeline(window.document.getElementById("place"), new vis.DataSet(items), new vis.DataSet(groups), {});
  const iso = (date) => date === undefined ? null : new Date(date).toISOString();
  return {
    events: Object.values(timeline.itemSet.items).map((item) => ({
      id: item.id, start: iso(item.data.start), end: iso(item.data.end), kind: item.constructor.name,
      group: item.data.group, content: item.data.content,
    })),
    groups: timeline.itemSet.groupsData.get().map((group) => group.content),
  };
}

async function markwhen(text) {
  const { parse } = await import("@markwhen/parser");
  const parsed = parse(text), events = [];
  const walk = (node, section) => {
    if (node.firstLine) {
      events.push({ section, title: node.firstLine.restTrimmed, tags: node.tags, from: node.dateRangeIso.fromDateTimeIso,
        to: node.dateRangeIso.toDateTimeIso, body: node.supplemental.map((line) => line.raw) });
    }
    for (const child of node.children ?? []) walk(child, node.title || section);
  };
  walk(parsed.events, "");
  return { title: parsed.header.title, events, errors: parsed.parseMessages };
}

const readers = { timelinejs, "vis-timeline": visTimeline, markwhen };
const seen = [], pairs = process.argv.slice(2);
for (let index = 0; index < pairs.length; index += 2) {
  seen.push(await readers[pairs[index]](readFileSync(pairs[index + 1], "utf8").replace(/^\ufeff/, "")));
}
process.stdout.write(JSON.stringify(seen), () => process.exit(0)); // a page's timers would keep it running
