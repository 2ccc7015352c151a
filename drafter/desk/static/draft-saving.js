// Saving: one write at a time, in order; what is typed first, then the step that was asked for.

import { Refused, send, tell, untilHeard } from "./api.js";
import { parted } from "./draft-changes.js";
import { adopt } from "./draft-adopting.js";
import { focused, want } from "./draft-focus.js";
import { address, draft, merge, name, stepFor, textAt } from "./draft-state.js";
import { notComposing } from "./draft-typing.js";
import { forget, keep, put, renumber, unsaved } from "./draft-words.js";

const PAUSE_MS = 500;
const LOST = "拟稿台没有回应，文字暂存在本机浏览器，恢复后自动保存";

let line = Promise.resolve();
let timer = 0;
let lost = false;
let waiting = 0;
let hearRefused = () => {};
let hearNotes = () => {};

export function onRefused(hear) { hearRefused = hear; }
export function onNotes(hear) { hearNotes = hear; }
export function note(...notes) { hearNotes(notes); }
export function isBusy() { return waiting > 0; }

// Does a piece of work when all before it is done.
export function enqueue(work) {
  waiting += 1;
  const done = line.then(work).catch(failed).finally(() => { waiting -= 1; });
  line = done;
  return done;
}

function failed(error) {
  if (!(error instanceof Refused)) console.error(error);
  tell(error instanceof Refused ? error.message : "页面出错，请刷新后重试。没有保存的文字还在本机浏览器里。", "lost");
}

// Words that were typed: the copy in the browser at once, the desk after a pause; a value that is right or wrong only
// as a whole (a date) goes when the hands leave it.
export function typed(key, text, { whole = false } = {}) {
  put(key, text, textAt(draft, key) || "", whole);
  if (!lost) tell(whole ? "离开这一栏时保存" : "正在保存…", "busy");
  if (whole) return;
  clearTimeout(timer);
  timer = setTimeout(flush, PAUSE_MS);
}

export function flush() {
  clearTimeout(timer);
  return unsaved.size ? enqueue(saveAll) : line;
}

// Ctrl+S: what is typed is saved anyway; what was refused or waits is tried now, and the time is told.
export function saveNow() {
  for (const entry of unsaved.values()) Object.assign(entry, { held: false, error: null });
  return enqueue(saveAll);
}

async function saveAll() {
  for (;;) {
    const ready = Array.from(unsaved).find(([key, { text, error, held }]) => !error && !held && !isEmptied(key, text));
    if (!ready) break;
    const [key, { text }] = ready;
    if (text === textAt(draft, key)) forget(key);
    else await save(key, text);
  }
  if (!lost) told();
}

// A clause without words is on the way to be rewritten, or to be taken out when the hands leave it.
function isEmptied(key, text) {
  return !text.trim() && /\/(clause|new)\//.test(key);
}

function told() {
  const refused = Array.from(unsaved.values()).some(({ error }) => error);
  const now = new Date();
  const time = `${now.getHours()}:${String(now.getMinutes()).padStart(2, "0")}`;
  tell(refused ? "有一处填写不对，没有保存" : `已保存 ${time}`, refused ? "lost" : "");
}

