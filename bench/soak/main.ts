import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Answer } from '../../src/playground/answer.js';
import { type SoakedBot, startBot } from './bot-process.js';
import { type Crowd, gatherCrowd } from './crowd.js';
import type { Held } from './report-memory.js';
import { type Berth, openStage, type Stage } from './stage.js';
import { makeTrouble } from './troubles.js';
import { growth, misposted, outOfDate, slope } from './verdict.js';

const sampleEveryMs = 10_000;
const actEveryMs = 60;
const troubleEveryMs = 4_000;
/** How long the bot may take, with no more trouble, to finish what it has begun and to catch up. */
const settleMs = 120_000;
const mebi = 2 ** 20;

/**
 * `npm run soak -- 10`: 50 serials in 5 servers, each with a slot a minute, under readers and faults for that many minutes (10
 * where left out). Chapters are brought up to date and taken back meanwhile. Prints a line a minute, and a verdict. The exit code
 * is 1 where memory or handles grew, or anything is lost or doubled.
 */
async function soak(minutes: number): Promise<number> {
  const stage = await openStage(minutes + 5);
  const bot = await startBot({
    DISCORD_TOKEN: stage.playground.token,
    DISCORD_API_URL: stage.playground.apiUrl,
    CHAPTERS_DIR: stage.chaptersDir,
    STORE_URL: `sqlite://${join(stage.folder, 'store.sqlite')}`,
    BACKUP_KEEP: '1',
  });
  const crowd = gatherCrowd(stage, Math.random);
  await Promise.all(stage.berths.map((berth) => serial(berth, 'start', { timezone: 'UTC', cron: '* * * * *' })));
  const samples = await endure(minutes, stage, crowd, bot);
  const wrong = [...(await settle(stage, crowd)), ...growth(samples)];
  const code = await bot.terminate();
  if (code !== 0) wrong.push(`The bot ended with ${code}.`);
  await stage.playground.stop();
  await rm(stage.folder, { recursive: true });
  console.log(`Heap: ${(slope(samples.slice(samples.length / 3), sampleEveryMs) / 1024).toFixed(0)} KiB a minute.`);
  console.log(wrong.length === 0 ? 'Flat, and nothing lost or doubled.' : wrong.join('\n'));
  return wrong.length === 0 ? 0 : 1;
}

/** Lets everybody act, and Discord fail, for that many minutes. */
async function endure(minutes: number, stage: Stage, crowd: Crowd, bot: SoakedBot): Promise<readonly Held[]> {
  const samples: Held[] = [];
  let unexpected = 0;
  const acting = setInterval(() => {
    crowd.act().catch((error: unknown) => {
      unexpected += 1;
      if (unexpected === 1) console.log('Somebody could not do what they wanted:', error);
    });
  }, actEveryMs);
  const failing = setInterval(() => makeTrouble(stage.playground, Math.random), troubleEveryMs);
  for (let sample = 1; sample <= (minutes * 60_000) / sampleEveryMs; sample += 1) {
    await sleep(sampleEveryMs);
    const held = await bot.held();
    samples.push(held);
    if ((sample * sampleEveryMs) % 60_000 === 0)
      console.log(lineOf((sample * sampleEveryMs) / 60_000, held, stage, crowd));
  }
  clearInterval(acting);
  clearInterval(failing);
  stage.playground.faults.clear();
  console.log(`Acts that people could not do: ${unexpected}. Errors that the bot logged under all this:`);
  for (const [message, times] of tally(bot.errors())) console.log(`  ${times} x ${message}`);
  return samples;
}

const logLine = z.object({ msg: z.string(), err: z.object({ message: z.string() }).optional() });

