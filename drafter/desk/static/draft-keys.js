// The keyboard of the page: saving, going back, moving between items, jumping through the findings.

import { around } from "./draft-findings.js";
import { showKeys } from "./draft-dialogs.js";
import { fieldOf } from "./draft-head.js";
import { saveNow } from "./draft-saving.js";
import { draft } from "./draft-state.js";

export function startKeys(does) {
  let at = null;

  function jump(by) {
    const all = around.findings;
    if (!all.length) return;
    const known = all.findIndex((one) => JSON.stringify(one) === at);
    const next = all[known < 0 ? (by > 0 ? 0 : all.length - 1) : (known + by + all.length) % all.length];
    at = JSON.stringify(next);
    go(next);
  }

  function go(finding) {
    const [field] = finding.fields;
    const key = field && keyOf(field.path);
    if (!key) {
      does.open(finding.item || "head");
      focusLine(finding);
      return;
    }
    const before = key.startsWith("head/") && typeof field.path[1] === "number"
      ? draft.head[field.path[0]].slice(0, field.path[1]).reduce((sum, line) => sum + line.length + 1, 0)
      : 0;
    // The whole of a field is not selected: the next key would replace it.
    does.openField(key, before + field.start, before + (field.whole ? field.start : field.end));
  }

  document.getElementById("findings").addEventListener("click", () => jump(1));
  document.getElementById("keys").addEventListener("click", showKeys);
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || document.querySelector("dialog[open]")) return;
    const done = command(event, does, jump);
    if (!done) return;
    event.preventDefault();
    done();
  });
}

// What a key does; null where it is left to the browser.
function command(event, does, jump) {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
  const letter = key.toLowerCase();
  if ((ctrlKey || metaKey) && !altKey) {
    if (letter === "s") return saveNow;
    if (letter === "k") return () => does.search.focus();
    if ((letter === "z" || letter === "y") && !(target.tagName === "INPUT" && target.value)) {
      return () => does.goBack(letter === "y" || shiftKey ? "redo" : "undo");
    }
    return null;
  }
  if (key === "F7") return () => jump(shiftKey ? -1 : 1);
  if (key === "F1" || (key === "?" && !["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))) return showKeys;
  if (altKey && (key === "PageUp" || key === "PageDown")) return () => neighbour(does, key === "PageUp" ? -1 : 1);
  return null;
}

function neighbour({ open, current }, by) {
  const places = ["head", ...draft.order];
  const to = places[places.indexOf(current()) + by];
  if (to) open(to);
}

// The line that tells a finding which is about no field of its own.
function focusLine(finding) {
  const told = JSON.stringify(finding);
  const line = Array.from(document.querySelectorAll("[data-finding]")).find((one) => one.dataset.finding === told);
  if (line) line.focus();
}

// The field of the page for a path of a finding; null where it has none of its own.
function keyOf([of, id, kind, place]) {
  const inHead = of !== "items" && fieldOf([of]);
  if (of !== "items") return inHead ? `head/${inHead}` : null;
  if (kind === "clauses") return `${id}/clause/${place + 1}`;
  return kind === "heading" ? `${id}/heading` : null;
}
