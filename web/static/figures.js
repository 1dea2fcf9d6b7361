// How figures are written: digits grouped from five on, the unit beside them, the scope above.

import { clone, element, say, slot } from "./fill.js";

export function grouped(value) {
  const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(value) ?? [null, "", value, ""];
  const digits = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return (sign ? "−" : "") + digits + rest;
}

function scopeOf(figure) {
  const suffix = document.getElementById("year").dataset.suffix;
  return `${figure.issuer} · ${figure.year}${suffix}`;
}

function headline(value, unit, of, indicator, trust) {
  const made = clone("headline");
  const digits = slot(made, "digits");
  digits.textContent = value === null ? digits.dataset.blank : grouped(value);
  digits.classList.toggle("blank", value === null);
  say(made, "unit", value === null ? "" : unit);
  say(made, "of", of);
  say(made, "indicator", indicator);
  say(made, "doubt", slot(made, "doubt").dataset[trust]);
  return made;
}

/** The calculation's result large; or one or two figures large; three and more are left to the table. */
export function headlines(answer) {
  const { figures, calculation } = answer;
  if (answer.further?.length) return []; // several results: each stands in the words
  if (calculation) {
    const scopes = new Set(figures.map((figure) => figure.issuer));
    return [headline(calculation.result, calculation.unit, [...scopes].join(" · "), "", "")];
  }
  if (figures.length > 2) return [];
  return figures.map((one) =>
    headline(one.value, one.unit, scopeOf(one), one.indicator, one.trust));
}

export function needsTable(answer) {
  return answer.figures.length > 2 || (answer.calculation !== null && answer.figures.length > 0);
}

const COLUMNS = {
  issuer: (figure) => element("td", figure.issuer, { lang: "zh" }),
  year: (figure) => element("td", String(figure.year)),
  indicator: (figure) => element("td", figure.indicator, { lang: "zh" }),
};

/** How wide each figure's bar is, in percent, or null where bars would mislead: mixed units, below zero. */
function lengths(figures) {
  const values = figures.map((figure) => Number(figure.value));
  const most = Math.max(...values);
  const alike = new Set(figures.map((figure) => figure.unit)).size === 1;
  const fit = alike && most > 0 && figures.every((figure, place) => figure.value !== null && values[place] >= 0);
  return fit ? values.map((value) => (100 * value) / most) : null;
}

function valueCell(figure, blank) {
  const value = figure.value === null ? blank : `${grouped(figure.value)} ${figure.unit ?? ""}`.trim();
  return element("td", value, { class: "numeric" });
}

/** Fill the table of figures: what they all share goes into its caption, the rest into columns. */
export function fillTable(table, figures, blank) {
  const shared = Object.keys(COLUMNS).filter(
    (name) => figures.length > 1 && figures.every((figure) => figure[name] === figures[0][name]));
  for (const name of shared) table.querySelector(`[data-column="${name}"]`).remove();
  slot(table, "shared").textContent = shared.map((name) => figures[0][name]).join(" · ");
  const bars = lengths(figures);
  if (!bars) table.querySelector('[data-column="bar"]').remove();
  for (const [place, figure] of figures.entries()) {
    const row = document.createElement("tr");
    const named = Object.keys(COLUMNS).filter((name) => !shared.includes(name));
    row.append(...named.map((name) => COLUMNS[name](figure)));
    if (bars) row.append(bar(bars[place]));
    row.append(valueCell(figure, blank));
    slot(table, "figures").append(row);
  }
}

function bar(length) {
  const cell = element("td", "", { class: "bar" });
  const drawn = document.createElement("span");
  drawn.style.inlineSize = `${length}%`;
  cell.append(drawn);
  return cell;
}

/** (7892-7479)/7479 as people write it. */
export function written(calculation) {
  const signs = { "-": " − ", "+": " + ", "*": " × ", "/": " ÷ " };
  const expression = calculation.expression.replace(/[-+*/]/g, (sign) => signs[sign]);
  if (expression.includes("=")) return expression.trim();
  const result = calculation.result === null ? "" : grouped(calculation.result);
  return `${expression.trim()} = ${result}${calculation.unit ?? ""}`;
}
