import { ButtonStyle } from 'discord-api-types/v10';
import { readingMinutes } from '../../markup/count.js';
import { cutMarkdown } from '../../markup/split.js';
import { type Composition, partsOfKind } from '../../pieces/compose.js';
import type { Page } from '../../reading/pages.js';
import { encodeSpot } from '../../reading/spot.js';
import type { VisibleChapter } from '../../release/serial/whats-out.js';
import { chapterLabelWithin, settingLabel } from '../../story/labels.js';
import type { Story } from '../../story/model.js';
import { refOf } from '../../story/ref.js';
import { button, container, maxOptionText, option, row, select, text } from './components.js';
import { encodeCustomId } from './custom-id.js';
import { type Aside, drawAside, drawContent, headingLabel } from './draw-part.js';
import { pageOf, pager } from './pager.js';
import type { View } from './private.js';

/** Text that one components message holds, in characters, with a little left over. Source: Discord's documentation. */
const maxViewText = 3_900;
/** Options that one menu holds. Source: Discord's documentation. */
const maxOptions = 25;

/** What the reader is at. */
export interface ReaderState {
  readonly story: Story;
  /** All chapters that are out here, in order. */
  readonly visible: readonly VisibleChapter[];
  readonly current: VisibleChapter;
  readonly composition: Composition;
  readonly pages: readonly Page[];
  readonly pageIndex: number;
}

/** One page of a chapter: what comes before the text, the text, what comes after, how far it is, and where to go. */
export function readerView(state: ReaderState): View {
  const { composition, pages, pageIndex } = state;
  const page = pages[pageIndex];
  const first = pageIndex === 0;
  const last = pageIndex === pages.length - 1;
  const head = first ? leadOf(composition) : smallLabel(composition);
  const progress = progressLine(state);
  const room = maxViewText - head.length - progress.length - (page?.text.length ?? 0);
  const before = first ? fitNotes(notesBefore(composition), last ? room / 2 : room) : nothingLeft;
  const after = last ? fitNotes(partsOfKind(composition.parts, 'end-note'), room - before.shown.length) : nothingLeft;
  return [
    text(head),
    ...(before.shown === '' ? [] : [container(text(before.shown))]),
    ...(page === undefined ? [] : [text(page.text)]),
    ...(after.shown === '' ? [] : [container(text(after.shown))]),
    text(progress),
    ...moveRow(state, before.cut || after.cut),
    ...chapterRow(state),
  ];
}

/** What stands before a mature chapter: what it warns of, the notes, and a button that shows the text. */
export function gateView(state: ReaderState): View {
  const { composition, story, current } = state;
  const head = `${leadOf(composition)}\n-# Mature content`;
  const notes = fitNotes(notesBefore(composition), maxViewText - head.length);
  return [
    text(head),
    ...(notes.shown === '' ? [] : [container(text(notes.shown))]),
    row(button(pageId(story, current, 'start'), 'Show chapter', ButtonStyle.Primary), ...notesButton(state, notes.cut)),
    ...chapterRow(state),
  ];
}

/** All notes of a chapter, in pages of their own, for those that are too long to stand beside the text. */
export function notesView(state: ReaderState, given: number): View {
  const { composition, story, current } = state;
  const pages = cutNotes(partsOfKind(composition.parts, 'warnings', 'note', 'end-note'), maxViewText / 2);
  const shown = pageOf(pages, 1, given);
  return [
    text(`${smallLabel(composition)} · notes, ${shown.index + 1} of ${shown.pages}`),
    container(text(shown.items[0] ?? 'There are no notes.')),
    row(
      ...pager(shown, ['read-notes', refOf(story.id), refOf(current.key)], ['Previous', 'Next']),
      button(pageId(story, current, 'start'), 'Back to the text', ButtonStyle.Primary),
    ),
  ];
}

interface FittedNotes {
  readonly shown: string;
  /** Whether there is more than is shown. */
  readonly cut: boolean;
}

