import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from '../../../src/preview/fix/replace-file.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-replace-'));
  file = join(folder, '01.txt');
  await writeFile(file, 'Rain.');
});
afterEach(() => rm(folder, { recursive: true }));

const replace = (expected: string) =>
  replaceFile(file, Buffer.from('Snow.'), (bytes) => Buffer.from(bytes).toString('utf8') === expected);

it('a file that is still what it was has its words replaced, and nothing is left beside it', async () => {
  expect(await replace('Rain.')).toBe(true);
  expect(await readFile(file, 'utf8')).toBe('Snow.');
  expect(await readdir(folder)).toEqual(['01.txt']);
});

it('a file that somebody saved meanwhile is left alone, and that is told', async () => {
  expect(await replace('Hail.')).toBe(false);
  expect(await readFile(file, 'utf8')).toBe('Rain.');
  expect(await readdir(folder)).toEqual(['01.txt']);
});
