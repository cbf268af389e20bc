import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { GuildChannel } from '../../src/playground/channel.js';
import type { FaultTarget } from '../../src/playground/faults.js';
import type { Guild } from '../../src/playground/guild.js';
import type { Person } from '../../src/playground/person.js';
import type { Bench } from './bot.js';
import { ask, paragraphsIn, paragraphsOf } from './harbour.js';
import { buttonLabels } from './shown.js';
import { chapterText } from './stories.js';

/** The kinds of channel that a serial runs in. */
export const berthKinds = ['text', 'announcement', 'forum'] as const;
export type BerthKind = (typeof berthKinds)[number];

/** What the bot puts on the last piece of every release here. */
const seeds = ['🔥', '😭'] as const;
/** So many make three pieces. */
const paragraphs = 14;
/** How many requests one undisturbed release takes: pieces, reactions, the thread, and what is published. */
export const requestsPerRelease = { text: 6, announcement: 9, forum: 5 } as const satisfies Record<BerthKind, number>;
/** A rule that comes true on leap days only: nothing comes out here unless a test says so. */
const rarely = { cron: '0 0 29 2 *', timezone: 'UTC' };

/** A serial in a server of its own, with all that a release can do in a channel of its kind. */
export interface Berth {
  readonly kind: BerthKind;
  readonly guild: Guild;
  readonly channel: GuildChannel;
  /** Where commands are given. */
  readonly lobby: GuildChannel;
  readonly author: Person;
  /** Starts the serial; the bot must run. */
  start(): Promise<void>;
  /** Begins to post the next chapter. */
  release(): Promise<void>;
  /** Whether a request changes something in this channel or in a thread of it. */
  concerns(request: Pick<FaultTarget, 'method' | 'path'>): boolean;
  /** The messages of a chapter, in order; chapters count from 1. */
  pieces(chapter: number): readonly APIMessage[];
  /** What is missing, doubled, torn or out of order after so many releases; empty where all is as it should be. */
  faults(chapters: number): readonly string[];
  /** How many releases `/serial status` counts as out, and whether it tells of one under way. */
  standing(): Promise<{ readonly out: number; readonly isPosting: boolean }>;
}

/** Writes chapters of three pieces each. */
export async function writeChapters(bench: Bench, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await bench.write(`lamp/${chapterId(number)}.txt`, chapterText(number, `Title ${number}`, paragraphs));
  }
}

/** The id of a chapter that {@link writeChapters} wrote. */
export function chapterId(number: number): string {
  return `${number}`.padStart(3, '0');
}

/** Makes a server with a channel of that kind. */
export function furnishBerth({ playground }: Bench, kind: BerthKind): Berth {
  const owner = playground.createUser({ name: `Mara of ${kind}` });
  const author = playground.as(owner);
  const guild = playground.createGuild({ name: `Harbour of ${kind}`, owner });
  const lobby = guild.createChannel({ name: 'lobby' });
  const channel = guild.createChannel({ name: 'serial', type: kind });
  // Where a request went, looked up once: a thread that is deleted since still counts.
  const places = new Map([[channel.id, true]]);
  const isHere = (path: string) => {
    const id = /^\/channels\/(\d+)\//.exec(path)?.[1] ?? '';
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
  const faultsOf = (chapter: number): readonly string[] => {
    const pieces = piecesOf(chapter);
    const last = pieces.at(-1);
    const is = (right: boolean, otherwise: string) => (right ? [] : [`${kind}, chapter ${chapter}: ${otherwise}`]);
    const told = paragraphsIn(pieces).join();
    const reactions = seeds.map((emoji) => (last === undefined ? 0 : channel.reactors(last, emoji).length));
    const unpublished = pieces.filter(({ flags }) => ((flags ?? 0) & MessageFlags.Crossposted) === 0).length;
    const threads = posts(chapter).map(({ id }) => id);
    return [
      ...is(told === paragraphsOf(chapter, paragraphs).join(), `the text is ${told}`),
      ...is(pieces.map((piece) => buttonLabels(piece).length > 0).join() === 'false,false,true', 'the buttons'),
      ...is(reactions.join() === '1,1', `the reactions are ${reactions.join()}`),
      ...is(threads.join() === (kind === 'forum' ? pieces[0]?.id : last?.id), `the threads are ${threads.join()}`),
      ...is(kind !== 'announcement' || unpublished === 0, `${unpublished} pieces are not published`),
    ];
  };
  return {
    kind,
    guild,
    channel,
    lobby,
    author,
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
    concerns: ({ method, path }) => method !== 'GET' && isHere(path),
    pieces: piecesOf,
    faults: (chapters) => {
      const numbers = Array.from({ length: chapters }, (_, index) => index + 1);
      const stray = channel.messages().length - numbers.flatMap(piecesOf).length;
      return [
        ...numbers.flatMap(faultsOf),
        ...(kind !== 'forum' && stray !== 0 ? [`${kind}: ${stray} messages belong to no chapter`] : []),
        ...(channel.threads().length === chapters ? [] : [`${kind}: ${channel.threads().length} threads`]),
      ];
    },
    async standing() {
      const status = await ask(author, lobby, 'serial status');
      return { out: Number(/Out so far: (\d+)/.exec(status)?.[1] ?? 0), isPosting: status.includes('Being posted') };
    },
  };
}
