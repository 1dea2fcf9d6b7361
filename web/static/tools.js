// What can be done with an answer: copy it, share a link to its question, have it read aloud.

const VOICES = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en-US" };

function asText(answer) {
  const sources = answer.citations.map((one) =>
    `[${one.id}] ${one.report} ${one.section.join(" › ")} ${new URL(one.url, location.origin)}`);
  return [answer.text, ...sources].join("\n");
}

function shareable(question) {
  const url = new URL("/", location.origin);
  for (const [name, value] of Object.entries(question)) if (value) url.searchParams.set(name, value);
  return String(url);
}

async function toClipboard(button, told, text) {
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = button.dataset.done;
  } catch {
    told.textContent = button.dataset.failed;
  }
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

/** Given the tool bar of a reply, its answer and its question ({q, issuer, year}), make the tools work. */
export function equip(bar, answer, question) {
  const tool = (name) => bar.querySelector(`[data-tool="${name}"]`);
  const told = bar.querySelector(".told");
  tool("copy").addEventListener("click", () => toClipboard(tool("copy"), told, asText(answer)));
  tool("share").addEventListener("click", () => toClipboard(tool("share"), told, shareable(question)));
  speaker(tool("speak"), answer);
}
