// 责任单位 as chips: in order, known to the register or not, leading or not; a field with completion adds one.

import { ask } from "./api.js";
import { draft } from "./draft-state.js";
import { onTyped } from "./draft-typing.js";
import { element, replaceChildren } from "./elements.js";

const PAUSE_MS = 120;

// set({units, lead}) saves; names in order, joined as the desk reads them.
export function unitChips(set) {
  const list = element("ul", { class: "chips", "aria-label": "责任单位" });
  const told = element("input", { type: "checkbox", onchange: () => set({ lead: told.checked ? names().slice(0, 1).join("、") : "" }) });
  const printed = element("p", { class: "faint small" });
  const box = combobox((name) => { if (!names().includes(name)) set({ units: [...names(), name].join("、") }); });
  const root = element("div", { class: "units" }, list, box.root,
    element("label", { class: "small" }, told, " 文中分写“牵头单位”"), printed);
  let units = [];
  let dragged = null;
  let focusOn = null;

  const names = () => units.map(({ name }) => name);
  const save = (order, focus) => { focusOn = focus; set({ units: order.join("、") }); };
  const move = (name, to) => {
    const order = names().filter((one) => one !== name);
    order.splice(Math.max(0, Math.min(order.length, to)), 0, name);
    if (order.join() !== names().join()) save(order, name);
  };
  const drop = (name) => {
    const at = names().indexOf(name);
    const rest = names().filter((one) => one !== name);
    save(rest, rest[Math.min(at, rest.length - 1)] || null);
  };
  const lead = (name) => {
    if (!told.checked) return move(name, 0);
    const leads = units.filter((one) => one.lead !== (one.name === name)).map((one) => one.name);
    focusOn = name;
    return set({ lead: leads.join("、") });
  };
  const key = (event, name) => {
    const at = names().indexOf(name);
    if (event.key === "ArrowLeft") move(name, at - 1);
    else if (event.key === "ArrowRight") move(name, at + 1);
    else if (event.key === "Delete" || event.key === "Backspace") drop(name);
    else return;
    event.preventDefault();
  };

  function chip({ name, known, lead: leads }) {
    const state = `${leads ? "，牵头" : ""}${known ? "" : "，登记表里没有，请核对名称"}`;
    return element("li", { class: `chip${known ? "" : " unknown"}${leads ? " lead" : ""}`, draggable: "true", dataset: { name },
      ondragstart: (event) => { dragged = name; event.dataTransfer.setData("text/plain", name); },
      ondragover: (event) => { if (dragged) event.preventDefault(); },
      ondrop: (event) => { if (dragged) { event.preventDefault(); move(dragged, names().indexOf(name)); dragged = null; } },
      ondragend: () => { dragged = null; } },
    element("button", { type: "button", class: "name", "aria-label": `${name}${state}。左右键换位置，Delete 去掉`,
      onkeydown: (event) => key(event, name) }, name, known ? null : element("span", { class: "small" }, "（未登记）")),
    small("牵头", { "aria-label": `${name}牵头`, "aria-pressed": leads ? "true" : "false", onclick: () => lead(name) }),
    small("×", { "aria-label": `去掉${name}`, onclick: () => drop(name) }));
  }

  function show(item) {
    const hadFocus = list.contains(document.activeElement);
    const same = JSON.stringify(units) === JSON.stringify(item.units);
    units = item.units;
    told.checked = item.leads_told;
    printed.textContent = item.units_as_printed ? `印成：${item.units_as_printed}（改动责任单位后按统一写法印）` : "";
    printed.hidden = !item.units_as_printed;
    if (same && list.childElementCount === units.length) return;
    replaceChildren(list, units.map(chip));
    if (!hadFocus || !focusOn) return;
    const at = Array.from(list.children).find((one) => one.dataset.name === focusOn);
    if (at) at.querySelector(".name").focus();
    focusOn = null;
  }
  return { root, show };
}

function small(text, properties) {
  return element("button", { type: "button", class: "small-button", ...properties }, text);
}

// A field with completion from the register, as ARIA's combobox has it: the first name is chosen until another is; what
// was typed stands last in the list, and alone where the register has nothing like it.
function combobox(add) {
  const field = element("input", { role: "combobox", "aria-label": "添加责任单位", "aria-expanded": "false",
    "aria-controls": "unit-names", "aria-autocomplete": "list", autocomplete: "off", placeholder: "添加责任单位…" });
  const list = element("ul", { id: "unit-names", role: "listbox", class: "choices", "aria-label": "登记表里的单位", hidden: true });
  const root = element("div", { class: "combobox" }, field, list);
  let names = [];
  let at = 0;
  let timer = 0;
  let question = null;
  let answered = "";

  const close = () => { names = []; at = 0; show(); };
  const choose = (name) => {
    clearTimeout(timer);
    field.value = "";
    close();
    if (name.trim()) add(name.trim());
  };
  function show() {
    replaceChildren(list, names.map(({ name, label }, index) => element("li", {
      role: "option", id: `unit-name-${index}`, "aria-selected": index === at ? "true" : "false",
      onmousedown: (event) => { event.preventDefault(); choose(name); },
    }, label)));
    list.hidden = !names.length;
    if (names.length) list.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-expanded", names.length ? "true" : "false");
    if (names.length) field.setAttribute("aria-activedescendant", `unit-name-${at}`);
    else field.removeAttribute("aria-activedescendant");
  }
  async function look() {
    clearTimeout(timer);
    if (question) question.abort();
    const own = new AbortController();
    question = own;
    const text = field.value.trim();
    if (!text) return close();
    try {
      const found = await ask(`/api/units?${new URLSearchParams({ text, place: draft.place })}`, { signal: own.signal });
      if (question !== own) return undefined;
      names = found.units.map((name) => ({ name, label: name }));
      if (!found.units.includes(text)) names.push({ name: text, label: `照写“${text}”` });
      at = Math.max(0, found.units.indexOf(text));
      answered = text;
      return show();
    } catch (error) {
      return undefined;
    }
  }
  // Pressed before the names of what was typed are there, it waits for them.
  async function enter() {
    const text = field.value.trim();
    if (!names.length || answered !== text) await look();
    choose(names.length && answered === text ? names[at].name : text);
  }
  onTyped(field, () => { clearTimeout(timer); timer = setTimeout(look, PAUSE_MS); });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && names.length) at = (at + step + names.length) % names.length;
    else if (event.key === "Enter") enter();
    else if (event.key === "Escape" && names.length) close();
    else return;
    event.preventDefault();
    show();
  });
  return { root };
}
