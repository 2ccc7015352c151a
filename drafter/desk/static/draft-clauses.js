// The clauses of the item in work: a row each, kept where it stands as long as the hands are in it.

import { focused, takeWanted } from "./draft-focus.js";
import { findingList, findingsAt, marksOf, pathOf } from "./draft-findings.js";
import { draft } from "./draft-state.js";
import { textField } from "./draft-text.js";
import { unsaved } from "./draft-words.js";
import { element, replaceChildren } from "./elements.js";

// What the rows are to show, in order: the clauses, new ones before the clause whose place they want.
function wantedRows(id) {
  const item = draft.items[id];
  const rows = [];
  const fresh = Array.from(unsaved.keys()).filter((key) => key.startsWith(`${id}/new/`));
  const newAt = (place) => {
    for (const key of fresh) if (Number(key.split("/")[2]) === place) rows.push({ key, text: "", marks: [], clause: null });
  };
  item.clauses.forEach((clause, index) => {
    newAt(index + 1);
    const first = clause.entry !== null && (!index || item.clauses[index - 1].entry !== clause.entry);
    rows.push({ key: `${id}/clause/${index + 1}`, text: clause.text, clause, entry: first ? item.entries[clause.entry] : null });
  });
  newAt(item.clauses.length + 1);
  return rows;
}

// Rows in a place of the page; `does` is what a drafter does with a clause.
export function clauseRows(place, does) {
  let rows = [];
  let showing = false;

  function show(id) {
    showing = true;
    const wanted = wantedRows(id);
    const hands = rows.find((row) => row.root.contains(document.activeElement));
    const to = takeWanted();
    const caret = to && wanted.some(({ key }) => key === to.key) ? to : null;
    const key = caret ? caret.key : hands && hands.key;
    const stays = hands && hands.item === id ? wanted.findIndex((one) => one.key === key) : -1;
    const pool = rows.filter((row) => row !== hands || stays < 0);
    rows = wanted.map((one, index) => (index === stays ? hands : pool.shift() || makeRow(does, () => showing)));
    for (const row of pool) row.root.remove();
    rows.forEach((row, index) => {
      if (stays < 0 || index > stays) place.append(row.root);
      else if (index < stays) place.insertBefore(row.root, hands.root);
    });
    wanted.forEach((one, index) => fill(rows[index], one, id, index));
    showing = false;
    if (caret) giveCaretTo(place, caret.key, caret.start, caret.end);
  }

  return { show };
}

function giveCaret(area, start, end) {
  if (document.activeElement !== area) area.focus();
  if (start !== null && start !== undefined) area.setSelectionRange(start, end === undefined ? start : end);
}

export function giveCaretTo(root, key, start, end) {
  const area = Array.from(root.querySelectorAll("[data-key]")).find((one) => one.dataset.key === key);
  if (!area) return;
  const closed = area.closest("details");
  if (closed) closed.open = true;
  giveCaret(area, start, end);
}

function makeRow(does, isShowing) {
  const row = { key: "", item: "", clause: null };
  row.field = textField({
    label: "措施",
    className: "clause",
    onText: (text) => does.typed(row.key, text),
    onLeave: () => { if (!isShowing()) does.left(row.key); },
    onKey: (event, area) => does.key(event, area, row.key),
  });
  row.number = element("span", { class: "number", "aria-hidden": "true" });
  row.head = element("p", { class: "entry faint" });
  row.origin = element("span", { class: "faint small" });
  row.confirm = element("button", { type: "button", class: "plain", onclick: () => does.confirm(row.key) }, "确认指标");
  row.away = element("button", { type: "button", class: "plain", onclick: () => does.movedAway(row.key) }, "移到…");
  row.up = element("button", { type: "button", class: "plain", onclick: () => does.moved(row.key, -1) }, "上移");
  row.down = element("button", { type: "button", class: "plain", onclick: () => does.moved(row.key, 1) }, "下移");
  row.drop = element("button", { type: "button", class: "plain", onclick: () => does.dropped(row.key) }, "删去");
  row.tools = element("div", { class: "tools" }, row.origin, row.confirm, row.up, row.down, row.away, row.drop);
  row.notes = element("div", {});
  row.error = element("p", { class: "error small", role: "alert" });
  row.fix = does.fix;
  const line = element("div", { class: "clause-line" }, row.number, row.field.root);
  row.root = element("li", { class: "clause-row" }, row.head, line, row.error, row.notes, row.tools);
  return row;
}

function fill(row, { key, text, clause, entry }, id, index) {
  const words = unsaved.get(key);
  const found = clause ? findingsAt(pathOf(key)) : [];
  const figures = clause ? clause.figures.map((one) => ({ ...one, kind: one.confirmed ? "figure confirmed" : "figure open" })) : [];
  const said = clause ? `第${index + 1}条` : "新写的一条";
  const hands = focused();
  const typing = hands && hands.key === row.key && row.key === key && !words;
  Object.assign(row, { key, item: id, clause });
  row.field.area.dataset.key = key;
  row.field.area.setAttribute("aria-label", said);
  const kept = typing && row.field.area.value.trim() === text;
  setWords(row.field, words ? words.text : kept ? row.field.area.value : text, text, [...figures, ...marksOf(found)]);
  const open = clause ? clause.figures.filter((one) => !one.confirmed) : [];
  row.number.textContent = String(index + 1);
  row.head.hidden = !entry;
  row.head.textContent = entry ? `${entry.ordinal}${entry.heading}　${entry.units.join("、")}` : "";
  row.origin.textContent = clause && clause.origin ? `来源 ${clause.origin}` : "";
  row.confirm.hidden = !open.length;
  row.confirm.textContent = open.length ? `确认指标（${open.map((one) => one.text).join("、")}）` : "";
  for (const [button, does] of [[row.up, "上移"], [row.down, "下移"], [row.away, "移到另一项："], [row.drop, "删去"]]) {
    const isMove = button === row.up || button === row.down;
    button.hidden = clause ? isMove && clause.entry !== null : does !== "删去";
    button.setAttribute("aria-label", `${does}${said}`);
  }
  row.error.textContent = words && words.error ? words.error : "";
  row.error.hidden = !row.error.textContent;
  replaceChildren(row.notes, findingList(found.map(({ finding }) => finding), row.fix));
}

// The words of a field, the caret staying where it was.
export function setWords(field, text, of, marks) {
  const { area } = field;
  const caret = document.activeElement === area ? [area.selectionStart, area.selectionEnd] : null;
  const same = area.value === text;
  field.set(text, of, marks);
  if (caret && !same) area.setSelectionRange(Math.min(caret[0], text.length), Math.min(caret[1], text.length));
}
