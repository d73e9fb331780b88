/** Elements that stand inside a sentence; everything else begins and ends something. */
const inline = new Set(['WBR', 'BDI', 'CODE']);

/** What an element says, as someone would read it out: its parts apart, spaces as one. */
export function textOf(element: Element): string {
  return partsOf(element).replace(/\s+/g, ' ').trim();
}

function partsOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  const inside = [...node.childNodes].map(partsOf).join('');
  return inline.has(node.nodeName) ? inside : ` ${inside} `;
}
