// The page 拟稿: puts its parts together.

import { askNewItem } from "./draft-dialogs.js";
import { around, onAround, startAround, stepOfFix } from "./draft-findings.js";
import { headForm } from "./draft-head.js";
import { itemEditor } from "./draft-item.js";
import { startKeys } from "./draft-keys.js";
import { itemList } from "./draft-list.js";
import { act, enqueue, flush, leave, moveBack, onNotes, onRefused, typed } from "./draft-saving.js";
import { bodyLength, draft, load, nameOf, numberOf, onChange, replace } from "./draft-state.js";
import { suggestions } from "./draft-suggest.js";
import { isComposing, notComposing } from "./draft-typing.js";
import { restore, startWatching } from "./draft-watching.js";
import { unsaved } from "./draft-words.js";
import { tell, untilHeard } from "./api.js";
import { element, replaceChildren } from "./elements.js";
import { keyInAddress } from "./place-in-address.js";

const of = (id) => document.getElementById(id);
let editor = null;
let current = null;
let place = 0;

const list = itemList(of("list"), { open: openByHand, move, restore: takeAgain, putBack });
const right = suggestions(of("suggestions"), { take });
const headDoes = { typed, left: leave, fix: (finding) => act(() => stepOfFix(finding)) };
const itemHears = { open, note: tellNotes, typing: right.typing, focus: (key, start) => enqueue(() => editor.give({ key, start })) };

// Shows an item, or the head; the caret stays in the list where the drafter moves in it.
function open(id, { inList = false } = {}) {
  if (id !== "head" && !draft.items[id]) return;
  if (id !== current) {
    current = id;
    window.history.replaceState(null, "", `#${id}`);
    editor = id === "head" ? headForm(of("work"), headDoes) : itemEditor(of("work"), id, itemHears);
    toTop();
    right.open(id === "head" ? null : id);
  }
  place = draft.order.indexOf(id);
  list.show(current);
  if (inList) list.focus(id);
  else list.reveal(id);
}

// What was told of the last step goes when the drafter goes on to another item.
function openByHand(id, given) {
  if (id !== current) tellNotes();
  open(id, given);
}

function toTop() {
  of("work").parentElement.scrollTop = 0;
  if (of("work").getBoundingClientRect().top < 0) of("work").parentElement.scrollIntoView();
}

// Words that an input method is composing are not touched: what is new is shown after them.
function showWork() {
  if (isComposing()) notComposing().then(showWork);
  else editor.show();
}

// Opens what a field stands in and puts the caret there.
function openField(key, start, end) {
  open(key.split("/")[0]);
  editor.give({ key, start, end });
}

function move(id, at) {
  const inList = of("list").contains(document.activeElement);
  act(() => (draft.items[id] ? { do: "move", item: id, at: Math.min(at, draft.order.length) } : null), { quiet: true })
    .then(() => { if (inList) list.focus(id); });
}

// What was taken out comes back with the words it had; what the draft never held, from last year's notice.
async function takeAgain(ref) {
  const own = draft.dropped.findIndex((one) => one.item && !one.into && one.origin === ref);
  if (own >= 0) return void putBack(own + 1);
  const at = () => Math.min(Number(ref.split("#")[1]), draft.order.length + 1);
  const answer = await act(() => ({ do: "take", ref, at: at() }));
  if (answer) open(Object.keys(answer.items).pop(), { inList: true });
}

// Named by what it is, since another window may have taken out or put back something before this step is sent.
async function putBack(number) {
  const { item } = draft.dropped[number - 1];
  const wanted = JSON.stringify(draft.dropped[number - 1]);
  const at = () => draft.dropped.findIndex((one) => JSON.stringify(one) === wanted);
  const answer = await act(() => (at() < 0 ? null : { do: "restore", number: at() + 1 }));
  const id = answer && Object.keys(answer.items).pop();
  if (id) open(id, { inList: item });
}

async function take(card, how, edit) {
  const id = current;
  if (how === "item") {
    const place = () => (numberOf(id) || draft.order.length) + 1;
    const answer = await act(() => ({ do: "take", ref: card.item, at: place() }));
    if (answer) open(answer.order.find((one) => answer.items[one]), { inList: true });
    return;
  }
  const place = bodyLength(id) + 1;
  const answer = await act(() => (draft.items[id] ? { do: "take", ref: card.ref, into: id } : null), { item: id });
  if (answer && edit) openField(`${id}/clause/${place}`, draft.items[id].clauses[place - 1].text.length);
  right.again();
}

async function addItem() {
  const wanted = await askNewItem((numberOf(current) || draft.order.length) + 1);
  if (!wanted) return;
  const answer = await act(() => ({ do: "add-item", heading: wanted.heading, at: Math.min(wanted.at, draft.order.length + 1) }));
  if (!answer) return;
  const id = answer.order.find((one) => answer.items[one]);
  open(id);
  of("work").querySelector(".add button").click();
}

async function goBack(what) {
  const before = { ...draft.items };
  const state = await moveBack(what);
  if (!state) return;
  const changed = draft.order.filter((id) => JSON.stringify(before[id]) !== JSON.stringify(draft.items[id]));
  if (changed.length === 1) open(changed[0]);
}

function tellNotes(...notes) {
  if (!notes.length) return replaceChildren(of("notes"));
  const close = element("button", { type: "button", class: "plain", onclick: () => replaceChildren(of("notes")) }, "知道了");
  return replaceChildren(of("notes"), element("div", { class: "note" }, element("ul", {}, notes.map((one) => element("li", {}, one))), close));
}

function showSteps() {
  for (const [id, label, what] of [["undo", "撤销", draft.steps.undo], ["redo", "重做", draft.steps.redo]]) {
    of(id).disabled = !what;
    of(id).textContent = what ? `${label}：${what}` : label;
  }
}

onChange(({ items, order }) => {
  if (!current) return;
  showSteps();
  if (current !== "head" && !draft.items[current]) open(draft.order[Math.min(place, draft.order.length - 1)] || "head");
  else if (items === null || order || current === "head" || items.includes(current)) showWork();
  place = draft.order.indexOf(current);
  list.show(current);
});
onAround(() => {
  list.show(current);
  showWork();
  of("findings").textContent = around.findings.length ? `校核意见 ${around.findings.length} 处（F7）` : "没有校核意见";
  of("findings").disabled = !around.findings.length;
});
onRefused((key, message) => {
  showWork();
  if (key.split("/")[0] !== current) tellNotes(`${nameOf(key)}没有保存：${message}`);
});
onNotes((notes) => tellNotes(...notes));
of("undo").addEventListener("click", () => goBack("undo"));
of("redo").addEventListener("click", () => goBack("redo"));
of("add").addEventListener("click", addItem);

// Links to the other pages of the draft wait for what is still to be saved, though not for ever.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (!link || !unsaved.size || event.ctrlKey || event.shiftKey || event.metaKey) return;
  event.preventDefault();
  const go = () => { window.location.href = link.href; };
  Promise.race([flush(), new Promise((done) => setTimeout(done, 2000))]).then(go);
});

async function start() {
  const state = await untilHeard(load, () => tell("拟稿台没有回应，正在重试", "lost"));
  replace(state);
  tell("");
  const [id, ...rest] = keyInAddress(window.location.hash).split("/");
  open(draft.items[id] || id === "head" ? id : draft.order[0] || "head");
  if (rest.length) editor.give({ key: [id, ...rest].join("/"), start: 0 });
  showSteps();
  startKeys({ open: openByHand, openField, goBack, current: () => current, search: right.search });
  restore();
  startWatching();
  startAround();
}

start().catch((error) => tell(error.message, "lost"));
