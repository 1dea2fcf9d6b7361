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

export function tableRow(figure, blank) {
  const row = document.createElement("tr");
  const value = figure.value === null ? blank : `${grouped(figure.value)} ${figure.unit ?? ""}`.trim();
  row.append(
    element("td", figure.issuer, { lang: "zh" }),
    element("td", String(figure.year)),
    element("td", figure.indicator, { lang: "zh" }),
    element("td", value, { class: "numeric" }),
  );
  return row;
}

/** (7892-7479)/7479 as people write it. */
export function written(calculation) {
  const signs = { "-": " − ", "+": " + ", "*": " × ", "/": " ÷ " };
  const expression = calculation.expression.replace(/[-+*/]/g, (sign) => signs[sign]);
  if (expression.includes("=")) return expression.trim();
  const result = calculation.result === null ? "" : grouped(calculation.result);
  return `${expression.trim()} = ${result}${calculation.unit ?? ""}`;
}
