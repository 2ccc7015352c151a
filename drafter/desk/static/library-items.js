// Items and cards of the library as lists that lead to their notices.
import { element } from "./elements.js";
import { showHistory } from "./library-history.js";

// The address of a notice, an item or a clause: 博山区-2025#3.2.
export function addressOf(ref) {
  const [notice, place] = ref.split("#");
  return `/library/${encodeURIComponent(notice)}` + (place ? `#${place}` : "");
}

const named = (label, values) => (values.length ? element("span", {}, `${label}：${values.join("、")}　`) : null);

export function itemList(items) {
  return element("ul", { class: "items" }, items.map((one) => element("li", {},
    element("a", { href: addressOf(one.ref) }, one.heading), " ",
    element("span", { class: "faint small" }, one.ref),
    element("p", { class: "cut" }, one.text),
    element("p", { class: "faint small" }, named("主题", one.themes), named("责任单位", one.units)))));
}

export function cardList(cards) {
  return element("ol", { class: "cards" }, cards.map(card));
}

function card(one) {
  const through = one.years.length > 1;
  return element("li", {},
    element("p", {}, one.clause),
    element("p", { class: "small" },
      element("a", { href: addressOf(one.ref) }, one.ref), one.source ? `（${one.source}）` : "", "　", one.heading || "", "　",
      element("span", { class: "faint" }, named("责任单位", one.units), `${one.why.join("；")}；相似度${Math.round(one.score * 100)}%`), " ",
      through ? element("button", { type: "button", class: "plain", onclick: () => showHistory(one.ref) },
        `历年（${one.years.map((seen) => seen.year).join("、")}）`) : null),
    one.warnings.map((text) => element("p", { class: "small warning" }, `注意：${text}`)));
}
