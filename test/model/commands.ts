import { setTimeout as sleep } from 'node:timers/promises';
import fc, { type AsyncCommand } from 'fast-check';
import type { FaultMatch, FaultMoment } from '../../src/playground/faults.js';
import { ask } from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { agree } from './agree.js';
import { chapterIn, type Edit, editManuscript, manuscriptText, namesIn } from './manuscript.js';
import {
  hasNext,
  type Model,
  nameOf,
  type Out,
  passSlot,
  release,
  retract,
  type Serial,
  upcoming,
  update,
  visible,
} from './model.js';
import type { World } from './world.js';

type Command = AsyncCommand<Model, World>;

const emoji = ['🔥', '😭'] as const;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A review that was changed once may be changed again after this. */
const changePauseMs = 30_000;
const marginMs = 3_000;
/** How long something may take that the bot does by itself, on a busy machine. */
const patienceMs = 30_000;

/** Something that happens to both; afterwards they must agree. */
function command(
  name: string,
  isPossible: (model: Model) => boolean,
  happen: (model: Model, world: World) => Promise<void>,
): Command {
  return {
    check: isPossible,
    async run(model, world) {
      model.steps += 1;
      await happen(model, world);
      await agree(model, world);
    },
    toString: () => name,
  };
}

/** Which of the two serials. */
type Which = 0 | 1;

/** Something that happens to one of the serials. */
function serialCommand(
  name: string,
  which: Which,
  isPossible: (serial: Serial, model: Model) => boolean,
  happen: (serial: Serial, model: Model, world: World) => Promise<void>,
): Command {
  return command(
    `${name}, ${['lamp', 'oars'][which]}`,
    (model) => isPossible(model.serials[which], model),
    (model, world) => happen(model.serials[which], model, world),
  );
}

const isUp = (model: Model) => model.isUp;
const isOut = (serial: Serial) => serial.out.length > 0;
const isUpAndOut = (serial: Serial, model: Model) => model.isUp && isOut(serial);
const anythingPosted = ({ serials }: Model) => serials.some((serial) => isOut(serial) || serial.underWay !== undefined);

/** The author releases the next chapter by hand. */
export const releaseNow = (which: Which) =>
  serialCommand(
    'release',
    which,
    (serial, model) => model.isUp && hasNext(serial),
    async (serial, _, { harbour }) => {
      await ask(harbour.author, harbour.channel, 'release now', { story: serial.story });
      release(serial);
    },
  );

const crash = command('crash', isUp, async (model, world) => {
  await world.kill();
  model.isUp = false;
});

const crashWhilePosting = (which: Which, piece: number, moment: FaultMoment) =>
  serialCommand(
    `crash ${moment} piece ${piece + 1}`,
    which,
    (serial, model) => model.isUp && hasNext(serial),
    async (serial, model, world) => {
      const { author, channel } = world.harbour;
      await world.killWhile({ when: changes(world, 'POST'), after: piece }, moment, async () => {
        await ask(author, channel, 'release now', { story: serial.story });
        return () => isSettled(serial, world);
      });
      serial.underWay = { kind: 'release', out: upcoming(serial) };
      serial.question = undefined;
      model.isUp = false;
    },
  );

/** Both have the same slots: one posts, the other waits for it, and the bot is killed between two pieces. */
const crashInSlot = (piece: number, moment: FaultMoment) =>
  command(
    `crash ${moment} piece ${piece + 1} of the slot`,
    (model) => model.isUp && model.serials.every(hasNext),
    async (model, world) => {
      await world.killWhile({ when: changes(world, 'POST'), after: piece }, moment, async () => {
        await world.jump(Math.max(0, model.serials[0].nextSlotAt - world.now()));
        // Both have claimed their chapter by then.
        const hasBegun = async (serial: Serial) => stands(serial, world) || isPosting(serial, world);
        await until(async () => (await Promise.all(model.serials.map(hasBegun))).every(Boolean));
        return async () => (await Promise.all(model.serials.map((serial) => isSettled(serial, world)))).every(Boolean);
      });
      for (const serial of model.serials) {
        const next = upcoming(serial);
        serial.underWay = stands(serial, world) ? { kind: 'release', out: next } : { kind: 'claimed' };
        passSlot(serial, world.now());
      }
      model.isUp = false;
    },
  );

