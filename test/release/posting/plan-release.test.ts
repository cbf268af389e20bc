import { describe, expect, it } from 'vitest';
import type { PieceAction } from '../../../src/release/posting/journal.js';
import { planRelease } from '../../../src/release/posting/plan-release.js';
import { aChapter, aSerial, aStory } from '../../support/factories.js';

const now = Date.parse('2026-11-06T19:00:00Z');
const passages = Array.from({ length: 60 }, (_, index) => ({
  id: `p${index}`,
  text: `${index} ${'word '.repeat(30).trim()}.`,
}));
const long = aChapter({ number: 1, scenes: [{ passages }] });
const story = aStory([long]);
const text = { kind: 'text', tags: [] } as const;

function pieces(release: ReturnType<typeof planRelease>): readonly PieceAction[] {
  return release.steps.flatMap(({ action }) => (action.kind === 'piece' ? [action] : []));
}

describe('planning a release', () => {
  it('freezes pieces that fit a message, with a nonce each that is always the same', () => {
    const serial = aSerial({ roleId: '100000000000000009' });
    const planned = pieces(planRelease(serial, story, long, text, now));
    expect(planned.length).toBeGreaterThan(3);
    for (const piece of planned) {
      expect(piece.content.length).toBeLessThanOrEqual(2_000);
      expect(piece.nonce.length).toBeLessThanOrEqual(25);
    }
    const nonces = planned.map(({ nonce }) => nonce);
    expect(new Set(nonces).size).toBe(planned.length);
    expect(pieces(planRelease(serial, story, long, text, now)).map(({ nonce }) => nonce)).toEqual(nonces);
  });

  it('holds every passage, in order', () => {
    const planned = pieces(planRelease(aSerial(), story, long, text, now));
    expect([...new Set(planned.flatMap((piece) => piece.passages))]).toEqual(passages.map(({ id }) => id));
  });

  it('pings the role with the first piece alone, which alone makes a sound, and puts the buttons on the last', () => {
    const planned = pieces(planRelease(aSerial({ roleId: '100000000000000009' }), story, long, text, now));
    expect(planned.map(({ roleId }) => roleId !== undefined)).toEqual(planned.map((_, index) => index === 0));
    expect(planned.map(({ silent }) => silent)).toEqual(planned.map((_, index) => index > 0));
    expect(planned.map(({ controls }) => controls)).toEqual(planned.map((_, index) => index === planned.length - 1));
    expect(planned[0]?.content).toMatch(/^<@&100000000000000009>\n## Chapter 1/);
  });

  it('does afterwards what the serial is set to and the channel can', () => {
    const serial = aSerial({ discussion: true, seeds: ['🔥'] });
    const kinds = (kind: 'text' | 'announcement' | 'forum') =>
      planRelease(serial, story, long, { kind, tags: [] }, now)
        .steps.map(({ action }) => action.kind)
        .filter((action) => action !== 'piece');
    const count = pieces(planRelease(serial, story, long, text, now)).length;
    expect(kinds('text')).toEqual(['seed', 'thread']);
    expect(kinds('forum')).toEqual(['seed']);
    expect(kinds('announcement')).toEqual(['seed', 'thread', ...Array<string>(count).fill('publish')]);
  });

  it('opens a forum post with at most five tags that match the title or the kind', () => {
    const names = ['Flashback', 'storm', 'sea', 'the', 'light', 'house', 'of'];
    const tags = names.map((name, index) => ({ id: `${index}`, name }));
    const chapter = aChapter({ title: 'The Sea, the Storm', kind: 'flashback' });
    const post = pieces(planRelease(aSerial(), aStory([chapter]), chapter, { kind: 'forum', tags }, now))[0]?.post;
    expect(post).toEqual({ name: 'The Sea, the Storm', tagIds: ['0', '1', '2', '3'] });
  });

  it('shortens the name of a post to what Discord takes', () => {
    const chapter = aChapter({ title: '🌊'.repeat(120) });
    const post = pieces(planRelease(aSerial(), aStory([chapter]), chapter, { kind: 'forum', tags: [] }, now))[0]?.post;
    expect(post?.name).toBe(`${'🌊'.repeat(49)}…`);
  });
});
