// The question page: sends questions, shows the answers in the log.

import { clone, slot } from "./fill.js";
import { reply } from "./reply.js";
import { chosen, fillPickers } from "./scope.js";
import { close, open } from "./source.js";

const form = document.getElementById("composer");
const box = document.getElementById("question");
const log = document.getElementById("log");
const fresh = document.getElementById("fresh");
const address = new URLSearchParams(location.search);
let conversation = null;

/** The answer's language: the question's own (null), but traditional characters on a traditional page. */
function language(question) {
  const page = document.documentElement.lang;
  if (/\p{Script=Han}/u.test(question)) return page === "zh-Hant" ? page : null;
  return /[a-z]/i.test(question) ? null : page;
}

async function fetchAnswer(question, scope) {
  const response = await fetch("/api/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, conversation, language: language(question), ...scope }),
  });
  const body = await response.json();
  if (!response.ok && response.status !== 422) throw new Error(String(response.status));
  return { refused: !response.ok, body };
}

function trouble(text, again) {
  const made = clone("trouble");
  const place = slot(made, "text");
  place.textContent = text || place.dataset.unreachable;
  if (text) made.querySelector(".tools").remove();
  else made.querySelector("button").addEventListener("click", again);
  return made;
}

async function answerInto(place, question, scope) {
  place.setAttribute("aria-busy", "true");
  try {
    const { refused, body } = await fetchAnswer(question, scope);
    conversation = body.conversation ?? conversation;
    place.dataset.status = refused ? "refused" : body.status;
    place.replaceChildren(
      refused ? trouble(body.detail) : reply(body, { q: question, ...scope }, ask, open));
  } catch {
    place.dataset.status = "unreachable";
    place.replaceChildren(trouble("", () => answerInto(place, question, scope)));
  }
  place.setAttribute("aria-busy", "false");
}

function ask(question) {
  const made = clone("exchange");
  const article = made.querySelector("article");
  slot(made, "question").textContent = question;
  log.append(made);
  document.body.classList.add("asked-once");
  fresh.hidden = false;
  if (matchMedia("(pointer: fine)").matches) box.focus({ preventScroll: true });
  article.scrollIntoView({ block: "start" });
  return answerInto(article.querySelector(".reply"), question, chosen());
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
}

function submit(event) {
  event.preventDefault();
  const question = box.value.trim();
  if (!question) return box.focus();
  box.value = "";
  grow();
  ask(question);
}

/** Enter sends; but the Enter that settles a Chinese input method's candidate does not. */
function sendOnEnter(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
}

function startOver() {
  close();
  conversation = null;
  log.replaceChildren();
  document.body.classList.remove("asked-once");
  fresh.hidden = true;
  history.replaceState(null, "", "/");
  box.focus();
}

form.addEventListener("submit", submit);
box.addEventListener("keydown", sendOnEnter);
box.addEventListener("input", grow);
fresh.addEventListener("click", startOver);
for (const button of document.querySelectorAll("[data-question]")) {
  button.addEventListener("click", () => ask(button.dataset.question));
}
await fillPickers(address).catch(() => {});
if (address.get("q")) ask(address.get("q"));
