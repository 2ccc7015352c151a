// Changes from elsewhere: other windows, commands, an editor; and words that a window which is gone has left.

import { ask } from "./api.js";
import { adopt, reconciled, resolve } from "./draft-adopting.js";
import { enqueue, flush, isBusy, note } from "./draft-saving.js";
import { address, draft, load, name, nameOf, replace } from "./draft-state.js";
import { keep, recover, unsaved } from "./draft-words.js";

const EVERY_MS = 4000;

export function startWatching() {
  setInterval(() => {
    if (unsaved.size) keep();
    if (document.visibilityState === "visible") look();
  }, EVERY_MS);
  window.addEventListener("focus", look);
  window.addEventListener("storage", ({ key }) => { if (key === `drafter:sha:${name}`) look(); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") look();
    else flush();
  });
  window.addEventListener("pagehide", flush);
}

// Asks for no more than the digest; what is under way here finds out by itself.
async function look() {
  restore();
  if (isBusy()) return;
  try {
    const { sha } = await ask(`${address}/sha`);
    if (sha !== draft.sha && !isBusy()) enqueue(takeOver);
  } catch (error) {
    // The desk is away or the draft cannot be read: the next write says so.
  }
}

async function takeOver() {
  const fresh = await load();
  if (fresh.sha !== draft.sha) await adopt(fresh, { note });
  flush();
}

// Words of a crash or a closed window: saved now where their field is still as they found it.
export function restore() {
  const keys = recover();
  if (!keys.length) return;
  enqueue(async () => {
    const conflicts = reconciled(draft);
    replace({});
    for (const one of conflicts) await resolve(one);
    const left = keys.filter((key) => unsaved.has(key));
    if (left.length) note(`上次没来得及保存的文字已经找回，正在保存：${left.map(nameOf).join("、")}。`);
    flush();
  });
}
