import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltFile, buildFile, fillerOf } from './build-file.js';
import type { FillerPool } from './filler.js';
import { type Judged, judgeCase } from './judge-case.js';
import { judgeLine, lineTrials } from './judge-lines.js';
import type { ReadingCase } from './parse-case.js';
import { readCases, readFiller, readLineCustoms } from './read-corpus.js';
import { readStories } from './read-stories.js';
import { changes, type Score, scoreOf } from './score.js';
import { type JudgedLine, type Tally, tableOf, tallyOf } from './tally.js';

const scoreFile = new URL('score.json', import.meta.url);
const cases = readCases();
const languages = [...new Set(cases.map((each) => each.language))];

/** What to print: `READING=seen` lists what is wrong, `READING=all` that of held-out cases, too; `READING=<id>` one case. */
const wanted = process.env['READING'];

let judged: readonly Judged[] = [];
let judgedLines: readonly JudgedLine[] = [];

/** Chapters of one story do not begin or end with the same paragraph, as long as there are enough of them. */
function buildFiles({ id, files }: ReadingCase, pool: FillerPool): readonly BuiltFile[] {
  const [only] = files;
  if (only !== undefined && files.length === 1) return [buildFile(only, pool, `${id}/${only.name}`)];
  let dealt = 0;
  return files.map((file) => {
    const built = buildFile(file, pool, id, dealt);
    dealt += fillerOf(file);
    return built;
  });
}

async function judgeCases(): Promise<readonly Judged[]> {
  const pools = new Map(languages.map((language) => [language, readFiller(language)]));
  const built = cases.map((reading) => {
    const pool = pools.get(reading.language) ?? { names: ['', ''], sections: {} };
    return { reading, files: buildFiles(reading, pool) };
  });
  const stories = await readStories(built.map(({ reading, files }) => ({ id: reading.id, files })));
  return built.flatMap(({ reading, files }) => {
    const read = stories.get(reading.id) ?? { story: undefined, problems: [] };
    return judgeCase(reading, files, read);
  });
}

async function judgeLines(): Promise<readonly JudgedLine[]> {
  const all = readLineCustoms().flatMap(({ language, heldOut, customs }, index) =>
    lineTrials(customs, `${language}-${index}`).map((trial) => ({ language, heldOut, trial })),
  );
  const stories = await readStories(all.map(({ trial }) => trial.folder));
  return all.map((each) => {
    const read = stories.get(each.trial.folder.id) ?? { story: undefined, problems: [] };
    return { ...each, verdict: judgeLine(each.trial, read) };
  });
}

/** A tally of some of what was judged. */
function tally(where: (each: { readonly language: string; readonly heldOut: boolean }) => boolean): Tally {
  return tallyOf(judged.filter(where), judgedLines.filter(where));
}

function listing(): string {
  if (!wanted) return '';
  const isListed = (each: { readonly heldOut: boolean }) => wanted === 'all' || !each.heldOut;
  const files = judged
    .filter((each) => each.id === wanted || each.id.startsWith(`${wanted}/`) || isListed(each))
    .filter((each) => each.verdicts.some(({ verdict }) => verdict !== 'right'))
    .map((each) => {
      const wrong = each.verdicts.filter(({ verdict }) => verdict !== 'right');
      const lines = wrong.map(({ field, verdict, detail }) => `   ${verdict.padEnd(8)} ${field.padEnd(11)} ${detail}`);
      return [`${each.id} (${each.custom}) [${each.codes.join(' ')}]`, ...lines].join('\n');
    });
  const lines = judgedLines
    .filter(isListed)
    .filter((each) => each.verdict !== 'right')
    .map(
      (each) =>
        `${each.language} ${each.trial.list.padEnd(12)} ${each.verdict.padEnd(11)} ${JSON.stringify(each.trial.line)}`,
    );
  return [...files, ...lines].join('\n');
}

beforeAll(async () => {
  judged = await judgeCases();
  judgedLines = await judgeLines();
}, 120_000);

describe('reading chapter files as a careful human would', () => {
  test('has a custom of its own in every case', () => {
    const customs = cases.map((each) => `${each.language}: ${each.about.custom}`);
    expect(customs.filter((each, index) => customs.indexOf(each) !== index)).toEqual([]);
  });

  test('is no worse than it was, in any field of any language', () => {
    const falseAlarms = judged.filter((each) => each.falseAlarm);
    const tables = [
      listing(),
      ...languages.map((language) =>
        tableOf(
          language,
          tally((each) => each.language === language && !each.heldOut),
        ),
      ),
      ...languages.map((language) =>
        tableOf(
          `${language}, held out`,
          tally((each) => each.language === language && each.heldOut),
        ),
      ),
      tableOf(
        'all',
        tally(() => true),
      ),
      `false alarms (all right, yet a doubt was reported): ${falseAlarms.length}, held out ${falseAlarms.filter((each) => each.heldOut).length}`,
    ];
    const now = scoreOf(new Map(languages.map((language) => [language, tally((each) => each.language === language)])));
    const before: Score = existsSync(scoreFile) ? JSON.parse(readFileSync(scoreFile, 'utf8')) : {};
    const { falls, rises } = changes(before, now);
    if (rises.length > 0) tables.push(`Better than before; record it with UPDATE_SCORE=1:\n${rises.join('\n')}`);
    console.log(tables.filter((each) => each !== '').join('\n\n'));
    if (process.env['UPDATE_SCORE']) writeFileSync(scoreFile, `${JSON.stringify(now, null, 2)}\n`);
    else expect(falls).toEqual([]);
  });
});
