// Suggestions on the right: for what is typed, for what is searched, else for the item in work.

import { ask, Refused } from "./api.js";
import { address } from "./draft-state.js";
import { onTyped } from "./draft-typing.js";
import { element, replaceChildren } from "./elements.js";

const PAUSE_MS = 150;
const LEAST = 2;
const LONGEST = 400;
const FIRST = 3; // as many as the window shows are asked for at once, the others when nothing was typed for a while
const REST_MS = 400;

// does: take(card, "clause" | "item", edit)
export function suggestions(place, does) {
  const hint = "查找往年措施，如：两癌检查（Ctrl+K）";
  const search = element("input", { type: "search", class: "wide", "aria-label": "查找往年措施", placeholder: hint });
  const about = element("p", { class: "faint small", role: "status" });
  const cards = element("div", { class: "cards" });
  replaceChildren(place, element("h2", {}, "往年相近的措施"), search, about, cards);
  let item = null;
  let text = "";
  let timer = 0;
  let question = null;
  let asked = null;
  let others = 0;

  onTyped(search, () => later(PAUSE_MS));

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  }

  // The newest question alone is answered: the one before it is ended, and a late answer is not shown.
  async function look() {
    const wanted = search.value.trim() || text;
    const by = new URLSearchParams(wanted.length >= LEAST ? { text: wanted.slice(0, LONGEST) } : item ? { item } : {});
    const said = search.value.trim() ? "按查找的文字" : wanted.length >= LEAST ? "按正在写的文字" : "按这一项";
    if (by.toString() === asked) return;
    asked = by.toString();
    clearTimeout(others);
    if (question) question.abort();
    const own = new AbortController();
    question = own;
    try {
      const found = asked ? await ask(`${address}/suggest?${asked}&most=${FIRST}`, { signal: own.signal }) : { cards: [] };
      if (question !== own) return;
      about.textContent = !asked ? "" : found.cards.length ? `${said}，最相近的在前` : `${said}，文库里没有相近的`;
      replaceChildren(cards, found.cards.map((one) => card(one, item, does)));
      if (found.cards.length === FIRST) others = setTimeout(() => lookForOthers(by, own), REST_MS);
    } catch (error) {
      if (error.name === "AbortError" || question !== own) return;
      asked = null;
      about.textContent = error instanceof Refused ? error.message : "拟稿台没有回应，恢复后再查。";
    }
  }

  // They come below those shown, which stay as they are; without an answer these are enough.
  async function lookForOthers(by, own) {
    try {
      const found = await ask(`${address}/suggest?${by}`, { signal: own.signal });
      if (question === own) cards.append(...found.cards.slice(FIRST).map((one) => card(one, item, does)));
    } catch (error) {
      if (error.name !== "AbortError" && question === own) about.textContent += "（其余的没有取到）";
    }
  }

  return {
    search,
    open: (id) => { if (id !== item) search.value = ""; item = id; text = ""; asked = null; later(0); },
    typing: (typed) => { text = typed.trim(); later(PAUSE_MS); },
    again: () => { asked = null; later(PAUSE_MS); },
  };
}

function card(one, item, does) {
  const take = (how, edit, label) => element("button", {
    type: "button", "aria-label": `${label}：${one.clause.slice(0, 20)}`, onclick: () => does.take(one, how, edit),
  }, label);
  return element("article", { class: "suggested", "aria-label": `${one.ref}` },
    one.heading ? element("h3", {}, one.heading) : null,
    element("p", { class: "words-shown" }, one.clause),
    element("p", { class: "small" }, one.why.join("；")),
    one.years.length > 1 ? strip(one.years) : null,
    one.history.map(series),
    one.warnings.map((warning) => element("p", { class: "warning small" }, `注意：${warning}`)),
    element("p", { class: "faint small" }, `${one.issuer} ${one.source || `${one.year}年`}　${one.ref}`,
      one.units.length ? element("br", {}) : null, one.units.length ? `责任单位：${one.units.join("、")}` : null),
    element("div", { class: "row" },
      item ? take("clause", false, "采用") : null,
      item ? take("clause", true, "采用并改") : null,
      take("item", false, "作为新的一项")));
}

// The years in which an office promised it, a box each, years without it between them left empty.
function strip(years) {
  const held = new Set(years.map(({ year }) => year));
  const [first, last] = [years[0].year, years[years.length - 1].year];
  const boxes = [];
  for (let year = first; year <= last; year += 1) boxes.push(element("li", { class: held.has(year) ? "held" : "not-held" }, String(year)));
  return element("ol", { class: "years", "aria-label": `写进清单的年份：${Array.from(held).join("、")}` }, boxes);
}

function series({ object, points }) {
  const way = points.map(({ text, year }) => `${text}（${year}年）`).join(" → ");
  return element("p", { class: "small" }, element("b", {}, "指标变化："), object ? `${object} ` : "", way);
}
