// Trend and comparison charts of a pivot. Loaded when a chart is first asked for.

import { grouped } from "../figures.js";
import { t } from "./api.js";
import { png, svg } from "./drawing.js";

export const MOST_LINES = 8;
export const MOST_BARS = 30;
const DASHES = [undefined, "8 4", "2 4", "10 4 2 4"];
const NARROW = 560; // below this, names stand above their bars and the legend has one column
const YEAR = 40; // the width that a year needs

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

function titled(measure, unit, ink, width) {
  const text = unit ? `${measure}（${unit}）` : measure;
  return { kind: "text", x: 16, y: 28, text: short(text, Math.floor((width - 32) / 17)), colour: ink.ink, size: 17, bold: true };
}

/** Lines over years, in a drawing of a width: one for each of the first agencies that have two values. */
export function trend(pivot, rows, width) {
  const ink = colours();
  const { years } = pivot;
  const series = rows.filter((row) => years.filter((year) => value(row, year)).length > 1).slice(0, MOST_LINES);
  if (!series.length) return null;
  const marks = steps(series.flatMap((row) => years.map((year) => value(row, year)).filter(Boolean).map((cell) => Number(cell.value))));
  const [left, top, right, bottom] = [width < NARROW ? 64 : 100, 56, width - 24, 356];
  const span = years.at(-1) - years[0] + 1;
  const every = Math.ceil(YEAR / ((right - left) / span));
  const x = (year) => left + ((right - left) * (year - years[0] + 0.5)) / span;
  const y = (number) => bottom - ((bottom - top) * (number - marks[0])) / (marks.at(-1) - marks[0]);
  const shapes = [titled(pivot.measure.name, pivot.measure.units.join("、"), ink, width)];
  for (const mark of marks) {
    shapes.push({ kind: "line", points: [[left, y(mark)], [right, y(mark)]], colour: ink.line });
    shapes.push({ kind: "text", x: left - 10, y: y(mark) + 5, text: grouped(String(mark)), anchor: "end", colour: ink.quiet, size: 13 });
  }
  for (const year of years.filter((one) => (years.at(-1) - one) % every === 0)) shapes.push({ kind: "text", x: x(year), y: bottom + 24, text: `${year}`, anchor: "middle", colour: ink.quiet, size: 13 });
  series.forEach((row, place) => shapes.push(...lineOf(row, place, years, x, y, ink, series.length < 3)));
  const columns = width < NARROW ? 1 : 2;
  series.forEach((row, place) => shapes.push(...legend(row.issuer, place, ink, [left, (left + width) / 2][place % columns], bottom + 56 + Math.floor(place / columns) * 26)));
  const below = bottom + 48 + Math.ceil(series.length / columns) * 26;
  const changed = series.some((row) => years.some((year) => value(row, year)?.changed));
  if (changed) shapes.push({ kind: "text", x: left, y: below + 10, text: t("mark_form"), colour: ink.quiet, size: 13 });
  const height = below + (changed ? 26 : 0);
  return { width, height, ground: ink.ground, shapes, title: `${pivot.measure.name} ${t("trend_tab")}` };
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

function legend(name, place, ink, x, y) {
  const colour = ink.series[place % ink.series.length];
  return [
    { kind: "line", points: [[x, y - 5], [x + 32, y - 5]], colour, width: 2.5, dash: DASHES[Math.floor(place / ink.series.length)] },
    { kind: "text", x: x + 42, y, text: short(name, 20), colour: ink.ink, size: 14 },
  ];
}

/** The latest of the years that most agencies have a value for. */
export function fullest(rows, years) {
  const count = (year) => rows.filter((row) => value(row, year)).length;
  const most = Math.max(...years.map(count));
  return years.findLast((year) => count(year) === most);
}

/** Bars of one year, in a drawing of a width: the agencies with the largest values. */
export function bars(pivot, rows, year, width) {
  const ink = colours();
  const found = rows.map((row) => [row.issuer, value(row, year)]).filter(([, cell]) => cell);
  const first = found.sort((one, other) => Number(other[1].value) - Number(one[1].value)).slice(0, MOST_BARS);
  if (!first.length) return null;
  const numbers = first.map(([, cell]) => Number(cell.value));
  const [least, most] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const above = width < NARROW ? 22 : 0;
  const [left, right, step] = [above ? 16 : 260, width - (above ? 90 : 130), 34 + above];
  const x = (number) => left + ((right - left) * (number - least)) / (most - least || 1);
  const shapes = [titled(`${pivot.measure.name} ${year}${t("year_suffix")}`, pivot.measure.units.join("、"), ink, width)];
  first.forEach(([issuer, cell], place) => {
    const y = 60 + above + place * step;
    const number = Number(cell.value);
    shapes.push(above
      ? { kind: "text", x: left, y: y - 6, text: short(issuer, Math.floor((width - 32) / 14)), colour: ink.ink, size: 14 }
      : { kind: "text", x: left - 12, y: y + 16, text: short(issuer, 16), anchor: "end", colour: ink.ink, size: 14 });
    shapes.push({ kind: "rect", x: Math.min(x(0), x(number)), y, w: Math.max(1, Math.abs(x(number) - x(0))), h: 22, colour: ink.series[0] });
    shapes.push({ kind: "text", x: Math.max(x(number), x(0)) + 8, y: y + 16, text: grouped(cell.value), colour: ink.ink, size: 14 });
  });
  return { width, height: 80 + first.length * step, ground: ink.ground, shapes, title: `${pivot.measure.name} ${year}${t("year_suffix")} ${t("bars_tab")}` };
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
