import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutant, mutantsOf } from './mutants.js';
import { nearestTests, readSources } from './nearest-tests.js';
import { describeVerdicts, type Verdict } from './verdicts.js';

/** Rooms that are no part of the bot, and words. */
const leftAlone = /^src\/(?:playground|web|tryout|languages)\//;
const copied = [
  'src',
  'commands',
  'test',
  'bench',
  'chapters',
  'docs',
  'README.md',
  'CHANGELOG.md',
  '.env.example',
  'biome.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];
/** A test that takes longer than this, alone or with others, hangs: a mutant was noticed. */
const longestMs = 240_000;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    /** A file with a line for each verdict so far; those mutants are not tried again. */
    record: { type: 'string' },
    /** Tries those again that survived. */
    again: { type: 'boolean', default: false },
  },
});

interface Candidate {
  readonly file: string;
  readonly source: string;
  readonly mutant: Mutant;
}

/** `npm run mutate -- --count 300 --seed 1`: makes so many small mistakes, one at a time, and tells which no test notices. */
async function mutate(): Promise<void> {
  const root = process.cwd();
  const sources = readSources(root, ['src', 'commands', 'test']);
  const candidates = [...sources]
    .filter(([file]) => /^(?:src|commands)\//.test(file) && file.startsWith(options.only) && !leftAlone.test(file))
    .flatMap(([file, source]) => mutantsOf(source).map((mutant): Candidate => ({ file, source, mutant })));
  const chosen = shuffled(candidates, Number(options.seed)).slice(0, Number(options.count));
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  for (const name of copied)
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const known = new Map(
    recorded()
      .filter(({ killedBy }) => killedBy !== undefined || !options.again)
      .map((verdict) => [`${verdict.at} ${verdict.after}`, verdict]),
  );
  const verdicts: Verdict[] = [];
  for (const candidate of chosen) {
    const { file, mutant, source } = candidate;
    const place = describe(file, source, mutant);
    const verdict = known.get(`${place.at} ${place.after}`) ?? {
      ...place,
      killedBy: await killerOf(folder, candidate, nearestTests(file, sources)),
    };
    verdicts.push(verdict);
    console.log(`${verdicts.length}/${chosen.length} ${verdict.at}: ${verdict.killedBy ?? 'SURVIVED'}`);
    if (options.record !== undefined && !known.has(`${place.at} ${place.after}`))
      appendFileSync(options.record, `${JSON.stringify(verdict)}\n`);
  }
  rmSync(folder, { recursive: true });
  console.log(describeVerdicts(verdicts));
}

/** Test files that pass where nothing is wrong, and those that do not: these notice nothing. */
const sound = new Map<string, boolean>();

/** What noticed a mutant first; undefined where nothing did. */
async function killerOf(folder: string, { file, mutant, source }: Candidate, stages: readonly (readonly string[])[]) {
  for (const tests of stages) {
    for (;;) {
      const asked = tests.filter((test) => sound.get(test) !== false);
      writeFileSync(join(folder, file), apply(source, mutant));
      const failed = asked.length === 0 ? undefined : await failingTest(folder, asked);
      writeFileSync(join(folder, file), source);
      if (failed === undefined) break;
      if (!tests.includes(failed)) return failed;
      if (!sound.has(failed)) sound.set(failed, (await failingTest(folder, [failed])) === undefined);
      if (sound.get(failed) === true) return failed;
      console.log(`${failed} fails as it is, and is left out.`);
    }
  }
  return undefined;
}

/** The first test file that fails, or `time-out`; undefined where all pass. */
async function failingTest(folder: string, tests: readonly string[]): Promise<string | undefined> {
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--bail', '1', '--maxWorkers', '2', '--reporter', 'dot', ...tests];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1' },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let isLate = false;
  // Its workers with it: a mutant may have them run for ever.
  const timer = setTimeout(() => {
    isLate = true;
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  }, longestMs);
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
  clearTimeout(timer);
  if (code === 0) return undefined;
  // Somebody needed the machine.
  if (code === null && !isLate) return failingTest(folder, tests);
  return code === null ? 'time-out' : (/FAIL\s+(\S+\.test\.ts)/.exec(output)?.[1] ?? 'an error');
}

function apply(source: string, { end, replacement, start }: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

/** Where a mutant is, and what it makes of the lines there. */
function describe(file: string, source: string, mutant: Mutant): Omit<Verdict, 'killedBy'> {
  const line = source.slice(0, mutant.start).split('\n').length;
  const lines = source.slice(mutant.start, mutant.end).split('\n').length;
  const mutated = apply(source, mutant).split('\n');
  const cut = (all: readonly string[], count: number) =>
    all
      .slice(line - 1, line - 1 + count)
      .map((text) => text.trim())
      .join(' ');
  const left = lines + mutated.length - source.split('\n').length;
  return { at: `${file}:${line}`, before: cut(source.split('\n'), lines), after: cut(mutated, left) };
}

function recorded(): readonly Verdict[] {
  if (options.record === undefined || !existsSync(options.record)) return [];
  const lines = readFileSync(options.record, 'utf8').trim().split('\n');
  return lines.filter((line) => line !== '').map((line): Verdict => JSON.parse(line));
}

/** In an order that the seed alone decides. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const random = () => {
    // Mulberry32, by Tommy Ettinger.
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((more ^ (more >>> 14)) >>> 0) / 2 ** 32;
  };
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

await mutate();
