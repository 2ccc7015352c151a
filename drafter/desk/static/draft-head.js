// 通知头尾: everything of the notice but its items.

import { giveCaretTo } from "./draft-clauses.js";
import { around, findingList } from "./draft-findings.js";
import { choiceField, wordsField } from "./draft-fields.js";
import { draft } from "./draft-state.js";
import { element, replaceChildren } from "./elements.js";

// Words that can be saved as they grow, and values that are right or wrong only when they are whole.
const TEXTS = [
  { field: "title", label: "标题" },
  { field: "recipients", label: "主送机关" },
  { field: "opening", label: "开头", oneLine: false },
  { field: "closing", label: "结尾", oneLine: false },
  { field: "contact_line", label: "联系方式" },
  { field: "disclosure", label: "附注", hint: "如：此件公开发布" },
  { field: "copies_to", label: "抄送", hint: "几个机关用逗号隔开" },
];
const VALUES = [
  { field: "agency_code", label: "机关代字", hint: "如：博政办字" },
  { field: "serial", label: "文号序号", hint: "如：9；没有就空着" },
  { field: "date", label: "成文日期", hint: "如：2027年5月30日" },
];
const SELDOM = [
  { field: "copy_number", label: "份号", hint: "6位数字，如 000012" },
  { field: "secrecy", label: "密级", hint: "如：秘密、机密★1年" },
  { field: "urgency", label: "紧急程度", hint: "特急 或 加急" },
  { field: "imprint_organ", label: "印发机关" },
  { field: "imprint_date", label: "印发日期", hint: "如：2027年5月30日" },
];
const FORMATS = [["", "（未定）"], ["letter", "信函格式"], ["file", "文件格式"]];

const SHOWN = new Set([...TEXTS, ...VALUES, ...SELDOM].map(({ field }) => field));

// The field of the form in which a finding at a path of the head is shown.
export function fieldOf([of]) {
  return of === "doc_number" ? "serial" : SHOWN.has(of) ? of : null;
}

export function headForm(place, does) {
  const make = (fields, whole) => fields.map(({ field, ...rest }) => wordsField({ key: `head/${field}`, whole, ...rest }, does));
  const values = make(VALUES, true);
  const texts = make(TEXTS, false);
  const seldom = make(SELDOM, true);
  const format = choiceField({ key: "head/format", label: "格式", choices: FORMATS }, does);
  const fixed = element("p", { class: "faint small" });
  const others = element("div", {});
  const root = element("section", { "aria-label": "通知头尾" },
    element("h1", {}, "通知头尾"), fixed, others,
    element("div", { class: "columns" }, [...values, format].map((one) => one.root)),
    texts.map((one) => one.root),
    element("details", {}, element("summary", {}, "份号、密级、紧急程度、印发机关和日期"),
      element("div", { class: "columns" }, seldom.map((one) => one.root))));
  replaceChildren(place, root);
  const all = [...values, ...texts, ...seldom, format];

  function show() {
    const { issuer, list_title: list, attachments } = draft.head;
    const names = attachments.length ? `附件：${attachments.join("；")}` : "";
    fixed.textContent = [`发文机关：${issuer}`, list ? `清单标题：${list}` : "", names].filter(Boolean).join("　");
    for (const one of all) one.show();
    const elsewhere = around.findings.filter((one) => !one.item && !one.fields.some(({ path }) => fieldOf(path)));
    replaceChildren(others, findingList(elsewhere, does.fix));
  }
  show();
  return { show, give: ({ key, start, end }) => giveCaretTo(root, key, start, end) };
}
