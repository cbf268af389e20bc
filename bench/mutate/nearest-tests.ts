import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Tests of compiled processes (a mutant's copy is not compiled), of pages, and long ones. */
const unfit =
  /^test\/readme|^test\/(?:model|rubbish|browser|screenshots|tryout|web|playground|cli)\/|burst|two-years|linear|kill|process\.test|start\.test|stop\.test|storage|threaded/;
/** Further from a file than so many imports, a test tells more of others. */
const farthest = 5;
/** So many test files that are near, beside those of the same name and folder. */
const mostNear = 10;
/** Whole bots, by the room that they tell most of. Rooms of pure functions need none. */
const wholeBots: Readonly<Record<string, string>> = {
  commands:
    'which-story release-refusals sync-menu set pause doors feedback late reading release retraction sync typed who mature parts',
  discord: 'permissions far-below cards feedback release retraction sync typed registration start-trouble',
  release: 'pause permissions held late release retraction',
  feedback: 'feedback typed',
  reading: 'reading parts',
  store: 'restore unavailable',
  process: 'release',
  app: 'settings doors release restore reconnect',
};

/** All TypeScript files of folders, by their paths from `root`, with what they say. */
export function readSources(root: string, folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
  );
  return new Map(
    files.filter((name) => name.endsWith('.ts')).map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  );
}

/** The tests of a file in the order in which they are asked: those of its name and folder, those near it, whole bots. */
export function nearestTests(file: string, sources: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const distances = distancesTo(file, sources);
  const near = [...distances]
    .filter(([name]) => name.endsWith('.test.ts') && !unfit.test(name))
    .toSorted(([one, near], [other, far]) => near - far || one.localeCompare(other));
  const mirror = `test/${file.replace(/^src\//, '')}`.replace(/\.ts$/, '');
  const isOwn = (name: string) => name === `${mirror}.test.ts` || name.startsWith(`${mirror}/`);
  const isWhole = (name: string) => name.startsWith('test/e2e/');
  const own = near.filter(([name]) => isOwn(name)).map(([name]) => name);
  const others = near
    .filter(([name, distance]) => !isOwn(name) && !isWhole(name) && distance <= farthest)
    .slice(0, mostNear)
    .map(([name]) => name);
  const whole = (wholeBots[roomOf(file)] ?? '').split(' ').map((name) => `test/e2e/${name}.test.ts`);
  return [own, others, whole.filter((name) => sources.has(name))].filter((tests) => tests.length > 0);
}

/** `release` for `src/release/posting/retry.ts`. */
export function roomOf(file: string): string {
  return /^(?:src\/)?([\w-]+)/.exec(file)?.[1] ?? '';
}

/** How many imports lie between each file and this one, for all from which it can be reached. */
function distancesTo(file: string, sources: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const importers = new Map<string, string[]>();
  for (const [importer, source] of sources) {
    for (const [, path = ''] of source.matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
      const imported = posix.join(posix.dirname(importer), path).replace(/\.js$/, '.ts');
      importers.set(imported, [...(importers.get(imported) ?? []), importer]);
    }
  }
  const distances = new Map([[file, 0]]);
  // A map is walked through in the order in which things come in: nearer ones first.
  for (const [name, distance] of distances)
    for (const importer of importers.get(name) ?? [])
      if (!distances.has(importer)) distances.set(importer, distance + 1);
  return distances;
}
