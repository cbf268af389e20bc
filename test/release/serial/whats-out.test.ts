import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../src/release/serial/digest-of.js';
import type { ReleasedChapter } from '../../../src/release/serial/serial.js';
import {
  matchReleased,
  type Recognition,
  readyChapters,
  visibleChapters,
} from '../../../src/release/serial/whats-out.js';
import type { Chapter, Story } from '../../../src/story/model.js';
import { chapterPassages, makeScenes } from '../../../src/story/passage.js';
import { aChapter, aHeldFile, aSerial, aStory } from '../../support/factories.js';

const now = Date.parse('2026-11-06T19:00:00Z');

/** A chapter that says these things. */
function says(id: string, ...texts: readonly string[]): Chapter {
  return aChapter({ id, title: 'Rain', scenes: makeScenes([texts]) });
}

/** What was released of these chapters as they were then; `knows` says of which the digest is known. */
function out(before: readonly Chapter[], knows: (id: string) => boolean = () => true): readonly ReleasedChapter[] {
  return before.map((chapter) => ({
    chapterId: chapter.id,
    at: now,
    ...(knows(chapter.id) ? { digest: digestOf(aStory([]), chapter) } : {}),
  }));
}

/** Matches what was released with the files of today: the name today, and the id under which it came out. */
async function match(today: Story, released: readonly ReleasedChapter[], before: readonly Chapter[]) {
  const asked: string[] = [];
  const recognition: Recognition = {
    digest: (chapter) => digestOf(today, chapter),
    passages: async (chapterId) => {
      asked.push(chapterId);
      const then = before.find(({ id }) => id === chapterId);
      return then === undefined ? [] : chapterPassages(then).map(({ id }) => id);
    },
  };
  const ids = await matchReleased(today, released, recognition);
  return { asked, matched: Object.fromEntries([...ids].map(([chapter, id]) => [chapter.id, id])) };
}

const one = says('01', 'One.', 'Two.', 'Three.');
const two = says('02', 'Four.', 'Five.', 'Six.');
const three = says('03', 'Seven.', 'Eight.', 'Nine.');

describe('what was released', () => {
  it('is known by its name and its digest, and nothing is asked', async () => {
    const { asked, matched } = await match(aStory([one, two, three]), out([one, two]), [one, two]);
    expect(matched).toEqual({ '01': '01', '02': '02' });
    expect(asked).toEqual([]);
  });

  it('is asked for its passages only where its file has changed, or is gone', async () => {
    const edited = says('02', 'Four.', 'Five!', 'Six.');
    const { asked, matched } = await match(aStory([one, edited]), out([one, two, three]), [one, two, three]);
    expect(matched).toEqual({ '01': '01', '02': '02' });
    expect(asked).toEqual(['02', '03']);
  });

  it('is known by its passages where an earlier version of the bot posted it', async () => {
    const renamed = { ...one, id: '01 - Rain' };
    const { asked, matched } = await match(
      aStory([renamed, two]),
      out([one, two], () => false),
      [one, two],
    );
    expect(matched).toEqual({ '01 - Rain': '01', '02': '02' });
    expect(asked).toEqual(['01', '02']);
  });

  it('is known under another name by most of its passages', async () => {
    const renamed = says('01 - Rain', 'One.', 'Two.', 'Added.');
    expect((await match(aStory([renamed, two]), out([one, two]), [one, two])).matched).toEqual({
      '01 - Rain': '01',
      '02': '02',
    });
  });

  it('is no chapter that holds half of its passages, or fewer', async () => {
    const before = says('01', 'One.', 'Two.');
    const other = says('x', 'One.', 'Else.');
    expect((await match(aStory([other]), out([before]), [before])).matched).toEqual({});
  });

  it.each([true, false])('stays who it is where files were renamed in a circle; digests known: %s', async (known) => {
    const today = aStory([says('01', 'New.', 'Newer.'), { ...one, id: '02' }, { ...two, id: '03' }]);
    const { matched } = await match(
      today,
      out([one, two], () => known),
      [one, two],
    );
    expect(matched).toEqual({ '02': '01', '03': '02' });
  });

  it.each([true, false])(
    'stays who it is where two files took each other’s names; digests known: %s',
    async (known) => {
      const today = aStory([
        { ...two, id: '01' },
        { ...one, id: '02' },
      ]);
      const { matched } = await match(
        today,
        out([one, two], () => known),
        [one, two],
      );
      expect(matched).toEqual({ '01': '02', '02': '01' });
    },
  );

  it('is the file of its name where that was written anew', async () => {
    const rewritten = says('01', 'All is different.');
    expect((await match(aStory([rewritten, two]), out([one, two]), [one, two])).matched).toEqual({
      '01': '01',
      '02': '02',
    });
  });

  it('is not the file of its name where that is another chapter that is out', async () => {
    const today = aStory([{ ...two, id: '01' }]);
    expect((await match(today, out([one, two]), [one, two])).matched).toEqual({ '01': '02' });
  });

  it('is the file of its name where another holds as much of it', async () => {
    const copy = says('00 - draft', 'One.', 'Two.', 'Else.');
    const edited = says('01', 'One.', 'Two.', 'Other.');
    expect((await match(aStory([copy, edited]), out([one]), [one])).matched).toEqual({ '01': '01' });
  });

  it('is never the file of another that is out, though it said the same', async () => {
    const before = [one, { ...one, id: '01 - old' }];
    expect((await match(aStory([one]), out(before), before)).matched).toEqual({ '01': '01' });
  });

  it('is the file of its name where nothing is known of its passages', async () => {
    expect(
      (
        await match(
          aStory([one]),
          out([one], () => false),
          [],
        )
      ).matched,
    ).toEqual({ '01': '01' });
  });
});

