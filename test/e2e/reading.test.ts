import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.js';
import type { GuildChannel } from '../../src/playground/channel.js';
import type { Person } from '../../src/playground/person.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { furnishHarbour } from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let channel: GuildChannel;
let author: Person;
let reader: Person;

beforeEach(async () => {
  testbed = await openTestbed();
  ({ author, channel, reader } = furnishHarbour(testbed));
});
afterEach(() => testbed.close());

/** Starts the bot, with every story open to the server. */
async function startOpen(): Promise<App> {
  const app = await testbed.start();
  for (const { value } of await author.complete(channel, 'serial open', { story: '' }, 'story'))
    await author.slash(channel, 'serial open', { story: String(value) });
  return app;
}

async function read(options: Record<string, string> = {}): Promise<APIMessage> {
  return asMessage(await reader.slash(channel, 'read', options)).message;
}

async function press(message: APIMessage, label: string): Promise<APIMessage> {
  return asMessage(await reader.click(message, { label })).message;
}

function paragraphs(message: APIMessage): readonly string[] {
  return shownText(message).match(/Paragraph \d+\.\d+/g) ?? [];
}

describe('/read', () => {
  it('shows a chapter privately, page after page, each paragraph once', async () => {
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 20));
    await startOpen();
    const answer = asMessage(await reader.slash(channel, 'read', { chapter: '1' }));
    expect(answer.ephemeral).toBe(true);
    expect(shownText(answer.message)).toContain('Chapter 1: The Lamp');
    const seen = [...paragraphs(answer.message)];
    let { message } = answer;
    while (buttonLabels(message).includes('Next')) {
      message = await press(message, 'Next');
      seen.push(...paragraphs(message));
    }
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => `Paragraph 1.${index + 1}`));
    expect(buttonLabels(message)).toEqual(['Previous', 'Review']);
    expect(channel.messages()).toHaveLength(0);
  });

  it('goes on where the reader stopped, also after a restart and an edit before that place', async () => {
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 20));
    const app = await startOpen();
    const second = await press(await read(), 'Next');
    const stoppedAt = paragraphs(second)[0];
    await app.stop();
    const [heading, ...rest] = chapterText(1, 'The Lamp', 20).split('\n\n');
    await testbed.write('lamp/01.txt', [heading, 'A new beginning, which was not there before.', ...rest].join('\n\n'));
    await startOpen();
    expect(paragraphs(await read())).toContain(stoppedAt);
  });

  it('answers a button of before a restart', async () => {
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 20));
    const app = await startOpen();
    const first = await read();
    await app.stop();
    await startOpen();
    const second = await press(first, 'Next');
    expect(second.id).toBe(first.id);
    expect(shownText(second)).toContain('Page 2 of');
  });

  it('takes a number, a title or a beginning of it, and leads to the next chapter at the end of one', async () => {
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 2));
    await testbed.write('lamp/02.txt', chapterText(2, 'The Gate', 2));
    await startOpen();
    for (const chapter of ['2', 'chapter 2', 'The Gate', 'the g']) {
      expect(paragraphs(await read({ chapter }))).toEqual(['Paragraph 2.1', 'Paragraph 2.2']);
    }
    const first = await read({ chapter: '1' });
    expect(buttonLabels(first)).toEqual(['Next chapter', 'Review']);
    expect(paragraphs(await press(first, 'Next chapter'))).toEqual(['Paragraph 2.1', 'Paragraph 2.2']);
    const choices = await reader.complete(channel, 'read', { chapter: 'gat' }, 'chapter');
    expect(choices.map(({ name }) => name)).toEqual(['Chapter 2: The Gate']);
    expect(paragraphs(await read({ chapter: String(choices[0]?.value) }))).toEqual(['Paragraph 2.1', 'Paragraph 2.2']);
  });

  it('shows notes apart from the text, the text on the same page', async () => {
    await testbed.write(
      'lamp/01.txt',
      `A/N: Thank you for waiting!\n\n${chapterText(1, 'The Lamp', 2)}\n\nA/N: See you on Friday.`,
    );
    await startOpen();
    const page = shownText(await read());
    expect(page.indexOf('Thank you for waiting!')).toBeLessThan(page.indexOf('Paragraph 1.1'));
    expect(page.indexOf('See you on Friday.')).toBeGreaterThan(page.indexOf('Paragraph 1.2'));
  });

  it('keeps the whole of very long notes a button away', async () => {
    const note = Array.from(
      { length: 80 },
      (_, index) => `Thanks to reader number ${index}, who wrote such a long letter.`,
    );
    await testbed.write('lamp/01.txt', `A/N: ${note.join(' ')}\n\n${chapterText(1, 'The Lamp', 20)}`);
    await startOpen();
    const first = await read();
    expect(paragraphs(first)[0]).toBe('Paragraph 1.1');
    let page = await press(first, 'All notes');
    let all = shownText(page);
    while (buttonLabels(page).includes('Next')) {
      page = await press(page, 'Next');
      all += shownText(page);
    }
    expect(all).toContain('reader number 0,');
    expect(all).toContain('reader number 79,');
    expect(paragraphs(await press(page, 'Back to the text'))[0]).toBe('Paragraph 1.1');
  });

  it('shows neither drafts nor chapters of the future, and does not complete them', async () => {
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 2));
    await testbed.write('lamp/02.md', '---\nnumber: 2\ntitle: The Gate\ndraft: true\n---\n\nNot yet.');
    await testbed.write('lamp/03.md', '---\nnumber: 3\ntitle: The Sea\npublishAt: 2027-01-01\n---\n\nLater.');
    await startOpen();
    expect(shownText(await read({ chapter: '2' }))).toContain('no such chapter');
    expect(shownText(await read({ chapter: 'The Sea' }))).toContain('no such chapter');
    const choices = await reader.complete(channel, 'read', { chapter: '' }, 'chapter');
    expect(choices.map(({ name }) => name)).toEqual(['Chapter 1: The Lamp']);
  });

  it('shows a mature chapter in an age-restricted channel only, after what it warns of', async () => {
    await testbed.write(
      'lamp/01.md',
      '---\nnumber: 1\ntitle: The Lamp\nrating: mature\nwarnings: [blood]\n---\n\nParagraph 1.1 in red.',
    );
    await startOpen();
    expect(shownText(await read())).toContain('age-restricted');
    channel.setNsfw(true);
    const gate = await read();
    expect(shownText(gate)).toContain('||blood||');
    expect(paragraphs(gate)).toEqual([]);
    const another = await read({ chapter: '1' });
    expect(paragraphs(await press(gate, 'Show chapter'))).toEqual(['Paragraph 1.1']);
    channel.setNsfw(false);
    expect(shownText(await press(another, 'Show chapter'))).toContain('age-restricted');
  });
});