/** The author takes the last chapter back. */
const takeBack = (which: Which) =>
  serialCommand('retract', which, isUpAndOut, async (serial, model, world) => {
    await askToRetract(serial, world);
    retract(model, serial);
  });

const crashWhileTakingBack = (which: Which, piece: number, moment: FaultMoment) =>
  serialCommand(`crash ${moment} deletion ${piece + 1}`, which, isUpAndOut, async (serial, model, world) => {
    await world.killWhile({ when: changes(world, 'DELETE'), after: piece }, moment, async () => {
      const told = await askToRetract(serial, world);
      // It says so once it is over.
      return () => Promise.resolve(told.includes('was taken back'));
    });
    const last = serial.out.at(-1);
    if (last === undefined) return;
    const out = { ...last, paragraphs: visible(model, last) };
    retract(model, serial);
    serial.underWay = { kind: 'retraction', out };
    model.isUp = false;
  });

async function askToRetract({ story }: Serial, { harbour }: World): Promise<string> {
  const { author, channel } = harbour;
  const question = asMessage(await author.slash(channel, 'release retract', { story })).message;
  return shownText(asMessage(await author.click(question, { label: 'Delete the release' })).message);
}

/** Several changes to a chapter file, at paragraphs that are far from one another or not. */
type Edits = readonly (readonly [at: number, how: Edit, fresh: number])[];

/** The author changes a chapter that is out, or does not, and lets its messages be brought up to its file. */
const sync = (which: Which, at: number, edits: Edits) =>
  serialCommand(`${told(edits)} and sync ${at}`, which, isUpAndOut, async (serial, model, world) => {
    const out = pick(serial.out, at);
    if (out === undefined) return;
    const { chapter, paragraphs } = out;
    await rewrite(serial, chapter, edits, world);
    const wanted = serial.manuscripts[chapter] ?? [];
    const isSame = wanted.join() === paragraphs.join();
    const said = await askToSync(serial, chapter, world);
    if (said.includes('more than its messages')) return;
    if (said.includes('as its file has it') !== isSame) throw new Error(`${nameOf(serial, chapter)}: ${said}`);
    if (isSame) return;
    await until(() => isUpToDate(serial, chapter, world));
    update(serial, out, wanted);
    learnWhatIsSeen(model, serial, world, out);
  });

/** What stands of a chapter some of whose messages a moderator deleted: what stood there stays away, and nothing else does. */
function learnWhatIsSeen(model: Model, serial: Serial, world: World, before: Out): void {
  const after = serial.out[before.chapter];
  const name = nameOf(serial, before.chapter);
  if (after === undefined || before.paragraphs.every((paragraph) => !model.deleted.has(paragraph))) return;
  model.vague.add(name);
  const seen = new Set(namesIn(world.pieces()));
  const old = new Set(before.paragraphs);
  for (const paragraph of after.paragraphs) {
    const mayBeAway = model.deleted.has(paragraph) || !old.has(paragraph);
    if (!seen.has(paragraph) && mayBeAway) model.deleted.add(paragraph);
    if (seen.has(paragraph)) model.deleted.delete(paragraph);
  }
}

const crashWhileUpdating = (which: Which, at: number, edits: Edits, request: number, moment: FaultMoment) =>
  serialCommand(
    `${told(edits)}, sync ${at} and crash ${moment} request ${request + 1}`,
    which,
    // What can be seen of a chapter with deleted messages is learned once it is up to date.
    (serial, model) =>
      isUpAndOut(serial, model) && serial.out.every((out) => visible(model, out).length === out.paragraphs.length),
    async (serial, model, world) => {
      const out = pick(serial.out, at);
      if (out === undefined) return;
      const { chapter } = out;
      await rewrite(serial, chapter, edits, world);
      const to = serial.manuscripts[chapter] ?? [];
      let isBegun = false;
      const end = await world.killWhile({ when: changes(world), after: request }, moment, async () => {
        isBegun = (await askToSync(serial, chapter, world)).includes('is being brought up to date');
        return async () => !isBegun || isUpToDate(serial, chapter, world);
      });
      model.isUp = false;
      if (isBegun || end === 'reached') serial.underWay = { kind: 'update', out, to };
    },
  );

