import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawContent } from '../../../../src/discord/rendering/draw-part.js';
import { maxMessageLengths } from '../../../../src/pieces/layout.js';
import { isOfChapter } from '../../../../src/pieces/part.js';
import type { PieceContent, PostingPiece } from '../../../../src/release/posting/piece.js';
import { planRelease, type ReleaseSetting } from '../../../../src/release/posting/plan-release.js';
import { type Posting, postingSchema } from '../../../../src/release/posting/posting.js';
import {
  planUpdate,
  textPosted,
  textToday,
  type UpdatePlan,
} from '../../../../src/release/posting/update/plan-update.js';
import type { Chapter } from '../../../../src/story/model.js';
import { makeScenes } from '../../../../src/story/passage.js';
import { carriedOut, rested } from '../../../support/carry-out.js';
import { aChapter, aSerial, aStory } from '../../../support/factories.js';
import { aParagraph as paragraph } from '../../../support/release-room.js';
import { renderer } from '../../../support/renderer.js';
import { runs } from '../../../support/runs.js';

const now = Date.parse('2026-11-06T19:00:00Z');
const roleId = '100000000000000009';
const next = { kind: 'next-chapter', at: Date.parse('2026-11-13T19:00:00Z') } as const;

function chapterOf(scenes: readonly (readonly string[])[], change: Partial<Chapter> = {}): Chapter {
  return aChapter({ number: 1, title: 'The Lamp', scenes: makeScenes(scenes), ...change });
}

function paragraphs(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => paragraph(String(index + 1)));
}

/** The chapter as it was released: message n has the id `m<n>`. */
function released(chapter: Chapter, change: Partial<ReleaseSetting> = {}): Posting {
  const setting = { serial: aSerial(), story: aStory([chapter]), channel: { kind: 'text', tags: [] } } as const;
  return rested(planRelease({ ...setting, chapter, ending: next, renderer, now, ...change }));
}

function plan(posting: Posting, chapter: Chapter, mayGrow = true, at = now + 1): UpdatePlan {
  return planUpdate(posting, { story: aStory([chapter]), chapter, renderer, now: at, mayGrow });
}

/** The posting with its update; fails where there is nothing to do. */
function update(posting: Posting, chapter: Chapter, mayGrow = true): Posting {
  const planned = plan(posting, chapter, mayGrow);
  if (planned.kind !== 'changed') throw new Error(`Expected changes, got ${planned.kind}.`);
  return planned.posting;
}

function operationsOf({ plan: planned }: Posting) {
  return planned?.operations ?? [];
}

/** What is done, in short: `edit m3`, `post`, `delete m2`. */
function deeds(posting: Posting): readonly string[] {
  return operationsOf(posting).map(({ action }) =>
    [action.kind, posting.pieces[action.piece]?.messageId].filter((part) => part !== undefined).join(' '),
  );
}

/** What each piece is to say, those that go left out. */
function targets(posting: Posting): readonly PieceContent[] {
  const actions = operationsOf(posting).map(({ action }) => action);
  return posting.pieces.flatMap(({ content }, index) => {
    if (actions.some(({ kind, piece }) => kind === 'delete' && piece === index)) return [];
    const edit = actions.find((action) => action.kind === 'edit' && action.piece === index);
    return [edit?.kind === 'edit' ? edit.to : content];
  });
}

function deleted(posting: Posting, ...messageIds: readonly (string | undefined)[]): Posting {
  const pieces = posting.pieces.map(
    (piece): PostingPiece => (messageIds.includes(piece.messageId) ? { ...piece, deletedBy: 'others' } : piece),
  );
  return { ...posting, pieces };
}

