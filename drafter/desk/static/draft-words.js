// Words that the desk does not have yet: kept here and, for a crash of either side, in the browser's own store.

import { draft, name } from "./draft-state.js";

const PREFIX = `drafter:words:${name}:`;
const MINE = PREFIX + Math.random().toString(36).slice(2);
const LEFT_AFTER_MS = 15000;

// key of the field -> {text, from: the words it started from, error: why the desk refused them, held: not to be saved
// before the hands leave the field}
export const unsaved = new Map();
let closed = false;

export function put(key, text, from, held = false) {
  const known = unsaved.get(key);
  unsaved.set(key, { text, from: known ? known.from : from, error: null, held });
  keep();
}

export function forget(key) {
  if (unsaved.delete(key)) keep();
}

// Writes the copy in the browser; its time says that this window is still there.
export function keep() {
  try {
    if (!unsaved.size) {
      localStorage.removeItem(MINE);
      return;
    }
    const words = Array.from(unsaved, ([key, { text, from }]) => ({ key, text, from }));
    localStorage.setItem(MINE, JSON.stringify({ at: Date.now(), closed, sha: draft.sha, words }));
  } catch (error) {
    // A full or forbidden store: the words stay in the page, which says that they are not saved.
  }
}

// Takes over the words that windows which are gone have left, oldest first; gives the keys.
export function recover() {
  const found = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX) || key === MINE) continue;
      const left = read(key);
      if (left && !left.closed && Date.now() - left.at < LEFT_AFTER_MS) continue;
      localStorage.removeItem(key);
      if (left) found.push(left);
    }
  } catch (error) {
    return [];
  }
  const keys = [];
  for (const { words } of found.sort((one, other) => one.at - other.at)) {
    for (const { key, text, from } of words) {
      if (!text.trim() && /\/(clause|new)\//.test(key)) continue;
      const free = unsaved.has(key) && key.includes("/new/") ? newKey(...key.split("/new/")) : key;
      unsaved.set(free, { text, from, error: null });
      keys.push(free);
    }
  }
  keep();
  return keys;
}

// A name for one more new clause that wants a place; several may want the same one, in the order in which they came.
export function newKey(of, place) {
  const key = `${of}/new/${parseInt(place, 10)}`;
  let turn = 0;
  const named = () => (turn ? `${key}/${turn}` : key);
  while (unsaved.has(named())) turn += 1;
  return named();
}

function read(key) {
  try {
    const left = JSON.parse(localStorage.getItem(key));
    const fits = ({ key: of, text, from }) => [of, text, from].every((one) => typeof one === "string");
    return Array.isArray(left.words) && left.words.every(fits) ? left : null;
  } catch (error) {
    return null;
  }
}

// Names the fields anew after clauses of an item came or went: rename(place, kind, key) gives the new place.
export function renumber(item, rename) {
  const entries = Array.from(unsaved);
  unsaved.clear();
  for (const [key, entry] of entries) {
    const [of, kind, place, ...turn] = key.split("/");
    const placed = of === item && (kind === "clause" || kind === "new");
    unsaved.set(placed ? [of, kind, rename(Number(place), kind, key), ...turn].join("/") : key, entry);
  }
  keep();
}

window.addEventListener("pagehide", () => { closed = true; keep(); });
window.addEventListener("pageshow", () => { closed = false; keep(); });