function told(edits: Edits): string {
  return edits.map(([at, how]) => `${how} at ${at}`).join(', ') || 'change nothing';
}

/** Lets a chapter be brought up to its file where that differs; gives what is said. */
async function askToSync({ story }: Serial, chapter: number, { harbour }: World): Promise<string> {
  const { author, channel } = harbour;
  const given = { story, chapter: `${chapter + 1}` };
  const { message } = asMessage(await author.slash(channel, 'release sync', given));
  if (!buttonLabels(message).includes('Update the messages')) return shownText(message);
  return shownText(asMessage(await author.click(message, { label: 'Update the messages' })).message);
}

async function isUpToDate({ story }: Serial, chapter: number, { harbour }: World): Promise<boolean> {
  const given = { story, chapter: `${chapter + 1}` };
  return (await ask(harbour.author, harbour.channel, 'release sync', given)).includes('as its file has it');
}

async function isPosting({ story }: Serial, { harbour }: World): Promise<boolean> {
  return (await ask(harbour.author, harbour.channel, 'serial status', { story })).includes('Being posted');
}

/** Whether anything of the next chapter stands. */
function stands(serial: Serial, world: World): boolean {
  const next = nameOf(serial, upcoming(serial).chapter);
  return namesIn(world.pieces()).some((name) => chapterIn(name) === next);
}

async function isSettled(serial: Serial, world: World): Promise<boolean> {
  return !(await isPosting(serial, world));
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const lateAt = Date.now() + patienceMs;
  while (!(await isTrue())) {
    if (Date.now() > lateAt) throw new Error('It never came to that.');
    await sleep(30);
  }
}

/** Requests that change messages of the channel, in this way or in any. */
function changes({ harbour }: World, method?: string): NonNullable<FaultMatch['when']> {
  const path = `/channels/${harbour.channel.id}/messages`;
  return (request) =>
    request.path.startsWith(path) && (method ?? request.method) === request.method && request.method !== 'GET';
}

/** The bot may or may not have heard of the reactions; it may have written down some of them. */
const crashUnderReactions = (at: number, count: number) =>
  command(
    `crash under ${count} reactions`,
    (model) => model.isUp && anythingPosted(model),
    async (model, world) => {
      for (let index = 0; index < count; index += 1) toggle(model, world, at + index, index % 2, (at + index) % 2);
      await world.kill();
      model.isUp = false;
    },
  );

const restart = command(
  'restart',
  () => true,
  async (model, world) => {
    if (model.isUp) await world.terminate();
    await world.start();
    model.isUp = true;
  },
);

const edit = (which: Which, chapter: number, edits: Edits) =>
  serialCommand(
    `${told(edits)} in chapter ${chapter + 1}`,
    which,
    ({ manuscripts }) => manuscripts[chapter] !== undefined,
    async (serial, _, world) => {
      await rewrite(serial, chapter, edits, world);
      // The folder is looked at every 5 s at most.
      await world.jump(6_000);
    },
  );

async function rewrite(serial: Serial, chapter: number, edits: Edits, world: World): Promise<void> {
  const before = serial.manuscripts[chapter] ?? [];
  const edited = edits.reduce((text, [at, how, fresh]) => editManuscript(text, at, how, fresh), before);
  serial.manuscripts[chapter] = edited;
  if (edits.length > 0) await world.write(`${serial.story}/0${chapter + 1}.txt`, manuscriptText(chapter, edited));
}

