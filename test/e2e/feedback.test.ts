import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, OpenModal } from '../../src/playground/answer.js';
import type { ModalValues } from '../../src/playground/modal-values.js';
import type { Person } from '../../src/playground/person.js';
import { openTestbed, type Testbed } from '../support/bot.js';
import { ask, firstSlot, fridayEvening, furnishHarbour, type Harbour, releaseEnd } from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let testbed: Testbed;
let harbour: Harbour;
beforeEach(async () => {
  testbed = await openTestbed();
  harbour = furnishHarbour(testbed);
  for (const number of [1, 2]) await testbed.write(`lamp/0${number}.txt`, chapterText(number, `Title ${number}`, 20));
});
afterEach(() => testbed.close());

/** Starts the serial, and releases its first chapter; gives the message with the buttons. */
async function release(): Promise<APIMessage> {
  const { author, channel } = harbour;
  await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
  testbed.clock.jumpTo(firstSlot);
  return releaseEnd(channel);
}

/** Another reader of the same server. */
function newReader(name: string): Person {
  const user = testbed.playground.createUser({ name });
  harbour.guild.join(user);
  return testbed.playground.as(user);
}

function asModal(answer: Answer): OpenModal {
  if (answer.kind !== 'modal') throw new Error(`Expected a modal, got ${JSON.stringify(answer)}`);
  return answer.modal;
}

/** Fills in the form that an answer opened; gives what the person is told. */
async function fillIn(person: Person, opened: Answer, values: ModalValues): Promise<APIMessage> {
  const answer = asMessage(await person.submit(asModal(opened), values));
  expect(answer.ephemeral).toBe(true);
  return answer.message;
}

const review = async (person: Person, values: ModalValues) =>
  fillIn(person, await person.slash(harbour.channel, 'review'), values);

const press = async (person: Person, message: APIMessage, label: string) =>
  asMessage(await person.click(message, { label })).message;

const show = async (person: Person, command: string, options: Record<string, string> = {}) =>
  asMessage(await person.slash(harbour.channel, command, options)).message;

const report = (chapter: string) => ask(harbour.author, harbour.channel, 'feedback', { chapter });

describe('reactions', () => {
  it('are counted by emoji and by piece, and not any more once taken back', async () => {
    await testbed.start();
    const last = await release();
    const [first] = harbour.channel.messages();
    if (first === undefined) throw new Error('Nothing was posted.');
    const second = newReader('Kit');
    harbour.reader.react(first, '🔥');
    second.react(first, '🔥');
    second.react(last, '❤️');
    await expect.poll(() => report('1')).toContain('3 reactions (🔥 2 · ❤️ 1)');
    harbour.reader.unreact(first, '🔥');
    // With the emoji: before it is counted, "2 reactions" stands there too, for the first piece alone.
    await expect.poll(() => report('1')).toContain('\n2 reactions (🔥 1 · ❤️ 1)\n');
    const link = `https://discord.com/channels/${harbour.guild.id}/${harbour.channel.id}/${first.id}`;
    expect(await report('1')).toMatch(new RegExp(String.raw`\[Piece 1 of \d+\]\(${link}\): 1 reaction \(🔥 1\)`));
  });

  it('that came and went while the bot was away count too, but not the seeds of its own', async () => {
    const app = await testbed.start();
    const { author, channel } = harbour;
    await author.slash(channel, 'serial start', { story: 'lamp', channel, ...fridayEvening });
    await author.slash(channel, 'serial set', { reactions: '🔥 🌊' });
    testbed.clock.jumpTo(firstSlot);
    const last = await releaseEnd(channel);
    await expect.poll(() => channel.reactors(last, '🌊')).toHaveLength(1);
    harbour.reader.react(last, '🔥');
    await expect.poll(() => report('1')).toContain('1 reaction (🔥 1)');
    await app.stop();
    harbour.reader.unreact(last, '🔥');
    for (const name of ['Kit', 'Lou', 'Max']) newReader(name).react(last, '🌊');
    await testbed.start();
    await expect.poll(() => report('1')).toContain('3 reactions (🌊 3)');
  });

  it('on messages that are no pieces do not count', async () => {
    await testbed.start();
    const last = await release();
    const chatter = harbour.reader.say(harbour.channel, 'What a chapter!');
    const kit = newReader('Kit');
    kit.react(chatter, '🔥');
    kit.react(last, '❤️');
    // Events come in order: once the second is counted, the first would be.
    await expect.poll(() => report('1')).toContain('\n1 reaction (❤️ 1)\n');
  });
});

