import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proposeChange, writeChange } from '../../../src/preview/fix/change-file.js';
import type { Change } from '../../../src/preview/fix/change-reading.js';
import { type Encoding, encodeText, toSourceFile } from '../../../src/preview/source-file.js';

const text = 'Chapter 2: Ash – dust\r\n\r\nThanks, guys!\r\n\r\nImre went up.\r\n\r\nNobody came.\r\n';
const toNote: Change = { kind: 'read-as', line: 3, reading: 'note' };

describe('a change of a chapter file', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cliffhanger-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const path = () => join(folder, '02.txt');
  async function propose(): Promise<string> {
    const proposal = await proposeChange(folder, '02.txt', toNote);
    if (proposal.kind !== 'proposal') throw new Error(JSON.stringify(proposal));
    return proposal.version;
  }

  it.each<Encoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'])('keeps a file in %s', async (encoding) => {
    await writeFile(path(), encodeText(text, encoding));
    expect(await writeChange(folder, '02.txt', toNote, await propose())).toEqual({ kind: 'done' });
    const written = toSourceFile(await readFile(path()));
    expect(written).toMatchObject({
      encoding,
      text: `---\r\nnotes:\r\n  - Thanks, guys!\r\n---\r\n\r\n${text.replace('Thanks, guys!\r\n\r\n', '')}`,
    });
    expect(await readdir(folder)).toEqual(['02.txt']);
  });

  it('is not made in a file that was saved since it was shown', async () => {
    await writeFile(path(), text);
    const version = await propose();
    await writeFile(path(), `${text}\r\nMore.`);
    expect(await writeChange(folder, '02.txt', toNote, version)).toMatchObject({ kind: 'refused' });
    expect(await readFile(path(), 'utf8')).toBe(`${text}\r\nMore.`);
    expect(await readdir(folder)).toEqual(['02.txt']);
  });

  it('is made in no file outside the chapters folder', async () => {
    for (const file of ['../02.txt', '/etc/hostname', 'nowhere.txt']) {
      expect(await proposeChange(folder, file, toNote)).toMatchObject({ kind: 'refused' });
    }
  });
});
