import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PermissionName } from '../../src/playground/permissions.js';
import {
  type Berth,
  type BerthKind,
  berthKinds,
  expectedUpTo,
  furnishBerth,
  writeChapters,
} from '../support/berths.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, firstSlot, fridayEvening } from '../support/harbour.js';

let testbed: Testbed;
let berths: readonly Berth[];
beforeEach(async () => {
  // Three servers at once may keep a busy machine from answering commands within 3 s.
  testbed = await openTestbed({ interactionAnswerMs: 10_000 });
  await writeChapters(testbed, 1);
  berths = berthKinds.map((kind) => furnishBerth(testbed, kind));
  await testbed.start();
});
afterEach(() => testbed.close());

/** A permission that the README asks for, as Discord names it to people, and where a release needs it. */
interface Need {
  readonly permission: PermissionName;
  readonly name: string;
  readonly kinds: readonly BerthKind[];
  /** Whether a serial needs it from its start, or for what `/serial set` turns on. */
  readonly fromStart: boolean;
}

const needs: readonly Need[] = [
  { permission: 'ViewChannel', name: 'View Channel', kinds: berthKinds, fromStart: true },
  { permission: 'SendMessages', name: 'Send Messages', kinds: berthKinds, fromStart: true },
  { permission: 'SendMessagesInThreads', name: 'Send Messages in Threads', kinds: ['forum'], fromStart: true },
  {
    permission: 'CreatePublicThreads',
    name: 'Create Public Threads',
    kinds: ['text', 'announcement'],
    fromStart: false,
  },
  { permission: 'ReadMessageHistory', name: 'Read Message History', kinds: berthKinds, fromStart: true },
  { permission: 'AddReactions', name: 'Add Reactions', kinds: berthKinds, fromStart: false },
  {
    permission: 'MentionEveryone',
    name: String.raw`Mention \@everyone, \@here and All Roles (or let everyone mention that role)`,
    kinds: berthKinds,
    fromStart: true,
  },
];

/** Takes these from the bot in the serial's channel, and gives it every other. */
function without({ channel }: Berth, ...deny: readonly PermissionName[]): void {
  const allow = (['ManageThreads', 'MentionEveryone'] as const).filter((name) => !deny.includes(name));
  channel.setPermissions(testbed.playground.botUser, { allow, deny });
}

/** Starts a serial that pings a role that nobody else may. */
function start({ author, channel, guild, lobby }: Berth): Promise<string> {
  const role = guild.createRole({ name: 'Subscribers', mentionable: false });
  return ask(author, lobby, 'serial start', { story: 'lamp', channel, role, ...fridayEvening });
}

function turnOn({ author, kind, lobby }: Berth): Promise<string> {
  return ask(author, lobby, 'serial set', { discussion: kind !== 'forum', reactions: '🔥 😭' });
}

const status = ({ author, lobby }: Berth) => ask(author, lobby, 'serial status');

/** Everything that the bot has put into the channel. */
function posted({ channel }: Berth): number {
  return channel.messages().length + channel.threads().length;
}

describe('without one permission', () => {
  it.each(needs)('$permission, /serial start or set names it, and does nothing', async (need) => {
    await Promise.all(
      berths.map(async (berth) => {
        without(berth, need.permission);
        const isNeeded = need.kinds.includes(berth.kind);
        const isRefused = isNeeded && need.fromStart;
        const started = await start(berth);
        expect(started, berth.kind).toContain(
          isRefused ? `I am missing permissions in <#${berth.channel.id}>` : 'runs',
        );
        if (isRefused) {
          expect(started.match(/\*\*.+?\*\*/g), berth.kind).toEqual([`**${need.name}**`]);
          expect(await status(berth), berth.kind).toContain('No story runs in this server yet');
          return;
        }
        const set = await turnOn(berth);
        expect(set, berth.kind).toContain(isNeeded ? `**${need.name}**` : 'reacts with');
        if (isNeeded) expect(await status(berth), berth.kind).not.toMatch(/opens a thread|reacts with/);
      }),
    );
  });

  it.each(needs)(
    '$permission, a release waits at its slot, posts nothing, and comes whole once it is given back',
    async (need) => {
      const { kinds, name, permission } = need;
      await Promise.all(
        berths.map(async (berth) => {
          without(berth);
          expect(await start(berth)).toContain('runs');
          expect(await turnOn(berth)).toContain('reacts with');
          without(berth, permission);
        }),
      );
      testbed.clock.jumpTo(firstSlot);
      await Promise.all(
        berths.map(async (berth) => {
          const { author, kind, lobby } = berth;
          const retry = () => ask(author, lobby, 'release retry');
          if (kinds.includes(kind)) {
            await expect.poll(() => status(berth), { timeout: 30_000 }).toContain('could not be posted');
            expect(await status(berth), kind).toContain(`**${name}**`);
            const alerts = testbed.playground.directMessages(author.user);
            await alerts.waitForMessage(({ content }) => content.includes(`**${name}**`));
            expect(await retry(), kind).toContain('goes on where it stopped');
            await expect.poll(() => status(berth), { timeout: 30_000 }).toContain('could not be posted');
            expect(posted(berth), kind).toBe(0);
            without(berth);
            // The attempt from before may still be under way, and have found the permission given back.
            await expect.poll(retry).toMatch(/goes on where it stopped|Nothing of this story/);
          }
          await expect.poll(() => status(berth), { timeout: 30_000 }).toContain('Out so far: 1');
          expect(berth.faults(expectedUpTo(1)), kind).toEqual([]);
          expect(await retry(), kind).toContain('Nothing of this story is waiting to go on');
        }),
      );
    },
  );
});
