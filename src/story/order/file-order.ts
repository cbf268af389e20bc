import { naturalOrder } from '../natural-order.js';
import type { Entry } from './entry.js';

/**
 * The order that the files' names give: by part and number where names say them, in digits or in words. A name without a
 * number stays behind the one before it in natural order; a prologue whose name says no more goes first, an epilogue last.
 */
export function fileOrder(entries: readonly Entry[]): readonly Entry[] {
  const first = entries.filter((entry) => isEdge(entry, 'prologue'));
  const last = entries.filter((entry) => isEdge(entry, 'epilogue'));
  const middle = entries.filter((entry) => !first.includes(entry) && !last.includes(entry));
  return [...first.toSorted(byName), ...byNumbers(middle), ...last.toSorted(byName)];
}

/** Whether a file is a prologue or an epilogue and nothing else is known of its place. */
export function isEdge(entry: Entry, kind: 'prologue' | 'epilogue'): boolean {
  const said = [entry.number, entry.part, entry.name.number, entry.name.order, entry.name.part];
  const name = entry.file.replace(/^.*\//u, '').replace(/\.[^.]*$/u, '');
  return entry.kind === kind && said.every((each) => each === undefined) && !/\d/u.test(name);
}

function byName(a: Pick<Entry, 'file'>, b: Pick<Entry, 'file'>): number {
  return naturalOrder(a.file, b.file);
}

/** Names that say most are put in order by their numbers; the others are put between them, by the same rule among themselves. */
function byNumbers(entries: readonly Entry[]): readonly Entry[] {
  const says = [hasPart, hasNumber].find((test) => entries.some(test));
  if (says === undefined) return entries.toSorted(byName);
  const leaders = entries.filter(says);
  const first: Entry[] = [];
  const followers = new Map(leaders.map((leader): [Entry, Entry[]] => [leader, []]));
  let last = first;
  for (const entry of entries.toSorted(byName)) {
    const following = followers.get(entry);
    if (following === undefined) last.push(entry);
    else last = following;
  }
  const ordered = leaders.toSorted(byPartAndNumber);
  return [...byNumbers(first), ...ordered.flatMap((leader) => [leader, ...byNumbers(followers.get(leader) ?? [])])];
}

function hasNumber({ name }: Entry): boolean {
  return (name.number ?? name.order) !== undefined;
}

function hasPart({ name }: Entry): boolean {
  return name.number !== undefined && name.part?.number !== undefined;
}

function byPartAndNumber(a: Entry, b: Entry): number {
  const [keys, others] = [keysOf(a), keysOf(b)];
  return keys.map((key, index) => key - (others[index] ?? 0)).find((difference) => difference !== 0) ?? byName(a, b);
}

/** `1.10` comes behind `1.9` among files, whatever its dot means. */
function keysOf({ name: { part, number, order = 0, dotted } }: Entry): readonly number[] {
  return [part?.number ?? 0, dotted?.part ?? number ?? order, dotted?.number ?? 0];
}
