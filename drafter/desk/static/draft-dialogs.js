// The questions that the page asks: why, which item, which keys there are.

import { draft } from "./draft-state.js";
import { asked, element } from "./elements.js";

// The reason for taking something out; null when it is not to be taken out after all. It may stay empty.
export async function askReason(title, what) {
  const hint = "如：任务已完成、并入其他工作；可以不填";
  const field = element("input", { id: "reason-asked", class: "wide", autocomplete: "off", placeholder: hint });
  const box = element("div", {},
    element("p", { class: "words-shown" }, what), element("p", {}, element("label", { for: "reason-asked" }, "理由"), field));
  return onEnter(field, asked(title, box, [["删去", () => field.value.trim(), "main"], ["不删了", () => null]]));
}

// The id of the item chosen, null when none was.
export async function askItem(title, but) {
  const choices = draft.order.filter((id) => id !== but);
  const size = String(Math.min(12, Math.max(2, choices.length)));
  const field = element("select", { "aria-label": title, size, class: "wide" },
    choices.map((id) => element("option", { value: id }, `${draft.order.indexOf(id) + 1}　${draft.items[id].heading || "（没有标题）"}`)));
  field.selectedIndex = -1;
  const chosen = asked(title, element("p", {}, field), [["确定", () => field.value || null, "main"], ["取消", () => null]]);
  return onEnter(field, chosen);
}

// A new item's heading and where it goes.
export async function askNewItem(position) {
  const hint = "如：实施婴幼儿照护服务提升工程";
  const heading = element("input", { id: "new-heading", class: "wide", autocomplete: "off", placeholder: hint });
  const at = element("select", { id: "new-place" },
    draft.order.map((id, index) => element("option", { value: String(index + 1) }, `第${index + 1}项`)),
    element("option", { value: String(draft.order.length + 1) }, `第${draft.order.length + 1}项（最后）`));
  at.value = String(position);
  const box = element("div", {},
    element("p", {}, element("label", { for: "new-heading" }, "标题"), heading),
    element("p", {}, element("label", { for: "new-place" }, "放在"), at));
  return onEnter(heading, asked("新增一项", box, [
    ["新增", () => (heading.value.trim() ? { heading: heading.value.trim(), at: Number(at.value) } : null), "main"],
    ["取消", () => null],
  ]));
}

// Enter is the first button; the field has the caret.
function onEnter(field, chosen) {
  field.focus();
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    field.closest("dialog").querySelector(".row button").click();
  });
  return chosen;
}

const KEYS = [
  ["Ctrl+S", "立即保存（平时自动保存）"],
  ["Ctrl+Z ／ Ctrl+Y", "撤销、重做草稿的一步（关掉再开也能撤销）"],
  ["F7 ／ Shift+F7", "到下一处、上一处校核意见"],
  ["Alt+PgDn ／ Alt+PgUp", "到下一项、上一项"],
  ["↑ ↓（清单里）", "在各项之间移动；到头尾是“通知头尾”"],
  ["Alt+↑ ／ Alt+↓（清单里）", "把这一项上移、下移"],
  ["Alt+↑ ／ Alt+↓（措施里）", "把这一条上移、下移"],
  ["Enter（措施末尾）", "在下面加一条措施"],
  ["Backspace（措施开头）", "与上一条连成一条"],
  ["← → ／ Delete（责任单位上）", "换位置、去掉；输入框里 ↑ ↓ 选、Enter 加上"],
  ["Ctrl+K", "到右边的搜索框"],
  ["F1 或 ?", "看这张表"],
];

export function showKeys() {
  const rows = KEYS.map(([key, does]) => element("tr", {}, element("th", { scope: "row" }, key), element("td", {}, does)));
  return asked("快捷键", element("table", { class: "keys" }, rows), [["知道了", () => true, "main"]]);
}
