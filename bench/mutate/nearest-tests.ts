import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Tests of pages, and long ones. */
const unfit =
  /^test\/readme|^test\/(?:model|rubbish|browser|screenshots|tryout|web|playground)\/|burst|two-years|linear|kill|storage/;
/** Further from a file than so many imports, a test tells more of others. */
const farthest = 5;
/** So many test files are asked at first, beside those of the same name and folder, and so many in all. */
const mostNear = 8;
const mostOthers = 24;
/** So many that take long are asked together: a failure ends the run behind its file. */
const mostTogether = 2;
/** Whole bots, processes and judged corpora, by the room that they tell most of, likeliest first. */
const farTests: Readonly<Record<string, string>> = {
  commands: `e2e/which-story e2e/release-refusals e2e/sync-menu e2e/set e2e/pause e2e/doors e2e/feedback e2e/late e2e/reading
    e2e/release e2e/retraction e2e/sync e2e/typed e2e/who e2e/mature e2e/parts`,
  discord: `e2e/permissions e2e/far-below e2e/cards e2e/feedback e2e/release e2e/retraction e2e/sync e2e/typed e2e/registration
    e2e/start-trouble e2e/reconnect e2e/faults e2e/start`,
  'discord/rendering': 'e2e/feedback e2e/which-story e2e/cards e2e/permissions',
  release: 'e2e/pause e2e/permissions e2e/held e2e/late e2e/release e2e/retraction e2e/sync e2e/faults',
  feedback: 'e2e/feedback e2e/typed',
  reading: 'e2e/reading e2e/parts e2e/mature',
  store: 'rubbish/records e2e/restore e2e/unavailable e2e/start e2e/settings',
  process: 'e2e/release e2e/stop e2e/start',
  app: 'rubbish/records e2e/pause e2e/held e2e/settings e2e/doors e2e/release e2e/restore e2e/reconnect e2e/start e2e/settings-process e2e/unavailable e2e/start-trouble',
  main: 'e2e/start e2e/stop e2e/settings-process tryout/playground-flag',
  cli: `cli/check-chapters cli/release-dates cli/unreadable-env cli/preview e2e/restore store/private-files
    e2e/settings-process tryout/start-preview`,
  preview: 'cli/preview cli/check-chapters',
  story: 'preview/fix/changes story/reading/reading e2e/fresh-text',
  languages: 'story/reading/reading',
  pieces: 'e2e/cards e2e/release',
};

/** Test files to ask, some at a time: those that tell within seconds, and those that try thousands of cases or start whole bots. */
export interface Stages {
  readonly near: readonly (readonly string[])[];
  readonly far: readonly (readonly string[])[];
}

/** All TypeScript files of folders, by their paths from `root`, with what they say. */
export function readSources(root: string, folders: readonly string[]): ReadonlyMap<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
  );
  return new Map(
    files.filter((name) => name.endsWith('.ts')).map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  );
}

/**
 * The tests of a file in the order in which they are asked: those of its name and folder, those near it (those that look at
 * thousands of cases last), whole bots.
 */
export function nearestTests(file: string, sources: ReadonlyMap<string, string>): Stages {
  const mirror = `test/${file.replace(/^src\//, '')}`.replace(/\.ts$/, '');
  const isOwn = (name: string) => name === `${mirror}.test.ts` || name.startsWith(`${mirror}/`);
  const isSlow = (name: string) => /^test\/(?:e2e|cli)\//.test(name);
  const isProperty = (name: string) => sources.get(name)?.includes("from 'fast-check'") === true;
  const ranked = [...distancesTo(file, sources)]
    .filter(
      ([name, distance]) => name.endsWith('.test.ts') && !unfit.test(name) && (distance <= farthest || isOwn(name)),
    )
    // Those in a folder of the same name know more of a file than others that are as near.
    .map(([name, distance]) => ({ name, rank: distance - 2 * sharedFolders(mirror, name) }))
    .toSorted((one, other) => one.rank - other.rank || one.name.localeCompare(other.name))
    .map(({ name }) => name);
  const own = ranked.filter(isOwn);
  const others = ranked.filter((name) => !isOwn(name) && !isSlow(name)).slice(0, mostOthers);
  const examples = others.filter((name) => !isProperty(name));
  const far = (Object.entries(farTests).findLast(([folder]) => mirror.startsWith(`test/${folder}`))?.[1] ?? '')
    .split(/\s+/)
    .map((name) => `test/${name}.test.ts`)
    .filter((name) => sources.has(name) && !own.includes(name))
    .toSorted((one, other) => timesNamed(mirror, sources.get(other)) - timesNamed(mirror, sources.get(one)));
  const near = [own, examples.slice(0, mostNear)].filter((tests) => tests.length > 0);
  const late = [examples.slice(mostNear), others.filter(isProperty)];
  while (far.length > 0) late.push(far.splice(0, mostTogether));
  return { near, far: late.filter((tests) => tests.length > 0) };
}

/** How often a test speaks of what a file is named after, such as `release-sync` or `/release sync`. */
function timesNamed(mirror: string, source = ''): number {
  const [first = '', ...others] = (mirror.split('/').at(-1) ?? '').split('-');
  return source.split(new RegExp(`\\b${[first, ...others].join('[- ]')}\\b`, 'i')).length - 1;
}

/** Counted from the top; a folder of the same name elsewhere counts for as much as one. */
function sharedFolders(one: string, other: string): number {
  const others = other.split('/');
  const names = one.split('/').slice(0, -1);
  const differs = names.findIndex((name, index) => name !== others[index]);
  if (differs < 0) return names.length;
  return differs + (others.includes(names.at(-1) ?? '') ? 1 : 0);
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
