// What stands around the text: badges, last year's items not continued, findings; asked for after a pause.

import { ask } from "./api.js";
import { address, draft, onChange } from "./draft-state.js";
import { isComposing } from "./draft-typing.js";
import { element } from "./elements.js";

const PAUSE_MS = 600;
const SHARE = 1.5; // a long answer is asked for less often, so that it does not hold up what is saved
const SEVERITIES = { error: "错误", warning: "警告", info: "提示" };

export const around = { badges: {}, gone: [], findings: [], known: false };
const hearers = [];
let timer = 0;
let question = null;
let took = 0;

export function onAround(hear) {
  hearers.push(hear);
}

export function startAround() {
  onChange(() => later(Math.max(PAUSE_MS, SHARE * took)));
  later(0);
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(look, pause);
}

async function look() {
  if (isComposing()) return later(PAUSE_MS);
  if (question) question.abort();
  const own = new AbortController();
  question = own;
  const begun = performance.now();
  try {
    const answer = await ask(`${address}/around`, { signal: own.signal });
    took = performance.now() - begun;
    if (question !== own) return undefined;
    if (answer.sha !== draft.sha) return later(PAUSE_MS);
    Object.assign(around, answer, { known: true });
    for (const hear of hearers) hear();
  } catch (error) {
    if (error.name !== "AbortError" && question === own) timer = setTimeout(look, 5 * PAUSE_MS);
  }
  return undefined;
}

// The findings in a field, named by the path that the desk gives: ["items", "i3", "clauses", 0], ["title"].
export function findingsAt(path) {
  const wanted = path.join("/");
  const found = [];
  for (const finding of around.findings) {
    for (const field of finding.fields) if (field.path.join("/") === wanted) found.push({ finding, ...field });
  }
  return found;
}

export function findingsOf(item) {
  return around.findings.filter((finding) => finding.item === item);
}

export function marksOf(found) {
  return found.map(({ finding, start, end }) => ({ start, end, kind: `finding ${finding.severity}` }));
}

// The path of a field of the page.
export function pathOf(key) {
  const [of, kind, place] = key.split("/");
  if (of === "head") return [kind];
  return kind === "clause" ? ["items", of, "clauses", place - 1] : ["items", of, kind];
}

// The list of findings below a field; fix(finding) makes a safe one good.
export function findingList(findings, fix) {
  if (!findings.length) return null;
  const name = (one) => `${SEVERITIES[one.severity]}：${one.message}`;
  const line = (one) => element("li", { class: one.severity, tabindex: "-1", "aria-label": name(one), dataset: { finding: JSON.stringify(one) } },
    element("b", {}, `${SEVERITIES[one.severity]}：`), one.message, " ",
    element("span", { class: "faint small" }, one.source),
    one.fix && one.fix.safe && one.where.span ? fixButton(one, fix) : one.fix ? advised(one.fix) : null);
  return element("ul", { class: "findings", "aria-label": "校核意见" }, findings.map(line));
}

function fixButton(one, fix) {
  return element("button", { type: "button", class: "plain", onclick: () => fix(one) }, `采用修改（${inWords(one.fix)}）`);
}

// A change that the drafter has to weigh is told, not made.
function advised(fix) {
  return element("span", { class: "small" }, ` 建议${inWords(fix)}`);
}

function inWords({ old, new: becomes }) {
  if (!old) return `补上“${becomes}”`;
  return becomes ? `“${old}”改为“${becomes}”` : `去掉“${old}”`;
}

export function stepOfFix({ rule, where, item, fix }) {
  const { part, ordinal, span } = where;
  return { do: "fix", rule, part, item: item || null, ordinal, span, new: fix.new };
}
