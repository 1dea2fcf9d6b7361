// Who may sign in, and the log of changes.

import { element } from "../fill.js";
import { attempt, button, call, moment, named, refill, t } from "./api.js";

const people = document.getElementById("people");
const audit = document.getElementById("audit");
const more = document.getElementById("more");
const form = document.getElementById("add");
const naming = document.getElementById("naming");
let last = null;

async function change(name, json) {
  await attempt(() => call(`/people/${encodeURIComponent(name)}`, { method: "PATCH", json }), t("done_save"));
  await Promise.all([showPeople(), showAudit()]);
}

function roleOf(person) {
  const select = document.createElement("select");
  select.setAttribute("aria-label", `${t("role")}：${person.name}`);
  for (const role of ["reader", "editor", "admin"]) select.append(new Option(named("roles", role), role));
  select.value = person.role;
  select.addEventListener("change", () => change(person.name, { role: select.value }));
  return select;
}

async function askPassword(person) {
  naming.querySelector("form").reset();
  naming.returnValue = "";
  naming.showModal();
  naming.addEventListener("close", () => {
    const password = naming.querySelector("input").value;
    if (naming.returnValue === "keep") change(person.name, { password });
  }, { once: true });
}

function row(person) {
  const made = element("tr", "", { "data-id": person.name });
  const role = document.createElement("td");
  role.append(roleOf(person));
  const acts = element("td", "", { class: "acts" });
  acts.append(
    button(t(person.active ? "deactivate" : "activate"), () => change(person.name, { active: !person.active })),
    button(t("set_password"), () => askPassword(person)));
  made.append(element("th", person.name, { scope: "row" }), role, element("td", t(person.active ? "active" : "inactive")), acts);
  return made;
}

async function showPeople() {
  const found = await attempt(() => call("/people"));
  if (found) refill(people, found.people.map(row));
}

function entry(one) {
  const made = document.createElement("tr");
  const detail = Object.entries(one.detail).map(([name, value]) => `${name}：${value}`).join("；");
  made.append(...[moment(one.at), one.person, named("actions", one.action), one.subject, detail].map((text) => element("td", text)));
  return made;
}

async function showAudit(before = null) {
  const found = await attempt(() => call(`/audit?most=50${before ? `&before=${before}` : ""}`));
  if (!found) return;
  if (!before) audit.replaceChildren();
  audit.append(...found.entries.map(entry));
  last = found.entries.at(-1)?.id ?? null;
  more.hidden = found.entries.length < 50;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const json = Object.fromEntries(new FormData(form));
  const added = await attempt(() => call("/people", { method: "POST", json }), t("done_save"));
  if (added) form.reset();
  await Promise.all([showPeople(), showAudit()]);
});
more.addEventListener("click", () => showAudit(last));
await Promise.all([showPeople(), showAudit()]);
