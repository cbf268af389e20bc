import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultMatch, FaultMoment } from '../../src/playground/faults.js';
import { openWorld, type World } from '../model/world.js';
import { ask, paragraphsIn, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { asMessage } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

/** So many make three pieces. */
const length = 14;
/** So many more than that are two pieces more. */
const added = 10;
/** The first Friday, 20:00 UTC, after a testbed's clock begins. */
const firstSlotAt = Date.parse('2026-11-06T20:00:00Z');
const stories = ['lamp', 'oars', 'gate'] as const;
const moments: readonly FaultMoment[] = ['before', 'after'];
/** All points with SWEEP set, else some. */
const sweeping = process.env['SWEEP'] !== undefined;
/** For a busy machine. */
const patience = { timeout: 30_000 };

let world: World;
beforeEach(async () => {
  world = await openWorld(
    Object.fromEntries(stories.map((story, index) => [story, [chapterText(index * 10 + 1, story, length)]])),
  );
});
afterEach(() => world.close());

function status(story: string): Promise<string> {
  return ask(world.harbour.author, world.harbour.channel, 'serial status', { story });
}

/** Messages that are posted in the channel; alerts go elsewhere. */
function postingHere(after: number): FaultMatch {
  const path = `/channels/${world.harbour.channel.id}/messages`;
  return { method: 'POST', when: (request) => request.path === path, after, times: 1 };
}

/** The chapters that stand in the channel, in order, each as often as a run of its paragraphs begins. */
function runs(): readonly string[] {
  const chapters = paragraphsIn(world.harbour.channel.messages()).map((name) => name.replace(/\.\d+$/, ''));
  return chapters.filter((chapter, index) => chapter !== chapters[index - 1]);
}

function paragraphsOfRun(run: string): readonly string[] {
  return paragraphsIn(world.harbour.channel.messages()).filter((name) => name.startsWith(`${run}.`));
}

describe('what was torn by a kill', () => {
  const points = [1, 2, 4].flatMap((piece) => moments.map((moment) => [piece, moment] as const));

  it.each(sweeping ? points : points.filter((_, index) => index % 4 === 1))(
    'is made whole before anybody else posts in the channel: piece %i, %s it stands',
    async (piece, moment) => {
      const hold = world.testbed.playground.faults.hold(postingHere(piece), moment);
      await world.jump(firstSlotAt - world.now());
      await hold.reached;
      for (const story of stories.slice(0, 2)) {
        await expect.poll(() => status(story), patience).toMatch(/Being posted|Out so far: 1/);
      }
      await world.kill();
      hold.drop();
      await world.start();
      await releaseEnd(world.harbour.channel, stories.length);
      expect([...runs()].toSorted()).toEqual(['Paragraph 1', 'Paragraph 11', 'Paragraph 21']);
      for (const [index] of stories.entries()) {
        const chapter = index * 10 + 1;
        expect(paragraphsOfRun(`Paragraph ${chapter}`)).toEqual(paragraphsOf(chapter, length));
      }
    },
  );

  it('is made whole first where it is the end of an update, and slots come meanwhile', async () => {
    const { author, channel } = world.harbour;
    await ask(author, channel, 'release now', { story: 'lamp' });
    await releaseEnd(channel);
    await expect.poll(() => status('lamp'), patience).toContain('Out so far: 1');
    await world.write('lamp/01.txt', chapterText(1, 'lamp', length + added));
    const hold = world.testbed.playground.faults.hold(postingHere(1), 'before');
    const { message } = asMessage(await author.slash(channel, 'release sync', { story: 'lamp', chapter: '1' }));
    await author.click(message, { label: 'Update the messages' });
    await hold.reached;
    await world.kill();
    hold.drop();
    await world.jump(firstSlotAt - world.now());
    await world.start();
    const upToDate = () => ask(author, channel, 'release sync', { story: 'lamp', chapter: '1' });
    await expect.poll(upToDate, patience).toContain('as its file has it');
    await releaseEnd(channel, stories.length);
    expect([...runs()].toSorted()).toEqual(['Paragraph 1', 'Paragraph 11', 'Paragraph 21']);
    expect(paragraphsOfRun('Paragraph 1')).toEqual(paragraphsOf(1, length + added));
  });
});

describe('an update that adds messages', () => {
  it('adds none below a chapter of another serial that came while it waited for its turn', async () => {
    const { author, channel } = world.harbour;
    await ask(author, channel, 'release now', { story: 'lamp' });
    await releaseEnd(channel);
    await expect.poll(() => status('lamp'), patience).toContain('Out so far: 1');
    await world.write('lamp/01.txt', chapterText(1, 'lamp', length + added));
    const { message } = asMessage(await author.slash(channel, 'release sync', { story: 'lamp', chapter: '1' }));
    const hold = world.testbed.playground.faults.hold(postingHere(0), 'before');
    await ask(author, channel, 'release now', { story: 'oars' });
    await hold.reached;
    const from = world.testbed.requests.length;
    await author.click(message, { label: 'Update the messages' });
    // It looks what stands below when it is asked, and again before it posts: nothing yet, the other chapter is on its way.
    const looks = () => world.testbed.requests.slice(from).filter((request) => request.startsWith(look)).length;
    const look = `GET /channels/${channel.id}/messages`;
    await expect.poll(looks, patience).toBeGreaterThanOrEqual(2);
    hold.release();
    await releaseEnd(channel, 2);
    await expect.poll(() => status('oars'), patience).toContain('Out so far: 1');
    const settled = () => ask(author, channel, 'release sync', { story: 'lamp', chapter: '1' });
    await expect.poll(settled, patience).not.toContain('right now');
    expect(runs()).toEqual(['Paragraph 1', 'Paragraph 11']);
  });
});
