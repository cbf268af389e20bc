import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../support/harbour.js';
import { asMessage, buttonLabels } from '../support/shown.js';
import { chapterIn, namesIn } from './manuscript.js';
import { catchUp, type Model, nameOf, type Out, type Serial, visible } from './model.js';
import type { World } from './world.js';

/** How long the bot may take to get where the model is: a beat, a release, and a machine that is busy with other tests. */
const patienceMs = 30_000;

/** Waits until posted pieces, counts and places are as the model has them; fails with what is not. */
export async function agree(model: Model, world: World): Promise<void> {
  catchUp(model, world.now());
  const until = Date.now() + patienceMs;
  let problems = await differences(model, world);
  for (; problems.length > 0 && Date.now() < until; problems = await differences(model, world)) await sleep(50);
  if (problems.length > 0) throw new Error(`${problems.join('\n')}\n\nThe bot: ${world.output()}`);
  if (!model.isUp) return;
  for (const serial of model.serials) {
    for (const reader of serial.places.keys()) await comparePlace(serial, world, reader);
  }
}

/** A run of paragraphs of one chapter in the channel. */
interface Block {
  readonly chapter: string;
  readonly paragraphs: readonly string[];
}

async function differences(model: Model, world: World): Promise<readonly string[]> {
  const blocks = blocksIn(namesIn(world.pieces()));
  const mixed = blocks.filter(({ chapter }, at) => blocks.findIndex((block) => block.chapter === chapter) !== at);
  const problems = [
    ...mixed.map(({ chapter }) => `${chapter} stands in two places`),
    ...model.serials.flatMap((serial) => compareText(model, serial, blocks)),
  ];
  // Nothing is asked before the pieces stand: an answer takes longer than a look.
  if (problems.length > 0) return [...problems, `posted is ${namesIn(world.pieces()).join(' ')}`];
  if (!model.isUp) return [];
  const told = await Promise.all(model.serials.map((serial) => compareTold(model, serial, world)));
  const asked = questions(world);
  return [...told.flat(), ...(asked === model.asked ? [] : [`asked ${asked} times, wanted ${model.asked}`])];
}

function blocksIn(paragraphs: readonly string[]): readonly Block[] {
  const starts = paragraphs.flatMap((name, at) =>
    at > 0 && chapterIn(name) === chapterIn(paragraphs[at - 1] ?? '') ? [] : [at],
  );
  return starts.map((start, index) => ({
    chapter: chapterIn(paragraphs[start] ?? ''),
    paragraphs: paragraphs.slice(start, starts[index + 1]),
  }));
}

/** Each chapter of a serial stands whole, and they stand in their order; what a crash interrupted may have come to any point. */
function compareText(model: Model, serial: Serial, blocks: readonly Block[]): readonly string[] {
  const { letter, out, underWay } = serial;
  const torn =
    underWay === undefined || underWay.kind === 'claimed' || underWay.kind === 'update' ? [] : [underWay.out];
  const wanted = [...out, ...torn];
  const posted = new Map(blocks.map(({ chapter, paragraphs }) => [chapter, paragraphs.join(' ')]));
  const order = blocks.filter(({ chapter }) => chapter.startsWith(letter)).map(({ chapter }) => chapter);
  const wantedOrder = wanted.map(({ chapter }) => nameOf(serial, chapter)).filter((chapter) => posted.has(chapter));
  return [
    ...(order.join() === wantedOrder.join() ? [] : [`the order is ${order.join()}, wanted ${wantedOrder.join()}`]),
    ...wanted.flatMap((one) => {
      const chapter = nameOf(serial, one.chapter);
      const is = posted.get(chapter) ?? '';
      const text = visible(model, one).join(' ');
      const isRight = torn.includes(one) ? text.startsWith(is) : is === text || isUpdated(serial, one, is);
      return isRight ? [] : [`${chapter} is ${is}, wanted ${torn.includes(one) ? 'a beginning of ' : ''}${text}`];
    }),
  ];
}

/** Of a chapter in the middle of an update only what was or will be there stands; some of it twice, for the moment. */
function isUpdated({ underWay }: Serial, { chapter, paragraphs }: Out, posted: string): boolean {
  if (underWay?.kind !== 'update' || underWay.out.chapter !== chapter) return false;
  return posted.split(' ').every((name) => paragraphs.includes(name) || underWay.to.includes(name));
}

