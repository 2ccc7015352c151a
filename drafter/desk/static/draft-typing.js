// Input methods: nothing half-typed is taken, and nothing under the hands is changed while one composes.

let composing = false;
let waiting = [];

document.addEventListener("compositionstart", () => { composing = true; }, true);
document.addEventListener("compositionend", () => {
  composing = false;
  setTimeout(() => {
    if (composing) return;
    const ready = waiting;
    waiting = [];
    for (const go of ready) go();
  });
}, true);

export function isComposing() {
  return composing;
}

export function notComposing() {
  return composing ? new Promise((go) => waiting.push(go)) : Promise.resolve();
}

// take() after each change of what is typed; show() also while an input method composes.
export function onTyped(control, take, show = () => {}) {
  control.addEventListener("input", (event) => {
    if (event.isComposing) show();
    else take();
  });
  control.addEventListener("compositionend", take);
}
