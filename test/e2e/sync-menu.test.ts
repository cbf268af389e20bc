import { type APIMessage, type APISelectMenuOption, ComponentType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, fridayEvening, furnishHarbour, type Harbour } from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
});
afterEach(() => testbed.close());

const file = (number: number) => `lamp/${`${number}`.padStart(2, '0')}.txt`;

/** Lets so many chapters come out. */
async function release(count: number): Promise<void> {
  const { author, channel } = harbour;
  for (let number = 1; number <= count; number += 1)
    await testbed.write(file(number), chapterText(number, `Title ${number}`, 1));
  await testbed.start();
  await ask(author, channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  for (let number = 1; number <= count; number += 1) {
    await ask(author, channel, 'release now');
    await expect
      .poll(() => ask(author, channel, 'serial status'), { timeout: 10_000, interval: 20 })
      .toContain(`Out so far: ${number}`);
  }
}

/** Changes the files of these chapters. */
async function change(...numbers: readonly number[]): Promise<void> {
  for (const number of numbers)
    await testbed.write(file(number), chapterText(number, `Title ${number}`, 1).replaceAll('noon', 'dawn'));
  testbed.clock.advance(6_000);
}

async function sync(options: Record<string, string> = {}): Promise<APIMessage> {
  return asMessage(await harbour.author.slash(harbour.channel, 'release sync', options)).message;
}

/** The menu of a message. */
function menuOf({ components = [] }: APIMessage): {
  readonly customId: string;
  readonly options: readonly APISelectMenuOption[];
} {
  for (const row of components) {
    const [menu] = row.type === ComponentType.ActionRow ? row.components : [];
    if (menu?.type === ComponentType.StringSelect) return { customId: menu.custom_id, options: menu.options };
  }
  throw new Error('There is no menu.');
}

async function choose(message: APIMessage, label: string): Promise<APIMessage> {
  const { customId, options } = menuOf(message);
  const value = options.find((option) => option.label === label)?.value;
  if (value === undefined) throw new Error(`There is no ${label} in the menu.`);
  return asMessage(await harbour.author.select(message, customId, [value])).message;
}

/** The chapters of which the messages say what the changed files say. */
function updated(): readonly number[] {
  return harbour.channel
    .messages()
    .flatMap(({ content }, index) => (content.includes('dawn') && !content.includes('noon') ? [index + 1] : []));
}

describe('/release sync, where several chapters have changed', () => {
  it('has one chosen, updates that, and leaves the other as it is', async () => {
    await release(3);
    await change(1, 3);
    const menu = await sync();
    expect(shownText(menu)).toContain('2 chapters have changed since they came out');
    expect(menuOf(menu).options.map(({ label }) => label)).toEqual(['Chapter 1: Title 1', 'Chapter 3: Title 3']);
    const chosen = await choose(menu, 'Chapter 3: Title 3');
    expect(shownText(chosen)).toMatch(/\*\*Chapter 3: Title 3\*\* has changed.*noon.*→.*dawn/s);
    expect(updated()).toEqual([]);
    const answer = asMessage(await harbour.author.click(chosen, { label: 'Update the messages' })).message;
    expect(shownText(answer)).toContain('**Chapter 3: Title 3** is being brought up to date');
    await expect.poll(updated, { timeout: 10_000 }).toEqual([3]);

    // The other one is the only one now, so there is nothing to choose.
    const only = async () => shownText(await sync());
    await expect.poll(only, { timeout: 10_000 }).toContain('**Chapter 1: Title 1** has changed');
    expect(buttonLabels(await sync())).toEqual(['Update the messages', 'Leave it']);
    expect(updated()).toEqual([3]);
  });

  it('lists the first 25 of more, counts all, and shows any that is named', async () => {
    const numbers = Array.from({ length: 26 }, (_, index) => index + 1);
    await release(26);
    await change(...numbers);
    const menu = await sync();
    expect(shownText(menu)).toContain('26 chapters have changed since they came out');
    expect(shownText(menu)).toContain('`/release sync chapter:` shows any other');
    const labels = menuOf(menu).options.map(({ label }) => label);
    expect(labels).toEqual(numbers.slice(0, 25).map((number) => `Chapter ${number}: Title ${number}`));
    expect(shownText(await choose(menu, 'Chapter 25: Title 25'))).toContain('**Chapter 25: Title 25** has changed');
    const named = await sync({ chapter: '26' });
    await harbour.author.click(named, { label: 'Update the messages' });
    await expect.poll(updated, { timeout: 10_000 }).toEqual([26]);
  });
});
