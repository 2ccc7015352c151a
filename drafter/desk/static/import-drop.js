// Importing: files go to the desk one after the other, then the review opens.
import { send } from "./api.js";
import { takeFiles } from "./dropped.js";
import { element, replaceChildren } from "./elements.js";

const zone = document.getElementById("drop");
const place = document.getElementById("progress");
const MOST = Number(document.querySelector("script[data-most]").dataset.most);
let busy = false;

async function upload(files, folders) {
  if (busy) return;
  busy = true;
  const troubles = folders.map((name) => `“${name}”是文件夹，请打开它，选里面的文件。`);
  if (files.length > MOST) troubles.push(`一次最多${MOST}份，从“${files[MOST].name}”起的${files.length - MOST}份没有上传，请下一批再存。`);
  const taken = files.slice(0, MOST);
  const bar = element("progress", { max: taken.length, value: 0, "aria-label": "读取进度" });
  const line = element("p", { class: "small" });
  if (taken.length) replaceChildren(place, bar, line);
  let batch = "";
  for (const [at, file] of taken.entries()) {
    line.textContent = `正在读第${at + 1}份，共${taken.length}份：${file.name}`;
    try {
      const form = new FormData();
      if (batch) form.append("batch", batch);
      form.append("file", file, file.name);
      batch = (await send("/api/import/files", form)).batch;
    } catch (error) {
      troubles.push(`“${file.name}”没有收下：${error.message}`);
    }
    bar.value = at + 1;
  }
  busy = false;
  const review = `/import/${encodeURIComponent(batch)}`;
  if (batch && !troubles.length) location.href = review;
  else replaceChildren(place, troubles.map((one) => element("p", { class: "trouble" }, one)),
    batch ? element("p", {}, element("a", { class: "button main", href: review }, "核对收下的文件")) : null);
}

takeFiles(zone, document.getElementById("files"), upload);
