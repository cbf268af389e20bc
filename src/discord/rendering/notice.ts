import { ButtonStyle, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import type { PlanKind } from '../../release/posting/plan.js';
import type { Notice } from '../../release/posting/publisher.js';
import type { HeldReason } from '../../release/serial/held-reason.js';
import type { Serial } from '../../release/serial/serial.js';
import { refOf } from '../../story/ref.js';
import { button, row } from './components.js';
import { encodeCustomId } from './custom-id.js';
import { explainBlocked, explainLostStart } from './explain.js';
import { explainHeld } from './explain-held.js';
import { when } from './time.js';

/** The message that tells the person behind a serial something that they did not ask for. */
export function noticeMessage(serial: Serial, notice: Notice): RESTPostAPIChannelMessageJSONBody {
  const buttons = notice.kind === 'late-question' ? { components: [lateButtons(serial, notice.slotAt)] } : {};
  return { content: noticeText(serial, notice), allowed_mentions: { parse: [] }, ...buttons };
}

function noticeText(serial: Serial, notice: Notice): string {
  const channel = `<#${serial.channelId}>`;
  switch (notice.kind) {
    case 'blocked':
      return `${blockedWhat[notice.plan](bold(notice.label))}\n${explainBlocked(notice.plan, notice.obstacle, notice.channelId)}`;
    case 'slot-passed':
      return `A slot passed without a chapter in ${channel} (${when(notice.passed.slotAt, 'F')}).\n${passedReason(serial, notice.passed)}`;
    case 'late-question':
      return `I was away at the slot of ${when(notice.slotAt, 'F')}, so ${bold(notice.label)} did not come out in ${channel}. Shall I post it now? \`/release now\` does so, too. Left alone, it comes out at the next slot.`;
    case 'restored':
      return `My memory was put back from a backup, and I do not know what I posted in ${channel} since then. So that nothing comes out twice, this serial is paused. Look at what stands there: if it is the last chapter that \`/chapters\` lists, \`/serial resume\` goes on. If more is out, \`/serial stop\` it and \`/serial start\` it again with \`from:\` the first chapter that is not.`;
    case 'last-in-hand':
      return `The last chapter in hand, ${bold(notice.label)}, goes out in ${channel} on ${when(notice.slotAt, 'F')}. ${afterLast(notice.held)}`;
    case 'chapters-changed':
      return `${changedChapters(notice.labels)} in ${channel}, and what stands there is the text from before. \`/release sync\` shows what differs and brings the messages up to date; left alone, they stay as they are.`;
  }
}

const blockedWhat: Readonly<Record<PlanKind, (chapter: string) => string>> = {
  release: (chapter) => `${chapter} could not be posted.`,
  update: (chapter) => `The messages of ${chapter} could not all be brought up to date.`,
  retraction: (chapter) => `${chapter} could not be taken back as a whole.`,
};

function afterLast(held: HeldReason | undefined): string {
  return held === undefined
    ? 'Add the next file before the slot after that.'
    : `Behind it stands a file that is not clear to me, so the slot after that would pass: ${explainHeld(held, 150)}`;
}

/** More would not fit into one message. */
const maxLabels = 8;

function changedChapters(labels: readonly string[]): string {
  const named = labels.slice(0, maxLabels).map((label) => bold(shorten(label, 100)));
  const more = labels.length - named.length;
  const all = [...named, ...(more === 0 ? [] : [`${more} more`])].join(', ');
  return labels.length === 1
    ? `The file of ${all} has changed since it came out`
    : `These chapters’ files have changed since they came out: ${all}`;
}

/** They work in private messages too, so they say which server they are about. */
function lateButtons({ guildId, storyId }: Serial, slotAt: number) {
  const state = [guildId, refOf(storyId), `${slotAt}`] as const;
  return row(
    button(encodeCustomId('late-post', ...state), 'Post it now', ButtonStyle.Primary),
    button(encodeCustomId('late-pass', ...state), 'Let it pass'),
  );
}

function bold(name: string): string {
  return `**${escapeMarkup(name)}**`;
}

/** Why a slot passed, and what would have helped. */
export function passedReason(serial: Serial, passed: NonNullable<Serial['lastPassed']>): string {
  const chapter = `**${escapeMarkup(passed.chapterId ?? '')}**`;
  switch (passed.why) {
    case 'no-chapter':
      return 'All chapters in the folder are out. Add the next file before the coming slot.';
    case 'draft':
      return `The next chapter, ${chapter}, is still marked as a draft.`;
    case 'dated':
      return `The next chapter, ${chapter}, is dated later (\`publishAt\`).`;
    case 'held':
      return `${passed.held === undefined ? 'The next file is not clear to me.' : `The next file is not clear to me: ${explainHeld(passed.held)}`} Nothing behind it comes out before it, and it comes at the first slot after it is mended.`;
    case 'start-lost':
      return explainLostStart(passed.chapterId ?? '');
    case 'late':
      return 'It was missed while I was away, and was to wait for the next slot.';
    case 'story-missing':
      return `The story **${escapeMarkup(serial.storyId)}** is not in the chapters folder any more.`;
  }
}
