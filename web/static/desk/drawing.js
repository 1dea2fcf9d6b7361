// A drawing is a list of shapes; here it becomes an SVG to look at, or a canvas to save as a picture.
// Its colours are the page's own, so it follows the theme.

const NS = "http://www.w3.org/2000/svg";

function shape(name, attributes, text) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

const SVG = {
  line: (s) => shape("polyline", { points: s.points.join(" "), fill: "none", stroke: s.colour, "stroke-width": s.width ?? 1, "stroke-dasharray": s.dash }),
  rect: (s) => shape("rect", { x: s.x, y: s.y, width: s.w, height: s.h, fill: s.colour, rx: 2 }),
  dot: (s) => shape("circle", { cx: s.x, cy: s.y, r: 4, fill: s.colour, stroke: s.ring, "stroke-width": 1.5 }),
  text: (s) => shape("text", { x: s.x, y: s.y, fill: s.colour, "text-anchor": s.anchor ?? "start", "font-size": s.size, "font-weight": s.bold ? 700 : 400 }, s.text),
};

/** Given a drawing ({width, height, shapes, title}), return it as an SVG element. */
export function svg(drawing) {
  const made = shape("svg", { viewBox: `0 0 ${drawing.width} ${drawing.height}`, role: "img", "aria-label": drawing.title, class: "chart" });
  made.append(...drawing.shapes.map((one) => SVG[one.kind](one)));
  return made;
}

const CANVAS = {
  line(pen, s) {
    pen.setLineDash((s.dash ?? "").split(" ").filter(Boolean).map(Number));
    pen.strokeStyle = s.colour;
    pen.lineWidth = s.width ?? 1;
    pen.beginPath();
    s.points.forEach(([x, y], place) => (place ? pen.lineTo(x, y) : pen.moveTo(x, y)));
    pen.stroke();
  },
  rect(pen, s) { pen.fillStyle = s.colour; pen.fillRect(s.x, s.y, s.w, s.h); },
  dot(pen, s) { pen.fillStyle = s.colour; pen.beginPath(); pen.arc(s.x, s.y, 4, 0, 7); pen.fill(); },
  text(pen, s) {
    pen.fillStyle = s.colour;
    pen.textAlign = { start: "left", middle: "center", end: "right" }[s.anchor ?? "start"];
    pen.font = `${s.bold ? 700 : 400} ${s.size}px ${getComputedStyle(document.body).fontFamily}`;
    pen.fillText(s.text, s.x, s.y);
  },
};

/** Given a drawing, return it as a PNG of twice its size, on the page's own ground. */
export function png(drawing) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * drawing.width, 2 * drawing.height];
  const pen = canvas.getContext("2d");
  pen.scale(2, 2);
  pen.fillStyle = drawing.ground;
  pen.fillRect(0, 0, drawing.width, drawing.height);
  for (const one of drawing.shapes) CANVAS[one.kind](pen, one);
  return new Promise((made) => canvas.toBlob(made, "image/png"));
}
