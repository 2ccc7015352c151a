// What is in the way of 送签, and the exceptions that the draft makes.
import { placeLink } from "./check-findings.js";
import { element, replaceChildren } from "./elements.js";
import { shown } from "./pieces.js";

const MOST_LINKS = 12;
const find = (id) => document.getElementById(id);

export function showReady(lines, draftName) {
  const heading = find("ready");
  heading.textContent = lines.length ? `还不能送签，还差${lines.length}处` : "可以送签";
  heading.className = lines.length ? "error" : "good";
  replaceChildren(find("in-the-way"), lines.map(({ text, places }) => element("li", {}, shown(text), links(places, draftName))));
}

// A line's places as links: one says 去改, several name theirs, each place once.
export function links(places, draftName) {
  const known = new Map();
  for (const place of places) {
    const link = placeLink(draftName, place);
    if (link && !known.has(place.place)) known.set(place.place, link);
  }
  const all = [...known];
  const shownOnes = all.slice(0, MOST_LINKS).map(([name, link]) =>
    [" ", element("a", { class: "small", href: link, "aria-label": `去改：${name}` }, all.length === 1 ? "去改" : name)]);
  return [shownOnes, all.length > MOST_LINKS ? ` 等${all.length}处` : null];
}

// `idle` are the findings on exceptions that waive nothing; `disallow(one)` takes an exception back.
export function showAllowed(allowed, idle, disallow) {
  replaceChildren(find("allowed"),
    allowed.length ? null : element("p", { class: "faint small" }, "没有。校核提出而确实不用改的，可以点“允许”并写明理由。"),
    element("ul", { class: "plain-list" }, allowed.map((one) => element("li", {},
      element("strong", {}, `${shown(one.name)}（${shown(one.said)}）`), " ",
      element("button", { type: "button", class: "plain screen", onclick: () => disallow(one), "aria-label": `取消允许：${one.name}（${one.said}）` }, "取消允许"),
      element("p", { class: "small reason" }, one.reason ? `理由：${shown(one.reason)}` : "没有写理由")))),
    idle.map((one) => element("p", { class: "small warning" }, shown(one.message))));
}
