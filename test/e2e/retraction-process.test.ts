import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultMatch, FaultMoment } from '../../src/playground/faults.js';
import { openWorld, type World } from '../model/world.js';
import { ask, paragraphsIn, paragraphsOf, releaseEnd } from '../support/harbour.js';
import { asMessage } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

const dayMs = 86_400_000;
/** Longer than the heartbeat's second, for seeing that nothing happens. */
const aFewBeatsMs = 2_500;
/** So many make three pieces. */
const length = 14;
const deleting: FaultMatch = { method: 'DELETE', route: '/channels/:channelId/messages/:messageId' };

let world: World;
beforeEach(async () => {
  world = await openWorld({ lamp: [1, 2].map((number) => chapterText(number, `Title ${number}`, length)) });
});
afterEach(() => world.close());

function standing(): readonly string[] {
  return paragraphsIn(world.harbour.channel.messages());
}

function status(): Promise<string> {
  return ask(world.harbour.author, world.harbour.channel, 'serial status');
}

async function release(): Promise<void> {
  const { author, channel } = world.harbour;
  await ask(author, channel, 'release now');
  await expect.poll(status, { timeout: 15_000 }).toContain('Out so far: 1');
}

/** Begins to take the chapter back, and kills the bot at one of its requests. */
async function killWhileRetracting(match: FaultMatch, moment: FaultMoment): Promise<void> {
  const { author, channel } = world.harbour;
  const hold = world.testbed.playground.faults.hold(match, moment);
  const question = asMessage(await author.slash(channel, 'release retract')).message;
  const pressed = author.click(question, { label: 'Delete the release' }).catch(() => undefined);
  await hold.reached;
  await world.kill();
  hold.drop();
  await pressed;
}

describe('a retraction', () => {
  it('goes on however often the bot is killed on the way', { timeout: 60_000 }, async () => {
    await release();
    await killWhileRetracting({ ...deleting, times: 1 }, 'before');
    for (const [after, moment] of [
      [0, 'after'],
      [0, 'before'],
    ] as const) {
      const hold = world.testbed.playground.faults.hold({ ...deleting, after, times: 1 }, moment);
      await world.start();
      await hold.reached;
      await world.kill();
      hold.drop();
    }
    expect(standing().length).toBeGreaterThan(0);
    await world.start();
    await expect.poll(() => standing().length).toBe(0);
    await expect.poll(status, { timeout: 15_000 }).not.toContain('Being taken back');
    await release();
    expect(standing()).toEqual(paragraphsOf(1, length));
  });

  it('has a slot wait for it, also over a kill, and then releases the chapter anew', { timeout: 60_000 }, async () => {
    await release();
    const first = world.harbour.channel.messages().map(({ id }) => id);
    const { author, channel } = world.harbour;
    const hold = world.testbed.playground.faults.hold({ ...deleting, after: 1 }, 'after');
    const question = asMessage(await author.slash(channel, 'release retract')).message;
    const pressed = author.click(question, { label: 'Delete the release' }).catch(() => undefined);
    await hold.reached;
    await world.jump(7 * dayMs);
    await sleep(aFewBeatsMs);
    expect(standing().length).toBeLessThan(length);
    await world.kill();
    hold.drop();
    await pressed;
    await world.start();
    await releaseEnd(channel);
    expect(standing()).toEqual(paragraphsOf(1, length));
    expect(channel.messages().filter(({ id }) => first.includes(id))).toEqual([]);
  });
});
