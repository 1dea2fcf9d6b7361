// The pivot: agencies by years. Only the rows in sight are in the page, so that thousands scroll smoothly.

import { grouped } from "../figures.js";
import { element } from "../fill.js";
import { link, named, t } from "./api.js";

const AROUND = 15; // rows kept above and below those in sight
const holder = document.getElementById("window");
const table = holder.querySelector("table");
const head = table.querySelector("thead");
const body = table.querySelector("tbody");
let rows = [];
let years = [];
let height = 0;
let mixed = false;
const drawn = new Map(); // the rows in the page, by place
const [above, below] = [filler(), filler()];
body.replaceChildren(above, below);

function marksOf(cell) {
  const marks = [];
  if (cell.changed) marks.push(["△", t("form_changed", { before: named("forms", cell.changed), after: named("forms", cell.form) })]);
  if (cell.differs) marks.push(["≠", t("differs")]);
  if (cell.trust !== "read") marks.push(["※", t("doubt")]);
  return marks;
}

function shownValue(cell) {
  if (cell.value !== null) return cell.qualifier + grouped(cell.value) + (mixed && cell.unit ? ` ${cell.unit}` : "");
  return cell.trust === "unreadable" ? t("unread") : t("blank");
}

function cellOf(issuer, cell) {
  const made = element("td", "", { class: "numeric" });
  if (!cell) {
    made.append(element("span", t("not_reported"), { class: "nothing" }));
    return made;
  }
  const marks = marksOf(cell);
  const title = [cell.where, ...marks.map(([, text]) => text), cell.others ? t("others", { n: cell.others }) : ""];
  const label = `${issuer} ${cell.year}${t("year_suffix")} ${shownValue(cell)}`;
  made.append(link(shownValue(cell), cell.url, { title: title.filter(Boolean).join("\n"), "aria-label": label, target: "_blank", rel: "noopener" }));
  for (const [sign, text] of marks) {
    const mark = element("span", sign, { class: "mark", "aria-hidden": "true" });
    made.append(mark, element("span", `（${text}）`, { class: "hidden" }));
  }
  return made;
}

function rowOf(row, place) {
  const made = element("tr", "", { "aria-rowindex": String(place + 2) });
  const cells = new Map(row.cells.map((cell) => [cell.year, cell]));
  made.append(element("th", row.issuer, { scope: "row", title: row.issuer }), ...years.map((year) => cellOf(row.issuer, cells.get(year))));
  return made;
}

/** A row that takes the room of rows that are not in the page. */
function filler() {
  const made = element("tr", "", { class: "filler", "aria-hidden": "true" });
  made.append(document.createElement("td"));
  return made;
}

function stretch(row, count) {
  row.hidden = !count;
  row.firstElementChild.colSpan = years.length + 1;
  row.firstElementChild.style.height = `${count * height}px`;
}

function dropRows(gone) {
  for (const [place, row] of drawn) {
    if (!gone(place)) continue;
    row.remove();
    drawn.delete(place);
  }
}

/** Put the rows around those in sight into the page, and take the others out; those that stay are not touched. */
function draw() {
  const first = Math.max(0, Math.floor(holder.scrollTop / (height || 1)) - AROUND);
  const room = height ? Math.ceil(holder.clientHeight / height) + 2 * AROUND : 1; // the first row tells the height
  const last = Math.min(rows.length, first + room);
  dropRows((place) => place < first || place >= last);
  const least = Math.min(...drawn.keys());
  const top = drawn.get(least) ?? below;
  for (let place = first; place < last; place += 1) {
    if (drawn.has(place)) continue;
    drawn.set(place, rowOf(rows[place], place));
    (place < least ? top : below).before(drawn.get(place));
  }
  stretch(above, first);
  stretch(below, rows.length - last);
}

/** Show rows ({issuer, cells}) under years. Every row is as high as the first one. */
export function show(newRows, newYears, units) {
  [rows, years, mixed] = [newRows, newYears, units.length > 1];
  const line = element("tr", "", { "aria-rowindex": "1" });
  line.append(element("th", t("issuers"), { scope: "col" }), ...years.map((year) => element("th", `${year}${t("year_suffix")}`, { scope: "col" })));
  head.replaceChildren(line);
  table.setAttribute("aria-rowcount", String(rows.length + 1));
  holder.scrollTop = 0;
  dropRows(() => true);
  draw();
  resized();
}

/** A row is as high as text of this size needs; when that changes, the same rows stay in sight. */
function resized() {
  const before = height;
  height = drawn.values().next().value?.getBoundingClientRect().height || height;
  draw();
  if (before && height !== before) holder.scrollTop *= height / before;
}

holder.addEventListener("scroll", () => requestAnimationFrame(() => draw()), { passive: true });
new ResizeObserver(() => { if (rows.length && holder.clientHeight) resized(); }).observe(document.documentElement);
