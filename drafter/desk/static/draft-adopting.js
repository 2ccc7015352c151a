// Taking over a draft that was changed elsewhere: words not yet saved go on where their field is unchanged,
// and are put before the drafter beside the other version where it is not.

import { choose } from "./draft-conflict.js";
import { bodyLength, draft, nameOf, numberOf, replace, textAt } from "./draft-state.js";
import { notComposing } from "./draft-typing.js";
import { forget, keep, newKey, put, unsaved } from "./draft-words.js";

export async function adopt(fresh, { note, own = false }) {
  await notComposing();
  const told = own ? [] : changesIn(fresh);
  const conflicts = reconciled(fresh);
  replace(fresh);
  for (const one of conflicts) await resolve(one);
  if (told.length) note(`草稿在别处改动过，已经更新：${told.join("、")}。`);
}

// Each unsaved field found again in the fresh state; those that changed there are given back.
export function reconciled(fresh) {
  const conflicts = [];
  const entries = Array.from(unsaved);
  unsaved.clear();
  for (const [key, entry] of entries) {
    const there = textAt(fresh, key);
    const [of, kind] = key.split("/");
    if (kind === "clause" || kind === "new") placed(key, entry, fresh.items[of], conflicts);
    else if (there === undefined) conflicts.push({ key, ...entry, there: null });
    else if (there === entry.from) unsaved.set(key, entry);
    else if (there !== entry.text) conflicts.push({ key, ...entry, there });
  }
  for (const { key, text, from } of conflicts) unsaved.set(key, { text, from, error: null });
  keep();
  return conflicts;
}

function placed(key, entry, item, conflicts) {
  const [of, kind, place] = key.split("/");
  if (!item) {
    if (entry.text.trim()) conflicts.push({ key, ...entry, there: null });
    return;
  }
  const texts = item.clauses.map((clause) => clause.text);
  const at = Number(place) - 1;
  if (entry.text && holds(texts, at, entry.text) && (kind === "clause" || isNewThere(of, at, entry.text))) return;
  if (kind === "new") {
    unsaved.set(newKey(of, Math.min(at, texts.length) + 1), entry);
    return;
  }
  const found = texts[at] === entry.from ? at : texts.indexOf(entry.from);
  if (found >= 0) {
    unsaved.set(`${of}/clause/${found + 1}`, entry);
    return;
  }
  const before = draft.items[of] ? draft.items[of].clauses.map((clause) => clause.text) : [];
  const changed = texts.map((_, index) => index).filter((index) => !before.includes(texts[index]));
  const near = changed.sort((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
  if (near === undefined) conflicts.push({ key, ...entry, there: null });
  else conflicts.push({ key: `${of}/clause/${near + 1}`, ...entry, there: texts[near] });
}

// Whether the clauses from a place on are this text, in one or in several.
function holds(texts, at, text) {
  let joined = "";
  for (let index = at; index < texts.length && joined.length < text.length; index += 1) joined += texts[index];
  return joined === text.trim();
}

function isNewThere(of, at, text) {
  const known = draft.items[of] ? draft.items[of].clauses.map((clause) => clause.text) : [];
  return !holds(known, at, text);
}

function changesIn(fresh) {
  if (!draft.sha || fresh.sha === draft.sha) return [];
  const told = [];
  for (const id of fresh.order) {
    const number = fresh.order.indexOf(id) + 1;
    if (!draft.items[id]) told.push(`新增第${number}项`);
    else if (JSON.stringify(draft.items[id]) !== JSON.stringify(fresh.items[id])) told.push(`第${number}项`);
  }
  const gone = draft.order.filter((id) => !fresh.items[id]).length;
  if (gone) told.push(`少了${gone}项`);
  const kept = draft.order.filter((id) => fresh.items[id]).join();
  if (fresh.order.filter((id) => draft.items[id]).join() !== kept) told.push("次序");
  if (JSON.stringify(draft.head) !== JSON.stringify(fresh.head)) told.push("通知头尾");
  return told;
}

// The drafter chooses; the words go on from what is there now, or are let go.
export async function resolve({ key, text, there }) {
  const [of] = key.split("/");
  const refuge = draft.items[of] ? of : draft.order[draft.order.length - 1];
  const choice = await choose(nameOf(key), text, there, `第${numberOf(refuge)}项末尾`);
  const now = unsaved.get(key);
  const mine = now ? now.text : text;
  forget(key);
  if (choice !== "theirs") {
    if (there !== null) put(key, choice === "both" ? there + mine : mine, there);
    else put(newKey(refuge, bodyLength(refuge) + 1), mine, "");
  }
  replace({});
}
