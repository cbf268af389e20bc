import { type ComposedText, type Composition, chapterBody, composeChapter } from '../pieces/compose.js';
import type { Chapter, Story } from '../story/model.js';
import { type Page, paginate } from './pages.js';

/** A chapter laid out for the private reader. */
export interface LaidOut {
  readonly composition: Composition;
  /** Its own text. */
  readonly body: ComposedText;
  readonly pages: readonly Page[];
}

/** Chapters that are kept laid out: those that people are reading just now. */
const mostKept = 50;

/** What of a story goes into its chapters' layout. */
interface Kept extends LaidOut {
  readonly title: string;
  readonly warnings: string;
}

/** The one that was read last stands last. A file that changed gives another chapter. */
const kept = new Map<Chapter, Kept>();

/** Lays a chapter out for the private reader: composes it and cuts its pages, once for all who turn them. */
export function layOut(story: Story, chapter: Chapter): LaidOut {
  const { title } = story;
  const warnings = JSON.stringify(story.warnings);
  const known = kept.get(chapter);
  const isSame = known?.title === title && known.warnings === warnings;
  const laidOut = isSame ? known : { ...compute(story, chapter), title, warnings };
  kept.delete(chapter);
  kept.set(chapter, laidOut);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return laidOut;
}

function compute(story: Story, chapter: Chapter): LaidOut {
  const composition = composeChapter(story, chapter);
  const body = chapterBody(composition);
  return { composition, body, pages: paginate(body) };
}
