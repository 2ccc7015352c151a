// Making elements: text stays text, whatever it holds.

// element("p", {class: "note", onclick: f, "aria-label": "…"}, "text", child, …)
export function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "dataset") Object.assign(made.dataset, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function replaceChildren(place, ...children) {
  while (place.firstChild) place.removeChild(place.firstChild);
  place.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
}

// A question in a dialog of our own; resolves with what the chosen button stands for, null when it was closed.
export function asked(title, body, choices) {
  return new Promise((resolve) => {
    const done = (value) => { box.close(); box.remove(); resolve(value); };
    const buttons = choices.map(([label, value, kind]) =>
      element("button", { type: "button", class: kind, onclick: () => done(value()) }, label));
    const box = element("dialog", { "aria-label": title }, element("h2", {}, title), body, element("div", { class: "row" }, buttons));
    box.addEventListener("cancel", (event) => { event.preventDefault(); done(null); });
    document.body.append(box);
    box.showModal();
  });
}