const deletePiece = (at: number) =>
  command(
    `delete piece ${at}`,
    // Nobody can tell a piece that was deleted before its sending was noted from one that never arrived.
    ({ serials }) => serials.some(isOut) && serials.every(({ underWay }) => underWay === undefined),
    async (model, world) => {
      const message = pick(world.pieces(), at);
      // What went with a message before the bot heard of it cannot be known.
      if (message === undefined || model.unheard.has(message.id)) return;
      world.harbour.author.deleteMessage(message);
      const names = namesIn([message]);
      for (const name of names) model.deleted.add(name);
      model.moderated.set(message.id, chapterIn(names[0] ?? ''));
    },
  );

const toggleReaction = (at: number, kind: number, reader: number) =>
  command(
    `react or un-react (${kind}) with ${emoji[kind]} by ${reader} at ${at}`,
    anythingPosted,
    async (model, world) => toggle(model, world, at, kind, reader),
  );

/** A reader reacts, or takes it back where they had. */
function toggle(model: Model, { pieces, readers }: World, at: number, kind: number, reader: number): void {
  const message = pick(pieces(), at);
  const [name] = message === undefined ? [] : namesIn([message]);
  const person = readers[reader];
  const chosen = emoji[kind];
  if (message === undefined || name === undefined || person === undefined || chosen === undefined) return;
  const key = `${chapterIn(name)} ${message.id}`;
  const known = model.reactions.get(key) ?? new Set();
  model.reactions.set(key, known);
  const fact = `${chosen} ${reader}`;
  model.unheard.add(message.id);
  if (known.delete(fact)) {
    person.unreact(message, chosen);
  } else {
    known.add(fact);
    person.react(message, chosen);
  }
}

const review = (which: Which, at: number, who: number, rating: number) =>
  serialCommand(`review by ${who} at ${at} with ${rating}`, which, isUpAndOut, async (serial, model, world) => {
    const { harbour, now, readers } = world;
    const out = pick(serial.out, at);
    const reader = readers[who];
    if (reader === undefined || out === undefined) return;
    const given = { story: serial.story, chapter: `${out.chapter + 1}` };
    const opened = await reader.slash(harbour.channel, 'review', given);
    if (opened.kind !== 'modal') throw new Error(`The review did not open: ${JSON.stringify(opened)}`);
    const typed = { text: `It is a ${rating}.`, rating: [`${rating}`] };
    const said = shownText(asMessage(await reader.submit(opened.modal, typed)).message);
    const key = `${nameOf(serial, out.chapter)} ${who}`;
    const before = model.reviews.get(key);
    const isTooSoon = said.includes('You may change it again');
    const sinceMs = now() - (before?.changedAt ?? 0);
    // The bot looked a moment before: right at the pause's end either is right.
    if (isTooSoon ? sinceMs > changePauseMs + marginMs : sinceMs < changePauseMs - marginMs) {
      throw new Error(`The review was changed ${sinceMs} ms after the last change: ${said}`);
    }
    if (!isTooSoon) model.reviews.set(key, { rating, changedAt: before && now() });
  });

const read = (which: Which, at: number, reader: number, turns: number) =>
  serialCommand(
    `read by ${reader} at ${at}, ${turns} pages on`,
    which,
    isUpAndOut,
    async (serial, model, { harbour, readers }) => {
      const chapter = pick(serial.out, at)?.chapter ?? 0;
      const person = readers[reader];
      if (person === undefined) return;
      const given = { story: serial.story, chapter: `${chapter + 1}` };
      let page = asMessage(await person.slash(harbour.channel, 'read', given)).message;
      for (let turn = 0; turn < turns && buttonLabels(page).includes('Next'); turn += 1) {
        page = asMessage(await person.click(page, { label: 'Next' })).message;
      }
      const [paragraph] = namesIn([page]);
      if (paragraph === undefined) throw new Error('The page is blank.');
      serial.places.set(reader, { chapter, paragraph });
      model.opened.add(`${nameOf(serial, chapter)} ${reader}`);
    },
  );

const jump = (ms: number) =>
  command(
    `jump by ${ms / hourMs} h`,
    () => true,
    async (_, world) => world.jump(ms),
  );