const words = (text: string) =>
  text.split(/\s+/).filter((word) => word !== '' && !/^(-#|Next|chapter:|<t:.*>)$/.test(word));

/** The words of the chapter that readers see, without the markers that a cut may add. */
function shows({ pieces }: Posting): readonly string[] {
  return words(pieces.map(({ content }) => drawContent(content.parts.filter(isOfChapter))).join('\n\n')).map(bare);
}

function today(chapter: Chapter): string {
  return textToday(aStory([chapter]), chapter, renderer);
}

/** Fails unless the posting says exactly what the file of the chapter says, in messages that Discord takes. */
function expectToday(posting: Posting, chapter: Chapter): void {
  expect(textPosted(posting, renderer)).toBe(today(chapter));
  expect(shows(posting)).toEqual(words(today(chapter)).map(bare));
  const standing = posting.pieces.filter(({ deletedBy }) => deletedBy === undefined);
  for (const { content } of standing) {
    expect([...drawContent(content.parts)].length).toBeLessThanOrEqual(maxMessageLengths[content.layout]);
  }
  expect(posting.passages).toEqual(chapter.scenes.flatMap(({ passages }) => passages.map(({ id }) => id)));
}

describe('bringing a posting up to its chapter', () => {
  it('has nothing to do where nothing changed', () => {
    const chapter = chapterOf([paragraphs(20)]);
    const posting = released(chapter);
    expect(plan(posting, chapter)).toEqual({ kind: 'same', posting });
  });

  it('edits only the piece in which a paragraph was changed', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = before.map((text, index) => (index === 9 ? text.replace('noon', 'dawn') : text));
    expect(deeds(update(release, chapterOf([after])))).toEqual(['edit m3']);
  });

  it('edits the first piece for a changed title or note', () => {
    const release = released(chapterOf([paragraphs(20)]));
    const changed = chapterOf([paragraphs(20)], {
      title: 'The Gate',
      notes: [{ kind: 'note', text: 'Thank you all.' }],
    });
    expect(deeds(update(release, changed))).toEqual(['edit m1']);
  });

  it('keeps text that moved within a piece in its message', () => {
    const [first = '', second = '', ...rest] = paragraphs(20);
    const release = released(chapterOf([[first, second, ...rest]]));
    expect(deeds(update(release, chapterOf([[second, first, ...rest]])))).toEqual(['edit m1']);
  });

  it('lets a neighbour take what its message has no room for', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = before.toSpliced(10, 0, paragraph('new', 400));
    const planned = update(release, chapterOf([after]));
    expect(operationsOf(planned).map(({ action }) => action.kind)).toEqual(['edit', 'edit']);
  });

  it('posts new pieces behind the last one where the chapter outgrew all', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = [...before, ...['x', 'y', 'z', 'q', 'r', 's'].map((name) => paragraph(name))];
    const planned = update(release, chapterOf([after]));
    expect(deeds(planned)).toEqual(['post', 'post', `edit m${release.pieces.length}`]);
    const controls = targets(planned).map((content) => content.controls);
    expect(controls).toEqual([...controls.slice(1).map(() => false), true]);
    const endings = targets(planned).map(({ parts }) => parts.filter(({ kind }) => kind === 'next-chapter').length);
    expect(endings).toEqual([...endings.slice(1).map(() => 0), 1]);
    const added = planned.pieces.slice(release.pieces.length);
    expect(added.every(({ content, payload }) => content.silent && payload !== undefined)).toBe(true);
    expect(new Set(planned.pieces.map(({ nonce }) => nonce)).size).toBe(planned.pieces.length);
  });

  it('makes a message long where it outgrew the others and something stands below', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = before.toSpliced(10, 0, ...['x', 'y', 'z', 'q'].map((name) => paragraph(name)));
    const planned = update(release, chapterOf([after]), false);
    expect(deeds(planned)).toEqual(['edit m3']);
    const third = targets(planned)[2];
    expect(third?.layout).toBe('cards');
    expect(drawContent(third?.parts ?? []).length).toBeGreaterThan(2_000);
  });

  it('makes a message long rather than change all that follow it in a long chapter', () => {
    const before = paragraphs(120);
    const release = released(chapterOf([before]));
    const after = before.toSpliced(10, 0, ...['x', 'y', 'z', 'q', 'r'].map((name) => paragraph(name)));
    expect(deeds(update(release, chapterOf([after])))).toHaveLength(1);
  });

  it('says so where even long messages do not suffice', () => {
    const before = paragraphs(5);
    const chapter = chapterOf([[...before, ...Array.from({ length: 20 }, (_, at) => paragraph(`new ${at}`))]]);
    expect(plan(released(chapterOf([before])), chapter, false)).toEqual({ kind: 'no-room' });
    expect(plan(released(chapterOf([before])), chapter, true).kind).toBe('changed');
  });

  it('removes a message of which nothing is left, and keeps the last one with its buttons', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const lost = new Set(release.pieces[2]?.content.passages);
    const scenes = chapterOf([before]).scenes.map((scene) => ({
      passages: scene.passages.filter(({ id }) => !lost.has(id)),
    }));
    expect(deeds(update(release, chapterOf([], { scenes })))).toEqual(['delete m3']);
    const lastLost = new Set(release.pieces.at(-1)?.content.passages);
    const shorter = chapterOf([before]).scenes.map((scene) => ({
      passages: scene.passages.filter(({ id }) => !lastLost.has(id)),
    }));
    const planned = update(release, chapterOf([], { scenes: shorter }));
    expect(deeds(planned)).toContain(`edit m${release.pieces.length}`);
    expect(operationsOf(planned).every(({ action }) => action.kind === 'edit')).toBe(true);
    expect(targets(planned).at(-1)?.controls).toBe(true);
  });

  it('leaves alone a message that somebody deleted, and does not post its part again', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = before.map((text, index) => (index === 9 || index === 2 ? text.replace('noon', 'dawn') : text));
    const planned = update(deleted(release, 'm3'), chapterOf([after]));
    expect(deeds(planned)).toEqual(['edit m1']);
    expectToday(rested(planned), chapterOf([after]));
  });

  it('gives the buttons to the one before where the last message was deleted, and nothing is left of its part', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const last = release.pieces.length;
    const lost = new Set(release.pieces.at(-1)?.content.passages);
    const scenes = chapterOf([before]).scenes.map((scene) => ({
      passages: scene.passages.filter(({ id }) => !lost.has(id)),
    }));
    const planned = update(deleted(release, `m${last}`), chapterOf([], { scenes }));
    expect(deeds(planned)).toEqual([`edit m${last - 1}`]);
    expect(targets(planned)[last - 2]).toMatchObject({ controls: true, parts: expect.arrayContaining([next]) });
    const kept = release.pieces[last - 2]?.content.passages;
    expect(targets(planned)[last - 2]?.passages).toEqual(kept);
    expectToday(rested(planned), chapterOf([], { scenes }));
  });

  it('makes no card too long for the ending that it takes over from a message that is gone', () => {
    const texts = [paragraph('1', 1_900), paragraph('2', 1_800), paragraph('3', 1_900), paragraph('4', 1_900)];
    const release = released(chapterOf([texts]), { serial: aSerial({ layout: 'cards' }) });
    const [head, ...last] = release.pieces;
    expect(last).toHaveLength(1);
    const room = 4_000 - drawContent(head?.content.parts ?? []).length;
    const grown = [`${paragraph('1', 1_900)}${'x'.repeat(room - 10)}`, paragraph('2', 1_800)];
    const planned = update(deleted(release, last[0]?.messageId), chapterOf([grown]));
    expectToday(rested(planned), chapterOf([grown]));
  });

  it('publishes what is new to the followers of an announcement channel', () => {
    const before = paragraphs(8);
    const release = released(chapterOf([before]), { channel: { kind: 'announcement', tags: [] } });
    const planned = update(release, chapterOf([[...before, ...paragraphs(14).slice(8)]]));
    expect(deeds(planned).slice(0, 4)).toEqual(['post', 'post', 'publish', 'publish']);
    const published = operationsOf(planned).flatMap(({ action }) => (action.kind === 'publish' ? [action.piece] : []));
    expect(published).toEqual([release.pieces.length, release.pieces.length + 1]);
  });

  it('keeps a cut inside a long paragraph where the paragraph is unchanged on one side of it', () => {
    const long = (end: string) => `*${'She waited for the boat, and it did not come. '.repeat(120)}${end}*`;
    const release = released(chapterOf([['Before.', long('Then it came.'), 'After.']]));
    const last = update(release, chapterOf([['Before.', long('Then it went.'), 'After.']]));
    expect(deeds(last)).toEqual([`edit m${release.pieces.length}`]);
    const first = update(release, chapterOf([['Long before.', long('Then it came.'), 'After.']]));
    expect(deeds(first)).toEqual(['edit m1']);
  });

  it('knows at once what the chapter is where its messages stay as they are', () => {
    const before = chapterOf([paragraphs(4)]);
    const after = chapterOf([paragraphs(4)], { rating: 'mature' });
    const planned = plan(released(before), after);
    expect(planned).toMatchObject({ kind: 'same', posting: { mature: true } });
  });

  it('changes nothing that is known of the chapter before the update is over', () => {
    const release = released(chapterOf([paragraphs(20)]));
    const planned = update(release, chapterOf([paragraphs(20)], { title: 'The Gate' }));
    expect(planned.label).toBe(release.label);
    expect(planned.plan).toMatchObject({
      kind: 'update',
      plannedAt: now + 1,
      becomes: { label: 'Chapter 1: The Gate' },
    });
    expect(rested(planned).label).toBe('Chapter 1: The Gate');
  });

  it('keeps what a piece says until its edit is done', () => {
    const release = released(chapterOf([paragraphs(20)]));
    const planned = update(release, chapterOf([paragraphs(20)], { title: 'The Gate' }));
    expect(planned.pieces).toEqual(release.pieces);
  });

  it('renames the forum post with a new title, and leaves its tags', () => {
    const forum = { channel: { kind: 'forum', tags: [{ id: '7', name: 'Lamp' }] } } as const;
    const release = released(chapterOf([paragraphs(4)]), forum);
    const planned = update(release, chapterOf([paragraphs(4)], { title: 'The Gate' }));
    expect(targets(planned)[0]?.post).toEqual({ name: 'Chapter 1: The Gate', tagIds: ['7'] });
  });

  it('freezes the payloads that rendering gives, and can be stored', () => {
    const release = released(chapterOf([paragraphs(20)]), { serial: aSerial({ roleId }) });
    const planned = update(
      release,
      chapterOf([[...paragraphs(20), paragraph('x'), paragraph('y')]], { title: 'Gate' }),
    );
    for (const { action } of operationsOf(planned)) {
      if (action.kind === 'edit') expect(action.payload).toEqual(renderer.payload(release, action.to));
      const { content, payload } = planned.pieces[action.piece] ?? {};
      if (action.kind === 'post') expect(payload).toEqual(content && renderer.payload(release, content));
    }
    expect(postingSchema.parse(JSON.parse(JSON.stringify(planned)))).toEqual(planned);
  });

  it('keeps the ping where it is, and calls nobody again', () => {
    const release = released(chapterOf([paragraphs(20)]), { serial: aSerial({ roleId }) });
    const [first] = targets(update(release, chapterOf([paragraphs(20)], { title: 'The Gate' })));
    expect(first?.parts[0]).toEqual({ kind: 'ping', roleId });
  });

  it('edits the last message first and posts before it edits, so that no text is missing for a moment', () => {
    const before = paragraphs(12);
    const release = released(chapterOf([before]));
    const after = [...before.flatMap((text) => [text, text.replace('Paragraph', 'Once more')])];
    const kinds = operationsOf(update(release, chapterOf([after]))).map(({ action }) => action);
    const posts = kinds.filter(({ kind }) => kind === 'post').length;
    expect(kinds.slice(0, posts).every(({ kind }) => kind === 'post')).toBe(true);
    const edits = kinds.filter(({ kind }) => kind === 'edit').map(({ piece }) => piece);
    expect(edits).toEqual(edits.toSorted((a, b) => b - a));
    expect(edits.length).toBeGreaterThan(1);
  });
});

