import fc, { type AsyncCommand } from 'fast-check';
import type { FaultMoment } from '../../src/playground/faults.js';
import { ask } from '../support/harbour.js';
import { asMessage, buttonLabels, shownText } from '../support/shown.js';
import { agree } from './agree.js';
import { type Edit, editManuscript, manuscriptText, namesIn } from './manuscript.js';
import { hasNext, type Model, release, upcoming } from './model.js';
import type { World } from './world.js';

type Command = AsyncCommand<Model, World>;

const emoji = ['🔥', '😭'] as const;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A review that was changed once may be changed again after this. */
const changePauseMs = 30_000;
const marginMs = 3_000;

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

const isUp = (model: Model) => model.isUp;
const anythingPosted = (model: Model) => model.out.length > 0 || model.underWay !== undefined;

/** The author releases the next chapter by hand. */
export const releaseNow = command(
  'release',
  (model) => model.isUp && hasNext(model),
  async (model, { harbour }) => {
    await ask(harbour.author, harbour.channel, 'release now');
    release(model);
  },
);

const crash = command('crash', isUp, async (model, world) => {
  await world.kill();
  model.isUp = false;
});

const crashWhilePosting = (piece: number, moment: FaultMoment) =>
  command(
    `crash ${moment} piece ${piece + 1}`,
    (model) => model.isUp && hasNext(model),
    async (model, world) => {
      await world.killWhilePosting(piece, moment);
      model.underWay = upcoming(model);
      model.question = undefined;
      model.isUp = false;
    },
  );

/** The bot may or may not have heard of the reactions; it may have written down some of them. */
const crashUnderReactions = (at: number, count: number) =>
  command(
    `crash under ${count} reactions`,
    (model) => model.isUp && model.out.length > 0,
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

const edit = (chapter: number, at: number, how: Edit, fresh: number) =>
  command(
    `${how} at ${at} in chapter ${chapter + 1}`,
    (model) => model.manuscripts[chapter] !== undefined,
    async (model, world) => {
      const edited = editManuscript(model.manuscripts[chapter] ?? [], at, how, fresh);
      model.manuscripts[chapter] = edited;
      await world.write(`lamp/0${chapter + 1}.txt`, manuscriptText(chapter, edited));
      // The folder is looked at every 5 s at most.
      await world.jump(6_000);
    },
  );

const deletePiece = (at: number) =>
  command(
    `delete piece ${at}`,
    // Nobody can tell a piece that was deleted before its sending was noted from one that never arrived.
    (model) => model.out.length > 0 && model.underWay === undefined,
    async (model, world) => {
      const message = pick(world.pieces(), at);
      // What went with a message before the bot heard of it cannot be known.
      if (message === undefined || model.unheard.has(message.id)) return;
      world.harbour.author.deleteMessage(message);
      for (const name of namesIn([message])) model.deleted.add(name);
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
  const key = `${Number(name.split('.')[0]) - 1} ${message.id}`;
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

const review = (at: number, who: number, rating: number) =>
  command(
    `review by ${who} at ${at} with ${rating}`,
    (model) => model.isUp && model.out.length > 0,
    async (model, { harbour, now, readers }) => {
      const out = pick(model.out, at);
      const reader = readers[who];
      if (reader === undefined) return;
      const opened = await reader.slash(harbour.channel, 'review', { chapter: `${(out?.chapter ?? 0) + 1}` });
      if (opened.kind !== 'modal') throw new Error(`The review did not open: ${JSON.stringify(opened)}`);
      const given = { text: `It is a ${rating}.`, rating: [`${rating}`] };
      const told = shownText(asMessage(await reader.submit(opened.modal, given)).message);
      const key = `${out?.chapter} ${who}`;
      const before = model.reviews.get(key);
      const isTooSoon = told.includes('You may change it again');
      const sinceMs = now() - (before?.changedAt ?? 0);
      // The bot looked a moment before: right at the pause's end either is right.
      if (isTooSoon ? sinceMs > changePauseMs + marginMs : sinceMs < changePauseMs - marginMs) {
        throw new Error(`The review was changed ${sinceMs} ms after the last change: ${told}`);
      }
      if (!isTooSoon) model.reviews.set(key, { rating, changedAt: before && now() });
    },
  );

const read = (at: number, reader: number, turns: number) =>
  command(
    `read by ${reader} at ${at}, ${turns} pages on`,
    (model) => model.isUp && model.out.length > 0,
    async (model, { harbour, readers }) => {
      const chapter = pick(model.out, at)?.chapter ?? 0;
      const person = readers[reader];
      if (person === undefined) return;
      let page = asMessage(await person.slash(harbour.channel, 'read', { chapter: `${chapter + 1}` })).message;
      for (let turn = 0; turn < turns && buttonLabels(page).includes('Next'); turn += 1) {
        page = asMessage(await person.click(page, { label: 'Next' })).message;
      }
      const [paragraph] = namesIn([page]);
      if (paragraph === undefined) throw new Error('The page is blank.');
      model.places.set(reader, { chapter, paragraph });
      model.opened.add(`${chapter} ${reader}`);
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
  async (model, world) => world.jump(Math.max(0, model.nextSlotAt - world.now())),
);

const answer = (label: 'Post it now' | 'Let it pass') =>
  command(
    label,
    (model) => model.isUp && model.question !== undefined,
    async (model, { bench, harbour }) => {
      const asked = bench.playground.directMessages(harbour.author.user).messages();
      const alert = asked.findLast((message) => buttonLabels(message).includes(label));
      if (alert === undefined) throw new Error('The author was not asked.');
      await harbour.author.click(alert, { label });
      if (label === 'Post it now') release(model);
      model.question = undefined;
    },
  );

function pick<T>(items: readonly T[], at: number): T | undefined {
  return items[at % Math.max(1, items.length)];
}

const reader = fc.nat({ max: 1 });
const anywhere = fc.nat({ max: 40 });

/** Everything that may happen; crashes, restarts and slots somewhat more often. */
export const commands: fc.Arbitrary<Command>[] = [
  fc.constantFrom(releaseNow, jumpToSlot),
  fc.constantFrom(crash, restart),
  fc.constant(restart),
  fc
    .tuple(fc.nat({ max: 2 }), fc.constantFrom<FaultMoment>('before', 'after'))
    .map(([piece, moment]) => crashWhilePosting(piece, moment)),
  fc.tuple(anywhere, fc.integer({ min: 1, max: 8 })).map(([at, count]) => crashUnderReactions(at, count)),
  fc
    .tuple(
      fc.nat({ max: 2 }),
      anywhere,
      fc.constantFrom<Edit>('insert', 'remove', 'reword'),
      fc.integer({ min: 100, max: 99_999 }),
    )
    .map((given) => edit(...given)),
  anywhere.map(deletePiece),
  fc.tuple(anywhere, fc.nat({ max: 1 }), reader).map((given) => toggleReaction(...given)),
  fc.tuple(anywhere, fc.nat({ max: 1 }), reader).map((given) => toggleReaction(...given)),
  fc.tuple(anywhere, reader, fc.integer({ min: 1, max: 5 })).map((given) => review(...given)),
  fc.tuple(anywhere, reader, fc.nat({ max: 3 })).map((given) => read(...given)),
  fc.constantFrom(hourMs, -hourMs, dayMs, 5 * dayMs, 7 * dayMs, 35 * dayMs).map(jump),
  fc.constantFrom(answer('Post it now'), answer('Let it pass')),
];
