import { setTimeout as sleep } from 'node:timers/promises';
import { type Berth, berthKinds, chapterId, furnishBerth, writeChapters } from './berths.js';
import { type Bench, openBench } from './bot.js';
import { type BotProcess, startBotProcess } from './bot-process.js';
import { readJournals, recordedIds, statesOf, wholeJournal } from './journals.js';

/** The compiled bot as a process of its own, with one serial in each kind of channel, to be killed and started again. */
export interface KillRig {
  readonly bench: Bench;
  readonly berths: readonly Berth[];
  /** How long a release in all three channels takes when nothing happens, in milliseconds. */
  readonly undisturbedMs: number;
  /** Begins to post the next chapter in all three channels at once; resolves when that is answered. */
  release(): Promise<void>;
  /** Begins it again where the bot was killed before it had written down that it was asked to. */
  insist(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again; resolves when it is ready. */
  start(): Promise<void>;
  /** Waits until all that was begun is posted as it should be; fails with what is not, 30 s later. */
  settle(told: string): Promise<void>;
  /** Ends the bot in good order and compares every journal with what is posted. Gives how many releases were checked. */
  finish(): Promise<number>;
}

const settleMs = 30_000;

/** Opens a rig with so many chapters to come, of which the first is out already. */
export async function openKillRig(chapters: number): Promise<KillRig> {
  const bench = await openBench();
  // The process has the real clock, and so must Discord.
  bench.clock.jumpTo(new Date());
  await writeChapters(bench, chapters + 1);
  const berths = berthKinds.map((kind) => furnishBerth(bench, kind));
  const start = () =>
    startBotProcess({
      DISCORD_TOKEN: bench.playground.token,
      DISCORD_API_URL: bench.playground.apiUrl,
      CHAPTERS_DIR: bench.chaptersDir,
      STORE_URL: bench.storeUrl,
    });
  let bot: BotProcess = await start();
  let begun = 0;
  for (const berth of berths) await berth.start();

  const release = async () => {
    begun += 1;
    await Promise.all(berths.map((berth) => berth.release()));
  };
  const insist = async () => {
    for (const berth of berths) {
      const { isPosting, out } = await berth.standing();
      if (out < begun && !isPosting) await berth.release();
    }
  };
  const problems = () => berths.flatMap((berth) => berth.faults(begun));
  const settle = async (told: string) => {
    const until = Date.now() + settleMs;
    while (problems().length > 0 && Date.now() < until) await sleep(10);
    const counts = () => Promise.all(berths.map(async (berth) => (await berth.standing()).out));
    let out = await counts();
    for (; out.some((count) => count < begun) && Date.now() < until; out = await counts()) await sleep(10);
    const counted = out.every((count) => count === begun) ? [] : [`counted as out: ${out.join()} of ${begun}`];
    const wrong = [...problems(), ...counted];
    if (wrong.length > 0) throw new Error(`${told}\n${wrong.join('\n')}\n${bot.output()}`);
  };

  const startedAt = Date.now();
  await release();
  await settle('Undisturbed:');
  const undisturbedMs = Date.now() - startedAt;
  return {
    bench,
    berths,
    undisturbedMs,
    release,
    insist,
    settle,
    kill: () => bot.kill(),
    async start() {
      bot = await start();
    },
    async finish() {
      const code = await bot.terminate();
      if (code !== 0) throw new Error(`The bot ended with ${code}:\n${bot.output()}`);
      await compareJournals(bench, berths, begun);
      await bench.close();
      return begun * berths.length;
    },
  };
}

async function compareJournals(bench: Bench, berths: readonly Berth[], chapters: number): Promise<void> {
  const numbers = Array.from({ length: chapters }, (_, index) => index + 1);
  for (const { guild, kind, pieces } of berths) {
    const ids = numbers.map((number) => ({ guildId: guild.id, chapterId: chapterId(number) }));
    const journals = await readJournals(bench.storeUrl, ids);
    for (const [index, journal] of journals.entries()) {
      const posted = pieces(index + 1).map(({ id }) => id);
      const whole = wholeJournal.test(statesOf(journal));
      if (!whole || recordedIds(journal).join() !== posted.join()) {
        throw new Error(`${kind}, chapter ${index + 1}: posted ${posted.join()}, ${JSON.stringify(journal)}`);
      }
    }
  }
}
