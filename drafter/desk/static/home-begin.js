// A new draft in three choices: the office, the year, the notice to begin from.
import { ask, send } from "./api.js";
import { asked, element, replaceChildren } from "./elements.js";

const form = document.getElementById("begin");
const year = document.getElementById("year");
const button = document.getElementById("write");
const trouble = document.getElementById("begin-trouble");
let offices = [];
let sources = [];
let latest = 0;

const chosen = (name) => (form.querySelector(`input[name=${name}]:checked`) || {}).value;

function radio(name, value, checked, ...words) {
  return element("label", {}, element("input", { type: "radio", name, value, checked }), ...words);
}

function told(error) {
  trouble.hidden = !error;
  trouble.textContent = error ? error.message : "";
}

function listOffices(typed) {
  const kept = chosen("place");
  const fitting = offices.filter((one) => !typed || one.place.includes(typed) || one.name.includes(typed));
  const years = (one) => (one.years.length ? `有${one.years.join("、")}年的通知` : "文库里还没有");
  const row = (one) => radio("place", one.place, one.place === kept, one.place, " ", element("span", { class: "faint small" }, years(one)));
  replaceChildren(document.getElementById("offices"), fitting.length ? fitting.map(row) :
    `没有叫“${typed}”的。新的地方请先在文库文件夹的 issuers.yaml 里登记。`);
  if (fitting.length && !fitting.some((one) => one.place === kept)) choose(fitting[0].place);
}

async function choose(place) {
  const number = ++latest;
  const box = form.querySelector(`input[name=place][value="${CSS.escape(place)}"]`);
  if (box) box.checked = true;
  button.disabled = true;
  try {
    const found = await ask(`/api/begin?place=${encodeURIComponent(place)}`);
    if (number !== latest) return;
    sources = found.sources;
    year.value = found.year;
    listSources();
    told(null);
    button.disabled = false;
    sum();
  } catch (error) {
    if (number === latest) told(error);
  }
}

function listSources() {
  const own = sources.filter((one) => one.own);
  const others = sources.filter((one) => !one.own);
  const words = (one) => [element("b", {}, one.ref), ` ${one.items}项 `, element("span", { class: "faint small" }, one.title)];
  const last = own.length ? own[0].ref : "";
  replaceChildren(document.getElementById("sources"),
    own.map((one) => radio("source", one.ref, one.ref === last, words(one), one.ref === last ? element("b", { class: "good" }, "（建议）") : "")),
    others.length ? element("details", { open: !own.length }, element("summary", {}, `借用别处的通知（${others.length}份）`),
      element("p", { class: "note small" }, `${others[0].warning}。`),
      others.map((one, at) => radio("source", one.ref, !own.length && !at, words(one)))) : null,
    radio("source", "", !sources.length, "空白框架", element("span", { class: "faint small" }, " 只有机关、文号和标题，实事自己写")));
}

function sum() {
  const own = sources.filter((one) => one.own);
  const held = own.some((one) => String(one.year) === year.value) ? `文库里已有${year.value}年的通知，请核对年份。` : "";
  document.getElementById("year-note").textContent = held || (own.length ? `最近一份是${own[0].year}年的。` : "文库里还没有这个地方的通知。");
  const source = sources.find((one) => one.ref === chosen("source"));
  const from = source ? `以 ${source.ref} 为底稿，${source.items}项实事` : "空白框架";
  document.getElementById("begin-sum").textContent = `草稿 ${chosen("place")}-${year.value}：${from}` + (source && source.warning ? `。${source.warning}` : "") + "。";
}

const goTo = (name) => { location.href = `/draft/${encodeURIComponent(name)}`; };

async function write(name) {
  button.disabled = true;
  told(null);
  try {
    const made = await send("/api/begin", { place: chosen("place"), year: year.value, source: chosen("source"), name });
    const source = sources.find((one) => one.ref === chosen("source"));
    if (source && !source.own) await tellNotes(made.notes);
    goTo(made.name);
  } catch (error) {
    button.disabled = false;
    if (error.status === 409 && error.body.taken) await otherName(error.body);
    else told(error);
  }
}

function tellNotes(notes) {
  const list = element("ul", { class: "notes" }, notes.map((one) => element("li", {}, one)));
  return asked("草稿建好了，请留意", list, [["开始拟稿", () => true, "main"]]);
}

async function otherName({ error, taken, free }) {
  const name = element("input", { type: "text", value: free, "aria-label": "新草稿的名字", maxlength: 60 });
  const answer = await asked("这个名字已经有了", element("div", {}, element("p", {}, error), element("p", {}, "另起的名字：", name)), [
    [`打开“${taken}”`, () => ({ open: taken }), "main"],
    ["用另起的名字建", () => ({ name: name.value })],
    ["取消", () => null],
  ]);
  if (answer && answer.open) goTo(answer.open);
  else if (answer) await write(answer.name);
}

const search = document.getElementById("office-search");
const searched = () => listOffices(search.value.trim());
search.addEventListener("input", (event) => { if (!event.isComposing) searched(); });
search.addEventListener("compositionend", searched);
search.addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.isComposing) event.preventDefault(); });
form.addEventListener("change", (event) => {
  if (event.target.name === "place") choose(event.target.value);
  else sum();
});
year.addEventListener("input", sum);
form.addEventListener("submit", (event) => { event.preventDefault(); write(""); });

ask("/api/begin").then((found) => {
  offices = found.offices;
  listOffices("");
}).catch(told);