/** How often each message is among these lines of the log. */
function tally(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const { err, msg } = logLine.parse(JSON.parse(line));
    const what = err === undefined ? msg : `${msg} ${err.message}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counts;
}

function lineOf(minute: number, { heap, rss, handles }: Held, stage: Stage, { counts }: Crowd): string {
  const releases = stage.berths.flatMap(({ channel }) =>
    channel.messages().filter(({ components }) => (components ?? []).length > 0),
  ).length;
  return [
    `${minute} min: RSS ${(rss / mebi).toFixed(0)} MiB, heap ${(heap / mebi).toFixed(1)} MiB, ${handles} handles`,
    `${stage.requests()} requests, ${releases} releases, ${counts.reactions} reactions`,
    `${counts.updates} updates, ${counts.retractions} retractions`,
    `${counts.commands} commands (${counts.unanswered} unanswered)`,
  ].join(' · ');
}

/** Ends all serials, and waits until what was begun stands and every count is right; gives what is not. */
async function settle(stage: Stage, crowd: Crowd): Promise<readonly string[]> {
  const until = Date.now() + settleMs;
  while (!stage.playground.isBotOnline() && Date.now() < until) await sleep(100);
  await Promise.all(stage.berths.map((berth) => serial(berth, 'stop', {})));
  await inTurn(stage.berths, bringUpToDate);
  const look = async () => [
    ...stage.berths.flatMap((berth) => [...misposted(berth), ...outOfDate(berth, stage)]),
    ...(await inTurn(stage.berths, (berth) => miscounted(berth, crowd))).flat(),
  ];
  let wrong = await look();
  for (; wrong.length > 0 && Date.now() < until; wrong = await look()) await sleep(1_000);
  return wrong;
}

/** Agrees to every update that is offered, until none is. */
async function bringUpToDate({ author, channel, story }: Berth): Promise<void> {
  const until = Date.now() + settleMs;
  for (let chapter = 1; Date.now() < until; ) {
    const answer = await author.slash(channel, 'release sync', { story, chapter: `${chapter}` });
    const told = said(answer);
    if (told.includes('No such chapter') || told.includes('Nothing of this story')) return;
    if (told.includes('as its file has it')) chapter += 1;
    const hasButton =
      answer.kind === 'message' && JSON.stringify(answer.message.components ?? []).includes('"sync-update:');
    if (hasButton)
      await author.click(answer.message, { label: told.includes('could not be') ? 'Go on' : 'Update the messages' });
    else if (!told.includes('as its file has it')) await sleep(500);
  }
}

/** One after the other: fifty at once would wait for one another longer than Discord lets an answer take. */
async function inTurn<T>(berths: readonly Berth[], ask: (berth: Berth) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  for (const berth of berths) answers.push(await ask(berth));
  return answers;
}

async function miscounted(berth: Berth, crowd: Crowd): Promise<readonly string[]> {
  const report = said(await berth.author.slash(berth.channel, 'feedback', { story: berth.story }));
  const counted = Number(/^(\d+) reactions?/m.exec(report)?.[1] ?? Number.NaN);
  const wanted = crowd.reactionsTo(berth);
  return counted === wanted ? [] : [`${berth.story} in ${berth.channel.id}: ${counted} reactions of ${wanted}`];
}

/** Gives a command about a serial, until the bot answers. */
async function serial({ author, channel, story }: Berth, what: string, options: Record<string, string>): Promise<void> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const place = what === 'start' ? { channel } : {};
    if (said(await author.slash(channel, `serial ${what}`, { story, ...place, ...options })) !== '') return;
  }
  throw new Error(`/serial ${what} was not answered.`);
}

/** All text of an answer; empty where there was none. */
function said(answer: Answer): string {
  if (answer.kind !== 'message') return '';
  const texts = JSON.stringify(answer.message.components ?? []).matchAll(/"content":("(?:[^"\\]|\\.)*")/g);
  return [answer.message.content, ...[...texts].map(([, text]) => z.string().parse(JSON.parse(text ?? '""')))].join(
    '\n',
  );
}

process.exitCode = await soak(Number(process.argv[2] ?? 10));