describe('reviews', () => {
  it('are written in the form below a release, kept as typed, shown to others, changed and deleted', async () => {
    await testbed.start();
    const last = await release();
    const typed = '# Wow\n> I *loved* the @everyone part, [really](https://example.org)';
    const thanks = await fillIn(harbour.reader, await harbour.reader.click(last, { label: 'Review' }), {
      text: typed,
      rating: ['4'],
    });
    expect(shownText(thanks)).toContain('Thank you! Your review of **Chapter 1: Title 1** is saved: 4 of 5.');
    expect(buttonLabels(thanks)).toEqual(['Change', 'Delete']);

    const kit = newReader('Kit');
    const shown = shownText(await show(kit, 'reviews'));
    expect(shown).toContain('1 review, 4.0 of 5 (1 rating)');
    expect(shown).toContain(`<@${harbour.reader.user.id}> · ★★★★☆ 4 of 5 ·`);
    expect(shown).toContain('\\# Wow\n\\> I \\*loved\\* the \\@everyone part, \\[really](https\\://example.org)');

    const form = asModal(await harbour.reader.click(thanks, { label: 'Change' }));
    expect(JSON.stringify(form.components)).toContain(JSON.stringify(typed));
    const changed = asMessage(await harbour.reader.submit(form, { text: 'Second thoughts.', rating: [] }));
    expect(shownText(changed.message)).toContain('You changed your review of **Chapter 1: Title 1**: no rating.');
    expect(shownText(await show(kit, 'reviews'))).toContain('1 review, no ratings');

    const question = await press(harbour.reader, changed.message, 'Delete');
    expect(shownText(question)).toContain('for good?');
    expect(shownText(await press(harbour.reader, question, 'Delete'))).toBe('Your review is deleted.');
    expect(shownText(await show(kit, 'reviews'))).toContain('Nobody has written one yet.');
  });

  it('hold spoilers back, and are not kept where there is nothing in them', async () => {
    await testbed.start();
    await release();
    expect((await review(harbour.reader, { text: ' \n ' })).content).toContain('I kept nothing');
    await review(harbour.reader, { text: 'The keeper ||did|| it.', spoilers: true });
    const of = async (options = {}) => shownText(await show(newReader('Kit'), 'reviews', options));
    expect(await of()).toContain('||The keeper \\|\\|did\\|\\| it.||');
    // Which chapter each is about is said where there may be several.
    expect(await of()).toContain('-# Chapter 1: Title 1 · Contains spoilers');
    expect(await of({ chapter: '1' })).toContain('-# Contains spoilers');
  });

  it('can be hidden and shown again by moderators, who alone and whose author still see them', async () => {
    await testbed.start();
    await release();
    await review(harbour.reader, { text: 'So rude.', rating: ['1'] });
    const listed = await show(harbour.author, 'reviews', { chapter: '1' });
    const hidden = await press(harbour.author, listed, 'Hide');
    expect(hidden.id).toBe(listed.id);
    expect(shownText(hidden)).toContain('**Hidden** from other readers');
    expect(shownText(await show(newReader('Kit'), 'reviews'))).not.toContain('So rude.');
    expect(shownText(await show(harbour.reader, 'reviews'))).toContain('**Your review** · **Hidden**');
    expect(await report('1')).toContain('0 reviews, 1 hidden');
    expect(buttonLabels(await press(harbour.author, hidden, 'Show again'))).toContain('Hide');
    expect(shownText(await show(newReader('Lou'), 'reviews'))).toContain('So rude.');
  });

  it('cannot be hidden by somebody who may not any more', async () => {
    await testbed.start();
    await release();
    await review(harbour.reader, { text: 'So rude.' });
    const role = harbour.guild.createRole({ name: 'Crew', permissions: ['ManageMessages'] });
    const user = testbed.playground.createUser({ name: 'Kit' });
    harbour.guild.join(user, { roles: [role] });
    const kit = testbed.playground.as(user);
    const listed = await show(kit, 'reviews');
    harbour.guild.setRoles(user, []);
    expect(shownText(await press(kit, listed, 'Hide'))).toContain('takes the permission **Manage Messages**');
    expect(shownText(await show(harbour.author, 'reviews'))).not.toContain('**Hidden**');
  });

  it('go over pages, newest first, whose buttons still work after a restart', async () => {
    const app = await testbed.start();
    await release();
    const readers = Array.from({ length: 7 }, (_, index) => newReader(`Reader ${index}`));
    for (const [index, person] of readers.entries()) await review(person, { text: `Thought ${index}`, rating: ['5'] });
    await review(harbour.reader, { text: 'A long one. '.repeat(330) });
    const first = await show(harbour.author, 'reviews');
    expect(shownText(first)).toContain('Part 1 of 2');
    await app.stop();
    await testbed.start();
    const second = await press(harbour.author, first, 'Older');
    expect(shownText(second)).toContain('Part 2 of 2');
    const third = await press(harbour.author, second, 'Older');
    expect(shownText(third).match(/Thought \d/g)).toEqual([6, 5, 4, 3, 2].map((index) => `Thought ${index}`));
    const fourth = await press(harbour.author, third, 'Older');
    expect(shownText(fourth).match(/Thought \d/g)).toEqual(['Thought 1', 'Thought 0']);
    expect(buttonLabels(await press(harbour.author, fourth, 'Newer'))).toContain('Newer');
  });

  it('are only of what is out, by completion and by asking', async () => {
    await testbed.start();
    await release();
    const choices = await harbour.reader.complete(harbour.channel, 'review', { chapter: 'Title' }, 'chapter');
    expect(choices.map(({ name }) => name)).toEqual(['Chapter 1: Title 1']);
    const answer = await harbour.reader.slash(harbour.channel, 'review', { chapter: '2' });
    expect(shownText(asMessage(answer).message)).toContain('There is no such chapter out here.');
  });
});

