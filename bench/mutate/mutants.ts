import { maskCode } from './mask-code.js';

/** One small mistake that somebody could have made: `replacement` in place of what stands from `start` to `end`. */
export interface Mutant {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** What a sign may be mistaken for. Biome puts a space on both sides of each, which types and generics have not. */
const mistakes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<= )===(?=\s)/g, ['!==']],
  [/(?<= )!==(?=\s)/g, ['===']],
  [/(?<= )<(?=\s)/g, ['<=', '>=']],
  [/(?<= )<=(?=\s)/g, ['<', '>']],
  [/(?<= )>(?=\s)/g, ['>=', '<=']],
  [/(?<= )>=(?=\s)/g, ['>', '<']],
  [/(?<=\s)&&(?=\s)/g, ['||']],
  [/(?<=\s)\|\|(?=\s)/g, ['&&']],
  [/(?<=\s)\?\?(?=\s)/g, ['&&']],
  [/(?<= )\+(?= )/g, ['-']],
  [/(?<= )-(?= )/g, ['+']],
  [/!(?=[\w(])/g, ['']],
  [/(?<!<)\btrue\b/g, ['false']],
  [/(?<!<)\bfalse\b/g, ['true']],
  [/\bMath\.min\b/g, ['Math.max']],
  [/\bMath\.max\b/g, ['Math.min']],
  [/\.some(?=\()/g, ['.every']],
  [/\.every(?=\()/g, ['.some']],
];
const wholeNumber = /(?<![\w.]|>\[)\d[\d_]*(?![\w.])/g;
/** A statement of one line that may be forgotten: a call, a guard. A declaration may not: that would not compile. */
const statement = /^ +(?:if \(.*\) )?(?:return|throw|continue|break|await|void|yield|[\w.#?]+\().*;$/gm;
/** What is no code that runs: imports, shapes, and what is only logged. */
const idle = [
  /^(?:import|export) [^;]*? from [^;]*;$/gm,
  /^(?:export )?interface [\s\S]*?^\}$/gm,
  /^(?:export )?(?:declare )?type [\s\S]*?;$(?!\n[ })])/gm,
  /^ +(?:readonly |private |static )*[\w#]+\??: [^=]*;$/gm,
  /\b(?:log|console)\.\w+\([\s\S]*?\);$/gm,
];

/** Every mutant of a file, in order. */
export function mutantsOf(source: string): readonly Mutant[] {
  const code = withoutIdle(maskCode(source));
  const signs = mistakes.flatMap(([pattern, others]) =>
    [...code.matchAll(pattern)].flatMap(({ 0: sign, index }) =>
      others.map((replacement) => ({ start: index, end: index + sign.length, replacement })),
    ),
  );
  const numbers = [...code.matchAll(wholeNumber)].map(({ 0: number, index }) => ({
    start: index,
    end: index + number.length,
    replacement: `${Number(number.replaceAll('_', '')) + 1}`,
  }));
  const forgotten = [...code.matchAll(statement)]
    .filter(({ 0: line }) => isBalanced(line))
    .map(({ 0: line, index }) => ({ start: index, end: index + line.length, replacement: '' }));
  const swapped = [...code.matchAll(/(?<=\s)\?(?=\s)/g)].flatMap(({ index }) => swap(source, code, index));
  return [...signs, ...numbers, ...forgotten, ...swapped].toSorted((one, other) => one.start - other.start);
}

function withoutIdle(code: string): string {
  return idle.reduce((left, pattern) => left.replaceAll(pattern, (text) => text.replaceAll(/[^\n]/g, ' ')), code);
}

/** The two branches of a choice, one in the other's place. */
function swap(source: string, code: string, question: number): readonly Mutant[] {
  const yes = question + 2;
  const colon = endOfBranch(code, yes);
  if (code[colon] !== ':') return [];
  const no = colon + 2;
  const end = endOfBranch(code, no);
  const [first, between, second] = [source.slice(yes, colon), source.slice(colon, no), source.slice(no, end)];
  return [{ start: yes, end, replacement: `${second.trimEnd()} ${between}${first.trimEnd()}` }];
}

/** Where an expression that begins at `from` ends: at a colon, comma, semicolon or bracket of what it stands in. */
function endOfBranch(code: string, from: number): number {
  let depth = 0;
  let choices = 0;
  for (let at = from; at < code.length; at += 1) {
    const sign = code[at] ?? '';
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    const isAlone = depth === 0 && /\s/.test(code[at - 1] ?? '') && /\s/.test(code[at + 1] ?? '');
    if (isAlone && sign === '?') choices += 1;
    if (isAlone && sign === ':') choices -= 1;
    if (depth < 0 || choices < 0 || (depth === 0 && ',;'.includes(sign))) return at;
  }
  return code.length;
}

function isBalanced(line: string): boolean {
  const count = (signs: RegExp) => line.match(signs)?.length ?? 0;
  return count(/[([{]/g) === count(/[)\]}]/g);
}
