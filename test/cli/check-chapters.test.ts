import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkChapters } from '../../src/cli/check-chapters/check-chapters.js';
import { explainFiles } from '../../src/cli/check-chapters/explain-files.js';
import { readPlan } from '../../src/cli/check-chapters/release-plan.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cliffhanger-check-'));
  await mkdir(join(root, 'owls'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('says what was understood of a chapter', async () => {
  const text =
    'A/N: Hello!\n\nChapter 1: Owls\n\nThere were owls.\n\n***\n\nThen there were more, and they sat on the roof.\n\nA/N: Bye!';
  await writeFile(join(root, 'owls', '01.txt'), text);
  const { lines, hasErrors } = await checkChapters(root);
  expect(hasErrors).toBe(false);
  expect(lines.map((line) => line.trim().replace(/ +/gu, ' '))).toEqual([
    'Owls (owls) · 1 chapter',
    'In this order:',
    '1. Chapter 1: Owls (01.txt)',
    '',
    'owls/01.txt',
    'number 1',
    'title Owls',
    'kind chapter',
    'note A/N: Hello!',
    'scenes 2 (1 passage, 1 passage)',
    'text 13 words, 1 min: “There were owls.” to “…ore, and they sat on the roof.”',
    'end note A/N: Bye!',
    expect.stringMatching(/^pieces 1 of \d+ characters$/u),
    expect.stringMatching(/^cards 1 of \d+ characters$/u),
    '',
    '0 errors, 0 warnings.',
  ]);
});

test('says that there are no chapters where there are none', async () => {
  const { lines, hasErrors } = await checkChapters(root);
  expect(lines).toEqual([`No chapters (.md or .txt) were found in ${root}.`, '0 errors, 0 warnings.']);
  expect(hasErrors).toBe(false);
});

test('names every problem with file and line and how to fix it, and fails on errors', async () => {
  await writeFile(join(root, 'owls', '01.txt'), 'Chapter 1: Owls\n\nThere was an *owl.');
  await writeFile(join(root, 'owls', '02.txt'), '---\ndraft: perhaps\n---\nMore.');
  const { lines, hasErrors } = await checkChapters(root);
  expect(hasErrors).toBe(true);
  expect(lines.join('\n')).toMatch(/WARNING owls\/01\.txt:3 .*\n +Close the emphasis/u);
  expect(lines.join('\n')).toMatch(/ERROR owls\/02\.txt:2 .*\n +Write for example `draft: true`/u);
  expect(lines.at(-1)).toBe('1 error, 1 warning.');
});

test('shows the order with the dates of its slots, as far as they can be told', async () => {
  const write = (file: string, text: string) => writeFile(join(root, 'owls', file), text);
  await write('01.txt', 'Part One\n\nChapter 1: Owls\n\nThere were owls.');
  await write('02.txt', 'Chapter 2: Tea\n\nThere was tea.');
  await write('03.md', '---\nnumber: 3\ntitle: Late\npublishAt: 2026-12-20\n---\n\nThen it was late.');
  await write('04.txt', '---\ndraft: perhaps\n---\nMore.');
  await write('05.txt', 'Chapter 5: Dawn\n\nThen it was dawn.');
  const plan = readPlan({ schedule: '0 20 * * 5', zone: 'Europe/Berlin', from: '2026-12-01' }, 0);
  if (plan === undefined || typeof plan === 'string') throw new Error(plan);
  const { lines } = await checkChapters(root, plan);
  const start = lines.indexOf('  In this order:');
  expect(lines.slice(start + 1, start + 6).map((line) => line.trim())).toEqual([
    expect.stringMatching(/^1\. Fri, 4 Dec 2026, 20:00 {2}.*Chapter 1.*\(01\.txt\)$/u),
    '2. Fri, 11 Dec 2026, 20:00  Chapter 2: Tea (02.txt)',
    '3. Fri, 25 Dec 2026, 20:00  Chapter 3: Late (03.md)',
    '4. HELD: owls/04.txt:2, see below; what is behind it waits',
    '5. Chapter 5: Dawn (05.txt)',
  ]);
});

test.each([
  [{ schedule: '0 20 * * 5' }, 'needs the time zone'],
  [{ zone: 'Europe/Berlin' }, 'need a schedule'],
  [{ schedule: 'weekly', zone: 'Europe/Berlin' }, '--schedule "weekly" cannot be understood'],
  [{ schedule: '0 20 * * 5', zone: 'Middle/Earth' }, '--zone Middle/Earth cannot be understood'],
  [{ schedule: '0 20 * * 5', zone: 'UTC', from: 'soon' }, '--from soon is no date'],
])('says what is wrong with a schedule: %j', (options, sentence) => {
  expect(readPlan(options, 0)).toContain(sentence);
});

test('fails where there is no folder', async () => {
  expect((await checkChapters(join(root, 'none'))).hasErrors).toBe(true);
});

describe('--why', () => {
  beforeEach(async () => {
    const write = (file: string, text: string) => writeFile(join(root, 'owls', file), text);
    const prose = (what: string) => `The ${what} stood by the river.\n\nTW\n\nThen the ${what} was gone.`;
    await write('01.txt', `Chapter 1: Owls\n\n${prose('owl')}`);
    await write('02.txt', `A/N: Hello!\n\nChapter 2: Tea\n\n${prose('kettle')}`);
    await write('story.yaml', 'reading: { text: ["Hello!"] }');
  });

  test('says of each stretch what it was taken for, and by what evidence, in the light of the whole story', async () => {
    const lines = (await explainFiles(root, ['02.txt'])) ?? [];
    expect(lines[0]).toBe('owls/02.txt');
    expect(lines).toContain('  ornaments of many files: “TW”');
    expect(lines).toContain('  story.yaml says text: “Hello!”');
    const at = (line: number) => lines.findIndex((each) => each.startsWith(`  ${line}: `));
    expect(lines[at(1)]).toMatch(/note above the heading .*“A\/N: Hello!”/u);
    expect(lines.slice(at(1), at(3)).join()).toMatch(/noteLabel: note \+9\.0/u);
    expect(lines[at(3)]).toMatch(/heading .*“Chapter 2: Tea”/u);
    expect(lines[at(7)]).toMatch(/break .*“TW”/u);
    expect(lines.slice(at(7), at(9)).join()).toContain('repeatedOrnament');
  });

  test('speaks of all files where none is named, and of none that is not there', async () => {
    const files = (await explainFiles(root, []))?.filter((line) => line.startsWith('owls/'));
    expect(files).toEqual(['owls/01.txt', 'owls/02.txt']);
    expect(await explainFiles(root, ['owls/03.txt'])).toBeUndefined();
    const both = (await explainFiles(root, ['01.txt', '02.txt']))?.filter((line) => line.startsWith('owls/'));
    expect(both).toEqual(files);
  });

  test.each([
    ['as the folder has it', () => 'owls/02.txt'],
    ['as a shell completes it', () => join(root, 'owls', '02.txt')],
  ])('takes the path of a file %s', async (_how, path) => {
    const command = fileURLToPath(new URL('../../dist/src/cli/check-chapters.js', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [command, root, '--why', path()]);
    expect(stdout.split('\n')[0]).toBe('owls/02.txt');
  });
});
