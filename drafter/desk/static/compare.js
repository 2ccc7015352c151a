// 比对: the draft beside last year's notice or another of the library.
import { ask, tell } from "./api.js";
import { contents, sections } from "./compare-rows.js";
import { walking } from "./compare-walk.js";
import { element, replaceChildren } from "./elements.js";
import { shown } from "./pieces.js";
import { begin, stepping } from "./steps.js";

const name = document.body.dataset.draft;
const find = (id) => document.getElementById(id);
const steps = stepping(name, find("done"), reload);
const renewed = walking();
let against = "";

async function reload() {
  const query = against ? `?against=${encodeURIComponent(against)}` : "";
  const answer = await ask(`/api/drafts/${encodeURIComponent(name)}/compare${query}`);
  against = answer.against || "";
  choose(answer.choices);
  show(answer.told);
  return answer.sha;
}

function choose(choices) {
  const groups = [...new Set(choices.map((one) => one.group))];
  replaceChildren(find("against"),
    against ? null : element("option", { value: "" }, "请选一份"),
    groups.map((group) => element("optgroup", { label: group }, choices.filter((one) => one.group === group)
      .map((one) => element("option", { value: one.ref, selected: one.ref === against }, one.ref)))));
}

function show(told) {
  if (!told) {
    replaceChildren(find("summary"), element("p", {}, "文库里没有这份草稿的底稿。请在上面选一份通知来比。"));
    replaceChildren(find("told"));
    replaceChildren(find("contents"));
    renewed([]);
    return;
  }
  const judge = (pair, linked) => steps.take({ do: "judge", ...pair, linked });
  const parts = sections(told, name, judge);
  const yearly = told.yearly.length ? `每年必变、没有列出：${told.yearly.join("、")}。` : null;
  replaceChildren(find("summary"),
    [told.different ? null : "两份通知没有差别。", ...told.summary, yearly].filter(Boolean).map((one) => element("p", {}, shown(one))),
    element("p", { class: "faint small" }, "图例：", element("del", {}, "删去的字"), " ", element("ins", {}, "增加的字")));
  replaceChildren(find("told"), parts.map((part) => part.node));
  replaceChildren(find("contents"), contents(parts, told));
  renewed(told.kinds);
}

find("against").addEventListener("change", () => {
  against = find("against").value;
  replaceChildren(find("done"));
  tell("正在比对…", "busy");
  begin(find("told"), async () => { await steps.renew(); tell(""); });
});
begin(find("told"), steps.renew);