async function compareTold(model: Model, serial: Serial, world: World): Promise<readonly string[]> {
  const { author, channel } = world.harbour;
  const { out, story } = serial;
  const status = await ask(author, channel, 'serial status', { story });
  const reports = await Promise.all(out.map(({ chapter }) => compareReport(model, serial, world, chapter)));
  const isIdle = !/Being (posted|taken back)/.test(status);
  return [
    ...(outIn(status) === out.length && isIdle ? [] : [`${out.length} of ${story} are out, told is ${status}`]),
    ...reports.flat(),
  ];
}

/** How many chapters `/serial status` counts as out; it says nothing of none. */
function outIn(status: string): number {
  return Number(/Out so far: (\d+)/.exec(status)?.[1] ?? 0);
}

/** How often the author was asked about a missed slot; what they answered stands where the question was. */
function questions({ testbed, harbour }: World): number {
  const told = testbed.playground.directMessages(harbour.author.user).messages();
  return told.filter(({ content }) => /I was away|settled by now|is on its way|It passes/.test(content)).length;
}

async function compareReport(model: Model, serial: Serial, world: World, chapter: number): Promise<readonly string[]> {
  const { author, channel } = world.harbour;
  const name = nameOf(serial, chapter);
  const report = await ask(author, channel, 'feedback', { story: serial.story, chapter: `${chapter + 1}` });
  const { reactions, readers, mean, reviews } = expectedReport(model, world, name);
  const wanted = [
    `${readers} reader${readers === 1 ? '' : 's'} with`,
    ...(model.vague.has(name) ? [] : [`${reactions} reaction${reactions === 1 ? '' : 's'}`]),
    `${reviews} review${reviews === 1 ? '' : 's'}${mean === undefined ? '' : `, ${mean.toFixed(1)} of 5`}`,
  ];
  const missing = wanted.filter((line) => !report.split('\n').some((given) => given.startsWith(line)));
  return missing.map((line) => `${name} should have "${line}": ${report}`);
}

function expectedReport({ moderated, opened, reactions, reviews }: Model, world: World, chapter: string) {
  const ofChapter = (key: string) => key.startsWith(`${chapter} `);
  const ratings = [...reviews].filter(([key]) => ofChapter(key)).map(([, { rating }]) => rating);
  const sum = ratings.reduce((all, rating) => all + rating, 0);
  // With a message that the bot deleted its reactions are gone; of one that others deleted it does not know.
  const standing = new Set(world.pieces().map(({ id }) => id));
  const counts = (key: string) => standing.has(messageIn(key)) || moderated.has(messageIn(key));
  return {
    readers: [...opened].filter(ofChapter).length,
    reactions: [...reactions]
      .filter(([key]) => ofChapter(key) && counts(key))
      .reduce((all, [, who]) => all + who.size, 0),
    reviews: ratings.length,
    mean: ratings.length === 0 ? undefined : sum / ratings.length,
  };
}

/** The message in a key of the model's reactions. */
function messageIn(key: string): string {
  return key.split(' ')[1] ?? '';
}

/** A reader who comes back sees the paragraph at which they stopped, as long as it is in the file. */
async function comparePlace(serial: Serial, world: World, reader: number): Promise<void> {
  const { manuscripts, places, story } = serial;
  const place = places.get(reader);
  const person = world.readers[reader];
  if (place === undefined || person === undefined) return;
  const page = asMessage(await person.slash(world.harbour.channel, 'read', { story })).message;
  const shown = namesIn([page]);
  const isThere = manuscripts[place.chapter]?.includes(place.paragraph) ?? false;
  const first = shown[0];
  const isOf = (name: string) => chapterIn(name) === nameOf(serial, place.chapter);
  const isRight = isThere ? shown.includes(place.paragraph) : shown.every(isOf);
  if (!isRight || first === undefined) {
    const buttons = buttonLabels(page).join(', ');
    throw new Error(`Reader ${reader} stopped at ${place.paragraph} and is shown ${shown.join(' ')} (${buttons}).`);
  }
  // An edit before their place moves where pages begin, and they now see this one.
  places.set(reader, { ...place, paragraph: first });
}
