// One commitment through the years: a small chart of each figure that was followed, with its values as a table.
import { ask } from "./api.js";
import { asked, element } from "./elements.js";
import { addressOf } from "./library-items.js";

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [560, 210, 64, 40, 30, 30];

function drawn(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// The least of 1, 2, 2.5, 5 × 10ⁿ that two of reach a value.
function stepOf(most) {
  const size = 10 ** Math.floor(Math.log10(most / 2));
  return [1, 2, 2.5, 5, 10].map((one) => one * size).find((one) => one * 2 >= most) || 10 * size;
}

const shown = (value) => (value >= 10000 ? `${+(value / 10000).toFixed(2)}万` : `${+value.toFixed(2)}`);

export function chart(series) {
  const years = series.points.map((point) => point.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const valued = series.points.filter((point) => point.value !== null);
  const most = Math.max(...valued.map((point) => Number(point.value)), 0);
  const percent = series.measure === "%" && most <= 100;
  const step = percent ? 50 : stepOf(most || 1);
  const x = (year) => (first === last ? WIDTH / 2 : LEFT + 24 + ((year - first) / (last - first)) * (WIDTH - LEFT - RIGHT - 48));
  const y = (value) => HEIGHT - BOTTOM - (value / (2 * step)) * (HEIGHT - TOP - BOTTOM);
  const words = series.points.map((point) => `${point.year}年${point.text}`).join("，");
  const svg = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img", "aria-label": `${series.object || "指标"}：${words}` });
  for (const tick of [0, step, 2 * step]) {
    svg.append(drawn("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick), class: tick ? "grid" : "axis" }));
    svg.append(drawn("text", { x: LEFT - 8, y: y(tick) + 4, "text-anchor": "end", class: "tick" }, shown(tick) + (percent ? "%" : "")));
  }
  const path = valued.map((point) => `${x(point.year)},${y(Number(point.value))}`).join(" ");
  if (valued.length > 1) svg.append(drawn("polyline", { points: path, class: "line" }));
  for (const point of series.points) {
    svg.append(drawn("text", { x: x(point.year), y: HEIGHT - 10, "text-anchor": "middle", class: "tick" }, `${point.year}年`));
    const known = point.value !== null;
    const height = known ? y(Number(point.value)) : TOP + 14;
    if (known) svg.append(drawn("circle", { cx: x(point.year), cy: height, r: 4, class: "dot" }));
    svg.append(drawn("text", { x: x(point.year), y: height - 10, "text-anchor": "middle", class: "value" }, known ? point.text : `${point.text}（没有数）`));
  }
  return svg;
}

function figure(series) {
  const row = (point) => element("tr", {}, element("th", { scope: "row" }, `${point.year}年`), element("td", {}, point.text),
    element("td", {}, element("a", { href: addressOf(point.ref) }, point.ref)));
  const name = `${series.object || "指标"}${series.measure ? `（${series.measure}）` : ""}`;
  return element("figure", { class: "history" }, element("figcaption", {}, name), chart(series),
    element("table", { class: "small", "aria-label": name }, element("tbody", {}, series.points.map(row))));
}

function body({ text, years, series, office, ref }) {
  if (years.length < 2) return element("div", {}, element("p", {}, text), element("p", { class: "faint" }, `${office}只有 ${ref} 这一年有这条，没有别的年份可比。`));
  const year = (one) => element("li", {}, element("a", { href: addressOf(one.ref) }, `${one.year}年`), `　${one.text}`);
  return element("div", {},
    series.map(figure),
    series.length ? null : element("p", { class: "faint" }, "各年的指标口径不同，或没有写数，不画图。"),
    element("h3", {}, "各年的原文"), element("ul", { class: "years" }, years.map(year)));
}

export async function showHistory(ref) {
  const before = document.activeElement;
  let found;
  try {
    found = await ask(`/api/library/history?ref=${encodeURIComponent(ref)}`);
  } catch (error) {
    await asked("看不了历年", element("p", { class: "trouble" }, error.message), [["关闭", () => null, "main"]]);
    return;
  }
  const box = body(found);
  box.addEventListener("click", (event) => { if (event.target.closest("a")) box.closest("dialog").remove(); });
  const span = found.years.length > 1 ? `${found.years[0].year}—${found.years[found.years.length - 1].year}年` : `${found.years[0].year}年`;
  await asked(`${found.office}　${span}`, box, [["关闭", () => null, "main"]]);
  if (before) before.focus();
}
