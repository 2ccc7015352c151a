// 校核: findings of the draft, fixed, gone to, or allowed with a reason.
import { ask } from "./api.js";
import { showAllowed, showReady } from "./check-aside.js";
import { byPart } from "./check-findings.js";
import { asked, element, replaceChildren } from "./elements.js";
import { begin, stepping } from "./steps.js";

const IDLE = ["allow-unused", "allow-no-reason"];
const SEVERITIES = ["error", "warning", "info"];
const name = document.body.dataset.draft;
const path = `/api/drafts/${encodeURIComponent(name)}/check`;
const find = (id) => document.getElementById(id);
const steps = stepping(name, find("done"), reload);
let severity = "";
let state = null;
let round = 0;

// What can be found at once first; the neighbours' notices, which take longer, behind it.
async function reload() {
  const mine = ++round;
  state = await ask(path);
  show();
  addNeighbours(mine);
  return state.sha;
}

async function addNeighbours(mine) {
  showBeside("正在与文库里其他通知比对…");
  const whole = await ask(`${path}?neighbours=1`).catch(() => null);
  if (mine !== round) return;
  const isNew = whole && whole.sha === state.sha && whole.findings.length !== state.findings.length;
  if (isNew) {
    state = whole;
    show();
  }
  showBeside(whole ? "" : "与文库里其他通知的比对没有做成，刷新页面可以再试");
}

function showBeside(further) {
  const { last, superior } = state.beside;
  find("beside").textContent = [
    last ? `对照的上年通知：${last}` : "没有对照上年通知：文库里没有这份草稿的底稿",
    superior ? `上级通知：${superior}` : "文库里没有上级同年的通知",
    further,
  ].filter(Boolean).join("；");
}

function show() {
  const idle = state.findings.filter((one) => IDLE.includes(one.rule));
  const listed = state.findings.filter((one) => !IDLE.includes(one.rule));
  const chosen = listed.filter((one) => !severity || one.severity === severity);
  find("summary").textContent = state.summary;
  showSeverities(listed);
  const safe = listed.filter((one) => one.fixable).length;
  find("fix-all").hidden = !safe;
  find("fix-all").textContent = `有把握的${safe}处全部采用`;
  replaceChildren(find("found"), chosen.length
    ? byPart(chosen, { draftName: name, words: state.words, rules: state.rules, does: { fix, allow } })
    : element("p", { class: "card good" }, severity ? "没有这一类问题。" : "没有发现问题。"));
  showReady(state.in_the_way, name);
  showAllowed(state.allowed, idle, ({ rule, place }) => steps.take({ do: "disallow", rule, place }));
}

function showSeverities(listed) {
  const kinds = [["", `全部 ${listed.length}`], ...SEVERITIES.map((kind) =>
    [kind, `${state.words[kind]} ${listed.filter((one) => one.severity === kind).length}`])];
  const focused = document.activeElement && document.activeElement.dataset.kind;
  replaceChildren(find("severities"), kinds.map(([kind, label]) => element("button", {
    type: "button", "data-kind": kind || "all", "aria-pressed": String(kind === severity),
    onclick: () => { severity = kind; show(); },
  }, label)));
  if (focused) find("severities").querySelector(`[data-kind="${focused}"]`).focus();
}

function fix(one) {
  const { part, ordinal, span } = one.where;
  return steps.take({ do: "fix", rule: one.rule, part, item: one.item || null, ordinal, span, new: one.fix.new });
}

async function allow(one) {
  const reason = element("textarea", { rows: 3, "aria-label": "理由", maxlength: 500 });
  const here = one.item ? "这一项" : `“${one.place}”部分`;
  const body = element("div", { class: "allowing" },
    element("p", {}, `${here}里不再提“${one.name}”。请写明理由，以后接手的人才知道为什么放过。`), reason);
  let given = null;
  do {
    given = await asked(`允许“${one.name}”`, body, [["允许", () => reason.value.trim(), "main"], ["取消", () => null, ""]]);
    reason.placeholder = "请写明理由";
  } while (given === "");
  if (given) await steps.take({ do: "allow", rule: one.rule, place: one.allow, reason: given });
}

find("fix-all").addEventListener("click", () => steps.take({ do: "fix-all" }));
begin(find("found"), steps.renew);
