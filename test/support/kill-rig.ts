import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Berth,
  berthKinds,
  chapterId,
  type Expected,
  expectedUpTo,
  furnishBerth,
  linesOf,
  writeChapter,
  writeChapters,
} from './berths.js';
import { openTestbed, type Testbed } from './bot.js';
import { type BotProcess, startBotProcess } from './bot-process.js';
import { paragraphsIn } from './harbour.js';
import { readJournals, recordedIds, statesOf } from './journals.js';

/** What the bot is killed at: a release, updates that add a message and take one away, and a retraction. */
export const deeds = ['release', 'grow', 'shrink', 'retract'] as const;
export type Deed = (typeof deeds)[number];

/** The compiled bot as a process of its own, with one serial in each kind of channel, to be killed and started again. */
export interface KillRig {
  readonly testbed: Testbed;
  readonly berths: readonly Berth[];
  /** How long a release in all three channels takes when nothing happens, in milliseconds. */
  readonly undisturbedMs: number;
  /** What can be done now: a chapter grows once, shrinks once after that, and the first one stays. */
  possible(): readonly Deed[];
  /** Where a reader writes in the thread before the next retraction, so that it stays; in turn everywhere, and nowhere. */
  talking(): Berth | undefined;
  /** Begins to do it with the last chapter, or the next, in all three channels at once; resolves when that is answered. */
  begin(deed: Deed): Promise<void>;
  /** Begins it again where the bot was killed before it had written down that it was asked to. */
  insist(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again; resolves when it is ready. */
  start(): Promise<void>;
  /** Waits until all that was begun is done as it should be; fails with what is not, 60 s later. */
  settle(told: string): Promise<void>;
  /** Ends the bot in good order and compares every journal with what is posted. Gives how many were compared. */
  finish(): Promise<number>;
}

const settleMs = 60_000;
/** So many more make a message. */
const addedParagraphs = 5;

/** Opens a rig with so many chapters to come, of which the first is out already. */
export async function openKillRig(chapters: number): Promise<KillRig> {
  const testbed = await openTestbed();
  // The process has the real clock, and so must Discord.
  testbed.clock.jumpTo(new Date());
  await writeChapters(testbed, chapters + 1);
  const berths = berthKinds.map((kind) => furnishBerth(testbed, kind));
  const start = () =>
    startBotProcess({
      DISCORD_TOKEN: testbed.playground.token,
      DISCORD_API_URL: testbed.playground.apiUrl,
      CHAPTERS_DIR: testbed.chaptersDir,
      STORE_URL: testbed.storeUrl,
    });
  let bot: BotProcess = await start();
  for (const berth of berths) await berth.start();

  const out: Expected[] = [];
  /** What updates keep, by kind of channel and chapter. */
  const kept = new Map<string, Pick<Expected, 'anchor' | 'kept'>>();
  const keyOf = ({ kind }: Berth, chapter: number) => `${kind} ${chapter}`;
  let latest: Deed = 'release';
  let retractions = 0;
  const everywhere = async (act: (berth: Berth) => Promise<unknown>) => {
    await Promise.all(berths.map(act));
  };
  const last = () => {
    const chapter = out.at(-1);
    if (chapter === undefined) throw new Error('Nothing is out.');
    return chapter;
  };
  const expectedIn = (berth: Berth) => out.map((one) => ({ ...one, ...kept.get(keyOf(berth, one.chapter)) }));

  const release = async () => {
    const chapter = out.length + 1;
    for (const berth of berths) kept.delete(keyOf(berth, chapter));
    out.push({ chapter, lines: linesOf(chapter), pieces: 3 });
    // It may have been changed before it was taken back.
    await writeChapter(testbed, chapter, linesOf(chapter));
    await everywhere((berth) => berth.release());
  };
  const update = async (next: Expected, keep: (ids: readonly string[]) => readonly string[]) => {
    for (const berth of berths) {
      const ids = berth.pieces(next.chapter).map(({ id }) => id);
      const key = keyOf(berth, next.chapter);
      kept.set(key, { anchor: kept.get(key)?.anchor ?? ids.at(-1), kept: keep(ids) });
    }
    out.splice(-1, 1, next);
    await writeChapter(testbed, next.chapter, next.lines);
    await everywhere((berth) => berth.update(next.chapter));
  };
  const grow = () => {
    const { chapter, lines } = last();
    const longer = linesOf(chapter, lines.length + addedParagraphs).map((line) => line.replaceAll('noon', 'dawn'));
    return update({ chapter, lines: longer, pieces: 4 }, (ids) => ids);
  };
  const shrink = () => {
    const { chapter, lines } = last();
    const [berth] = berths;
    const pieces = (berth?.pieces(chapter) ?? []).map((piece) => paragraphsIn([piece]));
    const isIn = (line: string, names: readonly string[] | undefined) =>
      names?.includes(line.split('. ')[0] ?? '') === true;
    // One paragraph in each piece: where all of them changed, nothing would tell which piece they were in.
    const changing = pieces.flatMap((names) => names.slice(1, 2));
    const rest = lines.filter((line) => !isIn(line, pieces[1]));
    const changed = rest.map((line) => (isIn(line, changing) ? line.replaceAll('dawn', 'dusk') : line));
    return update({ chapter, lines: changed, pieces: 3 }, (ids) => ids.toSpliced(1, 1));
  };
  const talking = () => berths[retractions % (berths.length + 1)];
  const retract = async () => {
    talking()?.talk(last());
    retractions += 1;
    out.pop();
    await everywhere((berth) => berth.retract());
  };
  const insistIn = async (berth: Berth) => {
    const { isPosting, isTakingBack, out: told } = await berth.standing();
    if (latest === 'release' && told < out.length && !isPosting) await berth.release();
    if (latest === 'retract' && told > out.length && !isTakingBack) await berth.retract();
    if (latest === 'grow' || latest === 'shrink') await berth.update(last().chapter);
  };
  const problems = () => berths.flatMap((berth) => berth.faults(expectedIn(berth)));
  const untold = async (berth: Berth) => {
    const { isPosting, isTakingBack, out: told } = await berth.standing();
    const isRight = told === out.length && !isPosting && !isTakingBack;
    const said = latest === 'grow' || latest === 'shrink' ? await berth.update(last().chapter) : 'as its file has it';
    return [
      ...(isRight ? [] : [`${berth.kind}: counted as out are ${told} of ${out.length}`]),
      ...(said.includes('as its file has it') ? [] : [`${berth.kind}: ${said}`]),
    ];
  };
  const settle = async (told: string) => {
    const until = Date.now() + settleMs;
    while (problems().length > 0 && Date.now() < until) await sleep(10);
    const tell = async () => (await Promise.all(berths.map(untold))).flat();
    let wrong = await tell();
    for (; wrong.length > 0 && Date.now() < until; wrong = await tell()) await sleep(10);
    wrong = [...problems(), ...wrong];
    if (wrong.length > 0) throw new Error(`${told}\n${wrong.join('\n')}\n${bot.output()}`);
  };
  const begin = (deed: Deed) => {
    latest = deed;
    return { release, grow, shrink, retract }[deed]();
  };

  const startedAt = Date.now();
  await begin('release');
  await settle('Undisturbed:');
  const undisturbedMs = Date.now() - startedAt;
  return {
    testbed,
    berths,
    undisturbedMs,
    possible: () => [
      ...(out.length <= chapters ? ['release' as const] : []),
      ...(latest === 'release' ? ['grow' as const] : []),
      ...(latest === 'grow' ? ['shrink' as const] : []),
      ...(out.length > 1 ? ['retract' as const] : []),
    ],
    talking,
    begin,
    insist: () => everywhere(insistIn),
    settle,
    kill: () => bot.kill(),
    async start() {
      bot = await start();
    },
    async finish() {
      const code = await bot.terminate();
      if (code !== 0) throw new Error(`The bot ended with ${code}:\n${bot.output()}`);
      await compareJournals(testbed, berths, chapters + 1, out.length);
      await testbed.close();
      return out.length * berths.length;
    },
  };
}

/** Of chapters that are out, the journal rests and knows what stands; of others there is none. */
async function compareJournals(
  testbed: Testbed,
  berths: readonly Berth[],
  chapters: number,
  out: number,
): Promise<void> {
  for (const { guild, kind, pieces } of berths) {
    const ids = expectedUpTo(chapters).map(({ chapter }) => ({ guildId: guild.id, chapterId: chapterId(chapter) }));
    const journals = await readJournals(testbed.storeUrl, ids);
    for (const [index, journal] of journals.entries()) {
      const posted = pieces(index + 1).map(({ id }) => id);
      const isWhole = (index < out ? /^rests:( stands(\+thread)?)+$/ : /^no journal$/).test(statesOf(journal));
      if (!isWhole || recordedIds(journal).join() !== posted.join()) {
        throw new Error(`${kind}, chapter ${index + 1}: posted ${posted.join()}, ${JSON.stringify(journal)}`);
      }
    }
  }
}
