import { readingMinutes } from '../markup/count.js';
import { plainText } from '../markup/plain.js';
import { kindName, partName, settingLabel } from '../story/labels.js';
import type { Chapter, Note, Story } from '../story/model.js';
import { chapterPassages } from '../story/passage.js';

/** One thing that was understood of a chapter file, in words. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** All that was understood of a chapter beside its text, in the order in which it matters to its author. */
export function understood(story: Story, chapter: Chapter): readonly Fact[] {
  const { part, number, title, kind, rating, warnings, notes, endNotes, scenes, words } = chapter;
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Part', part && partName(part)],
    ['Number', number === undefined ? 'none' : `${number}`],
    ['Title', title],
    ['Kind', settingLabel(chapter) ?? kindName(kind)],
    ['Rating', rating ?? (story.rating === undefined ? undefined : `${story.rating}, from story.yaml`)],
    ['Warnings', warnings.length === 0 ? undefined : warnings.join(', ')],
    ['Notes before', described(notes)],
    ['Notes after', described(endNotes)],
    ['Scenes', `${scenes.length}, in ${chapterPassages(chapter).length} passages`],
    ['Length', `${words.toLocaleString('en')} words, ${readingMinutes(words)} min to read`],
    ['Summary', chapter.summary],
    [
      'Not before',
      chapter.publishAt
        ?.toISOString()
        .replace(/:00\.000Z$/u, ' UTC')
        .replace('T', ' '),
    ],
    ['Draft', chapter.draft ? 'yes: it is not released' : undefined],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function described(notes: readonly Note[]): string {
  if (notes.length === 0) return 'none';
  return notes.map(({ kind, text }) => `${kind === 'edit' ? 'edit note ' : ''}“${excerpt(plainText(text))}”`).join(' ');
}

function excerpt(text: string): string {
  const words = text.split(/\s+/u);
  return words.length <= 12 ? words.join(' ') : `${words.slice(0, 10).join(' ')} …`;
}
