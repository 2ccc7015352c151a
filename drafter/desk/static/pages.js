// 版面: the pages are asked for until they are ready; another format asks anew.
import { Lost, Refused, ask } from "./api.js";
import { element, replaceChildren } from "./elements.js";

const AGAIN_MS = 600;
const name = encodeURIComponent(document.body.dataset.draft);
const find = (id) => document.getElementById(id);
const format = find("format");
let round = 0;

function links() {
  find("word").href = `/draft/${name}/pages/docx?format=${format.value}`;
  if (find("pdf")) find("pdf").href = `/draft/${name}/pages/pdf?format=${format.value}`;
}

async function show() {
  links();
  const mine = ++round;
  replaceChildren(find("told"), element("p", { class: "faint working" }, "正在排版，请稍等"));
  replaceChildren(find("pages"));
  find("count").textContent = "";
  try {
    for (;;) {
      const answer = await ask(`/api/drafts/${name}/pages?format=${format.value}`);
      if (mine !== round) return;
      if (answer.ready) {
        lay(answer);
        return;
      }
      await new Promise((done) => setTimeout(done, AGAIN_MS));
      if (mine !== round) return;
    }
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Lost)) throw error;
    const sentence = error instanceof Lost ? "拟稿台没有回应。请看看启动拟稿台的窗口，然后重试。" : error.message;
    replaceChildren(find("told"), element("p", { class: "trouble", role: "alert" }, sentence, " ",
      element("button", { type: "button", onclick: show }, "重试")));
  }
}

function lay({ key, count, stand_ins: standIns, notes }) {
  find("count").textContent = `共${count}页`;
  const faces = standIns.map(({ wanted, printed }) => `${wanted}用${printed}代替`).join("，");
  replaceChildren(find("told"),
    notes.map((note) => element("p", { class: "small" }, note)),
    faces ? element("p", { class: "note small" }, `这台电脑没有文中用的全部字体：${faces}。Word 文件里写的仍是原字体；字体齐全的电脑上行数、页数可能稍有不同。`) : null);
  replaceChildren(find("pages"), Array.from({ length: count }, (_, at) => element("figure", {},
    element("button", { type: "button", onclick: enlarge, "aria-label": `第${at + 1}页，放大或缩小` },
      element("img", { src: `/api/pages/${key}/${at + 1}.png`, alt: `第${at + 1}页`, width: 993, height: 1404, loading: "lazy" })),
    element("figcaption", {}, `第${at + 1}页`))));
}

function enlarge(event) {
  find("pages").classList.toggle("large");
  event.currentTarget.scrollIntoView({ block: "start" });
}

format.addEventListener("change", () => {
  if (find("pages")) show();
  else window.location.search = `?format=${format.value}`;
});
// The mark in the size that the document gives it, smaller where the sheet is narrower than its text area.
function fitMark() {
  const mark = document.querySelector(".likeness .mark");
  if (!mark) return;
  mark.style.fontSize = `${mark.dataset.points}pt`;
  const much = mark.scrollWidth / mark.clientWidth;
  if (much > 1) mark.style.fontSize = `${mark.dataset.points / much}pt`;
}

links();
fitMark();
window.addEventListener("resize", fitMark);
if (find("pages")) show();
