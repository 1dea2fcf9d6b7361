// Two reports, or two versions of one, side by side with what differs marked.

import { element } from "../fill.js";
import { attempt, call, link, may, moment, t } from "./api.js";

const form = document.getElementById("pick");
const only = document.getElementById("only");
const result = document.getElementById("result");
const address = new URLSearchParams(location.search);

async function offer() {
  const { reports } = await call("/reports");
  const groups = new Map();
  for (const report of reports) {
    if (!groups.has(report.issuer)) groups.set(report.issuer, []);
    groups.get(report.issuer).push([report.id, `${report.year}${t("year_suffix")} ${report.title}`]);
  }
  for (const ref of ["left", "right"]) await offerVersions(address.get(ref), reports, groups);
  if (may("editor")) await offerDrafts(groups);
  for (const name of ["left", "right"]) {
    const select = form.elements[name];
    for (const [issuer, options] of groups) {
      const group = document.createElement("optgroup");
      group.label = issuer;
      group.append(...options.map(([ref, label]) => new Option(label, ref)));
      select.append(group);
    }
    if (address.get(name)) select.value = address.get(name);
  }
}

async function offerVersions(ref, reports, groups) {
  const report = reports.find((one) => one.id === ref);
  if (!report || groups.has(`${t("versions")} ${report.title}`)) return;
  const { versions } = await call(`/reports/${ref}/versions`);
  if (!versions.length) return;
  groups.set(`${t("versions")} ${report.title}`, versions.map((one) => [one.ref, t("version_of", { date: moment(one.replaced_at) })]));
}

async function offerDrafts(groups) {
  const { drafts } = await call("/drafts");
  const ready = drafts.filter((draft) => draft.stage === "ready");
  if (ready.length) groups.set(t("drafts"), ready.map((draft) => [`draft:${draft.id}`, `${draft.recognised.year}${t("year_suffix")} ${draft.recognised.title}`]));
}

function runs(parts, mark) {
  const made = document.createElement("td");
  for (const part of parts) made.append(element(part.marked ? mark : "span", part.text));
  return made;
}

function textRow(block) {
  const row = element("tr", "", { class: block.change });
  row.append(runs(block.left, "del"), runs(block.right, "ins"));
  return [row];
}

function side(text, anchor, other, mark) {
  const cell = document.createElement("td");
  if (text === null) return element("td", t("nothing"), { class: "nothing" });
  const shown = text === "" ? t("blank") : text;
  const body = text === other ? element("span", shown) : element(mark, shown);
  cell.append(body);
  return cell;
}

function tableRows(block) {
  const rows = [];
  const head = element("tr", "", { class: `table-head ${block.change}` });
  const label = [block.caption || t("tables"), t(block.change), block.same ? t("same_cells", { n: block.same }) : ""];
  head.append(element("td", label.filter(Boolean).join(" · "), { colspan: "2" }));
  rows.push(head);
  for (const pair of block.cells) {
    const row = element("tr", "", { class: `cell ${pair.change}` });
    for (const [text, other, mark] of [[pair.left, pair.right, "del"], [pair.right, pair.left, "ins"]]) {
      const cell = side(text, "", other, mark);
      cell.prepend(element("span", pair.label, { class: "cell-label" }));
      row.append(cell);
    }
    rows.push(row);
  }
  return rows;
}

function part(one) {
  const body = document.createElement("tbody");
  const changed = one.blocks.some((block) => block.change !== "same");
  body.className = changed ? "changed" : "same";
  const head = element("tr", "", { class: "heading" });
  const plain = one.left || one.right ? "" : t("untitled");
  for (const text of [one.left || plain, one.right || plain]) head.append(element("td", text));
  body.append(head, ...one.blocks.flatMap((block) => (block.kind === "text" ? textRow(block) : tableRows(block))));
  return body;
}

function heading(sideOut) {
  const made = element("th", "", { scope: "col" });
  const title = `${sideOut.year}${t("year_suffix")} ${sideOut.title}`;
  made.append(sideOut.page ? link(title, sideOut.page) : element("span", title));
  return made;
}

async function compare() {
  const query = new URLSearchParams({ left: form.elements.left.value, right: form.elements.right.value });
  history.replaceState(null, "", `?${query}`);
  result.textContent = t("working");
  const found = await attempt(() => call(`/compare?${query}`));
  result.replaceChildren();
  if (!found) return;
  if (found.parts.every((one) => one.blocks.every((block) => block.change === "same"))) {
    result.append(element("p", t("no_difference"), { class: "card" }));
  }
  const table = element("table", "", { class: "compare" });
  const head = document.createElement("tr");
  head.append(heading(found.left), heading(found.right));
  const top = document.createElement("thead");
  top.append(head);
  table.append(element("caption", t("compare_title"), { class: "hidden" }), top, ...found.parts.map(part));
  const scroll = element("div", "", { class: "scroll card", tabindex: "0", role: "region", "aria-label": t("compare_title") });
  scroll.append(table);
  result.append(scroll);
  narrow();
}

function narrow() {
  result.classList.toggle("only-changes", only.checked);
}

form.addEventListener("submit", (event) => { event.preventDefault(); compare(); });
only.addEventListener("change", narrow);
await attempt(offer);
if (address.get("left") && address.get("right")) await compare();
