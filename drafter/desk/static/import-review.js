// The review of an import: each file as it was understood, a choice for each, then storing.
import { ask, send } from "./api.js";
import { element, replaceChildren } from "./elements.js";

const OPEN_UP_TO = 2;
const STANDINGS = { new: "新的", changed: "文库里有，内容不同", same: "文库里已有", other: "与文库里的不是同一份", failed: "读不了" };
const CHOICES = { store: "存入", replace: "替换（旧的留作备份）", leave: "不存" };
const COLOURS = { failed: "trouble", other: "trouble", changed: "warning" };
const RESULTS = { stored: "已存入", replaced: "已替换，旧的留作备份", same: "文库里已有，没有再存", refused: "没有存入", failed: "没有存入" };
const form = document.getElementById("review");
const address = `/api/import/${encodeURIComponent(form.dataset.key)}`;

function choices(file) {
  if (file.choices.length < 2) return element("p", { class: "faint" }, "这份不存。");
  const first = file.status === "new" ? "store" : "leave";
  const loses = file.status === "changed" ? element("p", { class: "faint small" }, "替换后，在文库里手工改过的主题换成这里看出来的；旧的一份在备份里。") : null;
  return element("fieldset", { "aria-label": `${file.file} 怎么办` }, element("legend", {}, "怎么办："), file.choices.map((choice) =>
    element("label", {}, element("input", { type: "radio", name: `file${file.number}`, value: choice, checked: choice === first }), CHOICES[choice])), loses);
}

function item(one, at) {
  const theme = (found) => found.name + (found.words.length ? `（${found.words.join("、")}）` : "");
  return element("tr", {}, element("td", {}, String(at + 1)),
    element("td", {}, element("details", {}, element("summary", {}, one.heading), element("p", {}, one.text))),
    element("td", {}, one.units.join("、")), element("td", {}, one.themes.map(theme).join("；") || "没有看出来"));
}

function items(file, open) {
  const heads = ["序", "实事", "责任单位", "主题（看出来的词）"].map((head) => element("th", { scope: "col" }, head));
  return element("details", { open }, element("summary", {}, `实事${file.items.length}项`),
    element("table", { class: "small" }, element("thead", {}, element("tr", {}, heads)), element("tbody", {}, file.items.map(item))));
}

function problems(file) {
  const list = (found) => element("ul", { class: "problems small" }, found.map((one) => element("li", {}, `${one.where}：${one.message}`)));
  const doubts = file.problems.filter((one) => one.doubt);
  const repairs = file.problems.filter((one) => !one.doubt);
  return [
    doubts.length ? [element("p", { class: "warning" }, `值得看的地方${doubts.length}处：`), list(doubts)] : element("p", { class: "good small" }, "没有疑问。"),
    repairs.length ? element("details", {}, element("summary", {}, `读的时候顺手改正了${repairs.length}处`), list(repairs)) : null,
  ];
}

function arrived(file, open) {
  const head = element("h2", {}, file.file, " ", element("span", { class: "badge" }, STANDINGS[file.status] || file.status),
    file.ref ? element("span", { class: "faint" }, ` ${file.ref}`) : null);
  const told = file.told ? element("p", { class: COLOURS[file.status] || "faint" }, `${file.told.replace(/。$/, "")}。`) : null;
  const facts = file.title ? element("dl", { class: "facts" }, [["标题", file.title], ["文号", file.doc_number || "没有"], ["发文机关", file.issuer],
    ["年份", file.year], ["成文日期", file.date || "没有"]].map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, String(value))))) : null;
  return element("section", { class: `card arrived ${file.status}`, "aria-label": file.file }, head, told, facts, file.items ? [problems(file), items(file, open)] : null, choices(file));
}

function units({ units: proposed, no_organs: others }) {
  if (!proposed.length && !others.length) return null;
  const line = (one) => element("li", {}, `${one.name}（${one.refs.slice(0, 3).join("、")}）`, one.nearest.length ? `；登记表里相近的有：${one.nearest.join("、")}` : "");
  return element("section", { class: "card", "aria-label": "没有登记的单位" },
    proposed.length ? [element("h2", {}, `登记表里没有的单位${proposed.length}个`), element("ul", { class: "problems" }, proposed.map(line)),
      element("label", {}, element("input", { type: "checkbox", name: "register", checked: true }), " 存入时登记为待确认（只登记存入的通知里的）")] : null,
    others.length ? [element("h2", {}, "不像单位、不会登记的名字，请核对原文"), element("ul", { class: "problems" }, others.map(line))] : null);
}

function chosen() {
  const picked = {};
  for (const box of form.querySelectorAll("input[type=radio]:checked")) picked[box.name.slice(4)] = box.value;
  return picked;
}

function count() {
  const wanted = Object.values(chosen()).filter((choice) => choice !== "leave").length;
  const button = form.querySelector("button.main");
  button.disabled = !wanted;
  button.textContent = wanted ? `按以上选择存入${wanted}份` : "没有要存的";
}

async function store(event) {
  event.preventDefault();
  const button = form.querySelector("button.main");
  const trouble = form.querySelector(".trouble[role=alert]");
  button.disabled = true;
  try {
    const register = form.querySelector("input[name=register]");
    done(await send(`${address}/store`, { choices: chosen(), register: Boolean(register && register.checked) }));
  } catch (error) {
    trouble.textContent = error.message;
    button.disabled = false;
  }
}

function done({ files, units: told }) {
  const row = (one) => {
    const well = one.status === "stored" || one.status === "replaced";
    return element("li", { class: well ? "good" : "trouble" }, `${one.file}：${RESULTS[one.status] || one.status}`,
      well ? [" ", element("a", { href: `/library/${encodeURIComponent(one.ref)}` }, one.ref)] : one.told ? `。${one.told}` : "");
  };
  const box = element("section", { class: "card", tabindex: "-1" }, element("h2", {}, "办好了"), element("ul", { class: "problems" }, files.map(row)),
    told ? element("p", {}, `单位：${told}`) : null, element("p", { class: "row" }, element("a", { class: "button main", href: "/library" }, "回文库")));
  replaceChildren(form, box);
  box.focus();
}

ask(address).then((found) => {
  replaceChildren(form, found.files.map((file) => arrived(file, found.files.length <= OPEN_UP_TO)), units(found),
    element("div", { class: "card finish" }, element("div", { class: "row" }, element("button", { class: "main" }),
      element("a", { class: "button", href: "/library" }, "都不存，回文库"), element("span", { class: "trouble", role: "alert" }))));
  count();
  form.addEventListener("change", count);
  form.addEventListener("submit", store);
}).catch((error) => replaceChildren(form, element("section", { class: "card trouble", role: "alert" }, element("p", {}, error.message),
  element("p", {}, element("a", { href: "/library" }, "回文库")))));
