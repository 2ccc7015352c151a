// 导出: which documents, made on the desk; what was left blank is told before anything is fetched.
import { Lost, Refused, ask, send, tell } from "./api.js";
import { links } from "./check-aside.js";
import { element, replaceChildren } from "./elements.js";
import { shown } from "./pieces.js";

const AWAY = "拟稿台没有回应。请看看启动拟稿台的窗口，然后重试。";
const name = document.body.dataset.draft;
const here = encodeURIComponent(name);
const find = (id) => document.getElementById(id);
const boxes = [...document.querySelectorAll("input[name=kind]")];

function sentence(error) {
  if (!(error instanceof Refused) && !(error instanceof Lost)) throw error;
  return error instanceof Lost ? AWAY : error.message;
}

async function look() {
  const query = find("format").value ? `?format=${find("format").value}` : "";
  try {
    const state = await ask(`/api/drafts/${here}/export${query}`);
    showReady(state);
  } catch (error) {
    replaceChildren(find("ready"), element("span", { class: "error" }, sentence(error)));
  }
}

function showReady({ in_the_way: lines, blank, against, beside }) {
  const open = lines.length > 0;
  replaceChildren(find("ready"),
    element("strong", { class: open ? "error" : "good" }, open ? "还不能出送签稿，要先补齐或改正：" : "可以送签。"),
    open ? element("ul", {}, lines.map(({ text, places }) => element("li", {}, shown(text), links(places, name)))) : null,
    blank.length ? element("p", { class: "small" }, `其他材料照样能出，缺的留空，没有确认的指标照原样印。未齐的：${shown(blank.join("；"))}。`) : null);
  find("ready").className = "";
  for (const box of boxes) {
    const why = box.value === "final" && open ? "要先补齐上面列出的地方"
      : beside.includes(box.value) && !against ? "文库里没有这份草稿的底稿，没有可对照的" : "";
    box.disabled = Boolean(why);
    if (why) box.checked = false;
    find(`why-${box.value}`).textContent = why;
  }
  if (!boxes.some((box) => box.checked)) check(["final", "proof", "table", "explain"]);
}

function check(kinds) {
  for (const box of boxes) box.checked = !box.disabled && kinds.includes(box.value);
}

async function make(event) {
  event.preventDefault();
  const kinds = boxes.filter((box) => box.checked).map((box) => box.value);
  const query = find("format").value ? `?format=${find("format").value}` : "";
  replaceChildren(find("trouble"));
  find("make").disabled = true;
  tell("正在生成…", "busy");
  try {
    showMade(await send(`/api/drafts/${here}/export${query}`, { kinds }));
    tell("已生成");
  } catch (error) {
    find("made").hidden = true;
    tell("没有生成", "lost");
    replaceChildren(find("trouble"), shown(sentence(error)));
  } finally {
    find("make").disabled = false;
  }
}

function showMade({ key, files, notes }) {
  find("made").hidden = false;
  const told = notes.map(({ of, text }) => element("li", {}, `${of}：${shown(text)}`));
  replaceChildren(find("made-notes"), told.length ? element("div", { class: "note" }, "请留意：", element("ul", { class: "small" }, told)) : null);
  replaceChildren(find("made-files"),
    element("p", {}, element("a", { class: "button main", href: `/draft/${here}/export/${key}.zip` }, `全部下载（${files.length}个文件，一个压缩包）`)),
    listed(files.map((one, at) => ({ ...one, address: `/packages/${key}/${at + 1}` }))));
  find("made-title").focus();
}

// Single files at once, those of a folder behind its name.
function listed(files) {
  const item = (one) => element("li", {}, element("a", { href: one.address }, shown(one.name.split("/").pop())), " ",
    element("span", { class: "faint small" }, `${Math.ceil(one.size / 1024)} KB`));
  const folders = new Map([["", []]]);
  for (const one of files) {
    const folder = one.name.split("/").slice(0, -1).join("/");
    folders.set(folder, [...(folders.get(folder) || []), one]);
  }
  return [...folders].map(([folder, own]) => (folder
    ? element("details", {}, element("summary", {}, `${shown(folder)}（${own.length}个文件）`), element("ul", {}, own.map(item)))
    : element("ul", {}, own.map(item))));
}

find("kinds").addEventListener("submit", make);
find("format").addEventListener("change", look);
find("all").addEventListener("click", () => check(boxes.map((box) => box.value)));
find("none").addEventListener("click", () => check([]));
document.addEventListener("draft-changed", () => {
  find("made").hidden = true;
  look();
});
look();
