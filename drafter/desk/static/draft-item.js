// The item in work: heading, clauses, units, the rest; only this one has its fields in the page.

import { around, findingList, findingsAt, findingsOf, stepOfFix } from "./draft-findings.js";
import { clauseRows, giveCaretTo } from "./draft-clauses.js";
import { askItem, askReason } from "./draft-dialogs.js";
import { themeChips, wordsField } from "./draft-fields.js";
import { focused, want } from "./draft-focus.js";
import { act, leave, typed } from "./draft-saving.js";
import { bodyLength, draft, numberOf } from "./draft-state.js";
import { newKey, put, unsaved } from "./draft-words.js";
import { unitChips } from "./draft-units.js";
import { element, replaceChildren } from "./elements.js";

const themes = JSON.parse(document.body.dataset.themes);

// hears: typing(text) for the suggestions; open(id) when another item is to be shown
export function itemEditor(place, id, hears) {
  const does = clauseSteps(id, hears, () => show());
  const step = (given, more = {}) => act(() => (draft.items[id] ? { item: id, ...given } : null), { item: id, ...more });
  const set = (fields) => step({ do: "edit-item", ...fields }, { quiet: true }).then((answer) => told(answer));
  const words = (kind, label, more = {}) => wordsField({ key: `${id}/${kind}`, label, ...more }, does);

  const title = element("h1", {});
  const origin = element("p", { class: "faint small" });
  const notes = element("ul", { class: "kept-notes", "aria-label": "要核对的" });
  const heading = words("heading", "标题", { className: "heading", onKey: (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    giveCaretTo(root, `${id}/clause/1`, 0);
  } });
  const list = element("ol", { class: "clauses", "aria-label": "措施" });
  const rows = clauseRows(list, does);
  const add = element("button", { type: "button", onclick: () => does.added(bodyLength(id) + 1) }, "＋ 加一条措施");
  const units = unitChips(set);
  const unitNotes = element("div", {});
  const leader = words("leader", "责任领导");
  const deadline = words("deadline", "完成时限", { hint: "如：2027年9月底" });
  const reason = words("reason", "理由", { hint: "为什么采用、调整（不印在通知里）" });
  const chips = themeChips(themes, (names) => set({ themes: names }));
  const others = element("div", {});
  const confirmAll = element("button", { type: "button", onclick: () => step({ do: "confirm" }) }, "确认全部指标");
  const tools = element("div", { class: "row item-tools" },
    button("上移", () => moveBy(-1), "上移本项"), button("下移", () => moveBy(1), "下移本项"), confirmAll,
    button("合并到…", mergeInto, "合并到另一项"), button("删去…", dropItem, "删去本项"));
  const root = element("section", { "aria-label": "正在写的一项" },
    element("div", { class: "title-line" }, element("div", {}, title, origin), tools), notes, heading.root,
    list, element("div", { class: "add" }, add), others,
    element("div", { class: "field" }, element("span", { class: "caption" }, "责任单位"), element("div", {}, units.root, unitNotes)),
    element("div", { class: "columns" }, leader.root, deadline.root),
    element("div", { class: "field" }, element("span", { class: "caption" }, "主题"), chips.root), reason.root);

  function moveBy(step_) {
    act(() => {
      const to = numberOf(id) + step_;
      return numberOf(id) && to >= 1 && to <= draft.order.length ? { do: "move", item: id, at: to } : null;
    }, { quiet: true });
  }

  async function mergeInto() {
    const into = await askItem("合并到哪一项？措施、责任单位都并过去", id);
    if (!into) return;
    const answer = await step({ do: "move", into });
    if (answer) hears.open(into);
  }

  async function dropItem() {
    const item = draft.items[id];
    const given = await askReason(`删去第${numberOf(id)}项`, item.heading || item.clauses.map((one) => one.text).join(""));
    if (given !== null) step({ do: "drop", reason: given });
  }

  function told(answer) {
    if (answer) hears.note(...answer.notes.slice(1));
  }

  function show() {
    const item = draft.items[id];
    const badge = around.badges[id];
    title.textContent = `第${numberOf(id)}项`;
    if (badge) title.append(" ", element("span", { class: `badge ${badge.kind}` }, badge.label));
    origin.textContent = item.origin ? `来源 ${item.origin}` : "新写的一项";
    replaceChildren(notes, item.notes.map((one) => element("li", {}, one)));
    notes.hidden = !item.notes.length;
    heading.show();
    rows.show(id);
    units.show(item);
    const here = findingsAt(["items", id, "units"]).map(({ finding }) => finding);
    replaceChildren(unitNotes, findingList(here, does.fix));
    for (const field of [leader, deadline, reason]) field.show();
    chips.show(item);
    const open = item.clauses.some((clause) => clause.figures.some((one) => !one.confirmed));
    confirmAll.disabled = !open;
    replaceChildren(others, findingList(findingsOf(id).filter((one) => !isShown(one)), does.fix));
  }

  function isShown({ fields }) {
    return fields.some(({ path }) => path[1] === id && ["clauses", "heading", "units"].includes(path[2]));
  }

  replaceChildren(place, root);
  show();
  return { id, show, give: ({ key, start, end }) => giveCaretTo(root, key, start, end) };
}

