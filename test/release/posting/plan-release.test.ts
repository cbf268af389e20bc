import { describe, expect, it } from 'vitest';
import { drawContent } from '../../../src/discord/rendering/draw-part.js';
import { piecePayload } from '../../../src/discord/rendering/release-message.js';
import { composeChapter } from '../../../src/pieces/compose.js';
import { drawnText } from '../../../src/pieces/drawn-text.js';
import { layouts, maxMessageLengths } from '../../../src/pieces/layout.js';
import { postedText } from '../../../src/pieces/posted-text.js';
import { pieceNonce, planRelease, type ReleaseSetting } from '../../../src/release/posting/plan-release.js';
import { postingSchema } from '../../../src/release/posting/posting.js';
import { digestOf } from '../../../src/release/serial/digest-of.js';
import { aChapter, aSerial, aStory } from '../../support/factories.js';
import { renderer } from '../../support/renderer.js';

const now = Date.parse('2026-11-06T19:00:00Z');
const next = { kind: 'next-chapter', at: Date.parse('2026-11-13T19:00:00Z') } as const;
const roleId = '100000000000000009';
const passages = Array.from({ length: 60 }, (_, index) => ({
  id: `p${index}`,
  text: `${index} ${'word '.repeat(30).trim()}.`,
}));
const long = aChapter({ number: 1, scenes: [{ passages }] });
const story = aStory([long]);

function plan(change: Partial<ReleaseSetting> = {}) {
  const channel = { kind: 'text', tags: [] } as const;
  return planRelease({ serial: aSerial(), story, chapter: long, channel, ending: next, renderer, now, ...change });
}

function actionsOf({ plan: planned }: ReturnType<typeof plan>) {
  return (planned?.operations ?? []).map(({ action }) => action);
}

