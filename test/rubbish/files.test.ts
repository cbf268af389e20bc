import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aboutView } from '../../src/discord/rendering/about.js';
import { card } from '../../src/discord/rendering/card.js';
import { chapterListView } from '../../src/discord/rendering/chapter-list.js';
import { drawContent } from '../../src/discord/rendering/draw-part.js';
import { previewView } from '../../src/discord/rendering/preview-view.js';
import type { View } from '../../src/discord/rendering/private.js';
import { gateView, notesView, readerView } from '../../src/discord/rendering/reader-view.js';
import { chapterBody, composeChapter } from '../../src/pieces/compose.js';
import { layouts, maxMessageLengths } from '../../src/pieces/layout.js';
import { paginate } from '../../src/reading/pages.js';
import { planRelease } from '../../src/release/posting/plan-release.js';
import { postingSchema } from '../../src/release/posting/posting.js';
import { openLibrary } from '../../src/story/library.js';
import type { Chapter, Story } from '../../src/story/model.js';
import { measureView, viewText } from '../discord/rendering/view-limits.js';
import { aSerial } from '../support/factories.js';
import { renderer } from '../support/renderer.js';
import { rubbishText } from '../support/rubbish.js';
import { runs } from '../support/runs.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliffhanger-rubbish-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Parts of files as they should be, to be torn and mixed. */
const parts = [
  '---\n',
  'title: A Lamp\n',
  'number: 2\n',
  'number: [1, {a: 2}]\n',
  'rating: mature\n',
  'warnings: [blood, ||x||]\n',
  'publishAt: 2027-01-15\n',
  'draft: yes\n',
  'timeline: -1 month\n',
  'a: &a [*a, *a]\n',
  '# Chapter 1: The Lamp\n\n',
  'A/N: thank you!\n\n',
  'Once upon a time. ',
  '**bold *both* ',
  '```\ncode\n',
  '> quoted\n',
  '[link](https://example.org/a_b) ',
  '***\n\n',
  '\n\n',
  '\r',
] as const;

const text = fc.array(fc.oneof(fc.constantFrom(...parts), rubbishText), { maxLength: 30 }).map((all) => all.join(''));

const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 3, arbitrary: text.map((all) => new TextEncoder().encode(all)) },
  { weight: 1, arbitrary: text.map((all) => Uint8Array.of(0xff, 0xfe, ...Buffer.from(all, 'utf16le'))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2_000 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(text, fc.uint8Array({ maxLength: 20 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([all, torn, at]) => {
        const whole = new TextEncoder().encode(all);
        const cut = Math.floor(whole.length * at);
        return Uint8Array.of(...whole.slice(0, cut), ...torn, ...whole.slice(cut));
      }),
  },
);

const files = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(
      'lamp/01.md',
      'lamp/02.txt',
      'lamp/3 – ünï.md',
      'lamp/story.yaml',
      '01.txt',
      'gate/story.yaml',
      'gate/x.MD',
    ),
    bytes,
  ),
  { minLength: 1, maxLength: 5, selector: ([file]) => file },
);

describe('files of rubbish', () => {
  it('are read, or told of, and whatever is made of them fits into what Discord takes', {
    timeout: 150_000,
  }, async () => {
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        turn += 1;
        const root = join(folder, `${turn}`);
        for (const [file, content] of given) await write(join(root, file), content);
        const library = await openLibrary(root, { now: () => new Date('2026-11-02T12:00:00Z') });
        for (const { message, fix } of [...library.problems, ...library.stories.flatMap((story) => story.problems)]) {
          expect(message).not.toBe('');
          expect(fix).not.toBe('');
        }
        for (const story of library.stories) for (const chapter of story.chapters) expectToFit(story, chapter);
      }),
      { numRuns: runs(30, 1_500), endOnFailure: true },
    );
  });
});

async function write(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  const rested = new Date(Date.now() - 60_000);
  await utimes(path, rested, rested);
}

function expectToFit(story: Story, chapter: Chapter): void {
  const serial = aSerial({ roleId: '100000000000000004' });
  const cards: View[] = [];
  for (const layout of layouts) {
    const setting = { story, chapter, channel: { kind: 'forum', tags: [] }, renderer, now: 0 } as const;
    const ending = { kind: 'next-chapter', at: 0 } as const;
    const release = planRelease({ ...setting, serial: { ...serial, layout }, ending });
    expect(release.pieces.length).toBeGreaterThan(0);
    for (const { content } of release.pieces) {
      const text = drawContent(content.parts);
      expect(text.trim()).not.toBe('');
      expect([...text].length).toBeLessThanOrEqual(maxMessageLengths[layout]);
      if (content.post !== undefined) expect([...content.post.name].length).toBeLessThanOrEqual(100);
      if (layout === 'cards') cards.push(card(content.parts));
    }
    expect(() => postingSchema.parse(release)).not.toThrow();
  }
  for (const parts of cards) expect(viewText(parts).trim()).not.toBe('');
  const visible = story.chapters.map((each) => ({ chapter: each, key: each.id }));
  const composition = composeChapter(story, chapter);
  const pages = paginate(chapterBody(composition));
  const state = { story, visible, current: { chapter, key: chapter.id }, composition, pages, pageIndex: 0 };
  const views = [
    ...cards,
    ...pages.map((_, pageIndex) => readerView({ ...state, pageIndex })),
    gateView(state),
    notesView(state, 0),
    ...layouts.map((layout) => previewView(story, chapter, layout, 0)),
    aboutView(story, visible, serial),
    chapterListView({ story, visible, order: 'story', page: 0 }),
  ];
  for (const view of views) {
    const { characters, components, customIds } = measureView(view);
    expect(characters, JSON.stringify(view)).toBeLessThanOrEqual(4_000);
    expect(components).toBeLessThanOrEqual(40);
    for (const id of customIds) expect(id.length).toBeLessThanOrEqual(100);
  }
}
