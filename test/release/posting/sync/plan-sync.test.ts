import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPart } from '../../../../src/discord/rendering/draw-part.js';
import { maxMessageLengths } from '../../../../src/pieces/layout.js';
import type { Release } from '../../../../src/release/posting/journal.js';
import { planRelease } from '../../../../src/release/posting/plan-release.js';
import { planSync, textToday } from '../../../../src/release/posting/sync/plan-sync.js';
import { settleSync } from '../../../../src/release/posting/sync/settle-sync.js';
import type { Sync } from '../../../../src/release/posting/sync/sync.js';
import { withState } from '../../../../src/release/posting/sync/sync.js';
import type { Chapter } from '../../../../src/story/model.js';
import { makeScenes } from '../../../../src/story/passage.js';
import { aChapter, aSerial, aStory } from '../../../support/factories.js';

const now = Date.parse('2026-11-06T19:00:00Z');

function chapterOf(scenes: readonly (readonly string[])[], change: Partial<Chapter> = {}): Chapter {
  return aChapter({ number: 1, title: 'The Lamp', scenes: makeScenes(scenes), ...change });
}

/** A paragraph of so many characters that no other has. */
function paragraph(name: string, length = 420): string {
  const lead = `Paragraph ${name}. `;
  return (lead + 'The rain had not let up since noon, and nobody came. '.repeat(40)).slice(0, length).trimEnd();
}

function paragraphs(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => paragraph(String(index + 1)));
}

/** The chapter as it was released: message n has the id `m<n>`. */
function released(chapter: Chapter, serial = aSerial(), kind: 'text' | 'announcement' = 'text'): Release {
  const plan = planRelease(serial, aStory([chapter]), chapter, { kind, tags: [] }, now, drawPart);
  return {
    ...plan,
    steps: plan.steps.map((step, index) =>
      step.action.kind === 'piece'
        ? { action: step.action, progress: { state: 'sent', messageId: `m${index + 1}` } }
        : { action: step.action, progress: { state: 'done' } },
    ),
    status: { kind: 'done', at: now },
  };
}

function sync(release: Release, chapter: Chapter, mayGrow = true): Sync {
  const plan = planSync(release, aStory([chapter]), chapter, { now: now + 1, mayGrow, draw: drawPart });
  if (plan.kind !== 'changed') throw new Error(`Expected changes, got ${plan.kind}.`);
  return plan.sync;
}

/** The sync with so many of its steps done. */
function done(plan: Sync, steps = plan.steps.length): Sync {
  return plan.steps
    .slice(0, steps)
    .reduce(
      (so, { change }, index) =>
        withState(so, index, 'done', change.kind === 'post' ? `${plan.digest}-${change.target}` : undefined),
      plan,
    );
}

/** What is done, in short: `edit m3`, `post`, `remove m2`. */
function deeds(plan: Sync): readonly string[] {
  return plan.steps.map(({ change }) =>
    change.kind === 'remove'
      ? `remove ${change.messageId}`
      : [change.kind, plan.targets[change.target]?.messageId].filter((part) => part !== undefined).join(' '),
  );
}

