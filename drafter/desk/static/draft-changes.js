// What two texts have in common: where a place of the one is in the other, and which words differ.

const MOST = 1500;

function common(one, other) {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail += 1;
  return [head, tail];
}

// The place in `now` of a place in `before`; null inside what was changed.
export function carried(before, now, place) {
  const [head, tail] = common(before, now);
  if (place <= head) return place;
  return place >= before.length - tail ? place + now.length - before.length : null;
}

// The pieces of `now` that belong to the parts whose texts, put together, are `before`.
export function parted(before, now, parts) {
  const [head] = common(before, now);
  const bounds = [];
  let at = 0;
  for (const part of parts.slice(0, -1)) {
    at += part.length;
    const place = carried(before, now, at);
    bounds.push(place === null ? head : place);
  }
  const starts = [0, ...bounds];
  return starts.map((start, index) => now.slice(start, index + 1 < starts.length ? starts[index + 1] : undefined));
}

// The pieces of both texts: [[text, is it also in the other]…] for the one and for the other.
export function differing(one, other) {
  const [head, tail] = common(one, other);
  const middles = [one.slice(head, one.length - tail), other.slice(head, other.length - tail)];
  const same = middles[0].length * middles[1].length > MOST * MOST ? new Set() : longest(middles[0], middles[1]);
  const pieces = (text, side) => {
    const found = [];
    const add = (piece, shared) => {
      const last = found[found.length - 1];
      if (!piece) return;
      if (last && last[1] === shared) last[0] += piece;
      else found.push([piece, shared]);
    };
    add(text.slice(0, head), true);
    Array.from({ length: middles[side].length }, (_, at) => add(middles[side][at], same.has(`${side}:${at}`)));
    add(text.slice(text.length - tail, text.length), true);
    return found;
  };
  return [pieces(one, 0), pieces(other, 1)];
}

// The places of the longest common subsequence, as "side:place".
function longest(one, other) {
  const width = other.length + 1;
  const table = new Uint16Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const at = row * width + column;
      table[at] = one[row] === other[column] ? table[at + width + 1] + 1 : Math.max(table[at + width], table[at + 1]);
    }
  }
  const found = new Set();
  let row = 0;
  let column = 0;
  while (row < one.length && column < other.length) {
    const at = row * width + column;
    if (one[row] === other[column]) {
      found.add(`0:${row}`).add(`1:${column}`);
      row += 1;
      column += 1;
    } else if (table[at + width] >= table[at + 1]) row += 1;
    else column += 1;
  }
  return found;
}
