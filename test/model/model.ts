/** A chapter file, as its paragraphs' names. */
export type Manuscript = readonly string[];

/** A chapter that came out, or is coming out: its paragraphs were frozen when its release began. */
export interface Out {
  readonly chapter: number;
  readonly paragraphs: Manuscript;
}

/** Where a reader stopped: in which chapter, and the first paragraph of the page that they saw. */
export interface Place {
  readonly chapter: number;
  readonly paragraph: string;
}

/**
 * What a serial is, without any of its mechanism: no journal, no store, no processes. Chapters count from 0. Times are epoch
 * milliseconds.
 */
export interface Model {
  /** How many things happened so far. */
  steps: number;
  isUp: boolean;
  readonly manuscripts: Manuscript[];
  readonly out: Out[];
  /** The release that a crash interrupted. */
  underWay: Out | undefined;
  nextSlotAt: number;
  /** The missed slot about which the author was asked. */
  question: number | undefined;
  /** How often the author was asked about a missed slot. */
  asked: number;
  /** Paragraphs whose messages a moderator deleted, such as `2.1`. */
  readonly deleted: Set<string>;
  /** Emoji and reader, by message; of deleted messages too. */
  readonly reactions: Map<string, Set<string>>;
  /** Messages whose reactions changed since the bot went down: it has still to hear of that. */
  readonly unheard: Set<string>;
  /** By chapter and reader; when it was changed last, in epoch milliseconds, decides when it may be changed again. */
  readonly reviews: Map<string, { readonly rating: number; readonly changedAt: number | undefined }>;
  /** Chapter and reader of everything that was opened in private. */
  readonly opened: Set<string>;
  /** By reader. */
  readonly places: Map<number, Place>;
}

const weekMs = 7 * 24 * 3_600_000;
/** Slots missed by more are asked about, though the serial posts late ones. */
const graceMs = 72 * 3_600_000;

/** Begins with nothing out. */
export function createModel(manuscripts: readonly Manuscript[], firstSlotAt: number): Model {
  return {
    steps: 0,
    isUp: true,
    manuscripts: [...manuscripts],
    out: [],
    underWay: undefined,
    nextSlotAt: firstSlotAt,
    question: undefined,
    asked: 0,
    deleted: new Set(),
    reactions: new Map(),
    unheard: new Set(),
    reviews: new Map(),
    opened: new Set(),
    places: new Map(),
  };
}

/** Whether a chapter is left that can come out. */
export function hasNext(model: Model): boolean {
  return model.out.length < model.manuscripts.length;
}

/** The chapter that would come out now. */
export function upcoming(model: Model): Out {
  const chapter = model.out.length;
  const paragraphs = model.manuscripts[chapter];
  if (paragraphs === undefined) throw new Error('Every chapter is out.');
  return { chapter, paragraphs };
}

/** The next chapter comes out, whatever the schedule says. */
export function release(model: Model): void {
  model.out.push(upcoming(model));
  model.question = undefined;
}

/** What a bot that is up does at `now`: it finishes what it began, and serves the last of the slots that have come. */
export function catchUp(model: Model, now: number): void {
  if (!model.isUp) return;
  model.unheard.clear();
  if (model.underWay !== undefined) model.out.push(model.underWay);
  model.underWay = undefined;
  if (now < model.nextSlotAt) return;
  const slotAt = model.nextSlotAt + Math.floor((now - model.nextSlotAt) / weekMs) * weekMs;
  model.nextSlotAt = slotAt + weekMs;
  model.question = undefined;
  if (!hasNext(model)) return;
  if (now - slotAt <= graceMs) release(model);
  else ask(model, slotAt);
}

function ask(model: Model, slotAt: number): void {
  model.question = slotAt;
  model.asked += 1;
}

/** The paragraphs that stand in the channel once the bot has done what it had to, in order. */
export function standing({ out, deleted }: Model): readonly string[] {
  return out.flatMap(({ paragraphs }) => paragraphs).filter((paragraph) => !deleted.has(paragraph));
}
