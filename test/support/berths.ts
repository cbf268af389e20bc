import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { GuildChannel } from '../../src/playground/channel.js';
import type { FaultTarget } from '../../src/playground/faults.js';
import type { Guild } from '../../src/playground/guild.js';
import type { Person } from '../../src/playground/person.js';
import type { Testbed } from './bot.js';
import { ask, paragraphsIn } from './harbour.js';
import { asMessage, buttonLabels, shownText } from './shown.js';
import { chapterText } from './stories.js';

/** The kinds of channel that a serial runs in. */
export const berthKinds = ['text', 'announcement', 'forum'] as const;
export type BerthKind = (typeof berthKinds)[number];

/** What the bot puts on the last piece of every release here. */
const seeds = ['🔥', '😭'] as const;
/** So many make three pieces. */
const paragraphs = 14;
/** A rule that comes true on leap days only: nothing comes out here unless a test says so. */
const rarely = { cron: '0 0 29 2 *', timezone: 'UTC' };

/** A chapter as it should stand. */
export interface Expected {
  /** Counts from 1. */
  readonly chapter: number;
  /** Its paragraphs, word for word. */
  readonly lines: readonly string[];
  readonly pieces: number;
  /** Ids of messages that must be its first ones, in this order; an update keeps them. */
  readonly kept?: readonly string[];
  /** Id of the message with the reactions and the thread; the last one unless an update added some. */
  readonly anchor?: string | undefined;
}

/** What `/serial status` tells. */
export interface ToldStanding {
  /** How many releases count as out. */
  readonly out: number;
  readonly isPosting: boolean;
  readonly isTakingBack: boolean;
}

/** A serial in a server of its own, with all that a release can do in a channel of its kind. */
export interface Berth {
  readonly kind: BerthKind;
  readonly guild: Guild;
  readonly channel: GuildChannel;
  /** Where commands are given. */
  readonly lobby: GuildChannel;
  readonly author: Person;
  readonly reader: Person;
  /** Starts the serial; the bot must run. */
  start(): Promise<void>;
  /** Begins to post the next chapter. */
  release(): Promise<void>;
  /** Lets the messages of a chapter be brought up to its file, unless they are or will be; gives what was said last. */
  update(chapter: number): Promise<string>;
  /** Lets the last chapter be taken back; gives what was said when that was over, or had to wait. */
  retract(): Promise<string>;
  /** Has a reader write in the thread of the last chapter, or below its post: that one stays. */
  talk(expected: Expected): void;
  /** Whether a request changes something in this channel or in a thread of it. */
  concerns(request: Pick<FaultTarget, 'method' | 'path'>): boolean;
  /** The messages of a chapter, in order; chapters count from 1. */
  pieces(chapter: number): readonly APIMessage[];
  /** What is missing, doubled, torn, out of order or left where these chapters should be; empty where all is as it should be. */
  faults(expected: readonly Expected[]): readonly string[];
  standing(): Promise<ToldStanding>;
}

/** Writes chapters of three pieces each. */
export async function writeChapters(testbed: Testbed, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await writeChapter(testbed, number, linesOf(number));
  }
}

/** Writes a chapter of these paragraphs. */
export async function writeChapter(testbed: Testbed, number: number, lines: readonly string[]): Promise<void> {
  await testbed.write(`lamp/${chapterId(number)}.txt`, [`Chapter ${number}: Title ${number}`, ...lines].join('\n\n'));
}

/** The paragraphs of so many chapters as {@link writeChapters} writes them, and what they should be once they are out. */
export function expectedUpTo(count: number): readonly Expected[] {
  return Array.from({ length: count }, (_, index) => ({ chapter: index + 1, lines: linesOf(index + 1), pieces: 3 }));
}

/** The paragraphs of a chapter, or of one that goes on for longer. */
export function linesOf(chapter: number, count = paragraphs): readonly string[] {
  return chapterText(chapter, '', count).split('\n\n').slice(1);
}

/** The id of a chapter that {@link writeChapters} wrote. */
export function chapterId(number: number): string {
  return `${number}`.padStart(3, '0');
}