const words = (text: string) =>
  text.split(/\s+/).filter((word) => word !== '' && !/^(-#|Next|chapter:|<t:.*>)$/.test(word));

function shows(release: Release): readonly string[] {
  return words(release.steps.map(({ action }) => (action.kind === 'piece' ? action.content : '')).join('\n\n'));
}

describe('bringing a release up to its chapter', () => {
  it('has nothing to do where nothing changed', () => {
    const chapter = chapterOf([paragraphs(20)]);
    expect(planSync(released(chapter), aStory([chapter]), chapter, { now, mayGrow: true, draw: drawPart })).toEqual({
      kind: 'same',
    });
  });

  it('edits only the piece in which a paragraph was changed', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = before.map((text, index) => (index === 9 ? text.replace('noon', 'dawn') : text));
    expect(deeds(sync(release, chapterOf([after])))).toEqual(['edit m3']);
  });

  it('edits the first piece for a changed title or note', () => {
    const release = released(chapterOf([paragraphs(20)]));
    const changed = chapterOf([paragraphs(20)], {
      title: 'The Gate',
      notes: [{ kind: 'note', text: 'Thank you all.' }],
    });
    expect(deeds(sync(release, changed))).toEqual(['edit m1']);
  });

  it('keeps text that moved within a piece in its message', () => {
    const [first = '', second = '', ...rest] = paragraphs(20);
    const release = released(chapterOf([[first, second, ...rest]]));
    expect(deeds(sync(release, chapterOf([[second, first, ...rest]])))).toEqual(['edit m1']);
  });

  it('lets a neighbour take what its message has no room for', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = before.toSpliced(10, 0, paragraph('new', 400));
    const plan = sync(release, chapterOf([after]));
    expect(plan.steps).toHaveLength(2);
    expect(plan.steps.every(({ change }) => change.kind === 'edit')).toBe(true);
  });

  it('posts new pieces behind the last one where the chapter outgrew all', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = [...before, ...['x', 'y', 'z', 'q', 'r', 's'].map((name) => paragraph(name))];
    const plan = sync(release, chapterOf([after]));
    expect(deeds(plan).slice(0, 2)).toEqual(['post', 'post']);
    const controls = plan.targets.map(({ piece }) => piece.controls);
    expect(controls).toEqual([...controls.slice(1).map(() => false), true]);
  });

  it('makes a message long where it outgrew the others and something stands below', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const after = before.toSpliced(10, 0, ...['x', 'y', 'z', 'q'].map((name) => paragraph(name)));
    const plan = sync(release, chapterOf([after]), false);
    expect(deeds(plan)).toEqual(['edit m3']);
    expect(plan.targets[2]?.piece.layout).toBe('cards');
    expect(plan.targets[2]?.piece.content.length).toBeGreaterThan(2_000);
  });

  it('makes a message long rather than change all that follow it in a long chapter', () => {
    const before = paragraphs(120);
    const release = released(chapterOf([before]));
    const after = before.toSpliced(10, 0, ...['x', 'y', 'z', 'q', 'r'].map((name) => paragraph(name)));
    expect(deeds(sync(release, chapterOf([after])))).toHaveLength(1);
  });

  it('says so where even long messages do not suffice', () => {
    const before = paragraphs(5);
    const chapter = chapterOf([[...before, ...Array.from({ length: 20 }, (_, at) => paragraph(`new ${at}`))]]);
    const plan = planSync(released(chapterOf([before])), aStory([chapter]), chapter, {
      now,
      mayGrow: false,
      draw: drawPart,
    });
    expect(plan.kind).toBe('no-room');
  });

  it('removes a message of which nothing is left, and keeps the last one with its buttons', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const pieces = release.steps.flatMap(({ action }) => (action.kind === 'piece' ? [action] : []));
    const lost = new Set(pieces[2]?.passages);
    const scenes = chapterOf([before]).scenes.map((scene) => ({
      passages: scene.passages.filter(({ id }) => !lost.has(id)),
    }));
    expect(deeds(sync(release, chapterOf([], { scenes })))).toEqual(['remove m3']);
    const lastLost = new Set(pieces.at(-1)?.passages);
    const shorter = chapterOf([before]).scenes.map((scene) => ({
      passages: scene.passages.filter(({ id }) => !lastLost.has(id)),
    }));
    const plan = sync(release, chapterOf([], { scenes: shorter }));
    expect(plan.targets.at(-1)?.messageId).toBe(`m${pieces.length}`);
    expect(plan.steps.every(({ change }) => change.kind === 'edit')).toBe(true);
  });

  it('leaves alone a message that somebody deleted, and does not post its part again', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const steps = release.steps.map((step) =>
      'messageId' in step.progress && step.progress.messageId === 'm3' && step.action.kind === 'piece'
        ? { action: step.action, progress: { state: 'removed' as const, messageId: 'm3' } }
        : step,
    );
    const after = before.map((text, index) => (index === 9 || index === 2 ? text.replace('noon', 'dawn') : text));
    expect(deeds(sync({ ...release, steps }, chapterOf([after])))).toEqual(['edit m1']);
  });

  it('gives the buttons to the one before where the last message was deleted, and nothing is left of its part', () => {
    const before = paragraphs(20);
    const release = released(chapterOf([before]));
    const last = release.steps.length;
    const steps = release.steps.map((step, index) =>
      step.action.kind === 'piece' && index === last - 1
        ? { action: step.action, progress: { state: 'removed' as const, messageId: `m${last}` } }
        : step,
    );
    const lost = new Set(
      release.steps.flatMap(({ action }) => (action.kind === 'piece' ? [action] : [])).at(-1)?.passages,
    );
    const scenes = chapterOf([before]).scenes.map((scene) => ({
      passages: scene.passages.filter(({ id }) => !lost.has(id)),
    }));
    const plan = sync({ ...release, steps }, chapterOf([], { scenes }));
    expect(deeds(plan)).toEqual([`edit m${last - 1}`]);
    expect(plan.targets.at(-1)?.piece.controls).toBe(true);
  });

  it('publishes what is new to the followers of an announcement channel', () => {
    const before = paragraphs(8);
    const release = released(chapterOf([before]), aSerial({ channelKind: 'announcement' }), 'announcement');
    const plan = sync(release, chapterOf([[...before, ...paragraphs(14).slice(8)]]));
    expect(deeds(plan).slice(0, 4)).toEqual(['post', 'post', 'publish', 'publish']);
    const settled = settleSync(release, done(plan));
    const published = settled.steps.flatMap(({ action }) => (action.kind === 'publish' ? [action.piece] : []));
    expect(published).toEqual([0, 1, 2, 3]);
  });

  it('keeps a cut inside a long paragraph where the paragraph is unchanged on one side of it', () => {
    const long = (end: string) => `*${'She waited for the boat, and it did not come. '.repeat(120)}${end}*`;
    const release = released(chapterOf([['Before.', long('Then it came.'), 'After.']]));
    const last = sync(release, chapterOf([['Before.', long('Then it went.'), 'After.']]));
    expect(deeds(last)).toEqual([`edit m${release.steps.length}`]);
    const first = sync(release, chapterOf([['Long before.', long('Then it came.'), 'After.']]));
    expect(deeds(first)).toEqual(['edit m1']);
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

/** The scenes with paragraphs taken out and put in. */
function edited(scenes: readonly (readonly string[])[], edits: readonly { at: number; take: number; put: string[] }[]) {
  return edits.reduce<readonly (readonly string[])[]>((so, { at, take, put }) => {
    const index = at % so.length;
    return so.map((scene, each) => (each === index ? scene.toSpliced(at % (scene.length + 1), take, ...put) : scene));
  }, scenes);
}

describe('any edit of any chapter', () => {
  it('leaves messages that say what the file says, in order, within their limits', () => {
    fc.assert(
      fc.property(
        scenesOfAny,
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (scenes, edits, mayGrow) => {
          const after = edited(scenes, edits);
          fc.pre(after.some((scene) => scene.length > 0));
          const release = released(chapterOf(scenes), aSerial({ roleId: '100000000000000009' }));
          const chapter = chapterOf(after);
          const plan = planSync(release, aStory([chapter]), chapter, { now: now + 1, mayGrow, draw: drawPart });
          if (plan.kind === 'no-room') return expect(mayGrow).toBe(false);
          const settled = plan.kind === 'same' ? release : settleSync(release, done(plan.sync));
          const ping = '<@&100000000000000009>';
          expect(shows(settled).map(bare)).toEqual(
            [ping, ...words(textToday(aStory([chapter]), chapter, drawPart))].map(bare),
          );
          for (const { action } of settled.steps) {
            if (action.kind === 'piece')
              expect(action.content.length).toBeLessThanOrEqual(maxMessageLengths[action.layout]);
          }
          return undefined;
        },
      ),
      { numRuns: 150 },
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
        const plan = planSync(release, aStory([chapter]), chapter, { now: now + 1, mayGrow: true, draw: drawPart });
        if (plan.kind !== 'changed') return;
        const ids = new Set(chapter.scenes.flatMap(({ passages }) => passages.map(({ id }) => id)));
        const touched = release.steps.filter(
          ({ action }) => action.kind === 'piece' && action.passages.some((id) => !ids.has(id)),
        );
        expect(plan.sync.steps.length).toBeLessThanOrEqual(Math.max(1, touched.length));
      }),
      { numRuns: 150 },
    );
  });

  it('has nothing left to do once it is done', () => {
    fc.assert(
      fc.property(scenesOfAny, fc.array(edit, { minLength: 1, maxLength: 3 }), (scenes, edits) => {
        const after = edited(scenes, edits);
        fc.pre(after.some((scene) => scene.length > 0));
        const chapter = chapterOf(after);
        const release = released(chapterOf(scenes));
        const plan = planSync(release, aStory([chapter]), chapter, { now: now + 1, mayGrow: true, draw: drawPart });
        if (plan.kind !== 'changed') return;
        const again = planSync(settleSync(release, done(plan.sync)), aStory([chapter]), chapter, {
          now,
          mayGrow: true,
          draw: drawPart,
        });
        expect(again).toEqual({ kind: 'same' });
      }),
      { numRuns: 100 },
    );
  });
});

