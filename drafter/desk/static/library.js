// The search of 文库: what is typed and the filters; a late answer never replaces a newer one.
import { ask } from "./api.js";
import { element, replaceChildren } from "./elements.js";
import { cardList, itemList } from "./library-items.js";

const PAUSE_MS = 160;
const FIELDS = ["text", "theme", "place", "year", "unit"];
const form = document.getElementById("search");
const told = document.getElementById("search-told");
const place = document.getElementById("found");
let waiting = 0;
let running = null;

const valueOf = (id) => document.getElementById(id).value.trim();

async function search() {
  if (running) running.abort();
  running = null;
  const given = FIELDS.filter((id) => valueOf(id));
  if (!given.length) {
    told.textContent = "";
    replaceChildren(place);
    return;
  }
  const mine = new AbortController();
  running = mine;
  try {
    const found = await ask(`/api/library/search?${given.map((id) => `${id}=${encodeURIComponent(valueOf(id))}`).join("&")}`, { signal: mine.signal });
    if (running === mine) show(found);
  } catch (error) {
    if (error.name === "AbortError" || running !== mine) return;
    told.textContent = error.message;
    replaceChildren(place);
  }
}

function show({ cards, weak, items, count }) {
  const text = valueOf("text");
  const near = cards.length ? `相近的措施${cards.length}条` : "";
  const said = text ? `写有“${text}”的实事${count}项` : `实事${count}项`;
  told.textContent = cards.length || count ? [near, said].filter(Boolean).join("，") + "。" :
    `没有找到。${weak.length ? "下面几条也许有关，请自行判断：" : "可以换个说法，或少给一个条件。"}`;
  replaceChildren(place,
    cards.length ? [element("h2", {}, "相近的措施"), cardList(cards)] : null,
    weak.length ? cardList(weak) : null,
    items.length ? [element("h2", {}, text ? `写有“${text}”的实事` : "实事"), itemList(items)] : null,
    count > items.length ? element("p", { class: "faint" }, `只列出前${items.length}项，请再加条件。`) : null);
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(search, PAUSE_MS);
}

form.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
form.addEventListener("compositionend", soon);
form.addEventListener("change", soon);
form.addEventListener("reset", () => setTimeout(search, 0));
form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
search();