/** Makes a server with a channel of that kind. */
export function furnishBerth({ playground }: Testbed, kind: BerthKind): Berth {
  const owner = playground.createUser({ name: `Mara of ${kind}` });
  const user = playground.createUser({ name: `Juno of ${kind}` });
  const author = playground.as(owner);
  const reader = playground.as(user);
  const guild = playground.createGuild({ name: `Harbour of ${kind}`, owner });
  guild.join(user);
  const lobby = guild.createChannel({ name: 'lobby' });
  const channel = guild.createChannel({ name: 'serial', type: kind });
  channel.setPermissions(playground.botUser, { allow: ['ManageThreads'] });
  /** Threads and posts that readers wrote in. */
  const talked = new Set<string>();
  // Where a request went, looked up once: a thread that is deleted since still counts.
  const places = new Map([[channel.id, true]]);
  const isHere = (path: string) => {
    const id = /^\/channels\/(\d+)(?:\/|$)/.exec(path)?.[1] ?? '';
    const known = places.get(id) ?? channel.threads().some((thread) => thread.id === id);
    places.set(id, known);
    return known;
  };
  const posts = (chapter: number) =>
    channel.threads().filter((thread) => thread.record().name === `Chapter ${chapter}: Title ${chapter}`);
  const piecesOf = (chapter: number) => {
    const all = kind === 'forum' ? posts(chapter).flatMap((post) => post.messages()) : channel.messages();
    return all.filter((message) => paragraphsIn([message]).some((name) => name.startsWith(`Paragraph ${chapter}.`)));
  };
  const faultsOf = ({ anchor, chapter, kept = [], lines, pieces: count }: Expected): readonly string[] => {
    const pieces = piecesOf(chapter);
    const ids = pieces.map(({ id }) => id);
    const is = (right: boolean, otherwise: string) => (right ? [] : [`${kind}, chapter ${chapter}: ${otherwise}`]);
    const told = pieces.flatMap((piece) =>
      shownText(piece)
        .split('\n')
        .filter((line) => line.startsWith('Paragraph')),
    );
    const carrier = anchor ?? ids.at(-1);
    const reactions = seeds.map((emoji) =>
      pieces.flatMap((piece) => channel.reactors(piece, emoji).map(() => piece.id)),
    );
    const unpublished = pieces.filter(({ flags }) => ((flags ?? 0) & MessageFlags.Crossposted) === 0).length;
    const threads = posts(chapter).flatMap(({ id }) => (talked.has(id) ? [] : [id]));
    const buttons = pieces.map((piece, index) => buttonLabels(piece).length > 0 === (index === count - 1));
    return [
      ...is(
        told.join() === lines.join(),
        `the text is ${paragraphsIn(pieces).join()}: ${told.join(' ').slice(0, 200)}`,
      ),
      ...is(ids.length === count, `it has ${ids.length} messages of ${count}`),
      ...is(ids.slice(0, kept.length).join() === kept.join(), `it was ${kept.join()} and is ${ids.join()}`),
      ...is(!buttons.includes(false), 'the buttons'),
      ...is(
        reactions.every((on) => on.join() === carrier),
        `the reactions are on ${reactions.join(' and ')}`,
      ),
      ...is(threads.join() === (kind === 'forum' ? ids[0] : carrier), `the threads are ${threads.join()}`),
      ...is(kind !== 'announcement' || unpublished === 0, `${unpublished} pieces are not published`),
    ];
  };
  return {
    kind,
    guild,
    channel,
    lobby,
    author,
    reader,
    async start() {
      await ask(author, lobby, 'serial start', { story: 'lamp', channel, ...rarely });
      const discussion = kind !== 'forum';
      const answer = await ask(author, lobby, 'serial set', { discussion, reactions: seeds.join(' ') });
      if (!answer.includes('reacts with')) throw new Error(`The serial could not be set up: ${answer}`);
    },
    async release() {
      const answer = await ask(author, lobby, 'release now');
      if (!answer.includes('is on its way')) throw new Error(`Nothing comes out: ${answer}`);
    },
    async update(chapter) {
      const { message } = asMessage(await author.slash(lobby, 'release sync', { chapter: `${chapter}` }));
      if (!buttonLabels(message).includes('Update the messages')) return shownText(message);
      return shownText(asMessage(await author.click(message, { label: 'Update the messages' })).message);
    },
    async retract() {
      for (const { id } of channel.threads()) places.set(id, true);
      const { message } = asMessage(await author.slash(lobby, 'release retract'));
      return shownText(asMessage(await author.click(message, { label: 'Delete the release' })).message);
    },
    talk({ chapter }) {
      for (const thread of posts(chapter)) {
        if (talked.has(thread.id)) continue;
        reader.say(thread, 'What a chapter!');
        talked.add(thread.id);
      }
    },
    concerns: ({ method, path }) => method !== 'GET' && isHere(path),
    pieces: piecesOf,
    faults: (expected) => {
      const messages = kind === 'forum' ? channel.threads().flatMap((post) => post.messages()) : channel.messages();
      const ours = expected.flatMap(({ chapter }) => piecesOf(chapter)).length;
      const stray = messages.filter(({ author: by }) => by.id === playground.botUser.id).length - ours;
      const threads = channel.threads().length;
      const isKept = [...talked].every((id) => channel.threads().some((thread) => thread.id === id));
      return [
        ...expected.flatMap(faultsOf),
        ...(stray === 0 ? [] : [`${kind}: ${stray} messages belong to no chapter`]),
        ...(threads === expected.length + talked.size ? [] : [`${kind}: ${threads} threads`]),
        ...(isKept ? [] : [`${kind}: a thread is gone in which readers wrote`]),
      ];
    },
    async standing() {
      const status = await ask(author, lobby, 'serial status');
      return {
        out: Number(/Out so far: (\d+)/.exec(status)?.[1] ?? 0),
        isPosting: status.includes('Being posted'),
        isTakingBack: status.includes('Being taken back'),
      };
    },
  };
}
