import { chapterIn, writeManuscript } from './manuscript.js';

/** A chapter file, as its paragraphs' names. */
export type Manuscript = readonly string[];

/** A chapter that came out, or is coming out: its paragraphs were frozen when its release began. */
export interface Out {
  readonly chapter: number;
  readonly paragraphs: Manuscript;
}

/** What a crash interrupted. */
export type UnderWay =
  | { readonly kind: 'release'; readonly out: Out }
  /** It waited for its turn in the channel: it comes out as its file is then. */
  | { readonly kind: 'claimed' }
  /** It is out no more, and what still stands of it goes. */
  | { readonly kind: 'retraction'; readonly out: Out }
  | { readonly kind: 'update'; readonly out: Out; readonly to: Manuscript };

/** Where a reader stopped: in which chapter, and the first paragraph of the page that they saw. */
export interface Place {
  readonly chapter: number;
  readonly paragraph: string;
}

/** A story that runs in the channel. */
export interface Serial {
  readonly story: string;
  /** With which the names of its paragraphs begin. */
  readonly letter: string;
  readonly manuscripts: Manuscript[];
  readonly out: Out[];
  underWay: UnderWay | undefined;
  nextSlotAt: number;
  /** The missed slot about which the author was asked. */
  question: number | undefined;
  /** By reader. */
  readonly places: Map<number, Place>;
}

/**
 * What two serials in one channel are, without any of their mechanism: no journal, no store, no processes. Chapters count from
 * 0, and are named as in `L2`. Times are epoch milliseconds.
 */
export interface Model {
  /** How many things happened so far. */
  steps: number;
  isUp: boolean;
  readonly serials: readonly [Serial, Serial];
  /** How often the author was asked about a missed slot. */
  asked: number;
  /** Paragraphs whose messages a moderator deleted, such as `L2.1`. */
  readonly deleted: Set<string>;
  /** Messages that a moderator deleted, and of which chapter they were. */
  readonly moderated: Map<string, string>;
  /** Chapters of which it is not known whether reactions to messages that a moderator deleted still count. */
  readonly vague: Set<string>;
  /** Emoji and reader, by chapter and message; of deleted messages too. */
  readonly reactions: Map<string, Set<string>>;
  /** Messages whose reactions changed since the bot went down: it has still to hear of that. */
  readonly unheard: Set<string>;
  /** By chapter and reader; when it was changed last, in epoch milliseconds, decides when it may be changed again. */
  readonly reviews: Map<string, { readonly rating: number; readonly changedAt: number | undefined }>;
  /** Chapter and reader of everything that was opened in private. */
  readonly opened: Set<string>;
}

const weekMs = 7 * 24 * 3_600_000;
/** Slots missed by more are asked about, though the serial posts late ones. */
const graceMs = 72 * 3_600_000;

/** Begins with nothing out. */
export function createModel(chapters: number, paragraphs: number, firstSlotAt: number): Model {
  const serial = (story: string, letter: string): Serial => ({
    story,
    letter,
    manuscripts: Array.from({ length: chapters }, (_, chapter) => writeManuscript(letter, chapter, paragraphs)),
    out: [],
    underWay: undefined,
    nextSlotAt: firstSlotAt,
    question: undefined,
    places: new Map(),
  });
  return {
    steps: 0,
    isUp: true,
    serials: [serial('lamp', 'L'), serial('oars', 'O')],
    asked: 0,
    deleted: new Set(),
    moderated: new Map(),
    vague: new Set(),
    reactions: new Map(),
    unheard: new Set(),
    reviews: new Map(),
    opened: new Set(),
  };
}

/** What a chapter is called here. */
export function nameOf({ letter }: Serial, chapter: number): string {
  return `${letter}${chapter + 1}`;
}

/** Whether a chapter is left that can come out. */
export function hasNext({ manuscripts, out }: Serial): boolean {
  return out.length < manuscripts.length;
}

/** The chapter that would come out now. */
export function upcoming({ manuscripts, out }: Serial): Out {
  const chapter = out.length;
  const paragraphs = manuscripts[chapter];
  if (paragraphs === undefined) throw new Error('Every chapter is out.');
  return { chapter, paragraphs };
}

/** The next chapter comes out, whatever the schedule says. */
export function release(serial: Serial): void {
  serial.out.push(upcoming(serial));
  serial.question = undefined;
}

/** The last chapter is out no more: reviews stay, and reactions went with their messages. */
export function retract(model: Model, serial: Serial): Out {
  const last = serial.out.pop();
  if (last === undefined) throw new Error('Nothing is out.');
  const name = nameOf(serial, last.chapter);
  for (const paragraph of model.deleted) if (chapterIn(paragraph) === name) model.deleted.delete(paragraph);
  for (const [message, chapter] of model.moderated) if (chapter === name) model.moderated.delete(message);
  for (const [reader, { chapter }] of serial.places) if (chapter === last.chapter) serial.places.delete(reader);
  model.vague.delete(name);
  return last;
}

/** The messages of a chapter that is out say what its file says. */
export function update(serial: Serial, { chapter }: Out, paragraphs: Manuscript): void {
  serial.out.splice(chapter, 1, { chapter, paragraphs });
}

/** What a bot that is up does at `now`: it finishes what it began, and serves the last of the slots that have come. */
export function catchUp(model: Model, now: number): void {
  if (!model.isUp) return;
  model.unheard.clear();
  for (const serial of model.serials) {
    finish(serial);
    serveSlot(model, serial, now);
  }
}

function finish(serial: Serial): void {
  const { underWay } = serial;
  if (underWay?.kind === 'release') serial.out.push(underWay.out);
  if (underWay?.kind === 'claimed') release(serial);
  if (underWay?.kind === 'update') update(serial, underWay.out, underWay.to);
  serial.underWay = undefined;
}

function serveSlot(model: Model, serial: Serial, now: number): void {
  if (now < serial.nextSlotAt) return;
  const slotAt = passSlot(serial, now);
  if (!hasNext(serial)) return;
  if (now - slotAt <= graceMs) release(serial);
  else {
    serial.question = slotAt;
    model.asked += 1;
  }
}

/** The next slot is the first after `now`; gives the last one before. */
export function passSlot(serial: Serial, now: number): number {
  const slotAt = serial.nextSlotAt + Math.floor((now - serial.nextSlotAt) / weekMs) * weekMs;
  serial.nextSlotAt = slotAt + weekMs;
  serial.question = undefined;
  return slotAt;
}

/** The paragraphs of a chapter that stand in the channel once the bot has done what it had to, in order. */
export function visible({ deleted }: Model, { paragraphs }: Out): readonly string[] {
  return paragraphs.filter((paragraph) => !deleted.has(paragraph));
}
