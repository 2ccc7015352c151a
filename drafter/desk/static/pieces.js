// Texts in two versions: kept, deleted and inserted stretches; what steers the direction of writing is shown by number.
import { element } from "./elements.js";

const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const TAGS = { deleted: "del", inserted: "ins" };

export function shown(text) {
  return (text || "").replace(STEERING, (char) =>
    `<U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);
}

export function pieceNodes(pieces) {
  return pieces.map(({ kind, text }) => (TAGS[kind] ? element(TAGS[kind], {}, shown(text)) : shown(text)));
}
