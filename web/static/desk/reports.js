// Reports: upload, follow each file's stages, review, withdraw, restore, replace.

import { element } from "../fill.js";
import { attempt, button, call, link, may, named, refill, t } from "./api.js";
import { dropped, upload } from "./uploads.js";

const BUSY = ["waiting", "reading", "checking", "publishing"];
const STEPS = ["waiting", "reading", "checking", "ready", "publishing", "published"];
const shelf = document.querySelector("#shelf tbody");
const filter = document.getElementById("filter");
let timer = null;
let held = [];

function act(path, done, method = "POST") {
  return attempt(() => call(path, { method }), done).then(refresh);
}

// --- drafts ---

function progress(draft) {
  const made = element("span", "", { class: "stage", "data-stage": draft.stage });
  const share = draft.stage === "publishing" && draft.total ? ` ${Math.round((100 * draft.done) / draft.total)}%` : "";
  made.textContent = named("stages", draft.stage) + share;
  if (!BUSY.includes(draft.stage)) return [made];
  const bar = document.createElement("progress");
  bar.max = STEPS.length - 1;
  bar.value = STEPS.indexOf(draft.stage) + (draft.total ? draft.done / draft.total : 0);
  bar.setAttribute("aria-label", `${draft.name}：${made.textContent}`);
  return [made, bar];
}

function summary(found) {
  const checks = found.checks;
  const parts = [
    `${t("tables")} ${found.tables}`, `${t("figures")} ${found.figures}`,
    checks.holding ? t("checks_hold", { n: checks.holding }) : "",
    checks.failing ? t("checks_fail", { n: checks.failing }) : "",
    found.conflicts.length ? `${t("conflicts")} ${found.conflicts.length}` : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

function draftItem(draft) {
  const made = element("li", "", { "data-id": draft.id });
  const head = element("div", "", { class: "draft-head" });
  const found = draft.recognised;
  head.append(element("strong", found.title ?? draft.name), ...progress(draft));
  made.append(head, element("p", found.title ? `${draft.name} · ${found.issuer} · ${found.year}${t("year_suffix")}` : draft.person, { class: "note" }));
  if (found.title) made.append(element("p", summary(found), { class: found.checks.failing || found.conflicts.length ? "note warned" : "note" }));
  if (draft.message) made.append(element("p", draft.message, { class: "error" }));
  if (draft.stale) made.append(element("p", t("stale"), { class: "error" }));
  const acts = element("div", "", { class: "buttons" });
  if (["ready", "attention"].includes(draft.stage)) acts.append(link(t("open_review"), `/desk/drafts/${draft.id}`, { class: "button primary" }));
  if (draft.stage === "failed" || draft.stale) acts.append(button(t("retry"), () => act(`/drafts/${draft.id}/retry`, "")));
  if (!BUSY.includes(draft.stage) || draft.stale) acts.append(button(t("discard"), () => discard(draft)));
  made.append(acts);
  return made;
}

function discard(draft) {
  if (confirm(t("discard_sure"))) act(`/drafts/${draft.id}`, t("done_discard"), "DELETE");
}

async function showDrafts() {
  const answer = await attempt(() => call("/drafts"));
  if (!answer) return;
  const list = document.getElementById("drafts");
  const before = JSON.stringify(answer.drafts);
  if (list.dataset.shown !== before) {
    refill(list, answer.drafts.map(draftItem));
    list.dataset.shown = before;
  }
  document.getElementById("no-drafts").hidden = answer.drafts.length > 0;
  const working = answer.drafts.some((draft) => BUSY.includes(draft.stage) && !draft.stale);
  const published = answer.drafts.filter((draft) => draft.stage === "published").length;
  if (published !== showDrafts.published) await showShelf();
  showDrafts.published = published;
  clearTimeout(timer);
  if (working) timer = setTimeout(showDrafts, 700);
}

// --- the shelf ---

function replaceWith(report) {
  const picker = document.getElementById("files");
  const query = `&issuer=${encodeURIComponent(report.issuer)}&year=${report.year}`;
  picker.dataset.query = query;
  picker.click();
}

function shelfRow(report) {
  const made = element("tr", "", { "data-id": report.id });
  const acts = element("td", "", { class: "acts" });
  const about = { "aria-label": "" };
  const label = (text) => ({ ...about, "aria-label": `${text}：${report.title}` });
  if (!report.withdrawn) acts.append(link(t("view"), report.page, label(t("view"))));
  acts.append(link(t("compare"), `/desk/compare?left=${report.id}`, label(t("compare"))));
  if (may("editor")) {
    acts.append(button(t("correct"), () => reopen(report), label(t("correct"))));
    acts.append(button(t("replace"), () => replaceWith(report), label(t("replace"))));
    acts.append(report.withdrawn
      ? button(t("restore"), () => act(`/reports/${report.id}/restore`, t("done_restore")), label(t("restore")))
      : button(t("withdraw"), () => withdraw(report), label(t("withdraw"))));
  }
  const state = element("td", "");
  state.append(element("span", t(report.withdrawn ? "withdrawn" : "answering"), { class: report.withdrawn ? "badge off" : "badge on" }));
  made.append(
    element("th", report.issuer, { scope: "row" }), element("td", String(report.year), { class: "numeric" }),
    element("td", report.title), state, acts);
  return made;
}

function withdraw(report) {
  if (confirm(t("withdraw_sure"))) act(`/reports/${report.id}/withdraw`, t("done_withdraw"));
}

async function reopen(report) {
  const draft = await attempt(() => call(`/reports/${report.id}/reopen`, { method: "POST" }));
  if (draft) location.assign(`/desk/drafts/${draft.id}`);
}

function showFiltered() {
  const words = filter.value.trim().split(/\s+/).filter(Boolean);
  const fits = (report) => words.every((word) => `${report.issuer} ${report.year} ${report.title}`.includes(word));
  refill(shelf, held.filter(fits).map(shelfRow));
}

async function showShelf() {
  const answer = await attempt(() => call("/reports"));
  if (!answer) return;
  held = answer.reports;
  document.getElementById("no-shelf").hidden = held.length > 0;
  showFiltered();
  const attention = document.getElementById("attention");
  attention.hidden = !answer.attention.length;
  attention.querySelector("ul").replaceChildren(...answer.attention.map((one) => element("li", one.reason)));
}

function refresh() {
  return Promise.all([may("editor") ? showDrafts() : null, showShelf()]);
}

// --- uploading ---

function send(files, query = "") {
  if (!files.length) return;
  upload(files, document.getElementById("uploads"), document.getElementById("skipped"), showDrafts, query);
}

function equipUploads() {
  const drop = document.getElementById("drop");
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    send(await dropped(event.dataTransfer));
  });
  for (const each of drop.querySelectorAll("[data-picks]")) {
    const picker = document.getElementById(each.dataset.picks);
    each.addEventListener("click", () => { picker.dataset.query = ""; picker.click(); });
    picker.addEventListener("change", () => {
      send([...picker.files].filter((file) => !file.name.startsWith(".")), picker.dataset.query);
      picker.value = "";
    });
  }
}

filter.addEventListener("input", showFiltered);
if (may("editor")) equipUploads();
await refresh();
