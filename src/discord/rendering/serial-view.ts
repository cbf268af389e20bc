import { escapeMarkup } from '../../markup/plain.js';
import { shorten } from '../../markup/shorten.js';
import type { Posting } from '../../release/posting/posting.js';
import type { Outlook } from '../../release/serial/availability.js';
import { heldReason } from '../../release/serial/held-reason.js';
import { describeSchedule } from '../../release/serial/schedule.js';
import type { PassedSlot, Serial } from '../../release/serial/serial.js';
import { chapterLabelWithin } from '../../story/labels.js';
import type { Story } from '../../story/model.js';
import { comingList } from './coming-list.js';
import { container, text } from './components.js';
import { explainBlocked, explainLostStart } from './explain.js';
import { explainHeld, heldName } from './explain-held.js';
import { passedReason } from './notice.js';
import type { View } from './private.js';
import { when } from './time.js';

/** A serial and all that its status tells. */
export interface ShownSerial {
  readonly serial: Serial;
  /** Undefined where its folder is gone. */
  readonly story: Story | undefined;
  /** Undefined where a record that it needs cannot be read. */
  readonly outlook: Outlook | undefined;
  /** The posting that is under way. */
  readonly posting: Posting | undefined;
  /** Why that waits for Discord, as Discord or the network put it. */
  readonly waiting: string | undefined;
  /** Why it does not go on, where that is no fault of Discord's. */
  readonly heldBack: string | undefined;
}

/** More of them would not fit into a message beside what else is shown. */
const maxUnreadable = 3;

/** What stops every serial, and what is known of serials that cannot be read, as markup; undefined where nothing does. */
export function statusWarnings(
  trouble: string | undefined,
  unreadable: readonly string[],
  closed?: string,
): string | undefined {
  const lines = [
    ...(trouble === undefined
      ? []
      : [`Nothing is posted until I can write again; then it goes on by itself. ${trouble}`]),
    ...(closed === undefined ? [] : [`What was opened here cannot be read, so it is closed. ${closed}`]),
    ...unreadable.slice(0, maxUnreadable).map((why) => `A serial is held back. ${why}`),
  ];
  return lines.length === 0 ? undefined : lines.map((line) => `⚠ ${quoted(line)}`).join('\n');
}

/** The store's own words hold keys and paths, and end where Discord would not take more. */
function quoted(line: string): string {
  return escapeMarkup(shorten(line, 500));
}

/** How much is told of each serial, where a message has room for it: characters are counted before escaping. */
interface Detail {
  /** Lines of what is to come. */
  readonly coming: number;
  /** Longest name of a story or a chapter. */
  readonly name: number;
  /** Longest words of a problem, and of its cure. */
  readonly words: number;
}

const details: readonly Detail[] = [
  { coming: 10, name: 400, words: 300 },
  { coming: 4, name: 120, words: 150 },
  { coming: 1, name: 60, words: 80 },
  { coming: 0, name: 40, words: 40 },
];

/** Text that one components message holds, in characters, with a little left over. Source: Discord's documentation. */
const maxViewText = 3_900;

/** More serials than this get a line each; one alone is told in full. */
const maxTold = 5;

/** Where serials stand: state, place, schedule, what is to come, what is in the way. `lead` is said above; it is markup. */
export function serialView(lead: string | undefined, serials: readonly ShownSerial[]): View {
  if (serials.length > maxTold) return briefView(lead, serials);
  const tellings = details.map((detail) => serials.map((shown) => describe(shown, detail)));
  const room = maxViewText - (lead?.length ?? 0);
  const fitting = tellings.find((told) => told.join('').length <= room) ?? tellings.at(-1) ?? [];
  return [...(lead === undefined ? [] : [text(lead)]), ...fitting.map((told) => container(text(told)))];
}

/** A line for each serial, those that need somebody first; as many as a message holds. */
function briefView(lead: string | undefined, serials: readonly ShownSerial[]): View {
  const sorted = serials.toSorted((one, other) => Number(needsSomebody(other)) - Number(needsSomebody(one)));
  const end = '\nName one with the option `story` to see all of it.';
  const lines: string[] = [];
  let room = maxViewText - (lead?.length ?? 0) - end.length - '\n… and 1000 more'.length;
  for (const shown of sorted) {
    const line = briefLine(shown);
    room -= line.length + 1;
    if (room < 0) break;
    lines.push(line);
  }
  const left = serials.length - lines.length;
  const more = left === 0 ? '' : `\n… and ${left} more`;
  return [...(lead === undefined ? [] : [text(lead)]), text(`${lines.join('\n')}${more}${end}`)];
}

function briefLine(shown: ShownSerial): string {
  const { serial, story, outlook } = shown;
  const slot = outlook?.slots[0];
  return [
    `${needsSomebody(shown) ? '⚠ ' : ''}**${escapeMarkup(shorten(story?.title ?? serial.storyId, 40))}**`,
    stateOf(serial),
    `<#${serial.channelId}>`,
    ...(slot === undefined ? [] : [`next ${when(slot, 'R')}`]),
  ].join(' · ');
}

