import { createHash } from 'node:crypto';
import type { Chapter, Note, Story } from '../story/model.js';
import { effectiveWarnings } from './compose.js';

/**
 * Tells one reading of a chapter from another, in 16 characters of base64url: it changes when and only when something that
 * readers see of it does, and not with how we word, draw or cut that.
 */
export function chapterDigest(story: Pick<Story, 'title' | 'warnings'>, chapter: Chapter): string {
  const { number, part, title, kind, timeline, notes, endNotes, scenes } = chapter;
  // Lists alone, so that no order of keys comes into it.
  const seen = [
    story.title,
    [number, part === undefined ? null : [part.number, part.name], title, kind],
    timeline === undefined ? null : timelineKey(timeline),
    effectiveWarnings(story, chapter),
    notes.map(noteKey),
    endNotes.map(noteKey),
    scenes.map(({ passages }) => passages.map(({ text }) => text)),
  ];
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 16);
}

function timelineKey(timeline: NonNullable<Chapter['timeline']>): readonly (string | number)[] {
  return timeline.kind === 'date' ? [timeline.date] : [timeline.amount, timeline.unit];
}

function noteKey({ kind, text, unlabelled }: Note): readonly string[] {
  return [kind, unlabelled ?? text];
}
