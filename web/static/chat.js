// The question page: sends questions, shows the answers in the log.

import { clone, element, slot } from "./fill.js";
import { reply } from "./reply.js";
import { chosen, fillPickers } from "./scope.js";
import { linked } from "./share.js";
import { close, open } from "./source.js";
import { answerFrom } from "./stream.js";

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

/** The questions of this conversation that were answered, as a link shares them. */
let asked = [];

async function post(path, question, scope) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, conversation, language: language(question), ...scope }),
  });
  if (!response.ok && response.status !== 422) throw new Error(String(response.status));
  return response;
}

/** The answer, its words told as they come; asked for whole where the stream breaks off. */
async function fetchAnswer(question, scope, told) {
  const response = await post("/api/ask/stream", question, scope);
  if (!response.ok) return { refused: true, body: await response.json() };
  const streamed = await answerFrom(response.body, told).catch(() => null);
  if (streamed) return { refused: false, body: streamed };
  const whole = await post("/api/ask", question, scope);
  return { refused: !whole.ok, body: await whole.json() };
}

function trouble(text, again) {
  const made = clone("trouble");
  const place = slot(made, "text");
  place.textContent = text || place.dataset.unreachable;
  if (text) made.querySelector(".tools").remove();
  else made.querySelector("button").addEventListener("click", again);
  return made;
}

/** A function that shows words in a place, after those that it showed before. */
function arriving(place) {
  const line = element("p", "", { class: "sentence" });
  return (words) => {
    if (!line.isConnected) place.replaceChildren(line);
    line.append(words);
  };
}

/** Given where the reply goes, the question and its scope, return that place, the reply in it. */
async function answerInto(place, question, scope) {
  place.setAttribute("aria-busy", "true");
  try {
    const { refused, body } = await fetchAnswer(question, scope, arriving(place));
    if (!refused && body.conversation !== conversation) asked = []; // an expired one is not followed up
    conversation = body.conversation ?? conversation;
    place.dataset.status = refused ? "refused" : body.status;
    const shared = { question: { q: question, ...scope }, earlier: [...asked] };
    place.replaceChildren(refused ? trouble(body.detail) : reply(body, shared, ask, open));
    if (!refused) asked.push(shared.question);
  } catch {
    place.dataset.status = "unreachable";
    place.replaceChildren(trouble("", () => answerInto(place, question, scope)));
  }
  place.setAttribute("aria-busy", "false");
  return place;
}

function ask(question, scope = chosen()) {
  const made = clone("exchange");
  const article = made.querySelector("article");
  slot(made, "question").textContent = question;
  log.append(made);
  document.body.classList.add("asked-once");
  fresh.hidden = false;
  if (matchMedia("(pointer: fine)").matches) box.focus({ preventScroll: true });
  article.scrollIntoView({ block: "start" });
  return answerInto(article.querySelector(".reply"), question, scope);
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
  asked = [];
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
for (const { question, scope } of linked(address)) {
  const place = await ask(question, scope);
  if (place.dataset.status === "unreachable") break; // what follows it up would be understood otherwise
}
