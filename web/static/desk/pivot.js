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
let from = -1;
let to = -1;

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

function filler(count) {
  const made = element("tr", "", { class: "filler", "aria-hidden": "true" });
  const cell = element("td", "", { colspan: String(years.length + 1) });
  cell.style.height = `${count * height}px`;
  made.append(cell);
  return made;
}

function draw(force = false) {
  const first = Math.max(0, Math.floor(holder.scrollTop / (height || 1)) - AROUND);
  const last = Math.min(rows.length, first + Math.ceil(holder.clientHeight / (height || 1)) + 2 * AROUND);
  if (!force && first === from && last === to) return;
  const kept = body.contains(document.activeElement) ? document.activeElement.getAttribute("aria-label") : null;
  [from, to] = [first, last];
  const made = rows.slice(first, last).map((row, place) => rowOf(row, first + place));
  body.replaceChildren(...(first ? [filler(first)] : []), ...made, ...(last < rows.length ? [filler(rows.length - last)] : []));
  if (kept) [...body.querySelectorAll("a")].find((each) => each.getAttribute("aria-label") === kept)?.focus({ preventScroll: true });
}

/** Show rows ({issuer, cells}) under years. Every row is as high as the first one. */
export function show(newRows, newYears, units) {
  [rows, years, mixed] = [newRows, newYears, units.length > 1];
  const line = element("tr", "", { "aria-rowindex": "1" });
  line.append(element("th", t("issuers"), { scope: "col" }), ...years.map((year) => element("th", `${year}${t("year_suffix")}`, { scope: "col" })));
  head.replaceChildren(line);
  table.setAttribute("aria-rowcount", String(rows.length + 1));
  holder.scrollTop = 0;
  measure();
}

/** A row is as high as text of this size needs; when that changes, all is drawn anew. */
function measure() {
  body.replaceChildren(...rows.slice(0, 1).map(rowOf));
  height = body.firstElementChild?.getBoundingClientRect().height || height;
  draw(true);
}

holder.addEventListener("scroll", () => requestAnimationFrame(() => draw()), { passive: true });
new ResizeObserver(() => { if (rows.length && holder.clientHeight) measure(); }).observe(document.documentElement);
