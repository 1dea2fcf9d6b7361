// One draft: what was recognised, corrections, and approval.

import { element } from "../fill.js";
import { attempt, button, call, link, named, t } from "./api.js";

const BUSY = ["waiting", "reading", "checking", "publishing"];
const id = document.getElementById("draft").dataset.id;
const state = document.getElementById("state");
const form = document.getElementById("meta");
const frame = document.querySelector("#text iframe");
const FIELDS = ["issuer", "year", "title", "kind", "region", "published", "document_number", "url"];
let shown = "";

function facts(found) {
  const checks = found.checks;
  const parts = new Map();
  for (const form of found.forms) parts.set(form.split("/")[0], (parts.get(form.split("/")[0]) ?? 0) + 1);
  const forms = [...parts].map(([form, count]) => `${named("forms", form)}（${count}）`).join("、");
  const sums = [["checks_hold", checks.holding], ["checks_fail", checks.failing], ["checks_open", checks.open]];
  const trust = Object.entries(found.trust).map(([kind, n]) => t(`trust_${kind}`, { n })).join("；");
  return [
    [t("forms"), forms || t("forms_none")],
    [t("tables"), String(found.tables)],
    [t("figures"), [String(found.figures), trust].filter(Boolean).join("；")],
    [t("passages"), String(found.passages)],
    [t("checks"), sums.filter(([, n]) => n).map(([name, n]) => t(name, { n })).join("，") || t("none")],
  ];
}

function spot(anchor, text) {
  const made = link(text, `/desk/drafts/${id}/text?at=${anchor}#${anchor}`, { target: "text" });
  made.addEventListener("click", () => document.getElementById("text").scrollIntoView({ block: "nearest" }));
  return made;
}

function listed(title, items) {
  if (!items.length) return [];
  const list = element("ul", "", { class: "plain-list" });
  for (const item of items) {
    const line = document.createElement("li");
    line.append(item);
    list.append(line);
  }
  return [element("h3", title), list];
}

function showFound(found) {
  document.getElementById("found").hidden = false;
  const list = document.querySelector("#found dl");
  list.replaceChildren();
  for (const [name, value] of facts(found)) list.append(element("dt", name), element("dd", value));
  document.getElementById("doubts").replaceChildren(
    ...listed(t("failing"), found.failing.map((check) => spot(check.anchor, `${check.name}：${check.expression}`))),
    ...listed(t("conflicts"), found.conflicts.map((one) => spot(one.narrative.anchor, t("conflict", {
      indicator: one.indicator, narrative: one.narrative.value, table: one.table.map((cell) => cell.value).join(" + "),
    })))),
    ...listed(t("notices"), found.notices));
}

async function publish() {
  if (!confirm(t("publish_sure"))) return;
  await attempt(() => call(`/drafts/${id}/publish`, { method: "POST" }), t("done_publish"));
  await show();
}

async function discard() {
  if (!confirm(t("discard_sure"))) return;
  const done = await attempt(() => call(`/drafts/${id}`, { method: "DELETE" }));
  if (done) location.assign("/desk/reports");
}

function showState(draft) {
  const share = draft.stage === "publishing" && draft.total ? ` ${Math.round((100 * draft.done) / draft.total)}%` : "";
  const line = element("p", "", { class: "draft-head" });
  line.append(element("span", named("stages", draft.stage) + share, { class: "stage", "data-stage": draft.stage }));
  const acts = element("div", "", { class: "buttons" });
  const found = draft.recognised;
  if (draft.stage === "ready") acts.append(button(t("publish"), publish, { class: "primary" }));
  if (draft.stage === "published") acts.append(link(t("view"), `/reports/${found.report}`, { class: "button" }));
  if (found.replaces && draft.stage === "ready") acts.append(link(t("compare_held"), `/desk/compare?left=${found.report}&right=draft:${id}`, { class: "button" }));
  if (!BUSY.includes(draft.stage) || draft.stale) acts.append(button(t("discard"), discard));
  const lines = [draft.message, draft.missing ? t(`missing_${draft.missing}`) : "", draft.stale ? t("stale") : ""];
  state.replaceChildren(line, ...lines.filter(Boolean).map((text) => element("p", text, { class: "error" })));
  if (found.replaces && draft.stage === "ready") state.append(element("p", t("replaces", { title: found.replaces }), { class: "note" }));
  state.append(acts);
}

function fillForm(found) {
  for (const name of FIELDS) form.elements[name].value = found[name] ?? "";
}

async function show() {
  const draft = await attempt(() => call(`/drafts/${id}`));
  if (!draft) return;
  document.getElementById("file").textContent = draft.name;
  if (draft.updated_at !== shown) {
    showState(draft);
    const found = draft.recognised;
    if (found.title) {
      showFound(found);
      fillForm(found);
      const text = document.getElementById("text");
      if (text.hidden) frame.src = `/desk/drafts/${id}/text`;
      text.hidden = false;
    }
    for (const each of form.elements) each.disabled = draft.stage === "published" || (BUSY.includes(draft.stage) && !draft.stale);
    shown = draft.updated_at;
  }
  if (BUSY.includes(draft.stage) && !draft.stale) setTimeout(show, 700);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const json = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]).filter(([name, value]) => value || !["issuer", "title", "kind"].includes(name)));
  json.year = Number(json.year);
  const done = await attempt(() => call(`/drafts/${id}`, { method: "PATCH", json }), t("done_save"));
  if (done) {
    shown = "";
    document.getElementById("text").hidden = true;
    await show();
  }
});
await show();
