import { type Berth, type Expected, expectedUpTo, linesOf, writeChapter } from './berths.js';
import type { Testbed } from './bot.js';
import { type Deed, until } from './fault-trial.js';
import { ask, paragraphsIn } from './harbour.js';
import { asMessage } from './shown.js';

/** The first chapter is posted. */
export const aRelease: Deed = {
  name: 'release',
  operations: {
    text: ['post', 'post', 'post', 'seed', 'seed', 'thread'],
    announcement: ['post', 'post', 'post', 'seed', 'seed', 'thread', 'publish', 'publish', 'publish'],
    forum: ['post', 'post', 'post', 'seed', 'seed'],
  },
  async prepare(_, berths) {
    await Promise.all(berths.map((berth) => berth.start()));
    return berths.map(() => expectedUpTo(1));
  },
  async begin(berth) {
    await berth.release();
    return '';
  },
  isTold: async (berth) => (await berth.standing()).out === 1,
  async goOn(berth) {
    await expectToSay(ask(berth.author, berth.lobby, 'serial status'), '/release retry');
    await expectToSay(ask(berth.author, berth.lobby, 'release retry'), 'goes on where it stopped');
  },
  fresh: expectedUpTo(1),
  rests: /^rests:( stands(\+thread)?){3}$/,
};

/** So many paragraphs of the first chapter are in its second message, and come after them in all; and so many are new. */
const before = { first: 4, second: 5 };
const added = 10;

/** Of the first chapter nothing is left of the second message, the first and the last change, and two are new. */
function updatedLines(): readonly string[] {
  const lines = linesOf(1, linesOf(1).length + added);
  const changing = [1, before.first + before.second + 1];
  return lines
    .map((line, index) => (changing.includes(index) ? line.replace('noon', 'dawn') : line))
    .toSpliced(before.first, before.second);
}

const update = ['edit', 'edit', 'delete'] as const;
/** What the chapter's file is once it was changed, released anew. */
const updated: Expected = { chapter: 1, lines: updatedLines(), pieces: 4 };

/** The messages of the first chapter are brought up to its file. */
export const anUpdate: Deed = {
  name: 'update',
  operations: {
    text: ['post', 'post', ...update],
    announcement: ['post', 'post', 'publish', 'publish', ...update],
    forum: ['post', 'post', ...update],
  },
  async prepare(testbed, berths) {
    await releaseIn(testbed, berths);
    const expected = berths.map((berth) => {
      const pieces = berth.pieces(1);
      const [first = '', , third = ''] = pieces.map(({ id }) => id);
      const sizes = pieces.map((piece) => paragraphsIn([piece]).length);
      if (sizes[0] !== before.first || sizes[1] !== before.second) throw new Error(`Its pieces hold ${sizes.join()}.`);
      return [{ ...updated, kept: [first, third], anchor: third }];
    });
    await writeChapter(testbed, 1, updated.lines);
    return expected;
  },
  async begin(berth) {
    const said = await berth.update(1);
    if (!said.includes('is being brought up to date')) throw new Error(`Nothing is brought up to date: ${said}`);
    return '';
  },
  isTold: async (berth) => (await berth.update(1)).includes('as its file has it'),
  async goOn({ author, lobby }) {
    const { message } = asMessage(await author.slash(lobby, 'release sync', { chapter: '1' }));
    await author.click(message, { label: 'Go on' });
  },
  fresh: [updated],
  rests: /^rests:( stands(\+thread)?){4}$/,
};

/** The first chapter is taken back. */
export const aRetraction: Deed = {
  name: 'retraction',
  operations: {
    text: ['delete', 'delete', 'delete', 'unthread'],
    announcement: ['delete', 'delete', 'delete', 'unthread'],
    forum: ['delete', 'delete', 'delete', 'unthread'],
  },
  async prepare(testbed, berths) {
    await releaseIn(testbed, berths);
    return berths.map(() => []);
  },
  begin: (berth) => berth.retract(),
  async isTold(berth) {
    const { isTakingBack, out } = await berth.standing();
    return out === 0 && !isTakingBack;
  },
  goOn: aRelease.goOn,
  fresh: expectedUpTo(1),
  rests: /^no journal$/,
};

async function releaseIn(testbed: Testbed, berths: readonly Berth[]): Promise<void> {
  await writeChapter(testbed, 1, linesOf(1));
  const isOut = async (berth: Berth) => berth.faults(expectedUpTo(1)).length === 0 && aRelease.isTold(berth);
  await Promise.all(
    berths.map(async (berth) => {
      await berth.start();
      await berth.release();
      await until(
        () => isOut(berth),
        () => `${berth.kind}: ${berth.faults(expectedUpTo(1)).join('\n')}`,
      );
    }),
  );
}

async function expectToSay(said: Promise<string>, words: string): Promise<void> {
  if (!(await said).includes(words)) throw new Error(`It says ${await said}, not "${words}".`);
}
