"use strict";
(() => {
  const spots = [...document.querySelectorAll("[data-kind]")];
  const holders = [...document.querySelectorAll("article, section")];
  const kinds = [...document.querySelectorAll("input[name=kind]")];
  const changes = document.getElementById("changes");
  const count = document.getElementById("count");
  let onlyChanges = false;
  let current = null;

  const isOff = (spot) => spot.dataset.off === "true";
  const shown = () => spots.filter((spot) => !isOff(spot) && spot.dataset.kind !== "same");

  function tell() {
    const now = shown();
    const at = now.indexOf(current);
    count.textContent = at < 0 ? `共${now.length}处` : `第${at + 1}处，共${now.length}处`;
  }

  function apply() {
    const wanted = new Set(kinds.filter((box) => box.checked).map((box) => box.value));
    const filtered = kinds.some((box) => !box.checked);
    for (const spot of spots) {
      const kinds = spot.dataset.kind.split(" ");
      const off = kinds[0] === "same" ? onlyChanges || filtered : !kinds.some((kind) => wanted.has(kind));
      spot.dataset.off = String(off);
      spot.hidden = off && !spot.matches(".title");
    }
    for (const holder of holders) {
      const own = [...holder.querySelectorAll("[data-kind]")];
      holder.hidden = own.length > 0 && own.every(isOff);
      for (const link of document.querySelectorAll(`nav a[href="#${holder.id}"]`)) {
        link.parentElement.hidden = holder.hidden;
      }
    }
    tell();
  }

  function go(step) {
    const now = shown();
    if (!now.length) return;
    let at = now.indexOf(current);
    if (at < 0) {
      const below = now.findIndex((spot) => spot.getBoundingClientRect().top > 90);
      at = step > 0 ? (below < 0 ? now.length : below) - 1 : below < 0 ? now.length : below;
    }
    if (current) current.classList.remove("current");
    current = now[(at + step + now.length) % now.length];
    current.classList.add("current");
    current.scrollIntoView({ block: "center" });
    tell();
  }

  changes.addEventListener("click", () => {
    onlyChanges = !onlyChanges;
    changes.setAttribute("aria-pressed", String(onlyChanges));
    apply();
  });
  for (const box of kinds) box.addEventListener("change", apply);
  document.getElementById("previous").addEventListener("click", () => go(-1));
  document.getElementById("next").addEventListener("click", () => go(1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = { F7: event.shiftKey ? -1 : 1, n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    go(step);
  });
  document.querySelector(".bar").hidden = false;
  apply();
})();
