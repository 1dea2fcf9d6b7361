// Figures: find a measure, see it by agency and year, draw it, take it away, keep the search.

import { element } from "../fill.js";
import { attempt, button, call, refill, t } from "./api.js";
import { show as showPivot } from "./pivot.js";

const by = (id) => document.getElementById(id);
const form = by("search");
const scope = by("scope");
const naming = by("naming");
const tabs = [...document.querySelectorAll("[role=tab]")];
const WIDEST = 860; // pixels of a chart
let pivot = null;
let drawing = null;

// --- finding ---

function choice(measure) {
  const item = document.createElement("li");
  const made = button(measure.name, () => open(measure.key, null, true));
  made.append(element("span", t("in_reports", { n: measure.reports }), { class: "count" }));
  item.append(made);
  return item;
}

async function find() {
  const text = form.elements.text.value.trim();
  const turn = (find.turn = (find.turn ?? 0) + 1);
  const answer = await attempt(() => call(`/measures?text=${encodeURIComponent(text)}`));
  if (!answer || turn !== find.turn) return;
  by("measures").replaceChildren(...answer.measures.map(choice));
  by("found").textContent = answer.measures.length ? t("found", { n: answer.measures.length }) : t("found_none");
}

/** Show a measure; `chosen` are the agency words and the years to begin with. */
async function open(key, chosen = null, focus = false) {
  const found = await attempt(() => call(`/pivot?key=${encodeURIComponent(key)}`));
  if (!found) return;
  pivot = found;
  by("result").hidden = false;
  by("measure-name").textContent = pivot.measure.units.length === 1 ? `${pivot.measure.name}（${pivot.measure.units[0]}）` : pivot.measure.name;
  scope.elements.agency.value = chosen?.agency ?? "";
  offerYears(chosen?.years ?? []);
  refresh();
  if (focus) by("measure-name").focus();
}

// --- the scope ---

function offerYears(chosen) {
  by("years").replaceChildren(...pivot.years.map((year) => {
    const label = element("label", "", { class: "check" });
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = year;
    box.checked = !chosen.length || chosen.includes(year);
    label.append(box, document.createTextNode(` ${year}`));
    return label;
  }));
}

function shownYears() {
  const boxes = [...by("years").querySelectorAll("input:checked")].map((box) => Number(box.value));
  return boxes.length ? boxes : pivot.years;
}

function shownRows(years) {
  const words = scope.elements.agency.value.trim().split(/\s+/).filter(Boolean);
  return pivot.rows.filter((row) =>
    words.every((word) => row.issuer.includes(word)) && row.cells.some((cell) => years.includes(cell.year)));
}

function query() {
  const years = shownYears();
  const parts = new URLSearchParams({ key: pivot.measure.key });
  const agency = scope.elements.agency.value.trim();
  if (agency) parts.set("agency", agency);
  if (years.length < pivot.years.length) for (const year of years) parts.append("years", year);
  return parts;
}

function exported(format) {
  const parts = query();
  if (parts.has("agency")) {
    parts.delete("agency");
    for (const row of shownRows(shownYears())) parts.append("issuers", row.issuer);
  }
  parts.set("format", format);
  return `/api/desk/export?${parts}`;
}

function refresh() {
  const years = shownYears();
  const rows = shownRows(years);
  by("size").textContent = t("rows_shown", { n: rows.length, m: years.length });
  history.replaceState(null, "", `?${query()}`);
  for (const format of ["xlsx", "csv"]) by(format).href = exported(format);
  if (view() === "pivot") showPivot(rows, years, pivot.measure.units);
  else showChart(rows, years);
}

// --- tabs and charts ---

function view() {
  return tabs.find((tab) => tab.getAttribute("aria-selected") === "true").id.slice(4);
}

function choose(tab) {
  for (const each of tabs) {
    each.setAttribute("aria-selected", String(each === tab));
    each.tabIndex = each === tab ? 0 : -1;
  }
  by("view-pivot").hidden = tab.id !== "tab-pivot";
  by("view-chart").hidden = tab.id === "tab-pivot";
  by("view-chart").setAttribute("aria-labelledby", tab.id);
  refresh();
}

async function showChart(rows, years) {
  const charts = await import("./charts.js");
  const comparing = view() === "bars";
  const select = by("chart-year").querySelector("select");
  by("chart-year").hidden = !comparing;
  if (comparing) {
    const before = Number(select.value);
    select.replaceChildren(...years.map((year) => new Option(year, year)));
    select.value = years.includes(before) ? before : charts.fullest(rows, years);
  }
  const within = { ...pivot, years };
  const width = Math.min(WIDEST, by("chart").clientWidth);
  drawing = comparing ? charts.bars(within, rows, Number(select.value), width) : charts.trend(within, rows, width);
  by("png").hidden = !drawing;
  by("chart-note").textContent = t("chart_limit", { n: charts.MOST_LINES, m: charts.MOST_BARS });
  if (drawing) charts.draw(by("chart"), drawing);
  else by("chart").replaceChildren(element("p", t("chart_none"), { class: "note" }));
}

function turn(event) {
  const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!move) return;
  const next = tabs[(tabs.indexOf(event.target) + move + tabs.length) % tabs.length];
  next.focus();
  choose(next);
}

// --- kept searches ---

function keptItem(search) {
  const item = element("li", "", { "data-id": search.id });
  item.append(
    button(search.name, () => openQuery(new URLSearchParams(search.query), true)),
    button("×", () => drop(search), { class: "drop-kept", "aria-label": `${t("delete")}：${search.name}` }));
  return item;
}

async function showKept() {
  const answer = await attempt(() => call("/searches"));
  if (!answer) return;
  refill(by("kept"), answer.searches.map(keptItem));
  by("no-kept").hidden = answer.searches.length > 0;
}

async function drop(search) {
  await attempt(() => call(`/searches/${search.id}`, { method: "DELETE" }), t("done_discard"));
  await showKept();
}

function openQuery(parts, focus = false) {
  const years = parts.getAll("years").map(Number);
  return open(parts.get("key"), { agency: parts.get("agency") ?? "", years }, focus);
}

async function keep() {
  if (naming.returnValue !== "keep") return;
  const json = { name: naming.querySelector("input").value.trim(), query: String(query()) };
  await attempt(() => call("/searches", { method: "POST", json }), t("done_save"));
  await showKept();
}

form.addEventListener("submit", (event) => { event.preventDefault(); find(); });
scope.addEventListener("submit", (event) => event.preventDefault());
scope.addEventListener("input", refresh);
by("chart-year").addEventListener("change", refresh);
by("keep").addEventListener("click", () => {
  naming.querySelector("input").value = by("measure-name").textContent.slice(0, 100);
  naming.returnValue = "";
  naming.showModal();
});
naming.addEventListener("close", keep);
by("png").addEventListener("click", async () => (await import("./charts.js")).save(drawing));
for (const tab of tabs) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", turn);
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { if (pivot) refresh(); });
new MutationObserver(() => { if (pivot && view() !== "pivot") refresh(); })
  .observe(document.documentElement, { attributeFilter: ["data-theme"] });
await Promise.all([find(), showKept()]);
const asked = new URLSearchParams(location.search);
if (asked.get("key")) await openQuery(asked);
