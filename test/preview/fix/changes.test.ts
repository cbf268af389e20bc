import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeRequest } from '../../../src/preview/fix/change-file.js';
import type { Change } from '../../../src/preview/fix/change-reading.js';
import { type ChangeOutcome, openChanges } from '../../../src/preview/fix/changes.js';
import { type Encoding, encodeText, toSourceFile } from '../../../src/preview/source-file.js';

const text = 'Chapter 2: Ash – dust\r\n\r\nSuch a long week, guys, sorry!\r\n\r\nImre went up.\r\n\r\nNobody came.\r\n';
const toText: Change = { kind: 'read-as', block: 1, reading: 'text', scope: 'chapter' };
const front = '---\r\nreading:\r\n  text:\r\n    - Such a long week, guys…\r\n---\r\n\r\n';

describe('the changes of a session', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cliffhanger-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const path = (file = '02.txt') => join(folder, file);
  const request = (change: Change = toText, file = '02.txt'): ChangeRequest => ({
    chaptersDir: folder,
    file,
    change,
    lightOf: () => ({}),
  });
  function proposalOf(outcome: ChangeOutcome) {
    if (outcome.kind !== 'proposal') throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  it.each<Encoding>(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'])(
    'keep a file in %s, and put its bytes back',
    async (encoding) => {
      const bytes = Buffer.from(encodeText(text, encoding));
      await writeFile(path(), bytes);
      const changes = openChanges();
      const { version } = proposalOf(await changes.propose(request()));
      expect(await changes.write(request(), version)).toEqual({ kind: 'done', written: '02.txt' });
      expect(toSourceFile(await readFile(path()))).toMatchObject({ encoding, text: front + text });
      expect(changes.lastChanged(['02.txt', 'story.yaml'])).toBe('02.txt');
      expect(await changes.undo('02.txt')).toEqual({ kind: 'done', written: '02.txt' });
      expect(await readFile(path())).toEqual(bytes);
      expect(await readdir(folder)).toEqual(['02.txt']);
    },
  );

  it('are taken back one after the other, and not over what somebody saved since', async () => {
    await writeFile(path(), text);
    const changes = openChanges();
    const toNote: Change = { ...toText, block: 3, reading: 'note' };
    for (const change of [toText, toNote]) {
      const { version } = proposalOf(await changes.propose(request(change)));
      await changes.write(request(change), version);
    }
    const both = await readFile(path());
    await writeFile(path(), 'Mine.');
    expect(await changes.undo('02.txt')).toMatchObject({ why: expect.stringContaining('changed meanwhile') });
    expect(await readFile(path(), 'utf8')).toBe('Mine.');
    await writeFile(path(), both);
    await changes.undo('02.txt');
    expect(await readFile(path(), 'utf8')).toBe(front + text);
    await changes.undo('02.txt');
    expect(await readFile(path(), 'utf8')).toBe(text);
    expect(await changes.undo('02.txt')).toMatchObject({ why: expect.stringContaining('nothing to take back') });
  });

  it('are not made in a file that was saved since it was shown, or since they were proposed', async () => {
    await writeFile(path(), text);
    const changes = openChanges();
    const { version } = proposalOf(await changes.propose(request()));
    await writeFile(path(), `${text}\r\nMore.`);
    expect(await changes.write(request(), version)).toMatchObject({ kind: 'refused' });
    expect(await changes.propose({ ...request(), version: 'another' })).toMatchObject({ kind: 'refused' });
    expect(await readFile(path(), 'utf8')).toBe(`${text}\r\nMore.`);
    expect(await readdir(folder)).toEqual(['02.txt']);
  });

  it('are made in no file outside the chapters folder', async () => {
    for (const file of ['../02.txt', '/etc/hostname', 'nowhere.txt']) {
      expect(await openChanges().propose(request(toText, file))).toMatchObject({ kind: 'refused' });
    }
  });

  describe('for the whole story', () => {
    const ornament = (number: number) =>
      `Chapter ${number}: Ash\n\nImre went up the stairs.\n\n~lamp~\n\nNobody came to the door.\n`;
    const toBreak: Change = { kind: 'read-as', block: 2, reading: 'break', scope: 'story' };

    it('make a story.yaml where there is none, say for how many chapters, and take it away again', async () => {
      for (const number of [1, 2, 3]) await writeFile(path(`0${number}.txt`), ornament(number));
      await writeFile(path('04.txt'), text);
      const changes = openChanges();
      const proposal = proposalOf(await changes.propose(request(toBreak)));
      expect(proposal).toMatchObject({ file: 'story.yaml', isNew: true, alsoIn: 2 });
      await changes.write(request(toBreak), proposal.version);
      expect(await readFile(path('story.yaml'), 'utf8')).toBe('reading:\n  break:\n    - ~lamp~\n');
      await changes.undo('story.yaml');
      expect(await readdir(folder)).toEqual(['01.txt', '02.txt', '03.txt', '04.txt']);
    });

    it('are refused beside a file that was meant to be story.yaml, and over one that has come meanwhile', async () => {
      await writeFile(path(), ornament(2));
      const changes = openChanges();
      const { version } = proposalOf(await changes.propose(request(toBreak)));
      await writeFile(path('story.yaml.txt'), 'rating: mature');
      expect(await changes.propose(request(toBreak))).toMatchObject({ why: expect.stringContaining('story.yaml.txt') });
      await writeFile(path('story.yml'), 'rating: mature');
      expect(await changes.write(request(toBreak), version)).toMatchObject({ kind: 'refused' });
      expect(proposalOf(await changes.propose(request(toBreak)))).toMatchObject({ file: 'story.yml', isNew: false });
    });

    it('are refused where another chapter would be read differently in what they do not mean', async () => {
      await writeFile(path('01.txt'), `Imre: hello\n\n${ornament(1)}`);
      await writeFile(path(), ornament(2).replace('Chapter 2: Ash', 'Chapter 1: Ash'));
      const toText: Change = { kind: 'read-as', block: 0, reading: 'text', scope: 'story' };
      expect(await openChanges().propose(request(toText))).toMatchObject({ why: expect.stringContaining('of 01.txt') });
    });
  });
});
