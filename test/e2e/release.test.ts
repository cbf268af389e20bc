import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, openBench } from '../support/bot.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { chapterText } from '../support/stories.js';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const fridayEvening = { day: 'friday', time: '20:00', timezone: 'Europe/Berlin' };

describe('a weekly serial', () => {
  it('posts a chapter at its slot, whole and in order, and says when the next one comes', async () => {
    await bench.write('lamp/01.txt', chapterText(1, 'The Lamp', 20));
    await bench.write('lamp/02.txt', chapterText(2, 'The Gate', 20));
    const owner = bench.playground.createUser({ name: 'Mara' });
    const guild = bench.playground.createGuild({ name: 'Harbour', owner });
    const channel = guild.createChannel({ name: 'serial' });
    await bench.start();
    const author = bench.playground.as(owner);

    const started = asMessage(
      await author.slash(channel, 'serial start', { story: 'lamp', channel: channel.id, ...fridayEvening }),
    );
    expect(shownText(started.message)).toContain('every Friday at 20:00 (Europe/Berlin)');
    expect(shownText(started.message)).toContain('Chapters in hand: 2');
    expect(started.ephemeral).toBe(true);
    expect(channel.messages()).toHaveLength(0);

    bench.clock.jumpTo(new Date('2026-11-06T19:00:00Z'));
    const last = await channel.waitForMessage((message) => buttonLabels(message).length > 0);
    const posted = channel.messages().map(({ content }) => content);
    expect(posted.join('\n')).toContain('Chapter 1: The Lamp');
    const numbers = posted.join('\n').match(/Paragraph 1\.\d+/g);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => `Paragraph 1.${index + 1}`));
    expect(buttonLabels(last)).toEqual(['Read privately', 'Review', 'Chapters']);
    expect(last.content).toContain(`<t:${Date.parse('2026-11-13T19:00:00Z') / 1000}:F>`);
  });
});
