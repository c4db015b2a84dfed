"use strict";
(() => {
  const DAY = 86400000, ROW = 22, AXIS = 26, LABEL_GAP = 10, LEAST = 160, MOST = 0.45, SINGLE = 1500, COLUMN = 6, FONT = "12px system-ui, sans-serif";
  const spans = JSON.parse(document.getElementById("data").textContent);
  const items = Array.from(document.querySelectorAll("ol.events > li"));
  const haystack = items.map((item) => item.textContent.toLowerCase());
  const titles = items.map((item) => item.querySelector("h3").textContent);
  const canvas = document.getElementById("canvas"), pen = canvas.getContext("2d");
  const chart = document.getElementById("chart"), below = document.getElementById("below");
  const widths = new Map(); // of labels: to measure one is slow
  const find = document.getElementById("find"), count = document.getElementById("count");
  let shown = items.map((_, index) => index), current = -1, left = 0, scale = 1, boxes = [], bars = [], rowsKept = 3;

  const kinds = items.map((item) => item.className.split(" ")[0]);
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const barOf = { planned: "--planned", ongoing: "--planned", possible: "--doubt", opinion: "--doubt", denied: "--denied" };

  let dated = [];

  function fit() {
    if (!dated.length) { left = -1; scale = canvas.clientWidth / 2; return; }
    let low = Infinity, high = -Infinity;
    for (const index of dated) { low = Math.min(low, spans[index][0]); high = Math.max(high, spans[index][1]); }
    look(low, high);
  }

  // Where most events are, if a few that are far away would press them into a corner; else all.
  function open() {
    fit();
    const starts = dated.map((index) => spans[index][0]).sort((one, other) => one - other);
    const most = Math.ceil(starts.length * 0.9), whole = starts[starts.length - 1] - starts[0];
    if (starts.length < 8) return;
    let first = 0;
    for (let at = 0; at + most <= starts.length; at++)
      if (starts[at + most - 1] - starts[at] < starts[first + most - 1] - starts[first]) first = at;
    const low = starts[first], high = starts[first + most - 1];
    if ((high - low) * 8 < whole) {
      const reach = Math.max(high - low, 1) * 1.5; // events that end or begin nearby come into view with them
      const near = dated.filter((index) => spans[index][0] >= low - reach && spans[index][1] <= high + reach);
      look(Math.min(...near.map((index) => spans[index][0]), low), Math.max(...near.map((index) => spans[index][1]), high));
    }
  }

  function look(low, high) {
    const room = Math.max(high - low, 1) * 0.04;
    left = low - room;
    scale = canvas.clientWidth / (Math.max(high - low, 1) + 2 * room);
    rowsKept = 3;
  }

  function zoom(factor, at) {
    const day = left + at / scale;
    scale = Math.min(Math.max(scale * factor, 1e-6), 200000);
    left = day - at / scale;
    draw();
  }

  // Ticks: the finest unit whose marks stand at least 90 pixels apart.
  const UNITS = [[1 / 1440, "h"], [5 / 1440, "h"], [15 / 1440, "h"], [1 / 24, "h"], [3 / 24, "h"], [6 / 24, "h"], [1, "d"], [2, "d"], [7, "d"], [30.4, "m", 1], [91.3, "m", 3],
    [182.6, "m", 6], ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000, 100000, 1000000]
      .map((years) => [365.2425 * years, "y", years])];

  function ticks() {
    const unit = UNITS.find((one) => one[0] * scale >= 90) || UNITS[UNITS.length - 1];
    const right = left + canvas.clientWidth / scale, marks = [];
    if (unit[1] === "h" || unit[1] === "d") {
      for (let day = Math.ceil(left / unit[0]) * unit[0]; day <= right; day += unit[0]) marks.push([day, name(day, unit[1])]);
      return marks.slice(0, 60);
    }
    const step = unit[1] === "m" ? unit[2] : 12 * unit[2];
    const first = new Date(left * DAY), months = first.getUTCFullYear() * 12 + first.getUTCMonth();
    if (Number.isNaN(months)) return marks;
    for (let month = Math.floor(months / step) * step; marks.length < 60; month += step) {
      const when = new Date(0);
      when.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
      const day = when.getTime() / DAY;
      if (!(day <= right)) break;
      if (day >= left) marks.push([day, name(day, unit[1])]);
    }
    return marks;
  }

  function name(day, unit) {
    const when = new Date(Math.round(day * DAY)), year = when.getUTCFullYear();
    const years = year > 0 ? String(year) : `${1 - year} BC`;
    if (unit === "y") return years;
    const month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][when.getUTCMonth()];
    if (unit === "m") return `${month} ${years}`;
    const days = `${when.getUTCDate()} ${month}`;
    return unit === "d" ? `${days} ${years}` : `${days} ${when.toISOString().slice(-13, -8)}`;
  }

  function cut(text, room) {
    if (!widths.has(text)) widths.set(text, pen.measureText(text).width);
    if (widths.get(text) <= room) return [text, widths.get(text)];
    let shown = text;
    while (shown && pen.measureText(`${shown}…`).width > room) shown = shown.slice(0, -1);
    return [`${shown}…`, pen.measureText(`${shown}…`).width];
  }

  // Where the events in view stand: each in the highest row that is free, its label beside it, on the left at the edge,
  // and on the bar where there is room on neither side.
  function placed(seen, width) {
    const ends = [], found = [];
    pen.font = FONT;
    for (const index of seen) {
      const [start, end, open] = spans[index];
      const x = (start - left) * scale, long = Math.max((end - start) * scale, 7);
      const [text, taken] = cut(titles[index], width - 12), after = Math.max(x + long + (open > 0 ? 22 : 6), 6);
      const before = x - taken - (open < 0 ? 22 : 6);
      const fits = after + taken + 6 <= width, flips = !fits && before >= 6;
      const label = fits ? after : flips ? before : Math.max(Math.min(Math.max(x, 0) + 6, width - taken - 6), 6);
      const begin = Math.max(Math.min(x, label), 0);
      let row = ends.findIndex((free) => free <= begin);
      if (row < 0) row = ends.length;
      ends[row] = Math.max(x + long, label + taken) + LABEL_GAP;
      found.push({ index, x, long, label, text, taken, open, row });
    }
    return found;
  }

  function draw() {
    const width = canvas.clientWidth, ratio = window.devicePixelRatio || 1;
    const right = left + width / scale, least = 7 / scale; // days that the shortest bar takes
    const seen = dated.filter((index) => spans[index][0] <= right && Math.max(spans[index][1], spans[index][0] + least) >= left);
    const crowded = seen.length > SINGLE;
    bars = crowded ? [] : placed(seen, width);
    for (const one of bars) rowsKept = Math.max(rowsKept, one.row + 1); // it grows but does not jump while one pans
    const whole = AXIS + rowsKept * ROW + 10, height = Math.min(whole, Math.max(window.innerHeight * MOST, LEAST));
    canvas.style.height = chart.style.height = `${height}px`;
    below.style.height = `${whole - height}px`; // further rows: the canvas stays in view and draws what is scrolled to
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.font = FONT;
    pen.textBaseline = "middle";
    pen.fillStyle = colour("--muted");
    pen.strokeStyle = colour("--line");
    for (const [day, text] of ticks()) {
      const x = Math.round((day - left) * scale) + 0.5;
      pen.beginPath(); pen.moveTo(x, 0); pen.lineTo(x, height); pen.stroke();
      if (x + 5 + pen.measureText(text).width <= width) pen.fillText(text, x + 5, AXIS / 2); // whole or not at all
    }
    boxes = [];
    const before = dated.filter((index) => Math.max(spans[index][1], spans[index][0] + least) < left).length;
    const edges = [[before, `‹ ${before} earlier`, 8], [dated.length - seen.length - before, "", 0]];
    edges[1][1] = `${edges[1][0]} later ›`;
    edges[1][2] = width - pen.measureText(edges[1][1]).width - 8;
    if (crowded) crowd(seen, width, height);
    pen.save();
    pen.beginPath(); pen.rect(0, AXIS, width, height); pen.clip();
    bars.forEach((one) => { const y = topOf(one); if (y > AXIS - ROW && y < height) bar(one, y); });
    pen.restore();
    for (const [many, words, x] of edges) if (many) { pen.fillStyle = colour("--accent"); haloed(words, x, height - 10); }
  }

  // More events than rows could hold: how many there are from moment to moment.
  function crowd(seen, width, height) {
    const columns = new Array(Math.ceil(width / COLUMN)).fill(0);
    for (const index of seen) columns[Math.min(Math.max(Math.floor((spans[index][0] - left) * scale / COLUMN), 0), columns.length - 1)]++;
    const most = Math.max(...columns), room = height - AXIS - 34;
    pen.fillStyle = colour("--bar");
    columns.forEach((many, at) => { if (many) pen.fillRect(at * COLUMN, height - Math.max(many / most * room, 2), COLUMN - 1, height); });
    pen.fillStyle = colour("--text");
    haloed(`${seen.length.toLocaleString("en")} events, at most ${most.toLocaleString("en")} in a column: zoom in to see them`, 8, AXIS + 12);
  }

  function haloed(text, x, y) {
    pen.lineWidth = 4; pen.lineJoin = "round"; pen.strokeStyle = colour("--ground");
    pen.strokeText(text, x, y);
    pen.lineWidth = 1;
    pen.fillText(text, x, y);
  }

  function topOf({ row }) { return AXIS + row * ROW + 5 - chart.scrollTop; }

  function bar({ index, x, long, label, text, taken, open }, y) {
    pen.globalAlpha = index === current || current < 0 ? 1 : 0.75;
    pen.fillStyle = pen.strokeStyle = colour(barOf[kinds[index]] || "--bar");
    pen.beginPath();
    pen.roundRect(x + 0.5, y + 1.5, long - 1, 11, 3);
    if (kinds[index] === "happened") pen.fill();
    pen.stroke();
    if (open) {
      pen.setLineDash([3, 3]);
      pen.beginPath();
      pen.moveTo(open < 0 ? x - 16 : x + long, y + 7); pen.lineTo(open < 0 ? x : x + long + 16, y + 7);
      pen.stroke();
      pen.setLineDash([]);
    }
    if (index === current) {
      pen.lineWidth = 2;
      pen.strokeStyle = colour("--text");
      pen.strokeRect(x - 2, y - 1, long + 4, 16);
      pen.lineWidth = 1;
    }
    pen.fillStyle = colour("--text");
    haloed(text, label, y + 8); // a rim keeps it apart from bars and lines
    pen.globalAlpha = 1;
    boxes.push([Math.min(x, label) - 3, y - 2, Math.max(x + long, label + taken), y + ROW - 4, index]);
  }

  function choose(index, move) {
    if (current >= 0) { items[current].removeAttribute("aria-current"); items[current].tabIndex = -1; }
    current = index;
    if (index < 0) { draw(); return; }
    const item = items[index];
    item.setAttribute("aria-current", "true");
    item.tabIndex = 0;
    if (spans[index]) {
      const x = (spans[index][0] - left) * scale;
      if (x < 20 || x > canvas.clientWidth - 120) left = spans[index][0] - canvas.clientWidth / scale / 3;
    }
    draw();
    const own = bars.find((one) => one.index === index);
    if (own && (topOf(own) < AXIS || topOf(own) + ROW > canvas.clientHeight)) {
      chart.scrollTop = own.row * ROW - (canvas.clientHeight - AXIS) / 2;
      draw();
    }
    if (move) { item.focus({ preventScroll: true }); item.scrollIntoView({ block: "nearest" }); }
  }

  function step(by) {
    if (!shown.length) return;
    const place = shown.indexOf(current);
    const next = place < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(place + by, 0), shown.length - 1);
    choose(shown[next], true);
  }

  function filter() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = [];
    items.forEach((item, index) => {
      const passes = words.every((word) => haystack[index].includes(word));
      item.hidden = !passes;
      if (passes) shown.push(index);
    });
    dated = shown.filter((index) => spans[index]);
    count.textContent = `${shown.length} of ${items.length} events`;
    if (!shown.includes(current)) choose(-1, false);
    if (shown.length && current < 0) items[shown[0]].tabIndex = 0;
    fit(); draw();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === find) {
      if (event.key === "Escape") { find.value = ""; filter(); find.blur(); event.preventDefault(); }
      if (event.key === "ArrowDown" || event.key === "Enter") { step(1); event.preventDefault(); }
      return;
    }
    const middle = canvas.clientWidth / 2, page = canvas.clientWidth / scale / 4;
    const keys = {
      "ArrowDown": () => step(1), "j": () => step(1), "ArrowUp": () => step(-1), "k": () => step(-1),
      "Home": () => step(-shown.length), "End": () => step(shown.length),
      "ArrowLeft": () => { left -= page; draw(); }, "ArrowRight": () => { left += page; draw(); },
      "+": () => zoom(1.5, middle), "=": () => zoom(1.5, middle), "-": () => zoom(1 / 1.5, middle),
      "0": () => { fit(); draw(); }, "/": () => find.focus(), "Escape": () => choose(-1, false),
    };
    const act = keys[event.key];
    if (act && !(event.target.tagName === "A" && event.key.startsWith("Enter"))) { act(); event.preventDefault(); }
  });
  find.addEventListener("input", filter);
  document.getElementById("in").addEventListener("click", () => zoom(1.5, canvas.clientWidth / 2));
  document.getElementById("out").addEventListener("click", () => zoom(1 / 1.5, canvas.clientWidth / 2));
  document.getElementById("fit").addEventListener("click", () => { fit(); draw(); });
  const list = document.querySelector("ol.events"), places = new Map(items.map((item, index) => [item, index]));
  const placeOf = (target) => places.get(target.closest("ol.events > li"));
  list.addEventListener("click", (event) => { if (placeOf(event.target) !== undefined) choose(placeOf(event.target), false); });
  list.addEventListener("focusin", (event) => {
    const index = placeOf(event.target);
    if (index !== undefined && index !== current) choose(index, false);
  });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && Math.abs(event.deltaX) > Math.abs(event.deltaY)) { left += event.deltaX / scale; draw(); }
    else zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.offsetX);
    event.preventDefault();
  }, { passive: false });
  let grip = null;
  canvas.addEventListener("pointerdown", (event) => { grip = { x: event.clientX, y: event.clientY, left, top: chart.scrollTop, moved: false }; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const across = event.clientX - grip.x, down = event.clientY - grip.y;
    if (Math.max(Math.abs(across), Math.abs(down)) > 3) grip.moved = true;
    left = grip.left - across / scale;
    chart.scrollTop = grip.top - down;
    draw();
  });
  canvas.addEventListener("pointerup", (event) => {
    if (grip && !grip.moved) {
      const hit = boxes.find((box) => event.offsetX >= box[0] && event.offsetX <= box[2] && event.offsetY >= box[1] && event.offsetY <= box[3]);
      if (hit) choose(hit[4], true);
      else if (!bars.length) zoom(4, event.offsetX);
    }
    grip = null;
  });
  chart.addEventListener("scroll", () => draw());
  window.addEventListener("resize", () => draw());
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw());
  if (items.length) items[0].tabIndex = 0;
  dated = shown.filter((index) => spans[index]);
  open();
  draw();
  document.documentElement.dataset.ready = "true";
})();
