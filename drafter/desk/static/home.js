// 首页: how far each draft is, and the library at a glance; both asked for after the page is there.
import { ask } from "./api.js";
import { element, replaceChildren } from "./elements.js";

const MOST_SHOWN = 4;

async function fillDrafts() {
  for (const row of document.querySelectorAll("tr[data-draft]")) {
    const [items, missing] = [row.querySelector(".items"), row.querySelector(".missing")];
    try {
      const found = await ask(`/api/home/drafts/${encodeURIComponent(row.dataset.draft)}`);
      if (found.fault) {
        items.textContent = "—";
        missing.textContent = found.fault;
        missing.className = "missing trouble";
        replaceChildren(row.querySelector(".open"), "打不开");
        const name = row.querySelector("a.name");
        name.replaceWith(element("b", {}, row.dataset.draft));
        continue;
      }
      row.querySelector(".of").textContent = `${found.place} ${found.year}年` + (found.source ? `，底稿 ${found.source}` : "，没有底稿");
      items.textContent = `${found.items}项`;
      missing.className = found.ready ? "missing good" : "missing";
      missing.textContent = found.ready ? "齐了，可以送签" : lineOf(found.missing);
    } catch (error) {
      items.textContent = "—";
      missing.textContent = error.message;
    }
  }
}

function lineOf(missing) {
  const more = missing.length > MOST_SHOWN ? `等${missing.length}处` : "";
  return missing.slice(0, MOST_SHOWN).join("；") + more;
}

async function fillGlance() {
  const place = document.getElementById("glance");
  try {
    const found = await ask("/api/home/library");
    place.className = "";
    replaceChildren(place, found.notices ? figures(found) : element("p", {}, "文库里还没有通知。先把往年的通知存进来，就能查、能借用。"),
      found.faults.map((fault) => element("p", { class: "trouble small" }, fault)));
  } catch (error) {
    place.textContent = error.message;
  }
}

function figures(found) {
  const count = (number, word) => [element("span", { class: "big" }, String(number)), ` ${word}　`];
  const years = (one) => one.notices.map((notice, at) => [at ? "、" : "", element("a", { href: `/library/${encodeURIComponent(notice.ref)}` }, `${notice.year}`)]);
  const row = (one) => element("tr", {}, element("th", { scope: "row" }, one.place), element("td", {}, years(one)));
  const theme = (one) => element("span", {}, one.name, " ", element("b", {}, String(one.items)));
  return [
    element("p", {}, count(found.notices, "份通知"), count(found.items, "项实事"), count(found.clauses, "条措施")),
    element("table", { class: "glance", "aria-label": "各地通知的年份" }, element("tbody", {}, found.offices.map(row))),
    element("p", { class: "themes small" }, found.themes.map(theme)),
  ];
}

fillDrafts().then(fillGlance); // reading a large library takes a while: the drafts come first
