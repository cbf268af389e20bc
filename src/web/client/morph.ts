/**
 * Makes `old` like `fresh` while keeping every element that can stay, so that focus, selection and what was opened are not
 * lost when a message changes. Elements with a `data-key` are matched by it, others by their place and tag. Listeners are
 * not carried over: what is drawn this way is listened to from above.
 */
function morph(old: Element, fresh: Element): void {
  // A spoiler that was opened stays open while its text is the same.
  if (old.hasAttribute('data-revealed') && old.textContent === fresh.textContent) return;
  morphAttributes(old, fresh);
  morphChildren(old, [...fresh.childNodes]);
  if (old instanceof HTMLSelectElement && fresh instanceof HTMLSelectElement) old.selectedIndex = fresh.selectedIndex;
}

function morphAttributes(old: Element, fresh: Element): void {
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  // A custom element reflects its own state in attributes that were never drawn.
  if (old.localName.includes('-')) return;
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  }
}

/** Makes what `parent` holds like `fresh`, as `morph` does. */
export function morphChildren(parent: Element, fresh: readonly ChildNode[]): void {
  const wanted = new Set(fresh.map(keyOf).filter((key) => key !== undefined));
  const keyed = new Map([...parent.children].map((child) => [keyOf(child), child]));
  let cursor = parent.firstChild;
  for (const node of fresh) {
    cursor = dropUnwanted(parent, cursor, wanted, node);
    const key = keyOf(node);
    const match = key === undefined ? cursor : (keyed.get(key) ?? null);
    if (match !== null && isSameKind(match, node)) {
      if (match === cursor) cursor = cursor.nextSibling;
      else parent.insertBefore(match, cursor);
      morphNode(match, node);
    } else {
      parent.insertBefore(node, cursor);
    }
  }
  while (cursor !== null) {
    const next: ChildNode | null = cursor.nextSibling;
    cursor.remove();
    cursor = next;
  }
}

/** Takes away what stands in the way and has no place any more, so that what follows need not be moved: moving loses focus. */
function dropUnwanted(
  parent: Element,
  from: ChildNode | null,
  wanted: ReadonlySet<string>,
  node: ChildNode,
): ChildNode | null {
  let cursor = from;
  while (cursor !== null) {
    const key = keyOf(cursor);
    const isGone = key !== undefined && !wanted.has(key);
    const blocksKeyed = key === undefined && keyOf(node) !== undefined && !isSameKind(cursor, node);
    if (!isGone && !blocksKeyed) return cursor;
    const next = cursor.nextSibling;
    parent.removeChild(cursor);
    cursor = next;
  }
  return cursor;
}

function morphNode(old: ChildNode, fresh: ChildNode): void {
  if (old instanceof Element && fresh instanceof Element) morph(old, fresh);
  else if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
}

function isSameKind(old: ChildNode, fresh: ChildNode): boolean {
  return old.nodeName === fresh.nodeName && keyOf(old) === keyOf(fresh);
}

function keyOf(node: ChildNode): string | undefined {
  return node instanceof Element ? (node.getAttribute('data-key') ?? undefined) : undefined;
}
