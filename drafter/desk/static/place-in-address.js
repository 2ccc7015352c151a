// Where on the page 拟稿 a link leads: #item=i3&field=clauses&clause=1, #field=title; or the key of a field itself.

const OF_ITEM = ["heading", "units", "lead", "leader", "deadline"];
const OF_HEAD = { doc_number: "serial", signature: "date" };

// The key of a field as the page names it: i3/clause/1, i3/heading, head/title; the item alone where none is named.
export function keyInAddress(hash) {
  const text = hash.slice(1);
  if (!/^(item|field)=/.test(text)) return decodeURIComponent(text);
  const place = new URLSearchParams(text);
  const [item, field, clause] = ["item", "field", "clause"].map((name) => place.get(name));
  if (!item) return `head/${OF_HEAD[field] || field}`;
  if (clause) return `${item}/clause/${clause}`;
  return OF_ITEM.includes(field) ? `${item}/${field}` : item;
}
