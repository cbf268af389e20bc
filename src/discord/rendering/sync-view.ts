import { ButtonStyle } from 'discord-api-types/v10';
import { escapeMarkup, plainText } from '../../markup/plain.js';
import { ending, shorten } from '../../markup/shorten.js';
import { isOfChapter } from '../../pieces/part.js';
import type { UpdatedPosting } from '../../release/carry-update.js';
import type { PieceContent } from '../../release/posting/piece.js';
import { type Action, isOver } from '../../release/posting/plan.js';
import { standingPieces } from '../../release/posting/posting.js';
import type { UpdateLook } from '../../release/updater.js';
import { refOf } from '../../story/ref.js';
import { button, container, option, row, select, text } from './components.js';
import { encodeCustomId } from './custom-id.js';
import { drawContent } from './draw-part.js';
import { explainBlocked } from './explain.js';
import type { View } from './private.js';

/** More changes than this are counted, not listed; and options of one menu, from Discord's documentation. */
const maxListed = 8;
const maxOptions = 25;
/** Characters of a text that are shown before and after an edit, and of what stands around it. */
const maxExcerpt = 60;
const maxContext = 20;

/**
 * How the messages of a chapter stand to its file, what would change, and whether to change it. Lines of the chapter are shown
 * unless they are `withheld`.
 */
export function syncView(look: UpdateLook, withheld: boolean): View {
  const { posting } = look;
  const name = `**${escapeMarkup(posting.label)}**`;
  const where = `in <#${posting.channelId}>`;
  switch (look.kind) {
    case 'same':
      return [text(`${name} stands ${where} as its file has it.`)];
    case 'no-room':
      return [
        text(
          `${name} grew by more than its messages ${where} can take, even as long ones, and other messages stand below them. They stay as they are; \`/read\` shows the chapter as it is now. To have the new text in one piece, split off a part of it as a chapter of its own.`,
        ),
      ];
    case 'under-way':
      return underWay(look, where);
    case 'changed':
      return [
        text(`**${escapeMarkup(labelOf(look.update))}** has changed since it came out ${where}. ${sum(look)}`),
        withheld ? text(lineless) : container(text(list(look))),
        text(
          '-# Messages are edited where they stand, one after the other, so reactions and readers’ places stay. Nobody is notified.',
        ),
        buttons(look.update, 'Update the messages'),
      ];
  }
}

const lineless =
  'The chapter has mature content, so I show its lines in age-restricted channels only. You can update it from here all the same.';

/** Which chapters have changed, to choose one from. */
export function changedChaptersView(
  storyId: string,
  changed: readonly { readonly label: string; readonly key: string }[],
): View {
  const options = changed.slice(0, maxOptions).map(({ label, key }) => option(refOf(key), label));
  const more =
    changed.length > maxOptions
      ? ` The first ${maxOptions} are listed; \`/release sync chapter:\` shows any other.`
      : '';
  return [
    text(`${changed.length} chapters have changed since they came out. Which one shall I show?${more}`),
    row(select(encodeCustomId('sync-show', refOf(storyId)), 'Choose a chapter', options)),
  ];
}

function underWay({ isRunning, update }: Extract<UpdateLook, { kind: 'under-way' }>, where: string): View {
  const { blocked, operations } = update.plan;
  const progress = `${operations.filter(isOver).length} of ${operations.length} changes are done.`;
  const lead = `**${escapeMarkup(labelOf(update))}** ${where}`;
  if (isRunning) return [text(`${lead} is being brought up to date right now: ${progress}`)];
  if (blocked === undefined) {
    return [
      text(`${lead} is brought up to date once a release that is under way is over. ${progress}`),
      buttons(update, 'Go on'),
    ];
  }
  const why = explainBlocked('update', blocked.obstacle, update.channelId);
  return [text(`${lead} could not be brought up to date. ${progress}\n${why}`), buttons(update, 'Go on')];
}

/** What the chapter is called as it is now. */
function labelOf({ label, plan }: UpdatedPosting): string {
  return plan.becomes?.label ?? label;
}

function buttons({ chapterId, plan, storyId }: UpdatedPosting, label: string) {
  const digest = plan.becomes?.digest ?? '';
  return row(
    button(encodeCustomId('sync-update', refOf(storyId), refOf(chapterId), digest), label, ButtonStyle.Primary),
    button(encodeCustomId('sync-leave', refOf(storyId)), 'Leave it'),
  );
}

type ChangedLook = Extract<UpdateLook, { kind: 'changed' }>;

/** `2 of 6 pieces change, one is added at the end.` */
function sum({ posting, update }: ChangedLook): string {
  const count = (kind: Action['kind']) => update.plan.operations.filter(({ action }) => action.kind === kind).length;
  const pieces = standingPieces(posting).length;
  const parts = [
    count('edit') === 0
      ? undefined
      : `${count('edit')} of ${pieces} ${count('edit') === 1 ? 'pieces changes' : 'pieces change'}`,
    count('post') === 0 ? undefined : `${count('post')} ${count('post') === 1 ? 'is' : 'are'} added at the end`,
    count('delete') === 0
      ? undefined
      : `${count('delete')} ${count('delete') === 1 ? 'goes' : 'go'}, because nothing of ${count('delete') === 1 ? 'it' : 'them'} is left`,
  ].filter((part) => part !== undefined);
  return `${parts.join(', ')}.`;
}

function list({ posting, update }: ChangedLook): string {
  const changes = new Map(update.plan.operations.map(({ action }) => [action.piece, action]));
  const lines = standingPieces(posting).flatMap(({ content, index }, at) => {
    const name = `**Piece ${at + 1}**`;
    const change = changes.get(index);
    if (change?.kind === 'delete') return [`${name} is deleted, with the reactions on it.`];
    if (change?.kind !== 'edit') return [];
    const long = change.to.layout !== content.layout;
    const lead = long ? 'becomes a longer message, for want of room below: ' : '';
    return [`${name} ${lead}${difference(content, change.to)}`];
  });
  const more = lines.length - maxListed;
  const added = update.pieces.slice(posting.pieces.length);
  return [
    ...lines.slice(0, maxListed),
    ...(more > 0 ? [`… and ${more} more`] : []),
    ...added.slice(0, 1).map(({ content }) => `**New at the end:** “${excerpt(wordsOf(content), 0)}”`),
  ].join('\n');
}

/** What stands now and what would, around the first word that differs. */
function difference(before: PieceContent, after: PieceContent): string {
  const old = wordsOf(before);
  const now = wordsOf(after);
  if (old === now) return 'keeps its words; its buttons or its markup change';
  let at = 0;
  while (at < old.length && old[at] === now[at]) at += 1;
  const from = Math.max(0, at - maxContext);
  return `“${excerpt(old, from)}” → “${excerpt(now, from)}”`;
}

/** The chapter's own words in a piece. */
function wordsOf({ parts }: PieceContent): string {
  return plainText(drawContent(parts.filter(isOfChapter)));
}

function excerpt(words: string, from: number): string {
  const wordStart = from === 0 ? 0 : words.indexOf(' ', from) + 1 || from;
  const taken = ending(words, words.length - wordStart)
    .replaceAll('\n', ' ')
    .trim();
  return escapeMarkup(`${wordStart > 0 ? '…' : ''}${shorten(taken, maxExcerpt)}`);
}
