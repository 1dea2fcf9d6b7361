// One answer on the page.

import { welcome } from "./feedback.js";
import { clone, element, say, slot } from "./fill.js";
import { fillTable, headlines, needsTable, written } from "./figures.js";
import { equip } from "./tools.js";

/** Only the service's own report pages may be opened from an answer. */
function address(citation) {
  return citation.url.startsWith("/reports/") ? citation.url : "/reports";
}

/** A sentence of the answer, its [n] marks turned into links to the citations. */
function sentence(place, text, answer, open) {
  const known = new Map(answer.citations.map((one) => [String(one.id), one]));
  place.textContent = "";
  for (const [index, part] of text.split(/\[(\d+)\]/).entries()) {
    const citation = index % 2 ? known.get(part) : null;
    if (!citation) {
      place.append(index % 2 ? `[${part}]` : part);
      continue;
    }
    const link = element("a", part, { class: "reference", href: address(citation) });
    link.setAttribute("aria-label", `[${part}] ${citation.report}`);
    link.addEventListener("click", (event) => open(event, link));
    place.append(link);
  }
}

/** The text without the lines that the page shows apart, as warnings. */
function besidesWarnings(answer) {
  return answer.text.split("\n").filter((line) => !answer.warnings.includes(line)).join("\n");
}

function path(citation, place) {
  const cell = citation.table
    ? [citation.table.row, citation.table.column].map((labels) => labels.join(" › ")).filter(Boolean).join(" ／ ")
    : "";
  const page = citation.page === null ? "" : place.dataset.pageBefore + citation.page + place.dataset.pageAfter;
  return [...citation.section, cell, page].filter(Boolean).join(" › ");
}

/** One citation as a link. What the reply itself quotes at length is not repeated. */
function chip(citation, text, open) {
  const quoted = citation.quote.length > 30 && text.includes(citation.quote);
  const made = clone("citation");
  const link = made.querySelector("a");
  link.href = address(citation);
  link.addEventListener("click", (event) => open(event, link));
  slot(made, "report").textContent = `[${citation.id}] ${citation.report}`;
  say(made, "path", path(citation, slot(made, "path")));
  say(made, "quote", quoted ? "" : citation.quote);
  for (const part of made.querySelectorAll("[data-slot]")) part.lang = "zh";
  return made;
}

function offers(place, answer, ask) {
  const choices = answer.choices.map((one) => [one.label, one.question]);
  const listed = choices.length ? choices : answer.suggestions.map((one) => [one, one]);
  const kind = choices.length ? "choose" : answer.status === "answered" ? "next" : "instead";
  if (!listed.length) return place.remove();
  for (const heading of place.querySelectorAll("[data-kind]")) {
    if (heading.dataset.kind !== kind) heading.remove();
  }
  for (const [label, question] of listed) {
    const button = element("button", label, { type: "button", class: "offer" });
    button.addEventListener("click", () => ask(question));
    const item = document.createElement("li");
    item.append(button);
    slot(place, "offers").append(item);
  }
}

function working(made, answer) {
  if (answer.calculation)
    slot(made, "expression").textContent = [answer.calculation, ...(answer.further ?? [])].map(written).join("; ");
  else made.querySelector(".working").remove();
  const compared = made.querySelector(".compared");
  if (!needsTable(answer)) return compared.remove();
  const blank = document.getElementById("headline").content.querySelector("[data-blank]").dataset.blank;
  fillTable(compared.querySelector("table"), answer.figures, blank);
}

/** Given an answer, what a link to it shares, what asks a question and what opens a source, return the filled reply. */
export function reply(answer, shared, ask, open) {
  const made = clone("reply");
  for (const status of made.querySelectorAll("[data-status]")) {
    if (status.dataset.status !== answer.status) status.remove();
  }
  const large = slot(made, "headlines");
  large.append(...headlines(answer));
  if (!large.childElementCount) large.remove();
  sentence(slot(made, "text"), besidesWarnings(answer), answer, open);
  slot(made, "text").lang = answer.language;
  say(made, "assumed", answer.assumed);
  const warnings = slot(made, "warnings");
  for (const warning of answer.warnings) {
    const item = element("li", "");
    sentence(item, warning, answer, open);
    warnings.append(item);
  }
  if (!answer.warnings.length) warnings.remove();
  working(made, answer);
  slot(made, "citations").append(...answer.citations.map((citation) => chip(citation, answer.text, open)));
  if (!answer.citations.length) made.querySelector(".sources").remove();
  offers(made.querySelector(".next"), answer, ask);
  if (answer.status !== "answered") made.querySelector(".tools").before(...made.querySelectorAll(".next"));
  equip(made.querySelector(".tools"), answer, shared);
  welcome(made.querySelector(".feedback"), answer.id);
  return made;
}
