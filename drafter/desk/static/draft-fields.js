// The smaller fields of an item and of the head: one line, one text, one choice, themes.

import { findingList, findingsAt, marksOf, pathOf } from "./draft-findings.js";
import { setWords } from "./draft-clauses.js";
import { draft, textAt } from "./draft-state.js";
import { textField } from "./draft-text.js";
import { unsaved } from "./draft-words.js";
import { element, replaceChildren } from "./elements.js";

// A field of words with its label, findings and refusal; a `whole` one is saved only when the hands leave it.
export function wordsField({ key, label, hint = "", className = "", oneLine = true, whole = false, onKey = null }, { typed, left, fix }) {
  const error = element("p", { class: "error small", role: "alert" });
  const notes = element("div", {});
  const field = textField({
    label, className, oneLine,
    onText: (text) => typed(key, text, { whole }),
    onLeave: () => { left(key); setTimeout(show); },
    onKey: onKey || ((event) => { if (oneLine && event.key === "Enter") { event.preventDefault(); left(key); } }),
  });
  field.area.dataset.key = key;
  if (hint) field.area.setAttribute("placeholder", hint);
  const caption = element("span", { class: "caption", "aria-hidden": "true" }, label);
  const root = element("div", { class: "field" }, caption, field.root, error, notes);

  function show() {
    const text = textAt(draft, key) || "";
    const words = unsaved.get(key);
    const typing = document.activeElement === field.area && !words && plain(field.area.value) === plain(text);
    const found = foundIn(key);
    setWords(field, words ? words.text : typing ? field.area.value : text, text, marksOf(found));
    error.textContent = words && words.error ? words.error : "";
    error.hidden = !error.textContent;
    if (error.textContent) field.area.setAttribute("aria-invalid", "true");
    else field.area.removeAttribute("aria-invalid");
    replaceChildren(notes, findingList(found.map(({ finding }) => finding), fix));
  }
  return { root, show, area: field.area };
}

// Words without what the desk takes off them: blanks, a stop or brackets at their ends. They are put right when the
// hands leave the field, not under them.
function plain(text) {
  return text.replace(/[\s。：:（）()]/g, "");
}

// Paragraphs of 开头 and 结尾 stand in one field, a line each: their findings move behind the lines before.
function foundIn(key) {
  const [of, kind] = key.split("/");
  const lines = of === "head" ? draft.head[kind] : null;
  if (key === "head/serial") return findingsAt(["doc_number"]).map((one) => ({ ...one, start: 0, end: 0 }));
  if (!Array.isArray(lines) || kind === "copies_to") return findingsAt(pathOf(key));
  let before = 0;
  return lines.flatMap((line, at) => {
    const here = findingsAt([kind, at]).map((one) => ({ ...one, start: one.start + before, end: one.end + before }));
    before += line.length + 1;
    return here;
  });
}

export function choiceField({ key, label, choices }, { typed }) {
  const field = element("select", { "aria-label": label, onchange: () => typed(key, field.value) },
    choices.map(([value, text]) => element("option", { value }, text)));
  field.dataset.key = key;
  const root = element("div", { class: "field" }, element("span", { class: "caption", "aria-hidden": "true" }, label), field);
  return { root, show: () => { field.value = textAt(draft, key) || ""; } };
}

// Themes as chips that are on or off; set(names) saves.
export function themeChips(all, set) {
  const root = element("div", { class: "themes", role: "group", "aria-label": "主题" });
  function show(item) {
    const toggle = (name) => set(item.themes.includes(name) ? item.themes.filter((one) => one !== name) : [...item.themes, name]);
    const hands = root.contains(document.activeElement) ? document.activeElement.textContent : null;
    replaceChildren(root, all.map((name) => element("button", {
      type: "button", class: "theme", "aria-pressed": item.themes.includes(name) ? "true" : "false", onclick: () => toggle(name),
    }, name)));
    const again = hands && Array.from(root.children).find((one) => one.textContent === hands);
    if (again) again.focus();
  }
  return { root, show };
}
