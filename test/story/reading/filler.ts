import type { FileHead } from './case-head.js';

/** Invented paragraphs of one language, by the person that they are told in; `any` are dealt with each of them. */
export interface FillerPool {
  /** Who stands for {A} and {B} where a case names nobody. */
  readonly names: readonly [string, string];
  readonly sections: Readonly<Record<string, readonly string[]>>;
}

/** Reads `filler/<language>.txt`: `names: A, B`, then paragraphs, one to a line, under `# third`, `# first`, `# second` and `# any`. */
export function parseFiller(text: string): FillerPool {
  const sections: Record<string, string[]> = {};
  let section: string[] = [];
  let names: [string, string] = ['', ''];
  for (const line of text.split('\n').map((each) => each.trim())) {
    const heading = /^# (\w+)$/u.exec(line)?.[1];
    const named = /^names: ([^,]+), (.+)$/u.exec(line);
    if (heading) {
      section = [];
      sections[heading] = section;
    } else if (named) names = [named[1] ?? '', named[2] ?? ''];
    else if (line !== '') section.push(line);
  }
  return { names, sections };
}

/** Numbers that come again with the same words: mulberry32, seeded with FNV-1a. */
function seeded(words: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const character of words) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function shuffled(paragraphs: readonly string[], below: (below: number) => number): string[] {
  const left = [...paragraphs];
  return paragraphs.flatMap(() => left.splice(below(left.length), 1));
}

function curly(text: string): string {
  return text
    .replace(/(^|[\s(*_—-])"/gu, '$1“')
    .replace(/"/gu, '”')
    .replace(/(^|[\s(*_“])'/gu, '$1‘')
    .replace(/'/gu, '’');
}

function dressed(paragraph: string, names: readonly [string, string], head: FileHead): string {
  const named = paragraph.replaceAll('{A}', names[0]).replaceAll('{B}', names[1]);
  const cased = head.lowercase ? named.toLowerCase() : named;
  return head.quotes === 'curly' ? curly(cased) : cased;
}

/** Once all are dealt, two at a time make one that was not there before. */
function paragraphAt(deck: readonly string[], index: number): string {
  const round = Math.floor(index / deck.length);
  const first = deck[index % deck.length] ?? '';
  return round === 0 ? first : `${first} ${deck[(index + round) % deck.length] ?? ''}`;
}

/**
 * Deals paragraphs, the same ones in the same order each time for one seed, none twice until all are dealt; the first `dealt`
 * went to others. Italics are between stars, whatever the case marks them with.
 */
export function createDealer(
  pool: FillerPool,
  head: FileHead,
  seed: string,
  dealt = 0,
): (paragraphs: number) => readonly string[] {
  const section = [...(pool.sections[head.person] ?? pool.sections['third'] ?? []), ...(pool.sections['any'] ?? [])];
  if (section.length === 0) throw new Error('No filler paragraphs for this language: write filler/<language>.txt.');
  const deck = shuffled(section, seeded(seed));
  const names = head.names ?? pool.names;
  let next = dealt;
  return (paragraphs) => Array.from({ length: paragraphs }, () => dressed(paragraphAt(deck, next++), names, head));
}
