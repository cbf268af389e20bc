import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { asMessage, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

const subcommands = ['now', 'retry', 'preview', 'skip', 'sync', 'retract'] as const;

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  await testbed.write('lamp/01.txt', chapterText(1, 'Title 1', 2));
});
afterEach(async () => {
  const { errors } = testbed;
  await testbed.close();
  expect(errors).toEqual([]);
});

const command = (name: string, options: Record<string, string> = {}) =>
  ask(harbour.author, harbour.channel, name, options);
const release = (name: (typeof subcommands)[number], options: Record<string, string> = {}) =>
  command(`release ${name}`, options);

async function start(): Promise<void> {
  await testbed.start();
  const { author, channel } = harbour;
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
}

/** Lets the next chapter come out. */
async function releaseNext(count: number): Promise<void> {
  await release('now');
  await releaseEnd(harbour.channel, count);
  await expect.poll(() => command('serial status'), { timeout: 10_000 }).toContain(`Out so far: ${count}`);
}

describe('/release', () => {
  it.each(subcommands)('%s says that no serial runs where none does', async (name) => {
    await testbed.start();
    await command('serial open', { story: 'lamp' });
    const before = harbour.author.sees(harbour.channel).length;
    expect(await release(name, { story: 'lamp' })).toContain('**Lamp** is not running in this server yet');
    expect(harbour.author.sees(harbour.channel)).toHaveLength(before + 1);
  });

  it('says what is not there: nothing out, nothing waiting, no such chapter', async () => {
    await start();
    expect(await release('retract')).toContain('Nothing of this story is out in this server yet');
    expect(await release('retry')).toContain('Nothing of this story is waiting to go on');
    expect(await release('sync')).toContain('Everything that is out stands as its file has it');
    expect(await release('sync', { chapter: '1' })).toContain('No such chapter is out here');
    await releaseNext(1);
    for (const name of ['now', 'preview'] as const)
      expect(await release(name)).toContain('There is no further chapter in the chapters folder');
    expect(await release('sync', { chapter: '1' })).toContain('as its file has it');
  });

  it('says that the next chapter is a draft, or dated, and shows it to its author all the same', async () => {
    await testbed.write('gate/01.md', '---\nnumber: 1\ntitle: Gate\ndraft: true\n---\n\nParagraph 2.1.');
    await testbed.write('oars/01.md', '---\nnumber: 1\ntitle: Oar\npublishAt: 2026-12-24\n---\n\nParagraph 1.1.');
    await testbed.start();
    const { author, channel } = harbour;
    for (const story of ['gate', 'oars'])
      await ask(author, channel, 'serial start', { story, channel, ...fridayEvening });
    expect(await release('now', { story: 'gate' })).toContain('is next, and still marked as a draft');
    expect(await release('preview', { story: 'gate' })).toMatch(/still a draft.*Paragraph 2\.1/s);
    expect(await release('now', { story: 'oars' })).toContain('is next, and dated <t:');
    expect(await release('preview', { story: 'oars' })).toContain('Paragraph 1.1');
    expect(channel.messages()).toEqual([]);
  });

  it('skip has nothing to skip while the serial rests', async () => {
    await start();
    await command('serial pause');
    expect(await release('skip')).toContain('This serial is not running, so there is no slot to skip');
    expect(await command('serial status')).toContain('· paused');
  });

  it('retract takes nothing back that is kept, nor anything else than was asked about', async () => {
    await testbed.write('lamp/02.txt', chapterText(2, 'Title 2', 2));
    await start();
    await releaseNext(1);
    const { author, channel } = harbour;
    const question = asMessage(await author.slash(channel, 'release retract')).message;
    const again = asMessage(await author.slash(channel, 'release retract')).message;
    const kept = asMessage(await author.click(again, { label: 'Keep it' })).message;
    expect(shownText(kept)).toContain('It stays.');
    await releaseNext(2);
    const before = channel.messages().length;
    const answer = asMessage(await author.click(question, { label: 'Delete the release' })).message;
    expect(shownText(answer)).toContain('Something else came out since, so nothing was taken back');
    expect(channel.messages()).toHaveLength(before);
  });
});