/** Whether something is in the way, or waits for an answer. */
function needsSomebody({ heldBack, outlook, posting, serial, story }: ShownSerial): boolean {
  const isNextUnclear = outlook?.next?.kind === 'held' || outlook?.next?.kind === 'start-lost';
  return (
    story === undefined ||
    heldBack !== undefined ||
    isNextUnclear ||
    posting?.plan?.blocked !== undefined ||
    serial.question !== undefined
  );
}

function describe(shown: ShownSerial, detail: Detail): string {
  const { serial, story, outlook } = shown;
  return [
    `**${escapeMarkup(shorten(story?.title ?? serial.storyId, detail.name))}** · ${stateOf(serial)}`,
    `In <#${serial.channelId}>, ${describeSchedule(serial.schedule)}`,
    extras(serial),
    serial.teamId === undefined ? undefined : `Run by <@&${serial.teamId}>, too`,
    underWay(shown),
    shown.heldBack === undefined ? undefined : `⚠ Held back, and tried again by itself: ${quoted(shown.heldBack)}`,
    ...(outlook === undefined ? [] : toCome(outlook, detail)),
    lastRelease(serial),
    serial.question === undefined
      ? undefined
      : `⚠ Missed while I was away: ${when(serial.question.slotAt, 'F')}. \`/release now\` posts its chapter; left alone, it comes out at the next slot.`,
    serial.lastPassed === undefined
      ? undefined
      : `Passed without a chapter: ${when(serial.lastPassed.slotAt, 'F')}. ${passedFor(serial, serial.lastPassed, detail)}`,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

function toCome(outlook: Outlook, detail: Detail): readonly (string | undefined)[] {
  return [
    `Next: ${nextOf(outlook, detail)}`,
    outlook.slots.length === 0 ? undefined : `Slots: ${outlook.slots.map((slot) => when(slot, 'F')).join(' · ')}`,
    inHand(outlook),
    comingList(outlook.coming, detail.coming),
  ];
}

/** What a held file lacks is told where it is next; where it is not any more, nobody needs to know. */
function passedFor(serial: Serial, passed: PassedSlot, { words }: Detail): string {
  return passed.held === undefined
    ? passedReason(serial, passed)
    : `${heldName(passed.held, words)} was not clear to me.`;
}

function stateOf({ status }: Serial): string {
  if (status.kind === 'running') return 'running';
  if (status.kind === 'stopped') return 'stopped';
  return status.until === undefined ? 'paused' : `paused until ${when(status.until, 'F')}`;
}

function extras({ roleId, discussion, seeds, layout }: Serial): string | undefined {
  const parts = [
    roleId === undefined ? undefined : `pings <@&${roleId}>`,
    layout === 'cards' ? 'comes as cards' : undefined,
    discussion ? 'opens a thread' : undefined,
    seeds.length === 0 ? undefined : `reacts with ${seeds.map(shownEmoji).join(' ')}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `Each release ${parts.join(', ')}`;
}

function shownEmoji(emoji: string): string {
  return /^\w+:\d+$/.test(emoji) ? `<:${emoji}>` : emoji;
}

function underWay({ posting, serial, waiting }: ShownSerial): string | undefined {
  if (serial.current === undefined) return undefined;
  const { chapterId, plan } = serial.current;
  const label = posting?.label ?? chapterId;
  if (posting?.plan?.blocked === undefined) {
    const doing = plan === 'release' ? 'Being posted' : 'Being taken back';
    if (waiting === undefined) return `${doing} right now: ${escapeMarkup(label)}`;
    return `⚠ ${doing}: ${escapeMarkup(label)}. It waits, and goes on by itself: ${quoted(waiting)}`;
  }
  const what = plan === 'release' ? 'could not be posted' : 'could not be taken back as a whole';
  const { obstacle } = posting.plan.blocked;
  return `⚠ **${escapeMarkup(label)}** ${what}. ${explainBlocked(plan, obstacle, posting.channelId)}`;
}

function nextOf({ next }: Outlook, { name, words }: Detail): string {
  if (next === undefined) return 'the story is not in the chapters folder any more';
  if (next.kind === 'start-lost') return `⚠ ${explainLostStart(next.chapterId)}`;
  if (next.kind === 'none') return 'nothing; all chapters in the folder are out';
  if (next.kind === 'held') {
    return `⚠ a file that is not clear to me: ${explainHeld(heldReason(next.file), words)} Slots pass until it is mended, or out of the folder.`;
  }
  const label = escapeMarkup(chapterLabelWithin(next.chapter, name));
  if (next.kind === 'draft') return `${label}, still a draft`;
  const date = next.chapter.publishAt?.getTime();
  return next.kind === 'dated' && date !== undefined ? `${label}, not before ${when(date, 'F')}` : label;
}

function inHand({ inHand: count, lastSlot }: Outlook): string {
  if (count === 0) return 'Chapters in hand: none';
  const enough = lastSlot === undefined ? '' : `: enough until ${when(lastSlot, 'D')}`;
  return `Chapters in hand: ${count}${enough}`;
}

function lastRelease({ released }: Serial): string | undefined {
  const last = released.at(-1);
  return last === undefined ? undefined : `Out so far: ${released.length}, the last one ${when(last.at, 'R')}`;
}
