// What can be done with an answer: copy it, share a link to its question, have it read aloud.

import { linkTo } from "./share.js";

const VOICES = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en-US" };

function asText(answer) {
  const sources = answer.citations.map((one) =>
    `[${one.id}] ${one.report} ${one.section.join(" › ")} ${new URL(one.url, location.origin)}`);
  return [answer.text, ...sources].join("\n");
}

async function toClipboard(button, told, text) {
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = button.dataset.done;
  } catch {
    told.textContent = button.dataset.failed;
  }
}

function share(button, told, shared) {
  const link = linkTo(shared);
  if (link) return toClipboard(button, told, link);
  told.textContent = button.dataset.long;
}

function speaker(button, answer) {
  if (!("speechSynthesis" in window)) return button.remove();
  const start = button.textContent;
  button.addEventListener("click", () => {
    const speaking = button.textContent !== start;
    speechSynthesis.cancel();
    if (speaking) return;
    const speech = new SpeechSynthesisUtterance(answer.text.replace(/\[\d+\]/g, ""));
    speech.lang = VOICES[answer.language];
    speech.onend = speech.onerror = () => { button.textContent = start; };
    button.textContent = button.dataset.stop;
    speechSynthesis.speak(speech);
  });
}

/** Given the tool bar of a reply, its answer and what is shared (its question as {q, issuer, year}
 * and the earlier ones), make the tools work. */
export function equip(bar, answer, shared) {
  const tool = (name) => bar.querySelector(`[data-tool="${name}"]`);
  const told = bar.querySelector(".told");
  tool("copy").addEventListener("click", () => toClipboard(tool("copy"), told, asText(answer)));
  tool("share").addEventListener("click", () => share(tool("share"), told, shared));
  speaker(tool("speak"), answer);
}
