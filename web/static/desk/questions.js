// Questions: what was asked and not answered, teaching, and the evaluation.

import { element } from "../fill.js";
import { attempt, button, call, link, moment, named, refill, t } from "./api.js";

const by = (id) => document.getElementById(id);
const dialog = by("ask");
const days = by("range").elements.days;
const SCORES = ["right", "wrong", "abstained", "refused", "answered_unanswerable"];

// --- one dialog for all that is filled in ---

/** Ask for fields ([name, words, value, required]); resolves with what was given, or null. */
function fill(title, lead, fields) {
  by("ask-title").textContent = title;
  by("ask-lead").textContent = lead;
  by("fields").replaceChildren(...fields.map(([name, words, value, required]) => {
    const label = element("label", words);
    const input = document.createElement("input");
    input.name = name;
    input.value = value;
    input.required = required;
    label.append(input);
    return label;
  }));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      const given = Object.fromEntries(new FormData(dialog.querySelector("form")));
      resolve(dialog.returnValue === "keep" ? given : null);
    }, { once: true });
  });
}

async function teach(said = "") {
  const given = await fill(t("teach"), t("teach_lead"), [["said", t("said"), said, true], ["means", t("means"), "", true], ["issuer", t("only_issuer"), "", false]]);
  if (!given) return;
  await attempt(() => call("/lessons/synonym", { method: "POST", json: { ...given, issuer: given.issuer || null } }), t("done_teach"));
  await showLessons();
}

async function pin(question) {
  const given = await fill(t("pin"), t("pin_lead"), [["question", t("question"), question, true], ["spot", t("spot"), "", true]]);
  if (!given) return;
  await attempt(() => call("/lessons/pin", { method: "POST", json: given }), t("done_teach"));
  await showLessons();
}

async function addItem(question) {
  const given = await fill(t("to_evaluation"), t("item_lead"), [["question", t("question"), question, true], ["value", t("value"), "", false], ["unit", t("unit"), "", false]]);
  if (!given) return;
  const json = { question: given.question, value: given.value.replace(/[,，\s]/g, "") || null, unit: given.unit };
  await attempt(() => call("/evaluation/items", { method: "POST", json }), t("done_save"));
  await showEvaluation();
}

function acts(question, measure) {
  const about = (text) => ({ "aria-label": `${text}：${question}` });
  return [
    button(t("teach"), () => teach(measure), about(t("teach"))),
    button(t("pin"), () => pin(question), about(t("pin"))),
    button(t("to_evaluation"), () => addItem(question), about(t("to_evaluation"))),
  ];
}

// --- what was asked ---

function groupItem(group) {
  const made = document.createElement("li");
  const head = element("div", "", { class: "draft-head" });
  head.append(element("strong", group.example), element("span", named("statuses", group.status), { class: "stage" }), element("span", t("times", { n: group.count }), { class: "note" }));
  const buttons = element("div", "", { class: "buttons" });
  buttons.append(...acts(group.example, group.measure === group.example ? "" : group.measure));
  made.append(head, ...group.corrections.map((text) => element("p", `${t("opinion")}：${text}`, { class: "note" })), buttons);
  return made;
}

async function showGroups() {
  const answer = await attempt(() => call(`/unanswered?days=${days.value}`));
  if (!answer) return;
  by("groups").replaceChildren(...answer.groups.slice(0, 50).map(groupItem));
  by("no-groups").hidden = answer.groups.length > 0;
}

function askedRow(one) {
  const made = document.createElement("tr");
  const sources = document.createElement("td");
  one.sources.slice(0, 3).forEach((url, place) => sources.append(link(`[${place + 1}]`, url, { target: "_blank", rel: "noopener", "aria-label": `${t("sources")}${place + 1}：${one.question}` }), " "));
  const opinion = [one.thumb ? t(`thumb_${one.thumb}`) : "", one.correction].filter(Boolean).join("：");
  const tools = element("td", "", { class: "acts" });
  tools.append(...acts(one.question, one.measure));
  made.append(element("th", one.question, { scope: "row" }), element("td", named("statuses", one.status)), sources, element("td", opinion), element("td", moment(one.at.replace(/Z|\+00:00$/, ""))), tools);
  return made;
}

async function showAsked() {
  const answer = await attempt(() => call(`/questions?days=${days.value}&show=${by("show").value}`));
  if (!answer) return;
  by("asked").replaceChildren(...answer.questions.map(askedRow));
  by("no-asked").hidden = answer.questions.length > 0;
}

