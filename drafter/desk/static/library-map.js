// Themes × units as a table of shaded cells; a cell lists its items. One cell is reached by Tab, the others by arrows.
import { ask } from "./api.js";
import { asked, element, replaceChildren } from "./elements.js";
import { itemList } from "./library-items.js";

const LEVELS = 5;
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const place = document.getElementById("map");

// 0 for nothing, then equal steps up to the largest number.
const levelOf = (count, most) => (count ? Math.max(1, Math.ceil((LEVELS * count) / most)) : 0);

function cell(theme, unit, row, column, count, most) {
  const name = `${theme}，${unit}，${count ? `${count}项` : "没有"}`;
  return element("td", {
    role: "gridcell", class: `level${levelOf(count, most)}`, tabindex: row || column ? "-1" : "0", title: name, "aria-label": name,
    dataset: { row, column, theme, unit, count },
  }, count ? String(count) : "");
}

function table({ themes, units, counts }) {
  const most = Math.max(1, ...themes.map((theme) => Math.max(0, ...Object.values(counts[theme]))));
  const sum = (theme) => Object.values(counts[theme]).reduce((all, one) => all + one, 0);
  const heads = units.map((unit) => element("th", { scope: "col", role: "columnheader" }, element("span", {}, unit)));
  const row = (theme, at) => element("tr", { role: "row" },
    element("th", { scope: "row", role: "rowheader", title: `${theme}：各单位合计${sum(theme)}` }, theme),
    units.map((unit, column) => cell(theme, unit, at, column, counts[theme][unit] || 0, most)));
  return element("table", { role: "grid", "aria-labelledby": "map-head", "aria-describedby": "map-help" },
    element("thead", {}, element("tr", { role: "row" }, element("td", {}), heads)),
    element("tbody", {}, themes.map(row)));
}

function legend(most) {
  const step = (level) => {
    const low = Math.floor((most * (level - 1)) / LEVELS) + 1;
    const high = Math.floor((most * level) / LEVELS);
    if (high < low) return null;
    return element("span", { class: `sample level${level}` }, low === high ? `${low}` : `${low}—${high}`);
  };
  return element("p", { class: "legend small" }, "颜色：", [1, 2, 3, 4, 5].map(step));
}

async function open(target) {
  const { theme, unit, count } = target.dataset;
  if (!Number(count)) return;
  let body;
  try {
    body = itemList((await ask(`/api/library/cell?theme=${encodeURIComponent(theme)}&unit=${encodeURIComponent(unit)}`)).items);
  } catch (error) {
    body = element("p", { class: "trouble" }, error.message);
  }
  await asked(`${theme} × ${unit}：${count}项`, body, [["关闭", () => null, "main"]]);
  target.focus();
}

function go(from, to) {
  if (!to) return;
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

function moved(event) {
  const from = event.target.closest("td[data-row]");
  if (!from) return;
  const at = (row, column) => place.querySelector(`td[data-row="${row}"][data-column="${column}"]`);
  const [row, column] = [Number(from.dataset.row), Number(from.dataset.column)];
  const last = from.parentNode.children.length - 2;
  if (STEPS[event.key]) go(from, at(row + STEPS[event.key][0], column + STEPS[event.key][1]));
  else if (event.key === "Home") go(from, at(row, 0));
  else if (event.key === "End") go(from, at(row, last));
  else if (event.key === "Enter" || event.key === " ") open(from);
  else return;
  event.preventDefault();
}

function clicked(event) {
  const to = event.target.closest("td[data-row]");
  if (!to) return;
  const from = place.querySelector('td[tabindex="0"]');
  if (from) go(from, to);
  open(to);
}

async function begin() {
  try {
    const found = await ask("/api/library/matrix");
    const most = Math.max(1, ...found.themes.map((theme) => Math.max(0, ...Object.values(found.counts[theme]))));
    replaceChildren(place, found.faults.map((one) => element("p", { class: "trouble" }, one)),
      found.themes.length ? [table(found), legend(most)] : element("p", {}, "文库里还没有通知。把往年的通知拖到上面存进来。"));
    replaceChildren(document.getElementById("units"), found.units.map((unit) => element("option", { value: unit })));
  } catch (error) {
    replaceChildren(place, element("p", { class: "trouble" }, error.message));
  }
}

place.addEventListener("keydown", moved);
place.addEventListener("click", clicked);
begin();
