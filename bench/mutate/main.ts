import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Candidate, candidatesOf, keyOf } from './candidates.js';
import { Examiner } from './examiner.js';
import { nearestTests, readSources } from './nearest-tests.js';
import { describeVerdicts, type Verdict } from './verdicts.js';

/** Rooms that are no part of the bot. */
const leftAlone = /^src\/(?:playground|web|tryout)\//;
const copied = [
  'src',
  'commands',
  'test',
  'bench',
  'chapters',
  'dist',
  'docs',
  'README.md',
  'CHANGELOG.md',
  '.env.example',
  'biome.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vitest.config.ts',
];

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    /** A file with a line for each verdict so far; those mutants are not tried again. */
    record: { type: 'string' },
    /** Tries those again that survived. */
    again: { type: 'boolean', default: false },
    /** Asks only what tells within seconds (`near`), or only the rest (`far`, of what survived with `--again`). */
    ask: { type: 'string', default: 'all' },
    /** How many test files run side by side. */
    workers: { type: 'string', default: '2' },
  },
});

/** `npm run mutate -- --count 300 --seed 1`: makes so many small mistakes, one at a time, and tells which no test notices. */
async function mutate(): Promise<void> {
  const root = process.cwd();
  const sources = readSources(root, ['src', 'commands', 'test']);
  const known = new Map(recorded().map((verdict) => [keyOf(verdict), verdict]));
  const candidates = candidatesOf(
    [...sources].filter(
      ([file]) => /^(?:src|commands)\//.test(file) && file.startsWith(options.only) && !leftAlone.test(file),
    ),
    options.seed,
  );
  // What was judged before counts first: a larger sample goes on where a smaller one ended.
  const inOrder = candidates.toSorted((one, other) => Number(known.has(keyOf(other))) - Number(known.has(keyOf(one))));
  const folder = copyOf(root);
  const examiner = new Examiner(folder, Number(options.workers));
  await examiner.compile();
  const verdicts: Verdict[] = [];
  for (const candidate of inOrder) {
    if (verdicts.length >= Number(options.count)) break;
    const before = known.get(keyOf(candidate));
    const isSettled = before !== undefined && (before.killedBy !== undefined || !options.again);
    const verdict = isSettled ? { ...before, at: candidate.at } : await judge(examiner, candidate, sources);
    if (!isSettled && options.record !== undefined) appendFileSync(options.record, `${JSON.stringify(verdict)}\n`);
    if (verdict.doesNotCompile === true) continue;
    verdicts.push(verdict);
    console.log(`${verdicts.length}/${options.count} ${verdict.at}: ${verdict.killedBy ?? 'SURVIVED'}`);
  }
  rmSync(folder, { recursive: true });
  console.log(describeVerdicts(verdicts));
}

async function judge(examiner: Examiner, candidate: Candidate, sources: ReadonlyMap<string, string>): Promise<Verdict> {
  const { after, at, before, file, mutated, source } = candidate;
  const isBuilt = await examiner.put(file, mutated, source);
  const { far, near } = nearestTests(file, sources);
  const stages = [...(options.ask === 'far' ? [] : near), ...(options.ask === 'near' ? [] : far)];
  const killedBy = isBuilt ? await examiner.killer(stages) : undefined;
  examiner.takeBack();
  return isBuilt ? { at, before, after, killedBy } : { at, before, after, doesNotCompile: true };
}

/** The project in a folder of its own, compiled, so that its own files stay as they are. */
function copyOf(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
  for (const name of copied)
    if (existsSync(join(root, name))) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** The newest of each mutant. */
function recorded(): readonly Verdict[] {
  if (options.record === undefined || !existsSync(options.record)) return [];
  const lines = readFileSync(options.record, 'utf8').trim().split('\n');
  return lines.filter((line) => line !== '').map((line): Verdict => JSON.parse(line));
}

await mutate();