describe('/chapters and /about', () => {
  it('list what is out, as it came out or in the story’s own time', async () => {
    await testbed.write(
      'lamp/story.yaml',
      'title: The Lamp Keepers\nauthor: Mara\nsummary: A lamp, a gate and the sea.\nrating: teen',
    );
    await testbed.write('lamp/01.txt', chapterText(1, 'The Lamp', 2));
    await testbed.write(
      'lamp/02.md',
      '---\nnumber: 2\ntitle: The Gate\nkind: flashback\ntimeline: -1 month\n---\n\nBefore.',
    );
    await startOpen();
    const list = asMessage(await reader.slash(channel, 'chapters')).message;
    expect(shownText(list)).toMatch(/Chapter 1: The Lamp[\s\S]*Chapter 2: The Gate[\s\S]*Flashback, one month earlier/);
    const own = shownText(await press(list, 'In the story’s own time'));
    expect(own).toMatch(/Chapter 2: The Gate[\s\S]*Chapter 1: The Lamp/);
    expect(shownText(asMessage(await reader.slash(channel, 'chapters', { order: 'story' })).message)).toBe(own);
    const about = shownText(asMessage(await reader.slash(channel, 'about')).message);
    expect(about).toContain('by Mara');
    expect(about).toContain('A lamp, a gate and the sea.');
    expect(about).toContain('2 chapters');
  });
});
