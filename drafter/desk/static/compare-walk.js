// Which changes are shown, and going from one to the next: F7, Shift+F7.
import { element, replaceChildren } from "./elements.js";

const BAR = 90;
const find = (id) => document.getElementById(id);

export function walking() {
  let onlyChanges = false;
  let current = -1;
  let spots = [];
  let boxes = [];

  // The kinds by their names, which are others between two places; what was left out stays left out.
  function name(kinds) {
    const out = boxes.filter(({ box }) => !box.checked).map(({ box }) => box.value);
    boxes = kinds.map(([kind, label]) => {
      const box = element("input", { type: "checkbox", value: kind, onchange: apply });
      box.checked = !out.includes(kind);
      return { box, node: element("label", {}, box, label) };
    });
    replaceChildren(find("kinds"), boxes.map(({ node }) => node));
  }

  const isChange = (spot) => spot.dataset.kind !== "same" && spot.dataset.off !== "true";

  function apply() {
    const wanted = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
    const whole = !onlyChanges && wanted.length === boxes.length;
    for (const spot of spots) {
      const kinds = spot.dataset.kind.split(" ");
      const off = kinds[0] === "same" ? !whole : !kinds.some((kind) => wanted.includes(kind));
      spot.dataset.off = String(off);
      spot.hidden = off && !spot.classList.contains("title");
    }
    for (const holder of document.querySelectorAll("#told article, #told section")) {
      const own = [...holder.querySelectorAll("[data-kind]")];
      holder.hidden = !whole && own.every((spot) => spot.dataset.off === "true");
      for (const link of document.querySelectorAll(`#contents a[href="#${holder.id}"]`)) link.parentElement.hidden = holder.hidden;
    }
    find("changes").setAttribute("aria-pressed", String(onlyChanges));
    find("full").setAttribute("aria-pressed", String(!onlyChanges));
    count();
  }

  function count() {
    const listed = spots.filter(isChange);
    const at = listed.indexOf(spots[current]);
    find("count").textContent = at < 0 ? `共${listed.length}处` : `第${at + 1}处，共${listed.length}处`;
    find("previous").disabled = find("next").disabled = !listed.length;
  }

  function mark(spot) {
    if (spots[current]) spots[current].classList.remove("current");
    current = spots.indexOf(spot);
    if (!spot) return;
    spot.classList.add("current");
    spot.scrollIntoView({ block: "center" });
  }

  function go(step) {
    const listed = spots.filter(isChange);
    if (!listed.length) return;
    let at = listed.indexOf(spots[current]);
    if (at < 0) {
      const below = listed.findIndex((spot) => spot.getBoundingClientRect().top > BAR);
      at = step > 0 ? (below < 0 ? listed.length : below) - 1 : below < 0 ? listed.length : below;
    }
    mark(listed[(at + step + listed.length) % listed.length]);
    count();
  }

  function show(only) {
    onlyChanges = only;
    apply();
  }

  find("changes").addEventListener("click", () => show(true));
  find("full").addEventListener("click", () => show(false));
  find("previous").addEventListener("click", () => go(-1));
  find("next").addEventListener("click", () => go(1));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "F7" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  });

  // The page was made anew.
  return function renewed(kinds) {
    name(kinds);
    const scrolled = window.scrollY;
    current = -1;
    spots = [...document.querySelectorAll("#told [data-kind]")];
    find("bar").hidden = !spots.length;
    apply();
    window.scrollTo(0, scrolled);
  };
}
