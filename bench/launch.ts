import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Playground, startPlayground } from '../src/playground/playground.js';

/** What starting a process cost: the medians of all runs. */
export interface LaunchFigures {
  /** From its execution until it says that it answers, in milliseconds. */
  readonly readyMs: number;
  /** Processor time until then, of all its threads, in milliseconds. */
  readonly cpuMs: number;
  /** What it holds once it has nothing to do, in MiB. */
  readonly restMib: number;
}

const ours = fileURLToPath(new URL('../src/main.js', import.meta.url));
const empty = fileURLToPath(new URL('./peers/empty-bot.js', import.meta.url));
/** Longer than what a start leaves to be done. */
const restMs = 5_000;

/**
 * Starts this bot and the empty one as processes, in turn, against the same playground, with one story in the folder. Its figures
 * are read from `/proc`: Linux only.
 */
export async function measureLaunch(runs: number): Promise<Readonly<Record<'ours' | 'empty', LaunchFigures>>> {
  const folder = await mkdtemp(join(tmpdir(), 'cliffhanger-bench-'));
  const playground = await startPlayground({ rateLimits: 'off' });
  try {
    playground.createGuild({ name: 'Harbour', owner: playground.createUser({ name: 'Mara' }) });
    await mkdir(join(folder, 'chapters'));
    await writeFile(
      join(folder, 'chapters/1.txt'),
      'Chapter 1: Dusk\n\nThe lamp went out.\n\nNobody came to light it.\n',
    );
    // The first start reads the chapters, and lists the commands.
    await launch(ours, playground, folder);
    const figures: Record<'ours' | 'empty', LaunchFigures[]> = { ours: [], empty: [] };
    for (let run = 0; run < runs; run += 1) {
      figures.empty.push(await launch(empty, playground, folder));
      figures.ours.push(await launch(ours, playground, folder));
    }
    return { ours: medians(figures.ours), empty: medians(figures.empty) };
  } finally {
    await playground.stop();
    await rm(folder, { recursive: true });
  }
}

/** A process that is logged in to a playground; `cwd` has its chapters and gets its store. */
export async function startPeer(
  entry: 'ours' | 'empty',
  { apiUrl, token }: Playground,
  cwd: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  // As `npm start` does.
  const args = entry === 'ours' ? ['--max-semi-space-size=2', ours] : [empty];
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`${entry} ended with ${code} before it was ready:\n${said}`)));
  });
  return child;
}

async function launch(entry: string, playground: Playground, cwd: string): Promise<LaunchFigures> {
  const begunAt = performance.now();
  const child = await startPeer(entry === ours ? 'ours' : 'empty', playground, cwd);
  const readyMs = performance.now() - begunAt;
  const cpuMs = cpuOf(child);
  await sleep(restMs);
  const restMib = residentOf(child);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { readyMs, cpuMs, restMib };
}

/** User and system time of a process and its threads; the kernel counts in hundredths of a second (proc(5), `USER_HZ`). */
function cpuOf({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentOf({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

function medians(all: readonly LaunchFigures[]): LaunchFigures {
  const median = (figure: keyof LaunchFigures) =>
    all.map((figures) => figures[figure]).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return { readyMs: median('readyMs'), cpuMs: median('cpuMs'), restMib: median('restMib') };
}
