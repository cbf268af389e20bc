/** Letters and digits of a text: what a reader reads, whatever stands around it. */
export function key(text: string): string {
  return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('');
}

/** The same in small letters. */
export function lowKey(text: string): string {
  return key(text).toLowerCase();
}

/** A line without the label before it, which is not shown where what it says became a field: `Summary: …`. */
export function unlabelled(line: string): string {
  return line.replace(/^[\s*_(]*[\p{L}’' ]{1,30}:(?=\s|$)/u, '');
}

/** Words of a text in small letters, quotation marks and dashes left out. */
export function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Discord markup as a reader sees it, without link addresses and fences; escapes are punctuation, which `key` leaves out. */
export function shown(markup: string): string {
  return markup.replace(/\[((?:[^[\]\n\\]|\\.)*)\]\((?:<[^<>\n]*>|[^()\s]*)\)/gu, '$1').replace(/^```\w*$/gmu, '');
}

/** The stretches in italics of one paragraph of Discord markup. */
export function italicsOf(markup: string): readonly string[] {
  const stretches: string[] = [];
  let [star, under, current] = [false, false, ''];
  // An underline within a word is a letter of it, and letters of no word to `key`.
  const bare = markup.replace(/(?<=\w)_+(?=\w)/gu, '');
  // An escaped character, a run of stars or of underlines, or any other character.
  for (const [token] of bare.matchAll(/\\[^0-9A-Za-z\s]|\*{1,3}|_{1,3}|[^*_]/gsu)) {
    const inside = star || under;
    if (token === '*' || token === '***') star = !star;
    else if (token === '_' || token === '___') under = !under;
    else if (token !== '**' && token !== '__' && inside) current += token;
    if (inside && !star && !under) {
      if (key(current) !== '') stretches.push(current);
      current = '';
    }
  }
  return stretches;
}

/** Part of a text that must be there in its place, or may be. */
export interface Part {
  readonly key: string;
  readonly free: boolean;
}

/** Whether a text is the parts in order, those that are free left out or not. */
export function isParts(text: string, parts: readonly Part[]): boolean {
  let reached = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>(part.free ? reached : []);
    for (const at of reached) if (text.startsWith(part.key, at)) next.add(at + part.key.length);
    reached = next;
  }
  return reached.has(text.length);
}

/** Where a text leaves the parts, in a few letters of both. */
export function firstDifference(text: string, parts: readonly Part[]): string {
  let at = 0;
  for (const part of parts) {
    if (text.startsWith(part.key, at)) at += part.key.length;
    else if (!part.free) return `at ${at} got “${text.slice(at, at + 40)}” for “${part.key.slice(0, 40)}”`;
  }
  return `at ${at} got “${text.slice(at, at + 40)}” for the end`;
}
