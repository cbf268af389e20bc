import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** Front matter in which fields are changed; comments, order and everything else stay as they are. */
export interface FrontMatterEdit {
  /** Sets a field, by whatever spelling it is there (`endNotes`, `end-notes`). */
  set(name: string, value: string | number | readonly string[]): void;
  /** Adds texts to a field that holds one or a list of them. */
  add(name: string, texts: readonly string[], where: 'first' | 'last'): void;
  /** The lines between the hyphens. */
  lines(): readonly string[];
}

/** Opens front matter, without its hyphens, for changes; `undefined` where it cannot be read as fields. */
export function editFrontMatter(yaml: string): FrontMatterEdit | undefined {
  const document: Document = parseDocument(yaml, { schema: 'core', version: '1.2' });
  if (document.errors.length > 0) return undefined;
  document.contents ??= document.createNode({});
  const fields = document.contents;
  if (!isMap(fields)) return undefined;

  const pairOf = (name: string) =>
    fields.items.find(({ key }) => isScalar(key) && plainName(String(key.value)) === plainName(name));
  const set = (name: string, value: unknown) => {
    const pair = pairOf(name);
    const node = document.createNode(value);
    if (pair === undefined) fields.add(document.createPair(name, value));
    else pair.value = node;
  };
  return {
    set,
    add: (name, texts, where) => {
      const value = pairOf(name)?.value;
      if (isScalar(value) && String(value.value).includes('\n')) {
        const standing = String(value.value).trimEnd();
        value.value = `${(where === 'first' ? [...texts, standing] : [standing, ...texts]).join('\n\n')}\n`;
        return;
      }
      if (!isSeq(value)) {
        const standing = isScalar(value) && value.value !== null ? [String(value.value)] : [];
        set(name, where === 'first' ? [...texts, ...standing] : [...standing, ...texts]);
        return;
      }
      const nodes = texts.map((text) => document.createNode(text));
      value.flow = false;
      if (where === 'first') value.items.unshift(...nodes);
      else value.items.push(...nodes);
    },
    // Long lines stay lines: YAML would fold them.
    lines: () => document.toString({ lineWidth: 0 }).trimEnd().split('\n'),
  };
}

/** As the parser of chapters tells fields apart. */
function plainName(key: string): string {
  return key.toLowerCase().replace(/[-_\s]/gu, '');
}
