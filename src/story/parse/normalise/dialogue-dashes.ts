import { isBlank, type SourceLine } from '../source-lines.js';

const dash = /^(?<indent>[^\S\n]{0,3})-[^\S\n]+(?=\S)/u;
/** How speech ends: a full stop, a question, a dash, a quotation mark, marks of emphasis behind it. */
const ended = /[.!?…,:;"”'’»)—–-][*_~\ufdd0-\ufddf]*$/u;
/** `- Yes, - he said.` */
const saidInside = /[\p{L}\p{P}][^\S\n]+[-–—][^\S\n]+\p{L}/u;

/**
 * Speech that begins with a hyphen (`- Hello, she said.`) is no list in Markdown: each such line becomes a paragraph that
 * begins with a dash. A file shows it by lines like sentences that stand singly between prose.
 */
export function keepDialogueDashes(lines: readonly SourceLine[]): readonly SourceLine[] {
  const dashed = lines.flatMap((line, at) => (line.is === undefined && dash.test(line.text) ? [at] : []));
  if (dashed.length === 0 || !isDialogue(lines, dashed)) return lines;
  const isDashed = new Set(dashed);
  return lines.flatMap((line, at): readonly SourceLine[] => {
    if (!isDashed.has(at)) return [line];
    const spoken = { ...line, text: line.text.replace(dash, '$<indent>\\- ') };
    return at === 0 || isBlank(lines[at - 1]) ? [spoken] : [{ text: '', line: line.line, is: 'gap' }, spoken];
  });
}

function isDialogue(lines: readonly SourceLine[], dashed: readonly number[]): boolean {
  const texts = dashed.map((at) => lines[at]?.text.trim() ?? '');
  const sentences = texts.filter(
    (text) => ended.test(text) && /^-\s+[\p{Lu}\p{Lo}\p{P}\p{N}\ufdd0-\ufddf]/u.test(text),
  );
  if (sentences.length < texts.length * 0.8) return false;
  if (texts.some((text) => saidInside.test(text.slice(2)))) return true;
  const runs = runLengths(lines, dashed);
  const single = runs.filter((length) => length <= 2).length;
  return single >= runs.length / 2;
}

/** How many dashed lines follow one another, blank lines aside, each time. */
function runLengths(lines: readonly SourceLine[], dashed: readonly number[]): readonly number[] {
  const runs: number[] = [];
  let next = -1;
  for (const at of dashed) {
    if (at === next && runs.length > 0) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(1);
    next = at + 1;
    while (next < lines.length && isBlank(lines[next])) next += 1;
  }
  return runs;
}