describe('suggestions', () => {
  it('reach the author, as typed, and nobody else', async () => {
    await testbed.start();
    await release();
    const told = await ask(harbour.reader, harbour.channel, 'suggest', { text: '  More *storms*, please.  ' });
    expect(told).toContain('Thank you! Your suggestion');
    expect(await ask(harbour.reader, harbour.channel, 'suggest', { text: '\u200B' })).toContain('I kept nothing');
    const overview = await show(harbour.author, 'feedback');
    expect(shownText(overview)).toContain(`<@${harbour.reader.user.id}>`);
    expect(shownText(overview)).toContain('More \\*storms\\*, please.');
    const list = await press(harbour.author, overview, 'Suggestions (1)');
    expect(shownText(list)).toContain('1 suggestion, newest first');
    expect(harbour.reader.commands(harbour.channel)).not.toContain('feedback');
  });
});

describe('/feedback', () => {
  it('goes from all chapters to one and back, and counts who read in private', async () => {
    await testbed.start();
    await release();
    for (const person of [harbour.reader, newReader('Kit')]) await person.slash(harbour.channel, 'read');
    await review(harbour.reader, { text: 'Good.', rating: ['5'] });
    await expect
      .poll(() => ask(harbour.author, harbour.channel, 'feedback'))
      .toContain('**Chapter 1: Title 1**\n2 readers · 0 reactions · 1 review, 5.0 of 5 (1 rating)');
    const overview = await show(harbour.author, 'feedback');
    expect(shownText(overview)).not.toContain('Chapter 2');
    const one = asMessage(await harbour.author.select(overview, 'feedback-menu:lamp', ['01'])).message;
    expect(shownText(one)).toContain('## Chapter 1: Title 1');
    expect(shownText(one)).toContain('2 readers with `/read`');
    const back = await press(harbour.author, one, 'All chapters');
    expect(shownText(back)).toContain('## Feedback: Lamp');
    const again = asMessage(await harbour.author.select(back, 'feedback-menu:lamp', ['01'])).message;
    const reviews = await press(harbour.author, again, 'Reviews');
    expect(shownText(reviews)).toContain('## Reviews: Chapter 1: Title 1');
  });
});
