// The desk's API: JSON in, JSON out, with the token that proves a page of ours asks; and the desk's words.

const known = JSON.parse(document.body.dataset.words);
const told = document.getElementById("told");

/** What the desk says: t("checks_hold", { n: 3 }). */
export function t(name, values = {}) {
  return known.text[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

/** The words for a role, a stage, a form or an action; what has none is shown as it is. */
export function named(kind, name) {
  return known[kind][name] ?? name;
}

export function may(role) {
  const roles = ["reader", "editor", "admin"];
  return roles.indexOf(document.body.dataset.role) >= roles.indexOf(role);
}

/** What went wrong, in the server's own words. */
export class Refused extends Error {}

export async function call(path, { method = "GET", json, body } = {}) {
  const headers = { "X-CSRF-Token": document.body.dataset.csrf };
  if (json !== undefined) headers["Content-Type"] = "application/json";
  let response;
  try {
    response = await fetch(`/api/desk${path}`, { method, headers, body: json === undefined ? body : JSON.stringify(json) });
  } catch {
    throw new Refused(t("unreachable"));
  }
  if (response.status === 401 && path !== "/session") location.assign("/desk/sign-in");
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.detail ?? t("unreachable"));
  return answer;
}

/** Say something in the page's status line. */
export function tell(text, failed = false) {
  told.textContent = text;
  told.classList.toggle("failed", failed);
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => { told.textContent = ""; }, failed ? 12000 : 5000);
}

/** Do something; what is refused is said, and undefined comes back. */
export async function attempt(work, done = "") {
  try {
    const answer = await work();
    if (done) tell(done);
    return answer ?? null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell(error.message, true);
    return undefined;
  }
}

export function button(label, act, attributes = {}) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.addEventListener("click", act);
  return made;
}

export function link(label, href, attributes = {}) {
  const made = document.createElement("a");
  made.textContent = label;
  made.href = href;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function controls(item) {
  return [...item.querySelectorAll("a, button, select, input")];
}

/** Replace a list's items. The focus stays in the item of the same data-id, or goes to the section's heading. */
export function refill(list, items) {
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  const before = focused?.closest("[data-id]");
  const fromEnd = before ? controls(before).indexOf(focused) - controls(before).length : 0;
  list.replaceChildren(...items);
  if (!focused) return;
  const again = items.find((item) => before && item.dataset.id === before.dataset.id);
  const heading = list.closest("section").querySelector("h2");
  heading.tabIndex = -1;
  ((again && controls(again).at(fromEnd)) ?? heading).focus();
}

/** A moment of the server's (UTC) as people here write it. */
export function moment(text) {
  return new Date(`${text}Z`).toLocaleString("zh-CN", { dateStyle: "short", timeStyle: "short" });
}