describe('an update that stopped half-way', () => {
  it('is made whole by the next one, whatever the file says by then', () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(scenesOfAny, edits, edits, fc.nat(10), fc.boolean(), (scenes, first, second, steps, mayGrow) => {
        const [one, two] = [edited(scenes, first), edited(scenes, second)];
        fc.pre([one, two].every((each) => each.some((scene) => scene.length > 0)));
        const release = released(chapterOf(scenes));
        const begun = planSync(release, aStory([chapterOf(one)]), chapterOf(one), {
          now: now + 1,
          mayGrow,
          draw: drawPart,
        });
        const half = begun.kind === 'changed' ? settleSync(release, done(begun.sync, steps)) : release;
        const plan = planSync(half, aStory([chapterOf(two)]), chapterOf(two), {
          now: now + 2,
          mayGrow: true,
          draw: drawPart,
        });
        const settled = plan.kind === 'changed' ? settleSync(half, done(plan.sync)) : half;
        const wanted = words(textToday(aStory([chapterOf(two)]), chapterOf(two), drawPart));
        expect(shows(settled).map(bare)).toEqual(wanted.map(bare));
      }),
      { numRuns: 100 },
    );
  });
});

/** A word without the markers that a cut may add to it. */
function bare(text: string): string {
  return text.replaceAll('*', '');
}