describe('what readers may see', () => {
  const ids = new Map([
    [two, '02'],
    [three, '03'],
  ]);

  it('is everything but drafts and the future where a story is open', () => {
    const draft = aChapter({ id: '02', draft: true });
    const dated = aChapter({ id: '03', publishAt: new Date(now + 1) });
    const visible = readyChapters(aStory([one, draft, dated]), [], now);
    expect(visible.map(({ key }) => key)).toEqual(['01']);
  });

  it('ends before a file that is held where a story is open', () => {
    const withHeld = aStory([one, two, three], { held: [aHeldFile({ id: 'x', index: 1 })] });
    expect(readyChapters(withHeld, [], now).map(({ key }) => key)).toEqual(['01']);
  });

  it('is what the serial released, in that order, after what came before its beginning', () => {
    const released = [
      { chapterId: '03', at: now, digest: 'd' },
      { chapterId: '02', at: now + 1 },
    ];
    const serial = aSerial({ from: { chapterId: '02', passages: [], outBefore: 0 }, released });
    expect(visibleChapters(aStory([one, two, three]), serial, ids, now)).toEqual([
      { chapter: one, key: '01' },
      { chapter: three, key: '03', releasedAt: now, digest: 'd' },
      { chapter: two, key: '02', releasedAt: now + 1, digest: undefined },
    ]);
  });

  it('ends, in an open story, before a new file under the name of a chapter that was renamed', () => {
    const renamed = aChapter({ id: '00' });
    const out = [{ chapter: renamed, key: '02', releasedAt: now }];
    expect(readyChapters(aStory([renamed, one, two, three]), out, now).map(({ key }) => key)).toEqual(['02', '01']);
    const serial = aSerial({
      from: { chapterId: '03', passages: [], outBefore: 0 },
      released: [{ chapterId: '02', at: now }],
    });
    const told = visibleChapters(aStory([renamed, one, two, three]), serial, new Map([[renamed, '02']]), now);
    expect(told.map(({ key }) => key)).toEqual(['01', '02']);
  });

  it('is nothing before a beginning that is lost', () => {
    const serial = aSerial({ from: { chapterId: '02', passages: [], outBefore: 0 } });
    expect(visibleChapters(aStory([one, three]), serial, new Map(), now)).toEqual([]);
  });
});
