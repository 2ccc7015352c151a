// 收回修改: a Word file that came back, its changes taken some at a time; the file stays in the page until then.
import { Lost, Refused, send, tell } from "./api.js";
import { element, replaceChildren } from "./elements.js";
import { pieceNodes, shown } from "./pieces.js";

const path = `/api/drafts/${encodeURIComponent(document.body.dataset.draft)}/returned`;
const find = (id) => document.getElementById(id);
let held = null;
let base = null;

function form(further) {
  const data = new FormData();
  data.append("file", held.content, held.name);
  for (const [key, value] of further) data.append(key, value);
  return data;
}

async function receive(file) {
  if (!file) return;
  replaceChildren(find("returned"));
  say(`正在读“${file.name}”…`);
  try {
    held = { name: file.name, content: new Blob([await file.arrayBuffer()]) };
  } catch (error) {
    say("这个文件读不出来。请关闭正在使用它的程序，再选一次。", true);
    return;
  }
  await list();
}

async function list() {
  try {
    show(await send(path, form([])));
  } catch (error) {
    refuse(error);
  }
}

function say(text, isTrouble = false) {
  replaceChildren(find("returned-told"), element("span", { class: isTrouble ? "error" : "" }, shown(text)));
}

function refuse(error) {
  if (!(error instanceof Refused) && !(error instanceof Lost)) throw error;
  say(error instanceof Lost ? "拟稿台没有回应。请看看启动拟稿台的窗口，再选一次文件。" : error.message, true);
}

function show(answer) {
  base = answer.sha;
  const { changes, unplaced, notes, done } = answer;
  const count = changes.length ? `“${answer.name}”里${done ? "还" : ""}有${changes.length}处改动，请选择采用哪些。` : `“${answer.name}”与草稿没有差别${done ? "了" : ""}。`;
  say(`${done ? `${done.join("；")}。` : ""}${count}`);
  if (done) find("returned-told").append(element("button", { type: "button", class: "plain", onclick: undo }, "撤销"));
  replaceChildren(find("returned"),
    changes.length ? taking(changes) : null,
    listed("没有收入草稿，请看原文件", unplaced, "warning"),
    listed("读取时已整理", notes, "faint"));
}

function listed(title, texts, kind) {
  if (!texts.length) return null;
  return element("div", { class: `small ${kind}` }, element("p", {}, `${title}：`),
    element("ul", {}, texts.map((text) => element("li", {}, shown(text)))));
}

function taking(changes) {
  const boxes = changes.map((one) => element("input", { type: "checkbox", value: one.key, "aria-label": `采用：${one.place}，${one.what}` }));
  const reason = element("input", { type: "text", maxlength: 300 });
  const button = element("button", { type: "button", class: "main", onclick: () => take(boxes, reason.value) });
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    button.textContent = `采用勾选的${chosen}处`;
    button.disabled = !chosen;
  };
  const all = (checked) => () => { for (const box of boxes) box.checked = checked; count(); };
  for (const box of boxes) box.addEventListener("change", count);
  count();
  return [
    changes.map((one, at) => change(one, boxes[at])),
    element("div", { class: "taking" },
      element("label", { class: "reason small" }, "理由（记在新增和删去的内容上，可以不写）", reason),
      element("div", { class: "row" }, button,
        element("button", { type: "button", class: "plain", onclick: all(true) }, "全选"),
        element("button", { type: "button", class: "plain", onclick: all(false) }, "全不选"),
        element("span", { class: "faint small" }, "没有勾选的不采用，草稿里不动"))),
  ];
}

function change(one, box) {
  const words = one.pieces.length ? pieceNodes(one.pieces) : [
    one.old ? element("del", {}, shown(one.old)) : null, one.old && one.new ? " " : null,
    one.new ? element("ins", {}, shown(one.new)) : null];
  return element("div", { class: "change" },
    element("label", {}, box, element("strong", {}, shown(one.place)), " ", shown(one.what)),
    element("p", { class: "words" }, words),
    one.notes.map((note) => element("p", { class: "words faint small" }, shown(note))));
}

async function take(boxes, reason) {
  const keys = boxes.filter((box) => box.checked).map((box) => ["key", box.value]);
  tell("正在保存…", "busy");
  try {
    show(await send(`${path}/take`, form([["base", base], ["reason", reason], ...keys])));
    tell("已保存");
    document.dispatchEvent(new CustomEvent("draft-changed"));
  } catch (error) {
    tell("没有保存", "lost");
    if (error.status === 409) await list();
    refuse(error);
  }
}

async function undo() {
  try {
    await send(path.replace(/returned$/, "undo"), { base });
    tell("已撤销");
    document.dispatchEvent(new CustomEvent("draft-changed"));
  } catch (error) {
    refuse(error);
    return;
  }
  await list();
}

const drop = find("drop");
find("file").addEventListener("change", (event) => {
  receive(event.target.files[0]);
});
for (const kind of ["dragenter", "dragover"]) {
  drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
drop.addEventListener("dragleave", () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  receive(event.dataTransfer.files[0]);
});
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