const nothingLeft: FittedNotes = { shown: '', cut: false };

/** What stands above a chapter. */
function leadOf({ parts }: Composition): string {
  return drawContent(partsOfKind(parts, 'heading', 'byline'));
}

/** What a chapter is called, in small print. */
function smallLabel({ parts }: Composition): string {
  return partsOfKind(parts, 'heading')
    .map((heading) => `-# ${headingLabel(heading)}`)
    .join('');
}

function notesBefore({ parts }: Composition): readonly Aside[] {
  return partsOfKind(parts, 'warnings', 'note');
}

/** As much of the notes as fits; the rest is a button away. */
function fitNotes(notes: readonly Aside[], room: number): FittedNotes {
  const pieces = cutNotes(notes, Math.max(200, Math.floor(room)));
  return { shown: pieces[0] ?? '', cut: pieces.length > 1 };
}

/** Notes stand in a frame here, so they need no quote around them. */
function cutNotes(notes: readonly Aside[], maxLength: number): readonly string[] {
  return cutMarkdown(notes.map(drawAside).join('\n\n'), { maxLength }).map((cut) => cut.text);
}

function progressLine({ pages, pageIndex, current }: ReaderState): string {
  const progress = pages[pageIndex]?.progress ?? 1;
  const left = readingMinutes(Math.round(current.chapter.words * (1 - progress)));
  const end = pageIndex === pages.length - 1;
  return `-# Page ${pageIndex + 1} of ${pages.length} · ${Math.round(progress * 100)}%${end ? '' : ` · about ${left} min left`}`;
}

function moveRow(state: ReaderState, notesAreCut: boolean) {
  const { story, current, pages, pageIndex } = state;
  const back = pages[pageIndex - 1];
  const on = pages[pageIndex + 1];
  const at = state.visible.findIndex(({ key }) => key === current.key);
  const following = state.visible[at + 1];
  const buttons = [
    ...(back === undefined ? [] : [button(pageId(story, current, encodeSpot(back.spot)), 'Previous')]),
    ...(on === undefined ? [] : [button(pageId(story, current, encodeSpot(on.spot)), 'Next', ButtonStyle.Primary)]),
    ...(on === undefined && following !== undefined
      ? [
          button(
            encodeCustomId('read-chapter', refOf(story.id), refOf(following.key)),
            'Next chapter',
            ButtonStyle.Primary,
          ),
        ]
      : []),
    ...notesButton(state, notesAreCut),
    ...(on === undefined ? [button(encodeCustomId('review', refOf(story.id), refOf(current.key)), 'Review')] : []),
  ];
  return buttons.length === 0 ? [] : [row(...buttons)];
}

function notesButton({ story, current }: ReaderState, wanted: boolean) {
  return wanted ? [button(encodeCustomId('read-notes', refOf(story.id), refOf(current.key), '0'), 'All notes')] : [];
}

/** The menu of chapters; of a long story, those around the current one. */
function chapterRow({ story, visible, current }: ReaderState) {
  if (visible.length < 2) return [];
  const at = Math.max(
    0,
    visible.findIndex(({ key }) => key === current.key),
  );
  const start = Math.max(0, Math.min(at - Math.floor(maxOptions / 2), visible.length - maxOptions));
  const options = visible
    .slice(start, start + maxOptions)
    .map(({ chapter, key }) =>
      option(
        refOf(key),
        chapterLabelWithin(chapter, maxOptionText),
        [settingLabel(chapter), `${readingMinutes(chapter.words)} min`, chapter.summary]
          .filter((part) => part !== undefined)
          .join(' · '),
        key === current.key,
      ),
    );
  return [row(select(encodeCustomId('read-menu', refOf(story.id)), 'Go to a chapter', options))];
}

function pageId(story: Story, current: VisibleChapter, spot: string): string {
  return encodeCustomId('read-page', refOf(story.id), refOf(current.key), spot);
}