function button(text, onclick, label) {
  return element("button", { type: "button", onclick, "aria-label": label }, text);
}

// What a drafter does with the fields and clauses of an item.
function clauseSteps(id, hears, show) {
  const placeOf = (key) => Number(key.split("/")[2]);
  const last = () => bodyLength(id);
  const step = (given, more = {}) => act(() => (draft.items[id] ? { item: id, ...given } : null), { item: id, ...more });

  function added(at) {
    const key = `${id}/new/${at}`;
    if (!unsaved.has(key)) put(key, "", "");
    want(key, 0);
    show();
  }

  function onKey(event, area, key) {
    const isClause = key.includes("/clause/");
    if (event.key === "Enter" && !event.ctrlKey) {
      event.preventDefault();
      const atEnd = area.selectionStart === area.value.length && area.selectionEnd === area.value.length;
      if (atEnd && area.value.trim() && isClause && placeOf(key) <= last()) added(placeOf(key) + 1);
      else if (atEnd && area.value.trim() && !isClause) addedBehind(key);
    } else if (event.altKey && isClause && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      moved(key, event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Backspace" && !area.selectionEnd) {
      if (isClause) joined(event, key, 0);
      else if (!area.value) emptied(event, key);
    } else if (event.key === "Delete" && isClause && area.selectionStart === area.value.length) {
      joined(event, key, 1);
    }
  }

  // At the border of two clauses Backspace and Delete make one of them, as they would in any text.
  async function joined(event, key, by) {
    if (!isBorder(placeOf(key) + by)) return;
    event.preventDefault();
    if (!event.target.value.trim()) return void emptied(event, key);
    await leave(key);
    const hands = focused();
    const place = hands && hands.key.startsWith(`${id}/clause/`) ? placeOf(hands.key) + by : 0;
    if (!isBorder(place)) return;
    const caret = draft.items[id].clauses[place - 2].text.length;
    step({ do: "join", clause: place }, { quiet: true });
    hears.focus(`${id}/clause/${place - 1}`, caret);
  }

  // Whether a clause of the same paragraph stands before this one.
  function isBorder(place) {
    const [before, at] = [draft.items[id].clauses[place - 2], draft.items[id].clauses[place - 1]];
    return Boolean(before && at && before.entry === at.entry);
  }

  // A field without words goes, and the caret to the end of the clause before it.
  function emptied(event, key) {
    event.preventDefault();
    leave(key);
    const before = draft.items[id].clauses[placeOf(key) - 2];
    if (before) hears.focus(`${id}/clause/${placeOf(key) - 1}`, before.text.length);
  }

  // Behind a new clause that is still to be saved: the next one begins at once, so that no word goes into the first.
  function addedBehind(key) {
    const next = newKey(id, placeOf(key));
    put(next, "", "");
    want(next, 0);
    leave(key);
    show();
  }

  function moved(key, by) {
    const at = placeOf(key);
    const to = at + by;
    if (at > last() || to < 1 || to > last()) return;
    step({ do: "move", clause: at, at: to }, { quiet: true });
    hears.focus(`${id}/clause/${to}`, 0);
  }

  async function dropped(key) {
    if (key.includes("/new/")) {
      put(key, "", "");
      return void leave(key);
    }
    const given = await askReason("删去这一条措施", draft.items[id].clauses[placeOf(key) - 1].text);
    if (given !== null) step({ do: "drop", clause: placeOf(key), reason: given });
  }

  async function movedAway(key) {
    const into = await askItem("这一条措施移到哪一项？", id);
    if (into) step({ do: "move", clause: placeOf(key), into });
  }

  return {
    added, moved, dropped, movedAway,
    key: onKey,
    typed: (key, text, given) => {
      typed(key, text, given);
      if (/\/(clause|new|heading)/.test(key)) hears.typing(text);
    },
    left: leave,
    confirm: (key) => step({ do: "confirm", clause: placeOf(key) }),
    fix: (finding) => step(stepOfFix(finding)),
  };
}
