import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkChapters } from '../../src/cli/check-chapters/check-chapters.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cliffhanger-check-'));
  await mkdir(join(root, 'owls'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('says what was understood of a chapter', async () => {
  const text = 'A/N: Hello!\n\nChapter 1: Owls\n\nThere were owls.\n\n***\n\nThen there were more.\n\nA/N: Bye!';
  await writeFile(join(root, 'owls', '01.txt'), text);
  const { lines, hasErrors } = await checkChapters(root);
  expect(hasErrors).toBe(false);
  expect(lines.map((line) => line.trim().replace(/ +/gu, ' '))).toEqual([
    'Owls (owls) · 1 chapter',
    '',
    'owls/01.txt',
    'number 1',
    'title Owls',
    'kind chapter',
    'note A/N: Hello!',
    'scenes 2 (1 passage, 1 passage)',
    'text 7 words, 1 min: “There were owls.” to “Then there were more.”',
    'end note A/N: Bye!',
    expect.stringMatching(/^pieces 1 of \d+ characters$/u),
    expect.stringMatching(/^cards 1 of \d+ characters$/u),
    '',
    '0 errors, 0 warnings.',
  ]);
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

test('fails where there is no folder', async () => {
  expect((await checkChapters(join(root, 'none'))).hasErrors).toBe(true);
});