async function save(key, text) {
  let answer;
  try {
    answer = await post("steps", () => ({ step: stepFor(key, text) }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 409) await adopt(error.body.state, { note });
    else refuse(key, text, error.message);
    return;
  }
  await notComposing();
  settle(key, text, answer);
  announce();
}

// A write on the version that the page knows at that moment, again and again until the desk answers.
async function post(what, body) {
  const state = { lost: false };
  const answer = await untilHeard(
    () => send(`${address}/${what}`, { base: draft.sha, ...body() }),
    () => { lost = true; state.lost = true; tell(LOST, "lost"); },
  ).catch((error) => { error.lost = state.lost; lost = false; throw error; });
  lost = false;
  return answer;
}

function refuse(key, text, message) {
  const entry = unsaved.get(key);
  if (entry && entry.text === text) {
    entry.error = message;
    hearRefused(key, message);
  }
}

// After words were saved: what was typed meanwhile goes on from the words that the desk has now.
function settle(key, text, answer) {
  const [of, kind] = key.split("/");
  const after = { items: { ...draft.items, ...answer.items }, head: answer.head || draft.head };
  if (kind === "clause" || kind === "new") settleClause(key, text, after);
  else {
    const entry = unsaved.get(key);
    forget(key);
    if (entry && entry.text !== text) put(key, entry.text, textAt(after, key) || "");
  }
  merge(answer);
}

// Several sentences in one field have become several clauses: each gets its field, the caret stays in its words.
function settleClause(key, text, after) {
  const [of, kind] = key.split("/");
  const place = Number(key.split("/")[2]);
  const more = after.items[of].clauses.length - draft.items[of].clauses.length;
  const count = kind === "new" ? more : more + 1;
  const texts = after.items[of].clauses.slice(place - 1, place - 1 + count).map((clause) => clause.text);
  const hands = focused();
  const entry = unsaved.get(key);
  const now = entry ? entry.text : text;
  const keys = Array.from(unsaved.keys());
  const behind = new Set(keys.slice(keys.indexOf(key) + 1));
  forget(key);
  const follows = (at, other, name) => at > place || (at === place && kind === "new" && (other === "clause" || behind.has(name)));
  renumber(of, (at, other, name) => (follows(at, other, name) ? at + more : at));
  const pieces = now === text ? texts : parted(texts.join(""), now, texts);
  pieces.forEach((piece, index) => {
    if (piece !== texts[index]) put(`${of}/clause/${place + index}`, piece, texts[index]);
  });
  if (hands && hands.key === key && count) carryCaret(hands, pieces, of, place);
  else if (hands && more) carryOthers(hands, of, more, follows);
}

function carryCaret(hands, pieces, of, place) {
  let [index, start] = [0, hands.start];
  while (index + 1 < pieces.length && start > pieces[index].length) {
    start -= pieces[index].length;
    index += 1;
  }
  want(`${of}/clause/${place + index}`, start, Math.max(start, start + hands.end - hands.start));
}

function carryOthers(hands, of, more, follows) {
  const [handsOf, handsKind, at, ...turn] = hands.key.split("/");
  if (handsOf !== of || !follows(Number(at), handsKind, hands.key)) return;
  want([of, handsKind, Number(at) + more, ...turn].join("/"), hands.start, hands.end);
}

// A step that is not typing: make() gives it for the draft as it is when its turn comes, null when it has none.
// `item` is what it is about: where that was changed elsewhere meanwhile, the drafter looks first.
export function act(make, { item = null, quiet = false } = {}) {
  flush();
  return enqueue(async () => {
    const before = item && JSON.stringify(draft.items[item]);
    for (;;) {
      const step = make();
      if (!step) return null;
      tell("正在保存…", "busy");
      try {
        const answer = await post("steps", () => ({ step }));
        await notComposing();
        merge(answer);
        announce();
        told();
        if (!quiet) note(...answer.notes);
        return answer;
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 409) throw refusedStep(error);
        await adopt(error.body.state, { note });
        await saveAll();
        if (error.lost || (item && JSON.stringify(draft.items[item]) !== before)) {
          told();
          note("这里刚在别处改过，或者这一步已经做了，没有再做一次。请看看现在的内容。");
          return null;
        }
      }
    }
  });
}

function refusedStep(error) {
  if (error instanceof Refused) note(error.message);
  return error;
}

// 撤销 and 重做: what is typed is saved first, so that it is the first to be undone.
export function moveBack(what) {
  flush();
  return enqueue(async () => {
    if (!draft.steps[what]) {
      note(what === "undo" ? "没有可以撤销的步骤。" : "没有可以重做的步骤。");
      return null;
    }
    try {
      const state = await post(what, () => ({}));
      await adopt(state, { note, own: true });
      announce();
      told();
      note(...state.notes);
      return state;
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 409) throw refusedStep(error);
      await adopt(error.body.state, { note });
      await saveAll();
      note("草稿刚在别处改过，现在看到的是新的内容；要撤销的，请再按一次。");
      return null;
    }
  });
}

// Clauses that were emptied go when the hands leave them; a new one without words was none.
export function leave(key) {
  const entry = unsaved.get(key);
  if (entry) entry.held = false;
  if (!entry || !isEmptied(key, entry.text)) return flush();
  const [of, kind, place] = key.split("/");
  forget(key);
  if (kind === "new") return merge({ ...draft, items: { [of]: draft.items[of] } });
  const from = entry.from;
  return act(() => (textAt(draft, key) === from ? { do: "drop", item: of, clause: Number(place) } : null), { item: of });
}

// Other windows of this browser look at once.
function announce() {
  keep();
  try {
    localStorage.setItem(`drafter:sha:${name}`, draft.sha);
  } catch (error) {
    // They look every few seconds anyway.
  }
}
