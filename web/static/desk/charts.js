// Trend and comparison charts of a pivot. Loaded when a chart is first asked for.

import { grouped } from "../figures.js";
import { t } from "./api.js";
import { png, svg } from "./drawing.js";

export const MOST_LINES = 8;
export const MOST_BARS = 30;
const DASHES = [undefined, "8 4", "2 4", "10 4 2 4"];
const WIDTH = 860;

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return { ink: of("--ink"), quiet: of("--quiet"), line: of("--line"), ground: of("--sheet"), series: [1, 2, 3, 4].map((n) => of(`--series-${n}`)) };
}

/** Round steps of a scale that holds all values: 0, 2000, 4000, … */
function steps(values) {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = (most - least || 1) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((n) => n * unit).find((n) => n >= rough);
  const marks = [];
  for (let at = Math.floor(least / step); at <= Math.ceil(most / step); at += 1) marks.push(Number((at * step).toPrecision(12)));
  return marks;
}

function short(text, most) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function value(row, year) {
  const cell = row.cells.find((one) => one.year === year);
  return cell && cell.value !== null && cell.trust !== "unreadable" ? cell : null;
}

function titled(measure, unit, ink) {
  const text = unit ? `${measure}（${unit}）` : measure;
  return { kind: "text", x: 16, y: 28, text: short(text, 46), colour: ink.ink, size: 17, bold: true };
}

/** Lines over years: one for each of the first agencies that have two values. */
export function trend(pivot, rows) {
  const ink = colours();
  const { years } = pivot;
  const series = rows.filter((row) => years.filter((year) => value(row, year)).length > 1).slice(0, MOST_LINES);
  if (!series.length) return null;
  const marks = steps(series.flatMap((row) => years.map((year) => value(row, year)).filter(Boolean).map((cell) => Number(cell.value))));
  const [left, top, right, bottom] = [100, 56, WIDTH - 24, 356];
  const span = years.at(-1) - years[0] + 1;
  const x = (year) => left + ((right - left) * (year - years[0] + 0.5)) / span;
  const y = (number) => bottom - ((bottom - top) * (number - marks[0])) / (marks.at(-1) - marks[0]);
  const shapes = [titled(pivot.measure.name, pivot.measure.units.join("、"), ink)];
  for (const mark of marks) {
    shapes.push({ kind: "line", points: [[left, y(mark)], [right, y(mark)]], colour: ink.line });
    shapes.push({ kind: "text", x: left - 10, y: y(mark) + 5, text: grouped(String(mark)), anchor: "end", colour: ink.quiet, size: 13 });
  }
  for (const year of years) shapes.push({ kind: "text", x: x(year), y: bottom + 24, text: `${year}`, anchor: "middle", colour: ink.quiet, size: 13 });
  series.forEach((row, place) => shapes.push(...lineOf(row, place, years, x, y, ink, series.length < 3)));
  const height = bottom + 48 + Math.ceil(series.length / 2) * 26;
  series.forEach((row, place) => shapes.push(...legend(row.issuer, place, ink, bottom + 56)));
  return { width: WIDTH, height, ground: ink.ground, shapes, title: `${pivot.measure.name} ${t("trend_tab")}` };
}

function lineOf(row, place, years, x, y, ink, labelled) {
  const colour = ink.series[place % ink.series.length];
  const dash = DASHES[Math.floor(place / ink.series.length)];
  const shapes = [];
  let run = [];
  for (const year of [...years, null]) {
    const cell = year === null ? null : value(row, year);
    if (cell) run.push([x(year), y(Number(cell.value))]);
    else {
      if (run.length > 1) shapes.push({ kind: "line", points: run, colour, width: 2.5, dash });
      run = [];
    }
  }
  for (const year of years) {
    const cell = value(row, year);
    if (!cell) continue;
    shapes.push({ kind: "dot", x: x(year), y: y(Number(cell.value)), colour, ring: ink.ground });
    if (labelled) shapes.push({ kind: "text", x: x(year), y: y(Number(cell.value)) - 11, text: grouped(cell.value), anchor: "middle", colour: ink.ink, size: 13 });
    if (cell.changed) shapes.push({ kind: "text", x: x(year), y: y(Number(cell.value)) + 22, text: "△", anchor: "middle", colour: ink.ink, size: 13 });
  }
  return shapes;
}

function legend(name, place, ink, top) {
  const [x, y] = [place % 2 ? WIDTH / 2 + 16 : 100, top + Math.floor(place / 2) * 26];
  const colour = ink.series[place % ink.series.length];
  return [
    { kind: "line", points: [[x, y - 5], [x + 32, y - 5]], colour, width: 2.5, dash: DASHES[Math.floor(place / ink.series.length)] },
    { kind: "text", x: x + 42, y, text: short(name, 20), colour: ink.ink, size: 14 },
  ];
}

/** Bars of one year: the agencies with the largest values. */
export function bars(pivot, rows, year) {
  const ink = colours();
  const found = rows.map((row) => [row.issuer, value(row, year)]).filter(([, cell]) => cell);
  const first = found.sort((one, other) => Number(other[1].value) - Number(one[1].value)).slice(0, MOST_BARS);
  if (!first.length) return null;
  const numbers = first.map(([, cell]) => Number(cell.value));
  const [least, most] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const [left, right] = [260, WIDTH - 130];
  const x = (number) => left + ((right - left) * (number - least)) / (most - least || 1);
  const shapes = [titled(`${pivot.measure.name} ${year}${t("year_suffix")}`, pivot.measure.units.join("、"), ink)];
  first.forEach(([issuer, cell], place) => {
    const y = 60 + place * 34;
    const number = Number(cell.value);
    shapes.push({ kind: "text", x: left - 12, y: y + 16, text: short(issuer, 16), anchor: "end", colour: ink.ink, size: 14 });
    shapes.push({ kind: "rect", x: Math.min(x(0), x(number)), y, w: Math.max(1, Math.abs(x(number) - x(0))), h: 22, colour: ink.series[0] });
    shapes.push({ kind: "text", x: Math.max(x(number), x(0)) + 8, y: y + 16, text: grouped(cell.value), colour: ink.ink, size: 14 });
  });
  return { width: WIDTH, height: 80 + first.length * 34, ground: ink.ground, shapes, title: `${pivot.measure.name} ${year}${t("year_suffix")} ${t("bars_tab")}` };
}

export function draw(place, drawing) {
  place.replaceChildren(svg(drawing));
}

export async function save(drawing) {
  const url = URL.createObjectURL(await png(drawing));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${drawing.title}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
