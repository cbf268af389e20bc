import type { Chapter, Story } from '../story/model.js';
import type { Serial } from './serial.js';

/** What of a serial decides which chapter comes next. */
export type Progress = Pick<Serial, 'from' | 'released'>;

/** The chapter that is next, and whether it may come out; `none` where everything in hand is out. */
export type Next =
  | { readonly kind: 'ready'; readonly chapter: Chapter }
  | { readonly kind: 'draft' | 'dated'; readonly chapter: Chapter }
  | { readonly kind: 'none' };

/**
 * The next chapter of a serial: the first one in the story's order, from where the serial began, that is not out. It is never
 * overtaken: a draft, or one dated after `now` (epoch milliseconds), holds back those behind it.
 * `isOut` tells whether a chapter has been released, under this name or an earlier one.
 */
export function nextChapter(story: Story, progress: Progress, isOut: (chapter: Chapter) => boolean, now: number): Next {
  const chapter = ahead(story, progress, isOut)[0];
  if (chapter === undefined) return { kind: 'none' };
  if (chapter.draft) return { kind: 'draft', chapter };
  if (chapter.publishAt !== undefined && chapter.publishAt.getTime() > now) return { kind: 'dated', chapter };
  return { kind: 'ready', chapter };
}

/** The chapters that are still to come, in order, drafts included. */
export function ahead(story: Story, progress: Progress, isOut: (chapter: Chapter) => boolean): readonly Chapter[] {
  return story.chapters.slice(startIndex(story, progress)).filter((chapter) => !isOut(chapter));
}

/** The chapters before the one at which the serial began: they count as out, since they were told elsewhere. */
export function beforeStart(story: Story, progress: Progress): readonly Chapter[] {
  return story.chapters.slice(0, startIndex(story, progress));
}

/**
 * How many chapters can come out at the coming slots: those up to the first draft. A dated one is counted, since its date may
 * have come by then.
 */
export function inHand(chapters: readonly Chapter[]): number {
  const firstDraft = chapters.findIndex((chapter) => chapter.draft);
  return firstDraft === -1 ? chapters.length : firstDraft;
}

/** A chapter file that is gone no longer marks a beginning: then everything counts, and `released` keeps it in order. */
function startIndex(story: Story, { from }: Progress): number {
  return from === undefined
    ? 0
    : Math.max(
        0,
        story.chapters.findIndex((chapter) => chapter.id === from),
      );
}
