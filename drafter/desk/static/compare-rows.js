// The rows of a comparison as elements; each place to stop at bears what kind of change it is in data-kind.
import { element } from "./elements.js";
import { pieceNodes, shown } from "./pieces.js";

const DOUBTFUL = "doubtful";

// `judge(pair, linked)` hears the answer on a weak link.
export function sections(told, draftName, judge) {
  const [aboveTargets, aboveUnits] = told.titles;
  return [
    ["head", "清单以外的文字", told.head.length ? [element("article", { class: "card" }, told.head.map((one) => line(one, judge)))] : []],
    ["items", "实事", told.items.map((row, at) => item(row, at, draftName, judge))],
    ["targets", aboveTargets, targets(told.targets, told.heads.targets)],
    ["units", aboveUnits, units(told.units, told.heads.units)],
  ].filter(([, , inner]) => inner.length).map(([id, title, inner]) =>
    ({ id, title, node: element("section", { id }, element("h2", {}, title), inner) }));
}

export function contents(parts, told) {
  const entry = (id, content, kind) => element("li", { class: kind }, element("a", { href: `#${id}` }, content));
  return element("ol", {}, parts.map(({ id, title }) => [
    entry(id, title.split("（")[0], "section"),
    id === "items" ? told.items.map((row, at) => entry(`item-${at + 1}`, [badges(row), " ", titleOf(row)])) : [],
  ]));
}

function titleOf(row) {
  const number = row.new.join("、");
  return shown(`${number ? `${number}. ` : ""}${row.heading.new || row.heading.old || "（没有标题）"}`);
}

function badges(row) {
  return element("span", { class: "badges" },
    element("span", { class: `badge ${row.badge}` }, row.label),
    row.marks.map((mark) => element("span", { class: "badge changed" }, mark)));
}

function item(row, at, draftName, judge) {
  const id = row.ids[0];
  const link = id && element("a", { class: "small screen", href: `/draft/${encodeURIComponent(draftName)}#item=${encodeURIComponent(id)}` }, "去修改");
  return element("article", { class: "card", id: `item-${at + 1}` },
    element("div", { class: "title", "data-kind": row.spot },
      badges(row), element("h3", {}, titleOf(row)), " ",
      element("span", { class: "faint small" }, row.place), " ", link, row.pair ? question(row.pair, judge) : null),
    row.heading.kind === "changed" ? line(row.heading, judge) : null,
    row.lines.map((one) => line(one, judge)),
    row.notes.length ? element("p", { class: "faint small" }, `说明：${shown(row.notes.join("；"))}`) : null);
}

function line(one, judge) {
  const kind = one.certain ? one.kinds.join(" ") : DOUBTFUL;
  return element("div", { class: `line ${kind}`, "data-kind": kind },
    element("span", { class: "label" }, one.label),
    element("div", { class: "text" },
      one.name ? element("span", { class: "faint" }, `${shown(one.name)}：`) : null,
      pieceNodes(one.pieces),
      one.note ? element("span", { class: "faint small" }, `（${shown(one.note)}）`) : null,
      one.pair ? question(one.pair, judge) : null));
}

function question(pair, judge) {
  const answer = (label, linked, said) => element("button", {
    type: "button", "aria-label": said, onclick: () => judge(pair, linked),
  }, label);
  return element("span", { class: "asked screen", role: "group", "aria-label": "是同一件事吗" },
    "是同一件事吗？", answer("是", true, "是同一件事，算沿用"), answer("不是", false, "不是同一件事"));
}

function table(heads, rows) {
  if (!rows.length) return [];
  return [element("table", {},
    element("thead", {}, element("tr", {}, heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, rows.map(([kind, named, cells]) =>
      element("tr", { class: named, "data-kind": kind }, cells.map((cell) => element("td", {}, shown(cell)))))))];
}

function targets(listed, heads) {
  return table(heads, listed.map((one) =>
    [one.kind === "same" ? "same" : "target", one.kind, [one.label, one.place, one.object, one.old, one.new, one.note]]));
}

function units(listed, heads) {
  return table(heads, listed.map((one) =>
    ["unit", "", [`${one.place} ${one.heading}`, one.added.join("、") || "—", one.removed.join("、") || "—", one.notes.join("；")]]));
}
