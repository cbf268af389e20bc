import { describe, expect, it } from 'vitest';
import { type MessagePlace, ReactionIntake, type ReactionIntakeParts } from '../../src/discord/reaction-intake.js';
import { PendingWork } from '../../src/process/pending-work.js';

const place = (messageId: string): MessagePlace => ({ channelId: 'serial', messageId });
const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** An intake whose look-ups are noted; `answers` are what they give, one after another, and then nothing failed. */
function intakeWith(options: Partial<ReactionIntakeParts> = {}, answers: (readonly MessagePlace[])[] = []) {
  const pending = new PendingWork();
  const stopping = new AbortController();
  const lookedUp: unknown[] = [];
  const errors: string[] = [];
  const lookUp: ReactionIntakeParts['lookUp'] = async (missed) => {
    lookedUp.push(missed === 'all' ? missed : missed.map(({ messageId }) => messageId));
    return answers.shift() ?? [];
  };
  const log = { ...silent, error: (_details: object, message: string) => errors.push(message) };
  const intake = new ReactionIntake({ pending, log, signal: stopping.signal, lookUp, retryMs: 1, ...options });
  return { intake, pending, stopping, lookedUp, errors };
}

describe('taking in reactions', () => {
  it('records every event for which there is room, and looks nothing up', async () => {
    const { intake, pending, lookedUp } = intakeWith({ maxWaiting: 3 });
    const recorded: string[] = [];
    for (const id of ['a', 'b', 'a']) intake.take(place(id), async () => void recorded.push(id));
    await pending.ended();
    expect(recorded).toEqual(['a', 'b', 'a']);
    expect(lookedUp).toEqual([]);
  });

  it('looks up once the messages whose events it could not hold, when nothing waits any more', async () => {
    const { intake, pending, lookedUp } = intakeWith({ maxWaiting: 2 });
    let recorded = 0;
    const record = async () => {
      expect(lookedUp).toEqual([]);
      recorded += 1;
    };
    for (const id of ['a', 'a', 'b', 'b', 'c']) intake.take(place(id), record);
    await pending.ended();
    expect(recorded).toBe(2);
    expect(lookedUp).toEqual([['b', 'c']]);
  });

  it('looks up what could not be written, and says so once', async () => {
    const { intake, pending, lookedUp, errors } = intakeWith();
    for (let time = 0; time < 5; time += 1) intake.take(place('a'), async () => Promise.reject(new Error('disk full')));
    await pending.ended();
    expect(lookedUp).toEqual([['a']]);
    expect(errors).toHaveLength(1);
  });

  it('looks up all recent pieces where too many messages were missed to remember which', async () => {
    const { intake, pending, lookedUp } = intakeWith({ maxWaiting: 1, maxMissed: 2 });
    for (const id of ['a', 'b', 'c', 'd', 'e']) intake.take(place(id), async () => {});
    await pending.ended();
    expect(lookedUp).toEqual(['all']);
  });

  it('tries again what could not be looked up, but not for ever', async () => {
    const down = [place('b')];
    const { intake, pending, lookedUp, errors } = intakeWith({}, [down, [], ...Array(6).fill(down)]);
    intake.missAll();
    await pending.ended();
    expect(lookedUp).toEqual(['all', ['b']]);
    lookedUp.length = 0;
    intake.missAll();
    await pending.ended();
    expect(lookedUp).toEqual(['all', ...Array(5).fill(['b'])]);
    expect(errors).toHaveLength(1);
  });

  it('goes on trying as long as it helps', async () => {
    const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(place);
    const answers = all.map((_, index) => all.slice(index));
    const { intake, pending, lookedUp, errors } = intakeWith({}, answers);
    intake.missAll();
    await pending.ended();
    expect(lookedUp).toHaveLength(9);
    expect(errors).toEqual([]);
  });

  it('takes nothing in any more when the bot stops, and does not wait for the next attempt', async () => {
    const { intake, pending, stopping, lookedUp } = intakeWith({ retryMs: 3_600_000 }, [[place('a')]]);
    intake.missAll();
    await expect.poll(() => lookedUp).toEqual(['all']);
    stopping.abort();
    intake.take(place('a'), () => Promise.reject(new Error('the store is closed')));
    await pending.ended();
    expect(lookedUp).toEqual(['all']);
  });
});