describe('planning a release', () => {
  it('is to post every piece first, and nothing of it is begun', () => {
    const posting = plan();
    expect(posting.pieces.length).toBeGreaterThan(3);
    expect(actionsOf(posting)).toEqual(posting.pieces.map((_, piece) => ({ kind: 'post', piece })));
    expect(posting.plan).toMatchObject({ kind: 'release', plannedAt: now });
    expect(posting.plan?.operations.every(({ state }) => state === 'pending')).toBe(true);
    expect(posting.plan?.after).toBeUndefined();
  });

  it('gives each piece a nonce that Discord takes, always the same of the same plan, and no other has it', () => {
    const nonces = plan().pieces.map(({ nonce }) => nonce);
    for (const nonce of nonces) expect(nonce.length).toBeLessThanOrEqual(25);
    expect(plan().pieces.map(({ nonce }) => nonce)).toEqual(nonces);
    const others = [
      plan({ now: now + 1 }),
      plan({ chapter: { ...long, id: '02' } }),
      plan({ serial: aSerial({ guildId: '9' }) }),
      plan({ serial: aSerial({ storyId: 'gate' }) }),
    ].flatMap(({ pieces }) => pieces.map(({ nonce }) => nonce));
    const all = [...nonces, ...others];
    expect(new Set(all).size).toBe(all.length);
    const refs = { guildId: 'g', storyId: '1', chapterId: '23' };
    expect(pieceNonce(refs, 1, 1)).not.toBe(pieceNonce({ guildId: 'g', storyId: '12', chapterId: '3' }, 1, 1));
  });

  it.each(layouts)('freezes what rendering gives, in messages that Discord takes: %s', (layout) => {
    const { pieces } = plan({ serial: aSerial({ layout, roleId }) });
    for (const { content, payload } of pieces) {
      expect(payload).toEqual(piecePayload({ storyId: 'lamp', chapterId: '01' }, content));
      expect([...drawContent(content.parts)].length).toBeLessThanOrEqual(maxMessageLengths[layout]);
      expect(content.layout).toBe(layout);
    }
  });

  it('can be stored and read again', () => {
    const posting = plan({ serial: aSerial({ roleId, discussion: true, seeds: ['🔥'] }) });
    expect(postingSchema.parse(JSON.parse(JSON.stringify(posting)))).toEqual(posting);
  });

  it('holds every passage, in order, and all of the chapter', () => {
    const { pieces } = plan({ serial: aSerial({ roleId }) });
    expect([...new Set(pieces.flatMap(({ content }) => content.passages))]).toEqual(passages.map(({ id }) => id));
    const contents = pieces.map(({ content }) => content);
    expect(postedText(contents, renderer.draw).text).toBe(drawnText(composeChapter(story, long), renderer.draw).text);
  });

  it('knows what its chapter is', () => {
    const mature = aChapter({ id: '02', number: 2, title: 'Rain', rating: 'mature' });
    const told = aStory([mature]);
    expect(plan({ story: told, chapter: mature })).toMatchObject({
      chapterId: '02',
      label: 'Chapter 2: Rain',
      mature: true,
      passages: ['passage-02'],
      digest: digestOf(told, mature),
    });
    expect(plan().mature).toBe(false);
  });

  it('pings the role with the first piece alone, which alone makes a sound', () => {
    const { pieces } = plan({ serial: aSerial({ roleId }) });
    expect(pieces[0]?.content.parts[0]).toEqual({ kind: 'ping', roleId });
    const pings = pieces.flatMap(({ content }) => content.parts.filter(({ kind }) => kind === 'ping'));
    expect(pings).toHaveLength(1);
    expect(pieces.map(({ content }) => content.silent)).toEqual(pieces.map((_, index) => index > 0));
    expect(drawContent(pieces[0]?.content.parts ?? [])).toMatch(/^<@&100000000000000009>\n## Chapter 1/);
  });

  it('has its buttons and what comes next on the last piece alone', () => {
    const { pieces } = plan();
    expect(pieces.map(({ content }) => content.controls)).toEqual(
      pieces.map((_, index) => index === pieces.length - 1),
    );
    expect(pieces.flatMap(({ content }) => content.parts.filter(({ kind }) => kind === 'next-chapter'))).toEqual([
      next,
    ]);
    expect(pieces.at(-1)?.content.parts.at(-1)).toEqual(next);
  });

  it('says until when the story pauses, or nothing where nobody knows', () => {
    const pause = { kind: 'pause', until: now } as const;
    expect(plan({ ending: pause }).pieces.at(-1)?.content.parts.at(-1)).toEqual(pause);
    expect(
      plan({ ending: undefined })
        .pieces.at(-1)
        ?.content.parts.map(({ kind }) => kind),
    ).toEqual(['text']);
  });

  it('does afterwards what the serial is set to and the channel can', () => {
    const serial = aSerial({ discussion: true, seeds: ['🔥', 'lamp:1'] });
    const afterwards = (kind: 'text' | 'announcement' | 'forum') =>
      actionsOf(plan({ serial, channel: { kind, tags: [] } })).filter((action) => action.kind !== 'post');
    const last = plan().pieces.length - 1;
    const seeds = [
      { kind: 'seed', piece: last, emoji: '🔥' },
      { kind: 'seed', piece: last, emoji: 'lamp:1' },
    ];
    const thread = { kind: 'thread', piece: last, name: 'Chapter 1: Title 01' };
    expect(afterwards('text')).toEqual([...seeds, thread]);
    expect(afterwards('forum')).toEqual(seeds);
    expect(afterwards('announcement')).toEqual([
      ...seeds,
      thread,
      ...plan().pieces.map((_, piece) => ({ kind: 'publish', piece })),
    ]);
  });

  it('opens a forum post with its first piece, with at most five tags that match the title or the kind', () => {
    const names = ['Flashback', 'storm', 'sea', 'the', 'light', 'house', 'of'];
    const tags = names.map((name, index) => ({ id: `${index}`, name }));
    const chapter = aChapter({ title: 'The Sea, the Storm', kind: 'flashback' });
    const posting = plan({ story: aStory([chapter]), chapter, channel: { kind: 'forum', tags } });
    expect(posting.pieces[0]?.content.post).toEqual({ name: 'The Sea, the Storm', tagIds: ['0', '1', '2', '3'] });
    const many = plan({ channel: { kind: 'forum', tags: Array(7).fill({ id: 't', name: 'title' }) } });
    expect(many.pieces[0]?.content.post?.tagIds).toHaveLength(5);
    expect(many.pieces.slice(1).every(({ content }) => content.post === undefined)).toBe(true);
    expect(plan().pieces[0]?.content.post).toBeUndefined();
  });

  it('shortens the name of a post and of a thread to what Discord takes', () => {
    const chapter = aChapter({ title: '🌊'.repeat(120) });
    const posting = plan({ story: aStory([chapter]), chapter, channel: { kind: 'forum', tags: [] } });
    const shortened = `${'🌊'.repeat(49)}…`;
    expect(posting.pieces[0]?.content.post?.name).toBe(shortened);
    const [thread] = actionsOf(plan({ chapter, serial: aSerial({ discussion: true }) })).slice(-1);
    expect(thread?.kind === 'thread' ? thread.name : '').toBe(shortened);
  });
});
