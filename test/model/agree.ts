import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../support/harbour.js';
import { asMessage, buttonLabels } from '../support/shown.js';
import { namesIn } from './manuscript.js';
import { catchUp, type Model, standing } from './model.js';
import type { World } from './world.js';

/** How long the bot may take to get where the model is: a beat, a release, and a machine that is busy with other tests. */
const patienceMs = 15_000;

/** Waits until posted pieces, counts and places are as the model has them; fails with what is not. */
export async function agree(model: Model, world: World): Promise<void> {
  catchUp(model, world.now());
  const until = Date.now() + patienceMs;
  let problems = await differences(model, world);
  for (; problems.length > 0 && Date.now() < until; problems = await differences(model, world)) await sleep(50);
  if (problems.length > 0) throw new Error(`${problems.join('\n')}\n\nThe bot: ${world.output()}`);
  if (model.isUp) for (const reader of model.places.keys()) await comparePlace(model, world, reader);
}

async function differences(model: Model, world: World): Promise<readonly string[]> {
  const posted = namesIn(world.pieces()).join(' ');
  const wanted = standing(model);
  // A release that a crash tore may stand up to any of its pieces.
  const torn = (model.underWay?.paragraphs ?? []).filter((paragraph) => !model.deleted.has(paragraph));
  if (!model.isUp) {
    const isPrefix = posted.startsWith(wanted.join(' ')) && [...wanted, ...torn].join(' ').startsWith(posted);
    return isPrefix ? [] : [`posted is ${posted}, wanted ${wanted.join(' ')} and of ${torn.join(' ')} what was done`];
  }
  // Nothing is asked before the pieces stand: an answer takes longer than a look.
  if (posted !== wanted.join(' ')) return [`posted is ${posted}, wanted ${wanted.join(' ')}`];
  const { author, channel } = world.harbour;
  const status = await ask(author, channel, 'serial status');
  const reports = await Promise.all(model.out.map(({ chapter }) => compareReport(model, world, chapter)));
  return [
    ...(outIn(status) === model.out.length ? [] : [`${model.out.length} are out, told is ${status}`]),
    ...(questions(world) === model.asked ? [] : [`asked ${questions(world)} times, wanted ${model.asked}`]),
    ...reports.flat(),
  ];
}

/** How many chapters `/serial status` counts as out; it says nothing of none. */
function outIn(status: string): number {
  return Number(/Out so far: (\d+)/.exec(status)?.[1] ?? 0);
}

/** How often the author was asked about a missed slot. */
function questions({ bench, harbour }: World): number {
  const told = bench.playground.directMessages(harbour.author.user).messages();
  return told.filter(({ content }) => content.includes('I was away') || content.includes('settled by now')).length;
}

async function compareReport(model: Model, world: World, chapter: number): Promise<readonly string[]> {
  const { author, channel } = world.harbour;
  const report = await ask(author, channel, 'feedback', { chapter: `${chapter + 1}` });
  const { reactions, readers, mean, reviews } = expectedReport(model, chapter);
  const wanted = [
    `${readers} reader${readers === 1 ? '' : 's'} with`,
    `${reactions} reaction${reactions === 1 ? '' : 's'}`,
    `${reviews} review${reviews === 1 ? '' : 's'}${mean === undefined ? '' : `, ${mean.toFixed(1)} of 5`}`,
  ];
  const missing = wanted.filter((line) => !report.split('\n').some((given) => given.startsWith(line)));
  return missing.map((line) => `chapter ${chapter + 1} should have "${line}": ${report}`);
}

function expectedReport({ opened, reactions, reviews }: Model, chapter: number) {
  const ofChapter = (key: string) => key.startsWith(`${chapter} `);
  const ratings = [...reviews].filter(([key]) => ofChapter(key)).map(([, { rating }]) => rating);
  const sum = ratings.reduce((all, rating) => all + rating, 0);
  return {
    readers: [...opened].filter(ofChapter).length,
    reactions: [...reactions].filter(([key]) => ofChapter(key)).reduce((all, [, who]) => all + who.size, 0),
    reviews: ratings.length,
    mean: ratings.length === 0 ? undefined : sum / ratings.length,
  };
}

/** A reader who comes back sees the paragraph at which they stopped, as long as it is in the file. */
async function comparePlace(model: Model, world: World, reader: number): Promise<void> {
  const place = model.places.get(reader);
  const person = world.readers[reader];
  if (place === undefined || person === undefined) return;
  const page = asMessage(await person.slash(world.harbour.channel, 'read')).message;
  const shown = namesIn([page]);
  const isThere = model.manuscripts[place.chapter]?.includes(place.paragraph) ?? false;
  const first = shown[0];
  const isRight = isThere ? shown.includes(place.paragraph) : shown.every((name) => isOf(place.chapter, name));
  if (!isRight || first === undefined) {
    const buttons = buttonLabels(page).join(', ');
    throw new Error(`Reader ${reader} stopped at ${place.paragraph} and is shown ${shown.join(' ')} (${buttons}).`);
  }
  // An edit before their place moves where pages begin, and they now see this one.
  model.places.set(reader, { ...place, paragraph: first });
}

function isOf(chapter: number, name: string): boolean {
  return name.startsWith(`${chapter + 1}.`);
}
