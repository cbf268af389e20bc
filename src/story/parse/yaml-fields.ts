import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { ProblemList } from './problem-list.js';

/** One `key: value` of a YAML file, with the line of its key. */
export interface YamlField {
  /** As written. */
  readonly key: string;
  /** Lower case, without hyphens, underscores and spaces: `publish-at` is `publishat`. */
  readonly name: string;
  readonly line: number;
  /** Plain data: strings, numbers, booleans, null, lists and maps of them. */
  readonly value: unknown;
}

/** Far more than titles, warnings and notes need, in UTF-16 units. */
const longestYaml = 32_768;
/** Nesting of brackets and indents that anything here could need; the parser is recursive. */
const deepestYaml = 30;
/** An alias may be used for a repeated warning; a bomb needs thousands. */
const mostAliases = 20;

/**
 * Reads YAML that is a map of fields. Nothing in it is ever executed: the core schema has no tags that do. `undefined`, with
 * an error at the right line, where it is no such map, too long, too deep, or its aliases grow.
 */
export function readYamlFields(
  text: string,
  firstLine: number,
  problems: ProblemList,
): readonly YamlField[] | undefined {
  const fail = (line: number, message: string): undefined => {
    problems.add(firstLine + line - 1, {
      severity: 'error',
      code: 'unreadable-yaml',
      message,
      fix: 'Write one `key: value` per line; put quotes around a value that holds `: ` or starts with a special character.',
    });
  };
  if (text.length > longestYaml) return fail(1, `It has ${text.length} characters; at most ${longestYaml} are read.`);
  if (deepness(text) > deepestYaml) return fail(1, `It is nested more than ${deepestYaml} deep.`);
  try {
    const lines = new LineCounter();
    const document = parseDocument(text, { schema: 'core', version: '1.2', lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error) return fail(lines.linePos(error.pos[0]).line || 1, `This is not YAML: ${error.message}.`);
    if (document.contents === null) return [];
    if (!isMap(document.contents)) return fail(1, 'These are not fields.');
    const values: unknown = document.toJS({ maxAliasCount: mostAliases, mapAsMap: true });
    return document.contents.items.flatMap((item): readonly YamlField[] => {
      if (!isScalar(item.key) || !(values instanceof Map)) return [];
      const key = String(item.key.value);
      const line = firstLine + lines.linePos(item.key.range?.[0] ?? 0).line - 1;
      return [{ key, name: key.toLowerCase().replace(/[-_\s]/gu, ''), line, value: values.get(item.key.value) }];
    });
  } catch (error) {
    return fail(1, `This cannot be read as YAML: ${error instanceof Error ? error.message : 'unknown error'}.`);
  }
}

/** An upper bound for the nesting: open brackets on the way, indents and list marks at the start of a line. */
function deepness(text: string): number {
  let brackets = 0;
  let deepest = 0;
  for (const character of text) {
    if (character === '[' || character === '{') brackets += 1;
    else if ((character === ']' || character === '}') && brackets > 0) brackets -= 1;
    deepest = Math.max(deepest, brackets);
  }
  for (const [marks] of text.matchAll(/^[\s?:-]*[?:-](?=\s)/gmu)) {
    deepest = Math.max(deepest, marks.replace(/\s/gu, '').length);
  }
  return deepest;
}