// --- what is taught ---

function lessonItem(lesson) {
  const made = element("li", "", { "data-id": lesson.id });
  const scope = [lesson.issuer, lesson.year ? `${lesson.year}${t("year_suffix")}` : ""].filter(Boolean).join(" ");
  made.append(element("span", `${lesson.text} → `));
  made.append(lesson.url ? link(lesson.means, lesson.url) : element("span", lesson.means), element("span", scope ? `（${scope}） ` : " "));
  made.append(button(t("delete"), () => drop(lesson), { "aria-label": `${t("delete")}：${lesson.text}` }));
  return made;
}

async function drop(lesson) {
  await attempt(() => call(`/lessons/${lesson.id}`, { method: "DELETE" }), t("done_discard"));
  await showLessons();
}

async function showLessons() {
  const answer = await attempt(() => call("/lessons"));
  if (!answer) return;
  refill(by("lessons"), answer.lessons.map(lessonItem));
  by("no-lessons").hidden = answer.lessons.length > 0;
}

// --- the evaluation ---

function heads(table, texts) {
  const row = document.createElement("tr");
  row.append(...texts.map((text) => element("th", text, { scope: "col" })));
  table.querySelector("thead").replaceChildren(row);
}

function showScores(now, before) {
  heads(by("scores"), [t("score"), t("this_run", { date: moment(now.at) }), before ? t("last_run", { date: moment(before.at) }) : t("no_run")]);
  by("scores").querySelector("tbody").replaceChildren(...SCORES.map((name) => {
    const row = document.createElement("tr");
    row.append(element("th", t(`verdict_${name}`), { scope: "row" }), element("td", String(now.summary[name])), element("td", String(before?.summary[name] ?? t("no_run"))));
    return row;
  }));
}

function verdict(run, item) {
  const found = run?.summary.items?.find((one) => one.id === `desk${item.id}`);
  return found ? t(`verdict_${found.verdict}`) : t("no_run");
}

function itemRow(item, runs) {
  const made = element("tr", "", { "data-id": item.id });
  const expected = item.expect.status ? t("expect_none") : `${item.expect.value} ${item.expect.unit ?? ""}`;
  const now = element("td", verdict(runs[0], item));
  if (runs[1] && verdict(runs[0], item) !== verdict(runs[1], item)) now.className = "warned";
  const tools = element("td", "", { class: "acts" });
  tools.append(button(t("delete"), () => dropItem(item), { "aria-label": `${t("delete")}：${item.question}` }));
  made.append(element("th", item.question, { scope: "row" }), element("td", expected), now, element("td", verdict(runs[1], item)), tools);
  return made;
}

async function dropItem(item) {
  await attempt(() => call(`/evaluation/items/${item.id}`, { method: "DELETE" }), t("done_discard"));
  await showEvaluation();
}

async function showEvaluation() {
  const answer = await attempt(() => call("/evaluation"));
  if (!answer) return;
  const [newest, last] = answer.runs;
  const going = newest && !Object.keys(newest.summary).length;
  by("no-items").hidden = answer.items.length > 0;
  by("run").disabled = !answer.items.length;
  by("run").setAttribute("aria-disabled", String(Boolean(going))); // a disabled button would lose the focus
  by("running").textContent = going ? t("running") : newest?.summary.error ? t("run_failed", { reason: newest.summary.error }) : "";
  const runs = newest && !going && !newest.summary.error ? [newest, last?.summary.items ? last : undefined] : [];
  by("scores").hidden = !runs.length;
  by("items").hidden = !answer.items.length;
  if (runs.length) showScores(...runs);
  heads(by("items"), [t("question"), t("expected"), t("verdict"), t("before"), t("actions")]);
  refill(by("items").querySelector("tbody"), answer.items.map((item) => itemRow(item, runs)));
  if (going) setTimeout(showEvaluation, 1000);
}

days.addEventListener("change", () => Promise.all([showGroups(), showAsked()]));
by("show").addEventListener("change", showAsked);
by("teach").addEventListener("click", () => teach());
by("run").addEventListener("click", async () => {
  if (by("run").getAttribute("aria-disabled") === "true") return;
  await attempt(() => call("/evaluation/runs", { method: "POST" }));
  await showEvaluation();
});
await Promise.all([showGroups(), showAsked(), showLessons(), showEvaluation()]);
