import type { Held } from './report-memory.js';
import { type Berth, namesIn, namesOf, type Stage } from './stage.js';

/** How much may come on top after the first third, in which caches fill: bytes, and handles. */
const allowedHeap = 6 * 2 ** 20;
const allowedHandles = 12;

/** Growth of the heap in bytes a minute, by least squares over evenly spaced samples. */
export function slope(samples: readonly Held[], everyMs: number): number {
  const middle = (samples.length - 1) / 2;
  const mean = average(samples.map(({ heap }) => heap));
  let covariance = 0;
  let variance = 0;
  for (const [index, { heap }] of samples.entries()) {
    covariance += (index - middle) * (heap - mean);
    variance += (index - middle) ** 2;
  }
  return variance === 0 ? 0 : (covariance / variance) * (60_000 / everyMs);
}

/** What grew that should not have: the last third of the samples held against the second. Empty where all is flat. */
export function growth(samples: readonly Held[]): readonly string[] {
  const third = Math.floor(samples.length / 3);
  const [before, after] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
  if (third === 0) return ['There are too few samples to tell.'];
  const heap = average(after.map((held) => held.heap)) - average(before.map((held) => held.heap));
  const handles = average(after.map((held) => held.handles)) - average(before.map((held) => held.handles));
  return [
    ...(heap > allowedHeap ? [`The heap grew by ${Math.round(heap / 2 ** 20)} MiB.`] : []),
    ...(handles > allowedHandles ? [`${Math.round(handles)} handles more are open.`] : []),
  ];
}

/** What is lost, doubled, torn or out of order in a serial's channel; empty where chapters stand whole, one after the other. */
export function misposted({ channel, story }: Berth): readonly string[] {
  const posted = namesIn(channel.messages());
  const chapters = Number(posted.at(-1)?.split('.')[0] ?? 0);
  const wanted = Array.from({ length: chapters }, (_, index) => namesOf(index + 1)).flat();
  const at = posted.findIndex((name, index) => name !== wanted[index]);
  const isRight = posted.length === wanted.length && at === -1;
  return isRight
    ? []
    : [`${story} in ${channel.id}: ${posted.length} paragraphs of ${wanted.length}, wrong from ${at}`];
}

/** What of a serial's channel does not say what its file says. */
export function outOfDate({ channel, story }: Berth, { says }: Pick<Stage, 'says'>): readonly string[] {
  const posted = channel.messages().flatMap(({ content }) => content.split('\n\n'));
  const last = Number(namesIn(channel.messages()).at(-1)?.split('.')[0] ?? 0);
  const wanted = Array.from({ length: last }, (_, index) => says(story, index + 1)).flat();
  const missing = wanted.filter((paragraph) => !posted.includes(paragraph));
  return missing.length === 0
    ? []
    : [`${story} in ${channel.id}: ${missing.length} paragraphs are not as their file has them, such as ${missing[0]}`];
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
