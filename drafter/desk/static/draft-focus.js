// Which field is under the hands, and which one is to be after the next showing.

let wanted = null;

export function focused() {
  const at = document.activeElement;
  if (!at || !at.dataset || !at.dataset.key) return null;
  return { key: at.dataset.key, start: at.selectionStart, end: at.selectionEnd };
}

export function want(key, start = null, end = start) {
  wanted = { key, start, end };
}

export function takeWanted() {
  const taken = wanted;
  wanted = null;
  return taken;
}
