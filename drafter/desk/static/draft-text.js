// A field for words: grows with them, and shows marks under them.

import { carried } from "./draft-changes.js";
import { onTyped } from "./draft-typing.js";
import { element, replaceChildren } from "./elements.js";

// The layer behind the field holds the same words, unseen; only its marks show. Both lie in one cell of a grid, so
// that the layer gives the height. `marks` are {start, end, kind, title} in `of`, the words that the desk has.
export function textField({ label, className = "", onText, onKey, onLeave, oneLine = true }) {
  const back = element("div", { class: "words-back", "aria-hidden": "true" });
  const area = element("textarea", { rows: "1", "aria-label": label, spellcheck: "false", autocomplete: "off" });
  const root = element("div", { class: `words ${className}` }, back, area);
  const field = { root, area, marks: [], of: "" };

  field.paint = () => paint(back, area.value, field);
  field.set = (text, of, marks) => {
    Object.assign(field, { of, marks });
    if (area.value !== text) area.value = text;
    field.paint();
  };
  const take = () => {
    if (oneLine && area.value.includes("\n")) joinLines(area);
    field.paint();
    onText(area.value);
  };
  onTyped(area, take, field.paint);
  if (onKey) area.addEventListener("keydown", (event) => { if (!event.isComposing) onKey(event, area); });
  if (onLeave) area.addEventListener("blur", onLeave);
  return field;
}

// What was pasted with line ends becomes one paragraph, as the desk would make it.
function joinLines(area) {
  const join = (text) => text.split("\n").map((line, at, all) => {
    const begun = at ? line.trimStart() : line;
    return at < all.length - 1 ? begun.trimEnd() : begun;
  }).join("");
  const before = join(`${area.value.slice(0, area.selectionStart)}`);
  area.value = join(area.value);
  area.setSelectionRange(before.length, before.length);
}

function paint(back, text, { of, marks }) {
  const shown = [];
  for (const mark of marks) {
    const start = carried(of, text, mark.start);
    const end = carried(of, text, mark.end);
    if (start !== null && end !== null && start <= end) shown.push({ ...mark, start, end: Math.max(end, start + 1) });
  }
  const bounds = new Set([0, text.length]);
  for (const { start, end } of shown) bounds.add(Math.min(start, text.length)).add(Math.min(end, text.length));
  const cuts = Array.from(bounds).sort((one, other) => one - other);
  const pieces = cuts.slice(0, -1).map((start, index) => {
    const piece = text.slice(start, cuts[index + 1]);
    const kinds = shown.filter((mark) => mark.start <= start && cuts[index + 1] <= mark.end).map(({ kind }) => kind);
    return kinds.length ? element("span", { class: kinds.join(" ") }, piece) : piece;
  });
  replaceChildren(back, pieces, "\u200b");
}
