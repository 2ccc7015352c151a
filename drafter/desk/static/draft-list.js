// The list of items on the left: numbers, badges, findings; drag or keys put it in order. What is not continued below.

import { around, findingsOf } from "./draft-findings.js";
import { draft } from "./draft-state.js";
import { element, replaceChildren } from "./elements.js";

const BADGES = { kept: "沿用", changed: "调整", added: "新增", doubt: "待确认" };
const SHORT = 40;

// does: open(id or "head"), move(id, position from 1), restore(ref)
export function itemList(place, does) {
  const list = element("ol", { class: "items", "aria-label": "实事清单" });
  const head = element("button", { type: "button", class: "item head", onclick: () => does.open("head"), onkeydown: (event) => key(event, "head") });
  const gone = element("section", { class: "gone", "aria-label": "去年有、今年没有" });
  const dropped = element("section", { class: "gone", "aria-label": "已删去" });
  replaceChildren(place, head, list, gone, dropped);
  const rows = new Map();
  let dragged = null;

  function key(event, id) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const places = ["head", ...draft.order];
    const to = places.indexOf(id) + step;
    if (event.altKey && id !== "head" && to >= 1 && to <= draft.order.length) does.move(id, to);
    else if (!event.altKey && places[to]) does.open(places[to], { inList: true });
  }

  function makeRow(id) {
    const button = element("button", { type: "button", class: "item", onclick: () => does.open(id), onkeydown: (event) => key(event, id) });
    const root = element("li", { draggable: "true", dataset: { id },
      ondragstart: (event) => { dragged = id; event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", id); },
      ondragover: (event) => over(event, root),
      ondragleave: () => root.classList.remove("before", "behind"),
      ondrop: (event) => drop(event, root, id),
      ondragend: () => { dragged = null; } }, button);
    return { root, button, shown: "" };
  }

  const isLower = (event, root) => event.clientY > root.getBoundingClientRect().top + root.offsetHeight / 2;

  function over(event, root) {
    if (!dragged) return;
    event.preventDefault();
    const lower = isLower(event, root);
    root.classList.toggle("behind", lower);
    root.classList.toggle("before", !lower);
  }

  function drop(event, root, id) {
    root.classList.remove("before", "behind");
    if (!dragged) return;
    event.preventDefault();
    const rest = draft.order.filter((one) => one !== dragged);
    const at = rest.indexOf(id) + (isLower(event, root) ? 2 : 1);
    if (id !== dragged && at !== draft.order.indexOf(dragged) + 1) does.move(dragged, at);
    dragged = null;
  }

  // Only rows whose words changed are written anew.
  function show(current) {
    draft.order.forEach((id, index) => {
      if (!rows.has(id)) rows.set(id, makeRow(id));
      const row = rows.get(id);
      if (list.children[index] !== row.root) list.insertBefore(row.root, list.children[index] || null);
      fill(row, id, index + 1, current === id);
    });
    while (list.children.length > draft.order.length) {
      rows.delete(list.lastChild.dataset.id);
      list.lastChild.remove();
    }
    const problems = around.findings.filter((one) => !one.item).length;
    fillHead(problems, current === "head");
    showGone();
  }

  function fill(row, id, number, isCurrent) {
    const badge = around.badges[id];
    const count = findingsOf(id).length;
    const heading = draft.items[id].heading || "（没有标题）";
    const shown = JSON.stringify([number, heading, badge, count, isCurrent]);
    if (shown === row.shown) return;
    row.shown = shown;
    mark(row.button, isCurrent);
    replaceChildren(row.button,
      element("span", { class: "number" }, String(number)), element("span", { class: "heading" }, heading),
      badge ? element("span", { class: `badge ${badge.kind}`, title: badge.label }, BADGES[badge.kind]) : null,
      counted(count));
  }

  function fillHead(count, isCurrent) {
    mark(head, isCurrent);
    replaceChildren(head, element("span", { class: "heading" }, "通知头尾"), counted(count));
  }

  let goneShown = "";
  function showGone() {
    const shown = JSON.stringify([around.gone, draft.dropped, draft.order]);
    if (shown === goneShown) return;
    goneShown = shown;
    replaceChildren(gone, around.gone.length
      ? [element("h2", {}, `去年有、今年没有（${around.gone.length}）`), element("ul", {}, around.gone.map(goneRow))]
      : null);
    const summary = element("summary", {}, `已删去（${draft.dropped.length}）`);
    replaceChildren(dropped, draft.dropped.length
      ? element("details", {}, summary, element("ul", {}, draft.dropped.map((one, at) => droppedRow(one, () => does.putBack(at + 1)))))
      : null);
  }

  function goneRow({ ref, heading, text }) {
    return element("li", {}, element("p", { title: text }, heading), element("p", { class: "faint small" }, ref),
      element("button", { type: "button", "aria-label": `恢复采用 ${heading}`, onclick: () => does.restore(ref) }, "恢复采用"));
  }

  function focus(id) {
    const row = id === "head" ? head : rows.has(id) && rows.get(id).button;
    if (row) { row.focus(); row.scrollIntoView({ block: "nearest" }); }
  }

  return { show, focus, reveal: (id) => rows.has(id) && rows.get(id).root.scrollIntoView({ block: "nearest" }) };
}

// Tab stops at the item in work alone, and goes on from there into its fields; the arrow keys reach the others.
function mark(button, isCurrent) {
  button.tabIndex = isCurrent ? 0 : -1;
  if (isCurrent) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

function counted(count) {
  return count ? element("span", { class: "count", title: `${count}处校核意见` }, `${count}处`) : null;
}

function droppedRow({ text, origin, reason, item, into }, restore) {
  const place = draft.order.indexOf(into) + 1;
  const merged = into ? `内容已并入${place ? `第${place}项` : "别的项"}` : "";
  const why = reason || !into ? `理由：${reason || "没有写"}` : "";
  const about = [merged || (item ? "一项" : "一条措施"), origin ? `来源 ${origin}` : "", why];
  return element("li", {},
    element("p", { title: text }, text.length > SHORT ? `${text.slice(0, SHORT)}…` : text),
    element("p", { class: "faint small" }, about.filter(Boolean).join("；")),
    into ? null : element("button", { type: "button", "aria-label": `放回 ${text.slice(0, SHORT)}`, onclick: restore }, "放回"));
}