const word = fc.constantFrom('rain', 'lamp', 'gate', '*soft*', 'noon', '**loud**', 'nobody', '“Yes,”', 'she', 'said');
const line = fc.array(word, { minLength: 3, maxLength: 160 }).map((all) => `${all.join(' ')}.`);
const scenesOfAny = fc.array(fc.array(line, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
const edit = fc.record({
  at: fc.nat(40),
  take: fc.nat(6),
  put: fc.array(line, { maxLength: 5 }),
});
const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
const hasText = (scenes: readonly (readonly string[])[]) => scenes.some((scene) => scene.length > 0);

/** The scenes with paragraphs taken out and put in. */
function edited(scenes: readonly (readonly string[])[], edits: readonly { at: number; take: number; put: string[] }[]) {
  return edits.reduce<readonly (readonly string[])[]>((so, { at, take, put }) => {
    const index = at % so.length;
    return so.map((scene, each) => (each === index ? scene.toSpliced(at % (scene.length + 1), take, ...put) : scene));
  }, scenes);
}

describe('any edit of any chapter', () => {
  it('leaves messages that say exactly what the file says, in order, within their limits', () => {
    fc.assert(
      fc.property(
        scenesOfAny,
        edits,
        fc.boolean(),
        fc.constantFrom('messages', 'cards'),
        (scenes, some, mayGrow, layout) => {
          const after = edited(scenes, some);
          fc.pre(hasText(after));
          const chapter = chapterOf(after);
          const release = released(chapterOf(scenes), { serial: aSerial({ roleId, layout }) });
          const planned = plan(release, chapter, mayGrow);
          if (planned.kind === 'no-room') expect(mayGrow).toBe(false);
          else expectToday(rested(planned.posting), chapter);
        },
      ),
      { numRuns: runs(150, 2_000) },
    );
  });

  it('leaves the ping first, what comes next and the buttons last, and none of them twice', () => {
    fc.assert(
      fc.property(scenesOfAny, edits, (scenes, some) => {
        const after = edited(scenes, some);
        fc.pre(hasText(after));
        const planned = plan(released(chapterOf(scenes), { serial: aSerial({ roleId }) }), chapterOf(after));
        if (planned.kind === 'no-room') throw new Error('There is room below.');
        const { pieces } = rested(planned.posting);
        const frames = pieces.flatMap(({ content }) => content.parts.filter((part) => !isOfChapter(part)));
        expect(frames).toEqual([{ kind: 'ping', roleId }, next]);
        expect(pieces[0]?.content.parts[0]?.kind).toBe('ping');
        expect(pieces.at(-1)?.content.parts.at(-1)).toEqual(next);
        expect(pieces.map(({ content }) => content.controls)).toEqual(pieces.map((_, at) => at === pieces.length - 1));
      }),
      { numRuns: runs(100, 1_000) },
    );
  });

  it('leaves alone what somebody deleted, and says the rest', () => {
    fc.assert(
      fc.property(scenesOfAny, edits, fc.nat(9), fc.boolean(), (scenes, some, at, mayGrow) => {
        const after = edited(scenes, some);
        fc.pre(hasText(after));
        const whole = released(chapterOf(scenes));
        const lost = whole.pieces[at % whole.pieces.length]?.messageId;
        const planned = plan(deleted(whole, lost), chapterOf(after), mayGrow);
        if (planned.kind === 'no-room') return;
        expect(deeds(planned.posting).filter((deed) => deed.endsWith(` ${lost}`))).toEqual([]);
        expectToday(rested(planned.posting), chapterOf(after));
      }),
      { numRuns: runs(100, 2_000) },
    );
  });

  it('moves nothing to where somebody deleted the message', () => {
    fc.assert(
      fc.property(scenesOfAny, edits, fc.nat(9), fc.boolean(), (scenes, some, at, mayGrow) => {
        const after = edited(scenes, some);
        fc.pre(hasText(after));
        const whole = released(chapterOf(scenes));
        const lost = whole.pieces[at % whole.pieces.length];
        const planned = plan(deleted(whole, lost?.messageId), chapterOf(after), mayGrow);
        if (planned.kind === 'no-room') return;
        const shown = ({ pieces }: Posting) =>
          pieces.flatMap(({ content, deletedBy }) => (deletedBy === undefined ? content.passages : []));
        const there = new Set(chapterOf(after).scenes.flatMap(({ passages }) => passages.map(({ id }) => id)));
        const stood = shown(deleted(whole, lost?.messageId)).filter((id) => there.has(id));
        expect(shown(rested(planned.posting))).toEqual(expect.arrayContaining(stood));
      }),
      { numRuns: runs(150, 3_000) },
    );
  });

  it('moves nothing to where somebody deleted the message and nothing is left of its part', () => {
    fc.assert(
      fc.property(scenesOfAny, fc.nat(9), (scenes, at) => {
        const before = chapterOf(scenes);
        const whole = released(before);
        const lost = whole.pieces[at % whole.pieces.length];
        const kept = before.scenes
          .map(({ passages }) => ({ passages: passages.filter(({ id }) => !lost?.content.passages.includes(id)) }))
          .filter(({ passages }) => passages.length > 0);
        fc.pre(kept.length > 0);
        const planned = plan(deleted(whole, lost?.messageId), chapterOf([], { scenes: kept }));
        if (planned.kind === 'no-room') return;
        const shown = rested(planned.posting).pieces.flatMap(({ content, deletedBy }) =>
          deletedBy === undefined ? content.passages : [],
        );
        expect(new Set(shown)).toEqual(new Set(kept.flatMap(({ passages }) => passages.map(({ id }) => id))));
      }),
      { numRuns: runs(200, 3_000) },
    );
  });

  it('keeps every message whose passages did not change as it is, and none is asked for twice', () => {
    fc.assert(
      fc.property(scenesOfAny, edit, (scenes, { at, put }) => {
        const total = scenes.flat().length;
        const target = at % total;
        let index = 0;
        const after = scenes.map((scene) =>
          scene.map((text) => {
            index += 1;
            return index - 1 === target ? bare(put[0] ?? text).slice(0, text.length) : text;
          }),
        );
        const release = released(chapterOf(scenes));
        const chapter = chapterOf(after);
        const planned = plan(release, chapter);
        if (planned.kind !== 'changed') return;
        const ids = new Set(chapter.scenes.flatMap(({ passages }) => passages.map(({ id }) => id)));
        const touched = release.pieces.filter(({ content }) => content.passages.some((id) => !ids.has(id)));
        expect(operationsOf(planned.posting).length).toBeLessThanOrEqual(Math.max(1, touched.length));
      }),
      { numRuns: runs(150, 2_000) },
    );
  });

  it('has nothing left to do once it is done', () => {
    fc.assert(
      fc.property(scenesOfAny, edits, (scenes, some) => {
        const after = edited(scenes, some);
        fc.pre(hasText(after));
        const planned = plan(released(chapterOf(scenes)), chapterOf(after));
        if (planned.kind !== 'changed') return;
        const settled = rested(planned.posting);
        expect(plan(settled, chapterOf(after))).toEqual({ kind: 'same', posting: settled });
      }),
      { numRuns: runs(100, 1_000) },
    );
  });
});

describe('an update that stopped half-way', () => {
  /** What stands of a posting: a piece that was to be added and was not is none. */
  const standing = ({ plan: _plan, pieces, ...posting }: Posting): Posting => ({
    ...posting,
    pieces: pieces.filter(({ messageId, deletedBy }) => messageId !== undefined && deletedBy !== 'us'),
  });

  it('is made whole by the next one, whatever the file says by then', () => {
    fc.assert(
      fc.property(scenesOfAny, edits, edits, fc.nat(10), fc.boolean(), (scenes, first, second, count, mayGrow) => {
        const [one, two] = [edited(scenes, first), edited(scenes, second)];
        fc.pre(hasText(one) && hasText(two));
        const release = released(chapterOf(scenes));
        const begun = plan(release, chapterOf(one), mayGrow);
        const half = begun.kind === 'changed' ? standing(carriedOut(begun.posting, count)) : release;
        const planned = plan(half, chapterOf(two), true, now + 2);
        if (planned.kind === 'no-room') throw new Error('There is room below.');
        expectToday(rested(planned.posting), chapterOf(two));
      }),
      { numRuns: runs(100, 1_000) },
    );
  });
});

/** A word without the markers that a cut may add to it. */
function bare(text: string): string {
  return text.replaceAll('*', '');
}
