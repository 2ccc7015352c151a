// 征集事项: a list of wishes goes to the desk, the advice on each comes back as a table that can be saved.
import { send } from "./api.js";
import { takeFiles } from "./dropped.js";
import { element, replaceChildren } from "./elements.js";
import { addressOf } from "./library-items.js";

const place = document.getElementById("told");
const office = document.getElementById("office");
let last = null;
let latest = 0;

function row(one, at) {
  const past = one.past ? [element("a", { href: addressOf(one.past.ref) }, one.past.ref), one.past.source ? `（${one.past.source}）` : "", "\n", one.past.clause,
    one.history.map((line) => `\n${line}`)] : "—";
  return element("tr", {}, element("td", {}, String(at + 1)), element("td", { title: one.where }, one.text, one.unit ? `（${one.unit}）` : ""),
    element("td", {}, past), element("td", { class: `kind-${one.kind}` }, element("b", {}, one.advice), `\n${one.reason}`));
}

function show(found) {
  const heads = ["序", "征集事项", "相近往年事项", "建议"].map((head) => element("th", { scope: "col" }, head));
  const saved = (kind, label) => element("a", { class: "button", href: `/api/wishes/${encodeURIComponent(found.key)}.${kind}`, download: "" }, label);
  replaceChildren(place, element("section", { class: "card" },
    element("h2", {}, found.source), element("p", {}, found.summary),
    element("p", { class: "row screen" }, saved("docx", "存为 Word"), saved("xlsx", "存为 Excel")),
    element("table", { class: "wishes" }, element("thead", {}, element("tr", {}, heads)), element("tbody", {}, found.rows.map(row))),
    found.left_out.length ? element("details", { open: found.left_out.length < 6 }, element("summary", {}, `没有当作征集事项的${found.left_out.length}处`),
      element("ul", { class: "problems" }, found.left_out.map((one) => element("li", {}, one)))) : null));
}

async function read(file) {
  const number = ++latest;
  last = file;
  const [kind, name] = [office.value.split(":")[0], office.value.split(":").slice(1).join(":")];
  const form = new FormData();
  form.append("file", file, file.name);
  if (kind) form.append(kind, name);
  replaceChildren(place, element("p", { class: "card faint" }, `正在比对 ${file.name}…`));
  try {
    const found = await send("/api/wishes", form);
    if (number === latest) show(found);
  } catch (error) {
    if (number === latest) replaceChildren(place, element("p", { class: "card trouble" }, error.message));
  }
}

takeFiles(document.getElementById("drop"), document.getElementById("files"), (files, folders) => {
  const trouble = folders.length ? `“${folders[0]}”是文件夹，请打开它，选里面的文件。` : files.length > 1 ? "一次只比对一份清单，请只放一个文件。" : "";
  if (trouble) replaceChildren(place, element("p", { class: "card trouble" }, trouble));
  else if (files.length) read(files[0]);
});
office.addEventListener("change", () => { if (last) read(last); });
