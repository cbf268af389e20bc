import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { SaidReading } from '../../story/parse/reading-rules.js';

/** Fields in which some are changed; comments, order and everything else stay as they are. */
export interface FrontMatterEdit {
  /** Sets a field, by whatever spelling it is there (`publishAt`, `publish-at`); takes it away where there is no value. */
  set(name: string, value: string | number | undefined): void;
  /** Adds an entry to what `reading` says is of a kind. */
  say(reading: SaidReading, entry: string): void;
  /** Takes away the entries of `reading` of which `isMeant` says so, and gives them. */
  unsay(isMeant: (entry: string) => boolean): readonly string[];
  /** The lines between the hyphens; none where nothing is left to say. */
  lines(): readonly string[];
}

/** Opens front matter, without its hyphens, or a `story.yaml`; `undefined` where it cannot be read as fields. */
export function editFrontMatter(yaml: string): FrontMatterEdit | undefined {
  const document: Document = parseDocument(yaml, { schema: 'core', version: '1.2' });
  if (document.errors.length > 0) return undefined;
  document.contents ??= document.createNode({});
  const fields = document.contents;
  if (!isMap(fields)) return undefined;
  const isCommented = /^\s*#/mu.test(yaml);

  const readingMap = (): YAMLMap | undefined => {
    const value = pairOf(fields, 'reading')?.value;
    return isMap(value) ? value : undefined;
  };
  const set = (name: string, value: unknown) => {
    const pair = pairOf(fields, name);
    if (value === undefined) remove(fields, pair);
    else if (pair === undefined) fields.add(document.createPair(name, value));
    else pair.value = document.createNode(value);
  };
  return {
    set,
    say: (reading, entry) => {
      const map = readingMap();
      if (map === undefined) return set('reading', { [reading]: [entry] });
      const pair = pairOf(map, reading) ?? pairOf(map, `${reading}s`);
      if (pair === undefined) map.add(document.createPair(reading, [entry]));
      else if (isSeq(pair.value)) pair.value.add(document.createNode(entry));
      else pair.value = document.createNode([...(isScalar(pair.value) ? [pair.value.value] : []), entry]);
    },
    unsay: (isMeant) => {
      const map = readingMap();
      if (map === undefined) return [];
      const taken: string[] = [];
      const stays = (node: unknown) => {
        const entry = isScalar(node) ? String(node.value) : undefined;
        if (entry === undefined || !isMeant(entry)) return true;
        taken.push(entry);
        return false;
      };
      for (const pair of [...map.items]) {
        if (!isSeq(pair.value)) {
          if (!stays(pair.value)) remove(map, pair);
          continue;
        }
        const isEmpty = pair.value.items.length === 0;
        pair.value.items = pair.value.items.filter(stays);
        if (pair.value.items.length === 0 && !isEmpty) remove(map, pair);
      }
      return taken;
    },
    lines: () => {
      const all = fields.items;
      const isHollow = readingMap()?.items.length === 0;
      // Front matter of comments alone would be none, and its comments text.
      if (isHollow && (all.length > 1 || !isCommented)) remove(fields, pairOf(fields, 'reading'));
      // Long lines stay lines: YAML would fold them.
      const isEmpty = fields.items.length === 0 && !isCommented;
      const lines = isEmpty ? [] : document.toString({ lineWidth: 0 }).trimEnd().split('\n');
      // An entry that is still to come shall stand where the last one stood.
      fields.items = all;
      return lines;
    },
  };
}

function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && plainName(String(key.value)) === plainName(name));
}

function remove(map: YAMLMap, pair: Pair | undefined): void {
  map.items = map.items.filter((each) => each !== pair);
}

/** As the parser of chapters tells fields apart. */
function plainName(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/gu, '');
}
