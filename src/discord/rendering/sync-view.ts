import { ButtonStyle } from 'discord-api-types/v10';
import { escapeMarkup, plainText } from '../../markup/plain.js';
import { ending, shorten } from '../../markup/shorten.js';
import { isPieceStep, type PieceAction, type Release } from '../../release/posting/journal.js';
import { shownText } from '../../release/posting/piece-frame.js';
import { isOver, type Sync, type SyncChange } from '../../release/posting/sync/sync.js';
import type { SyncLook } from '../../release/posting/sync/syncer.js';
import { refOf } from '../../story/ref.js';
import { button, container, option, row, select, text } from './components.js';
import { encodeCustomId } from './custom-id.js';
import { explainObstacle } from './explain.js';
import type { View } from './private.js';

/** More changes than this are counted, not listed; and options of one menu, from Discord's documentation. */
const maxListed = 8;
const maxOptions = 25;
/** Characters of a text that are shown before and after an edit, and of what stands around it. */
const maxExcerpt = 60;
const maxContext = 20;

/** How the messages of a release stand to its chapter's file, what would change, and whether to change it. */
export function syncView(look: SyncLook): View {
  const { release } = look;
  const where = `in <#${release.channelId}>`;
  switch (look.kind) {
    case 'same':
      return [text(`**${escapeMarkup(release.label)}** stands ${where} as its file has it.`)];
    case 'no-room':
      return [
        text(
          `**${escapeMarkup(release.label)}** grew by more than its messages ${where} can take, even as long ones, and other messages stand below them. They stay as they are; \`/read\` shows the chapter as it is now. To have the new text in one piece, split off a part of it as a chapter of its own.`,
        ),
      ];
    case 'under-way':
      return underWay(look, where);
    case 'changed':
      return [
        text(`**${escapeMarkup(look.sync.label)}** has changed since it came out ${where}. ${sum(look.sync, release)}`),
        container(text(list(look.sync, release))),
        text(
          '-# Messages are edited where they stand, one after the other, so reactions and readers’ places stay. Nobody is notified.',
        ),
        buttons(look.sync, 'Update the messages'),
      ];
  }
}

/** Which chapters have changed, to choose one from. */
export function changedChaptersView(
  storyId: string,
  changed: readonly { readonly label: string; readonly key: string }[],
): View {
  const options = changed.slice(0, maxOptions).map(({ label, key }) => option(refOf(key), label));
  return [
    text(`${changed.length} chapters have changed since they came out. Which one shall I show?`),
    row(select(encodeCustomId('sync-show', refOf(storyId)), 'Choose a chapter', options)),
  ];
}

function underWay({ sync, release, isRunning }: Extract<SyncLook, { kind: 'under-way' }>, where: string): View {
  const over = sync.steps.filter(isOver).length;
  const progress = `${over} of ${sync.steps.length} changes are done.`;
  const lead = `**${escapeMarkup(sync.label)}** ${where}`;
  if (isRunning) return [text(`${lead} is being brought up to date right now: ${progress}`)];
  const why =
    sync.parked === undefined
      ? 'It waits for a release that is under way.'
      : explainObstacle(sync.parked.obstacle, release.channelId);
  return [text(`${lead} could not be brought up to date. ${progress}\n${why}`), buttons(sync, 'Go on')];
}

function buttons(sync: Sync, label: string) {
  return row(
    button(
      encodeCustomId('sync-update', refOf(sync.storyId), refOf(sync.chapterId), sync.digest),
      label,
      ButtonStyle.Primary,
    ),
    button('sync-leave', 'Leave it'),
  );
}

/** `2 of 6 pieces change, one is added at the end.` */
function sum(sync: Sync, release: Release): string {
  const count = (kind: SyncChange['kind']) => sync.steps.filter(({ change }) => change.kind === kind).length;
  const pieces = standing(release).length;
  const parts = [
    count('edit') === 0
      ? undefined
      : `${count('edit')} of ${pieces} ${count('edit') === 1 ? 'pieces changes' : 'pieces change'}`,
    count('post') === 0 ? undefined : `${count('post')} ${count('post') === 1 ? 'is' : 'are'} added at the end`,
    count('remove') === 0
      ? undefined
      : `${count('remove')} ${count('remove') === 1 ? 'goes' : 'go'}, because nothing of ${count('remove') === 1 ? 'it' : 'them'} is left`,
  ].filter((part) => part !== undefined);
  return `${parts.join(', ')}.`;
}

function list(sync: Sync, release: Release): string {
  const old = standing(release);
  const lines = old.flatMap(({ messageId, piece }, index) => {
    const name = `**Piece ${index + 1}**`;
    const target = sync.targets.find((each) => each.messageId === messageId);
    if (target === undefined) return [`${name} is deleted, with the reactions on it.`];
    if (target.piece.content === piece.content && target.piece.controls === piece.controls) return [];
    const long = target.piece.layout !== piece.layout;
    return [
      `${name} ${long ? 'becomes a longer message, for want of room below: ' : ''}${difference(piece, target.piece)}`,
    ];
  });
  const more = lines.length - maxListed;
  const added = sync.targets.filter(({ messageId }) => messageId === undefined);
  return [
    ...lines.slice(0, maxListed),
    ...(more > 0 ? [`… and ${more} more`] : []),
    ...added.slice(0, 1).map(({ piece }) => `**New at the end:** “${excerpt(plainText(shownText(piece)), 0)}”`),
  ].join('\n');
}

/** What stands now and what would, around the first word that differs. */
function difference(before: PieceAction, after: PieceAction): string {
  const old = plainText(shownText(before));
  const now = plainText(shownText(after));
  if (old === now) return 'keeps its words; its buttons or its markup change';
  let at = 0;
  while (at < old.length && old[at] === now[at]) at += 1;
  const from = Math.max(0, at - maxContext);
  return `“${excerpt(old, from)}” → “${excerpt(now, from)}”`;
}

function excerpt(words: string, from: number): string {
  const wordStart = from === 0 ? 0 : words.indexOf(' ', from) + 1 || from;
  const taken = ending(words, words.length - wordStart)
    .replaceAll('\n', ' ')
    .trim();
  return escapeMarkup(`${wordStart > 0 ? '…' : ''}${shorten(taken, maxExcerpt)}`);
}

function standing(release: Release): readonly { readonly messageId: string; readonly piece: PieceAction }[] {
  return release.steps.flatMap((step) =>
    isPieceStep(step) && step.progress.state === 'sent'
      ? [{ messageId: step.progress.messageId, piece: step.action }]
      : [],
  );
}
