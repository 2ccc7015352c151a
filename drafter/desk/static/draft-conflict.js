// Two versions of one field side by side, the words that differ marked; the drafter chooses.

import { differing } from "./draft-changes.js";
import { asked, element } from "./elements.js";

// Resolves with "mine", "theirs" or "both". `there` is null where the field is gone; then `goes` says where mine goes.
export async function choose(place, mine, there, goes) {
  const [one, other] = differing(mine, there || "");
  const versions = element("div", { class: "versions" },
    version("我的文字（还没有保存）", one),
    there === null
      ? element("section", {}, element("h3", {}, "已保存的草稿"), element("p", { class: "faint" }, "这一处已在别处删去。"))
      : version("已保存的文字（在别处改的）", other));
  const words = element("div", {},
    element("p", {}, there === null
      ? `您写的文字所在的一处已在别处删去。要留下的，会作为新的一条加在${goes}。`
      : "同一处在别处（另一个窗口、命令或编辑器）也改过。不同的字词已标出，请选用哪一个。"),
    versions);
  const choices = there === null
    ? [["留下我的", () => "mine", "main"], ["不要我的", () => "theirs"]]
    : [["用我的", () => "mine", "main"], ["用已保存的", () => "theirs"], ["两个都留（追加）", () => "both"]];
  for (;;) {
    const choice = await asked(`${place}：两处改得不一样`, words, choices);
    if (choice) return choice;
  }
}

function version(title, pieces) {
  const words = pieces.map(([text, shared]) => (shared ? text : element("mark", {}, text)));
  return element("section", {}, element("h3", {}, title), element("p", { class: "words-shown" }, words));
}
