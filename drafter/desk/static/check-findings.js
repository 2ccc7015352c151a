// The findings as elements, by the part that they stand in.
import { element } from "./elements.js";
import { shown } from "./pieces.js";

const DELETED = "（删去）";

// Where a finding is mended: the page 拟稿, at the item and the clause; parts that are no items by their field.
export function placeLink(draftName, finding) {
  const path = (finding.fields[0] || {}).path || [];
  const field = path[0] === "items" ? path[2] : path[0];
  const parts = [];
  if (finding.item) parts.push(["item", finding.item]);
  if (field) parts.push(["field", field]);
  if (field === "clauses") parts.push(["clause", path[3] + 1]);
  if (!parts.length) return null;
  return `/draft/${encodeURIComponent(draftName)}#${parts.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`;
}

// `does` has the actions: fix(finding), allow(finding).
export function byPart(findings, { draftName, words, rules, does }) {
  const groups = [];
  for (const one of findings) {
    const last = groups[groups.length - 1];
    if (last && last.place === one.place) last.findings.push(one);
    else groups.push({ place: one.place, findings: [one] });
  }
  return groups.map(({ place, findings: own }) => element("section", { class: "card part" },
    element("h2", {}, shown(place)), own.map((one) => finding(one, { draftName, words, rules, does }))));
}

function finding(one, { draftName, words, rules, does }) {
  const link = placeLink(draftName, one);
  return element("div", { class: "finding", "data-severity": one.severity },
    element("p", {},
      element("span", { class: `severity ${one.severity}` }, words[one.severity]),
      element("strong", {}, one.name), "　", shown(one.message)),
    one.words.length ? element("p", { class: "quoted" },
      one.words.map(([text, isFaulty]) => (isFaulty ? element("mark", {}, shown(text)) : shown(text)))) : null,
    one.fix ? fix(one.fix) : null,
    element("div", { class: "row does" },
      link ? element("a", { class: "button screen", href: link, "aria-label": `跳到该处：${one.name}` }, "跳到该处") : null,
      one.fixable ? element("button", { type: "button", onclick: () => does.fix(one), "aria-label": `采用修改：${one.name}` }, "采用修改") : null,
      one.allow ? element("button", { type: "button", onclick: () => does.allow(one), "aria-label": `允许：${one.name}` }, "允许…") : null,
      explained(rules[one.rule]), element("span", { class: "faint small" }, `依据：${one.source}`)));
}

function fix({ old, new: changed, safe }) {
  const can = safe ? "可" : "建议";
  return element("p", { class: "fix" }, old ? `${can}改为：` : `${can}补上：`,
    old ? element("del", {}, shown(old)) : null, old && changed ? " → " : null,
    changed ? element("ins", {}, shown(changed)) : DELETED);
}

function explained(rule) {
  if (!rule) return null;
  const rows = [["查什么", rule.flags], ["为什么", rule.why], ["不妥", rule.bad], ["应作", rule.good]];
  return element("details", { class: "small" },
    element("summary", {}, `为什么提这条：${rule.name}`),
    element("dl", { class: "rule" }, rows.map(([name, text]) => [element("dt", {}, name), element("dd", {}, text)])));
}
