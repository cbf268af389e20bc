import type { EmojiCount } from '../../feedback/reaction-counts.js';
import type { ChapterReport, ChapterTotals, ReviewSummary, StoryReport } from '../../feedback/report.js';
import type { Suggestion } from '../../feedback/suggestions.js';
import { legible } from '../../feedback/typed-text.js';
import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import { refOf } from '../../story/ref.js';
import { button, option, row, select, separator, text } from './components.js';
import { counted } from './counted.js';
import { encodeCustomId } from './custom-id.js';
import { type ListPage, pageOf, pager } from './pager.js';
import type { View } from './private.js';
import { meanLabel } from './rating-label.js';
import { when } from './time.js';

/** Chapters on one page of the overview: with everything around them, they stay within a message's 4,000 characters. */
const pageSize = 7;
/** Pieces on one page of a chapter's report: with a link and five custom emoji each, they stay within it too. */
const piecesPerPage = 6;
/** Longest names and excerpts, in UTF-16 units before escaping. */
const maxName = 80;
const maxExcerpt = 150;
/** Emoji that one line names before it says how many others there are. */
const maxEmoji = 5;

/** A chapter and what came back to it. */
export interface ReportedChapter<Report extends ChapterTotals = ChapterTotals> {
  readonly key: string;
  readonly name: string;
  readonly report: Report;
}

/** What the author sees of a story. */
export interface Overview {
  readonly story: { readonly id: string; readonly title: string };
  /** A page of those that are out, the newest first. */
  readonly chapters: ListPage<ReportedChapter>;
  readonly totals: StoryReport;
  /** The newest, at most two of which are shown. */
  readonly suggestions: readonly Suggestion[];
}

/** The page of the overview that was asked for: of all chapters that are out, in that order, those that it shows. */
export function overviewPage<T>(chapters: readonly T[], page: number): ListPage<T> {
  return pageOf(chapters.toReversed(), pageSize, page);
}

/** What came back over all chapters, the newest first, with the newest suggestions. */
export function overviewView({ story, chapters, totals, suggestions }: Overview): View {
  const ref = refOf(story.id);
  const { index, items, pages } = chapters;
  const buttons = [
    ...pager(chapters, ['feedback', ref], ['Newer', 'Older']),
    button(encodeCustomId('feedback-suggestions', ref, '0'), `Suggestions (${totals.suggestions})`),
    button(encodeCustomId('reviews', ref, '', '0'), 'Reviews'),
  ];
  return [
    text(`## Feedback: ${escapeMarkup(shorten(story.title, maxName))}\n${totalLines(totals).join('\n')}`),
    separator(),
    text(items.length === 0 ? 'Nothing is out here yet.' : items.map(chapterLines).join('\n')),
    ...(index > 0 || suggestions.length === 0 ? [] : [separator(), text(newest(suggestions))]),
    text(
      `${pages > 1 ? `-# Page ${index + 1} of ${pages}\n` : ''}-# Readers are those who opened a chapter with \`/read\`.`,
    ),
    ...(items.length === 0 ? [] : [row(chapterMenu(ref, items))]),
    row(...buttons),
  ];
}

/** What came back to one chapter; `links` lead to its pieces, in order, and are absent for one that was not posted here. */
export function chapterReportView(
  story: { readonly id: string; readonly title: string },
  { key, name, report }: ReportedChapter<ChapterReport>,
  links: readonly string[],
  page: number,
): View {
  const refs = [refOf(story.id), refOf(key)] as const;
  const lines = report.byPiece.map((piece, at) => pieceLine(piece, at, report.byPiece.length, links[at]));
  const pieces = pageOf(lines, piecesPerPage, page);
  return [
    text(
      `## ${escapeMarkup(shorten(name, maxName))}\n-# ${escapeMarkup(shorten(story.title, maxName))}\n` +
        `${counted(report.readers, 'reader')} with \`/read\`\n` +
        `${counted(report.reactions, 'reaction')}${emojiLine(report.byEmoji)}\n${reviewLine(report.reviews)}`,
    ),
    ...(lines.length === 0 ? [] : [separator(), text(pieces.items.join('\n'))]),
    row(
      button(encodeCustomId('feedback', refs[0], '0'), 'All chapters'),
      button(encodeCustomId('reviews', ...refs, '0'), 'Reviews'),
      ...pager(pieces, ['feedback-chapter', ...refs], ['Earlier pieces', 'Later pieces']),
    ),
  ];
}

function totalLines({ readers, reactions, byEmoji, reviews }: StoryReport): readonly string[] {
  return [counted(readers, 'reader'), `${counted(reactions, 'reaction')}${emojiLine(byEmoji)}`, reviewLine(reviews)];
}

function chapterLines({ name, report }: ReportedChapter): string {
  const { readers, reactions, reviews } = report;
  const facts = [counted(readers, 'reader'), counted(reactions, 'reaction'), reviewLine(reviews)];
  return `**${escapeMarkup(shorten(name, maxName))}**\n${facts.join(' · ')}`;
}

function reviewLine(reviews: ReviewSummary): string {
  const hidden = reviews.hidden === 0 ? '' : `, ${reviews.hidden} hidden`;
  const mean = reviews.rated === 0 ? '' : `, ${meanLabel(reviews)}`;
  return `${counted(reviews.reviews, 'review')}${mean}${hidden}`;
}

function pieceLine(
  { reactions, byEmoji }: ChapterReport['byPiece'][number],
  index: number,
  pieces: number,
  link: string | undefined,
): string {
  const name = `Piece ${index + 1} of ${pieces}`;
  return `${link === undefined ? name : `[${name}](${link})`}: ${counted(reactions, 'reaction')}${emojiLine(byEmoji)}`;
}

function emojiLine(counts: readonly EmojiCount[]): string {
  if (counts.length === 0) return '';
  const named = counts.slice(0, maxEmoji).map(({ emoji, count: times }) => `${emoji.display} ${times}`);
  const others = counts.length - named.length;
  return ` (${[...named, ...(others > 0 ? [`and ${others} more`] : [])].join(' · ')})`;
}

function newest(suggestions: readonly Suggestion[]): string {
  const lines = suggestions.slice(0, 2).map(({ userId, text: typed, at }) => {
    const excerpt = shorten(legible(typed).replaceAll(/\s+/g, ' '), maxExcerpt);
    return `<@${userId}> · ${when(at, 'D')}\n${escapeMarkup(excerpt)}`;
  });
  return ['**Newest suggestions**', ...lines].join('\n');
}

function chapterMenu(ref: string, shown: readonly ReportedChapter[]) {
  const options = shown.map(({ key, name, report }) =>
    option(refOf(key), name, `${counted(report.reactions, 'reaction')}, ${counted(report.reviews.reviews, 'review')}`),
  );
  return select(encodeCustomId('feedback-menu', ref), 'Look at one chapter', options);
}