const jumpToSlot = command(
  'jump to the next slot',
  () => true,
  async (model, world) => world.jump(Math.max(0, model.serials[0].nextSlotAt - world.now())),
);

const answer = (which: Which, label: 'Post it now' | 'Let it pass') =>
  serialCommand(
    label,
    which,
    (serial, model) => model.isUp && serial.question !== undefined,
    async (serial, _, { testbed, harbour }) => {
      const asked = testbed.playground.directMessages(harbour.author.user).messages();
      const isOfStory = ({ components }: (typeof asked)[number]) =>
        JSON.stringify(components).includes(`:${serial.story}:`);
      const alert = asked.findLast((message) => buttonLabels(message).includes(label) && isOfStory(message));
      if (alert === undefined) throw new Error('The author was not asked.');
      await harbour.author.click(alert, { label });
      if (label === 'Post it now') release(serial);
      serial.question = undefined;
    },
  );

function pick<T>(items: readonly T[], at: number): T | undefined {
  return items[at % Math.max(1, items.length)];
}

const which = fc.constantFrom<Which>(0, 1);
const reader = fc.nat({ max: 1 });
const anywhere = fc.nat({ max: 40 });
const moment = fc.constantFrom<FaultMoment>('before', 'after');
const oneEdit = fc.tuple(
  anywhere,
  fc.constantFrom<Edit>('insert', 'remove', 'reword'),
  fc.integer({ min: 100, max: 99_999 }),
);
/** New paragraphs in one place, so many that they want a message of their own. */
const manyInserted = fc
  .tuple(anywhere, fc.integer({ min: 100, max: 90_000 }), fc.integer({ min: 2, max: 8 }))
  .map(([at, fresh, count]): Edits => Array.from({ length: count }, (_, index) => [at, 'insert', fresh + index]));
/** Paragraphs gone from one place, so many that nothing is left of a message. */
const manyRemoved = fc
  .tuple(anywhere, fc.integer({ min: 2, max: 7 }))
  .map(([at, count]): Edits => Array.from({ length: count }, () => [at, 'remove', 0]));
const edits: fc.Arbitrary<Edits> = fc.oneof(fc.array(oneEdit, { maxLength: 3 }), manyInserted, manyRemoved);

/** Everything that may happen; crashes, restarts and slots somewhat more often. */
export const commands: fc.Arbitrary<Command>[] = [
  which.map(releaseNow),
  fc.constant(jumpToSlot),
  fc.constantFrom(crash, restart),
  fc.constant(restart),
  fc.tuple(which, fc.nat({ max: 2 }), moment).map((given) => crashWhilePosting(...given)),
  fc.tuple(fc.integer({ min: 1, max: 2 }), moment).map((given) => crashInSlot(...given)),
  fc.tuple(anywhere, fc.integer({ min: 1, max: 8 })).map(([at, count]) => crashUnderReactions(at, count)),
  which.map(takeBack),
  fc.tuple(which, fc.nat({ max: 2 }), moment).map((given) => crashWhileTakingBack(...given)),
  fc.tuple(which, anywhere, edits).map((given) => sync(...given)),
  fc.tuple(which, anywhere, edits, fc.nat({ max: 3 }), moment).map((given) => crashWhileUpdating(...given)),
  fc.tuple(which, fc.nat({ max: 2 }), edits).map((given) => edit(...given)),
  anywhere.map(deletePiece),
  fc.tuple(anywhere, fc.nat({ max: 1 }), reader).map((given) => toggleReaction(...given)),
  fc.tuple(anywhere, fc.nat({ max: 1 }), reader).map((given) => toggleReaction(...given)),
  fc.tuple(which, anywhere, reader, fc.integer({ min: 1, max: 5 })).map((given) => review(...given)),
  fc.tuple(which, anywhere, reader, fc.nat({ max: 3 })).map((given) => read(...given)),
  fc.constantFrom(hourMs, -hourMs, dayMs, 5 * dayMs, 7 * dayMs, 35 * dayMs).map(jump),
  fc.tuple(which, fc.constantFrom('Post it now' as const, 'Let it pass' as const)).map((given) => answer(...given)),
];
