// The draft as the desk last told it, and who hears when that changes.

import { ask } from "./api.js";

export const name = document.body.dataset.draft;
export const address = `/api/drafts/${encodeURIComponent(name)}`;
export const draft = { sha: "", order: [], items: {}, head: {}, dropped: [], steps: { undo: null, redo: null } };

const hearers = [];

// hear({items: ids changed or null for all, order, head, dropped}) after each change
export function onChange(hear) {
  hearers.push(hear);
}

function heard(change) {
  for (const hear of hearers) hear(change);
}

// Takes over the answer to a step: only what differs is in it.
export function merge(answer) {
  const order = answer.order.join() !== draft.order.join();
  draft.sha = answer.sha;
  draft.order = answer.order;
  Object.assign(draft.items, answer.items);
  for (const id of Object.keys(draft.items)) if (!answer.order.includes(id)) delete draft.items[id];
  for (const part of ["head", "dropped", "steps"]) if (answer[part]) draft[part] = answer[part];
  heard({ items: Object.keys(answer.items), order, head: Boolean(answer.head), dropped: Boolean(answer.dropped) });
}

// Takes over a whole state.
export function replace(state) {
  Object.assign(draft, state);
  heard({ items: null, order: true, head: true, dropped: true });
}

export async function load() {
  return ask(address);
}

// How many clauses an item has before those of its sub-entries: new ones go among or behind these.
export function bodyLength(id) {
  return draft.items[id].clauses.filter((one) => one.entry === null).length;
}

export function numberOf(id) {
  return draft.order.indexOf(id) + 1;
}

// The words of a field: "i3/heading", "i3/clause/2" (counted from 1), "i3/new/2" and "i3/new/2/1" (one more that is to
// come before the second clause), "i3/leader", "head/title".
// undefined where there is no such field any more.
export function textAt(state, key) {
  const [of, kind, place] = key.split("/");
  if (of === "head") return Array.isArray(state.head[kind]) ? state.head[kind].join("\n") : state.head[kind];
  const item = state.items[of];
  if (!item) return undefined;
  if (kind === "new") return "";
  if (kind === "clause") return item.clauses[place - 1] ? item.clauses[place - 1].text : undefined;
  return item[kind];
}

const HEAD_NAMES = {
  serial: "文号序号", agency_code: "发文机关代字", date: "成文日期", title: "标题", recipients: "主送机关", opening: "开头",
  closing: "结尾", contact_line: "联系方式", disclosure: "附注", copies_to: "抄送", format: "格式", copy_number: "份号",
  secrecy: "密级和保密期限", urgency: "紧急程度", imprint_organ: "印发机关", imprint_date: "印发日期",
};
const ITEM_NAMES = { heading: "标题", leader: "责任领导", deadline: "完成时限", reason: "理由" };

// A field in words: 第3项第2条, 第3项标题, 通知头尾的成文日期.
export function nameOf(key) {
  const [of, kind, place] = key.split("/");
  if (of === "head") return `通知头尾的${HEAD_NAMES[kind]}`;
  const number = numberOf(of);
  const item = number ? `第${number}项` : "已删去的一项";
  if (kind === "clause") return `${item}第${place}条`;
  return kind === "new" ? `${item}新写的一条` : `${item}${ITEM_NAMES[kind]}`;
}

// The step that saves the words of a field.
export function stepFor(key, text) {
  const [of, kind, place] = key.split("/");
  if (of === "head") {
    const value = kind === "opening" || kind === "closing" ? text.split("\n") : text;
    return { do: "edit-head", fields: { [kind]: value } };
  }
  if (kind === "clause") return { do: "edit-clause", item: of, clause: Number(place), text };
  if (kind === "new") return { do: "add-clause", item: of, at: Number(place), text };
  return { do: "edit-item", item: of, [kind]: text };
}
