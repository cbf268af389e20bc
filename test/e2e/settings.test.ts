import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.js';
import { readConfig } from '../../src/app/config.js';
import { startPlayground } from '../../src/playground/playground.js';
import { openStore } from '../../src/store/open-store.js';
import { openTestbed, type Testbed, testStart } from '../support/bot.js';
import { ask, firstSlot, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { chapterText } from '../support/stories.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms);
/** Longer than the heartbeat's second, for seeing that nothing happens. */
const aFewBeatsMs = 2_500;

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 2));
});
afterEach(() => testbed.close());

/** Starts the bot as it would start with these lines in `.env`. */
async function startWith(environment: Readonly<Record<string, string>>): Promise<App> {
  const config = readConfig({
    DISCORD_API_URL: testbed.playground.apiUrl,
    CHAPTERS_DIR: testbed.chaptersDir,
    STORE_URL: testbed.storeUrl,
    BACKUP_KEEP: '0',
    ...environment,
  });
  if (!('storeUrl' in config)) throw new Error(config.map(({ message }) => message).join());
  const { token: _token, ...settings } = config;
  return testbed.start(settings);
}

function startSerial(): Promise<string> {
  const { author, channel } = harbour;
  return ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
}

describe('a setting', () => {
  it('DISCORD_GUILD_ID lists the commands in that server, and in no other', async () => {
    const { author, channel, guild } = harbour;
    const elsewhere = testbed.playground.createGuild({ name: 'Elsewhere', owner: author.user });
    const lobby = elsewhere.createChannel({ name: 'lobby' });
    const app = await startWith({ DISCORD_GUILD_ID: guild.id });
    expect(author.commands(channel)).toContain('serial');
    expect(author.commands(lobby)).toEqual([]);
    await app.stop();
    await startWith({});
    expect(author.commands(lobby)).toContain('serial');
  });

  it('DISCORD_API_URL names the server to which the bot logs in', async () => {
    const other = await startPlayground({ rateLimits: 'off' });
    // The token is the first one's, which the other does not know.
    await expect(startWith({ DISCORD_API_URL: other.apiUrl })).rejects.toThrow('does not accept the token');
    expect(testbed.requests).toEqual([]);
    await startWith({});
    expect(testbed.playground.isBotOnline()).toBe(true);
    await other.stop();
  });

  it('CHAPTERS_DIR names the folder of which stories can be started', async () => {
    await testbed.write('../elsewhere/oars/01.txt', chapterText(1, 'Oars', 2));
    await startWith({ CHAPTERS_DIR: join(testbed.folder, 'elsewhere') });
    const stories = await harbour.author.complete(harbour.channel, 'serial start', { story: '' }, 'story');
    expect(stories.map(({ name }) => name)).toEqual(['Oars']);
  });

  it('STORE_URL names the file in which everything is remembered', async () => {
    const { author, channel } = harbour;
    const status = () => ask(author, channel, 'serial status');
    const app = await startWith({});
    await startSerial();
    await app.stop();
    const other = await startWith({ STORE_URL: `sqlite://${join(testbed.folder, 'other.sqlite')}` });
    expect(await status()).toContain('No story runs in this server yet');
    await other.stop();
    await startWith({});
    expect(await status()).toContain('every Friday at 20:00');
  });

  it('STORE_WAIT has a start wait for another process to let go of the store', async () => {
    const holder = await openStore(testbed.storeUrl);
    await expect(startWith({})).rejects.toThrow('is in use by another Cliffhanger process. ');
    await expect(startWith({ STORE_WAIT: '1' })).rejects.toThrow('(waited 1 s)');
    const starting = startWith({ STORE_WAIT: '20' });
    await sleep(500);
    await holder.close();
    await (await starting).stop();
  });

  it('BACKUP_DIR and BACKUP_KEEP say where daily backups are kept, and how many', async () => {
    const folder = join(testbed.folder, 'vault');
    const backups = () => readdir(folder).catch(() => []);
    const none = await startWith({ BACKUP_DIR: folder, BACKUP_KEEP: '0' });
    await sleep(aFewBeatsMs);
    expect(await backups()).toEqual([]);
    await none.stop();
    await startWith({ BACKUP_DIR: folder, BACKUP_KEEP: '2' });
    const daily = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05'];
    for (const [index, day] of daily.entries()) {
      testbed.clock.jumpTo(later(testStart, index * (dayMs + 60_000)));
      await expect.poll(async () => (await backups()).join(), { timeout: 10_000 }).toContain(day);
    }
    const kept = async () => (await backups()).map((name) => name.slice('cliffhanger-'.length).slice(0, 10)).sort();
    await expect.poll(kept, { timeout: 10_000 }).toEqual(daily.slice(-2));
  });

  it('RECONCILE_DAYS says for how long reactions are looked up that came while the bot was away', async () => {
    const { author, channel, reader } = harbour;
    const report = () => ask(author, channel, 'feedback', { chapter: '1' });
    const app = await startWith({});
    await startSerial();
    testbed.clock.jumpTo(firstSlot);
    const end = await releaseEnd(channel);
    await expect.poll(() => ask(author, channel, 'serial status'), { timeout: 10_000 }).toContain('Out so far: 1');
    await ask(author, channel, 'serial pause');
    await app.stop();
    reader.react(end, '🔥');
    testbed.clock.jumpTo(later(firstSlot, 10 * dayMs));
    const short = await startWith({ RECONCILE_DAYS: '9' });
    await sleep(aFewBeatsMs);
    expect(await report()).not.toContain('🔥');
    await short.stop();
    await startWith({ RECONCILE_DAYS: '11' });
    await expect.poll(report, { timeout: 10_000 }).toContain('🔥');
  });

  it('LATE_GRACE_HOURS says for how long a missed slot is served late without a question', async () => {
    const { author, channel } = harbour;
    const app = await startWith({});
    await startSerial();
    await app.stop();
    testbed.clock.jumpTo(later(firstSlot, 6 * hourMs));
    const strict = await startWith({ LATE_GRACE_HOURS: '5' });
    const letters = testbed.playground.directMessages(author.user);
    await letters.waitForMessage(({ content }) => content.includes('I was away'));
    expect(channel.messages()).toEqual([]);
    await strict.stop();
    const secondSlot = later(firstSlot, 7 * dayMs);
    testbed.clock.jumpTo(later(secondSlot, 6 * hourMs));
    await startWith({ LATE_GRACE_HOURS: '7' });
    await releaseEnd(channel);
    expect(letters.messages().filter(({ content }) => content.includes('I was away'))).toHaveLength(1);
  });
});
